"""The commands; the only module that uses the terminal, the environment and click."""

from __future__ import annotations

import gc
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing import __version__
from briefing.cli.terminal import (
    CONFIG,
    Commands,
    colour,
    find_article,
    find_root,
    line_of,
    paint,
    print_found,
    say,
    say_waiting,
    shown,
    status,
)

if TYPE_CHECKING:
    from collections.abc import Iterator

_config_option = click.option(
    "-f", "--config", type=click.Path(path_type=Path),
    help=f"The project's {CONFIG}; by default the nearest one in this folder or above.",
)  # fmt: skip
_strict_option = click.option("--strict", is_flag=True, help="Treat warnings as errors.")


@click.group(cls=Commands, context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="briefing")
@click.option(
    "--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True,
    help="Colour messages; auto follows NO_COLOR, FORCE_COLOR and the terminal.",
)  # fmt: skip
@click.pass_context
def main(context: click.Context, color: str) -> None:
    """Check an analyst's claims against their sources and publish them as a static site."""
    import logging

    context.color = colour(color)
    # What pypdf grumbles about in a file is no finding; what it cannot read is one.
    logging.getLogger("pypdf").addHandler(logging.NullHandler())


@main.command()
@_config_option
@_strict_option
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
    with _rarely_collected():
        examined = pipeline.check(root, say_waiting)
    print_found(examined.found, root, style, strict=strict)
    sys.exit(status(examined.found, strict=strict, unconfigured=examined.unconfigured))


@main.command()
@_config_option
@click.option(
    "-m", "--message", "why", required=True, callback=lambda *given: _message(given[-1]),
    help="Why you record this edition.",
)  # fmt: skip
def lock(config: Path | None, why: str) -> None:
    """Record an edition: the current sources and verdicts, what changed, and why.

    Exit status: 0 recorded, 1 errors found, 2 wrong usage or an invalid briefing.yaml.
    """
    from datetime import UTC, datetime

    from briefing import pipeline

    root = find_root(config, "text")
    today = datetime.now(tz=UTC).date().isoformat()
    recorded = pipeline.lock(root, why=why, on=today, waiting=say_waiting)
    change = recorded.change
    if change is None:
        print_found(recorded.examined.found, root, "text", strict=False)
        click.echo("nothing recorded", err=True)
        sys.exit(2 if recorded.examined.unconfigured else 1)
    click.echo(
        f"recorded: claims: {len(change.added)} new, {len(change.moved)} moved, "
        f"{len(change.removed)} gone; articles: {len(change.sources_changed)} changed",
        err=True,
    )


@main.command()
@_config_option
@click.argument("article")
@click.option("--figures", is_flag=True, help="List the numbers of the body and how they are read.")
@click.option(
    "--format", "style", type=click.Choice(["text", "json"]), default="text", show_default=True,
    help="The format on standard output.",
)  # fmt: skip
def text(config: Path | None, article: str, *, figures: bool, style: str) -> None:
    """Show what is read of an article.

    ARTICLE is the id of a source, or a file, which needs no project. Lines outside the body begin with
    a hyphen. Exit status: 0 shown, 1 it does not exist or cannot be read, 2 wrong usage.
    """
    from briefing import reading, report

    root, name = find_article(config, article)
    held, found = reading.read(root, name)
    if found:
        click.echo(report.text(found, line_of(root), paint), nl=False, err=True)
    if held is None:
        sys.exit(1)
    if style == "json":
        click.echo(reading.as_json(held), nl=False)
    else:
        shown = reading.numbers_as_text(held) if figures else reading.as_text(held)
        click.echo("\n".join(map(report.inert, shown.split("\n"))), nl=False)


@main.command()
@_config_option
@click.argument("sources", nargs=-1)
def coverage(config: Path | None, sources: tuple[str, ...]) -> None:
    """Show which figures and sentences of each article no claim covers.

    SOURCES are ids of sources; the default is all of them. Exit status: 0 shown, 1 a source does
    not exist or cannot be read, 2 wrong usage or an invalid briefing.yaml.
    """
    from briefing import pipeline, report

    root = find_root(config, "text")
    examined, held = pipeline.coverage(root, say_waiting)
    if examined.unconfigured:
        print_found(examined.found, root, "text", strict=False)
        sys.exit(2)
    interrupted = tuple(one for one in examined.found if one.code.startswith("edits-"))
    if interrupted:
        print_found(interrupted, root, "text", strict=False)
    wanted = sources or tuple(held)
    shown = {source: held[source] for source in wanted if source in held}
    click.echo(report.accounts(shown, line_of(root), paint), nl=False,
               color=click.get_current_context().color)  # fmt: skip
    for source in wanted:
        if source not in held:
            click.echo(f"no article found for the source '{source}'", err=True)
    sys.exit(1 if len(shown) < len(wanted) else 0)


@main.command()
@_config_option
@_strict_option
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, file_okay=False),
    help="The output folder; by default site beside briefing.yaml.",
)  # fmt: skip
def build(config: Path | None, *, strict: bool, output: Path | None) -> None:
    """Check everything and publish the site; an error leaves the last good site unchanged.

    Exit status: 0 built, 1 findings, 2 wrong usage or an invalid briefing.yaml.
    """
    from briefing import pipeline

    root = find_root(config, "text")
    out = output if output is not None else root / pipeline.OUTPUT
    with _rarely_collected():
        built = pipeline.build(root, out, strict=strict, waiting=say_waiting)
    found = built.examined.found
    if found:
        print_found(found, root, "text", strict=strict)
    if built.published is None:
        click.echo("nothing published", err=True)
        sys.exit(2 if built.examined.unconfigured else 1)
    done = built.published
    click.echo(
        f"{shown(out)}: {done.written + done.kept} files, {done.written} written, "
        f"{done.removed} removed",
        err=True,
    )


@main.command()
@_config_option
@_strict_option
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


@contextmanager
def _rarely_collected() -> Iterator[None]:
    """Run the garbage collector a hundred times less often during one run.

    Nearly all objects of a run live to its end, so collecting found little and took a tenth of the
    time. HTML trees contain cycles, so the collector stays on.
    """
    before = gc.get_threshold()
    gc.set_threshold(100_000, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _message(why: str) -> str:
    """Refuse an empty message, or bytes that are not UTF-8."""
    if not why.strip():
        raise click.BadParameter("must not be empty")
    if not why.isprintable() and any("\ud800" <= char <= "\udfff" for char in why):
        raise click.BadParameter("must be UTF-8")
    return why
