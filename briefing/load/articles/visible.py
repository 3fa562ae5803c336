"""Say what a browser shows of a page: which elements, and where lines begin.

Style sheets and scripts are not read; what the markup itself hides is left out.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4.element import PageElement, Tag

_UNSEEN = frozenset(
    {
        # What browsers give no box (HTML standard, 15.3.1), and what is for programs.
        "area", "base", "basefont", "datalist", "head", "link", "meta", "noembed", "noframes",
        "noscript", "param", "rp", "script", "style", "template", "title",
        # Words inside are for browsers without the element; others are drawings and formulas.
        "audio", "canvas", "iframe", "math", "meter", "object", "progress", "svg", "video",
        # Controls: their words are the page's, not the article's.
        "button", "input", "option", "optgroup", "select", "textarea",
    }
)  # fmt: skip
_PARTING = frozenset({"button", "input", "select", "textarea", "meter", "progress", "video"})
"""Of those, the ones that take a place on the line, so that words on either side are two."""
_BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "body", "br", "caption", "center", "dd",
        "details", "dialog", "dir", "div", "dl", "dt", "fieldset", "figcaption", "figure", "footer",
        "form", "frameset", "h1", "h2", "h3", "h4", "h5", "h6", "header", "hgroup", "hr", "html",
        "legend", "li", "listing", "main", "menu", "nav", "ol", "p", "plaintext", "pre", "search",
        "section", "summary", "table", "tbody", "td", "tfoot", "th", "thead", "tr", "ul", "xmp",
    }
)  # fmt: skip
_INLINE_DISPLAYS = frozenset({"inline", "inline-block", "inline-flex", "inline-grid", "contents"})
_BLOCK_DISPLAYS = frozenset(
    {"block", "flex", "flow-root", "grid", "list-item", "table", "table-caption", "table-cell",
     "table-row"}
)  # fmt: skip
_COMMENT = re.compile(r"/\*.*?\*/", re.DOTALL)
_BLANKS = re.compile(r"\s+")
_DIGITS = {
    "sup": str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻"),
    "sub": str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋"),
}


class Line(NamedTuple):
    """A line as a browser shows it, of whatever width."""

    text: str
    at: int
    """The line of the page where it begins, from 1."""
    column: int
    """The column of that line where its element begins, from 1; 1 if it begins on a line above."""
    owner: Tag
    """The block that holds its first words."""
    linked: int
    """How many characters of it are in links."""


class _Within(NamedTuple):
    """What holds for the text inside an element."""

    block: Tag
    digits: dict[int, int]
    linked: bool
    invisible: bool


class _Gathered:
    """The pieces of the line that is being read."""

    def __init__(self) -> None:
        self.pieces: list[str] = []
        self.at = (0, 0)
        self.owner: Tag | None = None
        self.linked = 0

    def add(self, piece: str, at: tuple[int, int], within: _Within) -> None:
        """Put a piece of text at the end of the line, unless it is invisible there."""
        if within.invisible:
            return
        self.pieces.append(piece.translate(within.digits))
        words = piece.strip()
        if words:
            self.linked += len(words) if within.linked else 0
            if self.owner is None:
                self.at, self.owner = at, within.block

    def part(self, element: Tag, at: tuple[int, int], within: _Within) -> None:
        """Part the words around an element that is not read if it takes a place between them."""
        if element.name in _PARTING:
            self.add(" ", at, within)

    def ended(self) -> Iterator[Line]:
        """Yield the line, if it has words, and begin another."""
        if self.owner is not None:
            text = " ".join("".join(self.pieces).split())
            yield Line(text, *self.at, self.owner, self.linked)
        self.pieces, self.owner, self.linked = [], None, 0


def lines(root: Tag, left_out: frozenset[int] = frozenset()) -> Iterator[Line]:
    """Yield the visible lines of an element, without elements whose `id()` is left out.

    A block begins a line, and white space within a line becomes one space. Raised and lowered digits
    stay so: a footnote mark after 5 gives 5³, not 53. The element itself is read even if it is hidden:
    an author or the page's frame chose it, and scripts show the body of many a page. No nesting is too
    deep.
    """
    from bs4.element import NavigableString, Tag

    line = _Gathered()
    waiting: list[tuple[PageElement | None, _Within]] = [
        (root, _Within(root, {}, linked=False, invisible=False))
    ]
    at = 1, 1
    while waiting:
        element, within = waiting.pop()
        if isinstance(element, Tag):
            at = _place(element) or at
            style = _style(element)
            if element is not root and (id(element) in left_out or is_hidden(element, style)):
                line.part(element, at, within)
                continue
            edge = _is_block(element, style)
            inner = _inner(element, within, style, block=edge)
            waiting += ((None, within),) * edge
            waiting += ((each, inner) for each in reversed(element.contents))
            yield from line.ended() if edge else ()
        elif element is None:
            yield from line.ended()
        elif type(element) is NavigableString:
            before, breaks = _breaks(element)
            line.add(_BLANKS.sub(" ", element), _below(at, before), within)
            at = _below(at, breaks)
    yield from line.ended()


def _place(element: Tag) -> tuple[int, int] | None:
    """Give the line and the column of the page where an element begins, both from 1."""
    line, column = element.sourceline, element.sourcepos
    return None if line is None else (line, 1 if column is None else column + 1)


def _below(at: tuple[int, int], lines: int) -> tuple[int, int]:
    return (at[0] + lines, 1) if lines else at


def _breaks(text: str) -> tuple[int, int]:
    """Count the line breaks before the first word of a text, and all of them."""
    words = text.lstrip()
    return text.count("\n", 0, len(text) - len(words)), text.count("\n")


def _inner(element: Tag, within: _Within, style: dict[str, str], *, block: bool) -> _Within:
    visibility = style.get("visibility")
    return _Within(
        element if block else within.block,
        _DIGITS.get(element.name, within.digits),
        within.linked or (element.name == "a" and element.has_attr("href")),
        visibility in ("hidden", "collapse") if visibility else within.invisible,
    )


def is_hidden(element: Tag, style: dict[str, str] | None = None) -> bool:
    """Return whether a browser shows nothing of an element and of what it holds."""
    if element.name in _UNSEEN or element.has_attr("hidden") or element.has_attr("popover"):
        return True
    if element.name == "dialog" and not element.has_attr("open"):
        return True
    style = _style(element) if style is None else style
    return style.get("display") == "none" or style.get("content-visibility") == "hidden"


def _style(element: Tag) -> dict[str, str]:
    """Read the style attribute of an element: of two values for a property, the later or important."""
    written = element.get("style")
    if not written:
        return {}
    found: dict[str, str] = {}
    important: set[str] = set()
    for declaration in _COMMENT.sub("", str(written)).split(";"):
        name, _, value = (part.strip().lower() for part in declaration.partition(":"))
        value, bang, _ = value.partition("!")
        if bang or name not in important:
            found[name] = value.strip()
        if bang:
            important.add(name)
    return found


def _is_block(element: Tag, style: dict[str, str]) -> bool:
    """Return whether an element begins and ends a line: by its name, or by its own style."""
    display = style.get("display", "").partition(" ")[0]
    if element.name != "br" and display in _INLINE_DISPLAYS:
        return False
    return element.name in _BLOCKS or display in _BLOCK_DISPLAYS
