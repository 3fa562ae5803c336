"""Read templates and static files, the project's own before the package's."""

from __future__ import annotations

import hashlib
from pathlib import Path
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefing import resources
from briefing.diagnostics import Diagnostic, Span, diagnostic
from briefing.load.disk import decode, files, read_bytes
from briefing.model.look import Look, StaticFile

if TYPE_CHECKING:
    from collections.abc import Iterator

_STYLE = "static/style.css"


def read_look(root: Path) -> tuple[Look, tuple[Diagnostic, ...]]:
    """Read the look of the project at `root`; a link that leaves the project is an error.

    Of static files only digests are kept, so that memory holds one of them at a time.
    """
    found: list[Diagnostic] = []
    packaged = resources.templates().parent
    defaults = dict(_files(packaged, "templates", found))
    own = dict(_files(root, "templates", found))
    static: dict[str, StaticFile] = {}
    style = b""
    for each in (packaged, root):
        for name, data in _files(each, "static", found):
            path = f"static/{name}"
            static[name] = StaticFile(str(each), path, hashlib.sha256(data).hexdigest())
            style = data if path == _STYLE else style
    texts: dict[str, str] = {}
    for name, data in (defaults | own).items():
        text = decode(data, f"templates/{name}")
        if isinstance(text, Diagnostic):
            found.append(text)
        else:
            texts[name] = text
    texts |= {f"default:{name}": data.decode() for name, data in defaults.items()}
    look = Look(MappingProxyType(texts), MappingProxyType(static), style.decode(errors="replace"))
    return look, tuple(found)


def read_static(file: StaticFile) -> bytes | Diagnostic:
    """Read the bytes of a static file; one that is no longer the same is a diagnostic."""
    data = read_bytes(Path(file.root), file.name)
    if isinstance(data, Diagnostic) or hashlib.sha256(data).hexdigest() == file.digest:
        return data
    message = f"{file.name} changed while the site was being built"
    return diagnostic("file-changed", Span(file.name), message, hint="build again")


def _files(root: Path, folder: str, found: list[Diagnostic]) -> Iterator[tuple[str, bytes]]:
    """Read the files of a folder one at a time; yield each with its path within the folder."""
    names, mistakes = files(root, folder)
    found.extend(mistakes)
    for name in names:
        data = read_bytes(root, name)
        if isinstance(data, Diagnostic):
            found.append(data)
        else:
            yield name.removeprefix(f"{folder}/"), data
