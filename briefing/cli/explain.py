"""`briefing explain`: why a claim has its verdict, or what a code means."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from briefing.cli.completing import claim_ids
from briefing.cli.options import config_option
from briefing.cli.terminal import find_root, paint, print_found, say_waiting


@click.command()
@config_option
@click.argument("name", shell_complete=claim_ids)
def explain(config: Path | None, name: str) -> None:
    """Explain a verdict, or what a code means.

    NAME is the id of a claim, which is shown with its verdict, each figure as read and each
    comparison; claim/source shows the items of one source. Or it is the code of a finding, a reason
    or a caveat, which needs no project. Exit status: 0 explained, 1 no such name, 2 wrong usage or an
    invalid briefing.yaml.
    """
    from briefing import explaining, load
    from briefing.diagnostics import CODES, did_you_mean

    text = load.about(name) if name in CODES else explaining.rule(name)
    if text is not None:
        click.echo(f"{name}\n{text}")
        return
    from briefing import pipeline

    root = find_root(config, "text")
    examined = pipeline.examine_mended(root, waiting=say_waiting)
    if examined.site is None:
        print_found(examined.found, root, "text", strict=False)
        sys.exit(2)
    written = explaining.claim(examined.site, name, examined.found, paint)
    if written is not None:
        click.echo(written, nl=False, color=click.get_current_context().color)
        return
    if name in examined.site.judged.content.unread:
        click.echo(f"the claim '{name}' could not be read; `briefing check` says why", err=True)
        sys.exit(1)
    id_, _, source = name.partition("/")
    sources = explaining.sources(examined.site, id_)
    if source and sources:
        click.echo(
            f"'{id_}' has no quote from '{source}', only from {', '.join(sources)}", err=True
        )
        sys.exit(1)
    near = did_you_mean(name, (*explaining.names(examined.site), *CODES))
    click.echo(f"no claim or code '{name}'" + (f"; {near}" if near else ""), err=True)
    sys.exit(1)
