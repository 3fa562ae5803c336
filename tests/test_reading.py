"""`briefing text` shows what is read of an article, its body and its numbers."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefing.cli import main
from tests.conftest import ProjectMaker
from tests.load.test_pdf import pdf

ARTICLE = """The Gazette
The quay cost about $40 million in 2024, or up to 5% more. Sign up now. Nobody pays 12 foobars.
All rights reserved, 2025.
"""
FILES = {
    "briefing.yaml": "title: T\ntopics: [{id: cost, title: Cost}]\n",
    "content/sources.yaml": (
        "gazette:\n  title: A\n  file: gazette.txt\n"
        "  body: {starts: The quay, ends: foobars.}\n  omit: [Sign up now.]\n"
        "page: {title: B, file: page.html}\n"
    ),
    "seeds/gazette.txt": ARTICLE,
    "seeds/page.html": "<nav>Menu</nav><article id=a>The quay is open.</article>",
    "seeds/other.md": "# The *quay*\n",
}


def run(monkeypatch: pytest.MonkeyPatch, folder: Path, *given: str) -> Result:
    monkeypatch.chdir(folder)
    return CliRunner().invoke(main, ["text", *given])


def test_the_body_and_what_is_outside_are_marked(
    project: ProjectMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = run(monkeypatch, project(FILES), "gazette")
    assert shown.exit_code == 0
    first, share, _, *lines = shown.stdout.splitlines()
    assert first == "seeds/gazette.txt: all"
    assert share.startswith("body: ")
    assert lines == [
        "- The Gazette",
        "  The quay cost about $40 million in 2024, or up to 5% more.",
        "- Sign up now.",
        "  Nobody pays 12 foobars.",
        "- All rights reserved, 2025.",
    ]


def test_each_number_is_listed_with_its_place_interval_unit_period_and_why(
    project: ProjectMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = run(monkeypatch, project(FILES), "seeds/gazette.txt", "--figures")
    assert shown.stdout.splitlines()[:2] == [
        "line 2  'about $40 million'  39500000 to 40500000  USD  2024  about",
        "line 2  'up to 5%'  open to 5  %  2024  at most",
    ]
    assert "2025" not in shown.stdout


@pytest.mark.parametrize(
    ("name", "first"),
    [
        ("page", "seeds/page.html: #a, chosen: 17 of the 21 characters that a browser shows"),
        ("seeds/other.md", "seeds/other.md: all as rendered, without front matter"),
    ],
)
def test_what_of_a_file_is_read_is_said(
    project: ProjectMaker, monkeypatch: pytest.MonkeyPatch, name: str, first: str
) -> None:
    shown = run(monkeypatch, project(FILES), name)
    assert shown.stdout.splitlines()[0].startswith(first)


def test_a_file_needs_no_project(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    (tmp_path / "a.pdf").write_bytes(pdf([["One."], ["Two of 40."]]))
    shown = run(monkeypatch, tmp_path, "a.pdf")
    assert shown.stdout.splitlines()[2:] == ["", "page 1", "  One.", "page 2", "  Two of 40."]


def test_the_same_for_programs(project: ProjectMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    shown = json.loads(run(monkeypatch, project(FILES), "gazette", "--format", "json").stdout)
    assert shown["version"] == 1
    assert shown["text"] == ARTICLE
    assert "".join(ARTICLE[slice(*span)] for span in shown["body"]).startswith("The quay cost")
    assert (shown["numbers"][0]["low"], shown["numbers"][0]["unit"]) == ("39500000", "USD")


@pytest.mark.parametrize("name", ["nowhere", "seeds/nowhere.txt", "briefing.yaml"])
def test_what_is_no_article_is_said(
    project: ProjectMaker, monkeypatch: pytest.MonkeyPatch, name: str
) -> None:
    shown = run(monkeypatch, project(FILES), name)
    assert (shown.exit_code, shown.stdout) == (1, "")
    assert "error" in shown.stderr


def test_a_body_that_cannot_be_cut_is_said(
    project: ProjectMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    sources = FILES["content/sources.yaml"].replace("The quay,", "A quay,")
    shown = run(monkeypatch, project({**FILES, "content/sources.yaml": sources}), "gazette")
    assert shown.stdout.splitlines()[1] == "body: not found"


def test_a_misspelt_source_gets_the_closest(
    project: ProjectMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    shown = run(monkeypatch, project(FILES), "gazete")
    assert shown.exit_code == 1
    assert "there is no source or file 'gazete'" in shown.stderr
    assert "= help: did you mean 'gazette'?" in shown.stderr
