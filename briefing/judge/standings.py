"""Tell figures apart that words give another standing: a fact, a plan, a question, or what did not come about."""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from briefing.diagnostics import Diagnostic, diagnostic
from briefing.figures import Standing, condition, standing, states_fact
from briefing.judge.qualifiers import leading_bases, shows_basis
from briefing.model.figures import Basis
from briefing.model.judged import Stance
from briefing.quotes import denied

if TYPE_CHECKING:
    from briefing.judge.stances import Stated
    from briefing.model.content import Claim, Item
    from briefing.model.figures import Figure, Quantity

_AHEAD = frozenset({Basis.PLAN, Basis.TARGET, Basis.FORECAST})
"""Bases of what has not happened: which of them is meant is for the author to say."""


class _Told(NamedTuple):
    """A standing, with the words and the basis that give it; a fact has neither."""

    standing: Standing | Basis | None
    word: str = ""
    basis: Basis | None = None
    is_denied: bool = False
    """Whether a word denies it beside any that tells of what did not come about: "did not avoid a loss"."""


def other_standing(
    claim: Claim, figure: Figure, item: Item, stated: Stated, languages: tuple[str, str]
) -> Diagnostic | None:
    """Warn of a quote whose words give its figure another standing than its claim's has.

    Such a figure speaks neither for nor against the claim. `languages` are the BCP 47 tags of the claim's
    statement and of the quote.
    """
    if stated.figure is None or stated.stance is Stance.MENTIONS:
        return None
    own, at = stated.figure.quantity, item.quote.at
    theirs = _told(item.quote.text, own, item.basis, languages[1])
    ours = _told(claim.statement.text, figure.quantity, None, languages[0])
    if ours.standing is None and claim.basis is not Basis.ACTUAL:
        is_said = theirs.standing is not None or item.basis is not None
        ours = _of_basis(claim.basis) if is_said else ours
    if theirs.standing == ours.standing and theirs.is_denied == ours.is_denied:
        return _conditional(claim, figure, item, own, languages)
    if theirs.standing is None:
        inherits = claim.basis is not Basis.ACTUAL or not _states_fact(item, languages[1])
        if ours.standing is Standing.OPEN and inherits:
            return None
        message = f"the claim says '{ours.word}' of '{figure.quantity.text}' and the quote does not, so they are not compared"
        hint = "quote the words that say it, or explain with 'because' what is meant"
        return diagnostic("scope-differs", at, message, hint=hint)
    if theirs.standing is Standing.UNDONE:
        message = f"the quote says '{theirs.word}' of '{own.text}', so its figure is not compared"
        hint = "list a denial under 'against', or explain with 'because' what is meant"
        return diagnostic("quote-denies", at, message, hint=hint)
    message = f"the quote says '{theirs.word}' of '{own.text}', so its figure is not compared"
    hint = "list the quote under 'mentions', or explain with 'because' what is meant"
    if theirs.standing is Standing.ASKED:
        message = (
            f"the quote asks about '{own.text}' and states nothing, so its figure is not compared"
        )
    if theirs.basis is not None:
        message = f"the quote says '{theirs.word}' but inherits the basis {claim.basis}, so its figure is not compared"
        hint = f"give the claim  basis: {theirs.basis}, or, if the words mean it, the item  basis: {claim.basis}"
    return diagnostic("scope-differs", at, message, hint=hint)


def _conditional(
    claim: Claim, figure: Figure, item: Item, own: Quantity, languages: tuple[str, str]
) -> Diagnostic | None:
    """Find a condition that a quote binds its figure to and its claim does not: "if the court agrees"."""
    stated = figure.quantity
    word = condition(item.quote.text, own.start, own.end, languages[1])
    if word is None or condition(claim.statement.text, stated.start, stated.end, languages[0]):
        return None
    message = f"the quote binds '{own.text}' to a condition ('{word}') and the claim does not, so they are not compared"
    hint = "say the condition in the claim too, or list the quote under 'mentions'"
    return diagnostic("scope-differs", item.quote.at, message, hint=hint)


def _told(text: str, quantity: Quantity, basis: Basis | None, language: str) -> _Told:
    """Give the standing of a figure in a text; an author who names its basis has read the words."""
    found = standing(text, quantity.start, quantity.end, language)
    if found is not None and found.standing is Standing.ASKED:
        return _Told(found.standing, found.word)
    word = denied(text, quantity.start, language)
    if word or (found is not None and found.standing is Standing.UNDONE):
        return _Told(Standing.UNDONE, word or (found.word if found else ""), is_denied=bool(word))
    if basis is not None:
        return _of_basis(basis)
    for one, words in leading_bases(text, quantity.start, language):
        told = _of_basis(one)
        if told.standing is not None or found is None:  # "estimated that it would cost" is open
            return told._replace(word=words, basis=one)
    return _Told(found.standing, found.word) if found else _Told(None)


def _of_basis(basis: Basis) -> _Told:
    return _Told(
        Standing.OPEN
        if basis in _AHEAD
        else None
        if basis in (Basis.ACTUAL, Basis.ESTIMATE)
        else basis,
        basis,
    )


def _states_fact(item: Item, language: str) -> bool:
    """Tell whether a quote says what is: a part of a sentence may well be of one that does not."""
    text = item.quote.text
    return states_fact(text, language) and not any(
        shows_basis(text, one, language) for one in _AHEAD
    )
