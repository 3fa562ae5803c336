"""Footnotes: one mark for a claim, its numbers close together, repeats of a paragraph merged."""

from __future__ import annotations

import re
from dataclasses import replace

from briefing.model.judged import Caveat, Reason, Stance
from briefing.model.verdict import Verdict
from tests.view.briefings import article, built, judged, judgement, quote

CLAIM = judgement(
    "it",
    "It is so.",
    Verdict.CORROBORATED,
    Reason.INDEPENDENT_VOICES,
    [quote("a", "One"), quote("b", "One"), quote("c", "One", Stance.DISPUTES)],
)
OTHER = judgement(
    "alone", "It is not.", Verdict.UNSUPPORTED, Reason.SAME_VOICE_ECHO, [quote("c", "One")]
)


def cites(text: str, *claims: object) -> list[str]:
    """Set a narrative and give the HTML of each mark."""
    made = built(
        judged(
            [article(id_, "One.", publisher=id_) for id_ in "abc"],
            judgements=claims or (CLAIM, OTHER),  # type: ignore[arg-type]
            narratives={"capex": text},
        )
    )
    html = made.html("capex.html").split('<section aria-labelledby="claims">')[0]
    return html.split('<span class="cite">')[1:]


def numbers(mark: str) -> str:
    found = re.search(r'doc-noteref"[^>]*>([^<]+)<', mark)
    return found[1] if found else ""


def test_the_numbers_of_a_mark_are_one_link_that_names_who_says_what() -> None:
    (mark,) = cites("So. [@it]")
    assert numbers(mark) == "1–3"
    assert 'href="#note-1"' in mark
    assert 'aria-label="Notes 1–3: a supports, b supports and c disputes"' in mark


def test_numbers_that_do_not_follow_each_other_are_listed() -> None:
    marks = cites("So. [@it]\n\nAnd. [@it/a; @it/c]\n\nAnd. [@it/b]")
    assert [numbers(mark) for mark in marks] == ["1–3", "1, 3", "2"]


def test_a_claim_cited_again_in_its_paragraph_shows_its_glyph_alone() -> None:
    marks = cites("So. [@it] Other. [@alone] Again. [@it] By one. [@it/a]\n\nElsewhere. [@it]")
    assert ['class="unseen"' in mark for mark in marks] == [False, False, True, True, False]
    assert ['class="sidenote"' in mark for mark in marks] == [True, True, False, True, True]


def test_each_item_of_a_list_and_cell_of_a_table_is_a_paragraph() -> None:
    marks = cites(
        "- So. [@it]\n- So. [@it]\n\n|a|b|\n|-|-|\n|x [@it]|y [@it]|\n\n## So [@it]\n\n> So. [@it]"
    )
    assert len(marks) == 6
    assert not any('class="unseen"' in mark for mark in marks)


def test_what_is_unsupported_has_its_reason_beside_it_and_the_others_only_their_word() -> None:
    corroborated, unsupported = cites("So. [@it] Other. [@alone]")
    assert ">corroborated</a>" in corroborated
    assert '>unsupported<span class="phrase">\u00a0·\u00a0one voice</span></a>' in unsupported


def test_a_verdict_that_hangs_on_one_thing_looks_it_everywhere() -> None:
    for caveat in Caveat:
        frail = replace(CLAIM, caveats=(caveat,))
        (mark,) = cites("So. [@it]", frail)
        hangs = caveat in {
            Caveat.ONE_ORIGIN,
            Caveat.UNNAMED_PUBLISHER,
            Caveat.AI_GENERATED_ONLY,
            Caveat.AI_PIVOTAL,
            Caveat.INFERRED_SCOPE,
        }
        assert ('class="verdict corroborated frail"' in mark) is hangs, caveat
        made = built(judged([article(id_, "One.") for id_ in "abc"], judgements=[frail]))
        for path in ("capex.html", "claims/it.html", "claims/index.html", "sources/a.html"):
            assert ("verdict corroborated frail" in made.html(path)) is hangs, (caveat, path)


def test_the_margin_names_everyone_and_gives_the_first_words_whole() -> None:
    long = " ".join(f"word{n}" for n in range(40))
    one = judgement(
        "long", "It is long.", Verdict.CORROBORATED, Reason.INDEPENDENT_VOICES,
        [quote("a", long), quote("b", "One")],
    )  # fmt: skip
    made = built(
        judged(
            [article("a", f"{long}.", publisher="A"), article("b", "One.", publisher="B")],
            judgements=[one],
            narratives={"capex": "So. [@long]"},
        )
    )
    note = made.html("capex.html").split('class="sidenote"')[1].split("</small>")[0]
    words = re.search(r"<q>(.*)…</q>", note)
    assert words
    assert f"{words[1]} " in long
    assert re.findall(r">([AB])</a>", note) == ["A", "B"]
