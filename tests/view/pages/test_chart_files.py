"""A chart can be taken away: a drawing that is whole by itself, and a table that no spreadsheet computes."""

from __future__ import annotations

import csv
import io
import re
from xml.etree import ElementTree as ET

import pytest

from briefing import resources
from briefing.model.judged import Position, Reason, Stance
from briefing.model.verdict import Verdict
from tests.view.briefings import Built, article, built, judged, judgement, money, quote
from tests.view.test_untrusted import ATTACKS

SVG = "{http://www.w3.org/2000/svg}"


def made(
    statement: str = "It cost $2.", title: str = "A", figures: tuple[str, str] = ("1", "2")
) -> Built:
    own, other = money("$2", "1.5", "2.5"), money(title, *figures)
    claim = judgement(
        "c",
        statement,
        Verdict.DISPUTED,
        Reason.FIGURE_MISMATCH,
        (
            quote("a", "It cost $2.", figure=own),
            quote("b", "It cost $9.", Stance.DISPUTES, figure=other, attributed_to=title),
        ),
        figure=own,
        positions=(
            Position(own, (0,), ("a",), Stance.SUPPORTS),
            Position(other, (1,), ("b",), Stance.DISPUTES),
        ),
    )
    articles = (article("a", "It cost $2."), article("b", "It cost $9.", title=title))
    return built(
        judged(articles=articles, judgements=(claim,), title=title, site_url="https://x.org")
    )


def text(site: Built, path: str) -> str:
    data = site.file(path)
    assert isinstance(data, bytes)
    return data.decode()


def test_the_page_leads_to_both_and_only_a_chart_has_them() -> None:
    site = made()
    html = site.html("claims/c.html")
    assert 'href="../claims/c.svg" download' in html
    assert 'href="../claims/c.csv" download' in html
    plain = built(
        judged(judgements=(judgement("c", "It cost.", Verdict.UNSUPPORTED, Reason.NO_EVIDENCE),))
    )
    assert [path for path in plain.site.paths if path.endswith(("c.svg", "c.csv"))] == []
    assert "download" not in plain.html("claims/c.html")


@pytest.mark.parametrize("attack", ATTACKS)
def test_whatever_is_said_the_drawing_is_xml_that_does_nothing(attack: str) -> None:
    drawn = text(made(f"It cost {attack}$2.", attack), "claims/c.svg")
    tree = ET.fromstring(drawn.replace("\0", ""))  # noqa: S314 (our own)
    names = {one.tag.removeprefix(SVG) for one in tree.iter()}
    assert names <= {"svg", "title", "desc", "style", "g", "rect", "line", "path", "circle", "text"}
    assert not [
        key for one in tree.iter() for key in one.attrib if key.startswith("on") or "href" in key
    ]
    assert "url(" not in (tree.findtext(f"{SVG}style") or "")


def test_the_drawing_says_whose_it_is_and_breaks_its_lines() -> None:
    tree = ET.fromstring(text(made("It cost $2, " + "and more " * 30), "claims/c.svg"))  # noqa: S314
    lines = [one.text or "" for one in tree.iter(f"{SVG}text")]
    assert max(map(len, lines)) < 100
    assert "https://x.org/claims/c.html" in "".join(lines)
    assert "disputed: figures differ" in lines


def test_its_colours_are_those_of_the_style_sheet() -> None:
    style = (resources.static() / "style.css").read_text("utf-8")
    drawing = (resources.templates() / "chart.svg").read_text("utf-8")
    assert set(re.findall(r"#[0-9a-f]{6}", drawing)) <= set(
        re.findall(r"--[\w-]+: (#[0-9a-f]{6});", style)
    )


def test_the_table_has_the_claim_first_and_numbers_as_numbers() -> None:
    rows = list(
        csv.DictReader(io.StringIO(text(made(figures=("-3", "9")), "claims/c.csv"), newline=""))
    )
    assert [row["source"] for row in rows] == ["", "a", "b"]
    assert (rows[2]["low"], rows[2]["high"]) == ("-3000000000", "9000000000")
    assert rows[1]["page"].startswith("https://x.org/sources/a.html#")


@pytest.mark.parametrize("cell", ["=1+1", "+1", "-1", "@x", "\t=1", " =1", "＝1"])
def test_no_cell_of_the_table_is_a_formula(cell: str) -> None:
    rows = list(csv.reader(io.StringIO(text(made(title=cell), "claims/c.csv"), newline="")))
    assert [one for row in rows for one in row if re.match(r"\s*[-=+@＝]|[\t\r]", one)] == []
    assert f"'{cell}" in rows[3]
