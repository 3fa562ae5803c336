"""`briefing doctor`: what is well with an installation and a project, and what is not."""

from __future__ import annotations

import sys
from pathlib import Path

import click

from briefing.cli.options import config_option
from briefing.cli.terminal import nearest, paint

_STYLES = {"ok": "note", "warn": "warning", "fail": "error"}


@click.command(short_help="Look at the installation, the project, git and Pages.")
@config_option
def doctor(config: Path | None) -> None:
    """Look at the installation, the project, git and GitHub Pages, and say how to mend what is wrong.

    Nothing is changed, and no network is used. Exit status: 0 well, or warnings alone; 1 something fails.
    """
    from briefing import load, report
    from briefing.doctor import remarks

    folder = Path.cwd() if config is None else Path(config)
    root = nearest(folder if folder.is_dir() else folder.parent)
    failed = False
    for remark in remarks(load.read_surroundings(root)):
        failed = failed or remark.state == "fail"
        state = paint(f"{remark.state:<5}", _STYLES[remark.state])
        click.echo(f"{state} {report.inert(remark.text)}", color=click.get_current_context().color)
        if remark.fix is not None:
            click.echo(f"      {report.inert(remark.fix)}")
    sys.exit(1 if failed else 0)
