"""Spell words in patterns so that an engine finds them fast."""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable


def after_initial(spellings: Iterable[str]) -> str:
    """Return a pattern of words without their first letter, each behind a look back at it."""
    ordered = sorted(spellings, key=lambda word: (word[0], -len(word), word))
    return "|".join(
        f"(?<=[{initial}{initial.upper()}])(?:{'|'.join(word[1:] for word in group)})"
        for initial, group in groupby(ordered, key=lambda word: word[0])
    )
