"""The commands; the one place that knows the terminal, the environment and click."""

from __future__ import annotations

import gc
import os
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing import __version__

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any, NoReturn

    from briefing.diagnostics import Diagnostic

CONFIG = "briefing.yaml"
_STYLES: dict[str, dict[str, Any]] = {
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow", "bold": True},
    "note": {"fg": "cyan", "bold": True},
    "place": {"fg": "blue"},
    "strong": {"bold": True},
}

_config_option = click.option(
    "-f", "--config", type=click.Path(path_type=Path),
    help=f"The project's {CONFIG}; else the nearest one, from here upwards.",
)  # fmt: skip
_strict_option = click.option("--strict", is_flag=True, help="Count warnings as errors.")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="briefing")
@click.option(
    "--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True,
    help="Colour in messages; auto obeys NO_COLOR, FORCE_COLOR and the terminal.",
)  # fmt: skip
@click.pass_context
def main(context: click.Context, color: str) -> None:
    """Check an analyst's claims against their sources and publish them as a static site."""
    context.color = _colour(color)


@main.command()
@_config_option
@_strict_option
@click.option(
    "--format", "style", type=click.Choice(["text", "json", "github", "sarif"]), default="text",
    show_default=True, help="How findings are written to standard output.",
)  # fmt: skip
def check(config: Path | None, *, strict: bool, style: str) -> None:
    """Check quotes, figures, claims and narratives, and publish nothing.

    Exit status: 0 clean, 1 findings, 2 usage or a fault of briefing.yaml.
    """
    from briefing import pipeline

    root = _root(config, style)
    with _rarely_collected():
        examined = pipeline.check(root)
    _print(examined.found, root, style, strict=strict)
    sys.exit(_status(examined.found, strict=strict, unconfigured=examined.unconfigured))


@main.command()
@_config_option
@click.option(
    "-m", "--message", "why", required=True, callback=lambda *given: _message(given[-1]),
    help="Why this edition is recorded.",
)  # fmt: skip
def lock(config: Path | None, why: str) -> None:
    """Record this edition: the sources and verdicts as they are now, and what moved, with its why.

    Exit status: 0 recorded, 1 an error stands, 2 usage or a fault of briefing.yaml.
    """
    from datetime import UTC, datetime

    from briefing import pipeline

    root = _root(config, "text")
    today = datetime.now(tz=UTC).date().isoformat()
    recorded = pipeline.lock(root, why=why, on=today)
    change = recorded.change
    if change is None:
        _print(recorded.examined.found, root, "text", strict=False)
        click.echo("nothing was recorded", err=True)
        sys.exit(2 if recorded.examined.unconfigured else 1)
    click.echo(
        f"recorded: claims: {len(change.added)} new, {len(change.moved)} moved, "
        f"{len(change.removed)} gone; articles: {len(change.sources_changed)} changed",
        err=True,
    )


@main.command()
@_config_option
@click.argument("sources", nargs=-1)
def coverage(config: Path | None, sources: tuple[str, ...]) -> None:
    """Show which figures and sentences of each article no claim speaks to.

    SOURCES are ids of sources; without any, all are shown. Exit status: 0 shown, 1 a source that
    does not exist or cannot be read, 2 usage or a fault of briefing.yaml.
    """
    from briefing import pipeline, report

    root = _root(config, "text")
    examined, held = pipeline.coverage(root)
    if examined.unconfigured:
        _print(examined.found, root, "text", strict=False)
        sys.exit(2)
    wanted = sources or tuple(held)
    shown = {source: held[source] for source in wanted if source in held}
    click.echo(report.accounts(shown, _line_of(root), _paint), nl=False,
               color=click.get_current_context().color)  # fmt: skip
    for source in wanted:
        if source not in held:
            click.echo(f"there is no article of a source '{source}'", err=True)
    sys.exit(1 if len(shown) < len(wanted) else 0)


@main.command()
@_config_option
@_strict_option
@click.option(
    "-o", "--output", type=click.Path(path_type=Path, file_okay=False),
    help="The folder of the site; else site beside the project's configuration.",
)  # fmt: skip
def build(config: Path | None, *, strict: bool, output: Path | None) -> None:
    """Check everything and publish the site; an error leaves the last good site as it is.

    Exit status: 0 built, 1 findings, 2 usage or a fault of briefing.yaml.
    """
    from briefing import pipeline

    root = _root(config, "text")
    out = output if output is not None else root / pipeline.OUTPUT
    with _rarely_collected():
        built = pipeline.build(root, out, strict=strict)
    found = built.examined.found
    if found:
        _print(found, root, "text", strict=strict)
    if built.published is None:
        click.echo("nothing was published", err=True)
        sys.exit(2 if built.examined.unconfigured else 1)
    done = built.published
    click.echo(
        f"{_shown(out)}: {done.written + done.kept} files, {done.written} written, "
        f"{done.removed} removed",
        err=True,
    )


@main.command()
@_config_option
@_strict_option
@click.option("--host", default="127.0.0.1", show_default=True, help="Address to listen on.")
@click.option("--port", type=click.IntRange(0, 65535), help="Port; else 8000 or the next free one.")
@click.option("-o", "--open", "open_browser", is_flag=True, help="Open the site in a browser.")
def serve(
    config: Path | None, *, strict: bool, host: str, port: int | None, open_browser: bool
) -> None:
    """Show the site while you write: pages follow every saved change."""
    from briefing import serve as server

    root = _root(config, "text")
    sys.exit(
        server.serve(root, host=host, port=port, strict=strict, open_browser=open_browser,
                     say=lambda line: click.echo(line, err=True))
    )  # fmt: skip


@contextmanager
def _rarely_collected() -> Iterator[None]:
    """Look for cycles of dead objects a hundred times less often for the length of one run.

    Nearly all that a run makes lives to its end, so looking through it finds little and took a
    tenth of the time. Trees of HTML are cycles, so the search is not given up.
    """
    before = gc.get_threshold()
    gc.set_threshold(100_000, *before[1:])
    try:
        yield
    finally:
        gc.set_threshold(*before)


def _colour(choice: str) -> bool | None:
    """Decide on colour; None leaves it to click, which asks the terminal."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return True if os.environ.get("FORCE_COLOR") else None


def _root(config: Path | None, style: str) -> Path:
    """Find the project's folder: that of the named file, else of the nearest above.

    The search stops at a folder that holds `.git`, so that no foreign project is taken.
    """
    if config is not None:
        file = config / CONFIG if config.is_dir() else config
        if file.name != CONFIG or not _is_file(file):
            _no_config(f"there is no {CONFIG} at {_shown(config)}", style)
        return file.resolve().parent
    here = Path.cwd()
    for folder in (here, *here.parents):
        if _is_file(folder / CONFIG):
            if folder != here:
                click.echo(f"using {folder / CONFIG}", err=True)
            return folder
        if (folder / ".git").exists():
            break
    return _no_config(f"there is no {CONFIG} here or in a folder above", style)


def _message(why: str) -> str:
    """Refuse a message that says nothing, or bytes that are no text."""
    if not why.strip():
        raise click.BadParameter("say why this edition is recorded")
    if not why.isprintable() and any("\ud800" <= char <= "\udfff" for char in why):
        raise click.BadParameter("it is not UTF-8")
    return why


def _is_file(path: Path) -> bool:
    """Say whether a file is there; of a folder that may not be entered nothing is."""
    try:
        return path.is_file()
    except OSError:
        return False


def _no_config(message: str, style: str) -> NoReturn:
    from briefing import report
    from briefing.diagnostics import Span, diagnostic

    found = (diagnostic("file-missing", Span(CONFIG), message),)
    if style in report.FOR_PROGRAMS:
        click.echo(report.FOR_PROGRAMS[style](found), nl=False)
    else:
        click.echo(report.text(found, lambda _file, _line: None), nl=False, err=True)
    sys.exit(2)


def _print(found: tuple[Diagnostic, ...], root: Path, style: str, *, strict: bool) -> None:
    from briefing import report

    if style in report.FOR_PROGRAMS:
        click.echo(report.FOR_PROGRAMS[style](found), nl=False)
    else:
        painted = report.text(found, _line_of(root), _paint)
        click.echo(painted, nl=False, color=click.get_current_context().color)
    if style in ("text", "github"):
        click.echo(report.summary(found, strict=strict), err=True)


def _line_of(root: Path) -> Callable[[str, int], str | None]:
    from briefing import load

    return load.line_reader(root)


def _paint(text: str, style: str) -> str:
    return click.style(text, **_STYLES[style])


def _status(found: tuple[Diagnostic, ...], *, strict: bool, unconfigured: bool) -> int:
    from briefing.diagnostics import blocks

    if unconfigured:
        return 2
    return 1 if blocks(found, strict=strict) else 0


def _shown(path: Path) -> str:
    """Give a path relative to the current folder where it lies below it."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()
