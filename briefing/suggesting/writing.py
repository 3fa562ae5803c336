"""Write suggestions for a terminal, each with the YAML to paste."""

from __future__ import annotations

import textwrap
from typing import TYPE_CHECKING

from briefing.located import scalar
from briefing.report import inert, plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from briefing.model.content import Claim
    from briefing.suggesting.passages import Passage
    from briefing.suggesting.work import Open, Spoken, Unclaimed

    Paint = Callable[[str, str], str]

_WIDTH = 100


def of_claim(claim: Claim, found: tuple[Spoken, ...], paint: Paint = plain) -> str:
    """Write the passages that seem to speak to a claim."""
    lines = [*_claim(claim, paint), ""]
    if not found:
        lines.append("no other passage shares enough with it")
    else:
        lines.append(_where(claim))
    for one in found:
        lines += ["", *_spoken(one, paint)]
    return "\n".join(lines) + "\n"


def of_all(opened: tuple[Open, ...], unclaimed: tuple[Unclaimed, ...], paint: Paint = plain) -> str:
    """Write the claims on one voice, then the sentences that no claim covers."""
    lines: list[str] = []
    if opened:
        lines.append(paint("Claims with one voice that another may speak to", "strong"))
    for one in opened:
        lines += ["", *_claim(one.claim, paint), _where(one.claim)]
        for passage in one.passages:
            lines += ["", *_spoken(passage, paint)]
    if unclaimed:
        lines += [""] * bool(lines)
        lines.append(paint("Sentences that no claim covers", "strong"))
        lines.append(
            "paste under  claims:  with an id and your own words; a quote of a figure goes under"
        )
        lines.append("'quotes', any other under 'for', 'against' or 'mentions', as you read it")
    for sentence in unclaimed:
        lines += ["", *_unclaimed(sentence, paint)]
    return "\n".join(lines or ["nothing to suggest"]) + "\n"


def _claim(claim: Claim, paint: Paint) -> Iterator[str]:
    place = f"{claim.at.file}:{claim.at.line}"
    yield f"{paint(inert(claim.id), 'strong')}  {paint(inert(place), 'place')}"
    yield from _wrapped(claim.statement.text, "  ")


def _where(claim: Claim) -> str:
    """Say where a quote goes, and leave to the author what it does to the claim."""
    figured = any(name == "quotes" for name in claim.keys_at)
    lists = "'quotes' or 'mentions'" if figured else "'for', 'against' or 'mentions'"
    return f"  read them, and paste what speaks to it under {lists}"


def _spoken(one: Spoken, paint: Paint) -> Iterator[str]:
    shares = f"shares: {', '.join(one.shares)}"
    voice = "another voice" if one.is_other_voice else "a voice it already quotes"
    yield from _place(one.passage, paint, voice)
    yield from _wrapped(shares, "    ")
    yield _yaml(one.passage)


def _unclaimed(one: Unclaimed, paint: Paint) -> Iterator[str]:
    yield from _place(one.passage, paint, "; ".join(one.why))
    yield _yaml(one.passage)


def _place(passage: Passage, paint: Paint, more: str) -> Iterator[str]:
    place = f"{passage.at.file}:{passage.at.line}:{passage.at.column}"
    yield f"  {paint(inert(place), 'place')}  {inert(more)}".rstrip()


def _yaml(passage: Passage) -> str:
    """Write an item as it is pasted into a list, on one line."""
    return f"      - {passage.source}: {scalar(inert(passage.text))}"


def _wrapped(text: str, margin: str) -> list[str]:
    return textwrap.wrap(
        inert(" ".join(text.split())), _WIDTH, initial_indent=margin, subsequent_indent=margin,
        break_long_words=False, break_on_hyphens=False,
    )  # fmt: skip
