"""Compare with the last edition: articles whose bytes changed, verdicts that moved."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.diagnostics import Diagnostic, Related, diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.model.history import Locked
    from briefing.model.judged import Judged


def check_drift(
    judged: Judged, locked: Locked, broken: frozenset[str] = frozenset()
) -> Iterator[Diagnostic]:
    """Warn of changed bytes, unless a quote is no longer found, which is an error of its own.

    A verdict that moved since the last edition is a note: it is news and no mistake. Where quotes of
    its claim are lost, that is what there is to tell, and so are the errors of a `broken` file.
    """
    lost = [
        (claim.id, item.source)
        for claim in judged.content.claims.values()
        for item in claim.items
        if item.source not in judged.articles or item.at not in judged.articles[item.source].anchors
    ]
    claims, sources = {claim for claim, _ in lost}, {source for _, source in lost}
    for id_, article in judged.articles.items():
        if locked.sources.get(id_, article.sha256) != article.sha256 and id_ not in sources:
            message = f"the file of {id_} has changed since the last edition"
            related = (Related(locked.places[f"source {id_}"], "its recorded digest"),)
            hint = "check that it is still the same article, then run `briefing lock -m WHY`"
            at = judged.content.sources[id_].file_at
            yield diagnostic("source-changed", at, message, hint=hint, related=related)
    for id_, judgement in judged.judgements.items():
        verdict = locked.verdicts.get(id_)
        is_whole = id_ not in claims and judgement.claim.at.file not in broken
        if verdict not in (None, judgement.verdict) and is_whole:
            message = f"{verdict} in the last edition, now {judgement.verdict}"
            related = (Related(locked.places[f"claim {id_}"], "the last edition"),)
            yield diagnostic("verdict-moved", judgement.claim.at, message, related=related)
