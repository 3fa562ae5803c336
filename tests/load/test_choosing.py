"""The element that holds the article is read, wherever a page has it."""

from __future__ import annotations

import pytest

from briefing.diagnostics import Diagnostic
from briefing.load import article
from briefing.load.sources import read_sources

_SENTENCE = (
    "The {} council of the harbour voted on the quay, and the mayor spoke for an hour about it."
)
PROSE = "".join(f"<p>{_SENTENCE.format(word)}</p>" for word in "old new same next last".split())
LINKS = "".join(
    f"<li><a href=x>Another story with a rather long headline, part {n}</a></li>" for n in range(40)
)
MENU = f"<nav><ul>{LINKS}</ul></nav>"
TEASER = "<article><h2>Teaser</h2><p>A short text of another article.</p></article>"


def read(html: str) -> tuple[str, tuple[Diagnostic, ...]]:
    sources, _, _ = read_sources("a: {title: A, file: a.html}", "excerpts")
    made, found = article(sources["a"], f"<!doctype html><body>{html}".encode())
    assert made is not None
    return made.text, found


@pytest.mark.parametrize(
    "html",
    [
        pytest.param(f"{MENU}<article>{PROSE}</article>", id="an article"),
        pytest.param(f"{MENU}{TEASER}<article>{PROSE}</article>", id="not the first article"),
        pytest.param(f"<article></article><div>{PROSE}</div>", id="an empty article"),
        pytest.param(f"<article hidden>{PROSE}</article><div>{PROSE}</div>", id="a hidden article"),
        pytest.param(f"<div>{LINKS}</div><div><div>{PROSE}</div></div>", id="no article at all"),
        pytest.param(f"<div>{LINKS}</div>{PROSE}", id="in the body itself"),
        pytest.param(f"<main>{TEASER}<div>{PROSE}</div></main>", id="a teaser in the main part"),
        pytest.param(
            "<main>" + "".join(f"<section><p>{_SENTENCE.format(n)}</p></section>" for n in range(5))
            + f"</main><div>{LINKS}</div>", id="in sections"),
        pytest.param(
            "<div>" + "".join(
                f"<div class=part><div><div><div><p>{_SENTENCE.format(n)}</p></div></div></div></div>"
                f"<div><ul>{LINKS}</ul></div>" for n in range(5)) + "</div>",
            id="in parts far apart"),
        pytest.param(
            f"<table><tr><td><ul>{LINKS}</ul><td>" + "<br><br>".join([_SENTENCE] * 5) + "</table>",
            id="in a cell"),
        pytest.param(f"<form><div>{PROSE}</div></form>", id="in a form"),
        pytest.param(f"<aside><h1>The quay</h1>{PROSE}</aside>", id="in an aside with the headline"),
        pytest.param(
            "<div>" + "".join(f"<p>{'码头很长，' * 8}</p>" for _ in range(5)) + f"</div><ul>{LINKS}</ul>",
            id="in Chinese"),
    ],
)  # fmt: skip
def test_the_article_is_read(html: str) -> None:
    text, found = read(html)
    assert not found
    assert len(text) > 200
    assert "Another story" not in text
    assert "Teaser" not in text
    assert text.count("council") == (0 if "码" in html else 5)


@pytest.mark.parametrize(
    "beside",
    [
        MENU,
        f"<aside>{PROSE}</aside>",
        f"<footer>{PROSE}</footer>",
        f"<div role=complementary>{PROSE}</div>",
        f"<div id=comments>{PROSE * 9}</div>",
        f"<ol class='commentlist big'>{PROSE * 9}</ol>",
    ],
)
def test_what_stands_beside_the_article_is_not_read(beside: str) -> None:
    text, found = read(f"<article>{PROSE}{beside}</article>")
    assert not found
    assert text.count("council") == 5
    assert text.count("\n") == 5


def test_a_paragraph_that_is_mostly_a_link_is_read() -> None:
    link = f"<p><a href=x>{_SENTENCE}</a> The mayor agreed.</p>"
    assert "The mayor agreed." in read(f"<article>{PROSE}{link}</article>")[0]


@pytest.mark.parametrize("word", ["Another story with a long headline", "另一个很长的标题在这里"])
def test_a_list_of_links_in_an_article_is_not_read(word: str) -> None:
    links = f"<li><a href=x>{word}</a></li>" * 3
    assert word not in read(f"<article>{PROSE}<ul>{links}</ul></article>")[0]


def test_the_headline_and_a_table_near_the_prose_are_read() -> None:
    table = "<table>" + "<tr><td>Cost</td><td>40 million euros</td></tr>" * 20 + "</table>"
    text, _ = read(
        f"{MENU}<article><header><h1>Quay</h1></header><div>{PROSE}</div>{table}</article>"
    )
    assert text.startswith("Quay\n")
    assert text.count("40 million euros") == 20


def test_of_a_page_without_prose_the_fullest_article_is_read() -> None:
    assert read("<article>a</article><article>It is open.</article>")[0] == "It is open.\n"


def test_a_notice_does_not_outweigh_an_article_of_short_lines() -> None:
    lines = "".join(f"<p>Mill {n} is open today.</p>" for n in range(30))
    notice = f"<div><div><p>{_SENTENCE}</p></div></div>"
    assert "Mill 7" in read(f"{notice}<article>{lines}</article>")[0]


def test_two_articles_of_one_page_are_in_doubt() -> None:
    text, (found,) = read(
        f"<article id=a>{PROSE}{PROSE}</article><article class='b c'>{PROSE}</article>"
    )
    assert text.count("council") == 10
    assert (found.code, found.at.file) == ("article-doubtful", "content/sources.yaml")
    assert found.message == "seeds/a.html holds two long texts; read: #a"
    assert found.hint is not None
    assert "selector: 'article.b.c'" in found.hint


@pytest.mark.parametrize(
    ("html", "selector"),
    [
        ("<div id='1 a'>{}</div>", "#\\31 \\ a"),
        ("<div><section>{}</section></div>", "section"),
        ("<p><div>x</div><div>{}</div>", "body > div:nth-of-type(2)"),
        ("<div id=a><div>x</div><div>{}</div></div>", "#a > div:nth-of-type(2)"),
    ],
)
def test_a_selector_is_written_that_matches(html: str, selector: str) -> None:
    _, (found,) = read(f"<article id=first>{PROSE}{PROSE}</article>" + html.format(PROSE))
    assert found.hint is not None
    assert f"selector: '{selector}'" in found.hint
