"""Spell the numbers of Chinese texts in digits: "三千八百亿" as "3800 亿", "百分之十二" as "12%".

What may be the number of a name, or two beside each other ("七八个"), is left as it is written.
"""

from __future__ import annotations

from collections.abc import Iterator
from decimal import Decimal
from typing import Final, NamedTuple

from briefing.language import longest_first, table, words_of
from briefing.language.numerals import scales
from briefing.language.zh.numerals import DIGITS, NUMERAL, value_of
from briefing.patterns import compiled

Piece = tuple[int, int, str]

_UNITS: Final = table("zh", "units")
_NOUNS: Final = table("zh", "nouns")
_CURRENCIES: Final = table("zh", "currencies")
_SHARES: Final = [word for row in _UNITS["share"] for word in row["words"]]
_MONEY: Final = [
    word for part in ("names", "hundredths") for held in _CURRENCIES[part].values() for word in held
]
_MEASURES: Final = words_of(
    *_NOUNS["measures"].values(), _NOUNS["general"]["words"], _NOUNS["own"]["words"]
)
_SCALES: Final = longest_first(word for word in scales("zh") if not word.isascii())
_SCALE: Final = rf"(?:{_SCALES})(?![瓦克米伏焦卡赫帕禧货姓])"
_SCALED: Final = compiled(_SCALE)
_MORE: Final = "多余餘来來"
_RANGE: Final = rf"[至到\-—–~](?=[0-9{DIGITS}十百千])"
_FOLLOWING: Final = compiled(
    rf"[{_MORE}]?(?:{longest_first({*_SHARES, *_MONEY, *_MEASURES, *(w for held in _UNITS['units'].values() for w in held), *(w for held in _NOUNS['spellings'].values() for w in held.split()), '个半', '岁', '成', '度', '年期', '天期', '个月期'})}"
    rf"|\s?{_SCALE}|\s(?:{longest_first(scales('zh'))})|{_RANGE})(?![级級代])"
)
"""What makes a number of signs that may be a name."""
_ONE_OF: Final = compiled(
    rf"[{_MORE}]?(?:{longest_first({*_SHARES, *_MONEY, '成'})}|{_SCALE}|年[半多]|{_RANGE})"
)
_NUMBER: Final = compiled(
    rf"(?P<digits>[0-9]{{1,3}}(?:,[0-9]{{3}})+(?:\.[0-9]+)?(?![0-9])|[0-9]+(?:\.[0-9]+)?)|(?P<signs>{NUMERAL})"
)
_EITHER: Final = rf"(?:[0-9]+(?:\.[0-9]+)?|[{DIGITS}十百千]{{1,16}}(?:点[{DIGITS}]{{1,8}})?)"
_SHARE: Final = compiled(
    rf"(?P<part>百分之|千分之)(?P<first>{_EITHER})(?:(?P<to>[至到])(?P<last>{_EITHER})(?![{DIGITS}分]))?(?P<more>[{_MORE}])?"
    rf"|(?P<mille>[0-9]+(?:\.[0-9]+)?)‰"
)
_TENTHS: Final = compiled(
    rf"(?:(?P<least>[1-9]|[{DIGITS}])[至到-])?(?P<tens>[1-9]|[{DIGITS}十])成"
    r"(?![为为功立本果长都分熟品交就绩份效型语人]|员(?!工))"
    rf"(?P<half>半|[{DIGITS}](?![{DIGITS}成十百千万亿]))?(?P<more>[{_MORE}])?"
)
_FRACTION: Final = compiled(rf"(?P<under>{_EITHER})分之(?P<over>{_EITHER})")
_TIMES: Final = compiled(
    r"(?:翻了?(?P<soft>近|约|超过|超|逾|至少)?(?P<many>[一两兩二三四1-4])番|翻了?一?倍|翻番)"
    r"(?P<late>还多|以上|有余)?"
)
_ONE_IN: Final = compiled(
    rf"每(?P<under>{_EITHER})(?![万亿千百萬億])(?:名|个|個|位|家|所|户|台|辆|对|间|座|头)?"
    rf"[^,;:!?0-9]{{0,10}}?(?:[中里](?:就|便)?|就|便)有(?P<over>{_EITHER})(?:名|个|個|位|家|人|所|户|台|辆|对|间|座|头)(?![{_MORE}])"
)
_RATE: Final = compiled(
    r"(?P<many>[0-9]+(?:\.[0-9]+)?)例?/(?P<base>[十百千万]|(?:10|十)万|(?:100|百)万)人?(?![0-9])"
)
_MINUS: Final = compiled(r"负(?=[0-9]|百分之|千分之)")
"""As in "增速为负5.2%"; before anything else the sign is part of a word."""
_SOFT: Final = {"近": "~", "约": "~", "超过": ">", "超": ">", "逾": ">", "至少": "≥"}
_HALF: Final = compiled(r"(?:个|個)?(?P<unit>小时|年|天|月|个月)半|(?:个|個)半(?P<late>小时|月)")
_MORE_AFTER: Final = compiled(
    r"(?:(?P<unit>年|倍|天|周|小时|个百分点|元)[多余餘](?![家个名种项])|(?:个|個)[多余餘](?P<late>小时|月))"
)
_VAGUE: Final = compiled(
    rf"[数數几幾成上好近][十百千万亿萬億]{{1,4}}(?:[{_MORE}])?|[十百千][几幾]|第[{DIGITS}十百千0-9]{{1,16}}|[{DIGITS}]{{2,16}}(?![十百千万亿萬億点成])"
)
_HALVES: Final = compiled(r"半(?P<unit>小时|小時|个百分点|個百分點|天(?!然))")
_FIRST_SIGNS: Final = frozenset(f"0123456789{DIGITS}十百千廿卅半翻每数數几幾成上好近第负")
_MOST_PARTS: Final = 4


class _Part(NamedTuple):
    value: Decimal
    scale: str
    end: int
    more: bool


def spelled_at(text: str, at: int, *, is_growth: bool) -> list[Piece] | None:
    """Give the pieces of the number that starts at a place; None where none does.

    `is_growth` tells that a verb of growth comes before it: "增长两倍" is three times as much.
    """
    if text[at] not in _FIRST_SIGNS:
        return None
    for spelled in (_one_in, _rate, _minus, _share, _tenths, _fraction, _times, _half_of, _vague):
        found = spelled(text, at)
        if found is not None:
            return found
    return _number(text, at, is_growth=is_growth)


def _plain(written: str) -> Decimal | None:
    return Decimal(written) if written[0].isdecimal() else value_of(written)


def _share(text: str, at: int) -> list[Piece] | None:
    match = _SHARE.match(text, at)
    if match is None:
        return None
    if match["mille"]:
        return [(at, match.end(), f"{Decimal(match['mille']).scaleb(-1):f}%")]
    shift = -1 if match["part"] == "千分之" else 0
    first, last = (_plain(word) if word else None for word in (match["first"], match["last"]))
    if first is None or (match["last"] and last is None):
        return [(at, match.end(), match[0])]
    more = "+" if match["more"] else ""
    if last is None:
        return [(at, match.end(), f"{first.scaleb(shift):f}{more}%")]
    return [(at, match.end(), f"{first.scaleb(shift):f}-{last.scaleb(shift):f}%")]


def _tenths(text: str, at: int) -> list[Piece] | None:
    match = _TENTHS.match(text, at)
    if match is None:
        return None
    tens = _plain(match["tens"])
    half = Decimal(5) if match["half"] == "半" else _plain(match["half"]) if match["half"] else None
    if tens is None:
        return None
    value = tens * 10 + (half or 0)
    least = _plain(match["least"]) if match["least"] else None
    lead = f"{least * 10:f}-" if least is not None else ""
    return [
        (at, match.end(), f"{lead}{value:f}{' +' if match['more'] else ''}%".replace(" +", "+"))
    ]


def _one_in(text: str, at: int) -> list[Piece] | None:
    """Spell "每五名成年人中就有一人" as a fraction."""
    match = _ONE_IN.match(text, at)
    over, under = (_plain(match["over"]), _plain(match["under"])) if match else (None, None)
    if match is None or over is None or under is None:
        return None
    return [(at, match.end(), f"{under:f}分之{over:f}")]


def _fraction(text: str, at: int) -> list[Piece] | None:
    match = _FRACTION.match(text, at)
    if match is None:
        return None
    over, under = _plain(match["over"]), _plain(match["under"])
    if over is None or under is None:
        return [(at, match.end(), match[0])]
    return [(at, match.end(), f"{under:f}分之{over:f}")]


def _times(text: str, at: int) -> list[Piece] | None:
    match = _TIMES.match(text, at)
    if match is None:
        return None
    many = _plain(match["many"]) if match["many"] else Decimal(1)
    return [
        (at, match.end(), f"{'>' if match['late'] else _SOFT.get(match['soft'], '')}翻{many}番")
    ]


def _rate(text: str, at: int) -> list[Piece] | None:
    """Spell "28/10万" as what is said of so many people."""
    match = _RATE.match(text, at)
    if match is None:
        return None
    base = match["base"].replace("十万", "10万").replace("万", " 万")
    return [(at, match.end(), f"每 {base.strip()} 人 {match['many']} 例")]


def _minus(text: str, at: int) -> list[Piece] | None:
    match = _MINUS.match(text, at)
    return [(at, match.end(), "-")] if match else None


def _half_of(text: str, at: int) -> list[Piece] | None:
    match = _HALVES.match(text, at)
    return [(at, at + 1, "0.5"), (at + 1, match.end(), f" {match['unit']}")] if match else None


def _vague(text: str, at: int) -> list[Piece] | None:
    match = _VAGUE.match(text, at)
    return [(at, match.end(), match[0])] if match else None


def _number(text: str, at: int, *, is_growth: bool) -> list[Piece] | None:
    """Spell a number with its scales; of several ("3亿5000万") as one in the smallest of them."""
    parts = list(_parts(text, at))
    if not parts:
        match = _NUMBER.match(text, at)
        return [(at, match.end(), match[0])] if match else None
    first, last = parts[0], parts[-1]
    if not (text[at].isdecimal() or last.scale or _is_counting(text, at, last)):
        return [(at, last.end, text[at : last.end])]
    summed = [(at, last.end, _summed(parts))]
    pieces = summed if len(parts) > 1 else [*_one(text, at, first)]
    if text.startswith("倍", last.end) and is_growth and len(parts) == 1 and not first.scale:
        return [_grown(text, at, first)]
    return [*pieces, *_and_a_half(text, at, first)] if not first.scale else pieces


def _parts(text: str, at: int) -> Iterator[_Part]:
    """Give the numbers of one that is written in several, each with a smaller scale than the one before."""
    least: Decimal | None = None
    for _ in range(_MOST_PARTS):
        match = _NUMBER.match(text, at)
        value = _plain(match[0].replace(",", "")) if match else None
        if match is None or value is None:
            return
        end = match.end()
        more = text[end : end + 1] in tuple(_MORE) and _scale_at(text, end + 1) != ""
        scale = _scale_at(text, end + more)
        size = scales("zh")[scale] if scale else Decimal(1)
        if least is not None:
            if match["signs"] and len(match[0]) == 1 and not scale and least >= 10_000:
                value *= least / 10  # "两万五"
            elif size >= least or value * size >= least or (match["digits"] and not scale):
                return
        end += more + len(scale)
        yield _Part(value, scale, end, more)
        if more or not scale or (match["digits"] and "." in match[0]):
            return
        least, at = size, end


def _scale_at(text: str, at: int) -> str:
    match = _SCALED.match(text, at)
    return match[0] if match else ""


def _is_counting(text: str, at: int, part: _Part) -> bool:
    if part.value == 1 and "点" not in text[at : part.end]:
        return _ONE_OF.match(text, part.end) is not None
    return "点" in text[at : part.end] or _FOLLOWING.match(text, part.end) is not None


def _one(text: str, at: int, part: _Part) -> Iterator[Piece]:
    end = part.end - len(part.scale) - part.more
    written = text[at:end]
    yield at, end, written if written[0].isdecimal() else f"{part.value:f}"
    if part.more:
        yield end, end + 1, "+"
    if part.scale:
        yield end + part.more, part.end, f" {part.scale}"
    if text[part.end : part.end + 1] in tuple(_MORE) and _FOLLOWING.match(text, part.end):
        yield part.end, part.end + 1, "+"


def _summed(parts: list[_Part]) -> str:
    sizes = [scales("zh")[one.scale] if one.scale else Decimal(1) for one in parts]
    total = sum(one.value * size for one, size in zip(parts, sizes, strict=True))
    if parts[-1].scale:
        return f"{(total / sizes[-1]).normalize():f} {parts[-1].scale}"
    return f"{total:f}"


def _grown(text: str, at: int, part: _Part) -> Piece:
    """Spell a number of times by which something grew: by two times is three times as much."""
    end = part.end + 1
    half = Decimal("0.5") if text.startswith("半", end) else Decimal(0)
    more = "+" if text[end : end + 1] in tuple(_MORE) else ""
    return at, end + bool(half or more), f"{part.value + 1 + half:f}x{more}"


def _and_a_half(text: str, at: int, part: _Part) -> list[Piece]:
    """Spell "两年半" and "三个半小时"."""
    match, sign = _HALF.match(text, part.end), ".5"
    if match is None:
        match, sign = _MORE_AFTER.match(text, part.end), "+"
    if match is None or at >= part.end:
        return []
    unit = match["unit"] or match["late"]
    return [(part.end, match.end(), f"{sign} {'个月' if unit == '月' else unit}")]
