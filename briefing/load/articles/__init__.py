"""Read articles: text as it is, pages and Markdown as a reader sees them.

`markup`, `visible`, `choosing` and `html` read pages.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from briefing.diagnostics import Diagnostic, Span, diagnostic
from briefing.load.articles.html import described_part, read_html
from briefing.load.articles.markdown import read_markdown
from briefing.load.articles.metadata import as_utf8, read_metadata
from briefing.load.articles.pdf import read_pdf
from briefing.load.articles.reading import Reading, more
from briefing.load.disk import decode, read_bytes
from briefing.load.sources import read_sources
from briefing.model.content import USUAL_LIMITS, Article
from briefing.values import replace

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from pathlib import Path

    from briefing.model.content import Limits, Source

__all__ = [
    "SUFFIXES",
    "article",
    "as_utf8",
    "is_article",
    "part_read",
    "read_article",
    "read_metadata",
    "undescribed",
]

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


def _read_text(source: Source, data: bytes, _limits: Limits) -> Reading | Diagnostic:
    text = decode(data, source.file)
    return text if isinstance(text, Diagnostic) else Reading(text, as_is=True)


_READERS: Mapping[str, Callable[[Source, bytes, Limits], Reading | Diagnostic]] = {
    ".txt": _read_text,
    ".md": read_markdown,
    ".html": read_html,
    ".htm": read_html,
    ".pdf": read_pdf,
}
"""What reads a file, by the end of its name in small letters."""
SUFFIXES = tuple(_READERS)


def is_article(name: str) -> bool:
    """Return whether a file's name ends as those of articles do, in any case."""
    return name.lower().endswith(SUFFIXES)


def read_article(root: Path, source: Source, limits: Limits = USUAL_LIMITS) -> bytes | Diagnostic:
    """Read the file of a source; return a diagnostic if it is missing, too large or of another type."""
    if not is_article(source.file):
        kinds = f"{', '.join(SUFFIXES[:-1])} or {SUFFIXES[-1]}"
        return diagnostic("bad-value", source.file_at, f"{source.file} must end in {kinds}")
    data = read_bytes(root, source.file, source.file_at, limits.article_bytes)
    if isinstance(data, Diagnostic) and data.code == "file-too-large":
        return replace(data, hint=more("article_bytes"))
    return data


def article(
    source: Source, data: bytes, limits: Limits = USUAL_LIMITS
) -> tuple[Article | None, tuple[Diagnostic, ...]]:
    """Turn a source's file into its text; None if it cannot be read.

    Control characters are read as U+FFFD, or as a space if they are white space, and noncharacters
    as U+FFFD, so no offset changes. The digest is SHA-256 of the bytes. If the text is not the file's
    own but made from it, its digest is given too.
    """
    ending = next(each for each in SUFFIXES if source.file.lower().endswith(each))
    reading = _READERS[ending](source, data, limits)
    if isinstance(reading, Diagnostic):
        return None, (reading,)
    text = _printed(reading.text)
    made = Article(
        source=source.id,
        file=source.file,
        text=text,
        sha256=hashlib.sha256(data).hexdigest(),
        text_sha256=None if reading.as_is else hashlib.sha256(text.encode()).hexdigest(),
        lines=reading.lines,
        columns=reading.columns,
        pages=reading.pages,
    )
    found = reading.found
    if not text.strip():
        found += (diagnostic("article-empty", source.file_at, f"no text in {source.file}"),)
    return made, found


def part_read(source: Source, data: bytes) -> str:
    """Say in words what of a file that can be read is read."""
    ending = next(each for each in SUFFIXES if source.file.lower().endswith(each))
    if ending in (".html", ".htm"):
        return described_part(source, data.decode())
    if ending == ".pdf":
        return "all pages, without running heads and feet"
    return "all as rendered, without front matter" if ending == ".md" else "all"


def undescribed(file: str) -> Source:
    """Return a source that is nothing but a file, as an entry with `file` alone would be."""
    entry = json.dumps({"file": {"title": file, "file": file}})
    return replace(read_sources(entry, "excerpts")[0]["file"], file=file, file_at=Span(file))


def _printed(text: str) -> str:
    """Replace characters that pages cannot contain, one for one."""
    data = text.encode()
    held = len(data.translate(None, _LOW_CONTROLS)) < len(data)
    if not held and not any(hint in data for hint in _HINTS):
        return text
    return text.translate(_PRINTED)
