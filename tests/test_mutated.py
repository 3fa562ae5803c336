"""Claims files broken in any way: no traceback, no place that is nowhere, and no fix that makes it worse."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing import fixing, pipeline
from briefing.diagnostics import Diagnostic, Severity, Span
from tests.test_fixing import CLAIMS, FILES, HEAD

CLAIM_TEXT = f"""# yaml-language-server: $schema=../schemas/claims.schema.json
{HEAD}      - gazette: it is long
      - source: gazette
        quote: "The Quay will cost €40 million"
        because: {{stance: 'so: it is'}}
      # briefing: ignore[sense-turned] it is
      - gazette: The pier burned down
  two:
    claim: The quay costs €40 million.
    period: 2024-Q4
    quotes:
      - gazette: the Quay will cost €40 million, said the Mayor’s offic
    against: [{{gazette: It rained}}]
    note: >-
      Folded
      words.
  three:
    claim: Twice that is €80 million.
    formula: one * 2
    inputs: {{one: two/gazette}}
"""
PIECES = (
    *'"\'#:-[]{}&*!|>%@`,?\t\n\r \x00\x85\u2028\ufeff\ud7ff',
    "\n  ", ": ", " #", "- ", "…", "é", "{{", "# briefing: ignore[", "gazette", "9" * 40, "unknown",
)  # fmt: skip
Mutation = tuple[str, int, int, str]
MUTATIONS = st.lists(
    st.tuples(
        st.sampled_from(("cut", "insert", "double", "swap", "case", "replace")),
        st.integers(0, len(CLAIM_TEXT)),
        st.integers(1, 40),
        st.sampled_from(PIECES),
    ),
    min_size=1,
    max_size=4,
)


def mutated(text: str, mutations: Sequence[Mutation]) -> str:
    for how, at, many, piece in mutations:
        before, part, after = text[:at], text[at : at + many], text[at + many :]
        middle = {
            "cut": "",
            "insert": piece + part,
            "double": part + part,
            "swap": part[::-1],
            "case": part.swapcase(),
            "replace": piece,
        }[how]
        text = before + middle + after
    return text


def errors(found: Sequence[Diagnostic]) -> int:
    return sum(one.severity is Severity.ERROR or one.fix is not None for one in found)


def check(root: Path, mutations: Sequence[Mutation]) -> None:
    data = mutated(CLAIM_TEXT, mutations).encode()
    (root / CLAIMS).write_bytes(data)
    examined = pipeline.examine(root)
    assert (root / CLAIMS).read_bytes() == data
    for one in examined.found:
        for at in (one.at, *(other.at for other in one.related)):
            assert_is_there(root, at)
    fixed = fixing.fix(root)
    after = (root / CLAIMS).read_bytes()
    if after == data:
        assert fixed.diff == ""
        assert fixed.examined.found == examined.found
    else:
        assert errors(fixed.examined.found) < errors(examined.found)
        assert pipeline.examine(root).found == fixed.examined.found


def assert_is_there(root: Path, at: Span) -> None:
    lines = (root / at.file).read_bytes().decode().split("\n")
    assert 1 <= at.line <= at.end_line <= len(lines)
    assert 1 <= at.column <= len(lines[at.line - 1]) + 1


@pytest.fixture(scope="module")
def root(tmp_path_factory: pytest.TempPathFactory) -> Path:
    root = tmp_path_factory.mktemp("mutated")
    for name, text in {**FILES, "schemas/claims.schema.json": "{}"}.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text)
    (root / "content/claims").mkdir()
    return root


@settings(max_examples=60, suppress_health_check=[HealthCheck.too_slow])
@given(MUTATIONS)
def test_any_file_of_claims_is_checked_and_fixed(root: Path, mutations: Sequence[Mutation]) -> None:
    check(root, mutations)


@pytest.mark.slow
@settings(max_examples=10_000, suppress_health_check=[HealthCheck.too_slow])
@given(MUTATIONS)
def test_ten_thousand_files_of_claims(root: Path, mutations: Sequence[Mutation]) -> None:
    check(root, mutations)
