"""Units: taken over where they read the same, made anew where not, and never noticed."""

from __future__ import annotations

import shutil
import time
from pathlib import Path
from random import Random
from typing import TYPE_CHECKING

import pytest

from briefing import pipeline
from briefing.load.claims import read_claims
from briefing.units import Memory, anew, nested

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.model.content import Claim, Entity
    from briefing.units import Units

NO_ENTITIES: Mapping[str, Entity] = {}
ROOT = Path(__file__).resolve().parent.parent


def _listed(*words: str) -> list[str]:
    return list(words)


def test_a_unit_that_reads_the_same_is_the_very_value_of_before() -> None:
    first = Memory()
    one = first.unit("a", _listed, "x")
    second = first.following()
    assert second.unit("a", _listed, "x") is one
    assert second.following().unit("a", _listed, "x") is one


@pytest.mark.parametrize(("name", "words"), [("a", ("y",)), ("a", ("x", "x")), ("b", ("x",))])
def test_a_unit_that_reads_other_values_or_has_another_name_is_made(
    name: str, words: tuple[str, ...]
) -> None:
    first = Memory()
    one = first.unit("a", _listed, "x")
    other = first.following().unit(name, _listed, *words)
    assert other == list(words)
    assert other is not one


def test_what_a_run_does_not_ask_for_is_forgotten() -> None:
    first = Memory()
    one = first.unit("a", _listed, "x")
    later = first.following().following()
    assert later.unit("a", _listed, "x") is not one


@nested
def _lists(text: str, unit: Units = anew) -> tuple[list[str], ...]:
    return tuple(unit(("in", word), _listed, word) for word in text.split())


def test_units_within_a_unit_are_kept_with_it() -> None:
    first = Memory()
    one, _ = first.unit("all", _lists, "x y")
    second = first.following()
    second.unit("all", _lists, "x y")
    again, other = second.following().unit("all", _lists, "x z")
    assert again is one
    assert other == ["z"]
    assert anew("all", _lists, "x y") == (["x"], ["y"])


def test_of_an_edited_file_only_the_claim_that_changed_is_read() -> None:
    text = "topic: t\nabout: {period: '2024'}\nclaims:\n  a: {claim: One.}\n  b: {claim: Two.}\n"
    memory = Memory()

    def claims(text: str) -> dict[str, Claim]:
        nonlocal memory
        memory = memory.following()
        file = memory.unit("claims", read_claims, text, "f.yaml", NO_ENTITIES)
        assert file == read_claims(text, "f.yaml", NO_ENTITIES)
        return {one.id: one for one in file.claims}

    first = claims(text)
    second = claims(text.replace("One", "Won"))
    assert second["b"] is first["b"]
    for old, new in (
        ("  b: {", "  b: { "),
        ("2024", "2025"),
        ("topic: t", "topic: u"),
        ("  a", "\n  a"),
    ):
        assert claims(text.replace(old, new))["b"] is not first["b"]


def test_without_a_memory_each_unit_is_made() -> None:
    assert anew("a", _listed, "x") is not anew("a", _listed, "x")


def _many(root: Path, count: int) -> Path:
    """Write a project of so many sources, with a claim on each."""
    sources = "".join(
        f"s-{n}: {{file: seeds/{n}.txt, title: Report {n}, published: 2025-01-15, publisher: p}}\n"
        for n in range(count)
    )
    claims = "".join(
        f"  c-{n}:\n    claim: Bridge {n} is open.\n    for:\n      - s-{n}: Bridge {n} is open\n"
        for n in range(count)
    )
    files = {
        "briefing.yaml": "title: Bridges\ntopics:\n  - {id: bridges, title: Bridges}\n",
        "content/sources.yaml": sources,
        "content/publishers.yaml": "p: {name: The Post}\n",
        "content/claims/bridges.yaml": f"topic: bridges\nclaims:\n{claims}",
        "content/index.md": "All of them.\n",
        "content/topics/bridges.md": "All of them.\n",
        **{f"seeds/{n}.txt": f"Bridge {n} is open today.\n" for n in range(count)},
    }
    for name, text in files.items():
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(text, "utf-8")
    return root


@pytest.mark.slow
def test_an_edit_that_every_claim_reads_takes_time_in_proportion(tmp_path: Path) -> None:
    def took(count: int) -> float:
        root = _many(tmp_path / str(count), count)
        memory = Memory()
        pipeline.examine(root, memory.unit)
        times = []
        for n in range(3):
            sources = root / "content/sources.yaml"
            text = sources.read_text("utf-8")
            at = text.rindex("title: ") + len("title: ")
            sources.write_text(f"{text[:at]}{n}{text[at:]}", "utf-8")
            memory = memory.following()
            start = time.process_time()
            examined = pipeline.examine(root, memory.unit)
            times.append(time.process_time() - start)
            assert not examined.found
        return min(times)

    took(50)
    assert took(400) < 8 * took(100)


def _copy(root: Path) -> Path:
    """Copy the briefing of this repository, all that a build reads of it."""
    for name in ("content", "seeds", "templates", "static"):
        shutil.copytree(ROOT / name, root / name)
    shutil.copy(ROOT / "briefing.yaml", root)
    return root


def _edit(root: Path, chance: Random) -> str:
    """Change one line of one file as an author, or an accident, might; say what was done."""
    files = sorted(path for path in root.rglob("*") if path.suffix in {".yaml", ".md", ".txt"})
    path = chance.choice(files)
    lines = path.read_text("utf-8").split("\n")
    at = chance.randrange(len(lines))
    how = chance.choice(("drop", "repeat", "comment", "letter", "digit"))
    if how == "drop":
        del lines[at]
    elif how == "repeat":
        lines.insert(at, lines[at])
    elif how == "comment":
        lines.insert(at, "# a remark")
    elif how == "letter":
        lines[at] = lines[at].replace("a", "o", 1)
    else:
        lines[at] = lines[at].replace("2", "3", 1)
    path.write_text("\n".join(lines), "utf-8")
    return f"{how} line {at + 1} of {path.relative_to(root)}"


@pytest.mark.parametrize(
    ("seed", "steps"), [(1, 5), *(pytest.param(n, 12, marks=pytest.mark.slow) for n in (1, 2))]
)
def test_a_run_with_a_memory_finds_and_shows_what_one_without_does(
    tmp_path: Path, seed: int, steps: int
) -> None:
    """Edit the real briefing again and again, and back; nothing of before may shine through."""
    root = _copy(tmp_path)
    chance = Random(seed)  # noqa: S311 (the same edits each time)
    memory = Memory()
    done: list[str] = []
    shown = 0
    for _ in range(steps):
        memory = memory.following()
        remembered = pipeline.examine(root, memory.unit)
        fresh = pipeline.examine(root)
        assert remembered.found == fresh.found, done
        assert remembered.paths == fresh.paths, done
        assert (remembered.site is None) == (fresh.site is None), done
        if remembered.site is not None and fresh.site is not None:
            assert remembered.site.judged == fresh.site.judged, done
            for path in chance.sample(fresh.paths, min(3, len(fresh.paths))):
                assert remembered.file(path) == fresh.file(path), (done, path)
                shown += 1
        if chance.random() < 0.5:  # back to what was good, so that mistakes do not pile up
            shutil.rmtree(root / "content")
            shutil.copytree(ROOT / "content", root / "content")
            done.append("back")
        done.append(_edit(root, chance))
    assert shown > steps
