"""`briefing serve`: the site while you write."""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING

import click

from briefing.cli.options import config_option, strict_option
from briefing.cli.terminal import find_root, say

if TYPE_CHECKING:
    from pathlib import Path


@click.command()
@config_option
@strict_option
@click.option("--host", default="127.0.0.1", show_default=True, help="The address to listen on.")
@click.option(
    "--port", type=click.IntRange(0, 65535), help="The port; by default 8000 or the next free one."
)
@click.option("-o", "--open", "open_browser", is_flag=True, help="Open the site in a browser.")
def serve(
    config: Path | None, *, strict: bool, host: str, port: int | None, open_browser: bool
) -> None:
    """Show the site while you write: pages follow every saved change."""
    from briefing import serve as server

    root = find_root(config, "text")
    sys.exit(
        server.serve(root, host=host, port=port, strict=strict, open_browser=open_browser,
                     say=say)
    )  # fmt: skip
