"""Find how much of one text appears in another too, by runs of words (shingles)."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.quotes import sentence_ends
from briefing.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

RUN = 5
"""Words of a shingle: shorter runs are shared by texts that have nothing to do with each other."""
LARGE = 0.3
"""The share of a text from which it largely repeats another."""
_MOST_SHOWN = 3
_TOKEN = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]|[^\W_]+")


@dataclass(frozen=True, slots=True)
class Overlap:
    """What two texts share."""

    share: float
    """The part of a text's words, from 0 to 1, that are in runs shared with the other."""
    of_other: bool
    """Whether it is the other text of which that is the part: the greater of the two is given."""
    sentences: tuple[tuple[int, str], ...]
    """The longest shared sentences of the first text with their offsets in code points, in its order."""


class Shingled:
    """A text, prepared to be compared with many others."""

    def __init__(self, text: str, language: str) -> None:
        self.text = text
        self.language = language
        self.tokens = tokens(text)
        self.runs = frozenset(runs(self.tokens))

    def overlap(self, other: str) -> Overlap | None:
        """Return what the text shares with another if that is a large part of either."""
        theirs = tokens(other)
        held = frozenset(runs(theirs))
        own, other_share = _covered(self.tokens, held), _covered(theirs, self.runs)
        if max(own, other_share) < LARGE:
            return None
        shared = sorted(_shared(self.text, self.language, held), key=lambda one: -len(one[1]))
        return Overlap(
            max(own, other_share), other_share > own, tuple(sorted(shared[:_MOST_SHOWN]))
        )


def tokens(text: str) -> tuple[str, ...]:
    """Return the words of a text, or its characters in scripts without blanks, case folded."""
    return tuple(_TOKEN.findall(text.casefold()))


def runs(held: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """Yield each run of `RUN` words."""
    return zip(*(held[start:] for start in range(RUN)), strict=False)


def _covered(held: Sequence[str], theirs: frozenset[tuple[str, ...]]) -> float:
    """Return the part of some words that appear in runs of another text."""
    inside, until = 0, 0
    for start, run in enumerate(runs(held)):
        if run in theirs:
            inside += start + RUN - max(start, until)
            until = start + RUN
    return inside / len(held) if held else 0.0


def _shared(
    text: str, language: str, theirs: frozenset[tuple[str, ...]]
) -> Iterator[tuple[int, str]]:
    """Yield the sentences that appear in the other text too, nearly to the word."""
    start = 0
    for end, following in (*sentence_ends(text, language), (len(text), len(text))):
        sentence = text[start:end]
        if _covered(tokens(sentence), theirs) > 0.8:
            skipped = len(sentence) - len(sentence.lstrip())
            yield start + skipped, " ".join(sentence.split())
        start = following
