"""Record what each page looks up in the site, so that the next build knows which pages are as they were.

Whatever a maker of pages reads of a site is an entry of one of the site's mappings, a whole mapping, or
a value that every page is taken to read. A page whose reads are what they were is what it was.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, fields, replace
from typing import TYPE_CHECKING, Any

from briefing.units import digest
from briefing.view.making import page
from briefing.view.routes import Route

if TYPE_CHECKING:
    from collections.abc import Callable, ItemsView, Iterator, ValuesView

    from briefing.model.look import Look, StaticFile
    from briefing.model.pages import Page, Plain
    from briefing.view.site import Site

Key = str | tuple[str, str] | None
Read = tuple[str, Key]
"""The name of a mapping and a key in it; None for the whole mapping."""
_NAMES = "keys:"
"""Before the name of a mapping of which a page reads the keys alone."""


@dataclass(frozen=True, slots=True)
class PageReads:
    """What the pages of a site read, each read by its place in `reads`."""

    base: bytes = b""
    """The digest of what every page reads."""
    reads: tuple[tuple[str, Key, bytes], ...] = ()
    """The name of a mapping, a key in it, and the digest of what is there."""
    pages: Mapping[str, tuple[int, ...]] = field(default_factory=dict)


class Reader:
    """Makes the pages of a site, and knows which of them are as they were when `before` was recorded."""

    def __init__(self, site: Site, look: Look, before: PageReads) -> None:
        self._mappings: dict[str, Mapping[Any, Any]] = {}
        self._now: set[Read] = set()
        base: list[object] = [look]
        self._site = self._watched(site, "", base)
        self._digests: dict[Read, bytes] = {}
        self._pages: dict[str, frozenset[Read]] = {}
        self._base = digest(base)
        self._before = before.pages if self._base and before.base == self._base else {}
        self._reads = [(name, key) for name, key, _ in before.reads]
        self._stale = frozenset(
            place
            for place, (name, key, was) in enumerate(before.reads if self._before else ())
            if not was or self._digest((name, key)) != was
        )

    def page(self, path: str) -> Page | Plain | StaticFile:
        """Make a page, see `view.page`."""
        self._now.clear()
        made = page(self._site, path)
        self._pages[path] = frozenset(self._now)
        return made

    def is_unchanged(self, path: str) -> bool:
        """Return whether `page` would give what it gave before, and take its reads over."""
        places = self._before.get(path)
        if places is None or not self._stale.isdisjoint(places):
            return False
        self._pages[path] = frozenset(self._reads[place] for place in places)
        return True

    def recorded(self) -> PageReads:
        """Return what the pages read that were made or taken over."""
        places: dict[Read, int] = {}
        pages = {
            path: tuple(places.setdefault(one, len(places)) for one in reads)
            for path, reads in self._pages.items()
        }
        reads = tuple((name, key, self._digest((name, key))) for name, key in places)
        return PageReads(self._base, reads, pages)

    def _watched(self, value: Any, name: str, base: list[object]) -> Any:  # noqa: ANN401
        """Copy a site, a judged briefing or its content, so that its mappings note what is read."""
        changed: dict[str, Any] = {}
        for one in fields(value):
            held, path = getattr(value, one.name), f"{name}{one.name}"
            if isinstance(held, Mapping):
                self._mappings[path] = held
                changed[one.name] = _Noting(path, held, self._now.add)
            elif one.name in _PARTS:
                changed[one.name] = self._watched(held, f"{path}.", base)
            elif one.name != "say":  # the program's words in the language of the settings
                base.append(held)
        return replace(value, **changed)

    def _digest(self, read: Read) -> bytes:
        if read not in self._digests:
            self._digests[read] = digest(self._value(*read))
        return self._digests[read]

    def _value(self, name: str, key: Key) -> object:
        if name.startswith(_NAMES):
            return tuple(self._mappings[name.removeprefix(_NAMES)])
        held = self._mappings.get(name, {})
        if key is None:
            return [(one, self._digest((name, one))) for one in held]
        value = held.get(key, _ABSENT)
        if isinstance(value, Route):
            return value.kind.template, value.path, value.id, value.number
        return value


_PARTS = ("judged", "content")
"""Fields of a site that hold mappings themselves."""
_ABSENT = ("absent",)


class _Noting(Mapping[Any, Any]):
    """A mapping that notes what is read of it."""

    __slots__ = ("_held", "_name", "_note")

    def __init__(self, name: str, held: Mapping[Any, Any], note: Callable[[Read], None]) -> None:
        self._name, self._held, self._note = name, held, note

    def __getitem__(self, key: Any) -> Any:  # noqa: ANN401
        self._note((self._name, key))
        return self._held[key]

    def get(self, key: Any, default: Any = None) -> Any:  # noqa: ANN401
        self._note((self._name, key))
        return self._held.get(key, default)

    def __contains__(self, key: object) -> bool:
        self._note((self._name, key))  # type: ignore[arg-type]
        return key in self._held

    def __iter__(self) -> Iterator[Any]:
        self._note((_NAMES + self._name, None))
        return iter(self._held)

    def __len__(self) -> int:
        self._note((_NAMES + self._name, None))
        return len(self._held)

    def values(self) -> ValuesView[Any]:
        self._note((self._name, None))
        return self._held.values()

    def items(self) -> ItemsView[Any, Any]:
        self._note((self._name, None))
        return self._held.items()
