"""Guess where the body of an article begins and ends, and what inside it is no part of it."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from briefing.quotes import Body, cut
from briefing.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_FEWEST, _MOST = 6, 20
"""Words that are tried as the first or last of a body."""
_WIDE = 60
"""Characters of a line from which it may be one of a paragraph that is wrapped."""
_SENTENCE_END = re.compile(r"[.!?…。！？][\"'”’»)\]\d]*$")
_WORD = re.compile(r"[\u3040-\u30ff\u3400-\u9fff]{2}|[^\W\d_]+")
_TICKER = re.compile(r"(?<![A-Z])[A-Z]{1,5}--")
_REFERENCE = re.compile(r"\[\d+\]")
_JOINT = re.compile(r"(?<=[a-zß-ÿ]{3})(?=[A-ZÀ-Þ])")
"""Where a capital follows small letters without a blank, as it does where a title is glued on."""
_SHORT = 80
_LABEL = re.compile(r"[^\W\d_]{2}")
"""What a widget's label holds, and a number of a list or a chart does not."""
_SHORTEST_TITLE, _LONGEST_TITLE = 20, 200


@dataclass(frozen=True, slots=True)
class Bounds:
    """The first and last words of a body, as an entry has them; None where it is the text's own."""

    starts: str | None
    ends: str | None


def bounds(text: str, title: str = "", *, wrapped: bool = True) -> Bounds:
    """Find the first and the last line of prose; both bounds are found again where they were.

    A line that is the `title` is none. Where no paragraph is `wrapped`, a line that ends without a
    full stop is a caption or a teaser.
    """
    lines = text.split("\n")
    prose = [
        number
        for number in range(len(lines))
        if _is_prose(lines, number, wrapped=wrapped) and lines[number].strip() != title
    ]
    if not prose:
        return Bounds(None, None)
    before = any(line.strip() for line in lines[: prose[0]])
    after = any(line.strip() for line in lines[prose[-1] + 1 :])
    starts = _unique(text, lines[prose[0]], first=True) if before else None
    ends = _unique(text, lines[prose[-1]], first=False) if after else None
    found = cut(text, starts, ends)
    return Bounds(starts, ends) if isinstance(found, Body) else Bounds(None, None)


def _is_prose(lines: Sequence[str], number: int, *, wrapped: bool) -> bool:
    line = lines[number].strip()
    words = len(_WORD.findall(line))
    if _SENTENCE_END.search(line):
        continued = wrapped and number > 0 and len(lines[number - 1].strip()) >= _WIDE
        return words >= 10 or (continued and words > 0)
    if not wrapped:
        return False
    follows = number + 1 < len(lines) and bool(lines[number + 1].strip())
    return words >= 8 and len(line) >= _WIDE and follows and line[-1:] != ":"


def _unique(text: str, line: str, *, first: bool) -> str | None:
    """Return the fewest first or last words of a line that the text holds once."""
    words = line.split()
    if len(words) < _FEWEST and len(line) > _SHORT // 4:  # a script without blanks
        pieces = [line.strip()[:size] if first else line.strip()[-size:] for size in (12, 20, 40)]
    else:
        sizes = range(min(_FEWEST, len(words)), min(_MOST, len(words)) + 1)
        pieces = [" ".join(words[:size] if first else words[-size:]) for size in sizes]
    for piece in pieces:
        if isinstance(cut(text, piece if first else None, None if first else piece), Body):
            return piece
    return None


def intruders(body: str) -> Iterator[tuple[str, str]]:
    """Yield words inside a body that look like no part of it, with what they look like."""
    tickers = Counter(found[0] for found in _TICKER.finditer(body))
    for words, times in tickers.items():
        yield words, f"a widget, {times} times" if times > 1 else "a widget"
    for reference in _REFERENCE.finditer(body):
        before = body[max(0, reference.start() - _LONGEST_TITLE) : reference.start()]
        joints = [joint.start() for joint in _JOINT.finditer(before)]
        title = before[joints[-1] :] if joints else ""
        if len(title) > _SHORTEST_TITLE and not {"\n", "]"}.intersection(title):
            yield title + reference[0], "the title of a reference, glued into a sentence"
    lines = Counter(line.strip() for line in body.split("\n") if line.strip())
    for line, times in lines.items():
        is_label = len(line) < _SHORT and _LABEL.search(line) and not _SENTENCE_END.search(line)
        if times > 1 and is_label:
            yield line, f"a widget, {times} times"
