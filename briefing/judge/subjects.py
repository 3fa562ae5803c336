"""Tell apart figures of two subjects, and of a whole and a part, by the words beside them.

A quote that names another declared entity before its figure, and not the one that its claim is about, gives
the other's figure. A figure "excluding its airline", "in Europe alone" or "in Europe" is of less than one without the
words, and one of two firms "together" is of more. A quote need not say again where its claim is about.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.diagnostics import Diagnostic, diagnostic
from briefing.figures import is_adding, is_beside, is_joined, narrowing, places, wholes
from briefing.model.figures import Obstacle, Part, QuantityKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefing.model.content import Claim, Entity, Item
    from briefing.model.figures import Figure

_LEAD = re.compile(r"(?:.*[.,;:!?。，；：！？]\s*)?(?:[^\W\d_]\S*\s+){0,3}\S{0,4}", re.DOTALL)
"""What may lead a clause up to its subject: "Its larger rival", "Last year", “去年竞争对手”."""
_BRACKETS = re.compile(r"\s*\(([^)]*)\)")
_BY_NAME = frozenset(
    {
        "core",
        "non-GAAP",
        "organic",
        "real",
        "at constant currency",
        "without VAT",
        "before tax",
        "after tax",
        "total",
    }
)
"""Sides of variants that leave something out or count it in, whatever words say so."""
_LEAST = 3
"""How many letters a word of a name has at least to name it by itself; Chinese needs two."""


def other_subject(
    claim: Claim, item: Item, own: Figure, entities: Mapping[str, Entity], language: str
) -> tuple[Obstacle, Diagnostic] | None:
    """Find another declared entity that a quote gives its figure of.

    Only claims that say whom they are about, by an entity that is declared, are held to it. The other
    comes before the figure, where the claim's own entity does not, or begins a clause before it.
    `language` is the BCP 47 tag of the quote.
    """
    about = entities.get(claim.entity or "")
    if about is None or item.scope is not None:
        return None
    spoken = (*_names(about), *about.speakers)
    words = {word for name in spoken for word in _words(name)}
    text = item.quote.text[: own.quantity.start]
    at = min((one.start() for word in words for one in _named(word, text)), default=len(text))
    for other in entities.values():
        names = tuple(_names(other))
        shared = words.intersection(word for name in names for word in _words(name))
        if other is about or shared or _is_in(names, claim):
            continue
        told = [one.start() for name in names for one in _named(name, text)]
        absent = at == len(text) and any(not is_beside(text, one, language) for one in told)
        joint = any(is_joined(text, one, spoken, language) for one in told)
        if absent or joint or any(one < at and _LEAD.fullmatch(text, 0, one) for one in told):
            message = (
                f"the quote gives the figure of {other.name}, and the claim is about {about.name}"
            )
            hint = "list the quote under 'mentions', or explain with 'because' whose figure it is"
            found = diagnostic("scope-differs", item.quote.at, message, hint=hint)
            return Obstacle(Part.ENTITY, about.id, other.id), found
    return None


def narrowed(
    claim: Claim, figure: Figure, item: Item, own: Figure, languages: tuple[str, str]
) -> tuple[Obstacle, Diagnostic] | None:
    """Find words that narrow one figure of two to a part, where the other has no such words.

    `languages` are the BCP 47 tags of the claim and of the item. Figures that words call by one name,
    as inflation "excluding food and energy" is core inflation, are of one thing however they put it.
    """
    if (
        claim.scope is not None
        or item.scope is not None
        or _BY_NAME.intersection(side for _, side in {*figure.variants} & {*own.variants})
    ):
        return None
    ours, theirs = (
        narrowing(text, one.quantity.start, one.quantity.end, language)
        for text, one, language in zip(
            (claim.statement.text, item.quote.text), (figure, own), languages, strict=True
        )
    )
    if ours == theirs:
        ours, theirs = None, _placed(claim, item, own, languages)
    is_told = ours is not None and theirs is not None
    is_alike = is_told and len(set(map(is_adding, (ours or "", theirs or ""), languages))) == 1
    if ours == theirs or is_alike:
        return None
    side, other = ("the quote", "the claim") if theirs else ("the claim", "the quote")
    message = f"{side} says '{theirs or ours}' of its figure, and {other} does not"
    if is_told:
        message = f"the quote says '{theirs}' of its figure, and the claim '{ours}'"
    hint = "say the same in both, or list the quote under 'mentions'"
    found = diagnostic("scope-differs", item.quote.at, message, hint=hint)
    return Obstacle(Part.SCOPE, ours, theirs), found


def _placed(claim: Claim, item: Item, own: Figure, languages: tuple[str, str]) -> str | None:
    """Find words that place the figure of an item, or narrow its whole, where its claim has none such."""
    text, said = item.quote.text, claim.statement.text.casefold()
    language, spoken = languages[1], languages[0].partition("-")[0]
    is_translated = language.partition("-")[0] != spoken
    start, end = own.quantity.start, own.quantity.end
    found = [*places(text, start, end, language, is_translated=is_translated)]
    if own.quantity.kind is QuantityKind.PERCENT:
        found += wholes(text, own.quantity.end, language)
    return next((words for words, name in found if name.casefold() not in said), None)


def _names(entity: Entity) -> Iterator[str]:
    """Give the name of an entity, and what it has in brackets by itself."""
    yield _BRACKETS.sub("", entity.name)
    yield from _BRACKETS.findall(entity.name)


def _words(name: str) -> set[str]:
    """Give the words of a name that can stand for it."""
    held = name.split()
    long = {word.casefold() for word in held if len(word) >= _LEAST or not word.isascii()}
    return long or {name.casefold()}


def _named(name: str, text: str) -> Iterator[re.Match[str]]:
    edges = (r"(?<!\w)", r"(?!\w)") if name.isascii() else ("", "")
    return re.finditer(f"{edges[0]}{re.escape(name)}{edges[1]}", text, re.IGNORECASE)


def _is_in(names: tuple[str, ...], claim: Claim) -> bool:
    return any(next(_named(name, claim.statement.text), None) for name in names)
