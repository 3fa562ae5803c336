"""A figure of another declared entity, or of a part, is told apart from the claim's."""

from __future__ import annotations

from dataclasses import replace

import pytest

from briefing.diagnostics import Span
from briefing.judge.stances import claim_figure, state
from briefing.judge.subjects import narrowed, other_subject
from briefing.model.content import Entity
from briefing.model.figures import Part
from tests.judge.reading import claim, source

ENTITIES = {
    id_: Entity(id_, name, None, Span("briefing.yaml"), speakers)
    for id_, name, speakers in (
        ("mill", "Tarn Mill (TM)", ("Ada Holm",)),
        ("works", "Corvo Works", ()),
        ("mine", "Tarn Mine", ()),
        ("kuang", "蒙特矿业", ()),
    )
}


def told(statement: str, quote: str, language: str = "en") -> Part | None:
    """Name what keeps the figures of a statement and of a quote apart, if one of the two rules does."""
    read = claim(f"claim: {statement}\nquotes:\n  - a: '{quote}'")
    read = replace(read, entity="mill")
    figure, found = claim_figure(read, language)
    assert not found
    assert figure is not None
    (item,) = read.items
    stated, _ = state(read, figure, item, None, source(f"language: {language}"))
    assert stated is not None
    assert stated.figure is not None
    other = other_subject(read, item, stated.figure, ENTITIES, language) or narrowed(
        read, figure, item, stated.figure, (language, language)
    )
    if other is None:
        return None
    obstacle, diagnostic = other
    assert diagnostic.code == "scope-differs"
    return obstacle.part


SOLD = "Tarn Mill sold 300 boats in 2024."


@pytest.mark.parametrize(
    "quote",
    [
        "Corvo Works sold 300 boats in 2024",
        "Corvo Works, which overtook Tarn Mill, sold 300 boats in 2024",
        "Its larger rival Corvo Works sold 300 boats",
        "It was a good year: Corvo Works sold 300 boats",
        "蒙特矿业 sold 300 boats in 2024",
        "In the year 2024 the much larger rival Corvo Works sold 300 boats",
    ],
)
def test_a_figure_of_another_entity_is_told_apart(quote: str) -> None:
    assert told(SOLD, quote) is Part.ENTITY


@pytest.mark.parametrize(
    "quote",
    [
        "Tarn Mill sold 300 boats in 2024 and overtook Corvo Works",
        "Tarn Mill, larger than Corvo Works, sold 300 boats",
        "TM sold 300 boats, and Corvo Works 12 ships",
        "It sold 300 boats, more than Corvo Works",
        "Ada Holm told Corvo Works of 300 boats",
        "The yard that outgrew rivals like Corvo Works sold 300 boats",
        "Tarn Mine sold 300 boats in 2024",  # shares a word with the claim's own
    ],
)
def test_an_entity_that_is_only_mentioned_is_left_in_peace(quote: str) -> None:
    assert told(SOLD, quote) is None


@pytest.mark.parametrize(
    ("language", "statement", "quote"),
    [
        ("en", SOLD, "Excluding ferries, Tarn Mill sold 300 boats in 2024"),
        ("en", SOLD, "In Norland alone, Tarn Mill sold 300 boats in 2024"),
        ("en", "Excluding ferries, Tarn Mill sold 300 boats.", "Tarn Mill sold 300 boats"),
        ("de", "Tarn Mill verkaufte 300 Boote.", "Allein in Norland verkaufte Tarn Mill 300 Boote"),
        ("fr", "Tarn Mill a vendu 300 bateaux.", "Hors ferries, Tarn Mill a vendu 300 bateaux"),
        (
            "es",
            "Tarn Mill vendió 300 barcos.",
            "Sin contar los ferris, Tarn Mill vendió 300 barcos",
        ),
        ("zh", "Tarn Mill售出300艘船。", "不含渡轮，Tarn Mill售出300艘船"),
    ],
)
def test_a_figure_of_a_part_is_told_apart(language: str, statement: str, quote: str) -> None:
    assert told(statement, quote, language) is Part.SCOPE


@pytest.mark.parametrize(
    ("statement", "quote"),
    [
        (SOLD, "In 2024 alone, Tarn Mill sold 300 boats"),
        ("Excluding ferries, it sold 300 boats.", "It sold 300 boats, not counting ferries"),
        ("Core prices rose 5%.", "Prices rose 5% excluding food and energy"),
    ],
)
def test_what_narrows_both_or_neither_is_left_in_peace(statement: str, quote: str) -> None:
    assert told(statement, quote) is None
