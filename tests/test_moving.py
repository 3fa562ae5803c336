"""Lines put in above what an author wrote: it is elsewhere, and nothing else of it changes."""

from __future__ import annotations

import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing import pipeline
from briefing.diagnostics import Fix, Related, Span, diagnostic
from briefing.judge import claims as judging
from briefing.load.claims import read_claims
from briefing.moving import moved
from briefing.rebuilding import LastBuild
from briefing.units import Memory, Store

if TYPE_CHECKING:
    from briefing.model.look import StaticFile
    from briefing.model.pages import Page, Plain

HERE = Path(__file__).resolve().parent
FILES = sorted((HERE.parent / "content/claims").glob("*.yaml"))
DOWN = 7


@pytest.mark.parametrize("file", FILES, ids=lambda path: path.stem)
def test_whatever_is_read_of_a_file_moves_as_its_lines_do(file: Path) -> None:
    text = file.read_text("utf-8")
    read = read_claims(text, "f.yaml", {})
    lower = read_claims("\n" * DOWN + text, "f.yaml", {})
    assert lower != read
    assert moved(read, "f.yaml", DOWN) == lower
    assert moved(lower, "f.yaml", -DOWN) == read


def test_all_places_of_a_finding_move_but_for_those_in_other_files() -> None:
    here, other = Span("a", 3, 4, 3, 9), Span("b", 3)

    def found(at: Span) -> object:
        made = diagnostic("bad-value", at, "no", related=(Related(at, "x"), Related(other, "y")))
        return (made, Fix(at, "words"))

    assert moved(found(here), "a", 2) == found(Span("a", 5, 4, 5, 9))
    assert moved(found(other), "a", 2) == found(other)


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(HERE / "sites/small", tmp_path / "project"))


def _put_lines_in(root: Path) -> None:
    for path in (root / "content/claims").iterdir():
        path.write_text(f"# a remark\n\n{path.read_text('utf-8')}", "utf-8")


def test_a_claim_that_only_moved_is_not_judged_again(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    memory, store = Memory(), Store(b"", b"s", b"p")
    before = pipeline.examine(root, memory.unit)
    pipeline.examine(root, store.unit)
    _put_lines_in(root)
    fresh = pipeline.examine(root)
    assert fresh.site is not None
    assert before.site is not None
    assert fresh.site.judged.judgements != before.site.judged.judgements
    asked: list[object] = []
    monkeypatch.setattr(judging, "hear", lambda *given: asked.append(given))
    for unit in (memory.following().unit, Store(b"".join(store.packed()), b"s", b"p").unit):
        again = pipeline.examine(root, unit)
        assert again.site is not None
        assert again.site.judged == fresh.site.judged
        assert again.found == fresh.found
    assert not asked


def test_the_page_of_a_claim_that_only_moved_is_not_made_again(
    root: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def build() -> None:
        assert pipeline.build(root, root / "site", secret=b"s" * 32).published

    build()
    _put_lines_in(root)
    made: list[str] = []
    make = LastBuild.page

    def noted(last: LastBuild, path: str) -> Page | Plain | StaticFile:
        made.append(path)
        return make(last, path)

    monkeypatch.setattr(LastBuild, "page", noted)
    build()
    assert not [path for path in made if path.startswith("claims/")]
