"""The table of files for programs: which there are, that pages lead to them, and the same bytes."""

from __future__ import annotations

import hashlib
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

from briefing.serve.app import TYPES
from briefing.view.exports import FILES
from briefing.view.exports.table import COLUMNS
from tests.view.briefings import built, example
from tests.view.exports.conftest import ADDRESS, ROOT, site_of

ALWAYS = [
    "data/briefing.json",
    "data/claims.csv",
    "data/annotations.jsonld",
    "data/sources.csl.json",
]


def test_files_that_need_an_address_wait_for_it() -> None:
    assert [path for path in site_of(example()).paths if path in FILES] == ALWAYS
    rooted = site_of(example(), "https://example.org/").paths
    assert [path for path in rooted if path in FILES] == list(FILES)


def test_the_method_page_leads_to_the_files() -> None:
    links = re.findall(r'href="(data/[^"]+)"', built(example()).html("method.html"))
    assert links == ALWAYS


def test_each_file_is_described() -> None:
    text = (ROOT / "docs/data.md").read_text("utf-8")
    headings = re.findall(r"^## (.*)$", text, re.MULTILINE)
    assert [name for name in FILES if not any(f"`{name}`" in one for one in headings)] == []
    table = text.partition("## `data/claims.csv`")[2].partition("\n## ")[0]
    assert [name for name in COLUMNS if f"`{name}`" not in table] == []


def test_the_preview_knows_what_each_file_is() -> None:
    assert {Path(name).suffix for name in FILES} <= set(TYPES)


BUILD = "import sys; from pathlib import Path; from briefing import pipeline; pipeline.build(Path(sys.argv[1]), Path(sys.argv[2]))"


def test_the_same_content_gives_the_same_bytes_anywhere(tmp_path: Path) -> None:
    project = tmp_path / "project"
    shutil.copytree(ROOT / "tests/sites/small", project)
    settings = project / "briefing.yaml"
    settings.write_text(f"{settings.read_text('utf-8')}site_url: {ADDRESS}\n", "utf-8")
    (project / "content/changes.yaml").write_text(
        "- date: 2031-06-01\n  why: 'First: “whole”.'\n  added: [bridge-cost, toll-free]\n"
        "- date: 2031-06-02\n  why: Second.\n"
        "  moved: {toll-free: {before: unsupported, after: disputed}}\n",
        "utf-8",
    )
    worlds = (
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Auckland", "LC_ALL": "C"},
        {"PYTHONHASHSEED": "2", "TZ": "America/Lima", "LC_ALL": "tr_TR.UTF-8"},
    )
    digests = []
    for number, world in enumerate(worlds):
        out = tmp_path / str(number) / "site"
        out.parent.mkdir()
        subprocess.run(
            [sys.executable, "-c", BUILD, str(project), str(out)],
            env={**os.environ, **world, "PYTHONPATH": str(ROOT)},
            check=True,
        )
        assert (out / "data/feed.atom").is_file()
        digests.append(
            {
                path.relative_to(out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
                for path in out.rglob("*")
                if path.is_file()
            }
        )
    assert digests[0] == digests[1]
