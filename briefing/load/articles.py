"""Read the articles: text as it stands, HTML as the text that a reader sees; bs4's one door."""

from __future__ import annotations

import hashlib
from typing import TYPE_CHECKING

from briefing.diagnostics import Diagnostic, diagnostic
from briefing.load.disk import decode, read_bytes
from briefing.model.content import Article

if TYPE_CHECKING:
    from pathlib import Path

    from bs4.element import PageElement, Tag

    from briefing.model.content import Source

HTML = (".html", ".htm")
SUFFIXES = (".txt", ".md", *HTML)
MAX_DEPTH = 500
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


def read_article(root: Path, source: Source) -> Article | Diagnostic:
    """Read the file of a source; a missing, foreign or broken one is a diagnostic.

    The digest is SHA-256 of the bytes. HTML becomes text by `text_of`, whose own digest is given.
    """
    if not source.file.endswith(SUFFIXES):
        kinds = ", ".join(SUFFIXES)
        return diagnostic("bad-value", source.file_at, f"{source.file} is none of {kinds}")
    data = read_bytes(root, source.file, source.file_at)
    if isinstance(data, Diagnostic):
        return data
    text = decode(data, source.file)
    if isinstance(text, Diagnostic):
        return text
    digest = hashlib.sha256(data).hexdigest()
    if not source.file.endswith(HTML):
        return Article(source.id, source.file, text, digest, None)
    extracted = text_of(text, source.selector)
    if extracted is None:
        message = f"the selector '{source.selector}' finds nothing in {source.file}"
        return diagnostic("bad-value", source.at, message)
    text_digest = hashlib.sha256(extracted.encode()).hexdigest()
    return Article(source.id, source.file, extracted, digest, text_digest)


def text_of(html: str, selector: str | None) -> str | None:
    """Give the text of the chosen element, else of `<article>`, `<main>` or the whole page.

    A block begins a line of its own, white space within a line is one space, and scripts, styles,
    drawings and comments are left out. None where the selector is faulty or finds nothing.
    """
    import bs4
    import soupsieve

    soup = bs4.BeautifulSoup(html, "html.parser")
    if selector is not None:
        try:
            chosen = soup.select_one(selector)
        except soupsieve.SelectorSyntaxError:
            return None
    else:
        chosen = soup.find("article") or soup.find("main") or soup.find("body") or soup
    if not isinstance(chosen, bs4.Tag):
        return None
    lines = "".join(_pieces(chosen)).split("\n")
    return "\n".join(line for line in (" ".join(line.split()) for line in lines) if line) + "\n"


def _pieces(root: Tag) -> list[str]:
    """Walk an element without recursion, so that no nesting is too deep."""
    from bs4.element import NavigableString, Tag

    pieces: list[str] = []
    waiting: list[PageElement | str] = [root]
    while waiting:
        element = waiting.pop()
        if type(element) is str:
            pieces.append(element)
        elif isinstance(element, Tag):
            if element.name in _UNREAD:
                continue
            edge = ["\n"] if element.name in _BLOCKS else []
            waiting += [*edge, *reversed(element.contents), *edge]
        elif type(element) is NavigableString:
            pieces.append(" ".join(["", *element.split(), ""]) if element.strip() else " ")
    return pieces
