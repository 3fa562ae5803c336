"""`briefing build`: the site."""

from __future__ import annotations

import sys
import time
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.cli.options import config_option, strict_option
from briefing.cli.progress import working
from briefing.cli.terminal import (
    counted,
    echo_painted,
    find_root,
    painted,
    rarely_collected,
    say_waiting,
    secret,
    shown,
)

if TYPE_CHECKING:
    from briefing.untouched import Run, Told


@click.command(short_help="Check everything and publish the site.")
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
    from briefing.file_names import SITE
    from briefing.untouched import Run

    root = find_root(config, "text")
    out = output if output is not None else root / SITE
    key = secret()
    run = Run(root, out, key, time.time_ns(), strict=strict)
    told = run.told()
    if told is None:
        with rarely_collected():
            told, written, removed = _built(run, root, out, key, strict=strict)
    else:
        written = removed = 0
        _print_found(told)
    click.echo(f"{shown(out)}: {told.files} files, {written} written, {removed} removed", err=True)


def _built(
    run: Run, root: Path, out: Path, key: bytes | None, *, strict: bool
) -> tuple[Told, int, int]:
    """Build the site; return what to say next time, and how many files were written and removed."""
    from briefing import pipeline
    from briefing.untouched import Told

    with working("checking and building"):
        built = pipeline.build(root, out, strict=strict, waiting=say_waiting, secret=key)
    found, done = built.examined.found, built.published
    said = (painted(found, root), counted(found, strict=strict)) if found else ("", "")
    told = Told(*said, files=done.written + done.kept if done else 0)
    _print_found(told)
    if done is None:
        click.echo("nothing published", err=True)
        sys.exit(2 if built.examined.unconfigured else 1)
    run.tell(told, built.examined.looked_at, done.stamps)
    return told, done.written, done.removed


def _print_found(told: Told) -> None:
    if told.found:
        echo_painted(told.found)
        click.echo(told.counted, err=True)
