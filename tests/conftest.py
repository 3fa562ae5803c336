"""Give the tests a project on disk from a mapping, so that each shows its whole input."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Protocol

import pytest
from hypothesis import settings

# How long one example takes says more about the machine than about the code, hence no deadline; in
# CI the examples are the same on every run, so that a failure belongs to the change that shows it.
settings.register_profile("here", deadline=None)
settings.register_profile("ci", deadline=None, derandomize=True)
settings.load_profile("ci" if os.environ.get("CI") else "here")


@pytest.fixture(autouse=True, scope="session")
def own_settings(tmp_path_factory: pytest.TempPathFactory) -> None:
    """Keep the tests, and the commands that they start, out of the settings of this account."""
    os.environ["XDG_CONFIG_HOME"] = str(tmp_path_factory.mktemp("settings"))


class ProjectMaker(Protocol):
    """What the `project` fixture hands to a test: write these files, get the project's root."""

    def __call__(self, files: Mapping[str, str | bytes]) -> Path:
        """Write `files` (relative POSIX path to content) and return the folder that holds them."""


@pytest.fixture
def project(tmp_path: Path) -> ProjectMaker:
    """Return a function that writes a tree of files below the test's own folder.

    Text is written as UTF-8 with its line ends untouched; bytes are written as they are, which is
    how a test holds broken UTF-8, a byte order mark or CRLF. A second call in the same test adds
    to the first or replaces single files of it. A path that leaves the project is refused.
    """
    root = tmp_path / "project"

    def make(files: Mapping[str, str | bytes]) -> Path:
        root.mkdir(exist_ok=True)
        for name, content in files.items():
            path = root / name
            if not path.resolve().is_relative_to(root.resolve()):
                raise ValueError(f"{name!r} leaves the project")
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_bytes(content.encode() if isinstance(content, str) else content)
        return root

    return make


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let `--update` write what a test finds as what it expects, to be read before it is kept."""
    parser.addoption("--update", action="store_true", help="rewrite the expected files")


@pytest.fixture
def update(request: pytest.FixtureRequest) -> bool:
    """Say whether expected files are to be rewritten."""
    return bool(request.config.getoption("--update"))
