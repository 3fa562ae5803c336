"""Read the figures of a quote once more in their sentence, and find those that the quote cuts.

Where the sentence gives another figure than the quote alone ("up to | $40 million", "a loss of |
$40 million", "5 to | 7 tonnes", "half of | the 40 plants"), the article does not say what the quote
says.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from operator import attrgetter
from typing import TYPE_CHECKING

from briefing.figures import extents, is_beside_numbers, is_of_a_part, read
from briefing.model.figures import Sign
from briefing.model.judged import CutFigure
from briefing.values import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing.model.figures import Quantity
    from briefing.quotes import Around

Span = tuple[int, int]
_ENDS = re.compile(r"[.;:!?()](?!\w)|\n\s*\n")


@dataclass(frozen=True, slots=True)
class CutNumber:
    """A number that a quote begins or ends inside of: its place in the text around the quote."""

    start: int
    end: int
    at_start: bool


def cut_number(there: Around, language: str) -> CutNumber | None:
    """Find a number that a part of the quote begins or ends inside of, if there is one.

    `language` is the BCP 47 tag of the article. A scale that a blank parts from its number is a word
    of its own, and left to `cut_figures`.
    """
    edges = [(at, at == start) for start, end in there.parts for at in (start, end)]
    inner = [
        (at, at_start) for at, at_start in edges if is_beside_numbers(there.text, at, language)
    ]
    for start, end, whole in extents(there.text, language) if inner else ():
        for at, at_start in inner:
            if start < at < whole and (at < end or _parts(there.text, at, end, whole, language)):
                return CutNumber(start, whole, at_start)
    return None


def _parts(text: str, at: int, end: int, whole: int, language: str) -> bool:
    """Tell whether `at`, behind the digits that end at `end`, parts what makes one number."""
    if at == end:
        return text[at] == "-"
    return at > end + 1 and any(
        one.start < end and whole <= one.end and not one.is_range for one in read(text, language)
    )


def cut_figures(
    there: Around,
    language: str,
    yen: str | None = None,
    turning: Iterable[Span] = (),
    *,
    in_row: bool = False,
) -> Iterator[tuple[CutFigure, Quantity, Span]]:
    """Yield the figures of a quote that its sentence gives otherwise, as the quote has them, and where.

    `language` and `yen` are those of the article, as `figures.read` takes them. `turning` are the spans
    in the file of words outside the quote that turn its sense: the figures of their clause are cut too.
    In a row of numbers the words of the rows beside it give no direction.
    The place is that of the whole figure, or of such a word, in the text around the quote.
    """
    alone = read(there.quote, language, yen)
    if not alone or there.parts == ((0, len(there.text)),):
        return
    whole = read(there.text, language, yen)
    beside = [there.of_file(span) for span in turning]
    for figure in alone:
        place = there.place(figure.start, figure.end)
        if place is None:
            continue
        start, end = place
        around = _over(whole, start, end)
        part = _is_part(there, figure, around, language)
        if part or around is None or not _alike(figure, around, in_row=in_row):
            at = (around.start, around.end) if around else place
            yield CutFigure(figure.start, around, part), figure, at
        elif word := next((one for one in beside if _in_clause(there.text, place, one)), None):
            yield CutFigure(figure.start, None, is_part=False), figure, word


def _over(ordered: tuple[Quantity, ...], start: int, end: int) -> Quantity | None:
    """Return the first of quantities in the order of their text that covers a character of a span."""
    at = bisect_right(ordered, start, key=attrgetter("end"))
    return ordered[at] if at < len(ordered) and ordered[at].start < end else None


def _in_clause(text: str, one: Span, other: Span) -> bool:
    """Tell whether nothing but a comma parts two stretches of a text."""
    (_, start), (end, _) = sorted((one, other))
    return not _ENDS.search(text, start, end)


def _is_part(there: Around, figure: Quantity, around: Quantity | None, language: str) -> bool:
    return (
        around is not None
        and is_of_a_part(there.text, around, language)
        and not is_of_a_part(there.quote, figure, language)
    )


def _alike(figure: Quantity, around: Quantity, *, in_row: bool) -> bool:
    """Tell whether two readings say the same; a quote may leave out that something rose or was earned."""
    if in_row and abs(around.first) == abs(figure.first) and around.unit == figure.unit:
        return around.hedge is figure.hedge
    sign = figure.sign if around.sign is Sign.PLUS and not figure.sign else around.sign
    same = replace(around, text=figure.text, start=figure.start, end=figure.end, sign=sign)
    return same == figure
