from __future__ import annotations

import json
import time
from collections.abc import Iterable
from dataclasses import replace

import jsonschema
import pytest

from briefing import resources, view
from briefing.model.content import Settings
from briefing.model.figures import Basis, Hedge, Outcome
from briefing.model.judged import Caveat, Judged, Reason, Stance
from briefing.model.pages import Page, Plain
from briefing.model.verdict import Verdict
from tests.links import Links, reached
from tests.links import broken as broken_links
from tests.view.briefings import (
    Built,
    article,
    built,
    default_look,
    example,
    judged,
    judgement,
    publisher,
    quote,
)


def links(made: Built) -> dict[str, Links]:
    return {
        path: Links(made.html(path))
        for path in made.site.paths
        if isinstance(view.page(made.site, path), Page)
    }


def broken(made: Built) -> list[str]:
    return broken_links(links(made), set(made.site.paths))


def test_every_link_of_the_example_resolves(small: Built) -> None:
    assert not small.found
    assert not broken(small)


def test_every_page_leads_to_every_other(small: Built) -> None:
    pages = links(small)
    former = {"claims/capex-dollars.html", "claims/capex-dollars/card.html"}
    assert set(pages) - reached(pages, "index.html") == {"404.html"} | former


def test_ids_are_unique_on_every_page(small: Built) -> None:
    for path, page in links(small).items():
        assert len(page.ids) == len(set(page.ids)), path


def test_an_empty_briefing_has_all_its_pages() -> None:
    made = built(judged(topics=()))
    assert not made.found
    assert not broken(made)
    assert "No claim has been written down yet" in made.html("index.html")


def test_empty_topics_claims_and_sources_say_so(small: Built) -> None:
    assert "No claim of this topic" in small.html("empty.html")
    assert "No source in this briefing speaks to this claim" in small.html(
        "claims/capex-chips.html"
    )
    lonely = built(judged(articles=(article("a", "Text."),)))
    assert "No passage of this article is quoted" in lonely.html("sources/a.html")


def test_a_topic_without_a_narrative_has_its_page_all_the_same() -> None:
    made = built(judged(topics=("capex", "risks"), narratives={"capex": "Text."}))
    assert not made.found
    assert "Risks" in made.html("risks.html")


def test_citations_of_nothing_are_reported_with_a_guess() -> None:
    briefing = example()
    narratives = dict(briefing.content.narratives)
    text = "No such [@capex-usdd], no evidence [@capex-usd/nws], nor [@capex-chips/morgan]."
    narratives["capex"] = replace(narratives["capex"], text=text)
    made = built(replace(briefing, content=replace(briefing.content, narratives=narratives)))
    assert [(one.code, one.at.column, one.hint) for one in made.found] == [
        ("citation-unknown", 11, "did you mean 'capex-usd'?"),
        ("citation-unknown", 38, "did you mean 'news'?"),
        ("citation-unknown", 60, None),
    ]
    assert "Note 1" not in made.html("capex.html").split("<footer")[0].split('<h2 id="claims">')[0]


EVERY_SITE = built(judged(topics=())).site.routes


@pytest.mark.parametrize("page", sorted(path for path in EVERY_SITE if "/" not in path))
def test_a_topic_may_not_take_the_address_of_another_page(page: str) -> None:
    id_ = page.removesuffix(".html")
    made = built(judged(topics=("one", id_), narratives={id_: "Text."}))
    (found,) = made.found
    assert (found.code, found.at.file, found.at.line) == ("page-collision", "briefing.yaml", 5)
    assert found.message == f"the page {page} exists already"
    assert made.site.routes[page] == EVERY_SITE[page]


def test_a_former_id_leads_to_the_claim(small: Built) -> None:
    html = small.html("claims/capex-dollars.html")
    assert 'content="0; url=../claims/capex-usd.html"' in html
    assert '<link rel="canonical" href="../claims/capex-usd.html">' in html


def test_addresses_are_relative_unless_the_site_s_own_is_known(small: Built) -> None:
    assert 'rel="canonical"' not in small.html("claims/capex-usd.html")
    assert "<a href" not in small.html("404.html").split('<p id="ways" hidden')[1].split("</p>")[0]
    known = built(replace_settings(example(), site_url="https://example.org/team"))
    canonical = '<link rel="canonical" href="https://example.org/team/claims/capex-usd.html">'
    assert canonical in known.html("claims/capex-usd.html")
    assert 'href="https://example.org/team/index.html"' in known.html("404.html")


def replace_settings(briefing: Judged, **fields: str) -> Judged:
    settings: Settings = replace(briefing.content.settings, **fields)  # type: ignore[arg-type]
    return replace(briefing, content=replace(briefing.content, settings=settings))


def test_the_data_file_follows_its_schema(small: Built) -> None:
    schema = json.loads((resources.schemas() / "data.schema.json").read_text("utf-8"))
    jsonschema.Draft202012Validator.check_schema(schema)
    data = view.page(small.site, "data/briefing.json")
    assert isinstance(data, Plain)
    record = json.loads(data.data)
    jsonschema.validate(record, schema, jsonschema.Draft202012Validator)
    assert [claim["id"] for claim in record["claims"]] == sorted(small.site.claims)
    claim = next(one for one in record["claims"] if one["id"] == "capex-usd")
    assert [one["source"] for one in claim["evidence"]] == ["cruz", "news"]
    assert claim["evidence"][1]["spans"] == [[50, 63]]
    assert (claim["figure"]["low"], claim["figure"]["high"]) == ("52350000000", "52450000000")


@pytest.mark.parametrize(
    ("record", "field", "values"),
    [
        ("claim", "reason", Reason),
        ("evidence", "stance", Stance),
        ("evidence", "comparison", [*Outcome, None]),
        ("figure", "hedge", Hedge),
        ("figure", "basis", Basis),
    ],
)
def test_the_schema_names_all_that_is_computed(
    record: str, field: str, values: Iterable[str | None]
) -> None:
    schema = json.loads((resources.schemas() / "data.schema.json").read_text("utf-8"))
    assert set(schema["$defs"][record]["properties"][field]["enum"]) == set(values)
    assert set(schema["$defs"]["verdict"]["enum"]) == set(Verdict)
    caveats = schema["$defs"]["claim"]["properties"]["caveats"]["items"]["enum"]
    assert set(caveats) == set(Caveat)


def test_the_order_of_evidence_does_not_change_the_data_file() -> None:
    briefing = example()
    turned = replace(
        briefing,
        judgements={
            id_: replace(one, items=one.items[::-1]) for id_, one in briefing.judgements.items()
        },
    )
    files = [view.page(built(one).site, "data/briefing.json") for one in (briefing, turned)]
    assert files[0] == files[1]


def test_static_files_are_named_and_not_read(small: Built) -> None:
    page = view.page(small.site, "static/style.css")
    assert page == default_look().static["style.css"]
    assert view.page(small.site, ".nojekyll") == Plain(".nojekyll", b"")


def large(claims: int, topic: str = "capex") -> Judged:
    """Make a briefing of so many claims, each with its own words of one long article."""
    lines = [f"Line {n} says so." for n in range(claims)]
    return judged(
        articles=(article("long", "\n".join(lines), publisher="p"),),
        publishers=(publisher("p", "P"),),
        judgements=tuple(
            judgement(
                f"claim-{n}",
                f"Statement {n}.",
                Verdict.UNSUPPORTED,
                Reason.SINGLE_SOURCE,
                (quote("long", line),),
                topic=topic,
                key=True,
            )
            for n, line in enumerate(lines)
        ),
        narratives={"capex": "Text. [@claim-0]"},
    )


def test_long_lists_go_on_on_further_pages() -> None:
    made = built(large(401))
    assert not broken(made)
    for path in ("claims/index.html", "capex.html", "sources/long.html"):
        parts = [path, *(f"{path[:-5]}/{n}.html" for n in (2, 3))]
        assert set(parts) <= set(made.site.paths)
        assert f"{path[:-5]}/4.html" not in made.site.paths
    assert made.html("claims/index/3.html").count("data-verdict=") == 1
    assert made.page("capex/2.html").title == "Capex, page 2"
    assert 'href="../sources/long/3.html#q-' in made.html("claims/claim-400.html")


def test_making_pages_takes_time_in_proportion() -> None:
    def took(claims: int) -> float:
        briefing = large(claims)
        start = time.process_time()
        site, _ = view.site(briefing, default_look())
        for path in site.paths:
            view.page(site, path)
        return time.process_time() - start

    took(100)
    assert took(2_000) < max(25 * took(200), 2)


@pytest.mark.parametrize("rights", ["links", "excerpts", "full"])
def test_rights_decide_how_much_of_an_article_is_shown(rights: str) -> None:
    text = "First of all. " + "Filler goes on. " * 20 + "The quoted words. " + "More filler. " * 20
    item = quote("a", "quoted words")
    made = built(
        judged(
            articles=(article("a", text, publish=rights),),
            judgements=(
                judgement("c", "It is so.", Verdict.UNSUPPORTED, Reason.SINGLE_SOURCE, (item,)),
            ),
            narratives={"capex": "So. [@c]"},
        )
    )
    assert not broken(made)
    pages = "".join(made.html(path) for path in ("sources/a.html", "claims/c.html", "capex.html"))
    data = view.page(made.site, "data/briefing.json")
    assert isinstance(data, Plain)
    assert ("quoted words" in pages) is (rights != "links")
    assert (b"quoted words" in data.data) is (rights != "links")
    assert ("First of all" in pages) is (rights == "full")


def test_notes_are_numbered_once_and_lead_back_from_every_mention() -> None:
    briefing = example()
    narratives = dict(briefing.content.narratives)
    narratives["capex"] = replace(
        narratives["capex"], text="One [@capex-plan/news]. Two [@capex-plan/news]."
    )
    made = built(replace(briefing, content=replace(briefing.content, narratives=narratives)))
    html = made.html("capex.html")
    assert html.count('href="#note-1"') == 2
    assert '<li id="note-1">' in html
    assert 'href="#ref-1"' in html
    assert 'href="#ref-1-2"' in html
    assert 'id="note-2"' not in html


def test_a_claim_with_much_evidence_gets_few_notes() -> None:
    items = tuple(quote(f"a{n}", f"Word {n} stands") for n in range(30))
    made = built(
        judged(
            articles=tuple(article(f"a{n}", f"Word {n} stands.") for n in range(30)),
            judgements=(
                judgement("c", "It is so.", Verdict.UNSUPPORTED, Reason.SINGLE_SOURCE, items),
            ),
            narratives={"capex": "So. [@c]"},
        )
    )
    html = made.html("capex.html")
    assert html.count('role="doc-noteref"') == 1
    assert ">1–6</a>" in html
    assert ">+24</a>" in html


def test_a_note_holds_what_one_source_says_on_one_side() -> None:
    text = " ".join(f"Word {n} stands." for n in range(6))
    quotes = [quote("a", f"Word {n} stands") for n in range(5)]
    items = (*quotes, quote("a", "Word 5 stands", Stance.DISPUTES))
    made = built(
        judged(
            articles=(article("a", text),),
            judgements=(
                judgement("c", "It is so.", Verdict.UNSUPPORTED, Reason.SINGLE_SOURCE, items),
            ),
            narratives={"capex": "So. [@c]"},
        )
    )
    notes = made.html("capex.html").split("doc-endnotes")[1]
    assert notes.count("<li id=") == 2
    assert notes.count("Read in context") == 3 + 1
    assert "2 more from this source" in notes


def test_the_mark_in_a_sentence_says_what_sort_of_statement_it_is() -> None:
    def mark(**fields: object) -> str:
        one = judgement(
            "c",
            "It is bold.",
            Verdict.CORROBORATED,
            Reason.INDEPENDENT_VOICES,
            (quote("a", "One"),),
        )
        one = replace(one, **fields)  # type: ignore[arg-type]
        made = built(
            judged((article("a", "One."),), judgements=(one,), narratives={"capex": "So. [@c]"})
        )
        return made.html("capex.html").split('<span class="cite">')[1].split("</a>")[0]

    assert 'corroborated<span class="phrase">\u00a0·\u00a0shared view</span>' in mark(
        kind="opinion", shared_view=True
    )
    assert 'corroborated<span class="phrase">\u00a0·\u00a0forecast</span>' in mark(kind="forecast")
    assert mark().endswith('title="one voice">corroborated')


def test_mentions_are_noted_only_where_nothing_else_is_said() -> None:
    items = (quote("a", "One", Stance.MENTIONS), quote("a", "two"))
    made = built(
        judged(
            articles=(article("a", "One and two."),),
            judgements=(
                judgement("both", "It is so.", Verdict.UNSUPPORTED, Reason.SINGLE_SOURCE, items),
                judgement(
                    "one", "It is so too.", Verdict.UNSUPPORTED, Reason.MENTION_ONLY, items[:1]
                ),
            ),
            narratives={"capex": "So. [@both] And so. [@one]"},
        )
    )
    labels = [
        label.split('"')[0] for label in made.html("capex.html").split('aria-label="Note ')[1:]
    ]
    assert labels == ["1: Publisher not named supports", "2: Publisher not named mentions"]
