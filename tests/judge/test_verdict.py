"""The verdict rule: each row of its table, and what holds for any evidence."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.judge.verdict import Ruling, Say, rule
from briefing.model.judged import Counts, Reason, Stance
from briefing.model.verdict import Verdict

SUPPORTS, DISPUTES, MENTIONS = Stance.SUPPORTS, Stance.DISPUTES, Stance.MENTIONS


def say(
    source: str,
    stance: Stance,
    *,
    voice: str = "",
    origin: str = "",
    by_figure: bool = False,
    comparable: bool = True,
) -> Say:
    return Say(source, voice or source, origin or None, stance, by_figure, comparable)


ROWS = [
    ("no evidence", [], 2, Verdict.UNSUPPORTED, Reason.NO_EVIDENCE),
    ("mention only", [say("a", MENTIONS)], 2, Verdict.UNSUPPORTED, Reason.MENTION_ONLY),
    (
        "not comparable",
        [say("a", MENTIONS), say("b", MENTIONS, comparable=False)],
        2,
        Verdict.UNSUPPORTED,
        Reason.NOT_COMPARABLE,
    ),
    ("one article", [say("a", SUPPORTS)], 2, Verdict.UNSUPPORTED, Reason.SINGLE_SOURCE),
    (
        "three articles of one voice",
        [say(source, SUPPORTS, voice="v") for source in "abc"],
        2,
        Verdict.UNSUPPORTED,
        Reason.SAME_VOICE_ECHO,
    ),
    (
        "two voices",
        [say("a", SUPPORTS), say("b", SUPPORTS)],
        2,
        Verdict.CORROBORATED,
        Reason.INDEPENDENT_VOICES,
    ),
    (
        "two voices where three are asked for",
        [say("a", SUPPORTS), say("b", SUPPORTS)],
        3,
        Verdict.UNSUPPORTED,
        Reason.TOO_FEW_VOICES,
    ),
    ("dispute alone", [say("a", DISPUTES)], 2, Verdict.DISPUTED, Reason.CONTRADICTED),
    (
        "words against words",
        [say("a", SUPPORTS), say("b", DISPUTES)],
        2,
        Verdict.DISPUTED,
        Reason.CONTRADICTION,
    ),
    (
        "figures against figures",
        [say("a", SUPPORTS, by_figure=True), say("b", DISPUTES, by_figure=True)],
        2,
        Verdict.DISPUTED,
        Reason.FIGURE_MISMATCH,
    ),
    (
        "figures and words both dispute",
        [say("a", SUPPORTS), say("b", DISPUTES), say("c", DISPUTES, by_figure=True)],
        2,
        Verdict.DISPUTED,
        Reason.FIGURE_MISMATCH,
    ),
    (
        "one voice, two articles, both stances",
        [say("a", SUPPORTS, voice="v"), say("b", DISPUTES, voice="v")],
        2,
        Verdict.DISPUTED,
        Reason.SELF_CONTRADICTION,
    ),
    (
        "one article relays both sides",
        [say("a", SUPPORTS, origin="x"), say("a", DISPUTES, origin="y")],
        2,
        Verdict.DISPUTED,
        Reason.REPORTED_DISPUTE,
    ),
    (
        "one article says both itself",
        [say("a", SUPPORTS), say("a", DISPUTES)],
        2,
        Verdict.UNSUPPORTED,
        Reason.INCONSISTENT_SOURCE,
    ),
    (
        "an article set aside leaves the others",
        [say("a", SUPPORTS), say("a", DISPUTES), say("b", SUPPORTS)],
        2,
        Verdict.UNSUPPORTED,
        Reason.SINGLE_SOURCE,
    ),
]


@pytest.mark.parametrize(("says", "needed", "verdict", "reason"), [row[1:] for row in ROWS],
                         ids=[row[0] for row in ROWS])  # fmt: skip
def test_each_row_of_the_table(
    says: list[Say], needed: int, verdict: Verdict, reason: Reason
) -> None:
    ruling = rule(says, needed)
    assert (ruling.verdict, ruling.reason) == (verdict, reason)


def test_articles_of_one_voice_would_have_corroborated() -> None:
    ruling = rule([say(source, SUPPORTS, voice="v") for source in "abc"], 2)
    assert ruling.article_count_verdict is Verdict.CORROBORATED
    assert ruling.counts == Counts(articles=3, voices=1, origins=1)


def test_the_article_count_asks_for_the_same_number() -> None:
    ruling = rule([say(source, SUPPORTS, voice="v") for source in "ab"], 3)
    assert ruling.article_count_verdict is Verdict.UNSUPPORTED


def test_pivotal_voices_change_the_verdict_and_not_merely_the_reason() -> None:
    three = [say(source, SUPPORTS) for source in "abc"]
    assert rule(three, 2).pivotal == ()
    assert rule(three[:2], 2).pivotal == ("a", "b")
    assert rule([*three, say("d", DISPUTES)], 2).pivotal == ("d",)
    assert rule([say("a", SUPPORTS)], 2).pivotal == ()


def test_a_source_set_aside_is_set_aside_whole() -> None:
    says = [
        say("a", SUPPORTS),
        say("a", DISPUTES),
        say("a", SUPPORTS, origin="somebody else"),
        say("b", SUPPORTS),
    ]
    ruling = rule(says, 2)
    assert ruling.set_aside == {"a"}
    assert ruling.supporting == ("b",)


sources = st.sampled_from("abcdef")
voice_of = {"a": "v", "b": "v", "c": "w", "d": "x", "e": "x", "f": "y"}
PARTY = {"q": "p"}
"""Whom a speaker speaks for, if it is another."""
says_strategy = st.lists(
    st.builds(
        lambda source, stance, origin, by_figure, comparable: Say(
            source, voice_of[source], origin or None, stance, by_figure, comparable,
            party=PARTY.get(origin),
        ),
        sources,
        st.sampled_from(Stance),
        st.sampled_from(["", "p", "q", "r"]),
        st.booleans(),
        st.booleans(),
    ),
    max_size=12,
)  # fmt: skip
GOODNESS = [Verdict.DISPUTED, Verdict.UNSUPPORTED, Verdict.CORROBORATED]


@given(says_strategy, st.integers(2, 4))
def test_the_verdict_is_total(says: list[Say], needed: int) -> None:
    assert isinstance(rule(says, needed), Ruling)


@given(says_strategy, st.integers(2, 4), st.randoms(use_true_random=False))
def test_the_order_of_evidence_never_matters(says: list[Say], needed: int, random: object) -> None:
    shuffled = sorted(says, key=lambda _: random.random())  # type: ignore[attr-defined]
    assert rule(shuffled, needed) == rule(says, needed)


@given(says_strategy, sources, st.sampled_from(["", "p", "q"]), st.integers(2, 4))
def test_added_support_never_moves_a_verdict_towards_disputed(
    says: list[Say], source: str, origin: str, needed: int
) -> None:
    voice = voice_of[source]
    more = Say(source, voice, origin or None, SUPPORTS, by_figure=False, comparable=True)
    before, after = rule(says, needed), rule([*says, more], needed)
    assert GOODNESS.index(after.verdict) >= GOODNESS.index(before.verdict)


@given(says_strategy, st.integers(2, 4))
def test_pivotal_is_what_removal_shows(says: list[Say], needed: int) -> None:
    ruling = rule(says, needed)
    kept = [one for one in says if one.source not in ruling.set_aside]
    expected = [
        voice
        for voice in sorted({one.voice for one in kept if one.stance is not MENTIONS})
        if rule([one for one in kept if one.voice != voice], needed).verdict is not ruling.verdict
    ]
    assert list(ruling.pivotal) == expected


@given(says_strategy, st.integers(2, 4))
def test_mentions_never_change_a_verdict(says: list[Say], needed: int) -> None:
    spoken = [one for one in says if one.stance is not MENTIONS]
    more = [replace(one, stance=MENTIONS) for one in says]
    assert rule([*spoken, *more], needed).verdict is rule(spoken, needed).verdict


@given(says_strategy, sources, st.integers(2, 4))
def test_a_repeat_that_names_nobody_never_adds_an_origin(
    says: list[Say], source: str, needed: int
) -> None:
    named = [one for one in says if one.speaker and one.stance is SUPPORTS]
    more = Say(source, voice_of[source], None, SUPPORTS, by_figure=False, comparable=True)
    before, after = rule(says, needed), rule([*says, more], needed)
    aside = before.set_aside | after.set_aside
    if any(one.source not in aside for one in named):
        assert after.counts.origins <= before.counts.origins


def test_two_who_speak_for_one_party_are_one_origin() -> None:
    boss = Say("b", "w", "q", SUPPORTS, by_figure=False, comparable=True, party="p")
    assert rule([say("a", SUPPORTS, origin="p"), boss], 2).counts.origins == 1
    assert rule([say("a", SUPPORTS, origin="r"), boss], 2).counts.origins == 2


def test_a_first_hand_account_is_an_origin_beside_a_speaker() -> None:
    relayed, seen = say("a", SUPPORTS, origin="p"), say("b", SUPPORTS)
    assert rule([relayed, seen], 2).counts.origins == 1
    assert rule([relayed, replace(seen, first_hand=True)], 2).counts.origins == 2
    assert rule([seen, say("c", SUPPORTS)], 2).counts.origins == 2
