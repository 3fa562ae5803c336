"""What a kind of page is, and which addresses the site has.

Topics are pages at the root, everything else has a folder of its kind. Long lists go on in a
folder named after their first page (`claims/index/2.html`, `capex/2.html`): as no id holds a
slash, such an address meets no other page of its kind.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from briefing.diagnostics import Diagnostic, Span, diagnostic
from briefing.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Mapping, Sequence

    from briefing.language.messages import Messages
    from briefing.model.pages import Link, Plain, Record
    from briefing.view.site import Site

INDEX = "index"
"""The page of the front page's narrative."""
METHOD = "method"
"""The page of what the author adds to the rules of the method."""
PAGE_LENGTH = 200
"""How many entries of a list appear on one page."""
TITLE_LENGTH = 90
"""How much of an author's words a title shows, in characters."""
DESCRIPTION_LENGTH = 200
_SITE = Span("briefing.yaml")


@dataclass(frozen=True, slots=True)
class Address:
    """An address that a kind of page takes: of what, and how many entries are listed there."""

    path: str
    id: str = ""
    at: Span = _SITE
    """The author's line that asks for this page; the whole file for one that every site has."""
    length: int = 0


@dataclass(frozen=True, slots=True)
class Route:
    """What is at an address: a kind of page, of what, and which part of a long one (from 1)."""

    kind: PageKind
    path: str
    """Of the first part."""
    id: str
    number: int


@dataclass(frozen=True, slots=True)
class Contents:
    """What is on a page, and its title."""

    title: str
    description: str
    section: str
    """The address in the navigation that this page belongs to."""
    body: object
    """What the template shows; its type is defined beside its maker."""
    structured: Mapping[str, object] | None = None
    """What the page says to programs, as JSON-LD."""


def fixed(
    path: str, length: Callable[[Site], int] = lambda _: 0
) -> Callable[[Site], Iterable[Address]]:
    """Take one address that every site has, where so many entries are listed."""
    return lambda site: (Address(path, length=length(site)),)


def _none(_: Site) -> Iterable[Record]:
    return ()


@dataclass(frozen=True, slots=True)
class PageKind:
    """A kind of page: its template, the addresses that it takes, its maker, what is found there."""

    template: str
    """Empty for a kind that makes files without one."""
    addresses: Callable[[Site], Iterable[Address]]
    """Takes a site that has no routes yet."""
    make: Callable[[Site, Route], Contents | Plain]
    records: Callable[[Site], Iterable[Record]] = _none
    """What a search is to find on these pages, in an order that depends on the site alone."""
    nav: Link | None = None
    """Its entry in the navigation; the text is a message."""
    is_destination: bool = True
    """Whether readers are led here: neither a former address nor a wrong one is in the sitemap."""
    shown_anywhere: bool = False
    """Whether it is shown at addresses other than its own, so that its links must be absolute."""


def plan(
    site: Site, kinds: Iterable[PageKind]
) -> tuple[Mapping[str, Route], tuple[Diagnostic, ...]]:
    """Give every address its route, in the order in which pages are to be made.

    Pages that every site has come first. Two pages that want one address are a `page-collision` at
    the entry that came second.
    """
    routes: dict[str, Route] = {}
    found: list[Diagnostic] = []
    everywhere: list[tuple[PageKind, Address]] = []
    others: list[tuple[PageKind, Address]] = []
    for kind in kinds:
        for address in kind.addresses(site):
            (everywhere if address.at == _SITE else others).append((kind, address))
    for kind, address in (*everywhere, *others):
        for path, route in _parts(kind, address):
            if path in routes:
                message = f"the page {path} exists already"
                hint = "choose another id"
                found.append(diagnostic("page-collision", address.at, message, hint=hint))
            else:
                routes[path] = route
    return MappingProxyType(routes), tuple(found)


def _parts(kind: PageKind, address: Address) -> Sequence[tuple[str, Route]]:
    path, id_ = address.path, address.id
    if address.length <= PAGE_LENGTH:
        return ((path, Route(kind, path, id_, 1)),)
    return [
        (part_of(path, number), Route(kind, path, id_, number))
        for number in range(1, parts(address.length) + 1)
    ]


def part_of(path: str, number: int) -> str:
    """Give the address of part `number` of a long page."""
    return path if number == 1 else f"{path.removesuffix('.html')}/{number}.html"


def parts(length: int) -> int:
    """Return the number of pages for a list of `length` entries."""
    return max(1, -(-length // PAGE_LENGTH))


def part_title(title: str, number: int, say: Messages) -> str:
    """Add the number of a later part to the title of a long page."""
    if number == 1:
        return title
    return say("%(title)s, page %(number)s", title=title, number=say.digits(number))
