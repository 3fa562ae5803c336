"""Read shares in French words: "deux tiers des", "de moitié", "un utilisateur sur cinq"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from briefing.language import common, longest_first, table, words_of
from briefing.language.fr.counting import COUNTING
from briefing.language.fr.number_words import NUMBER_WORDS, number_of
from briefing.language.grammars import Share
from briefing.patterns import compiled

_TABLE: Final = table("fr", "fractions")
_PARTS: Final[dict[str, int]] = _TABLE["parts"]
_SMALL: Final[dict[str, int]] = {"un": 1, "une": 1, **table("fr", "numbers")["units"]}
_LENGTHS: Final = common("units")["time"].keys()
_NAMES: Final = longest_first(_PARTS)
_MANY: Final = longest_first(_SMALL)
_OWNED: Final = longest_first(_TABLE["whole"]["owned"])
_NO_WHOLE: Final = longest_first(_TABLE["whole"]["not"])
_WHOLE: Final = (
    rf"(?=\s(?:{_OWNED})\s?(?!(?:\w+\s)?(?:{_NO_WHOLE})(?!\w))"
    rf"(?!(?:les\s|quelque\s|ses\s|leurs\s)?(?:[0-9$€£]|(?:{NUMBER_WORDS}|une?)(?!\w))))"
)
_ENDS: Final = (
    r"(?=\s?(?:[.,;:)]|$|\s(?:à|au|en|par|sur|depuis|entre|pour|et|l['’]|cette|ce|dans|grâce)))"
)
_BY: Final = longest_first(_TABLE["whole"]["by"]).replace(" ", r"\s")
_PHRASE: Final = compiled(
    rf"(?<![\w-])(?:(?:les\s|l['’])?(?P<many>{_MANY})\s(?P<parts>{_NAMES})(?!\w){_WHOLE}"
    rf"|la\s(?P<half>moitié){_WHOLE}"
    rf"|(?:d['’](?P<by>un)\s(?P<bypart>{_NAMES})|(?:de\sla\s|de\s)(?P<byhalf>moitié)|des\s(?P<bymany>deux|trois)\s(?P<byparts>tiers|quarts))(?!\w){_ENDS})",
    re.IGNORECASE,
)
_STEPS: Final = compiled(
    r"(?<![\w-])(?:un\s(?:(?P<quarter>quart\sde)|demi)|(?P<three>trois\squarts\sde)|(?<=d['’])(?P<one>un))[\s-]points?"
    r"(?:\sde\spourcentage)?(?!\w|\sde\s|\sd['’]|\sà\s)",
    re.IGNORECASE,
)
"""What central banks move their rates by: "un quart de point", "un demi-point"."""
_ANY: Final = compiled(
    rf"(?<![\w-])(?:(?:{_MANY})\s(?:{_NAMES})(?!\w)(?!\s(?:d['’]heure|de\sfinale|temps))|(?:la|de)\smoitié(?!\w))",
    re.IGNORECASE,
)
_NO_HALF: Final = words_of(_TABLE["whole"]["no_half"])
_REACH: Final = 32
_LETTERS: Final = "A-Za-zÀ-ÖØ-öø-ÿ"
_ON: Final = compiled(
    rf"(?:\s(?P<noun>[{_LETTERS}-]+)(?:\s[{_LETTERS}-]+)?)?\ssur\s"
    rf"(?P<all>[0-9]{{1,4}}|{longest_first(_TABLE['of'])})(?![\w.,%-])(?!\s(?:les|des|ans)(?!\w))",
    re.IGNORECASE,
)
_ONE_ON: Final = compiled(
    rf"(?<![\w-])(?<![0-9][.,])(?P<one>une?|[0-9]{{1,3}}|{longest_first(_SMALL)})(?P<more>(?:\s[{_LETTERS}-]+){{0,2}}\ssur\s"
    rf"(?:[0-9]{{1,4}}|{longest_first(_TABLE['of'])})(?![\w.,%-]))",
    re.IGNORECASE,
)
_YEARS: Final = range(1900, 2100)
SHARING: Final = frozenset({" su"})


def _hints(text: str) -> bool:
    return (
        "tiers" in text
        or "quart" in text
        or "oitié" in text
        or "ième" in text
        or " sur " in text
        or "demi" in text
        or "’un point" in text.replace("'", "’")
    )


def fractions(text: str) -> Iterator[Share]:
    """Give the shares that words of fractions state."""
    if not _hints(text):
        return
    for match in _PHRASE.finditer(text):
        share = _share(text, match)
        if share is not None:
            yield share
    for match in _STEPS.finditer(text):
        size = Decimal("0.25") if match["quarter"] else Decimal("0.5")
        size = Decimal("0.75") if match["three"] else Decimal(1) if match["one"] else size
        yield Share(*match.span(), size, "percentage-points", Decimal("0.01"))
    for match in _ONE_ON.finditer(text) if " sur " in text else ():
        share = share_at(text, match.start(), match.end("one"))
        if share is not None:
            yield share


def fraction_words(text: str) -> Iterator[tuple[int, int]]:
    """Give where words that may state a fraction stand, whether `fractions` reads them or not."""
    for match in _ANY.finditer(text) if _hints(text) else ():
        if not _is_of_a_year(text, match):
            yield match.span()


def _is_of_a_year(text: str, match: re.Match[str]) -> bool:
    """Tell "la première moitié de l'année" and "un tiers de l'année" from shares."""
    head = text[max(0, match.start() - _REACH) : match.start()].lower().split()
    if head[-1:] != [] and head[-1] in _NO_HALF:
        return True
    return (
        re.match(
            rf"\s(?:{_OWNED})\s?(?:{_NO_WHOLE})(?!\w)", text[match.end() : match.end() + _REACH]
        )
        is not None
    )


def _share(text: str, match: re.Match[str]) -> Share | None:
    if match["many"]:
        over, under = _SMALL[match["many"].lower()], _PARTS[match["parts"].lower()]
        if over >= under or _is_of_a_year(text, match):
            return None
        return Share.of(over, under, match.start("many"), match.end())
    if match["half"] or match["byhalf"]:
        group = "half" if match["half"] else "byhalf"
        start = match.start() if match["half"] else match.start(group)
        return None if _is_of_a_year(text, match) else Share.of(1, 2, start, match.end(group))
    if match["bymany"]:
        over, under = _SMALL[match["bymany"].lower()], _PARTS[match["byparts"].lower()]
        return Share.of(over, under, match.start("bymany"), match.end()) if over < under else None
    return Share.of(1, _PARTS[match["bypart"].lower()], match.start("by"), match.end("bypart"))


def share_at(text: str, at: int, end: int) -> Share | None:
    """Read "quatre utilisateurs sur cinq" from its first number on, which stands from `at` to `end`."""
    match = _ON.match(text, end)
    if match is None:
        return None
    noun = (match["noun"] or "").lower()
    if COUNTING.unit_named(noun) in _LENGTHS or noun in ("et", "à", "ou", "points", "point"):
        return None
    over, under = _value(text[at:end]), _value(match["all"])
    if over is None or under is None or over >= under or int(under) in _YEARS:
        return None
    return Share.of(int(over), int(under), at, match.end("all")) if over % 1 == 0 else None


def is_of_whole(text: str, end: int) -> bool:
    """Tell whether a fraction in digits that ends at `end` is a share: "2/3 des membres"."""
    return re.match(_WHOLE, text[end : end + _REACH], re.IGNORECASE) is not None


def _value(written: str) -> Decimal | None:
    if written[0].isalpha():
        low = written.lower()
        if low in ("un", "une"):
            return Decimal(1)
        found = number_of(written)
        return Decimal(_TABLE["of"].get(low, 0)) or (found[0] if found else None)
    return Decimal(written) if written.isdecimal() else None
