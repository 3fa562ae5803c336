"""The commands; the only module that uses the terminal, the environment and click."""

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
    help=f"The project's {CONFIG}; by default the nearest one in this folder or above.",
)  # fmt: skip
_strict_option = click.option("--strict", is_flag=True, help="Treat warnings as errors.")


@click.group(context_settings={"help_option_names": ["-h", "--help"]})
@click.version_option(__version__, prog_name="briefing")
@click.option(
    "--color", type=click.Choice(["auto", "always", "never"]), default="auto", show_default=True,
    help="Colour messages; auto follows NO_COLOR, FORCE_COLOR and the terminal.",
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
    show_default=True, help="The format of the findings on standard output.",
)  # fmt: skip
def check(config: Path | None, *, strict: bool, style: str) -> None:
    """Check quotes, figures, claims and narratives without publishing.

    Exit status: 0 clean, 1 findings, 2 wrong usage or an invalid briefing.yaml.
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
    help="Why you record this edition.",
)  # fmt: skip
def lock(config: Path | None, why: str) -> None:
    """Record an edition: the current sources and verdicts, what changed, and why.

    Exit status: 0 recorded, 1 errors found, 2 wrong usage or an invalid briefing.yaml.
    """
    from datetime import UTC, datetime

    from briefing import pipeline

    root = _root(config, "text")
    today = datetime.now(tz=UTC).date().isoformat()
    recorded = pipeline.lock(root, why=why, on=today)
    change = recorded.change
    if change is None:
        _print(recorded.examined.found, root, "text", strict=False)
        click.echo("nothing recorded", err=True)
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
    """Show which figures and sentences of each article no claim covers.

    SOURCES are ids of sources; the default is all of them. Exit status: 0 shown, 1 a source does
    not exist or cannot be read, 2 wrong usage or an invalid briefing.yaml.
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

    root = _root(config, "text")
    out = output if output is not None else root / pipeline.OUTPUT
    with _rarely_collected():
        built = pipeline.build(root, out, strict=strict)
    found = built.examined.found
    if found:
        _print(found, root, "text", strict=strict)
    if built.published is None:
        click.echo("nothing published", err=True)
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

    root = _root(config, "text")
    sys.exit(
        server.serve(root, host=host, port=port, strict=strict, open_browser=open_browser,
                     say=lambda line: click.echo(line, err=True))
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


def _colour(choice: str) -> bool | None:
    """Decide whether to colour; None leaves it to click, which asks the terminal."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return True if os.environ.get("FORCE_COLOR") else None


def _root(config: Path | None, style: str) -> Path:
    """Find the project's folder: that of the given file, else the nearest one with a configuration.

    The search upwards stops at a folder with `.git`, so that another project is never used.
    """
    if config is not None:
        file = config / CONFIG if config.is_dir() else config
        if file.name != CONFIG or not _is_file(file):
            _no_config(f"no {CONFIG} at {_shown(config)}", style)
        return file.resolve().parent
    here = Path.cwd()
    for folder in (here, *here.parents):
        if _is_file(folder / CONFIG):
            if folder != here:
                click.echo(f"using {folder / CONFIG}", err=True)
            return folder
        if (folder / ".git").exists():
            break
    return _no_config(f"no {CONFIG} in this folder or above", style)


def _message(why: str) -> str:
    """Refuse an empty message, or bytes that are not UTF-8."""
    if not why.strip():
        raise click.BadParameter("must not be empty")
    if not why.isprintable() and any("\ud800" <= char <= "\udfff" for char in why):
        raise click.BadParameter("must be UTF-8")
    return why


def _is_file(path: Path) -> bool:
    """Return whether a file exists; False in a folder that may not be read."""
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
    """Return a path relative to the current folder if it is below it, else unchanged."""
    try:
        return path.resolve().relative_to(Path.cwd()).as_posix()
    except ValueError:
        return path.as_posix()
