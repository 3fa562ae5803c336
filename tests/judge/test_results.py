"""Results of a period without a figure: two quotes of different periods, or of none, are not one result."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from itertools import permutations

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing.diagnostics import Diagnostic, Span
from briefing.judge.claims import judge
from briefing.judge.qualifiers import is_result
from briefing.language import languages, table
from briefing.model.content import Claim, Content, Settings, Topic
from briefing.model.judged import Anchor, AnchoredArticle, Caveat, Judgement, Reason, Stance
from briefing.model.verdict import Verdict
from tests.judge.reading import MILL, claim, sources

SOURCES = sources(**{id_: f"publisher: {id_}" for id_ in "abcdef"})
SUPPORTS, DISPUTES, MENTIONS = Stance.SUPPORTS, Stance.DISPUTES, Stance.MENTIONS


def judged(text: str) -> tuple[Judgement, tuple[Diagnostic, ...]]:
    """Judge one claim over quotes that all are in their articles."""
    return judged_claim(claim(text))


def judged_claim(one: Claim) -> tuple[Judgement, tuple[Diagnostic, ...]]:
    topics = (Topic("all", "All", Span("briefing.yaml")),)
    own = Settings("T", topics, {"mill": MILL})
    content = Content(own, SOURCES, {}, {one.id: one}, {})
    anchors = {item.at: Anchor(((0, 5),), 1, (("words", True),), (0, 5)) for item in one.items}
    articles = {
        id_: AnchoredArticle(id_, "0" * 64, None, "en", (), anchors, None, None) for id_ in SOURCES
    }
    found, mistakes = judge(content, articles)
    return found.judgements[one.id], mistakes


def stances(one: Judgement) -> dict[str, Stance]:
    return {item.written.source: item.stance for item in one.items}


FELL = """
claim: Profits fell on higher spending{when}.
for:
  - a: {a}
  - b: {b}
"""
NONE = "Profits fell as spending rose"
Q4 = "In Q4 2024 profits fell as spending rose"
Q1 = "In Q1 2025 profits fell as spending rose"


@pytest.mark.parametrize(
    ("when", "a", "b", "told", "verdict", "codes"),
    [
        # The claim names a period: what names another one, or none, is told from what names it.
        (" in Q4 2024", Q4, Q4, (SUPPORTS, SUPPORTS), Verdict.CORROBORATED, []),
        (" in Q4 2024", Q4, Q1, (SUPPORTS, MENTIONS), Verdict.UNSUPPORTED, ["period-differs"]),
        (" in Q4 2024", Q4, NONE, (SUPPORTS, SUPPORTS), Verdict.CORROBORATED, ["result-undated"]),
        # It names none: what names one may be of another one than its neighbour.
        ("", Q4, Q1, (MENTIONS, MENTIONS), Verdict.UNSUPPORTED, ["period-differs", "period-differs"]),
        ("", Q4, NONE, (MENTIONS, SUPPORTS), Verdict.UNSUPPORTED,
         ["period-differs", "result-undated"]),
        ("", NONE, NONE, (SUPPORTS, SUPPORTS), Verdict.CORROBORATED, ["result-undated"]),
    ],
)  # fmt: skip
def test_quotes_of_two_periods_are_not_one_result(
    when: str, a: str, b: str, told: tuple[Stance, Stance], verdict: Verdict, codes: list[str]
) -> None:
    one, found = judged(FELL.format(when=when, a=a, b=b))
    assert tuple(stances(one).values()) == told
    assert one.verdict is verdict
    assert [each.code for each in found] == codes
    assert (Caveat.INFERRED_SCOPE in one.caveats) == ("result-undated" in codes)


def test_the_author_is_told_once_where_and_what_to_write() -> None:
    _, (found,) = judged(FELL.format(when="", a=NONE, b=NONE))
    assert (found.at.line, [one.at.line for one in found.related]) == (6, [7])
    assert (
        found.message == "the quote does not say of which period its result is, nor does the claim"
    )
    assert found.hint is not None
    assert "name the period in the claim" in found.hint


def test_an_author_may_say_with_a_reason_which_period_is_meant() -> None:
    one, found = judged(f"""
        claim: Profits fell on higher spending in Q4 2024.
        for:
          - a: {Q4}
          - {{source: b, quote: {NONE}, period: 2024-Q4, because: it followed the report}}
        """)
    assert one.verdict is Verdict.CORROBORATED
    assert Caveat.INFERRED_SCOPE in one.caveats
    assert not found


def test_what_the_author_calls_unknown_or_another_period_only_mentions() -> None:
    for period in ("unknown", "2023-Q4"):
        one, _ = judged(f"""
            claim: Profits fell on higher spending in Q4 2024.
            for:
              - a: {Q4}
              - {{source: b, quote: {NONE}, period: {period}, because: so}}
            """)
        assert stances(one) == {"a": SUPPORTS, "b": MENTIONS}


def test_a_denial_of_another_period_disputes_nothing() -> None:
    one, _ = judged(f"""
        claim: Profits fell on higher spending in Q4 2024.
        for:
          - a: {Q4}
        against:
          - b: In Q1 2025 profits did not fall
        """)
    assert (one.verdict, one.reason) == (Verdict.UNSUPPORTED, Reason.SINGLE_SOURCE)


@pytest.mark.parametrize(
    "text",
    [
        f"claim: Profits fell.\nfor:\n  - a: {Q4}\n  - a: {NONE}",  # one article alone
        f"claim: Profits fell.\nkind: attribution\nfor:\n  - a: {Q4}\n  - b: {NONE}",
        "claim: It competes with Amazon.\nfor:\n  - a: In 2024 it competed\n  - b: It competes",
        "claim: Profits have grown for several quarters.\nfor:\n  - a: grew again\n  - b: grew",
        "claim: Profits could fall.\nfor:\n  - a: might fall in 2025\n  - b: may fall",
        "claim: Demand for AI is rising.\nfor:\n  - a: Demand rose in 2024\n  - b: It rises",
    ],
)
def test_what_is_no_result_of_several_articles_is_left_alone(text: str) -> None:
    one, found = judged(text)
    assert set(stances(one).values()) == {SUPPORTS}
    assert not found
    assert Caveat.INFERRED_SCOPE not in one.caveats


ITEMS = st.lists(
    st.tuples(
        st.sampled_from("abcdef"),
        st.sampled_from((NONE, Q4, Q1)),
        st.sampled_from(("for", "against")),
    ),
    min_size=1,
    max_size=5,
)
ORDER = [Verdict.CORROBORATED, Verdict.UNSUPPORTED, Verdict.DISPUTED]


def claim_of(when: str, items: list[tuple[str, str, str]]) -> Claim:
    lists = {
        name: [f"\n  - {source}: {text}" for source, text, listed in items if listed == name]
        for name in ("for", "against")
    }
    written = "".join(f"\n{name}:{''.join(lines)}" for name, lines in lists.items() if lines)
    return claim(f"claim: Profits fell on higher spending{when}.{written}")


@settings(max_examples=150)
@given(
    st.sampled_from(("", " in Q4 2024")),
    ITEMS,
    st.sampled_from("abcdef"),
    st.sampled_from((NONE, Q4, Q1)),
)
def test_added_support_never_moves_a_result_towards_disputed(
    when: str, items: list[tuple[str, str, str]], source: str, text: str
) -> None:
    if any(one == source for one, _, _ in items):
        return  # it may say both, and is then set aside
    before = judged_claim(claim_of(when, items))[0].verdict
    added = claim_of(when, [*items, (source, text, "for")])
    after = judged_claim(added)[0].verdict
    assert ORDER.index(after) <= ORDER.index(before)


@settings(max_examples=40)
@given(st.sampled_from(("", " in Q4 2024")), ITEMS)
def test_the_order_of_items_never_matters(when: str, items: list[tuple[str, str, str]]) -> None:
    one = claim_of(when, items)
    found = {
        judged_claim(replace(one, items=turned))[0].verdict
        for turned in list(permutations(one.items))[:24]
    }
    assert len(found) == 1


TOLD = sorted(one for one in languages() if "results" in table(one, "qualifiers"))


@pytest.mark.parametrize("language", TOLD)
def test_the_table_tells_results(language: str) -> None:
    held: Mapping[str, list[str]] = table(language, "qualifiers")["results"]
    assert all(is_result(one, language) for one in held["examples"])
    assert not any(is_result(one, language) for one in held["counter_examples"])
    assert all(word == word.lower() for part in ("nouns", "verbs", "other") for word in held[part])
    assert not is_result("Profits fell.", "xx")
