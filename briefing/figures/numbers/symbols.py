"""Read the symbols of units of measure behind a number: "21 km", "200 km/h", "1.4 GW", "5.2 mb/d"."""

from __future__ import annotations

import re
from decimal import Decimal
from functools import cache
from typing import TYPE_CHECKING, Final

from briefing.figures.numbers.spellings import Unit, counted_unit
from briefing.language import common, longest_first
from briefing.model.figures import QuantityKind
from briefing.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Mapping

_BLANK: Final = r"[ \u00a0\u2009\u202f-]"
_OPAQUE: Final = r"[A-Za-zµμ°]{1,6}/[A-Za-z][A-Za-z0-9]{0,5}[²³]?|IU|mmol|[kMG]?eV"
"""What is a unit by its look, though no table has it: "12 mg/dL"."""


@cache
def symbols() -> Mapping[str, Unit]:
    """Return what each symbol that a table holds measures, as it is written."""
    held, times = common("symbols"), common("units")["time"]
    plain = {
        spelling: counted_unit(name, is_time=name in times)
        for place in ("symbols", "apart")
        for name, spellings in held[place].items()
        for spelling in spellings
    }
    rates = {
        spelling: counted_unit(row["unit"], is_time=False)._replace(
            factor=Decimal(row.get("factor", 1)), per=row.get("per")
        )
        for row in held["factored"]
        for spelling in row["symbols"]
    }
    return plain | rates


@cache
def _pattern() -> re.Pattern[str]:
    apart = [one for spellings in common("symbols")["apart"].values() for one in spellings]
    touching = longest_first(one for one in symbols() if one not in apart)
    return compiled(
        rf"(?:{_BLANK}?(?P<known>{touching})|{_BLANK}(?P<apart>{longest_first(apart)})"
        rf"|{_BLANK}?(?P<opaque>{_OPAQUE}))(?![\w²³^]|/[A-Za-z]|[\s-]hours?(?!\w))"
    )


def symbol_at(text: str, at: int) -> tuple[Unit, int] | None:
    """Give the symbol right behind a number that ends at `at`, and where it ends."""
    match = _pattern().match(text, at)
    if match is None:
        return None
    spelling = match["known"] or match["apart"]
    if spelling:
        return symbols()[spelling], match.end()
    return Unit(QuantityKind.MEASURE, match["opaque"]), match.end()
