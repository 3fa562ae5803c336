"""Which commands there are; each is imported when it is asked for, so that a command imports no other."""

from __future__ import annotations

import contextlib
import io
import sys
from importlib import import_module
from typing import TYPE_CHECKING

import click

from briefing.refusals import printable, reason

if TYPE_CHECKING:
    from typing import Any

NAMES = (
    "new",
    "add",
    "check",
    "explain",
    "suggest",
    "build",
    "publish",
    "serve",
    "text",
    "coverage",
    "diff",
    "lock",
    "doctor",
)
"""In the order of the help; each is a module beside this one, and the command in it."""


class Commands(click.Group):
    """The commands; what the operating system refuses ends them with a sentence and status 2."""

    def main(self, *arguments: Any, **named: Any) -> Any:  # noqa: ANN401 (as click has it)
        """Run a command, see `click.Command.main`; what a terminal cannot show is shown as escapes."""
        for stream in (sys.stdout, sys.stderr):
            if isinstance(stream, io.TextIOWrapper):
                stream.reconfigure(errors="backslashreplace")
        try:
            return super().main(*arguments, **named)
        except OSError as error:
            what = (
                f"{printable(error.filename)}: " if error.filename else "cannot write the output: "
            )
            # A full disk refuses this too. Closed, the streams are not written to once more at exit.
            with contextlib.suppress(OSError):
                click.echo(f"Error: {what}{reason(error)}", err=True)
            for stream in () if error.filename else (sys.stdout, sys.stderr):
                with contextlib.suppress(OSError):
                    stream.close()
            sys.exit(2)

    def list_commands(self, _context: click.Context) -> list[str]:
        """Name all commands."""
        return list(NAMES)

    def get_command(self, _context: click.Context, name: str) -> click.Command | None:
        """Import a command; None if no command has that name."""
        if name not in NAMES:
            return None
        command: click.Command = getattr(import_module(f"briefing.cli.{name}"), name)
        return command
