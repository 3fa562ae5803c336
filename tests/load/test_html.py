"""What a browser shows of a page is what is read of it."""

from __future__ import annotations

import time

import pytest

from briefing.load import article
from briefing.load.sources import read_sources
from briefing.model.content import Article


def read(html: str, selector: str | None = None) -> Article:
    entry = f"file: a.html, selector: '{selector}'" if selector else "file: a.html"
    sources, _, _ = read_sources(f"a: {{title: A, {entry}}}", "excerpts")
    made, _ = article(sources["a"], html.encode())
    assert made is not None
    assert len(made.lines) == len(made.text.strip("\n").splitlines())
    return made


def text_of(html: str, selector: str | None = None) -> str:
    return read(html, selector).text


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
    made = read(PAGE)
    rows = PAGE.split("\n")
    begins = ["The bridge", "It is open.", "Nobody pays.", "plain words that go on", "end"]
    assert made.text.splitlines() == begins
    assert made.lines == (5, 7, 8, 11, 14)
    for line, text in zip(made.lines, begins, strict=True):
        assert text.split()[0] in rows[line - 1]


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
        ("<fieldset><legend>The vote</legend>Yes</fieldset>", "The vote\nYes"),
        ("<center>a</center>b", "a\nb"),
        ("<search>a</search>b", "a\nb"),
        ("<hgroup>a</hgroup>b", "a\nb"),
        ("<menu><li>a</menu>b", "a\nb"),
        ("<details>a<summary>b</summary>c</details>", "a\nb\nc"),
        ("<dialog open>a</dialog>b", "a\nb"),
        ("<span style='display: block'>a</span>b", "a\nb"),
        ("<span style='display:table-cell'>a</span><span style='display:flex'>b</span>", "a\nb"),
    ],
)
def test_a_block_begins_a_line(html: str, text: str) -> None:
    assert text_of(html) == text + "\n"


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
        (
            "<div style='display:inline'>un</div><div style='display:INLINE'>broken</div>",
            "unbroken",
        ),
        ("Reply<button>x</button>Share", "Reply Share"),
        ("Pick<select><option>x</select>one", "Pick one"),
    ],
)
def test_inline_markup_divides_no_words(html: str, text: str) -> None:
    assert text_of(html) == text + "\n"


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
    assert text_of(html) == text + "\n"


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
        "<p hidden=until-found>no</p>",
        "<p style='display:none!important'>no</p>",
        "<p style='display:none !important; display:block'>no</p>",
        "<p style='display:block;display:none'>no</p>",
        "<p style='content-visibility:hidden'>no</p>",
        "<p style='/* display:block */display:/**/none'>no</p>",
        "<dialog>no</dialog>",
        "<div popover>no</div>",
        "<div popover=manual><p>no</p></div>",
        "<datalist><option>no</option></datalist>",
        "<select><option>no</option><option>no</option></select>",
        "<select><optgroup label=no><option>no</optgroup></select>",
        "<button>no</button>",
        "<meter>no</meter>",
        "<progress>no</progress>",
        "<noframes>no</noframes>",
        "<noembed>no</noembed>",
        "<noscript><p>no</p></noscript>",
        "<iframe>no</iframe>",
        "<video>no</video>",
        "<audio controls>no</audio>",
        "<canvas>no</canvas>",
        "<object>no</object>",
        "<ruby><rp>no</rp></ruby>",
    ],
)
def test_what_a_reader_does_not_see(unseen: str) -> None:
    assert text_of(f"<p>yes</p>{unseen}<p>yes</p>") == "yes\nyes\n"


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
    assert text_of(html) == text + "\n"


def test_no_nesting_is_too_deep() -> None:
    assert text_of(f"{'<div>' * 20_000}deep{'</div>' * 20_000}") == "deep\n"


def test_an_empty_page_is_an_empty_line() -> None:
    assert text_of("") == "\n"


@pytest.mark.parametrize(
    "seen",
    [
        "<p style='--display:none'>yes</p>",
        "<p style='display:none;display:block'>yes</p>",
        "<p style='background:url(display:none)'>yes</p>",
        "<p title='hidden' class=hidden>yes</p>",
        "<div style='visibility:hidden'>no<p style='visibility:visible'>yes</p></div>",
        "<details><summary>yes</summary></details>",
        "<dialog open>yes</dialog>",
        "<form>yes</form>",
        "<label>yes</label>",
        "<output>yes</output>",
    ],
)
def test_what_a_reader_sees(seen: str) -> None:
    assert text_of(f"<div>{seen}</div>") == "yes\n"


def test_words_of_closed_details_are_read_since_a_click_shows_them() -> None:
    assert text_of("<details><summary>a</summary>b</details>") == "a\nb\n"


@pytest.mark.parametrize("frame", ["<body style='display:none'>", "<html hidden><body hidden>"])
def test_a_page_that_scripts_show_is_read(frame: str) -> None:
    assert text_of(f"{frame}<p>yes</p>") == "yes\n"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("&pound5 million", "£5 million"),
        ("Write &euro and 5.", "Write &euro and 5."),
        ("R&D; and AT&T", "R&D; and AT&T"),
        ("&copy2025 &reg &frac12 &deg", "©2025 ® ½ °"),
        ("&notit; &notin;", "¬it; ∉"),
        ("&#147;a&#148; &#x80;5 &#133;", "“a” €5 …"),
        ("&#8364;5 &#x20AC;5 &#8364 5", "€5 €5 € 5"),
        ("&#0; &#xD800; &#x110000;", "� � �"),
        ("&amp;pound;", "&pound;"),
        ("&nosuch; &", "&nosuch; &"),
    ],
)
def test_references_are_read_as_browsers_read_them(html: str, text: str) -> None:
    assert text_of(f"<p>{html}</p>") == text + "\n"


@pytest.mark.parametrize(
    ("html", "text"),
    [
        ("<p>a<p>b", "a\nb"),
        ("<table><tr><td>a<tr><td>b</table>", "a\nb"),
        ("<table>stray<tr><td>a</table>", "stray\na"),
        ("<b><p>a</b>b</p>", "ab"),
        ("<![doctype html><p>The mill</p>", "The mill"),
        ("<p>a<!-- b --!>c</p>", "ac"),
        ("<p>a</br>b</p>", "a\nb"),
    ],
)
def test_broken_markup_is_read_as_browsers_read_it(html: str, text: str) -> None:
    assert text_of(html) == text + "\n"


@pytest.mark.slow
@pytest.mark.parametrize(
    "piece",
    ["<a ", "<x y=", "<!--", "<", "</", "<div>", "<b>", "<b></p>", "<p><b>", "<a><p>", "<sup>1",
     "<aside><h1>", "<article>", "x<br>", "<div><p>" + "word " * 20, "<nav>", "<i style='a:b;;'>"],
)  # fmt: skip
def test_the_time_is_linear_in_the_size_of_a_page(piece: str) -> None:
    took = []
    for size in (5_000, 40_000):
        html = piece * (size // len(piece))
        began = time.process_time()
        text_of(html)
        took.append(time.process_time() - began)
    assert took[1] < 8 * took[0] * 3 + 0.2, took
