"""Editions: what `briefing lock` records, and what is said when things move afterwards."""

from __future__ import annotations

import json
import shutil
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefing.cli import main
from briefing.load.history import read_changes

SMALL = Path(__file__).parent / "sites" / "small"


@pytest.fixture
def root(tmp_path: Path) -> Path:
    """Copy the small project, to be changed."""
    shutil.copytree(SMALL, tmp_path / "project")
    return tmp_path / "project"


def run(*arguments: str) -> Result:
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def lock(root: Path, why: str) -> Result:
    return run("lock", "-f", str(root), "-m", why)


def findings(root: Path, *options: str) -> tuple[int, list[tuple[str, str, str, int]]]:
    result = run("check", "-f", str(root), "--format", "json", *options)
    found = json.loads(result.stdout)["diagnostics"]
    return result.exit_code, [
        (one["severity"], one["code"], one["file"], one["line"]) for one in found
    ]


def test_a_first_edition_records_everything(root: Path) -> None:
    result = lock(root, "First edition: one 'claim' is disputed.")
    assert (result.exit_code, result.stdout) == (0, "")
    lines = (root / "content/briefing.lock").read_text().splitlines()[1:]
    assert lines == sorted(lines)
    assert [line.rsplit(" ", 1)[0] for line in lines] == [
        "claim bridge-cost",
        "claim toll-free",
        "evidence bridge-cost",
        "evidence toll-free",
        "source courier",
        "source gazette",
    ]
    assert "claim toll-free disputed" in lines
    written = (root / "content/changes.yaml").read_text()
    assert "  why: \"First edition: one 'claim' is disputed.\"" in written
    assert findings(root, "--strict") == (0, [])


def test_an_edition_in_which_nothing_changed_is_refused(root: Path) -> None:
    lock(root, "First.")
    files = ("content/briefing.lock", "content/changes.yaml")
    before = [(root / name).read_bytes() for name in files]
    again = lock(root, "Second.")
    assert (again.exit_code, again.stderr) == (
        1, "nothing recorded: nothing changed since the last edition\n",
    )  # fmt: skip
    assert [(root / name).read_bytes() for name in files] == before


def test_other_evidence_is_history_though_no_verdict_moves(root: Path) -> None:
    lock(root, "First.")
    claims = root / "content/claims/cost.yaml"
    text = claims.read_text()
    claims.write_text(text.replace("    quotes:\n", "    scope: all lanes\n    quotes:\n", 1))
    changed = lock(root, "Second.")
    assert "0 moved, 0 gone, 1 with changed evidence" in changed.stderr
    assert "  evidence:\n    - bridge-cost\n" in (root / "content/changes.yaml").read_text()
    assert findings(root, "--strict") == (0, [])
    run("build", "-f", str(root))
    assert "The evidence of one claim changed." in (root / "site/changes.html").read_text()
    assert (
        "Its evidence changed, its verdict did not"
        in (root / "site/claims/bridge-cost.html").read_text()
    )


@pytest.mark.parametrize(
    "line", ["    note: other\n", "    key: true\n", "    review_by: 2031-01-01\n"]
)
def test_what_is_for_readers_alone_is_no_evidence(line: str, root: Path) -> None:
    lock(root, "First.")
    claims = root / "content/claims/cost.yaml"
    claims.write_text(claims.read_text().replace("    quotes:\n", f"{line}    quotes:\n", 1))
    assert lock(root, "Second.").exit_code == 1


def test_a_lock_of_an_older_version_has_no_evidence_to_compare(root: Path) -> None:
    lock(root, "First.")
    file = root / "content/briefing.lock"
    lines = file.read_text().splitlines(keepends=True)
    file.write_text("".join(line for line in lines if not line.startswith("evidence ")))
    changes = root / "content/changes.yaml"
    kept = [
        line for line in changes.read_text().splitlines(keepends=True) if "  lock: " not in line
    ]
    changes.write_text("".join(kept))
    claims = root / "content/claims/cost.yaml"
    claims.write_text(
        claims.read_text().replace("    quotes:\n", "    scope: all\n    quotes:\n", 1)
    )
    assert "nothing changed" in lock(root, "Second.").stderr


def test_changed_bytes_are_a_warning_while_every_quote_stands(root: Path) -> None:
    lock(root, "First.")
    article = root / "seeds/gazette.txt"
    article.write_text(article.read_text().replace("Friday", "Monday"))
    warning = ("warning", "source-changed", "content/sources.yaml", 3)
    assert findings(root) == (0, [warning])
    assert findings(root, "--strict")[0] == 1


def test_changed_bytes_are_an_error_where_a_quote_is_gone(root: Path) -> None:
    lock(root, "First.")
    article = root / "seeds/gazette.txt"
    article.write_text(article.read_text().replace("€40 million", "€41 million"))
    assert findings(root) == (1, [("error", "quote-not-found", "content/claims/cost.yaml", 8)])


def test_a_verdict_that_moved_is_a_note_that_strict_does_not_raise(root: Path) -> None:
    lock(root, "First.")
    claims = root / "content/claims/cost.yaml"
    kept, _, _ = claims.read_text().partition("    against:")
    claims.write_text(kept)
    topic = root / "content/topics/cost.md"
    topic.write_text(topic.read_text().replace("; @toll-free/courier", ""))
    moved = ("note", "verdict-moved", "content/claims/cost.yaml", 10)
    assert findings(root, "--strict") == (0, [moved])
    lock(root, "The courier withdrew.")
    assert (
        "    toll-free: {before: disputed, after: unsupported}"
        in (root / "content/changes.yaml").read_text()
    )
    assert findings(root) == (0, [])
    assert run("build", "-f", str(root)).exit_code == 0
    page = (root / "site/changes.html").read_text()
    assert page.index("The courier withdrew.") < page.index("First.")
    assert "from disputed to unsupported" in page


def test_a_verdict_is_not_said_to_move_while_its_file_has_an_error(root: Path) -> None:
    lock(root, "First.")
    claims = root / "content/claims/cost.yaml"
    claims.write_text(claims.read_text().replace("      - courier: ", "      - courier ", 1))
    assert {code for _, code, _, _ in findings(root)[1]} == {"bad-value"}


def test_claims_that_go_are_listed_as_withdrawn(root: Path) -> None:
    lock(root, "First.")
    claims = root / "content/claims/cost.yaml"
    kept, _, _ = claims.read_text().partition("  toll-free:")
    claims.write_text(kept)
    (root / "content/topics/cost.md").write_text("Nothing is said.\n")
    lock(root, "Narrower.")
    assert "  removed:\n    - toll-free\n" in (root / "content/changes.yaml").read_text()


@pytest.mark.parametrize(
    "why",
    [
        'a "b" \\ c: #d',
        "two\nlines\tand more",
        "del\x7f c1 \x85\x9b",
        "a\u2028\u2029\ufeff\ufffe\xa0b",
        "😀",
    ],
)
def test_any_reason_is_read_back_as_it_was_given(root: Path, why: str) -> None:
    lock(root, why)
    changes, found = read_changes((root / "content/changes.yaml").read_text())
    assert ([one.why for one in changes], found) == ([why], ())
    assert findings(root) == (0, [])


@pytest.mark.parametrize("why", ["", " \n", "\udcff"])
def test_a_reason_says_something(root: Path, why: str) -> None:
    assert lock(root, why).exit_code == 2
    assert not (root / "content/changes.yaml").exists()


def test_nothing_is_recorded_while_an_error_stands(root: Path) -> None:
    article = root / "seeds/gazette.txt"
    article.write_text("Something else.")
    result = lock(root, "First.")
    assert result.exit_code == 1
    assert not (root / "content/briefing.lock").exists()


@pytest.mark.parametrize(
    ("file", "text", "code", "line"),
    [
        ("content/briefing.lock", "claim bridge-cost maybe\n", "lock-broken", 1),
        ("content/briefing.lock", "claim a disputed\n\nclaim a disputed\n", "lock-broken", 3),
        ("content/changes.yaml", "none\n", "bad-value", 1),
        ("content/changes.yaml", "- date: 2031-05-06\n", "missing-key", 1),
        ("content/changes.yaml", "- date: May\n  why: x\n", "bad-date", 1),
        ("content/changes.yaml", "date: 2031-05-06\n", "bad-value", 1),
    ],
)
def test_broken_records_are_told(root: Path, file: str, text: str, code: str, line: int) -> None:
    (root / file).write_text(text)
    assert findings(root) == (1, [("error", code, file, line)])


def test_each_edition_names_its_lock_and_a_check_tells_when_it_has_another(root: Path) -> None:
    lock(root, "First.")
    lock_file, changes = root / "content/briefing.lock", root / "content/changes.yaml"
    first, editions = lock_file.read_text(), changes.read_text()
    claims = root / "content/claims/cost.yaml"
    kept, _, _ = claims.read_text().partition("  toll-free:")
    claims.write_text(kept)
    (root / "content/topics/cost.md").write_text("Nothing is said.\n")
    lock(root, "Narrower.")
    second = lock_file.read_text()
    broken = ("error", "lock-broken", "content/briefing.lock", 1)
    changes.write_text(editions)  # the new lock beside the old editions
    assert findings(root) == (1, [broken])
    assert lock(root, "Third.").exit_code == 1
    assert changes.read_text() == editions
    lock_file.write_text(first)  # both are old: what went since is recorded
    assert findings(root) == (0, [])
    assert "1 gone" in lock(root, "Narrower.").stderr
    assert lock_file.read_text() == second
    lock_file.unlink()
    assert findings(root) == (1, [("error", "lock-broken", "content/changes.yaml", 1)])
    lock_file.write_text(second.replace("\n", "\r\n"))
    assert findings(root) == (0, [])
    changes.unlink()
    assert findings(root) == (1, [broken])
