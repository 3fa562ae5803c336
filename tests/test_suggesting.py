"""`briefing suggest` finds what may speak to a claim, and never says what it does to it."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result
from hypothesis import example, given
from hypothesis import strategies as st

from briefing import pipeline, suggesting
from briefing.cli import main
from briefing.located import scalar
from briefing.suggesting.passages import stems
from tests.conftest import ProjectMaker

FILLER = (
    "Nobody was seen near it at noon. Some said so later in other words.\n"
    "The weather stayed fair all week long. Children played there as ever.\n"
)
FILES = {
    "briefing.yaml": "title: T\ntopics: [{id: cost, title: Cost}]\n",
    "content/sources.yaml": (
        "gazette: {title: A, file: a.txt, publisher: gazette}\n"
        "herald: {title: B, file: b.txt, publisher: herald}\n"
        "echo: {title: C, file: c.txt, publisher: gazette}\n"
    ),
    "content/publishers.yaml": "gazette: {name: Gazette}\nherald: {name: Herald}\n",
    "content/claims/cost.yaml": (
        "topic: cost\nclaims:\n"
        "  quay:\n    claim: The Westport quay cost €40 million.\n    key: true\n    quotes:\n"
        "      - gazette: The Westport quay cost €40 million\n"
        "  mayor:\n    claim: Mayor Abel opened the lighthouse.\n    for:\n"
        "      - gazette: Mayor Abel opened the lighthouse\n"
    ),
    "content/index.md": "T\n",
    "content/topics/cost.md": "T\n",
    "seeds/a.txt": f"The Westport quay cost €40 million. Mayor Abel opened the lighthouse.\n{FILLER}",
    "seeds/b.txt": (
        f"{FILLER}Auditors put the Westport quay at €46 million: too much. "
        "Mayor Abel never opened the lighthouse, it's said.\n"
        "Ferries carried 12,000 people to Eastport in 2024.\n"
    ),
    "seeds/c.txt": f"{FILLER}The Westport quay cost €40 million, sadly.\n",
}


def suggest(root: Path, *given: str) -> Result:
    return CliRunner().invoke(main, ["suggest", "-f", str(root), *given], catch_exceptions=False)


def test_passages_elsewhere_are_shown_with_what_they_share(project: ProjectMaker) -> None:
    shown = suggest(project(FILES), "quay")
    assert shown.exit_code == 0
    lines = shown.stdout.splitlines()
    assert lines[:2] == [
        "quay  content/claims/cost.yaml:3",
        "  The Westport quay cost €40 million.",
    ]
    places = [line.strip() for line in lines if line.startswith("  seeds/")]
    assert places == [
        "seeds/c.txt:3:1  a voice it already quotes",
        "seeds/b.txt:3:1  another voice",
    ]
    assert "    shares: €46 million, quay, Westport" in lines


def test_what_is_pasted_is_a_quote_that_stands(project: ProjectMaker) -> None:
    root = project(FILES)
    pasted = [
        line for line in suggest(root, "quay").stdout.splitlines() if line.startswith("      - ")
    ]
    claims = root / "content/claims/cost.yaml"
    text = claims.read_text()
    first = "      - gazette: The Westport quay cost €40 million\n"
    claims.write_text(text.replace(first, first + "".join(f"{line}\n" for line in pasted)))
    examined = pipeline.examine(root)
    assert examined.found == ()
    assert examined.site is not None
    assert len(examined.site.judged.judgements["quay"].items) == 3


def test_no_stance_is_proposed_and_a_denial_is_shown_as_any_passage(project: ProjectMaker) -> None:
    shown = suggest(project(FILES), "mayor").stdout
    assert "read them, and paste what speaks to it under 'for', 'against' or 'mentions'" in shown
    assert "      - herald: Mayor Abel never opened the lighthouse, it's said.\n" in shown
    for word in ("support", "dispute", "agree", "differ", "contradict", "confirm"):
        assert word not in shown


def test_without_a_claim_it_shows_one_voice_and_what_nobody_covers(project: ProjectMaker) -> None:
    root = project(FILES)
    shown = suggest(root).stdout
    first, second = shown.split("Sentences that no claim covers\n")
    assert first.index("quay  content") < first.index("mayor  content")
    assert "seeds/c.txt" not in first  # the same voice
    assert "      - herald: Ferries carried 12,000 people to Eastport in 2024.\n" in second
    assert "seeds/a.txt:1" not in second
    assert suggest(root).stdout == shown
    assert suggest(root, "-n", "1").stdout.count("another voice\n") == 1


def test_what_is_set_aside_is_no_work(project: ProjectMaker) -> None:
    aside = (
        "herald: {title: B, file: b.txt, publisher: herald, set_aside: [{quote: '%s', why: x}]}\n"
    )
    words = "Ferries carried 12,000 people to Eastport in 2024."
    sources = FILES["content/sources.yaml"]
    line = next(line for line in sources.splitlines(keepends=True) if line.startswith("herald"))
    root = project({**FILES, "content/sources.yaml": sources.replace(line, aside % words)})
    assert "Ferries" not in suggest(root).stdout


def test_a_claim_that_is_none_and_a_project_that_is_none(project: ProjectMaker) -> None:
    wrong = suggest(project(FILES), "qay")
    assert (wrong.exit_code, wrong.stdout) == (1, "")
    assert wrong.stderr.endswith("no claim 'qay'; did you mean 'quay'?\n")
    assert suggest(project({**FILES, "briefing.yaml": "title: T\n"})).exit_code == 2


def test_nothing_to_suggest_is_said(project: ProjectMaker) -> None:
    root = project({**FILES, "content/sources.yaml": "{}\n"})
    assert suggest(root).stdout == "nothing to suggest\n"
    assert "no other passage shares enough with it" in suggest(root, "quay").stdout


@example("#")  # behind a blank it begins a comment
@given(st.text(st.characters(exclude_categories=["C", "Zl", "Zp", "Zs"], include_characters=" ")))
def test_yaml_reads_what_is_to_be_pasted(text: str) -> None:
    single = " ".join(f"words {text}".split())
    assert yaml.safe_load(f"- a: {scalar(single)}\n") == [{"a": single}]


@pytest.mark.parametrize(
    ("text", "held"),
    [
        ("Its revenues grew 11.5%", {"its", "revenu", "grew", "11.5"}),
        ("1,000 cafés", {"1,000", "cafés"}),
        ("北京大学", {"北京大学", "北京", "京大", "大学"}),
    ],
)
def test_what_is_compared_of_a_text(text: str, held: set[str]) -> None:
    assert stems(text) == held


def test_a_claim_without_quotes_is_found_too(project: ProjectMaker) -> None:
    claims = FILES["content/claims/cost.yaml"].partition("  mayor")[0]
    more = (
        f"{claims}  none:\n    claim: The Eastport ferries carried 12,000 people.\n    quotes: []\n"
    )
    held = suggesting.indexed(project({**FILES, "content/claims/cost.yaml": more}))
    assert isinstance(held, suggesting.Searched)
    assert suggesting.speaking(held, "none", 5)[0].passage.source == "herald"


def test_of_many_claims_on_one_voice_those_that_another_repeats_come_first(
    project: ProjectMaker,
) -> None:
    towns = [f"Port{number} of Isle{number}" for number in range(100)]
    said = [f"The ferry to {town} sank in its harbour" for town in towns]
    claims = "".join(
        f"  c{n}:\n    claim: {words}.\n    for:\n      - gazette: {words}\n"
        for n, words in enumerate(said)
    )
    root = project({
        **FILES,
        "content/claims/cost.yaml": f"topic: cost\nclaims:\n{claims}",
        "seeds/a.txt": "".join(f"{words}.\n" for words in said),
        "seeds/b.txt": FILLER + "".join(f"Nobody dined at {town} that day.\n" for town in towns[:90])
        + f"{said[97]}, alas.\n",
        "seeds/c.txt": FILLER,
    })  # fmt: skip
    held = suggesting.indexed(root)
    assert isinstance(held, suggesting.Searched)
    shown = suggesting.of_all(held, 2, lambda text, _: text)
    assert shown.split("\n")[2].startswith("c97 ")
    assert f"      - herald: {said[97]}, alas.\n" in shown


def test_words_of_an_article_may_break_over_lines(project: ProjectMaker) -> None:
    broken = "* Auditors put the\n  Westport quay at\n€46 million: too much.\n"
    root = project({**FILES, "seeds/b.txt": FILLER + broken})
    shown = suggest(root, "quay").stdout.splitlines()
    assert shown[-1] == "      - herald: 'Auditors put the Westport quay at €46 million: too much.'"


def test_small_words_are_not_what_a_passage_shares(project: ProjectMaker) -> None:
    statement = "Mayor Abel opened the lighthouse, which was from her and its."
    claims = FILES["content/claims/cost.yaml"].replace(
        "Mayor Abel opened the lighthouse.", statement
    )
    shown = suggest(project({**FILES, "content/claims/cost.yaml": claims}), "mayor").stdout
    assert not {"the", "from", "its", "was"} & set(
        re.findall(r"\w+", shown.partition("shares:")[2].partition("\n")[0])
    )
