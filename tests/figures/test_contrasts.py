"""Run the examples of what makes two statements that are alike in the rest speak of two things."""

from __future__ import annotations

import pytest

from briefing.figures import Contrast, contrast, other_group, read
from briefing.language import languages, table


def parted(example: str, language: str) -> Contrast | None:
    """Lay the two statements of an example side by side, each by its last figure."""
    claim, quote = example.split(" | ")
    figures = read(claim, language)[-1], read(quote, language)[-1]
    return contrast((claim, quote), figures, language)


@pytest.mark.parametrize("language", sorted(languages()))
def test_statements_part_where_the_table_says_so(language: str) -> None:
    for example in table(language, "contrasts")["examples"]:
        texts, _, told = example.partition(" = ")
        found = parted(texts, language)
        assert found is not None, example
        words = " / ".join(filter(None, (found.claim, found.quote)))
        assert f"{found.parting} {words}" == told, example


@pytest.mark.parametrize("language", sorted(languages()))
def test_statements_in_other_words_do_not_part(language: str) -> None:
    for example in table(language, "contrasts")["counter_examples"]:
        assert parted(example, language) is None, example


@pytest.mark.parametrize("language", sorted(languages()))
def test_a_share_is_of_the_group_behind_it(language: str) -> None:
    for example in table(language, "contrasts")["of_group_examples"]:
        text, _, group = example.partition(" = ")
        share = read(text, language)[-1]
        assert other_group((text, "—"), share, language) == group, example
        assert other_group((text, text), share, language) is None, example


def test_a_language_without_tables_parts_nothing() -> None:
    figure = read("It has 40 stores", "en")[0]
    assert contrast(("It has 40 stores", "It has 40 trees"), (figure, figure), "tlh") is None
