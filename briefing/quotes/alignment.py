"""Align the words of a quote with the words among which it was probably found.

The quote is aligned whole, the article's words before and after it are free: the least cost says
which of them the quote should have been. Words that resemble one another are rather replaced than
dropped, so that a passage ends with the word that the author meant.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from enum import Enum, IntEnum
from itertools import groupby

from briefing.values import dataclass

MOST_WORDS = 2000
"""How many words a quote may have to be aligned: it bounds memory and, with the band, time."""

_BAND = 64  # how many words an alignment may drift to either side
_SIGN = 0.4  # what a sign of punctuation weighs beside a word
_FAR = float("inf")
# What it costs to drop a word of the quote, and to take in one of the article that it has not. To
# keep a word of the quote, two of the article may be taken in.
_ADDED, _LEFT_OUT = 1.4, 0.6


class Difference(Enum):
    """How a run of words of the quote compares with the article."""

    SAME = "same"
    REPLACED = "replaced"
    ADDED = "added"  # words that the article has not
    LEFT_OUT = "left-out"  # words that only the article has


@dataclass(frozen=True, slots=True)
class Step:
    """A run of words of one kind: ranges of indices into the quote's and the article's words."""

    difference: Difference
    ours: tuple[int, int]
    theirs: tuple[int, int]


@dataclass(frozen=True, slots=True)
class Alignment:
    """The steps from the quote's words to the article's; `passage` is the range of the latter.

    `cost` is the weight of what differs, `weight` that of the whole quote.
    """

    steps: tuple[Step, ...]
    passage: tuple[int, int]
    cost: float
    weight: float


class _Move(IntEnum):
    STOP = 0
    PAIR = 1
    ADD = 2
    LEAVE = 3


def align(
    ours: Sequence[str], theirs: Sequence[str], ratio: Callable[[str, str], float]
) -> Alignment | None:
    """Align the folded words `ours` of a quote with `theirs` of the article around it.

    `ratio` says from 0 to 100 how alike two words are. None where no word pairs with any, or where
    there are more words than `MOST_WORDS`. Time is linear in the words of the quote, as long as the
    article's words are not many more than those.
    """
    if len(ours) > MOST_WORDS:
        return None
    costs = [0.0] * (len(theirs) + 1)
    moves = [bytearray(len(theirs) + 1)]
    for index, word in enumerate(ours, start=1):
        costs, row = _row(index, word, theirs, costs, len(ours), ratio)
        moves.append(row)
    cost = min(costs)
    pairs = list(_trace(moves, costs.index(cost)))[::-1]
    paired = [their for our, their in pairs if our is not None and their is not None]
    if not paired:
        return None
    steps = tuple(_steps(pairs, ours, theirs))
    weight = sum(map(_weight, ours))
    return Alignment(steps, (paired[0], paired[-1] + 1), cost, weight)


def _row(
    index: int,
    word: str,
    theirs: Sequence[str],
    above: list[float],
    height: int,
    ratio: Callable[[str, str], float],
) -> tuple[list[float], bytearray]:
    """Return the costs, and the moves that reach them, of the first `index` words of the quote."""
    width = len(theirs)
    costs, moves = [_FAR] * (width + 1), bytearray(width + 1)
    added = _ADDED * _weight(word)
    first = max(index - _BAND - max(height - width, 0), 0)
    last = min(index + _BAND + max(width - height, 0), width)
    for at in range(first, last + 1):
        best, move = above[at] + added, _Move.ADD
        if at:
            paired = above[at - 1] + _difference(word, theirs[at - 1], ratio)
            if paired <= best:
                best, move = paired, _Move.PAIR
            left = costs[at - 1] + _LEFT_OUT * _weight(theirs[at - 1])
            if left < best:
                best, move = left, _Move.LEAVE
        costs[at], moves[at] = best, move
    return costs, moves


def _trace(moves: list[bytearray], at: int) -> Iterator[tuple[int | None, int | None]]:
    """Walk back from the end; yield pairs of indices, None for the side that has no word."""
    index = len(moves) - 1
    while index:
        move = moves[index][at]
        if move == _Move.LEAVE:
            at -= 1
            yield None, at
        elif move == _Move.ADD:
            index -= 1
            yield index, None
        else:
            index, at = index - 1, at - 1
            yield index, at


def _steps(
    pairs: list[tuple[int | None, int | None]], ours: Sequence[str], theirs: Sequence[str]
) -> Iterator[Step]:
    """Gather runs of pairs that are the same, and runs that are not."""

    def same(pair: tuple[int | None, int | None]) -> bool:
        our, their = pair
        return our is not None and their is not None and ours[our] == theirs[their]

    our_at = 0
    their_at = next(their for _, their in pairs if their is not None)
    for alike, run in groupby(pairs, key=same):
        pairs_of_run = list(run)
        our_end = our_at + sum(our is not None for our, _ in pairs_of_run)
        their_end = their_at + sum(their is not None for _, their in pairs_of_run)
        if alike:
            difference = Difference.SAME
        elif their_end == their_at:
            difference = Difference.ADDED
        elif our_end == our_at:
            difference = Difference.LEFT_OUT
        else:
            difference = Difference.REPLACED
        yield Step(difference, (our_at, our_end), (their_at, their_end))
        our_at, their_at = our_end, their_end


def _weight(word: str) -> float:
    return 1.0 if word[0].isalnum() else _SIGN


def _difference(ours: str, theirs: str, ratio: Callable[[str, str], float]) -> float:
    """Return what it costs to replace a word: less than to drop both, most where nothing is like."""
    if ours == theirs:
        return 0.0
    if ours.casefold() == theirs.casefold():
        return 0.5
    if not (ours[0].isalnum() and theirs[0].isalnum()):
        both_signs = not (ours[0].isalnum() or theirs[0].isalnum())
        return _SIGN if both_signs else _FAR
    if ours[0].isdigit() and theirs[0].isdigit():
        return 1.0
    return 1.0 if ratio(ours, theirs) >= 50 else 1.5
