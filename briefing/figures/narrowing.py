"""Notice the words that make a figure one of less or of more: "excluding its airline", "together"."""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Final

from briefing.figures.clauses import sentence_start
from briefing.language import known, table, words_of
from briefing.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_REACH: Final = 60
_SHORT: Final = 2
"""How many letters a name has at least where no blanks part it from what is before it."""
_BREAK: Final = re.compile(r"[.;!?]\s|[。；！？]|(?<!\d)(?!(?:19|20)\d\d(?!\d))\d")
"""Ends what belongs to a figure: the end of its sentence or another figure, but no year."""


def narrowing(text: str, start: int, end: int, language: str) -> str | None:
    """Return the words that narrow or widen the figure from `start` to `end` of a text, in lower case.

    They are in its sentence before it, or shortly behind it; None where there are none. `language` is
    the BCP 47 tag of the text; offsets are code points of it, from 0. A language without tables has none.
    """
    return next(
        (match[0].strip().lower() for match in _beside("words", text, start, end, language)), None
    )


def places(
    text: str, start: int, end: int, language: str, *, is_translated: bool = False
) -> Iterator[tuple[str, str]]:
    """Give the words that place a figure, and the name of the place: "in Europe" and "Europe".

    No proper names where they are to be found in a text that `is_translated`. The other arguments are those of `narrowing`, and so is what is beside the figure.
    """
    tables = known(language)
    is_spaced = tables is not None and table(tables, "narrowing")["has_spaces"]
    for match in _beside("places", text, start, end, language):
        proper = None if is_translated else match.groupdict().get("proper")
        name = match["name"] or proper
        if name:
            yield match[0].strip(), name if is_spaced else name[-_SHORT:]


def wholes(text: str, end: int, language: str) -> Iterator[tuple[str, str]]:
    """Give the words right behind a share that ends at `end` that narrow its whole, and the one that does.

    "52% of the | mining exports" is of the mining ones. `language` is as in `narrowing`.
    """
    tables = known(language)
    for pattern in _wholes(tables) if tables else ():
        if (match := pattern.match(text, end)) is not None:
            yield match[0].strip(), match["name"]


def _beside(key: str, text: str, start: int, end: int, language: str) -> Iterator[re.Match[str]]:
    tables = known(language)
    if tables is None:
        return
    stop = _BREAK.search(text, end, end + _REACH)
    for first, last in (
        (sentence_start(text, start), start),
        (end, stop.start() if stop else end + _REACH),
    ):
        for pattern in _patterns(tables, key):
            yield from pattern.finditer(text, first, last)


def is_beside(text: str, at: int, language: str) -> bool:
    """Tell whether the name at `at` of a text is only set beside another: "like Acme", "than Acme".

    `language` is the BCP 47 tag of the text. In one without tables every name may be.
    """
    tables = known(language)
    if tables is None:
        return True
    held = table(tables, "narrowing")
    words = words_of(held["beside"])
    before = text[:at].rstrip().lower()
    if not held["has_spaces"]:
        return before.endswith(tuple(words))
    return any(word in words for word in before.split()[-1:]) or before.endswith(("'", "’"))


def is_adding(words: str, language: str) -> bool:
    """Tell whether words that `narrowing` gave count something in, and leave nothing out."""
    tables = known(language)
    adding = table(tables, "narrowing")["adding"] if tables else ""
    return adding != "" and re.search(adding, words) is not None


def is_joined(text: str, at: int, names: Iterable[str], language: str) -> bool:
    """Tell whether the name at `at` of a text shares its figure with one of other names, or takes it from them.

    "Acme and Apex sold" is of both. In languages that put a relative clause first, as Chinese does, the
    name behind it is the subject. `language` is as in `is_beside`.
    """
    tables = known(language)
    if tables is None:
        return False
    held = table(tables, "narrowing")
    blank = r"\s+" if held["has_spaces"] else ""
    own = "|".join(map(re.escape, names))
    joint = f"(?:{own}){blank}(?:{'|'.join(held['joining'].split())}){blank}"
    heads = f"(?:{own})[^,，。；;]*(?:{'|'.join(held['heading'].split()) or '(?!)'})"
    return re.search(rf"(?:{joint}|{heads})\Z", text[:at], re.IGNORECASE) is not None


@cache
def _wholes(language: str) -> tuple[re.Pattern[str], ...]:
    held = table(language, "narrowing")["wholes"]
    return tuple(re.compile(one, re.IGNORECASE | re.VERBOSE) for one in held)


@cache
def _patterns(language: str, key: str) -> tuple[re.Pattern[str], ...]:
    """Return the patterns of `words` as one, but each of `places` by itself, as each has a name."""
    held = table(language, "narrowing")
    parts = held[key] if key == "places" else ["|".join(held[key]) or "(?!)"]
    edges = (r"(?<![\w-])", r"(?![\w-])") if held["has_spaces"] else ("", "")
    return tuple(
        compiled(f"{edges[0]}(?:{part}){edges[1]}", re.IGNORECASE | re.VERBOSE) for part in parts
    )
