"""Voices: families, reprints, named works, the unnamed, and references that lead nowhere."""

from __future__ import annotations

import time

import pytest

from briefing.load.publishers import read_publishers
from briefing.load.sources import read_sources
from briefing.voices import UNNAMED, first_spellings, voices

PUBLISHERS = """
daily: {name: The Daily}
weekly: {name: The Weekly, voice: daily}
evening: {name: The Evening, voice: weekly}
herald: {name: The Herald, voice: press-group}
tribune: {name: The Tribune, voice: press-group}
"""


def voice_of(sources: str) -> dict[str, str]:
    read, _, found = read_sources(sources, "excerpts")
    publishers, _, publishers_found = read_publishers(PUBLISHERS)
    assert found == publishers_found == ()
    return dict(voices(read, publishers)[0])


CASES = [
    (
        "a publisher is its own voice",
        "a: {file: a.txt, title: A, publisher: daily}",
        {"a": "daily"},
    ),
    (
        "a family is one voice, through a chain",
        (
            "a: {file: a.txt, title: A, publisher: weekly}\n"
            "b: {file: b.txt, title: B, publisher: evening}"
        ),
        {"a": "daily", "b": "daily"},
    ),
    (
        "a family without a publisher of its name",
        (
            "a: {file: a.txt, title: A, publisher: herald}\n"
            "b: {file: b.txt, title: B, publisher: tribune}"
        ),
        {"a": "press-group", "b": "press-group"},
    ),
    (
        "a reprint speaks with its original's voice and merges no publishers",
        (
            "a: {file: a.txt, title: A, publisher: daily}\n"
            "b: {file: b.txt, title: B, publisher: herald, derived_from: a}\n"
            "c: {file: c.txt, title: C, publisher: herald}"
        ),
        {"a": "daily", "b": "daily", "c": "press-group"},
    ),
    (
        "chains of reprints are followed",
        (
            "a: {file: a.txt, title: A, publisher: daily}\n"
            "b: {file: b.txt, title: B, publisher: herald, derived_from: a}\n"
            "c: {file: c.txt, title: C, derived_from: b}"
        ),
        {"a": "daily", "b": "daily", "c": "daily"},
    ),
    (
        "reprints of one work outside are one voice",
        (
            "a: {file: a.txt, title: A, publisher: daily, derived_from: {work: Agency  Report}}\n"
            "b: {file: b.txt, title: B, publisher: herald, derived_from: {work: agency report}}\n"
            "c: {file: c.txt, title: C, publisher: daily}"
        ),
        {"a": "work:agency report", "b": "work:agency report", "c": "daily"},
    ),
    (
        "sources without a named publisher are one voice",
        "a: {file: a.txt, title: A}\nb: {file: b.txt, title: B, publisher: unknown}",
        {"a": UNNAMED.id, "b": UNNAMED.id},
    ),
]


@pytest.mark.parametrize(("sources", "expected"), [case[1:] for case in CASES],
                         ids=[case[0] for case in CASES])  # fmt: skip
def test_who_counts_once(sources: str, expected: dict[str, str]) -> None:
    assert voice_of(sources) == expected


def test_voices_have_names() -> None:
    read, _, _ = read_sources(
        "a: {file: a.txt, title: A, publisher: weekly}\n"
        "b: {file: b.txt, title: B, derived_from: {work: Agency Report}}\n"
        "c: {file: c.txt, title: C}",
        "excerpts",
    )
    publishers, _, _ = read_publishers(PUBLISHERS)
    _, held = voices(read, publishers)
    assert {voice.id: (voice.name, voice.kind) for voice in held.values()} == {
        "daily": ("The Daily", "publisher"),
        "work:agency report": ("Agency Report", "work"),
        UNNAMED.id: ("an unnamed publisher", "unnamed"),
    }


def test_circles_are_reported_and_never_hang() -> None:
    sources, _, found = read_sources(
        "a: {file: a.txt, title: A, derived_from: b}\nb: {file: b.txt, title: B, derived_from: a}",
        "excerpts",
    )
    assert [one.code for one in found] == ["derivation-cycle"]
    publishers, _, found = read_publishers("p: {name: P, voice: q}\nq: {name: Q, voice: p}")
    assert [one.code for one in found] == ["voice-cycle"]
    assert set(voices(sources, publishers)[0]) == {"a", "b"}


def test_a_long_chain_of_reprints_costs_no_more_than_its_length() -> None:
    chain = [f"s{n}: {{file: {n}.txt, title: A, derived_from: s{n + 1}}}" for n in range(5_000)]
    last = "s5000: {file: last.txt, title: A, publisher: daily}"
    read, _, found = read_sources("\n".join([*chain, last]), "excerpts")
    assert found == ()
    started = time.process_time()
    voice_of, held = voices(read, {})
    assert time.process_time() - started < 0.5
    assert set(voice_of.values()) == set(held) == {"daily"}


def test_a_name_is_spelled_as_it_was_first() -> None:
    names = ("ACME", None, " Acme", "acme  inc", "Acme Inc", "Wu")
    assert first_spellings(names) == ("ACME", None, "ACME", "acme  inc", "acme  inc", "Wu")
