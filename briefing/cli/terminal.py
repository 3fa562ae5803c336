"""Find the project that a command is about, and print what it has to say."""

from __future__ import annotations

import contextlib
import gc
import os
import shlex
import sys
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.file_names import CONFIG
from briefing.refusals import printable, reason

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator
    from typing import Any, NoReturn

    from briefing.diagnostics import Diagnostic

_FEW = 3
"""So many findings are seen at a glance; more are also counted by their codes."""
_STYLES: dict[str, dict[str, Any]] = {
    "error": {"fg": "red", "bold": True},
    "warning": {"fg": "yellow", "bold": True},
    "note": {"fg": "cyan", "bold": True},
    "place": {"fg": "blue"},
    "strong": {"bold": True},
}


def colour(choice: str) -> bool | None:
    """Decide whether to colour; None leaves it to click, which asks the terminal."""
    if choice != "auto":
        return choice == "always"
    if os.environ.get("NO_COLOR"):
        return False
    return True if os.environ.get("FORCE_COLOR") else None


def secret() -> bytes | None:
    """Return what marks as this account's own what a build keeps beside the site."""
    from briefing import publish

    return publish.secret(Path(click.get_app_dir("briefing")))


def find_root(config: Path | None, style: str) -> Path:
    """Find the project's folder: that of the given file, else the nearest one with a configuration.

    The search upwards stops at a folder with `.git`, so that another project is never used. The
    functions of `os.path` are used because, unlike those of `Path`, they take any path: one that is
    too long, that leads in a circle, or that may not be looked at is not there.
    """
    if config is not None:
        file = config / CONFIG if os.path.isdir(config) else config  # noqa: PTH112
        if file.name != CONFIG or not os.path.isfile(file):  # noqa: PTH113
            _no_config(f"no {CONFIG} at {shown(config)}", style)
        return Path(os.path.realpath(file)).parent
    try:
        here = Path.cwd()
    except OSError as error:
        _no_config(f"cannot read the current folder: {reason(error)}", style)
    folder = nearest(here)
    if folder is None:
        return _no_config(f"no {CONFIG} in this folder or above", style)
    if folder != here:
        click.echo(f"using {printable(folder / CONFIG)}", err=True)
    return folder


def nearest(here: Path) -> Path | None:
    """Return the project's folder at or above another folder; None outside a project."""
    for folder in (here, *here.parents):
        if os.path.isfile(folder / CONFIG):  # noqa: PTH113
            return folder
        if os.path.exists(folder / ".git"):  # noqa: PTH110
            break
    return None


def find_article(config: Path | None, name: str) -> tuple[Path, str]:
    """Find a project's folder, and in it an article by the id of its source or its file.

    A file outside of a project is in its own folder.
    """
    file = Path(os.path.realpath(name))
    root = None
    if config is None and os.path.isfile(file):  # noqa: PTH113
        root = nearest(file.parent)
        if root is None:
            return file.parent, file.name
    root = root or find_root(config, "text")
    inside = os.path.isfile(file) and file.is_relative_to(os.path.realpath(root))  # noqa: PTH113
    return root, file.relative_to(os.path.realpath(root)).as_posix() if inside else name


def _no_config(message: str, style: str) -> NoReturn:
    from briefing import report
    from briefing.diagnostics import Span, diagnostic

    hint = "type `briefing new .` to make a project in this folder, or `briefing new DIR`"
    found = (diagnostic("file-missing", Span(CONFIG), message, hint=hint),)
    if style in report.FOR_PROGRAMS:
        click.echo(report.FOR_PROGRAMS[style](found).encode(), nl=False)
    else:
        click.echo(report.text(found, lambda _file, _line: None), nl=False, err=True)
    sys.exit(2)


def print_found(
    found: tuple[Diagnostic, ...], root: Path, style: str, *, strict: bool, left_out: str = ""
) -> None:
    """Print findings on standard output; programs get UTF-8 whatever the terminal's encoding.

    `left_out` says what was found and is not shown.
    """
    from briefing import report

    if style in report.FOR_PROGRAMS:
        click.echo(report.FOR_PROGRAMS[style](found).encode(), nl=False)
    else:
        echo_painted(painted(found, root))
    if style in ("text", "github"):
        more = f" ({left_out})" if left_out else ""
        click.echo(counted(found, strict=strict) + more, err=True)


def painted(found: tuple[Diagnostic, ...], root: Path) -> str:
    """Write findings with colours."""
    from briefing import report

    return report.text(found, line_of(root), paint)


def counted(found: tuple[Diagnostic, ...], *, strict: bool) -> str:
    """Count findings, by their codes too unless they are few."""
    from briefing import report

    by_code = report.by_code(found) if len(found) > _FEW else ""
    return by_code + report.summary(found, strict=strict)


def echo_painted(text: str) -> None:
    """Print a text that has colours on standard output, without them where they are not wanted."""
    click.echo(text, nl=False, color=click.get_current_context().color)


def say(line: str) -> None:
    """Print a line on standard error; where that cannot be written, go on without it."""
    with contextlib.suppress(OSError):
        click.echo(line, err=True)


def say_example(root: Path) -> None:
    """Say how to take the example out that `briefing new` made, while it is in the project at `root`."""
    from briefing import authoring

    if authoring.holds_example(root):
        place = "." if root == Path.cwd() else printable(shlex.quote(str(root)))
        say(f"the example is still in the site; to take it out: briefing new {place} --bare")


def say_waiting() -> None:
    """Say that another command keeps the project locked; what shows progress may be on the line."""
    erase = "\r\x1b[K" if sys.stderr.isatty() else ""
    say(f"{erase}another command is changing this project; waiting for it to finish")


def line_of(root: Path) -> Callable[[str, int], str | None]:
    """Return a function that reads one line of a file of the project."""
    from briefing import load

    return load.line_reader(root)


def paint(text: str, style: str) -> str:
    """Colour text; click takes the colours out where they are not wanted."""
    return click.style(text, **_STYLES[style])


def status(found: tuple[Diagnostic, ...], *, strict: bool, unconfigured: bool) -> int:
    """Return the exit status for findings."""
    from briefing.diagnostics import blocks

    if unconfigured:
        return 2
    return 1 if blocks(found, strict=strict) else 0


def shown(path: Path) -> str:
    """Return a path relative to the current folder if it is below it, else unchanged."""
    with contextlib.suppress(OSError, ValueError):
        path = Path(os.path.realpath(path)).relative_to(Path.cwd())
    return printable(path.as_posix())


@contextmanager
def rarely_collected() -> Iterator[None]:
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
