"""Compute units, and reuse those of the previous run whose inputs are unchanged.

A unit is a file of claims, an article with its quotes, a claim, a narrative: what a pure function
returns for its arguments. The preview passes the `Memory` of one run to the next; a build packs its
`Store` into bytes for the next build, which may be another process.
"""

from __future__ import annotations

import hashlib
import hmac
from contextlib import suppress
from dataclasses import is_dataclass
from typing import TYPE_CHECKING, Any, ParamSpec, Protocol, TypeVar

from briefing.packing import decoded, decoder, encoded, pieces, raw, raws, sure_digest

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Iterable, Iterator, Mapping, Sequence

    _Unit = tuple[tuple[Any, ...], Any, tuple[Hashable, ...]]
    """What a unit read, what it returned, and the names of the units in it."""

Read = ParamSpec("Read")
Made = TypeVar("Made")


class Units(Protocol):
    """Returns `make(*read, **named)`; `name` identifies the unit."""

    def __call__(
        self, name: Hashable, make: Callable[Read, Made], *read: Read.args, **named: Read.kwargs
    ) -> Made:
        """Return the unit's value."""


Part = TypeVar("Part")


class Each(Protocol):
    """Returns `make(part)` of each part, in order."""

    def __call__(self, make: Callable[[Part], Made], parts: Sequence[Part]) -> Iterable[Made]:
        """Make the parts, in whatever order and process."""


def in_turn(make: Callable[[Part], Made], parts: Sequence[Part]) -> Iterable[Made]:
    """Make each part when it is asked for."""
    return map(make, parts)


def anew(
    name: Hashable,  # noqa: ARG001 (nothing is remembered by name)
    make: Callable[Read, Made],
    *read: Read.args,
    **named: Read.kwargs,
) -> Made:
    """Compute a unit without remembering it."""
    return make(*read, **named)


_NESTED: set[Callable[..., Any]] = set()


def nested(make: Callable[Read, Made]) -> Callable[Read, Made]:
    """Let a function that takes a `unit` divide what it makes into units of its own.

    What gives the whole gives it its `unit`; what the units in it read must follow from what the whole reads.
    """
    _NESTED.add(make)
    return make


_LASTING: set[Callable[..., Any]] = set()


def lasting(make: Callable[Read, Made]) -> Callable[Read, Made]:
    """Let a unit stay as it was first made, by its name, whatever it reads now.

    What is made with it must come out the same whichever it is.
    """
    _LASTING.add(make)
    return make


_PLACING: set[Callable[..., Any]] = set()


def placing(make: Callable[Read, Made]) -> Callable[Read, Made]:
    """Say that a function gives what it reads first, or the first of its parts, other places in the author's files.

    It is too quick to be kept. No page shows such places, so a `Store` knows both values as one.
    """
    _PLACING.add(make)
    return make


class Memory:
    """What the units of one run read and returned; `following` is for the next run."""

    __slots__ = ("_asked", "_before", "_held")

    def __init__(self, before: Mapping[Hashable, _Unit] | None = None) -> None:
        self._before = before or {}
        self._held: dict[Hashable, _Unit] = {}
        self._asked: list[Hashable] = []

    def unit(
        self, name: Hashable, make: Callable[Read, Made], *read: Read.args, **named: Read.kwargs
    ) -> Made:
        """Return the previous run's value if it read equal values; otherwise compute it.

        The same object counts as equal without comparing, so units that read units cost little.
        Nobody changes what a unit reads or returns.
        """
        reads = (make, read, named)
        held = self._before.get(name)
        if held is None or (held[0] != reads and make not in _LASTING):
            asked = len(self._asked)
            within: dict[str, Any] = {"unit": self.unit} if make in _NESTED else {}
            held = (reads, make(*read, **named, **within), tuple(self._asked[asked:]))
        else:
            self._held |= {one: self._before[one] for one in held[2]}
            self._asked += held[2]
        self._asked.append(name)
        self._held[name] = held
        return held[1]

    def following(self) -> Memory:
        """Return the memory for the next run, which forgets what that run does not ask for.

        This memory drops the run before it, so at most two are kept.
        """
        self._before = {}
        return Memory(self._held)


_KEPT: dict[Callable[..., Any], Callable[[], Any]] = {}
"""Functions whose results a store keeps, each with what gives the type of its result."""
_SIGNATURE = 32


def kept(
    returns: Callable[[], Any],
) -> Callable[[Callable[Read, Made]], Callable[Read, Made]]:
    """Let a `Store` keep what a function returns, of the type that `returns` gives.

    The function must be pure, and each of its arguments always of one type: digests tell apart
    values of a type, and not `1` from `"1"` or a list from a tuple.
    """

    def mark(make: Callable[Read, Made]) -> Callable[Read, Made]:
        _KEPT[make] = returns
        return make

    return mark


class Store:
    """Units of an earlier build, found by the digest of what they read.

    Keeps what functions marked as `kept` return; any other unit is computed. It is data, and reading
    it runs no code. The bytes of `packed` are taken only with the same `secret` and `program` as
    they were made with: what is damaged, of another version or by somebody else is equal to none.
    """

    def __init__(self, packed: bytes, secret: bytes, program: bytes) -> None:
        self._key = hashlib.blake2b(program, key=secret).digest()
        self._before = self._opened(packed)
        self._held: dict[bytes, Any] = {}
        self._new: list[bytes] = []
        self._lends = False
        self._identified: dict[int, tuple[object, bytes]] = {}

    def unit(
        self,
        name: Hashable,
        make: Callable[Read, Made],
        *read: Read.args,
        **named: Read.kwargs,
    ) -> Made:
        """Return what an earlier build computed from equal values; otherwise compute it.

        It is found by what it reads; only what lasts is found by its name.
        """
        returns = _KEPT.get(make)
        if returns is None:
            return self._unkept(make, read, named)
        try:
            key = encoded(name) if make in _LASTING else self._digest(make, read, named)
        except (ValueError, OverflowError):  # a lone surrogate, a number beyond 64 bits
            return make(*read, **named)
        held = self._before.get(key)
        if held is not None:
            self._held[key] = held
            as_before: Made = decoder(returns).decode(held)
            self._came_of(key, as_before)
            return as_before
        made = make(*read, **named)
        self._came_of(key, made)
        with suppress(ValueError, OverflowError):
            self._held[key] = raw(encoded(made))
            self._new.append(key)
        return made

    def _unkept(
        self, make: Callable[..., Made], read: tuple[Any, ...], named: Mapping[str, Any]
    ) -> Made:
        if make in _NESTED:
            return make(*read, **named, unit=self.unit)
        made = make(*read, **named)
        if make in _PLACING and (known := self.known(read[0])):
            self._know(made, known)
        return made

    def news(self) -> dict[bytes, Any]:
        """Return the units computed since this was last asked, for `learn` in a store like this one."""
        take = self._held.pop if self._lends else self._held.__getitem__
        new = {key: take(key) for key in self._new}
        self._new.clear()
        return new

    def lend(self) -> None:
        """Keep nothing more of what is computed: from now on this store works for another one."""
        self._lends = True

    def learn(self, news: bytes) -> None:
        """Take over units that a store like this one computed, packed by `encoded`."""
        self._before |= raws(news)

    def _came_of(self, key: bytes, made: object) -> None:
        """Know the values that a unit returned by what it read."""
        for place, one in enumerate(made if isinstance(made, tuple) else ()):
            if is_dataclass(one):
                self._know(one, key + bytes([place]))

    def _know(self, value: object, digest: bytes) -> None:
        if not self._lends:
            self._identified[id(value)] = (value, digest)

    def known(self, value: object) -> bytes | None:
        """Return the digest of a value that a unit returned, which only equal ones share."""
        held = self._identified.get(id(value))
        return None if held is None else held[1]

    def recalled(self, name: str, kind: type[Made]) -> Made | None:
        """Return what an earlier build noted under this name, if it is there."""
        noted = self._before.get(name.encode())
        return None if noted is None else decoded(noted, kind)

    def note(self, name: str, value: object) -> None:
        """Keep a value of plain types for the next build, under a name."""
        self._held[name.encode()] = raw(encoded(value))

    def packed(self) -> Iterator[bytes]:
        """Yield the units that were asked for and what was noted, for the next build, piece by piece.

        All pieces together would be as large again as what this holds.
        """
        signed = self._hash()
        for piece in pieces(self._held):
            signed.update(piece)
        yield signed.digest()
        yield from pieces(self._held)

    def _digest(
        self, make: Callable[..., Any], read: tuple[Any, ...], named: Mapping[str, Any]
    ) -> bytes:
        parts = [self._identity(one) for one in read]
        return sure_digest((make.__module__, make.__qualname__, parts, named))

    def _identity(self, value: object) -> object:
        """Digest once what many units read and compare by identity."""
        if type(value).__eq__ is not object.__eq__:
            return value
        if id(value) not in self._identified:
            # Kept with the value, so that no other gets its id.
            self._identified[id(value)] = (value, sure_digest(value))
        return self._identified[id(value)][1]

    def _opened(self, packed: bytes) -> dict[bytes, Any]:
        data = memoryview(packed)[_SIGNATURE:]
        signed = self._hash()
        signed.update(data)
        if not hmac.compare_digest(packed[:_SIGNATURE], signed.digest()):
            return {}
        return raws(data)

    def _hash(self) -> hashlib.blake2b:
        return hashlib.blake2b(key=self._key, digest_size=_SIGNATURE)
