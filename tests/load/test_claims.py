"""Claims files: short and long forms, defaults of a file, and each refusal at its place."""

from __future__ import annotations

from decimal import Decimal
from textwrap import dedent

import pytest

from briefing.diagnostics import Diagnostic, Span, settle
from briefing.load.claims import ClaimsFile, read_claims
from briefing.model.content import Claim, Entity, Input, Item
from briefing.model.figures import Basis

FILE = "content/claims/all.yaml"
ENTITIES = {
    "mill": Entity("mill", "The Mill", "03-31", Span("briefing.yaml")),
    "bank": Entity("bank", "The Bank", None, Span("briefing.yaml")),
}
CLAIM = "topic: t\nclaims:\n  c:\n    claim: It is.\n"


def read(text: str) -> ClaimsFile:
    return read_claims(dedent(text), FILE, ENTITIES)


def only(text: str) -> Claim:
    file = read(text)
    assert not file.found
    (claim,) = file.claims
    return claim


def item(written: str) -> Item:
    (evidence,) = only(f"{CLAIM}    for:\n      - {written}\n").items
    return evidence


def told(file: ClaimsFile) -> list[tuple[int, int, str, str]]:
    """Give line, column, code and message of what a run would show."""
    return [(d.at.line, d.at.column, d.code, d.message) for d in settle(file.found, {})]


def mistake(lines: str) -> tuple[int, int, str, str]:
    (found,) = told(read(f"{CLAIM}{lines}\n"))
    return found


def hint(lines: str) -> str | None:
    found: tuple[Diagnostic, ...] = read(f"{CLAIM}{lines}\n").found
    return found[0].hint


def test_the_smallest_claim() -> None:
    claim = only("""\
        topic: t
        claims:
          it-is:
            claim: It is.
        """)
    assert (claim.id, claim.topic, claim.statement.text) == ("it-is", "t", "It is.")
    assert claim.at == Span(FILE, 3, 3, 3, 8)
    assert claim.statement.at == Span(FILE, 4, 12, 4, 18)
    assert (claim.items, dict(claim.keys_at)) == ((), {})
    assert (claim.basis, claim.period, claim.kind, claim.key) == (Basis.ACTUAL, None, None, False)


def test_every_key_of_a_claim() -> None:
    claim = only("""\
        topic: t
        claims:
          c:
            claim: Sales rose 5% to $1 million.
            figure: 5%
            kind: forecast
            key: true
            topic: other
            entity: mill
            measure: sales
            scope: north
            period: FY2025-Q4
            basis: forecast
            per: year
            origin: the owner
            note: A note.
            review_by: 2025-06-01
            aliases: [old, older]
            rate: {USD/CNY: 7.25, on: 2025-02-24}
        """)
    assert claim.figure is not None
    assert (claim.figure.text, claim.figure.at.line, claim.figure_none) == ("5%", 5, False)
    assert (claim.kind, claim.key, claim.topic) == ("forecast", True, "other")
    assert (claim.entity, claim.measure, claim.scope) == ("mill", "sales", "north")
    assert claim.period is not None
    assert (str(claim.period.start), str(claim.period.end)) == ("2025-01-01", "2025-03-31")
    assert (claim.basis, claim.per, claim.origin) == (Basis.FORECAST, "year", "the owner")
    assert (claim.note, claim.review_by, claim.aliases) == (
        "A note.",
        "2025-06-01",
        ("old", "older"),
    )
    assert claim.rate is not None
    assert (claim.rate.base, claim.rate.quote) == ("USD", "CNY")
    assert (claim.rate.value, claim.rate.on) == (Decimal("7.25"), "2025-02-24")


def test_figure_none_and_one_alias_as_a_text() -> None:
    claim = only(f"{CLAIM}    figure: none\n    aliases: old\n")
    assert (claim.figure, claim.figure_none, claim.aliases) == (None, True, ("old",))


def test_a_formula_and_its_inputs() -> None:
    claim = only(f"{CLAIM}    formula: (a / b) - 1\n    inputs: {{a: one, b: two/gazette}}\n")
    assert claim.formula is not None
    assert claim.formula.text == "(a / b) - 1"
    assert claim.inputs == (
        Input("a", "one", None, Span(FILE, 6, 17, 6, 20)),
        Input("b", "two", "gazette", Span(FILE, 6, 25, 6, 36)),
    )


def test_the_short_form_of_an_item() -> None:
    evidence = item("gazette: it is so")
    assert (evidence.source, evidence.quote.text) == ("gazette", "it is so")
    assert evidence.source_at == Span(FILE, 6, 9, 6, 16)
    assert evidence.at == evidence.quote.at == Span(FILE, 6, 18, 6, 26)
    assert evidence.quote.inside(3, 5) == Span(FILE, 6, 21, 6, 23)


def test_the_long_form_of_an_item() -> None:
    evidence = item(
        "{source: gazette, quote: it is 5%, figure: 5%, period: 2024-Q4, measure: m, scope: s, "
        "basis: plan, per: total, because: b, attributed_to: him, prefix: p, suffix: q, "
        "outside_body: a caption}"
    )
    assert (evidence.source, evidence.quote.text) == ("gazette", "it is 5%")
    words = (evidence.figure, evidence.prefix, evidence.suffix)
    assert [one.text if one else None for one in words] == ["5%", "p", "q"]
    assert evidence.period is not None
    assert (evidence.period.label, evidence.period_at) == ("2024-Q4", Span(FILE, 6, 64, 6, 71))
    assert (evidence.measure, evidence.scope, evidence.per) == ("m", "s", "total")
    assert (evidence.basis, dict(evidence.because)) == (Basis.PLAN, {"all": "b"})
    assert (evidence.attributed_to, evidence.outside_body) == ("him", "a caption")


def test_a_source_may_be_called_like_no_long_key() -> None:
    assert item("{gazette: words}").source == "gazette"
    assert item("{source: source, quote: words}").source == "source"


@pytest.mark.parametrize(
    ("written", "text"),
    [
        ("NO", "NO"),
        ("yes", "yes"),
        ("12:30", "12:30"),
        ("52.10", "52.10"),
        ("2025-02-24", "2025-02-24"),
        ("0x1F", "0x1F"),
        ("1_000", "1_000"),
        ("'it''s'", "it's"),
        ('"a #b: c\\u0021"', "a #b: c!"),
        (">-\n          one\n          two", "one two"),
    ],
)
def test_scalars_are_read_as_written(written: str, text: str) -> None:
    assert item(f"gazette: {written}").quote.text == text


def test_lists_stand_in_one_order_and_know_their_places() -> None:
    claim = only(f"""{CLAIM}    mentions: [{{a: m}}]\n    against: [{{a: x}}, {{a: y}}]
    quotes: [{{a: q}}]\n    for: [{{a: f}}]\n""")
    assert [(one.listed, one.quote.text) for one in claim.items] == [
        ("quotes", "q"), ("for", "f"), ("against", "x"), ("against", "y"), ("mentions", "m"),
    ]  # fmt: skip
    assert {name: at.line for name, at in claim.keys_at.items()} == {
        "mentions": 5, "against": 6, "quotes": 7, "for": 8,
    }  # fmt: skip


def test_defaults_of_a_file_give_way_to_a_claims_own() -> None:
    file = read("""\
        topic: t
        about:
          entity: mill
          measure: sales
          period: FY2025
          scope: north
          basis: plan
          per: year
          origin: the owner
          kind: opinion
        claims:
          inherits: {claim: One.}
          own:
            claim: Two.
            entity: bank
            measure: loans
            period: '2024'
            scope: south
            basis: actual
            per: total
            origin: the bank
            kind: attribution
        """)
    assert not file.found
    one, two = file.claims
    assert (one.entity, one.measure, one.scope, one.origin) == (
        "mill",
        "sales",
        "north",
        "the owner",
    )
    assert (one.basis, one.per, one.kind) == (Basis.PLAN, "year", "opinion")
    assert one.period is not None
    assert str(one.period.end) == "2025-03-31"
    assert (two.entity, two.measure, two.scope, two.origin) == (
        "bank",
        "loans",
        "south",
        "the bank",
    )
    assert (two.basis, two.per, two.kind) == (Basis.ACTUAL, "total", "attribution")
    assert two.period is not None
    assert two.period.label == "2024"


def test_an_items_fiscal_period_has_its_claims_calendar() -> None:
    lines = "entity: mill\n    for:\n      - {source: a, quote: b, period: FY2025-Q1}\n"
    (evidence,) = only(f"{CLAIM}    {lines}").items
    assert evidence.period is not None
    assert str(evidence.period.start) == "2024-04-01"


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("", (1, 1, "empty-claims", "no claims in this file")),
        ("# nothing yet\n", (1, 1, "empty-claims", "no claims in this file")),
        ("topic: t\nclaims:\n", (2, 1, "empty-claims", "no claims in this file")),
        ("claims: {}\n", (1, 1, "missing-key", "missing key 'topic'")),
        ("- a\n", (1, 1, "bad-value", "must be a mapping")),
        ("topic: t\nclaims: [a]\n", (2, 9, "bad-value", "must be a mapping")),
        ("topic: t\nclaims:\n  c: text\n", (3, 6, "bad-value", "must be a mapping")),
        ("topic: t\nclaims:\n  c: {key: true}\n",
         (3, 3, "missing-key", "missing key 'claim'")),
        ("topic: t\nabuot: {}\nclaims: {c: {claim: A}}\n",
         (2, 1, "unknown-key", "unknown key 'abuot'")),
        ("topic: t\nabout: {figure: 5}\nclaims: {c: {claim: A}}\n",
         (2, 9, "unknown-key", "unknown key 'figure'")),
        ("topic: t\nclaims:\n  c: {claim: A}\n  c: {claim: B}\n",
         (4, 3, "duplicate-key", "duplicate key 'c'")),
        ("topic: t\nclaims:\n  Bad Id: {claim: A}\n",
         (3, 3, "bad-id", "the id 'Bad Id' is not kebab-case (a-z, 0-9 and single hyphens)")),
        ("topic: t\nclaims:\n  index: {claim: A}\n",
         (3, 3, "bad-id", "'index' is the name of a page and cannot be an id")),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_file(text: str, expected: tuple[int, int, str, str]) -> None:
    assert told(read(text)) == [expected]


@pytest.mark.parametrize(
    ("lines", "expected"),
    [
        ("    kind: derived", (5, 11, "bad-value", "must be one of opinion, forecast, attribution")),
        ("    key: maybe", (5, 10, "bad-value", "must be true or false")),
        ("    basis: guess",
         (5, 12, "bad-value",
          "must be one of actual, plan, target, forecast, estimate, run-rate")),
        ("    per: month", (5, 10, "bad-value", "must be one of year, total")),
        ("    agianst: []", (5, 5, "unknown-key", "unknown key 'agianst'")),
        ("    review_by: 2025-2-30", (5, 16, "bad-date", "invalid date '2025-2-30'")),
        ("    aliases: [fine, Old Id]",
         (5, 21, "bad-id", "the id 'Old Id' is not kebab-case (a-z, 0-9 and single hyphens)")),
        ("    formula: a / b",
         (3, 3, "missing-key", "missing key 'inputs': a formula and its inputs go together")),
        ("    inputs: {a: b}",
         (3, 3, "missing-key",
          "missing key 'formula': a formula and its inputs go together")),
        ("    period: 2024-Q5", (5, 13, "bad-period", "2024-Q5 has no such quarter")),
        ("    period: FY2025",
         (5, 13, "bad-period", "FY2025 needs the entity's fiscal_year_end")),
        ("    for: words", (5, 10, "bad-value", "must be a list")),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_claim(lines: str, expected: tuple[int, int, str, str]) -> None:
    assert mistake(lines) == expected


@pytest.mark.parametrize(
    "rate",
    [
        "{USD/CNY: seven, on: 2025-02-24}",
        "{USD/CNY: -1, on: 2025-02-24}",
        "{USD/CNY: 0, on: 2025-02-24}",
        "{USD/CNY: NaN, on: 2025-02-24}",
        "{USD/CNY: Infinity, on: 2025-02-24}",
        "{USD/CNY: 1e999999, on: 2025-02-24}",
        "{USD/CNY: 1e-999999, on: 2025-02-24}",
        "{USD/CNY: 7.25}",
        "{USD/CNY: 7.25, on: February}",
        "{USD/CNY: 7.25, EUR/CNY: 8, on: 2025-02-24}",
        "{USD: 7.25, on: 2025-02-24}",
        "{USD/USD: 1, on: 2025-02-24}",
        "{usd/cny: 7.25, on: 2025-02-24}",
        "{/: 7.25, on: 2025-02-24}",
        "{on: 2025-02-24}",
    ],
)
def test_a_rate_that_is_none(rate: str) -> None:
    message = "a rate needs one pair of currencies, its value and its date"
    assert mistake(f"    rate: {rate}") == (5, 11, "bad-value", message)
    assert hint(f"    rate: {rate}") == "write {USD/CNY: 7.25, on: 2025-02-24}"


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("words", (6, 9, "bad-value", "these words need a source")),
        ("", (6, 8, "bad-value", "this item is empty")),
        ("{}", (6, 9, "bad-value", "this item is empty")),
        ("{source: a, quote: b, because: ''}", (6, 41, "bad-value", "must not be empty")),
        ("{source: a, quote: b, outside_body: ' '}", (6, 46, "bad-value", "must not be empty")),
        ("{source: a, quote: b, because: \u00a0}", (6, 40, "bad-value", "must not be empty")),
        ("{source: a, quot: words}", (6, 21, "unknown-key", "unknown key 'quot'")),
        ("{sorce: a, quote: words}", (6, 10, "unknown-key", "unknown key 'sorce'")),
        ("gazette:", (6, 17, "bad-value", "has no value; it must be text")),
        ("gazette: [words]", (6, 18, "bad-value", "must be text")),
        ("{source: a}", (6, 9, "missing-key", "missing key 'quote'")),
        ("{quote: words}", (6, 9, "missing-key", "missing key 'source'")),
        ("{gazette: words, period: '2024'}",
         (6, 10, "bad-value", "an item with more than one key needs 'source' and 'quote'")),
        ("{source: a, quote: b, becuase: c}",
         (6, 31, "unknown-key", "unknown key 'becuase'")),
        ("{source: a, quote: b, basis: guess}",
         (6, 38, "bad-value",
          "must be one of actual, plan, target, forecast, estimate, run-rate")),
        ("{source: a, quote: b, period: 2024-13}",
         (6, 39, "bad-period", "2024-13 has no such month")),
        ("gazette: words #1",
         (6, 18, "yaml-cut", "YAML ends this text at ' #' and drops the rest")),
    ],
)  # fmt: skip
def test_what_is_wrong_with_an_item(written: str, expected: tuple[int, int, str, str]) -> None:
    assert mistake(f"    for:\n      - {written}") == expected


@pytest.mark.parametrize("key", ["figure", "prefix", "suffix"])
def test_other_quoted_words_that_yaml_cuts(key: str) -> None:
    lines = f"    for:\n      - source: a\n        quote: b\n        {key}: words #1"
    assert mistake(lines)[2] == "yaml-cut"


def test_a_statement_that_yaml_cuts_and_a_comment_that_it_may() -> None:
    (found,) = told(read("topic: t\nclaims:\n  c:\n    claim: It is #1.\n"))
    assert found[:3] == (4, 12, "yaml-cut")
    assert not read(f"{CLAIM}    period: 2024-Q4   # calendar\n").found


def test_words_that_yaml_cuts_are_not_read_further() -> None:
    file = read(f"{CLAIM}    for:\n      - a: word #1\n      - b: words\n  d:\n    claim: It #1\n")
    assert [one[:3] for one in told(file)] == [(6, 12, "yaml-cut"), (9, 12, "yaml-cut")]
    assert [[item.source for item in claim.items] for claim in file.claims] == [["b"]]
    assert file.unread == {"c/a", "d"}


def test_what_to_write_instead() -> None:
    assert hint("    for: [words]") == "write  source-id: words"
    mixed = hint("    for: [{gazette: words, period: '2024'}]")
    assert mixed == "write  source: gazette  and put its words under  quote:"
    assert hint("    agianst: []") == "did you mean 'against'?"
    assert hint("    period: FY2025") == (
        "declare the entity's fiscal_year_end in briefing.yaml, or write calendar dates"
    )


def test_a_bad_default_is_told_once_and_where_it_stands() -> None:
    text = "topic: t\nabout: {period: 2024-Q9}\nclaims: {c: {claim: A}, d: {claim: B}}\n"
    assert told(read(text)) == [(2, 17, "bad-period", "2024-Q9 has no such quarter")]


def test_all_mistakes_of_a_claim_are_told_at_once() -> None:
    lines = "    kind: guess\n    period: 2024-Q9\n    review_by: soon\n    aliases: [A, b]\n"
    items = "    for:\n      - words\n    rate: {USD/CNY: 7.25}\n"
    assert [one[:3] for one in told(read(CLAIM + lines + items))] == [
        (5, 11, "bad-value"),
        (6, 13, "bad-period"),
        (7, 16, "bad-date"),
        (8, 15, "bad-id"),
        (10, 9, "bad-value"),
        (11, 11, "bad-value"),
    ]


def test_a_mistake_costs_as_little_as_it_can() -> None:
    file = read("""\
        topic: t
        claims:
          unread: {key: maybe, claim: A.}
          partly:
            claim: B.
            for:
              - {source: broken, quote: [x]}
              - whole: words
          fine: {claim: C., colour: red}
        """)
    assert [claim.id for claim in file.claims] == ["partly", "fine"]
    assert [one.source for one in file.claims[0].items] == ["whole"]
    assert file.unread == {"unread", "partly/broken"}
    assert [id_ for id_, _ in file.declared] == ["unread", "partly", "fine"]
    assert len(file.found) == 3


def test_a_file_that_is_no_yaml_declares_nothing() -> None:
    file = read("topic: t\nclaims: {")
    assert (file.readable, file.claims, file.declared) == (False, (), ())
    assert [one.code for one in file.found] == ["yaml-syntax"]


def test_topics_are_named_with_their_places() -> None:
    file = read("topic: t\nclaims:\n  c: {claim: A, topic: u}\n")
    assert file.topics == (("t", Span(FILE, 1, 8, 1, 9)), ("u", Span(FILE, 3, 24, 3, 25)))
