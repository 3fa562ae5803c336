"""`briefing new`: a project that builds at once, and entries to fill in."""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.cli.options import config_option
from briefing.cli.terminal import find_root, print_found, say, say_example, say_waiting
from briefing.refusals import printable

if TYPE_CHECKING:
    from briefing.authoring import Kind
    from briefing.load import Installed


_KINDS: dict[str, Kind] = {"source": "source", "claim": "claim", "topic": "topic"}


@click.command(short_help="Make a project, or add a source, claim or topic to one.")
@config_option
@click.argument("what", metavar="DIR|source|claim|topic")
@click.argument("id_", metavar="[ID]", required=False)
@click.option("--topic", help="The topic of a new claim; needed if there are several.")
@click.option("--title", help="The title of a new topic; by default made of its id.")
@click.option(
    "--bare", is_flag=True,
    help="Make a project without the example, or take the example out of the project in DIR.",
)  # fmt: skip
def new(
    config: Path | None,
    what: str,
    id_: str | None,
    topic: str | None,
    title: str | None,
    *,
    bare: bool,
) -> None:
    """Make a project in the folder DIR, or inside a project an entry to fill in.

    A new project is an example that builds, ready for GitHub Pages. `source`, `claim` and `topic` add an
    entry with the ID given, or a free one; a folder of such a name is written ./claim. Nothing is
    overwritten.

    Exit status: 0 made, 1 something is in the way, 2 wrong usage.
    """
    kind = _KINDS.get(what)
    if kind is not None and bare:
        raise click.UsageError("--bare goes with DIR")
    if kind is not None:
        _new_entry(config, kind, id_, topic, title)
    elif id_ is not None or config is not None or topic is not None or title is not None:
        raise click.UsageError(
            "give only DIR for a new project; an entry is a source, claim or topic"
        )
    elif not what.strip():
        raise click.BadParameter("it is empty; write . for this folder", param_hint="'DIR'")
    else:
        folder = Path(what)
        root = Path(os.path.realpath(folder))
        if root.exists() and not root.is_dir():
            raise click.BadParameter(f"{printable(str(folder))} is a file", param_hint="'DIR'")
        if not bare or not (root / "briefing.yaml").exists():
            _new_project(folder, root, bare=bare)
        else:
            _remove_example(folder, root)
        _say_next(folder, root, bare=bare)


def _new_project(folder: Path, root: Path, *, bare: bool) -> None:
    from briefing import authoring, load

    installed = load.read_installed()
    written = authoring.new_project(root, installed, say_waiting)
    if written.found:
        print_found(written.found, root, "text", strict=False)
        sys.exit(1)
    if bare:
        _remove_example(folder, root)
    for place in written.places:
        if (root / place).exists():
            click.echo(printable((folder / place).as_posix()))
    for kept in written.kept:
        say(f"kept {printable((folder / kept).as_posix())}")
    if ".gitignore" in written.kept:
        say("let git ignore the built site: add the line /site/ to .gitignore")
    _say_wheel(folder, installed)


def _remove_example(folder: Path, root: Path) -> None:
    from briefing import authoring

    written = authoring.remove_example(root, say_waiting)
    if written.found:
        print_found(written.found, root, "text", strict=False)
        sys.exit(1)
    places = " ".join(printable((folder / place).as_posix()) for place in written.places)
    say(f"took the example out of {places}")


def _say_next(folder: Path, root: Path, *, bare: bool) -> None:
    go = "" if root == Path.cwd() else f"cd {printable(shlex.quote(str(folder)))} && "
    if bare:
        say(f"next: write title and topics in briefing.yaml, then: {go}briefing add FILE...")
    else:
        say(f"next: {go}briefing serve --open")
        say("then: briefing add FILE... for the articles that you have saved")


def _new_entry(
    config: Path | None, kind: Kind, id_: str | None, topic: str | None, title: str | None
) -> None:
    from briefing import authoring

    root = find_root(config, "text")
    written = authoring.new_entry(root, kind, id_, topic=topic, title=title, waiting=say_waiting)
    if written.found:
        print_found(written.found, root, "text", strict=False)
        sys.exit(1)
    for place in written.places:
        click.echo(printable(place))
    say(f"next: {_NEXT[kind].format(id=written.id)}")
    if kind == "claim":
        say_example(root)


_NEXT = {
    "source": "save the article as seeds/{id}.txt, fill in the entry, then: briefing text {id}",
    "claim": "fill in the claim, then: briefing check, and when that is clean: briefing publish",
    "topic": "briefing new claim --topic {id}",
}


def _say_wheel(folder: Path, installed: Installed) -> None:
    """Say how to get the wheel that the workflow installs, if there was none to copy."""
    if installed.missing is None:
        return
    wheels = shlex.quote((folder / installed.folder).as_posix())
    origin = shlex.quote(installed.missing)
    say("to publish with GitHub Actions, put this program's wheel into the project:")
    say(f"  python3 -m pip wheel --no-deps -w {printable(wheels)} {printable(origin)}")
