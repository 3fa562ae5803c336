"""`docs/commands.md` is made of the program's own help, and a shell completes what it lists."""

from __future__ import annotations

import re
from pathlib import Path

import click
import pytest
from click.testing import CliRunner

from briefing.cli import main
from briefing.cli.commands import NAMES

PAGE = Path(__file__).resolve().parent.parent / "docs" / "commands.md"
BEGIN = "<!-- From here on made of the program's help: tests/test_commands.py --update -->\n"


def paragraphs(help_: str) -> str:
    """Join the lines of each paragraph of a help text."""
    parts = re.split(r"\n\s*\n", help_.strip())
    return "\n\n".join(" ".join(part.split()) for part in parts)


def described(name: str) -> str:
    assert isinstance(main, click.Group)
    above = main.make_context("briefing", [name])
    command = main.get_command(above, name)
    assert command is not None
    context = click.Context(command, info_name=name, parent=above)
    usage = " ".join(command.get_usage(context).removeprefix("Usage: ").split())
    rows = [
        record
        for parameter in command.get_params(context)
        if (record := parameter.get_help_record(context)) is not None and record[1]
    ]
    options = "".join(f"| `{cell(flags)}` | {cell(text)} |\n" for flags, text in rows)
    return (
        f"\n## briefing {name}\n\n```text\n{usage}\n```\n\n{paragraphs(command.help or '')}\n\n"
        f"| option | |\n|---|---|\n{options}"
    )


def cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def test_the_page_of_the_commands_is_current(update: bool) -> None:
    head = PAGE.read_text("utf-8").partition(BEGIN)[0]
    made = head + BEGIN + "".join(map(described, NAMES))
    if update:
        PAGE.write_text(made, "utf-8")
    assert PAGE.read_text("utf-8") == made


@pytest.mark.parametrize("shell", ["bash", "zsh", "fish"])
def test_a_shell_gets_the_script_that_the_page_names(shell: str) -> None:
    assert f"_BRIEFING_COMPLETE={shell}_source briefing" in PAGE.read_text("utf-8")
    environment = {"_BRIEFING_COMPLETE": f"{shell}_source"}
    printed = CliRunner().invoke(main, [], env=environment, prog_name="briefing")
    assert printed.exit_code == 0
    assert f"_BRIEFING_COMPLETE={shell}_complete" in printed.stdout


def completed(words: str) -> str:
    """Give what a shell is told when Tab is pressed behind some words."""
    environment = {
        "_BRIEFING_COMPLETE": "bash_complete",
        "COMP_WORDS": words,
        "COMP_CWORD": str(words.count(" ")),
    }
    return CliRunner().invoke(main, [], env=environment, prog_name="briefing").stdout


@pytest.mark.parametrize(
    ("words", "expected"), [("briefing ne", "new"), ("briefing check --str", "--strict")]
)
def test_a_shell_completes_commands_and_options(words: str, expected: str) -> None:
    assert f"plain,{expected}\n" in completed(words)


@pytest.mark.parametrize(
    ("words", "ids"),
    [
        ("explain -f SITE to", ["toll-free"]),
        ("suggest -f SITE/briefing.yaml v", ["visitors", "vote"]),
        ("coverage -f SITE ga", ["gazette"]),
        ("text -f SITE co", ["courier"]),
        ("explain -f SITE nothing-such", []),
        ("explain -f SITE/nowhere t", []),
    ],
)
def test_a_shell_completes_ids(words: str, ids: list[str]) -> None:
    site = Path(__file__).parent / "sites/parts"
    told = completed(f"briefing {words.replace('SITE', str(site))}")
    assert told.split() == [f"plain,{id_}" for id_ in ids]


def test_a_shell_is_told_nothing_where_there_is_no_project(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    assert completed("briefing explain a").strip() == ""
