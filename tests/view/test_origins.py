"""How many corroborated claims go back to one origin."""

from __future__ import annotations

from briefing.language.messages import ENGLISH
from briefing.model.judged import Caveat, Judgement, Reason
from briefing.model.verdict import Verdict
from briefing.view.origins import OneOrigin, one_origin, told
from tests.view.briefings import article, built, judged, judgement, quote

SO = "It is so"


def agreed(id_: str, *origins: str, unnamed: bool = False) -> Judgement:
    """Make a claim that as many sources support, relaying these; an empty text repeats them."""
    items = tuple(
        quote(source, SO, voice=source, speaker=name or None, origin=name or None)
        for source, name in zip("abc", origins, strict=False)
    )
    caveats = (Caveat.UNNAMED_PUBLISHER,) if unnamed else ()
    corroborated = (Verdict.CORROBORATED, Reason.INDEPENDENT_VOICES)
    return judgement(id_, f"{id_}.", *corroborated, items, caveats=caveats)


def test_the_origin_of_most_claims_is_found() -> None:
    claims = (agreed("a", "Mill", "Mill"), agreed("b", "Mill", ""), agreed("c", "Bank", "Mill"))
    assert one_origin(claims) == OneOrigin("Mill", 2, 3, 0, 0)
    said = "For two of three corroborated claims, everyone named speaks for Mill."
    assert told(claims, ENGLISH) == said


def test_claims_that_need_an_unnamed_publisher_are_set_apart() -> None:
    claims = (agreed("a", "Mill", ""), agreed("b", "Mill", ""), agreed("c", "", "", unnamed=True))
    assert one_origin(claims) == OneOrigin("Mill", 2, 2, 1, 0)
    assert told(claims, ENGLISH) == (
        "Of three corroborated claims, one depends on an unnamed publisher. For the other two, "
        "everyone named speaks for Mill."
    )


def test_nothing_is_found_where_voices_speak_for_themselves_or_one_claim_alone_goes_back() -> None:
    own = judgement(
        "own", "Own.", Verdict.CORROBORATED, Reason.INDEPENDENT_VOICES,
        (quote("a", SO, origin="a"), quote("b", SO, origin="b")),
    )  # fmt: skip
    assert told((own, agreed("a", "Mill", "Mill")), ENGLISH) is None


def test_what_is_computed_is_told_apart_and_what_is_not_corroborated_is_not_counted() -> None:
    alone = judgement("x", "X.", Verdict.UNSUPPORTED, Reason.SINGLE_SOURCE,
                      (quote("a", SO, speaker="Mill", origin="Mill"),))  # fmt: skip
    computed = judgement("y", "Y.", Verdict.CORROBORATED, Reason.DERIVED)
    two = (agreed("a", "Mill", ""), agreed("b", "Mill", ""))
    assert one_origin((alone, computed, *two)) == OneOrigin("Mill", 2, 2, 0, 1)


def test_the_numbers_make_up_all_corroborated_claims() -> None:
    computed = judgement("y", "Y.", Verdict.CORROBORATED, Reason.DERIVED)
    claims = (
        computed, agreed("a", "Mill", ""), agreed("b", "Mill", ""), agreed("c", "Bank", "Mill"),
        agreed("d", "", "", unnamed=True), agreed("e", "", "", unnamed=True),
    )  # fmt: skip
    assert told(claims, ENGLISH) == (
        "Of six corroborated claims, two depend on an unnamed publisher and one is computed. For two of "
        "the other three, everyone named speaks for Mill."
    )


def test_the_front_page_and_the_method_page_say_it() -> None:
    articles = tuple(article(id_, f"{SO}.") for id_ in "abc")
    claims = (agreed("a", "Mill", "Mill"), agreed("b", "Mill", "Mill"))
    made = built(judged(articles, judgements=claims))
    said = "For all two corroborated claims, everyone named speaks for Mill."
    assert said in made.html("index.html")
    assert said in made.html("method.html")
