"""Compile the patterns of the tables of languages once for all runs.

The tables of a language make some hundred long patterns, and compiling them took a sixth of checking a small
briefing. Their code is found by the very pattern, so a changed table is compiled anew.
"""

from __future__ import annotations

import re
from array import array
from functools import cache
from importlib import import_module
from typing import TYPE_CHECKING, Any

from briefing.derived import derived

if TYPE_CHECKING:
    from collections.abc import Mapping

    _Code = tuple[int, bytes, int, Mapping[str, int], tuple[str | None, ...]]
    """What Python makes a pattern of: flags, code, number of groups, groups by name, names by group."""


@cache
def compiled(pattern: str, flags: int = 0) -> re.Pattern[str]:
    """Do what `re.compile` does, without compiling what an earlier run compiled."""
    flags = int(flags)
    try:
        return _made(pattern, derived(f"{flags} {pattern}", lambda: _code(pattern, flags)))
    except Exception:  # noqa: BLE001 (Python's inner functions may change; an invalid pattern is told below)
        return re.compile(pattern, flags)


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
