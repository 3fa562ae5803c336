"""Read templates and static files, the project's own before the package's."""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING

from briefing import resources
from briefing.diagnostics import Diagnostic
from briefing.load.disk import decode, files, read_bytes
from briefing.model.look import Look

if TYPE_CHECKING:
    from pathlib import Path


def read_look(root: Path) -> tuple[Look, tuple[Diagnostic, ...]]:
    """Read the look of the project at `root`; a link that leaves the project is an error."""
    found: list[Diagnostic] = []
    defaults = _folder(resources.templates().parent, resources.templates().name, found)
    own = _folder(root, "templates", found)
    static = _folder(resources.static().parent, resources.static().name, found)
    static |= _folder(root, "static", found)
    texts: dict[str, str] = {}
    for name, data in (defaults | own).items():
        text = decode(data, f"templates/{name}")
        if isinstance(text, Diagnostic):
            found.append(text)
        else:
            texts[name] = text
    texts |= {f"default:{name}": data.decode() for name, data in defaults.items()}
    return Look(MappingProxyType(texts), MappingProxyType(static)), tuple(found)


def _folder(root: Path, folder: str, found: list[Diagnostic]) -> dict[str, bytes]:
    """Read every file of a folder by its path within it."""
    held: dict[str, bytes] = {}
    names, mistakes = files(root, folder)
    found.extend(mistakes)
    for name in names:
        data = read_bytes(root, name)
        if isinstance(data, Diagnostic):
            found.append(data)
        else:
            held[name.removeprefix(f"{folder}/")] = data
    return held
