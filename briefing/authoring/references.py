"""Find which entry of a bibliography describes which file."""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence
    from pathlib import Path

    from briefing.model.description import Hint, Reference


def describing(
    references: Sequence[Reference], path: Path, hints: Iterable[Hint], *, alone: bool
) -> Reference | None:
    """Return the entry that names the file, its address or its title; with one of each, that one.

    `alone` says that no other file is added.
    """
    told = {(hint.key, _same(hint.words)) for hint in hints if hint.key in ("url", "title")}
    for reference in references:
        if path.name in reference.file.replace("\\", "/").replace(":", "/").split("/"):
            return reference
    for key in ("url", "title"):
        for reference in references:
            if any((key, _same(hint.words)) in told for hint in reference.hints if hint.key == key):
                return reference
    return references[0] if alone and len(references) == 1 else None


def _same(words: str) -> str:
    """Fold what differs between two ways to write an address or a title."""
    plain = words.casefold().removeprefix("https://").removeprefix("http://").removeprefix("www.")
    return " ".join(plain.rstrip("/").split())
