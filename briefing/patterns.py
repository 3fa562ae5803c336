"""Compile the patterns of the tables of languages once for all runs.

The tables of a language make some hundred long patterns, and compiling them took a sixth of checking a small
briefing. Their code is kept where Python keeps that of modules: in `__pycache__` beside this module, read and
written by Python's own loader, and so only where Python may write that of modules. It is found by the
very pattern, so a changed table is compiled anew, and another Python's code is equal to none.
"""

from __future__ import annotations

import atexit
import contextlib
import marshal
import re
import sys
from array import array
from functools import cache
from importlib import import_module
from importlib.machinery import SourceFileLoader
from importlib.util import cache_from_source
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

    _Code = tuple[int, bytes, int, Mapping[str, int], tuple[str | None, ...]]
    """What Python makes a pattern of: flags, code, number of groups, groups by name, names by group."""
    _Held = dict[tuple[str, int], _Code]

_LOADER: Final = SourceFileLoader(__name__, __file__)
_MOST: Final = 4_000
"""Patterns in the file; with more of them, those that this run does not use are dropped."""


@cache
def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Do what `re.compile` does, without compiling what an earlier run compiled."""
    flags = int(flags)
    try:
        code = kept().get((pattern, flags)) or _code(pattern, flags)
        made = _made(pattern, code)
    except Exception:  # noqa: BLE001 (Python's inner functions may change; an invalid pattern is told below)
        return re.compile(pattern, flags)
    used()[pattern, flags] = code
    return made


@cache
def kept() -> _Held:
    """Read what earlier runs kept; a file that is damaged, or of another Python, is equal to none."""
    with contextlib.suppress(Exception):
        version, held = marshal.loads(_LOADER.get_data(_file()))  # noqa: S302 (beside code that Python reads so)
        if version == sys.version:
            return dict(held)
    return {}


@cache
def used() -> _Held:
    """Return what this run uses, which is kept at its end if there is something new."""
    if not sys.dont_write_bytecode:
        atexit.register(keep)
    return {}


def keep() -> None:
    """Write what this run and those before it compiled, whole or not at all."""
    before, now = kept(), used()
    if now.keys() <= before.keys():
        return
    if len(before) + len(now) <= _MOST:
        now = before | now
    _LOADER.set_data(_file(), marshal.dumps((sys.version, now)))


def _file() -> str:
    return cache_from_source(__file__.removesuffix(".py") + "-kept.py")


def _code(pattern: str, flags: int) -> _Code:
    compiler: Any = import_module("re._compiler")
    parsed = import_module("re._parser").parse(pattern, flags)
    code = array("I", compiler._code(parsed, flags))  # noqa: SLF001 (what `re.compile` does)
    state = parsed.state
    names: list[str | None] = [None] * state.groups
    for name, number in state.groupdict.items():
        names[number] = name
    return flags | state.flags, code.tobytes(), state.groups - 1, state.groupdict, tuple(names)


def _made(pattern: str, held: _Code) -> re.Pattern[str]:
    flags, code, groups, by_name, names = held
    sre: Any = import_module("_sre")
    made: re.Pattern[str] = sre.compile(
        pattern, flags, array("I", code).tolist(), groups, by_name, names
    )
    return made
