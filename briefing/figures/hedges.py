"""List the words and signs around a number that bound or soften it."""

from __future__ import annotations

from typing import Final

from briefing.model.figures import Hedge

HEDGES: Final = {
    "about": Hedge.ABOUT,
    "around": Hedge.ABOUT,
    "roughly": Hedge.ABOUT,
    "approximately": Hedge.ABOUT,
    "approx": Hedge.ABOUT,
    "approx.": Hedge.ABOUT,
    "some": Hedge.ABOUT,
    "circa": Hedge.ABOUT,
    "ca.": Hedge.ABOUT,
    "c.": Hedge.ABOUT,
    "nearly": Hedge.ABOUT,
    "almost": Hedge.ABOUT,
    "near": Hedge.ABOUT,
    "close to": Hedge.ABOUT,
    "an estimated": Hedge.ABOUT,
    "estimated": Hedge.ABOUT,
    "more or less": Hedge.ABOUT,
    "in the region of": Hedge.ABOUT,
    "in the order of": Hedge.ABOUT,
    "on the order of": Hedge.ABOUT,
    "virtually": Hedge.ABOUT,
    "est.": Hedge.ABOUT,
    "somewhere around": Hedge.ABOUT,
    "at least": Hedge.AT_LEAST,
    "no less than": Hedge.AT_LEAST,
    "not less than": Hedge.AT_LEAST,
    "no fewer than": Hedge.AT_LEAST,
    "not fewer than": Hedge.AT_LEAST,
    "a minimum of": Hedge.AT_LEAST,
    "minimum of": Hedge.AT_LEAST,
    "a minimum": Hedge.AT_LEAST,
    "as low as": Hedge.AT_LEAST,
    "as little as": Hedge.AT_LEAST,
    "as few as": Hedge.AT_LEAST,
    "at the very least": Hedge.AT_LEAST,
    "no lower than": Hedge.AT_LEAST,
    "not below": Hedge.AT_LEAST,
    "at or above": Hedge.AT_LEAST,
    "nothing less than": Hedge.AT_LEAST,
    "nothing short of": Hedge.AT_LEAST,
    "never less than": Hedge.AT_LEAST,
    "never below": Hedge.AT_LEAST,
    "not lower than": Hedge.AT_LEAST,
    "not under": Hedge.AT_LEAST,
    "a floor of": Hedge.AT_LEAST,
    "a lower limit of": Hedge.AT_LEAST,
    "more than": Hedge.MORE_THAN,
    "greater than": Hedge.MORE_THAN,
    "higher than": Hedge.MORE_THAN,
    "larger than": Hedge.MORE_THAN,
    "over": Hedge.MORE_THAN,
    "above": Hedge.MORE_THAN,
    "exceeding": Hedge.MORE_THAN,
    "exceeds": Hedge.MORE_THAN,
    "exceeded": Hedge.MORE_THAN,
    "exceed": Hedge.MORE_THAN,
    "surpassing": Hedge.MORE_THAN,
    "surpassed": Hedge.MORE_THAN,
    "passed": Hedge.MORE_THAN,
    "topping": Hedge.MORE_THAN,
    "topped": Hedge.MORE_THAN,
    "will top": Hedge.MORE_THAN,
    "would top": Hedge.MORE_THAN,
    "could top": Hedge.MORE_THAN,
    "may top": Hedge.MORE_THAN,
    "to top": Hedge.MORE_THAN,
    "surpass": Hedge.MORE_THAN,
    "surpasses": Hedge.MORE_THAN,
    "beyond": Hedge.MORE_THAN,
    "in excess of": Hedge.MORE_THAN,
    "upwards of": Hedge.MORE_THAN,
    "upward of": Hedge.MORE_THAN,
    "north of": Hedge.MORE_THAN,
    "just over": Hedge.MORE_THAN,
    "just above": Hedge.MORE_THAN,
    "well over": Hedge.MORE_THAN,
    "well above": Hedge.MORE_THAN,
    "up to": Hedge.AT_MOST,
    "upto": Hedge.AT_MOST,
    "as much as": Hedge.AT_MOST,
    "as many as": Hedge.AT_MOST,
    "as high as": Hedge.AT_MOST,
    "at most": Hedge.AT_MOST,
    "at the most": Hedge.AT_MOST,
    "no more than": Hedge.AT_MOST,
    "not more than": Hedge.AT_MOST,
    "nothing more than": Hedge.AT_MOST,
    "never more than": Hedge.AT_MOST,
    "never above": Hedge.AT_MOST,
    "not over": Hedge.AT_MOST,
    "not higher than": Hedge.AT_MOST,
    "not greater than": Hedge.AT_MOST,
    "a ceiling of": Hedge.AT_MOST,
    "a cap of": Hedge.AT_MOST,
    "an upper limit of": Hedge.AT_MOST,
    "a maximum of": Hedge.AT_MOST,
    "maximum of": Hedge.AT_MOST,
    "a maximum": Hedge.AT_MOST,
    "capped at": Hedge.AT_MOST,
    "not exceeding": Hedge.AT_MOST,
    "not exceed": Hedge.AT_MOST,
    "not to exceed": Hedge.AT_MOST,
    "no higher than": Hedge.AT_MOST,
    "no greater than": Hedge.AT_MOST,
    "not above": Hedge.AT_MOST,
    "at or below": Hedge.AT_MOST,
    "less than": Hedge.LESS_THAN,
    "fewer than": Hedge.LESS_THAN,
    "lower than": Hedge.LESS_THAN,
    "smaller than": Hedge.LESS_THAN,
    "under": Hedge.LESS_THAN,
    "below": Hedge.LESS_THAN,
    "south of": Hedge.LESS_THAN,
    "just under": Hedge.LESS_THAN,
    "just below": Hedge.LESS_THAN,
    "just shy of": Hedge.LESS_THAN,
    "shy of": Hedge.LESS_THAN,
    "short of": Hedge.LESS_THAN,
    "just short of": Hedge.LESS_THAN,
    "well under": Hedge.LESS_THAN,
    "well below": Hedge.LESS_THAN,
}
"""What stands right before a number. The longest match of at most four words is taken."""

HEDGE_ENDINGS: Final = frozenset(phrase.rsplit(None, 1)[-1] for phrase in HEDGES)

NEEDED_BEFORE: Final = {
    "passed": frozenset(
        "sales revenue revenues turnover users customers members subscribers downloads output value "
        "valuation capitalisation capitalization cap assets exports imports shipments deliveries "
        "orders investment spending price prices stock population toll total number count".split()
    ),
}
"""What must stand before a hedge that is also a plain verb: Congress, too, passed $5 billion."""

LEVEL_HEDGES: Final = frozenset(
    {
        "above", "below", "under", "just above", "just below", "well above", "well below",
        "well under", "just under", "as low as", "as high as", "short of", "just short of", "near",
        "north of", "south of", "beyond", "no lower than", "no higher than", "at or above",
        "at or below", "not above", "not below",
    }
)  # fmt: skip
"""Hedges that name a level reached: "fell below 5%" is no fall of 5%."""

SYMBOL_HEDGES: Final = {
    "~": Hedge.ABOUT,
    "≈": Hedge.ABOUT,
    ">": Hedge.MORE_THAN,
    "<": Hedge.LESS_THAN,
    "≥": Hedge.AT_LEAST,
    "≤": Hedge.AT_MOST,
}

TRAILING_HEDGES: Final = {
    "+": Hedge.MORE_THAN,
    "plus": Hedge.MORE_THAN,
    "or more": Hedge.AT_LEAST,
    "or higher": Hedge.AT_LEAST,
    "or greater": Hedge.AT_LEAST,
    "or above": Hedge.AT_LEAST,
    "or better": Hedge.AT_LEAST,
    "and above": Hedge.AT_LEAST,
    "and up": Hedge.AT_LEAST,
    "at least": Hedge.AT_LEAST,
    "or less": Hedge.AT_MOST,
    "or fewer": Hedge.AT_MOST,
    "or lower": Hedge.AT_MOST,
    "or below": Hedge.AT_MOST,
    "and below": Hedge.AT_MOST,
    "at most": Hedge.AT_MOST,
    "or so": Hedge.ABOUT,
    "or thereabouts": Hedge.ABOUT,
    "give or take": Hedge.ABOUT,
    "odd": Hedge.ABOUT,
}
"""What stands right after a number and its unit."""

NOT_AFTER_PLUS: Final = (
    r"\s(?:[\d$€£¥]|(?:interest|debt|tax|taxes|costs|fees|expenses|the|its|any|another|other)\b)"
)
"""What makes a plus before it a sum and no hedge: "1,000 billion yen plus 20 percent"."""
