"""Spell the dates and parts of a year in one way: "二〇二四年第四季度末" as "底 2024年 Q4"."""

from __future__ import annotations

import re
from typing import Final

from briefing.language.zh.numerals import DIGITS, small, year_of
from briefing.patterns import compiled

_YEAR: Final = (
    rf"(?:(?:19|20)[0-9]{{2}}|[一二][{DIGITS}]{{3}}"
    r"|[0-9]{2}(?=年(?:第?[一二三四1-4]季|[上下]半年|[0-9]{1,2}月|[QH][1-4]|前[三九39])))"
)
_SMALL: Final = r"(?:[0-9]{1,2}|[一二三]?十[一二三四五六七八九]?|[一二三四五六七八九])"
_TAILS: Final = (
    ("since", r"以来|以來|起(?![诉草步码飞源点伏亚重火价拍售])"),
    ("end", r"年底|年末|[底末](?![部层线盘端])"),
    ("early", r"年初|初(?![步级创期])"),
    ("middle", r"年中(?![国國央])"),
    ("by", r"底前|之前|以前|前(?!\s?(?:[0-9一二两三四五六七八九十]))"),
    ("after", r"之后|之後|以后|以後|后(?![续市来勤台期])"),
)
_TAIL: Final = "|".join(f"(?P<{name}>{words})" for name, words in _TAILS)
_LEADS: Final = {
    "since": "自",
    "end": "底",
    "early": "初",
    "middle": "中",
    "by": "到",
    "after": "后",
}
_RECORD: Final = compiled(r"(?:的)?(?:最|新高|新低|首次)")
TIMES_OF: Final = compiled(rf"(?:同期)?的(?:[0-9.]+|[{DIGITS}十点]+)倍")
"""Behind what a figure is compared with: "是去年的 | 两倍"."""
_BEFORE_SINCE: Final = "自从從"
_PART: Final = (
    rf"(?:(?P<fiscal>财|財)?第?(?P<quarter>[一二三四1-4])(?:季度|(?P<fiscal2>财季|財季)|季(?![报節节后後军风候票]))"
    rf"|(?P<half>[上下])半(?:财)?年度?(?!报)"
    rf"|(?P<month>{_SMALL})月(?:份)?(?:(?P<day>{_SMALL})[日号號])?)"
)
_WHOLE_YEAR: Final = (
    rf"(?:(?P<year>{_YEAR})(?P<kind>年度?|/(?P<next>[0-9]{{2,4}})(?:财年|財年)|财年|財年|财政年度|財政年度)"
    r"|(?P<told>去年|今年|明年|本年|来年))"
)
_WITH_YEAR: Final = compiled(rf"{_WHOLE_YEAR}(?:的?{_PART})?(?:{_TAIL})?")
_WITHOUT: Final = compiled(rf"{_PART}(?:{_TAIL})?")
_YEARS: Final = compiled(rf"(?P<first>{_YEAR})年?(?:\s?[-—–~至到]\s?)(?P<last>{_YEAR})年")
_MONTHS: Final = compiled(
    rf"(?:(?P<year>{_YEAR})年)?(?P<first>{_SMALL})(?:月份?)?\s?[-—–~至到]\s?(?P<last>{_SMALL})月(?:份)?"
)
_FIRST: Final = compiled(
    r"[前首头頭](?P<number>[0-9]{1,2}|[一二两兩三四五六七八九十]{1,2})(?P<unit>个?季度|季|个月|個月)"
)


_FIRST_SIGNS: Final = frozenset(f"0123456789{DIGITS}十去今明本来第上下前首头頭财財")


def date_at(text: str, at: int) -> tuple[int, str] | None:
    """Give where a date or part of a year ends that starts at a place, and how it is spelled."""
    if text[at] not in _FIRST_SIGNS:
        return None
    for pattern, spelled in ((_YEARS, _years), (_MONTHS, _months), (_FIRST, _first)):
        match = pattern.match(text, at)
        if match is not None:
            return match.end(), spelled(match)
    match = _WITH_YEAR.match(text, at) or _WITHOUT.match(text, at)
    return None if match is None else (match.end(), _date(text, match))


def _years(match: re.Match[str]) -> str:
    return f"{year_of(match['first'])}年 至 {year_of(match['last'])}年"


def _months(match: re.Match[str]) -> str:
    year = f"{year_of(match['year'])}年" if match["year"] else ""
    return f"{year}{small(match['first'])}月 至 {small(match['last'])}月"


def _first(match: re.Match[str]) -> str:
    unit = "季度" if "季" in match["unit"] else "个月"
    number = match["number"].replace("两", "二").replace("兩", "二")
    return f"前{small(number)}{unit}"


def _date(text: str, match: re.Match[str]) -> str:
    """Spell a date with what tells a time before or after it in front."""
    said = {name: word for name, word in match.groupdict().items() if word}
    words = [_year(said), _part(said)]
    if TIMES_OF.match(text, match.end()):
        words.insert(0, "比")
    joint = "" if "month" in said and "year" in said else " "
    spelled = joint.join(word for word in words if word)
    lead = next((_LEADS[name] for name, _ in _TAILS if name in said), "")
    if lead == "自":
        if _RECORD.match(text, match.end()):
            return f"创 {spelled}"
        if text[match.start() - 1 : match.start()] in tuple(_BEFORE_SINCE):
            return spelled
    if lead == "到" and said["by"].startswith("底"):
        return f"到 底 {spelled}"
    return f"{lead} {spelled}" if lead else spelled


def _year(said: dict[str, str]) -> str:
    if "told" in said:
        return said["told"]
    if "year" not in said:
        return ""
    year = year_of(said["year"])
    if "next" in said:
        return f"{year}/{said['next']}财年"
    return f"{year}财年" if said["kind"][0] != "年" else f"{year}年"


def _part(said: dict[str, str]) -> str:
    if "quarter" in said:
        fiscal = "F" if "fiscal" in said or "fiscal2" in said else ""
        return f"{fiscal}Q{small(said['quarter'])}"
    if "half" in said:
        return f"H{'上下'.index(said['half']) + 1}"
    if "month" not in said:
        return ""
    day = f"{small(said['day'])}日" if "day" in said else ""
    return f"{small(said['month'])}月{day}"
