"""List the words around a number that bound it, soften it or give it a direction."""

from __future__ import annotations

from typing import Final

from briefing.model.figures import Hedge, Sign

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

LEVEL_HEDGES: Final = frozenset({"above", "below", "under", "just above", "just below"})
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


def _every_form(*rows: str) -> frozenset[str]:
    return frozenset(word for row in rows for word in row.split())


DOWN_NOUNS: Final = _every_form(
    "drop decline fall decrease cut reduction slump plunge dip slide contraction tumble slowdown",
    "shrinkage downturn markdown drops declines falls decreases cuts reductions",
)
UP_NOUNS: Final = _every_form(
    "rise increase growth jump surge gain climb rally boost expansion uptick upswing hike spike",
    "leap advance improvement rises increases jumps gains upside",
)
DOWN_VERBS: Final = DOWN_NOUNS | _every_form(
    "fell falling fallen dropped dropping declined declining decreased decreasing slid slides",
    "sliding slipped slips slipping sank sinks sinking plunged plunges plunging tumbled tumbles",
    "tumbling shed shedding shrank shrunk shrinks shrinking contracted contracts contracting",
    "cutting slashed slashes slash slashing reduced reduces reduce reducing lowered lowers lower",
    "lowering down slumped slumps slumping crashed crashes crashing dipped dips dipping eased",
    "eases plummeted plummets plummeting retreated retreats lost loses losing weakened trimmed",
    "trims trimming nosedived slowed slows narrowed narrows narrowing slipped sagged dived dove minus negative",
)
UP_VERBS: Final = UP_NOUNS | _every_form(
    "rose risen rising grew grows grow grown growing increased increasing jumped jumping surged",
    "surges surging gained gaining climbed climbs climbing soared soars soaring rallied rallies",
    "rallying expanded expands expand expanding advanced advances added adds adding up higher",
    "improved improves raised raises raising lifted boosted accelerated spiked leapt leaped plus",
    "skyrocketed rocketed swelled widened widens widening",
)
DOWN_AFTER: Final = DOWN_NOUNS | _every_form("lower less fewer down loss losses cheaper below")
UP_AFTER: Final = UP_NOUNS | _every_form("higher more up above faster")

SIGN_BEFORE: Final = {
    **dict.fromkeys(UP_VERBS, Sign.PLUS),
    **dict.fromkeys(DOWN_VERBS, Sign.MINUS),
}
SIGN_OF: Final = {
    **dict.fromkeys(UP_NOUNS, Sign.PLUS),
    **dict.fromkeys((*DOWN_NOUNS, "loss", "losses"), Sign.MINUS),
}
SIGN_AFTER: Final = {**dict.fromkeys(UP_AFTER, Sign.PLUS), **dict.fromkeys(DOWN_AFTER, Sign.MINUS)}

MODALS: Final = _every_form("will would could can may might should to")
"""Words before a verb of change that make "grow 15% to 20%" a range."""

LOSSES: Final = _every_form("loss losses deficit")
"""What makes a sum negative: "a net loss of $1.1 billion"."""

LOSS_LINKS: Final = _every_form(
    "of to at was were is reached hit totaled totalled came widened narrowed shrank grew rose fell",
    "for the year quarter half period month",
)
"""What may stand between a loss and its sum: "the loss for the year widened to $1.1 billion"."""

SIGN_STOPS: Final = _every_form(
    "to from at of in into with and or but for than as while after before since that which who",
    "its their his her our the this these those whose versus against between under per is was",
    "were are be been has have had will would could may might not no a an by on over",
)
"""Words that end the search for a direction: what stands beyond speaks of something else."""

YEARLY: Final = _every_form("year quarter month week annum half")
"""After "on" or "over" between two of these, a comparison is named: "year on year"."""

STREAKS: Final = frozenset({"consecutive", "straight", "successive"})
