"""Say in schema.org's words, within a page, what is claimed on it and what was found.

A claim's page carries a ClaimReview, whose rating is the verdict's word and never a number; a
topic's page lists its claims. A script of this type is data that no browser runs. What is unknown
or inferred is left out, as schema.org has no way to mark an inference.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing import prose
from briefing.model.judged import Stance
from briefing.view.words import sentence_case

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing.model.content import Source
    from briefing.model.judged import Judgement
    from briefing.view.cards import ClaimCard
    from briefing.view.site import Site

MOST_APPEARANCES = 50
"""In how many articles a claim is said to appear; its page names the others."""

_CONTEXT = "https://schema.org"

Node = dict[str, object]


def collection(site: Site, title: str, claims: Iterable[ClaimCard], root: str) -> Node:
    """Describe a topic's page, from which `root` leads to the site's."""
    return {
        "@context": _CONTEXT,
        "@type": "CollectionPage",
        "name": title,
        "inLanguage": site.frame.language,
        "hasPart": [_listed(root, card) for card in claims],
    }


def _listed(root: str, card: ClaimCard) -> Node:
    return {"@type": "Claim", "@id": f"{root}{card.href}#claim", "text": card.statement}


def review(site: Site, card: ClaimCard, judgement: Judgement) -> Node:
    """Describe a claim's page.

    Addresses within the site are relative to the page, `url` is absolute or absent.
    """
    settings = site.judged.content.settings
    node: Node = {
        "@context": _CONTEXT,
        "@type": "ClaimReview",
        "@id": "#review",
        "author": {"@type": "Organization", "name": settings.title},
        "claimReviewed": card.statement,
        "inLanguage": settings.language,
        "itemReviewed": _claim(site, judgement),
        "reviewRating": {
            "@type": "Rating",
            "alternateName": sentence_case(site.say.word(card.verdict)),
            "ratingExplanation": card.sentence,
        },
    }
    published, moved = site.dates.get(card.id, (None, None))
    if published:
        node["datePublished"] = published
    if moved:
        node["dateModified"] = moved
    if site.frame.base:
        node["url"] = f"{site.frame.base}{card.href}"
    return node


def _claim(site: Site, judgement: Judgement) -> Node:
    node: Node = {
        "@type": "Claim",
        "@id": "#claim",
        "text": judgement.claim.statement.text,
    }
    speaker = _speaker(judgement)
    if speaker:
        node["author"] = {"name": speaker}
    supporting = dict.fromkeys(
        item.written.source for item in judgement.items if item.stance is Stance.SUPPORTS
    )
    if supporting:
        sources = site.judged.content.sources
        shown = list(supporting)[:MOST_APPEARANCES]
        node["appearance"] = [_article(site, sources[id_]) for id_ in shown]
    return node


def _speaker(judgement: Judgement) -> str | None:
    """Name who makes the claim: whom the author names, else whom all support relays."""
    if judgement.claim.origin:
        return judgement.claim.origin
    support = [item for item in judgement.items if item.stance is Stance.SUPPORTS and item.counted]
    speakers = {item.speaker for item in support}
    return speakers.pop() if len(speakers) == 1 else None


def _article(site: Site, source: Source) -> Node:
    """Describe an article by what it shows of itself."""
    node: Node = {"@type": "Article", "headline": source.title}
    if source.author:
        node["author"] = {"name": source.author}
    publisher = site.judged.content.publishers.get(source.publisher or "")
    if publisher and not source.publisher_because:
        node["publisher"] = {"@type": "Organization", "name": publisher.name}
    day = site.sources[source.id].day
    if day.iso and not day.note:
        node["datePublished"] = day.iso
    url = prose.web_link(source.url)
    if url:
        node["url"] = url
    return node
