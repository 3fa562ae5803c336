from __future__ import annotations

import base64
import hashlib
import re
from dataclasses import replace
from gettext import GNUTranslations
from pathlib import Path
from types import MappingProxyType

import pytest
from babel.messages.catalog import Catalog
from babel.messages.mofile import write_mo

from briefing import render, view
from briefing.diagnostics import Diagnostic
from briefing.language.messages import ENGLISH, Messages
from briefing.model.look import Look
from briefing.model.pages import Page, Plain
from tests.view.briefings import Built, built, default_look, example, judged, static_file

ROOT = Path(__file__).resolve().parents[1]


def with_template(name: str, text: str) -> Look:
    """Give the default look with one template of a project's own."""
    look = default_look()
    return replace(look, templates=MappingProxyType({**look.templates, name: text}))


def fault(look: Look, path: str = "method.html") -> Diagnostic:
    made = built(example(), look)
    found = made.file(path)
    assert isinstance(found, Diagnostic)
    return found


def test_a_project_s_template_can_extend_what_it_replaces() -> None:
    text = (
        '{% extends "default:method.html" %}{% block main %}{{ super() }}<p>Ours</p>{% endblock %}'
    )
    html = built(example(), with_template("method.html", text)).html("method.html")
    assert "The echo gap" in html
    assert "<p>Ours</p>" in html


@pytest.mark.parametrize(
    ("text", "line", "words"),
    [
        ("one\n{% if %}", 2, "Expected"),
        ("{{ page.titel }}", 1, "titel"),
        ("\n\n{{ 1 // 0 }}", 3, "zero"),
        ('{% extends "nowhere.html" %}', 1, "nowhere.html"),
        ("\n{% include 'nowhere.html' %}", 2, "nowhere.html"),
        ("{{ asset['nowhere.png'] }}", 1, "nowhere.png"),
        ("{% for x in page %}{% endfor %}", 1, "Page"),
        ('{% extends "method.html" %}', 1, "recursion"),
        ("\n{{ page.title | nofilter }}", 2, "nofilter"),
    ],
)
def test_a_mistake_in_a_template_names_its_line(text: str, line: int, words: str) -> None:
    found = fault(with_template("method.html", text))
    assert (found.code, found.at.file, found.at.line) == (
        "template-error",
        "templates/method.html",
        line,
    )
    assert words in found.message


def test_a_mistake_in_a_part_names_the_part() -> None:
    broken = default_look().templates["parts.html"].replace("{{ tally.total", "{{ tally.totally")
    broken = broken.replace("{% if tally.total %}", "{% if tally.totally %}")
    found = fault(with_template("parts.html", broken))
    line = broken[: broken.index("tally.totally")].count("\n") + 1
    assert (found.at.file, found.at.line) == ("templates/parts.html", line)


def test_our_own_faults_are_raised() -> None:
    made = built(example())
    page = view.page(made.site, "method.html")
    assert isinstance(page, Page)
    with pytest.raises(TypeError):
        made.renderer.page(replace(page, frame=replace(page.frame, nav=None)))  # type: ignore[arg-type]


def test_everything_is_escaped_but_what_prose_made() -> None:
    look = with_template("method.html", "{{ page.title }}{{ '<b>' }}{{ page.root }}")
    html = built(example(), look).html("method.html")
    assert html == "Method&lt;b&gt;"


def test_no_template_marks_anything_as_safe() -> None:
    for name, text in default_look().templates.items():
        assert not re.search(r"\|\s*safe\b|Markup|xmlattr|autoescape", text), name


def test_content_is_never_a_template() -> None:
    briefing = example()
    settings = replace(briefing.content.settings, title="{{ 7 * 7 }}{% include 'x' %}")
    made = built(replace(briefing, content=replace(briefing.content, settings=settings)))
    assert "{{ 7 * 7 }}" in made.html("index.html")


def test_static_files_are_named_by_their_content() -> None:
    look = default_look()
    digest = hashlib.sha256(look.style.encode()).hexdigest()[:10]
    address = f'href="../static/style.css?v={digest}"'
    assert address in built(example(), look).html("claims/index.html")
    other = replace(
        look, static={**look.static, "style.css": static_file("style.css", b"/* more */")}
    )
    assert address not in built(example(), other).html("claims/index.html")


def test_the_missing_page_carries_its_style_and_says_so_to_the_browser() -> None:
    html = built(example()).html("404.html")
    text = html.split("<style>")[1].split("</style>")[0]
    digest = base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
    assert f"style-src &#39;sha256-{digest}&#39;" in html or f"style-src 'sha256-{digest}'" in html
    assert "stylesheet" not in html
    script = html.split("<script>")[1].split("</script>")[0]
    digest = base64.b64encode(hashlib.sha256(script.encode()).digest()).decode()
    assert f"script-src 'sha256-{digest}'" in html


def test_plain_files_go_out_as_they_are() -> None:
    made = render.renderer(default_look(), ENGLISH)
    assert made.page(Plain("x", b"\x00<")) == b"\x00<"


def test_no_page_fetches_or_runs_what_is_not_its_own() -> None:
    made = built(example())
    for path in made.site.paths:
        if path.endswith(".html"):
            html = made.html(path)
            scripts = re.findall(r"<script[^>]*>", html)
            data = '<script type="application/ld+json">'
            own = re.compile(r'<script src="(\.\./)*static/\w+\.js\?v=\w+">')
            if path == "404.html":  # has no address of its own, and carries what it needs
                assert scripts == ["<script>"]
                continue
            assert all(one == data or own.fullmatch(one) for one in scripts), path
            assert ' style="' not in html, path
            assert re.search(r'Content-Security-Policy" content="default-src (\'|&#39;)none', html)
            for tag in re.findall(r"<(?:link|img|script|iframe|source)\b[^>]*>", html):
                assert "//" not in tag, tag


def test_a_project_can_give_a_picture_for_shared_links() -> None:
    record = (ROOT / "docs/decisions/0013-no-social-image-of-our-own.md").read_text("utf-8")
    recipe = "".join(re.findall(r"^    (.*\n)", record, re.MULTILINE))
    look = with_template("base.html", recipe)
    look = replace(
        look,
        static=MappingProxyType({**look.static, "card.png": static_file("card.png", b"picture")}),
    )
    briefing = judged(site_url="https://example.org/team")
    html = built(briefing, look).html("index.html")
    found = re.findall(r'<meta property="og:image" content="([^"]*)">', html)
    assert [one.partition("?")[0] for one in found] == ["https://example.org/team/static/card.png"]
    assert "og:image" not in built(judged(), look).html("index.html")


@pytest.mark.parametrize(
    "attack",
    [
        "{{ cycler.__init__.__globals__.os.popen('id').read() }}",
        "{{ lipsum.__globals__['os'].system('id') }}",
        "{{ page.__class__.__mro__[1].__subclasses__() }}",
        "{{ (page | attr('__class__')).__mro__ }}",
        "{{ '{0.__class__.__init__.__globals__}'.format(page) }}",
        "{{ self.__init__.__globals__ }}",
        "{{ joiner.__init__.__globals__ }}",
        "{% set x = asset.__class__ %}{{ x.__base__ }}",
        "{{ url_for.__globals__ }}",
        "{{ frame.nav.__class__ }}",
        "{% for one in range(999999999) %}{% endfor %}",
    ],
)
def test_a_project_s_template_reaches_no_code(attack: str) -> None:
    found = fault(with_template("method.html", attack))
    assert (found.code, found.at.file) == ("template-error", "templates/method.html")


COUNTED = re.compile(
    r"""\{\{\s*(?:[\w.]+\.)?(?:count|total|more\w*|left_out|computed|\w+_count)\s*\}\}|\{\{\s*n\.\w+\s*\}\}"""
    r"""|\{\{[^}|"]*\|\s*length\s*\}\}"""
)


def written_out(message: re.Match[str]) -> str:
    """Put values in their places in a message; those of one with a plural are grouped anyway."""
    values, body = message.groups()
    if "pluralize" in body:
        return ""
    for name, value in re.findall(r"(\w+)=(.+?)(?=, \w+=|\s*$)", values):
        body = body.replace(f"{{{{ {name} }}}}", f"{{{{ {value} }}}}")
    return body


@pytest.mark.parametrize("path", sorted((ROOT / "templates").glob("*.html")), ids=lambda p: p.name)
def test_a_count_is_printed_in_groups_of_three_digits(path: Path) -> None:
    text = path.read_text("utf-8")
    text = re.sub(r"(?s)\{% trans(.*?)%\}(.*?)\{% endtrans \+?%\}", written_out, text)
    text = re.sub(r'span="\{\{.*?\}\}"', "", text)  # read by browsers
    assert COUNTED.findall(text) == []


def test_a_large_count_is_written_in_one_way() -> None:
    look = with_template("method.html", "{{ 1234 | grouped }} {{ 12 | grouped }}")
    assert built(example(), look).html("method.html") == "1,234 12"
    assert ENGLISH.number(1234) == "1,234"


def test_a_message_is_looked_up_when_a_template_is_compiled(tmp_path: Path) -> None:
    template = (
        "{% trans %}50% <b>of it</b>{% endtrans %}"
        "{% trans who=who %}by {{ who }} & 5%{% endtrans %}"
        "{% trans count=n, who=who %}{{ count }} thing of {{ who }}"
        "{% pluralize %}{{ count }} things of {{ who }}{% endtrans %}"
    )
    catalogue = Catalog(locale="de")
    catalogue.add("50%% <b>of it</b>", "<b>davon</b> 50%%")
    catalogue.add("by %(who)s & 5%%", "5%% & von %(who)s")
    things = ("%(count)s thing of %(who)s", "%(count)s things of %(who)s")
    catalogue.add(things, ("1: ", "%(who)s: %(count)s"))
    with (tmp_path / "messages.mo").open("w+b") as file:
        write_mo(file, catalogue)
        file.seek(0)
        german = Messages(GNUTranslations(file))
    expected = {
        (ENGLISH, 1): "50% <b>of it</b>by &lt;A&gt; & 5%1 thing of &lt;A&gt;",
        (ENGLISH, 1234): "50% <b>of it</b>by &lt;A&gt; & 5%1,234 things of &lt;A&gt;",
        (german, 1): "<b>davon</b> 50%5% & von &lt;A&gt;1: ",
        (german, 12): "<b>davon</b> 50%5% & von &lt;A&gt;&lt;A&gt;: 12",
    }
    for (say, n), text in expected.items():
        look = with_template("method.html", f"{{% set who = '<A>' %}}{{% set n = {n} %}}{template}")
        made = Built(built(example()).site, (), render.renderer(look, say))
        assert made.html("method.html") == text


def test_a_mistake_within_a_message_names_its_line() -> None:
    text = "\n{% trans %}Words{% endtrans %}\n{% trans a=nothing.there %}{{ a }}.{% endtrans %}"
    assert fault(with_template("method.html", text)).at.line == 3


def test_the_theme_that_is_described_is_on_every_page() -> None:
    described = (ROOT / "docs/themes.md").read_text("utf-8")
    style, base = re.findall(r"```(?:css|html)\n(.*?)```", described, re.DOTALL)
    look = with_template("base.html", base)
    look = replace(
        look, static={**look.static, "paper.css": static_file("paper.css", style.encode())}
    )
    made = built(example(), look)
    for path in ("index.html", "claims/index.html", "404.html"):
        html = made.html(path)
        assert html.index("The Harbour Press") < html.index('class="masthead"')
        assert html.index('class="colophon"') < html.index("desk@press.example")
    front = made.html("index.html")
    assert (
        front.index("static/style.css") < front.index("static/paper.css") < front.index("</head>")
    )
    assert "paper.css" not in made.html("404.html")


def test_a_site_from_right_to_left_tells_which_words_are_english() -> None:
    briefing = example()
    settings = replace(briefing.content.settings, language="ar")
    told = replace(briefing, content=replace(briefing.content, settings=settings))
    html = built(told).html("index.html")
    assert '<html lang="ar" dir="rtl"' in html
    assert '<a class="skip" href="#main" lang="en" dir="ltr">' in html
    assert '<ul id="menu-pages" popover lang="en">' in html
    assert '<p lang="en" dir="ltr">Verdicts say' in html
