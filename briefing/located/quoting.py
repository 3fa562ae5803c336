"""Put texts in quotation marks so that YAML reads them back."""

from __future__ import annotations

import json


def quoted(text: str) -> str:
    """Put a text of one line in quotation marks: single ones, in which only they are special."""
    if text.isprintable():
        return "'" + text.replace("'", "''") + "'"
    return f'"{inside(text, chr(34))}"'


def inside(text: str, mark: str) -> str:
    """Write a text as it appears inside a pair of quotation marks, `'` or `"`."""
    if mark == "'":
        return text.replace("'", "''")
    return "".join(
        char if char.isprintable() else f"\\U{ord(char):08x}"
        for char in json.dumps(text, ensure_ascii=False)[1:-1]
    )
