"""A key claim on a small card, made to be shown in a frame on another page."""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from briefing.values import dataclass
from briefing.view import reach
from briefing.view.routes import Address, Contents, PageKind

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.view.cards import ClaimCard
    from briefing.view.routes import Route
    from briefing.view.site import Site

WIDTH = 480
"""How wide a card is meant to be shown, in CSS pixels; in less it scrolls."""
_STATEMENT, _TEXT = (38, 24), (46, 21)
"""How many letters a line holds at that width in a wide font, and how high it is in pixels."""
_AROUND = 132
"""The height of all else: edges, the line that says whose it is, and the gaps."""

_ALLOWED = ("allow-popups", "allow-popups-to-escape-sandbox")
"""What the frame lets a card do: its links open pages of their own, and nothing else."""


@dataclass(frozen=True, slots=True)
class CardPage:
    """What is on a card."""

    claim: ClaimCard
    as_of: reach.AsOf | None


@dataclass(frozen=True, slots=True)
class Embedding:
    """How to show a claim's card elsewhere."""

    href: str
    width: int
    height: int
    snippet: str
    """The HTML to paste; its address is absolute where that of the site is known."""


def card(site: Site, route: Route) -> Contents:
    """Make the card."""
    shown = site.claims[route.id]
    body = CardPage(shown, reach.as_of(site))
    return Contents(shown.statement, shown.sentence, "", body)


def embedding(site: Site, claim: ClaimCard) -> Embedding | None:
    """Say how to embed a claim's card; None where it has none, as it is no key claim."""
    if not claim.key:
        return None
    href, height = _address(claim.id), _height(claim)
    attributes = {
        "src": (site.frame.base or "") + href,
        "width": str(WIDTH),
        "height": str(height),
        "title": claim.statement,
        "loading": "lazy",
        "style": "border:0;max-width:100%",
        "sandbox": " ".join(_ALLOWED),
    }
    written = "".join(f' {name}="{escape(value)}"' for name, value in attributes.items())
    snippet = f"<iframe{written}></iframe>"
    return Embedding(href, WIDTH, height, snippet)


def _height(claim: ClaimCard) -> int:
    """Estimate how high a card is, for a wide font, so that none scrolls at its width."""
    texts = (
        (claim.statement, _STATEMENT),
        (f"{claim.verdict}    {claim.phrase}{claim.values or ''}", _TEXT),
        (claim.sentence, _TEXT),
    )
    return _AROUND + sum(-(-_letters(text) // line) * height for text, (line, height) in texts)


def _letters(text: str) -> int:
    return len(text) + sum(east_asian_width(letter) in "WF" for letter in text)


def _address(id_: str) -> str:
    return f"claims/{id_}/card.html"


def _addresses(site: Site) -> Iterator[Address]:
    """Keep a card at the former addresses of its claim too: pages elsewhere show it there."""
    for id_, one in site.judged.judgements.items():
        if one.claim.key:
            for name in (id_, *one.claim.aliases):
                yield Address(_address(name), id_, one.claim.at)


KIND = PageKind("card.html", _addresses, card, is_destination=False)
