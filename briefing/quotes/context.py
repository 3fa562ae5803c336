"""Give a quote in its sentence, as much of it as a page may show."""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from briefing.quotes.body import BREAK, Body, Span
from briefing.quotes.matching import Match
from briefing.quotes.sentences import last_sentence_end, sentence_ends
from briefing.quotes.words import inside_word
from briefing.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

OMITTED: Final = "[…]"
"""Stands where text that a body omits was cut out of words that are shown."""
_LEAD = 16  # how far back the end of a sentence can be seen: an abbreviation and what closes it


@dataclass(frozen=True, slots=True)
class Context:
    """A quote in its sentence.

    `pieces` are (text, quoted) in the order of reading; `span` is where they are in the file, in
    code points, end exclusive.
    """

    pieces: tuple[tuple[str, bool], ...]
    span: Span


def context(body: Body, match: Match, limit: int, language: str) -> Context:
    """Return `match` in its sentence, with at most `limit` code points of the file on each side.

    The words are those of the file, with `OMITTED` where a body's omitted text stood between them.
    White space is single. What is longer than `limit` is cut between words and marked with `…`.
    `language` is the BCP 47 tag of the file.
    """
    before, cut_before = _before(body, match.parts[0][0], limit, language)
    after, cut_after = _after(body, match.parts[-1][1], limit, language)
    runs = [
        *((span, False) for span in before),
        *_quoted(body, match),
        *((span, False) for span in after),
    ]
    pieces = _pieces(body.file, runs)
    if cut_before and not pieces[0][1]:
        pieces[0] = (f"…{pieces[0][0]}", False)
    if cut_after and not pieces[-1][1]:
        pieces[-1] = (f"{pieces[-1][0]}…", False)
    return Context(tuple(pieces), (runs[0][0][0], runs[-1][0][1]))


def _quoted(body: Body, match: Match) -> Iterator[tuple[Span, bool]]:
    """Give the spans of the file of a quote and, unquoted, of what its elisions leave out."""
    last: int | None = None
    for start, end in match.parts:
        if last is not None:
            yield from ((span, False) for span in body.spans(last, start))
        yield from ((span, True) for span in body.spans(start, end))
        last = end


def _pieces(file: str, runs: Sequence[tuple[Span, bool]]) -> list[tuple[str, bool]]:
    """Write spans of the file in their order; those that are not quoted become one with their like."""
    pieces: list[tuple[str, bool]] = []
    last: int | None = None
    for (start, end), quoted in runs:
        if last is not None and file[last:start].strip():
            lead = "" if file[last - 1].isspace() else " "
            _add(pieces, f"{lead}{OMITTED}{' ' if file[start].isalnum() else ''}", quoted=False)
        _add(pieces, _single(file[start:end]), quoted=quoted)
        last = end
    if pieces and not pieces[0][1]:
        pieces[0] = (pieces[0][0].lstrip(), False)
    if pieces and not pieces[-1][1]:
        pieces[-1] = (pieces[-1][0].rstrip(), False)
    return [piece for piece in pieces if piece[0]]


def _add(pieces: list[tuple[str, bool]], text: str, *, quoted: bool) -> None:
    if pieces and not quoted and not pieces[-1][1]:
        pieces[-1] = (pieces[-1][0] + text, False)
    else:
        pieces.append((text, quoted))


def _before(body: Body, start: int, limit: int, language: str) -> tuple[Sequence[Span], bool]:
    """Give the spans of what comes before a place in its sentence, and whether `limit` cuts it."""
    first = max(start - limit + 1, 0)
    floor = body.text.rfind(BREAK, first, start) + 1
    first = max(first, floor)
    spans = body.spans(first, start)
    # The X stands for the quote: its first letter tells whether a sentence begins with it.
    written = f"{_written(body, spans)}X"
    begins = last_sentence_end(written, language)
    if begins and _goes_on(written[:-1] + body.text[start : start + 1], *begins):
        whole = [one for one in sentence_ends(written, language) if not _goes_on(written, *one)]
        begins = next((one for one in reversed(whole) if one[1] < begins[1]), None)
    if begins:
        return _from(spans, begins[1]), False
    if first == floor:
        return spans, False
    while first < start and inside_word(body.text, first):
        first += 1
    return body.spans(first, start), True


def _after(body: Body, end: int, limit: int, language: str) -> tuple[Sequence[Span], bool]:
    """Give the spans of what comes after a place in its sentence, and whether `limit` cuts it."""
    last = min(end + limit - 1, len(body.text))
    found = body.text.find(BREAK, end, last)
    ceiling = found if found >= 0 else len(body.text)
    last = min(last, ceiling)
    spans, lead = body.spans(end, last), body.written(max(end - _LEAD, 0), end)
    written = lead + _written(body, spans)
    told = (one for one in sentence_ends(written, language) if not _goes_on(written, *one))
    ending = next((at - len(lead) for at, _ in told if at >= len(lead)), None)
    if ending is not None:
        return _until(spans, ending), False
    if last == ceiling:
        return spans, False
    while last > end and inside_word(body.text, last):
        last -= 1
    return body.spans(end, last), True


def _goes_on(text: str, end: int, begin: int) -> bool:
    """Tell whether a sentence goes on behind a blank line, as where a name was cut out of it."""
    return text[begin : begin + 1].islower() and text.count("\n", end, begin) > 1


def _written(body: Body, spans: Sequence[Span]) -> str:
    return "".join([body.file[start:end] for start, end in spans])


def _from(spans: Sequence[Span], skip: int) -> list[Span]:
    """Leave out the first `skip` code points of some spans."""
    left = []
    for start, end in spans:
        if skip < end - start:
            left.append((start + skip, end))
        skip = max(skip - (end - start), 0)
    return left


def _until(spans: Sequence[Span], length: int) -> list[Span]:
    """Keep the first `length` code points of some spans."""
    kept = []
    for start, end in spans:
        if length > 0:
            kept.append((start, min(end, start + length)))
        length -= end - start
    return kept


def _single(text: str) -> str:
    """Make every run of white space one space, those at the edges too."""
    if text.isprintable() and "  " not in text:  # nothing but spaces, and single
        return text
    words = " ".join(text.split())
    return f"{' ' * text[:1].isspace()}{words}{' ' * (bool(words) and text[-1:].isspace())}"
