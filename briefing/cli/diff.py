"""`briefing diff`: what moved since a revision."""

from __future__ import annotations

import os
import sys
from pathlib import Path

import click

from briefing.cli.options import config_option
from briefing.cli.terminal import find_root, paint, print_found, rarely_collected


@click.command(short_help="Show which verdicts, claims, quotes and figures moved.")
@config_option
@click.option(
    "--format", "style", type=click.Choice(["text", "json", "markdown"]), default="text",
    show_default=True, help="The format on standard output; Markdown is for a pull request.",
)  # fmt: skip
@click.argument("revision", default="HEAD")
def diff(config: Path | None, revision: str, *, style: str) -> None:
    """Show which verdicts, claims, quotes and figures moved since a revision.

    Compares the project as it is now with the git revision REVISION, by default the last commit. Exit
    status: 0 shown, 1 the revision cannot be compared, 2 wrong usage or an invalid briefing.yaml.
    """
    from briefing import differing, pipeline, publish
    from briefing.git import Git, GitError

    root = find_root(config, "text")
    try:
        git = Git(root, os.environ)
        commit = git.commit(revision)
        with rarely_collected(), publish.scratch() as folder:
            before = pipeline.examine(git.check_out(commit, folder))
            after = pipeline.examine(root)
    except GitError as error:
        click.echo(f"cannot compare: {error}", err=True)
        sys.exit(1)
    if after.site is None:
        print_found(after.found, root, "text", strict=False)
        sys.exit(2)
    if before.site is None:
        click.echo(f"cannot compare: briefing.yaml is missing or invalid at {revision}", err=True)
        sys.exit(1)
    difference = differing.compare(before.site.judged, after.site.judged)
    if style == "json":
        click.echo(differing.as_json(difference, commit, "now"), nl=False)
    elif style == "markdown":
        click.echo(differing.as_markdown(difference), nl=False)
    else:
        color = click.get_current_context().color
        click.echo(differing.as_text(difference, paint), nl=False, color=color)
