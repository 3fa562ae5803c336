"""Read what `briefing lock` wrote: `content/briefing.lock` and `content/changes.yaml`."""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, ClassVar, Literal

from briefing.diagnostics import Diagnostic, Span, diagnostic
from briefing.load.keys import CLOSED
from briefing.load.settings import is_date
from briefing.located import decode, parse
from briefing.model.history import Change, History, Locked, Move
from briefing.model.verdict import Verdict
from briefing.units import kept

if TYPE_CHECKING:
    from collections.abc import Iterator

LOCK = "content/briefing.lock"
CHANGES = "content/changes.yaml"
_LINE = re.compile(
    r"(?P<subject>source (?P<source>[a-z0-9-]+)) (?P<digest>[0-9a-f]{64})"
    r"|(?P<quotes>evidence (?P<rests>[a-z0-9-]+)) (?P<held>[0-9a-f]{16})"
    r"|(?P<about>claim (?P<claim>[a-z0-9-]+)) (?P<verdict>corroborated|disputed|unsupported)"
    r"|#.*|"
)


@dataclass(frozen=True, slots=True)
class MoveForm:
    """The verdicts of a claim before and after."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED
    before: Literal["corroborated", "disputed", "unsupported"]
    after: Literal["corroborated", "disputed", "unsupported"]


@dataclass(frozen=True, slots=True)
class SourceChangesForm:
    """Ids of sources that came, changed or went."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED
    added: tuple[str, ...] = ()
    changed: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ChangeForm:
    """An edition in `content/changes.yaml`."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED
    date: str
    why: str
    moved: dict[str, MoveForm] = field(default_factory=dict)
    added: tuple[str, ...] = ()
    removed: tuple[str, ...] = ()
    evidence: tuple[str, ...] = ()
    sources: SourceChangesForm = field(default_factory=SourceChangesForm)
    lock: str | None = None


@kept(lambda: tuple[Locked | None, tuple[Diagnostic, ...]])
def read_lock(text: str) -> tuple[Locked | None, tuple[Diagnostic, ...]]:
    """Read the text of the lock into values; an unknown line is an error."""
    sources: dict[str, str] = {}
    verdicts: dict[str, Verdict] = {}
    places: dict[str, Span] = {}
    evidence: dict[str, str] = {}
    for number, line in enumerate(text.removeprefix("\ufeff").split("\n"), 1):
        at = Span(LOCK, number, 1, number, len(line) + 1)
        match = _LINE.fullmatch(line.rstrip("\r"))
        if match is None:
            return None, (_broken("invalid line in the lock", at),)
        subject = match["subject"] or match["about"] or match["quotes"]
        if subject in places:
            return None, (_broken(f"'{subject}' appears twice", at),)
        if match["source"]:
            sources[match["source"]] = match["digest"]
        elif match["claim"]:
            verdicts[match["claim"]] = Verdict(match["verdict"])
        elif match["rests"]:
            evidence[match["rests"]] = match["held"]
        if subject:
            places[subject] = at
    return Locked(
        MappingProxyType(sources),
        MappingProxyType(verdicts),
        MappingProxyType(places),
        MappingProxyType(evidence),
    ), ()


def _broken(message: str, at: Span) -> Diagnostic:
    hint = "restore the last edition's file, or delete it and run briefing lock -m WHY"
    return diagnostic("lock-broken", at, message, hint=hint)


def check_history(history: History) -> Iterator[Diagnostic]:
    """Tell when the lock is not the one that was written with the last edition.

    They are two files: a merge, a copy or a half-restored backup may take one without the other,
    and the next edition would then record nothing of what moved in between.
    """
    if not history.changes:
        if history.locked is not None:
            hint = "restore the file of editions, or delete the lock and run briefing lock -m WHY"
            message = f"no edition in {CHANGES} recorded this lock"
            yield diagnostic("lock-broken", Span(LOCK), message, hint=hint)
        return
    named = history.changes[-1].lock
    if named is None or (history.locked is not None and history.locked.digest == named):
        return
    hint = (
        f"restore {LOCK} and {CHANGES} from the same commit, or delete the line 'lock:' of the"
        " last edition to go on from the lock as it is"
    )
    if history.locked is None:
        message = f"the last edition was recorded with a lock, but {LOCK} does not exist"
        yield diagnostic("lock-broken", Span(CHANGES), message, hint=hint)
    else:
        message = f"this lock is not the one of the last edition in {CHANGES}"
        yield diagnostic("lock-broken", Span(LOCK), message, hint=hint)


@kept(lambda: tuple[tuple[Change, ...], tuple[Diagnostic, ...]])
def read_changes(text: str) -> tuple[tuple[Change, ...], tuple[Diagnostic, ...]]:
    """Read the text of the changes into editions, oldest first."""
    root, found = parse(text, CHANGES)
    if root is None:
        return (), found
    changes: list[Change] = []
    mistakes = list(found)
    if not root.is_list and (root.keys or not root.is_mapping):
        mistakes.append(diagnostic("bad-value", root.at, "must be a list"))
    for element in root.elements():
        form, wrong = decode(element, ChangeForm)
        mistakes.extend(wrong)
        if form is None:
            continue
        if not is_date(form.date):
            node = element.get("date")
            at = node.at if node else element.at
            mistakes.append(diagnostic("bad-date", at, f"invalid date '{form.date}'"))
        changes.append(_change(form))
    return tuple(changes), tuple(mistakes)


def _change(form: ChangeForm) -> Change:
    return Change(
        on=form.date,
        why=form.why,
        moved=tuple(_moves(form)),
        added=form.added,
        removed=form.removed,
        evidence=form.evidence,
        sources_added=form.sources.added,
        sources_changed=form.sources.changed,
        sources_removed=form.sources.removed,
        lock=form.lock,
    )


def _moves(form: ChangeForm) -> Iterator[Move]:
    for claim, move in form.moved.items():
        yield Move(claim, Verdict(move.before), Verdict(move.after))
