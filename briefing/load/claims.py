"""Read `content/claims/*.yaml`: the claims and the quotes listed under each."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.diagnostics import Diagnostic, Span, diagnostic
from briefing.load.claim_entry import read_claim
from briefing.load.keys import ClaimsForm
from briefing.located import decode, parse
from briefing.model.content import Claim
from briefing.units import anew, kept, nested
from briefing.values import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.located import Node
    from briefing.model.content import Entity
    from briefing.units import Units


@dataclass(frozen=True, slots=True)
class ClaimsFile:
    """The contents of one claims file."""

    claims: tuple[Claim, ...]
    declared: tuple[tuple[str, Span], ...]
    """Every claim's id and place, including unreadable claims."""
    unread: frozenset[str]
    """Ids of claims, and `claim/source` of items, that could not be read."""
    topics: tuple[tuple[str, Span], ...]
    """Every topic that the file names, and where."""
    entities: tuple[tuple[str, Span], ...]
    """Every entity that the file names, and where."""
    aliases: tuple[tuple[str, Span], ...]
    """Every former id of a claim, and its place."""
    found: tuple[Diagnostic, ...]
    readable: bool = True
    """False if some of its ids are unknown.

    It cannot be read, the key `claims` is misspelt, or of two claims with one id the second is left out.
    """


@kept(lambda: ClaimsFile)
@nested
def read_claims(
    text: str, file: str, entities: Mapping[str, Entity], unit: Units = anew
) -> ClaimsFile:
    """Read the text of a claims file into claims, each with its items in the author's order.

    Each claim is a unit.
    """
    root, found = parse(text, file)
    nothing = ClaimsFile((), (), frozenset(), (), (), (), found)
    if root is None:
        return replace(nothing, readable=False)
    if not text.strip() or not root.value:
        return replace(nothing, found=(*found, _empty(Span(file))))
    form, wrong = decode(root, ClaimsForm)
    held = root.get("claims")
    entries = tuple(held.entries()) if held else ()
    if form is None:
        names = tuple((key.text, key.at) for key, _ in entries)
        return replace(nothing, declared=names, unread=frozenset(n for n, _ in names),
                       found=(*found, *wrong))  # fmt: skip
    none = () if entries or wrong else (_empty(root.key_at("claims")),)
    mistakes = [*found, *wrong, *none]
    claims: list[Claim] = []
    unread: set[str] = set()
    aliases: list[tuple[str, Span]] = []
    about = form.about, root.get("about")
    for key, node in entries:
        name = ("claim in", file, key.text)
        read = unit(name, read_claim, key, node, form.topic, about, entities)
        mistakes.extend(read.found)
        unread.update(read.unread)
        aliases.extend(read.aliases)
        if read.claim is not None:
            claims.append(read.claim)
    return ClaimsFile(
        tuple(claims),
        tuple((key.text, key.at) for key, _ in entries),
        frozenset(unread),
        _named("topic", root, *(node for _, node in entries)),
        _named("entity", root.get("about"), *(node for _, node in entries)),
        tuple(aliases),
        tuple(mistakes),
        readable=(bool(entries) or not wrong) and not _leaves_out(found),
    )


def _named(key: str, *nodes: Node | None) -> tuple[tuple[str, Span], ...]:
    """Return what some mappings name under a key, and where."""
    held = (node.get(key) for node in nodes if node is not None)
    return tuple((node.text, node.at) for node in held if node is not None and node.text)


def _leaves_out(found: tuple[Diagnostic, ...]) -> bool:
    return any(one.code == "duplicate-key" for one in found)


def _empty(at: Span) -> Diagnostic:
    return diagnostic("empty-claims", at, "no claims in this file")
