"""Show that what was said and when appear in their order, no more exact than they are known."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest

from briefing import view
from briefing.figures import parse_period
from briefing.language.messages import ENGLISH
from briefing.model.content import Dating
from briefing.model.judged import Judgement, Reason, Stance
from briefing.model.pages import Page
from briefing.model.periods import Period
from briefing.model.verdict import Verdict
from briefing.view.pages.timeline import PeriodView, TimelinePage, period_view
from briefing.view.period_chart import MOST_ROWS, PeriodChart
from tests.view.briefings import Built, article, built, judged, judgement, quote


def period(label: str, fiscal_year_end: str | None = None) -> Period:
    found = parse_period(label, fiscal_year_end)
    assert isinstance(found, Period)
    return found


def about(id_: str, label: str | None, stances: Mapping[str, Stance]) -> Judgement:
    """Make a claim about a period, with the stance of each source that speaks on it."""
    items = [quote(source, f"On {id_}", stance) for source, stance in stances.items()]
    one = judgement(id_, f"It is {id_}.", Verdict.UNSUPPORTED, Reason.SINGLE_SOURCE, items)
    return replace(one, claim=replace(one.claim, period=period(label) if label else None))


def site(published: Mapping[str, str], *claims: Judgement) -> Built:
    text = " ".join(f"On {one.claim.id}." for one in claims)
    return built(
        judged(
            articles=[
                article(
                    id_,
                    text,
                    published=Dating(day, None if day == "unknown" else period(day), None),
                )
                for id_, day in published.items()
            ],
            judgements=claims,
        )
    )


def timeline(made: Built, path: str = "timeline.html") -> TimelinePage:
    page = view.page(made.site, path)
    assert isinstance(page, Page)
    assert isinstance(page.body, TimelinePage)
    return page.body


SUPPORT = Stance.SUPPORTS


def test_sources_stand_by_their_date_and_the_undated_last() -> None:
    published = {
        "none": "unknown",
        "late": "2025-09-24",
        "month": "2025-02",
        "early": "2025-02-24",
        "too": "2025-02-24",
        "year": "2025",
    }
    groups = timeline(site(published)).groups
    assert [
        (one.published and one.published.text, [report.source.id for report in one.sources])
        for one in groups
    ] == [
        ("2025", ["year"]),
        ("February 2025", ["month"]),
        ("24 February 2025", ["early", "too"]),
        ("24 September 2025", ["late"]),
        (None, ["none"]),
    ]


def test_an_unknown_date_says_so() -> None:
    html = site({"a": "unknown"}).html("timeline.html")
    assert "Date of publication unknown" in html
    assert "<time" not in html


def test_what_a_source_says_stands_by_the_period_it_is_about() -> None:
    made = site(
        {"a": "2025-02-24", "b": "2025-03-01"},
        about("later", "2025", {"a": SUPPORT}),
        about("quarter", "2024-Q4", {"a": SUPPORT, "b": Stance.DISPUTES}),
        about("unsaid", "2024-Q4", {"a": Stance.MENTIONS}),
        about("ever", None, {"b": SUPPORT}),
        about("open", "unknown", {"b": SUPPORT}),
    )
    assert [
        [
            (of.period.text, [(one.claim.id, one.stance) for one in of.mentions])
            for report in group.sources
            for of in report.periods
        ]
        for group in timeline(made).groups
    ] == [
        [
            ("October to December 2024", [("quarter", "supports")]),
            ("2025", [("later", "supports")]),
        ],
        [("October to December 2024", [("quarter", "disputes")])],
    ]


def test_a_quote_of_another_period_is_left_out_and_the_weightiest_of_several_kept() -> None:
    one = about("quarter", "2024-Q4", {"a": Stance.MENTIONS, "b": SUPPORT})
    first, second = one.items
    other = replace(second, written=replace(second.written, period=period("2023-Q4")))
    both = replace(one, items=(first, quote("a", "On quarter", Stance.DISPUTES), other))
    made = site({"a": "2025-02-24", "b": "2025-03-01"}, both)
    ((report,), (silent,)) = (group.sources for group in timeline(made).groups)
    assert [one.stance for one in report.periods[0].mentions] == ["disputes"]
    assert silent.periods == ()
    html = made.html("timeline.html")
    assert "article that speaks on no claim about a period" in " ".join(html.split())


@pytest.mark.parametrize(
    ("label", "text", "iso"),
    [
        ("2025-02-24", "24 February 2025", "2025-02-24"),
        ("2024-12", "December 2024", "2024-12"),
        ("2025", "2025", "2025"),
        ("2024-Q4", "October to December 2024", None),
        ("unknown", "unknown", None),
    ],
)
def test_a_period_is_as_exact_as_it_is_known(label: str, text: str, iso: str | None) -> None:
    assert period_view(period(label), ENGLISH) == PeriodView(text, iso)


def test_every_time_is_one_that_html_knows() -> None:
    labels = ("2024-Q4", "2025", "2024-12", "2025-02-24", "2025-02-24/2025-03-02")
    made = site(
        {"a": "2025-02", "b": "2025-01-01"},
        *(about(f"c{n}", label, {"a": SUPPORT}) for n, label in enumerate(labels)),
    )
    times = re.findall(r'<time datetime="([^"]*)">', made.html("timeline.html"))
    assert len(times) == 2 + 1 + 1 + 1
    assert all(re.fullmatch(r"\d{4}(-\d\d(-\d\d)?)?", one) for one in times)


def test_a_long_timeline_goes_on_on_further_pages() -> None:
    claims = [about(f"c{n}", "2025", {"a": SUPPORT}) for n in range(250)]
    made = site({"a": "2025-02-24"}, *claims)
    told = [
        len(report.periods[0].mentions)
        for path in ("timeline.html", "timeline/2.html")
        for group in timeline(made, path).groups
        for report in group.sources
    ]
    assert told == [200, 50]
    assert "timeline/3.html" not in made.site.paths
    assert made.page("timeline/2.html").title == "Timeline, page 2"


def test_the_timeline_is_in_the_navigation(small: Built) -> None:
    assert 'href="timeline.html" aria-current="page"' in small.html("timeline.html")
    assert 'href="../timeline.html"' in small.html("claims/capex-usd.html")


def chart(made: Built) -> PeriodChart:
    found = timeline(made).chart
    assert found
    return found


def test_what_lies_right_of_the_day_of_publication_was_still_to_come() -> None:
    made = site(
        {"early": "2025-01-01", "none": "unknown"},
        about("past", "2024", {"early": SUPPORT}),
        about("ahead", "2026", {"early": Stance.DISPUTES, "none": SUPPORT}),
    )
    early, none = chart(made).rows
    assert early.mark
    past, ahead = early.bars
    assert Decimal(past.right) < Decimal(early.mark[1]) < Decimal(ahead.left)
    assert Decimal(early.mark[1]) + Decimal(early.ahead) == 100
    assert (past.text, ahead.text, none.mark) == ("+1 2024", "−1 2026", None)
    assert early.told == "2024: supports one claim; 2026: disputes one claim"
    assert [label for *_, label in chart(made).ticks] == ["2024", "2025", "2026", "2027"]


def test_a_label_whose_days_nobody_knows_is_named_beside_the_axis_and_not_drawn_on_it() -> None:
    quarter = Period("Q4 2025", date(2025, 10, 1), date(2025, 12, 31))
    fiscal = Period("fiscal year 2025", None, None)
    labelled = [
        replace(one, claim=replace(one.claim, period=named))
        for one, named in (
            (about("cash", "2025", {"early": SUPPORT}), quarter),
            (about("income", "2025", {"early": Stance.DISPUTES}), fiscal),
            (about("sales", "2025", {"late": SUPPORT}), fiscal),
        )
    ]
    dated = about("past", "2024", {"early": SUPPORT})
    made = site({"early": "2025-09-24", "late": "2025-10-01"}, *labelled, dated)
    (early,) = chart(site({"early": "2025-09-24"}, *labelled[:2], dated,
                          about("then", "2023", {"early": SUPPORT}))).rows  # fmt: skip
    assert [bar.text for bar in early.bars] == ["+1 2023", "+1 2024"]
    assert early.undated == "+1 “Q4 2025” and −1 “fiscal year 2025”"
    html = made.html("timeline.html")
    assert "Not on the axis" not in html  # one dated period is nothing to compare
    told = [of.period.text for of in timeline(made).groups[0].sources[0].periods]
    assert told == ["2024", "“Q4 2025”", "“fiscal year 2025”"]


def test_four_centuries_have_few_marks() -> None:
    claims = [about(f"in-{year}", year, {"late": SUPPORT}) for year in ("1800", "2000")]
    made = site({"late": "2200-12-31"}, *claims)
    assert [label for *_, label in chart(made).ticks] == ["1800", "1900", "2000", "2100", "2200"]


def test_too_many_articles_are_gathered_by_the_shortest_time_that_holds_them() -> None:
    days = {f"s{n}": f"2025-{n % 12 + 1:02}-{n // 12 + 1:02}" for n in range(MOST_ROWS)}
    held = about("past", "2024", dict.fromkeys([*days, "one"], SUPPORT))
    one_by_one = chart(site(days, replace(held, items=held.items[:MOST_ROWS])))
    assert (len(one_by_one.rows), one_by_one.is_gathered) == (MOST_ROWS, False)
    gathered = chart(site(days | {"one": "2025"}, held))
    assert [row.said for row in gathered.rows[:2]] == ["January 2025", "2025"]
    assert [row.who for row in gathered.rows[:2]] == ["two claims", "one claim"]
    assert (len(gathered.rows), gathered.is_gathered) == (13, True)
    assert gathered.rows[0].bars[0].text == ""
    apart = {f"s{n}": f"20{n:02}-02" for n in range(MOST_ROWS + 2)}
    many = chart(site(apart, about("past", "1999", dict.fromkeys(apart, SUPPORT))))
    assert (len(many.rows), many.left_out, many.rows[0].said) == (MOST_ROWS, 2, "2000")


def test_quarters_hold_their_months() -> None:
    days = {f"s{n}": f"{2020 + n // 12}-{n % 12 + 1:02}-28" for n in range(MOST_ROWS + 1)}
    rows = chart(site(days, about("past", "2019", dict.fromkeys(days, SUPPORT)))).rows
    assert [row.said for row in rows[:2]] == ["January to March 2020", "April to June 2020"]
    assert (rows[3].said, len(rows)) == ("October to December 2020", 9)


def test_what_is_about_one_period_at_one_time_is_not_drawn() -> None:
    made = site({"early": "2025-01-01"}, about("past", "2024", {"early": SUPPORT}))
    assert timeline(made).chart is None
