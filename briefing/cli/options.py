"""Options that several commands have."""

from __future__ import annotations

from pathlib import Path

import click

from briefing.file_names import CONFIG

config_option = click.option(
    "-f", "--config", type=click.Path(path_type=Path),
    help=f"The project's {CONFIG}; by default the nearest one in this folder or above.",
)  # fmt: skip
strict_option = click.option("--strict", is_flag=True, help="Treat warnings as errors.")
