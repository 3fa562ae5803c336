"""Read one claim of a claims file, and the quotes listed under it."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, NamedTuple, TypeVar

from briefing.diagnostics import Diagnostic, Span, diagnostic
from briefing.figures import parse_period
from briefing.load.grounds import widen_pair
from briefing.load.ids import as_kebab, check_id
from briefing.load.keys import AboutForm, ClaimForm, ItemForm
from briefing.load.rates import read_rate
from briefing.load.reasons import check_reasons, reasons, widen_because
from briefing.load.reviews import read_review
from briefing.load.settings import is_date
from briefing.load.sources import at_key, refuse_cut, widen_list
from briefing.located import Node, decode, rewritten, salvage
from briefing.model.content import Claim, Input, Item, Listed
from briefing.model.figures import Basis
from briefing.model.periods import PeriodProblem

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefing.model.content import Entity, Words
    from briefing.model.periods import Period

LISTS: tuple[Listed, ...] = ("quotes", "for", "against", "mentions")
_LONG = frozenset({
    "source", "quote", "translation", "figure", "period", "measure", "scope", "basis", "per",
    "because", "attributed_to", "prefix", "suffix", "outside_body", "first_hand", "head",
})  # fmt: skip
_SHORT = "write  source-id: words"
NO_FIGURE = "none"
T = TypeVar("T")

About = tuple[AboutForm, Node | None]
"""What the claims of a file have in common, and where that is written."""


class _Read(NamedTuple):
    """What was read of one claim."""

    claim: Claim | None
    unread: frozenset[str]
    aliases: tuple[tuple[str, Span], ...]
    found: tuple[Diagnostic, ...]


def read_claim(
    key: Node, node: Node, topic: str, about: About, entities: Mapping[str, Entity]
) -> _Read:
    """Read a claim from its key and value; `topic` and `about` are those of its file."""
    reader = _ClaimReader(key, node, topic, about, entities)
    claim = reader.read()
    ill_named = tuple(check_id(key.text, key.at))
    unread = reader.unread if claim else {*reader.unread, key.text}
    if ill_named:
        unread = {*unread, as_kebab(key.text)}  # what narratives may call it already
    return _Read(claim, frozenset(unread), tuple(reader.aliases), (*ill_named, *reader.found))


class _ClaimReader:
    """Read one claim and collect its mistakes."""

    def __init__(
        self,
        key: Node,
        node: Node,
        topic: str,
        about: About,
        entities: Mapping[str, Entity],
    ) -> None:
        self.key = key
        self.node = at_key(rewritten(node, {"aliases": widen_list}), key)
        self.topic = topic
        self.common, self.about = about
        self.entities = entities
        self.found: list[Diagnostic] = []
        self.unread: set[str] = set()
        self.aliases: list[tuple[str, Span]] = []

    def read(self) -> Claim | None:
        form, wrong = decode(self.node, ClaimForm)
        self.found.extend(wrong)
        if form is None:
            rest = salvage(self.node, ClaimForm)
            if rest is not None:
                self._check_ids(rest)
                self._claim(rest)
            return None
        torn = tuple(refuse_cut(self.node.get("claim"), self.node.get("figure")))
        self.found.extend(torn)
        if torn:
            return None
        self._check_ids(form)
        return self._claim(form)

    def _claim(self, form: ClaimForm) -> Claim:
        about = self.common
        statement, figure = map(self.node.get, ("claim", "figure"))
        rate, misrated = read_rate(self.node.get("rate"), form.rate)
        reviewed, misdated = read_review(self.node.get("reviewed"), form.reviewed)
        self.found.extend((*misrated, *misdated))
        entity = _first(form.entity, about.entity)
        return Claim(
            id=self.key.text,
            at=self.key.at,
            topic=form.topic or self.topic,
            statement=statement.words if statement else self.key.words,
            figure=None if form.figure in (None, NO_FIGURE) or not figure else figure.words,
            figure_none=form.figure == NO_FIGURE,
            kind=_first(form.kind, about.kind),
            entity=entity,
            measure=_first(form.measure, about.measure),
            period=self._period(_first(form.period, about.period), self.node, entity),
            scope=_first(form.scope, about.scope),
            basis=Basis(_first(form.basis, about.basis) or "actual"),
            per=_first(form.per, about.per),
            origin=_first(form.origin, about.origin),
            key=form.key,
            note=form.note,
            review_by=form.review_by,
            aliases=form.aliases,
            rate=rate,
            formula=_words(self.node.get("formula")),
            inputs=tuple(self._inputs()),
            items=tuple(self._items(entity)),
            reviewed=reviewed,
            keys_at=MappingProxyType(
                {name: self.node.key_at(name) for name in LISTS if self.node.get(name)}
            ),
        )

    def _inputs(self) -> Iterator[Input]:
        """Read the inputs of a formula; each needs the other."""
        formula, inputs = self.node.get("formula"), self.node.get("inputs")
        if (formula is None) != (inputs is None or not inputs.keys):
            missing = "formula" if formula is None else "inputs"
            message = f"missing key '{missing}': a formula and its inputs go together"
            self.found.append(diagnostic("missing-key", self.key.at, message))
        for name, value in inputs.entries() if inputs else ():
            claim, _, source = value.text.partition("/")
            yield Input(name.text, claim.strip(), source.strip() or None, value.at)

    def _items(self, entity: str | None) -> Iterator[Item]:
        for name in LISTS:
            held = self.node.get(name)
            for element in held.elements() if held else ():
                node = rewritten(widen_pair(element, _LONG), {"because": widen_because})
                self.found.extend(check_reasons(node))
                item = self._item(node, name, entity)
                if item is not None:
                    yield item

    def _item(self, node: Node, listed: Listed, entity: str | None) -> Item | None:
        neither = _neither_form(node)
        if neither is not None:
            self.found.append(neither)
            self.unread.update(f"{self.key.text}/{key}" for key in node.keys)
            return None
        form, wrong = decode(node, ItemForm)
        self.found.extend(wrong)
        source, quote, period = map(node.get, ("source", "quote", "period"))
        if form is None or source is None or quote is None:
            if source is not None:
                self.unread.add(f"{self.key.text}/{source.text}")
            return None
        torn = tuple(refuse_cut(quote, *map(node.get, ("figure", "prefix", "suffix", "head"))))
        self.found.extend(torn)
        if torn:
            self.unread.add(f"{self.key.text}/{source.text}")
            return None
        return Item(
            at=quote.at,
            source=form.source,
            source_at=source.at,
            quote=quote.words,
            listed=listed,
            translation=_words(node.get("translation")),
            figure=_words(node.get("figure")),
            period=self._period(form.period, node, entity),
            period_at=period.at if period else None,
            measure=form.measure,
            scope=form.scope,
            basis=Basis(form.basis) if form.basis else None,
            per=form.per,
            because=reasons(node),
            attributed_to=form.attributed_to,
            prefix=_words(node.get("prefix")),
            suffix=_words(node.get("suffix")),
            outside_body=form.outside_body,
            first_hand=form.first_hand,
            head=_words(node.get("head")),
        )

    def _period(self, label: str | None, node: Node, entity: str | None) -> Period | None:
        if label is None:
            return None
        known = self.entities.get(entity) if entity else None
        parsed = parse_period(label, known.fiscal_year_end if known else None)
        if not isinstance(parsed, PeriodProblem):
            return parsed
        if parsed.needs_calendar and entity and self.entities and known is None:
            return None  # that the entity is unknown says enough
        held = node.get("period") or (self.about.get("period") if self.about else None)
        at = held.at if held else self.key.at
        hint = (
            "declare the entity's fiscal_year_end in briefing.yaml, or write calendar dates"
            if parsed.needs_calendar
            else "write 2024-Q4, 2024-H1, 2024, 2024-12, 2025/2028, FY2025-Q4, or unknown"
        )
        self.found.append(diagnostic("bad-period", at, parsed.reason, hint=hint))
        return None

    def _check_ids(self, form: ClaimForm) -> None:
        held = self.node.get("aliases")
        texts = (one for one in (held.elements() if held else ()) if one.text)
        for element in texts:
            self.aliases.append((element.text, element.at))
            self.found.extend(check_id(element.text, element.at))
        if form.review_by is not None and not is_date(form.review_by):
            node = self.node.get("review_by")
            at = node.at if node else self.key.at
            said = f"invalid date '{form.review_by}'"
            self.found.append(diagnostic("bad-date", at, said, hint="write 2025-02-24"))


def _neither_form(node: Node) -> Diagnostic | None:
    """Return a diagnostic for an item that is neither `source-id: words` nor the long form."""
    if node.get("source") or node.get("quote"):
        return None
    if node.text:
        return diagnostic("bad-value", node.at, "these words need a source", hint=_SHORT)
    if not node.value:
        return diagnostic("bad-value", node.at, "this item is empty", hint=_SHORT)
    other = next((key for key, _ in node.entries() if key.text not in _LONG), None)
    if other is None:
        return None
    message = "an item with more than one key needs 'source' and 'quote'"
    hint = f"write  source: {other.text}  and put its words under  quote:"
    return diagnostic("bad-value", other.at, message, hint=hint)


def _first(*values: T | None) -> T | None:
    return next((one for one in values if one is not None), None)


def _words(node: Node | None) -> Words | None:
    return node.words if node is not None and node.value is not None else None
