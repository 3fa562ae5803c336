"""The commands, a module for each; the only package that uses the terminal, the environment and click."""

from __future__ import annotations

import click

from briefing import __version__
from briefing.cli.commands import Commands
from briefing.cli.terminal import colour


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="briefing")
@click.option(
    "--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True,
    help="Colour messages; auto follows NO_COLOR, FORCE_COLOR and the terminal.",
)  # fmt: skip
@click.pass_context
def main(context: click.Context, color: str) -> None:
    """Check an analyst's claims against their sources and publish them as a static site."""
    import logging

    context.color = colour(color)
    # What pypdf grumbles about in a file is no finding; what it cannot read is one.
    logging.getLogger("pypdf").addHandler(logging.NullHandler())
