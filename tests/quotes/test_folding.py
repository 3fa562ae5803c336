"""Folding takes away what copying changes, nothing that carries meaning, and keeps the way back."""

from __future__ import annotations

import sys
import unicodedata
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.quotes import fold

# Characters at which folding might go wrong, beside any others.
TELLING = (
    "aZ é09 .,-'\"\t\n\r\u00a0\u2003\u3000\u2028\u00ad\u200b\u200d\u200f\u2066\ufeff\ufe0f"
    "\u2018\u2019\u201a\u201c\u201d\u201e\u2032\u2033«»‹›\u2010\u2011\u2013\u2014\u2212…"
    "e\u0301\u0323\u0308\u00b4\u00a8ﬁ™²½①Ⅳ㎡９٣𝟗℃ªº½ｶﾞ각\u1100\u1161\u11a8ำ阿ﷺ\u0345\u20e3"
)
TEXTS = st.text(st.sampled_from(TELLING) | st.characters(exclude_categories=["Cs"]), max_size=40)
NUMBERS = {"Nd", "Nl", "No"}


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("“once-in-a-generation”", '"once-in-a-generation"'),
        ("Alibaba’s ‚low’ „high“ ‛odd‟", "Alibaba's 'low' \"high\" 'odd\""),
        ("6′ 2″ «oui» ‹si›", "6′ 2′′ «oui» ‹si›"),
        ("a\u2010b\u2011c\u2012d\u2013e\u2014f\u2015g\u2212h", "a-b-c-d-e-f-g-h"),
        ("in\u00advest\u200bment\u2060s \u202ax\u202c \ufeff\u2067y\u2069", "investments x y"),
        ("a\u00a0b\tc\r\nd \n\n e\u2003\u3000f", "a b c d e f"),
        (" \n edges \t", " edges "),
        ("a \u200b b", "a b"),
        ("café cafe\u0301", "café café"),
        ("cafe\u200b\u0301", "café"),
        ("ﬁnance … ™ ｆｕｌｌ", "finance ... TM full"),
        ("x\u00b4y x \u00b4y", "x \u0301y x \u0301y"),
        ("각 \u1100\u1161\u11a8 ﾊﾟ", "각 각 パ"),
        ("ไทยคำ", "ไทยคํา"),
        ("Case Counts", "Case Counts"),
        (
            "naïve µ 1ª 2º a¨ b¸ c¯ x\u0085y z\u00ad",
            "naïve μ 1a 2o a \u0308 b \u0327 c \u0304 x y z",
        ),
        ("", ""),
    ],
)
def test_folds(text: str, folded: str) -> None:
    assert fold(text).text == folded


@pytest.mark.parametrize(
    ("text", "folded"),
    [
        ("10² H₂O ½ ⅓ ① ⒈ 🄁", "10² H₂O ½ ⅓ ① ⒈ 🄁"),
        ("Ⅳ ⅳ ㎡ ㏠ ㊀ 〸", "Ⅳ ⅳ ㎡ ㏠ ㊀ 〸"),
        ("½\u0301 ²\u0323", "½\u0301 ²\u0323"),
        ("３８０ 𝟑𝟖𝟎", "380 380"),
        ("٣٨٠ ३८०", "٣٨٠ ३८०"),
        ("一 二", "一 二"),
    ],
)
def test_no_character_folds_into_or_out_of_a_digit(text: str, folded: str) -> None:
    assert fold(text).text == folded


def test_every_character_that_folds_folds_once() -> None:
    """What is folded stays as it is, alone and beside what it might compose or merge with."""
    changing = [
        char
        for char in map(chr, [*range(0xD800), *range(0xE000, sys.maxunicode + 1)])
        if not unicodedata.is_normalized("NFKC", char) or unicodedata.category(char)[0] in "MZC"
    ]
    assert len(changing) > 10_000
    assigned = [char for char in changing if unicodedata.category(char) not in {"Cn", "Co"}]
    for first in range(0, len(assigned), 256):
        batch = assigned[first : first + 256]
        folded = fold(" ".join(f"a{c}b  {c} e{c}\u0301" for c in batch)).text
        assert fold(folded).text == folded, ascii(batch)


@given(TEXTS)
def test_folding_twice_is_folding_once(text: str) -> None:
    folded = fold(text).text
    assert fold(folded).text == folded


@given(TEXTS)
def test_canonical_equivalents_fold_alike(text: str) -> None:
    assert fold(unicodedata.normalize("NFD", text)).text == fold(text).text


@given(TEXTS)
def test_digits_never_change(text: str) -> None:
    def numbers(of: str) -> list[str]:
        return [char for char in of if unicodedata.category(char) in NUMBERS]

    def value(char: str) -> str:
        # `decimal` is defined for every digit of every script, and for nothing else.
        is_digit = unicodedata.category(char) == "Nd"
        ascii_digit = is_digit and unicodedata.normalize("NFKC", char) in "0123456789"
        return str(unicodedata.decimal(char)) if ascii_digit else char

    assert numbers(fold(text).text) == [value(char) for char in numbers(text)]


@given(TEXTS)
def test_the_way_back_is_monotone_and_complete(text: str) -> None:
    folded = fold(text)
    spans = [folded.original(at, at + 1) for at in range(len(folded.text))]
    assert all(0 <= start < end <= len(text) for start, end in spans)
    assert all(a[0] <= b[0] and a[1] <= b[1] for a, b in pairwise(spans))
    for start, end in zip([0, *(end for _, end in spans)], [*(s for s, _ in spans), len(text)],
                          strict=True):  # fmt: skip
        between = text[start:end]
        assert fold(between).text.strip(" ") == "" or start > end


@given(TEXTS, st.data())
def test_a_span_leads_back_to_the_words_that_fold_to_it(text: str, data: st.DataObject) -> None:
    folded = fold(text)
    start = data.draw(st.integers(0, len(folded.text)))
    end = data.draw(st.integers(start, len(folded.text)))
    first, last = folded.original(start, end)
    # Of a character that expands, a part leads back to the whole.
    assert folded.text[start:end].strip(" ") in fold(text[first:last]).text
    assert (first == last) == (start == end)


@pytest.mark.parametrize("char", [chr(code) for code in range(0x80, 0x100)])
def test_latin_1_folds_alike_on_the_fast_and_the_full_way(char: str) -> None:
    assert fold(f"a{char}b").text + "阿" == fold(f"a{char}b阿").text


def test_a_long_run_of_marks_is_put_in_order() -> None:
    marks = "\u0301\u0323" * 100
    assert fold(f"a{marks}").text == unicodedata.normalize("NFC", f"a{marks}")


def test_dropped_characters_at_the_edges_are_outside() -> None:
    assert fold("\ufeffab\u00ad c").original(0, 2) == (1, 3)
    assert fold("\u200b").original(0, 0) == (1, 1)
