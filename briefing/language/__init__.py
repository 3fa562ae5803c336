"""Hold what is true of a language: a folder for each, with a table for each subject and a grammar.

A table is TOML that `tomllib` reads, so that anyone who knows the language can add to it without
knowing the code. Entries may carry `examples` and `counter_examples`, which the tests run. What no
table can hold, such as the order of words, is the `grammar` of the folder: see `Grammar`. What holds
in every language, such as factors of units, appears beside the folders.
"""

from __future__ import annotations

import tomllib
from decimal import Decimal
from functools import cache
from importlib import import_module
from importlib.resources import files
from typing import TYPE_CHECKING, Any, cast

from briefing.derived import derived
from briefing.language.grammars import Change, Counted, Grammar, Share

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from importlib.resources.abc import Traversable

__all__ = [
    "Change",
    "Counted",
    "Grammar",
    "Share",
    "common",
    "grammar",
    "known",
    "languages",
    "longest_first",
    "table",
    "words_of",
]


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

    Numbers with a point are exact decimals. The values are shared by all callers and must not be
    changed. Raises FileNotFoundError where the language has no such table.
    """
    return _parsed(files(__name__) / language / f"{subject}.toml")


@cache
def common(subject: str) -> Mapping[str, Any]:
    """Return what holds of a subject in every language: `units`, `currencies`."""
    return _parsed(files(__name__) / f"{subject}.toml")


def _parsed(file: Traversable) -> Mapping[str, Any]:
    text = file.read_text(encoding="utf-8")
    plain = derived(f"table {text}", lambda: tomllib.loads(text, parse_float=str.encode))
    held: Mapping[str, Any] = _exact(plain)
    return held


def _exact(value: Any) -> Any:  # noqa: ANN401 (whatever a table may hold)
    """Make decimals of the bytes that stand for numbers with a point; no table holds other bytes."""
    if isinstance(value, dict):
        return {key: _exact(one) for key, one in value.items()}
    if isinstance(value, list):
        return [_exact(one) for one in value]
    return Decimal(value.decode()) if isinstance(value, bytes) else value


@cache
def grammar(language: str) -> Grammar:
    """Return the grammar of a language of `languages()`."""
    return cast("Grammar", import_module(f"{__name__}.{language}.grammar").GRAMMAR)


def words_of(*texts: str) -> frozenset[str]:
    """Return the words of texts that hold them parted by blanks, as tables do."""
    return frozenset(word for text in texts for word in text.split())


def longest_first(spellings: Iterable[str]) -> str:
    """Return a pattern of plain spellings of which the longest matches; of none, nothing does."""
    return "|".join(sorted(map(_escaped, spellings), key=len, reverse=True)) or "(?!)"


def _escaped(spelling: str) -> str:
    return "".join(f"\\{sign}" if sign in "$.*+?()[]{}|^\\" else sign for sign in spelling)
