"""Articles as read: text as it stands, HTML as the text that a reader sees."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from briefing.diagnostics import Diagnostic, Span
from briefing.load import article, read_article
from briefing.load.sources import read_sources
from briefing.model.content import Article, Limits, Source
from tests.conftest import ProjectMaker


def source(entry: str) -> Source:
    sources, _, found = read_sources(f"a: {{title: A, {entry}}}", "excerpts")
    assert not found
    return sources["a"]


def read(root: Path, entry: str) -> Article:
    found = _read(root, entry)
    assert isinstance(found, Article)
    return found


def refused(root: Path, entry: str) -> Diagnostic:
    found = _read(root, entry)
    assert isinstance(found, Diagnostic)
    return found


def _read(root: Path, entry: str) -> Article | Diagnostic:
    data = read_article(root, source(entry))
    if isinstance(data, Diagnostic):
        return data
    made, found = article(source(entry), data)
    if made is None:
        (refusal,) = found
        return refusal
    return made


def test_text_stays_as_it_is(project: ProjectMaker) -> None:
    data = "\ufeffÅ mill\r\n\ropens\u00a0now\n".encode()
    article = read(project({"seeds/a.txt": data}), "file: a.txt")
    assert article.text == data.decode()
    assert article.file == "seeds/a.txt"
    assert article.sha256 == hashlib.sha256(data).hexdigest()
    assert article.text_sha256 is None


def test_markdown_has_two_digests(project: ProjectMaker) -> None:
    data = b"# A *mill*\n"
    article = read(project({"seeds/a.md": data}), "file: seeds/a.md")
    assert article.text == "A mill\n"
    assert article.sha256 == hashlib.sha256(data).hexdigest()
    assert article.text_sha256 == hashlib.sha256(b"A mill\n").hexdigest()


def test_html_has_two_digests(project: ProjectMaker) -> None:
    data = b"<p>The mill</p>"
    article = read(project({"seeds/a.html": data}), "file: a.html")
    assert article.text == "The mill\n"
    assert article.sha256 == hashlib.sha256(data).hexdigest()
    assert article.text_sha256 == hashlib.sha256(b"The mill\n").hexdigest()


def test_a_selector_chooses(project: ProjectMaker) -> None:
    root = project({"seeds/a.html": "<div>Menu</div><div class='text'>The mill</div>"})
    assert read(root, "file: a.html, selector: div.text").text == "The mill\n"


@pytest.mark.parametrize(
    ("selector", "why"),
    [
        ("'.nowhere'", "the CSS selector '.nowhere' matches nothing"),
        ("'p[['", "invalid CSS selector 'p[['"),
        ("'p::text'", "invalid CSS selector 'p::text'"),
        (".b" * 20_000, f"invalid CSS selector '{'.b' * 50}…'"),
        (f"'{'p,' * 20_000}p'", f"invalid CSS selector '{'p,' * 50}…'"),
        (f"'p:nth-child({'9' * 5000})'", f"invalid CSS selector 'p:nth-child({'9' * 88}…'"),
        (f"'{':is(' * 3000}p'", f"invalid CSS selector '{':is(' * 25}…'"),
        (f"'{'p>' * 9000}p'", f"invalid CSS selector '{'p>' * 50}…'"),
    ],
)
def test_a_selector_that_finds_nothing(project: ProjectMaker, selector: str, why: str) -> None:
    root = project({"seeds/a.html": "<p>The mill</p>"})
    found = refused(root, f"file: a.html, selector: {selector}")
    assert (found.code, found.message) == ("bad-value", f"seeds/a.html: {why}")


@pytest.mark.parametrize(
    ("file", "code"),
    [("missing.txt", "file-missing"), ("a.doc", "bad-value"), ("../b.txt", "outside-project")],
)
def test_files_that_are_not_read(project: ProjectMaker, file: str, code: str) -> None:
    found = refused(project({"seeds/a.doc": "x"}), f"file: seeds/{file}")
    if file.startswith(".."):
        found = refused(project({}), f"file: {file}")
    assert (found.code, found.at.file, found.at.line) == (code, "content/sources.yaml", 1)


def test_broken_utf_8_is_placed_in_the_article(project: ProjectMaker) -> None:
    found = refused(project({"seeds/a.txt": "é one\nzwö ".encode() + b"\xff two"}), "file: a.txt")
    assert (found.code, found.at) == ("bad-encoding", Span("seeds/a.txt", 2, 5, 2, 6))
    assert found.message == "invalid UTF-8: byte 0xFF"


@pytest.mark.parametrize(
    ("file", "text", "seen"),
    [
        ("a.txt", "a\x01b\x0bc\x1fd\x7fe\x85f\x93g\u00a3\t\f\r\n", "a�b c d�e f�g£\t\f\r\n"),
        ("a.txt", "\x00", "�"),
        ("a.txt", "\x9c", "�"),
        ("a.html", "<p>a\x01b &#1; &#x93;c\x93</p>", "a�b � “c�\n"),
        ("a.txt", "a\ufdd0b\ufdefc\ufffe", "a�b�c�"),
        ("a.txt", "\U0010ffff", "�"),
        ("a.html", "<p>a\ufdd0b</p>", "a�b\n"),
        ("a.txt", "\ufdcf\ufdf0\ufffd\u1ffe\U0001fffd", "\ufdcf\ufdf0\ufffd\u1ffe\U0001fffd"),
        ("a.txt", "\ufeff£ é “ \u200b", "\ufeff£ é “ \u200b"),
    ],
)
def test_what_no_page_may_hold_is_shown_and_moves_nothing(
    project: ProjectMaker, file: str, text: str, seen: str
) -> None:
    found = read(project({f"seeds/{file}": text}), f"file: seeds/{file}")
    assert found.text == seen
    assert found.sha256 == hashlib.sha256(text.encode()).hexdigest()


@pytest.mark.parametrize("plane", range(17))
def test_the_last_two_characters_of_each_plane_are_none(plane: int, project: ProjectMaker) -> None:
    for last in (0xFFFE, 0xFFFF):
        found = read(project({"seeds/a.txt": f"a{chr(plane << 16 | last)}b"}), "file: seeds/a.txt")
        assert found.text == "a�b"


@pytest.mark.parametrize("name", ["a.TXT", "a.Txt", "a.HTM"])
def test_a_file_is_known_by_its_ending_in_any_case(name: str) -> None:
    one = source(f"file: {name}")
    made, found = article(one, b"<p>Sales rose.</p>")
    assert made is not None
    assert not found
    assert made.text.strip() == ("Sales rose." if name == "a.HTM" else "<p>Sales rose.</p>")


def test_articles_beyond_the_limits(project: ProjectMaker) -> None:
    root = project({"seeds/a.html": "<p>The mill</p><p id=b>closed</p>"})
    one = source("file: a.html")
    found = read_article(root, one, Limits(article_bytes=32))
    assert isinstance(found, Diagnostic)
    assert (found.code, found.message, found.hint) == (
        "file-too-large",
        "seeds/a.html is over 32 bytes",
        "allow more in briefing.yaml, under  limits: {article_bytes: …}",
    )
    data = read_article(root, one, Limits(article_bytes=33))
    assert isinstance(data, bytes)
    held = 6  # html, head, body, two paragraphs and an id
    read, (found,) = article(one, data, Limits(html_elements=held - 1))
    assert read is None
    assert (found.code, found.message, found.hint) == (
        "file-too-large",
        "seeds/a.html has more than 5 elements and attributes",
        "allow more in briefing.yaml, under  limits: {html_elements: …}",
    )
    assert article(one, data, Limits(html_elements=held))[1] == ()
