"""`briefing text`: what is read of an article."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from briefing.cli.completing import source_ids
from briefing.cli.options import config_option
from briefing.cli.terminal import find_article, line_of, paint

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@config_option
@click.argument("article", shell_complete=source_ids)
@click.option("--figures", is_flag=True, help="List the numbers of the body and how they are read.")
@click.option(
    "--format", "style", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help="The format on standard output.",
)  # fmt: skip
def text(config: Path | None, article: str, *, figures: bool, style: str) -> None:
    """Show what is read of an article.

    ARTICLE is the id of a source, or a file, which needs no project. Lines outside the body begin with
    a hyphen. Exit status: 0 shown, 1 it does not exist or cannot be read, 2 wrong usage.
    """
    from briefing import reading, report

    root, name = find_article(config, article)
    held, found = reading.read(root, name)
    if found:
        click.echo(report.text(found, line_of(root), paint), nl=False, err=True)
    if held is None:
        sys.exit(1)
    if style == "json":
        click.echo(reading.as_json(held), nl=False)
    else:
        shown = reading.numbers_as_text(held) if figures else reading.as_text(held)
        click.echo("\n".join(map(report.inert, shown.split("\n"))), nl=False)
