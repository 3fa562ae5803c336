"""Diagnostics on a terminal, as JSON and as GitHub's annotations."""

from __future__ import annotations

import json

from briefing import report
from briefing.diagnostics import Diagnostic, Related, Severity, Span, diagnostic

LINE = "    - ainvest-morgan: announcing a $52 billion (308 billion yuan) investment"


def line_of(file: str, number: int) -> str | None:
    return LINE if (file, number) == ("content/claims/capex.yaml", 7) else None


def mistake(**more: object) -> Diagnostic:
    column = LINE.index("308") + 1
    at = Span("content/claims/capex.yaml", 7, column, 7, column + 3)
    hint = "paste  announcing a $52 billion (380 billion yuan) investment"
    return diagnostic("quote-not-found", at, "not in the body of ainvest-morgan", hint=hint,
                      label="the article says 380", **more)  # type: ignore[arg-type]  # fmt: skip


def test_a_diagnostic_shows_its_line_and_caret() -> None:
    assert report.text([mistake()], line_of) == (
        "content/claims/capex.yaml:7:49: error[quote-not-found]: "
        "not in the body of ainvest-morgan\n"
        "   |\n"
        f" 7 | {LINE}\n"
        f"   | {' ' * 48}^^^ the article says 380\n"
        "   = help: paste  announcing a $52 billion (380 billion yuan) investment\n"
        "\n"
    )


def test_a_second_place_is_told_after_the_first() -> None:
    other = Related(Span("seeds/000.txt", 7, 60, 7, 90), "the nearest passage")
    printed = report.text([mistake(related=(other,))], line_of)
    assert "   = seeds/000.txt:7:60: the nearest passage\n" in printed


def test_a_line_that_cannot_be_shown_is_left_out() -> None:
    printed = report.text([mistake()], lambda _file, _line: None)
    assert "^" not in printed
    assert "help: paste" in printed


def test_wide_characters_take_two_columns() -> None:
    at = Span("f.yaml", 1, 3, 1, 5)
    wide = diagnostic("bad-value", at, "must be text")
    caret = report.text([wide], lambda _file, _line: "漢字かな").splitlines()[3]
    assert caret == "   |     ^^^^"


def test_control_characters_do_not_reach_the_terminal() -> None:
    one = diagnostic("bad-value", Span("f\x1b[2J.yaml"), "red\x1b[31m \u202e", hint="a\tb\x07")
    printed = report.text([one], lambda _file, _line: "\x1b]0;title\x07x\u200b")
    assert all(char.isprintable() or char == "\n" for char in printed)


def test_a_very_long_line_is_cut_around_the_caret() -> None:
    at = Span("f.yaml", 1, 50_001, 1, 50_004)
    line = "x" * 50_000 + "308" + "y" * 50_000
    printed = report.text([diagnostic("bad-value", at, "m")], lambda _file, _line: line)
    shown, caret = printed.splitlines()[2:4]
    assert len(shown) < 500
    assert shown[caret.index("^") :].startswith("308")


def test_json_has_the_promised_keys_and_nothing_else() -> None:
    other = Related(Span("seeds/000.txt", 7, 60, 7, 90), "the nearest passage")
    printed = json.loads(report.as_json([mistake(related=(other,))]))
    assert printed == {
        "version": 1,
        "diagnostics": [
            {
                "code": "quote-not-found",
                "severity": "error",
                "message": "not in the body of ainvest-morgan",
                "file": "content/claims/capex.yaml",
                "line": 7,
                "column": 49,
                "end_line": 7,
                "end_column": 52,
                "hint": "paste  announcing a $52 billion (380 billion yuan) investment",
                "related": [
                    {
                        "file": "seeds/000.txt",
                        "line": 7,
                        "column": 60,
                        "message": "the nearest passage",
                    }
                ],
            }
        ],
    }


def test_github_gets_the_gravest_first_and_every_escape() -> None:
    at = Span("a,b:c.yaml", 2, 3, 2, 4)
    warning = Diagnostic("sense-turned", Severity.WARNING, "50%\nnext", at)
    error = Diagnostic("bad-value", Severity.ERROR, "m", at, hint="h")
    assert report.github([warning, error]) == (
        "::error file=a%2Cb%3Ac.yaml,line=2,col=3,endLine=2,endColumn=4,title=bad-value::m (h)\n"
        "::warning file=a%2Cb%3Ac.yaml,line=2,col=3,endLine=2,endColumn=4,"
        "title=sense-turned::50%25%0Anext\n"
    )


def test_the_summary_counts_in_words_a_person_uses() -> None:
    at = Span("f.yaml")
    error = Diagnostic("bad-value", Severity.ERROR, "m", at)
    warning = Diagnostic("sense-turned", Severity.WARNING, "m", at)
    assert report.summary([]) == "no findings"
    assert report.summary([error, error, warning]) == "2 errors, 1 warning"
    assert report.summary([warning], strict=True) == "1 warning (warnings count as errors)"


def test_nothing_in_the_summary_of_a_job_is_markup() -> None:
    one = Diagnostic(
        "bad-value", Severity.ERROR, "<b>|`*x*` @you\n[a](b)", Span("f.yaml"), hint="$"
    )
    rows = [line for line in report.job_summary([one]).splitlines() if "bad-value" in line]
    inert = "&#60;b&#62;&#124;&#96;&#42;x&#42;&#96; &#64;you &#91;a&#93;&#40;b&#41; &#40;&#36;&#41;"
    assert rows == [f"| error | f.yaml:1:1 | bad-value: {inert} |"]
    many = report.job_summary([one] * 101)
    assert many.endswith("\nand 1 more\n")


def test_sarif_names_rules_places_and_the_way_columns_count() -> None:
    other = Related(Span("seeds/000 ü.txt", 7, 60, 7, 90), "the nearest passage")
    moved = diagnostic("verdict-moved", Span("content/claims/capex.yaml", 3), "moved")
    log = json.loads(report.as_sarif([mistake(related=(other,)), moved]))
    (run,) = log["runs"]
    assert (log["version"], run["columnKind"]) == ("2.1.0", "unicodeCodePoints")
    assert [rule["id"] for rule in run["tool"]["driver"]["rules"]] == [
        "quote-not-found",
        "verdict-moved",
    ]
    first, second = run["results"]
    assert (first["ruleId"], first["level"], second["level"]) == (
        "quote-not-found",
        "error",
        "note",
    )
    assert first["locations"] == [
        {
            "physicalLocation": {
                "artifactLocation": {"uri": "content/claims/capex.yaml"},
                "region": {"startLine": 7, "startColumn": 49, "endLine": 7, "endColumn": 52},
            }
        }
    ]
    (related,) = first["relatedLocations"]
    assert related["physicalLocation"]["artifactLocation"] == {"uri": "seeds/000%20%C3%BC.txt"}
    assert json.loads(report.as_sarif([]))["runs"][0]["results"] == []


def many(
    count: int, code: str = "unknown-key", file: str = "content/claims/a.yaml"
) -> list[Diagnostic]:
    return [diagnostic(code, Span(file, line, 1, line, 2), "m") for line in range(1, count + 1)]


MANY = [
    *many(100),
    *many(103, "period-differs"),
    *many(1_234, "bad-value", "b,.yaml"),
    *many(100, "period-differs", "b,.yaml"),
]
SHOWN = 400


def test_findings_alike_past_a_hundred_are_counted_in_text() -> None:
    printed = report.text(MANY, lambda _file, _line: None)
    assert printed.count("\n   |\n") == 0
    assert printed.count(": m\n") == SHOWN
    assert printed.endswith(
        "content/claims/a.yaml: warning[period-differs]: and 3 more of this code in this file\n\n"
        "b,.yaml: error[bad-value]: and 1,134 more of this code in this file\n\n"
    )
    assert report.summary(MANY) == "1334 errors, 203 warnings"


def test_findings_alike_past_a_hundred_are_counted_in_json() -> None:
    read = json.loads(report.as_json(MANY))
    assert len(read["diagnostics"]) == SHOWN
    assert read["more"] == [
        {
            "code": "period-differs",
            "severity": "warning",
            "file": "content/claims/a.yaml",
            "count": 3,
        },
        {"code": "bad-value", "severity": "error", "file": "b,.yaml", "count": 1134},
    ]
    assert "more" not in json.loads(report.as_json(many(100)))


def test_findings_alike_past_a_hundred_are_counted_for_github() -> None:
    lines = report.github(MANY).splitlines()
    assert lines[SHOWN:] == [
        (
            "::warning file=content/claims/a.yaml,title=period-differs"
            "::and 3 more of this code in this file"
        ),
        "::error file=b%2C.yaml,title=bad-value::and 1,134 more of this code in this file",
    ]


def test_findings_alike_past_a_hundred_are_counted_in_sarif() -> None:
    (run,) = json.loads(report.as_sarif(MANY))["runs"]
    assert len(run["results"]) == SHOWN
    (invocation,) = run["invocations"]
    assert [
        (one["descriptor"]["id"], one["level"], one["message"]["text"])
        for one in invocation["toolExecutionNotifications"]
    ] == [
        ("period-differs", "warning", "and 3 more of this code in this file"),
        ("bad-value", "error", "and 1,134 more of this code in this file"),
    ]
    assert "invocations" not in json.loads(report.as_sarif(many(100)))["runs"][0]
