"""A reason explains what it is given for; what is about something else disputes nothing."""

from __future__ import annotations

import pytest

from briefing import pipeline
from briefing.model.judged import Stance
from tests.conftest import ProjectMaker

PERIOD = "period: 2024-Q4"
KEYS = ("period: 2023", "scope: north", "measure: profit", "basis: forecast", "per: year")


def judged(
    project: ProjectMaker, listed: str, quote: str, more: str, claim: str = "period: 2024-Q4"
) -> tuple[Stance, list[str]]:
    """Give the stance of one item under "Output rose 40%", and the codes that are found."""
    root = project(
        {
            "briefing.yaml": "{title: T, topics: [{id: all, title: All}],"
            " severities: {narrative-missing: off}}",
            "content/publishers.yaml": "herald: {name: Herald}",
            "content/sources.yaml": "a: {file: a.txt, title: A, publisher: herald, published: 2025-03-01}",
            "seeds/a.txt": f"{quote}.",
            "content/claims/all.yaml": f"topic: all\nclaims:\n  it:\n    claim: Output rose 40%.\n"
            f"    {claim}\n    {listed}:\n      - {{source: a, quote: {quote}, {more}}}\n",
        }
    )
    examined = pipeline.examine(root)
    assert examined.site is not None, examined.found
    (item,) = examined.site.judged.judgements["it"].items
    return item.stance, [one.code for one in examined.found]


@pytest.mark.parametrize("own", [*KEYS, "period: unknown", "scope: unknown"])
@pytest.mark.parametrize(
    "quote", ["Output rose 40%", "Output rose 4%", "Output never rose", "It shut 12 plants"]
)
def test_what_is_about_something_else_disputes_nothing(
    project: ProjectMaker, own: str, quote: str
) -> None:
    key = own.split(":", maxsplit=1)[0]
    for because in ("because: so it is read", f"because: {{{key}: it is, stance: it denies it}}"):
        assert judged(project, "against", quote, f"{own}, {because}") == (
            Stance.MENTIONS,
            ["stance-key"],
        )


def test_a_language_without_tables_lets_no_other_period_dispute(project: ProjectMaker) -> None:
    root = project(
        {
            "briefing.yaml": "{title: T, topics: [{id: all, title: All}],"
            " severities: {narrative-missing: off, language-unread: off}}",
            "content/publishers.yaml": "herald: {name: Herald}",
            "content/sources.yaml": "a: {file: a.txt, title: A, publisher: herald, language: xx}",
            "seeds/a.txt": "Ne 40%.",
            "content/claims/all.yaml": "topic: all\nclaims:\n  it:\n    claim: Output rose 40%.\n"
            "    against: [{source: a, quote: Ne 40%, scope: abroad, because: it is}]\n",
        }
    )
    examined = pipeline.examine(root)
    assert [one.code for one in examined.found] == ["stance-key"]
    assert examined.site is not None
    assert examined.site.judged.judgements["it"].items[0].stance is Stance.MENTIONS


@pytest.mark.parametrize("own", [PERIOD, "attributed_to: Quillon"])
@pytest.mark.parametrize("listed", ["against", "mentions"])
def test_a_reason_for_one_thing_is_none_for_the_stance(
    project: ProjectMaker, listed: str, own: str
) -> None:
    quote = "Last quarter output of steel never rose 40%"
    _, found = judged(project, listed, quote, f"{own}, because: the article says so")
    assert found == ["missing-because"]
    key = own.split(":", maxsplit=1)[0]
    _, found = judged(project, listed, quote, f"{own}, because: {{{key}: it is, stance: it asks}}")
    assert found == []
    _, found = judged(project, listed, quote, f"{own}, because: {{{key}: it is}}")
    assert found == ["missing-because"]


@pytest.mark.parametrize(
    ("quote", "is_clear"),
    [
        ("Output never rose 40%", True),
        ("It denied that output rose 40%", True),
        ("Output of steel never rose 40%", False),
        ("Output rose 40%", False),
        ("Output rose 40% and wages never", False),
        ("It did not pay when output rose 40%", False),
    ],
)
def test_a_denial_of_the_claim_in_its_own_words_needs_no_reason(
    project: ProjectMaker, quote: str, is_clear: bool
) -> None:
    stance, found = judged(project, "against", quote, "")
    assert (stance, "missing-because" in found) == (Stance.DISPUTES, not is_clear)


@pytest.mark.parametrize(
    ("key", "own"),
    [
        ("period", "period: 2024-Q4"),
        ("scope", "scope: north"),
        ("measure", "measure: profit"),
        ("basis", "basis: estimate"),
        ("per", "per: year"),
    ],
)
def test_each_inference_needs_its_reason(project: ProjectMaker, key: str, own: str) -> None:
    for listed in ("against", "mentions"):
        for reason, missing in (("stance: it asks", 1), (f"stance: it asks, {key}: it is", 0)):
            more = f"{own}, because: {{{reason}}}"
            _, found = judged(project, listed, "It denied that output rose 40%", more, own)
            assert found == ["missing-because"] * missing, (listed, reason)


@pytest.mark.parametrize(
    ("quote", "code"),
    [
        ("Output never rose 40%", "quote-denies"),
        ("a forecast that output rose 40%", "scope-differs"),
    ],
)
def test_a_reason_for_a_period_ends_no_doubt(project: ProjectMaker, quote: str, code: str) -> None:
    _, found = judged(project, "quotes", quote, f"{PERIOD}, because: it is of that quarter")
    assert found == [code]
    both = f"{PERIOD}, because: {{period: it is, stance: it is a double denial}}"
    assert judged(project, "quotes", quote, both)[1] == []


def test_a_reason_needs_what_it_explains(project: ProjectMaker) -> None:
    _, found = judged(project, "mentions", "Output rose", "because: {scope: it is}")
    assert found == ["bad-value"]
    _, found = judged(project, "mentions", "Output rose", "because: {scoop: it is}")
    assert found == ["unknown-key"]


@pytest.mark.parametrize(
    ("quote", "told"),
    [
        ("The mill confirmed that output rose 40%", ["figures-contradict"]),
        ("The mill denied that output rose 40%", []),
        ("Output never rose 40%", []),
        ("Output did not grow at all", []),
    ],
)
def test_a_denial_without_a_word_of_one_is_doubted(
    project: ProjectMaker, quote: str, told: list[str]
) -> None:
    _, found = judged(project, "against", quote, "because: the words deny it")
    assert found == told
