"""Record an edition: what is published now, and what changed since the last one."""

from __future__ import annotations

import json
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefing.checks.digests import of_evidence
from briefing.model.history import EMPTY_LOCK, Change, Edit, Locked, Move

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing.model.history import History
    from briefing.model.judged import Judged

LOCK = "content/briefing.lock"
CHANGES = "content/changes.yaml"
_LOCK_HEAD = "# Written by `briefing lock`: the sources and verdicts of the last edition.\n"
_CHANGES_HEAD = "# Written by `briefing lock`: one entry for each edition, the newest last.\n"


def record(
    judged: Judged, history: History, *, why: str, on: str
) -> tuple[Change, tuple[Edit, ...]]:
    """Compare with the last edition; return the change and the files that record the new edition.

    `on` is an ISO date. Where nothing changed there is no edition, and no file.
    """
    now = _locked(judged)
    change = _compare(history.locked or EMPTY_LOCK, now, why, on)
    if history.changes and change.is_empty:
        return change, ()
    entries = (*history.changes, change)
    texts = {
        LOCK: _LOCK_HEAD + "".join(f"{line}\n" for line in now.lines),
        CHANGES: _CHANGES_HEAD + "".join(_entry(one) for one in entries),
    }
    edits = (Edit(path, text, history.digests.get(path)) for path, text in texts.items())
    return change, tuple(edits)


def _locked(judged: Judged) -> Locked:
    digests = {id_: one.sha256 for id_, one in judged.articles.items()}
    verdicts = {id_: one.verdict for id_, one in judged.judgements.items()}
    evidence = {id_: of_evidence(one.claim) for id_, one in judged.judgements.items()}
    return Locked(
        MappingProxyType(digests),
        MappingProxyType(verdicts),
        MappingProxyType({}),
        MappingProxyType(evidence),
    )


def _compare(locked: Locked, now: Locked, why: str, on: str) -> Change:
    verdicts, digests = now.verdicts, now.sources
    return Change(
        on=on,
        why=why,
        moved=tuple(
            Move(id_, locked.verdicts[id_], verdict)
            for id_, verdict in sorted(verdicts.items())
            if locked.verdicts.get(id_, verdict) is not verdict
        ),
        added=tuple(sorted(set(verdicts) - set(locked.verdicts))),
        removed=tuple(sorted(set(locked.verdicts) - set(verdicts))),
        evidence=tuple(
            id_
            for id_, digest in sorted(now.evidence.items())
            if locked.evidence.get(id_, digest) != digest
        ),
        sources_added=tuple(sorted(set(digests) - set(locked.sources))),
        sources_changed=tuple(
            id_
            for id_, digest in sorted(digests.items())
            if locked.sources.get(id_, digest) != digest
        ),
        sources_removed=tuple(sorted(set(locked.sources) - set(digests))),
        lock=now.digest,
    )


def _entry(change: Change) -> str:
    return "".join(f"{line}\n" for line in _lines(change))


def _lines(change: Change) -> Iterator[str]:
    yield f"- date: {change.on}"
    yield f"  why: {_quoted(change.why)}"
    if change.lock:
        yield f"  lock: {change.lock}"
    if change.moved:
        yield "  moved:"
        for move in change.moved:
            yield f"    {move.claim}: {{before: {move.before}, after: {move.after}}}"
    yield from _list("  ", "added", change.added)
    yield from _list("  ", "removed", change.removed)
    yield from _list("  ", "evidence", change.evidence)
    sources = [
        *_list("    ", "added", change.sources_added),
        *_list("    ", "changed", change.sources_changed),
        *_list("    ", "removed", change.sources_removed),
    ]
    if sources:
        yield "  sources:"
        yield from sources


def _quoted(text: str) -> str:
    """Write text in double quotes so that YAML reads it back; forbidden characters are escaped."""
    return "".join(
        char if char.isprintable() else f"\\U{ord(char):08x}"
        for char in json.dumps(text, ensure_ascii=False)
    )


def _list(indent: str, key: str, ids: Iterable[str]) -> Iterator[str]:
    held = tuple(ids)
    if held:
        yield f"{indent}{key}:"
        yield from (f"{indent}  - {id_}" for id_ in held)
