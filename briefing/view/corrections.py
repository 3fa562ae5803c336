"""Where readers suggest a correction of a claim: a letter or an issue that names it already."""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote, urlsplit

if TYPE_CHECKING:
    from briefing.language.messages import Messages
    from briefing.view.cards import ClaimCard


def suggestion(where: str, claim: ClaimCard, address: str, say: Messages) -> str:
    """Return the link that begins a suggestion at `where`, a mail address or a repository.

    `address` is the claim's own. GitLab has its form at another place than all others.
    """
    title = say("Correction: %(id)s", id=claim.id)
    body = say(
        "“%(statement)s” – %(verdict)s (%(reason)s)",
        statement=claim.statement,
        verdict=say.word(claim.verdict),
        reason=claim.phrase,
    )
    asked = say("What is wrong, and which words of which article show it?")
    title, body = quote(title, safe=""), quote(f"{body}\n{address}\n\n{asked}\n", safe="")
    host = urlsplit(where).hostname
    if host is None:
        return f"mailto:{quote(where, safe='@+')}?subject={title}&body={body}"
    root = where.rstrip("/")
    if host.startswith("gitlab."):
        return f"{root}/-/issues/new?issue%5Btitle%5D={title}&issue%5Bdescription%5D={body}"
    return f"{root}/issues/new?title={title}&body={body}"
