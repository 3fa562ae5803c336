"""`briefing new DIR`: a project that builds at once, over nothing that was there."""

from __future__ import annotations

import errno
import json
import os
import re
from importlib import metadata
from itertools import count
from pathlib import Path

import pytest
import yaml
from click.testing import CliRunner, Result

from briefing import authoring, load, publish
from briefing.cli import main
from briefing.load import Installed
from briefing.load.claims import read_claims
from briefing.load.sources import read_sources
from tests.publish.conftest import disk_patched

INDEX = Installed("briefing[pdf,search]==1.2.3")
EXPECTED = {
    "bridge-cost": "corroborated",
    "bridge-traffic": "disputed",
    "state-pays": "unsupported",
}


def run(*arguments: str | Path) -> Result:
    return CliRunner().invoke(main, [str(one) for one in arguments], catch_exceptions=False)


def files(root: Path) -> dict[str, bytes]:
    return {
        path.relative_to(root).as_posix(): path.read_bytes()
        for path in root.rglob("*")
        if path.is_file() and path.parent.name != ".briefing"
    }


def test_a_new_project_builds_at_once_with_a_claim_of_each_verdict(tmp_path: Path) -> None:
    root = tmp_path / "deep" / "harbour"
    printed = run("new", root)
    assert printed.exit_code == 0
    shown = printed.stdout.splitlines()
    assert shown == [f"{root.as_posix()}/{path}" for path in dict.fromkeys(authored(root))]
    assert printed.stderr.splitlines()[-2] == f"next: cd {root} && briefing serve --open"
    assert run("build", "--strict", "-f", root).exit_code == 0
    claims = json.loads((root / "site/data/briefing.json").read_text("utf-8"))["claims"]
    assert {claim["id"]: claim["verdict"] for claim in claims} == EXPECTED


def authored(root: Path) -> list[str]:
    """List the files of a new project as they are shown: what authors edit comes first."""
    paths = (path for path in files(root) if not path.startswith("site/"))
    return sorted(paths, key=lambda path: (path.startswith("."), path.startswith("schemas/"), path))


def test_the_front_page_begins_with_an_answer_of_one_sentence_and_then_findings() -> None:
    texts = load.read_starter("x")
    for narrative in ("content/index.md", "content/topics/bridge.md"):
        answer, findings, *_ = texts[narrative].split("\n\n")
        assert answer.count(". ") == 0
        assert findings.startswith("- ")


def test_an_editor_finds_the_schema_that_each_file_names() -> None:
    texts = load.read_starter("x")
    named = {
        path: text.split("$schema=")[1].split("\n")[0]
        for path, text in texts.items()
        if path.endswith(".yaml")
    }
    assert len(named) == 4
    for path, schema in named.items():
        assert os.path.normpath(Path(path).parent / schema) in texts, path
        assert texts[path].split("\n")[1] == f"# $schema: {schema}"


def test_the_snippets_of_an_editor_make_entries_that_are_read() -> None:
    texts = load.read_starter("x")
    snippets = json.loads(texts[".vscode/briefing.code-snippets"])

    def typed(name: str) -> str:
        lines = "\n".join(snippets[name]["body"]).replace("$0", "")
        lines = re.sub(r"\$\{\d+\|(\w+)[^}]*\}", r"\1", lines)
        return re.sub(r"\$\{\d+:([^}]*)\}", r"\1", lines)

    assert read_sources(typed("A source"), "excerpts")[2] == ()
    for claim in ("A claim with a figure", "A claim without a figure"):
        text = f"topic: x\nclaims:\n{typed(claim)}"
        assert read_claims(text, "x.yaml", {}).found == (), claim
        longer = typed("A quote in the long form").replace("value", "2031")
        assert read_claims(text.rstrip() + f"\n{longer}", "x.yaml", {}).found == ()
    assert len(snippets) == 4


def test_nothing_is_overwritten(tmp_path: Path) -> None:
    root = tmp_path / "p"
    (root / "content").mkdir(parents=True)
    (root / "content/index.md").write_text("Mine.\n")
    before = files(root)
    printed = run("new", root)
    assert printed.exit_code == 1
    assert printed.stdout.startswith(
        "content/index.md:1:1: error[edits-refused]: content/index.md already exists; nothing was"
    )
    assert "= help: choose another folder: `briefing new DIR`" in printed.stdout
    assert files(root) == before


def test_a_project_is_not_made_twice(tmp_path: Path) -> None:
    authoring.new_project(tmp_path, INDEX)
    (tmp_path / "content/index.md").write_text("Mine.\n")
    before = files(tmp_path)
    printed = run("new", tmp_path)
    assert printed.exit_code == 1
    assert (
        "briefing.yaml:1:1: error[edits-refused]: this folder is already a project"
        in printed.stdout
    )
    assert files(tmp_path) == before


def test_a_file_is_no_folder_for_a_project(tmp_path: Path) -> None:
    (tmp_path / "notes").write_text("Mine.\n")
    refused = run("new", str(tmp_path / "notes"))
    assert (refused.exit_code, "notes is a file\n" in refused.stderr) == (2, True)


def test_what_a_fresh_repository_holds_is_kept(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".gitignore").write_text("*.bak\n")
    (tmp_path / "README.md").write_text("Mine.\n")
    monkeypatch.chdir(tmp_path)
    printed = run("new", ".")
    assert printed.exit_code == 0
    assert (tmp_path / ".gitignore").read_text() == "*.bak\n"
    assert "kept .gitignore\n" in printed.stderr
    assert "add the line /site/ to .gitignore\n" in printed.stderr
    assert printed.stderr.endswith(
        "next: briefing serve --open\n"
        "then: briefing add FILE... for the articles that you have saved\n"
    )


def test_the_workflow_installs_what_the_project_was_made_with(tmp_path: Path) -> None:
    wheel = Installed("./wheels/b.whl[pdf]", wheel=("wheels/b.whl", b"PK\xff"))
    for installed in (INDEX, wheel):
        root = tmp_path / str(installed is INDEX)
        authoring.new_project(root, installed)
        workflow = yaml.safe_load((root / ".github/workflows/pages.yml").read_text())
        runs = [step["run"] for step in workflow["jobs"]["build"]["steps"] if "run" in step]
        assert runs == [
            f'python3 -m pip install "{installed.requirement}"',
            "briefing check --strict --format github",
            "briefing build --strict",
        ]
    assert (tmp_path / "False/wheels/b.whl").read_bytes() == b"PK\xff"


@pytest.mark.parametrize(
    ("recorded", "requirement", "missing"),
    [
        (None, "briefing[pdf,search]==0.0.7", False),
        (
            '{"url": "https://example.org/b", "vcs_info": {"vcs": "git", "commit_id": "abc"}}',
            "briefing[pdf,search] @ git+https://example.org/b@abc",
            False,
        ),
        (
            '{"url": "https://example.org/b.whl", "archive_info": {}}',
            "briefing[pdf,search] @ https://example.org/b.whl",
            False,
        ),
        (
            '{"url": "file:///a%20b/c", "dir_info": {}}',
            "./wheels/briefing-0.0.7-py3-none-any.whl[pdf,search]",
            True,
        ),
    ],
)
def test_a_name_is_taken_from_an_index_only_where_this_program_came_from_one(
    recorded: str | None, requirement: str, missing: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    class Recorded:
        def read_text(self, _name: str) -> str | None:
            return recorded

    monkeypatch.setattr(metadata, "distribution", lambda _name: Recorded())
    monkeypatch.setattr("briefing.load.installed.__version__", "0.0.7")
    installed = load.read_installed()
    assert installed.requirement == requirement
    assert (installed.missing is not None) == missing
    if missing:
        assert installed.missing == str(Path("/a b/c"))


def test_a_wheel_in_a_file_is_copied(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    wheel = tmp_path / "briefing-9-py3-none-any.whl"
    wheel.write_bytes(b"PK")

    class Recorded:
        def read_text(self, _name: str) -> str:
            return json.dumps({"url": wheel.as_uri(), "archive_info": {}})

    monkeypatch.setattr(metadata, "distribution", lambda _name: Recorded())
    assert load.read_installed() == Installed(
        "./wheels/briefing-9-py3-none-any.whl[pdf,search]",
        wheel=("wheels/briefing-9-py3-none-any.whl", b"PK"),
    )


@pytest.mark.slow
def test_a_kill_at_any_call_leaves_nothing_or_a_project_that_the_next_command_completes(
    tmp_path: Path,
) -> None:
    whole = {name: text.encode() for name, text in load.read_starter(INDEX.requirement).items()}
    with disk_patched() as disk:
        for at in count(1):
            root = tmp_path / str(at)
            killed = disk.kills(at, lambda root=root: authoring.new_project(root, INDEX))  # type: ignore[misc]
            if root.exists():
                publish.mend(root)
            assert not root.exists() or files(root) in ({}, whole), at
            again = authoring.new_project(root, INDEX)
            assert not killed or not again.found or files(root) == whole
            assert files(root) == whole
            if not killed:
                return


@pytest.mark.parametrize("command", ["check", "build", "coverage", "serve", "text x", "lock -m x"])
def test_a_folder_without_a_project_is_told_what_to_type(
    command: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / ".git").mkdir()
    monkeypatch.chdir(tmp_path)
    printed = run(*command.split())
    assert printed.exit_code == 2
    assert printed.stderr == (
        "briefing.yaml:1:1: error[file-missing]: no briefing.yaml in this folder or above\n"
        "   = help: type `briefing new .` to make a project in this folder, or `briefing new DIR`\n\n"
    )


def test_a_place_that_takes_no_project_is_named_in_full(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "file").write_text("x")
    printed = run("new", tmp_path / "file" / "inside")
    assert (
        f"cannot write {tmp_path}/file/inside: part of the path is not a folder" in printed.stdout
    )
    assert "it is empty; write . for this folder" in run("new", "").stderr

    def refuse(path: Path, *_: object, **__: object) -> None:  # as /proc does
        raise FileNotFoundError(errno.ENOENT, "", os.fspath(path))

    monkeypatch.setattr(Path, "mkdir", refuse)
    printed = run("new", tmp_path)
    assert f"cannot write {tmp_path}: no file can be made there" in printed.stdout


@pytest.mark.parametrize("second", ["content/claims/bridge.yaml", "content/claims/more.yaml"])
def test_an_id_given_twice_is_told_once(tmp_path: Path, second: str) -> None:
    run("new", tmp_path)
    claims = tmp_path / "content/claims/bridge.yaml"
    text = claims.read_text("utf-8")
    head, last = text[: text.index("  bridge-cost:")], text[text.index("  state-pays:") :]
    claims.write_text(text.replace(last, ""), "utf-8")
    again = last.replace("state-pays:", "bridge-cost:")
    with (tmp_path / second).open("a", encoding="utf-8") as file:
        file.write(again if second == "content/claims/bridge.yaml" else head + again)
    printed = run("check", "-f", tmp_path)
    assert printed.stdout.count("error[") == 1
    assert "error[duplicate-" in printed.stdout


def test_the_example_is_taken_out_in_one_go_and_the_authors_entries_stay(tmp_path: Path) -> None:
    run("new", tmp_path)
    article = tmp_path / "seeds/own.txt"
    article.write_text("The mill in Ulm will hire 12 people this year.\n", "utf-8")
    run("add", "-f", tmp_path, article)
    printed = run("new", "claim", "mill", "-f", tmp_path)
    said = f"the example is still in the site; to take it out: briefing new {tmp_path} --bare"
    assert printed.stderr.splitlines()[-1] == said
    claims = tmp_path / "content/claims/bridge.yaml"
    text = claims.read_text("utf-8")
    claim = (
        "  mill:\n    claim: It will hire 12 people.\n    quotes:\n      - own: hire 12 people\n"
    )
    claims.write_text(text[: text.index("  mill:")] + claim, "utf-8")
    assert run("new", tmp_path, "--bare").exit_code == 0
    assert claims.read_text("utf-8").split("claims:\n")[1].strip("\n") == claim.strip("\n")
    assert not (tmp_path / "seeds/gazette.txt").exists()
    assert run("check", "-f", tmp_path).exit_code == 0
    printed = run("publish", "--zip", tmp_path / "site.zip", "-f", tmp_path)
    assert printed.exit_code == 0
    assert "the example" not in printed.stderr


@pytest.mark.parametrize("change", ["quoted", "edited"])
def test_an_example_that_an_author_works_on_stays(tmp_path: Path, change: str) -> None:
    run("new", tmp_path)
    claims = tmp_path / "content/claims/bridge.yaml"
    text = claims.read_text("utf-8")
    if change == "edited":
        claims.write_text(text.replace("cost 40 million euros.", "cost €40 million."), "utf-8")
    else:
        own = "  own:\n    claim: The state pays.\n    for:\n      - courier: Half of the money\n"
        claims.write_text(text + own, "utf-8")
    before = files(tmp_path)
    printed = run("new", tmp_path, "--bare")
    assert printed.exit_code == 1
    assert "error[edits-refused]" in printed.stdout
    assert files(tmp_path) == before


def test_a_bare_project_has_no_example(tmp_path: Path) -> None:
    printed = run("new", tmp_path / "bare", "--bare")
    assert printed.exit_code == 0
    assert all(Path(path).exists() for path in printed.stdout.splitlines())
    assert "gazette" not in "".join(
        path.read_text("utf-8") for path in (tmp_path / "bare/content").rglob("*.*")
    )
    assert "error[" not in run("check", "-f", tmp_path / "bare").stdout
