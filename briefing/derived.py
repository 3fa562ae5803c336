"""Keep for later runs what follows from the files of the package alone, such as a compiled pattern.

It is kept where Python keeps the code of modules: in `__pycache__` beside this module, read and written
by Python's own loader, and so only where Python may write that of modules. Each value is found by a digest
of what it was made of; what another version of Python kept is equal to nothing.
"""

from __future__ import annotations

import atexit
import contextlib
import hashlib
import marshal
import sys
from functools import cache
from importlib.machinery import SourceFileLoader
from importlib.util import cache_from_source
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Callable

_LOADER: Final = SourceFileLoader(__name__, __file__)
_MOST: Final = 2_000
"""Values in the file; with more of them, those that this run does not use are dropped."""


def derived(made_of: str, make: Callable[[], Any]) -> Any:  # noqa: ANN401 (of any type that marshal writes)
    """Return what `make` returns, without calling it if an earlier run did.

    `made_of` is all that `make` reads. It returns plain values: texts, bytes, numbers, lists, tuples and
    dictionaries of these. Raises what `make` raises.
    """
    key = hashlib.blake2b(made_of.encode("utf-8", "surrogatepass"), digest_size=16).digest()
    data = kept().get(key)
    if data is not None:
        used()[key] = data
        return marshal.loads(data)  # noqa: S302 (read beside code that Python reads so)
    made = make()
    used()[key] = marshal.dumps(made)
    return made


@cache
def kept() -> dict[bytes, bytes]:
    """Read what earlier runs kept; a file that is damaged, or of another Python, is equal to none."""
    with contextlib.suppress(Exception):
        version, held = marshal.loads(_LOADER.get_data(_file()))  # noqa: S302 (likewise)
        if version == sys.version:
            return dict(held)
    return {}


@cache
def used() -> dict[bytes, bytes]:
    """Return what this run uses, which is kept at its end if there is something new."""
    if not sys.dont_write_bytecode:
        atexit.register(keep)
    return {}


def keep() -> None:
    """Write what this run and those before it made, whole or not at all."""
    before, now = kept(), used()
    if now.keys() <= before.keys():
        return
    if len(before) + len(now) <= _MOST:
        now = before | now
    _LOADER.set_data(_file(), marshal.dumps((sys.version, now)))


def _file() -> str:
    return cache_from_source(__file__.removesuffix(".py") + "-kept.py")
