"""Resolve what narratives cite, and report what does not exist."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.diagnostics import Diagnostic, diagnostic, did_you_mean
from briefing.model.judged import Stance

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from briefing.model.content import Content
    from briefing.model.judged import JudgedItem, Judgement
    from briefing.prose import Prose, Target

_MOST_GUESSES = 20
"""Finding a similar name compares with all names, so only the first mistakes get a suggestion."""


def aliases(judgements: Mapping[str, Judgement]) -> dict[str, str]:
    """Map every former id of a claim to the one it has."""
    return {alias: id_ for id_, one in judgements.items() for alias in one.claim.aliases}


def claim_of(
    target: Target, judgements: Mapping[str, Judgement], former: Mapping[str, str]
) -> str | None:
    """Give the id of the claim that a citation names, by its present or a former name."""
    return target.claim if target.claim in judgements else former.get(target.claim)


def cited_items(target: Target, judgement: Judgement) -> tuple[JudgedItem, ...]:
    """Choose the evidence that a citation rests on.

    A named source's items, all of them. Otherwise what supports or disputes the claim, and where
    nothing does, what mentions it.
    """
    if target.source:
        return tuple(one for one in judgement.items if one.written.source == target.source)
    telling = tuple(one for one in judgement.items if one.stance is not Stance.MENTIONS)
    return telling or judgement.items


def check(
    narratives: Iterable[Prose], content: Content, former: Mapping[str, str]
) -> tuple[Diagnostic, ...]:
    """Report each cited claim that does not exist and each source that says nothing of its claim.

    A citation of something in a file that could not be read is not reported.
    """
    known = (*content.claims, *former)
    found: list[Diagnostic] = []
    for narrative in narratives:
        found += narrative.diagnostics
        for citation in narrative.citations:
            for target in citation.targets:
                guess = len(found) < _MOST_GUESSES
                found += _check(target, content, former.get(target.claim), known if guess else ())
    return tuple(found)


def _check(
    target: Target, content: Content, renamed: str | None, known: tuple[str, ...]
) -> Iterator[Diagnostic]:
    claim = content.claims.get(target.claim) or content.claims.get(renamed or "")
    if claim is None:
        if content.complete and target.claim not in content.unread:
            message = f"no claim is called '{target.claim}'"
            hint = did_you_mean(target.claim, known)
            yield diagnostic("citation-unknown", target.at, message, hint=hint)
        return
    sources = {evidence.source for evidence in claim.items}
    unread = not content.unread.isdisjoint({claim.id, f"{claim.id}/{target.source}"})
    is_whole = content.complete and not unread
    if target.source and target.source not in sources and is_whole:
        message = f"'{target.claim}' has no evidence from '{target.source}'"
        hint = did_you_mean(target.source, sorted(sources) if known else ())
        yield diagnostic("citation-unknown", target.at, message, hint=hint)
