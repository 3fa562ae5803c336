"""`briefing check`: all findings, and nothing published."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.cli.options import config_option, strict_option
from briefing.cli.progress import working
from briefing.cli.terminal import (
    find_root,
    print_found,
    rarely_collected,
    say_waiting,
    secret,
    status,
)
from briefing.file_names import SITE

if TYPE_CHECKING:
    from briefing.pipeline import Examined


def _codes(_context: click.Context, _option: click.Parameter, given: tuple[str, ...]) -> set[str]:
    """Split lists of codes at commas, and refuse unknown codes."""
    from briefing.diagnostics import CODES, did_you_mean

    codes = {code.strip() for one in given for code in one.split(",")} - {""}
    for code in sorted(codes - CODES.keys()):
        near = did_you_mean(code, tuple(CODES))
        raise click.BadParameter(f"no code '{code}'" + (f"; {near}" if near else ""))
    return codes


@click.command()
@config_option
@strict_option
@click.option(
    "--format", "style", type=click.Choice(["text", "json", "github", "sarif"]), default="text",
    show_default=True, help="The format of the findings on standard output.",
)  # fmt: skip
@click.option(
    "--select", multiple=True, callback=_codes, metavar="CODES",
    help="Show only findings of these codes, separated by commas.",
)  # fmt: skip
@click.option(
    "--ignore", multiple=True, callback=_codes, metavar="CODES",
    help="Leave out findings of these codes. A build still reports them.",
)  # fmt: skip
@click.option("--fix", is_flag=True, help="Fix what has one right answer, and show the changes.")
def check(
    config: Path | None,
    *,
    strict: bool,
    style: str,
    select: set[str],
    ignore: set[str],
    fix: bool,
) -> None:
    """Check quotes, figures, claims and narratives without publishing.

    Exit status: 0 clean, 1 findings, 2 wrong usage or an invalid briefing.yaml. On GitHub, `--format
    github` also writes the job's summary.
    """
    root = find_root(config, style)
    with rarely_collected():
        if fix:  # prints as it goes
            examined = _fixed(root, style)
        else:
            with working("checking"):
                examined = _checked(root)
    found = tuple(
        one
        for one in examined.found
        if one.code not in ignore and (not select or one.code in select)
    )
    counts = {
        "not selected": len(examined.found) - len(found),
        "ignored": examined.ignored,
        "can be fixed with --fix": sum(one.fix is not None for one in found),
    }
    left_out = ", ".join(f"{count:,} {how}" for how, count in counts.items() if count)
    print_found(found, root, style, strict=strict, left_out=left_out)
    summary = os.environ.get("GITHUB_STEP_SUMMARY")
    if style == "github" and summary:
        from briefing import publish, report

        publish.append(Path(summary), report.job_summary(found, strict=strict))
    sys.exit(status(found, strict=strict, unconfigured=examined.unconfigured))


def _checked(root: Path) -> Examined:
    from briefing import pipeline, publish

    out = root / SITE
    return pipeline.check(
        root, say_waiting, out=out, secret=secret() if publish.kept(out) else None
    )


def _fixed(root: Path, style: str) -> Examined:
    """Fix the project, and show the changes; beside output for programs on standard error."""
    from briefing import fixing, report

    fixed = fixing.fix(root, say_waiting)
    shown = "\n".join(map(report.inert, fixed.diff.split("\n")))
    click.echo(shown, nl=False, err=style in report.FOR_PROGRAMS)
    return fixed.examined
