from __future__ import annotations

from briefing.model.figures import Outcome
from briefing.model.judged import Caveat, Counts, Reason
from briefing.view import words


def test_nothing_that_is_computed_lacks_its_words() -> None:
    assert set(words.REASONS) == set(Reason)
    assert set(words.CAVEATS) == set(Caveat)
    assert set(words.OUTCOMES) == set(Outcome)


def test_counts_are_words_up_to_twelve() -> None:
    assert words.counted(1, "voice") == "one voice"
    assert words.counted(12, "voice") == "twelve voices"
    assert words.counted(0, "voice") == "no voices"
    assert words.number(13) == "13"
    assert words.number(12_345) == "12,345"


def test_the_reason_stands_beside_the_verdict_with_its_counts() -> None:
    assert words.phrase(Reason.SAME_VOICE_ECHO, Counts(3, 1, 1)) == "one voice, three articles"
    assert words.phrase(Reason.INDEPENDENT_VOICES, Counts(3, 2, 1)) == "two voices"


def test_lists_read_like_sentences() -> None:
    assert [words.listed(texts) for texts in ((), ("a",), ("a", "b"), ("a", "b", "c"))] == [
        "",
        "a",
        "a and b",
        "a, b and c",
    ]


def test_long_texts_are_cut_at_a_word() -> None:
    assert words.clipped("short", 10) == "short"
    assert words.clipped("one two, three", 10) == "one two…"
    assert len(words.clipped("x" * 50, 10)) == 10


def test_no_word_says_more_than_the_rules_can_know() -> None:
    texts = " ".join(
        [one.rule for one in words.REASONS.values()]
        + [text for _, text in words.CAVEATS.values()]
        + [*words.AUTHORSHIP.values(), *words.AI_BADGES.values()]
    )
    for claimed in ("cannot both", "opposite", "was written by", "is false", "is true"):
        assert claimed not in texts


def test_rules_are_named_as_claims_name_them_but_for_the_counts() -> None:
    names = {reason: words.rule_name(reason) for reason in Reason}
    assert names[Reason.SELF_CONTRADICTION] == "One voice, both ways"
    assert names[Reason.SAME_VOICE_ECHO] == "One voice, several articles"
    assert len(set(names.values())) == len(Reason)
    assert not any("{" in name for name in names.values())
