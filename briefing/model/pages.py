"""A page of the site, ready for its template, and the files published beside pages.

Every address in here is relative to the site's root; a template puts `page.root` before it.
Texts are plain and are escaped by the template; only `Html` goes out as it is. Words that a
reader sees are chosen here, so that templates hold only layout and fixed labels.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Html:
    """HTML that is safe as it stands; made by `briefing.prose`, and by `render` of the look."""

    text: str

    def __html__(self) -> str:
        """Return the text: what an autoescaping template asks for."""
        return self.text


@dataclass(frozen=True, slots=True)
class Link:
    """A link to a page of the site."""

    href: str
    text: str


@dataclass(frozen=True, slots=True)
class Frame:
    """What all pages share."""

    title: str
    language: str
    is_right_to_left: bool
    speaks_english: bool
    """Whether our own words are in English, because no catalogue has them in the site's language."""
    topics: tuple[Link, ...]
    """The topics of the menu; empty where there are too many."""
    nav: tuple[Link, ...]
    """The other pages of the menu."""
    base: str | None
    """The site's address with a slash at its end, where it is known."""
    data: tuple[str, ...]
    """The files for programs that there are; feeds and sitemap need the site's address."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of HTML."""

    path: str
    root: str | None
    """The relative path from this page to the site's root: `../`; None if there is none."""
    template: str
    title: str
    description: str
    section: str
    """The address in the navigation that this page belongs to."""
    frame: Frame
    body: object
    """What its template shows; the type is defined with the kind of page, in `briefing.view.pages`."""
    structured: Mapping[str, object] | None
    """What the page says to programs, as JSON-LD; None where there is nothing to add."""


@dataclass(frozen=True, slots=True)
class Plain:
    """A file that has no template."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Record:
    """What a search finds at one address: words to look through, and what a result shows of them."""

    href: str
    title: str
    kind: str
    """What is there, in a word: `claim`, `article`, `topic`."""
    verdict: str | None
    """The verdict's word; None where there is no claim."""
    text: str
