"""Hold the reader to say which numbers it does not understand, and to keep quiet on the rest."""

from __future__ import annotations

import time

import pytest

from briefing.figures import unread


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("A 400-wing hospital opened.", ["400"]),
        ("The index closed at 24,506.81.", ["24,506.81"]),
        ("It won seven of the last eight games.", ["seven"]),
        ("It is 2m wide.", ["2"]),
    ],
)
def test_a_number_without_meaning_is_told(text: str, numbers: list[str]) -> None:
    found = unread(text, "en")
    assert [one.text for one in found] == numbers
    assert all(text[one.start : one.end] == one.text for one in found)


@pytest.mark.parametrize(
    "text",
    [
        "Sales rose 5% to $3 billion in 2024.",
        "On 5 May 2025 it met at 9 a.m. and at 12:30.",
        "GPT-4, Windows 11 and Llama 3.1 run on Python 3.11.",
        "Windows 11 is required.",
        "1. Results\n2. Outlook [3] and (4).",
        "The 1990s and the 2nd half of 2024/25.",
        "Since 1840 it stands at 270 Park Avenue and at 1 Canada Square.",
        "His 22-year-old son saw 10-year Treasury yields, and 2- and 10-year yields.",
        "It was on Tuesday, Nov, 29, 2016, and in 2018.6 Then it met.",
        "Call +86 571 8502 2088.",
        "Wu, 49, became head in Q4.",
        "One of the two plants; the Big Three; a firm.",
        "Six Flags and Century 21 merged.",
        "Shares (SHA: 600519) rose.",
        "The 401(k) plan, Form 10-K and 24/7 support.",
    ],
)
def test_names_dates_and_places_are_known(text: str) -> None:
    assert unread(text, "en") == ()


def test_a_language_without_tables_tells_nothing() -> None:
    assert unread("It has 12 wugs 7 long.", "tlh") == ()


@pytest.mark.parametrize(
    "unit", ["9,", "9.", "1,234,", "seven ", "9/11 ", "400-wing ", "10 x ", "(4) ", "+1 "]
)
def test_the_work_grows_with_the_length_and_no_faster(unit: str) -> None:
    def cost(length: int) -> float:
        start = time.process_time()
        unread((unit * (length // len(unit) + 1))[:length], "en")
        return time.process_time() - start

    cost(100)
    assert cost(20_000) < 40 * max(cost(2_000), 0.01)
