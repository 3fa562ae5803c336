"""The sentence beside a verdict and what would turn it: true of what the rule saw, and no more."""

from __future__ import annotations

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.judge.verdict import Say, rule
from briefing.language.messages import ENGLISH
from briefing.model.judged import Caveat, Judgement, Reason, Stance
from briefing.model.verdict import Verdict
from briefing.view.flips import flips
from briefing.view.reasons import MOST_NAMES, sentence
from briefing.voices import UNNAMED
from tests.view.briefings import different, judgement, quote

SUPPORTS, DISPUTES, MENTIONS = Stance.SUPPORTS, Stance.DISPUTES, Stance.MENTIONS
NAMES = {"daily": "Daily", "herald": "Herald", "inews": "iNews", "post": "Post", "sun": "Sun"}
CALLED = NAMES | {UNNAMED.id: UNNAMED.name}


def says(*written: str, by_figure: bool = False) -> list[Say]:
    """Read `+daily`, `-daily/second` and `?daily`: a stance, a voice, and which article of it."""
    stances = {"+": SUPPORTS, "-": DISPUTES, "?": MENTIONS}
    return [
        Say(one[1:], one[1:].split("/")[0], None, stances[one[0]], by_figure, True)
        for one in written
    ]


def ruled(held: list[Say], needed: int) -> Judgement:
    """Judge a claim by what items say of it."""
    ruling = rule(held, needed)
    items = [
        quote(
            say.source,
            "It is so.",
            say.stance,
            voice=say.voice,
            counted=say.stance is not MENTIONS and say.source not in ruling.set_aside,
            comparison=different() if say.by_figure else None,
        )
        for say in held
    ]
    made = judgement("it", "It is so.", ruling.verdict, ruling.reason, items)
    return replace(
        made,
        counts=ruling.counts,
        supporting=ruling.supporting,
        disputing=ruling.disputing,
        pivotal=ruling.pivotal,
    )


def told(held: list[Say], needed: int = 2) -> str:
    return sentence(ruled(held, needed), CALLED, needed, ENGLISH)


def turns(held: list[Say], needed: int = 2) -> tuple[str, ...]:
    return flips(ruled(held, needed), CALLED, needed, ENGLISH)


def uncomparable(source: str) -> Say:
    return Say(source, source, None, MENTIONS, by_figure=True, comparable=False)


@pytest.mark.parametrize(
    ("held", "expected"),
    [
        (says("+daily", "+herald"), "Two independent voices say so: Daily and Herald."),
        (says("+daily"), "One voice, one article: Daily."),
        (says("+daily/1", "+daily/2", "+daily/3"), "One voice, three articles: Daily."),
        (says("+daily", "-herald"), "Daily says so; Herald disputes it."),
        (
            says("+daily", "+herald", "-post", "-sun"),
            "Daily and Herald say so; Post and Sun dispute it.",
        ),
        (
            says("+daily", "-herald", by_figure=True),
            "Daily says so; Herald gives another figure.",
        ),
        (
            says("+inews", "+post", "+sun", "-daily"),
            "iNews, Post and Sun say so; Daily disputes it.",
        ),
        (says("+daily/1", "-daily/2"), "One voice says both, in different articles: Daily."),
        (says("-daily"), "Daily disputes it; nothing that counts supports it."),
        (
            says("-daily", "-herald", by_figure=True),
            "Daily and Herald give another figure; nothing that counts supports it.",
        ),
        (
            says("+daily", "-daily"),
            "The one article that takes a side takes both, and is set aside.",
        ),
        (
            says("+daily", "-daily", "+herald", "-herald"),
            "The two articles that take a side each take both, and are set aside.",
        ),
        (
            [uncomparable("daily")],
            "Nothing that counts says so, and a figure that is given cannot be compared.",
        ),
        (
            says("?daily"),
            "It is mentioned, and nothing that counts says that it is so or is not.",
        ),
        ([], "Nothing is quoted on it."),
    ],
)
def test_each_reason_has_its_sentence(held: list[Say], expected: str) -> None:
    assert told(held) == expected


def test_one_voice_may_be_all_that_is_asked_for() -> None:
    assert told(says("+daily"), 1) == "One independent voice says so: Daily."


def test_fewer_voices_than_asked_for() -> None:
    assert (
        told(says("+daily", "+herald"), 3) == "Two voices say so, and this briefing asks for three."
    )


def test_one_article_that_gives_both_sides() -> None:
    relayed = [
        Say("a", "daily", "mayor", SUPPORTS, by_figure=False, comparable=True),
        Say("a", "daily", "miller", DISPUTES, by_figure=False, comparable=True),
    ]
    expected = "One article gives both sides, in different names, and no other counts."
    assert told(relayed) == expected


def test_a_voice_on_both_sides_is_said_to_give_both() -> None:
    held = says("+daily/1", "+herald", "-daily/2", by_figure=True)
    assert (
        told(held)
        == "Herald says so; Daily gives a figure that agrees with the claim and one that does not."
    )
    in_words = says("+daily/1", "+herald", "-daily/2")
    assert told(in_words) == "Herald says so; Daily both says so and disputes it."


def test_all_that_can_be_said_of_sides_in_one_sentence() -> None:
    figures = says("+daily", "+herald/1", "-herald/2", "-post", by_figure=True)
    assert told([*figures, *says("-sun")]) == (
        "Daily says so; Herald gives a figure that agrees with the claim and one that does not; Post gives another figure; "
        "Sun disputes it."
    )


def test_who_disputes_in_words_is_not_said_to_give_a_figure() -> None:
    held = [*says("+daily", "-herald", by_figure=True), *says("-post")]
    assert rule(held, 2).reason is Reason.FIGURE_MISMATCH
    assert told(held) == "Daily says so; Herald gives another figure; Post disputes it."


def test_many_voices_are_counted_once_and_not_named() -> None:
    assert MOST_NAMES == 4
    assert told(says(*(f"+{name}" for name in NAMES))) == "Five independent voices say so."


def test_unnamed_publishers_are_not_made_one() -> None:
    one, two = f"+{UNNAMED.id}/1", f"+{UNNAMED.id}/2"
    assert told(says(one)) == "One voice, one article: an unnamed publisher."
    assert told(says(one, two)) == "One voice, two articles whose publishers are not named."
    assert told(says(one, f"-{UNNAMED.id}/2")) == (
        "One voice says both, in different articles whose publishers are not named."
    )


def test_a_name_keeps_its_small_letter() -> None:
    assert told(says("+inews", "-daily")) == "iNews says so; Daily disputes it."
    assert told(says(f"+{UNNAMED.id}", "-daily")).startswith("An unnamed publisher says so")


@pytest.mark.parametrize(
    ("held", "needed", "expected"),
    [
        (
            says("+daily", "+herald"),
            2,
            (
                "Without Daily it would be unsupported.",
                "Without Herald it would be unsupported.",
                "One voice against it would make it disputed.",
            ),
        ),
        (
            says("+daily"),
            2,
            (
                "Another independent voice in support would make it corroborated.",
                "One voice against it would make it disputed.",
            ),
        ),
        (
            says("+daily"),
            3,
            (
                "Two more independent voices in support would make it corroborated.",
                "One voice against it would make it disputed.",
            ),
        ),
        (
            [],
            2,
            (
                "Two independent voices in support would make it corroborated.",
                "One voice against it would make it disputed.",
            ),
        ),
        (
            says("+daily", "+herald", "-post"),
            2,
            ("Without Post it would be corroborated.",),
        ),
        (says("+daily/1", "-daily/2"), 2, ("Without Daily it would be unsupported.",)),
        (
            says("+daily", f"+{UNNAMED.id}"),
            2,
            (
                "Without Daily it would be unsupported.",
                "Without the unnamed publisher it would be unsupported.",
                "One voice against it would make it disputed.",
            ),
        ),
        (
            says("+daily", "-herald", "-post"),
            2,
            ("No single voice would turn it: more than one disputes it.",),
        ),
    ],
)
def test_what_would_turn_a_verdict(held: list[Say], needed: int, expected: tuple[str, ...]) -> None:
    assert turns(held, needed) == expected


@given(
    st.lists(st.sampled_from([f"{sign}{name}" for name in NAMES for sign in "+-"]), max_size=9),
    st.integers(2, 4),
)
def test_what_is_promised_happens(written: list[str], needed: int) -> None:
    held = says(*(f"{one}/{index}" for index, one in enumerate(written)))
    before = rule(held, needed)
    promised = turns(held, needed)
    against = rule([*held, *says("-new")], needed)
    if "One voice against it would make it disputed." in promised:
        assert before.verdict is not Verdict.DISPUTED
        assert against.verdict is Verdict.DISPUTED
    if "Another independent voice in support would make it corroborated." in promised:
        assert rule([*held, *says("+new")], needed).verdict is Verdict.CORROBORATED
    for voice, name in NAMES.items():
        without = rule([one for one in held if one.voice != voice], needed).verdict
        called = name.replace("an unnamed", "the unnamed")
        line = f"Without {called} it would be {without}."
        assert (line in promised) == (voice in before.pivotal)


@pytest.mark.parametrize(
    ("verdicts", "expected"),
    [
        ((Verdict.CORROBORATED,), "Computed from one figure, itself corroborated."),
        (
            (Verdict.CORROBORATED, Verdict.UNSUPPORTED),
            "Computed from two figures, one of them unsupported.",
        ),
        (
            (Verdict.DISPUTED, Verdict.UNSUPPORTED),
            "Computed from two figures, one of them disputed.",
        ),
        ((Verdict.DISPUTED,) * 2, "Computed from two figures, both disputed."),
    ],
)
def test_a_derived_claim_says_what_it_rests_on(
    verdicts: tuple[Verdict, ...], expected: str
) -> None:
    made = judgement("it", "It is so.", verdicts[0], Reason.DERIVED)
    made = replace(made, input_verdicts=verdicts)
    assert sentence(made, CALLED, 2, ENGLISH) == expected
    assert not flips(made, CALLED, 2, ENGLISH)


SAME = (
    "Computed from two figures, some of them disputed. Rounded as stated, the result is the same for each "
    "position on them."
)


@pytest.mark.parametrize(
    ("inputs", "said"),
    [
        (
            (Verdict.CORROBORATED,),
            "Computed from a disputed figure. Rounded as stated, the result is the same for each position on it.",
        ),
        (
            (Verdict.CORROBORATED, Verdict.UNSUPPORTED),
            f"{SAME} One of its figures rests on too few voices.",
        ),
    ],
)
def test_a_result_that_holds_says_that_its_figure_is_disputed(
    inputs: tuple[Verdict, ...], said: str
) -> None:
    made = judgement("it", "It is so.", Verdict.CORROBORATED, Reason.DERIVED_ROBUST)
    assert sentence(replace(made, input_verdicts=inputs), {}, 2, ENGLISH) == said


def test_an_articles_own_figures_are_said_to_be_one_voice() -> None:
    made = judgement("it", "It is so.", Verdict.UNSUPPORTED, Reason.DERIVED_OWN_FIGURES)
    text = sentence(replace(made, input_verdicts=(Verdict.UNSUPPORTED,)), {}, 2, ENGLISH)
    assert text.endswith("count as one voice and are disputed by nobody.")


@pytest.mark.parametrize(
    ("speakers", "said"),
    [
        (("Mill", "Mill"), "Two voices say so, all on the word of Mill: Anne and Bea."),
        (("Mill", None), "Two voices say so and name no speaker but Mill: Anne and Bea."),
    ],
)
def test_voices_that_name_one_speaker_alone_are_not_called_independent(
    speakers: tuple[str | None, str | None], said: str
) -> None:
    items = tuple(
        quote(one, "It is so", voice=one, speaker=speaker, origin=speaker)
        for one, speaker in zip(("a", "b"), speakers, strict=True)
    )
    made = judgement("it", "It is so.", Verdict.CORROBORATED, Reason.INDEPENDENT_VOICES, items,
                     caveats=(Caveat.ONE_ORIGIN,))  # fmt: skip
    told = sentence(replace(made, supporting=("a", "b")), {"a": "Anne", "b": "Bea"}, 2, ENGLISH)
    assert told == said
