"""Say what makes a text no YAML, at the place that its author has to mend.

The parser notices an open quotation mark or bracket where the text after it fits no longer, which may be
a hundred lines below.
"""

from __future__ import annotations

from dataclasses import field
from typing import Final

from briefing.diagnostics import Diagnostic, Related, Span, diagnostic
from briefing.located.traps import trap
from briefing.values import dataclass

Place = tuple[int, int]
"""A line and a column, both from 0."""
_END_QUOTE: Final = {
    '"': 'close it; a quotation mark inside is written \\"',
    "'": "close it; an apostrophe inside is written ''",
}
_END_FLOW: Final = {"[": "]", "{": "}"}


@dataclass(slots=True)
class Opened:
    """What the text has opened so far, as its reader goes along."""

    flows: list[Place] = field(default_factory=list)
    """The brackets and braces that are open, from the outermost."""
    quoted: tuple[Place, Place] | None = None
    """Where the last quoted text of several lines begins and ends."""
    closed: tuple[Place, Place] | None = None
    """Where the last quoted text of one line begins and ends, with its quotation marks."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """What the parser says about invalid YAML."""

    problem: str
    noticed: Place
    """Where the text fits no longer; it may be past the end."""
    in_quotes: Place | None
    """Where the quoted text begins that the parser was reading, if it was."""


def syntax_error(trouble: Trouble, opened: Opened, text: str, file: str) -> Diagnostic:
    """Describe invalid YAML: where a quotation mark or bracket opened, if one is open."""
    noticed, problem = min(trouble.noticed, _end(text)), trouble.problem
    quote = _open_quote(trouble, opened, noticed)
    if quote is not None:
        return _left_open(quote, noticed, problem, text, file)
    known = trap(text, noticed, problem, opened.closed) if not opened.flows else None
    if known is not None:
        return diagnostic("yaml-syntax", _at(file, known.place), known.message, hint=known.hint)
    flow = opened.flows[-1] if opened.flows else None
    related: tuple[Related, ...] = ()
    if flow is not None and (noticed == _end(text) or _is_outside(text, flow, noticed)):
        return _left_open(flow, noticed, problem, text, file)
    if flow is not None and flow[0] < noticed[0]:
        related += (Related(_at(file, flow), f"'{_char(text, flow)}' opens here"),)
    at = _at(file, noticed)
    return diagnostic("yaml-syntax", at, problem, hint=_hint(problem), related=related)


def _open_quote(trouble: Trouble, opened: Opened, noticed: Place) -> Place | None:
    """Find the quotation mark that is to blame: one that the parser is in, or has just left."""
    begins = trouble.in_quotes
    if opened.quoted is not None and opened.quoted[1][0] == (begins or noticed)[0]:
        return opened.quoted[0]
    if begins is None or (begins[0] == noticed[0] and "end of stream" not in trouble.problem):
        return None
    return begins


def _is_outside(text: str, flow: Place, noticed: Place) -> bool:
    """Tell whether a place is on a later line than a bracket, and one indented no deeper."""
    lines = text.split("\n", noticed[0] + 1)
    return flow[0] < noticed[0] and _indent(lines[noticed[0]]) <= _indent(lines[flow[0]])


def _indent(line: str) -> int:
    return len(line) - len(line.lstrip(" "))


def _left_open(opening: Place, noticed: Place, problem: str, text: str, file: str) -> Diagnostic:
    char = _char(text, opening)
    what = "quotation mark" if char in _END_QUOTE else f"'{char}'"
    hint = _END_QUOTE.get(char) or f"close it with  {_END_FLOW.get(char)}"
    if noticed == _end(text):
        message = f"this {what} is never closed"
        return diagnostic("yaml-syntax", _at(file, opening), message, hint=hint)
    message = (
        f"this {what} is not closed where it should be, so line {noticed[0] + 1} is invalid YAML"
    )
    related = (Related(_at(file, noticed), problem),)
    return diagnostic("yaml-syntax", _at(file, opening), message, hint=hint, related=related)


def _hint(problem: str) -> str | None:
    if "mapping values are not allowed" in problem:
        return "put the text in quotation marks: plain text cannot contain ': '"
    if "cannot start any token" in problem or "expected <block end>" in problem:
        return (
            "put the text in quotation marks if it begins with a character that is special in YAML"
        )
    return None


def _char(text: str, place: Place) -> str:
    line = text.split("\n", place[0] + 1)[place[0]]
    return line[place[1] : place[1] + 1]


def _end(text: str) -> Place:
    held = text.rstrip()
    return held.count("\n"), len(held) - held.rfind("\n") - 1


def _at(file: str, place: Place) -> Span:
    line, column = place
    return Span(file, line + 1, column + 1, line + 1, column + 2)
