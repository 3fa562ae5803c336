"""Run the examples of words beside quotes, and leave every bound and scale just outside a quote."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import Any

import pytest

from briefing.figures import read
from briefing.language import languages, table
from briefing.quotes import Body, Match, cut, denied, locate, sentence_ends, turned

PARTS = ("negations", "led", "denials", "untruths", "doubts", "after", "shares", "following")


def beside(text: str, quote: str, language: str) -> str:
    """Give the word that is noticed beside a quote, or nothing."""
    body = cut(text)
    assert isinstance(body, Body)
    match = locate(body, quote)
    assert isinstance(match, Match), (text, quote)
    return "; ".join(one.word for one in turned(body, match, language))


def sense(language: str, part: str) -> Iterator[str]:
    """Give the examples and counter-examples of a part of the table of words of sense."""
    for row in _rows(table(language, "sense")[part]):
        yield from row.get("examples", ())
        yield from row.get("counter_examples", ())


def _rows(held: dict[str, Any] | list[dict[str, Any]]) -> list[dict[str, Any]]:
    return held if isinstance(held, list) else [held]


@pytest.mark.parametrize("part", PARTS)
@pytest.mark.parametrize("language", sorted(languages()))
def test_a_word_is_noticed_where_the_table_says_so(language: str, part: str) -> None:
    for example in sense(language, part):
        marked, _, word = example.partition(" = ")
        first, _, last = marked.partition("|")
        text = first + last.removeprefix(" ") if first.endswith(" ") else first + last
        if part == "untruths":
            assert (denied(text, len(first), language) or "") == word, example
        else:
            quote = first if part in ("after", "shares", "following") else last
            assert beside(text, quote.strip(), language) == word, example


def bounds(language: str) -> Iterator[tuple[str, str, str]]:
    """Give a sentence with each spelling just outside its quote: text, quote, spelling."""
    hedges = table(language, "hedges")
    for row in hedges["before"]:
        lead = f"{row['after'][0]} " if "after" in row else "it was "
        for word in row["words"]:
            yield f"So {lead}{word} 40% that year.", "40% that year", word
            yield f"So {lead}{word} $40 then.", "$40 then", word
    for row in hedges["sign"]:
        for word in row["words"]:
            yield f"So it was {word}40% then.", "40% then", word
    for row in hedges["after"]:
        for word in row["words"]:
            yield f"So it had 40 {word} then.", "So it had 40", word
            yield f"So it had 40 stores {word} then.", "So it had 40 stores", word
            yield f"So it had 40 stores {word} then.", "So it had 40", word
            yield f"So it had 40 {word} then.", "So it had 40 … then.", word


def scales(language: str) -> Iterator[tuple[str, str, str]]:
    held, tens = table(language, "scales"), table(language, "numbers")["tens"]
    forty = next(word for word, value in tens.items() if value == 40)
    for row in held["scale"]:
        for word in row["words"]:
            for spelled in (word, word + held["plural"]):
                yield f"It paid $40 {spelled} then.", "It paid $40", spelled
                yield f"It paid $40-{spelled} then.", "It paid $40", spelled
                yield f"It had {forty} {spelled} then.", f"It had {forty}", spelled
                yield f"It had 40 {spelled} then.", "It had 40 … then.", spelled
        for letter in row.get("apart", ()):
            yield f"It paid $40 {letter} then.", "It paid $40", letter


@pytest.mark.parametrize("beyond", [bounds, scales])
@pytest.mark.parametrize("language", sorted(languages()))
def test_no_bound_or_scale_stands_unseen_beside_a_quote(
    language: str, beyond: Callable[[str], Iterator[tuple[str, str, str]]]
) -> None:
    unseen = {}
    for text, quote, word in beyond(language):
        noticed = beside(text, quote, language)
        # A longer one that begins or ends alike will do.
        if not noticed or (noticed not in word and word not in noticed):
            unseen[text, quote, word] = noticed
    assert not unseen


@pytest.mark.parametrize(
    ("text", "quote", "word"),
    [
        ("It took nearly a 40% share.", "40% share", "nearly"),
        ("It took nearly a 40% share.", "a 40% share", "nearly"),
        ("It has nearly a million users.", "a million users", "nearly"),
        ("It cost about US$ 40 then.", "40 then", "about"),
        ("It cost more than Rs. 40 then.", "Rs. 40 then", "more than"),
        ("It lost over three stores.", "three stores", "over"),
        ("It doubled or more.", "It doubled", "or more"),
    ],
)
def test_a_bound_is_seen_however_the_figure_is_written(text: str, quote: str, word: str) -> None:
    assert beside(text, quote, "en") == word


@pytest.mark.parametrize(
    ("text", "quote"),
    [
        ("A plan over three years.", "three years"),
        ("It fell over 12 long months.", "12 long months"),
        ("Read more about\n\n40 firms agreed.", "40 firms agreed"),
        ("It cost $40\n\nMillion of them left.", "It cost $40"),
        ("It had 40 dogs and up to 5 cats.", "It had 40 dogs"),
        ("It passed 40 laws.", "40 laws"),
        ("What it added up to: 40% then.", "40% then"),
        ("It cost $40 plus interest.", "It cost $40"),
        ("They ran 5 k runs.", "They ran 5"),
        ("It has 40 millionaires.", "It has 40"),
        ("The firm went over the plans. 40 firms agreed.", "40 firms agreed"),
    ],
)
def test_what_only_looks_like_one_is_left_in_peace(text: str, quote: str) -> None:
    assert beside(text, quote, "en") == ""


@pytest.mark.parametrize("language", sorted(languages()))
def test_sentences_end_where_the_table_says_so(language: str) -> None:
    held = table(language, "sentences")
    for example in held["examples"]:
        text = example.replace("| ", "")
        found = [begin for _, begin in sentence_ends(text, language) if begin < len(text)]
        assert found == [example.index("|")], example
    for example in held["counter_examples"]:
        assert [b for _, b in sentence_ends(example, language) if b < len(example)] == [], example


@pytest.mark.parametrize("language", sorted(languages()))
def test_a_narrative_counts_its_own_things(language: str) -> None:
    held = table(language, "narratives")
    own = set(held["own_things"])
    for example in held["examples"]:
        assert {one.unit for one in read(example, language)} <= own
    for example in held["counter_examples"]:
        assert not {one.unit for one in read(example, language)} <= own


def test_a_language_without_tables_turns_nothing() -> None:
    assert beside("It will not sink the stock.", "sink the stock", "xx") == ""
    assert denied("It did not fall 14%", 14, "xx") is None
    assert [end for end, _ in sentence_ends("It rose. Mr. Wu left.", "xx")] == [8, 12]
