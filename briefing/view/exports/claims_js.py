"""`data/claims.js`: all claims as the filters of their list need them, where the list has several pages.

It is a script because a page that is opened from disk can read no other file. It assigns one value
and does nothing else. Everything in it is ASCII, and what could end an element of a page is escaped.
"""

from __future__ import annotations

import json
from typing import TYPE_CHECKING

from briefing.model.verdict import Verdict
from briefing.view import claim_filters
from briefing.view.routes import PAGE_LENGTH

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model.judged import Judged
    from briefing.view.site import Site

CLAIMS = "data/claims.js"


def offered(judged: Judged) -> bool:
    """Say whether the list of claims goes on on a second page."""
    return len(judged.judgements) > PAGE_LENGTH


def claims(site: Site) -> bytes:
    """Write the rows in the order of the list, each on a line, with the names that they refer to."""
    others = claim_filters.options(site, claim_filters.offered(site)[1])
    topics = {one.id: one.title for one in site.judged.content.settings.topics}
    verdicts = {one.value: site.say.word(one) for one in Verdict}
    sources = [[one.value, f"{one.text} ({site.say.digits(one.count)})"] for one in others]
    rows = ",\n".join(_rows(site))
    value = (
        f'{{"topics":{_script(topics)},"verdicts":{_script(verdicts)},"sources":{_script(sources)}'
    )
    return f'globalThis.CLAIMS = {value},"rows":[\n{rows}\n]}};\n'.encode("ascii")


def _rows(site: Site) -> Iterator[str]:
    """Write what `static/filter.js` takes a row apart into."""
    for id_, card in site.claims.items():
        judgement = site.judged.judgements[id_]
        yield _script(
            (
                id_,
                site.tiers[id_].value,
                judgement.claim.topic,
                card.verdict,
                judgement.kind,
                " ".join(claim_filters.speakers(judgement)),
                int(card.frail),
                card.statement,
                card.phrase,
                card.label or "",
                f"{card.values}." if card.values else "",
                f"{card.held} {card.sentence}" if card.held else card.sentence,
            )
        )


def _script(value: object) -> str:
    return json.dumps(value, separators=(",", ":")).replace("<", "\\u003c")
