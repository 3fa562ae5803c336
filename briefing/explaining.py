"""Write the receipt of a claim for its author: the verdict, and what was read and compared, and why."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING, NamedTuple

from briefing import figures
from briefing.checks.digests import of_review
from briefing.judge.translation import heard
from briefing.language.messages import ENGLISH
from briefing.model.judged import Caveat, Reason
from briefing.report import inert, plain
from briefing.values import replace
from briefing.view import caveats, comparisons, days, numbers, reasons, receipts, words

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefing.diagnostics import Diagnostic
    from briefing.model.content import Claim, Item, Source
    from briefing.model.figures import Figure
    from briefing.model.judged import JudgedItem, Judgement
    from briefing.view import Site

    Paint = Callable[[str, str], str]

_WIDTH = 100
_LABEL = 10
"""Columns of the label before each paragraph."""


class _Read(NamedTuple):
    """A text in which figures are read, and its BCP 47 tag."""

    text: str
    language: str


def names(site: Site) -> tuple[str, ...]:
    """Return the ids that can be explained: of claims, former ones, and `claim/source`."""
    judgements = site.judged.judgements
    items = (f"{id_}/{item.source}" for id_, one in judgements.items() for item in one.claim.items)
    return (*judgements, *site.former, *items, *Reason, *Caveat)


def sources(site: Site, id_: str) -> tuple[str, ...] | None:
    """Return the sources that are quoted under a claim; None if there is no such claim."""
    judgement = site.judged.judgements.get(site.former.get(id_, id_))
    return (
        None if judgement is None else tuple(dict.fromkeys(i.source for i in judgement.claim.items))
    )


def rule(name: str) -> str | None:
    """Return what the name of a reason or a caveat means; None for any other word."""
    if name in set(Reason):
        return words.REASONS[Reason(name)].rule
    return caveats.CAVEATS[Caveat(name)][1] if name in set(Caveat) else None


def claim(site: Site, name: str, found: tuple[Diagnostic, ...], paint: Paint = plain) -> str | None:
    """Write the receipt of one of `names`, or of its items from one source: `claim/source`.

    None if there is no such claim or source. `found` are the findings of the project, and
    `paint(text, style)` is as for `report.text`.
    """
    id_, _, source = name.partition("/")
    judgement = site.judged.judgements.get(site.former.get(id_, id_))
    if judgement is None:
        return None
    written = judgement.claim
    if source and not any(item.source == source for item in written.items):
        return None
    named = words.voice_names(site.judged.voices, ENGLISH)
    site = replace(site, say=ENGLISH, voice_names=named)
    lines = [*_head(site, judgement, paint), *_receipt(site, judgement)]
    for item in judgement.items:
        if source in ("", item.written.source):
            lines += ["", *_item(site, judgement, item, paint)]
    for left_out in _uncounted(judgement):
        if source in ("", left_out.source):
            lines += ["", *_unjudged(left_out)]
    for one in _findings(site, written, found):
        lines += ["", *_finding(one, paint)]
    return "\n".join(lines) + "\n"


def _head(site: Site, judgement: Judgement, paint: Paint) -> Iterator[str]:
    settings, written = site.judged.content.settings, judgement.claim
    needed = settings.corroboration_voices
    yield paint(inert(f"{written.id}: {judgement.verdict} ({judgement.reason})"), "strong")
    yield paint(f"{inert(written.at.file)}:{written.at.line}", "place")
    yield from _wrapped("", written.statement.text)
    yield ""
    sentence = reasons.sentence(judgement, site.voice_names, needed, site.say)
    yield from _wrapped("because", sentence)
    yield from _figure_of_claim(judgement, settings.language)


def _wrapped(label: str, text: str) -> list[str]:
    """Break a paragraph into lines, with its label before the first."""
    margin = " " * (_LABEL if label else 2)
    first = f"{label:<{_LABEL}}" if label else margin
    return textwrap.wrap(
        inert(" ".join(text.split())), _WIDTH, initial_indent=first, subsequent_indent=margin,
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip


def _figure_of_claim(judgement: Judgement, language: str) -> Iterator[str]:
    figure, written = judgement.figure, judgement.claim
    if figure is None:
        why = "figure: none" if written.figure_none else "its statement gives none"
        yield from _wrapped("figure", f"none ({why}), so the lists 'for' and 'against' decide")
        return
    read = _Read(written.statement.text, language)
    if written.period is not None:
        whence = "as declared"
    else:
        whence = _in_words(read, figure, "the statement says %s") or "the statement names none"
    parts = [_interval(figure), f"{_period(figure)} ({whence})", f"basis {figure.basis}"]
    parts += _scope(figure.entity, figure.measure, figure.scope, figure.per)
    if figure.base:
        parts.append(f"change {comparisons.change(figure.base, ENGLISH)}")
    yield from _wrapped("figure", "; ".join(parts))


def _interval(figure: Figure) -> str:
    quantity = figure.quantity
    unit = f", for one {quantity.per}" if quantity.per else ""
    interval = numbers.interval(quantity, ENGLISH)
    return f"'{quantity.text}' stands for {interval}{unit} ({figures.width(quantity)})"


def _scope(
    entity: str | None, measure: str | None, scope: str | None, per: str | None
) -> list[str]:
    named = (("entity", entity), ("measure", measure), ("scope", scope), ("per", per))
    return [f"{name} {value}" for name, value in named if value]


def _period(figure: Figure) -> str:
    return f"period {days.period(figure.period, ENGLISH)}" if figure.period else "no period"


def _in_words(read: _Read, figure: Figure, told: str) -> str | None:
    """Quote the words that give a figure its period, or None."""
    mentions = figures.periods_of(read.text, figure.quantity, read.language)
    if not mentions:
        return None
    return told % " and ".join(f"'{one.words}'" for one in mentions)


def _item(site: Site, judgement: Judgement, item: JudgedItem, paint: Paint) -> Iterator[str]:
    """Write one item: its stance, its words, its figure as read, and why."""
    written, content = item.written, site.judged.content
    source = content.sources[written.source]
    who = [f"{written.source} (line {written.at.line})", f"voice: {site.voice_name(item.voice)}"]
    if item.speaker:
        who.append(f"relays {item.speaker}")
    elif item.origin is None:
        who.append("an unattributed repeat, no origin of its own")
    style = {"supports": "note", "disputes": "error"}.get(item.stance, "place")
    yield paint(f"{item.stance:<{_LABEL}}", style) + inert(", ".join(who))
    yield from _wrapped("  quote", written.quote.text)
    if item.figure is not None:
        yield from _figure_of_item(judgement, item, item.figure, source, content.settings.language)
    yield from _wrapped("  why", _why(site, judgement, item))
    if item.inferred or item.because:
        yield from _wrapped("  because", "; ".join(filter(None, (item.inferred, item.because))))


def _figure_of_item(
    judgement: Judgement, item: JudgedItem, figure: Figure, source: Source, own: str
) -> Iterator[str]:
    said, told = heard(item.written, source, own)
    read = _Read(said.quote.text, told.language)
    in_words = _in_words(read, figure, "its words say %s")
    is_same = judgement.figure is not None and figure.period == judgement.figure.period
    if item.written.period is not None:
        whence = f"written with it: {item.written.period.label}"
    else:
        whence = "; ".join(filter(None, ("as the claim" if is_same else "", in_words)))
    basis = "written with it" if item.written.basis else "as the claim"
    set_here = _scope(None, item.written.measure, item.written.scope, item.written.per)
    parts = [
        _interval(figure),
        _period(figure) + (f" ({whence})" if whence else ""),
        f"basis {figure.basis} ({basis})",
        *(f"{one} (written with it)" for one in set_here),
    ]
    if figure.base:
        parts.append(f"change {comparisons.change(figure.base, ENGLISH)}")
    yield from _wrapped("  figure", "; ".join(parts))


def _why(site: Site, judgement: Judgement, item: JudgedItem) -> str:
    """Say why an item has its stance, and why it does not count where it does not."""
    listed = f"listed under '{item.written.listed}'"
    if item.says_both:
        return words.SAYS_BOTH
    if item.comparison is not None and item.figure is not None and judgement.figure is not None:
        text = comparisons.compared(
            item.figure.quantity,
            judgement.figure.quantity,
            item.comparison,
            judgement.claim.rate,
            site.judged.content.settings.entities,
            ENGLISH,
        )
        return f"{text}; {listed}" if item.written.listed != "quotes" else text
    if judgement.figure is None or item.written.listed != "quotes":
        return listed
    return "none of its figures is compared; the findings below say why"


def _uncounted(judgement: Judgement) -> Iterator[Item]:
    """Yield the items that an error keeps from being judged."""
    held = {item.written.at for item in judgement.items}
    yield from (item for item in judgement.claim.items if item.at not in held)


def _unjudged(item: Item) -> Iterator[str]:
    yield inert(f"{'left out':<{_LABEL}}{item.source} (line {item.at.line})")
    yield from _wrapped("  quote", item.quote.text)
    yield from _wrapped("  why", "it does not count until the finding below is fixed")


def _receipt(site: Site, judgement: Judgement) -> Iterator[str]:
    held = receipts.receipt(site, judgement)
    yield from _wrapped("rule", held.rule)
    derivation = judgement.derivation
    if derivation is not None:
        yield from _wrapped("formula", derivation.formula)
        yield from _wrapped("working", numbers.working(derivation.computed.working))
        for one in derivation.inputs:
            origin = f"{one.claim}/{one.source}" if one.source else one.claim
            yield from _wrapped("input", f"{one.name}: {origin}, {_interval(one.figure)}")
    for label, text in (
        ("for", held.counted_for),
        ("against", held.counted_against),
        ("counts", held.counts or ""),
        ("hangs on", held.hangs_on),
        ("flips", " ".join(held.flips)),
        ("articles", held.articles if held.echo_gap else ""),
    ):
        yield from _wrapped(label, text) if text else ()
    review = judgement.claim.reviewed
    digest = of_review(judgement.claim, site.judged.articles)
    if review is None:
        yield from _wrapped(
            "review", f"none; to record one:  reviewed: {{by: …, on: …, digest: {digest}}}"
        )
    elif review.digest == digest:
        yield from _wrapped("review", f"by {review.by} on {review.on}")
    for caveat in judgement.caveats:
        yield from _wrapped("caveat", f"{caveat}: {caveats.CAVEATS[caveat][1]}")


def _findings(site: Site, of: Claim, found: tuple[Diagnostic, ...]) -> Iterator[Diagnostic]:
    """Yield the findings between a claim's first line and that of the next claim of its file."""
    content = site.judged.content
    places = (*(one.at for one in content.claims.values()), *content.unread_at)
    starts = [at.line for at in places if at.file == of.at.file]
    end = min((line for line in starts if line > of.at.line), default=None)
    for one in found:
        inside = one.at.file == of.at.file and one.at.line >= of.at.line
        if inside and (end is None or one.at.line < end):
            yield one


def _finding(one: Diagnostic, paint: Paint) -> Iterator[str]:
    yield paint(f"{one.severity}[{one.code}]", one.severity) + f" line {one.at.line}"
    yield from _wrapped("", one.message)
    if one.hint:
        yield from _wrapped("  help", one.hint)
