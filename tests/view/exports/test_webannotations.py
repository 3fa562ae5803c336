"""`data/annotations.jsonld` follows the Web Annotation Data Model, and its selectors lead home."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from briefing import load, quotes
from briefing.diagnostics import Diagnostic
from briefing.model.judged import Judged, Reason, Stance
from briefing.model.verdict import Verdict
from tests.view.briefings import article, judged, judgement, quote
from tests.view.exports.conftest import ADDRESS, nodes, site_of, text_of
from tests.view.test_untrusted import ATTACKS

PATH = "data/annotations.jsonld"
TEXT = "Before all that. The bridge will cost 40 million, said the mayor, and more. After it."


def collection(briefing: Judged, address: str | None = None) -> dict[str, Any]:
    return dict(json.loads(text_of(site_of(briefing, address), PATH)))


def quoted(briefing: Judged) -> list[dict[str, Any]]:
    return list(collection(briefing)["first"]["items"])


def one_quote(text: str, words: str, **fields: Any) -> Judged:  # noqa: ANN401
    item = quote("a", words, Stance.DISPUTES)
    claim = judgement("c", "It is cheap.", Verdict.DISPUTED, Reason.CONTRADICTED, (item,))
    return judged(articles=(article("a", text, **fields),), judgements=(claim,))


def test_the_collection_is_whole(real: tuple[Path, Judged]) -> None:
    _, briefing = real
    found = collection(briefing)
    items = found["first"]["items"]
    assert found["@context"] == "http://www.w3.org/ns/anno.jsonld"
    assert (found["type"], found["first"]["type"]) == ("AnnotationCollection", "AnnotationPage")
    assert (
        found["total"] == len(items) == sum(len(one.items) for one in briefing.judgements.values())
    )
    ids = [one["id"] for one in items]
    assert len(set(ids)) == len(ids)
    for one in items:
        assert list(one) == ["id", "type", "motivation", "body", "target"]
        assert (one["type"], one["motivation"]) == ("Annotation", "assessing")
        stance, claim = one["body"]
        assert stance["value"] in set(Stance)
        assert {body["type"] for body in one["body"]} == {"TextualBody"}
        id_ = claim["id"].removeprefix("../claims/").removesuffix(".html#claim")
        assert claim["value"] == briefing.judgements[id_].claim.statement.text
        assert one["target"]


def test_every_selector_finds_its_words_in_the_text_that_was_read(
    real: tuple[Path, Judged],
) -> None:
    root, briefing = real
    texts = {}
    for source in briefing.content.sources.values():
        data = load.read_article(root, source)
        assert not isinstance(data, Diagnostic)
        read, _ = load.article(source, data)
        assert read is not None
        texts[f"urn:sha256:{read.text_sha256 or read.sha256}"] = (read.text, source.id)
    count = 0
    for one in quoted(briefing):
        for target in one["target"]:
            words, place = target["selector"]
            text, id_ = texts[target.get("state", {"cached": target["source"]})["cached"]]
            assert (words["type"], place["type"]) == ("TextQuoteSelector", "TextPositionSelector")
            start, end = place["start"], place["end"]
            kept = "".join(
                text[max(first, start) : min(last, end)]
                for first, last in briefing.articles[id_].body
            )
            assert single(words["exact"]) in {single(text[start:end]), single(kept)}
            before = single(text[:start])
            after = single(text[end:])
            assert before.endswith(single(words.get("prefix", "")))
            assert after.startswith(single(words.get("suffix", "")))
            count += 1
    assert count


def single(text: str) -> str:
    """Fold as quotes are, and drop white space, which pages show as they like."""
    return "".join(quotes.fold(text).text.split())


def test_an_article_on_the_web_is_named_by_its_address() -> None:
    briefing = one_quote(TEXT, "40 million", url="https://example.org/a?b=1")
    (one,) = quoted(briefing)
    digest = "urn:sha256:" + "0" * 64
    (target,) = one["target"]
    assert target["source"] == "https://example.org/a?b=1"
    assert target["state"] == {"type": "TimeState", "cached": digest}
    (unknown,) = quoted(one_quote(TEXT, "40 million"))
    assert [target["source"] for target in unknown["target"]] == [digest]


def test_html_is_named_by_the_text_in_which_positions_count() -> None:
    briefing = one_quote(TEXT, "40 million")
    html = replace(briefing.articles["a"], text_sha256="1" * 64)
    (one,) = quoted(replace(briefing, articles={"a": html}))
    assert one["target"][0]["source"] == "urn:sha256:" + "1" * 64


def test_words_stand_between_their_neighbours() -> None:
    (one,) = quoted(one_quote(TEXT, "40 million"))
    (target,) = one["target"]
    start = TEXT.index("40 million")
    assert target["selector"] == [
        {
            "type": "TextQuoteSelector",
            "exact": "40 million",
            "prefix": TEXT[:start],
            "suffix": TEXT[start + 10 : start + 50],
        },
        {"type": "TextPositionSelector", "start": start, "end": start + 10},
    ]


def test_a_context_that_was_cut_leaves_its_dots_out() -> None:
    briefing = one_quote(TEXT, "40 million")
    item = briefing.judgements["c"].items[0]
    pieces = (("…will cost ", False), ("40 million", True), (", said…", False))
    anchored = replace(item, anchor=replace(item.anchor, pieces=pieces))
    claim = replace(briefing.judgements["c"], items=(anchored,))
    (one,) = quoted(replace(briefing, judgements={"c": claim}))
    words = one["target"][0]["selector"][0]
    assert (words["prefix"], words["suffix"]) == ("will cost ", ", said")


def test_each_part_of_an_elided_quote_is_a_target() -> None:
    (one,) = quoted(one_quote(TEXT, "The bridge … the mayor"))
    found = [
        (words["exact"], words["prefix"][-10:], words["suffix"][:10], place["start"])
        for words, place in (target["selector"] for target in one["target"])
    ]
    assert found == [
        ("The bridge", "all that. ", " will cost", TEXT.index("The bridge")),
        ("the mayor", "ion, said ", ", and more", TEXT.index("the mayor")),
    ]


def test_a_quote_across_omitted_text_is_a_target_on_each_side() -> None:
    briefing = one_quote(TEXT, "The bridge … the mayor")
    item = briefing.judgements["c"].items[0]
    pieces = (("The bridge", True), (" […] ", False), ("the mayor", True), (" […] and more", False))
    anchored = replace(item, anchor=replace(item.anchor, pieces=pieces))
    claim = replace(briefing.judgements["c"], items=(anchored,))
    (one,) = quoted(replace(briefing, judgements={"c": claim}))
    words = [target["selector"][0] for target in one["target"]]
    assert [word["exact"] for word in words] == ["The bridge", "the mayor"]
    assert not any("[…]" in text for word in words for text in word.values())


def test_a_context_ends_where_the_body_leaves_text_out() -> None:
    briefing = one_quote(TEXT, "40 million")
    start, end = TEXT.index("40 million"), TEXT.index("40 million") + 10
    for body, prefix, suffix in (
        (((0, start - 5), (start - 5, end), (end + 9, 70)), "cost ", None),
        (((start, end + 6),), None, ", said"),
        (((0, 3),), None, None),
        ((), None, None),
    ):
        cut = replace(briefing.articles["a"], body=body)
        (one,) = quoted(replace(briefing, articles={"a": cut}))
        words = one["target"][0]["selector"][0]
        assert (words.get("prefix"), words.get("suffix")) == (prefix, suffix)


def test_where_only_a_link_may_be_published_no_word_is() -> None:
    briefing = one_quote(TEXT, "40 million", publish="links")
    assert "40 million" not in text_of(site_of(briefing), PATH)
    (one,) = quoted(briefing)
    (selectors,) = (target["selector"] for target in one["target"])
    assert [one["type"] for one in selectors] == ["TextPositionSelector"]


def test_one_passage_quoted_twice_gives_two_names() -> None:
    item = quote("a", "40 million")
    claim = judgement("c", "It is.", Verdict.UNSUPPORTED, Reason.SINGLE_SOURCE, (item, item))
    found = quoted(judged(articles=(article("a", TEXT),), judgements=(claim,)))
    assert [one["id"] for one in found] == ["#c/a/q-38-48", "#c/a/q-38-48/2"]


def test_an_address_makes_every_name_absolute() -> None:
    found = collection(one_quote(TEXT, "40 million"), ADDRESS)
    own = f"{ADDRESS}/data/annotations.jsonld"
    assert found["@context"] == ["http://www.w3.org/ns/anno.jsonld", {"@base": own}]


@pytest.mark.parametrize("attack", ATTACKS)
def test_hostile_texts_stay_values(attack: str) -> None:
    briefing = one_quote(f"Words {attack} words.", attack, url=f"javascript:{attack}")
    found = collection(briefing)
    exact = [node["exact"] for node in nodes(found) if "exact" in node]
    assert exact == [attack.strip()]
    assert "javascript:" + attack not in [node.get("source") for node in nodes(found)]


def test_a_briefing_without_quotes_has_an_empty_collection() -> None:
    found = collection(judged())
    assert (found["total"], found["first"]["items"]) == (0, [])
