"""Name what a figure is: the comparable content of a claim or of a quote.

The types are plain frozen values that every stage may hold. Reading them from words, comparing them and
computing with them is the work of the package `briefing.figures`.
"""

from __future__ import annotations

from decimal import Decimal
from enum import StrEnum
from typing import Literal

from briefing.model.periods import Period
from briefing.values import dataclass


class QuantityKind(StrEnum):
    """Say what sort of thing a quantity measures."""

    MONEY = "money"
    PERCENT = "percent"
    POINTS = "points"
    MULTIPLE = "multiple"
    COUNT = "count"
    MEASURE = "measure"
    """In units of measure, which are rounded and convert; counts are exact."""
    DURATION = "duration"
    ORDINAL = "ordinal"


class Hedge(StrEnum):
    """Say how firmly the words state a quantity; bounds speak of its size, whatever its sign."""

    PLAIN = "plain"
    ABOUT = "about"
    NEARLY = "nearly"
    """About, and less: it does not reach the number."""
    AT_LEAST = "at-least"
    MORE_THAN = "more-than"
    AT_MOST = "at-most"
    LESS_THAN = "less-than"

    @property
    def is_bound(self) -> bool:
        """Tell whether the words leave one end open."""
        return self not in (Hedge.PLAIN, Hedge.ABOUT, Hedge.NEARLY)

    @property
    def is_loose(self) -> bool:
        """Tell whether the words only say that the number is near."""
        return self in (Hedge.ABOUT, Hedge.NEARLY)

    @property
    def is_strict(self) -> bool:
        """Tell whether the written value itself is excluded ("more than", "less than", "nearly")."""
        return self in (Hedge.MORE_THAN, Hedge.LESS_THAN, Hedge.NEARLY)


class Sign(StrEnum):
    """Say which direction the words give, by a sign or by a word such as "fell"."""

    UNSAID = ""
    PLUS = "+"
    MINUS = "-"


class Basis(StrEnum):
    """Say what standing a figure has: something that happened, or something else."""

    ACTUAL = "actual"
    PLAN = "plan"
    TARGET = "target"
    FORECAST = "forecast"
    ESTIMATE = "estimate"
    RUN_RATE = "run-rate"


Per = Literal["year", "total"]
"""Separates the amount of one year from the sum over the whole period."""


class Outcome(StrEnum):
    """Say what comparing two figures gave."""

    SAME = "same"
    COMPATIBLE = "compatible"
    DIFFERENT = "different"
    NOT_COMPARABLE = "not-comparable"


AMBIGUOUS_YEN = "¥"
"""The unit of a sum written with a bare yen sign, which yuan and yen share."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """Hold one quantity as the words state it."""

    text: str
    """The words themselves, hedge and unit included: `up to 97%`."""
    start: int
    """Where `text` starts, in code points of the text that was read, from 0."""
    end: int
    """Where `text` ends, exclusive."""
    kind: QuantityKind
    unit: str
    """`USD`, `%`, `percentage-points`, `x`, or the counted noun in the plural: `models`."""
    first: Decimal
    """The written value, scaled and signed; the lower end of a range."""
    last: Decimal
    """The upper end of a range; otherwise equal to `first`."""
    low: Decimal | None
    """The lower end of the interval the words stand for; None where it is open."""
    high: Decimal | None
    """The upper end of that interval; None where it is open."""
    grain: Decimal
    """One unit of the last written digit, scaled: 1e8 for `$52.4 billion`."""
    hedge: Hedge = Hedge.PLAIN
    sign: Sign = Sign.UNSAID
    is_range: bool = False
    per: str | None = None
    """What it is for one of, where the words say so: `day`, `people`."""
    per_many: Decimal = Decimal(1)
    """How many of those: 100,000 people."""
    per_loose: bool = False
    """Whether a figure that says no such thing may be meant too: annual sales are a year's sales."""


@dataclass(frozen=True, slots=True)
class UnreadNumber:
    """Hold a number that a text states and that the reader does not understand."""

    text: str
    """Its digits or words, without what surrounds them."""
    start: int
    """Where `text` starts, in code points of the text that was read, from 0."""
    end: int


@dataclass(frozen=True, slots=True)
class Figure:
    """Hold a quantity with everything that decides what it may be compared with."""

    quantity: Quantity
    measure: str | None = None
    entity: str | None = None
    period: Period | None = None
    basis: Basis = Basis.ACTUAL
    per: Per | None = None
    scope: str | None = None
    base: str | None = None
    """What a change is measured from, as the table of the language names it: `year`, `quarter`, `month`."""
    variants: tuple[tuple[str, str], ...] = ()
    """Which of two measures of one it is, each after the name of its group: `net`, `real`, `GAAP`."""
    also: tuple[str, ...] = ()
    """Units that a count of people is of too by the words beside it: `deaths` of "97 people died"."""


class Rule(StrEnum):
    """Say by which rule two comparable figures came out as they did."""

    ROUNDED = "rounded"
    """The intervals of their written digits share more than a point."""
    EQUAL_BOUNDS = "equal-bounds"
    CLOSE = "close"
    """The quote's is as near to the number as a claim of "about" or "nearly" says."""
    INSIDE = "inside"
    """The quote's lies wholly inside what a claim with a range or bound states."""
    PARTLY_INSIDE = "partly-inside"
    ROOM = "room"
    """A range or bound of the quote takes the claim's."""
    NEAR = "near"
    """Near enough for "about"."""
    ONE_DIRECTION = "one-direction"
    """The size agrees, and only one of them says whether it rose or fell."""
    ONE_BASE = "one-base"
    """The figures agree, and only the quote says what its change is measured from."""
    APART = "apart"
    """The intervals share nothing."""
    OUTSIDE_QUOTE = "outside-quote"
    OUTSIDE_CLAIM = "outside-claim"
    OTHER_DIRECTION = "other-direction"
    EITHER_DIRECTION = "either-direction"
    """Another size, whichever way it went."""


class Part(StrEnum):
    """Name a part of what two figures must share before they compare."""

    UNIT = "unit"
    MEASURE = "measure"
    ENTITY = "entity"
    PERIOD = "period"
    BASIS = "basis"
    PER = "per"
    SCOPE = "scope"
    VARIANT = "variant"
    """Which of two measures of one: net or gross."""
    BASE = "base"
    """What a change is measured from."""
    WHOLE = "whole"
    """The figure whole: a quote that cuts one does not say what its article says."""
    HEAD = "head"
    """The scale and unit of a row of numbers, which only the head of its table gives."""
    NUMBER = "number"
    """A number beside the figure that is not read, and may be the one that is meant."""


@dataclass(frozen=True, slots=True)
class Obstacle:
    """Hold the first part in which two figures do not agree, so that they do not compare.

    `claim` and `item` are what either says of it, None where it names none. Where one is unknown,
    or is a yen sign that may mean yuan, that alone is the obstacle.
    """

    part: Part
    claim: str | Period | None
    item: str | Period | None


@dataclass(frozen=True, slots=True)
class Comparison:
    """Hold what comparing an item's figure with its claim's gave, and why."""

    outcome: Outcome
    why: Rule | Obstacle
    converted: Quantity | None = None
    """The item's quantity in the claim's unit or currency, where it has another; else None."""


class ChoiceFault(StrEnum):
    """Say why no single figure could be taken from a text."""

    NONE = "none"
    """The text holds no figure, or none with the claim's unit among several others."""
    SEVERAL = "several"
    """More than one figure would do."""
    NOT_STANDING = "not-standing"
    """What the author wrote is not found in the text."""


@dataclass(frozen=True, slots=True)
class ChoiceProblem:
    """Say why no single figure could be taken from a text, and what is there instead."""

    fault: ChoiceFault
    candidates: tuple[Quantity, ...]
    reason: str
    """In words: `two figures in USD: $52 billion, $53 billion`."""


@dataclass(frozen=True, slots=True)
class Computed:
    """Hold what a formula gives: an interval, since its inputs are rounded or bounded."""

    low: Decimal | None
    """None where a bound of an input leaves the result open below."""
    high: Decimal | None
    """None where it is open above."""
    value: Decimal
    """What the inputs' written values give."""
    unit: str
    """`USD`, `CNY/USD`, or nothing for a plain ratio, of which 0.15 is 15%."""
    working: str
    """The formula with its inputs' figures in place of their names, and the result."""


@dataclass(frozen=True, slots=True)
class FormulaProblem:
    """Say why a formula gives nothing."""

    reason: str
    """In words: `“target” is not an input`."""
