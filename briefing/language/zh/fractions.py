"""Read shares in Chinese words: "三分之二", "一半的用户", "过半数"."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Final

from briefing.language import longest_first, table
from briefing.language.grammars import Share
from briefing.patterns import compiled

_HELD: Final = table("zh", "fractions")
_MORE: Final = frozenset(_HELD["halves"]["more"])
_HALVES: Final = longest_first(set(_HELD["halves"]["words"]) - _MORE)
_VAGUE: Final = longest_first({*_HELD["halves"]["vague"], *_MORE})
_PHRASE: Final = compiled(
    rf"(?<!\w)(?:(?P<under>[0-9]+)分之(?P<over>[0-9]+)|(?P<half>{_HALVES}))(?!\w)"
)
_ANY: Final = compiled(
    rf"(?<!\w)(?:[0-9.]+分之[0-9.]+|{_HALVES}|{_VAGUE}"
    r"|[一二两兩三四五六七八九十百千]+(?:分之[一二三四五六七八九十百千]+|倍)|[0-9.]+倍)(?!\w)"
)
SHARING: Final[frozenset[str]] = frozenset()


def fractions(text: str) -> Iterator[Share]:
    """Give the shares that words of fractions state."""
    for match in _PHRASE.finditer(text) if "分之" in text or "半" in text else ():
        over, under = (1, 2) if match["half"] else (int(match["over"]), int(match["under"]))
        if 0 < over < under:
            yield Share.of(over, under, *match.span())


def fraction_words(text: str) -> Iterator[tuple[int, int]]:
    """Give where words that may state a fraction or a multiple stand, read or not."""
    for match in _ANY.finditer(text) if "分之" in text or "半" in text or "倍" in text else ():
        yield match.span()


def share_at(text: str, at: int, end: int) -> Share | None:  # noqa: ARG001 (said otherwise)
    """Give nothing: "one in five" is said with 分之."""
    return None


def is_of_whole(text: str, end: int) -> bool:  # noqa: ARG001 (said otherwise)
    """Give nothing: a fraction in digits is no share in words."""
    return False
