"""`briefing new`: a project that builds at once."""

from __future__ import annotations

import os
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.cli.terminal import print_found, say, say_waiting
from briefing.refusals import printable

if TYPE_CHECKING:
    from briefing.load import Installed


@click.command()
@click.argument("folder", metavar="DIR", type=click.Path(path_type=Path))
def new(folder: Path) -> None:
    """Make a project in the folder DIR: an example that builds, ready for GitHub Pages.

    Nothing is overwritten. Exit status: 0 made, 1 something is in the way, 2 wrong usage.
    """
    from briefing import authoring, load

    installed = load.read_installed()
    root = Path(os.path.realpath(folder))
    written = authoring.new_project(root, installed, say_waiting)
    if written.found:
        print_found(written.found, root, "text", strict=False)
        sys.exit(1)
    for place in written.places:
        click.echo(printable((folder / place).as_posix()))
    for kept in written.kept:
        say(f"kept {printable((folder / kept).as_posix())}")
    if ".gitignore" in written.kept:
        say("let git ignore the built site: add the line /site/ to .gitignore")
    _say_wheel(folder, installed)
    go = "" if root == Path.cwd() else f"cd {printable(shlex.quote(str(folder)))} && "
    say(f"next: {go}briefing serve --open")


def _say_wheel(folder: Path, installed: Installed) -> None:
    """Say how to get the wheel that the workflow installs, if there was none to copy."""
    if installed.missing is None:
        return
    wheels = shlex.quote((folder / installed.folder).as_posix())
    origin = shlex.quote(installed.missing)
    say("to publish with GitHub Actions, put this program's wheel into the project:")
    say(f"  python3 -m pip wheel --no-deps -w {printable(wheels)} {printable(origin)}")
