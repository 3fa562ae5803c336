"""Write what moved: for a person at a terminal, for a pull request, and for programs."""

from __future__ import annotations

import json
import textwrap
from dataclasses import asdict
from typing import TYPE_CHECKING

from briefing.report import inert, inert_markdown, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from briefing.differing.comparing import ClaimMove, Difference

    Paint = Callable[[str, str], str]

_WIDTH = 100
_STYLES = {"new": "note", "gone": "warning", "changed": "place"}


def summary(difference: Difference) -> str:
    """Count what moved in one line: `1 verdict moved, 2 claims new`."""
    claims, sources = difference.claims, difference.sources
    quotes = [quote for claim in claims for quote in claim.quotes]
    figures = sum(len(claim.figures) for claim in claims)
    counts = (
        (sum(claim.moved for claim in claims), "verdict", "moved"),
        (sum(claim.what == "new" for claim in claims), "claim", "new"),
        (sum(claim.what == "gone" for claim in claims), "claim", "gone"),
        (sum(claim.former is not None for claim in claims), "statement", "reworded"),
        (sum(quote.before is None for quote in quotes), "quote", "new"),
        (sum(quote.after is None for quote in quotes), "quote", "gone"),
        (sum(None not in (one.before, one.after) for one in quotes), "stance", "moved"),
        (figures, "figure", "read differently"),
        (len(sources), "article", "changed, new or gone"),
    )
    told = [f"{count} {noun}{'s' * (count != 1)} {how}" for count, noun, how in counts if count]
    return ", ".join(told) or "nothing moved"


def as_text(difference: Difference, paint: Paint = plain) -> str:
    """Write what moved for a terminal, moved verdicts first."""
    lines = [paint(summary(difference), "strong")]
    for claim in difference.claims:
        style = "error" if claim.moved else _STYLES[claim.what]
        lines += ["", f"{paint(_headline(claim), style)}  {inert(claim.id)}  {inert(claim.place)}"]
        lines += _wrapped(claim.statement, "  ")
        lines += [line for part in _details(claim) for line in _wrapped(part, "    ")]
    for source in difference.sources:
        lines += ["", f"{paint(source.what, _STYLES[source.what])}  article {inert(source.id)}"]
    return "\n".join(lines) + "\n"


def _wrapped(text: str, margin: str) -> list[str]:
    return textwrap.wrap(
        inert(" ".join(text.split())), _WIDTH, initial_indent=margin, subsequent_indent=margin,
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip


def _headline(claim: ClaimMove) -> str:
    if claim.moved:
        return f"{claim.before} → {claim.after}"
    return claim.what if claim.what == "changed" else f"{claim.what}, {claim.after or claim.before}"


def _details(claim: ClaimMove) -> Iterator[str]:
    if claim.former is not None:
        yield f"was: {claim.former}"
    old, new = claim.reasons
    if claim.what == "changed" and old != new:
        yield f"why: {old} → {new}"
    for quote in claim.quotes:
        sign = "+" if quote.before is None else "-" if quote.after is None else "~"
        stance = " → ".join(one for one in (quote.before, quote.after) if one)
        yield f"{sign} {quote.source} {stance}: {quote.quote}"
    for figure in claim.figures:
        whose = figure.source or "the claim"
        yield f"figure of {whose}: {figure.before or 'none'} → {figure.after or 'none'}"


def as_markdown(difference: Difference) -> str:
    """Write what moved for a pull request: a table, and the details folded away."""
    lines = [f"### briefing: {inert_markdown(summary(difference))}", ""]
    if difference.claims:
        lines += ["| claim | verdict | what moved |", "|---|---|---|"]
        lines += [
            f"| {' | '.join(map(inert_markdown, _row(claim)))} |" for claim in difference.claims
        ]
    if difference.sources:
        told = (f"{one.id} ({one.what})" for one in difference.sources)
        lines += ["", f"Articles: {inert_markdown(', '.join(told))}"]
    details = [line for claim in difference.claims for line in _folded(claim)]
    if details:
        lines += [
            "",
            "<details><summary>Quotes and figures</summary>",
            "",
            *details,
            "",
            "</details>",
        ]
    return "\n".join(lines) + "\n"


def _row(claim: ClaimMove) -> Sequence[str]:
    counts = (
        (sum(one.before is None for one in claim.quotes), "quotes new"),
        (sum(one.after is None for one in claim.quotes), "quotes gone"),
        (sum(None not in (one.before, one.after) for one in claim.quotes), "stances moved"),
        (len(claim.figures), "figures read differently"),
        (int(claim.former is not None), "statement reworded"),
    )
    moved = ", ".join(f"{how}: {count}" for count, how in counts if count)
    return f"{claim.id}: {claim.statement}", _headline(claim), moved


def _folded(claim: ClaimMove) -> Iterator[str]:
    details = list(_details(claim))
    if details:
        yield f"- {inert_markdown(claim.id)}"
        yield from (f"  - {inert_markdown(one)}" for one in details)


def as_json(difference: Difference, before: str, after: str) -> str:
    """Write what moved for programs; `before` and `after` name the two states."""
    claims = []
    for one in difference.claims:
        held = asdict(one)
        old, new = held.pop("reasons")
        claims.append({**held, "reason_before": old, "reason_after": new})
    sources = [asdict(one) for one in difference.sources]
    content = {"version": 1, "from": before, "to": after, "claims": claims, "sources": sources}
    return json.dumps(content, ensure_ascii=False, indent=1) + "\n"
