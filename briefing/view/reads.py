"""Record what each page looks up in the site, so that the next build knows which pages are as they were.

Whatever a maker of pages reads of a site is an entry of one of the site's mappings, a whole mapping, or
a value that every page is taken to read. A page whose reads are what they were is what it was.
"""

from __future__ import annotations

from array import array
from collections.abc import Mapping
from dataclasses import field, fields
from itertools import islice
from typing import TYPE_CHECKING, Any

from briefing.packing import decoded, digest, encoded
from briefing.values import dataclass, replace
from briefing.view.making import page
from briefing.view.routes import Route

if TYPE_CHECKING:
    from collections.abc import Callable, ItemsView, Iterable, Iterator, ValuesView

    from briefing.model.look import Look, StaticFile
    from briefing.model.pages import Page, Plain
    from briefing.view.site import Site

Key = str | tuple[str, str] | None
Read = tuple[str, Key]
"""The name of a mapping and a key in it; None for the whole mapping."""
_NUMBERS = "I"
"""The type of an `array` of places, which takes a tenth of what a tuple does."""
_NAMES = "keys:"
"""Before the name of a mapping of which a page reads the keys alone."""


@dataclass(frozen=True, slots=True)
class PageReads:
    """What the pages of a site read, each read by its place in `reads`."""

    base: bytes = b""
    """The digest of what every page reads."""
    mappings: Mapping[str, bytes] = field(default_factory=dict)
    """The digest of each mapping: what was read of one that is the same need not be looked at."""
    reads: tuple[tuple[str, Key, bytes], ...] = ()
    """The name of a mapping, a key in it, and the digest of what stands there."""
    pages: Mapping[str, bytes] = field(default_factory=dict)
    """The places of what each page read, as `array` packs them."""


class Reader:
    """Makes the pages of a site, and knows which of them are as they were when `before` was recorded.

    `known` gives a digest of some values, that only equal ones share, without looking at them.
    """

    def __init__(
        self, site: Site, look: Look, before: PageReads, known: Callable[[object], bytes | None]
    ) -> None:
        self._mappings: dict[str, Mapping[Any, Any]] = {}
        self._now: set[Read] = set()
        base: list[object] = [look]
        self._site = self._watched(site, "", base)
        self._known = known
        self._base = digest(base)
        self._before = before if self._base and before.base == self._base else PageReads()
        self._wholes = {name: self._whole(name) for name in self._mappings}
        self._same = {
            name for name, was in self._before.mappings.items()
            if was and self._wholes.get(name) == was
        }  # fmt: skip
        self._reads = list(map(self._as_now, self._before.reads))
        self._stale = frozenset(
            place
            for place, (now, was) in enumerate(zip(self._reads, self._before.reads, strict=True))
            if now is not was and (now != was or not was[2])
        )
        # Numbers, as the reads of many thousand pages would be the most that a build holds.
        self._number: dict[Read, int] = {
            (name, key): at for at, (name, key, _) in enumerate(self._reads)
        }
        self._made: dict[str, array[int]] = {}
        self._kept: dict[str, array[int]] = {}

    def page(self, path: str) -> Page | Plain | StaticFile:
        """Make a page, see `view.page`."""
        self._now.clear()
        made = page(self._site, path)
        self._note(path, self._now)
        return made

    def noted(self) -> bytes:
        """Return what the page read that was made last, for `note` of a reader like this one."""
        return encoded(tuple(self._now))

    def note(self, path: str, noted: bytes) -> None:
        """Take over what a page read that a reader like this one made."""
        self._note(path, decoded(noted, list[Read]))

    def _note(self, path: str, reads: Iterable[Read]) -> None:
        number = self._number
        self._kept.pop(path, None)
        self._made[path] = array(_NUMBERS, (number.setdefault(one, len(number)) for one in reads))

    def is_unchanged(self, path: str) -> bool:
        """Return whether `page` would give what it gave before, and take its reads over."""
        held = self._before.pages.get(path)
        if held is None:
            return False
        places = array(_NUMBERS, held)
        if not self._stale.isdisjoint(places):
            return False
        self._kept[path] = places
        return True

    def recorded(self) -> PageReads:
        """Return what the pages read that were made or taken over."""
        pages = self._kept | self._made
        new = islice(self._number, len(self._reads), None)
        reads = [*self._reads, *((name, key, self._digest(name, key)) for name, key in new)]
        used = set[int]()
        for places in pages.values():
            used.update(places)
        if len(used) < len(reads):
            number = {old: new for new, old in enumerate(sorted(used))}
            reads = [reads[old] for old in number]
            pages = {
                path: array(_NUMBERS, map(number.__getitem__, olds)) for path, olds in pages.items()
            }
        packed = {path: places.tobytes() for path, places in pages.items()}
        return PageReads(self._base, self._wholes, tuple(reads), packed)

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

    def _as_now(self, was: tuple[str, Key, bytes]) -> tuple[str, Key, bytes]:
        """Return a read with the digest that it has now; the same object if nothing can differ."""
        name, key, _ = was
        if name.removeprefix(_NAMES) in self._same:
            return was
        return name, key, self._digest(name, key)

    def _digest(self, name: str, key: Key) -> bytes:
        if name.startswith(_NAMES):
            return digest(tuple(self._mappings[name.removeprefix(_NAMES)]))
        if key is None:
            return self._wholes.get(name, b"")
        return digest(self._short(self._mappings.get(name, {}).get(key, _ABSENT)))

    def _whole(self, name: str) -> bytes:
        return digest([(key, self._short(one)) for key, one in self._mappings[name].items()])

    def _short(self, value: object) -> object:
        """Stand in for a value by what only equal ones share; a kind of page alone has no digest."""
        if isinstance(value, Route):
            return value.kind.template, value.path, value.id, value.number
        return self._known(value) or value


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
