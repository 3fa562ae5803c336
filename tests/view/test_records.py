"""What a search finds: the words of each page at its address, and none that may not be published."""

from __future__ import annotations

from briefing import view
from briefing.model.judged import Reason
from briefing.model.pages import Record
from briefing.model.verdict import Verdict
from tests.view.briefings import Built, article, built, example, judged, judgement, quote


def found(made: Built) -> dict[str, Record]:
    return {one.href: one for one in view.records(made.site)}


def test_claims_articles_narratives_and_publishers_are_found_at_their_addresses(
    small: Built,
) -> None:
    records = list(view.records(small.site))
    assert len(found(small)) == len(records)
    assert set(found(small)) <= set(small.site.paths)
    kinds = [one.kind for one in records]
    counts = {kind: kinds.count(kind) for kind in kinds}
    assert counts == {"claim": 4, "article": 3, "front page": 1, "topic": 3, "publisher": 2}


def test_a_claim_is_found_by_why_who_and_what_was_said(small: Built) -> None:
    record = found(small)["claims/capex-usd.html"]
    assert (record.title, record.verdict) == ("Alibaba plans to invest $52.4 billion.", "disputed")
    said = "Investing.com: id it plans to invest 380 billion yuan ($52.4 billion) over"
    assert said in record.text
    assert "AInvest, unsigned: With $53 billion at stake" in record.text


def test_who_is_quoted_is_named() -> None:
    record = found(built(example()))["claims/capex-plan.html"]
    assert "AInvest, Clyde Morgan, quoting Alibaba: Alibaba plans to invest" in record.text


def test_whom_the_claim_itself_names_as_its_origin_is_named_too() -> None:
    item = quote("paper", "The plan holds", speaker="Acme")
    assert item.written.attributed_to is None
    plan = judgement("plan", "It holds.", Verdict.UNSUPPORTED, Reason.SINGLE_SOURCE, (item,))
    record = found(built(judged([article("paper", "The plan holds.")], judgements=[plan])))
    assert ", quoting Acme: The plan holds" in record["claims/plan.html"].text


def test_a_narrative_is_found_without_its_title_and_citations(small: Built) -> None:
    record = found(small)["capex.html"]
    assert (record.title, record.kind, record.verdict) == ("Spending", "topic", None)
    assert record.text.split() == "It plans to. So says .".split()


def test_what_has_no_words_is_found_by_its_title() -> None:
    assert found(built(judged(topics=("capex",))))["capex.html"].text == "Capex"


def test_no_record_says_more_of_an_article_than_its_page() -> None:
    text = "Before it all. The plan holds. " + "Filler words. " * 20 + "Hidden at the end."
    rights = ("full", "excerpts", "links")
    plan = judgement(
        "plan",
        "It holds.",
        Verdict.UNSUPPORTED,
        Reason.SINGLE_SOURCE,
        tuple(quote(id_, "The plan holds") for id_ in rights),
    )
    articles = [article(id_, text, publish=id_) for id_ in rights]
    records = found(built(judged(articles, judgements=[plan])))
    assert "Hidden at the end" in records["sources/full.html"].text
    assert "The plan holds" in records["sources/excerpts.html"].text
    assert "Hidden at the end" not in records["sources/excerpts.html"].text
    assert "The plan holds" not in records["sources/links.html"].text
    assert records["claims/plan.html"].text.count("The plan holds") == 2
