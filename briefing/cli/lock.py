"""`briefing lock`: record an edition."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from briefing.cli.options import config_option
from briefing.cli.progress import working
from briefing.cli.terminal import find_root, print_found, say_waiting

if TYPE_CHECKING:
    from pathlib import Path


@click.command(short_help="Record an edition: what it says, what changed, and why.")
@config_option
@click.option(
    "-m", "--message", "why", required=True, callback=lambda *given: _message(given[-1]),
    help="Why you record this edition.",
)  # fmt: skip
def lock(config: Path | None, why: str) -> None:
    """Record an edition: the current sources and verdicts, what changed, and why.

    Exit status: 0 recorded, 1 errors found or nothing changed, 2 wrong usage or an invalid briefing.yaml.
    """
    from datetime import UTC, datetime

    from briefing import recording

    root = find_root(config, "text")
    today = datetime.now(tz=UTC).date().isoformat()
    with working("checking"):
        recorded = recording.lock(root, why=why, on=today, waiting=say_waiting)
    change = recorded.change
    if change is None:
        print_found(recorded.examined.found, root, "text", strict=False)
        click.echo("nothing recorded", err=True)
        sys.exit(2 if recorded.examined.unconfigured else 1)
    site = recorded.examined.site
    if change.is_empty and site is not None and site.judged.content.history.changes:
        click.echo("nothing recorded: nothing changed since the last edition", err=True)
        sys.exit(1)
    click.echo(
        f"recorded: claims: {len(change.added)} new, {len(change.moved)} moved, "
        f"{len(change.removed)} gone, {len(change.evidence)} with changed evidence; articles: {len(change.sources_changed)} changed",
        err=True,
    )


def _message(why: str) -> str:
    """Refuse an empty message, or bytes that are not UTF-8."""
    if not why.strip():
        raise click.BadParameter("must not be empty")
    if not why.isprintable() and any("\ud800" <= char <= "\udfff" for char in why):
        raise click.BadParameter("must be UTF-8")
    return why
