"""Know the words that Chinese texts are parted into: all that the tables hold."""

from __future__ import annotations

import re
from collections import defaultdict
from typing import TYPE_CHECKING, Any, Final

from briefing.language import table

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

HAN: Final = "㐀-鿿"
_SUBJECTS: Final = (
    "basis", "currencies", "directions", "fractions", "hedges", "names", "narratives", "nouns",
    "parts", "qualifiers", "ranges", "rates", "scales", "sense", "units", "variants",
)  # fmt: skip
_SINGLE: Final = ("的", "了", "内", "前", "后", "连续", "有", "每", "度")
"""Words of the patterns of the code."""
_WORD: Final = re.compile(rf"[{HAN}]+")
_BASES: Final = re.compile(rf"[{HAN}]{{2,}}")
_EXAMPLES: Final = frozenset({"examples", "counter_examples", "unless"})


def _texts(held: Any) -> Iterator[str]:  # noqa: ANN401
    """Give every text of a table, its examples aside."""
    if isinstance(held, str):
        yield held
    elif isinstance(held, list):
        for one in held:
            yield from _texts(one)
    elif isinstance(held, dict):
        for key, value in held.items():
            if key not in _EXAMPLES:
                yield key
                yield from _texts(value)


def _words() -> Iterator[str]:
    for subject in _SUBJECTS:
        for text in _texts(table("zh", subject)):
            yield from (word for word in text.split() if _WORD.search(word))
    periods = table("zh", "periods")
    yield from periods["words"].split()
    yield from periods["units"]
    for key in ("compare", "at", "saying"):
        yield from _WORD.findall(periods["placeholders"][key])
    for row in table("zh", "changes")["base"]:
        yield from (word for text in row["words"] for word in _BASES.findall(text))
    yield from _SINGLE


_UNLESS: Final[Mapping[str, tuple[str, ...]]] = {
    word: tuple(signs) for word, signs in table("zh", "names")["whole"]["unless"].items()
}
_OTHER_WORDS: Final[Mapping[str, tuple[str, ...]]] = {
    last: tuple(signs)
    for last, signs in {
        "至": "少多今",
        "到": "少多",
        "增": "加长長幅速值",
        "减": "少",
        "降": "低幅",
    }.items()
}
"""What behind the last sign of a word makes it the first of another: "增长至少", "年增加"."""
_SPELLED: Final = frozenset("去年 今年 明年 本年 来年 翻番 翻倍".split())
"""What dates.py and numbers.py spell."""
_NUMERALS: Final = frozenset("〇零一二三四五六七八九十百千廿卅两兩")


_WORDS: Final = frozenset(_words()) - _NUMERALS - _SPELLED


def _lengths() -> Mapping[str, tuple[int, ...]]:
    """Give how long the words are that begin with a sign, the longest first."""
    held: dict[str, set[int]] = defaultdict(set)
    for word in _WORDS:
        held[word[0]].add(len(word))
    return {first: tuple(sorted(lengths, reverse=True)) for first, lengths in held.items()}


_LENGTHS: Final = _lengths()


def word_at(text: str, at: int) -> str:
    """Give the longest word of the tables that appears at a place; nothing where none does."""
    for length in _LENGTHS.get(text[at], ()):
        word, end = text[at : at + length], at + length
        if word not in _WORDS or text.startswith(_UNLESS.get(word, ()), end):
            continue
        if length == 1 or text[end : end + 1] not in _OTHER_WORDS.get(word[-1], ()):
            return word
    return ""
