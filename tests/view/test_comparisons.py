"""Show that what comparing two figures gave is told in words that a newcomer understands."""

from __future__ import annotations

import tomllib
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from briefing import language
from briefing.diagnostics import Span
from briefing.figures import compare, parse_period, read, to_four_digits
from briefing.language.messages import ENGLISH
from briefing.model.content import Entity, Rate
from briefing.model.figures import (
    Basis,
    Comparison,
    Figure,
    Obstacle,
    Outcome,
    Part,
    Quantity,
    Rule,
)
from briefing.model.periods import Period
from briefing.view.comparisons import BASES, PARTS, RELATIONS, UNREAD, compared
from briefing.view.variant_names import VARIANTS

AT = Span("briefing.yaml")
ENTITIES = {"alibaba-cloud": Entity("alibaba-cloud", "Alibaba Cloud", None, AT)}


def figure(text: str) -> Figure:
    return Figure(read(text, "en")[0])


def period(label: str) -> Period:
    parsed = parse_period(label, "03-31")
    assert isinstance(parsed, Period)
    return parsed


def said(claim: Figure, item: Figure, rate: Rate | None = None) -> str:
    held = compare(claim, item, rate)
    return compared(item.quantity, claim.quantity, held, rate, ENTITIES, ENGLISH)


BASE = replace(
    figure("up 13%"), measure="revenue growth", entity="alibaba-cloud", period=period("2024-Q4")
)


def test_nothing_that_is_compared_lacks_its_words() -> None:
    assert set(RELATIONS) == set(Rule)
    assert {*PARTS, *UNREAD} == set(Part)
    assert set(BASES) == set(Basis)
    tables = (Path(language.__file__).parent).glob("*/variants.toml")
    groups = [one for path in tables for one in tomllib.loads(path.read_text())["group"]]
    assert {side["is"] for group in groups for side in group["sides"]} == set(VARIANTS)


def test_every_part_of_two_figures_can_be_told() -> None:
    for part in PARTS.keys() - {Part.PERIOD}:
        held = Comparison(Outcome.NOT_COMPARABLE, Obstacle(part, "gross", "net"))
        told = compared(BASE.quantity, BASE.quantity, held, None, ENTITIES, ENGLISH)
        assert "net" in told, part
    levels = Comparison(Outcome.NOT_COMPARABLE, Obstacle(Part.MEASURE, "a level", "a change"))
    told = compared(BASE.quantity, BASE.quantity, levels, None, ENTITIES, ENGLISH)
    assert told == "Not compared: its measure is a change, the claim’s a level"


@pytest.mark.parametrize(
    ("claim", "item", "text"),
    [
        ("up 62.62%", "62.62% higher", "Agrees: 62.62% in both"),
        (
            "down 62.62%",
            "62.62%",
            "May agree, though only one of them says up or down: 62.62% here, −62.62% in the claim",
        ),
        (
            "$52.4 billion",
            "$52 billion",
            "Agrees as rounded: 52 billion USD here, 52.4 billion USD in the claim",
        ),
        ("over 200 models", "200+ models", "Agrees, the same bound: more than 200 models in both"),
        (
            "fell by up to 97%",
            "prices fell by 50%",
            "Agrees, wholly within the claim’s bounds: −50% here, a fall of up to 97% in the claim",
        ),
        (
            "up 11%",
            "up 13%",
            (
                "Differs by more than rounding: 13% here stands for 12.5 to 13.5%, "
                "11% in the claim for 10.5 to 11.5%"
            ),
        ),
        ("40 shops", "50 shops", "Differs: 50 shops here, 40 shops in the claim"),
        (
            "3%",
            "more than 5%",
            "Differs, outside the quote’s bounds: more than 5% here, 3% in the claim",
        ),
        ("¥3", "¥3", "Not compared: “¥” may stand for yuan or yen"),
        ("380 yuan", "$52", "Not compared: its unit is US dollars, the claim’s yuan"),
        ("14%", "14x", "Not compared: its unit is a multiple, the claim’s per cent"),
    ],
)
def test_figures_are_set_beside_one_another(claim: str, item: str, text: str) -> None:
    assert said(figure(claim), figure(item)) == text


@pytest.mark.parametrize(
    ("item", "text"),
    [
        (
            replace(BASE, period=period("2025-Q4")),
            "its period is October to December 2025, the claim’s October to December 2024",
        ),
        (
            replace(BASE, period=period("FY2025")),
            "its period is fiscal year to March 2025, the claim’s October to December 2024",
        ),
        (
            replace(BASE, period=None),
            "it names no period, the claim’s is October to December 2024",
        ),
        (replace(BASE, period=period("unknown")), "its period is not known"),
        (
            replace(BASE, period=Period("since 2022", None, None)),
            "its period is “since 2022”, the claim’s October to December 2024",
        ),
        (
            replace(BASE, measure="profit"),
            "its measure is “profit”, the claim’s “revenue growth”",
        ),
        (replace(BASE, entity="tencent"), "its subject is tencent, the claim’s Alibaba Cloud"),
        (
            replace(BASE, basis=Basis.RUN_RATE),
            "its figure is a run-rate, the claim’s a reported one",
        ),
        (replace(BASE, per="year"), "its amount is per year, the claim names none"),
        (replace(BASE, scope="China"), "its scope is “China”, the claim names none"),
        (replace(BASE, scope="Unknown"), "its scope is not known"),
    ],
)
def test_what_keeps_figures_apart_is_told_without_labels(item: Figure, text: str) -> None:
    assert said(BASE, item) == f"Not compared: {text}"


@pytest.mark.parametrize("part", sorted({*Part} - {Part.PERIOD}))
@pytest.mark.parametrize(("ours", "theirs"), [("net", "gross"), (None, "gross"), ("net", None)])
def test_whatever_keeps_figures_apart_is_told(
    part: Part, ours: str | None, theirs: str | None
) -> None:
    held = Comparison(Outcome.NOT_COMPARABLE, Obstacle(part, ours, theirs))
    text = compared(BASE.quantity, BASE.quantity, held, None, ENTITIES, ENGLISH)
    assert text.startswith("Not compared: ")


@pytest.mark.parametrize(
    ("base", "text"),
    [
        ("quarter", "its change is from the quarter before, the claim’s from a year before"),
        ("1990", "its change is from 1990, the claim’s from a year before"),
    ],
)
def test_changes_from_two_bases_are_told_apart(base: str, text: str) -> None:
    claimed = replace(BASE, base="year")
    assert said(claimed, replace(BASE, base=base)) == f"Not compared: {text}"


def test_a_scope_that_is_a_yen_sign_is_a_scope() -> None:
    assert said(BASE, replace(BASE, scope="¥")) == (
        "Not compared: its scope is “¥”, the claim names none"
    )


def test_an_unknown_side_of_the_claim_is_named_as_the_claim_s() -> None:
    unknown = replace(BASE, period=period("unknown"))
    assert said(unknown, BASE) == "Not compared: the claim’s period is not known"
    unknown = replace(BASE, scope="unknown")
    assert said(unknown, BASE) == "Not compared: the claim’s scope is not known"


def test_a_conversion_shows_its_rate_and_day() -> None:
    rate = Rate("USD", "CNY", Decimal("7.25"), "2025-02-24", AT)
    assert said(figure("$52.4 billion"), figure("380 billion yuan"), rate) == (
        "Agrees as rounded: 52.41 billion USD here, 52.4 billion USD in the claim; "
        "380 billion CNY at 7.25 CNY for 1 USD, the rate of 24 February 2025"
    )
    assert said(figure("$50 billion"), figure("380 billion yuan"), rate).startswith(
        "Differs by more than rounding: 52.41 billion USD here stands for 52.34 to 52.48 billion"
    )


@pytest.mark.parametrize(
    ("claim", "text"),
    [
        (
            "$52.4100 billion",
            (
                "52.4069 billion USD here stands for 52.40621 to 52.40759 billion USD, "
                "52.41 billion USD in the claim for 52.40995 to 52.41005 billion USD"
            ),
        ),
        (
            "$52.40 billion",
            (
                "52.4069 billion USD here stands for 52.4062 to 52.4076 billion USD, "
                "52.4 billion USD in the claim for 52.395 to 52.405 billion USD"
            ),
        ),
    ],
)
def test_what_differs_is_written_with_the_digits_in_which_it_does(claim: str, text: str) -> None:
    rate = Rate("USD", "CNY", Decimal("7.25"), "2025-02-24", AT)
    told = said(figure(claim), figure("379.95 billion yuan"), rate)
    assert told.startswith(f"Differs by more than rounding: {text}; 379.95 billion CNY at 7.25")


@st.composite
def sums(draw: st.DrawFn, *units: str) -> str:
    """Draw a sum, with any digits: those near one another are hard to tell apart."""
    hedge = draw(st.sampled_from(["", "about ", "more than ", "at least ", "up to ", "fell by "]))
    digits = draw(st.text("0123456789", max_size=18))
    return f"{hedge}{draw(st.sampled_from(['52', '0', '1']))}{digits and '.' + digits} {draw(st.sampled_from(units))}"


@given(
    sums("dollars", "billion dollars"),
    sums("yuan", "billion yuan", "billion dollars"),
    st.decimals("0.98", "1.02", places=4) | st.just(Decimal("7.25")),
)
@example("52.4100 billion dollars", "379.95 billion yuan", Decimal("7.25"))
@example(f"52.{'3' * 18} dollars", "379 billion yuan", Decimal("7.25"))
@example("fell by less than 0 billion dollars", "rose by less than 0 billion dollars", Decimal(1))
def test_what_differs_is_never_told_as_the_same(claim: str, item: str, value: Decimal) -> None:
    ours, theirs = figure(claim), figure(item)
    rate = Rate("USD", "CNY", value, "2025-02-24", AT)
    held = compare(ours, theirs, rate)
    if held.outcome is Outcome.DIFFERENT:
        assert "in both" not in said(ours, theirs, rate)
    if held.converted:
        written = to_four_digits(held.converted, ours.quantity)
        assert None in (written.low, written.high) or written.low != written.high
        assert apart(ours.quantity, written) >= apart(ours.quantity, held.converted)


def apart(one: Quantity, other: Quantity) -> bool:
    """Tell whether two figures share no more than a point."""
    gaps = ((one.high, other.low), (other.high, one.low))
    return any(high is not None and low is not None and high <= low for high, low in gaps)
