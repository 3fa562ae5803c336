"""`data/briefing.json`, the contract for other programs; `schemas/data.schema.json` describes it.

Records are sorted by id, evidence by source and place, and each record is on a line of its own: the
same content gives the same bytes, and a difference shows what changed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing import prose
from briefing.figures import as_record, plain_number
from briefing.view.exports.texts import as_json, in_utf_8, json_lines

if TYPE_CHECKING:
    from briefing.model.content import Source
    from briefing.model.figures import Figure
    from briefing.model.judged import Derivation, JudgedItem, Judgement, Spread
    from briefing.view.site import Site

VERSION = 1
_UNKNOWN = "unknown"


def briefing(site: Site) -> bytes:
    """Write the whole judged briefing as JSON, in UTF-8 with a line feed at the end."""
    content = site.judged.content
    topics = [{"id": topic.id, "title": topic.title} for topic in content.settings.topics]
    sources = (_source(site, one) for _, one in sorted(content.sources.items()))
    claims = (_claim(site, id_, one) for id_, one in sorted(site.judged.judgements.items()))
    return in_utf_8(
        f'{{"version": {VERSION},\n"title": {as_json(content.settings.title)}',
        ',\n"sources": ',
        json_lines(sources),
        ',\n"topics": ',
        json_lines(topics),
        ',\n"claims": ',
        json_lines(claims),
        "}\n",
    )


def _source(site: Site, source: Source) -> dict[str, object]:
    article = site.judged.articles[source.id]
    published = source.published
    known = published.period is not None and not published.period.is_unknown
    record: dict[str, object] = {
        "id": source.id,
        "file": source.file,
        "sha256": article.sha256,
        "title": source.title,
        "publisher": source.publisher,
        "voice": site.judged.voice_of[source.id],
        "author": source.author,
        "published": published.text if known else _UNKNOWN,
        "ai_generated": source.ai_generated.value,
        "url": prose.web_link(source.url),
    }
    if article.text_sha256 is not None:
        record["text_sha256"] = article.text_sha256
    return record


_PLACES = 4
"""Digits after the point of a percentage, or of points between two."""


def _claim(site: Site, id_: str, judgement: Judgement) -> dict[str, object]:
    claim, counts = judgement.claim, judgement.counts
    evidence = sorted(judgement.items, key=lambda item: (item.written.source, item.anchor.spans))
    return {
        "id": id_,
        "topic": claim.topic,
        "kind": judgement.kind,
        "key": claim.key,
        "tier": site.tiers[id_],
        "claim": claim.statement.text,
        "figure": _figure(judgement.figure, judgement.derivation),
        "verdict": judgement.verdict,
        "reason": judgement.reason,
        "caveats": sorted(judgement.caveats),
        "counts": {
            "articles": counts.articles,
            "voices": counts.voices,
            "origins": counts.origins,
        },
        "spread": _spread(judgement.spread),
        "article_count_verdict": judgement.article_count_verdict,
        "pivotal": judgement.pivotal,
        "evidence": [_evidence(site, item) for item in evidence],
    }


def _figure(figure: Figure | None, derivation: Derivation | None) -> dict[str, object] | None:
    """Give a claim's figure; a computed one also has its working under `computed`."""
    if figure is None:
        return None
    record: dict[str, object] = {**as_record(figure)}
    if derivation is not None:
        record["computed"] = {
            "formula": derivation.formula,
            "working": derivation.computed.working,
            "low": plain_number(derivation.computed.low),
            "high": plain_number(derivation.computed.high),
            "unit": derivation.computed.unit,
            "inputs": [
                {"name": one.name, "claim": one.claim, "source": one.source}
                for one in derivation.inputs
            ],
        }
    return record


def _spread(spread: Spread | None) -> dict[str, object] | None:
    if spread is None:
        return None
    percent = None if spread.percent is None else plain_number(round(spread.percent, _PLACES))
    return {
        "percent": percent,
        "points": None if spread.points is None else plain_number(round(spread.points, _PLACES)),
        "opposite_signs": spread.is_opposite,
    }


def _evidence(site: Site, item: JudgedItem) -> dict[str, object]:
    quote, translation = site.quote(item), item.written.translation
    return {
        "source": item.written.source,
        "quote": quote,
        **({"head": item.written.head.text} if quote and item.written.head else {}),
        **({"translation": translation.text} if quote and translation else {}),
        "spans": item.anchor.spans,
        "stance": item.stance,
        "figure": as_record(item.figure) if item.figure else None,
        "comparison": item.comparison.outcome if item.comparison else None,
        "attributed_to": item.speaker,
        "line": item.anchor.line,
        **({"page": item.anchor.page} if item.anchor.page else {}),
    }
