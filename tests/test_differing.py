"""`briefing diff` says what moved between a revision and now: for people, programs and pull requests."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefing.cli import main
from tests.conftest import ProjectMaker

CLAIMS = "content/claims/cost.yaml"
FILES = {
    "briefing.yaml": "title: T\ntopics: [{id: cost, title: Cost}]\n",
    "content/sources.yaml": (
        "gazette: {title: A, file: a.txt, publisher: gazette}\n"
        "herald: {title: B, file: b.txt, publisher: herald}\n"
    ),
    "content/publishers.yaml": "gazette: {name: Gazette}\nherald: {name: Herald}\n",
    CLAIMS: (
        "topic: cost\nclaims:\n"
        "  quay:\n    claim: The quay cost €40 million.\n    quotes:\n"
        "      - gazette: The quay cost €40 million\n"
        "  pier:\n    claim: The pier is <b>long</b>.\n    for:\n      - gazette: The pier is long\n"
        "  mole:\n    claim: The mole is old.\n    for:\n      - gazette: The mole is old\n"
    ),
    "seeds/a.txt": "The quay cost €40 million. The pier is long. The mole is old.\n",
    "seeds/b.txt": "Auditors say the quay cost €46 million.\n",
}
NOW = (
    "topic: cost\nclaims:\n"
    "  quay:\n    claim: The quay cost €40 million.\n    period: 2024\n    quotes:\n"
    "      - gazette: The quay cost €40 million\n"
    "      - herald: the quay cost €46 million\n"
    "  jetty:\n    claim: The pier is very long.\n    aliases: [pier]\n    mentions:\n"
    "      - gazette: The pier is long\n"
    "  lamp:\n    claim: The lamp is lit.\n    for: []\n"
)


def git(root: Path, *arguments: str) -> str:
    name = ("-c", "user.name=A", "-c", "user.email=a@example.org", "-c", "commit.gpgsign=false")
    done = subprocess.run(
        ["git", "-C", root, *name, *arguments], capture_output=True, check=True, encoding="utf-8"
    )
    return done.stdout.strip()


@pytest.fixture
def root(project: ProjectMaker) -> Path:
    """Make a repository with a commit of the project in a folder of it, and other claims now."""
    top = project({f"deep/{name}": text for name, text in FILES.items()})
    git(top, "init", "-q")
    git(top, "add", ".")
    git(top, "commit", "-qm", "First.")
    project({f"deep/{CLAIMS}": NOW, "deep/seeds/b.txt": FILES["seeds/b.txt"] + "So they say.\n"})
    return top / "deep"


def diff(root: Path, *given: str) -> Result:
    return CliRunner().invoke(main, ["diff", "-f", str(root), *given], catch_exceptions=False)


def test_moved_verdicts_come_first_then_claims_quotes_figures_and_articles(root: Path) -> None:
    shown = diff(root)
    assert shown.exit_code == 0
    assert shown.stdout == (
        "1 verdict moved, 1 claim new, 1 claim gone, 1 statement reworded, 1 quote new, 1 quote gone, "
        "1 stance moved, 2 figures read differently, 1 article changed, new or gone\n"
        "\n"
        "unsupported → disputed  quay  content/claims/cost.yaml:3\n"
        "  The quay cost €40 million.\n"
        "    why: single-source → figure-mismatch\n"
        "    + herald disputes: the quay cost €46 million\n"
        "    figure of the claim: €40 million (actual) → €40 million (2024, actual)\n"
        "    figure of gazette: €40 million (actual) → €40 million (2024, actual)\n"
        "\n"
        "new, unsupported  lamp  content/claims/cost.yaml:14\n"
        "  The lamp is lit.\n"
        "\n"
        "gone, unsupported  mole  content/claims/cost.yaml:11\n"
        "  The mole is old.\n"
        "    - gazette supports: The mole is old\n"
        "\n"
        "changed  jetty  content/claims/cost.yaml:9\n"
        "  The pier is very long.\n"
        "    was: The pier is <b>long</b>.\n"
        "    why: single-source → mention-only\n"
        "    ~ gazette supports → mentions: The pier is long\n"
        "\n"
        "changed  article herald\n"
    )


def test_json_names_both_states_and_every_move(root: Path) -> None:
    held = json.loads(diff(root, "HEAD", "--format", "json").stdout)
    assert list(held) == ["version", "from", "to", "claims", "sources"]
    assert (held["from"], held["to"]) == (git(root, "rev-parse", "HEAD"), "now")
    assert [one["id"] for one in held["claims"]] == ["quay", "lamp", "mole", "jetty"]
    quay = held["claims"][0]
    assert (quay["before"], quay["after"]) == ("unsupported", "disputed")
    assert (quay["reason_before"], quay["reason_after"]) == ("single-source", "figure-mismatch")
    assert quay["quotes"] == [
        {"source": "herald", "quote": "the quay cost €46 million", "before": None,
         "after": "disputes"}
    ]  # fmt: skip
    assert held["sources"] == [{"id": "herald", "what": "changed"}]


def test_markdown_is_a_table_in_which_no_word_is_markup(root: Path) -> None:
    shown = diff(root, "--format", "markdown").stdout
    assert shown.startswith("### briefing: 1 verdict moved, 1 claim new")
    assert "| quay: The quay cost &#8364;40 million. | unsupported &#8594; disputed |" in shown
    assert "<b>" not in shown
    assert "was: The pier is &#60;b&#62;long" in shown


def test_nothing_moved_since_the_state_itself(root: Path) -> None:
    git(root, "add", ".")
    git(root, "commit", "-qm", "Second.")
    before = git(root, "status", "--porcelain")
    assert diff(root).stdout == "nothing moved\n"
    assert "1 verdict moved" in diff(root, "HEAD~1").stdout
    assert git(root, "status", "--porcelain") == before == ""


@pytest.mark.parametrize("revision", ["nowhere", "--help-me"])
def test_a_revision_that_is_none(root: Path, revision: str) -> None:
    shown = diff(root, "--", revision)
    assert (shown.exit_code, shown.stdout) == (1, "")
    assert shown.stderr.endswith(f"cannot compare: git knows no revision '{revision}'\n")


def test_a_folder_without_a_repository(project: ProjectMaker) -> None:
    shown = diff(project(FILES))
    assert shown.exit_code == 1
    assert "cannot compare: this is not a git repository: run git init" in shown.stderr


def test_a_repository_without_a_commit(project: ProjectMaker) -> None:
    root = project(FILES)
    git(root, "init", "--quiet")
    assert diff(root).stderr.endswith("cannot compare: the repository has no commit yet\n")


def test_a_state_without_a_configuration(root: Path, project: ProjectMaker) -> None:
    git(root, "rm", "-q", "--cached", "briefing.yaml")
    git(root, "commit", "-qm", "Second.")
    shown = diff(root)
    assert (shown.exit_code, shown.stderr.splitlines()[-1]) == (
        1, "cannot compare: briefing.yaml is missing or invalid at HEAD",
    )  # fmt: skip
    project({"deep/briefing.yaml": "title: T\n"})
    assert diff(root).exit_code == 2
