from __future__ import annotations

from briefing.language.messages import ENGLISH, messages
from briefing.model.figures import Outcome
from briefing.model.judged import Caveat, Counts, Reason, Stance
from briefing.model.verdict import Verdict
from briefing.view import caveats, words


def test_nothing_that_is_computed_lacks_its_words() -> None:
    assert set(words.REASONS) == set(Reason)
    assert set(caveats.CAVEATS) == set(Caveat)
    assert set(words.OUTCOMES) == set(Outcome)
    assert set(words.VERDICTS) == set(Verdict)
    assert set(Stance) < set(words.STANCES)


def test_the_reason_stands_beside_the_verdict_with_its_counts() -> None:
    echo = words.phrase(Reason.SAME_VOICE_ECHO, Counts(3, 1, 1), ENGLISH)
    assert echo == "one voice, three articles"
    assert words.phrase(Reason.INDEPENDENT_VOICES, Counts(3, 2, 1), ENGLISH) == "two voices"


def test_a_byline_has_the_commas_of_its_language() -> None:
    assert words.joined(ENGLISH, "A", None, "B") == "A, B"
    assert words.joined(messages("zh"), "A", None, "B") == "A，B"


def test_long_texts_are_cut_at_a_word() -> None:
    assert words.clipped("short", 10) == "short"
    assert words.clipped("one two, three", 10) == "one two…"
    assert len(words.clipped("x" * 50, 10)) == 10


def test_no_word_says_more_than_the_rules_can_know() -> None:
    texts = " ".join(
        [one.rule for one in words.REASONS.values()]
        + [text for _, text in caveats.CAVEATS.values()]
        + [*words.AUTHORSHIP.values(), *words.AI_BADGES.values()]
    )
    for claimed in ("cannot both", "opposite", "was written by", "is false", "is true"):
        assert claimed not in texts


def test_rules_are_named_as_claims_name_them_without_counts() -> None:
    names = {reason: words.rule_name(reason, ENGLISH) for reason in Reason}
    assert names[Reason.SELF_CONTRADICTION] == "One voice, both ways"
    assert names[Reason.SAME_VOICE_ECHO] == "One voice, several articles"
    assert len(set(names.values())) == len(Reason)
    assert not any("%" in name for name in names.values())
