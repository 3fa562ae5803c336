"""Part Chinese texts into words, with signs and numbers spelled as in languages with blanks.

Words are the longest that the tables hold, from left to right; what they do not hold stays together
up to the next word that they do.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import Final

from briefing.language import table, words_of
from briefing.language.numerals import scales
from briefing.language.zh.dates import TIMES_OF, date_at
from briefing.language.zh.numbers import Piece, spelled_at
from briefing.language.zh.words import HAN, word_at

_FOLDED: Final = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | str.maketrans(
    "。“”‘’「」『』【】〔〕￥−", '!""\'\'""""[][]¥-'
)
_HAN: Final = re.compile(f"[{HAN}〇]")
_OTHER: Final = re.compile(
    rf"[0-9]{{1,3}}(?:,[0-9]{{3}})+(?:\.[0-9]+)?(?![0-9])|[0-9]+(?:\.[0-9]+)?"
    rf"|[A-Za-zÀ-ɏ](?:[A-Za-zÀ-ɏ0-9]|[&'.-](?=[A-Za-z0-9]))*|[^{HAN}〇]"
)
_TRADITIONAL: Final = re.compile(
    r"[億萬與為個國這來將對於從開關東門長學實際過還後發電車壞錢貝員損價漲環額達報廠務業產稅幣臺圓營鴻積寧時聯濟灣輛條總數約預計獲淨虧貿順擴應該風險標準類網頁華龍馬買賣進說讓認經]"
)
_CLOSING: Final = frozenset(",;:!?)]\"'")
_OPENING: Final = frozenset("([\"'<>≥≤≈~±+-$€£¥")
_UNITS: Final = scales("zh").keys() | words_of(
    *(word for row in table("zh", "units")["share"] for word in row["words"]),
    *(word for held in table("zh", "currencies")["names"].values() for word in held),
)
"""What a number ends with, behind which a hyphen joins the end of a range."""
_SIGNS: Final = {row["means"]: row["words"][0] for row in table("zh", "hedges")["sign"]}
_DIRECTIONS: Final = table("zh", "directions")
_HEDGES: Final = frozenset(word for row in table("zh", "hedges")["before"] for word in row["words"])
_GROWTH: Final = frozenset(
    """增长 增長 同比增长 增 增加 上升 上涨 上漲 攀升 提高 提升 扩大 擴大 涨 漲 升 大涨 大漲 暴涨 飙升 激增 猛增 大增 大升 劲增 年增 盈利增长""".split()
)
_UNCLEAR: Final = (words_of(_DIRECTIONS["verbs"]["up"], _DIRECTIONS["verbs"]["down"]) - _GROWTH) | {
    "翻",
    "翻了",
    "大",
}
_NUMBERS: Final = frozenset("0123456789+%") | {
    word[-1] for word in scales("zh") if not word.isascii()
}
"""How what states a number ends."""
_BOUNDS: Final = {
    word: _SIGNS.get(row["means"], _SIGNS["about"])
    for row in table("zh", "hedges")["before"]
    for word in row["words"]
}
"""The sign for each hedge, put before a number that it bounds from farther off: "不超过每股 | ≤45元"."""
_STEPS: Final = {"环比": "", "環比": ""}
_MONTH: Final = re.compile(r"(?:[0-9]月|月|本月|当月)$")
_BETWEEN: Final = frozenset("有 为 是 达 了 过 在 到 至".split())
_SAME_TIME: Final = frozenset({"去年同期", "上年同期", "上年", "同期"})
_AS_OF: Final = frozenset({"截至", "截止", "截止至"})
_FAR: Final = 40
_HALVES: Final = frozenset(table("zh", "fractions")["halves"]["words"])
_MORE_THAN_HALF: Final = frozenset(table("zh", "fractions")["halves"]["more"])
_ELECTRIC: Final = frozenset({"万", "亿", "萬", "億"})
_WARM: Final = re.compile(r"(?:气温|温度|零下|零上|高温|低温|体温|水温|氣溫)[^,;:!?]{0,12}\Z")
_UNREAD: Final = "ø"
"""Put behind digits that are not to be read: of two readings, none is certain."""
_NEAR: Final = 6
_CURRENCIES: Final[dict[str, str]] = table("zh", "currencies")["before"]


def pieces(text: str) -> Iterator[Piece]:
    """Give the pieces of a text, as `briefing.language.Grammar` says."""
    last, end = "", 0
    for start, stop, spelled in _Pieces(text):
        if last and start == end and _are_apart(last, spelled):
            yield start, start, " "
        yield start, stop, spelled
        last, end = spelled, stop


def _are_apart(last: str, spelled: str) -> bool:
    """Tell whether a blank is to part two pieces that touch."""
    before, after = last[-1], spelled[0]
    if before.isspace() or after.isspace():
        return False
    is_sign = not after.isalnum()
    if "、" in (before, after):
        return True
    if before in _CLOSING and before not in "\"'":
        return not is_sign or after in _OPENING
    if (before.isascii() and after.isascii()) or last in _BOUNDS.values():
        return False
    if is_sign:
        joins = after in "-~+" and (last in _UNITS or last[0].isdigit() or after != spelled)
        return after in _OPENING and before.isalnum() and not joins
    return before.isalnum() or before in "%+"


class _Pieces:
    """Knows what it gave last, by which the next words are spelled."""

    def __init__(self, text: str) -> None:
        self.text = text.translate(_FOLDED)
        self.written = text
        self.is_traditional = _TRADITIONAL.search(text) is not None
        self.words: list[str] = []
        self.date = ""

    def __iter__(self) -> Iterator[Piece]:
        at, unknown = 0, 0
        while at < len(self.text):
            found = self._at(at, is_inside=unknown < at)
            if found is None:
                at += 1
                continue
            if unknown < at:
                yield self._kept(unknown, at, self.text[unknown:at])
            for piece in found:
                yield self._kept(*piece)
                at = unknown = piece[1]
        if unknown < at:
            yield self._kept(unknown, at, self.text[unknown:at])

    def _kept(self, start: int, end: int, spelled: str) -> Piece:
        said = spelled.strip()
        if not said:
            return start, end, spelled
        ends = said[:1] in _CLOSING or said[:1].isdigit()
        self.words = [said] if ends else [*self.words[-_NEAR:], said]
        return start, end, spelled

    def _at(self, at: int, *, is_inside: bool) -> list[Piece] | None:
        """Give the pieces that start at a place; None where it is inside a word that no table holds."""
        sign = self.text[at]
        word = word_at(self.text, at)
        if word in _HALVES:
            return [*self._bound(at), self._word(at, word)]
        if len(word) > 1:
            return [self._word(at, word)]
        if (
            sign == "—"
            and self.text[at - 1 : at].isdigit()
            and self.text[at + 1 : at + 2].isdigit()
        ):
            return [(at, at + 1, "-")]
        date = date_at(self.text, at)
        if date is not None:
            end, spelled = date
            self.date = spelled
            return [(at, end, spelled)]
        number = spelled_at(self.text, at, is_growth=self._is_growth())
        if number is not None:
            return [*self._bound(at), *self._numbered(number)]
        if word and self._is_word(at, is_inside=is_inside):
            return [self._word(at, word)]
        if _HAN.match(sign):
            return None
        match = _OTHER.match(self.text, at)
        return [(at, match.end(), match[0])] if match else None

    def _is_word(self, at: int, *, is_inside: bool) -> bool:
        """Tell whether one sign is a word here: beside a number, or between words or signs."""
        after = self.text[at + 1 : at + 2]
        if not after or not _HAN.match(after):
            return not is_inside or after.isdigit()
        following = word_at(self.text, at + 1)
        if following and "每" in (self.text[at], *self.words[-1:]):
            return True
        if (
            len(following) > 1
            or spelled_at(self.text, at + 1, is_growth=False)
            or date_at(self.text, at + 1)
        ):
            return True
        if following and self.text[at + 2 : at + 3].isdigit():
            return True
        return not is_inside and bool(self.words) and self.words[-1][-1:] in _NUMBERS

    def _word(self, at: int, word: str) -> Piece:
        spelled = _CURRENCIES.get(word, word)
        if word in _CURRENCIES and not self.text[at + len(word) : at + len(word) + 1].isalnum():
            spelled = word
        if word in _CURRENCIES and self.words and self.words[-1][-1:].isalnum():
            spelled = word if self._is_after_number() else spelled
        if word == "度":
            spelled = self._degree(at)
        if word in _STEPS:
            spelled = self._step(word)
        if word in _MORE_THAN_HALF:
            spelled = ">半数"
        end = at + len(word)
        if word in _SAME_TIME and TIMES_OF.match(self.text, end):
            spelled = f"比 {word}"
        if word in _AS_OF and "累计" in self.text[end : end + _FAR].partition("!")[0]:
            spelled = "到"
        if word == "元" and self.is_traditional:
            spelled = "圓"
        return at, at + len(word), spelled

    def _is_after_number(self) -> bool:
        last = self.words[-1]
        return last[0].isdigit() or last in ("元", "亿", "万", "万亿", "億", "萬", "萬億")

    def _degree(self, at: int) -> str:
        """Spell 度 by what is before it: electricity with a scale, and a temperature where one is named."""
        if self.words[-1:] and self.words[-1] in _ELECTRIC:
            return "度电"
        return "摄氏度" if _WARM.search(self.text, max(0, at - _FAR), at) else "度"

    def _step(self, word: str) -> str:
        """Spell what a change is measured from by the date before it: a month, or a quarter."""
        if "Q" in self.date or "季" in self.date:
            return "季环比"
        return "月环比" if _MONTH.search(self.date) else word

    def _numbered(self, number: list[Piece]) -> list[Piece]:
        """Leave a number of times as it is written where it may be told in two ways."""
        end = number[-1][1]
        if self.text.startswith("倍", end) and self._said() in _UNCLEAR:
            return [(number[0][0], end + 1, f"{self.text[number[0][0] : end]}{_UNREAD}倍")]
        if not self._is_trillion() and number[-1][2].endswith("兆"):
            return [(number[0][0], end, f"{self.text[number[0][0] : end - 1]}{_UNREAD}兆")]
        return number

    def _bound(self, at: int) -> list[Piece]:
        """Give the sign of a hedge that bounds the number at a place from farther off: "至少有 | ≥15人"."""
        for place in range(len(self.words) - 2, -1, -1):
            word, between = self.words[place], self.words[place + 1 :]
            if word in _BOUNDS:
                is_near = between[0] == "每" or between[-1] == "的" or _BETWEEN.issuperset(between)
                return [(at, at, _BOUNDS[word])] if is_near else []
        return []

    def _is_trillion(self) -> bool:
        """Tell whether 兆 is a million millions here."""
        return self.is_traditional or self.words[-1:] == ["TWD"]

    def _is_growth(self) -> bool:
        return self._said() in _GROWTH

    def _said(self) -> str:
        """Give the last word, what softens a number aside."""
        for word in reversed(self.words):
            if word not in _HEDGES and word != "了":
                return word
        return ""


PIECES: Final = pieces
