"""Articles as read: text as it stands, HTML as the text that a reader sees."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from briefing.diagnostics import Diagnostic, Span
from briefing.load import article, read_article
from briefing.load.articles import Extracted, extract
from briefing.load.sources import read_sources
from briefing.model.content import Article, Source
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
    return data if isinstance(data, Diagnostic) else article(source(entry), data)


def text_of(html: str, selector: str | None) -> str:
    extracted = extract(html, selector)
    assert isinstance(extracted, Extracted)
    assert len(extracted.lines) == extracted.text.strip("\n").count("\n") + bool(
        extracted.text != "\n"
    )
    return extracted.text


PAGE = """<!doctype html>
<html><body>
<nav>menu
<a>home</a></nav>
<article><h1>The

bridge</h1><p>It is
open.<br>Nobody <b>pays</b>.
</p>

  plain words
  that go on <script>
  let a = 1;
  </script><p>end</p>
</article>"""


def test_each_line_of_a_page_knows_where_it_begins() -> None:
    extracted = extract(PAGE, None)
    assert isinstance(extracted, Extracted)
    rows = PAGE.split("\n")
    begins = ["The bridge", "It is open.", "Nobody pays.", "plain words that go on", "end"]
    assert extracted.text.splitlines() == begins
    assert extracted.lines == (5, 7, 8, 11, 14)
    for line, text in zip(extracted.lines, begins, strict=True):
        assert text.split()[0] in rows[line - 1]


def test_text_stays_as_it_is(project: ProjectMaker) -> None:
    data = "\ufeffÅ mill\r\n\ropens\u00a0now\n".encode()
    article = read(project({"seeds/a.txt": data}), "file: a.txt")
    assert article.text == data.decode()
    assert article.file == "seeds/a.txt"
    assert article.sha256 == hashlib.sha256(data).hexdigest()
    assert article.text_sha256 is None


def test_markdown_is_text(project: ProjectMaker) -> None:
    article = read(project({"seeds/a.md": "# A *mill*\n"}), "file: seeds/a.md")
    assert (article.text, article.text_sha256) == ("# A *mill*\n", None)


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
    root = project({"seeds/a.html": PAGE})
    found = refused(root, f"file: a.html, selector: {selector}")
    assert (found.code, found.message) == ("bad-value", f"seeds/a.html: {why}")


def test_markup_that_the_parser_rejects(project: ProjectMaker) -> None:
    root = project({"seeds/a.html": "<![doctype html><p>The mill</p>"})
    found = refused(root, "file: a.html")
    assert (found.code, found.message) == (
        "bad-value",
        "seeds/a.html: cannot parse the HTML",
    )


@pytest.mark.parametrize(
    ("file", "code"),
    [("missing.txt", "file-missing"), ("a.pdf", "bad-value"), ("../b.txt", "outside-project")],
)
def test_files_that_are_not_read(project: ProjectMaker, file: str, code: str) -> None:
    found = refused(project({"seeds/a.pdf": "x"}), f"file: seeds/{file}")
    if file.startswith(".."):
        found = refused(project({}), f"file: {file}")
    assert (found.code, found.at.file, found.at.line) == (code, "content/sources.yaml", 1)


def test_broken_utf_8_is_placed_in_the_article(project: ProjectMaker) -> None:
    found = refused(project({"seeds/a.txt": "é one\nzwö ".encode() + b"\xff two"}), "file: a.txt")
    assert (found.code, found.at) == ("bad-encoding", Span("seeds/a.txt", 2, 5, 2, 6))
    assert found.message == "invalid UTF-8: byte 0xFF"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("plain", "plain"),
        ("<p>one</p><p>two</p>", "one\ntwo"),
        ("<div>a<div>b<div>c</div>d</div>e</div>", "a\nb\nc\nd\ne"),
        ("<ul><li>one<ul><li>two</li></ul></li><li>three</li></ul>", "one\ntwo\nthree"),
        ("<table><tr><td>1</td><td>2</td></tr></table>", "1\n2"),
        ("a<br>b<br/>c", "a\nb\nc"),
        ("a<p></p><p> </p><hr>b", "a\nb"),
    ],
)
def test_a_block_begins_a_line(html: str, text: str) -> None:
    assert text_of(html, None) == text + "\n"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("$52<b>.4</b> million", "$52.4 million"),
        ("<a>The mill</a>'s hall, <i>new</i>, is open", "The mill's hall, new, is open"),
        ("the <b>new </b>hall", "the new hall"),
        ("the<b> new</b> hall", "the new hall"),
        ("un<wbr>broken", "unbroken"),
        ("a<span>\n</span>b", "a b"),
        ("The\n\t mill&nbsp; is\u2028open", "The mill is open"),
        ("so&shy;ft \u200bzero", "so\u00adft \u200bzero"),
        ("a &lt;b&gt; &amp; &#99;", "a <b> & c"),
        ("<pre>one\n  two</pre>", "one two"),
    ],
)
def test_inline_markup_divides_no_words(html: str, text: str) -> None:
    assert text_of(html, None) == text + "\n"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("5<sup>3</sup> looms", "5³ looms"),
        ("5<sup><a href='#3'>3</a></sup> looms", "5³ looms"),
        ("CO<sub>2</sub> and m<sup>-2</sup>", "CO₂ and m⁻²"),
        ("the 5<sup>th</sup> loom of 12", "the 5th loom of 12"),
    ],
)
def test_raised_and_lowered_digits_stay_so(html: str, text: str) -> None:
    assert text_of(html, None) == text + "\n"


@pytest.mark.parametrize(
    "unseen",
    [
        "<script>no</script>",
        "<style>no</style>",
        "<!-- no -->",
        "<![CDATA[no]]>",
        "<?php no ?>",
        "<noscript>no</noscript>",
        "<template><p>no</p></template>",
        "<svg><text>no</text></svg>",
        "<title>no</title>",
        "<textarea>no</textarea>",
        "<p hidden>no</p>",
        "<p style='color: red; DISPLAY:none'>no</p>",
        "<span style='visibility: hidden'>no <b>no</b></span>",
    ],
)
def test_what_a_reader_does_not_see(unseen: str) -> None:
    assert text_of(f"<p>yes</p>{unseen}<p>yes</p>", None) == "yes\nyes\n"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<nav>no</nav><article>yes</article><aside>no</aside>", "yes"),
        ("<nav>no</nav><main>yes</main>", "yes"),
        ("<main>no<article>yes</article></main>", "yes"),
        ("<head><title>no</title></head><body>yes</body>", "yes"),
        ("<p>yes", "yes"),
    ],
)
def test_the_article_of_a_page(html: str, text: str) -> None:
    assert text_of(html, None) == text + "\n"


def test_no_nesting_is_too_deep() -> None:
    assert text_of(f"{'<div>' * 20_000}deep{'</div>' * 20_000}", None) == "deep\n"


def test_an_empty_page_is_an_empty_line() -> None:
    assert text_of("", None) == "\n"


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


@pytest.mark.parametrize("name", ["a.TXT", "a.Md", "a.HTM"])
def test_a_file_is_known_by_its_ending_in_any_case(name: str) -> None:
    one = source(f"file: {name}")
    made = article(one, b"<p>Sales rose.</p>")
    assert isinstance(made, Article)
    assert made.text.strip() == ("Sales rose." if name == "a.HTM" else "<p>Sales rose.</p>")
