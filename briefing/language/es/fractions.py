"""Read shares in Spanish words: "dos tercios de los", "la cuarta parte de", "uno de cada cinco", "medio punto"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from briefing.language import common, longest_first, table, words_of
from briefing.language.es.counting import COUNTING
from briefing.language.es.number_words import NUMBER_WORDS, number_of
from briefing.language.grammars import Share
from briefing.patterns import compiled

_TABLE: Final = table("es", "fractions")
_PARTS: Final[dict[str, int]] = _TABLE["parts"]
_SMALL: Final[dict[str, int]] = table("es", "numbers")["units"]
_LENGTHS: Final = common("units")["time"].keys()
_NAMES: Final = longest_first(name for name in _PARTS if name not in ("mitad", "medio"))
_OWNED: Final = longest_first(_TABLE["whole"]["owned"])
_NO_WHOLE: Final = longest_first(_TABLE["whole"]["not"])
_NO_NUMBER: Final = rf"(?!\s(?:[0-9$€£]|(?:{NUMBER_WORDS})(?!\w)))"
_WHOLE: Final = (
    rf"(?=\sde(?:l(?!\w)|\s(?:{_OWNED})(?!\w)|(?=\s[a-záéíóúñ]{{4,}}s(?!\w))){_NO_NUMBER}"
    rf"(?!\s(?:\w+\s)?(?:{_NO_WHOLE})(?!\w)))"
)
_ENDS: Final = r"(?=\s?(?:[.,;:)]|$|\s(?:en|hasta|a|al|desde|respecto|frente|interanual|y|el|la|los|sus?|este|esta|con)(?!\w)))"
_PHRASE: Final = compiled(
    rf"(?<![\w-])(?:(?P<many>{longest_first(_SMALL)})\s(?P<parts>{_NAMES})(?:\spartes)?{_WHOLE}"
    rf"|(?P<one>(?:(?:un|una|la|el)\s(?P<part>{_NAMES})(?:\sparte)?|la\s(?P<half>mitad))){_WHOLE}"
    rf"|(?<=\s)(?P<by>un\s(?P<bypart>tercio|cuarto|quinto|décimo)){_ENDS}"
    r"|(?:(?P<step>un\scuarto|tres\scuartos)\sde\spunto|(?P<halfpoint>medio\spunto))"
    r"(?:\sporcentual|\sde\sporcentaje)?(?!\w))",
    re.IGNORECASE,
)
_MOVED: Final = compiled(_TABLE["ends"]["before"], re.IGNORECASE)
_ANY: Final = compiled(
    rf"(?<![\w-])(?:(?:un|{longest_first(_SMALL)})\s(?:tercios?|quintos?|cuartos?|décimos?)(?!\w)"
    rf"|(?:una|la|tres|dos)\s(?:{_NAMES})\spartes?(?!\w)|(?<=la\s)mitad(?!\sdel\s(?:{_NO_WHOLE}))(?!\w))",
    re.IGNORECASE,
)
_NO_HALF: Final = words_of(_TABLE["whole"]["no_half"])
_TIME: Final = compiled(r"\sdel?\s(?:la\s|el\s|los\s)?([a-záéíóúñ]+)")
_NOUN: Final = compiled(r"\s([a-záéíóúñ]+)")
_REACH: Final = 48
_OF: Final = compiled(
    rf"\sde\scada\s(?P<all>[0-9][0-9.]*|{longest_first(_TABLE['of'])})(?![\w.%-])",
    re.IGNORECASE,
)
SHARING: Final = frozenset({" de"})


def _hints(text: str) -> bool:
    return (
        "mitad" in text
        or "terci" in text
        or "cuart" in text
        or "quint" in text
        or "terceras" in text
        or "tercera" in text
        or "sext" in text
        or "ctav" in text
        or "noven" in text
        or "écim" in text
        or "éptim" in text
        or "medio punto" in text
    )


def fractions(text: str) -> Iterator[Share]:
    """Give the shares and points that words of fractions state."""
    for match in _PHRASE.finditer(text) if _hints(text) else ():
        share = _share(text, match)
        if share is not None:
            yield share


def fraction_words(text: str) -> Iterator[tuple[int, int]]:
    """Give where words that may state a fraction stand, whether `fractions` reads them or not."""
    for match in _ANY.finditer(text) if _hints(text) else ():
        time = _TIME.match(text, match.end())
        if time is not None and time[1] in _TABLE["whole"]["not"]:
            continue
        if not _is_half_of_a_year(text, match.start()):
            yield match.span()


def _is_half_of_a_year(text: str, at: int) -> bool:
    head = text[max(0, at - _REACH) : at].lower().split()
    return head[-1:] != [] and head[-1] in _NO_HALF


def _share(text: str, match: re.Match[str]) -> Share | None:
    if match["step"] or match["halfpoint"]:
        parts = {"un": "0.25", "tres": "0.75", "medio": "0.5"}
        value = Decimal(parts[match[0].lower().split()[0]])
        return Share(*match.span(), value, "percentage-points", Decimal("0.01"))
    if match["many"]:
        over, under = _SMALL[match["many"].lower()], _PARTS[match["parts"].lower()]
        return Share.of(over, under, *match.span()) if over < under else None
    if match["by"]:
        head = text[max(0, match.start() - _REACH) : match.start()]
        if not _MOVED.search(head):
            return None
        return Share.of(1, _PARTS[match["bypart"].lower()], *match.span("by"))
    if _is_half_of_a_year(text, match.start()):
        return None
    part = match["part"] or match["half"]
    return Share.of(1, _PARTS[part.lower()], *match.span("one"))


def share_at(text: str, at: int, end: int) -> Share | None:
    """Read "uno de cada cinco usuarios" from its first number on, which stands from `at` to `end`."""
    match = _OF.match(text, end)
    if match is None or _is_of_time(text, match.end()):
        return None
    over, under = _value(text[at:end]), _value(match["all"])
    if over is None or under is None or over >= under:
        return None
    return Share.of(int(over), int(under), at, match.end("all"))


def _is_of_time(text: str, end: int) -> bool:
    """Tell "uno de cada dos | años", which is no share."""
    noun = _NOUN.match(text, end)
    return noun is not None and COUNTING.unit_named(noun[1].lower()) in _LENGTHS


def is_of_whole(text: str, end: int) -> bool:
    """Tell whether a fraction in digits that ends at `end` is a share: "2/3 de los miembros"."""
    return re.match(_WHOLE, text[end : end + _REACH], re.IGNORECASE) is not None


def _value(written: str) -> Decimal | None:
    if written[0].isalpha():
        return Decimal(_TABLE["of"].get(written.lower(), 0)) or number_of(written)[0]
    bare = written.replace(".", "")
    return Decimal(bare) if bare.isdecimal() else None
