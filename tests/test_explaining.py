"""`briefing explain` answers why: the verdict, each figure as read, each comparison, each code."""

from __future__ import annotations

from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefing import load
from briefing.cli import main
from briefing.diagnostics import CODES
from briefing.model.judged import Caveat, Reason
from tests.conftest import ProjectMaker

FILES = {
    "briefing.yaml": "title: T\ntopics: [{id: cost, title: Cost}]\n",
    "content/sources.yaml": (
        "gazette: {title: A, file: a.txt, publisher: gazette}\n"
        "herald: {title: B, file: b.txt, publisher: herald}\n"
    ),
    "content/publishers.yaml": "gazette: {name: Gazette}\nherald: {name: Herald}\n",
    "content/claims/cost.yaml": (
        "topic: cost\n"
        "claims:\n"
        "  quay:\n"
        "    claim: The quay cost €40 million in 2024.\n"
        "    aliases: [wharf]\n"
        "    quotes:\n"
        "      - gazette: The quay cost €40 million in 2024\n"
        "      - herald: the quay cost €46 million in 2023\n"
        "      - source: herald\n"
        "        quote: In 2024 the quay cost more than €30 million\n"
        "      - herald: words that nobody wrote\n"
        "  both:\n"
        "    claim: Twice the quay cost €80 million.\n"
        "    formula: once * 2\n"
        "    inputs: {once: quay}\n"
        "  open:\n"
        "    claim: The quay is open.\n"
        "    for:\n"
        "      - gazette: The quay is open\n"
    ),
    "seeds/a.txt": "The quay cost €40 million in 2024. The quay is open.\n",
    "seeds/b.txt": (
        "They say the quay cost €46 million in 2023. In 2024 the quay cost more than €30 million.\n"
    ),
}


def explain(root: Path | None, name: str) -> Result:
    given = [] if root is None else ["-f", str(root)]
    return CliRunner().invoke(main, ["explain", *given, name], catch_exceptions=False)


def block(printed: str, start: str) -> str:
    """Return the paragraph that starts with some words, on one line."""
    (found,) = (part for part in printed.split("\n\n") if part.startswith(start))
    return " ".join(found.split())


def test_an_item_that_is_no_support_says_why(project: ProjectMaker) -> None:
    shown = explain(project(FILES), "quay")
    assert shown.exit_code == 0
    assert shown.stdout.splitlines()[:3] == [
        "quay: unsupported (single-source)",
        "content/claims/cost.yaml:3",
        "  The quay cost €40 million in 2024.",
    ]
    assert block(shown.stdout, "because").startswith(
        "because One voice, one article: Gazette. figure '€40 million' stands for 39.5 to 40.5 "
        "million EUR (half a unit of its last digit); period 2024 (the statement says '2024'); "
        "basis actual"
    )
    assert block(shown.stdout, "mentions  herald (line 8)") == (
        "mentions herald (line 8), voice: Herald quote the quay cost €46 million in 2023 figure "
        "'€46 million' stands for 45.5 to 46.5 million EUR (half a unit of its last digit); "
        "period 2023 (its words say '2023'); basis actual (as the claim) why Not compared: its "
        "period is 2023, the claim’s 2024"
    )
    assert "May agree, the quote leaves room" in block(shown.stdout, "mentions  herald (line 10)")
    assert block(shown.stdout, "left out").endswith("until the finding below is fixed")
    assert "not in the body of herald" in block(shown.stdout, "error[quote-not-found] line 11")


def test_one_source_alone_and_a_former_id(project: ProjectMaker) -> None:
    root = project(FILES)
    shown = explain(root, "wharf/gazette").stdout
    assert "supports  gazette (line 7)" in shown
    assert "herald (line" not in shown


def test_a_computed_claim_shows_its_inputs(project: ProjectMaker) -> None:
    shown = explain(project(FILES), "both").stdout
    assert "input     once: quay, '€40 million' stands for 39.5 to 40.5 million EUR" in shown
    assert "formula   once * 2" in shown


def test_a_claim_in_words_says_which_lists_decide(project: ProjectMaker) -> None:
    shown = explain(project(FILES), "open").stdout
    assert "figure    none (its statement gives none), so the lists 'for' and 'against'" in shown
    assert "  why     listed under 'for'" in shown


@pytest.mark.parametrize(
    ("name", "near"),
    [
        ("quey", "did you mean 'quay'?"),
        ("quote-not-fund", "did you mean 'quote-not-found'?"),
        ("singel-source", "did you mean 'single-source'?"),
    ],
)
def test_an_unknown_name_gets_the_closest(name: str, near: str, project: ProjectMaker) -> None:
    shown = explain(project(FILES), name)
    assert (shown.exit_code, shown.stdout) == (1, "")
    assert shown.stderr.endswith(f"no claim or code '{name}'; {near}\n")


def test_a_source_that_a_claim_does_not_quote(project: ProjectMaker) -> None:
    shown = explain(project(FILES), "quay/gazete")
    assert shown.exit_code == 1
    assert shown.stderr == "'quay' has no quote from 'gazete', only from gazette, herald\n"


def test_an_unreadable_claim_is_no_unknown_one(project: ProjectMaker) -> None:
    files = {"content/claims/cost.yaml": "topic: cost\nclaims:\n  quay: {note: [}\n"}
    broken = {"content/claims/cost.yaml": "topic: cost\nclaims:\n  quay: {clam: x}\n"}
    assert explain(project({**FILES, **files}), "quay").exit_code == 1
    shown = explain(project({**FILES, **broken}), "quay")
    assert shown.exit_code == 1
    assert "could not be read" in shown.stderr


def test_the_findings_of_a_claim_that_was_not_read_are_not_told_of_the_one_before(
    project: ProjectMaker,
) -> None:
    more = FILES["content/claims/cost.yaml"] + "  unwritten:\n    claim:\n    for: []\n"
    last = "open"
    before = explain(project(FILES), last).stdout
    assert explain(project({**FILES, "content/claims/cost.yaml": more}), last).stdout == before


def test_every_code_is_explained_outside_of_a_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    shown = explain(None, "quote-empty")
    assert (shown.exit_code, shown.stdout) == (0, "quote-empty\nThe quote contains no words.\n")
    assert all(load.about(code) for code in CODES)
    for rule in (*Reason, *Caveat):
        assert len(explain(None, rule).stdout.splitlines()) == 2


def test_links_of_the_page_are_left_out() -> None:
    assert "](" not in (load.about("article-doubtful") or "](")


def test_an_invalid_configuration_ends_with_2(project: ProjectMaker) -> None:
    assert explain(project({**FILES, "briefing.yaml": "title: T\n"}), "quay").exit_code == 2
