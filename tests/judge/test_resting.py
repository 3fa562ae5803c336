"""What derived claims rest on: a dispute that does not reach them, and one article's own figures."""

from __future__ import annotations

from dataclasses import replace
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import pipeline
from briefing.judge import judge
from briefing.model.content import Content, Settings
from briefing.model.judged import Anchor, AnchoredArticle, Caveat, Judgement, Reason
from briefing.model.verdict import Verdict
from tests.conftest import ProjectMaker
from tests.judge.reading import claim, sources

PROJECT = {
    "briefing.yaml": "title: t\ntopics: [{id: all, title: All}]\nseverities: {narrative-missing: off}",
    "content/publishers.yaml": "a: {name: A}\nb: {name: B}\nc: {name: C}",
    "content/sources.yaml": (
        "a: {file: a.txt, title: A, publisher: a, ai_generated: yes}\n"
        "b: {file: b.txt, title: B, publisher: b}\n"
        "c: {file: c.txt, title: C, publisher: c}\n"
    ),
    "seeds/a.txt": "The dyke costs $52.0 million.\nThe wall costs $26.0 million.\n",
    "seeds/b.txt": "The dyke costs $52.4 million.\nThe wall costs $26.0 million.\n",
    "seeds/c.txt": "The dyke costs $53.0 million.\n",
}
DYKE = """
  dyke:
    claim: The dyke costs {stated}.
    quotes:
      - a: The dyke costs $52.0 million
      - b: The dyke costs $52.4 million
      - c: The dyke costs $53.0 million
  wall:
    claim: The wall costs $26.0 million.
    quotes:
      - a: The wall costs $26.0 million
      - b: The wall costs $26.0 million
"""
RESULT = """
  result:
    claim: The dyke costs {result} the wall.
    formula: dyke / wall
    inputs: {{dyke: {dyke}, wall: {wall}}}
"""


def judged(project: ProjectMaker, claims: str) -> dict[str, Judgement]:
    files = {**PROJECT, "content/claims/all.yaml": f"topic: all\nclaims:\n{claims}"}
    examined = pipeline.examine(project(files))
    assert examined.site is not None, examined.found
    assert not [one for one in examined.found if one.severity == "error"], examined.found
    return dict(examined.site.judged.judgements)


@pytest.mark.parametrize("stated", ["$52.0 million", "$52.4 million", "$53.0 million"])
@pytest.mark.parametrize(
    ("result", "verdict", "reason"),
    [
        ("at least 1.9 times", "corroborated", "derived-robust"),
        ("2 times", "corroborated", "derived-robust"),
        ("between 1.9 and 2.1 times", "corroborated", "derived-robust"),
    ],
)
def test_a_result_that_holds_for_all_is_moved_by_no_wording(
    stated: str, result: str, verdict: str, reason: str, project: ProjectMaker
) -> None:
    claims = DYKE.format(stated=stated) + RESULT.format(result=result, dyke="dyke", wall="wall")
    found = judged(project, claims)
    assert found["dyke"].verdict == "disputed"
    assert (found["result"].verdict, found["result"].reason) == (verdict, reason)


def test_a_result_that_hangs_on_one_figure_is_disputed(project: ProjectMaker) -> None:
    claims = DYKE.format(stated="$53.0 million")
    found = judged(project, claims + RESULT.format(result="2.04 times", dyke="dyke", wall="wall"))
    assert (found["result"].verdict, found["result"].reason) == ("disputed", "derived")


def test_a_denial_in_words_reaches_every_result(project: ProjectMaker) -> None:
    denied = DYKE.format(stated="$53.0 million").replace(
        "      - c: The dyke costs $53.0 million\n",
        "      - c: The dyke costs $53.0 million\n    against:\n      - a: The wall costs\n",
    )
    found = judged(project, denied + RESULT.format(result="2 times", dyke="dyke", wall="wall"))
    assert (found["result"].verdict, found["result"].reason) == ("disputed", "derived")


def test_one_articles_figures_are_its_own_and_one_voice(project: ProjectMaker) -> None:
    claims = DYKE.format(stated="$53.0 million")
    claims += RESULT.format(result="2.00 times", dyke="dyke/a", wall="wall/a")
    found = judged(project, claims)["result"]
    assert (found.verdict, found.reason) == ("unsupported", "derived-own-figures")
    assert found.article_count_verdict == "unsupported"
    assert found.caveats == (Caveat.AI_GENERATED_ONLY,)


def test_an_own_figure_beside_a_claim_is_one_voice(project: ProjectMaker) -> None:
    claims = DYKE.format(stated="$53.0 million")
    claims += RESULT.format(result="2.00 times", dyke="dyke/a", wall="wall")
    found = judged(project, claims)["result"]
    assert (found.verdict, found.reason) == ("unsupported", "derived")
    assert found.input_verdicts == ("unsupported", "corroborated")


def test_what_is_computed_has_the_caveats_of_its_inputs(project: ProjectMaker) -> None:
    claims = DYKE.format(stated="$53.0 million")
    claims += RESULT.format(result="2 times", dyke="dyke", wall="wall")
    found = judged(project, claims)
    assert found["wall"].caveats == (Caveat.AI_PIVOTAL,)
    assert Caveat.AI_PIVOTAL in found["result"].caveats
    chained = claims + (
        "  more:\n    claim: The dyke costs 4 times the wall.\n    formula: result * 2\n    inputs: {result: result}\n"
    )
    assert Caveat.AI_PIVOTAL in judged(project, chained)["more"].caveats


SOURCES = sources(**{f"s{n}": f"publisher: p{n}" for n in range(6)})
COSTS = st.lists(
    st.sampled_from(
        ["$52 million", "$52.0 million", "$52.4 million", "$53 million", "about $54 million",
         "about $52 million", "more than $50 million", "at least $53 million", "$60 million",
         "between $51 million and $53 million", "up to $55 million"]
    ),
    min_size=2, max_size=5, unique=True,
)  # fmt: skip
RESULTS = [
    "2 times", "2.0 times", "at least 1.9 times", "between 1.9 and 2.1 times", "about 2 times",
    "at least 2 times", "2.3 times",
]  # fmt: skip


def worded(stated: str, said: list[str], result: str) -> Judgement:
    """Judge a result computed from a cost that is worded as `stated` and told as each of `said`."""
    quotes = "".join(f"\n  - s{n}: The dyke costs {one}" for n, one in enumerate(said))
    dyke = claim(f"claim: The dyke costs {stated}.\nquotes:{quotes}")
    wall = claim(
        "claim: The wall costs $26 million.\nquotes:"
        "\n  - s0: The wall costs $26 million\n  - s1: The wall costs $26 million"
    )
    computed = claim(
        f"claim: The dyke costs {result} the wall.\nformula: dyke / wall\n"
        "inputs: {dyke: dyke, wall: wall}"
    )
    named = {"dyke": dyke, "wall": wall, "result": computed}
    claims = {id_: replace(one, id=id_) for id_, one in named.items()}
    content = Content(Settings("T", ()), SOURCES, {}, claims, {})
    places = [item.at for one in (dyke, wall) for item in one.items]
    anchors = {at: Anchor(((0, 5),), 1, (("words", True),), (0, 5)) for at in places}
    articles = {
        id_: AnchoredArticle(id_, "0" * 64, None, "en", (), anchors, None, None) for id_ in SOURCES
    }
    found, _ = judge(content, articles)
    return found.judgements["result"]


@pytest.mark.slow
@settings(max_examples=200)
@given(COSTS, st.sampled_from(RESULTS))
def test_a_robust_result_is_disputed_by_no_wording_among_its_positions(
    said: list[str], result: str
) -> None:
    found = [worded(stated, said, result) for stated in said]
    if any(one.reason is Reason.DERIVED_ROBUST for one in found):
        assert all(one.verdict is not Verdict.DISPUTED for one in found)


@settings(max_examples=100)
@given(COSTS, st.sampled_from(RESULTS), st.randoms())
def test_the_order_of_positions_never_matters(said: list[str], result: str, random: Random) -> None:
    turned = said.copy()
    random.shuffle(turned)
    one, other = worded(said[0], said, result), worded(said[0], turned, result)
    assert (one.verdict, one.reason) == (other.verdict, other.reason)
