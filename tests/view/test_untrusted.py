"""Texts of others' hands stay texts on every page."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from briefing import view
from briefing.diagnostics import Span
from briefing.model.content import Authorship, Dating, Flag, Grade, Ground, SetAside, Words
from briefing.model.judged import Position, Reason, Stance
from briefing.model.pages import Page, Plain
from briefing.model.verdict import Verdict
from tests.view.briefings import article, built, judged, judgement, money, publisher, quote

ATTACKS = [
    "<script>alert(1)</script>",
    '"><img src=x onerror=alert(1)>',
    "' onmouseover='alert(1)",
    "</title></style><svg onload=alert(1)>",
    "{{ 7*7 }}{% raw %}",
    "<!--<p>",
    "]]><a href=javascript:alert(1)>",
    "\u202e\u0000\u2028",
]
_KNOWN = set(
    """html head meta title link body a header nav ul li main h1 h2 h3 h4 p div section article
    strong span b cite time ol blockquote mark table caption colgroup thead tbody tr th td dl dt dd footer
    figure figcaption sup svg rect line circle path text desc code style em q script small i
    form label select option input button details summary template g""".split()
)
_KNOWN_ATTRIBUTES = set(
    """lang charset http-equiv content name rel href type class id aria-current aria-label aria-sort
    aria-labelledby aria-hidden role rowspan colspan span tabindex scope datetime title viewbox preserveaspectratio
    focusable vector-effect stroke-width x width height property overflow d x1 x2 y y1 y2 cx cy r text-anchor
    for value hidden autocomplete data-group data-topic data-verdict data-kind data-tier data-source
    data-words data-none data-one data-many data-title data-address action enterkeyhint target download xmlns fill
    popover popovertarget open data-folders data-page data-reminder data-citation data-cite data-copied data-copies data-corroborated data-disputed data-unsupported""".split()
)
_OWN_SCRIPT = re.compile(r"(\.\./)*static/[a-z]+\.js\?v=[0-9a-f]+")


class Strict(HTMLParser):
    """Fails on an element, an attribute or an address that no template of ours writes."""

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        assert tag in _KNOWN, tag
        if tag == "script":
            if not attrs:  # that of the missing page, which its policy names
                return
            assert [name for name, _ in attrs] in (["src"], ["type"]), attrs
            assert attrs == [("type", "application/ld+json")] or (
                _OWN_SCRIPT.fullmatch(attrs[0][1] or "")
            ), attrs
            return
        for name, value in attrs:
            assert name in _KNOWN_ATTRIBUTES, (tag, name)
            if name == "href":
                assert not (value or "").lower().lstrip().startswith(("javascript:", "data:text"))

    def handle_comment(self, data: str) -> None:
        raise AssertionError(data)


@pytest.mark.parametrize("attack", ATTACKS)
@pytest.mark.parametrize("rights", ["excerpts", "full", "links"])
def test_nothing_an_author_or_article_says_becomes_markup(attack: str, rights: str) -> None:
    ground = Ground(Words(attack, Span("x")), "a")
    figure = money(attack, "1", "2")
    made = built(
        judged(
            articles=(
                article(
                    "a",
                    f"Words {attack} words.",
                    title=attack,
                    author=attack,
                    publisher="p",
                    publisher_because=attack,
                    published=Dating(attack, None, attack),
                    url=f"javascript:{attack}",
                    ai_generated=Authorship("suspected", (ground,), attack),
                    publish=rights,
                    notes=(attack,),
                    set_aside=(SetAside(Words(attack, Span("x")), attack),),
                    body_starts=Words(attack, Span("x")),
                    body_ends=Words(attack, Span("x")),
                    omit=(Words(attack, Span("x")),),
                    file=attack,
                ),
            ),
            publishers=(
                publisher(
                    "p",
                    attack,
                    url=f"data:text/html,{attack}",
                    flags=(Flag(attack, (ground,)),),
                    grade=Grade(attack, attack, attack, (ground,)),
                    notes=(attack,),
                ),
            ),
            judgements=(
                judgement(
                    "c",
                    attack,
                    Verdict.UNSUPPORTED,
                    Reason.SINGLE_SOURCE,
                    (
                        quote("a", f"Words {attack}", attributed_to=attack, inferred=attack),
                        replace(quote("a", attack), counted=False, figure=figure),
                    ),
                    note=attack,
                    figure=figure,
                    positions=(Position(figure, (1,), (attack,), Stance.DISPUTES),),
                ),
            ),
            narratives={"index": f"{attack} [@c]", "capex": f"# {attack}\n\n{attack} [@c]"},
            title=attack,
            site_url=f"javascript:{attack}",
        )
    )
    for path in made.site.paths:
        page = view.page(made.site, path)
        if isinstance(page, Page):
            Strict().feed(made.html(path))
        elif path == "data/briefing.json":
            assert isinstance(page, Plain)
            assert json.loads(page.data)["title"] == attack
