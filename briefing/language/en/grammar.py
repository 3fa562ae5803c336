"""Give the grammar of English, see `briefing.language.Grammar`."""

# ruff: noqa: F401 (what is imported here is what the grammar gives)

from __future__ import annotations

from briefing.language.en.clauses import clause
from briefing.language.en.counting import counted, counted_of, names_a_counted
from briefing.language.en.direction import direction
from briefing.language.en.fractions import SHARING, fraction_words, fractions, is_of_whole, share_at
from briefing.language.en.multiples import hints_at_more, is_factor, multiples, multiplies, streaks
from briefing.language.en.names import (
    NAMED_BY_SIZE,
    counts_nothing,
    dates_money,
    is_dated,
    is_named,
    names_after,
    names_it,
    names_word,
)
from briefing.language.en.number_words import (
    ARTICLES,
    GOES_ON,
    NUMBER_WORDS,
    NUMBERS,
    is_of_article,
    number_of,
)
from briefing.language.en.parts import is_of_a_part
from briefing.language.en.ranges import (
    BETWEEN,
    EITHER_LINK,
    RANGE_LINK,
    SHARING_LINK,
    TO,
    borrows,
    either_before,
    joins,
    may_link,
    may_sign,
    opens_range,
    sign_before,
    states_after,
)
