"""Lists of sources and publishers come in orders, each whole over all pages, and say which they have."""

from __future__ import annotations

import re

import pytest

from briefing.model.judged import Reason
from briefing.model.verdict import Verdict
from tests.view.briefings import Built, article, built, dated, judged, judgement, publisher, quote

TEXT = "It is so."


@pytest.fixture(scope="module")
def made() -> Built:
    articles = [
        article("a", TEXT, title="“Érosion” of margins", publisher="q", published=dated("2024-05-01")),
        article("b", TEXT, title="Zebra", publisher="p", published=dated("2025-01-01")),
        article("c", TEXT, title="apples"),
        article("d", TEXT, title="Falling prices", publisher="p", published=dated("2023-01-01")),
    ]  # fmt: skip
    claims = [
        judgement(f"c{n}", TEXT, Verdict.UNSUPPORTED, Reason.SINGLE_SOURCE, [quote(one, "It is so") for one in said])
        for n, said in enumerate(("bd", "b", "a"))
    ]  # fmt: skip
    return built(judged(articles, [publisher("q", "able"), publisher("p", "Baker")], claims))


def rows(made: Built, path: str) -> list[str]:
    body = made.html(path).split("<tbody>")[1]
    return re.findall(r'<th scope="row">.*?href="[./]*(?:sources|publishers)/(\w+).html"', body)


def heads(made: Built, path: str) -> dict[str, str | None]:
    """Give the direction of each column, or where its heading leads."""
    head = made.html(path).split("<thead>")[1].split("</thead>")[0]
    found = re.findall(
        r'<th scope="col"(?: class="align-right")?(?: aria-sort="(\w+)")?>(?:<a href="([^"]+)">|<b>)([^< ]+)',
        head,
    )
    return {text: sort or href.replace("../", "") for sort, href, text in found}


@pytest.mark.parametrize(
    ("path", "order"),
    [
        ("sources/index.html", "badc"),
        ("sources/index/title.html", "cadb"),
        ("sources/index/publisher.html", "adbc"),
        ("sources/index/date.html", "badc"),
        ("publishers/index.html", "pq"),
        ("publishers/index/articles.html", "pq"),
        ("publishers/index/name.html", "qp"),
    ],
)
def test_each_address_has_its_order(made: Built, path: str, order: str) -> None:
    assert "".join(rows(made, path)) == order


def test_the_column_in_order_says_so_and_the_others_lead_to_theirs(made: Built) -> None:
    assert heads(made, "sources/index.html") == {
        "Article": "sources/index/title.html",
        "Publisher": "sources/index/publisher.html",
        "Published": "sources/index/date.html",
        "Claims": "descending",
    }
    assert heads(made, "sources/index/title.html")["Article"] == "ascending"
    assert heads(made, "sources/index/title.html")["Claims"] == "sources/index.html"
    assert "<h1>Sources by date</h1>" in made.html("sources/index/date.html")


def test_one_source_has_no_order() -> None:
    made = built(judged([article("a", TEXT)]))
    assert [path for path in made.site.routes if path.startswith("sources/index")] == [
        "sources/index.html"
    ]
    assert "<a " not in made.html("sources/index.html").split("<thead>")[1].split("</thead>")[0]


def test_each_order_goes_on_over_all_pages() -> None:
    made = built(judged([article(f"s{n:03}", TEXT, title=f"T {999 - n}") for n in range(250)]))
    both = ("sources/index/title.html", "sources/index/title/2.html")
    assert [id_ for path in both for id_ in rows(made, path)] == [
        f"s{n:03}" for n in reversed(range(250))
    ]
    assert 'href="../../../sources/index/date.html">' in made.html(both[1])
