"""Read Markdown as it is rendered: without marks of emphasis, addresses of links and front matter."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.diagnostics import Diagnostic
from briefing.load.articles.markup import TooManyElementsError, elements, parse
from briefing.load.articles.reading import Reading, too_many
from briefing.load.articles.visible import lines
from briefing.load.disk import decode

if TYPE_CHECKING:
    from briefing.model.content import Limits, Source


def read_markdown(source: Source, data: bytes, limits: Limits) -> Reading | Diagnostic:
    """Read the whole of a Markdown file; each line knows the line of the file that it begins in."""
    from briefing.prose.sources import LINE, as_html

    text = decode(data, source.file)
    if isinstance(text, Diagnostic):
        return text
    try:
        page = parse(as_html(text), limits.html_elements)
    except TooManyElementsError:
        return too_many(source, limits)
    last = text.count("\n") + 1
    for element in elements(page):
        line, element.sourcepos = str(element.get(LINE, "")), None
        element.sourceline = min(int(line), last) if line.isdecimal() and len(line) < 9 else None
    held = tuple(lines(page))
    return Reading(
        "\n".join(line.text for line in held) + "\n", lines=tuple(line.at for line in held)
    )
