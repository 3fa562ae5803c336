"""Name a period of time: as a label dates it, and as prose names it."""

from __future__ import annotations

from datetime import date

from briefing.values import dataclass

UNKNOWN = "unknown"
"""What an author writes for a scope that the sources leave open; it equals nothing, not even itself."""


@dataclass(frozen=True, slots=True)
class Period:
    """Hold a span of whole days, both ends included.

    Both are None for `unknown`, and for words of a text that no calendar dates, which are the label.
    """

    label: str
    start: date | None
    end: date | None

    @property
    def is_unknown(self) -> bool:
        """Tell whether the sources leave the period open, or name it in words without dates."""
        return self.start is None or self.end is None

    @property
    def is_in_words(self) -> bool:
        """Tell whether the label is words that no calendar dates, as `since 2022`."""
        return self.is_unknown and self.label.casefold() != UNKNOWN


@dataclass(frozen=True, slots=True)
class PeriodProblem:
    """Say why a label names no period."""

    label: str
    reason: str
    """In words: `2024-13 has no such month`."""
    needs_calendar: bool = False
    """True where only the entity's fiscal calendar is missing."""


@dataclass(frozen=True, slots=True)
class PeriodMention:
    """Hold a period that prose names."""

    text: str
    start: int
    """Where `text` starts, in code points of the text that was read, from 0."""
    end: int
    label: str | None
    """As in a claims file (`2024-Q4`, `FY2025`); `{year}-Q4` for `December quarter`; None for a length or a relation alone."""
    by_months: bool = False
    """Whether months name it, as in `December quarter`, so that no fiscal calendar can be meant."""
    months: int | None = None
    """The length that the words give, in months: `over the next three years`, `six months to June`.

    A week or a day is 0.
    """
    covers: bool = False
    """Whether that length, which has no label, is what a figure covers: `annual profit`, not `over three years`."""
    relation: str = ""
    """What parts a figure from the period, as the table of the language names it: `since`, `by`, `early`.

    Words such as `year to date` (`to-date`) and `a year ago` (`earlier`) are a relation alone.
    """
    lead: str = ""
    """The words of the relation, which come before `text`, with a blank where they have one."""
    at_end: bool = False
    """Whether the last day of the label's period is meant, as in `at the end of 2024`."""

    @property
    def words(self) -> str:
        """Give all the words that name it, with those of its relation: `since 2022`."""
        return self.lead + self.text
