"""Hold what is true of a language: a folder of tables for each, a file for each subject.

A table is TOML that `tomllib` reads, so that whoever knows the language can add to it without
knowing the code. Entries may carry `examples` and `counter_examples`, which the tests run.
"""

from __future__ import annotations

import tomllib
from functools import cache
from importlib.resources import files
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Mapping


@cache
def languages() -> frozenset[str]:
    """Return the languages that have tables, as the names of their folders: `en`."""
    return frozenset(
        one.name for one in files(__name__).iterdir() if (one / "numbers.toml").is_file()
    )


@cache
def known(tag: str) -> str | None:
    """Return the language with tables that a BCP 47 tag names (`en-GB` gives `en`), or None."""
    primary = tag.partition("-")[0].casefold()
    return primary if primary in languages() else None


@cache
def table(language: str, subject: str) -> Mapping[str, Any]:
    """Return the table of a subject (`numbers`, `hedges`, …) in a language of `languages()`.

    The values are shared by all callers and must not be changed. Raises FileNotFoundError where
    the language has no such table.
    """
    text = (files(__name__) / language / f"{subject}.toml").read_text(encoding="utf-8")
    return tomllib.loads(text)
