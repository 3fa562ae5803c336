"""Suggesting a correction: a link that names the claim, to where the briefing says."""

from __future__ import annotations

from dataclasses import replace
from urllib.parse import parse_qs, urlsplit

import pytest

from briefing.language.messages import ENGLISH
from briefing.view.corrections import suggestion
from tests.links import Links
from tests.view.briefings import Built, built, example


def small(where: str | None) -> Built:
    briefing = example()
    settings = replace(briefing.content.settings, corrections=where)
    return built(replace(briefing, content=replace(briefing.content, settings=settings)))


@pytest.mark.parametrize(
    ("where", "begins", "title", "body"),
    [
        ("desk+ai@example.org", "mailto:desk+ai@example.org?", "subject", "body"),
        ("https://github.com/a/b/", "https://github.com/a/b/issues/new?", "title", "body"),
        ("https://codeberg.org/a/b", "https://codeberg.org/a/b/issues/new?", "title", "body"),
        (
            "https://gitlab.com/a/b",
            "https://gitlab.com/a/b/-/issues/new?",
            "issue[title]",
            "issue[description]",
        ),
    ],
)
def test_a_suggestion_has_the_claim_in_it(where: str, begins: str, title: str, body: str) -> None:
    card = replace(small(None).site.claims["capex-usd"], statement="R&D cost 5% & “more”?")
    link = suggestion(where, card, "https://example.org/claims/capex-usd.html", ENGLISH)
    assert link.startswith(begins)
    asked = parse_qs(urlsplit(link).query)
    assert asked[title] == ["Correction: capex-usd"]
    (text,) = asked[body]
    assert text.startswith("“R&D cost 5% & “more”?” – disputed (figures differ)\nhttps://example")


def test_every_claim_has_it_where_the_briefing_says_where() -> None:
    made = small("desk@example.org")
    for path in made.site.paths:
        if path.startswith("claims/") and path.removeprefix("claims/")[:-5] in made.site.claims:
            links = Links(made.html(path)).targets
            assert any(link.startswith("mailto:desk@example.org?") for link in links), path
    assert "Suggest a correction" not in small(None).html("claims/capex-usd.html")
