"""The commands from outside: what they print where, and the status they end with."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner, Result

import briefing
from briefing.cli import main
from tests.conftest import ProjectMaker

GOOD = {
    "briefing.yaml": "title: T\ntopics:\n  - {id: all, title: All}\n",
    "content/sources.yaml": "one: {file: one.txt, title: One, publisher: daily}\n",
    "content/publishers.yaml": "daily: {name: Daily}\n",
    "content/claims/all.yaml": (
        "topic: all\nclaims:\n  price:\n    claim: A ticket costs $52.\n    quotes:\n"
        "      - one: a ticket costs $52\n"
    ),
    "content/index.md": "Tickets are sold.\n",
    "content/topics/all.md": "A ticket costs $52. [@price]\n",
    "seeds/one.txt": "They say that a ticket costs $52 today.\n",
}
WRONG = {"content/topics/all.md": "A ticket costs $53. [@price]\n"}
WARNED = {"content/claims/more.yaml": "topic: all\nclaims:\n"}
FAULTY = {"briefing.yaml": "title: T\ntopics: []\nas_of: 2025-02-30\n"}
FORMATS = ("text", "json", "github", "sarif")
Run = Callable[..., Result]


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments], catch_exceptions=False)


@pytest.mark.parametrize("style", FORMATS)
@pytest.mark.parametrize(
    ("files", "strict", "status"),
    [
        ({}, False, 0),
        ({}, True, 0),
        (WARNED, False, 0),
        (WARNED, True, 1),
        (WRONG, False, 1),
        (FAULTY, False, 2),
        (FAULTY, True, 2),
    ],
)
def test_the_status_of_a_check(
    files: Mapping[str, str], strict: bool, status: int, style: str, project: ProjectMaker
) -> None:
    root = project({**GOOD, **files})
    options = ["--format", style, *(["--strict"] if strict else [])]
    assert run("check", "-f", root, *options).exit_code == status


def test_a_verdict_that_moved_is_news_and_no_mistake(project: ProjectMaker) -> None:
    edition = "- date: 2031-05-06\n  why: First.\n"
    history = {
        "content/briefing.lock": "claim price corroborated\n",
        "content/changes.yaml": edition,
    }
    root = project({**GOOD, **history})
    checked = run("check", "-f", root, "--strict")
    assert checked.exit_code == 0
    assert "note[verdict-moved]" in checked.stdout


def document(printed: Result) -> list[dict[str, Any]]:
    """Read what is on standard output, which is one JSON document and nothing else."""
    held = json.loads(printed.stdout)
    assert list(held) == ["version", "diagnostics"]
    assert held["version"] == 1
    found: list[dict[str, Any]] = held["diagnostics"]
    return found


def test_json_holds_the_promised_keys_and_nothing_else_is_printed(project: ProjectMaker) -> None:
    typo = GOOD["content/claims/all.yaml"].replace("a ticket costs $52\n", "a ticket costs $53\n")
    printed = run(
        "check", "-f", project({**GOOD, "content/claims/all.yaml": typo}), "--format", "json"
    )
    (found,) = document(printed)
    assert list(found) == [
        "code", "severity", "message", "file", "line", "column", "end_line", "end_column", "hint",
        "related",
    ]  # fmt: skip
    assert list(found["related"][0]) == ["file", "line", "column", "message"]
    assert (found["code"], found["severity"]) == ("quote-not-found", "error")
    assert (found["file"], found["line"]) == ("content/claims/all.yaml", 6)
    assert printed.stderr == ""
    assert document(run("check", "-f", project(GOOD), "--format", "json")) == []


def test_faults_of_the_configuration_have_their_place_in_json_too(project: ProjectMaker) -> None:
    (found,) = document(run("check", "-f", project({**GOOD, **FAULTY}), "--format", "json"))
    assert (found["code"], found["file"]) == ("bad-date", "briefing.yaml")
    assert (found["line"], found["column"]) == (3, 8)


@pytest.mark.parametrize("style", FORMATS)
def test_without_a_configuration(style: str, tmp_path: Path) -> None:
    printed = run("check", "-f", tmp_path, "--format", style)
    assert printed.exit_code == 2
    assert "no briefing.yaml" in (printed.stderr if style == "text" else printed.stdout)


def test_a_folder_that_may_not_be_entered(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_: Path) -> bool:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "is_file", refuse)
    assert run("check", "-f", tmp_path).exit_code == 2


def test_the_nearest_configuration_is_used_and_no_foreign_one(
    project: ProjectMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project({**GOOD, "inner/repository/.git/HEAD": ""})
    monkeypatch.chdir(root / "content" / "claims")
    printed = run("check", "--format", "json")
    assert document(printed) == []
    assert printed.stderr == f"using {root / 'briefing.yaml'}\n"
    monkeypatch.chdir(root / "inner" / "repository")
    assert run("check").exit_code == 2


@pytest.mark.parametrize("arguments", [("check", "--format", "xml"), ("check", "x"), ("chekc",)])
def test_wrong_usage(arguments: tuple[str, ...]) -> None:
    assert run(*arguments).exit_code == 2


def test_a_build_that_finds_a_mistake_keeps_the_good_site(project: ProjectMaker) -> None:
    root = project(GOOD)
    built = run("build", "-f", root)
    assert (built.exit_code, built.stdout) == (0, "")
    index = root / "site" / "index.html"
    before = index.stat().st_ino, index.read_bytes()
    for files, strict, status in ((WRONG, False, 1), (WARNED, True, 1), (FAULTY, False, 2)):
        refused = run("build", "-f", project({**GOOD, **files}), *(["--strict"] if strict else []))
        assert refused.exit_code == status
        assert refused.stderr.endswith("nothing published\n")
        assert (index.stat().st_ino, index.read_bytes()) == before
        (root / "content" / "claims" / "more.yaml").unlink(missing_ok=True)


def test_coverage_shows_articles_by_their_ids(project: ProjectMaker) -> None:
    root = project(GOOD)
    assert run("coverage", "-f", root).stdout.startswith("one  figures 100%: 1 claimed")
    more = project({**GOOD, "seeds/one.txt": "They say that a ticket costs $52. It was $50 once."})
    assert "seeds/one.txt:1:42: note[unclaimed-figure]" in run("coverage", "-f", more).stdout
    unknown = run("coverage", "-f", root, "none")
    assert (unknown.exit_code, unknown.stderr) == (1, "no article found for the source 'none'\n")
    assert run("coverage", "-f", project({**GOOD, **FAULTY})).exit_code == 2


def test_codes_are_selected_and_ignored_and_the_rest_is_counted(project: ProjectMaker) -> None:
    root = project({**GOOD, **WRONG, **WARNED})
    selected = run("check", "-f", root, "--select", "empty-claims,quote-empty")
    assert (selected.exit_code, selected.stdout.count("warning[empty-claims]")) == (0, 1)
    assert "error[" not in selected.stdout
    assert selected.stderr.endswith("1 warning (1 not selected)\n")
    ignored = run("check", "-f", root, "--ignore", "empty-claims", "--format", "json")
    assert [one["code"] for one in document(ignored)] == ["figure-differs"]
    assert run("check", "-f", root, "--ignore", "figure-differs").exit_code == 0


def test_what_is_ignored_still_blocks_a_build(project: ProjectMaker) -> None:
    root = project({**GOOD, **WRONG})
    assert run("check", "-f", root, "--ignore", "figure-differs").exit_code == 0
    assert run("build", "-f", root).exit_code == 1


def test_a_code_that_is_none_gets_the_closest(project: ProjectMaker) -> None:
    wrong = run("check", "-f", project(GOOD), "--select", "quote-not-fund")
    assert wrong.exit_code == 2
    assert "no code 'quote-not-fund'; did you mean 'quote-not-found'?" in wrong.stderr


def test_the_worst_is_shown_first_and_codes_are_counted(project: ProjectMaker) -> None:
    quotes = "".join(f"      - one: no such words {number}\n" for number in range(3))
    claims = GOOD["content/claims/all.yaml"] + quotes
    first = {"content/claims/a.yaml": "topic: all\nclaims:\n"}
    shown = run("check", "-f", project({**GOOD, **first, "content/claims/all.yaml": claims}))
    severities = [line.split(": ")[1] for line in shown.stdout.splitlines() if "]: " in line]
    assert severities == ["error[quote-not-found]"] * 3 + ["warning[empty-claims]"]
    assert shown.stderr.endswith(
        "     3  error[quote-not-found]\n     1  warning[empty-claims]\n3 errors, 1 warning\n"
    )


def test_a_job_on_github_gets_its_summary(
    project: ProjectMaker, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    summary = tmp_path / "summary"
    summary.write_text("before\n")
    monkeypatch.setenv("GITHUB_STEP_SUMMARY", str(summary))
    root = project({**GOOD, **WRONG})
    run("check", "-f", root)
    assert summary.read_text() == "before\n"
    run("check", "-f", root, "--format", "github")
    written = summary.read_text()
    assert written.startswith("before\n### briefing: 1 error\n\n| severity | place | finding |\n")
    assert "| error | content&#47;topics&#47;all.md:1:16 | figure-differs: " in written


def test_coverage_is_short_unless_an_article_is_named(project: ProjectMaker) -> None:
    text = GOOD["seeds/one.txt"] + "".join(f"It has {n} good rooms.\n" for n in range(2, 9))
    root = project({**GOOD, "seeds/one.txt": text})
    assert run("coverage", "-f", root).stdout.count("note[") == 3
    assert "one: 4 more; see  briefing coverage one\n" in run("coverage", "-f", root).stdout
    assert run("coverage", "-f", root, "one").stdout.count("note[") == 7
    short = run("coverage", "-f", root, "--summary").stdout
    assert short.count("\n") == 1
    assert short.startswith("one  figures ")


def test_an_edition_is_recorded_unless_an_error_stands(project: ProjectMaker) -> None:
    root = project(GOOD)
    assert run("lock", "-f", root).exit_code == 2
    recorded = run("lock", "-f", root, "-m", "the first")
    assert (recorded.exit_code, recorded.stdout) == (0, "")
    lock = (root / "content" / "briefing.lock").read_bytes()
    assert run("lock", "-f", project({**GOOD, **WRONG}), "-m", "the second").exit_code == 1
    assert (root / "content" / "briefing.lock").read_bytes() == lock


@pytest.mark.parametrize("style", FORMATS)
def test_no_number_of_findings_makes_a_long_report(project: ProjectMaker, style: str) -> None:
    keys = "".join(f"    wrong-{number}: x\n" for number in range(1_000))
    text = f"topic: all\nclaims:\n  c:\n    claim: C\n{keys}"
    root = project({**GOOD, "content/claims/x.yaml": text})
    result = run("check", "-f", root, "--format", style)
    assert result.exit_code == 1
    assert len(result.output) < 100_000
    if style == "text":
        assert "and 900 more of this code in this file" in result.output
        assert "1000 errors" in result.output


def test_the_version_is_said_before_click_is_imported() -> None:
    command = [sys.executable, "-X", "importtime", "-m", "briefing", "--version"]
    done = subprocess.run(command, capture_output=True, text=True, check=True)
    assert done.stdout == f"briefing, version {briefing.__version__}\n"
    assert "click" not in done.stderr
