"""What was published before: the lock of the last edition, and what moved from one to the next."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from dataclasses import field
from types import MappingProxyType

from briefing.diagnostics import Span
from briefing.model.verdict import Verdict
from briefing.values import dataclass


@dataclass(frozen=True, slots=True)
class Locked:
    """The last edition: digests of the sources and verdicts of the claims, by id."""

    sources: Mapping[str, str]
    """SHA-256 of each article's bytes, in hexadecimal."""
    verdicts: Mapping[str, Verdict]
    places: Mapping[str, Span]
    """Where a source's or claim's line is in the lock, by `source ID` or `claim ID`."""
    evidence: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Digest of what each claim rested on, by its id; empty where an older version wrote the lock."""

    @property
    def lines(self) -> tuple[str, ...]:
        """The lines of the lock, sorted; comments and line ends are no part of it."""
        sources = (f"source {id_} {digest}" for id_, digest in self.sources.items())
        claims = (f"claim {id_} {verdict}" for id_, verdict in self.verdicts.items())
        evidence = (f"evidence {id_} {digest}" for id_, digest in self.evidence.items())
        return tuple(sorted((*sources, *claims, *evidence)))

    @property
    def digest(self) -> str:
        """SHA-256 of the lines, in hexadecimal, by which an edition names its lock."""
        return hashlib.sha256("\n".join(self.lines).encode()).hexdigest()


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
    evidence: tuple[str, ...] = ()
    """Claims that rest on something else than before, whatever their verdict."""
    lock: str | None = None
    """`Locked.digest` of the lock written with it; None where an older version recorded it."""

    @property
    def is_empty(self) -> bool:
        """Whether it changed nothing: no claim, no evidence, no article."""
        claims = (self.moved, self.added, self.removed, self.evidence)
        return not any((*claims, self.sources_added, self.sources_changed, self.sources_removed))


@dataclass(frozen=True, slots=True)
class Event:
    """An edition, counted from 1, that first held a claim, moved its verdict or changed its evidence."""

    edition: int
    change: Change
    move: Move | None
    """None where the claim came, or where its evidence alone changed."""
    came: bool = False


@dataclass(frozen=True, slots=True)
class History:
    """The last edition, where one was recorded, and all editions from the first."""

    locked: Locked | None = None
    changes: tuple[Change, ...] = ()
    digests: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """SHA-256 of the bytes of each file that it was read from, by its path."""


NOTHING_YET = History()
EMPTY_LOCK = Locked(MappingProxyType({}), MappingProxyType({}), MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Edit:
    """A file of the project to be replaced; `path` is POSIX, relative to the root."""

    path: str
    text: str | bytes
    """Written as UTF-8; bytes as they are."""
    before: str | None
    """SHA-256 of the bytes it replaces; None where there is no such file yet."""
