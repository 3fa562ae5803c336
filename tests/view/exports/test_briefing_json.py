"""`data/briefing.json` keeps the contract of the design, on the projects of this repository."""

from __future__ import annotations

import json
from pathlib import Path
from typing import Any

import jsonschema

from briefing import pipeline, resources
from briefing.model.judged import Judged
from tests.conftest import ProjectMaker
from tests.view.exports.conftest import site_of, text_of

KEYS = {
    "source": "id file sha256 title publisher voice author published ai_generated url",
    "topic": "id title",
    "claim": """id topic kind key tier claim figure verdict reason caveats counts spread
        article_count_verdict pivotal evidence""",
    "counts": "articles voices origins",
    "evidence": "source quote spans stance figure comparison attributed_to line",
}
"""As the contract lists them, in its order."""

DERIVED = {"derived", "derived-robust", "derived-own-figures"}
COMPUTED = {
    "briefing.yaml": "title: T\ntopics: [{id: t, title: T}]\n",
    "content/publishers.yaml": "a: {name: A}\nb: {name: B}\n",
    "content/sources.yaml": (
        "one: {file: seeds/one.txt, title: One, publisher: a, published: 2025-05-01}\n"
        "two: {file: seeds/two.txt, title: Two, publisher: b, published: 2025-05-02}\n"
    ),
    "content/claims/t.yaml": (
        "topic: t\nabout: {basis: plan}\nclaims:\n"
        "  total:\n    claim: It will cost $60 billion in all.\n    quotes:\n"
        "      - one: will cost $60 billion\n      - two: a bill of $60 billion\n"
        "  years:\n    claim: It will take three years.\n    quotes:\n"
        "      - one: over three years\n"
        "  yearly:\n    claim: That is $20 billion a year.\n"
        "    formula: total / 3\n    inputs: {total: total/one}\n"
    ),
    "content/index.md": "Text.\n",
    "content/topics/t.md": "Text.\n",
    "seeds/one.txt": "The line will cost $60 billion over three years.\n",
    "seeds/two.txt": "The town faces a bill of $60 billion.\n",
}


def record(judged: Judged) -> dict[str, Any]:
    return dict(json.loads(text_of(site_of(judged), "data/briefing.json")))


def follows_the_schema(found: dict[str, Any]) -> None:
    schema = json.loads((resources.schemas() / "data.schema.json").read_text("utf-8"))
    jsonschema.validate(found, schema, jsonschema.Draft202012Validator)


def test_the_keys_are_those_of_the_contract(real: tuple[Path, Judged]) -> None:
    found = record(real[1])
    follows_the_schema(found)
    assert list(found) == ["version", "title", "sources", "topics", "claims"]
    kinds: dict[str, list[dict[str, Any]]] = {
        "source": found["sources"],
        "topic": found["topics"],
        "claim": found["claims"],
        "counts": [claim["counts"] for claim in found["claims"]],
        "evidence": [item for claim in found["claims"] for item in claim["evidence"]],
    }
    for kind, records in kinds.items():
        assert records, kind
        for one in records:
            assert [key for key in one if key != "text_sha256"] == KEYS[kind].split()


def test_records_are_sorted(real: tuple[Path, Judged]) -> None:
    found = record(real[1])
    for records in (found["sources"], found["claims"]):
        assert records == sorted(records, key=lambda one: str(one["id"]))
    for claim in found["claims"]:
        assert claim["caveats"] == sorted(claim["caveats"])
        assert claim["pivotal"] == sorted(claim["pivotal"])
        places = [(item["source"], item["spans"]) for item in claim["evidence"]]
        assert places == sorted(places)


def test_spans_lead_to_the_words_in_the_file(real: tuple[Path, Judged]) -> None:
    root, judged = real
    texts = {
        id_: (root / source.file).read_bytes().decode()
        for id_, source in judged.content.sources.items()
        if judged.articles[id_].text_sha256 is None
    }
    for claim in record(judged)["claims"]:
        for item in claim["evidence"]:
            if item["source"] in texts:
                text = texts[item["source"]]
                (start, _), *_ = item["spans"]
                assert all(begin < end <= len(text) for begin, end in item["spans"])
                assert item["line"] == text.count("\n", 0, start) + 1


def test_what_is_derived_says_so_and_shows_its_working(real: tuple[Path, Judged]) -> None:
    _, judged = real
    found = record(judged)
    ids = {claim["id"]: claim for claim in found["claims"]}
    for claim in found["claims"]:
        derived = judged.judgements[claim["id"]].claim.formula is not None
        assert (claim["kind"] == "derived") is derived
        assert (claim["reason"] in DERIVED) is derived
        assert ("computed" in (claim["figure"] or {})) is derived
        if derived:
            assert claim["evidence"] == []
            assert claim["pivotal"] == []
            given = claim["figure"]["computed"]["inputs"]
            if claim["reason"] != "derived" or any(one["source"] for one in given):
                continue
            inputs = [ids[one["claim"]] for one in given]
            worst = ("disputed", "unsupported", "corroborated")
            for verdict in ("verdict", "article_count_verdict"):
                assert claim[verdict] == min((one[verdict] for one in inputs), key=worst.index)


def test_a_computed_figure_carries_its_working(project: ProjectMaker) -> None:
    examined = pipeline.examine(project(COMPUTED))
    assert examined.site is not None
    assert not examined.found
    found = record(examined.site.judged)
    follows_the_schema(found)
    claim = next(one for one in found["claims"] if one["id"] == "yearly")
    assert claim["figure"]["text"] == "$20 billion"
    computed = claim["figure"]["computed"]
    assert computed["formula"] == "total / 3"
    assert "20" in computed["working"]
    assert float(computed["low"]) <= 20e9 <= float(computed["high"])
    assert (computed["unit"], computed["inputs"]) == (
        "USD",
        [{"name": "total", "claim": "total", "source": "one"}],
    )


def test_counting_articles_may_give_another_verdict(project: ProjectMaker) -> None:
    files = {**COMPUTED, "content/publishers.yaml": "a: {name: A}\nb: {name: B, voice: a}\n"}
    examined = pipeline.examine(project(files))
    assert examined.site is not None
    assert not examined.found
    claims = {claim["id"]: claim for claim in record(examined.site.judged)["claims"]}
    total = claims["total"]
    assert (total["verdict"], total["article_count_verdict"]) == ("unsupported", "corroborated")
    assert total["counts"] == {"articles": 2, "voices": 1, "origins": 1}
    derived = claims["yearly"]
    assert (derived["reason"], derived["verdict"], derived["article_count_verdict"]) == (
        "derived-own-figures",
        "unsupported",
        "unsupported",
    )


def test_who_speaks_for_all_of_a_claim_speaks_in_each_item_but_where_it_names_another(
    project: ProjectMaker,
) -> None:
    claims = (
        "topic: t\nclaims:\n  c:\n    claim: It will be costly.\n    origin: the mayor\n    for:\n"
        "      - one: will cost $60 billion\n"
        "      - {source: two, quote: a bill of $60 billion, attributed_to: an auditor}\n"
    )
    examined = pipeline.examine(project({**COMPUTED, "content/claims/t.yaml": claims}))
    assert examined.site is not None
    assert not examined.found
    (claim,) = record(examined.site.judged)["claims"]
    speakers = [item["attributed_to"] for item in claim["evidence"]]
    assert speakers == ["the mayor", "an auditor"]
    assert claim["counts"]["origins"] == len(set(speakers)), "a program can count them itself"
