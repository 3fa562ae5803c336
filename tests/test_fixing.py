"""`check --fix` mends what has one right answer, by position, and keeps only what makes it better."""

from __future__ import annotations

from collections.abc import Callable
from itertools import count
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from briefing import fixing, load, pipeline, publish
from briefing.cli import main
from briefing.publish.edits import Held
from tests.conftest import ProjectMaker
from tests.publish.conftest import disk_patched

TEXT = (
    "The Quay will cost €40 million, said the Mayor's office. It is long.\n"
    "Nobody asked. The pier burned down. So they say. The pier burned down. It rained.\n"
    "The tower is old. Some say the tower is old.\n"
    "It grew 35% and then 5.2% more; 1.5 metres, not 15.\n"
)
FILES = {
    "briefing.yaml": "title: T\ntopics: [{id: cost, title: Cost}]\n",
    "content/sources.yaml": "gazette: {title: A, file: a.txt, publisher: gazette}\n",
    "content/publishers.yaml": "gazette: {name: Gazette}\n",
    "content/index.md": "T\n",
    "content/topics/cost.md": "T\n",
    "seeds/a.txt": TEXT,
}
CLAIMS = "content/claims/cost.yaml"
HEAD = "topic: cost # the only one\nclaims:\n  one:\n    claim: It is.\n    for:\n"


def check(root: Path, *options: str) -> Result:
    given = ["check", "-f", str(root), *options]
    return CliRunner().invoke(main, given, catch_exceptions=False)


def fixed(project: ProjectMaker, item: str, ends: str = "\n") -> tuple[str, Result]:
    """Fix a claims file with an item; return the lines of the item afterwards."""
    text = f"{HEAD}{item}\n  # the end\n".replace("\n", ends)
    root = project({**FILES, CLAIMS: text})
    done = check(root, "--fix")
    after = (root / CLAIMS).read_bytes().decode()
    head, tail = HEAD.replace("\n", ends), f"{ends}  # the end{ends}"
    assert after.startswith(head)
    assert after.endswith(tail)
    return after.removeprefix(head).removesuffix(tail), done


@pytest.mark.parametrize(
    ("item", "after"),
    [
        ("      - gazette: the quay will cost €40 million", "      - gazette: The Quay will cost €40 million"),
        (
            "      - gazette: 'said the mayor’s office' # so",
            "      - gazette: 'said the Mayor''s office' # so",
        ),
        (
            '      - {source: gazette, quote: "€40 million said the Mayor\'s office"}',
            '      - {source: gazette, quote: "€40 million, said the Mayor\'s office"}',
        ),
        (
            "      - source: gazette\n        quote: It is long! Nobody asked",
            "      - source: gazette\n        quote: It is long. Nobody asked",
        ),
        ("      - gazette: It is lon", "      - gazette: It is long"),
        ("      - gazette: ong. Nobody as", "      - gazette: long. Nobody asked"),
        (
            "      - gazette: The pier burned down",
            "      - source: gazette\n        quote: The pier burned down\n        prefix: asked.",
        ),
        (
            "      - gazette: 'The pier burned down'   # twice",
            "      - source: gazette\n        quote: 'The pier burned down'   # twice\n        prefix: asked.",
        ),
        (
            "      - quote: The pier burned down\n        source: gazette",
            "      - quote: The pier burned down\n        prefix: asked.\n        source: gazette",
        ),
    ],
)  # fmt: skip
@pytest.mark.parametrize("ends", ["\n", "\r\n"])
def test_one_right_answer_is_written(
    item: str, after: str, ends: str, project: ProjectMaker
) -> None:
    written, done = fixed(project, item, ends)
    assert written == after.replace("\n", ends)
    assert (done.exit_code, done.stderr) == (0, "no findings\n")
    added = [line[1:] for line in done.stdout.splitlines() if line.startswith("+")]
    assert set(after.splitlines()) - set(item.splitlines()) <= {line.rstrip() for line in added}


@pytest.mark.parametrize(
    "item",
    [
        "      - gazette: It grew 5%",
        "      - gazette: It grew 35% and then 52% more",
        "      - gazette: 15 metres",
        "      - gazette: The Quay will cost $40 million",
        "      - gazette: The Quay would cost €40 million",
        "      - gazette: he tower is old",
        "      - gazette: The Quay will cost … the Mayors office",
        "      - gazette: >-\n          the quay will\n          cost €40 million",
        "      - gazette: tower is old",
        "      - {gazette: The pier burned down}",
        "      - nobody: the quay will cost €40 million",
    ],
)
def test_what_may_have_another_answer_stays(item: str, project: ProjectMaker) -> None:
    written, done = fixed(project, item)
    assert written == item
    assert done.exit_code == 1
    assert not any(line.startswith(("+++", "---")) for line in done.stdout.splitlines())


def test_fixes_of_one_file_are_made_together_and_only_those_that_help(
    project: ProjectMaker,
) -> None:
    item = (
        "      - gazette: it is long\n      - gazette: It is long\n"
        "      - gazette: nobody asked\n      - gazette: So they say"
    )
    written, done = fixed(project, item)
    assert written == item.replace("nobody asked", "Nobody asked")
    assert done.exit_code == 1
    assert "quote-not-found" in done.stdout


def test_a_check_says_what_could_be_fixed(project: ProjectMaker) -> None:
    root = project({**FILES, CLAIMS: f"{HEAD}      - gazette: it is long\n"})
    assert check(root).stderr.endswith("1 error (1 can be fixed with --fix)\n")
    assert (root / CLAIMS).read_text() == f"{HEAD}      - gazette: it is long\n"


def test_the_changes_go_to_standard_error_beside_output_for_programs(
    project: ProjectMaker,
) -> None:
    root = project({**FILES, CLAIMS: f"{HEAD}      - gazette: it is long\n"})
    done = check(root, "--fix", "--format", "json")
    assert done.stdout == '{\n "version": 1,\n "diagnostics": []\n}\n'
    assert "+      - gazette: It is long\n" in done.stderr


def test_a_byte_order_mark_stays(project: ProjectMaker) -> None:
    item = f"\ufeff{HEAD}      - gazette: it is long\n"
    root = project({**FILES, CLAIMS: item})
    assert check(root, "--fix").exit_code == 0
    assert (root / CLAIMS).read_bytes().decode() == item.replace("it is", "It is")


def test_a_file_that_changed_meanwhile_is_refused(
    project: ProjectMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    root = project({**FILES, CLAIMS: f"{HEAD}      - gazette: it is long\n"})
    write: Callable[..., object] = Held.write

    def late(self: Held, edits: object) -> object:
        (root / CLAIMS).write_text("topic: cost\nclaims: {}\n")
        return write(self, edits)

    monkeypatch.setattr(Held, "write", late)
    done = check(root, "--fix")
    assert done.exit_code == 1
    assert "error[edits-refused]" in done.stdout
    assert (root / CLAIMS).read_text() == "topic: cost\nclaims: {}\n"


@pytest.mark.slow
def test_a_kill_at_any_call_leaves_the_old_file_or_the_fixed_one(project: ProjectMaker) -> None:
    old = f"{HEAD}      - gazette: it is long\n".encode()
    new = old.replace(b"it is", b"It is")
    root = project({**FILES, CLAIMS: old.decode()})
    with disk_patched() as disk:
        for at in count(1):
            (root / CLAIMS).write_bytes(old)
            killed = disk.kills(at, lambda: check(root, "--fix"))
            publish.mend(root)
            found = (root / CLAIMS).read_bytes()
            assert found in (old, new), at
            if not killed:
                assert found == new
                assert at > 5
                return


def test_a_stale_comment_for_editors_is_told_and_fixed(project: ProjectMaker) -> None:
    comment = "# yaml-language-server: $schema=../schemas/claims.schema.json\n"
    files = {**FILES, CLAIMS: f"{comment}{HEAD}      - gazette: It is long\n"}
    (one,) = pipeline.examine(project(files)).found
    assert (one.code, one.severity, one.at.line, one.at.column) == ("schema-stale", "note", 1, 33)
    assert one.message == "there is no schema at ../schemas/claims.schema.json"
    assert one.hint == "editors check nothing; mend the path"
    root = project({"schemas/claims.schema.json": "{}"})
    assert (
        check(root, "--strict").stdout.count("help: write  ../../schemas/claims.schema.json") == 1
    )
    assert check(root, "--fix").stderr == "no findings\n"
    first = (root / CLAIMS).read_text().splitlines()[0]
    assert first == "# yaml-language-server: $schema=../../schemas/claims.schema.json"


@pytest.mark.parametrize(
    "path",
    ["https://example.org/x.json", "../../../outside.json", "../../schemas/claims.schema.json"],
)
def test_a_schema_that_is_there_or_elsewhere_is_none_of_our_business(
    path: str, project: ProjectMaker
) -> None:
    text = f"# yaml-language-server: $schema={path}\n{HEAD}      - gazette: It is long\n"
    root = project({**FILES, CLAIMS: text, "schemas/claims.schema.json": "{}"})
    assert load.load(root).found == ()


def test_a_project_that_cannot_be_read_is_left_alone(project: ProjectMaker) -> None:
    root = project({**FILES, "briefing.yaml": "title: T\n", CLAIMS: HEAD})
    assert fixing.fix(root).examined.unconfigured
    assert check(root, "--fix").exit_code == 2
