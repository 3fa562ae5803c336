"""Deal units and pages out to two processes, see `worker`: what each sends the other, and how it is taken over.

Units go through a `Store`: the worker sends those that it computed, and this process finds them there as if
the last build had left them. Of pages the worker sends the bytes, and what was read of the site.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Generic, TypeVar

from briefing import worker
from briefing.packing import encoded
from briefing.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from briefing.rebuilding import LastBuild
    from briefing.units import Each, Store

Part = TypeVar("Part")
Made = TypeVar("Made")


def each(store: Store) -> Each:
    """Return what makes the parts of a whole by units of a store, in two processes if that pays."""

    def dealt(make: Callable[[Part], Made], parts: Sequence[Part]) -> list[Made]:
        made = dict(worker.done(_Units(store, make, parts), len(parts)))
        return [made[place] for place in range(len(parts))]

    return dealt


def pages(
    paths: Sequence[str], make: Callable[[str], bytes], last: LastBuild | None
) -> Iterator[tuple[str, bytes]]:
    """Yield the files at some paths as they are made, in two processes if that pays.

    `make` raises an exception for a mistake in a template, the same in either process: whichever page the
    worker makes none of is made again here, and the first of them is the one that is reported.
    """
    for _, page in worker.done(_Pages(paths, make, last), len(paths)):
        yield page


class _Units(Generic[Part, Made]):
    def __init__(self, store: Store, make: Callable[[Part], Made], parts: Sequence[Part]) -> None:
        self.store, self.of, self.parts = store, make, parts

    def make(self, place: int) -> Made:
        self.store.news()
        return self.of(self.parts[place])

    def send(self, place: int) -> bytes:
        self.store.lend()
        self.store.news()
        self.of(self.parts[place])
        return encoded(self.store.news())

    def take(self, place: int, sent: bytes) -> Made:
        self.store.learn(sent)
        return self.of(self.parts[place])

    def is_anew(self) -> bool:
        return bool(self.store.news())


@dataclass(frozen=True, slots=True)
class _Pages:
    paths: Sequence[str]
    of: Callable[[str], bytes]
    last: LastBuild | None

    def make(self, place: int) -> tuple[str, bytes]:
        path = self.paths[place]
        return path, self.of(path)

    def send(self, place: int) -> bytes:
        file = self.of(self.paths[place])
        noted = self.last.noted() if self.last else b""
        return len(noted).to_bytes(8) + noted + file

    def take(self, place: int, sent: bytes) -> tuple[str, bytes]:
        path, end = self.paths[place], 8 + int.from_bytes(sent[:8])
        if self.last:
            self.last.note(path, sent[8:end])
        return path, sent[end:]

    def is_anew(self) -> bool:
        return True
