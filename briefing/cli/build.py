"""`briefing build`: the site."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from briefing.cli.options import config_option, strict_option
from briefing.cli.progress import working
from briefing.cli.terminal import (
    find_root,
    print_found,
    rarely_collected,
    say_waiting,
    secret,
    shown,
)


@click.command()
@config_option
@strict_option
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, file_okay=False),
    help="The output folder; by default site beside briefing.yaml.",
)  # fmt: skip
def build(config: Path | None, *, strict: bool, output: Path | None) -> None:
    """Check everything and publish the site; an error leaves the last good site unchanged.

    Exit status: 0 built, 1 findings, 2 wrong usage or an invalid briefing.yaml.
    """
    from briefing import pipeline

    root = find_root(config, "text")
    out = output if output is not None else root / pipeline.OUTPUT
    with rarely_collected(), working("checking and building"):
        built = pipeline.build(root, out, strict=strict, waiting=say_waiting, secret=secret())
    found = built.examined.found
    if found:
        print_found(found, root, "text", strict=strict)
    if built.published is None:
        click.echo("nothing published", err=True)
        sys.exit(2 if built.examined.unconfigured else 1)
    done = built.published
    click.echo(
        f"{shown(out)}: {done.written + done.kept} files, {done.written} written, "
        f"{done.removed} removed",
        err=True,
    )
