"""Read shares in English words: "two-thirds of", "one in five", "by a quarter", "a half point"."""

from __future__ import annotations

import re
from collections.abc import Iterator
from decimal import Decimal
from typing import Final

from briefing.language import common, longest_first, table, words_of
from briefing.language.en.number_words import NUMBER_WORDS, number_of
from briefing.language.grammars import Share
from briefing.patterns import compiled

_TABLE: Final = table("en", "fractions")
_PARTS: Final[dict[str, int]] = _TABLE["parts"]
_SMALL: Final[dict[str, int]] = table("en", "numbers")["units"]
_LENGTHS: Final = common("units")["time"].keys()
_SEVERAL: Final = longest_first(word for word in _SMALL if word != "one")
_NAMES: Final = longest_first(_PARTS)
_OWNED: Final = longest_first(_TABLE["whole"]["owned"])
_NUMBERED: Final = rf"(?:(?:all\s)?(?:of\s)?(?:{_OWNED})\s)?(?:[0-9$€£¥₹]|(?:{NUMBER_WORDS})(?!\w))"
_NO_WHOLE: Final = longest_first(_TABLE["whole"]["not"])
_ENDS: Final = longest_first(_TABLE["ends"]["words"])
_WHOLE: Final = (
    rf"\sof\s(?!(?:the\s|last\s|this\s|next\s)?(?:{_NO_WHOLE})(?!\w)|{_NUMBERED})"
    rf"(?:(?:{_OWNED})(?!\w)|(?-i:[A-Z])|[a-z][a-z-]*s(?!\w))"
)
_OF_WHOLE: Final = compiled(_WHOLE, re.IGNORECASE)
_POINT: Final = r"(?:percentage[\s-])?point(?!\w|\s(?:of|in\s|guard))"
_PHRASE: Final = compiled(
    rf"(?<![\w-])(?:"
    rf"(?P<several>{_SEVERAL})[\s-](?P<many>{_NAMES})s(?!\w|\sof\s(?:an?\s|one\s|{_NUMBERED}))"
    rf"|(?:an?|one)[\s-](?P<one>{_NAMES})(?:(?P<whole>{_WHOLE})|(?P<end>{_ENDS}|$))"
    rf"|(?P<half>half)(?P<wholes>{_WHOLE})"
    rf"|(?:by\s)(?P<halved>half)(?:{_ENDS}|$)"
    rf"|(?:(?P<top>one|an?|three)[\s-])?(?P<step>quarter|half)[\s-]{_POINT}"
    rf"|(?P<over>{longest_first(_SMALL)}|an?)[\s-](?P<under>{_NAMES})s?\sof\s(?:an?|one|1)\s"
    rf"(?P<share>percentage\spoint|percent|per\scent)(?!\w)"
    rf")",
    re.IGNORECASE,
)
_ANY: Final = compiled(
    rf"(?<![\w-])(?:(?:an?|one|{_SEVERAL})[\s-](?:{_NAMES})s?(?=\s(?:of|more|less|fewer|as)(?!\w))"
    rf"|half(?=\s(?:of|as)\s))(?!\sof\s(?:an?\s|(?:the\s|this\s|last\s)?(?:{_NO_WHOLE})(?!\w)))",
    re.IGNORECASE,
)
_NAME: Final = compiled(
    rf"[{''.join(sorted({case for name in _PARTS for case in (name[0], name[0].upper())}))}]"
    rf"(?<![a-z].)(?i:{'|'.join(name[1:] for name in _PARTS)})s?(?!\w)"
)
_WORD_BEFORE: Final = compiled(r"(?<!\w)([A-Za-z]+)[\s-]$")
_LEADING: Final = _SMALL.keys() | {"a", "an", "by"}
_LONGEST_WORD: Final = 8
_BEFORE_ONE: Final = compiled(_TABLE["ends"]["before"], re.IGNORECASE)
_NO_HALF: Final = words_of(_TABLE["whole"]["no_half"])
_REACH: Final = 32
_IN: Final = compiled(
    rf"\s(?:in|out\sof)\s(?:every\s)?(?P<all>[0-9][0-9,]*|{longest_first(_TABLE['of'])})(?![\w.%-])"
    rf"(?:\s(?P<noun>[a-z]+))?|\sof\severy\s(?P<each>[0-9][0-9,]*|{longest_first(_TABLE['of'])})(?!\w)",
    re.IGNORECASE,
)
_YEARS: Final = range(1900, 2100)
SHARING: Final = frozenset({" in", " ou", " of"})


def hints_at_fractions(text: str) -> bool:
    """Tell in passing whether `fractions` could give any."""
    return (
        "hird" in text
        or "uarter" in text
        or "alf" in text
        or "fth" in text
        or "nth" in text
        or "ixth" in text
        or "ighth" in text
    )


def fractions(text: str) -> Iterator[Share]:
    """Give the shares and points that words of fractions state."""
    end = 0
    for name in _NAME.finditer(text) if hints_at_fractions(text) else ():
        head = _WORD_BEFORE.search(text, max(0, name.start() - _LONGEST_WORD), name.start())
        leads = head is not None and head[1].lower() in _LEADING
        match = _PHRASE.match(text, head.start(1) if head and leads else name.start())
        share = _share(text, match) if match and match.start() >= end else None
        if share is not None:
            end = share.end
            yield share


def fraction_words(text: str) -> Iterator[tuple[int, int]]:
    """Give where words that may state a fraction stand, whether `fractions` reads them or not."""
    for match in _ANY.finditer(text) if hints_at_fractions(text) else ():
        head = text[max(0, match.start() - _REACH) : match.start()].lower().split()
        if not head or head[-1] not in _NO_HALF:
            yield match.span()


def _share(text: str, match: re.Match[str]) -> Share | None:
    if match["step"] or match["over"]:
        return _part_of_a_percent(match)
    start = match.start()
    head = text[max(0, start - _REACH) : start]
    if match["several"]:
        over, under = _SMALL[match["several"].lower()], _PARTS[match["many"].lower()]
        unclear = under == _PARTS["quarter"] and text[match.end("several")] != "-"
        return None if over >= under or unclear else Share.of(over, under, start, match.end())
    if match["one"]:
        if match["end"] is not None and not _BEFORE_ONE.search(head):
            return None
        return Share.of(1, _PARTS[match["one"].lower()], start, match.end("one"))
    part = "halved" if match["halved"] else "half"
    if part == "half" and _NO_HALF.intersection(word.lower() for word in head.split()[-1:]):
        return None
    return Share.of(1, 2, *match.span(part))


def _part_of_a_percent(match: re.Match[str]) -> Share:
    """Read "a quarter point", "one-half of one percent"."""
    if match["step"]:
        over = 3 if (match["top"] or "").lower() == "three" else 1
        under, unit = _PARTS[match["step"].lower()], "percentage-points"
    else:
        over = _SMALL.get(match["over"].lower(), 1)
        under = _PARTS[match["under"].lower()]
        unit = "percentage-points" if "point" in match["share"].lower() else "%"
    return Share(*match.span(), round(Decimal(over) / under, 4), unit, Decimal("0.01"))


def share_at(text: str, at: int, end: int) -> Share | None:
    """Read "one in five" from its first number on, which stands from `at` to `end`."""
    written = text[at:end]
    match = _IN.match(text, end)
    if match is None or (match["noun"] or "").lower().rstrip("s") + "s" in _LENGTHS:
        return None
    over, under = _value(written), _value(match["all"] or match["each"])
    if over is None or under is None or over >= under or int(under) in _YEARS:
        return None
    return Share.of(int(over), int(under), at, match.end("all" if match["all"] else "each"))


def is_of_whole(text: str, end: int) -> bool:
    """Tell whether a fraction in digits that ends at `end` is a share: "2/3 of members"."""
    return _OF_WHOLE.match(text, end) is not None


def _value(written: str) -> Decimal | None:
    if written[0].isalpha():
        return Decimal(_TABLE["of"].get(written.lower(), 0)) or number_of(written)[0]
    bare = written.replace(",", "")
    return Decimal(bare) if bare.isdecimal() else None
