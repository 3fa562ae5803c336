from __future__ import annotations

import re
from dataclasses import replace

from briefing.model.content import Authorship, Dating, Grade, SetAside
from briefing.model.figures import Comparison, Outcome, Rule
from briefing.model.judged import Reason, Stance
from briefing.model.verdict import Verdict
from briefing.view.pages.method import MethodPage
from tests.view.briefings import (
    Article,
    Built,
    article,
    built,
    dated,
    judged,
    judgement,
    publisher,
    quote,
    words,
)

TEXT = "It is so. It grew 5%."


def text(made: Built) -> str:
    """Give what a reader sees of the method page, with single blanks."""
    plain = re.sub(r"<[^>]+>", "", made.html("method.html").split("<main")[1])
    return re.sub(r"\s+", " ", plain).replace(" .", ".")


def body(made: Built) -> MethodPage:
    found = made.page("method.html").body
    assert isinstance(found, MethodPage)
    return found


def with_articles(*articles: Article, voices: int = 2) -> Built:
    return built(
        judged(
            articles,
            (publisher("p", "Paper"),),
            tuple(
                judgement(
                    f"claim-{n}", f"It is so, {n}.", Verdict.UNSUPPORTED, Reason.SINGLE_SOURCE,
                    (quote(one.source.id, "It is so"),),
                )
                for n, one in enumerate(articles)
            ),
            corroboration_voices=voices,
        )
    )  # fmt: skip


def test_the_marks_say_what_they_do_not_mean_with_this_briefing_s_counts() -> None:
    read = text(with_articles(article("a", TEXT), article("b", TEXT, publisher="p"), voices=3))
    assert "Corroborated does not mean true." in read
    assert "Disputed does not mean false, nor that the sources are equally good." in read
    assert "Unsupported means that fewer than 3 voices say so. It does not mean that it" in read
    assert "Of 2 claims here, 2 rest on one article." in read
    assert "Of 1 claim here, 1 rests on one article." in text(with_articles(article("a", TEXT)))


def bundles(count: int) -> Built:
    """Make a briefing where so many voices hold five articles each, and one holds six."""
    held = [f"p{n}" for n in range(count) for _ in range(5)] + ["p1"]
    return built(
        judged(
            [article(f"a{n}", TEXT, publisher=one) for n, one in enumerate(held)],
            [publisher(f"p{n}", f"Paper {n}") for n in range(count)],
        )
    )


def test_a_few_voices_stand_open_and_many_are_folded() -> None:
    few, many = bundles(2), bundles(50)
    assert "<details" not in few.html("method.html")
    assert [(one.count, len(one.sources), one.more) for one in body(few).voices] == [
        (6, 6, 0),
        (5, 5, 0),
    ]
    (before, after) = many.html("method.html").split("<details>")
    assert "50 voices that hold several articles</summary>" in after
    assert "sources/a5.html" not in before
    listed = body(many)
    assert (listed.voices[0].count, listed.voices[0].more) == (6, 3)
    assert len(listed.voices) + listed.more_voices == 50
    assert f"and {listed.more_voices} more" in after


def test_one_voice_may_be_enough() -> None:
    read = text(with_articles(article("a", TEXT), voices=1))
    assert "A voice supports the claim" in read
    assert "No voice says so." in read


def test_publishers_that_are_not_named_or_inferred_are_counted_and_named() -> None:
    made = with_articles(
        article("a", TEXT),
        article("b", TEXT, publisher="p"),
        article("c", TEXT, publisher="p", publisher_because="its furniture"),
    )
    read = text(made)
    assert "1 article names no publisher. It counts as a voice of its own: that is why" in read
    assert "Of 1 article the publisher is inferred" in read
    assert "Title of c, read as Paper’s" in read
    named = text(with_articles(article("b", TEXT, publisher="p")))
    assert "names no publisher" not in named
    assert "publisher is inferred" not in named


def test_limits_count_dates_and_authorship() -> None:
    none = Dating("unknown", None, None)
    read = text(
        with_articles(
            article("a", TEXT, published=none, ai_generated=Authorship("yes")),
            article("b", TEXT, published=dated("2025-02-24", "the heading")),
            article("c", TEXT, published=dated("2025-02-24"), ai_generated=Authorship("suspected")),
        )
    )
    assert "1 article carries no date; the date of 1 article is inferred." in read
    assert "1 article says that software wrote it; software is suspected behind 1 article." in read
    assert "compares 3 articles with one another and consulted nothing else" in read
    plain = text(with_articles(article("a", TEXT, published=dated("2025-02-24"))))
    assert "no date" not in plain
    assert "software wrote" not in plain.rpartition("Limits")[2]


def test_cuts_and_what_is_set_aside_are_counted() -> None:
    aside = SetAside(words("It grew"), "announces")
    made = with_articles(
        article("a", TEXT, omit=(words("x"), words("y")), set_aside=(aside,), account="full"),
        article("b", TEXT),
    )
    read = text(made)
    assert "2 passages were cut from within bodies" in read
    assert "In 1 of 2 articles every figure" in read
    assert "1 passage is set aside; each source’s page lists it." in read


def test_quotes_that_the_analyst_lowers_or_reads_into_are_counted() -> None:
    same = Comparison(Outcome.SAME, Rule.ROUNDED)
    item = quote("a", "It grew 5%", Stance.MENTIONS, comparison=same)
    lowered = replace(item, written=replace(item.written, listed="mentions"), inferred="its year")
    near = Comparison(Outcome.COMPATIBLE, Rule.NEAR)
    loose = replace(lowered, comparison=near, inferred=None)
    one = judgement(
        "c", "It grew 5%.", Verdict.UNSUPPORTED, Reason.MENTION_ONLY, (item, lowered, loose)
    )
    counted = body(built(judged((article("a", TEXT),), judgements=(one,)))).counts
    assert (counted.lowered, counted.inferred, counted.in_words) == (1, 1, 1)


def test_the_scale_names_every_grade_and_who_has_it() -> None:
    graded = publisher("p", "Paper", grade=Grade("B", "6", None, ()))
    made = built(judged((), (graded, publisher("q", "Post"))))
    assert [(row.mark, row.publishers) for row in body(made).reliability] == [
        ("A", 0), ("B", 1), ("C", 0), ("D", 0), ("E", 0), ("F", 1),
    ]  # fmt: skip
    assert [row.publishers for row in body(made).credibility] == [0, 0, 0, 0, 0, 2]
    assert "F and 6 say that it cannot be judged" in text(made)


def test_a_reader_is_told_how_to_dispute_an_entry(small: Built) -> None:
    read = text(small)
    assert (
        "Open the claim, follow the note to the passage, and report the claim’s address, the "
        "quote, and what you read differently." in read
    )
    assert "The editors then correct the quote, the stance or the period" in read


def test_the_method_of_an_empty_briefing_counts_nothing() -> None:
    read = text(built(judged(topics=())))
    assert "0 articles" in read
    assert "rest on one article" not in read


def test_what_the_author_adds_stands_among_the_rules() -> None:
    told = "## How it was made\n\nBy hand. [@a]\n"
    one = judgement("a", "It is.", Verdict.UNSUPPORTED, Reason.NO_EVIDENCE)
    made = built(judged(judgements=[one], narratives={"method": told}))
    html = made.html("method.html")
    assert '<h2 id="s-how-it-was-made">How it was made</h2>' in html
    assert html.index("How it was made") < html.index("Limits")
    assert made.site.citing["a"][0].href == "method.html"
    assert "By hand" not in built(judged(judgements=[one])).html("method.html")
