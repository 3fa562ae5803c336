"""Links of narratives within the site: what they lead to must be published."""

from __future__ import annotations

import pytest

from tests.view.briefings import built, judged


@pytest.mark.parametrize(
    "text",
    [
        "[costs](index.html)",
        "[costs](./index.html)",
        "[costs](claims/)",
        "[costs](claims/index.html?verdict=disputed#first)",
        "[costs](claims/../method.html)",
        "[costs](meth%6Fd.html)",
        "[costs](#costs)",
        "[costs](?x=1)",
        "[costs](.)",
        "[costs](data/briefing.json)",
        "[costs](https://example.org/nowhere.html)",
        "[costs](mailto:desk@example.org)",
        "`[costs](nowhere.html)`",
    ],
)
def test_a_link_that_leads_somewhere(text: str) -> None:
    made = built(judged(topics=(), narratives={"index": f"# T\n\n{text}\n"}))
    assert not made.found


@pytest.mark.parametrize(
    ("text", "path", "hint"),
    [
        ("[costs](nowhere.html)", "nowhere.html", "link to a page"),
        ("[costs](METHOD.html)", "METHOD.html", "write 'method.html'"),
        ("[costs](metod.html#top)", "metod.html", "did you mean 'method'?"),
        ("[costs](topics/cost.md)", "topics/cost.md", "link to a page"),
        ("[costs](seeds/a.txt)", "seeds/a.txt", "link to a page"),
        ("[costs](claims)", "claims", "link to a page"),
        ("[costs](../index.html)", "../index.html", "did you mean 'index'?"),
        ("Dear.[^1]\n\n[^1]: annual-report", "annual-report", "Markdown footnotes are not read"),
        ("[costs][c]\n\n[c]: nowhere.html", "nowhere.html", "link to a page"),
        ("| a |\n|---|\n| [costs](nowhere.html) |", "nowhere.html", "link to a page"),
    ],
)
def test_a_link_that_leads_nowhere(text: str, path: str, hint: str) -> None:
    (found,) = built(judged(topics=(), narratives={"index": f"# T\n\n{text}\n"})).found
    assert (found.code, found.message) == ("unsafe-link", f"the site has no page or file '{path}'")
    assert hint in (found.hint or "")
    assert found.at.file == "content/index.md"
