"""Run the examples of words that make two measures of one, and hold their sides apart."""

from __future__ import annotations

import pytest

from briefing.figures import compare, read, variants
from briefing.language import languages, table
from briefing.model.figures import Figure, Obstacle, Part

GROUPS = [
    (language, group)
    for language in sorted(languages())
    for group in table(language, "variants")["group"]
]
EXAMPLES = [
    (language, group["sides"][0]["is"], *example.split(" = "))
    for language, group in GROUPS
    for example in group["examples"]
]
NONE = [
    (language, group["sides"][0]["is"], text)
    for language, group in GROUPS
    for text in group["counter_examples"]
]


def figure(text: str, language: str = "en") -> Figure:
    (quantity,) = read(text, language)
    return Figure(quantity, variants=variants(text, quantity.start, quantity.end, language))


@pytest.mark.parametrize(("language", "group", "text", "side"), EXAMPLES)
def test_a_side_is_read(language: str, group: str, text: str, side: str) -> None:
    assert dict(figure(text.replace("| ", ""), language).variants)[group] == side


@pytest.mark.parametrize(("language", "group", "text"), NONE)
def test_other_words_name_no_side(language: str, group: str, text: str) -> None:
    assert group not in dict(figure(text.replace("| ", ""), language).variants)


def test_the_sides_of_a_group_do_not_compare() -> None:
    net, gross = figure("Net sales were $5 million."), figure("Gross sales were $9 million.")
    why = compare(net, gross).why
    assert isinstance(why, Obstacle)
    assert (why.part, why.claim, why.item) == (Part.VARIANT, "net", "gross")


def test_each_figure_of_a_sentence_has_its_own() -> None:
    text = "GAAP profit was $5 million and non-GAAP profit $6 million."
    first, last = read(text, "en")
    assert dict(variants(text, first.start, first.end, "en"))["GAAP"] == "GAAP"
    assert dict(variants(text, last.start, last.end, "en"))["GAAP"] == "non-GAAP"


def test_words_after_a_figure_come_first() -> None:
    text = "It made $5 million on a GAAP basis and $6 million on a non-GAAP basis."
    first, last = read(text, "en")
    assert dict(variants(text, first.start, first.end, "en"))["GAAP"] == "GAAP"
    assert dict(variants(text, last.start, last.end, "en"))["GAAP"] == "non-GAAP"


def test_a_language_without_the_table_tells_none_apart() -> None:
    assert variants("Net sales were $5.", 15, 17, "tlh") == ()
