"""`data/claims.csv`: one row for each claim, for spreadsheets (RFC 4180).

A spreadsheet takes a cell that begins with `=`, `+`, `-` or `@` for a formula, and claims are other
people's words. Such a cell gets an apostrophe in front, by which spreadsheets mark text; the
columns of numbers, which hold nothing else, do not.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.figures import as_record
from briefing.model.judged import Stance
from briefing.view.exports.texts import printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing.model.judged import Judgement
    from briefing.view.site import Site

COLUMNS = (
    "id",
    "topic",
    "kind",
    "key",
    "tier",
    "claim",
    "figure",
    "low",
    "high",
    "unit",
    "period",
    "verdict",
    "reason",
    "caveats",
    "articles",
    "voices",
    "origins",
    "article_count_verdict",
    "pivotal",
    "supports",
    "disputes",
    "mentions",
)
"""Named as in `data/briefing.json`; the last three list the sources that take each stance."""

_FORMULA = re.compile("'*\\s*[-=+@\t\r\n\uff1d\uff0b\uff0d\uff20]")
"""What a spreadsheet may compute or cut (OWASP, CSV Injection): the signs, full-width too, with
blanks before them, and white space that is no blank. Apostrophes before them count, so that taking
one away gives every text back."""


def claims(site: Site) -> bytes:
    """Write the table in UTF-8, each cell in quotation marks, lines ending in CR LF."""
    judgements = sorted(site.judged.judgements.items())
    rows = (_row(id_, one, site.tiers[id_]) for id_, one in judgements)
    return "".join(map(line, (COLUMNS, *rows))).encode()


def line(cells: Iterable[str]) -> str:
    """Write one record; a quotation mark within a cell is doubled (RFC 4180, section 2.7)."""
    quoted = (cell.replace('"', '""') for cell in cells)
    return '"' + '","'.join(quoted) + '"\r\n'


def text_cell(text: str) -> str:
    """Put an apostrophe before a text that a spreadsheet would not take for text."""
    text = printable(text)
    return f"'{text}" if _FORMULA.match(text) else text


def _row(id_: str, judgement: Judgement, tier: str) -> Iterator[str]:
    claim, counts = judgement.claim, judgement.counts
    figure = as_record(judgement.figure) if judgement.figure else {}
    yield from (id_, claim.topic, judgement.kind, "true" if claim.key else "false", tier)
    yield text_cell(claim.statement.text)
    yield text_cell(figure.get("text") or "")
    yield from (figure.get(end) or "" for end in ("low", "high"))
    yield from (text_cell(figure.get(name) or "") for name in ("unit", "period"))
    yield from (judgement.verdict, judgement.reason, " ".join(sorted(judgement.caveats)))
    yield from map(str, (counts.articles, counts.voices, counts.origins))
    yield judgement.article_count_verdict
    yield " ".join(judgement.pivotal)
    for stance in Stance:
        taking = {one.written.source for one in judgement.items if one.stance is stance}
        yield " ".join(sorted(taking))
