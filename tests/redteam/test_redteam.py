"""Traps for a fact-checker, each a small project with what must, and must not, be found.

A case is a file in `cases/`: its sources with their texts, its claims as in a claims file, and what
is expected: each claim's verdict and reason (where it differs, what counting articles gives; its
caveats in brackets), the stance of items where it matters, and every finding.
"""

from __future__ import annotations

import json
import re
from pathlib import Path
from typing import Any

import pytest
import yaml

from briefing import pipeline
from tests.conftest import ProjectMaker

HERE = Path(__file__).parent
ROOT = HERE.parent.parent
CASES = sorted(path.stem for path in (HERE / "cases").glob("*.yaml"))


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
    claims = {"topic": "all", "about": case.get("about", {}), "claims": case["claims"]}
    narrative = {"content/index.md": case["narrative"]} if "narrative" in case else {}
    return {
        "briefing.yaml": json.dumps(settings),
        "content/sources.yaml": json.dumps(sources),
        "content/publishers.yaml": json.dumps(publishers),
        "content/claims/all.yaml": json.dumps(claims),
        **narrative,
        **{f"seeds/{id_}.txt": entry["text"] for id_, entry in case["sources"].items()},
    }


@pytest.mark.parametrize("name", CASES)
def test_the_trap_is_seen_and_nothing_else(name: str, project: ProjectMaker) -> None:
    case = read(name)
    examined = pipeline.examine(project(files(case)))
    expected = case["expect"]
    assert examined.site is not None, examined.found
    judgements = examined.site.judged.judgements
    verdicts, stances = {}, {}
    for id_, one in judgements.items():
        verdict = f"{one.verdict} {one.reason}"
        if one.echo_gap:
            verdict += f", by articles {one.article_count_verdict}"
        caveats = f" [{', '.join(one.caveats)}]" if one.caveats else ""
        verdicts[id_] = verdict + caveats
        stances[id_] = [f"{item.evidence.source} {item.stance}" for item in one.items]
    found = sorted(f"{one.severity} {one.code}" for one in examined.found)
    assert found == sorted(expected.get("findings", []))
    assert verdicts == expected.get("verdicts", verdicts)
    assert {id_: stances[id_] for id_ in expected.get("stances", {})} == expected.get("stances", {})


def test_every_trap_says_what_it_proves_on_the_docs_page(update: bool) -> None:
    page = ROOT / "docs" / "redteam.md"
    lines = [
        "# Traps",
        "",
        "Each of these small projects in `tests/redteam/cases/` is a trap: a way in which articles,",
        "or annotations, can mislead. The tests hold `briefing` to what it must see in each, and to",
        "silence where nothing is wrong.",
        "",
        "| trap | what it proves |",
        "|---|---|",
    ]
    for name in CASES:
        case = read(name)
        lines.append(f"| [{case['title']}](../tests/redteam/cases/{name}.yaml) | {case['proves']} |")
    written = "\n".join(lines) + "\n"
    if update:
        page.write_text(written)
    assert page.read_text() == written
    assert all(re.fullmatch(r"[a-z0-9-]+", name) for name in CASES)
