"""Pairs of a claim and a sentence in some language, each with the stance that the sentence takes.

A file of `pairs/` is named after the language of its sentences; its head says how a pair is written.
"""

from __future__ import annotations

import json
from functools import cache
from pathlib import Path
from typing import Any

import pytest
import yaml

from briefing import pipeline
from tests.conftest import ProjectMaker

HERE = Path(__file__).parent
FILES = sorted((HERE / "pairs").glob("*.yaml"))
TONGUES = [(path, spoken) for path in FILES for spoken in sorted({"en", path.stem})]


KEYS = {"in", "claim", "figure", "quote", "pick", "text", "fiscal", "stance", "says"}
FEWEST = 40
STANCES = {"supports", "disputes", "mentions", "nothing"}
"""An item that is an error is left out, and takes none."""


@cache
def written(path: Path) -> tuple[dict[str, str], ...]:
    held = yaml.load(path.read_text(encoding="utf-8"), Loader=yaml.CBaseLoader)  # noqa: S506 (texts only)
    assert all(pair.keys() <= KEYS and pair["stance"] in STANCES for pair in held)
    return tuple(held)


def pairs(path: Path, spoken: str) -> dict[str, dict[str, str]]:
    """Give the pairs of a file whose claims are in a language, by an id for each."""
    return {
        f"pair-{number}": pair
        for number, pair in enumerate(written(path), start=1)
        if pair.get("in", "en") == spoken
    }


def files(language: str, spoken: str, held: dict[str, dict[str, str]]) -> dict[str, str]:
    """Lay pairs out as a project with a claim and an article for each."""
    settings = {
        "title": "Pairs",
        "language": spoken,
        "topics": [{"id": "all", "title": "All"}],
        "entities": {
            f"e-{one}": {"name": one, "fiscal_year_end": pair["fiscal"]}
            for one, pair in held.items()
            if "fiscal" in pair
        },
        "severities": {"narrative-missing": "off"},
    }
    sources = {
        one: {
            "file": f"seeds/{one}.txt",
            "title": one,
            "publisher": "daily",
            "published": "2025-03-01",
            "language": language,
        }
        for one in held
    }
    claims = {one: _claim(one, pair) for one, pair in held.items()}
    return {
        "briefing.yaml": json.dumps(settings),
        "content/sources.yaml": json.dumps(sources),
        "content/publishers.yaml": json.dumps({"daily": {"name": "Daily"}}),
        **{
            f"content/claims/{one}.yaml": json.dumps({"topic": "all", "claims": {one: claim}})
            for one, claim in claims.items()
        },
        **{f"seeds/{one}.txt": pair.get("text", pair["quote"]) for one, pair in held.items()},
    }


def _claim(one: str, pair: dict[str, str]) -> dict[str, Any]:
    item = {"source": one, "quote": pair["quote"]}
    item |= {"figure": pair["pick"]} if "pick" in pair else {}
    claim = {"claim": pair["claim"], "quotes": [item]}
    claim |= {"figure": pair["figure"]} if "figure" in pair else {}
    return claim | ({"entity": f"e-{one}"} if "fiscal" in pair else {})


@pytest.mark.parametrize(
    ("path", "spoken"), TONGUES, ids=lambda value: str(value).rpartition("/")[2]
)
def test_no_sentence_is_taken_for_what_it_does_not_say(
    path: Path, spoken: str, project: ProjectMaker
) -> None:
    held = pairs(path, spoken)
    examined = pipeline.examine(project(files(path.stem, spoken, held)))
    assert examined.site is not None, examined.found
    judgements = examined.site.judged.judgements
    wrong = []
    for one, pair in held.items():
        items = judgements[one].items if one in judgements else ()
        stance = str(items[0].stance) if items else "nothing"
        said = {found.code for found in examined.found if Path(found.at.file).stem == one}
        if stance != pair["stance"] or pair.get("says", "") not in {*said, ""}:
            wrong.append(f"{pair['claim']} | {pair['quote']}: {stance}, {sorted(said)}")
    assert not wrong, "\n".join(wrong)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_a_language_has_pairs_enough(path: Path) -> None:
    assert sum(len(pairs(path, spoken)) for spoken in {"en", path.stem}) >= FEWEST
