"""`data/claims.csv` is RFC 4180, gives every text back, and holds nothing a spreadsheet computes."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.model.judged import Judged, Reason
from briefing.model.verdict import Verdict
from briefing.view.exports.claims_csv import COLUMNS, text_cell
from briefing.view.exports.texts import printable
from tests.view.briefings import example, judged, judgement, money
from tests.view.exports.conftest import site_of, text_of
from tests.view.test_untrusted import ATTACKS

FORMULAS = [
    "=1+1",
    "+1",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "\r=1",
    "\n=1",
    "  =1",
    '=HYPERLINK("http://evil.example")',
    "＝1",
    "－1",
    "'=1",
    "''=1",
]
_DANGEROUS = re.compile(r"\s*[-=+@＝＋－＠]|[\t\r\n]")


def rows(briefing: Judged) -> list[dict[str, str]]:
    text = text_of(site_of(briefing), "data/claims.csv")
    return list(csv.DictReader(io.StringIO(text, newline=""), strict=True))


def given_back(cell: str) -> str:
    """Undo the apostrophe as `docs/data.md` says."""
    return cell[1:] if re.match("'+\\s*[-=+@\t\r\n＝＋－＠]", cell) else cell


def test_every_claim_has_its_row(real: tuple[Path, Judged]) -> None:
    _, briefing = real
    found = rows(briefing)
    assert [row["id"] for row in found] == sorted(briefing.judgements)
    for row in found:
        one = briefing.judgements[row["id"]]
        assert tuple(row) == COLUMNS
        assert given_back(row["claim"]) == one.claim.statement.text
        assert (row["verdict"], row["reason"]) == (one.verdict, one.reason)
        assert row["key"] == ("true" if one.claim.key else "false")
        assert int(row["voices"]) == one.counts.voices
        for stance in ("supports", "disputes", "mentions"):
            taking = {item.written.source for item in one.items if item.stance == stance}
            assert row[stance].split() == sorted(taking)


def test_the_form_is_that_of_the_standard() -> None:
    text = text_of(site_of(example()), "data/claims.csv")
    assert not text.startswith("\ufeff")
    assert text.endswith("\r\n")
    assert text.count("\r\n") == text.count("\n") == len(example().judgements) + 1
    for line in text.split("\r\n")[:-1]:
        assert re.fullmatch(r'"(?:[^"]|"")*"(?:,"(?:[^"]|"")*")*', line)


@pytest.mark.parametrize("text", [*FORMULAS, *ATTACKS, 'a "quoted", text', "two\nlines"])
def test_no_text_becomes_a_formula_or_another_cell(text: str) -> None:
    claim = judgement("c", text, Verdict.UNSUPPORTED, Reason.NO_EVIDENCE)
    (row,) = rows(judged(judgements=(claim,)))
    assert not _DANGEROUS.match(row["claim"])
    assert given_back(row["claim"]) == printable(text)
    assert row["verdict"] == "unsupported"


@given(st.text("=+-@\t\r\n '＝a0\x00\u2028", max_size=12))
def test_one_apostrophe_taken_away_gives_the_text_back(text: str) -> None:
    cell = text_cell(text)
    assert not _DANGEROUS.match(cell)
    assert given_back(cell) == printable(text)


def test_negative_numbers_stay_numbers() -> None:
    figure = money("-$14 billion", "-14.5", "-13.5")
    claim = judgement("c", "It fell.", Verdict.UNSUPPORTED, Reason.NO_EVIDENCE, figure=figure)
    (row,) = rows(judged(judgements=(claim,)))
    assert (row["figure"], row["low"], row["high"]) == (
        "'-$14 billion",
        "-14500000000",
        "-13500000000",
    )


def test_the_order_of_evidence_changes_nothing() -> None:
    briefing = example()
    turned = replace(
        briefing,
        judgements={
            id_: replace(one, items=one.items[::-1]) for id_, one in briefing.judgements.items()
        },
    )
    paths = ("data/claims.csv", "data/annotations.jsonld")
    first, second = ([text_of(site_of(one), path) for path in paths] for one in (briefing, turned))
    assert first == second
