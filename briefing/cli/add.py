"""`briefing add`: a saved article becomes a source."""

from __future__ import annotations

import os
import re
import shlex
import sys
from pathlib import Path
from typing import TYPE_CHECKING

import click

from briefing.cli.options import config_option
from briefing.cli.progress import working
from briefing.cli.terminal import find_root, print_found, say, say_waiting, status
from briefing.refusals import printable

if TYPE_CHECKING:
    from briefing.diagnostics import Diagnostic
    from briefing.model.description import Reference

_ADDRESS = re.compile(r"https?:/", re.IGNORECASE)


@click.command()
@config_option
@click.argument("files", metavar="FILE...", nargs=-1, required=True,
                type=click.Path(path_type=Path))  # fmt: skip
def add(config: Path | None, files: tuple[Path, ...]) -> None:
    """Make sources of saved articles: web pages, text, Markdown, PDF.

    Each FILE is stored in seeds/ and described in content/sources.yaml by what it says of itself. A
    comment beside each guess says what it rests on: check it, correct it, then delete the comment.
    Bibliographies among the files (BibTeX as .bib, CSL-JSON as .json) describe the others.

    Exit status: 0 all were added, 1 some could not be, 2 wrong usage or an invalid briefing.yaml.
    """
    from briefing import authoring, report

    root = find_root(config, "text")
    unusable = tuple(one for one in map(_unusable, files) if one is not None)
    named = [Path(os.path.realpath(file)) for file in files if _unusable(file) is None]
    articles = [file for file in named if file.suffix.lower() not in (".bib", ".json")]
    references, refused = _references([file for file in named if file not in articles])
    with working("reading all articles"):
        adding = authoring.add(Path(os.path.realpath(root)), articles, references, say_waiting)
    for added in adding.added:
        click.echo(added.file)
        click.echo(f"{authoring.SOURCES}:{added.line}")
        for line in added.entry:
            click.echo(report.inert(f"  {line}"))
    found = (*unusable, *refused, *adding.found)
    if found:
        print_found(found, root, "text", strict=False)
    if adding.added:
        say(f"to see what is read of it: briefing text {adding.added[-1].id}")
        say("next: correct the guesses, then: briefing new claim")
    sys.exit(status(found, strict=False, unconfigured=adding.unconfigured))


def _unusable(file: Path) -> Diagnostic | None:
    """Say of an address, a folder and a link that leads nowhere what to give instead."""
    from briefing.diagnostics import Span, diagnostic

    name = printable(file.as_posix())
    if _ADDRESS.match(name):
        hint = "save the page in your browser, then add the file"
        return diagnostic("file-missing", Span(name), "this is an address, not a file", hint=hint)
    if file.is_dir():
        hint = f"name the articles in it:  briefing add {shlex.quote(name)}/*"
        return diagnostic("bad-value", Span(name), f"{name} is a folder", hint=hint)
    if file.is_symlink() and not file.exists():
        leads = printable(os.path.realpath(file))
        message = f"{name} is a link to {leads}, which does not exist"
        return diagnostic("file-missing", Span(name), message)
    return None


def _references(files: list[Path]) -> tuple[list[Reference], list[Diagnostic]]:
    """Read bibliographies; also return why some cannot be read."""
    from briefing import load
    from briefing.diagnostics import Diagnostic

    references: list[Reference] = []
    refused: list[Diagnostic] = []
    for file in files:
        held = load.read_bibliography(file.parent, file.name)
        if isinstance(held, Diagnostic):
            refused.append(held)
        else:
            references.extend(held)
    return references, refused
