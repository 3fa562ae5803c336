"""Traps for a fact-checker, each a small project with what must, and must not, be found.

A case is a file in `cases/`: its sources with their texts, its claims as in a claims file (or whole
files under `files`, where YAML itself is the trap), and what is expected: every claim's verdict and
reason, with what counting articles gives where it differs and the caveats in brackets; the stances
of items where they matter; and every finding. What is not listed must not be there.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from briefing import pipeline
from tests.conftest import ProjectMaker

if TYPE_CHECKING:
    from briefing.model.judged import JudgedItem, Judgement

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
CASES = sorted(path.stem for path in (HERE / "cases").glob("*.yaml"))
PARTS = {
    "quotes": "Quotes",
    "figures": "Figures",
    "scope": "Periods, measures and other scope",
    "stances": "Stances",
    "voices": "Voices",
    "verdicts": "Verdicts",
    "caveats": "Caveats",
    "derived": "Derived claims",
    "files": "Files",
}
"""What a case's `part` may be, with its heading on the docs page."""


def read(case: str) -> dict[str, Any]:
    text = (HERE / "cases" / f"{case}.yaml").read_text()
    held = yaml.load(text, Loader=yaml.BaseLoader)  # noqa: S506 (builds texts only)
    assert isinstance(held, dict)
    return held


def files(case: dict[str, Any]) -> dict[str, str]:
    """Lay a case out as a project."""
    sources = {
        id_: {"file": f"seeds/{id_}.txt", "title": f"Article {id_}", "published": "2025-03-01"}
        | {key: value for key, value in entry.items() if key != "text"}
        for id_, entry in case["sources"].items()
    }
    named = {entry["publisher"] for entry in sources.values() if "publisher" in entry}
    publishers = {id_: {"name": id_.capitalize()} for id_ in sorted(named - {"unknown"})}
    publishers |= case.get("publishers", {})
    settings = {
        "title": case["title"],
        "topics": [{"id": "all", "title": "All"}],
        "severities": {"narrative-missing": "off"},
    }
    settings |= case.get("settings", {})
    claims = {"topic": "all", "about": case.get("about", {}), "claims": case.get("claims", {})}
    narrative = {"content/index.md": case["narrative"]} if "narrative" in case else {}
    return {
        "briefing.yaml": json.dumps(settings),
        "content/sources.yaml": json.dumps(sources),
        "content/publishers.yaml": json.dumps(publishers),
        "content/claims/all.yaml": json.dumps(claims),
        **narrative,
        **{sources[id_]["file"]: entry["text"] for id_, entry in case["sources"].items()},
        **case.get("files", {}),
    }


def verdict(one: Judgement) -> str:
    """Write a judgement as cases do: `unsupported same-voice-echo, by articles corroborated`."""
    parts = [f"{one.verdict} {one.reason}"]
    if one.echo_gap:
        parts.append(f"by articles {one.article_count_verdict}")
    if one.shared_view:
        parts.append("shared view")
    return ", ".join(parts) + (f" [{', '.join(one.caveats)}]" if one.caveats else "")


def stance(item: JudgedItem) -> str:
    """Write an item's stance as cases do: `gazette disputes, different, set aside`."""
    parts = [f"{item.written.source} {item.stance}"]
    if item.comparison:
        parts.append(item.comparison.outcome.value)
    if item.says_both:
        parts.append("set aside")
    if item.inferred:
        parts.append("inferred")
    return ", ".join(parts)


@pytest.mark.parametrize("name", CASES)
def test_the_trap_is_seen_and_nothing_else(name: str, project: ProjectMaker) -> None:
    case = read(name)
    examined = pipeline.examine(project(files(case)))
    expected = case["expect"]
    assert examined.site is not None, examined.found
    judgements = examined.site.judged.judgements
    stances = {id_: [stance(item) for item in one.items] for id_, one in judgements.items()}
    found = sorted(f"{one.severity} {one.code}" for one in examined.found)
    assert found == sorted(expected.get("findings", [])), examined.found
    assert {id_: verdict(one) for id_, one in judgements.items()} == expected["verdicts"]
    assert {id_: stances[id_] for id_ in expected.get("stances", {})} == expected.get("stances", {})


@pytest.mark.parametrize("name", CASES)
def test_a_case_is_written_as_all_are(name: str) -> None:
    case = read(name)
    assert re.fullmatch(r"[a-z0-9-]+", name)
    assert case["part"] in PARTS
    assert case["proves"].endswith(".")
    known = {"title", "part", "proves", "settings", "publishers", "about", "sources", "claims"}
    assert case.keys() <= known | {"files", "narrative", "expect"}
    assert case["expect"].keys() <= {"verdicts", "stances", "findings"}


def test_every_trap_says_what_it_proves_on_the_docs_page(update: bool) -> None:
    page = ROOT / "docs" / "redteam.md"
    written = "\n".join(listing({name: read(name) for name in CASES})) + "\n"
    if update:
        page.write_text(written)
    assert page.read_text() == written


def listing(cases: dict[str, dict[str, Any]]) -> list[str]:
    """Write the docs page that lists the traps, by what they are about."""
    lines = [
        "# Traps",
        "",
        "Each of these small projects in `tests/redteam/cases/` is a trap: a way in which articles,",
        "or annotations, can mislead. The tests hold `briefing` to what it must see in each, and to",
        "silence where nothing is wrong.",
    ]
    for part, heading in PARTS.items():
        lines += ["", f"## {heading}", "", "| trap | what it proves |", "|---|---|"]
        lines += [
            f"| [{case['title']}](../tests/redteam/cases/{name}.yaml) | {case['proves']} |"
            for name, case in cases.items()
            if case["part"] == part
        ]
    return lines
