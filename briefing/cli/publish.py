"""`briefing publish`: the site, on a branch or in one file."""

from __future__ import annotations

import os
import sys
from pathlib import Path
from typing import TYPE_CHECKING, NoReturn

import click

from briefing.cli.options import config_option
from briefing.cli.progress import working
from briefing.cli.terminal import (
    find_root,
    print_found,
    rarely_collected,
    say_example,
    say_waiting,
    secret,
    shown,
)

if TYPE_CHECKING:
    from briefing.git import Git
    from briefing.pipeline import Built

_MOST_BYTES = 1_000_000_000
"""What GitHub Pages takes of one site."""


def _writable(
    _context: click.Context, _option: click.Parameter, target: Path | None
) -> Path | None:
    """Refuse a file that cannot be written, and one that is something else than a zip."""
    import zipfile

    if target is not None and not target.parent.is_dir():
        raise click.BadParameter(f"there is no folder {shown(target.parent)}")
    if target is not None and target.exists() and not zipfile.is_zipfile(target):
        raise click.BadParameter(f"{shown(target)} exists and is not a zip file")
    return target


@click.command(short_help="Build the site and push it to a branch, or pack it.")
@config_option
@click.option(
    "--branch", default="gh-pages", show_default=True, help="The branch that holds the site."
)
@click.option("--remote", default="origin", show_default=True, help="Where to push the branch.")
@click.option("--no-push", is_flag=True, help="Only commit to the branch of this repository.")
@click.option("-m", "--message", default="Publish the briefing", help="The message of the commit.")
@click.option(
    "--full-articles", is_flag=True,
    help="Push a site that shows whole articles: those with `publish: full`.",
)  # fmt: skip
@click.option(
    "--zip", "target", type=click.Path(path_type=Path, dir_okay=False), callback=_writable,
    help="Write the site into this file instead, and push nothing.",
)  # fmt: skip
def publish(
    config: Path | None,
    *,
    branch: str,
    remote: str,
    no_push: bool,
    message: str,
    full_articles: bool,
    target: Path | None,
) -> None:
    """Build the site and push it to a branch, for GitHub Pages without Actions.

    Nothing goes out while there are errors or warnings. Your own files, branch and index stay as they
    are. Exit status: 0 published, 1 refused, 2 wrong usage or an invalid briefing.yaml.
    """
    from briefing import publish as publishing
    from briefing.file_names import SITE
    from briefing.git import Git, GitError

    root = find_root(config, "text")
    site = (root / SITE).resolve()
    built = _built(root, site)
    if target is not None:
        count = publishing.pack(site, target)
        click.echo(f"{shown(target)}: {count} files", err=True)
        return
    full = _shown_whole(built)
    if full and not full_articles and not no_push:
        _refuse(
            f"the site shows whole articles ({', '.join(full)})",
            "to publish them, add --full-articles",
        )
    git = Git(root, os.environ)
    try:
        if not no_push:
            git.fetch(remote, branch)
        _check_branch(git, branch)
        with publishing.scratch() as folder:
            commit = git.commit_tree(site, branch, message, folder / "index")
        click.echo(f"{branch}: {commit or 'already holds this site'}", err=True)
        if not no_push:
            git.push(remote, branch)
            click.echo(f"pushed to {remote}", err=True)
    except GitError as error:
        _refuse(str(error))


def _built(root: Path, site: Path) -> Built:
    """Build the site, or say why it does not go out."""
    from briefing import pipeline

    with rarely_collected(), working("checking and building"):
        built = pipeline.build(root, site, strict=True, waiting=say_waiting, secret=secret())
    if built.examined.found:
        print_found(built.examined.found, root, "text", strict=True)
    if built.published is None:
        click.echo("nothing published", err=True)
        sys.exit(2 if built.examined.unconfigured else 1)
    if built.published.total_bytes > _MOST_BYTES:
        size = f"{built.published.total_bytes / 1e9:.1f} GB"
        _refuse(f"the site is {size}; GitHub Pages takes 1 GB", "publish fewer articles whole")
    say_example(root)
    return built


def _shown_whole(built: Built) -> list[str]:
    """Return the sources whose whole text is on the site."""
    site = built.examined.site
    sources = site.judged.content.sources.values() if site else ()
    return [source.id for source in sources if source.publish == "full"]


def _check_branch(git: Git, branch: str) -> None:
    """Refuse a branch that holds something else than a site."""
    if git.branch() == branch:
        _refuse(f"{branch} is checked out here", "name another branch with --branch")
    if git.holds(branch, ".nojekyll") is False:
        _refuse(f"the branch {branch} does not hold a built site", "name another with --branch")


def _refuse(message: str, hint: str | None = None) -> NoReturn:
    click.echo(f"refused: {message}", err=True)
    if hint is not None:
        click.echo(f"  = help: {hint}", err=True)
    sys.exit(1)
