"""Find quotes in articles: folding, body, exact place, nearest passage, sense, context.

Everything here is pure and says what it found as values; `anchor` turns them into diagnostics.
"""

from __future__ import annotations

from briefing.quotes.alignment import Difference
from briefing.quotes.around import Around, around
from briefing.quotes.body import Body, CutProblem, Fault, Part, Span, Uncut, cut, outside
from briefing.quotes.context import OMITTED, Context, context
from briefing.quotes.denied import denied
from briefing.quotes.folding import Folded, fold
from briefing.quotes.matching import (
    Ambiguous,
    Empty,
    InsideWord,
    Lack,
    Match,
    Missing,
    Outcome,
    locate,
)
from briefing.quotes.nearest import Change, Suggestion, nearest
from briefing.quotes.sense import SenseWarning, Where, turned
from briefing.quotes.sentences import clause_start, sentence_ends

__all__ = [
    "OMITTED",
    "Ambiguous",
    "Around",
    "Body",
    "Change",
    "Context",
    "CutProblem",
    "Difference",
    "Empty",
    "Fault",
    "Folded",
    "InsideWord",
    "Lack",
    "Match",
    "Missing",
    "Outcome",
    "Part",
    "SenseWarning",
    "Span",
    "Suggestion",
    "Uncut",
    "Where",
    "around",
    "clause_start",
    "context",
    "cut",
    "denied",
    "fold",
    "locate",
    "nearest",
    "outside",
    "sentence_ends",
    "turned",
]
