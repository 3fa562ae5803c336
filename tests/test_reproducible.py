"""Two builds of one project give identical bytes, whatever the clock, zone, locale or hash seed."""

from __future__ import annotations

import hashlib
import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

ROOT = Path(__file__).parent.parent
WORLDS = (
    {"PYTHONHASHSEED": "1", "TZ": "Pacific/Auckland", "LC_ALL": "C"},
    {"PYTHONHASHSEED": "2", "TZ": "America/Lima", "LC_ALL": "tr_TR.UTF-8"},
)


def digests(project: Path, out: Path) -> list[dict[str, str]]:
    """Build a project in each of the worlds at once, and digest every file that comes of it."""
    sites = [out / str(number) / "site" for number in range(len(WORLDS))]
    builds = [
        subprocess.Popen(
            [sys.executable, "-m", "briefing", "build", "-f", str(project), "-o", str(site)],
            cwd=ROOT,
            env={**os.environ, **world},
            stdout=subprocess.DEVNULL,
        )
        for world, site in zip(WORLDS, sites, strict=True)
    ]
    assert [build.wait() for build in builds] == [0, 0]
    return [
        {
            path.relative_to(site).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
            for path in site.rglob("*")
            if path.is_file()
        }
        for site in sites
    ]


@pytest.mark.slow
def test_two_builds_of_the_real_briefing_give_identical_bytes(tmp_path: Path) -> None:
    first, second = digests(ROOT, tmp_path)
    assert len(first) > 150
    assert first == second


@pytest.mark.slow
def test_two_builds_of_a_project_with_an_address_and_editions_give_identical_bytes(
    tmp_path: Path,
) -> None:
    project = tmp_path / "project"
    shutil.copytree(ROOT / "tests/sites/small", project)
    with (project / "briefing.yaml").open("a", encoding="utf-8") as settings:
        settings.write("site_url: https://example.org/team\n")
    (project / "content/changes.yaml").write_text(
        "- date: 2031-06-01\n  why: 'First: “whole”.'\n  added: [bridge-cost, toll-free]\n"
        "- date: 2031-06-02\n  why: Second.\n"
        "  moved: {toll-free: {before: unsupported, after: disputed}}\n",
        "utf-8",
    )
    first, second = digests(project, tmp_path)
    assert "data/feed.atom" in first
    assert first == second
