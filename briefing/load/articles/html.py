"""Read HTML: the words of the article as a browser shows them."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing.diagnostics import Diagnostic, diagnostic
from briefing.load.articles.choosing import choose, selector_of
from briefing.load.articles.markup import InvalidSelectorError, TooManyElementsError, parse, select
from briefing.load.articles.reading import Reading, too_many
from briefing.load.articles.visible import lines
from briefing.load.disk import decode
from briefing.model.content import USUAL_LIMITS

if TYPE_CHECKING:
    from bs4.element import Tag

    from briefing.model.content import Limits, Source


_SHOWN = 100
"""How much of a selector a message shows, in characters."""
_LONGEST = 1_000
"""Characters of a selector that is asked for."""


class Part(NamedTuple):
    """The element of a page that is read, and what it was chosen from."""

    page: Tag
    element: Tag
    left_out: frozenset[int]
    """The `id()` of each element inside that is not read."""
    rival: Tag | None
    """An element apart that might be meant, if nobody said which."""


def read_html(source: Source, data: bytes, limits: Limits) -> Reading | Diagnostic:
    """Read the selected element of a page, or the one that holds the article."""
    html = decode(data, source.file)
    if isinstance(html, Diagnostic):
        return html
    try:
        part = part_of(html, source.selector, limits.html_elements)
    except TooManyElementsError:
        return too_many(source, limits)
    if isinstance(part, str):
        return diagnostic("bad-value", source.file_at, f"{source.file}: {part}")
    held = tuple(lines(part.element, part.left_out))
    return Reading(
        "\n".join(line.text for line in held) + "\n",
        lines=tuple(line.at for line in held),
        columns=tuple(line.column for line in held),
        found=_doubts(source, part),
    )


def part_of(html: str, selector: str | None, most: int = USUAL_LIMITS.html_elements) -> Part | str:
    """Find what is read of a page, or say why the selector names nothing.

    Of a selected element all is read that a browser shows. Of a chosen one, menus, asides, footers and
    readers' comments inside are left out. `TooManyElementsError` above `most` elements and attributes.
    """
    page = parse(html, most)
    if selector is None:
        return Part(page, *choose(page))
    if len(selector) > _LONGEST:  # a library may take hours over what no author writes
        return f"invalid CSS selector '{_shortened(selector)}'"
    try:
        element = select(page, selector)
    except InvalidSelectorError:
        return f"invalid CSS selector '{_shortened(selector)}'"
    if element is None:
        return f"the CSS selector '{_shortened(selector)}' matches nothing"
    return Part(page, element, frozenset(), None)


def _shortened(selector: str) -> str:
    return selector if len(selector) <= _SHOWN else f"{selector[:_SHOWN]}…"


def described_part(source: Source, html: str) -> str:
    """Say which element of a page is read, and how much of what a browser shows that is."""
    part = part_of(html, source.selector)
    if isinstance(part, str):
        return part
    shown = sum(len(line.text) for line in lines(part.page))
    taken = sum(len(line.text) for line in lines(part.element, part.left_out))
    name = source.selector or selector_of(part.element, part.page) or part.element.name
    how = "selected" if source.selector else "chosen"
    aside = " (menus, asides and comments inside left out)" if part.left_out else ""
    return f"{name}, {how}: {taken:,} of the {shown:,} characters that a browser shows{aside}"


def _doubts(source: Source, part: Part) -> tuple[Diagnostic, ...]:
    if part.rival is None:
        return ()
    chosen, other = selector_of(part.element, part.page), selector_of(part.rival, part.page)
    message = f"{source.file} holds two long texts; read: {chosen or part.element.name}"
    hint = f"say which is the article with  selector: '{chosen}'  or  selector: '{other}'"
    return (diagnostic("article-doubtful", source.file_at, message, hint=hint),)
