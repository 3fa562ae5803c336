from __future__ import annotations

import os
import stat
import tempfile
from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from briefing.publish import Published, PublishProblem, draft, publish
from briefing.publish.files import Stamp, create

if TYPE_CHECKING:
    from tests.publish.conftest import PagesOf

OLD = {"index.html": b"old", "claims/a.html": b"A", "claims/b.html": b"B", "data/x.json": b"{}"}
NEW = {"index.html": b"new", "claims/a.html": b"A", "claims/c.html": b"C", "data/x.json": b"{}"}


def done(pages: Mapping[str, bytes], out: Path) -> Published:
    result = publish(pages.items(), out)
    assert isinstance(result, Published)
    return result


def refused(pages: Mapping[str, bytes], out: Path) -> PublishProblem:
    result = publish(pages.items(), out)
    assert isinstance(result, PublishProblem)
    return result


def everything_below(root: Path) -> dict[str, tuple[int, ...]]:
    """Return what would show any write below `root`: inode, size and both times of each entry."""
    return {
        str(path): (path.lstat().st_ino, path.lstat().st_size, path.lstat().st_ctime_ns)
        for path in [root, *root.rglob("*")]
    }


def test_the_first_site_is_written_whole(out: Path, pages_of: PagesOf) -> None:
    assert done(OLD, out) == Published(written=4, kept=0, removed=0, total_bytes=7)
    assert pages_of(out) == OLD


def test_missing_folders_above_the_output_are_made(tmp_path: Path, pages_of: PagesOf) -> None:
    done(OLD, tmp_path / "a" / "b" / "site")
    assert pages_of(tmp_path / "a" / "b" / "site") == OLD


def test_a_relative_output_is_below_the_current_folder(
    tmp_path: Path, pages_of: PagesOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    done(OLD, Path("site"))
    assert pages_of(tmp_path / "site") == OLD


def test_an_empty_folder_may_become_the_output(out: Path, pages_of: PagesOf) -> None:
    out.mkdir()
    done(OLD, out)
    assert pages_of(out) == OLD


def test_the_counts_are_about_the_site_that_readers_see(out: Path, pages_of: PagesOf) -> None:
    done(OLD, out)
    for pages, other in ((NEW, OLD), (OLD, NEW), (NEW, OLD)):
        assert done(pages, out) == Published(written=2, kept=2, removed=1, total_bytes=7)
        assert pages_of(out) == pages
        assert done(pages, out) == Published(written=0, kept=4, removed=0, total_bytes=7)
        assert pages != other


def test_removing_a_page_is_a_change(out: Path, pages_of: PagesOf) -> None:
    done(OLD, out)
    fewer = {"index.html": b"old"}
    assert done(fewer, out) == Published(written=0, kept=1, removed=3, total_bytes=3)
    assert pages_of(out) == fewer


def test_a_run_that_changes_nothing_writes_nothing(out: Path) -> None:
    for pages in (OLD, NEW, OLD):
        done(pages, out)
        before = everything_below(out.parent)
        done(pages, out)
        assert everything_below(out.parent) == before


def test_only_what_changed_gets_a_new_time(out: Path) -> None:
    done(OLD, out)
    times = {name: (out / name).stat().st_mtime_ns for name in OLD}
    edited = OLD
    for number in range(4):
        edited = {**edited, "claims/b.html": f"B{number}".encode()}
        done(edited, out)
        for name in OLD.keys() - {"claims/b.html"}:
            assert (out / name).stat().st_mtime_ns == times[name]
        assert (out / "claims/b.html").stat().st_mtime_ns > times["claims/b.html"]
        times["claims/b.html"] = (out / "claims/b.html").stat().st_mtime_ns


def test_after_an_edit_only_that_page_is_written_again(out: Path) -> None:
    done(OLD, out)
    inodes: list[dict[str, int]] = []
    for text in (b"1", b"2", b"3"):
        done({**OLD, "index.html": text}, out)
        inodes.append({name: (out / name).stat().st_ino for name in OLD})
    first, _, third = inodes
    assert first["claims/a.html"] == third["claims/a.html"]  # the generations take turns
    assert first["index.html"] != third["index.html"]


def test_files_are_replaced_and_never_edited_or_linked(out: Path) -> None:
    done(OLD, out)
    with (out / "index.html").open("rb") as opened:
        for text in (b"1st", b"2nd", b"3rd"):
            done({**OLD, "index.html": text}, out)
            for path in out.parent.rglob("*"):
                assert path.is_dir() or path.stat().st_nlink == 1
        assert opened.read() == b"old"


def test_whoever_had_the_site_open_keeps_it_while_the_next_one_is_built(out: Path) -> None:
    done(OLD, out)
    done(NEW, out)
    folder = os.open(out, os.O_RDONLY)

    def whole() -> bool:
        read = {}
        for name in NEW:
            page = os.open(name, os.O_RDONLY, dir_fd=folder)
            read[name] = os.read(page, 100)
            os.close(page)
        return read == NEW

    def pages() -> Iterator[tuple[str, bytes]]:
        for item in {**OLD, "index.html": b"third"}.items():
            yield item
            assert whole()

    done(OLD, out)  # the folder that is open becomes the standby
    assert isinstance(publish(pages(), out), Published)
    os.close(folder)


def test_what_pages_raise_passes_through_and_the_old_site_stays(
    out: Path, pages_of: PagesOf
) -> None:
    def pages() -> Iterator[tuple[str, bytes]]:
        yield "index.html", b"half"
        raise FileNotFoundError("a template")

    with pytest.raises(FileNotFoundError, match="a template"):
        publish(pages(), out)
    assert pages_of(out) is None
    done(OLD, out)
    with pytest.raises(FileNotFoundError):
        publish(pages(), out)
    assert pages_of(out) == OLD
    done(NEW, out)
    assert pages_of(out) == NEW


def test_a_page_may_become_a_folder_and_a_folder_a_page(out: Path, pages_of: PagesOf) -> None:
    flat = {"a": b"1", "b/c/d": b"2", "Case.html": b"3"}
    deep = {"a/x/y": b"1", "b": b"2", "case.html": b"3"}
    for pages in (flat, deep, flat, deep):
        done(pages, out)
        assert pages_of(out) == pages


@pytest.mark.parametrize("mask", [0o000, 0o077])
def test_modes_do_not_depend_on_the_umask(out: Path, mask: int) -> None:
    before = os.umask(mask)
    try:
        done(OLD, out)
        done(NEW, out)
    finally:
        os.umask(before)
    assert stat.S_IMODE(out.stat().st_mode) == 0o755
    for path in out.rglob("*"):
        assert stat.S_IMODE(path.stat().st_mode) == (0o755 if path.is_dir() else 0o644)


@pytest.mark.parametrize("name", ["../x", "INDEX.html"])
def test_a_bad_name_leaves_the_old_site(out: Path, pages_of: PagesOf, name: str) -> None:
    done(OLD, out)
    assert refused({**NEW, name: b""}, out).code == "page-name"
    assert pages_of(out) == OLD


def test_a_hand_edited_page_is_made_good_in_both_generations(out: Path, pages_of: PagesOf) -> None:
    done(OLD, out)
    done(NEW, out)
    (out / "claims/a.html").write_bytes(b"!")
    assert done(NEW, out).written == 1
    assert pages_of(out) == NEW
    for page in (out.parent / ".site.briefing" / "standby").rglob("*.html"):
        page.write_bytes(b"?")
    done(OLD, out)
    assert pages_of(out) == OLD


def test_a_meddled_standby_does_not_reach_the_site(
    out: Path, pages_of: PagesOf, tmp_path: Path
) -> None:
    done(OLD, out)
    done(NEW, out)
    standby = tmp_path / ".site.briefing" / "standby"
    (standby / "claims/a.html").unlink()
    (standby / "claims/a.html").symlink_to("/etc/passwd")
    (standby / "link").symlink_to(tmp_path)
    (standby / "data/x.json").unlink()
    (standby / "data/x.json" / "deep").mkdir(parents=True)
    done(OLD, out)
    assert pages_of(out) == OLD


@pytest.mark.parametrize("name", ["standby", "work", "previous", "made", "lock", ".gitignore"])
@pytest.mark.parametrize("thing", ["link", "dead link", "pipe"])
def test_what_is_in_the_place_of_our_own_files_is_refused_with_its_path(
    out: Path, pages_of: PagesOf, tmp_path: Path, name: str, thing: str
) -> None:
    done(OLD, out)
    done(NEW, out)
    theirs = tmp_path / "elsewhere"
    theirs.mkdir()
    (theirs / "thesis").write_text("mine")
    place = tmp_path / ".site.briefing" / name
    if place.is_dir():
        place.rename(tmp_path / "moved")
    place.unlink(missing_ok=True)
    if thing == "pipe":
        os.mkfifo(place)
    else:
        place.symlink_to(theirs if thing == "link" else theirs / "absent")
    result = publish(OLD.items(), out)
    assert isinstance(result, PublishProblem)
    assert (result.code, str(place) in result.message) == ("output-not-ours", True)
    assert [one.name for one in theirs.iterdir()] == ["thesis"]
    assert place.is_symlink() or place.is_fifo()
    assert pages_of(out) == NEW


def test_half_written_state_is_never_written_through(out: Path, tmp_path: Path) -> None:
    theirs = tmp_path / "thesis"
    theirs.write_text("mine")
    done(OLD, out)
    (tmp_path / ".site.briefing" / "made.new").symlink_to(theirs)
    assert isinstance(publish(NEW.items(), out), PublishProblem)
    assert theirs.read_text() == "mine"


def test_a_record_that_is_no_text_is_refused(out: Path, tmp_path: Path) -> None:
    done(OLD, out)
    (tmp_path / ".site.briefing" / "made").write_bytes(b"index.html\xff")
    result = publish(NEW.items(), out)
    assert isinstance(result, PublishProblem)
    assert "made" in result.message


def test_a_clock_that_stands_still_hides_no_change(
    out: Path, pages_of: PagesOf, monkeypatch: pytest.MonkeyPatch
) -> None:
    def created_at_noon(path: str, data: bytes) -> Stamp:
        create(path, data)
        os.utime(path, ns=(10**18, 10**18))
        return Stamp(len(data), 10**18)

    monkeypatch.setattr(draft, "create", created_at_noon)
    for pages in (
        {"a": b"1", "b": b"1"},
        {"a": b"2", "b": b"1"},
        {"a": b"2", "b": b"2"},
        {"a": b"1", "b": b"2"},
        {"a": b"1", "b": b"1"},
    ):
        done(pages, out)
        assert pages_of(out) == pages


NAMES = st.sampled_from(["a", "b.html", "a/x", "d/x", "d/y", "d/e/z", "f/g/h/i"])
SITES = st.dictionaries(NAMES, st.sampled_from([b"1", b"2", b"33", b""]))


@settings(
    deadline=None,
    max_examples=60,
    suppress_health_check=[HealthCheck.function_scoped_fixture],  # `pages_of` is a pure function
)
@given(sites=st.lists(SITES, max_size=6))
def test_after_any_history_the_output_holds_the_last_site_and_nothing_else(
    sites: list[dict[str, bytes]], pages_of: PagesOf
) -> None:
    with tempfile.TemporaryDirectory() as folder:
        out = Path(folder) / "site"
        stands: dict[str, bytes] | None = None
        for pages in sites:
            result = publish(pages.items(), out)
            clash = "a" in pages and "a/x" in pages
            assert isinstance(result, PublishProblem if clash else Published)
            stands = stands if clash else pages
            assert pages_of(out) == stands
