"""`publishers.yaml`: voices, grades and flags with their grounds, and each refusal at its place."""

from __future__ import annotations

from textwrap import dedent

import pytest

from briefing.load.publishers import read_publishers

FILE = "content/publishers.yaml"


def test_the_smallest_publisher_is_its_own_voice_and_not_graded() -> None:
    publishers, declared, found = read_publishers("daily: {name: The Daily}")
    assert (found, declared) == ((), frozenset({"daily"}))
    daily = publishers["daily"]
    assert (daily.name, daily.voice, daily.url, daily.flags) == ("The Daily", "daily", None, ())
    assert (daily.grade.reliability, daily.grade.credibility) == ("F", "6")


def test_every_key() -> None:
    publishers, _, found = read_publishers(
        dedent("""\
        publishers:
          daily:
            name: The Daily
            voice: press-house
            url: https://example.org
            grade:
              reliability: B
              credibility: 2
              because: It corrects its mistakes.
              grounds:
                - one: An earlier version
            flags:
              - plain words
              - text: It belongs to the mill.
                grounds:
                  - {source: two, quote: part of the mill}
            notes: A note
        """)
    )
    assert found == ()
    daily = publishers["daily"]
    assert (daily.voice, daily.url, daily.notes) == (
        "press-house",
        "https://example.org",
        ("A note",),
    )
    grade = daily.grade
    assert (grade.reliability, grade.credibility) == ("B", "2")
    assert grade.because == "It corrects its mistakes."
    assert [(one.quote.text, one.source) for one in grade.grounds] == [
        ("An earlier version", "one")
    ]
    assert [flag.text for flag in daily.flags] == ["plain words", "It belongs to the mill."]
    grounds = [(one.quote.text, one.source) for one in daily.flags[1].grounds]
    assert grounds == [("part of the mill", "two")]


@pytest.mark.parametrize(
    ("text", "line", "column", "code", "message"),
    [
        ("a: {}", 1, 1, "missing-key", "missing key 'name'"),
        ("A: {name: A}", 1, 1, "bad-id",
         "the id 'A' is not kebab-case (a-z, 0-9 and single hyphens)"),
        ("unknown: {name: A}", 1, 1, "bad-id",
         "'unknown' marks a source without a named publisher and cannot be an id"),
        ("a: {name: A, voice: Press House}", 1, 21, "bad-id",
         "the id 'Press House' is not kebab-case (a-z, 0-9 and single hyphens)"),
        ("a: {name: A, voice: b}\nb: {name: B, voice: a}", 1, 21, "voice-cycle",
         "circular voices: a → b → a"),
        ("a: {name: A, grade: B}", 1, 21, "bad-value", "must be a mapping"),
        ("a: {name: A, grade: {reliability: G}}", 1, 35, "bad-value",
         "must be one of A, B, C, D, E, F"),
        ("a: {name: A, grade: {credibility: 7}}", 1, 35, "bad-value",
         "must be one of 1, 2, 3, 4, 5, 6"),
        ("a: {name: A, grade: {grounds: [words]}}", 1, 32, "missing-key",
         "a publisher's grounds must name the source they are quoted from"),
        ("a: {name: A, flags: [{text: T, grounds: [words]}]}", 1, 42, "missing-key",
         "a publisher's grounds must name the source they are quoted from"),
        ("a:\n  name: A\n  flags:\n    - text: T\n      grounds:\n        - b: words #1\n", 6, 14,
         "yaml-cut", "YAML ends this text at ' #' and drops the rest"),
        ("a:\n  name: A\n  grade:\n    grounds:\n      - b: words #1\n", 5, 12,
         "yaml-cut", "YAML ends this text at ' #' and drops the rest"),
        ("a: {name: A, colour: red}", 1, 14, "unknown-key", "unknown key 'colour'"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_publisher(
    text: str, line: int, column: int, code: str, message: str
) -> None:
    _, _, (found,) = read_publishers(text)
    assert (found.at.file, found.at.line, found.at.column) == (FILE, line, column)
    assert (found.code, found.message) == (code, message)


def test_a_voice_may_be_a_family_another_publisher_or_itself() -> None:
    text = "a: {name: A, voice: house}\nb: {name: B, voice: a}\nc: {name: C, voice: c}\n"
    publishers, _, found = read_publishers(text)
    assert found == ()
    assert {id_: one.voice for id_, one in publishers.items()} == {"a": "house", "b": "a", "c": "c"}


def test_of_a_file_that_is_no_yaml_nothing_is_known() -> None:
    assert read_publishers("a: {")[1] is None


@pytest.mark.parametrize("text", ["- a\n- b\n", "a\n"])
def test_a_file_that_holds_no_mapping(text: str) -> None:
    _, declared, (found,) = read_publishers(text)
    assert declared is None
    assert (found.code, found.message) == ("bad-value", "must map ids to entries")


@pytest.mark.parametrize(
    ("voice", "near"),
    [
        ("press-hause", "press-house"),
        ("pres-house", "press-house"),
        ("daily-news", None),
        ("press-house", None),
        ("weekli", "weekly"),
        ("weekly", None),
        ("house", None),
    ],
)
def test_a_voice_that_is_spelt_almost_like_another(voice: str, near: str | None) -> None:
    _, _, found = read_publishers(
        dedent(f"""\
        daily: {{name: A, voice: press-house}}
        weekly: {{name: B, voice: press-house}}
        hourly:
          name: C
          voice: {voice}
        """)
    )
    expected = [("unknown-voice", 5, 10, f"did you mean '{near}'?")] if near else []
    assert [(one.code, one.at.line, one.at.column, one.hint) for one in found] == expected


def test_two_voices_that_differ_in_one_letter() -> None:
    _, _, found = read_publishers("a: {name: A, voice: reach}\nb: {name: B, voice: reachs}\n")
    assert [one.hint for one in found] == ["did you mean 'reachs'?", "did you mean 'reach'?"]
