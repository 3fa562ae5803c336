"""Reading from disk: nothing outside the project, nothing too large, bytes as they are."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Never

import pytest

from briefing.diagnostics import Diagnostic, Span
from briefing.load import disk
from briefing.load.disk import decode, files, line_reader, read_bytes, read_optional, read_text
from tests.conftest import ProjectMaker

HERE = Span("content/sources.yaml", 3, 9, 3, 14)


def code(read: bytes | str | Diagnostic) -> str:
    assert isinstance(read, Diagnostic)
    return read.code


def test_bytes_come_back_as_they_are(project: ProjectMaker) -> None:
    root = project({"a.txt": b"\xef\xbb\xbfone\r\n\xff"})
    assert read_bytes(root, "a.txt") == b"\xef\xbb\xbfone\r\n\xff"


def test_a_mark_at_the_beginning_and_line_ends_stay(project: ProjectMaker) -> None:
    root = project({"a.txt": b"\xef\xbb\xbfone\r\ntwo\rthree\n"})
    assert read_text(root, "a.txt") == "\ufeffone\r\ntwo\rthree\n"


def test_links_within_the_project_are_followed(project: ProjectMaker) -> None:
    root = project({"seeds/a.txt": "words"})
    (root / "seeds" / "b.txt").symlink_to("a.txt")
    assert read_text(root, "seeds/b.txt") == "words"


def test_a_project_may_itself_be_a_link(project: ProjectMaker, tmp_path: Path) -> None:
    root = project({"seeds/a.txt": "words"})
    (tmp_path / "link").symlink_to(root)
    assert read_text(tmp_path / "link", "seeds/a.txt") == "words"


@pytest.mark.parametrize("name", ["../secret.txt", "seeds/../../secret.txt", "/etc/hostname"])
def test_paths_that_leave_the_project(project: ProjectMaker, tmp_path: Path, name: str) -> None:
    (tmp_path / "secret.txt").write_text("secret")
    found = read_bytes(project({"seeds/a.txt": ""}), name, HERE)
    assert isinstance(found, Diagnostic)
    assert (found.code, found.at) == ("outside-project", HERE)
    assert found.message == f"{name} is outside the project"


def test_links_that_leave_the_project(project: ProjectMaker, tmp_path: Path) -> None:
    (tmp_path / "beside").mkdir()
    (tmp_path / "beside" / "secret.txt").write_text("secret")
    root = project({"seeds/a.txt": ""})
    (root / "seeds" / "link.txt").symlink_to(tmp_path / "beside" / "secret.txt")
    (root / "seeds" / "folder").symlink_to(tmp_path / "beside")
    assert code(read_bytes(root, "seeds/link.txt")) == "outside-project"
    assert code(read_bytes(root, "seeds/folder/secret.txt")) == "outside-project"
    assert line_reader(root)("seeds/link.txt", 1) is None


def test_a_folder_beside_with_the_same_beginning_is_outside(
    project: ProjectMaker, tmp_path: Path
) -> None:
    (tmp_path / "project-two").mkdir()
    (tmp_path / "project-two" / "a.txt").write_text("other")
    assert code(read_bytes(project({}), "../project-two/a.txt")) == "outside-project"


def test_files_that_are_missing_or_no_files(project: ProjectMaker) -> None:
    root = project({"seeds/a.txt": ""})
    assert code(read_bytes(root, "seeds/b.txt")) == "file-missing"
    assert code(read_bytes(root, "seeds")) == "file-missing"
    (root / "dangling.txt").symlink_to("nowhere.txt")
    assert code(read_bytes(root, "dangling.txt")) == "file-missing"


def test_without_a_place_the_file_itself_is_named(project: ProjectMaker) -> None:
    found = read_bytes(project({}), "content/sources.yaml")
    assert isinstance(found, Diagnostic)
    assert found.at == Span("content/sources.yaml")


@pytest.mark.parametrize("name", ["a\0b.txt", "a" * 5000, "loop.txt"])
def test_names_that_the_system_refuses(project: ProjectMaker, name: str) -> None:
    root = project({})
    (root / "loop.txt").symlink_to("loop.txt")
    assert code(read_bytes(root, name)) in {"unreadable-file", "file-missing"}


def test_a_file_that_may_not_be_read(
    project: ProjectMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(_path: str, _mode: str) -> Never:
        raise PermissionError(13, "Permission denied")

    root = project({"a.txt": "x"})
    monkeypatch.setattr(disk, "open", refuse, raising=False)
    found = read_bytes(root, "a.txt")
    assert isinstance(found, Diagnostic)
    assert (found.code, found.message) == (
        "unreadable-file",
        "cannot read a.txt: permission denied",
    )


def test_a_file_that_is_too_large(project: ProjectMaker, monkeypatch: pytest.MonkeyPatch) -> None:
    root = project({"a.txt": "12345"})
    monkeypatch.setattr(disk, "MAX_BYTES", 4)
    assert code(read_bytes(root, "a.txt")) == "file-too-large"
    monkeypatch.setattr(disk, "MAX_BYTES", 5)
    assert read_bytes(root, "a.txt") == b"12345"


@pytest.mark.parametrize(
    ("data", "at", "byte"),
    [
        (b"\xff", (1, 1), "0xFF"),
        (b"one\ntwo \x80", (2, 5), "0x80"),
        ("Å🏭".encode() + b"\xe2\x82", (1, 3), "0xE2"),
        (b"\xef\xbb\xbfa\r\n\xc0\xaf", (2, 1), "0xC0"),
    ],
)
def test_the_place_of_what_is_not_utf_8(data: bytes, at: tuple[int, int], byte: str) -> None:
    found = decode(data, "seeds/a.txt")
    assert isinstance(found, Diagnostic)
    assert (found.code, found.at.file) == ("bad-encoding", "seeds/a.txt")
    assert (found.at.line, found.at.column) == at
    assert found.message == f"invalid UTF-8: byte {byte}"


def test_files_are_listed_sorted_and_hidden_ones_left_out(project: ProjectMaker) -> None:
    root = project({
        "content/claims/b.yaml": "", "content/claims/a.yml": "", "content/claims/.c.yaml": "",
        "content/claims/deep/d.yaml": "", "content/claims/.git/e.yaml": "",
        "content/claims/note.txt": "",
    })  # fmt: skip
    names, found = files(root, "content/claims", (".yaml", ".yml"))
    assert names == (
        "content/claims/a.yml",
        "content/claims/b.yaml",
        "content/claims/deep/d.yaml",
    )
    assert found == ()
    assert files(root, "nowhere") == files(root, "content/claims/note.txt") == ((), ())


def test_what_cannot_be_listed_is_told(project: ProjectMaker, tmp_path: Path) -> None:
    root = project({"static/a.css": ""})
    (root / "static" / "folder").symlink_to(tmp_path)
    (root / "static" / "nowhere.css").symlink_to("gone.css")
    Path(os.fsdecode(bytes(root / "static") + b"/\xff.css")).write_text("")
    names, found = files(root, "static")
    assert names == ("static/a.css", "static/nowhere.css")
    assert [(one.code, one.at.file) for one in found] == [
        ("outside-project", "static/folder"),
        ("unreadable-file", "static/\\xff.css"),
    ]
    assert code(read_bytes(root, "static/nowhere.css")) == "file-missing"


def test_a_folder_that_may_not_be_read(
    project: ProjectMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(name: Path) -> None:
        raise PermissionError(13, "Permission denied", str(name))

    root = project({"content/claims/a.yaml": ""})
    monkeypatch.setattr(os, "scandir", refuse)
    names, (found,) = files(root, "content/claims")
    assert names == ()
    assert (found.code, found.message) == (
        "unreadable-file",
        "cannot read content/claims: permission denied",
    )


def test_a_file_that_may_be_absent(project: ProjectMaker) -> None:
    root = project({"a.txt": "x", "folder/b.txt": ""})
    (root / "dangling.txt").symlink_to("nowhere.txt")
    assert read_optional(root, "a.txt") == "x"
    assert read_optional(root, "b.txt") is None
    for name in ("folder", "dangling.txt"):
        found = read_optional(root, name)
        assert isinstance(found, Diagnostic)
        assert found.code == "file-missing"


def test_one_line_of_a_file(project: ProjectMaker) -> None:
    root = project({"a.txt": b"one\r\ntwo \xff\nthree"})
    line = line_reader(root)
    assert [line("a.txt", number) for number in (1, 2, 3)] == ["one", "two \ufffd", "three"]
    assert line("a.txt", 0) is None
    assert line("a.txt", 4) is None
    assert line("b.txt", 1) is None


def test_a_file_is_read_once_for_all_lines_shown_of_it(
    project: ProjectMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    read: list[str] = []

    def counted(root: Path, name: str) -> bytes:
        read.append(name)
        return (root / name).read_bytes()

    line = line_reader(project({"a.txt": "one\ntwo", "b.txt": "three"}))
    monkeypatch.setattr(disk, "read_bytes", counted)
    assert [line("a.txt", 1), line("a.txt", 2), line("b.txt", 1)] == ["one", "two", "three"]
    assert read == ["a.txt", "b.txt"]
