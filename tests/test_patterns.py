"""Patterns that an earlier run compiled: the same as compiled anew, and never stale."""

from __future__ import annotations

import atexit
import marshal
import re
import sys
import tomllib
from collections.abc import Iterator
from decimal import Decimal
from importlib import import_module
from importlib.resources import files
from pathlib import Path

import pytest

from briefing import derived
from briefing.language import common
from briefing.patterns import compiled

COMPILER = import_module("re._compiler")


@pytest.fixture(autouse=True)
def beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[Path]:
    """Keep patterns in a folder of their own; return that folder."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    begin_anew()
    yield tmp_path
    atexit.unregister(derived.keep)
    begin_anew()


def begin_anew() -> None:
    """Forget what this run compiled, as a new process does."""
    for held in (derived.kept, derived.used, compiled):
        held.cache_clear()


def parsed(pattern: str, monkeypatch: pytest.MonkeyPatch) -> int:
    """Tell how often Python compiles while a pattern is asked for in a new run."""
    begin_anew()
    count = 0
    code = COMPILER._code  # noqa: SLF001 (what is counted)

    def counting(*read: object) -> object:
        nonlocal count
        count += 1
        return code(*read)

    with monkeypatch.context() as patched:
        patched.setattr(COMPILER, "_code", counting)
        compiled(pattern, re.IGNORECASE)
    return count


def written(beside: Path) -> list[Path]:
    return [*beside.rglob("*.pyc")]


@pytest.mark.parametrize("pattern", [r"(?P<a>\w+)(b)?(?P<c>x{2,})", "", "[^a-z]|ſ", r"(?x) a # b"])
def test_a_kept_pattern_is_the_one_that_python_compiles(pattern: str) -> None:
    for flags in (0, re.IGNORECASE, re.VERBOSE | re.DOTALL):
        begin_anew()
        assert compiled(pattern, flags) == re.compile(pattern, flags)
        derived.keep()
        begin_anew()
        again, plain = compiled(pattern, flags), re.compile(pattern, flags)
        assert again == plain
        assert (again.groupindex, again.groups, again.flags) == (
            plain.groupindex,
            plain.groups,
            plain.flags,
        )


def test_what_one_run_compiles_the_next_does_not(
    beside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    assert parsed("a b", monkeypatch) == 1
    derived.keep()
    assert parsed("a b", monkeypatch) == 0
    assert parsed("a c", monkeypatch) == 1
    derived.keep()
    assert parsed("a b", monkeypatch) == 0
    [file] = written(beside)
    whole = file.read_bytes()
    file.write_bytes(whole[:-9])
    assert parsed("a b", monkeypatch) == 1
    file.write_bytes(marshal.dumps(("another Python", marshal.loads(whole)[1])))  # noqa: S302
    assert parsed("a b", monkeypatch) == 1


def test_code_that_is_no_code_is_compiled_anew() -> None:
    compiled("a b", re.IGNORECASE)
    ((key, data),) = derived.used().items()
    flags, code, *others = marshal.loads(data)  # noqa: S302
    derived.used()[key] = marshal.dumps((flags, code[:-4], *others))
    derived.keep()
    begin_anew()
    assert compiled("a b", re.IGNORECASE) == re.compile("a b", re.IGNORECASE)


def test_a_table_reads_the_same_when_it_is_kept() -> None:
    text = (files("briefing.language") / "units.toml").read_text("utf-8")
    plain = tomllib.loads(text, parse_float=Decimal)
    for is_kept in (False, True):
        begin_anew()
        common.cache_clear()
        assert common("units") == plain
        assert isinstance(common("units")["length"]["inches"], Decimal)
        assert bool(derived.kept()) == is_kept
        derived.keep()


def test_nothing_is_kept_where_python_keeps_nothing(
    beside: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    registered: list[object] = []
    monkeypatch.setattr(atexit, "register", registered.append)
    compiled("a b")
    assert registered == [derived.keep]
    begin_anew()
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    compiled("a b")
    assert registered == [derived.keep]
    assert written(beside) == []


def test_the_file_is_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(derived, "_MOST", 3)
    for pattern in "abcd":
        compiled(pattern)
        derived.keep()
        begin_anew()
    assert len(derived.kept()) <= 3


def test_an_invalid_pattern_is_told_as_python_tells_it() -> None:
    with pytest.raises(re.error, match="missing \\)"):
        compiled("(a")
