"""Read who reviewed a claim: `reviewed: {by: A. Editor, on: 2025-02-24, digest: 0123456789abcdef}`."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.diagnostics import Diagnostic, diagnostic
from briefing.load.settings import is_date
from briefing.model.content import Review

if TYPE_CHECKING:
    from briefing.load.keys import ReviewForm
    from briefing.located import Node


def read_review(
    node: Node | None, form: ReviewForm | None
) -> tuple[Review | None, tuple[Diagnostic, ...]]:
    """Return a claim's review, and what is wrong with its date."""
    if node is None or form is None:
        return None, ()
    digest, day = node.get("digest"), node.get("on")
    review = Review(form.by, form.on, form.digest, digest.at if digest else node.at)
    if day is None or is_date(form.on):
        return review, ()
    message = f"invalid date '{form.on}'"
    return review, (diagnostic("bad-date", day.at, message, hint="write 2025-02-24"),)
