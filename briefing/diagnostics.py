"""What can be wrong with an author's files, as values with a place.

A diagnostic tells the author which words of which file to fix. `CODES` lists every code once, with its severity
unless `briefing.yaml` changes it. Each code has a heading of the same name in `docs/diagnostics.md`.
"""

from __future__ import annotations

import difflib
from bisect import bisect_left
from collections import Counter
from enum import StrEnum
from functools import lru_cache
from operator import attrgetter
from typing import TYPE_CHECKING

from briefing.values import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


class Severity(StrEnum):
    """How serious a finding is: an error blocks publishing, a warning only under `--strict`."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    OFF = "off"


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of one file.

    `file` is relative to the project's root with forward slashes; lines and columns count from 1,
    columns in Unicode code points; the end is exclusive.
    """

    file: str
    line: int = 1
    column: int = 1
    end_line: int = 1
    end_column: int = 1


@dataclass(frozen=True, slots=True)
class Related:
    """A second place that explains a diagnostic, such as the nearest passage of the article."""

    at: Span
    message: str


@dataclass(frozen=True, slots=True)
class Fix:
    """The one right answer to a finding: a text of the author's file, and what it should say.

    With a `key`, that key is added beside the text, with `words` as its value.
    """

    at: Span
    words: str
    key: str | None = None


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """One finding about an author's file.

    `message` says what is wrong, `label` is shown beside the caret, `hint` says how to fix it.
    """

    code: str
    severity: Severity
    message: str
    at: Span
    related: tuple[Related, ...] = ()
    hint: str | None = None
    label: str | None = None
    fix: Fix | None = None


CODES: Mapping[str, Severity] = {
    # briefing.yaml and files as such
    "bad-encoding": Severity.ERROR,
    "lock-broken": Severity.ERROR,
    "file-changed": Severity.ERROR,
    "file-missing": Severity.ERROR,
    "file-too-large": Severity.ERROR,
    "outside-project": Severity.ERROR,
    "unreadable-file": Severity.ERROR,
    # YAML
    "yaml-syntax": Severity.ERROR,
    "yaml-refused": Severity.ERROR,
    "yaml-cut": Severity.ERROR,
    "schema-stale": Severity.NOTE,
    "duplicate-key": Severity.ERROR,
    "ignore-unused": Severity.WARNING,
    "ignore-wrong": Severity.WARNING,
    # the shape of an entry
    "unknown-key": Severity.ERROR,
    "missing-key": Severity.ERROR,
    "bad-value": Severity.ERROR,
    "bad-date": Severity.ERROR,
    "bad-period": Severity.ERROR,
    "bad-id": Severity.ERROR,
    "duplicate-id": Severity.ERROR,
    "missing-because": Severity.ERROR,
    "empty-claims": Severity.WARNING,
    # references between files
    "unknown-source": Severity.ERROR,
    "unknown-publisher": Severity.ERROR,
    "unknown-topic": Severity.ERROR,
    "unknown-entity": Severity.ERROR,
    "unknown-voice": Severity.WARNING,
    "unknown-claim": Severity.ERROR,
    "duplicate-source-file": Severity.ERROR,
    "derivation-cycle": Severity.ERROR,
    "voice-cycle": Severity.ERROR,
    # articles, their bodies and quotes
    "article-doubtful": Severity.WARNING,
    "article-empty": Severity.WARNING,
    "text-repeated": Severity.WARNING,
    "reference-unused": Severity.ERROR,
    "pdf-page-empty": Severity.WARNING,
    "pdf-unread": Severity.ERROR,
    "body-not-found": Severity.ERROR,
    "body-ambiguous": Severity.ERROR,
    "quote-not-found": Severity.ERROR,
    "quote-ambiguous": Severity.ERROR,
    "quote-cuts-word": Severity.ERROR,
    "quote-outside-body": Severity.ERROR,
    "quote-empty": Severity.ERROR,
    "duplicate-evidence": Severity.ERROR,
    "sense-turned": Severity.WARNING,
    "number-unread": Severity.WARNING,
    "head-missing": Severity.WARNING,
    "head-unread": Severity.ERROR,
    "unclaimed-figure": Severity.ERROR,
    "unclaimed-sentence": Severity.ERROR,
    # figures and stances
    "stance-key": Severity.ERROR,
    "language-other": Severity.WARNING,
    "translation-differs": Severity.ERROR,
    "language-unread": Severity.WARNING,
    "language-untranslated": Severity.NOTE,
    "figure-ambiguous": Severity.ERROR,
    "figure-missing": Severity.ERROR,
    "figure-not-in-quote": Severity.ERROR,
    "figure-not-in-statement": Severity.ERROR,
    "figure-before-period-ends": Severity.ERROR,
    "formula-wrong": Severity.ERROR,
    "formula-result": Severity.ERROR,
    "formula-cycle": Severity.ERROR,
    "period-differs": Severity.WARNING,
    "result-undated": Severity.WARNING,
    "support-differs": Severity.WARNING,
    "scope-differs": Severity.WARNING,
    "source-retracted": Severity.WARNING,
    "quote-denies": Severity.WARNING,
    "figures-contradict": Severity.WARNING,
    "qualifier-unsaid": Severity.NOTE,
    "wording-differs": Severity.WARNING,
    # since the last edition
    "source-changed": Severity.WARNING,
    "verdict-moved": Severity.NOTE,
    "review-void": Severity.WARNING,
    "edits-finished": Severity.NOTE,
    "edits-refused": Severity.ERROR,
    # narratives
    "citation-unknown": Severity.ERROR,
    "citation-malformed": Severity.ERROR,
    "unbound-figure": Severity.ERROR,
    "figure-differs": Severity.ERROR,
    "narrative-missing": Severity.WARNING,
    "answer-missing": Severity.NOTE,
    "unsafe-link": Severity.ERROR,
    # the look and the output
    "template-error": Severity.ERROR,
    "page-collision": Severity.ERROR,
    "bad-file-name": Severity.ERROR,
    "search-failed": Severity.ERROR,
    "output-refused": Severity.ERROR,
}
"""Every code with its default severity."""

YIELDING = frozenset({
    "body-not-found", "body-ambiguous", "quote-not-found", "quote-ambiguous", "quote-cuts-word",
    "quote-outside-body", "quote-empty", "duplicate-evidence", "unclaimed-figure",
    "unclaimed-sentence", "missing-because", "stance-key", "figure-ambiguous", "figure-missing",
    "figure-not-in-quote", "figure-not-in-statement", "figure-before-period-ends",
    "formula-wrong", "formula-result", "formula-cycle", "citation-unknown",
    "citation-malformed", "translation-differs", "unbound-figure", "figure-differs", "unsafe-link",
})  # fmt: skip
"""Errors that a project may lower but not turn off: those about quotes, figures and prose."""


def diagnostic(
    code: str,
    at: Span,
    message: str,
    *,
    hint: str | None = None,
    label: str | None = None,
    related: tuple[Related, ...] = (),
    fix: Fix | None = None,
) -> Diagnostic:
    """Make a diagnostic of a known code at its default severity; `KeyError` for an unknown code."""
    return Diagnostic(code, CODES[code], message, at, related, hint, label, fix)


_MANY = 100
"""With more options than this, a word is not compared with every option."""
_REACH = 10
"""How many options are then compared on each side of the word's place in sorted order."""


def near_word(word: str, options: Sequence[str], likeness: float = 0.6) -> str | None:
    """Return the closest of some other words, or None if none is close.

    `likeness` is the share of letters in common, from 0 to 1, from which a word is close.

    Of many options only those that begin or end most like it are compared, for a thousand wrong ids.
    """
    if len(options) > _MANY:
        forwards, backwards = _orders(tuple(options))
        options = [*_beside(word, forwards), *(one[::-1] for one in _beside(word[::-1], backwards))]
    options = [option for option in options if option != word]
    return next(iter(difflib.get_close_matches(word, options, n=1, cutoff=likeness)), None)


@lru_cache(maxsize=4)
def _orders(options: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Return the words sorted, and the reversed words sorted."""
    return tuple(sorted(options)), tuple(sorted(option[::-1] for option in options))


def _beside(word: str, ordered: tuple[str, ...]) -> tuple[str, ...]:
    at = bisect_left(ordered, word)
    return ordered[max(at - _REACH, 0) : at + _REACH]


def did_you_mean(word: str, options: Sequence[str]) -> str | None:
    """Return a hint with the closest of some words, or None if none is close."""
    return f"did you mean '{near}'?" if (near := near_word(word, options)) else None


def settle(
    found: Iterable[Diagnostic], severities: Mapping[str, Severity]
) -> tuple[Diagnostic, ...]:
    """Apply a project's severities, drop findings that are off, sort by place, remove repeats."""
    kept = {
        one if severity is one.severity else replace(one, severity=severity): None
        for one in found
        if (severity := severities.get(one.code, one.severity)) is not Severity.OFF
    }
    return tuple(sorted(kept, key=_PLACE))


_PLACE = attrgetter(*"at.file at.line at.column at.end_line at.end_column code message".split())


def blocks(found: Iterable[Diagnostic], *, strict: bool = False) -> bool:
    """Return whether findings block publishing: errors, and under `strict` warnings too."""
    grave = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(one.severity in grave for one in found)


MAX_FINDINGS = 100
"""How many findings of one code are shown for one file; more are counted."""


@dataclass(frozen=True, slots=True)
class Rest:
    """Findings of one code in one file that are counted and not shown."""

    code: str
    severity: Severity
    file: str
    count: int

    @property
    def message(self) -> str:
        """Say how many they are."""
        return f"and {self.count:,} more of this code in this file"


def bounded(found: Iterable[Diagnostic]) -> tuple[tuple[Diagnostic, ...], tuple[Rest, ...]]:
    """Return the findings to show, in their order, and what is left of those that are too many."""
    shown: list[Diagnostic] = []
    counts: Counter[tuple[str, Severity, str]] = Counter()
    for one in found:
        kind = one.code, one.severity, one.at.file
        counts[kind] += 1
        if counts[kind] <= MAX_FINDINGS:
            shown.append(one)
    rests = (Rest(*kind, count - MAX_FINDINGS) for kind, count in counts.items())
    return tuple(shown), tuple(rest for rest in rests if rest.count > 0)
