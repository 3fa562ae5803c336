"""Say where sentences end and clauses begin, in text as it is written.

Made for showing a quote in its sentence and for reading no further than it: a blank line ends a
sentence, so does a full stop, question or exclamation mark before white space and a capital, digit
or unicased letter, and so do their ideographic kin. Initials and common abbreviations do not end
one ("U.S. export controls", "Ltd. (NYSE: BABA)"); where in doubt the sentence goes on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache

from briefing.language import known, table
from briefing.patterns import compiled

CLAUSE_SIGNS = frozenset(".,;:!?()")
DASHES = frozenset("‒–—―")
_STOPS = ".!?…。！？"
_ALONE = frozenset("。！？")  # these end a sentence without white space after them
_CLOSING = "\"'”’»)\\]」』）"
_OPENING = "\"'“‘«„‚‹»›([「『（"
_LAST_WORD = re.compile(r"[\w.]+\Z")


def sentence_ends(text: str, language: str) -> Iterator[tuple[int, int]]:
    """Yield, for each end of a sentence in `text`, the offsets where it ends and the next begins.

    `language` is the BCP 47 tag of the text; without tables, no abbreviations are known.
    """
    short = _abbreviations(language)
    for found in _end(language).finditer(text):
        if ending := _ending(text, found, short):
            yield ending


def last_sentence_end(text: str, language: str) -> tuple[int, int] | None:
    """Return the last of what `sentence_ends` yields, without looking at those before it."""
    short = _abbreviations(language)
    endings = (
        _ending(text, found, short) for found in reversed(list(_end(language).finditer(text)))
    )
    return next((ending for ending in endings if ending), None)


def clause_start(text: str, at: int) -> int:
    """Return where the clause of `text` that leads up to `at` begins: behind its last sign."""
    return max(text.rfind(sign, 0, at) + 1 for sign in CLAUSE_SIGNS | DASHES)


@cache
def _end(language: str) -> re.Pattern[str]:
    """Match the end of a sentence, what closes it and the white space after it; or that of a line."""
    tables = known(language)
    closing = table(tables, "sentences").get("closing", "") if tables else ""
    return compiled(rf"[{_STOPS}\n][{_STOPS}\s{_CLOSING}{closing}]*")


@cache
def _abbreviations(language: str) -> frozenset[str]:
    tables = known(language)
    return frozenset(table(tables, "sentences")["abbreviations"]) if tables else frozenset()


def _ending(text: str, found: re.Match[str], short: frozenset[str]) -> tuple[int, int] | None:
    """Return where a sentence ends and the next begins, unless `found` ends none."""
    start, end = found.span()
    if end == start + 1 and text[start] not in _ALONE:
        return None  # within a figure or a name, as in 52.4
    signs = found[0].rstrip()
    blanks = found[0][len(signs) :]
    return (end - len(blanks), end) if _is_end(text, start, signs, blanks, short) else None


def _is_end(text: str, start: int, signs: str, blanks: str, short: frozenset[str]) -> bool:
    """Say whether `signs`, at `start`, and the white space after them end a sentence."""
    if blanks.count("\n") > 1 or signs[:1] in _ALONE:
        return True
    end = start + len(signs) + len(blanks)
    following = text[end : end + 3].lstrip(_OPENING)[:1]
    if not (signs and blanks and following) or following.islower():
        return False
    return signs != "." or not _abbreviates(text, start, short)


def _abbreviates(text: str, stop: int, short: frozenset[str]) -> bool:
    """Say whether the full stop at `stop` belongs to an initial or abbreviation."""
    word = _LAST_WORD.search(text, max(stop - 12, 0), stop)
    if word is None:
        return False
    last = word[0].rpartition(".")[2]
    return word[0].casefold() in short or (len(last) == 1 and last.isalpha())
