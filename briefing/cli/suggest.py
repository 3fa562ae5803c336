"""`briefing suggest`: what to look at next."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from briefing.cli.completing import claim_ids
from briefing.cli.options import config_option
from briefing.cli.progress import working
from briefing.cli.terminal import find_root, paint, print_found, rarely_collected


@click.command()
@config_option
@click.option(
    "-n", "--most", type=click.IntRange(1, 1000), default=5, show_default=True,
    help="How many of each to show.",
)  # fmt: skip
@click.argument("claim", required=False, shell_complete=claim_ids)
def suggest(config: Path | None, claim: str | None, *, most: int) -> None:
    """Suggest what to look at next, with the YAML to paste.

    CLAIM is the id of a claim, for passages that seem to speak to it. Without one, shows claims that
    rest on one voice while another seems to speak to them, and sentences that no claim covers. What a
    passage does to a claim is for you to judge. Exit status: 0 shown, 1 no such claim, 2 wrong usage
    or an invalid briefing.yaml.
    """
    from briefing import suggesting
    from briefing.diagnostics import did_you_mean

    root = find_root(config, "text")
    with rarely_collected(), working("reading all articles"):
        held = suggesting.indexed(root)
    if not isinstance(held, suggesting.Searched):
        print_found(held, root, "text", strict=False)
        sys.exit(2)
    if claim is None:
        shown = suggesting.of_all(held, most, paint)
    elif claim in held.content.claims:
        shown = suggesting.of_claim(held, claim, most, paint)
    else:
        near = did_you_mean(claim, tuple(held.content.claims))
        click.echo(f"no claim '{claim}'" + (f"; {near}" if near else ""), err=True)
        sys.exit(1)
    click.echo(shown, nl=False, color=click.get_current_context().color)
