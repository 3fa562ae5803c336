"""Tell a change from the level that it leads to: "raised by 5%" and "raised to 5%"."""

from __future__ import annotations

from functools import cache
from typing import TYPE_CHECKING

from briefing.language import grammar, known, table, words_of
from briefing.language.parting import parted
from briefing.model.figures import Sign

if TYPE_CHECKING:
    from briefing.model.figures import Quantity

_REACH = 8
"""How many words a verb of change may stand before the word for the level."""


def is_level(text: str, quantity: Quantity, language: str) -> bool | None:
    """Tell whether the words before a quantity of `text` make it a level, or else a change.

    `language` is the BCP 47 tag of the text. None where they say neither.
    """
    tables = known(language)
    if tables is None:
        return None
    pieces = parted(text, language)
    if pieces is not None:
        return is_level(pieces.text, pieces.into(quantity), language)
    words = text[: quantity.start].lower().split()[-_REACH:]
    standing, verbs = table(tables, "directions")["standing"], _verbs(tables)
    if standing.get("has_articles") and words[1:] and words[-1] in grammar(tables).ARTICLES:
        words = words[:-1]
    last = words[-1] if words else ""
    if last in words_of(standing["level"]) and quantity.sign is Sign.UNSAID:
        return True if any(word in verbs for word in words) else None
    is_change = last in words_of(standing["change"]) or last in verbs
    return False if is_change and quantity.sign is not Sign.UNSAID else None


@cache
def _verbs(language: str) -> frozenset[str]:
    verbs = table(language, "directions")["verbs"]
    held = (verbs.get(part, "") for part in ("up", "down", "cutting"))
    return words_of(*held)
