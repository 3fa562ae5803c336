"""What a file says of its article becomes one value for each key, or none."""

from __future__ import annotations

import time

import pytest

from briefing import load
from briefing.authoring.bounds import bounds, intruders
from briefing.authoring.entries import free_id
from briefing.authoring.guesses import guesses
from briefing.authoring.overlap import Shingled
from briefing.language import common
from briefing.located import parse, scalar
from briefing.model.content import Limits
from briefing.model.description import Hint, Told

GERMAN = "Der Rat hat am Freitag die Brücke über den Hafen und die Kosten dafür beschlossen. " * 8


@pytest.mark.parametrize(
    ("key", "words", "value"),
    [
        ("published", "2015-07-24T05:36:09+01:00", "2015-07-24"),
        ("published", "20150724", "2015-07-24"),
        ("published", "2015-07", "2015-07"),
        ("published", "July 24th, 2015", "2015-07-24"),
        ("published", "Friday, 24 July 2015", "2015-07-24"),
        ("published", "24. Juli 2015, 12:46 Uhr", "2015-07-24"),
        ("published", "2015年7月24日", "2015-07-24"),
        ("published", "2015-13-24", None),
        ("published", "yesterday", None),
        ("author", "By Ann Writer", "Ann Writer"),
        ("author", "Von Anna Schreiber", "Anna Schreiber"),
        ("author", "https://example.org/ann", None),
        ("author", "@ann", None),
        ("author", "post.example.org", None),
        ("author", "Ann Writer August 18, 2010 3:21 PM", "Ann Writer"),
        ("author", "Ann Writer , THE POST", "Ann Writer, THE POST"),
        ("publisher", "The Post - Latest news", "The Post"),
        ("language", "de_DE", "de-DE"),
        ("language", "en-GB", None),  # the project's own
        ("url", "//example.org/x", None),
        ("url", "https://example.org/x", "https://example.org/x"),
    ],
)
def test_one_hint(key: Told, words: str, value: str | None) -> None:
    found = guesses([Hint(key, words, "here")], GERMAN if value == "de-DE" else "", "en")
    assert (found[key].value if key in found else None) == value


def test_the_first_usable_hint_counts_and_says_where_it_is_from() -> None:
    hints = [Hint("author", "@ann", "a tag"), Hint("author", "By Ann", "a byline"),
             Hint("author", "Bob", "an end")]  # fmt: skip
    guess = guesses(hints, "", "en")["author"]
    assert (guess.value, guess.basis) == ("Ann", "guessed from a byline: By Ann")


def test_the_site_is_no_part_of_a_title_and_no_author() -> None:
    hints = [Hint("title", "A | B - The Post", "x"), Hint("publisher", "the post", "y"),
             Hint("author", "The Post", "z")]  # fmt: skip
    found = guesses(hints, "", "en")
    assert found["title"].value == "A | B"
    assert "author" not in found
    assert guesses(hints[:1], "", "en")["title"].value == "A | B - The Post"


def test_a_language_is_told_by_the_words_whatever_the_page_says() -> None:
    assert guesses([Hint("language", "en", "x")], GERMAN, "en")["language"].value == "de"
    assert guesses([], GERMAN, "en")["language"].basis == "guessed from its words: German"


@pytest.mark.parametrize("row", common("bylines")["byline"], ids=lambda row: row["language"])
def test_the_words_before_a_name(row: dict[str, dict[str, str]]) -> None:
    found = guesses([], f"A headline\n{row['example']['line']}\n", "en")
    assert found["author"].value == row["example"]["name"]


PROSE = "The council approved on Friday a bridge that will carry up to 300 people an hour."
LAST = "Work on it begins in spring, said the mayor of the town, and it will take two years."


@pytest.mark.parametrize(
    ("text", "starts", "ends"),
    [
        (f"{PROSE}\n{LAST}\n", None, None),
        (f"A headline\n\n{PROSE}\n{LAST}\nMore stories\n", "The council approved on Friday a",
         "it will take two years."),
        (f"A title of many words that goes on and on and has no full stop at all\n\n{PROSE}\n", "The council", None),
        ("Nothing but menus\nHome\n", None, None),
    ],
)  # fmt: skip
def test_a_body_begins_and_ends_with_prose(text: str, starts: str | None, ends: str | None) -> None:
    found = bounds(text)
    assert (found.starts or "").startswith(starts or "")
    assert bool(found.starts) == bool(starts)
    assert (found.ends or "").endswith(ends or "")
    assert bool(found.ends) == bool(ends)


def page_hints(head: str, body: str) -> list[Hint]:
    prose = f"<article>{body}<p>{PROSE}</p><p>{LAST}</p></article>"
    html = f"<html><head>{head}</head><body>{prose}</body></html>"
    return list(load.read_metadata("a.html", html.encode(), Limits()))


@pytest.mark.parametrize(
    ("head", "body", "title"),
    [
        # The heading that the page's title repeats is the article's, whatever the metadata says.
        ('<title>A ferry at night - Telegraph</title><meta property="og:title" content="Latest news">',
         "<h1>A ferry at night</h1>", "A ferry at night"),
        ("<title>Post | A ferry at night</title>", "<h1>A ferry at night</h1>", "A ferry at night"),
        ("<title>A ‘ferry’ – at night</title>", "<h1>Health Centre</h1><h2>A 'ferry' - at night</h2>",
         "A 'ferry' - at night"),
        # Neither the site's name nor a part of the title between two of its words is.
        ("<title>The bridge across the harbour is open | Post</title>", "<h1>Post</h1>",
         "The bridge across the harbour is open | Post"),
        ("<title>The ferry at night: faster</title>", "<h2>ferry at night</h2>",
         "The ferry at night: faster"),
    ],
)  # fmt: skip
def test_the_title_of_a_page(head: str, body: str, title: str) -> None:
    assert guesses(page_hints(head, body), "", "en")["title"].value == title


@pytest.mark.parametrize(
    ("body", "author"),
    [
        ("<h1>A ferry</h1><p class='byline'>By Ann Writer</p><p class='byline'>By Bob</p>", "Ann Writer"),
        ("<p class='author'>Columnist: more of his</p><h1>A ferry</h1><p class='byline'>By Ann Writer</p>",
         "Columnist: more of his"),  # inside the article
        ("<h1>A ferry</h1><p class='autor'>Ann Writer - Staff Reporter | Agency</p>", "Ann Writer"),
        ("<h1>A ferry</h1><p class='byline'>By</p>", None),
    ],
)  # fmt: skip
def test_the_byline_of_a_page(body: str, author: str | None) -> None:
    found = guesses(page_hints("<title>A ferry</title>", body), "", "en")
    assert (found["author"].value if "author" in found else None) == author


def test_a_byline_beside_the_article_counts_if_it_is_below_the_headline_or_alone() -> None:
    def author(above: str, below: str) -> str | None:
        html = (f"<title>A ferry</title><div>{above}</div><h1>A ferry</h1><div>{below}</div>"
                f"<article><p>{PROSE}</p><p>{LAST}</p></article>")  # fmt: skip
        found = guesses(load.read_metadata("a.html", html.encode(), Limits()), "", "en")
        return found["author"].value if "author" in found else None

    ann, bob = "<p class='byline'>Ann Writer</p>", "<p class='author'>Bob Other</p>"
    assert author(bob, ann) == "Ann Writer"
    assert author(ann, "") == "Ann Writer"
    assert author(ann + bob, "") is None


def test_each_author_of_a_page_is_named() -> None:
    head = '<meta name="citation_author" content="Writer, Ann"><meta name="citation_author" content="Other, Bob">'
    assert guesses(page_hints(head, ""), "", "en")["author"].value == "Writer, Ann; Other, Bob"


@pytest.mark.parametrize(
    ("path", "date"),
    [("2031/05/04/ferry", "2031-05-04"), ("world/2031/may/4/ferry", "2031-05-04"),
     ("news/2031-05-04/ferry", "2031-05-04"), ("2031/13/04/ferry", None), ("id/2031/05/ferry", None),
     ("1031/05/04", None)],
)  # fmt: skip
def test_a_date_in_the_address(path: str, date: str | None) -> None:
    found = guesses([Hint("url", f"https://post.example.org/{path}", "x")], "", "en")
    assert (found["published"].value if "published" in found else None) == date


def test_a_date_that_prose_speaks_of_is_not_the_articles() -> None:
    law = "The Social Security Act was signed into law on August 14, 1935"
    assert "published" not in guesses([], f"A headline\n{law}\n", "en")
    dated = f"A headline\n{law}\nUpdated 3:10 p.m., August 13, 2010\n"
    assert guesses([], dated, "en")["published"].value == "2010-08-13"


def test_a_page_begins_with_a_paragraph_and_not_with_its_title_or_a_caption() -> None:
    title = "Will the ferry across the harbour really run at night from June on, or not?"
    caption = "The ferry that will run at night, seen from the tower of the town hall at noon"
    text = f"{title}\n{caption}\n{PROSE}\n{LAST}\n{caption}\n"
    found = bounds(text, title, wrapped=False)
    assert (found.starts or "").startswith("The council approved")
    assert (found.ends or "").endswith("it will take two years.")
    assert bounds(text).starts is None  # lines of a text that are wrapped end anywhere


def test_what_is_inside_a_body_and_no_part_of_it() -> None:
    body = (
        "AcmeACME-- grew, ACME-- said.\nShare this\n5\nNo answer.\nIt is a long-term goalAcme to invest 380 billion"
        " in bridges and ferries[1]. More.\nShare this\n5\nNo answer.\nIt rained.\n"
    )
    assert list(intruders(body)) == [
        ("ACME--", "a widget, 2 times"),
        ("Acme to invest 380 billion in bridges and ferries[1]",
         "the title of a reference, glued into a sentence"),
        ("Share this", "a widget, 2 times"),
    ]  # fmt: skip


def test_an_overlap_is_a_share_of_the_words_and_names_sentences() -> None:
    own = "It rained in the morning and in the evening too, all day long."
    overlap = Shingled(f"{own} {PROSE}", "en").overlap(f"{LAST} {PROSE}")
    assert overlap is not None
    assert 0.3 < overlap.share < 0.7
    assert overlap.sentences == ((len(own) + 1, PROSE),)
    assert Shingled(own, "en").overlap(f"{PROSE} {LAST}") is None
    part = Shingled(PROSE, "en").overlap(f"{own} {PROSE} {LAST}")
    assert part is not None
    assert (part.share, part.of_other) == (1.0, False)
    whole = Shingled(f"{own} {PROSE} {LAST} {own}", "en").overlap(PROSE)
    assert whole is not None
    assert whole.of_other


@pytest.mark.parametrize(
    "text", ["plain", "NO", "null", "a: b", "a #b", "- a", "'a", "1e3", "a\nb", "", " a", "é—x", "a:", "x\u202e"]
)  # fmt: skip
def test_a_scalar_is_read_back_as_it_was(text: str) -> None:
    root, found = parse(f"key: {scalar(text)}  # why\n", "")
    assert found == ()
    assert root is not None
    held = root.get("key")
    assert held is not None
    assert held.value == text


@pytest.mark.parametrize(
    ("name", "expected"),
    [("Heise Medien", "heise-medien"), ("Süd Straße", "sud-strasse"), ("新华社", "source"), ("index", "source"),
     ("a", "a-3"), ("x" * 99, "x" * 40), ("one two three four five six seven eight nine", "one-two-three-four-five-six-seven-eight")],
)  # fmt: skip
def test_an_id_is_made_of_a_name(name: str, expected: str) -> None:
    assert free_id(name, {"a", "a-2"}, "source") == expected


@pytest.mark.parametrize(
    "text", ["a" * 400_000, "A" * 400_000, "a1 " * 130_000, ". " * 200_000, "aA[1]" * 80_000, "]\"'" * 130_000]
)  # fmt: skip
def test_a_hostile_text_takes_no_longer_than_its_length(text: str) -> None:
    began = time.perf_counter()
    guesses([], text, "en")
    bounds(f"{text}\n")
    list(intruders(text))
    Shingled(text, "en").overlap(text)
    assert time.perf_counter() - began < 20  # quadratic would be an hour
