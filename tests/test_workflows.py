"""What runs on GitHub: workflows that parse, give no job more than it needs, and pin what they use."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import pytest
import yaml

ROOT = Path(__file__).resolve().parent.parent
FOLDER = ROOT / ".github" / "workflows"
STARTER = ROOT / "briefing" / "starter" / "pages.yml"  # what `briefing new` writes
WORKFLOWS = [*sorted(FOLDER.glob("*.yml")), STARTER]
NEEDED = {
    "contents: read",
    "pages: read",
    "pages: write",  # deploys the site
    "id-token: write",  # deploys the site, and publishes a release without a password
}


@pytest.fixture(params=WORKFLOWS, ids=lambda path: f"{path.parent.name}-{path.stem}")
def path(request: pytest.FixtureRequest) -> Path:
    found: Path = request.param
    return found


def jobs(path: Path) -> dict[str, dict[str, Any]]:
    found: dict[str, dict[str, Any]] = yaml.safe_load(path.read_text())["jobs"]
    return found


def test_nothing_is_permitted_by_default(path: Path) -> None:
    assert yaml.safe_load(path.read_text())["permissions"] == {}


def test_each_job_says_what_it_may_do_and_how_long(path: Path) -> None:
    for name, job in jobs(path).items():
        given = {f"{what}: {access}" for what, access in job["permissions"].items()}
        assert given <= NEEDED, name
        assert name == "all-green" or job["timeout-minutes"] <= 20


def test_each_action_is_pinned_by_its_hash_and_names_its_version(path: Path) -> None:
    used = re.findall(r"^ *(?:- )?uses: *(.*)$", path.read_text(), re.MULTILINE)
    assert used
    for action in used:
        assert re.fullmatch(r"[\w-]+/[\w-]+@[0-9a-f]{40}  # v\d+\.\d+\.\d+", action), action


def test_one_action_has_one_hash() -> None:
    text = "".join(path.read_text() for path in WORKFLOWS)
    pins = set(re.findall(r"uses: (\S+)@(\S+)", text))
    assert len(pins) == len({action for action, _ in pins})


def test_every_job_that_tests_is_asked_for_by_the_last(path: Path) -> None:
    held = jobs(path)
    if "all-green" in held:
        assert set(held["all-green"]["needs"]) == set(held) - {"all-green"}
