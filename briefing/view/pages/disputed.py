"""All disputes in one place, the key claims first and then the widest: what the front page leads to."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from briefing.values import dataclass
from briefing.view.disputes import disputes
from briefing.view.paging import Pager, pager, portion
from briefing.view.routes import Address, Contents, PageKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefing.view.cards import ClaimCard
    from briefing.view.routes import Route
    from briefing.view.site import Site

PATH = "claims/index/disputed.html"
_SECTION = "claims/index.html"


@dataclass(frozen=True, slots=True)
class DisputedPage:
    """The claims on which sources differ, or one page's worth of them."""

    groups: tuple[tuple[str, tuple[ClaimCard, ...]], ...]
    """With what each group is called."""
    computed: Mapping[str, tuple[ClaimCard, ...]]
    """Claims that are computed from one of these, by its id."""
    pager: Pager | None


def disputed(site: Site, route: Route) -> Contents:
    """Make one page of the list of disputes."""
    found, say = disputes(site), site.say
    names = {True: say("Key claims"), False: say("Other claims")}
    groups = groupby(portion(found.own, route.number), lambda card: card.key)
    body = DisputedPage(
        groups=tuple((names[is_key], tuple(all_)) for is_key, all_ in groups),
        computed=found.computed,
        pager=pager(route, len(found.own)),
    )
    title = say("Where sources disagree")
    description = say("Every claim on which sources differ, the widest spread first.")
    return Contents(title, description, _SECTION, body)


def _addresses(site: Site) -> Iterator[Address]:
    if own := disputes(site).own:
        yield Address(PATH, length=len(own))


KIND = PageKind("disputed.html", _addresses, disputed)
