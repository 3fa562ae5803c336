"""The briefing on one page: whole by itself, in order of weight, and never longer than it has room."""

from __future__ import annotations

import re
from dataclasses import replace

from briefing.model.judged import Judgement, Reason, Stance
from briefing.model.verdict import Verdict
from tests.view.briefings import Built, article, built, judged, judgement, quote

VERDICTS = (Verdict.UNSUPPORTED, Verdict.CORROBORATED, Verdict.DISPUTED)


def claims(count: int, statement: str = "It grew.") -> tuple[Judgement, ...]:
    made = (
        judgement(
            f"c{n}",
            f"{statement} {n}.",
            VERDICTS[n % 3],
            Reason.SINGLE_SOURCE,
            (quote("a", "It grew.", Stance.SUPPORTS),),
        )
        for n in range(count)
    )
    return tuple(replace(one, claim=replace(one.claim, key=True)) for one in made)


def page(
    count: int,
    narrative: str = "All grew. [@c1]\n\n- It did. [@c2]",
    statement: str = "It grew.",
    site_url: str | None = None,
) -> str:
    made: Built = built(
        judged(
            articles=(article("a", "It grew."),),
            judgements=claims(count, statement),
            narratives={"index": narrative},
            site_url=site_url,
        )
    )
    return made.html("brief.html")


def test_it_fetches_nothing_and_needs_no_other_file() -> None:
    html = page(3)
    assert not re.findall(r"<(?:script|img|iframe)\b|\bsrc=|@import|url\((?!\"data:)", html)
    assert re.findall(r'<link rel="(\w+)" href="([^"]*)"', html) == [("icon", "data:,")]
    assert len(html.encode()) < 64 * 1024


def test_links_are_absolute_where_the_address_is_known() -> None:
    links = re.findall(r' href="([^"]*)"', page(3, site_url="https://example.org/team"))
    ways = [one for one in links if one != "data:," and not one.startswith("#w-")]
    assert len(ways) > 3
    assert all(one.startswith("https://example.org/team/") for one in ways)
    assert 'href="claims/c1.html"' in page(3)


def test_what_is_disputed_comes_first() -> None:
    found = re.findall(r'<h3><span class="verdict (\w+)">|claims/(c\d)\.html">It', page(4))
    assert [one or other for one, other in found] == [
        *("disputed", "c2", "corroborated", "c1", "unsupported", "c0", "c3")
    ]


def test_what_has_no_room_is_counted() -> None:
    html = page(90, statement="It grew, and as far as anybody can tell it grew at the same rate.")
    shown = len(re.findall(r'<li><a href="claims/c', html))
    assert 25 < shown < 90
    assert f"{90 - shown} more key claims" in html


def test_it_takes_over_what_nobody_says() -> None:
    told = "All grew. [@c1]\n\n- It did. [@c2]\n\n## Before\n\nA.\n\n## What nobody says of it\n\n"
    html = page(3, f"{told}- Why it *grew*, or not. [@c1]\n\n## After\n\nB.")
    section = html[html.index('id="unknown"') : html.index('id="read"')]
    assert "Why it <em>grew</em>, or not." in section
    assert 'href="claims/c1.html"' in section
    assert "B." not in section
    assert "A." not in section
    assert 'id="unknown"' not in page(3)
    assert 'id="unknown"' not in page(3, f"{told}{'x' * 1000}")
