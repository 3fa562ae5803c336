"""Read articles: text as it is, HTML as the text a reader sees. Only this module imports bs4."""

from __future__ import annotations

import hashlib
import re
from itertools import chain
from typing import TYPE_CHECKING, NamedTuple

from briefing.diagnostics import Diagnostic, diagnostic
from briefing.load.disk import decode, read_bytes
from briefing.model.content import Article

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path

    from bs4.element import PageElement, Tag

    from briefing.model.content import Source

HTML = (".html", ".htm")
SUFFIXES = (".txt", ".md", *HTML)
_UNREAD = frozenset(
    {
        "audio", "canvas", "head", "iframe", "math", "noscript", "object", "script", "style",
        "svg", "template", "textarea", "title", "video",
    }
)  # fmt: skip
_BLOCKS = frozenset(
    {
        "address", "article", "aside", "blockquote", "br", "caption", "dd", "details", "div", "dl",
        "dt", "fieldset", "figcaption", "figure", "footer", "form", "h1", "h2", "h3", "h4", "h5",
        "h6", "header", "hr", "li", "main", "nav", "ol", "p", "pre", "section", "summary", "table",
        "tbody", "td", "tfoot", "th", "thead", "tr", "ul",
    }
)  # fmt: skip

_SHOWN = 100
"""How much of a selector a message shows, in characters."""
_LOW_CONTROLS = bytes((*range(0x09), 0x0B, *range(0x0E, 0x20), 0x7F))
_NONCHARACTERS = (
    *range(0xFDD0, 0xFDF0),
    *(plane << 16 | last for plane in range(17) for last in (0xFFFE, 0xFFFF)),
)
_HINTS = (b"\xc2", b"\xef\xb7", b"\xbf\xbe", b"\xbf\xbf")
"""In UTF-8, how U+0080 to U+009F and U+FDD0 to U+FDEF begin and the last two of a plane end.

Others do so too; but bytes are looked through faster than texts, and most articles hold none.
"""
_PRINTED = {
    code: " " if chr(code).isspace() else "\ufffd"
    for code in (*_LOW_CONTROLS, *range(0x80, 0xA0), *_NONCHARACTERS)
}
"""Replacements for controls and noncharacters, which pages cannot contain (HTML, 13.2.3.5)."""
_BLANKS = re.compile(r"\s+")
_HIDING = re.compile(r"(?:display\s*:\s*none|visibility\s*:\s*hidden)\b", re.IGNORECASE)
_DIGITS = {
    "sup": str.maketrans("0123456789+-", "⁰¹²³⁴⁵⁶⁷⁸⁹⁺⁻"),
    "sub": str.maketrans("0123456789+-", "₀₁₂₃₄₅₆₇₈₉₊₋"),
}


def read_article(root: Path, source: Source) -> bytes | Diagnostic:
    """Read the file of a source; return a diagnostic if it is missing or of another type."""
    if not source.file.lower().endswith(SUFFIXES):
        kinds = " or ".join(SUFFIXES)
        return diagnostic("bad-value", source.file_at, f"{source.file} does not end in {kinds}")
    return read_bytes(root, source.file, source.file_at)


def article(source: Source, data: bytes) -> Article | Diagnostic:
    """Decode a source's file into its text; return a diagnostic if it is not UTF-8.

    Control characters are read as U+FFFD, or as a space if they are white space, and noncharacters
    as U+FFFD, so no offset changes. The digest is SHA-256 of the bytes. HTML becomes text by
    `extract`; the digest of that text is given too.
    """
    text = decode(data, source.file)
    if isinstance(text, Diagnostic):
        return text
    digest = hashlib.sha256(data).hexdigest()
    if not source.file.lower().endswith(HTML):
        return Article(source.id, source.file, _printed(text), digest, None)
    extracted = extract(text, source.selector)
    if isinstance(extracted, NoText):
        return diagnostic("bad-value", source.file_at, f"{source.file}: {extracted.reason}")
    text = _printed(extracted.text)
    text_digest = hashlib.sha256(text.encode()).hexdigest()
    return Article(source.id, source.file, text, digest, text_digest, extracted.lines)


def _printed(text: str) -> str:
    """Replace characters that pages cannot contain, one for one."""
    data = text.encode()
    held = len(data.translate(None, _LOW_CONTROLS)) < len(data)
    if not held and not any(hint in data for hint in _HINTS):
        return text
    return text.translate(_PRINTED)


class Extracted(NamedTuple):
    """The text of a page that a reader sees."""

    text: str
    lines: tuple[int, ...]
    """For each line of the text, the line of the page where it begins, from 1."""


class NoText(NamedTuple):
    """Why no text could be extracted from a page."""

    reason: str


def extract(html: str, selector: str | None) -> Extracted | NoText:
    """Extract the text of the selected element, or of `<article>`, `<main>` or the whole page.

    A block begins a line, white space within a line becomes one space, and scripts, styles, drawings,
    comments and hidden elements are left out. Raised and lowered digits stay so: a footnote mark
    after 5 gives 5³, not 53. `NoText` if the parser rejects the markup, or if the selector is
    invalid or matches nothing.
    """
    import bs4
    import soupsieve

    try:
        soup = bs4.BeautifulSoup(html, "html.parser")
    except bs4.ParserRejectedMarkup:
        return NoText("cannot parse the HTML")
    try:
        chosen = _chosen(soup) if selector is None else soup.select_one(selector)
    except (soupsieve.SelectorSyntaxError, NotImplementedError, ValueError, RecursionError):
        # Each of these means a selector that the library does not take or cannot follow.
        return NoText(f"invalid CSS selector '{_shortened(selector or '')}'")
    if chosen is None:
        return NoText(f"the CSS selector '{_shortened(selector or '')}' matches nothing")
    lines = tuple(_lines(_pieces(chosen)))
    return Extracted("\n".join(text for text, _ in lines) + "\n", tuple(at for _, at in lines))


def _shortened(selector: str) -> str:
    return selector if len(selector) <= _SHOWN else f"{selector[:_SHOWN]}…"


def _chosen(soup: Tag) -> Tag:
    return soup.find("article") or soup.find("main") or soup.find("body") or soup


def _lines(pieces: Iterable[tuple[str, int]]) -> Iterator[tuple[str, int]]:
    """Join pieces of text into lines, each with the line of the page where it begins."""
    words: list[str] = []
    begins = 0
    for piece, at in chain(pieces, [("\n", 0)]):
        if piece == "\n":
            if begins:
                yield " ".join("".join(words).split()), begins
            words, begins = [], 0
        else:
            words.append(piece)
            begins = begins or (at if piece.strip() else 0)


def _pieces(root: Tag) -> Iterator[tuple[str, int]]:
    """Walk an element without recursion, so that any nesting depth works.

    Yields its text, and line breaks around blocks, with the line of the page. The parser gives the
    lines of tags; between tags, line breaks are counted.
    """
    from bs4.element import NavigableString, Tag

    waiting: list[tuple[PageElement | str, dict[int, int]]] = [(root, {})]
    at = 1
    while waiting:
        element, digits = waiting.pop()
        if type(element) is str:
            yield element, at
        elif isinstance(element, Tag):
            at = max(at, element.sourceline or at)
            if element.name in _UNREAD or _is_hidden(element):
                continue
            inner = _DIGITS.get(element.name, digits)
            edge = [("\n", digits)] if element.name in _BLOCKS else []
            waiting += [*edge, *((each, inner) for each in reversed(element.contents)), *edge]
        elif type(element) is NavigableString:
            text = element.lstrip()
            before = element.count("\n", 0, len(element) - len(text))
            yield _BLANKS.sub(" ", element).translate(digits), at + before
            at += element.count("\n")


def _is_hidden(element: Tag) -> bool:
    """Return whether the page hides an element from readers; style sheets are not read."""
    return element.has_attr("hidden") or bool(_HIDING.search(str(element.get("style", ""))))
