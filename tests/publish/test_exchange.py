from __future__ import annotations

import ctypes
import errno
import sys
from pathlib import Path
from types import SimpleNamespace
from typing import TYPE_CHECKING

import pytest

from briefing.publish import Published, PublishProblem, exchange, publish

if TYPE_CHECKING:
    from tests.publish.conftest import Disk, PagesOf

ONE = {"index.html": b"1", "a/b": b"1"}
TWO = {"index.html": b"2", "c/d": b"2"}


def refuse_exchange(monkeypatch: pytest.MonkeyPatch, number: int) -> None:
    """Let the C library's call fail with this error number."""

    def renameat2(*_: object) -> int:
        ctypes.set_errno(number)
        return -1

    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: SimpleNamespace(renameat2=renameat2))


def test_linux_exchanges_in_one_call(tmp_path: Path) -> None:
    (tmp_path / "a" / "x").mkdir(parents=True)
    (tmp_path / "b" / "y").mkdir(parents=True)
    assert exchange.exchange(tmp_path / "a", tmp_path / "b") == (sys.platform == "linux")
    assert (tmp_path / "a" / "y").exists() == (sys.platform == "linux")


@pytest.mark.parametrize("number", [errno.EXDEV, errno.EINVAL, errno.ENOSYS])
def test_where_exchange_is_refused_renames_do_it(
    out: Path, pages_of: PagesOf, monkeypatch: pytest.MonkeyPatch, number: int
) -> None:
    refuse_exchange(monkeypatch, number)
    for pages in (ONE, TWO, ONE, TWO):
        assert isinstance(publish(pages.items(), out), Published)
        assert pages_of(out) == pages
    hidden = out.with_name(".site.briefing")
    assert pages_of(hidden / "standby") == ONE
    assert not (hidden / "previous").exists()


@pytest.mark.parametrize(
    "platform_or_library", [("linux", SimpleNamespace()), ("darwin", None), ("win32", None)]
)
def test_where_there_is_no_such_call_renames_do_it(
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    platform_or_library: tuple[str, SimpleNamespace | None],
) -> None:
    platform, library = platform_or_library
    monkeypatch.setattr(sys, "platform", platform)
    monkeypatch.setattr(ctypes, "CDLL", lambda *_, **__: library)
    assert exchange.exchange(tmp_path / "a", tmp_path / "b") is False


def test_an_exchange_that_fails_otherwise_is_a_problem(
    out: Path, pages_of: PagesOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    publish(ONE.items(), out)
    refuse_exchange(monkeypatch, errno.EACCES)
    result = publish(TWO.items(), out)
    assert isinstance(result, PublishProblem)
    assert result.code == "output-not-writable"
    assert pages_of(out) == ONE


def test_a_folder_made_where_the_site_was_missing_is_left_to_its_owner(
    out: Path, pages_of: PagesOf, disk: Disk
) -> None:
    disk.exchanges = False
    for pages in (ONE, TWO):
        publish(pages.items(), out)
    out.rename(out.with_name(".site.briefing") / "previous")
    out.mkdir()
    (out / "mine.txt").write_text("mine")
    result = publish(ONE.items(), out)
    assert isinstance(result, PublishProblem)
    assert result.code == "output-not-ours"
    assert pages_of(out) == {"mine.txt": b"mine"}
