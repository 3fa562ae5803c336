"""Tell which of the periods that a text names are those of one of its figures."""

from __future__ import annotations

import re
from bisect import bisect_left, bisect_right
from collections import defaultdict
from collections.abc import Sequence
from functools import lru_cache
from operator import itemgetter
from typing import Final

from briefing.figures.numbers import read
from briefing.figures.periods.governing_words import Words, words_of
from briefing.figures.periods.mentions import EARLIER, mentioned
from briefing.figures.periods.own_clause import in_own_clause
from briefing.figures.periods.telling import Telling, telling_of
from briefing.language.parting import parted
from briefing.model.figures import Quantity, QuantityKind, Sign
from briefing.model.periods import PeriodMention
from briefing.values import dataclass

_NO_FIGURES: Final = frozenset({QuantityKind.DURATION, QuantityKind.ORDINAL})
RATIOS: Final = frozenset({QuantityKind.PERCENT, QuantityKind.POINTS, QuantityKind.MULTIPLE})
_NEAR: Final = 40
"""How far before a figure `from` is looked for, in code points."""
_FAR: Final = 160
"""How far between a figure and a period words that part them are looked for."""

Mentions = tuple[PeriodMention, ...]
_DIGIT: Final = re.compile(r"\d")

_Place = tuple[int, int]
"""Where a figure starts and ends."""


@dataclass(frozen=True, slots=True)
class Governing:
    """Hold the periods of one figure, and those that words give other figures or compare it with."""

    own: Mentions
    others: Mentions
    against: Mentions = ()
    """Those of `others` that the figure itself is compared with."""


def governing(text: str, quantity: Quantity | None, language: str) -> Governing:
    """Give the periods of a figure that was read from a text, or, without one, of all that it says.

    `language` is a language of `languages()`. A period is of the figure beside it; figures that words
    join share one, and a figure that others are compared with has only what it is given itself. What
    a sentence does not say is taken from those before it.
    """
    words = parted(text, language)
    if words is not None:
        inner = governing(words.text, words.into(quantity) if quantity else None, language)
        kinds = (inner.own, inner.others, inner.against)
        return Governing(*(tuple(map(words.out, held)) for held in kinds))
    telling = telling_of(language)
    told = [m for m in mentioned(text, language) if not _is_beside_the_point(text, m, telling)]
    changes = quantity is not None and is_change(quantity)
    if changes:
        told = [m for m in told if m.relation != EARLIER]
    against = [m for m in told if telling.is_compared(text, m, is_change=_is_after(m, quantity))]
    if quantity is None or not told:
        own = tuple(m for m in told if m not in against)
        return Governing(own, tuple(against), tuple(against))
    return _Sentences(text, quantity, told, against, language).governing()


def _is_after(mention: PeriodMention, quantity: Quantity | None) -> bool:
    """Tell whether a change may be one `from` or `over` a period, which then comes after it."""
    is_behind = quantity is not None and is_change(quantity) and quantity.end <= mention.start
    return mention.relation == EARLIER or is_behind


def is_change(quantity: Quantity) -> bool:
    """Tell whether a figure is a change with a direction in words; a profit or a loss is not."""
    return quantity.sign is not Sign.UNSAID and quantity.kind in RATIOS


def _is_beside_the_point(text: str, mention: PeriodMention, telling: Telling) -> bool:
    return mention.label is not None and telling.is_incidental(text, mention)


def beside(text: str, quantity: Quantity, told: Sequence[PeriodMention], language: str) -> Mentions:
    """Give which of some words of a text are of a figure in their sentence, alone or with those before it."""
    return _Sentences(text, quantity, told, (), language).beside()


class _Sentences:
    """Knows the sentences of a text, and the figures and periods in the one of a figure."""

    def __init__(
        self,
        text: str,
        quantity: Quantity,
        told: Sequence[PeriodMention],
        against: Sequence[PeriodMention],
        language: str,
    ) -> None:
        self.text, self.quantity = text, quantity
        self.against = frozenset(against)
        self.language, self.words = language, words_of(language)
        self.starts = [0, *(match.end() for match in self.words.sentence.finditer(text))]
        self.held: dict[int, list[PeriodMention]] = defaultdict(list)
        for mention in told:
            self.held[self._number(mention.start)].append(mention)
        self.figures: dict[int, list[_Place]] = defaultdict(list)
        for place in _figures(text, language, quantity):
            if not _overlaps(place, told):
                self.figures[self._number(place[0])].append(place)

    def beside(self) -> Mentions:
        return self._sentence(self._number(self.quantity.start)).own(shares_left=False)

    def _number(self, place: int) -> int:
        """Give the number of the sentence that holds a place, from 0."""
        return bisect_right(self.starts, place) - 1

    def governing(self) -> Governing:
        at = self._number(self.quantity.start)
        here = self._sentence(at)
        own = here.own()
        given = frozenset(own)
        rest = tuple(m for m in here.told if m not in given)
        if own or rest:
            return Governing(own, rest, here.against_it())
        for before in reversed(range(at)):
            if known := self._sentence(before).known():
                return Governing(known, ())
        for after in range(at + 1, len(self.starts)):
            sentence = self._sentence(after)
            if not sentence.figures and (known := sentence.known()):
                return Governing(known, ())
        return Governing((), ())

    def _sentence(self, at: int) -> _Sentence:
        own = (self.quantity.start, self.quantity.end)
        figures = self.figures.get(at, [])
        if self._number(own[0]) == at and own not in figures:
            figures = sorted([*figures, own])
        told = self.held.get(at, [])
        return _Sentence(self.text, self.words, figures, told, self.against, own)


def _overlaps(place: _Place, told: Sequence[PeriodMention]) -> bool:
    """Tell whether a figure is in the words of a period; these are in order and apart."""
    at = bisect_left(told, place[1], key=lambda one: one.start) - 1
    return at >= 0 and told[at].end > place[0]


@lru_cache(maxsize=8)
def _figures(text: str, language: str, quantity: Quantity) -> tuple[_Place, ...]:
    """Give where the figures of a text start and end, lengths of time and ordinals aside."""
    kinds = _NO_FIGURES - {quantity.kind}
    return tuple((one.start, one.end) for one in read(text, language) if one.kind not in kinds)


class _Sentence:
    """Binds each period of a sentence to one of its figures."""

    def __init__(
        self,
        text: str,
        words: Words,
        figures: Sequence[_Place],
        told: Sequence[PeriodMention],
        against: frozenset[PeriodMention],
        of: _Place,
    ) -> None:
        self.text, self.words, self.of = text, words, of
        self.figures, self.told, self.against = figures, told, against
        self.bound: list[list[PeriodMention]] = [[] for _ in figures]
        for mention in told:
            at = self._figure_of(mention)
            if at is not None:
                self.bound[at].append(mention)
        self._pair_by_turns()
        self.cut = [self._is_cut(at) for at in range(len(figures) - 1)]

    def known(self) -> Mentions:
        """Give what a sentence says of periods to those after it."""
        if not self.figures:
            return tuple(m for m in self.told if m not in self.against)
        compared = frozenset(at + 1 for at, is_cut in enumerate(self.cut) if is_cut)
        return tuple(m for at, held in enumerate(self.bound) if at not in compared for m in held)

    def own(self, *, shares_left: bool = True) -> Mentions:
        at = self.figures.index(self.of)
        if self.bound[at]:
            return in_own_clause(self.text, self.of, self.bound[at])
        left = self._shared(range(at - 1, -1, -1), from_left=True) if shares_left else ()
        right = self._shared(range(at + 1, len(self.figures)), from_left=False)
        if left and right:
            nearest = max(i for i in range(at) if self.bound[i])
            leads = self.bound[nearest][0].start < self.figures[nearest][0]
            return left if leads else right
        return left or right

    def against_it(self) -> Mentions:
        """Give what the figure itself is compared with: what is between it and the figures beside it."""
        at = self.figures.index(self.of)
        first = self.figures[at - 1][1] if at else 0
        last = self.figures[at + 1][0] if at + 1 < len(self.figures) else None
        bound = frozenset(m for held in self.bound for m in held)
        return tuple(
            m
            for m in self.told
            if m in self.against
            and m not in bound
            and m.start >= first
            and (last is None or m.end <= last)
        )

    def _shared(self, order: range, *, from_left: bool) -> Mentions:
        for at in order:
            if self.cut[at if from_left else at - 1] and not (from_left and self._is_led(at)):
                return ()
            held = self.bound[at]
            if held and not from_left and held[0].start < self.figures[at][0]:
                return ()
            if held:
                return tuple(held)
        return ()

    def _figure_of(self, mention: PeriodMention) -> int | None:
        """Give the number of the figure that a period is of."""
        after = bisect_left(self.figures, mention.end, key=itemgetter(0))
        before = bisect_right(self.figures, mention.start, key=itemgetter(1)) - 1
        is_last, is_first = after >= len(self.figures), before < 0
        is_led = not is_last and not self._leads(mention, after)
        if mention in self.against:
            return after if is_led and not is_first else None
        if is_first or is_last:
            return self._last_before(mention, before) if is_last else after
        end = self.figures[before][1]
        gap = self.text[end : min(mention.start, end + _FAR)]
        apart = self.words.apart.search(gap)
        if apart is None or (not is_led and apart[0] in ",(" and len(gap.split()) < 3):
            return before
        return after

    def _last_before(self, mention: PeriodMention, before: int) -> int | None:
        """Give the last figure, before a period, unless another number is compared with it: "against 58 million"."""
        if before < 0:
            return None
        gap = self.text[self.figures[before][1] : mention.start]
        is_other = mention.relation == EARLIER and self.words.compares.search(gap) is not None
        return None if is_other and _DIGIT.search(gap) else before

    def _leads(self, mention: PeriodMention, after: int) -> bool:
        gap = self.text[mention.end : min(self.figures[after][0], mention.end + _FAR)]
        return self.words.leads.search(gap) is not None

    def _is_cut(self, at: int) -> bool:
        """Tell whether the figure after one is of another time, or the one with which a change begins."""
        (start, end), (following, _) = self.figures[at], self.figures[at + 1]
        if self.words.compares.search(self.text, end, following) is not None:
            return True
        begun = self.words.begins.search(self.text[max(0, start - _NEAR) : start])
        return begun is not None and self.words.goes_on.match(self.text, end) is not None

    def _is_led(self, at: int) -> bool:
        """Tell whether one period leads a whole change "from 5% to 7%", whose figures it is of."""
        start, end = self.figures[at]
        near = max(0, start - _NEAR)
        begun = self.words.begins.search(self.text[near:start])
        if begun is None or self.words.goes_on.match(self.text, end) is None:
            return False
        return bool(self.bound[at]) and self.bound[at][0].end <= near + begun.start()

    def _pair_by_turns(self) -> None:
        first = min((start for start, _ in self.figures), default=0)
        listed = [m for m in self.told if m.end <= first or m.start >= first]
        if len(listed) != len(self.figures) or len(listed) < 2:
            return
        last = max(self.figures[-1][1], listed[-1].end)
        if self.words.by_turns.search(self.text, first, last + _NEAR) is not None:
            self.bound = [[mention] for mention in listed]
