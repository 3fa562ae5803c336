"""A key claim has a card for frames elsewhere: whole by itself, harmless, at every address it ever had."""

from __future__ import annotations

import html
import re
from dataclasses import replace

import pytest

from briefing.model.judged import Judgement, Reason
from briefing.model.verdict import Verdict
from tests.view.briefings import Built, article, built, judged, judgement, quote
from tests.view.test_untrusted import ATTACKS


def claim(id_: str, statement: str = "It grew.", *, key: bool = True) -> Judgement:
    made = judgement(
        id_, statement, Verdict.UNSUPPORTED, Reason.SINGLE_SOURCE, (quote("a", "It grew."),)
    )
    return replace(made, claim=replace(made.claim, key=key, aliases=(f"{id_}-before",)))


def site(*claims: Judgement, site_url: str | None = None, title: str = "Growth") -> Built:
    articles = (article("a", "It grew."),)
    return built(judged(articles=articles, judgements=claims, site_url=site_url, title=title))


def snippet(page: str) -> str:
    found = re.search(r'<code id="embed">(.*?)</code>', page)
    assert found
    return html.unescape(found[1])


def test_only_key_claims_have_one_and_keep_it_when_they_are_renamed() -> None:
    made = site(claim("c"), claim("d", key=False))
    paths = [path for path in made.site.paths if path.endswith("card.html")]
    assert paths == ["claims/c/card.html", "claims/c-before/card.html"]
    assert made.html(paths[0]) == made.html(paths[1])
    assert 'id="embed"' not in made.html("claims/d.html")


def test_it_says_what_was_found_and_where_the_rest_is() -> None:
    card = site(claim("c")).html("claims/c/card.html")
    for part in (
        "It grew.",
        "unsupported",
        "one article",
        "Growth",
        "They do not say what is true.",
    ):
        assert part in card
    assert 'href="../../claims/c.html" target="_blank"' in card


def test_it_runs_nothing_loads_nothing_and_sends_nothing() -> None:
    card = site(claim("c")).html("claims/c/card.html")
    assert not re.findall(r"<(?:script|img|form|iframe|base)\b|\bsrc=| on\w+=", card)
    (policy,) = re.findall(r'Content-Security-Policy" content="([^"]*)"', card)
    assert policy.startswith("default-src 'none'; style-src 'sha256-")
    assert "form-action 'none'" in policy


@pytest.mark.parametrize("attack", ATTACKS)
def test_what_is_pasted_elsewhere_is_one_frame(attack: str) -> None:
    made = site(claim("c", f"It grew. {attack}"), site_url="https://example.org/a")
    text = snippet(made.html("claims/c.html"))
    assert re.fullmatch(r'<iframe(?: [a-z]+="[^"<>]*")+></iframe>', text), text
    assert ' src="https://example.org/a/claims/c/card.html" ' in text
    assert ' sandbox="allow-popups allow-popups-to-escape-sandbox"' in text
