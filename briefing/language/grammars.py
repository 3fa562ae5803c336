"""Say what the grammar of a language gives: the `GRAMMAR` of the module `grammar` in its folder.

What languages have in common, made from their tables, is in `default`.

It knows texts, lower-case words and offsets in code points from 0, ends exclusive. A direction is
`+`, `-`, or nothing where the words give none. An empty answer is always allowed: a grammar may
learn one thing after the other.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Collection, Iterator
from decimal import Decimal
from typing import NamedTuple, Protocol

_TEN = 10


class Counted(NamedTuple):
    """Hold the thing that a number counts: its unit and where the noun ends."""

    unit: str
    end: int
    is_time: bool


class Share(NamedTuple):
    """Hold what words of a fraction state: a share in `%`, or a part of a percentage point."""

    start: int
    end: int
    value: Decimal
    unit: str
    grain: Decimal
    """How fine the words are."""

    @classmethod
    def of(cls, over: int, under: int, start: int, end: int) -> Share:
        """Give a share in percent; a small one is as fine as its first digit."""
        value = round(Decimal(100 * over) / under, 4)
        grain = Decimal(1) if value >= _TEN else value.scaleb(-1).normalize()
        return cls(start, end, value, "%", grain)


class Change(NamedTuple):
    """Hold what two numbers, joined by a word, say of each other: a change and a level, or a range."""

    is_level: bool
    """Whether the second is so much larger that it may be the level after a change by the first."""
    is_money: bool
    is_whole: bool
    """Whether the first has a unit or scale of its own, so that nothing is left to the second."""
    is_bare: bool
    """Whether nothing but the second number is written."""


class Grammar(Protocol):
    """What the reader of figures asks of a language."""

    PIECES: Callable[[str], Iterator[tuple[int, int, str]]] | None
    """Gives the words of a text that is written without blanks, in order: where each starts and ends, and
    how it is spelled, with all blanks that part it from others. None where blanks part words."""
    NUMBER_WORDS: str
    """A pattern of numbers in words, without regard to case, up to where scales begin."""
    NUMBERS: re.Pattern[str]
    """Finds such numbers, and articles that stand for one before a scale."""
    GOES_ON: re.Pattern[str]
    """What may follow a scale: groups `half`, or `link` with `and` in it, and `number`."""
    RANGE_LINK: str
    """A pattern of what comes between the two ends of a range, as the group `link`, and of a `sign`
    after it, which is `above` too where it is a plus."""
    EITHER_LINK: str
    """A pattern of what comes between a number and the room to both sides of it: "±"."""
    SHARING_LINK: str
    """A pattern of what comes between numbers that share the scale of the last."""
    TO: Collection[str]
    """What comes between two numbers that share a unit and are not a range: "from 11 to 13%"."""
    SHARING: Collection[str]
    """Three code points behind a number with one of which a share may go on: "one in five"."""
    BETWEEN: str
    """The word that opens a range and belongs to its text; nothing where there is none."""
    NAMED_BY_SIZE: Collection[str]
    """Units that a number with a scale touching it names and does not count: "a 7B model"."""
    ARTICLES: Collection[str]
    """Words that may appear between a hedge and its number."""

    def number_of(self, text: str) -> tuple[Decimal, Decimal] | None:
        """Give the value of a number in words, and one unit of its last digit; None for other words."""

    def clause(self, tokens: list[str]) -> list[str]:
        """Keep what comes after the last clause mark, without opening brackets and quotation marks."""

    def counted(self, text: str, at: int, *, listed_only: bool = False) -> Counted | None:
        """Give what the number that ends at `at` counts; None where it counts nothing.

        `listed_only` takes nothing that no table lists.
        """

    def counted_of(self, text: str, at: int) -> Counted | None:
        """Give the noun of "of the 60 banks" after a number that ends at `at`."""

    def names_a_counted(self, text: str, at: int) -> bool:
        """Tell whether a listed noun appears right after `at`."""

    def is_named(self, text: str, at: int) -> bool:
        """Tell whether the word before a bare number at `at` makes it a name or a date."""

    def names_word(self, text: str, at: int, end: int) -> bool:
        """Tell whether a number in words from `at` to `end` counts nothing: "the Big Three"."""

    def names_it(self, text: str, at: int) -> bool:
        """Tell whether a word that starts a sentence makes digits at `at` a name: "Windows 11"."""

    def names_after(self, text: str, end: int) -> bool:
        """Tell whether the word after digits that end at `end` makes them a name or a date."""

    def is_dated(self, words: list[str]) -> bool:
        """Tell whether the words before four digits make them a year."""

    def counts_nothing(
        self,
        text: str,
        number: str,
        span: tuple[int, int],
        words: list[str],
        raw: str,
        unit: str,
        *,
        hedged: bool,
    ) -> bool:
        """Tell whether an unscaled number with a noun after it still counts nothing.

        `number` is as written, `span` reaches to the noun's end, `words` come before it and `raw`
        is the last of them as written.
        """

    def is_of_article(self, words: list[str], text: str, at: int) -> bool:
        """Tell "a quarter of a million" from "a million": `at` is where the article starts."""

    def is_of_a_part(self, text: str, at: int, *, is_count: bool, is_percent: bool) -> bool:
        """Tell whether the words right before a figure at `at` speak of a part of it."""

    def multiplies(self, text: str, at: int, end: int) -> bool:
        """Tell whether a unit that is a word for "times" multiplies and does not count."""

    def is_factor(self, text: str, floor: int, at: int) -> bool:
        """Tell whether words such as "a factor of" right before `at` make the number a multiple."""

    def hints_at_more(self, text: str) -> bool:
        """Tell in passing whether `streaks` or `multiples` could give any."""

    def streaks(self, text: str) -> Iterator[tuple[int, int, Decimal, str]]:
        """Give what counts as a run of units: start, end, number, and unit."""

    def fractions(self, text: str) -> Iterator[Share]:
        """Give the shares that words of fractions state: "two-thirds of members"."""

    def fraction_words(self, text: str) -> Iterator[tuple[int, int]]:
        """Give where words that may state a fraction start and end, read or not."""

    def share_at(self, text: str, at: int, end: int) -> Share | None:
        """Give the share that a number from `at` to `end` opens: "one in five"."""

    def is_of_whole(self, text: str, end: int) -> bool:
        """Tell whether a fraction in digits that ends at `end` is a share: "2/3 of members"."""

    def multiples(self, text: str) -> Iterator[tuple[int, int, Decimal, int]]:
        """Give words such as "doubled": start, end, factor, and where words before them end."""

    def may_link(self, near: str) -> bool:
        """Tell in passing whether a range can go on with these four code points."""

    def borrows(self, text: str, floor: int, start: int) -> bool:
        """Tell whether a number at `start` may have the unit of the one after it: "from 11 to 13%"."""

    def sign_before(self, lead: str) -> tuple[int, str]:
        """Give how long a word such as "minus " at the end of `lead` is, and the sign; 0 for none."""

    def may_sign(self, near: str) -> bool:
        """Tell in passing whether these three code points can end a sign or a word for one."""

    def either_before(self, lead: str) -> int:
        """Give how long a sign or words for both ways at the end of `lead` are: "plus or minus "."""

    def states_after(self, text: str, at: int) -> bool:
        """Tell whether the word before a bracket at `at` states what is in it: "a loss of ($5)"."""

    def dates_money(self, text: str, floor: int, at: int) -> bool:
        """Tell whether the words before four digits at `at` make them a year, though money follows."""

    def opens_range(self, joint: str, lead: str) -> bool:
        """Tell in passing whether `lead`, in lower case, can open a range that is joined by `joint`."""

    def joins(self, joint: str, words: list[str], change: Change, *, in_words: bool) -> bool:
        """Tell whether the words before and between two numbers make them a range.

        `in_words` tells that the first is written in words.
        """

    def direction(
        self,
        text: str,
        words: list[str],
        start: int,
        end: int,
        *,
        is_money: bool,
        is_level: bool,
    ) -> str | None:
        """Give the direction that the words around a quantity state.

        None where they state one that is not understood, so that the quantity is not either.

        `words` come before it without the hedge, `start` is where it starts with its hedge, `end`
        where it ends. `is_level` tells that the hedge names a level reached ("below").
        """
