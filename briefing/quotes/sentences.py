"""Say where sentences end, in text as it is written.

Made for showing a quote in its sentence and for reading no further than it: a blank line ends a
sentence, so does a full stop, question or exclamation mark before white space and a capital, digit
or unicased letter, and so do their ideographic kin. Initials and common abbreviations do not end
one ("U.S. export controls", "Ltd. (NYSE: BABA)"); where in doubt the sentence goes on.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

_ABBREVIATIONS = frozenset(
    {"approx", "bln", "bn", "co", "corp", "dr", "e.g", "est", "etc", "fig", "gen", "gov", "i.e"}
    | {"inc", "jr", "ltd", "mln", "mr", "mrs", "ms", "no", "prof", "sen", "sr", "st", "vs"}
)
_CLOSING = "\"'”’»)\\]」』）"
_END = re.compile(rf"\n\s*\n\s*|[。！？]+[{_CLOSING}]*\s*|(?P<stop>[.!?…]+)[{_CLOSING}]*\s+")
_OPENING = "\"'“‘«([「『（"
_LAST_WORD = re.compile(r"[\w.]+\Z")


def sentence_ends(text: str) -> Iterator[tuple[int, int]]:
    """Yield, for each end of a sentence in `text`, the offsets where it ends and the next begins."""
    for end in _END.finditer(text):
        if end["stop"] is None or (
            _starts_sentence(text, end.end()) and not _abbreviates(text, end)
        ):
            yield end.start() + len(end[0].rstrip()), end.end()


def _starts_sentence(text: str, at: int) -> bool:
    following = text[at : at + 3].lstrip(_OPENING)[:1]
    return bool(following) and not following.islower()


def _abbreviates(text: str, end: re.Match[str]) -> bool:
    if end["stop"] != "." or end.start("stop") + 1 < end.start() + len(end[0].rstrip()):
        return False  # "?" and what a quotation mark or bracket closes end a sentence
    word = _LAST_WORD.search(text, max(end.start() - 12, 0), end.start())
    if word is None:
        return False
    last = word[0].rpartition(".")[2]
    return word[0].casefold() in _ABBREVIATIONS or (len(last) == 1 and last.isalpha())
