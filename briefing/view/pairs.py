"""Which two sources are worth reading side by side: those that speak on two claims or more.

Pairs grow with the square of the sources, so each source keeps those with which it shares most, and a
claim on which many speak says little of any two of them.
"""

from __future__ import annotations

from collections import Counter
from itertools import chain, combinations
from types import MappingProxyType
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from briefing.model.judged import Judgement
    from briefing.view.site import Site

_FEWEST_CLAIMS = 2
MOST_PARTNERS = 12
MOST_SPEAKERS = 12
"""A claim on which more sources speak brings no two of them together."""


def pairs(judgements: Iterable[Judgement]) -> Mapping[str, tuple[str, ...]]:
    """Give for each source those it is paired with, most claims in common first."""
    spoken = ({item.written.source for item in one.items} for one in judgements)
    together = (sorted(one) for one in spoken if 1 < len(one) <= MOST_SPEAKERS)
    shared = Counter(chain.from_iterable(combinations(one, 2) for one in together))
    several = [(-count, both) for both, count in shared.items() if count >= _FEWEST_CLAIMS]
    partners: dict[str, list[str]] = {}
    for _, both in sorted(several):
        held = [partners.setdefault(one, []) for one in both]
        if max(map(len, held)) < MOST_PARTNERS:
            held[0].append(both[1])
            held[1].append(both[0])
    return MappingProxyType({source: tuple(others) for source, others in partners.items()})


def in_order(first: str, second: str) -> tuple[str, str]:
    """Say which of two sources appears on the left, and so in the folder's name.

    It is the first by its id; a number comes first, since later parts of a source's page are numbers.
    """
    left, right = sorted((first, second), key=lambda one: (not one.isdigit(), one))
    return left, right


def pair_href(first: str, second: str) -> str:
    """Give the address of the page of two sources, in either order."""
    left, right = in_order(first, second)
    return f"sources/{left}/{right}.html"


def common(site: Site, first: str, second: str) -> Iterator[str]:
    """Yield the claims on which both speak, in the order in which the first does."""
    spoken = [
        dict.fromkeys(id_ for passage in site.passages.get(one, ()) for id_, _ in passage.uses)
        for one in (first, second)
    ]
    yield from (id_ for id_ in spoken[0] if id_ in spoken[1])
