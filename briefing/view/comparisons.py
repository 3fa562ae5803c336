"""Say how a quote’s figure compares with its claim’s, in words that need no explanation.

The tables hold a sentence per rule and per part of the scope; what compares, and how, was decided
where figures are compared.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing.figures import to_four_digits
from briefing.figures.unit_names import UNIT_NAMES
from briefing.language.messages import message
from briefing.model.figures import (
    AMBIGUOUS_YEN,
    Basis,
    Obstacle,
    Outcome,
    Part,
    Rule,
)
from briefing.model.periods import UNKNOWN, Period
from briefing.view import days
from briefing.view.numbers import interval, told
from briefing.view.variant_names import VARIANTS
from briefing.view.words import quoted

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.language.messages import Messages
    from briefing.model.content import Entity, Rate
    from briefing.model.figures import Comparison, Quantity

RELATIONS: Mapping[Rule, str] = {
    Rule.ROUNDED: message("Agrees as rounded"),
    Rule.EQUAL_BOUNDS: message("Agrees, the same bound"),
    Rule.CLOSE: message("Agrees, as near as the claim says"),
    Rule.INSIDE: message("Agrees, wholly within the claim’s bounds"),
    Rule.PARTLY_INSIDE: message("May agree, only partly within the claim’s bounds"),
    Rule.ROOM: message("May agree, the quote leaves room"),
    Rule.NEAR: message("May agree, near enough for “about”"),
    Rule.ONE_DIRECTION: message("May agree, though only one of them says up or down"),
    Rule.ONE_BASE: message("May agree, though only the quote says what its change is from"),
    Rule.APART: message("Differs by more than rounding"),
    Rule.OUTSIDE_QUOTE: message("Differs, outside the quote’s bounds"),
    Rule.OUTSIDE_CLAIM: message("Differs, outside the claim’s bounds"),
    Rule.OTHER_DIRECTION: message("Differs in direction"),
    Rule.EITHER_DIRECTION: message("Differs, whether up or down"),
}
"""How the two figures compare; both follow in the sentence."""


class PartWords(NamedTuple):
    """A part of the scope in the sentences that say why two figures are not compared."""

    its: str
    the_claims: str
    names_none: str


PARTS: Mapping[Part, PartWords] = {
    Part.UNIT: PartWords(
        message("its unit"), message("the claim’s unit"), message("it names no unit")
    ),
    Part.MEASURE: PartWords(
        message("its measure"), message("the claim’s measure"), message("it names no measure")
    ),
    Part.ENTITY: PartWords(
        message("its subject"), message("the claim’s subject"), message("it names no subject")
    ),
    Part.PERIOD: PartWords(
        message("its period"), message("the claim’s period"), message("it names no period")
    ),
    Part.BASIS: PartWords(
        message("its figure"), message("the claim’s figure"), message("it names no figure")
    ),
    Part.PER: PartWords(
        message("its amount"), message("the claim’s amount"), message("it names no amount")
    ),
    Part.VARIANT: PartWords(
        message("its figure"), message("the claim’s figure"), message("it names no figure")
    ),
    Part.SCOPE: PartWords(
        message("its scope"), message("the claim’s scope"), message("it names no scope")
    ),
    Part.BASE: PartWords(
        message("its change"),
        message("the claim’s change"),
        message("it does not say from when its change is"),
    ),
}

UNREAD: Mapping[Part, str] = {
    Part.WHOLE: message("words that the quote leaves out make another figure of it"),
    Part.HEAD: message("the head of its table, which gives scale and unit, is not named"),
    Part.NUMBER: message("a number beside it is not read: “%(number)s”"),
}
"""Why a figure was not read whole, in sentences of their own."""

BASES: Mapping[str, str] = {
    Basis.ACTUAL: message("a reported one"),
    Basis.PLAN: message("a plan"),
    Basis.TARGET: message("a target"),
    Basis.FORECAST: message("a forecast"),
    Basis.ESTIMATE: message("an estimate"),
    Basis.RUN_RATE: message("a run-rate"),
}

CHANGES: Mapping[str, str] = {
    "year": message("from a year before"),
    "half": message("from the half-year before"),
    "quarter": message("from the quarter before"),
    "month": message("from the month before"),
    "week": message("from the week before"),
    "day": message("from the day before"),
    "annualised": message("annualised"),
    "compound": message("a yearly average"),
}
"""What a change is measured from, by its name in the tables of languages."""


def change(base: str, say: Messages) -> str:
    """Say what a change is measured from: a length of time before, or the words of a text."""
    return say(CHANGES[base]) if base in CHANGES else say("from %(period)s", period=base)


AMOUNTS: Mapping[str, str] = {"year": message("per year"), "total": message("in total")}

STANDINGS: Mapping[str, str] = {
    text: text for text in (message("a level"), message("a former level"), message("a change"))
}
"""What a figure tells, where one gives a level and the other a change."""

_UNITS: Mapping[str, str] = {
    **UNIT_NAMES,
    "%": message("per cent"),
    "x": message("a multiple"),
    "USD": message("US dollars"),
    "CNY": message("yuan"),
    "EUR": message("euros"),
    "GBP": message("pounds"),
    "JPY": message("yen"),
    "HKD": message("Hong Kong dollars"),
}
"""Units that have a name; any other is shown as written: `models`, `KRW`."""


_NAMES: Mapping[Part, Mapping[str, str]] = {
    Part.BASIS: BASES,
    Part.MEASURE: STANDINGS,
    Part.PER: AMOUNTS,
    Part.UNIT: _UNITS,
    Part.VARIANT: VARIANTS,
}
"""What readers see for the code's names, by the part of the scope."""


def compared(
    item: Quantity,
    claim: Quantity,
    comparison: Comparison,
    rate: Rate | None,
    entities: Mapping[str, Entity],
    say: Messages,
) -> str:
    """Say in one sentence, without a full stop, what comparing an item's figure gave and why."""
    why = comparison.why
    if isinstance(why, Obstacle):
        return say("Not compared: %(why)s", why=_obstacle(why, entities, say))
    converted = comparison.converted
    quantity = to_four_digits(converted, claim) if converted else item
    here, there = told(quantity, say), told(claim, say)
    if comparison.outcome is not Outcome.DIFFERENT and here == there:
        relation = say("Agrees") if why is Rule.ROUNDED else say(RELATIONS[why])
        text = say("%(relation)s: %(figure)s in both", relation=relation, figure=here)
    elif why is Rule.APART and not (_is_exact(quantity) and _is_exact(claim)):
        text = say(
            "%(relation)s: %(here)s here stands for %(interval)s, "
            "%(there)s in the claim for %(claim_interval)s",
            relation=say(RELATIONS[why]),
            here=here,
            interval=interval(quantity, say),
            there=there,
            claim_interval=interval(claim, say),
        )
    else:
        relation = say("Differs") if why is Rule.APART else say(RELATIONS[why])
        text = say(
            "%(relation)s: %(here)s here, %(there)s in the claim",
            relation=relation,
            here=here,
            there=there,
        )
    if converted and rate:
        return say("%(text)s; %(conversion)s", text=text, conversion=_conversion(item, rate, say))
    return text


def _is_exact(quantity: Quantity) -> bool:
    return quantity.low == quantity.high


def _conversion(item: Quantity, rate: Rate, say: Messages) -> str:
    return say(
        "%(figure)s at %(rate)s for 1 %(base)s, the rate of %(day)s",
        figure=told(item, say),
        rate=f"{say.digits(rate.value)} {rate.quote}",
        base=rate.base,
        day=days.calendar_day(rate.on, say),
    )


def _obstacle(why: Obstacle, entities: Mapping[str, Entity], say: Messages) -> str:
    if why.part is Part.UNIT and AMBIGUOUS_YEN in (why.claim, why.item):
        return say("“¥” may stand for yuan or yen")
    if why.part in UNREAD:
        return say(UNREAD[why.part], number=str(why.item))
    its, the_claims, none = map(say, PARTS[why.part])
    if _is_unknown(why.item):
        return say("%(part)s is not known", part=its)
    if _is_unknown(why.claim):
        return say("%(part)s is not known", part=the_claims)
    ours, theirs = (_value(why.part, side, entities, say) for side in (why.claim, why.item))
    if not theirs:
        return say("%(names_none)s, the claim’s is %(value)s", names_none=none, value=str(ours))
    if ours is None:
        return say("%(part)s is %(value)s, the claim names none", part=its, value=theirs)
    return say("%(part)s is %(theirs)s, the claim’s %(ours)s", part=its, theirs=theirs, ours=ours)


def _is_unknown(side: str | Period | None) -> bool:
    if isinstance(side, Period):
        return side.is_unknown and not side.is_in_words
    return side is not None and " ".join(side.casefold().split()) == UNKNOWN


def _value(
    part: Part, side: str | Period | None, entities: Mapping[str, Entity], say: Messages
) -> str | None:
    """Write what one side says of a part; None where it says nothing."""
    if isinstance(side, Period):
        return days.period(side, say)
    if side is None or (part in (Part.MEASURE, Part.SCOPE) and side not in STANDINGS):
        return quoted(side, say) if side else None
    if part is Part.ENTITY:
        return entities[side].name if side in entities else side
    if part is Part.BASE:
        return change(side, say)
    known = _NAMES[part]
    return say(known[side]) if side in known else side
