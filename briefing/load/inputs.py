"""List the folders and files of a project that are worth watching for changes."""

from __future__ import annotations

import os
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from briefing import resources
from briefing.file_names import TREES
from briefing.load import settings
from briefing.load.articles import is_article

if TYPE_CHECKING:
    from collections.abc import Iterable


def inputs(root: Path, articles: Iterable[str] = ()) -> tuple[Path, ...]:
    """List what a site is made from, whether it exists or not: no output may overlap any of it.

    `articles` are as for `input_folders`.
    """
    own = (settings.FILE, *TREES, *articles)
    return (*(root / name for name in own), resources.templates(), resources.static())


def input_folders(root: Path, articles: Iterable[str] = ()) -> frozenset[Path]:
    """List the existing folders that hold inputs, the root included, without hidden ones.

    `articles` are the article files as POSIX paths from the root. Links are not followed, and folders
    whose names are not UTF-8 are left out, because they cannot be watched.
    """
    found = {root}
    for tree in TREES:
        for folder, below, _ in os.walk(root / tree):
            found.add(Path(folder))
            below[:] = [name for name in below if not name.startswith(".") and _is_text(name)]
    parents = {root / PurePosixPath(article).parent for article in articles}
    # Unlike `Path.is_dir`, this is False for a name that is too long or may not be looked at.
    return frozenset(found | {folder for folder in parents if os.path.isdir(folder)})  # noqa: PTH112


def _is_text(name: str) -> bool:
    return not any("\ud800" <= char <= "\udfff" for char in name)


def is_input(root: Path, folders: frozenset[Path], path: Path) -> bool:
    """Return whether a path in one of `folders` may be an input.

    In the root, inputs are the configuration, the folders above and articles; elsewhere anything
    that is not hidden.
    """
    if path.name.startswith("."):
        return False
    if path.parent != root or path in folders:
        return True
    return path.name in (settings.FILE, *TREES) or is_article(path.name)
