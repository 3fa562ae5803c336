"""Complete the ids of claims and sources where a shell asks for them."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from briefing.cli.terminal import nearest
from briefing.file_names import CONFIG

if TYPE_CHECKING:
    from collections.abc import Iterable

    import click

    from briefing.model.content import Content


def claim_ids(context: click.Context, _parameter: click.Parameter, begun: str) -> list[str]:
    """List the ids of claims that begin as what was typed."""
    content = _content(context)
    return _beginning(content.claims if content else (), begun)


def source_ids(context: click.Context, _parameter: click.Parameter, begun: str) -> list[str]:
    """List the ids of sources that begin as what was typed."""
    content = _content(context)
    return _beginning(content.sources if content else (), begun)


def _beginning(ids: Iterable[str], begun: str) -> list[str]:
    return sorted(one for one in ids if one.startswith(begun))


def _content(context: click.Context) -> Content | None:
    """Read the project that the command is about; a shell that completes shows no message."""
    from briefing import load

    given: Path | None = context.params.get("config")
    if given is not None:
        root = given.parent if given.name == CONFIG else given
    else:
        try:
            found = nearest(Path.cwd())
        except OSError:
            return None
        if found is None:
            return None
        root = found
    return load.load(root).content
