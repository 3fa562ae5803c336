"""Read what is around a project: this program and its extras, git, GitHub's workflow, the schemas."""

from __future__ import annotations

import re
import sys
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefing import __version__, resources
from briefing.load.disk import files, read_optional, taken
from briefing.load.installed import Installed, read_installed
from briefing.load.project import load
from briefing.load.starter import read_schemas
from briefing.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

WORKFLOW = ".github/workflows/pages.yml"
_EXTRAS = {"pdf": "pypdf", "search": "pagefind-bin"}
_REMOTE = re.compile(r'^\[remote "origin"\]\s*\n(?:\s+(?!url).*\n)*\s+url = (\S+)', re.MULTILINE)
_BRANCH = re.compile(r"ref: refs/heads/(\S+)")


@dataclass(frozen=True, slots=True)
class Repository:
    """The git repository that a project is in."""

    branch: str | None
    """None if no branch is checked out, or none can be told."""
    remote: str | None
    """The address of `origin`."""
    ignored: str
    """The text of `.gitignore` in the project's folder."""


@dataclass(frozen=True, slots=True)
class Surroundings:
    """What is around a project, as far as files tell."""

    version: str
    python: str
    installed: Installed
    extras: Mapping[str, str | None]
    """The version of each extra's package, None where it is missing."""
    root: Path | None
    """The project's folder, or None."""
    has_pdf: bool = False
    site_url: str | None = None
    repository: Repository | None = None
    workflow: str | None = None
    wheels: frozenset[str] = frozenset()
    """POSIX paths of the wheels in the project."""
    stale: tuple[str, ...] = ()
    """The names of schemas in the project that are not this program's."""
    schemas: Path | None = None
    """The folder of this program's own schemas."""
    foreign_fonts: tuple[str, ...] = ()
    """Style sheets of the project that load a font from another site."""


def read_surroundings(root: Path | None) -> Surroundings:
    """Read what is around the project at `root`."""
    extras = MappingProxyType({extra: _version(name) for extra, name in _EXTRAS.items()})
    python = ".".join(map(str, sys.version_info[:3]))
    installed = read_installed()
    if root is None:
        return Surroundings(__version__, python, installed, extras, None)
    content = load(root).content
    sources = content.sources.values() if content else ()
    held = {name: _text(root, f"schemas/{name}") for name in read_schemas()}
    sheets = files(root, "static", (".css",))[0]
    return Surroundings(
        __version__,
        python,
        installed,
        extras,
        root,
        has_pdf=any(source.file.lower().endswith(".pdf") for source in sources),
        site_url=content.settings.site_url if content else None,
        repository=_repository(root),
        workflow=_text(root, WORKFLOW),
        wheels=frozenset(files(root, installed.folder, (".whl",))[0]),
        stale=tuple(
            name for name, text in read_schemas().items() if held[name] not in (None, text)
        ),
        schemas=resources.schemas(),
        foreign_fonts=tuple(
            name
            for name in sheets
            if re.search(r"url\(['\"]?(?:https?:)?//", _text(root, name) or "")
        ),
    )


def _version(name: str) -> str | None:
    from importlib import metadata

    try:
        return metadata.version(name)
    except metadata.PackageNotFoundError:
        return None


def _text(root: Path, name: str) -> str | None:
    text = read_optional(root, name)
    return text if isinstance(text, str) else None


def _repository(root: Path) -> Repository | None:
    above = next((here for here in (root, *root.parents) if taken(here, (".git",))), None)
    if above is None:
        return None
    head = _BRANCH.match(_text(above, ".git/HEAD") or "")
    origin = _REMOTE.search(_text(above, ".git/config") or "")
    ignored = _text(root, ".gitignore") or ""
    return Repository(head[1] if head else None, origin[1] if origin else None, ignored)
