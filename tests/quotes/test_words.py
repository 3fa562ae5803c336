"""Words and numbers begin and end where a reader would say so."""

from __future__ import annotations

import pytest

from briefing.quotes.words import LONGEST, inside_word, whole_words, words


def _at(marked: str) -> tuple[str, int]:
    at = marked.index("|")
    return marked.replace("|", ""), at


@pytest.mark.parametrize(
    "marked",
    [
        "un|true", "3|5%", "52|.4", "52.|4", "1,|000", "1|,000", "1'|000", " .|5",
        "Q|4", "4|x", "2|½", "10|²", "-|5%", "(-|0.39%)", "$-|0.49", "-|.5", "can|'t", "can'|t",
        "isn|'t so", "e|\u0301", "380|b", "Б|ог", "한|국", "อ|ั", "2025|-26", "in 2024|/25",
    ],
)  # fmt: skip
def test_inside(marked: str) -> None:
    assert inside_word(*_at(marked))


@pytest.mark.parametrize(
    "marked",
    [
        "|word", "word|", "$|52", "52| billion", "35|%", "Alibaba|'s", "l'|entreprise", "GPT|-4",
        "GPT-|4", "91-|93", "91|-93", "year|-over-year", "one. |Two", "end|.", "U.|S", "24/|02",
        "阿|里", "AI|芯片", "芯片|AI", "380|亿", "ไ|ท", "カ|タ", "--|5", "[|1]", "...|5", "x, |5", "12025|-26", "2025|-style",
    ],
)  # fmt: skip
def test_not_inside(marked: str) -> None:
    assert not inside_word(*_at(marked))


def test_a_place_is_widened_to_its_word() -> None:
    assert whole_words("rose 35% or so", (6, 8)) == (5, 8)
    assert whole_words("rose -52.4 or so", (8, 8)) == (5, 10)
    assert whole_words("a" * 1000, (500, 500)) == (500 - LONGEST, 500 + LONGEST)


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("a $52.4 bn (380) bet", ["a", "$", "52.4", "bn", "(", "380", ")", "bet"]),
        ("Alibaba's isn't 2024's", ["Alibaba", "'", "s", "isn't", "2024", "'", "s"]),
        ("AI-driven, 1,000.", ["AI", "-", "driven", ",", "1,000", "."]),
        ("投入380亿", ["投", "入", "380", "亿"]),
        ("café हिन्दी", ["café", "हिन्दी"]),
    ],
)
def test_words(text: str, expected: list[str]) -> None:
    assert [text[start:end] for start, end in words(text)] == expected
