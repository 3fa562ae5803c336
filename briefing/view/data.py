"""`data/briefing.json`, the contract for other programs; `schemas/data.schema.json` describes it.

Records are sorted by id, evidence by source and place, and each record stands on a line of its
own: the same content gives the same bytes, and a difference shows what changed.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from briefing.figures import as_record

if TYPE_CHECKING:
    from collections.abc import Iterable

    from briefing.model.content import Source
    from briefing.model.judged import Item, Judgement
    from briefing.view.routes import Route
    from briefing.view.site import Site

VERSION = 1
_UNKNOWN = "unknown"


def briefing(site: Site, _: Route) -> bytes:
    """Write the whole judged briefing as JSON, in UTF-8 with a line feed at the end."""
    content = site.judged.content
    topics = [{"id": topic.id, "title": topic.title} for topic in content.settings.topics]
    sources = (_source(site, one) for _, one in sorted(content.sources.items()))
    claims = (_claim(site, id_, one) for id_, one in sorted(site.judged.judgements.items()))
    lines = (
        f'{{"version": {VERSION},\n"title": {_json(content.settings.title)}',
        f'"sources": {_lines(sources)}',
        f'"topics": {_lines(topics)}',
        f'"claims": {_lines(claims)}}}\n',
    )
    return ",\n".join(lines).encode()


def _json(value: object) -> str:
    return json.dumps(value, ensure_ascii=False)


def _lines(records: Iterable[object]) -> str:
    return "[\n" + ",\n".join(map(_json, records)) + "\n]"


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
        "url": source.url,
    }
    if article.text_sha256 is not None:
        record["text_sha256"] = article.text_sha256
    return record


def _claim(site: Site, id_: str, judgement: Judgement) -> dict[str, object]:
    claim, counts = judgement.claim, judgement.counts
    evidence = sorted(judgement.items, key=lambda item: (item.evidence.source, item.anchor.spans))
    return {
        "id": id_,
        "topic": claim.topic,
        "kind": judgement.kind,
        "key": claim.key,
        "claim": claim.statement.text,
        "figure": as_record(judgement.figure) if judgement.figure else None,
        "verdict": judgement.verdict,
        "reason": judgement.reason,
        "caveats": sorted(judgement.caveats),
        "counts": {
            "articles": counts.articles,
            "voices": counts.voices,
            "origins": counts.origins,
        },
        "article_count_verdict": judgement.article_count_verdict,
        "pivotal": judgement.pivotal,
        "evidence": [_evidence(site, item) for item in evidence],
    }


def _evidence(site: Site, item: Item) -> dict[str, object]:
    return {
        "source": item.evidence.source,
        "quote": site.quote(item),
        "spans": item.anchor.spans,
        "stance": item.stance,
        "figure": as_record(item.figure) if item.figure else None,
        "comparison": item.comparison.outcome if item.comparison else None,
        "attributed_to": item.evidence.attributed_to,
        "line": item.anchor.line,
    }
