"""Write texts so that YAML reads them back, in place of others or anew."""

from __future__ import annotations

from typing import Final

from briefing.located.parsing import parse
from briefing.located.quoting import quoted

_BRACKETS: Final = frozenset("[]{}")
"""They end a plain text in a mapping on one line."""


def scalar(text: str) -> str:
    """Write a text plain if it is read back so, else in quotation marks: what begins like words and means nothing in YAML."""
    if "\n" in text or not text[:1].isalnum() or not _BRACKETS.isdisjoint(text):
        return quoted(text)
    root, found = parse(f"key: {text}\n", "")
    held = root.get("key") if root is not None and not found else None
    is_read = held is not None and held.value == text and not held.cut
    return text if is_read else quoted(text)
