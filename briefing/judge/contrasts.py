"""Hold a quote to its claim by the words in which alone they part: wheat and maize, voters and members."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.diagnostics import Diagnostic, diagnostic
from briefing.figures import Parting, contrast
from briefing.model.figures import Obstacle, Part, QuantityKind

if TYPE_CHECKING:
    from briefing.figures import Contrast
    from briefing.model.content import Claim, Item
    from briefing.model.figures import Figure

_EXPLAIN = "quote words about the same thing, or explain with 'because' that they mean the same"
_HINT = "quote words about the same thing, or list the quote under 'mentions'"


def other_wording(
    claim: Claim,
    figure: Figure,
    item: Item,
    own: Figure,
    languages: tuple[str, str],
    *,
    differs: bool,
) -> tuple[Obstacle | None, Diagnostic] | None:
    """Find the words by which a quote's figure is of another thing than its claim's.

    With an obstacle nothing else parts them, and the figures are not compared; without one they may still be
    of the same thing, and are. `differs` tells whether the two figures do. `languages` are the BCP 47 tags of the claim and of the item. An author who says what is
    meant, by a scope, a measure or a `because`, has read the words.
    """
    if len({tag.partition("-")[0] for tag in languages}) > 1:
        return None
    if claim.scope or item.scope or item.measure or item.because:
        return None
    texts = (claim.statement.text, item.quote.text)
    quantities = (figure.quantity, own.quantity)
    found = contrast(texts, quantities, languages[0], differs=differs)
    if found is None:
        return None
    if own.quantity.kind is QuantityKind.DURATION and not found.is_all:
        return None
    message = _message(found)
    if found.is_all:
        obstacle = Obstacle(Part.MEASURE, found.claim, found.quote)
        return obstacle, diagnostic("scope-differs", item.quote.at, message, hint=_HINT)
    return None, diagnostic("wording-differs", item.quote.at, message, hint=_EXPLAIN)


def _message(found: Contrast) -> str:
    if found.parting is Parting.TURNED:
        return f"the quote turns round what the claim says of '{found.claim}' and '{found.quote}'"
    if found.parting is Parting.MORE:
        return f"the quote says '{found.quote}' of its figure, and the claim does not"
    if found.parting is Parting.LESS:
        return f"the claim says '{found.claim}' of its figure, and the quote does not"
    return f"the quote says '{found.quote}' where the claim says '{found.claim}'"
