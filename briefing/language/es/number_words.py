"""Read numbers in Spanish words: "treinta y cinco", "doscientas seis", "veintiún mil", "millón y medio"."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from briefing.language import longest_first, table
from briefing.language.default.spelling import after_initial
from briefing.language.numerals import digits
from briefing.patterns import compiled

_TABLE: Final = table("es", "numbers")
_UNITS: Final[dict[str, int]] = _TABLE["units"]
_SMALL: Final[dict[str, int]] = {**_UNITS, **_TABLE["teens"]}
_TENS: Final[dict[str, int]] = _TABLE["tens"]
_HUNDREDS: Final[dict[str, int]] = _TABLE["hundreds"]
_ARTICLES: Final = {"un": 1, "una": 1}
_VALUES: Final = {**_SMALL, **_TENS, **_HUNDREDS, **_ARTICLES}
_ONE: Final = Decimal(1)
_HALF: Final = Decimal("0.5")
_TENTH: Final = Decimal("0.1")
_THOUSAND: Final = 1_000
_MILLION: Final = Decimal(1_000_000)
_PARTS: Final = frozenset({"mitad", "tercio", "cuarto", "quinto", "décimo", "parte"})

_AFTER_TENS: Final = rf"(?:\sy\s(?:{longest_first({**_UNITS, **_ARTICLES})})(?!\w))?"
_BELOW: Final = rf"(?:(?:{longest_first(_TENS)})(?!\w){_AFTER_TENS}|(?:{longest_first(_SMALL)}))"
_BELOW_THOUSAND: Final = rf"(?:(?:{longest_first(_HUNDREDS)})(?!\w)(?:\s{_BELOW}(?!\w))?|{_BELOW})"
_THOUSANDS: Final = rf"(?:\smil(?!\w)(?:\s{_BELOW_THOUSAND}(?!\w))?)?"
NUMBER_WORDS: Final = (
    rf"(?:mil(?!\w)(?:\s{_BELOW_THOUSAND}(?!\w))?|{_BELOW_THOUSAND}(?!\w){_THOUSANDS})"
)
"""Up to nine hundred and ninety-nine thousand; larger numbers come with a scale."""
_POINT: Final = " coma "
_NOUGHT: Final = "cero"
_DECIMALS: Final = rf"(?:\scoma(?:\scero(?!\w))*\s(?:{_BELOW}|cero)(?!\w))?"
ARTICLES: Final = frozenset({"un", "una", "unos", "unas", "el", "la", "los", "las"})

_SCALES: Final = r"(?:millón|millon|billón|millardo|docena|decena|veintena|treintena|cincuentena|centenar|millar|trillón)"
_AND_A_HALF: Final = r"(?:\smill(?:ón|ones)\sy\smedio(?:\sde(?=\s))?)"
_ONE_OF: Final = rf"(?=\s(?:{_SCALES}|puntos?|euro|dólar|peso|uno\spor\sciento)(?!\w))(?!\spuntos?\sde\s(?!porc))"
_INITIALS: Final = "".join(
    sorted(
        {
            case
            for word in (*_VALUES, "mil", "medio", _NOUGHT)
            for case in (word[0], word[0].upper())
        }
    )
)
NUMBERS: Final = compiled(
    # The first letters appear in front as one set, because the engine then skips from letter to letter.
    rf"[{_INITIALS}](?<![\w-].)(?!(?<=por\s.)ien(?:to)?(?!\w))(?i:"
    rf"(?:(?:{after_initial(_HUNDREDS)})(?!\w)(?:\s{_BELOW}(?!\w))?{_THOUSANDS}"
    rf"|(?:{after_initial(_TENS)})(?!\w){_AFTER_TENS}{_THOUSANDS}"
    rf"|(?:{after_initial(_SMALL)})(?!\w){_THOUSANDS}"
    rf"|(?<=m)il(?!\w)(?:\s[0-9]{{3}}(?=\s(?:mill|bill))|\s{_BELOW_THOUSAND}(?!\w))?){_AND_A_HALF}?"
    rf"|(?<=u)na?(?:{_AND_A_HALF}|{_ONE_OF}|(?<=a)(?=\sde\scada\s))"
    rf"|(?<=m)illón\sy\smedio(?:\sde(?=\s))?"
    rf"|(?<=c)ero(?=\scoma\s)"
    rf"|(?<=m)edi[oa](?=\s(?:{_SCALES}|punto)(?!\w)))(?!\w){_DECIMALS}"
)
GOES_ON: Final = compiled(
    rf"(?P<half>\sy\smedi[oa](?:\sde(?=\s))?(?!\w))|(?P<link>\s(?P<and>y\s)?)"
    rf"(?P<number>{digits('es')}|(?:{NUMBER_WORDS})(?!\w))",
    re.IGNORECASE,
)
"""After a scale: "dos millones | trescientos mil", "35 mil | 412"."""


def number_of(text: str) -> tuple[Decimal, Decimal]:
    """Give the value of number words or an article, and its grain: a half is one of a fifth."""
    units, point, decimals = text.lower().partition(_POINT)
    if point:
        noughts = decimals.split().count(_NOUGHT)
        rest = " ".join(word for word in decimals.split() if word != _NOUGHT)
        digits_after = "0" * noughts + (str(number_of(rest)[0]) if rest else "")
        before = 0 if units == _NOUGHT else number_of(units)[0]
        return Decimal(f"{before}.{digits_after}"), _ONE.scaleb(-len(digits_after))
    words = text.lower().split()
    if words in (["un"], ["una"]):
        return _ONE, _HALF  # "un punto" is no half of one
    if words[0].startswith("medi"):
        return _HALF, _TENTH
    if "medio" in words:  # "dos millones y medio"
        at = next(at for at, word in enumerate(words) if word.startswith("mill"))
        whole = number_of(" ".join(words[:at]))[0] if at else _ONE
        return (whole + _HALF) * _MILLION, _MILLION / 10
    total = 0
    for word in words:
        if word == "mil":
            total = (total or 1) * _THOUSAND
        else:
            total += int(word) if word.isdecimal() else _VALUES.get(word, 0)
    return Decimal(total), Decimal(_THOUSAND) if words[-1] == "mil" else _ONE


def is_of_article(words: list[str], text: str, at: int) -> bool:
    """Tell "un cuarto de un millón"; `at` is where the article starts."""
    if words[-1:] != ["de"] or text[at : at + 2].lower() != "un":
        return False
    return words[-2:-1] != [] and words[-2] in _PARTS
