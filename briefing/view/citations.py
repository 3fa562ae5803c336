"""Resolve what narratives cite, and say which of it is not there."""

from __future__ import annotations

from difflib import get_close_matches
from typing import TYPE_CHECKING

from briefing.diagnostics import Diagnostic, diagnostic
from briefing.model.judged import Stance

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from briefing.model.judged import Item, Judgement
    from briefing.prose import Prose, Target

_MOST_GUESSES = 20
"""Looking for a near name compares with all names; beyond these, none is suggested."""


def aliases(judgements: Mapping[str, Judgement]) -> dict[str, str]:
    """Map every former id of a claim to the one it has."""
    return {alias: id_ for id_, one in judgements.items() for alias in one.claim.aliases}


def claim_of(
    target: Target, judgements: Mapping[str, Judgement], former: Mapping[str, str]
) -> str | None:
    """Give the id of the claim that a citation names, by its present or a former name."""
    return target.claim if target.claim in judgements else former.get(target.claim)


def cited_items(target: Target, judgement: Judgement) -> tuple[tuple[int, Item], ...]:
    """Choose the evidence that a citation rests on, with its place in the author's order.

    A named source's items, all of them. Otherwise what supports or disputes the claim, and where
    nothing does, what mentions it.
    """
    items = tuple(enumerate(judgement.items))
    if target.source:
        return tuple(pair for pair in items if pair[1].evidence.source == target.source)
    telling = tuple(pair for pair in items if pair[1].stance is not Stance.MENTIONS)
    return telling or items


def check(
    narratives: Iterable[Prose], judgements: Mapping[str, Judgement], former: Mapping[str, str]
) -> tuple[Diagnostic, ...]:
    """Report each cited claim that does not exist and each source that says nothing of its claim."""
    known = (*judgements, *former)
    found: list[Diagnostic] = []
    for narrative in narratives:
        found += narrative.diagnostics
        for citation in narrative.citations:
            for target in citation.targets:
                id_ = claim_of(target, judgements, former)
                may_guess = len(found) < _MOST_GUESSES
                if id_ is None:
                    message = f"no claim is called {target.claim}"
                    hint = _guess(target.claim, known if may_guess else ())
                    found.append(diagnostic("citation-unknown", target.at, message, hint=hint))
                elif target.source and not cited_items(target, judgements[id_]):
                    sources = sorted({one.evidence.source for one in judgements[id_].items})
                    message = f"{target.claim} has no evidence from {target.source}"
                    hint = _guess(target.source, sources if may_guess else ())
                    found.append(diagnostic("citation-unknown", target.at, message, hint=hint))
    return tuple(found)


def _guess(name: str, known: Iterable[str]) -> str | None:
    near = get_close_matches(name, known, n=1)
    return f"did you mean {near[0]}?" if near else None
