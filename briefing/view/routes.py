"""Which addresses the site has, and what stands at each.

Topics are pages at the root, everything else has a folder of its kind. Long lists go on in a
folder named after their first page (`claims/index/2.html`, `capex/2.html`): as no id holds a
slash, such an address meets no other page of its kind.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from types import MappingProxyType
from typing import TYPE_CHECKING, Literal

from briefing.diagnostics import Diagnostic, Span, diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from briefing.model.judged import Judged

INDEX = "index"
"""The page of the front page's narrative."""
PAGE_LENGTH = 200
"""How many entries of a list stand on one page."""

Kind = Literal[
    "overview",
    "topic",
    "claim",
    "claims",
    "timeline",
    "moved",
    "source",
    "sources",
    "publisher",
    "publishers",
    "method",
    "changes",
    "search",
    "missing",
    "data",
    "nojekyll",
    "static",
]


@dataclass(frozen=True, slots=True)
class Route:
    """What stands at an address: a kind of page, of what, and which part of a long one (from 1)."""

    kind: Kind
    id: str
    number: int = 1


@dataclass(frozen=True, slots=True)
class Lengths:
    """How long the pages are whose length no file tells."""

    passages: Mapping[str, int]
    """By source id."""
    tellings: int
    """What stands on the timeline."""


def plan(
    judged: Judged, static: Iterable[str], data: Iterable[str], lengths: Lengths
) -> tuple[Mapping[str, Route], tuple[Diagnostic, ...]]:
    """Give every address its route, in the order in which pages are to be made.

    `static` names the files of the look, `data` those for programs. Two pages that want one address
    are a `page-collision` at the entry that came second.
    """
    routes: dict[str, Route] = {}
    found: list[Diagnostic] = []
    for path, route, at in _wanted(judged, static, data, lengths):
        if path in routes:
            message = f"the page {path} exists already"
            found.append(diagnostic("page-collision", at, message, hint="choose another id"))
        else:
            routes[path] = route
    return MappingProxyType(routes), tuple(found)


def part_of(path: str, number: int) -> str:
    """Give the address of part `number` of a long page."""
    return path if number == 1 else f"{path.removesuffix('.html')}/{number}.html"


def parts(length: int) -> int:
    """Say on how many pages a list of `length` entries stands."""
    return max(1, -(-length // PAGE_LENGTH))


def _wanted(
    judged: Judged, static: Iterable[str], data: Iterable[str], lengths: Lengths
) -> Iterator[tuple[str, Route, Span]]:
    content = judged.content
    start = Span("briefing.yaml")
    per_topic = Counter(one.claim.topic for one in judged.judgements.values())
    per_publisher = Counter(source.publisher for source in content.sources.values())
    yield "index.html", Route("overview", "index"), start
    yield "method.html", Route("method", "method"), start
    yield "changes.html", Route("changes", "changes"), start
    yield "search.html", Route("search", "search"), start
    yield from _parts("timeline.html", "timeline", "", start, lengths.tellings)
    yield "404.html", Route("missing", "404"), start
    for name in data:
        yield name, Route("data", name), start
    yield ".nojekyll", Route("nojekyll", ""), start
    for name in static:
        yield f"static/{name}", Route("static", name), start
    for topic in content.settings.topics:
        yield from _parts(f"{topic.id}.html", "topic", topic.id, topic.at, per_topic[topic.id])
    yield from _parts("claims/index.html", "claims", "", start, len(judged.judgements))
    for id_, one in judged.judgements.items():
        path = f"claims/{id_}.html"
        yield from _parts(path, "claim", id_, one.claim.at, len(one.items))
        for alias in one.claim.aliases:
            yield f"claims/{alias}.html", Route("moved", id_), one.claim.at
    yield from _parts("sources/index.html", "sources", "", start, len(content.sources))
    for id_, source in content.sources.items():
        path = f"sources/{id_}.html"
        yield from _parts(path, "source", id_, source.at, lengths.passages.get(id_, 0))
    yield from _parts("publishers/index.html", "publishers", "", start, len(content.publishers))
    for id_, publisher in content.publishers.items():
        path = f"publishers/{id_}.html"
        yield from _parts(path, "publisher", id_, publisher.at, per_publisher[id_])


def _parts(
    path: str, kind: Kind, id_: str, at: Span, length: int
) -> Iterator[tuple[str, Route, Span]]:
    for number in range(1, parts(length) + 1):
        yield part_of(path, number), Route(kind, id_, number), at
