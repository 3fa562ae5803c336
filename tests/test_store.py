"""What a build keeps for the next: taken over where nothing changed, never believed, never noticed."""

from __future__ import annotations

import os
import shutil
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing import pipeline, publish
from briefing.diagnostics import Span, blocks
from briefing.units import Store, kept

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.diagnostics import Diagnostic

HERE = Path(__file__).resolve().parent
SECRET, PROGRAM = b"s" * 32, b"p" * 64
PROJECTS = [HERE / "sites/small", HERE / "sites/parts", *sorted((HERE / "sites_invalid").iterdir())]
made: list[tuple[str, int]] = []


@kept(lambda: tuple[Span, int])
def _measured(at: Span, text: str, times: int = 1) -> tuple[Span, int]:
    made.append((text, times))
    return at, len(text) * times


def _unkept(text: str) -> int:
    made.append((text, 0))
    return len(text)


def _warm(packed: bytes, secret: bytes = SECRET, program: bytes = PROGRAM) -> bool:
    """Return whether the unit below is taken over from these bytes."""
    made.clear()
    value = Store(packed, secret, program).unit("a", _measured, Span("f", 2), "word", times=3)
    assert value == (Span("f", 2), 12)
    return not made


@pytest.fixture
def packed() -> bytes:
    store = Store(b"", SECRET, PROGRAM)
    store.unit("a", _measured, Span("f", 2), "word", times=3)
    return b"".join(store.packed())


def test_a_unit_that_reads_the_same_is_taken_over(packed: bytes) -> None:
    assert _warm(packed)


def test_a_unit_that_reads_otherwise_or_is_not_marked_is_made(packed: bytes) -> None:
    store = Store(packed, SECRET, PROGRAM)
    made.clear()
    store.unit("a", _measured, Span("f", 3), "word", times=3)
    store.unit("a", _measured, Span("f", 2), "word", times=2)
    store.unit("a", _unkept, "word")
    assert made == [("word", 3), ("word", 2), ("word", 0)]


def test_what_a_build_did_not_ask_for_is_not_packed(packed: bytes) -> None:
    assert not _warm(b"".join(Store(packed, SECRET, PROGRAM).packed()))


def test_what_another_account_or_version_packed_is_equal_to_none(packed: bytes) -> None:
    assert not _warm(packed, secret=b"t" * 32)
    assert not _warm(packed, program=b"q" * 64)


def test_what_is_damaged_is_equal_to_none(packed: bytes) -> None:
    for length in range(len(packed)):
        assert not _warm(packed[:length])
        assert not _warm(packed[:length] + bytes([packed[length] ^ 1]) + packed[length + 1 :])
    assert not _warm(packed + b"\0")


def test_a_text_that_is_not_unicode_is_computed_and_not_kept() -> None:
    store = Store(b"", SECRET, PROGRAM)
    assert store.unit("a", _measured, Span("f"), "\ud800") == (Span("f"), 1)
    assert list(store.packed()) == list(Store(b"", SECRET, PROGRAM).packed())


def _everything(
    root: Path, store: Store | None
) -> tuple[tuple[Diagnostic, ...], Mapping[str, object]]:
    examined = pipeline.examine(root, store.unit) if store else pipeline.examine(root)
    shown = () if blocks(examined.found) else examined.paths
    return examined.found, {path: examined.file(path) for path in shown}


@pytest.mark.parametrize("project", PROJECTS, ids=lambda path: path.name)
def test_nothing_shows_whether_units_were_taken_over(project: Path) -> None:
    store = Store(b"", SECRET, PROGRAM)
    cold = _everything(project, store)
    assert cold == _everything(project, None)
    assert cold == _everything(project, Store(b"".join(store.packed()), SECRET, PROGRAM))


def _built(root: Path) -> dict[str, bytes]:
    built = pipeline.build(root, root / "site", secret=SECRET)
    assert built.published is not None
    site = root / "site"
    return {
        str(one.relative_to(site)): one.read_bytes() for one in site.rglob("*") if one.is_file()
    }


@pytest.fixture
def root(tmp_path: Path) -> Path:
    return Path(shutil.copytree(HERE / "sites/small", tmp_path / "project"))


def _kept(root: Path) -> Path:
    return root / ".site.briefing" / "kept"


def test_what_is_kept_may_be_deleted_or_damaged_at_any_time(root: Path) -> None:
    first = _built(root)
    whole = _kept(root).read_bytes()
    for data in (b"", whole[:100], b"\0" * 1000, None):
        if data is None:
            _kept(root).unlink()
        else:
            _kept(root).write_bytes(data)
        assert _built(root) == first
        assert _kept(root).read_bytes() == whole


@pytest.mark.skipif(os.name == "nt", reason="links need a right there")
def test_nothing_is_kept_or_read_through_a_link(root: Path, tmp_path: Path) -> None:
    first = _built(root)
    elsewhere = tmp_path / "elsewhere"
    elsewhere.write_bytes(_kept(root).read_bytes())
    _kept(root).unlink()
    _kept(root).symlink_to(elsewhere)
    assert publish.kept(root / "site") == b""
    before = elsewhere.read_bytes()
    assert _built(root) == first
    assert elsewhere.read_bytes() == before
    assert _kept(root).is_symlink()


def test_a_build_without_a_secret_keeps_nothing(root: Path) -> None:
    assert pipeline.build(root, root / "site").published is not None
    assert not _kept(root).exists()


def test_the_secret_of_an_account_stays_and_is_for_it_alone(tmp_path: Path) -> None:
    folder = tmp_path / "a/b"
    secret = publish.secret(folder)
    assert secret is not None
    assert publish.secret(folder) == secret
    if os.name == "posix":
        assert (folder / "secret").stat().st_mode & 0o777 == 0o600
    (folder / "secret").write_bytes(b"short")
    assert publish.secret(folder) not in (secret, None)
    assert publish.secret(tmp_path / "a/b/secret") is None
