"""`briefing coverage`: what no claim covers."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from briefing.cli.completing import source_ids
from briefing.cli.options import config_option
from briefing.cli.progress import working
from briefing.cli.terminal import find_root, line_of, paint, print_found, say_waiting

if TYPE_CHECKING:
    from pathlib import Path

_FIRST = 3
"""How much of what is left of each article is shown where no article is named."""


@click.command(short_help="Show what of each article no claim covers.")
@config_option
@click.option("--summary", is_flag=True, help="Show only how much of each article is covered.")
@click.argument("sources", nargs=-1, shell_complete=source_ids)
def coverage(config: Path | None, sources: tuple[str, ...], *, summary: bool) -> None:
    """Show which figures and sentences of each article no claim covers.

    SOURCES are ids of sources, of which all is shown; without any, the first few of each article.
    Exit status: 0 shown, 1 a source does not exist or cannot be read, 2 wrong usage or an invalid
    briefing.yaml.
    """
    from briefing import pipeline, report

    root = find_root(config, "text")
    with working("reading all articles"):
        examined, held = pipeline.coverage(root, say_waiting)
    if examined.unconfigured:
        print_found(examined.found, root, "text", strict=False)
        sys.exit(2)
    interrupted = tuple(one for one in examined.found if one.code.startswith("edits-"))
    if interrupted:
        print_found(interrupted, root, "text", strict=False)
    wanted = sources or tuple(held)
    shown = {source: held[source] for source in wanted if source in held}
    most = 0 if summary else None if sources else _FIRST
    click.echo(report.accounts(shown, line_of(root), paint, most), nl=False,
               color=click.get_current_context().color)  # fmt: skip
    for source in wanted:
        if source not in held:
            click.echo(f"no article found for the source '{source}'", err=True)
    sys.exit(1 if len(shown) < len(wanted) else 0)
