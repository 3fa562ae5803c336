"""Show what formulas over figures give, what they refuse, and when a stated result is theirs."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.figures import evaluate, gives, input_names, read
from briefing.model.figures import Computed, Figure, FormulaProblem, Quantity


def quantity(text: str) -> Quantity:
    (one,) = read(text, "en")
    return one


def computed(formula: str, **inputs: str) -> Computed:
    result = evaluate(formula, {name: Figure(quantity(text)) for name, text in inputs.items()})
    assert isinstance(result, Computed), result
    return result


def test_a_rate_is_implied_by_two_sums() -> None:
    rate = computed("yuan / dollars", yuan="380 billion yuan", dollars="$52.4 billion")
    assert rate.unit == "CNY/USD"
    assert rate.low == pytest.approx(Decimal("7.2354"), abs=Decimal("0.0001"))
    assert rate.high == pytest.approx(Decimal("7.2684"), abs=Decimal("0.0001"))
    assert rate.working == "380 billion CNY / 52.4 billion USD = 7.235 to 7.268 CNY/USD"
    assert gives(rate, quantity("7.25 yuan"))
    assert not gives(rate, quantity("7.4 yuan"))
    assert not gives(rate, quantity("$7.25"))


def test_a_bound_stays_a_bound() -> None:
    growth = computed(
        "(target / run_rate) ** (1/5) - 1", target="more than $100 billion", run_rate="$25 billion"
    )
    assert growth.high is None
    assert growth.unit == ""
    assert growth.low == pytest.approx(Decimal("0.3143"), abs=Decimal("0.0001"))
    assert growth.working == (
        "(more than 100 billion USD / 25 billion USD) ** (1/5) - 1 = at least 0.3143"
    )
    assert gives(growth, quantity("at least 31%"))
    assert not gives(growth, quantity("at least 33%"))
    assert not gives(growth, quantity("32%"))


@pytest.mark.parametrize(
    ("formula", "unit", "working"),
    [
        ("a / b - 1", "%", "12.5 billion USD / 10 billion USD - 1 = 23.88 to 26.13%"),
        ("a / b - 1", "percentage-points",
         "12.5 billion USD / 10 billion USD - 1 = 23.88 to 26.13 percentage points"),
        ("a / b", "x", "12.5 billion USD / 10 billion USD = 1.239 to 1.261x"),
        ("a / b", "", "12.5 billion USD / 10 billion USD = 1.239 to 1.261"),
        ("12 * a / b * 1", "months", "12 * 12.5 billion USD / 10 billion USD * 1 = 14.87 to 15.14"),
        ("a - b", "%", "12.5 billion USD - 10 billion USD = 2.4 to 2.6 billion USD"),
    ],
)  # fmt: skip
def test_a_ratio_is_worked_out_in_the_unit_of_its_claim(
    formula: str, unit: str, working: str
) -> None:
    inputs = {"a": Figure(quantity("$12.5 billion")), "b": Figure(quantity("$10.0 billion"))}
    result = evaluate(formula, inputs, unit)
    assert isinstance(result, Computed)
    assert result.working == working


@pytest.mark.parametrize(
    ("formula", "inputs", "low", "high", "unit"),
    [
        ("a + b", {"a": "$5 billion", "b": "$3 billion"}, "7e9", "9e9", "USD"),
        ("a - b", {"a": "$5 billion", "b": "$3 billion"}, "1e9", "3e9", "USD"),
        ("a * b", {"a": "5 models", "b": "3 users"}, "15", "15", "models·users"),
        ("a * 4", {"a": "5 models"}, "20", "20", "models"),
        ("-a", {"a": "$5"}, "-5.5", "-4.5", "USD"),
        ("+a", {"a": "$5"}, "4.5", "5.5", "USD"),
        ("1 + a", {"a": "15%"}, "1.145", "1.155", ""),
        ("a ** 2", {"a": "5 models"}, "25", "25", "models^2"),
        ("a ** 2", {"a": "0%"}, "0", "0.000025", ""),
        ("a ** 0", {"a": "5 models"}, "1", "1", ""),
        ("1 / a", {"a": "4 models"}, "0.25", "0.25", "1/models"),
        ("a / 3", {"a": "9 models"}, "3", "3", "models"),
        ("a", {"a": "up to $5"}, None, "5", "USD"),
        ("10 - a", {"a": "up to 5%"}, "9.95", None, ""),
        ("2.5 * a", {"a": "15x"}, "36.25", "38.75", ""),
        ("0 * a", {"a": "more than 5%"}, "0", "0", ""),
    ],
)
def test_a_formula_gives_an_interval(
    formula: str, inputs: dict[str, str], low: str | None, high: str | None, unit: str
) -> None:
    result = computed(formula, **inputs)
    assert result.low == (None if low is None else Decimal(low))
    assert result.high == (None if high is None else Decimal(high))
    assert result.unit == unit


@pytest.mark.parametrize(
    ("formula", "inputs", "reason"),
    [
        ("a + b", {"a": "$5"}, "“b” is not an input"),
        ("a + b", {"a": "$5", "b": "5 yuan"}, "USD and CNY cannot be added"),
        ("a + 1", {"a": "$5"}, "USD and a ratio cannot be added"),
        ("1 / a", {"a": "0%"}, "division by a number that may be zero"),
        ("a ** -1", {"a": "0%"}, "division by a number that may be zero"),
        ("1 / (2 - 2)", {}, "division by a number that may be zero"),
        ("a ** 0.5", {"a": "$5"}, "a root of USD has no meaning here"),
        ("a ** 0.5", {"a": "-5%"}, "a root of a number that may be negative"),
        ("2 ** a", {"a": "5%"}, "an exponent must be a plain number, not a figure"),
        ("2 ** 101", {}, "an exponent can be at most 100"),
        ("((9 ** 99) ** 99) ** 99 ** 1", {}, "the result is out of range"),
        ("a if a else a", {"a": "$5"}, "a formula can only contain arithmetic on numbers and inputs"),
        ("a.b", {"a": "$5"},
         "a formula holds numbers, input names, + - * / ** and parentheses only"),
        ("__import__('os')", {},
         "a formula holds numbers, input names, + - * / ** and parentheses only"),
        ("a[0]", {"a": "$5"},
         "a formula holds numbers, input names, + - * / ** and parentheses only"),
        ("a(1)", {"a": "$5"}, "a formula can only contain arithmetic on numbers and inputs"),
        ("None", {}, "a formula can only contain arithmetic on numbers and inputs"),
        ("True + 1", {}, "a formula can only contain arithmetic on numbers and inputs"),
        ("a // 2", {"a": "$5"}, "a formula can only contain arithmetic on numbers and inputs"),
        ("", {}, "a formula holds numbers, input names, + - * / ** and parentheses only"),
        ("1" * 301, {}, "a formula can have at most 300 characters"),
    ],
)  # fmt: skip
def test_a_formula_is_refused_in_words(formula: str, inputs: dict[str, str], reason: str) -> None:
    result = evaluate(formula, {name: Figure(quantity(text)) for name, text in inputs.items()})
    assert result == FormulaProblem(reason)


def test_a_run_of_quarters_is_worked_out_in_months() -> None:
    result = evaluate("a", {"a": Figure(quantity("sixth consecutive quarter"))}, "months")
    assert isinstance(result, Computed)
    assert result.working == "6 consecutive quarters = 18 months"


def test_a_bare_yen_sign_is_not_computed_with() -> None:
    result = evaluate("a / b", {"a": Figure(quantity("¥45 billion")), "b": Figure(quantity("¥5"))})
    assert result == FormulaProblem("“¥45 billion” may be yuan or yen")


@pytest.mark.parametrize("formula", ["total + year", "year - total", "total - 2 * year - year"])
def test_a_years_amount_is_not_added_to_a_total(formula: str) -> None:
    inputs = {
        "total": Figure(quantity("$50 million"), per="total"),
        "year": Figure(quantity("$10 million"), per="year"),
    }
    reason = "an amount per year and a total cannot be added"
    assert evaluate(formula, inputs) == FormulaProblem(reason)


def test_years_amounts_are_added_and_set_against_totals() -> None:
    year, total = (
        Figure(quantity("$10 million"), per="year"),
        Figure(quantity("$50 million"), per="total"),
    )
    unsaid = Figure(quantity("$30 million"))
    for formula in ("year + year", "total / year", "total - unsaid", "year * 5 + total"):
        inputs = {"year": year, "total": total, "unsaid": unsaid}
        assert isinstance(evaluate(formula, inputs), Computed), formula


@pytest.mark.parametrize("formula", ["1 +", "(1", "a b", "1 1", "* 2", "01", "lambda", "(" * 250])
def test_what_is_no_formula_is_said_to_be_unreadable(formula: str) -> None:
    result = evaluate(formula, {"a": Figure(quantity("$5"))})
    assert isinstance(result, FormulaProblem)
    assert result.reason.startswith("invalid formula: ")


def test_the_inputs_are_named_in_order() -> None:
    assert input_names("(target / run_rate) ** (1/5) - target") == ("target", "run_rate")


@pytest.mark.parametrize(
    ("formula", "inputs", "stated", "given_by"),
    [
        ("a / b", {"a": "$5 billion", "b": "$25 billion"}, "20%", True),
        ("a / b", {"a": "$5 billion", "b": "$25 billion"}, "0.2x", True),
        ("a / b", {"a": "$5 billion", "b": "$25 billion"}, "30%", False),
        ("a / b", {"a": "$5 billion", "b": "$25 billion"}, "$20", False),
        ("a", {"a": "six consecutive quarters"}, "18 months", True),
        ("a", {"a": "six consecutive quarters"}, "17 months", False),
        ("a + b", {"a": "six quarters", "b": "2 quarters"}, "two years", True),
        ("a / 2", {"a": "three years"}, "six quarters", True),
        ("a", {"a": "three years"}, "3 models", False),
        ("a", {"a": "three weeks"}, "21 days", False),
        ("a / 3", {"a": "380 billion yuan"}, "about 127 billion yuan", True),
        ("a / 3", {"a": "380 billion yuan"}, "127 billion yuan", True),
        ("a / 3", {"a": "380 billion yuan"}, "130 billion yuan", False),
        ("a / 3", {"a": "380 billion yuan"}, "120-130 billion yuan", True),
        ("a / 3", {"a": "more than 380 billion yuan"}, "more than 127 billion yuan", True),
    ],
)
def test_a_stated_result_is_held_against_the_formula(
    formula: str, inputs: dict[str, str], stated: str, *, given_by: bool
) -> None:
    assert gives(computed(formula, **inputs), quantity(stated)) is given_by


PERCENTS = st.integers(min_value=1, max_value=99).map(lambda number: f"{number}%")


@given(PERCENTS, PERCENTS, st.sampled_from(["a + b", "a - b", "a * b", "a / b", "a ** 3 - b ** 2"]))
def test_the_written_values_lie_in_the_interval(one: str, other: str, formula: str) -> None:
    result = computed(formula, a=one, b=other)
    assert result.low is not None
    assert result.high is not None
    assert result.low <= result.value <= result.high


@given(st.text(alphabet="ab12.+-*/() ", max_size=40))
def test_any_formula_is_answered(formula: str) -> None:
    inputs = {"a": Figure(quantity("5%")), "b": Figure(quantity("more than 3%"))}
    assert isinstance(evaluate(formula, inputs), Computed | FormulaProblem)


def test_inputs_of_one_dimension_are_computed_in_one_unit() -> None:
    times = computed("cash / use", cash="1.4 GW", use="350 MW")
    assert gives(times, quantity("4 times as much"))
    assert times.unit == ""
    figures = {
        name: Figure(quantity(text)) for name, text in {"a": "1.4 GW", "b": "350 MW"}.items()
    }
    for stated in ("1,750 MW", "1.75 GW"):
        total = evaluate("a + b", figures, quantity(stated).unit)
        assert isinstance(total, Computed)
        assert gives(total, quantity(stated))
    assert isinstance(evaluate("a + b", {**figures, "b": Figure(quantity("$5"))}), FormulaProblem)
