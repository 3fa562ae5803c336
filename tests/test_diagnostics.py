"""Diagnostics as values: severities, order, and the words that come near."""

from __future__ import annotations

import time

import pytest

from briefing.diagnostics import (
    CODES,
    YIELDING,
    Diagnostic,
    Severity,
    Span,
    blocks,
    diagnostic,
    did_you_mean,
    near_word,
    settle,
)

HERE = Span("a.yaml", 2, 3, 2, 5)
IDS = [f"source-{number}" for number in range(1000)]


def codes(found: tuple[Diagnostic, ...]) -> list[tuple[str, Severity]]:
    return [(one.code, one.severity) for one in found]


def test_findings_are_weighed_sorted_and_told_once() -> None:
    moved = diagnostic("verdict-moved", Span("a.yaml", 1), "moved")
    empty = diagnostic("empty-claims", HERE, "empty")
    bad = diagnostic("bad-id", Span("0.yaml", 9), "bad")
    severities = {"empty-claims": Severity.ERROR, "verdict-moved": Severity.OFF}
    assert codes(settle((empty, moved, bad, empty), severities)) == [
        ("bad-id", Severity.ERROR),
        ("empty-claims", Severity.ERROR),
    ]


@pytest.mark.parametrize(
    ("code", "plainly", "strictly"),
    [("verdict-moved", False, False), ("empty-claims", False, True), ("bad-id", True, True)],
)
def test_what_blocks(code: str, plainly: bool, strictly: bool) -> None:
    found = (diagnostic(code, HERE, "message"),)
    assert (blocks(found), blocks(found, strict=True)) == (plainly, strictly)


def test_what_yields_is_an_error() -> None:
    assert {CODES[code] for code in YIELDING} == {Severity.ERROR}


def test_a_code_that_nobody_declared_is_our_own_fault() -> None:
    with pytest.raises(KeyError):
        diagnostic("no-such-code", HERE, "message")


@pytest.mark.parametrize(
    ("word", "near"),
    [("sorce-77", "source-77"), ("source-777x", "source-777"), ("Source-5", "source-5"),
     ("other", None)],
)  # fmt: skip
def test_the_nearest_of_many_words(word: str, near: str | None) -> None:
    assert near_word(word, IDS) == near
    assert did_you_mean(word, IDS) == (near and f"did you mean '{near}'?")


def test_many_wrong_ids_among_many_cost_little() -> None:
    started = time.process_time()
    for number in range(200):
        near_word(f"sorce-{number}", IDS)
    assert time.process_time() - started < 4
