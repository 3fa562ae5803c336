"""Write what the briefing says for other programs: one file for each format that they read.

Each file is a pure function of the site. What needs an absolute address to be of any use (feeds,
sitemap) is there only where `site_url` is known; `docs/data.md` describes every file.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.view.exports import (
    briefing_json,
    claims_csv,
    claims_js,
    crawling,
    csl,
    feeds,
    webannotations,
)

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from briefing.model.judged import Judged
    from briefing.view.site import Site

FILES: Mapping[str, Callable[[Site], bytes]] = {
    "data/briefing.json": briefing_json.briefing,
    "data/claims.csv": claims_csv.claims,
    claims_js.CLAIMS: claims_js.claims,
    "data/annotations.jsonld": webannotations.collection,
    "data/sources.csl.json": csl.sources,
    feeds.ATOM: feeds.atom,
    feeds.JSON: feeds.json_feed,
    "sitemap.xml": crawling.sitemap,
    "robots.txt": crawling.robots,
}
"""The maker of each file, by its address; topics have a feed each besides."""
_OF_TOPICS = feeds.address_of("")[: -len(".atom")]


def file(site: Site, address: str) -> bytes:
    """Write the file at one of the addresses that `names` lists."""
    if address in FILES:
        return FILES[address](site)
    return feeds.topic_atom(site, address.removeprefix(_OF_TOPICS).removesuffix(".atom"))


def names(judged: Judged, base: str | None) -> tuple[str, ...]:
    """List the files that this briefing has; `base` is the site's address where it is known."""
    absent: set[str] = set()
    if not feeds.offered(judged, base):
        absent |= {feeds.ATOM, feeds.JSON}
    if not claims_js.offered(judged):
        absent.add(claims_js.CLAIMS)
    if base is None:
        absent.add("sitemap.xml")
    if not crawling.at_root(base):
        absent.add("robots.txt")
    topics = () if feeds.ATOM in absent else judged.content.settings.topics
    return (
        *(name for name in FILES if name not in absent),
        *(feeds.address_of(topic.id) for topic in topics),
    )
