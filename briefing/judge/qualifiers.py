"""Tell what words say of a figure's basis, of one year or all, and of a quarter that is the last.

A `language` is the BCP 47 tag of the text. One without tables says nothing.
"""

from __future__ import annotations

import re
from functools import lru_cache
from typing import TYPE_CHECKING, get_args

from briefing.figures import mentioned
from briefing.language import known, table
from briefing.language.parting import as_read, parted
from briefing.model.figures import Basis, Per
from briefing.patterns import compiled
from briefing.quotes import clause_start

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence


_CLAUSE_END = re.compile(r"[,;:!?](?!\d)|\.(?=\s+\W?[^\W\d_a-z]|\s*\Z)")


def shows_basis(text: str, basis: Basis, language: str) -> bool:
    """Tell whether a text bears out that its figure has a basis."""
    text = as_read(text, language)
    return _words(language, "basis", "shows", basis).search(text) is not None


def leading_bases(text: str, at: int, language: str) -> Iterator[tuple[Basis, str]]:
    """Yield each basis that words give the figure at `at` by leading up to it, with those words."""
    words = parted(text, language)
    if words is not None:
        for basis, said in leading_bases(words.text, words.inner(at, at + 1)[0], language):
            yield basis, said.replace(" ", "")
        return
    start = clause_start(text, at)
    for basis in Basis:
        found = _words(language, "basis", "leads", basis).search(text, start, at)
        if found is None and _words(language, "basis", "closing", basis).search(
            text, at, _clause_end(text, at)
        ):
            found = _words(language, "basis", "closed", basis).search(text, start, at)
        if found is not None:
            yield basis, found[0]


def _clause_end(text: str, at: int) -> int:
    """Return where the clause with the figure at `at` ends: at its next sign that parts no digits."""
    found = _CLAUSE_END.search(text, at)
    return found.start() if found else len(text)


def says_per(text: str, per: Per, language: str) -> bool:
    """Tell whether a text says that its figure is of one year, or of all."""
    text = as_read(text, language)
    return _words(language, "qualifiers", "shows", per).search(text) is not None


def per_after(text: str, at: int, language: str) -> tuple[Per, str] | None:
    """Return whether the sum that ends at `at` is of one year or of all, and the words for it."""
    words = parted(text, language)
    if words is not None:
        return per_after(words.text, words.inner(at - 1, at)[1], language)
    pers: tuple[Per, ...] = get_args(Per) if text[at : at + 1].isspace() else ()
    for per in pers:
        found = _words(language, "qualifiers", "follows", per).match(text, at + 1)
        if found and not _begins_a_time(text, at + 1, language):
            return per, found[0]
    return None


def _begins_a_time(text: str, at: int, language: str) -> bool:
    """Tell whether the words at a place go on to name a time: "a year earlier" and "im Jahr 2024" are no rates."""
    return any(one.start == at and (one.relation or one.label) for one in mentioned(text, language))


def recent_quarter(text: str, language: str) -> tuple[int, int] | None:
    """Return where a text names the quarter that was the last, or runs, when it was written."""
    words = parted(text, language)
    found = _words(language, "qualifiers", "recent_quarter").search(words.text if words else text)
    if found is None:
        return None
    return words.outer(*found.span()) if words else found.span()


def is_result(text: str, language: str) -> bool:
    """Tell whether a text without a figure says what came about in one period."""
    name = known(language)
    held = table(name, "qualifiers").get("results") if name else None
    if held is None:
        return False
    text = as_read(text, language)
    nouns, verbs, other = (whole_words(tuple(held[part])) for part in ("nouns", "verbs", "other"))
    return bool(nouns.search(text) and verbs.search(text) and not other.search(text))


@lru_cache(maxsize=512)
def whole_words(phrases: Sequence[str]) -> re.Pattern[str]:
    """Match any of some phrases as whole words, whatever their case and blanks.

    A star stands for any ending. No phrases match nothing.
    """
    spelled = (
        r"\s+".join(re.escape(word).replace(r"\*", r"\w*") for word in phrase.split())
        for phrase in phrases
    )
    return compiled(rf"(?<!\w)(?:{'|'.join(spelled) or '(?!)'})(?!\w)", re.IGNORECASE)


@lru_cache(maxsize=512)
def _words(language: str, subject: str, part: str, what: str = "") -> re.Pattern[str]:
    """Match the words that a part of a table lists, of the rows for a basis or a rate."""
    name = known(language)
    held = table(name, subject)[part] if name else ()
    rows = [held] if isinstance(held, dict) else held
    return whole_words(
        tuple(word for row in rows if row.get("is", what) == what for word in row["words"])
    )
