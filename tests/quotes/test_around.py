"""The sentences around a quote: as written, bounded, and with the quote's words found in them."""

from __future__ import annotations

import pytest

from briefing.quotes import Around, Body, Match, around, cut, locate


def found(text: str, quote: str, omit: tuple[str, ...] = ()) -> Around:
    body = cut(text, omit=omit)
    assert isinstance(body, Body)
    match = locate(body, quote)
    assert isinstance(match, Match), (text, quote)
    return around(body, match, quote, "en")


@pytest.mark.parametrize(
    ("text", "quote", "sentences"),
    [
        ("It rose. It fell by 5–7%\nin May. It ended.", "5-7%", "It fell by 5–7%\nin May."),
        ("It rose. It fell. It ended.", "rose … fell", "It rose. It fell."),
        ("It rose.\n\n  It fell", "fell", "It fell"),
        ("It rose (AD) by 5%.", "rose by 5%", "It rose by 5%."),
    ],
)
def test_the_sentences_are_given_as_written(text: str, quote: str, sentences: str) -> None:
    assert found(text, quote, ("(AD) ",) if "AD" in text else ()).text == sentences


@pytest.mark.parametrize(
    ("text", "quote", "words", "written"),
    [
        ("It had “5–7”  shops\nin May.", 'had  "5-7" shops in May', "5-7", "5–7"),
        ("It had “5–7”  shops\nin May.", 'had  "5-7" shops in May', "May", "May"),
        ("It had \ufb01ve shops in all of May.", "It had … five … of May", "five", "\ufb01ve"),
        ("It had five … shops.", "five … shops", "five … shops", "five … shops"),
        ("It had (AD) 5 (AD) shops.", "had 5 shops", "5 shops", "5 shops"),
        ("It had 5\u00adshops.", "had 5shops", "5s", "5\u00ads"),
    ],
)
def test_words_of_a_quote_are_found_in_them(
    text: str, quote: str, words: str, written: str
) -> None:
    there = found(text, quote, ("(AD) ",) if "AD" in text else ())
    start = quote.index(words)
    place = there.place(start, start + len(words))
    assert place is not None
    assert there.text[slice(*place)] == written
    spans = there.spans(*place)
    assert "".join(text[start:end] for start, end in spans) == written
    assert there.of_file((spans[0][0], spans[-1][1])) == place


def test_a_mark_of_elision_is_nowhere() -> None:
    there = found("It had five red shops.", "five … shops")
    assert there.place(5, 6) is None


def test_no_more_is_given_than_is_needed() -> None:
    there = found(f"{'before ' * 99}here it is{' after' * 99}", "here it is")
    assert len(there.text) < 400
    assert there.text.split()[0] == "before"
    assert there.of_file((0, 3)) == (0, 0)
