"""`data/sources.csl.json` has the shape that reference managers read."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from briefing.model.content import Dating
from briefing.model.judged import Judged
from briefing.model.periods import Period
from tests.view.briefings import article, dated, judged, publisher
from tests.view.exports.conftest import site_of, text_of
from tests.view.test_untrusted import ATTACKS

SHAPE = {
    "type": "array",
    "items": {
        "type": "object",
        "required": ["id", "type", "title"],
        "additionalProperties": False,
        "properties": {
            "id": {"type": "string"},
            "type": {"enum": ["webpage", "document"]},
            "title": {"type": "string"},
            "author": {
                "type": "array",
                "items": {
                    "type": "object",
                    "required": ["literal"],
                    "additionalProperties": False,
                    "properties": {"literal": {"type": "string"}},
                },
            },
            "container-title": {"type": "string"},
            "issued": {
                "type": "object",
                "required": ["date-parts"],
                "additionalProperties": False,
                "properties": {
                    "date-parts": {
                        "type": "array",
                        "minItems": 1,
                        "maxItems": 1,
                        "items": {
                            "type": "array",
                            "items": {"type": "integer"},
                            "minItems": 1,
                            "maxItems": 3,
                        },
                    }
                },
            },
            "URL": {"type": "string", "pattern": "^https?://"},
            "note": {"type": "string"},
        },
    },
}
"""The part of the Citation Style Language's own schema that is used here, and no more."""


def items(briefing: Judged) -> list[dict[str, Any]]:
    found = json.loads(text_of(site_of(briefing), "data/sources.csl.json"))
    jsonschema.validate(found, SHAPE, jsonschema.Draft202012Validator)
    return list(found)


def test_every_source_is_an_item(real: tuple[Path, Judged]) -> None:
    _, briefing = real
    found = items(briefing)
    assert [one["id"] for one in found] == sorted(briefing.content.sources)
    for one in found:
        source = briefing.content.sources[one["id"]]
        assert one["title"] == source.title
        assert ("author" in one) is (source.author is not None)


def test_what_is_known_is_told_and_what_is_inferred_says_so() -> None:
    found = items(
        judged(
            articles=(
                article(
                    "a",
                    "",
                    url="https://example.org/a",
                    author="Ann Other",
                    publisher="p",
                    publisher_because="by its byline.",
                    published=dated("2025-02-24", "from its heading"),
                ),
                article("b", "", url="javascript:alert(1)"),
            ),
            publishers=(publisher("p", "The Paper"),),
        )
    )
    assert found == [
        {
            "id": "a",
            "type": "webpage",
            "title": "Title of a",
            "author": [{"literal": "Ann Other"}],
            "container-title": "The Paper",
            "issued": {"date-parts": [[2025, 2, 24]]},
            "URL": "https://example.org/a",
            "note": "Publisher inferred: by its byline. Date inferred: from its heading.",
        },
        {"id": "b", "type": "document", "title": "Title of b"},
    ]


@pytest.mark.parametrize(
    ("text", "parts"), [("2025", [2025]), ("2025-02", [2025, 2]), ("2025-02-03", [2025, 2, 3])]
)
def test_a_date_is_as_precise_as_it_is_known(text: str, parts: list[int]) -> None:
    day = date(2025, 2, 3)
    period = Period(text, day, day)
    (found,) = items(judged(articles=(article("a", "", published=Dating(text, period, None)),)))
    assert found["issued"] == {"date-parts": [parts]}


@pytest.mark.parametrize("attack", ATTACKS)
def test_hostile_texts_stay_values(attack: str) -> None:
    hostile = article(
        "a", "", title=attack, author=attack, url=attack, published=Dating(attack, None, attack)
    )
    (found,) = items(judged(articles=(hostile,)))
    assert (found["title"], found["author"]) == (attack, [{"literal": attack}])
    assert "URL" not in found
    assert "issued" not in found
