"""Tell what a number counts: by the unit or measure word after it, and the noun after or before that."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from briefing.language import common, longest_first, table, words_of
from briefing.language.grammars import Counted
from briefing.language.numerals import scales
from briefing.language.zh.words import HAN, word_at
from briefing.patterns import compiled

_UNITS: Final = {
    spelling: name
    for name, spellings in table("zh", "units")["units"].items()
    for spelling in spellings
}
_TIMES: Final = common("units")["time"].keys()
_HELD: Final = table("zh", "nouns")
_NOUNS: Final = {
    spelling: name
    for name, spellings in _HELD["spellings"].items()
    for spelling in spellings.split()
}
_MEASURES: Final = {
    spelling: name
    for name, spellings in _HELD["measures"].items()
    for spelling in spellings.split()
}
_GENERAL: Final = words_of(_HELD["general"]["words"])
_BEFORE: Final = words_of(_HELD["before"]["words"])
_PAIRED: Final = {measure: frozenset(nouns.split()) for measure, nouns in _HELD["paired"].items()}
_OWN: Final = words_of(_HELD["own"]["words"])
_UNNAMED: Final = frozenset({"次", "人次", "起", "架次", "辆次"})
"""Measure words that count no things."""
_HOUSEHOLDS: Final = frozenset({"households"})
"""What may have people behind it and counts them not: "3000户居民"."""
_NOUN: Final = compiled(rf"[A-Za-z0-9]*[{HAN}]{{2,}}")
_PEOPLE: Final = frozenset({"名", "位"})
_TOKEN: Final = compiled(rf"(?:^|\s)([{HAN}A-Za-z0-9]+)(?=\s|[,;:!?)\]\"']|$)")
_SCALES: Final = longest_first(word for word in scales("zh") if not word.isascii())
_NUMBER: Final = compiled(rf"[0-9][0-9.,]*\+?(?:\s(?:{_SCALES})\+?)?$")
_LEADING: Final = words_of(table("zh", "directions")["levels"]["words"]) | frozenset(
    word for row in table("zh", "hedges")["before"] for word in row["words"]
)
_FARTHEST: Final = 3
_LONGEST: Final = 40
_LONGEST_NOUN: Final = 4
_LEAST_OF_INDEX: Final = 30
_LIFE: Final = compiled(r"(?:寿命|平均年龄)\S*(?:\s\S+){0,4}$")
_IN_A_ROW: Final = "连续 "
_KNOWN: Final = compiled(rf"[{HAN}]{{2,{_LONGEST_NOUN}}}")


def counted(text: str, at: int, *, listed_only: bool = False) -> Counted | None:
    """Give what the number that ends at `at` counts, or None where it counts nothing."""
    tokens = list(_tokens(text, at)) if text.startswith(" ", at) else []
    if not tokens:
        return _reached(text, at)
    word, end = tokens[0]
    if word in _UNITS:
        return _measured(text, at, _UNITS[word], end)
    if word == "岁" and _LIFE.search(text[max(0, at - _LONGEST) : at]):
        return Counted("years", end, is_time=True)
    if word in _NOUNS:
        return Counted(_NOUNS[word], end, is_time=False)
    if word in _MEASURES or word in _GENERAL or word in _OWN:
        return _with_noun(text, at, tokens, listed_only=listed_only)
    return None


def _reached(text: str, at: int) -> Counted | None:
    """Read "用户达 | 3亿", where nothing follows the number."""
    if text[at : at + 1].isalnum() or text[at : at + 1] in ("%", "/", "-", "."):
        return None
    head = text[max(0, at - _LONGEST) : at]
    number = _NUMBER.search(head)
    if number is None or " " not in number[0]:
        return None
    before = head[: number.start()].split()
    if before[-1:] and before[-1] in _LEADING:
        noun = _noun_before(text, at)
        return Counted(noun, at, is_time=False) if noun else None
    return None


def _tokens(text: str, at: int) -> Iterator[tuple[str, int]]:
    """Give the words after a number, with where each ends, up to the next sign."""
    for _ in range(_FARTHEST + 1):
        match = _TOKEN.match(text, at)
        if match is None or match[1][0].isdigit():
            return
        yield match[1], match.end(1)
        at = match.end(1)


def _measured(text: str, at: int, unit: str, end: int) -> Counted:
    is_time = unit in _TIMES
    head = text[max(0, at - _LONGEST) : at]
    number = _NUMBER.search(head)
    if is_time and number and head[: number.start()].endswith(_IN_A_ROW):
        return Counted(f"consecutive {unit}", end, is_time=True)
    return Counted(unit, end, is_time)


def _with_noun(
    text: str, at: int, tokens: list[tuple[str, int]], *, listed_only: bool
) -> Counted | None:
    """Read "家新门店", "门店达 | 300家", "名志愿者": a measure word with its noun."""
    measure, end = tokens[0]
    if measure in ("点", "點") and not _is_of_index(text, at):
        return None
    for word, stop in tokens[1:]:
        if word in _NOUNS and _MEASURES.get(measure) not in _HOUSEHOLDS:
            return Counted(_NOUNS[word], stop, is_time=False)
        if word in _LEADING:
            break
    own = _MEASURES.get(measure)
    if own is None or own == "people":
        noun = _noun_before(text, at, measure)
        if noun is not None:
            return Counted(noun, end, is_time=False)
    is_general = own is None or measure in _PEOPLE
    if is_general and len(tokens) > 1 and not listed_only and _is_noun(text, *tokens[1]):
        return Counted(tokens[1][0], tokens[1][1], is_time=False)
    if own is not None:
        return Counted(own, end, is_time=False)
    is_own = measure in _OWN or (not listed_only and _follows_unknown(text, at))
    return Counted(measure, end, is_time=False) if is_own and len(tokens) == 1 else None


def _is_of_index(text: str, at: int) -> bool:
    """Tell "3261.56 | 点" from a time of day."""
    match = _NUMBER.search(text, max(0, at - _LONGEST), at)
    if match is None:
        return False
    bare = match[0].replace(",", "").partition(" ")[0].rstrip("+")
    return " " in match[0] or "." in bare or int(bare) >= _LEAST_OF_INDEX


def _is_noun(text: str, word: str, end: int) -> bool:
    """Tell whether a word that no table holds is a noun: a short one, at the end of its clause."""
    return (
        _KNOWN.fullmatch(word) is not None
        and word not in _LEADING
        and (end >= len(text) or text[end] in ",;:!?)\"'" or text.startswith(" 的", end))
    )


def _noun_before(text: str, at: int, measure: str = "") -> str | None:
    """Give the noun of "门店 总数 达 | 300 家", which comes before the number, if its measure word goes with it."""
    word = _word_before(text, at)
    if measure and measure not in _BEFORE and word not in _PAIRED.get(measure, ()):
        return None
    return _NOUNS.get(word) or (word if word in _UNNAMED else None)


def _follows_unknown(text: str, at: int) -> bool:
    """Tell whether a number has a word before it that no table holds, which is what it counts: "充电桩5万 | 个"."""
    word = _word_before(text, at)
    return _NOUN.fullmatch(word) is not None and word_at(word, 0) != word


def _word_before(text: str, at: int) -> str:
    """Give the word before the number that ends at a place, but none that leads to numbers."""
    head = text[max(0, at - _LONGEST) : at]
    number = _NUMBER.search(head)
    words = head[: number.start()].split() if number else []
    return next((word for word in reversed(words) if word not in _LEADING), "")


def counted_of(text: str, at: int) -> Counted | None:  # noqa: ARG001 (Chinese names the whole first)
    """Give nothing: what a part is of comes before it."""
    return None


def names_a_counted(text: str, at: int) -> bool:
    """Tell whether a listed noun or measure word appears right after `at`."""
    match = _TOKEN.match(text, at)
    return match is not None and (
        match[1] in _NOUNS or match[1] in _UNITS or match[1] in _MEASURES or match[1] in _GENERAL
    )


def unit_named(word: str) -> str | None:
    """Give the unit of a listed word."""
    return _UNITS.get(word)
