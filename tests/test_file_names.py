from __future__ import annotations

from pathlib import PurePosixPath, PureWindowsPath

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.file_names import BadName, NameBook, unsafe


@pytest.mark.parametrize(
    "name",
    [
        "index.html",
        "claims/cloud-growth-dec-2024.html",
        ".nojekyll",
        "static/Über uns.png",
        "static/auxiliary.css",
        "data/v1..2.json",
    ],
)
def test_a_name_that_means_the_same_everywhere_is_taken(name: str) -> None:
    assert unsafe(name) is None


@pytest.mark.parametrize(
    ("name", "because"),
    [
        ("", "does not name a file"),
        ("/etc/passwd", "does not name a file"),
        ("../index.html", "does not name a file"),
        ("claims/../../x", "does not name a file"),
        ("claims/./x", "does not name a file"),
        ("claims//x", "does not name a file"),
        ("claims/", "does not name a file"),
        ("C:/x", "':'"),
        ("a\\b", "'\\\\'"),
        ("a\0b", "'\\x00'"),
        ("a\nb", "'\\n'"),
        ("claims/what?.html", "'?'"),
        ("claims./x", "full stop"),
        ("claims /x", "space"),
        ("claims/con.html", "device"),
        ("NUL", "device"),
        ("static/Con.tar.gz", "device"),
        ("lpt9 .txt", "device"),
        ("aux/logo.svg", "device"),
        ("COM¹", "device"),
        ("CONIN$", "device"),
        ("x" * 256, "longer than 255"),
        ("ü" * 128, "longer than 255"),
        ("\ud800.html", "surrogate"),
    ],
)
def test_a_name_that_could_lead_elsewhere_is_refused(name: str, because: str) -> None:
    found = unsafe(name)
    assert found is not None
    assert because in found.reason


@given(st.text(alphabet="a./\\:. CON1é\0", max_size=12))
def test_a_safe_name_stays_below_the_site_on_either_kind_of_system(name: str) -> None:
    if unsafe(name) is None:
        for path in (PurePosixPath(name), PureWindowsPath(name)):
            assert not path.anchor
            assert ".." not in path.parts
            assert path.as_posix() == name


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("a.html", "a.html"),
        ("a.html", "A.html"),
        ("straße.html", "STRASSE.html"),
        ("caf\u00e9.html", "cafe\u0301.html"),
        ("a", "a/b"),
        ("a/b", "a"),
        ("A/b", "a/c"),
        ("x/A/b", "x/a/c"),
        ("a/b", "A"),
        ("A", "a/b"),
    ],
)
def test_two_names_for_one_file_are_refused(first: str, second: str) -> None:
    names = NameBook()
    assert names.enter(first) is None
    assert names.enter(second) is not None


def test_the_folder_at_fault_is_named() -> None:
    names = NameBook()
    names.enter("static/img/a.png")
    clash = BadName("static/Img", "'static/img' is the same file or folder on some systems")
    assert names.enter("static/Img/a.png") == names.enter("static/Img/b.png") == clash
    found = unsafe("static/nul/b.png")
    assert found is not None
    assert found.path == "static/nul"


def test_the_folders_of_the_names_are_known() -> None:
    names = NameBook()
    assert [names.enter(name) for name in ("i", "a/b/c", "a/d", "e/f")] == [None] * 4
    assert names.folders == {"a", "a/b", "e"}
    assert names.files == {"i", "a/b/c", "a/d", "e/f"}


def test_a_vetted_name_is_still_held_against_the_others() -> None:
    names = NameBook(vetted={"a.html"})
    assert names.enter("a.html") is None
    assert names.enter("a.html") is not None
