"""`briefing check`: all findings, and nothing published."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from briefing.cli.options import config_option, strict_option
from briefing.cli.terminal import find_root, print_found, rarely_collected, say_waiting, status

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@config_option
@strict_option
@click.option(
    "--format", "style", type=click.Choice(["text", "json", "github", "sarif"]), default="text",
    show_default=True, help="The format of the findings on standard output.",
)  # fmt: skip
def check(config: Path | None, *, strict: bool, style: str) -> None:
    """Check quotes, figures, claims and narratives without publishing.

    Exit status: 0 clean, 1 findings, 2 wrong usage or an invalid briefing.yaml.
    """
    from briefing import pipeline

    root = find_root(config, style)
    with rarely_collected():
        examined = pipeline.check(root, say_waiting)
    print_found(examined.found, root, style, strict=strict)
    sys.exit(status(examined.found, strict=strict, unconfigured=examined.unconfigured))
