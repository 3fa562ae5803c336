"""What can be wrong with an author's files, as values with a place.

A diagnostic tells the author which words of which file to mend. Every code stands once in
`CODES`, with the severity it has unless `briefing.yaml` says otherwise, and has a heading of the
same name in `docs/diagnostics.md`.
"""

from __future__ import annotations

import difflib
from bisect import bisect_left
from dataclasses import dataclass, replace
from enum import StrEnum
from functools import lru_cache
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence


class Severity(StrEnum):
    """How much a finding weighs: an error blocks publishing, a warning only under `--strict`."""

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
class Diagnostic:
    """One finding about an author's file.

    `message` says what is wrong, `label` stands beside the caret, `hint` says what to do.
    """

    code: str
    severity: Severity
    message: str
    at: Span
    related: tuple[Related, ...] = ()
    hint: str | None = None
    label: str | None = None


CODES: Mapping[str, Severity] = {
    # briefing.yaml and files as such
    "bad-encoding": Severity.ERROR,
    "lock-broken": Severity.ERROR,
    "file-missing": Severity.ERROR,
    "file-too-large": Severity.ERROR,
    "outside-project": Severity.ERROR,
    "unreadable-file": Severity.ERROR,
    # YAML
    "yaml-syntax": Severity.ERROR,
    "yaml-refused": Severity.ERROR,
    "yaml-cut": Severity.ERROR,
    "duplicate-key": Severity.ERROR,
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
    "unknown-claim": Severity.ERROR,
    "duplicate-source-file": Severity.ERROR,
    "derivation-cycle": Severity.ERROR,
    "voice-cycle": Severity.ERROR,
    # bodies and quotes
    "body-not-found": Severity.ERROR,
    "body-ambiguous": Severity.ERROR,
    "quote-not-found": Severity.ERROR,
    "quote-ambiguous": Severity.ERROR,
    "quote-cuts-word": Severity.ERROR,
    "quote-outside-body": Severity.ERROR,
    "quote-empty": Severity.ERROR,
    "duplicate-evidence": Severity.ERROR,
    "sense-turned": Severity.WARNING,
    "unclaimed-figure": Severity.ERROR,
    "unclaimed-sentence": Severity.ERROR,
    # figures and stances
    "stance-key": Severity.ERROR,
    "figure-ambiguous": Severity.ERROR,
    "figure-missing": Severity.ERROR,
    "figure-not-in-quote": Severity.ERROR,
    "figure-not-in-statement": Severity.ERROR,
    "figure-before-period-ends": Severity.ERROR,
    "formula-wrong": Severity.ERROR,
    "formula-result": Severity.ERROR,
    "formula-cycle": Severity.ERROR,
    "period-differs": Severity.WARNING,
    "support-differs": Severity.WARNING,
    "scope-differs": Severity.WARNING,
    "quote-denies": Severity.WARNING,
    "figures-contradict": Severity.WARNING,
    # since the last edition
    "source-changed": Severity.WARNING,
    "verdict-moved": Severity.NOTE,
    # narratives
    "citation-unknown": Severity.ERROR,
    "citation-malformed": Severity.ERROR,
    "unbound-figure": Severity.ERROR,
    "figure-differs": Severity.ERROR,
    "narrative-missing": Severity.WARNING,
    "unsafe-link": Severity.ERROR,
    # the look and the output
    "template-error": Severity.ERROR,
    "page-collision": Severity.ERROR,
    "search-failed": Severity.ERROR,
    "output-refused": Severity.ERROR,
}
"""Every code with its usual severity."""

YIELDING = frozenset(
    {
        "body-not-found", "body-ambiguous", "quote-not-found", "quote-ambiguous", "quote-cuts-word",
        "quote-outside-body", "quote-empty", "duplicate-evidence", "unclaimed-figure",
        "unclaimed-sentence", "missing-because", "stance-key", "figure-ambiguous", "figure-missing",
        "figure-not-in-quote", "figure-not-in-statement", "figure-before-period-ends",
        "formula-wrong", "formula-result", "formula-cycle", "citation-unknown",
        "citation-malformed", "unbound-figure", "figure-differs", "unsafe-link",
    }
)  # fmt: skip
"""Errors that a project may lower, and never switch off: they speak of quotes, figures and prose.
A quote that does not stand is no evidence all the same. The other errors say that a file, an entry
or an id could not be read, or that nothing can be written."""


def diagnostic(
    code: str,
    at: Span,
    message: str,
    *,
    hint: str | None = None,
    label: str | None = None,
    related: tuple[Related, ...] = (),
) -> Diagnostic:
    """Make a diagnostic of a known code at its usual severity; an unknown code is a `KeyError`."""
    return Diagnostic(code, CODES[code], message, at, related, hint, label)


_MANY = 100
"""From here on a word is not compared letter by letter with every option."""
_REACH = 10
"""How many options to each side of a word's place in their order are compared then."""


def near_word(word: str, options: Sequence[str]) -> str | None:
    """Give the nearest of some words; None where none is near.

    Of many options only those are compared that begin or end most like the word, so that a thousand
    wrong ids among a thousand others are told in little time.
    """
    if len(options) > _MANY:
        forwards, backwards = _orders(tuple(options))
        reversed_ = (option[::-1] for option in _beside(word[::-1], backwards))
        options = [*_beside(word, forwards), *reversed_]
    return next(iter(difflib.get_close_matches(word, options, n=1)), None)


@lru_cache(maxsize=4)
def _orders(options: tuple[str, ...]) -> tuple[tuple[str, ...], tuple[str, ...]]:
    """Sort words by their beginnings and, written backwards, by their ends."""
    return tuple(sorted(options)), tuple(sorted(option[::-1] for option in options))


def _beside(word: str, ordered: tuple[str, ...]) -> tuple[str, ...]:
    at = bisect_left(ordered, word)
    return ordered[max(at - _REACH, 0) : at + _REACH]


def did_you_mean(word: str, options: Sequence[str]) -> str | None:
    """Suggest the nearest of some words, as a hint; None where none is near."""
    near = near_word(word, options)
    return f"did you mean '{near}'?" if near else None


def settle(
    found: Iterable[Diagnostic], severities: Mapping[str, Severity]
) -> tuple[Diagnostic, ...]:
    """Apply a project's severities, drop what is off, sort by place and drop repeats."""
    weighed = (replace(one, severity=severities.get(one.code, one.severity)) for one in found)
    kept = {one: None for one in weighed if one.severity is not Severity.OFF}
    return tuple(sorted(kept, key=lambda one: (one.at, one.code, one.message)))


def blocks(found: Iterable[Diagnostic], *, strict: bool = False) -> bool:
    """Say whether findings forbid publishing: any error, under `strict` any warning too."""
    grave = {Severity.ERROR, Severity.WARNING} if strict else {Severity.ERROR}
    return any(one.severity in grave for one in found)
