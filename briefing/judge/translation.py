"""Read a quote in its author's translation where its own language has no tables, and check that.

A translation is the analyst's. It never says more than the quote: its figures are the quote's, as far
as these can be read, and where they cannot, its digits are.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.diagnostics import Diagnostic, diagnostic
from briefing.figures import is_read, quantities_agree, read
from briefing.model.figures import QuantityKind
from briefing.values import replace

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model.content import Item, Source
    from briefing.model.figures import Quantity

_NUMBERS = re.compile(r"\d(?:[\d.,'’٫٬\s]*\d)?")


def heard(item: Item, source: Source, own: str) -> tuple[Item, Source]:
    """Return an item and its source in the words that are read: the translation's if need be.

    `own` is the BCP 47 tag of the project, in which translations are written.
    """
    if item.translation is None or is_read(source.language):
        return item, source
    return replace(item, quote=item.translation), replace(source, language=own)


def check_translation(item: Item, source: Source, own: str) -> Iterator[Diagnostic]:
    """Find figures of an item's translation that its quote does not give."""
    if item.translation is None:
        return
    quoted = read(item.quote.text, source.language) if is_read(source.language) else None
    digits = _digits(item.quote.text)
    for quantity in read(item.translation.text, own):
        if quantity.kind is QuantityKind.ORDINAL:
            continue
        if quoted is not None:
            same = any(_agree(quantity, one) for one in quoted)
        else:
            same = not digits or _digits(quantity.text) <= digits
        if not same:
            at = item.translation.inside(quantity.start, quantity.end)
            message = f"the quote does not say '{quantity.text}'"
            hint = "translate the quote's own figures, in digits where it has digits"
            yield diagnostic("translation-differs", at, message, hint=hint)


def _agree(translated: Quantity, quoted: Quantity) -> bool:
    """Tell whether two figures are one; the nouns that they count are words of two languages."""
    if quantities_agree(translated, quoted):
        return True
    counts = {translated.kind, quoted.kind} == {QuantityKind.COUNT}
    return counts and (translated.low, translated.high) == (quoted.low, quoted.high)


def _digits(text: str) -> frozenset[str]:
    """Return the significant digits of each number of a text, in whatever script.

    "3,8", "3 800" and "380" are all "38": scales and the signs that part digits differ by language.
    """
    return frozenset(
        "".join(str(int(sign)) for sign in number if sign.isdecimal()).strip("0")
        for number in _NUMBERS.findall(text)
    )
