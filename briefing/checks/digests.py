"""Digest what a claim rests on, to tell whether it is still the same.

Words count as they are matched: white space and characters that fold alike make no other digest. What is for
readers alone, a note or a mark as key claim, is no part of it, nor is an id: a renamed claim rests on the same.
"""

from __future__ import annotations

import hashlib
import json
from typing import TYPE_CHECKING

from briefing.quotes import fold

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.model.content import Claim, Item, Words
    from briefing.model.judged import AnchoredArticle
    from briefing.model.periods import Period

_LENGTH = 16
"""Hexadecimal digits of a digest: it is copied by hand, and guards against oversight, not malice."""


def of_evidence(claim: Claim) -> str:
    """Return the digest of what a claim states and of all items listed under it."""
    return _digest([_claim(claim), sorted(json.dumps(_item(one)) for one in claim.items)])


def of_review(claim: Claim, articles: Mapping[str, AnchoredArticle]) -> str:
    """Return the digest of what a reviewer has seen: a claim, its items, and the words of their articles."""
    sources = sorted({item.source for item in claim.items})
    words = {id_: _words_of(articles[id_]) for id_ in sources if id_ in articles}
    return _digest([of_evidence(claim), words])


def _words_of(article: AnchoredArticle) -> str:
    return article.text_sha256 or article.sha256


def _digest(held: object) -> str:
    text = json.dumps(held, sort_keys=True, ensure_ascii=False)
    return hashlib.sha256(text.encode(errors="surrogatepass")).hexdigest()[:_LENGTH]


def _claim(claim: Claim) -> list[object]:
    rate = claim.rate and [claim.rate.base, claim.rate.quote, str(claim.rate.value), claim.rate.on]
    inputs = sorted([one.name, one.claim, one.source or ""] for one in claim.inputs)
    return [
        _text(claim.statement), _text(claim.figure), claim.figure_none, claim.kind, claim.entity,
        claim.measure, _label(claim.period), claim.scope, claim.basis, claim.per, claim.origin,
        rate, _text(claim.formula), inputs,
    ]  # fmt: skip


def _item(item: Item) -> list[object]:
    return [
        item.source, item.listed, _text(item.quote), _text(item.translation), _text(item.figure),
        _label(item.period), item.measure, item.scope, item.basis, item.per, dict(item.because),
        item.attributed_to, _text(item.prefix), _text(item.suffix), item.outside_body,
        _text(item.head), item.first_hand,
    ]  # fmt: skip


def _text(words: Words | None) -> str | None:
    return None if words is None else fold(words.text).text


def _label(period: Period | None) -> str | None:
    return None if period is None else period.label
