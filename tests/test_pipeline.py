"""Builds: what a killed run left is put right, and a refusal says what to do."""

from __future__ import annotations

import shutil
from pathlib import Path

from briefing import pipeline

SMALL = Path(__file__).parent / "sites" / "small"


def test_a_build_that_stops_at_a_mistake_still_puts_a_killed_run_right(tmp_path: Path) -> None:
    root, out = tmp_path / "project", tmp_path / "site"
    shutil.copytree(SMALL, root)
    assert pipeline.build(root, out).published is not None
    page = (out / "index.html").read_bytes()
    out.rename(out.with_name(".site.briefing") / "previous")
    (root / "seeds" / "gazette.txt").write_text("Something else.\n")
    assert pipeline.build(root, out).published is None
    assert (out / "index.html").read_bytes() == page


def test_a_refused_output_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "letter.txt").write_text("not ours")
    built = pipeline.build(SMALL, tmp_path / "site")
    (found,) = built.examined.found
    assert (found.code, bool(found.hint)) == ("output-refused", True)
    assert (tmp_path / "site" / "letter.txt").read_text() == "not ours"
