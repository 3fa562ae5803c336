from __future__ import annotations

import os
from pathlib import Path

import pytest

from briefing.publish import files
from briefing.publish.files import Stamp, create, holds, read, replace_own, scan


def test_a_tree_is_read_without_following_links(tmp_path: Path) -> None:
    root = tmp_path / "root"
    (root / "a" / "b").mkdir(parents=True)
    (root / "empty").mkdir()
    (root / "a" / "b" / "page").write_bytes(b"123")
    (root / "to-file").symlink_to("a/b/page")
    (root / "a" / "to-folder").symlink_to(tmp_path)
    (root / "dead").symlink_to("nowhere")
    os.mkfifo(root / "pipe")
    tree = scan(root)
    status = (root / "a" / "b" / "page").stat()
    assert tree.files == {"a/b/page": Stamp(3, status.st_mtime_ns)}
    assert tree.folders == {"a", "a/b", "empty"}
    assert tree.others == {"to-file", "a/to-folder", "dead", "pipe"}


def test_a_write_that_stops_short_is_continued(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    write = os.write
    monkeypatch.setattr(os, "write", lambda file, data: write(file, data[:3]))
    path = tmp_path / "page"
    assert create(str(path), b"0123456789").size == 10
    assert path.read_bytes() == b"0123456789"


def test_a_file_that_is_there_is_not_written_into(tmp_path: Path) -> None:
    path = tmp_path / "page"
    path.write_bytes(b"old")
    with pytest.raises(FileExistsError):
        create(str(path), b"new")
    assert path.read_bytes() == b"old"


def test_reading_shows_that_a_file_has_outgrown_its_size(tmp_path: Path) -> None:
    path = tmp_path / "page"
    path.write_bytes(b"12345")
    assert read(str(path), 5) == b"12345"
    assert read(str(path), 3) == b"1234"


def test_replacing_a_text_gets_over_what_a_kill_left(tmp_path: Path) -> None:
    path = tmp_path / "made"
    (tmp_path / "made.new").write_text("half")
    replace_own(path, "whole")
    replace_own(path, "again")
    assert path.read_text() == "again"
    assert [entry.name for entry in tmp_path.iterdir()] == ["made"]


@pytest.mark.parametrize("other", [b"", b"ab", b"abc!", b"abd"])
def test_a_file_holds_its_bytes_and_no_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, other: bytes
) -> None:
    monkeypatch.setattr(files, "_COMPARED", 2)
    path = str(tmp_path / "page")
    create(path, b"abc")
    assert holds(path, b"abc")
    assert not holds(path, other)
