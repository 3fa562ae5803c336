"""Say what moved between two judged states of a briefing."""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from briefing.model.verdict import Verdict
from briefing.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefing.model.figures import Figure
    from briefing.model.judged import Judged, JudgedItem, Judgement

    What = Literal["new", "gone", "changed"]


@dataclass(frozen=True, slots=True)
class QuoteMove:
    """A quote that came or went, or that does something else to its claim."""

    source: str
    quote: str
    before: str | None
    """Its stance before; None if it is new."""
    after: str | None
    """None if it is gone."""


@dataclass(frozen=True, slots=True)
class FigureMove:
    """A figure that is read differently: of the claim, or of a quote of a source."""

    source: str | None
    before: str | None
    """Its words and, where these stay, its period or basis; None if none was read."""
    after: str | None


@dataclass(frozen=True, slots=True)
class ClaimMove:
    """A claim in which something moved."""

    id: str
    what: What
    place: str
    """File and line, in the later state that has it."""
    statement: str
    former: str | None
    """The statement before, if it was another."""
    before: Verdict | None
    after: Verdict | None
    reasons: tuple[str | None, str | None]
    quotes: tuple[QuoteMove, ...]
    figures: tuple[FigureMove, ...]

    @property
    def moved(self) -> bool:
        """Whether its verdict is another."""
        return None not in (self.before, self.after) and self.before is not self.after


@dataclass(frozen=True, slots=True)
class SourceMove:
    """An article that came, went, or has other bytes."""

    id: str
    what: What


@dataclass(frozen=True, slots=True)
class Difference:
    """What moved between two states: claims by weight, then sources by id."""

    claims: tuple[ClaimMove, ...]
    sources: tuple[SourceMove, ...]


def compare(before: Judged, after: Judged) -> Difference:
    """Compare two states; a claim is the same under a former id that it names as an alias."""
    ids = _same(before, after)
    claims = [
        move
        for id_, judgement in after.judgements.items()
        if (move := _claim(before.judgements.get(ids.get(id_, id_)), judgement)) is not None
    ]
    held = {ids.get(id_, id_) for id_ in after.judgements}
    claims += [_gone(one) for id_, one in before.judgements.items() if id_ not in held]
    claims.sort(key=_weight)
    return Difference(tuple(claims), tuple(_sources(before, after)))


def _same(before: Judged, after: Judged) -> Mapping[str, str]:
    """Return the former id of each claim that had another."""
    return {
        id_: alias
        for id_, one in after.judgements.items()
        for alias in one.claim.aliases
        if id_ not in before.judgements and alias in before.judgements
    }


def _weight(move: ClaimMove) -> tuple[int, int, str]:
    """Put moved verdicts first, of these the disputed ones; then new claims, gone ones, others."""
    if move.moved:
        return 0, 0 if move.after is Verdict.DISPUTED else 1, move.id
    return {"new": 1, "gone": 2, "changed": 3}[move.what], 0, move.id


def _claim(before: Judgement | None, after: Judgement) -> ClaimMove | None:
    quotes = tuple(_quotes(before.items if before else (), after.items))
    if before is None:
        return _move("new", after, None, after.verdict, quotes)
    figures = tuple(_figures(before, after))
    former = before.claim.statement.text
    unsaid = former == after.claim.statement.text
    is_same = (before.verdict, before.reason) == (after.verdict, after.reason)
    if is_same and unsaid and not quotes and not figures:
        return None
    return ClaimMove(
        after.claim.id,
        "changed",
        _place(after),
        after.claim.statement.text,
        None if unsaid else former,
        before.verdict,
        after.verdict,
        (before.reason, after.reason),
        quotes,
        figures,
    )


def _gone(before: Judgement) -> ClaimMove:
    return _move("gone", before, before.verdict, None, tuple(_quotes(before.items, ())))


def _move(
    what: What,
    of: Judgement,
    before: Verdict | None,
    after: Verdict | None,
    quotes: tuple[QuoteMove, ...],
) -> ClaimMove:
    reasons = (of.reason if before else None, of.reason if after else None)
    claim = of.claim
    return ClaimMove(
        claim.id, what, _place(of), claim.statement.text, None, before, after, reasons, quotes, ()
    )


def _place(of: Judgement) -> str:
    return f"{of.claim.at.file}:{of.claim.at.line}"


def _quotes(before: tuple[JudgedItem, ...], after: tuple[JudgedItem, ...]) -> Iterator[QuoteMove]:
    ours, theirs = _by_words(before), _by_words(after)
    for key in (*theirs, *(key for key in ours if key not in theirs)):
        old, new = ours.get(key), theirs.get(key)
        if old is None or new is None or old.stance is not new.stance:
            stances = old.stance.value if old else None, new.stance.value if new else None
            yield QuoteMove(*key, *stances)


def _by_words(items: tuple[JudgedItem, ...]) -> dict[tuple[str, str], JudgedItem]:
    return {(one.written.source, " ".join(one.written.quote.text.split())): one for one in items}


def _figures(before: Judgement, after: Judgement) -> Iterator[FigureMove]:
    """Yield the figures that are read differently, of the claim and of quotes that stayed."""
    ours, theirs = _by_words(before.items), _by_words(after.items)
    kept = [(key[0], ours[key].figure, one.figure) for key, one in theirs.items() if key in ours]
    pairs: list[tuple[str | None, Figure | None, Figure | None]]
    pairs = [(None, before.figure, after.figure), *kept]
    for source, old, new in pairs:
        if _told(old) != _told(new):
            yield FigureMove(source, _told(old), _told(new))


def _told(figure: Figure | None) -> str | None:
    """Say what a figure is: its words, and all that it may be compared by."""
    if figure is None:
        return None
    period = figure.period.label if figure.period else None
    parts = (period, figure.basis, figure.measure, figure.entity, figure.scope, figure.per)
    return f"{figure.quantity.text} ({', '.join(part for part in parts if part)})"


def _sources(before: Judged, after: Judged) -> Iterator[SourceMove]:
    for id_ in sorted({*before.articles, *after.articles}):
        old, new = before.articles.get(id_), after.articles.get(id_)
        if old is None or new is None:
            yield SourceMove(id_, "new" if old is None else "gone")
        elif old.sha256 != new.sha256:
            yield SourceMove(id_, "changed")
