"""The feeds are valid, tell what changed newest first, and name each entry for good."""

from __future__ import annotations

import json
import re
from dataclasses import replace
from pathlib import Path
from typing import Any
from xml.etree import ElementTree as ET

import pytest

from briefing import prose
from briefing.model.history import Change, Move
from briefing.model.judged import Judged
from briefing.model.verdict import Verdict
from briefing.view.exports import feeds
from tests.view.briefings import built, example, judged
from tests.view.exports.conftest import ADDRESS, site_of, text_of
from tests.view.test_untrusted import ATTACKS

ATOM = "{http://www.w3.org/2005/Atom}"
CHANGES = (
    Change("2025-03-01", "The first edition.", added=("capex-usd", "capex-plan")),
    Change(
        "2025-04-02",
        "News gave another figure.",
        moved=(
            Move("capex-usd", Verdict.UNSUPPORTED, Verdict.DISPUTED),
            Move("gone", Verdict.DISPUTED, Verdict.CORROBORATED),
        ),
    ),
)


def atom(
    briefing: Judged | None = None, changes: tuple[Change, ...] = CHANGES, address: str = ADDRESS
) -> ET.Element:
    text = text_of(site_of(briefing or example(), address, changes), feeds.ATOM)
    return ET.fromstring(text.encode())  # noqa: S314 (our own)


def json_feed(
    briefing: Judged | None = None, changes: tuple[Change, ...] = CHANGES
) -> dict[str, Any]:
    text = text_of(site_of(briefing or example(), ADDRESS, changes), feeds.JSON)
    return dict(json.loads(text))


def texts(element: ET.Element, path: str) -> list[str]:
    return [one.text or "" for one in element.findall(path.replace("atom:", ATOM))]


def test_the_atom_feed_has_what_its_standard_asks_for() -> None:
    feed = atom()
    assert feed.tag == f"{ATOM}feed"
    links = {one.get("rel"): one.get("href") for one in feed.findall(f"{ATOM}link")}
    assert links == {
        "self": f"{ADDRESS}/data/feed.atom",
        "alternate": f"{ADDRESS}/changes.html",
    }
    assert texts(feed, "atom:author/atom:name") == ["A briefing"]
    entries = feed.findall(f"{ATOM}entry")
    for one in (feed, *entries):
        for name in ("id", "title", "updated"):
            assert len(one.findall(f"{ATOM}{name}")) == 1, name
        assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", texts(one, "atom:updated")[0])
    for one in entries:
        (link,) = one.findall(f"{ATOM}link")
        assert (link.get("rel"), link.get("type")) == ("alternate", "text/html")
        assert link.get("href", "").startswith(f"{ADDRESS}/")
        (content,) = one.findall(f"{ATOM}content")
        assert content.get("type", "text") == "text"
    assert texts(feed, "atom:updated") == ["2025-04-02T00:00:00Z"]


def test_entries_are_the_editions_and_what_they_moved_newest_first() -> None:
    feed = atom()
    assert texts(feed, "atom:entry/atom:title") == [
        "2 April 2025: Two verdicts moved",
        "Disputed, was unsupported: Alibaba plans to invest $52.4 billion.",
        "Corroborated, was disputed: gone",
        "1 March 2025: Two new claims",
    ]
    links = [one.get("href") for one in feed.findall(f"{ATOM}entry/{ATOM}link")]
    assert links == [
        f"{ADDRESS}/changes.html#edition-2",
        f"{ADDRESS}/claims/capex-usd.html",
        f"{ADDRESS}/changes.html#edition-2",
        f"{ADDRESS}/changes.html#edition-1",
    ]
    assert texts(feed, "atom:entry/atom:id") == [
        "tag:example.org,2025-04-02:/team/edition-2",
        "tag:example.org,2025-04-02:/team/edition-2/capex-usd",
        "tag:example.org,2025-04-02:/team/edition-2/gone",
        "tag:example.org,2025-03-01:/team/edition-1",
    ]


def test_every_link_of_an_entry_leads_somewhere() -> None:
    briefing = example()
    settings = replace(briefing.content.settings, site_url=ADDRESS)
    content = replace(
        briefing.content,
        settings=settings,
        history=replace(briefing.content.history, changes=CHANGES),
    )
    made = built(replace(briefing, content=content))
    for entry in json_feed()["items"]:
        path, _, fragment = entry["url"].removeprefix(f"{ADDRESS}/").partition("#")
        html = made.html(path)
        assert not fragment or f'id="{fragment}"' in html


def test_the_json_feed_has_what_its_version_asks_for_and_the_same_entries() -> None:
    feed, other = json_feed(), atom()
    assert feed["version"] == "https://jsonfeed.org/version/1.1"
    assert feed["title"] == "A briefing"
    assert feed["home_page_url"] == f"{ADDRESS}/"
    assert feed["feed_url"] == f"{ADDRESS}/data/feed.json"
    assert feed["authors"] == [{"name": "A briefing"}]
    for field, path in (("id", "id"), ("title", "title"), ("date_published", "updated"),
                        ("content_text", "content")):  # fmt: skip
        assert [one[field] for one in feed["items"]] == texts(other, f"atom:entry/atom:{path}")


def test_an_entry_keeps_its_name_when_editions_follow_or_are_reworded() -> None:
    reworded = (replace(CHANGES[0], why="Said better."), *CHANGES[1:])
    later = (*reworded, Change("2025-04-02", "Again, the same day."))
    before = texts(atom(), "atom:entry/atom:id")
    after = texts(atom(changes=later), "atom:entry/atom:id")
    assert after[1:] == before
    assert len(set(after)) == len(after)
    assert texts(atom(changes=later), "atom:id") == texts(atom(), "atom:id")


def test_without_an_address_or_any_date_there_are_no_feeds() -> None:
    assert feeds.ATOM not in site_of(example(), None, CHANGES).paths
    assert feeds.JSON not in site_of(example(), None, CHANGES).paths
    undated = replace(judged(), as_of=None)
    assert feeds.ATOM not in site_of(undated, ADDRESS).paths
    assert feeds.ATOM not in site_of(example(), "javascript:alert(1)", CHANGES).paths


def test_before_the_first_edition_the_feeds_are_empty() -> None:
    feed = atom(changes=())
    assert texts(feed, "atom:updated") == ["2025-11-20T00:00:00Z"]
    assert not feed.findall(f"{ATOM}entry")
    assert json_feed(changes=())["items"] == []


def test_a_feed_holds_the_newest_entries_only() -> None:
    many = tuple(Change("2025-03-01", f"Edition {n}.") for n in range(feeds.MOST_ENTRIES + 50))
    entries = json_feed(changes=many)["items"]
    assert len(entries) == feeds.MOST_ENTRIES
    assert entries[0]["content_text"] == many[-1].why


@pytest.mark.parametrize("attack", ATTACKS)
def test_hostile_texts_stay_texts(attack: str) -> None:
    changes = (Change("2025-03-01", attack, moved=(Move(attack, *list(Verdict)[:2]),)),)
    briefing = replace(judged(title=attack), as_of="2025-03-01")
    feed = atom(briefing, changes)
    shown = re.sub("[\x00-\x08]", "\ufffd", attack)
    assert texts(feed, "atom:title") == [shown]
    assert texts(feed, "atom:entry/atom:content") == [shown, shown]
    tags = {one.tag.removeprefix(ATOM) for one in feed.iter()}
    assert tags == {"feed", "id", "title", "updated", "author", "name", "link", "entry", "content"}
    assert [one["content_text"] for one in json_feed(briefing, changes)["items"]] == [attack] * 2


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("https://example.org/a&b<c>\"'", "example.org|/a%26b%3Cc%3E%22%27/"),
        ("https://müller.example/büro", "xn--mller-kva.example|/b%C3%BCro/"),
        ("https://example.org", "example.org|/"),
    ],
)
def test_odd_addresses_leave_the_feed_well_formed(address: str, name: str) -> None:
    feed = atom(address=address)
    links = [one.get("href", "") for one in feed.findall(f"{ATOM}link")]
    assert all(one.startswith(prose.web_link(address) or "-") for one in links)
    assert all(re.fullmatch(r"[!#-;=?-Z_a-z~]+", one) for one in links), "addresses (RFC 3986)"
    for id_ in texts(feed, "atom:entry/atom:id"):
        host, path = name.split("|")
        assert re.fullmatch(rf"tag:{host},\d{{4}}-\d\d-\d\d:{path}edition-\d+(/[a-z-]+)?", id_)


def test_every_page_leads_to_the_feeds_where_there_are_any(real: tuple[Path, Judged]) -> None:
    _, briefing = real
    settings = replace(briefing.content.settings, site_url=ADDRESS)
    content = replace(briefing.content, settings=settings)
    for known, base in (
        (True, replace(briefing, content=content)),
        (False, briefing),
    ):
        made = built(base)
        pages = ("index.html", "method.html", "claims/index.html")
        for path in pages:
            root = "../" * path.count("/")
            html = made.html(path)
            for kind, file in (("atom+xml", feeds.ATOM), ("feed+json", feeds.JSON)):
                link = f'<link rel="alternate" type="application/{kind}" href="{root}{file}"'
                assert (link in html) is known, path


def test_a_topic_has_a_feed_of_what_changed_on_it() -> None:
    site = site_of(example(), ADDRESS, CHANGES)
    topics = [one.id for one in example().content.settings.topics]
    assert [path for path in site.paths if path.endswith(".atom")] == [
        feeds.ATOM,
        *(f"data/topics/{topic}.atom" for topic in topics),
    ]
    capex = ET.fromstring(text_of(site, "data/topics/capex.atom").encode())  # noqa: S314 (our own)
    assert texts(capex, "atom:id") == [f"{ADDRESS}/data/topics/capex.atom"]
    assert texts(capex, "atom:entry/atom:title") == [
        "2 April 2025: One verdict moved",
        "Disputed, was unsupported: Alibaba plans to invest $52.4 billion.",
        "1 March 2025: Two new claims",
    ]
    all_ = texts(atom(), "atom:entry/atom:id")
    assert not set(texts(capex, "atom:entry/atom:id")) & set(all_)
    other = ET.fromstring(text_of(site, f"data/topics/{topics[-1]}.atom").encode())  # noqa: S314
    assert texts(other, "atom:entry/atom:title") == []
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT00:00:00Z", texts(other, "atom:updated")[0])


def test_a_topic_s_page_leads_to_its_feed_where_there_is_one() -> None:
    briefing = example()
    settings = replace(briefing.content.settings, site_url=ADDRESS)
    made = built(replace(briefing, content=replace(briefing.content, settings=settings)))
    html = made.html("capex.html")
    assert html.count('href="data/topics/capex.atom"') == 2, "in the head and in the text"
    assert 'href="data/topics/capex.atom"' in made.html("changes.html")
    assert ".atom" not in built(briefing).html("capex.html")
