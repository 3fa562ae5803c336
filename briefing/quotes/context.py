"""Give the words around a quote, as much of its sentence as a page may show."""

from __future__ import annotations

from briefing.quotes.body import BREAK, Body
from briefing.quotes.matching import Match
from briefing.quotes.sentences import last_sentence_end, sentence_ends
from briefing.quotes.words import inside_word

_LEAD = 16  # how far back the end of a sentence can be seen: an abbreviation and what closes it


def context(body: Body, match: Match, limit: int, language: str) -> tuple[str, str]:
    """Return what stands before and after `match` in its sentence, each at most `limit` code points.

    The words are those of the file with omitted text left out. White space is single, and kept
    towards the quote, so that before, quote and after read on. What is longer than `limit` is cut
    between words and marked with `…`, which counts. `language` is the BCP 47 tag of the file.
    """
    before = _before(body, match.parts[0][0], limit, language)
    return before, _after(body, match.parts[-1][1], limit, language)


def _before(body: Body, start: int, limit: int, language: str) -> str:
    first = max(start - limit + 1, 0)
    floor = body.text.rfind(BREAK, first, start) + 1
    first = max(first, floor)
    written = body.written(first, start)
    # The X stands for the quote: its first letter tells whether a sentence begins with it.
    begins = last_sentence_end(f"{written}X", language)
    if begins or first == floor:
        return _single(written[begins[1] if begins else 0 :]).lstrip()
    while first < start and inside_word(body.text, first):
        first += 1
    shown = _single(body.written(first, start)).lstrip()
    return f"…{shown}" if shown else ""


def _after(body: Body, end: int, limit: int, language: str) -> str:
    last = min(end + limit - 1, len(body.text))
    found = body.text.find(BREAK, end, last)
    ceiling = found if found >= 0 else len(body.text)
    last = min(last, ceiling)
    written, lead = body.written(end, last), body.written(max(end - _LEAD, 0), end)
    ends = (at - len(lead) for at, _ in sentence_ends(lead + written, language) if at >= len(lead))
    ending = next(ends, None)
    if ending is not None or last == ceiling:
        return _single(written[:ending]).rstrip()
    while last > end and inside_word(body.text, last):
        last -= 1
    shown = _single(body.written(end, last)).rstrip()
    return f"{shown}…" if shown else ""


def _single(text: str) -> str:
    """Make every run of white space one space, those at the edges too."""
    if text.isprintable() and "  " not in text:  # nothing but spaces, and single
        return text
    words = " ".join(text.split())
    return f"{' ' * text[:1].isspace()}{words}{' ' * (bool(words) and text[-1:].isspace())}"
