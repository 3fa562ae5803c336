"""Show how messages are put into the language of a site: counts, numbers, lists, plurals."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from briefing.language import messages as module
from briefing.language.messages import ENGLISH, Messages, messages

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path


@pytest.fixture
def polish(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Messages]:
    """Read a catalogue from the folder of a language, as one that comes with the package."""
    catalogue = Catalog(locale="pl")
    catalogue.add(
        ("%(count)s voice", "%(count)s voices"),
        ("%(count)s głos", "%(count)s głosy", "%(count)s głosów"),
    )
    catalogue.add("one", "jeden")
    catalogue.add("1,234.5", "1 234,5")
    catalogue.add("%(first)s and %(last)s", "%(first)s i %(last)s")
    catalogue.add("disputed", "sporne")
    (tmp_path / "pl").mkdir()
    with (tmp_path / "pl" / "messages.mo").open("wb") as file:
        write_mo(file, catalogue)
    monkeypatch.setattr(module, "files", lambda _: tmp_path)
    messages.cache_clear()
    yield messages("pl-PL")
    messages.cache_clear()


def test_counts_are_words_up_to_twelve() -> None:
    def voices(count: int) -> str:
        return ENGLISH.counted("%(count)s voice", "%(count)s voices", count)

    assert [voices(count) for count in (0, 1, 12)] == ["no voices", "one voice", "twelve voices"]
    assert ENGLISH.number(13) == "13"
    assert ENGLISH.number(12_345) == "12,345"


@pytest.mark.parametrize(
    ("number", "text"),
    [
        (999, "999"),
        (1234, "1,234"),
        (-1234, "-1,234"),
        (Decimal("1234.50"), "1,234.5"),
        (Decimal("0E+2"), "0"),
        (Decimal("1E+3"), "1,000"),
    ],
)
def test_numbers_are_written_in_groups_of_three(number: int | Decimal, text: str) -> None:
    assert ENGLISH.digits(number) == text


def test_lists_read_like_sentences() -> None:
    lists: tuple[tuple[str, ...], ...] = ((), ("a",), ("a", "b"), ("a", "b", "c"))
    assert [ENGLISH.listed(one) for one in lists] == ["", "a", "a and b", "a, b and c"]
    assert [ENGLISH.either(one) for one in lists] == ["", "a", "a or b", "a, b or c"]


def test_a_catalogue_gives_its_own_plurals_signs_and_words(polish: Messages) -> None:
    def voices(count: int) -> str:
        return polish.counted("%(count)s voice", "%(count)s voices", count)

    assert [voices(count) for count in (1, 22, 25)] == ["jeden głos", "22 głosy", "25 głosów"]
    assert polish.digits(Decimal("12345.50")) == "12 345,5"
    assert polish.digits(1234) == "1 234"
    assert polish.listed(("a", "b")) == "a i b"
    assert polish.word("disputed") == "sporne"


def test_what_is_not_translated_stays_english(polish: Messages) -> None:
    assert polish("%(count)s more", count="5") == "5 more"
    assert polish.word("corroborated") == "corroborated"
    assert polish.word("") == ""
    assert messages("de") is ENGLISH
    assert messages("../pl") is ENGLISH
