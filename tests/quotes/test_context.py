"""A quote is shown in its sentence, bounded, on word boundaries."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from briefing.quotes import Body, Context, Match, context, cut, locate, outside

TEXT = (
    "A heading\n\nIt began well. In its most recent quarter, the U.S. company reported\n"
    "cloud revenue growth of roughly 36% year over year, driven largely by AI. It went on."
)


def _shown(text: str, quote: str, limit: int = 240, omit: tuple[str, ...] = ()) -> tuple[str, str]:
    body = cut(text, omit=omit)
    assert isinstance(body, Body)
    match = locate(body, quote)
    assert isinstance(match, Match)
    return _sides(context(body, match, limit, "en"))


def _sides(found: Context) -> tuple[str, str]:
    """Give what comes before and after a quote."""
    places = [place for place, (_, quoted) in enumerate(found.pieces) if quoted]
    texts = [text for text, _ in found.pieces]
    return "".join(texts[: places[0]]), "".join(texts[places[-1] + 1 :])


def test_the_rest_of_the_sentence_is_shown_and_no_more() -> None:
    before, after = _shown(TEXT, "36% year over year")
    assert before.startswith("In its most recent quarter, the U.S. company reported cloud revenue")
    assert before.endswith(" growth of roughly ")
    assert after == ", driven largely by AI."


def test_a_whole_sentence_has_no_context() -> None:
    assert _shown(TEXT, "It began well.") == ("", "")
    assert _shown(TEXT, "It began well") == ("", ".")
    assert _shown(TEXT, "A heading") == ("", "")
    assert _shown(TEXT, "It went on.") == ("", "")


def test_a_quote_of_several_sentences_ends_with_its_last() -> None:
    assert _shown(TEXT, "began well. In its … by AI") == ("It ", ".")


def test_what_is_longer_is_cut_between_words() -> None:
    before, after = _shown(TEXT, "36% year over year", 22)
    assert (before, after) == ("…growth of roughly ", ", driven largely by…")
    assert _shown(TEXT, "36% year over year", 1) == ("", "")
    assert _shown("天地玄黄宇宙洪荒日月盈昃", "洪荒", 4) == ("…黄宇宙", "日月盈…")


def _passage(text: str, quote: str, *omit: str) -> str:
    """Write a quote in its context, in brackets."""
    body = cut(text, omit=omit)
    assert isinstance(body, Body)
    match = locate(body, quote)
    assert isinstance(match, Match)
    found = context(body, match, 240, "en")
    assert text[slice(*found.span)].split(maxsplit=1)[0] in found.pieces[0][0]
    return "".join(f"<{text}>" if quoted else text for text, quoted in found.pieces)


def test_omitted_text_is_marked_where_it_stood() -> None:
    omit = ("the U.S. company", "largely")
    before, after = _shown(TEXT, "36% year over year", omit=omit)
    assert before.startswith("In its most recent quarter, […] reported cloud")
    assert after == ", driven […] by AI."


def test_an_omission_is_marked_beside_a_quote_and_within_it() -> None:
    glued = "It has a goalTitle of a work[1]. This is AliAD-- Cloud (BABA) for all."
    titled = ("Title of a work[1]",)
    assert _passage(glued, "a goal", *titled) == "It has <a goal> […]."
    assert _passage(glued, "It has a goal.", *titled) == "<It has a goal> […]<.>"
    assert (
        _passage(glued, "a goal. This", *titled)
        == "It has <a goal> […]<. This> is AliAD-- Cloud (BABA) for all."
    )
    assert _passage(glued, "for all", "AD--", "(BABA)") == "This is Ali […] Cloud […] <for all>."
    assert (
        _passage(glued, "Ali Cloud", "AD--", "(BABA)") == "This is <Ali> […]< Cloud> […] for all."
    )


def test_what_is_omitted_at_an_end_of_what_is_shown_needs_no_mark() -> None:
    assert _passage("AD It is so. AD", "is so", "AD") == "It <is so>."
    assert _passage("It is so. AD It was.", "is so", "AD") == "It <is so>."


def test_a_sentence_goes_on_behind_a_blank_line_and_a_small_letter() -> None:
    text = "A heading\n\nIt leads rivals like\n\nand Tencent. It went on.\n\nthe end"
    assert _shown(text, "leads rivals") == ("It ", " like and Tencent.")
    assert _shown(text, "Tencent") == ("It leads rivals like and ", ".")
    assert _shown(text, "and Tencent") == ("It leads rivals like ", ".")
    assert _shown(text, "A heading") == ("", "")


def test_an_elision_shows_what_it_leaves_out() -> None:
    text = "The mill of AD the town opened."
    assert _passage(text, "The mill … opened", "AD") == "<The mill> of […] the town <opened>."


def test_context_outside_the_body_stays_in_its_piece() -> None:
    body = cut("Menu of Home BODY TEXT Comments are 3 here", "BODY", "TEXT")
    assert isinstance(body, Body)
    rest = outside(body)
    match = locate(rest, "Comments are")
    assert isinstance(match, Match)
    assert _sides(context(rest, match, 100, "en")) == ("", " 3 here")
    match = locate(rest, "Menu of")
    assert isinstance(match, Match)
    assert _sides(context(rest, match, 100, "en")) == ("", " Home")


@given(st.text("aB. \n,é", max_size=60), st.text("aB.é\n", max_size=60), st.integers(1, 40))
def test_it_is_bounded_and_reads_on(before: str, after: str, limit: int) -> None:
    shown = _shown(f"{before} quote {after}", "quote", limit)
    assert all(len(side) <= limit for side in shown)
    text = " ".join(f"{before} quote {after}".split())
    assert f"{shown[0]}quote{shown[1]}".strip("…") in text
