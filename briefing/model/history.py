"""What was published before: the lock of the last edition, and what moved from one to the next."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from types import MappingProxyType

from briefing.diagnostics import Span
from briefing.model.verdict import Verdict


@dataclass(frozen=True, slots=True)
class Locked:
    """The last edition: digests of the sources and verdicts of the claims, by id."""

    sources: Mapping[str, str]
    """SHA-256 of each article's bytes, in hexadecimal."""
    verdicts: Mapping[str, Verdict]
    places: Mapping[str, Span]
    """Where a source's or claim's line stands in the lock, by `source ID` or `claim ID`."""


@dataclass(frozen=True, slots=True)
class Move:
    """A claim whose verdict is another than in the edition before."""

    claim: str
    before: Verdict
    after: Verdict


@dataclass(frozen=True, slots=True)
class Change:
    """One edition: when, why, and what it changed; ids are sorted."""

    on: str
    """ISO date."""
    why: str
    moved: tuple[Move, ...] = ()
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    sources_added: tuple[str, ...] = ()
    sources_changed: tuple[str, ...] = ()
    sources_removed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Event:
    """An edition, counted from 1, that first held a claim or moved its verdict."""

    edition: int
    change: Change
    move: Move | None
    """None where the claim came."""


@dataclass(frozen=True, slots=True)
class History:
    """The last edition, where one was recorded, and all editions from the first."""

    locked: Locked | None = None
    changes: tuple[Change, ...] = ()


NOTHING_YET = History()
EMPTY_LOCK = Locked(MappingProxyType({}), MappingProxyType({}), MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Edit:
    """A file of the project to be replaced; `path` is POSIX, relative to the root."""

    path: str
    text: str
