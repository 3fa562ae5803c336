"""How much of an article the briefing accounts for: what is claimed, set aside, cut or left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.values import dataclass
from briefing.view import words

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.language.messages import Messages
    from briefing.model.content import Source
    from briefing.model.judged import AnchoredArticle, Share

_MOST_LISTED = 200
"""Passages that one list holds."""
_BOUND = 60
"""Characters of the words that a body starts and ends with."""


@dataclass(frozen=True, slots=True)
class SetAsideView:
    """Words of an article that no claim is about, and why; no words where none may be published."""

    quote: str | None
    why: str


@dataclass(frozen=True, slots=True)
class AccountView:
    """What the briefing does with everything that an article says."""

    said: str
    """Whether all of it was examined, in a sentence."""
    shares: tuple[str, ...]
    """What share of its figures and sentences is accounted for, a sentence each."""
    set_aside: tuple[SetAsideView, ...]
    more_set_aside: int
    starts: str | None
    """The words with which the body starts, where it is cut there."""
    ends: str | None
    cut: tuple[str, ...]
    """Passages cut from within the body, as far as they may be published."""
    cut_count: int


def account(described: Source, article: AnchoredArticle, say: Messages) -> AccountView:
    """Say what the briefing does with everything that an article says.

    Its words are left out where only a link may be published.
    """
    shown = described.publish != "links"
    starts, ends = described.body_starts, described.body_ends
    return AccountView(
        said=_said(described, article, say),
        shares=tuple(_shares(article, say)),
        set_aside=tuple(
            SetAsideView(one.quote.text if shown else None, one.why)
            for one in described.set_aside[:_MOST_LISTED]
        ),
        more_set_aside=max(len(described.set_aside) - _MOST_LISTED, 0),
        starts=words.clipped(starts.text, _BOUND) if starts and shown else None,
        ends=_tail(ends.text) if ends and shown else None,
        cut=tuple(one.text for one in described.omit[:_MOST_LISTED]) if shown else (),
        cut_count=len(described.omit),
    )


def _said(described: Source, article: AnchoredArticle, say: Messages) -> str:
    if described.account != "full":
        return say("Partial: nobody went through the whole article. It may speak to more claims.")
    left = article.account and (article.account.figures.left or article.account.sentences.left)
    if left:
        return say("Meant to be full, but not everything is accounted for yet.")
    return say(
        "Full: every figure and every sentence that states something is quoted under a claim or "
        "set aside with a reason."
    )


def _shares(article: AnchoredArticle, say: Messages) -> Iterator[str]:
    """Say what share of figures and of sentences is accounted for, if they were counted."""
    if article.account is None:
        return
    figures, sentences = article.account.figures, article.account.sentences
    if figures.total:
        whole = say.counted("%(count)s figure", "%(count)s figures", figures.total)
        yield _share(whole, figures, say)
    if sentences.total:
        whole = say.counted("%(count)s sentence", "%(count)s sentences", sentences.total)
        yield _share(whole, sentences, say)


def _share(whole: str, share: Share, say: Messages) -> str:
    """Write `28 figures: all quoted.` or `30 sentences: 29 quoted and one set aside.`."""
    counts = (
        (share.claimed, say("all quoted"), say("%(count)s quoted", count=say.number(share.claimed))),
        (share.set_aside, say("all set aside"),
         say("%(count)s set aside", count=say.number(share.set_aside))),
        (share.left, say("all not accounted for"),
         say("%(count)s not accounted for", count=say.number(share.left))),
    )  # fmt: skip
    parts = [all_ if 1 < share.total == count else some for count, all_, some in counts if count]
    text = say("%(whole)s: %(parts)s.", whole=whole, parts=say.listed(parts))
    return words.sentence_case(text)


def _tail(text: str) -> str:
    """Keep the end of a text, starting at a word."""
    if len(text) <= _BOUND:
        return text
    return "…" + text[-(_BOUND - 1) :].split(" ", 1)[-1]
