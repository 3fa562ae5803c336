"""A whole project: what one file says of another, order, and what a mistake leaves standing."""

from __future__ import annotations

from pathlib import Path

import pytest

from briefing.diagnostics import settle
from briefing.load import load
from briefing.model.content import Content
from tests.conftest import ProjectMaker

GOOD = {
    "briefing.yaml": "title: T\ntopics: [{id: one, title: One}, {id: two, title: Two}]\n",
    "content/sources.yaml": "a: {file: a.txt, title: A, publisher: daily}\n",
    "content/publishers.yaml": "daily: {name: Daily}\n",
    "content/claims/x.yaml": "topic: two\nclaims: {c: {claim: C, for: [{a: words}]}}\n",
    "content/claims/y.yaml": "topic: one\nclaims: {b: {claim: B}}\n",
    "content/index.md": "Front\n",
    "content/topics/one.md": "One\n",
    "content/topics/two.md": "Two\n",
    "seeds/a.txt": "words\n",
}

OTHER = "b: {file: b.txt, title: B}\n"


def content(root: Path) -> Content:
    held = load(root).content
    assert held is not None
    return held


def told(root: Path) -> list[tuple[str, int, int, str, str]]:
    found = settle(load(root).found, {})
    return [(one.at.file, one.at.line, one.at.column, one.code, one.message) for one in found]


def test_a_project_without_mistakes(project: ProjectMaker) -> None:
    root = project(GOOD)
    assert told(root) == []
    held = content(root)
    assert list(held.claims) == ["b", "c"]
    assert {page: one.text for page, one in held.narratives.items()} == {
        "index": "Front\n", "one": "One\n", "two": "Two\n",
    }  # fmt: skip
    assert (held.unread, held.complete) == (frozenset(), True)


@pytest.mark.parametrize(
    ("file", "text", "expected"),
    [
        ("content/sources.yaml", "a: {file: a.txt, title: A, publisher: dayly}\n",
         (1, 39, "unknown-publisher", "there is no publisher 'dayly'")),
        ("content/sources.yaml",
         "a: {file: a.txt, title: A, publisher: daily, derived_from: z}\n",
         (1, 60, "unknown-source", "there is no source 'z'")),
        ("content/sources.yaml",
         "a: {file: a.txt, title: A, publisher: daily, derived_from: {source: b, work: W}}\n" + OTHER,
         (1, 60, "bad-value", "derived_from needs either a source or a work")),
        ("content/sources.yaml", "a: {file: a.txt, title: A, derived_from: {}}\n",
         (1, 42, "bad-value", "derived_from needs either a source or a work")),
        ("content/sources.yaml",
         "a: {file: a.txt, title: A, ai_generated: {value: yes, grounds: [z: words]}}\n",
         (1, 68, "unknown-source", "there is no source 'z'")),
        ("content/publishers.yaml", "daily: {name: D, grade: {grounds: [z: words]}}\n",
         (1, 39, "unknown-source", "there is no source 'z'")),
        ("content/publishers.yaml", "daily: {name: D, flags: [{text: F, grounds: [z: words]}]}\n",
         (1, 49, "unknown-source", "there is no source 'z'")),
        ("content/claims/x.yaml", "topic: three\nclaims: {c: {claim: C}}\n",
         (1, 8, "unknown-topic", "there is no topic 'three'")),
        ("content/claims/x.yaml", "topic: one\nclaims: {c: {claim: C, topic: three}}\n",
         (2, 31, "unknown-topic", "there is no topic 'three'")),
        ("content/claims/x.yaml", "topic: one\nclaims: {c: {claim: C, for: [{z: words}]}}\n",
         (2, 31, "unknown-source", "there is no source 'z'")),
        ("content/claims/x.yaml",
         "topic: one\nclaims: {c: {claim: C, for: [{a: words}], against: [{a: words}]}}\n",
         (2, 57, "duplicate-evidence", "this quote of a is listed twice under one claim")),
        ("content/claims/x.yaml", "topic: one\nclaims: {b: {claim: C}}\n",
         (2, 10, "duplicate-id", "duplicate id 'b'")),
        ("content/claims/x.yaml", "topic: one\nclaims: {c: {claim: C, aliases: b}}\n",
         (2, 33, "duplicate-id", "duplicate id 'b'")),
    ],
)  # fmt: skip
def test_what_one_file_says_of_another(
    project: ProjectMaker, file: str, text: str, expected: tuple[int, int, str, str]
) -> None:
    found = told(project({**GOOD, file: text}))
    if expected[2] == "duplicate-id" and "aliases" not in text:
        assert found == [("content/claims/y.yaml", *expected)]
    else:
        assert found == [(file, *expected)]


def test_a_misspelt_id_is_suggested(project: ProjectMaker) -> None:
    root = project({**GOOD, "content/claims/x.yaml": "topic: tow\nclaims: {c: {claim: C}}\n"})
    assert [one.hint for one in load(root).found] == ["did you mean 'two'?"]


def test_missing_files(project: ProjectMaker) -> None:
    root = project({"briefing.yaml": GOOD["briefing.yaml"]})
    assert sorted((file, code) for file, _, _, code, _ in told(root)) == [
        ("briefing.yaml", "empty-claims"),
        ("briefing.yaml", "file-missing"),
        ("briefing.yaml", "narrative-missing"),
        ("briefing.yaml", "narrative-missing"),
        ("briefing.yaml", "narrative-missing"),
    ]


def test_publishers_need_no_file_until_a_source_names_one(project: ProjectMaker) -> None:
    root = project(
        {**GOOD, "content/sources.yaml": "a: {file: a.txt, title: A, publisher: unknown}\n"}
    )
    (root / "content/publishers.yaml").unlink()
    assert told(root) == []
    project({"content/sources.yaml": "a: {file: a.txt, title: A, publisher: daily}\n"})
    (found,) = load(root).found
    assert (found.code, found.at.line, found.at.column) == ("unknown-publisher", 1, 39)
    assert found.hint == "describe it in content/publishers.yaml:  daily: {name: …}"


def test_without_settings_nothing_else_is_read(project: ProjectMaker) -> None:
    loaded = load(project({"content/sources.yaml": "{"}))
    assert loaded.content is None
    assert [(one.code, one.at.file) for one in loaded.found] == [("file-missing", "briefing.yaml")]


def test_an_unreadable_file_brings_no_second_mistakes(project: ProjectMaker) -> None:
    for file in ("content/sources.yaml", "content/publishers.yaml"):
        found = told(project({**GOOD, file: "a: {"}))
        assert [(where, code) for where, _, _, code, _ in found] == [(file, "yaml-syntax")]
        project({file: GOOD[file]})


def test_an_unreadable_entry_brings_no_second_mistakes(project: ProjectMaker) -> None:
    found = told(project({**GOOD, "content/sources.yaml": "a: {file: a.txt}\n"}))
    assert [code for *_, code, _ in found] == ["missing-key"]


def test_what_could_not_be_read_is_known_by_its_id(project: ProjectMaker) -> None:
    root = project({
        **GOOD,
        "content/claims/x.yaml": (
            "topic: nowhere\nclaims:\n  lost: {claim: C, key: maybe}\n  homeless: {claim: D}\n"
            "  misquoted: {claim: E, topic: one, for: [{z: words}]}\n"
        ),
    })  # fmt: skip
    held = content(root)
    assert held.unread == {"lost", "homeless", "misquoted"}
    assert held.complete
    assert not content(project({"content/claims/x.yaml": "topic: {"})).complete


def test_claims_that_are_not_utf_8(project: ProjectMaker) -> None:
    held: dict[str, str | bytes] = {**GOOD}
    held["content/claims/x.yaml"] = b"topic: one\nclaims: {c: {claim: \xe9}}\n"
    root = project(held)
    assert told(root) == [
        ("content/claims/x.yaml", 2, 21, "bad-encoding", "invalid UTF-8: byte 0xE9")
    ]
    assert not content(root).complete


def test_of_two_claims_with_one_id_the_first_stays(project: ProjectMaker) -> None:
    files = {**GOOD, "content/claims/y.yaml": "topic: two\nclaims: {c: {claim: Second}}\n"}
    assert content(project(files)).claims["c"].statement.text == "C"


ENTITIES = 'entities: {quillon: {fiscal_year_end: "03-31"}, mill: {}}\n'


@pytest.mark.parametrize(
    ("text", "at"),
    [
        ("topic: one\nclaims: {c: {claim: C, entity: quillonn}}\n", (2, 32)),
        ("topic: one\nabout: {entity: quillonn}\nclaims: {c: {claim: C}, d: {claim: D}}\n", (2, 17)),
        ("topic: one\nclaims: {c: {claim: C, entity: quillonn, period: FY2024}}\n", (2, 32)),
        ("topic: one\nabout: {entity: quillonn, period: FY2024}\nclaims: {c: {claim: C}}\n", (2, 17)),
        (("topic: one\nclaims: {c: {claim: C, entity: quillonn,"
          " for: [{source: a, quote: words, period: FY2024}]}}\n"), (2, 32)),
    ],
)  # fmt: skip
def test_an_entity_that_is_not_declared_while_others_are(
    project: ProjectMaker, text: str, at: tuple[int, int]
) -> None:
    declared = {"briefing.yaml": GOOD["briefing.yaml"] + ENTITIES}
    root = project({**GOOD, **declared, "content/claims/x.yaml": text})
    (found,) = load(root).found
    assert (found.code, found.message) == ("unknown-entity", "there is no entity 'quillonn'")
    assert (found.at.file, found.at.line, found.at.column) == ("content/claims/x.yaml", *at)
    assert found.hint == "did you mean 'quillon'?"


def test_any_entity_may_be_named_where_none_is_declared(project: ProjectMaker) -> None:
    text = "topic: one\nabout: {entity: quillon}\nclaims: {c: {claim: C, entity: quillonn}}\n"
    assert told(project({**GOOD, "content/claims/x.yaml": text})) == []


def test_a_declared_entity_is_known(project: ProjectMaker) -> None:
    declared = {"briefing.yaml": GOOD["briefing.yaml"] + ENTITIES}
    text = "topic: one\nclaims: {c: {claim: C, entity: quillon, period: FY2024}}\n"
    assert told(project({**GOOD, **declared, "content/claims/x.yaml": text})) == []
