"""A quote that appears in another source than the one that is named: both are told."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from briefing import load, pipeline
from briefing.diagnostics import Diagnostic
from briefing.model.content import Source
from briefing.units import Memory
from tests.conftest import ProjectMaker

FILES = {
    "briefing.yaml": "title: T\ntopics: [{id: cost, title: Cost}]\n",
    "content/sources.yaml": (
        "gazette: {title: A, file: a.txt, publisher: gazette}\n"
        "herald: {title: B, file: b.txt, publisher: gazette}\n"
        "page: {title: C, file: c.html, publisher: gazette}\n"
    ),
    "content/publishers.yaml": "gazette: {name: Gazette}\n",
    "content/index.md": "The quay.\n",
    "content/topics/cost.md": "The quay.\n",
    "seeds/a.txt": "The quay will open in May. It is long.\n",
    "seeds/b.txt": "A pier was built.\nThe mayor opened the long pier.\n",
    "seeds/c.html": "<nav>Menu</nav><article><p>é The pier.</p><p>Nobody owns the pier.</p></article>",
}


def found_in(root: Path, memory: Memory | None = None) -> list[Diagnostic]:
    examined = pipeline.examine(root, memory.unit) if memory else pipeline.examine(root)
    return [one for one in examined.found if one.code == "quote-not-found"]


def with_quote(project: ProjectMaker, words: str) -> Path:
    claims = (
        f"topic: cost\nclaims:\n  quay:\n    claim: It is.\n    for:\n      - gazette: {words}\n"
    )
    return project({**FILES, "content/claims/cost.yaml": claims})


def test_the_source_that_has_it_is_named(project: ProjectMaker) -> None:
    root = with_quote(project, "The mayor opened the long pier")
    memory = Memory()
    for _ in range(2):
        (one,) = found_in(root, memory)
        assert one.message == "not in the body of gazette"
        assert one.hint == "name the source that the quote is from:  herald"
        related = one.related[0]
        assert (related.at.file, related.at.line, related.at.column, related.message) == (
            "seeds/b.txt", 2, 1, "the quote is in herald",
        )  # fmt: skip
        memory = memory.following()


def test_a_page_of_one_line_gives_the_column(project: ProjectMaker) -> None:
    (one,) = found_in(with_quote(project, "Nobody owns the pier"))
    page = FILES["seeds/c.html"]
    assert (one.related[0].at.line, one.related[0].at.column) == (1, page.index("<p>Nobody") + 1)


@pytest.mark.parametrize(
    "words", ["Nobody knows of this at all", "pier", "The quay will shut in May"]
)
def test_words_that_are_nowhere_or_too_few_keep_their_hint(
    words: str, project: ProjectMaker
) -> None:
    (one,) = found_in(with_quote(project, words))
    assert not (one.hint or "").startswith("name the source")


def test_no_article_is_read_twice_where_no_quote_is_lost(
    project: ProjectMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = with_quote(project, "The quay will open in May")
    read: list[str] = []
    article = load.article

    def counted(source: Source, *given: Any) -> object:  # noqa: ANN401
        read.append(source.id)
        return article(source, *given)

    monkeypatch.setattr(load, "article", counted)
    pipeline.examine(root)
    assert read == ["gazette", "herald", "page"]
