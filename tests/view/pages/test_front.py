from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from decimal import Decimal
from types import MappingProxyType

import pytest

from briefing.diagnostics import Span
from briefing.figures import parse_period
from briefing.model.content import Dating, Input
from briefing.model.figures import Computed
from briefing.model.judged import Derivation, InputFigure, Judgement, Reason, Spread, Stance
from briefing.model.periods import Period
from briefing.model.verdict import Verdict
from briefing.view.pages.disputed import DisputedPage
from briefing.view.pages.front import FrontPage
from tests.view.briefings import (
    Built,
    article,
    built,
    example,
    judged,
    judgement,
    money,
    quote,
    words,
)

AT = Span("content/claims/capex.yaml")


def disputed(id_: str, *, key: bool = False) -> Judgement:
    return judgement(id_, f"{id_}.", Verdict.DISPUTED, Reason.FIGURE_MISMATCH, key=key)


def agreed(id_: str) -> Judgement:
    return judgement(id_, f"{id_}.", Verdict.CORROBORATED, Reason.INDEPENDENT_VOICES)


def computed(id_: str, *inputs: str) -> Judgement:
    one = judgement(id_, f"{id_}.", Verdict.DISPUTED, Reason.DERIVED)
    named = tuple(Input(f"n{n}", claim, None, AT) for n, claim in enumerate(inputs))
    return replace(one, claim=replace(one.claim, formula=words("n0"), inputs=named))


def front(*judgements: Judgement, narratives: Mapping[str, str] = MappingProxyType({})) -> Built:
    return built(judged(judgements=judgements, narratives=narratives))


def folded(made: Built) -> tuple[list[str], dict[str, list[str]], int]:
    """Give the disputes, what is folded under each, and how many more there are."""
    body = made.page("index.html").body
    assert isinstance(body, FrontPage)
    under = {id_: [one.id for one in all_] for id_, all_ in body.computed.items()}
    return [one.id for one in body.disputed], under, body.more_disputed


def test_computed_claims_stand_under_the_dispute_that_they_rest_on() -> None:
    made = front(
        computed("early", "b"), disputed("a"), disputed("b", key=True), computed("late", "x", "b"),
        narratives={"index": "[@early] [@late] [@a]"},
    )  # fmt: skip
    assert folded(made) == (["b", "a"], {"b": ["early", "late"]}, 0)
    html = made.html("index.html")
    assert "2 claims are computed from it" in html
    assert len(re.findall(r'<a href="claims/early.html">', html)) == 1
    assert "One key claim that sources state</p>" in html
    assert "<b>1</b> disputed</span></li>" in html
    assert "Four claims in all: the one counted here, one other claim and two computed." in html


def test_a_claim_computed_from_a_computed_one_stands_under_the_first() -> None:
    made = front(agreed("fine"), disputed("a"), computed("b", "fine", "a"), computed("c", "b"))
    assert folded(made) == (["a"], {"a": ["b", "c"]}, 0)


def test_claims_that_compute_from_one_another_are_all_shown() -> None:
    shown, under, _ = folded(front(computed("a", "b"), computed("b", "a"), computed("c", "c")))
    assert set(under) <= set(shown)
    assert {*shown, *(one for all_ in under.values() for one in all_)} == {"a", "b", "c"}


def test_a_long_chain_is_walked_once() -> None:
    count = 3_000
    chain = [computed(f"c{n}", f"c{n + 1}") for n in range(count)]
    _, under, _ = folded(front(*chain, disputed(f"c{count}")))
    assert len(under[f"c{count}"]) == count


def test_only_disputes_of_their_own_are_counted_as_more() -> None:
    made = front(*(disputed(f"c{n}") for n in range(14)), computed("d", "c0"))
    assert folded(made)[2] == 2
    assert "computed" not in front(disputed("a")).html("index.html")


def test_disputes_are_listed_by_what_they_weigh_and_how_far_they_reach() -> None:
    def apart(
        id_: str, percent: str | None, *, opposite: bool = False, key: bool = False
    ) -> Judgement:
        spread = Spread(None if percent is None else Decimal(percent), opposite)
        return replace(disputed(id_, key=key), spread=spread)

    near = [apart(f"near{n}", "1") for n in range(9)]
    made = front(
        disputed("words"), apart("far", "80"), *near, apart("zero", None), computed("sum", "far"),
        apart("opposite", "5", opposite=True), disputed("key", key=True), apart("keyed", "2", key=True),
    )  # fmt: skip
    ordered = ["keyed", "key", "opposite", "far", *(f"near{n}" for n in range(9)), "zero", "words"]
    assert folded(made) == (ordered[:12], {"far": ["sum"]}, 3)
    body = made.page("claims/index/disputed.html").body
    assert isinstance(body, DisputedPage)
    assert [[one.id for one in claims] for _, claims in body.groups] == [ordered[:2], ordered[2:]]
    for path in ("index.html", "claims/index.html"):
        assert 'claims/index/disputed.html">' in made.html(path)
    assert "1 claim is computed from it" in made.html("claims/index/disputed.html")
    assert "claims/index/disputed.html" not in front(agreed("a")).site.routes


def test_wherever_a_verdict_stands_a_reader_sees_that_it_is_computed() -> None:
    cites = "It is so. [@late] And so. [@a]"
    made = built(
        judged(
            judgements=[disputed("a"), computed("late", "a")],
            narratives={"index": cites, "capex": cites},
        )
    )
    for path in ("index.html", "capex.html", "claims/index.html", "claims/late.html"):
        html = made.html(path)
        marks = re.findall(
            r'<(?:strong|a) class="verdict disputed"[^>]*>disputed(.*?)</(?:span|p)>',
            html,
            re.DOTALL,
        )
        assert marks, path
        own = [one for one in marks if "figures differ" in one]
        assert all("computed from other claims" in one for one in marks if one not in own), path
        assert len(own) < len(marks), path


def test_a_verdict_that_stands_without_its_reason_says_that_it_is_computed() -> None:
    sum_ = money("$53 billion", "52.5", "53.5")
    inputs = tuple(InputFigure(f"n{n}", id_, None, sum_) for n, id_ in enumerate(("a", "late")))
    found = Computed(Decimal(52), Decimal(54), Decimal(53), "USD", "n0 + n1 = 53")
    last = replace(computed("last", "a", "late"), derivation=Derivation("n0 + n1", inputs, found))
    html = front(disputed("a"), computed("late", "a"), last).html("claims/last.html")
    alone = re.findall(r'<a href="[^"]*claims/(\w+).html">[^<]*</a> (<strong.*?)</dd>', html)
    assert [(id_, "computed</span>" in said) for id_, said in alone] == [
        ("a", False),
        ("late", True),
    ]


def test_key_claims_come_from_every_topic_the_weightiest_of_each_first() -> None:
    def about(topic: str, id_: str, verdict: Verdict = Verdict.UNSUPPORTED) -> Judgement:
        one = judgement(id_, f"{id_}.", verdict, Reason.INDEPENDENT_VOICES, key=True)
        return replace(one, claim=replace(one.claim, topic=topic))

    made = built(
        judged(
            topics=("early", "late"),
            judgements=(
                *(about("early", f"e{n}") for n in range(12)),
                about("early", "agreed", Verdict.CORROBORATED),
                about("early", "denied", Verdict.DISPUTED),
                *(about("late", f"l{n}") for n in range(3)),
            ),
        )
    )
    body = made.page("index.html").body
    assert isinstance(body, FrontPage)
    assert [one.id for one in body.key][:6] == ["agreed", "l0", "e0", "l1", "e1", "l2"]
    assert len(body.key) == 12


def test_citations_side_by_side_stand_apart() -> None:
    made = built(
        judged(judgements=[disputed("a"), agreed("b")], narratives={"index": "So. [@a; @b] And."})
    )
    html = made.html("index.html")
    assert html.count('</span> <span class="cite">') == 1
    assert "</span> </p>" not in html


def test_the_front_page_says_what_the_verdicts_mean_and_how_new_the_articles_are() -> None:
    html = built(example()).html("index.html")
    assert "Corroborated: two or more independent voices say so." in html
    assert "It may still be true." in html
    newest = 'Newest dated article: <time datetime="2025-02-24">24 February 2025</time>'
    assert newest in html
    assert "As of" not in html
    assert "Newest dated" not in front(agreed("a")).html("index.html")


def test_a_declared_date_is_told_beside_that_of_the_newest_article() -> None:
    briefing = example()
    settings = replace(briefing.content.settings, as_of="2025-10-01")
    made = built(replace(briefing, content=replace(briefing.content, settings=settings)))
    html = made.html("index.html")
    assert 'As of <time datetime="2025-10-01">1 October 2025</time>' in html
    assert 'Newest dated article: <time datetime="2025-02-24">24 February 2025</time>' in html


@pytest.mark.parametrize(
    ("labels", "newest"),
    [
        (["2031", "2031-05-05"], "5 May 2031"),
        (["2031-05-05", "2031-05"], "5 May 2031"),
        (["2031-05", "2031-05-01", "2031"], "1 May 2031"),
        (["2031", "2031-01-01", "2031-01"], "1 January 2031"),
        (["2031-05-05", "2032", "unknown"], "2032"),
    ],
)
def test_a_vague_date_is_no_newer_than_its_beginning(labels: list[str], newest: str) -> None:
    articles = [
        article(f"a{n}", "It is.", published=published(text)) for n, text in enumerate(labels)
    ]
    html = built(judged(articles=articles, judgements=[agreed("a")])).html("index.html")
    assert f">{newest}</time></p>" in html


def published(text: str) -> Dating:
    period = parse_period(text)
    return Dating(text, period if isinstance(period, Period) else None, None)


def test_each_topic_leads_to_all_others_and_marks_itself() -> None:
    topics = example().content.settings.topics
    made = built(example())
    for topic in topics:
        siblings = (
            made.html(f"{topic.id}.html").split('<nav class="siblings"')[1].split("</nav>")[0]
        )
        others = [f"{one.id}.html" for one in topics if one is not topic]
        assert re.findall(r'href="([^"]+)"', siblings) == others
        assert f'<b aria-current="page">{topic.title}</b>' in siblings


def test_among_many_topics_each_leads_to_those_beside_it() -> None:
    ids = [f"t{n}" for n in range(13)]
    made = built(judged(topics=ids))
    for place, id_ in enumerate(ids):
        html = made.html(f"{id_}.html")
        assert (f'<a rel="prev" href="t{place - 1}.html">' in html) is (place > 0)
        assert (f'<a rel="next" href="t{place + 1}.html">' in html) is (place < 12)
        assert 'href="index.html#topics"' in html


def test_the_front_page_says_first_on_how_many_voices_it_rests() -> None:
    said = quote("a", "It grew.", Stance.SUPPORTS)
    claim = judgement("c", "It grew.", Verdict.UNSUPPORTED, Reason.SINGLE_SOURCE, (said,))
    made = built(judged((article("a", "It grew."), article("b", "It fell.")), judgements=(claim,)))
    assert ">Two articles, two voices" in made.html("index.html")
    silent = built(judged((article("a", "It grew."),)))
    assert ">One article, one voice<" in silent.html("index.html")
