"""Take over from the last build the files that would come out the same, and leave the same to the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from functools import cache, partial
from typing import TYPE_CHECKING

from briefing.packing import digest
from briefing.publish import Stamp, Unchanged
from briefing.values import dataclass
from briefing.view import PageReads, Reader, records

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from briefing.model.look import Look, StaticFile
    from briefing.model.pages import Page, Plain, Record
    from briefing.publish import Published
    from briefing.units import Store
    from briefing.view import Site

    Waiting = Callable[[], Iterable[tuple[str, bytes]]]
    """Waits for files that are being made."""

_NAME = "site"


@dataclass(frozen=True, slots=True)
class _Left:
    """What a build leaves of its site."""

    reads: PageReads = field(default_factory=PageReads)
    stamps: Mapping[str, Stamp] = field(default_factory=dict)
    """The stamp of every file."""
    records: bytes = b""
    """The digest of what a search finds."""
    index: tuple[str, ...] = ()
    """The files of the index to search by."""


class LastBuild:
    """What the last build left of its site in a store, held against the site as it is now."""

    def __init__(self, store: Store, site: Site, look: Look) -> None:
        left = store.recalled(_NAME, _Left) or _Left()
        self._store = store
        self._stamps = left.stamps
        self._index = left.records, left.index
        self._reader = Reader(site, look, left.reads, store.known)

    def stamp(self, path: str) -> Stamp | None:
        """Return the stamp that the file at `path` has, if its bytes would be the same now."""
        stamp = self._stamps.get(path)
        return stamp if stamp is not None and self.is_unchanged(path) else None

    def is_unchanged(self, path: str) -> bool:
        """Return whether the last build made the file at `path` of all that it would be made of now."""
        return self._reader.is_unchanged(path)

    def page(self, path: str) -> Page | Plain | StaticFile:
        """Make the page at `path`, see `view.page`."""
        return self._reader.page(path)

    def noted(self) -> bytes:
        """Return what the page read that was made last, see `note`."""
        return self._reader.noted()

    def note(self, path: str, noted: bytes) -> None:
        """Take over what a page read that another process made."""
        self._reader.note(path, noted)

    def index(
        self, site: Site, begin: Callable[[tuple[Record, ...]], Waiting]
    ) -> Callable[[], Iterator[tuple[str, bytes | Unchanged]]]:
        """Return what gives the files of the search index.

        `begin` begins to make one; it is called at once if there is something else to find, and
        otherwise only if a file is missing.
        """
        found = tuple(records(site))
        known = digest((found, site.frame.language))
        before, names = self._index
        same = known == before != b"" and self._stamps.keys() >= set(names)
        waiting = None if same else begin(found)
        made = cache(lambda: dict((waiting or begin(found))()))

        def files() -> Iterator[tuple[str, bytes | Unchanged]]:
            self._index = known, names if same else tuple(made())
            for name in self._index[1]:
                make = partial(lambda name: made()[name], name)
                yield name, Unchanged(self._stamps[name], make) if same else make()

        return files

    def packed(self, published: Published) -> Iterator[bytes]:
        """Return what to leave to the next build."""
        self._store.note(_NAME, _Left(self._reader.recorded(), published.stamps, *self._index))
        return self._store.packed()
