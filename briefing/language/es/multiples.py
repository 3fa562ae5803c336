"""Read what multiplies or runs on: "se duplicó", "el doble", "por cuatro", "el tercer año consecutivo"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from briefing.language.default.streaks import Streaks
from briefing.language.es.counting import COUNTING
from briefing.patterns import compiled

STREAKS: Final = Streaks(
    "es",
    r"WORDS|(?P<digits>[0-9]{1,3})(?:\.?º|\.?er|\.?ª)",
    r"\s(?P<unit>año|trimestre|mes|semana|día|semestre)\s(?:consecutiv[oa]|seguid[oa])",
    COUNTING.unit_named,
)
_MULTIPLIED: Final = compiled(
    r"(?<![\w-])(?:(?P<verb>(?:cuadru|quintu|sextu|du|tri)plic(?:ó|aron|ado|ará|arán|aría|arse|ar|ándose|an|a))"
    r"|(?P<noun>(?:doble|triple|cuádruple|quíntuple)(?=\s(?:de|que|del)(?!\w))))(?!\w)(?!\scon\screces)",
    re.IGNORECASE,
)
_FACTORS: Final = {"du": 2, "do": 2, "tr": 3, "cu": 4, "qu": 5, "se": 6}
_TIMES: Final = compiled(
    r"\s(?:más|mayor(?:es)?|superior(?:es)?|el|la|los|las|su|sus|lo|por\sencima|tan|tant[oa]s?|"
    r"ebitda|beneficios?)(?!\w)",
    re.IGNORECASE,
)
""""tres veces mayor" multiplies, "tres veces en mayo" counts."""
_HALF: Final = compiled(r"\sy\smedia(?!\w)")
_FACTOR: Final = compiled(
    r"(?:multiplic(?:ó|aron|ado|ará|arán|aría|ar|arse|a|an)\s(?:casi\s|más\sde\s)?por|factor\sde)\s$",
    re.IGNORECASE,
)
_REACH: Final = 32


def multiplies(text: str, at: int, end: int) -> bool:
    """Tell whether "veces" multiplies."""
    if not text[at:end].lower().endswith("veces"):
        return True
    return _TIMES.match(text, end) is not None and _HALF.match(text, end) is None


def is_factor(text: str, floor: int, at: int) -> bool:
    """Tell whether a number at `at` is one by which something is multiplied: "se multiplicó por 4"."""
    return _FACTOR.search(text, max(floor, at - _REACH), at) is not None


def hints_at_more(text: str) -> bool:
    """Tell in passing whether `streaks` or `multiples` could give any, which is rare."""
    return (
        "consecutiv" in text
        or "seguid" in text
        or "plic" in text
        or "doble " in text
        or "triple " in text
        or "uple " in text
    )


def multiples(text: str) -> Iterator[tuple[int, int, Decimal, int]]:
    """Read "se duplicó" and "el doble de"."""
    for match in _MULTIPLIED.finditer(text):
        word = match[0].lower()
        yield *match.span(), Decimal(_FACTORS[word[:2]]), match.start()
