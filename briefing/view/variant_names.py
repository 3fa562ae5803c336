"""Name for readers which of two measures of one name a figure is of."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.language.messages import message

if TYPE_CHECKING:
    from collections.abc import Mapping

VARIANTS: Mapping[str, str] = {
    text: text
    for text in (
        message("total"),
        message("seasonally adjusted"),
        message("not seasonally adjusted"),
        message("real"),
        message("nominal"),
        message("organic"),
        message("operating"),
        message("GAAP"),
        message("non-GAAP"),
        message("net"),
        message("gross"),
        message("median"),
        message("mean"),
        message("before tax"),
        message("after tax"),
        message("headline"),
        message("core"),
        message("at constant currency"),
        message("at actual currency"),
        message("without VAT"),
        message("with VAT"),
        message("lowest"),
        message("highest"),
        message("diluted"),
        message("basic"),
        message("discontinued"),
        message("continuing"),
        message("group share"),
        message("with minorities"),
        message("per share"),
        message("per head"),
        message("EBIT"),
        message("EBITA"),
        message("EBITDA"),
        message("EBITDAR"),
        message("men"),
        message("women"),
        message("young people"),
        message("metal"),
        message("concentrate"),
        message("ore"),
        message("asking prices"),
        message("consumer prices"),
        message("export prices"),
        message("import prices"),
        message("producer prices"),
        message("wholesale prices"),
        message("full-time equivalents"),
        message("with equivalents"),
    )
}
"""Which of two measures of one name a figure is of, by its name in the tables of languages."""
