"""Read PDF: the words of each page, without running heads and feet. Only this module imports pypdf."""

from __future__ import annotations

import re
from collections import Counter
from io import BytesIO
from typing import TYPE_CHECKING

from briefing.diagnostics import Diagnostic, diagnostic
from briefing.load.articles.reading import Reading

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from pypdf import PageObject

    from briefing.model.content import Limits, Source

_EDGE = 3
"""How many lines at the top and at the foot of a page may run through the pages."""
_REPEATED = 3
"""On how many pages a running line stands; in a file of two, on both."""
_NUMBER = re.compile(r"\d+")
_BROKEN = re.compile(r"(\w+)[-\u2010\u00ad]$")
_REST = re.compile(r"(\w+)(\S*)\s*")
_HYPHENATED = re.compile(r"\w+[-\u2010]\w+")
_WORD = re.compile(r"\w+")
_SUSPENDED = frozenset("and or to und oder bis et ou à y o e".split())
"""Words after a hyphen that stands for the end of a later word: "short- and long-term"."""


def read_pdf(source: Source, data: bytes, _limits: Limits) -> Reading | Diagnostic:
    """Read the pages of a PDF file; each line knows its page.

    A word that is broken at the end of a line is joined. What cannot be read is said: a file that is
    encrypted or broken, and pages without text, as scans have.
    """
    try:
        import pypdf
    except ImportError:
        hint = "run  pip install 'pypdf>=7'"
        return diagnostic("pdf-unread", source.file_at, "reading PDF needs pypdf", hint=hint)
    try:
        reader = pypdf.PdfReader(BytesIO(data))
        if reader.is_encrypted and not reader.decrypt(""):
            message = f"{source.file} is encrypted"
            return diagnostic(
                "pdf-unread", source.file_at, message, hint="save it without password"
            )
        pages = [page.extract_text().splitlines() for page in reader.pages]
        scanned = [n for n, page in enumerate(reader.pages, 1) if _is_scan(page, pages[n - 1])]
    except Exception as error:  # noqa: BLE001 (a broken file makes the library raise anything)
        message = f"cannot read {source.file} as PDF: {type(error).__name__}"
        return diagnostic(
            "pdf-unread", source.file_at, message, hint="save or print it as PDF again"
        )
    numbered = list(_joined(_cut([[" ".join(line.split()) for line in page] for page in pages])))
    return Reading(
        "".join(f"{line}\n" for line, _ in numbered),
        pages=tuple(page for _, page in numbered),
        found=_scans(source, scanned),
    )


def pdf_information(data: bytes) -> dict[str, str]:
    """Return what the properties of a PDF file say, by their names there (`/Title`)."""
    import pypdf

    try:
        held = pypdf.PdfReader(BytesIO(data)).metadata
        return {str(key): str(value) for key, value in held.items()} if held else {}
    except Exception:  # noqa: BLE001 (a broken file makes the library raise anything)
        return {}


def _is_scan(page: PageObject, held: Sequence[str]) -> bool:
    """Return whether a page shows pictures and no words."""
    return not any(_WORD.search(line) for line in held) and len(page.images) > 0


def _scans(source: Source, pages: Sequence[int]) -> tuple[Diagnostic, ...]:
    if not pages:
        return ()
    listed = ", ".join(map(str, pages[:10])) + (" …" if len(pages) > 10 else "")
    message = (
        f"no text on {'page' if len(pages) == 1 else 'pages'} {listed} of {source.file}: a scan?"
    )
    hint = "add a text layer with a program for OCR; until then nothing there is read"
    return (diagnostic("pdf-page-empty", source.file_at, message, hint=hint),)


def _cut(pages: Sequence[Sequence[str]]) -> list[list[str]]:
    """Cut the lines that run through the heads and feet of pages, page numbers among them."""
    held = [[line for line in page if line] for page in pages]
    least = min(_REPEATED, max(2, len(held)))
    for edge, at in ((slice(_EDGE), 0), (slice(-_EDGE, None), -1)):
        seen = Counter(
            key
            for number, page in enumerate(held, 1)
            for key in {key for line in page[edge] for key in _keys(line, number)}
        )
        for number, page in enumerate(held, 1):
            for _ in range(_EDGE):
                if page and any(seen[key] >= least for key in _keys(page[at], number)):
                    del page[at]
    return held


def _keys(line: str, page: int) -> Iterator[str]:
    """Yield how a running line may recur: the same, or with a number that counts the pages."""
    yield line
    for match in _NUMBER.finditer(line[:200]):
        if len(match[0]) < 6:
            offset = int(match[0]) - page
            yield f"{line[: match.start()]}\0{offset}\0{line[match.end() :]}"


def _joined(pages: Sequence[Sequence[str]]) -> Iterator[tuple[str, int]]:
    """Yield lines with their pages, broken words joined at the end of the line where they begin."""
    whole = Counter(word for page in pages for line in page for word in _whole_words(line))
    before: tuple[str, int] | None = None
    for number, page in enumerate(pages, 1):
        for line in page:
            rest = line
            broken = before and _BROKEN.search(before[0])
            if before and broken and (begins := _REST.match(line)):
                joint = _joint(broken, begins[1], whole)
                if joint is not None:
                    before = before[0][: broken.end(1)] + joint + begins[1] + begins[2], before[1]
                    rest = line[begins.end() :]
            if before and rest:
                yield before
            before = (rest, number) if rest else before
    if before:
        yield before


def _whole_words(line: str) -> Iterator[str]:
    yield from _WORD.findall(line)
    yield from _HYPHENATED.findall(line.replace("\u2010", "-"))


def _joint(broken: re.Match[str], rest: str, whole: Counter[str]) -> str | None:
    """Say what joins the halves of a word: nothing, its hyphen, or None if they are two words.

    The hyphen stays in figures and names, and where the file has the word with it elsewhere.
    """
    if rest.casefold() in _SUSPENDED:
        return None
    first, hyphen = broken[1], broken[0][-1]
    if hyphen == "\u00ad":
        return ""
    if first[-1].isdecimal() or not rest[0].islower():
        return hyphen
    return hyphen if whole[f"{first}-{rest}"] > whole[first + rest] else ""
