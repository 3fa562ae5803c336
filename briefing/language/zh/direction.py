"""Read from the words around a quantity whether it rose or fell, was earned or lost.

In Chinese what moves a number appears right before it ("下降5%"), what it leads to after 至 or 到, and a
noun of change after 的 or before 为. Where a verb of change is farther off, it may move something else:
such a number is not understood.
"""

from __future__ import annotations

import re
from typing import Final

from briefing.language import table, words_of
from briefing.language.numerals import scales
from briefing.language.zh.clauses import clause_before, words_after, words_before

_HELD: Final = table("zh", "directions")
_UP: Final = words_of(_HELD["verbs"]["up"])
_DOWN: Final = words_of(_HELD["verbs"]["down"])
_SUMS: Final = words_of(_HELD["levels"]["sums"])
_LEVELS: Final = words_of(_HELD["levels"]["words"]) | _SUMS
_NOUNS: Final = dict.fromkeys(_HELD["nouns"]["up"].split(), "+") | dict.fromkeys(
    _HELD["nouns"]["down"].split(), "-"
)
_LOST: Final = words_of(_HELD["results"]["lost"])
_EARNED: Final = words_of(_HELD["results"]["earned"])
_LESS_LOST: Final = words_of(_HELD["results"]["less_lost"])
_BEFORE_HEDGE: Final = [row["words"] for row in table("zh", "hedges")["before"]]
_HEDGES: Final = frozenset(word for words in _BEFORE_HEDGE for word in words)
_RATES: Final = words_of("增幅 涨幅 漲幅 升幅 增速 增长率 增長率 降幅 跌幅 减幅")
_PARTICLES: Final = frozenset("了 过 已 均 都 也 将 各 分别".split())
_LINKS: Final = words_of("为 為 是 达 達 达到 約为")
_SAME_TIME: Final = words_of("去年同期 上年同期 同期 上年 去年 上年同月")
_TOTALS: Final = frozenset("累计 共 合计 共计 总计 累計".split())
_POINTS: Final = re.compile("百分[点點]|基[点點]")
_SIGNS: Final = frozenset("<>≥≤~≈")
_JOINTS: Final = frozenset("、 和 与 與 及 以及 或".split())
_UNITS: Final = scales("zh").keys() | words_of(
    *(word for row in table("zh", "units")["share"] for word in row["words"]),
    *(word for held in table("zh", "currencies")["names"].values() for word in held),
)
_COMPARING: Final = frozenset("较 較 比 相比 对比 与 同".split())
_THAN: Final = frozenset("较較比")
_SHARING: Final = ("占", "佔", "约占", "相当于")
_REACH: Final = 24
_NEAR: Final = 5
_ADJECTIVES: Final = frozenset({"新增"})
"""Verbs of change that may be part of a noun farther from the number: "新增贷款 | 420亿元"."""
_FEW: Final = 2
_UNSAID: Final = ""


def direction(
    text: str,
    words: list[str],  # noqa: ARG001 (they reach less far than a clause)
    start: int,
    end: int,
    *,
    is_money: bool,
    is_level: bool,
) -> str | None:
    """Give the direction that the words around a quantity state; None for one not understood."""
    after = words_after(text, end)
    following = _following(after)
    if following is not None:
        return following
    before = [word for word in words_before(text, start) if word not in _PARTICLES]
    before = _of_list(before)
    if not before:
        return _titled(text, start)
    if is_level:
        return _UNSAID
    if _is_compared(before) or (text[start] not in _SIGNS and _is_bounded_apart(before)):
        return None
    if is_money and not _LESS_LOST.isdisjoint(before):
        return "+" if not _EARNED.isdisjoint(before[-2:]) else None
    if _TOTALS.issuperset(before):
        return _changed_before(text, start)
    if _POINTS.search(text, start, end) and before[-1] not in _LEVELS:
        return _moving(before)
    return _told(text, start, before, is_money=is_money)


def _is_compared(before: list[str]) -> bool:
    """Tell "比 | 50亿元多" and "较上年的 | 50亿元增长"."""
    if before[-1] in _THAN:
        return True
    return before[-1] == "的" and not _COMPARING.isdisjoint(before[-_NEAR:])


def _is_bounded_apart(before: list[str]) -> bool:
    """Tell "不到全年预算的 | 5%"."""
    return before[-1] == "的" and not _HEDGES.isdisjoint(before[-_NEAR:])


def _changed_before(text: str, start: int) -> str | None:
    """Read "降息四次，累计 | 100个基点" by the verbs of the clause before."""
    words = clause_before(text, start)
    signs = {sign for word in words if (sign := _sign(word))}
    return _UNSAID if not signs else signs.pop() if len(signs) == 1 else None


def _moving(before: list[str]) -> str | None:
    """Read "下调存款准备金率 | 0.5个百分点" by the last verb, whatever it moves."""
    for word in reversed(before):
        if word in _LEVELS:
            return None
        if sign := _sign(word):
            return sign
    return _UNSAID


def _sign(word: str) -> str:
    return "+" if word in _UP else "-" if word in _DOWN else _NOUNS.get(word, "")


def _of_list(words: list[str]) -> list[str]:
    """Leave out the numbers that a list has before its last: "分别下降 | 1.7%、1.8%和 | 10.8%"."""
    kept = words
    while kept and kept[-1] in _JOINTS:
        number = kept[:-1]
        while number and not number[-1][0].isdigit() and number[-1] in _UNITS:
            number = number[:-1]
        if not number or not number[-1][0].isdigit():
            break
        kept = number[:-1]
    return kept


def _following(after: list[str]) -> str | None:
    """Read "5%的降幅" and "5%增长"."""
    word = after[1] if after[:1] == ["的"] and len(after) > 1 else after[0] if after else ""
    if word in _LOST or word in _EARNED:
        return "-" if word in _LOST else "+"
    return _NOUNS.get(word) if after[:1] == ["的"] or word in _RATES else None


def _titled(text: str, start: int) -> str:
    """Read the noun before a colon: "降幅：5%"."""
    head = text[max(0, start - _REACH) : start].split()
    return _NOUNS.get(head[-1].rstrip(":"), _UNSAID) if head and head[-1].endswith(":") else _UNSAID


def _told(text: str, start: int, before: list[str], *, is_money: bool) -> str | None:
    last = before[-1]
    lost = not _LOST.isdisjoint(before)
    if last in _LOST:
        return "-"
    if last in _UP or last in _DOWN:
        unclear = is_money and lost  # "亏损减少5亿元"
        return None if unclear else _sign(last)
    if last in _NOUNS:
        return _NOUNS[last]
    if last not in _LEVELS and last not in _EARNED:
        return _farther(before, is_money=is_money, lost=lost)
    if is_money:
        return _result(text, start, before)
    rate = next((_NOUNS[word] for word in reversed(before) if word in _RATES), "")
    linked = _NOUNS.get(before[-2], "") if last in _LINKS and before[:-1] else ""
    return rate or linked


def _result(text: str, start: int, before: list[str]) -> str | None:
    """Read whether a sum was earned or lost by the last noun of its clause that says what it is."""
    for word in reversed(before):
        if word in _LOST or word in _EARNED:
            return "-" if word in _LOST else "+"
        if word in _SUMS:
            return _UNSAID
    if _SAME_TIME.isdisjoint(before) or _LOST.isdisjoint(clause_before(text, start)):
        return _UNSAID
    return None if len(before) > _FEW else "-"  # "亏损5亿元，去年同期为 | 3亿元"


def _farther(before: list[str], *, is_money: bool, lost: bool) -> str | None:
    """Give no direction, unless a verb of change comes before without a level between."""
    if before[-1] == "的" and any(word.startswith(_SHARING) for word in before):
        return _UNSAID  # "占新增装机的 | 86%"
    for word in reversed(before):
        if word in _LEVELS or word in _EARNED:
            break
        if (word in _UP or word in _DOWN or word in _RATES) and word not in _ADJECTIVES:
            return None
    return None if is_money and lost else _UNSAID
