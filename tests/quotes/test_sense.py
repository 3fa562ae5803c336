"""Words that turn a quote are noticed, and natural quotes are left in peace."""

from __future__ import annotations

import re
from pathlib import Path

import pytest

from briefing.quotes import Body, Match, SenseWarning, Where, cut, denied, locate, turned


def _warnings(text: str, quote: str, omit: tuple[str, ...] = ()) -> tuple[SenseWarning, ...]:
    body = cut(text, omit=omit)
    assert isinstance(body, Body)
    match = locate(body, quote)
    assert isinstance(match, Match), match
    warnings = turned(body, match, "en")
    assert all(text[slice(*warning.span)].lower() for warning in warnings)
    return warnings


def _words(text: str, quote: str) -> list[tuple[str, Where]]:
    return [(warning.word, warning.where) for warning in _warnings(text, quote)]


@pytest.mark.parametrize(
    ("text", "quote", "word"),
    [
        ("It will not sink the stock.", "sink the stock", "not"),
        ("They never sold it.", "sold it", "never"),
        ("AI is no longer theoretical.", "theoretical", "no"),
        ("It isn’t in doubt.", "in doubt", "isn't"),
        ("It could well pay off.", "pay off", "could"),
        ("Instead of relying on commerce, it grows.", "relying on commerce", "Instead of"),
        ("The path is far from guaranteed.", "guaranteed", "far from"),
        ("The firm denied having sold it.", "having sold it", "denied"),
        ("They ask whether it pays.", "it pays", "whether"),
        ("cut prices by up to 97%", "97%", "up to"),
        ("growth of roughly 36% a year", "36% a year", "roughly"),
        ("spend over RMB 380 billion", "RMB 380 billion", "over"),
        ("spend more than $52 billion", "$52 billion", "more than"),
        ("a share of <5% today", "5% today", "<"),
        ("a share of ~ 5% today", "5% today", "~"),
        ("worth nearly $52.4 bn", "52.4 bn", "nearly"),
    ],
)
def test_before(text: str, quote: str, word: str) -> None:
    assert _words(text, quote) == [(word, Where.BEFORE)]


@pytest.mark.parametrize(
    ("text", "quote", "word"),
    [
        ("It will grow unless costs rise.", "It will grow", "unless"),
        ("It will grow, unless costs rise.", "It will grow", "unless"),
        ("It is best viewed not as a forecast.", "It is best viewed", "not"),
        ("All firms except Alibaba grew.", "All firms", "except"),
        ("It takes 5 years or more to build.", "5 years", "or more"),
        ("Has Acme offered $14 billion?", "offered $14 billion", "?"),
        ("Has it offered $14 billion to them? No.", "offered $14 billion", "?"),
    ],
)
def test_after(text: str, quote: str, word: str) -> None:
    assert _words(text, quote) == [(word, Where.AFTER)]


@pytest.mark.parametrize(
    ("text", "quote", "word"),
    [
        ("Costs, they said, could slow progress.", "Costs … slow progress", "could"),
        ("The firm did not, all told, sell it.", "The firm … sell it", "not"),
        ("Prices fell by up to 97% then.", "Prices fell … 97% then", "up to"),
        ("It grows, if at all. It fell. It may shrink.", "It grows … shrink", "if"),
        ("It grows. It fell. Now it may shrink.", "It grows … shrink", "may"),
    ],
)
def test_left_out(text: str, quote: str, word: str) -> None:
    assert _words(text, quote) == [(word, Where.LEFT_OUT)]


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("It may rain. The stock will rise.", "The stock will rise"),
        ("It might rain, the stock will rise.", "the stock will rise"),
        ("What we could not say (the stock rose)", "the stock rose"),
        ("Nobody could—the stock rose", "the stock rose"),
        ("What it might not\n\nThe stock rose", "The stock rose"),
        ("The stock rose\n\nNot that it matters", "The stock rose"),
        ("It could in the end rise.", "rise"),
        ("It rose in the end if that", "It rose"),
        ("which not only attracts developers", "attracts developers"),
        ("There is no doubt that it rose.", "that it rose"),
        ("In May 2025 it rose.", "2025 it rose"),
        ("talks about AI and over the years", "AI and"),
        ("spread over the next three years", "the next three years"),
        ("It rose. No one knows.", "It rose."),
        ("It rose, not by chance.", "It rose"),
        ("The costs could rise.", "The costs"),
        ("It grows well. It did not fall. Then it rose.", "It grows well. … Then it rose."),
        ("It grows\n\nIt did not fall\n\nThen it rose", "It grows … Then it rose"),
        ("it is not only big but also wide", "it is … big but"),
    ],
)
def test_quiet(text: str, quote: str) -> None:
    assert _words(text, quote) == []


def test_words_of_the_quote_itself_do_not_count() -> None:
    assert _words("It will not sink, and could rise.", "not sink, and could rise") == []


def test_the_word_nearest_to_the_quote_is_named_in_its_place() -> None:
    text = "It may never sell the shares, it said."
    (warning,) = _warnings(text, "sell the shares")
    assert (warning.word, text[slice(*warning.span)]) == ("never", "never")
    assert warning.says == "'never' is just before the quote"


def test_omitted_text_turns_nothing() -> None:
    assert _warnings("It will [not] sink.", "sink", omit=("[not]",)) == ()


@pytest.mark.parametrize("path", sorted(Path("seeds").glob("*.txt")), ids=lambda path: path.name)
def test_quotes_of_whole_clauses_are_left_in_peace(path: Path) -> None:
    """Of the real articles, every clause is a natural quote, and holds the words that turn it."""
    body = cut(path.read_text("utf-8"))
    assert isinstance(body, Body)
    clauses = [clause.strip() for clause in re.split(r"[.,;:]\s", body.text)]
    matches = [match for match in (locate(body, c) for c in clauses) if isinstance(match, Match)]
    assert len(matches) > 30
    warned = [match for match in matches if turned(body, match, "en")]
    assert len(warned) <= len(matches) // 50


@pytest.mark.parametrize(
    ("text", "word"),
    [
        ("Sales did not fall 14%", "not"),
        ("Sales didn't fall 14%", "didn't"),
        ("There is no truth in a fall of 14%", "no truth"),
        ("It NEVER fell 14%", "NEVER"),
        ("It was wrong, then false, that it fell 14%", None),
        ("Not just costs fell 14%", None),
        ("No rival fell 14%", None),
        ("Nothing else fell 14%", None),
        ("It did not fall. It rose 14%", None),
        ("It did not fall — it rose 14%", None),
    ],
)
def test_the_clause_that_leads_to_a_figure(text: str, word: str | None) -> None:
    assert denied(text, text.index("14%"), "en") == word


def test_a_question_behind_a_sign_asks_about_something_else() -> None:
    assert not _words("Acme offered $14 billion, but will it pay?", "Acme offered $14 billion")
    assert not _words("Acme offered $14 billion. Will it pay?", "Acme offered $14 billion")
    assert not _words("Has Acme offered $14 billion?", "Has Acme offered $14 billion?")
