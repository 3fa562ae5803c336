"""Read the project that `briefing new` makes: an example that builds, and the schemas for editors."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from briefing import resources
from briefing.load.schemas import AUTHOR_SCHEMAS

if TYPE_CHECKING:
    from collections.abc import Mapping

_PLACES = {
    "gitignore": ".gitignore",
    "pages.yml": ".github/workflows/pages.yml",
    "vscode/briefing.code-snippets": ".vscode/briefing.code-snippets",
    "vscode/extensions.json": ".vscode/extensions.json",
}
"""Files of the example that would mean something to git, GitHub or an editor where they are kept."""
_REQUIREMENT = "{requirement}"


def read_starter(requirement: str) -> Mapping[str, str]:
    """Return the text of each file of a new project by its POSIX path, in the order to show them.

    `requirement` is what its workflow installs, as pip takes it.
    """
    folder = resources.starter()
    paths = sorted(path for path in folder.rglob("*") if path.is_file())
    texts = {path.relative_to(folder).as_posix(): path.read_text("utf-8") for path in paths}
    held = {
        _PLACES.get(name, name): text.replace(_REQUIREMENT, requirement)
        for name, text in texts.items()
    }
    held |= {f"schemas/{name}": text for name, text in read_schemas().items()}
    return MappingProxyType(dict(sorted(held.items(), key=lambda entry: _rank(entry[0]))))


def read_schemas() -> Mapping[str, str]:
    """Return the text of each schema of an author's file by its name."""
    folder = resources.schemas()
    return {name: (folder / name).read_text("utf-8") for name in AUTHOR_SCHEMAS}


def _rank(path: str) -> tuple[bool, bool, str]:
    """Order what authors edit before the rest."""
    return path.startswith("."), path.startswith("schemas/"), path
