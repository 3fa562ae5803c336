"""Anchoring: spans, lines and context of what stands; what is kept and what is let go."""

from __future__ import annotations

from textwrap import dedent

import pytest

from briefing.anchor import grounds_by_source
from briefing.diagnostics import Span
from briefing.load import load
from briefing.model.content import Words
from tests.anchor.reading import CLAIMS, SEED, anchored, anchors, related
from tests.conftest import ProjectMaker

TEXT = "The mill\r\nopened a “new”\u00a0hall.\r\n\r\nWeavers cheered.\r\n"


def test_spans_count_code_points_of_the_file_as_it_is() -> None:
    (one,) = anchors("\ufeffÅre 🏭 mill\r\nopened.", "mill opened")
    assert one.spans == ((7, 19),)
    assert one.line == 1
    (two,) = anchors(TEXT, 'opened a "new" hall')
    assert TEXT[slice(*two.spans[0])] == "opened a “new”\u00a0hall"
    assert two.line == 2


def test_an_elision_and_an_omission_have_several_spans() -> None:
    (one,) = anchors(TEXT, "The mill … Weavers cheered")
    assert [TEXT[start:end] for start, end in one.spans] == ["The mill", "Weavers cheered"]
    text = "The mill ADVERT opened a hall."
    (two,) = anchors(text, "The mill opened a hall", source=", omit: [ADVERT]")
    assert "".join(text[start:end] for start, end in two.spans) == "The mill opened a hall"
    assert len(two.spans) == 2


def test_the_passage_stands_in_its_context() -> None:
    (one,) = anchors(TEXT, "opened a")
    assert [quoted for _, quoted in one.pieces] == [False, True, False]
    assert "".join(text for text, _ in one.pieces).startswith("The mill opened a “new” hall.")
    (two,) = anchors(TEXT, "The mill … hall")
    assert [text for text, quoted in two.pieces if quoted] == ["The mill", "hall"]


def test_the_context_is_bounded() -> None:
    text = f"{'before ' * 400}here it stands{' after' * 400}"
    (one,) = anchors(text, "here it stands")
    assert sum(len(piece) for piece, _ in one.pieces) < 600


def test_what_is_kept_of_an_article() -> None:
    held, _ = anchored(TEXT, source=", body: {starts: opened, ends: hall.}")
    (body,) = held.body
    assert TEXT[slice(*body)] == "opened a “new”\u00a0hall."
    assert held.text is None
    assert held.text_sha256 is None
    full, _ = anchored(TEXT, source=", publish: full")
    assert full.text == TEXT
    assert full.body == ((0, len(TEXT)),)


@pytest.mark.parametrize(
    ("source", "code", "column", "message", "places"),
    [
        (", body: {starts: Nowhere}", "body-not-found", 43,
         "'starts' of a: not in the text", []),
        (", body: {ends: the}", "body-ambiguous", 41,
         "'ends' of a: more than once in the text", [(1, 1), (2, 4), (3, 1)]),
        (", body: {starts: gate, ends: mill}", "body-not-found", 55,
         "'ends' of a: the body would end before it starts", [(3, 5), (1, 5)]),
        (", omit: [mill, Nowhere]", "body-not-found", 41,
         "'omit' of a: not in the text", []),
        (", body: {starts: '\u200b'}", "body-not-found", 44,
         "'starts' of a: nothing is left after folding", []),
    ],
)  # fmt: skip
def test_a_body_that_cannot_be_cut(
    source: str, code: str, column: int, message: str, places: list[tuple[int, int]]
) -> None:
    held, (found,) = anchored("the mill\nto the hall\nthe gate", "mill", source=source)
    assert (found.code, found.message) == (code, message)
    assert (found.at.file, found.at.column) == ("content/sources.yaml", column)
    assert [(one.at.line, one.at.column) for one in found.related] == places
    assert (held.body, dict(held.anchors)) == ((), {})


def test_every_entry_that_cannot_be_cut_is_told() -> None:
    _, found = anchored("the mill", source=", body: {starts: One, ends: Two}")
    assert [one.code for one in found] == ["body-not-found"] * 2
    _, found = anchored("the mill", source=", omit: [One, Two]")
    assert [one.code for one in found] == ["body-not-found"] * 2


def test_a_word_that_turns_the_sense_is_shown_where_it_stands() -> None:
    held, (found,) = anchored("The mill\ndid not close its hall.", "close its hall")
    assert len(held.anchors) == 1
    assert (found.code, found.severity) == ("sense-turned", "warning")
    assert found.at == Span(CLAIMS, 6, 12, 6, 26)
    assert found.message == "'not' is just before the quote in a"
    assert related(found) == [(SEED, 2, 5, "found here")]


def test_one_mistake_keeps_no_other_quote_from_its_place() -> None:
    held, found = anchored(TEXT, "The mill", "Nothing of the kind", "Weavers cheered")
    assert [one.code for one in found] == ["quote-not-found"]
    assert [at.line for at in held.anchors] == [6, 8]


def test_grounds_may_stand_twice_and_outside_the_body() -> None:
    here = Words("Menu", Span("content/publishers.yaml", 3))
    _, found = anchored("Menu. The mill. Menu.", grounds=(here,), source=", body: {starts: The}")
    assert found == ()


def test_grounds_that_stand_nowhere() -> None:
    here = Words("Written by the software", Span("content/publishers.yaml", 3, 9, 3, 32))
    _, (found,) = anchored("Written by software.", grounds=(here,))
    assert (found.code, found.at) == ("quote-not-found", here.at)
    assert found.message == "not in the file of a"
    assert found.hint == "paste  Written by software"


def test_grounds_are_checked_even_where_the_body_cannot_be_cut() -> None:
    here = Words("Nothing of it", Span("content/publishers.yaml", 3))
    _, found = anchored("The mill.", grounds=(here,), source=", omit: [Nowhere]")
    assert [one.code for one in found] == ["body-not-found", "quote-not-found"]


def test_grounds_are_gathered_by_the_source_they_stand_in(project: ProjectMaker) -> None:
    root = project({
        "briefing.yaml": "title: T\ntopics: []\n",
        "content/sources.yaml": dedent("""
            one: {file: 1.txt, title: A, publisher: p, ai_generated: {value: yes, grounds: [own]}}
            two: {file: 2.txt, title: B, ai_generated: {value: yes, grounds: [one: other]}}
            """),
        "content/publishers.yaml": dedent("""
            p:
              name: P
              grade: {reliability: B, grounds: [two: graded]}
              flags: [{text: Flag, grounds: [one: flagged]}]
            """),
    })  # fmt: skip
    content = load(root).content
    assert content is not None
    gathered = {
        source: [ground.quote.text for ground in grounds]
        for source, grounds in grounds_by_source(content).items()
    }
    assert gathered == {"one": ["own", "other", "flagged"], "two": ["graded"]}
