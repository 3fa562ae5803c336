from __future__ import annotations

from dataclasses import replace

from briefing.model.judged import JudgedItem, Judgement, Reason, Stance
from briefing.model.verdict import Verdict
from briefing.view.receipts import receipt
from tests.view.briefings import article, built, judged, judgement, publisher, quote

ARTICLES = tuple(
    article(id_, "It is so. It is not.", publisher=of)
    for id_, of in (("a", "p"), ("b", "p"), ("c", "q"))
)
PUBLISHERS = (publisher("p", "P"), publisher("q", "Q"))


def claim(*items: JudgedItem, pivotal: tuple[str, ...] = ()) -> Judgement:
    one = judgement("it", "It is so.", Verdict.DISPUTED, Reason.CONTRADICTION, items)
    return replace(one, pivotal=pivotal)


def counts(*items: JudgedItem) -> str | None:
    made = built(judged(ARTICLES, PUBLISHERS, (claim(*items),))).site
    return receipt(made, made.judged.judgements["it"]).counts


def against(source: str) -> JudgedItem:
    return quote(source, "It is not", Stance.DISPUTES)


def test_both_sides_are_counted() -> None:
    items = (quote("a", "It is so"), quote("b", "It is so", attributed_to="Wu"), against("c"))
    assert counts(*items) == (
        "For it: two articles, one voice and two origins. "
        "Against it: one article, one voice and one origin."
    )


def test_what_does_not_count_is_told_apart() -> None:
    aside = replace(against("a"), counted=False)
    assert counts(aside, quote("c", "It is so", Stance.MENTIONS)) == (
        "Nothing that counts supports it. One passage is shown without counting."
    )


def test_one_voice_on_which_all_hangs_is_it() -> None:
    def hangs(*pivotal: str) -> str:
        one = claim(quote("a", "It is so"), against("c"), pivotal=pivotal)
        made = built(judged(ARTICLES, PUBLISHERS, (one,))).site
        return receipt(made, made.judged.judgements["it"]).hangs_on

    assert hangs("p") == "P: without it the verdict would be different."
    assert hangs("p", "q") == "P and Q: without any one of these the verdict would be different."


def test_counting_articles_is_told_only_where_it_changes_the_verdict() -> None:
    one = claim(quote("a", "It is so"), quote("b", "It is so"))
    gap = replace(one, verdict=Verdict.UNSUPPORTED, article_count_verdict=Verdict.CORROBORATED)
    for held, is_told in ((one, False), (gap, True)):
        html = built(judged(ARTICLES, PUBLISHERS, (held,))).html("claims/it.html")
        assert ("Articles instead of voices" in html) is is_told
