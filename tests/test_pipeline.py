"""Builds: what a killed run left is put right, a refusal says what to do, and the index is whole."""

from __future__ import annotations

import shutil
import tracemalloc
from pathlib import Path
from typing import Any

import pagefind_bin
import pytest

from briefing import authoring, pipeline, search
from briefing.load import Installed
from briefing.units import Each, Units

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


def test_a_static_file_that_changes_during_a_build_costs_no_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    root, out = tmp_path / "project", tmp_path / "site"
    shutil.copytree(SMALL, root)
    picture = root / "static" / "card.png"
    picture.parent.mkdir(exist_ok=True)
    picture.write_bytes(b"old")
    assert pipeline.build(root, out).published is not None
    examine = pipeline.examine_mended

    def change(root: Path, unit: Units, each: Each, **named: Any) -> pipeline.Examined:  # noqa: ANN401
        examined = examine(root, unit, each, **named)
        picture.write_bytes(b"new")
        return examined

    monkeypatch.setattr(pipeline, "examine_mended", change)
    stopped = pipeline.build(root, out)
    assert stopped.published is None
    (found,) = stopped.examined.found
    assert (found.code, found.at.file) == ("file-changed", "static/card.png")
    assert (out / "static" / "card.png").read_bytes() == b"old"


@pytest.mark.slow
def test_a_build_holds_one_static_file_at_a_time(tmp_path: Path) -> None:
    root, size, count = tmp_path / "project", 2_000_000, 12
    shutil.copytree(SMALL, root)
    (root / "static").mkdir(exist_ok=True)
    for number in range(count):
        (root / "static" / f"{number}.bin").write_bytes(bytes([number]) * size)
    tracemalloc.start()
    try:
        published = pipeline.build(root, tmp_path / "site").published
        peak = tracemalloc.get_traced_memory()[1]
    finally:
        tracemalloc.stop()
    assert published is not None
    assert peak < 5 * size
    assert (tmp_path / "site" / "static" / "7.bin").stat().st_size == size


def test_a_refused_output_says_what_to_do(tmp_path: Path) -> None:
    (tmp_path / "site").mkdir()
    (tmp_path / "site" / "letter.txt").write_text("not ours")
    built = pipeline.build(SMALL, tmp_path / "site")
    (found,) = built.examined.found
    assert (found.code, bool(found.hint)) == ("output-refused", True)
    assert (tmp_path / "site" / "letter.txt").read_text() == "not ours"


def site(out: Path) -> dict[str, bytes]:
    return {
        path.relative_to(out).as_posix(): path.read_bytes()
        for path in sorted(out.rglob("*"))
        if path.is_file()
    }


def test_the_index_is_published_with_the_pages_and_goes_with_them(tmp_path: Path) -> None:
    root, out = tmp_path / "project", tmp_path / "site"
    shutil.copytree(SMALL, root)
    assert pipeline.build(root, out).published is not None
    first = site(out)
    index = {path for path in first if path.startswith(search.FOLDER)}
    assert "pagefind/pagefind.js" in index
    again = pipeline.build(root, out).published
    assert again is not None
    assert (again.written, again.removed) == (0, 0)
    claims = root / "content/claims/cost.yaml"
    claims.write_text(claims.read_text().replace("bridge will be free", "bridge is to be free"))
    assert pipeline.build(root, out).published is not None
    moved = {path for path in site(out) if path.startswith(search.FOLDER)}
    assert len(moved) == len(index)
    assert moved != index


def test_without_pagefind_there_is_no_index_and_searching_leads_to_the_claims(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert pipeline.build(SMALL, tmp_path / "with").published is not None
    monkeypatch.setattr(search, "installed", lambda: False)
    assert pipeline.build(SMALL, tmp_path / "without").published is not None
    found, plain = site(tmp_path / "with"), site(tmp_path / "without")
    assert {path for path in found if not path.startswith(search.FOLDER)} == set(plain)
    assert {path for path in plain if plain[path] != found[path]} == {"search.html"}
    page = plain["search.html"].decode()
    assert 'action="claims/index.html"' in page
    assert "<script" not in page
    assert "wasm" not in page


def test_an_index_that_cannot_be_made_costs_no_site(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    out = tmp_path / "site"
    assert pipeline.build(SMALL, out).published is not None
    before = site(out)
    monkeypatch.setattr(pagefind_bin, "get_executable", lambda: tmp_path / "nothing")
    built = pipeline.build(SMALL, out)
    assert built.published is None
    (found,) = built.examined.found
    assert (found.code, found.at.file, bool(found.hint)) == ("search-failed", "briefing.yaml", True)
    assert site(out) == before


@pytest.mark.parametrize("installed", [True, False])
def test_a_check_sets_the_page_to_search_from_that_a_build_would(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, *, installed: bool
) -> None:
    monkeypatch.setattr(search, "installed", lambda: installed)
    root = tmp_path / "project"
    shutil.copytree(SMALL, root)
    (root / "templates").mkdir()
    page = "{% if body.indexed %}{{ nothing.here }}{% endif %}"
    (root / "templates" / "search.html").write_text(page)
    found = pipeline.check(root).found
    assert found == pipeline.build(root, tmp_path / "site").examined.found
    assert [one.code for one in found] == ["template-error"] * installed


def test_the_preview_searches_the_list_of_claims() -> None:
    page = pipeline.examine(SMALL).file("search.html")
    assert isinstance(page, bytes)
    assert b"<script" not in page


@pytest.mark.parametrize(
    ("old", "new", "code"),
    [
        ("claims:\n", "claim:\n", "unknown-key"),
        ("  bridge-cost:", "  Bridge Cost:", "bad-id"),
    ],
)
def test_one_slip_of_a_claims_file_is_one_finding(
    old: str, new: str, code: str, tmp_path: Path
) -> None:
    root = tmp_path / "project"
    authoring.new_project(root, Installed("x"))
    file = root / "content/claims/bridge.yaml"
    file.write_text(file.read_text().replace(old, new, 1))
    assert [one.code for one in pipeline.check(root).found] == [code]
