"""The wheel and the source distribution: complete, free of articles, and enough to run anywhere."""

from __future__ import annotations

import os
import subprocess
import sys
import tarfile
import venv
import zipfile
from pathlib import Path
from typing import Protocol

import pytest

import briefing

ROOT = Path(__file__).resolve().parent.parent
DEFAULTS = ("templates", "static", "schemas")
ARTICLE = "Acme said on Monday that it would spend $12 billion on data centres.\n"
TINY = {
    "briefing.yaml": "title: A tiny briefing\ntopics:\n  - id: capex\n    title: Spending\n",
    "seeds/acme.txt": ARTICLE,
    "content/sources.yaml": (
        "acme:\n  file: seeds/acme.txt\n  title: Acme to spend\n  publisher: gazette\n"
        "  published: 2025-02-24\n"
    ),
    "content/publishers.yaml": "gazette:\n  name: The Gazette\n",
    "content/claims/capex.yaml": (
        "topic: capex\nclaims:\n  acme-spends:\n"
        "    claim: Acme would spend $12 billion on data centres.\n"
        "    quotes:\n      - acme: it would spend $12 billion on data centres\n"
    ),
    "content/topics/capex.md": "Acme would spend $12 billion [@acme-spends].\n",
    "content/index.md": "Acme would spend $12 billion [@acme-spends].\n",
}

pytestmark = pytest.mark.slow


class ProjectMaker(Protocol):
    """The `project` fixture: write these files, get the folder that holds them."""

    def __call__(self, files: dict[str, str]) -> Path: ...


def run(*command: str | Path, cwd: Path) -> str:
    """Run a command as a newcomer would, knowing nothing of this checkout; return its output."""
    clean = {name: value for name, value in os.environ.items() if not name.startswith("PYTHON")}
    done = subprocess.run(
        command,
        cwd=cwd,
        env=clean,
        stdout=subprocess.PIPE,
        stderr=subprocess.STDOUT,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stdout
    return done.stdout


def built(kind: str, source: Path, into: Path) -> Path:
    """Build a `wheel` or an `sdist` with the backend of this environment."""
    run(sys.executable, "-m", "hatchling", "build", "-t", kind, "-d", into, cwd=source)
    (found,) = into.iterdir()
    return found


@pytest.fixture(scope="module")
def wheel(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built("wheel", ROOT, tmp_path_factory.mktemp("wheel"))


@pytest.fixture(scope="module")
def sdist(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return built("sdist", ROOT, tmp_path_factory.mktemp("sdist"))


@pytest.fixture(scope="module")
def bare(wheel: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Make an environment of the locked dependencies and the wheel; return its programs' folder."""
    folder = tmp_path_factory.mktemp("bare")
    venv.create(folder, with_pip=False)
    programs = folder / ("Scripts" if os.name == "nt" else "bin")
    pip = (sys.executable, "-m", "pip", "--python", programs / "python", "install", "--no-deps")
    run(*pip, "--require-hashes", "-r", ROOT / "requirements.txt", cwd=folder)
    run(*pip, wheel, cwd=folder)
    return programs


def names(wheel: Path) -> set[str]:
    """List what a wheel would install, but for its own description."""
    with zipfile.ZipFile(wheel) as archive:
        return {name for name in archive.namelist() if ".dist-info/" not in name}


def test_the_wheel_holds_the_package_and_its_defaults_and_nothing_else(wheel: Path) -> None:
    places = {"briefing": "briefing", **{name: f"briefing/_defaults/{name}" for name in DEFAULTS}}
    expected = {
        f"{place}/{path.relative_to(ROOT / folder).as_posix()}"
        for folder, place in places.items()
        for path in (ROOT / folder).rglob("*")
        if path.is_file() and "__pycache__" not in path.parts
    }
    expected.add("briefing/_defaults/docs/diagnostics.md")
    assert names(wheel) == expected
    for folder in DEFAULTS:
        assert any(name.startswith(f"briefing/_defaults/{folder}/") for name in expected)


def test_the_wheel_says_what_it_is(wheel: Path) -> None:
    with zipfile.ZipFile(wheel) as archive:
        described = f"briefing-{briefing.__version__}.dist-info"
        metadata = archive.read(f"{described}/METADATA").decode()
        assert "License-Expression: MIT\n" in metadata
        assert "Requires-Python: >=3.11\n" in metadata
        assert "Provides-Extra: search\n" in metadata
        assert f"{described}/licenses/LICENSE" in archive.namelist()


def test_no_article_and_no_annotation_rides_along(sdist: Path) -> None:
    with tarfile.open(sdist) as archive:
        held = {name.split("/")[1] for name in archive.getnames()}
    assert held == {
        "briefing", *DEFAULTS, "docs", "CHANGELOG.md", "LICENSE", "PKG-INFO", "README.md",
        "pyproject.toml", ".gitignore",
    }  # fmt: skip


def test_a_wheel_built_from_the_source_distribution_is_the_same(
    wheel: Path, sdist: Path, tmp_path: Path
) -> None:
    run(sys.executable, "-m", "tarfile", "--extract", sdist, "unpacked", cwd=tmp_path)
    (source,) = (tmp_path / "unpacked").iterdir()
    again = built("wheel", source, tmp_path / "again")
    assert names(again) == names(wheel)


def test_the_installed_command_runs(bare: Path, tmp_path: Path) -> None:
    version = f"briefing, version {briefing.__version__}\n"
    assert run(bare / "briefing", "--version", cwd=tmp_path) == version
    assert run(bare / "python", "-m", "briefing", "--version", cwd=tmp_path) == version


def test_the_installed_command_builds_a_site(bare: Path, project: ProjectMaker) -> None:
    root = project(TINY)
    run(bare / "briefing", "check", "--strict", cwd=root)
    assert "contains no words" in run(bare / "briefing", "explain", "quote-empty", cwd=root)
    run(bare / "briefing", "build", cwd=root)
    assert "A tiny briefing" in (root / "site" / "index.html").read_text(encoding="utf-8")
    assert (root / "site" / "data" / "briefing.json").is_file()
    assert (root / "site" / "pagefind" / "pagefind.js").is_file()


def test_without_the_extra_it_builds_a_site_without_an_index(
    bare: Path, project: ProjectMaker
) -> None:
    root = project(TINY)
    hidden = "import sys; sys.modules['pagefind_bin'] = None; from briefing.cli import main; main()"
    run(bare / "python", "-c", hidden, "build", cwd=root)
    assert (root / "site" / "search.html").is_file()
    assert not (root / "site" / "pagefind").exists()
