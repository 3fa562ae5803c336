"""What changed since an edition is told as it stands now: net of what came between, and with its reasons."""

from __future__ import annotations

import re
from dataclasses import replace
from types import MappingProxyType

from briefing.model.history import Change, History, Locked, Move
from briefing.model.judged import Judgement, Reason
from briefing.model.verdict import Verdict
from tests.view.briefings import Built, article, built, judged, judgement, quote

C, D, U = Verdict.CORROBORATED, Verdict.DISPUTED, Verdict.UNSUPPORTED
NOW = {"moved": D, "back": U, "same": U, "evidence": U, "new": U, "renamed": C, "unrecorded": U}
EDITIONS = (
    Change(
        "2025-01-01", "The first.", added=("back", "evidence", "gone", "moved", "old-name", "same")
    ),
    Change(
        "2025-02-02",
        "More was read.",
        moved=(Move("back", U, C), Move("moved", U, C), Move("old-name", U, C)),
        added=("brief", "new"),
        evidence=("evidence",),
    ),
    Change(
        "2025-03-03",
        "A figure was corrected.",
        moved=(Move("back", C, U), Move("moved", C, D)),
        added=("renamed",),
        removed=("brief", "gone", "old-name"),
    ),
)


def claim(id_: str, verdict: Verdict) -> Judgement:
    made = judgement(id_, f"{id_} grew.", verdict, Reason.SINGLE_SOURCE, (quote("a", "It grew."),))
    aliases = ("old-name",) if id_ == "renamed" else ()
    return replace(made, claim=replace(made.claim, aliases=aliases))


def site(*editions: Change, now: dict[str, Verdict] = NOW, site_url: str | None = None) -> Built:
    briefing = judged(
        articles=(article("a", "It grew."),),
        judgements=[claim(id_, verdict) for id_, verdict in now.items()],
        site_url=site_url,
    )
    empty: MappingProxyType[str, str] = MappingProxyType({})
    recorded = {id_: one for id_, one in now.items() if id_ != "unrecorded"}
    locked = Locked(empty, MappingProxyType(recorded), MappingProxyType({}))
    history = History(locked, editions)
    return built(replace(briefing, content=replace(briefing.content, history=history)))


def listed(html: str, section: str) -> list[str]:
    """Give the claims that a section of a page names."""
    if f'id="{section}"' not in html:
        return []
    text = html.partition(f'id="{section}"')[2].partition("</section>")[0]
    return re.findall(r'class="statement"><a href="[^"]*claims/([^"]*)\.html"', text)


def test_each_edition_has_a_page_and_is_led_to_it() -> None:
    made = site(*EDITIONS)
    assert [path for path in made.site.paths if path.startswith("changes/")] == [
        f"changes/since-{number}.html" for number in (1, 2, 3)
    ]
    changes = made.html("changes.html")
    assert [path in changes for path in ("changes/since-1.html", "changes/since-3.html")] == [
        True
    ] * 2


def test_what_moved_is_told_net_of_what_came_between() -> None:
    html = site(*EDITIONS).html("changes/since-1.html")
    assert listed(html, "moved") == ["moved", "renamed"]
    assert "It was unsupported and is now disputed." in html
    moved = html.partition('id="moved"')[2].partition("</section>")[0]
    assert re.findall(r'<p class="remark">(.*)</p>', moved) == [
        "A figure was corrected.",
        "More was read.",
    ], "an edition gives its reason once, above the claims that it moved last"
    assert (html.count("A figure was corrected."), html.count("More was read.")) == (1, 1)
    assert re.findall(r'Moved before that: <a href="([^"]*)"', moved) == [
        "../changes.html#edition-2"
    ]
    assert listed(html, "evidence") == ["back", "evidence"]
    assert listed(html, "new") == ["new", "unrecorded"]
    withdrawn = html.partition('id="withdrawn"')[2].partition("</section>")[0]
    assert re.findall("<li>(.*)</li>", withdrawn) == ["gone"], "not what came later, nor a new name"


def test_since_a_later_edition_less_has_changed() -> None:
    html = site(*EDITIONS).html("changes/since-2.html")
    assert listed(html, "moved") == ["moved", "back"]
    assert "It was corroborated and is now disputed." in html
    assert (listed(html, "evidence"), listed(html, "new")) == ([], ["unrecorded"])


def test_what_no_edition_holds_yet_is_told_of_the_last() -> None:
    made = site(*EDITIONS, now={**NOW, "same": C})
    assert "No claim and no verdict has changed" not in made.html("changes/since-3.html")
    recorded = {id_: verdict for id_, verdict in NOW.items() if id_ != "unrecorded"}
    assert "No claim and no verdict has changed" in site(*EDITIONS, now=recorded).html(
        "changes/since-3.html"
    )


def test_a_moved_verdict_says_why_unless_it_moved_again() -> None:
    html = site(*EDITIONS).html("changes.html")
    first, second = (
        html.partition(f'id="edition-{n}"')[2].partition("</section>")[0] for n in (3, 2)
    )
    assert re.search(r"moved grew\.</a> from corroborated to disputed\. \S", first)
    assert re.search(r"moved grew\.</a> from unsupported to corroborated</li>", second)
