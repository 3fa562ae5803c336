"""Tell the periods of a figure whose clause is set apart: "sales, $5 billion in 2023, rose in 2024"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.figures.clauses import FAR, SIGN

if TYPE_CHECKING:
    from collections.abc import Sequence

    from briefing.model.periods import PeriodMention

_YEAR: Final = re.compile("[0-9]{4}")


def in_own_clause(
    text: str, of: tuple[int, int], held: Sequence[PeriodMention]
) -> tuple[PeriodMention, ...]:
    """Leave out, of the periods `held` by a figure, another year than that of its own clause.

    `of` is where the figure starts and ends, in code points of the text, from 0.
    """
    if len(held) == 1:
        return tuple(held)
    before = [match.end() for match in SIGN.finditer(text, max(0, of[0] - FAR), of[0])]
    after = SIGN.search(text, of[1], of[1] + FAR)
    start, end = before[-1] if before else 0, after.start() if after else len(text)
    years = {year for one in held if start <= one.start and one.end <= end for year in _years(one)}
    return tuple(one for one in held if not years or not _years(one) or years & _years(one))


def _years(mention: PeriodMention) -> set[str]:
    return {*_YEAR.findall(mention.label or "")}
