"""Show when two figures are the same, compatible, different or not comparable, and why."""

from __future__ import annotations

from dataclasses import replace
from decimal import ROUND_HALF_UP, Decimal

import pytest
from hypothesis import assume, given
from hypothesis import strategies as st

from briefing.diagnostics import Span
from briefing.figures import (
    compare,
    parse_period,
    quantities_agree,
    read,
    shown,
    to_four_digits,
)
from briefing.language.messages import ENGLISH
from briefing.model.content import Rate
from briefing.model.figures import (
    Basis,
    Comparison,
    Figure,
    Obstacle,
    Outcome,
    Part,
    Rule,
)
from briefing.model.periods import Period

SAME, COMPATIBLE = Outcome.SAME, Outcome.COMPATIBLE
DIFFERENT, NOT_COMPARABLE = Outcome.DIFFERENT, Outcome.NOT_COMPARABLE


def figure(text: str) -> Figure:
    (quantity,) = read(text, "en")
    return Figure(quantity)


def period(label: str) -> Period:
    parsed = parse_period(label, "03-31")
    assert isinstance(parsed, Period)
    return parsed


@pytest.mark.parametrize(
    ("claim", "item", "outcome"),
    [
        # Rounding intervals: half a unit of the last written digit, more than a point in common.
        ("$53 billion", "$53 billion", SAME),
        ("$52 billion", "$52.4 billion", SAME),
        ("$52.4 billion", "$52 billion", SAME),
        ("$53 billion", "$52.4 billion", DIFFERENT),
        ("$52 billion", "$53 billion", DIFFERENT),
        ("$52.5 billion", "$53 billion", SAME),
        ("up 62.62%", "up 62.6%", SAME),
        ("up 62.62%", "up 63%", SAME),
        ("up 11%", "up 13%", DIFFERENT),
        ("380 billion yuan", "RMB 0.38 trillion", SAME),
        # Counts and ordinals are exact; a scaled count is rounded like a sum.
        ("200 models", "200 models", SAME),
        ("200 models", "201 models", DIFFERENT),
        ("six consecutive quarters", "the sixth consecutive quarter", SAME),
        ("six consecutive quarters", "the eighth consecutive quarter", DIFFERENT),
        ("1.2 million users", "1,203,000 users", SAME),
        ("1.2 million users", "1,250,000 users", DIFFERENT),
        # Bounds.
        ("up to 97%", "up to 97%", SAME),
        ("up to 97%", "97%", COMPATIBLE),
        ("97%", "up to 97%", COMPATIBLE),
        ("90%", "more than 5%", COMPATIBLE),
        ("more than 5%", "90%", SAME),
        ("more than 5%", "3%", DIFFERENT),
        ("3%", "more than 5%", DIFFERENT),
        ("more than 100 models", "100 models", COMPATIBLE),
        ("100 models", "more than 100 models", COMPATIBLE),
        ("more than 100 models", "101 models", SAME),
        ("more than 100 models", "99 models", DIFFERENT),
        ("at least 100 models", "100 models", SAME),
        ("at least 100 models", "more than 100 models", SAME),
        ("more than 100 models", "at least 100 models", COMPATIBLE),
        ("over 200 models", "200+ AI models", SAME),
        ("more than 200 models", "more than 300 models", SAME),
        ("more than 300 models", "more than 200 models", COMPATIBLE),
        ("up to 5%", "more than 10%", DIFFERENT),
        ("up to 5%", "at least 4%", COMPATIBLE),
        ("fell by up to 97%", "prices fell by up to 97%", SAME),
        ("fell by up to 97%", "prices fell by 50%", SAME),
        ("fell by up to 50%", "prices fell by 97%", DIFFERENT),
        ("fell by at least 10%", "prices fell by 20%", SAME),
        # A bound reaches no further than nothing at all: a fall is no rise by "up to" anything.
        ("rose by up to 97%", "prices fell by 50%", DIFFERENT),
        ("rose by less than 5%", "prices fell by less than 5%", DIFFERENT),
        ("fell by up to 10%", "prices rose by 9%", DIFFERENT),
        ("fell by up to 10%", "a change of 12%", DIFFERENT),
        ("a change of 12%", "prices fell by up to 10%", DIFFERENT),
        ("fell by up to 10%", "a change of 9%", COMPATIBLE),
        # Ranges: their ends take their half unit outwards; a claim takes what lies wholly inside.
        ("$91-93 billion", "$92 billion", SAME),
        ("$91-93 billion", "$91 billion", SAME),
        ("$91-93 billion", "$91 billion to $93 billion", SAME),
        ("$91-93 billion", "$94 billion", DIFFERENT),
        ("$91-93 billion", "$93.5 billion", COMPATIBLE),
        ("$91-93 billion", "$90-95 billion", COMPATIBLE),
        ("$92 billion", "$91-93 billion", COMPATIBLE),
        ("$95 billion", "$91-93 billion", DIFFERENT),
        # Hedges.
        ("about 200 models", "200 models", SAME),
        ("200 models", "about 200 models", SAME),
        ("about 36%", "36%", SAME),
        ("about 36%", "35%", COMPATIBLE),
        ("35%", "about 36%", COMPATIBLE),
        ("about 36%", "34%", DIFFERENT),
        ("nearly 700 models", "712 models", COMPATIBLE),
        ("nearly 700 models", "640 models", DIFFERENT),
        ("694 models", "nearly 700 models", COMPATIBLE),
        ("700 models", "694 models", DIFFERENT),
        ("nearly 10,000 models", "9,800 models", SAME),
        ("nearly 10,000 models", "9,100 models", DIFFERENT),
        ("nearly half of models", "48%", SAME),
        ("nearly half of models", "41%", DIFFERENT),
        ("fell nearly 20%", "fell 19.4%", SAME),
        ("fell nearly 20%", "rose 19.4%", DIFFERENT),
        ("36%", "35%", DIFFERENT),
        ("7.6%", "about 5-7%", COMPATIBLE),
        ("about 5-7%", "7.6%", COMPATIBLE),
        ("about 5-7%", "7.4%", SAME),
        ("about 5-7%", "8.1%", DIFFERENT),
        ("8.1%", "about 5-7%", DIFFERENT),
        ("about 5-7%", "about 8.0%", COMPATIBLE),
        ("about 5-7%", "3%", DIFFERENT),
        ("fell about 5-7%", "fell 7.6%", COMPATIBLE),
        ("about 200 to 300 models", "301 models", COMPATIBLE),
        ("about 200 to 300 models", "302 models", DIFFERENT),
        # Each end of a range has the room of its own digits.
        ("about $500 million to $1 billion", "less than $5 million", DIFFERENT),
        ("less than $5 million", "about $500 million to $1 billion", DIFFERENT),
        ("about $500 million to $1 billion", "$498 million", DIFFERENT),
        ("about $500 million to $1 billion", "$499 million", COMPATIBLE),
        ("about $500 million to $1 billion", "$1.9 billion", COMPATIBLE),
        # The zeros of a round number leave room, up to a part of it.
        ("about 700 models", "694 models", SAME),
        ("about 700 models", "712 models", SAME),
        ("about 700 models", "670 models", COMPATIBLE),
        ("about 700 models", "640 models", DIFFERENT),
        ("about 712 models", "715 models", DIFFERENT),
        ("694 models", "about 700 models", COMPATIBLE),
        ("640 models", "about 700 models", DIFFERENT),
        # "Nearly" does not reach its number.
        ("nearly 700 models", "694 models", SAME),
        ("nearly 700 models", "700 models", COMPATIBLE),
        ("700 models", "nearly 700 models", COMPATIBLE),
        ("nearly 700 models", "almost 700 models", SAME),
        ("nearly 700 models", "704 models", COMPATIBLE),
        ("704 models", "nearly 700 models", COMPATIBLE),
        ("nearly 700 models", "520 models", DIFFERENT),
        ("nearly half of users", "48% of users", SAME),
        ("nearly half of users", "46% of users", COMPATIBLE),
        ("nearly half of users", "51% of users", COMPATIBLE),
        ("51% of users", "nearly half of users", COMPATIBLE),
        ("nearly half of users", "31% of users", DIFFERENT),
        ("almost a third of users", "32% of users", SAME),
        ("about a quarter of users", "24% of users", SAME),
        ("about a quarter of users", "21% of users", DIFFERENT),
        ("more than half of users", "nearly half of users", DIFFERENT),
        ("more than 300 people", "nearly 300 people", DIFFERENT),
        ("at least 300 people", "nearly 300 people", DIFFERENT),
        ("more than 300 people", "nearly 320 people", SAME),
        ("up to 300 people", "nearly 300 people", SAME),
        ("less than half of users", "nearly half of users", SAME),
        ("fell nearly 20%", "prices fell by 19%", SAME),
        ("fell nearly 20%", "prices fell by 21%", COMPATIBLE),
        # A number in another unit is the other's rounding.
        ("240 km", "150 miles", SAME),
        ("150 miles", "240 km", SAME),
        ("40 hectares", "100 acres", SAME),
        ("300 metres", "984 feet", SAME),
        ("240 km", "170 miles", DIFFERENT),
        ("1,000 km", "800 miles", DIFFERENT),
        ("245 km", "150 miles", COMPATIBLE),
        ("1.4 GW", "1,360 MW", SAME),
        ("1.4 GW", "1,340 MW", DIFFERENT),
        ("30 days", "5 weeks", DIFFERENT),
        # Signs.
        ("net income fell 14%", "a 14% drop in net income", SAME),
        ("net income fell 14%", "net income rose 14%", DIFFERENT),
        ("a change of −14%", "a 14% drop", SAME),
        ("a change of 14%", "a 14% drop", COMPATIBLE),
        ("a change of 14%", "a 15% drop", DIFFERENT),
        ("revenue grew 14%", "a change of 14%", SAME),
        ("a change of 14%", "revenue grew 14%", SAME),
        ("revenue grew 14%", "a change of 15%", DIFFERENT),
        ("a change of 14%", "revenue grew up to 20%", COMPATIBLE),
        ("revenue grew 2%", "negative growth of 2%", DIFFERENT),
        ("profit was $5 million", "a loss of $5 million", DIFFERENT),
        ("a loss of $5 million", "a profit of $5 million", DIFFERENT),
        ("a loss of $5 million", "a sum of $5 million", COMPATIBLE),
        # A sum says what it is without a direction: only a loss turns it.
        ("profit was $5 million", "a sum of $5 million", SAME),
        # Units.
        ("$52 billion", "380 billion yuan", NOT_COMPARABLE),
        ("14%", "14 percentage points", NOT_COMPARABLE),
        ("200 models", "200 users", NOT_COMPARABLE),
        ("¥380 billion", "¥380 billion", NOT_COMPARABLE),
    ],
)
def test_two_figures_compare(claim: str, item: str, outcome: Outcome) -> None:
    assert compare(figure(claim), figure(item)).outcome is outcome


GROUNDS = [
    ("$52.4 billion", "$52 billion", Rule.ROUNDED),
    ("up to 97%", "up to 97%", Rule.EQUAL_BOUNDS),
    ("more than 5%", "90%", Rule.INSIDE),
    ("fell by up to 97%", "prices fell by 50%", Rule.INSIDE),
    ("up to 97%", "97%", Rule.PARTLY_INSIDE),
    ("90%", "more than 5%", Rule.ROOM),
    ("about 36%", "35%", Rule.NEAR),
    ("about 700 models", "694 models", Rule.CLOSE),
    ("a change of 14%", "a 14% drop", Rule.ONE_DIRECTION),
    ("up 11%", "up 13%", Rule.APART),
    ("3%", "more than 5%", Rule.OUTSIDE_QUOTE),
    ("more than 5%", "3%", Rule.OUTSIDE_CLAIM),
    ("rose by up to 97%", "prices fell by 50%", Rule.OTHER_DIRECTION),
    ("fell by up to 10%", "a change of 12%", Rule.EITHER_DIRECTION),
]


@pytest.mark.parametrize(("claim", "item", "ground"), GROUNDS)
def test_the_rule_that_decided_is_held(claim: str, item: str, ground: Rule) -> None:
    assert compare(figure(claim), figure(item)).why is ground


def test_every_rule_has_its_example() -> None:
    by_base = {compare(changed(None), changed("quarter")).why}
    assert {ground for _, _, ground in GROUNDS} | by_base == set(Rule)


def changed(base: str | None, text: str = "up 11%", label: str | None = None) -> Figure:
    return replace(figure(text), base=base, period=period(label) if label else None)


@pytest.mark.parametrize(
    ("claim", "item", "outcome"),
    [
        (changed("year"), changed("year"), SAME),
        (changed("year"), changed("year", "up 13%"), DIFFERENT),
        (changed("year"), changed("quarter"), NOT_COMPARABLE),
        (changed("year"), changed(None), SAME),
        (changed("year"), changed(None, "up 13%"), NOT_COMPARABLE),
        (changed(None), changed("year"), SAME),
        (changed(None), changed("year", "up 13%"), NOT_COMPARABLE),
        (changed(None), changed("quarter"), COMPATIBLE),
        (changed(None, label="2024-Q4"), changed("quarter", label="2024-Q4"), SAME),
        (changed(None, label="2024-10"), changed("quarter", label="2024-10"), COMPATIBLE),
        (changed(None), changed(None, "up 13%"), DIFFERENT),
    ],
)
def test_changes_from_two_bases_are_not_compared(
    claim: Figure, item: Figure, outcome: Outcome
) -> None:
    assert compare(claim, item).outcome is outcome


BASE = Figure(
    read("up 13%", "en")[0],
    "revenue growth",
    "alibaba-cloud",
    period("2024-Q4"),
    Basis.ACTUAL,
    None,
    None,
)


Q4 = period("2024-Q4")


@pytest.mark.parametrize(
    ("item", "obstacle"),
    [
        (
            replace(BASE, period=period("2025-Q4")),
            Obstacle(Part.PERIOD, Q4, period("2025-Q4")),
        ),
        (replace(BASE, period=None), Obstacle(Part.PERIOD, Q4, None)),
        (
            replace(BASE, period=period("unknown")),
            Obstacle(Part.PERIOD, Q4, period("unknown")),
        ),
        (replace(BASE, measure="profit"), Obstacle(Part.MEASURE, "revenue growth", "profit")),
        (replace(BASE, entity="tencent"), Obstacle(Part.ENTITY, "alibaba-cloud", "tencent")),
        (replace(BASE, basis=Basis.PLAN), Obstacle(Part.BASIS, Basis.ACTUAL, Basis.PLAN)),
        (replace(BASE, per="year"), Obstacle(Part.PER, None, "year")),
        (replace(BASE, scope="China"), Obstacle(Part.SCOPE, None, "China")),
        (replace(BASE, scope="unknown"), Obstacle(Part.SCOPE, None, "unknown")),
        (replace(BASE, quantity=read("$13", "en")[0]), Obstacle(Part.UNIT, "%", "USD")),
        (
            replace(BASE, quantity=read("$13", "en")[0], period=None),
            Obstacle(Part.UNIT, "%", "USD"),
        ),
    ],
)
def test_another_scope_is_not_comparable_and_the_first_obstacle_is_held(
    item: Figure, obstacle: Obstacle
) -> None:
    assert compare(BASE, item) == Comparison(NOT_COMPARABLE, obstacle)


def test_unknown_beside_unknown_is_not_comparable() -> None:
    unknown = replace(BASE, scope="unknown")
    assert compare(unknown, unknown).outcome is NOT_COMPARABLE
    unknown = replace(BASE, period=period("unknown"))
    assert compare(unknown, unknown).outcome is NOT_COMPARABLE


def test_measures_and_entities_compare_with_case_and_blanks_folded() -> None:
    item = replace(BASE, measure=" Revenue  Growth", entity="Alibaba-Cloud")
    assert compare(BASE, item).outcome is SAME


def test_labels_of_the_same_days_are_the_same_period() -> None:
    item = replace(BASE, period=period("FY2025-Q3"))
    assert compare(BASE, item).outcome is SAME


def rate(value: str) -> Rate:
    return Rate(
        "USD", "CNY", Decimal(value), "2025-02-24", Span("content/claims/a.yaml", 1, 1, 1, 1)
    )


def test_a_declared_rate_converts_and_keeps_what_it_gave() -> None:
    dollars, yuan = figure("$52.4 billion"), figure("380 billion yuan")
    comparison = compare(dollars, yuan, rate("7.25"))
    assert comparison.outcome is SAME
    assert comparison.converted is not None
    assert (
        shown(to_four_digits(comparison.converted, dollars.quantity), ENGLISH)
        == "52.41 billion USD"
    )
    back = compare(yuan, dollars, rate("7.25"))
    assert back.outcome is SAME
    assert back.converted is not None
    assert shown(to_four_digits(back.converted, yuan.quantity), ENGLISH) == "379.9 billion CNY"


def test_a_rate_of_other_currencies_or_none_converts_nothing() -> None:
    assert compare(figure("€5"), figure("380 yuan"), rate("7.25")).outcome is NOT_COMPARABLE
    assert compare(figure("$5"), figure("380 yuan"), rate("0")).outcome is NOT_COMPARABLE


def test_prose_agrees_by_same_alone() -> None:
    (one,), (other,), (bound,) = (
        read("$52 billion", "en"),
        read("$52.4 billion", "en"),
        read("over $52 billion", "en"),
    )
    assert quantities_agree(one, other)
    assert not quantities_agree(one, bound)
    (change,), (fall,), (rise,) = (
        read("a change of 14%", "en"),
        read("fell 14%", "en"),
        read("rose 14%", "en"),
    )
    assert quantities_agree(change, fall)
    assert quantities_agree(change, rise)
    assert not quantities_agree(rise, fall)
    (growth,), (profit,), (loss,) = (
        read("growth was 14%", "en"),
        read("a profit of $5 million", "en"),
        read("a loss of $5 million", "en"),
    )
    assert quantities_agree(growth, rise)
    assert not quantities_agree(growth, fall)
    assert not quantities_agree(profit, loss)


@pytest.mark.parametrize(
    ("prose", "cited", "agree"),
    [
        ("$52 billion", "$52.4 billion", True),
        ("$52.43 billion", "$52.4 billion", False),
        ("$52.40 billion", "$52.4 billion", False),
        ("$52,400,000,000", "$52.4 billion", True),
        ("at least $50 billion", "$52 billion", False),
        ("at least $50 billion", "at least $50 billion", True),
        ("at least $50 billion", "more than $50 billion", True),
        ("$50 billion to $54 billion", "$52 billion", False),
        ("$50 billion to $54 billion", "$50 billion to $54 billion", True),
        ("$50 billion to $54 billion", "$51 billion to $53 billion", False),
        ("$50 billion to $54 billion", "over $51 billion", False),
        ("about $52 billion", "$52.4 billion", True),
        ("1,400 MW", "1.4 GW", True),
    ],
)
def test_prose_gives_no_digits_bounds_or_ranges_of_its_own(
    prose: str, cited: str, agree: bool
) -> None:
    (one,), (other,) = read(prose, "en"), read(cited, "en")
    assert quantities_agree(one, other) is agree


# Properties ----------------------------------------------------------------------------------------

VALUES = st.decimals(min_value="0.01", max_value="9999", places=2)
PLACES = st.integers(min_value=0, max_value=2)
HEDGES = st.sampled_from(["", "about ", "more than ", "at least ", "up to ", "less than "])
SCOPES = st.sampled_from(["measure", "entity", "scope"])


def written(value: Decimal, places: int) -> str:
    """Round a value for printing, a tie always up, as news desks do."""
    return str(value.quantize(Decimal(1).scaleb(-places), rounding=ROUND_HALF_UP))


points = st.builds(lambda value, places: figure(f"{written(value, places)}%"), VALUES, PLACES)
any_figures = st.builds(
    lambda hedge, value, places: figure(f"{hedge}{written(value, places)}%"), HEDGES, VALUES, PLACES
)


@given(points, points)
def test_points_compare_alike_both_ways(one: Figure, other: Figure) -> None:
    assert compare(one, other).outcome is compare(other, one).outcome


@given(any_figures)
def test_every_figure_is_the_same_as_itself(one: Figure) -> None:
    assert compare(one, one).outcome is SAME


@given(VALUES, PLACES, PLACES)
def test_two_roundings_of_one_value_are_the_same(value: Decimal, one: int, other: int) -> None:
    comparison = compare(figure(f"{written(value, one)}%"), figure(f"{written(value, other)}%"))
    assert comparison.outcome is SAME


@given(VALUES, points, st.integers(min_value=1, max_value=2), st.data())
def test_coarser_rounding_never_turns_same_into_different(
    value: Decimal, other: Figure, places: int, data: st.DataObject
) -> None:
    fine = written(value, places)
    coarser = data.draw(st.integers(min_value=0, max_value=places - 1))
    # A tie written coarser is rounded twice and may leave the value it came from: 52.45, 52.5, 53.
    assume(not fine[len(fine) - places + coarser :].startswith("5"))
    if compare(figure(f"{fine}%"), other).outcome is SAME:
        coarse = written(Decimal(fine), coarser)
        assert compare(figure(f"{coarse}%"), other).outcome is SAME


@given(any_figures, any_figures, SCOPES)
def test_a_change_of_scope_never_gives_different(one: Figure, other: Figure, scope: str) -> None:
    changed = {
        "measure": replace(other, measure="profit"),
        "entity": replace(other, entity="tencent"),
        "scope": replace(other, scope="China"),
    }[scope]
    assert compare(one, changed).outcome is NOT_COMPARABLE


@given(points, HEDGES.filter(lambda hedge: hedge not in ("", "about ")), VALUES, PLACES)
def test_a_bound_alone_never_supports_a_point(
    point: Figure, hedge: str, value: Decimal, places: int
) -> None:
    bound = figure(f"{hedge}{written(value, places)}%")
    assert compare(point, bound).outcome in (COMPATIBLE, DIFFERENT)


@given(any_figures, any_figures)
def test_hedging_an_item_never_turns_agreement_into_dispute(one: Figure, other: Figure) -> None:
    if compare(one, other).outcome is SAME:
        hedged = figure(f"about {other.quantity.first}%")
        assume(not other.quantity.hedge.is_bound)
        assert compare(one, hedged).outcome is not DIFFERENT


@pytest.mark.parametrize(
    ("claim", "item", "outcome"),
    [
        ("It makes 1,400 MW.", "It makes 1.4 GW.", SAME),
        ("It makes 1.4 GW.", "It makes 1,390 MW.", SAME),
        ("It makes 1,400 MW.", "It makes 1.5 GW.", DIFFERENT),
        ("The road is 10 miles long.", "The road is 16 km long.", SAME),
        ("The road is 10 miles long.", "The road is 10 km long.", DIFFERENT),
        ("It does 100 km/h.", "It does 62 mph.", SAME),
        ("It took 3 weeks.", "It took 21 days.", SAME),
        ("It holds 5 bcm.", "It holds 5 billion cubic metres.", SAME),
        ("It weighs 5 tons.", "It weighs 5 tonnes.", NOT_COMPARABLE),
        ("It is 20 degrees Celsius.", "It is 68 degrees Fahrenheit.", SAME),
        ("It is 68 degrees Fahrenheit.", "It is 20 degrees Celsius.", SAME),
        ("It is 20 degrees Celsius.", "It is 20 degrees Fahrenheit.", DIFFERENT),
        ("It weighs 5 tonnes.", "It is 5 km long.", NOT_COMPARABLE),
        ("It needs 12 mg/dL.", "It needs 21 mg/dL.", DIFFERENT),
        ("It needs 12 mg/dL.", "It needs 12 mg/L.", NOT_COMPARABLE),
    ],
)
def test_units_of_one_dimension_convert(claim: str, item: str, outcome: Outcome) -> None:
    assert compare(figure(claim), figure(item)).outcome is outcome
