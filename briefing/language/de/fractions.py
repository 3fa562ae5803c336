"""Read shares in German words: "zwei Drittel der", "um die Hälfte", "jeder fünfte", "einer von fünf"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from briefing.language import common, longest_first, table, words_of
from briefing.language.de.counting import COUNTING
from briefing.language.de.number_words import NUMBER_WORDS, number_of
from briefing.language.grammars import Share
from briefing.patterns import compiled

_TABLE: Final = table("de", "fractions")
_PARTS: Final[dict[str, int]] = _TABLE["parts"]
_NUMBERS: Final = table("de", "numbers")
_SMALL: Final[dict[str, int]] = _NUMBERS["units"]
_ORDINALS: Final[dict[str, int]] = _NUMBERS["ordinals"]
_LENGTHS: Final = common("units")["time"].keys()
_NAMES: Final = longest_first(name for name in _PARTS if name != "hälfte")
_OWNED: Final = longest_first(_TABLE["whole"]["owned"])
_NO_WHOLE: Final = longest_first(_TABLE["whole"]["not"])
_WHOLE: Final = (
    rf"(?=\s(?:{_OWNED})(?!\w)(?!\s(?:insgesamt\s)?(?:[0-9$€£]|(?:{NUMBER_WORDS})(?!\w)))"
    rf"(?!\s(?:\w+\s)?(?:{_NO_WHOLE})(?!\w)))"
)
_SOFT: Final = r"(?:fast|rund|etwa|knapp|gut|mehr\sals|über|nahezu|beinahe|weniger\sals)"
_ENDS: Final = r"(?=\s?(?:[.,;:)]|$|\s(?:auf|im|in|zu|von|an|ab|ein|zurück|nach|und|gegenüber|[a-zäöü]+(?:en|t|te)(?!\w))))"
_PHRASE: Final = compiled(
    rf"(?<![\w-])(?:(?P<many>{longest_first(_SMALL)})\s(?P<parts>{_NAMES}){_WHOLE}"
    rf"|(?P<one>eine?[smr]?\s(?P<part>{_NAMES})|(?:die|der|knapp\sdie)\s(?P<half>Hälfte)){_WHOLE}"
    rf"|um\s(?:{_SOFT}\s)?(?P<by>eine?[sm]?\s(?P<bypart>{_NAMES})|die\s(?P<byhalf>Hälfte)){_ENDS}"
    rf"|(?P<every>jede[rsnm]?\s(?P<place>{longest_first(_ORDINALS)})e[nrs]?)(?=\s(?-i:[A-ZÄÖÜ])))",
    re.IGNORECASE,
)
_ANY: Final = compiled(
    rf"(?<![\w-])(?:(?:eine?[smr]?|{longest_first(_SMALL)})\s(?:{_NAMES})(?!\w)|Hälfte{_WHOLE}|um\s(?:{_SOFT}\s)?die\sHälfte"
    rf"|jede[rsnm]?\s(?:{longest_first(_ORDINALS)})e[nrs]?(?=\s(?-i:[A-ZÄÖÜ])))",
    re.IGNORECASE,
)
_NO_HALF: Final = words_of(_TABLE["whole"]["no_half"])
_NOUN: Final = compiled(r"\s([A-ZÄÖÜ][\wäöüß-]*)")
_REACH: Final = 32
_OF: Final = compiled(
    rf"\svon\s(?P<all>[0-9][0-9.]*|{longest_first(_TABLE['of'])})(?![\w.%-])(?=\s[A-ZÄÖÜ])",
    re.IGNORECASE,
)
_YEARS: Final = range(1900, 2100)
SHARING: Final = frozenset({" vo"})


def _hints(text: str) -> bool:
    return "tel" in text or "älfte" in text or "jede" in text or "Jede" in text


def fractions(text: str) -> Iterator[Share]:
    """Give the shares that words of fractions state."""
    for match in _PHRASE.finditer(text) if _hints(text) else ():
        share = _share(text, match)
        if share is not None:
            yield share


def fraction_words(text: str) -> Iterator[tuple[int, int]]:
    """Give where words that may state a fraction stand, whether `fractions` reads them or not."""
    for match in _ANY.finditer(text) if _hints(text) else ():
        if not _is_half_of_a_year(text, match.start()) and not _is_of_time(text, match.end()):
            yield match.span()


def _is_half_of_a_year(text: str, at: int) -> bool:
    head = text[max(0, at - _REACH) : at].lower().split()
    return head[-1:] != [] and head[-1] in _NO_HALF


def _is_of_time(text: str, end: int) -> bool:
    """Tell "jedes dritte | Jahr", which is no share."""
    noun = _NOUN.match(text, end)
    return noun is not None and COUNTING.unit_named(noun[1].lower()) in _LENGTHS


def _share(text: str, match: re.Match[str]) -> Share | None:
    if match["many"]:
        over, under = _SMALL[match["many"].lower()], _PARTS[match["parts"].lower()]
        return Share.of(over, under, *match.span()) if over < under else None
    if match["every"]:
        under = _ORDINALS[match["place"].lower()]
        if under < 2 or _is_of_time(text, match.end()):  # "jeder erste" is no share
            return None
        return Share.of(1, under, *match.span())
    if _is_half_of_a_year(text, match.start()):
        return None
    group = "one" if match["one"] else "by"
    part = match["part"] or match["half"] or match["bypart"] or match["byhalf"]
    return Share.of(1, _PARTS[part.lower()], *match.span(group))


def share_at(text: str, at: int, end: int) -> Share | None:
    """Read "vier von fünf Nutzern" from its first number on, which stands from `at` to `end`."""
    match = _OF.match(text, end)
    if match is None or _is_of_time(text, match.end()):
        return None
    over, under = _value(text[at:end]), _value(match["all"])
    if over is None or under is None or over >= under or int(under) in _YEARS or under > 100:
        return None
    return Share.of(int(over), int(under), at, match.end("all"))


def is_of_whole(text: str, end: int) -> bool:
    """Tell whether a fraction in digits that ends at `end` is a share: "2/3 der Mitglieder"."""
    return re.match(_WHOLE, text[end : end + _REACH], re.IGNORECASE) is not None


def _value(written: str) -> Decimal | None:
    if written[0].isalpha():
        return Decimal(_TABLE["of"].get(written.lower(), 0)) or number_of(written)[0]
    bare = written.replace(".", "")
    return Decimal(bare) if bare.isdecimal() else None
