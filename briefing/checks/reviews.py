"""Tell whether a claim is still what its reviewer saw."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.checks.digests import of_review
from briefing.diagnostics import diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefing.diagnostics import Diagnostic
    from briefing.model.content import Claim
    from briefing.model.judged import AnchoredArticle, Judged


def stands(claim: Claim, articles: Mapping[str, AnchoredArticle]) -> bool:
    """Say whether a claim was reviewed, and is as it was then."""
    return claim.reviewed is not None and claim.reviewed.digest == of_review(claim, articles)


def check_reviews(judged: Judged) -> Iterator[Diagnostic]:
    """Tell of reviews that are void: the claim, its quotes or the words of its sources changed."""
    for claim in judged.content.claims.values():
        review = claim.reviewed
        if review is not None and not stands(claim, judged.articles):
            message = (
                f"the claim, its quotes or its articles are not as {review.by} reviewed them on"
                f" {review.on}"
            )
            digest = of_review(claim, judged.articles)
            hint = f"review the claim again, then write  digest: {digest}"
            yield diagnostic("review-void", review.at, message, hint=hint)
