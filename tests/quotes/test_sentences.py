"""Sentences end where a reader would say so; where in doubt they go on."""

from __future__ import annotations

import pytest

from briefing.quotes.sentences import sentence_ends


@pytest.mark.parametrize(
    "marked",
    [
        "It rose.| Then it fell!| Why?| “Because.”| So.",
        "It rose 52.4 bn.| 2025 was good.",
        "U.S. export controls by Alibaba Ltd. (NYSE: BABA) and Mr. Wu, vs. AWS, e.g. Qwen.| Next.",
        "It is over…| They left.| (He stayed.)| Odd.",
        "A heading\n\n|Its text",
        "one line.\nanother of the same, no. 4 in a row",
        "他们来了。|我们走了！|好",
        "Wait... then go. and go on",
        "no end",
        "",
    ],
)
def test_ends(marked: str) -> None:
    text = marked.replace("|", "")
    spans = list(sentence_ends(text, "en"))
    begins = [following for _, following in spans]
    plain, expected = marked, []
    while "|" in plain:
        at = plain.index("|")
        plain = plain[:at] + plain[at + 1 :]
        expected.append(at)
    assert [end if text[end : end + 1] != "\n" else begin for end, begin in spans] == expected
    assert all(text[end:begin].strip() == "" for end, begin in spans)
    assert all(text[begin : begin + 1].strip() for begin in begins)
