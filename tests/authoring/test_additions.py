"""`briefing new source|claim|topic`: an entry to fill in, in a file that otherwise stays as it is."""

from __future__ import annotations

import subprocess
import sys
from itertools import count
from pathlib import Path

import pytest
from click.testing import CliRunner, Result
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing import authoring, load, publish
from briefing.cli import main
from briefing.load import Installed
from tests.authoring.test_projects import files
from tests.publish.conftest import disk_patched

SOURCE = """
harbour:
  file: seeds/harbour.txt       # or .md, .html, .pdf
  title:                      # of the article
  publisher: unknown          # an id of publishers.yaml, or unknown
  author: unknown
  published: unknown          # 2031-05-02, 2031-05, 2031 or unknown
"""
CLAIM = """
  claim-1:
    claim:                      # one statement in your own words
    quotes:                     # for a claim with a figure; otherwise: for, against, mentions
      - courier:  # the exact words of the article
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    authoring.new_project(root, Installed("x"))
    return root


def new(root: Path, *arguments: str) -> Result:
    given = ["new", *arguments, "-f", str(root)]
    return CliRunner().invoke(main, given, catch_exceptions=False)


def check(root: Path) -> str:
    return CliRunner().invoke(main, ["check", "-f", str(root)], catch_exceptions=False).stdout


def changed(root: Path, before: dict[str, bytes]) -> dict[str, str]:
    return {name: data.decode() for name, data in files(root).items() if before.get(name) != data}


def test_a_source(root: Path) -> None:
    before = files(root)
    printed = new(root, "source", "harbour")
    name = "content/sources.yaml"
    assert changed(root, before) == {name: before[name].decode() + SOURCE}
    assert printed.stdout == "content/sources.yaml:22\n"
    assert printed.stderr == (
        "next: save the article as seeds/harbour.txt, fill in the entry, then: briefing text harbour\n"
    )


def test_a_claim_gets_a_free_id_and_is_an_error_until_it_says_something(root: Path) -> None:
    before = files(root)
    printed = new(root, "claim")
    name = "content/claims/bridge.yaml"
    assert changed(root, before) == {name: before[name].decode() + CLAIM}
    assert printed.stdout == f"{name}:28\n"
    assert printed.stderr == (
        "next: fill in the claim, then: briefing check, and when that is clean: briefing publish\n"
        f"the example is still in the site; to take it out: briefing new {root} --bare\n"
    )
    assert f"{name}:29:11: error[bad-value]: has no value; it must be text" in check(root)
    new(root, "claim")
    assert "\n  claim-2:\n" in (root / name).read_text("utf-8")


def test_a_topic_gets_a_page_and_a_file_for_its_claims(root: Path) -> None:
    before = files(root)
    printed = new(root, "topic", "harbour-fees", "--title", "Fees: who pays")
    found = changed(root, before)
    assert sorted(found) == [
        "briefing.yaml", "content/claims/harbour-fees.yaml", "content/topics/harbour-fees.md",
    ]  # fmt: skip
    topic = "  - id: harbour-fees\n    title: 'Fees: who pays'\n"
    assert found["briefing.yaml"].replace(topic, "") == before["briefing.yaml"].decode()
    assert printed.stdout.startswith("briefing.yaml:8\n")
    assert printed.stderr == "next: briefing new claim --topic harbour-fees\n"
    assert "error" not in check(root)
    before = files(root)
    new(root, "claim", "fee", "--topic", "harbour-fees")
    assert list(changed(root, before)) == ["content/claims/harbour-fees.yaml"]


def test_a_topic_without_claims_gets_its_file_with_the_first_one(root: Path) -> None:
    new(root, "topic", "fees")
    (root / "content/claims/fees.yaml").unlink()
    new(root, "claim", "--topic", "fees")
    lines = (root / "content/claims/fees.yaml").read_text("utf-8").split("\n")
    assert lines[0] == "# yaml-language-server: $schema=../../schemas/claims.schema.json"
    assert lines[2:5] == ["topic: fees", "claims:", "  claim-1:"]


@pytest.mark.parametrize(
    ("arguments", "expected", "hint"),
    [
        ("source gazette", "content/sources.yaml:4:1: error[duplicate-id]: the source 'gazette' already exists", ""),
        ("claim bridge-cost", "content/claims/bridge.yaml:7:3: error[duplicate-id]: the claim 'bridge-cost' already exists", ""),
        ("topic bridge", "briefing.yaml:6:5: error[duplicate-id]: the topic 'bridge' already exists", ""),
        ("source A_b", "content/sources.yaml:1:1: error[bad-id]: the id 'A_b' is not", "write 'a-b'"),
        ("claim x --topic y", "briefing.yaml:1:1: error[unknown-topic]: there is no topic 'y'",
         "the topics are: bridge"),
    ],
)  # fmt: skip
def test_what_cannot_be_added_is_told_and_nothing_is_written(
    arguments: str, expected: str, hint: str, root: Path
) -> None:
    before = files(root)
    printed = new(root, *arguments.split())
    assert printed.exit_code == 1
    assert expected in printed.stdout
    assert hint in printed.stdout
    assert files(root) == before


def test_of_several_topics_one_must_be_named(root: Path) -> None:
    new(root, "topic", "fees")
    before = files(root)
    printed = new(root, "claim")
    assert "error[unknown-topic]: which topic?" in printed.stdout
    assert "= help: write --topic bridge, or another of: fees" in printed.stdout
    assert files(root) == before


def test_a_file_in_one_line_is_left_alone(root: Path) -> None:
    config = root / "briefing.yaml"
    config.write_text("title: T\ntopics: [{id: bridge, title: B}]\n")
    before = files(root)
    printed = new(root, "topic", "fees")
    assert "error[edits-refused]: cannot add an entry to briefing.yaml without" in printed.stdout
    assert "= help: add it yourself:  - id: fees" in printed.stdout
    assert files(root) == before


def test_a_folder_takes_no_options(root: Path) -> None:
    printed = CliRunner().invoke(main, ["new", str(root / "x"), "--topic", "y"])
    assert printed.exit_code == 2
    assert "give only DIR for a new project; an entry is a source, claim or topic" in printed.stderr


@pytest.mark.slow
def test_of_many_commands_at_once_each_adds_its_own(root: Path, tmp_path: Path) -> None:
    begun = []
    for number in range(4):
        page = tmp_path / f"saved{number}.txt"
        page.write_text(
            f"Story {number}\n\nThe harbour of port {number} was closed on Monday, they said.\n"
        )
        for arguments in (("new", "claim", f"c{number}"), ("add", str(page))):
            command = (sys.executable, "-m", "briefing", *arguments, "-f", str(root))
            begun.append(
                subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
            )
    assert [one.wait(60) for one in begun] == [0] * 8
    held = load.load(root)
    assert held.content is not None
    assert {f"c{number}" for number in range(4)} <= held.content.unread
    assert {f"saved{number}" for number in range(4)} <= set(held.content.sources)


def test_a_kill_at_any_call_leaves_the_old_files_or_the_new(tmp_path: Path) -> None:
    whole: dict[str, bytes] = {}
    with disk_patched() as disk:
        for at in count(1):
            root = tmp_path / str(at)
            authoring.new_project(root, Installed("x"))
            old = files(root)
            killed = disk.kills(
                at,
                lambda root=root: authoring.new_entry(root, "topic", "fees"),  # type: ignore[misc]
            )
            publish.mend(root)
            found = files(root)
            if found != old:
                whole = whole or found
                assert found == whole, at
            if not killed:
                assert len(found) == len(old) + 2
                return


@settings(max_examples=40, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    name=st.sampled_from(
        [
            "briefing.yaml",
            "content/sources.yaml",
            "content/publishers.yaml",
            "content/claims/bridge.yaml",
        ]
    ),
    cut=st.integers(0, 2_000),
    gone=st.sampled_from([0, 1, 3, 30]),
    piece=st.sampled_from(["", "\n", "  ", ": ", "'", "{", "- ", "\r\n", "é"]),
)
def test_whatever_an_author_wrote_no_line_of_it_is_lost(
    name: str, cut: int, gone: int, piece: str, tmp_path_factory: pytest.TempPathFactory
) -> None:
    root = tmp_path_factory.mktemp("broken")
    authoring.new_project(root, Installed("x"))
    page = root / "page.html"
    page.write_text("<title>A page</title><p>The ferry will run at night, the operator said.</p>")
    text = (root / name).read_text("utf-8")
    cut %= len(text)
    (root / name).write_text(text[:cut] + piece + text[cut + gone :], "utf-8", newline="")
    before = files(root)
    authoring.new_entry(root, "topic", "fees")
    authoring.new_entry(root, "claim", None, topic="bridge")
    authoring.new_entry(root, "source", None)
    authoring.add(root, [page])
    after = files(root)
    for path, data in before.items():
        lines = iter(after[path].decode().splitlines())
        assert all(line in lines for line in data.decode().splitlines() if line.strip()), path
