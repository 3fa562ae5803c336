"""A sentence of a narrative has an address made of its words, whatever stands around it."""

from __future__ import annotations

import re
from functools import partial
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st

from briefing import prose
from briefing.language.messages import ENGLISH
from briefing.model.pages import Html
from briefing.quotes import sentence_ends

ENDS = partial(sentence_ends, language="en")


def html(text: str) -> str:
    made = prose.parse(text, "content/index.md", ENGLISH, ENDS)
    parts = (*(made.answer.parts if made.answer else ()), *made.parts)
    return "".join(part.text if isinstance(part, Html) else "{}" for part in parts)


def said(text: str) -> dict[str, str]:
    """Give what is enclosed, without tags, by its address."""
    spans = re.findall(
        r'<span class="said" id="([^"]*)">(.*?)<span class="take">', html(text), re.DOTALL
    )
    return {id_: re.sub(r"<[^>]*>", "", within) for id_, within in spans}


def test_the_sentence_is_enclosed_with_its_citations_and_those_after_its_stop() -> None:
    assert said("It grew. Sales rose [@a] by U.S. rules. [@b] Nobody asked. It fell [@c].") == {
        "w-it-grew": "It grew. ",
        "w-sales-rose-by-u-s-rules": "Sales rose {} by U.S. rules. {} ",
        "w-nobody-asked": "Nobody asked. ",
        "w-it-fell": "It fell {}.",
    }


def test_an_address_stays_when_all_around_it_changes() -> None:
    before = said("Sales rose by half. [@a]")
    after = said("New. [@b]\n\n## New\n\nNew one. [@b] Sales *rose* by half. [@b; @a] Not said.")
    assert "w-sales-rose-by-half" in before.keys() & after.keys()


def test_the_words_that_begin_a_long_sentence_are_enough() -> None:
    text = "When it was all over, nobody in the whole town was left who {} it. [@a]"
    assert said(text.format("liked")).keys() == said(text.format("wanted")).keys()
    (name,) = said("x" * 200 + " [@a]")
    assert len(name) < 70


def test_sentences_that_begin_alike_are_told_apart_by_all_their_words() -> None:
    first, other = (f"One two three four five six seven eight {word}." for word in ("nine", "ten"))
    names = list(said(f"{first} [@a]\n\n{other} [@b]"))
    assert len(set(names)) == 2
    assert list(said(f"{other} [@b]\n\n{first} [@a]")) == names[::-1]
    assert not set(names) & said(f"{first} [@a]").keys(), "an address of two leads to neither"
    assert len(said("The same. [@a]\n\nThe same. [@a]")) == 1


def test_emphasis_and_links_are_kept_whole() -> None:
    assert said("**All grew.** So did *it, and* [that](a.html). [@a]") == {
        "w-all-grew": "All grew. ",
        "w-so-did-it-and-that": "So did it, and that. {}",
    }
    assert said("*It grew. It fell [@a].* Then it rose. [@b]") == {
        "w-it-grew": "It grew. It fell {}.",
        "w-then-it-rose": "Then it rose. {}",
    }


def test_without_words_or_both_a_citation_and_a_stop_there_is_no_address() -> None:
    assert (
        said("[@a]\n\n## Growth. [@a]\n\n`code` [@b]\n\n- Growth\n\n|a|b|\n|-|-|\n|c|2024|") == {}
    )
    assert list(said("- Why?\n- It grew.”\n- 它增长了。\n")) == ["w-why", "w-it-grew", "w-它增长了"]


class Balanced(HTMLParser):
    """Fails on a tag that closes another than the last one open."""

    def __init__(self, text: str) -> None:
        super().__init__()
        self.open: list[str] = []
        self.feed(text)

    def handle_starttag(self, tag: str, attrs: object) -> None:
        del attrs
        if tag not in {"br", "hr"}:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert tag in {"br", "hr"} or self.open.pop() == tag


@given(
    st.lists(
        st.sampled_from("A b. *|**|[x](y)|[@a]| |\n|. |`c`|<d>|- |_|\\|é，。".split("|")),
        max_size=30,
    )
)
def test_whatever_is_written_the_tags_are_balanced_and_no_word_is_lost(pieces: list[str]) -> None:
    text = "".join(pieces)
    found = html(text)
    assert Balanced(found).open == []
    made = prose.parse(text, "content/index.md", ENGLISH)
    whole = "".join(
        part.text if isinstance(part, Html) else "{}"
        for part in (*(made.answer.parts if made.answer else ()), *made.parts)
    )
    added = re.compile(r'<span class="take">.*?</span></span>|<span class="said"[^>]*>')
    assert added.sub("", found) == added.sub("", whole)
    ids = re.findall(r' id="(w-[^"]*)"', found)
    assert len(ids) == len(set(ids))
