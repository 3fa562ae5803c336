"""Each way in which a quote fails to stand: its place, what it says, what to paste, where else."""

from __future__ import annotations

import pytest

from briefing.diagnostics import Span
from tests.anchor.reading import CLAIMS, SEED, anchored, mistake, related

TEXT = "The council announced\na $52 million (380 million crowns) bridge.\nThe toll is 5 crowns."


def test_a_word_that_differs() -> None:
    found = mistake(TEXT, "announced a $52 million (308 million crowns) bridge")
    assert (found.code, found.severity) == ("quote-not-found", "error")
    assert found.message == "not in the body of a"
    assert found.at == Span(CLAIMS, 6, 37, 6, 40)
    assert found.label == "the article says 380"
    assert found.hint == "paste  announced a $52 million (380 million crowns) bridge"
    assert related(found) == [
        (SEED, 1, 13,
         "the nearest passage: announced a $52 million ( [-308-]{+380+} million crowns) bridge"),
    ]  # fmt: skip


def test_a_word_that_the_article_has_not() -> None:
    found = mistake(TEXT, "The new council announced")
    assert (found.at.column, found.at.end_column) == (16, 19)
    assert found.label == "the article does not say this"
    assert found.hint == "paste  The council announced"


def test_a_word_that_the_quote_leaves_out() -> None:
    found = mistake(TEXT, "The announced a $52 million")
    assert (found.at.column, found.at.end_column) == (12, 39)
    assert found.label == "the article adds 'council'"
    assert found.hint == "paste  The council announced a $52 million"


def test_a_place_in_a_quote_over_several_lines_is_the_whole() -> None:
    found = mistake(TEXT, '{source: a, quote: "The toll\n          is 6 crowns"}')
    assert (found.at.line, found.at.end_line) == (6, 7)
    assert found.label == "the article says 5"


def test_nothing_comes_near() -> None:
    found = mistake(TEXT, "Weavers went home early")
    assert (found.at.column, found.label) == (12, None)
    assert found.hint == "no similar passage found"
    assert related(found) == []


def test_parts_out_of_order() -> None:
    found = mistake(TEXT, "The toll is 5 crowns … The council announced")
    assert found.message == (
        "not in the body of a: its parts are in the text, but not close together in this order"
    )


def test_a_quote_that_stands_several_times() -> None:
    found = mistake("one hall,\ntwo: one hall, one hall", "one hall")
    assert (found.code, found.at) == ("quote-ambiguous", Span(CLAIMS, 6, 12, 6, 20))
    assert found.message == "found 3 times in the body of a"
    assert found.hint == "quote more words, or use 'prefix' or 'suffix' to say which place is meant"
    places = [(1, 1), (2, 6), (2, 16)]
    assert related(found) == [(SEED, line, column, "one place") for line, column in places]


def test_no_more_than_five_places_are_listed() -> None:
    found = mistake("hall. " * 20, "hall")
    assert found.message == "found 20 times in the body of a"
    assert len(found.related) == 5


@pytest.mark.parametrize(
    ("quote", "message", "column"),
    [
        ("80 million crowns", "the quote begins inside '380'", 16),
        ("The coun", "the quote ends inside 'council'", 5),
        ("ouncil announced", "the quote begins inside 'council'", 5),
    ],
)
def test_a_quote_that_cuts_a_word(quote: str, message: str, column: int) -> None:
    found = mistake(TEXT, quote)
    assert (found.code, found.message) == ("quote-cuts-word", message)
    assert [(one[2], one[3]) for one in related(found)] == [(column, "the word is here")]


@pytest.mark.parametrize("quote", ["…", "'[…] …'", "'\u200b'"])
def test_a_quote_without_words(quote: str) -> None:
    found = mistake(TEXT, quote)
    assert (found.code, found.message) == ("quote-empty", "the quote is empty")


def test_words_around_that_are_others() -> None:
    found = mistake(TEXT, "{source: a, quote: million, prefix: '53'}")
    assert (found.code, found.message) == (
        "quote-not-found",
        "found in the body of a, but not between these words",
    )
    assert [(one[1], one[2]) for one in related(found)] == [(2, 7), (2, 20)]


def test_a_quote_outside_the_body() -> None:
    found = mistake(TEXT, "The toll is 5 crowns", ", body: {ends: bridge.}")
    assert (found.code, found.at.column) == ("quote-outside-body", 12)
    assert found.message == "found in the file of a, but outside the body"
    assert (
        found.hint == "explain with 'outside_body' why it counts, or fix the body in sources.yaml"
    )
    assert related(found) == [(SEED, 3, 1, "found here")]


def test_an_outside_quote_that_stands_inside() -> None:
    found = mistake(
        TEXT,
        "{source: a, quote: The toll is 5 crowns, outside_body: it is a caption}",
        ", body: {starts: The toll}",
    )
    assert (found.code, found.message) == ("quote-not-found", "not outside the body of a")


def test_an_outside_quote_with_its_reason() -> None:
    held, found = anchored(
        TEXT,
        "{source: a, quote: The toll is 5 crowns, outside_body: it is a caption}",
        source=", body: {ends: bridge.}",
    )
    assert (len(held.anchors), found) == (1, ())


def test_places_in_html_are_lines_of_the_page() -> None:
    _, (found,) = anchored("one hall, one hall", "one hall", html=True)
    assert related(found) == [(SEED, 7, 1, "one place")] * 2
