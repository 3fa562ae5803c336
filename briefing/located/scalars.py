"""Write texts so that YAML reads them back, in place of others or anew."""

from __future__ import annotations

import json
import re
from typing import Final

_PLAIN: Final = re.compile(r"[^\W\d_](?:[^:#\[\]{}]|:(?! )|(?<! )#)*(?:[^\s:#\[\]{}]|(?<! )#)")
"""A text that begins and goes on like words, and has no sign that means something in YAML."""
_NULLS: Final = frozenset({"null", "Null", "NULL"})


def scalar(text: str) -> str:
    """Write a text of one line, plain if that is safe, else in single quotation marks."""
    if _PLAIN.fullmatch(text) and text.isprintable() and text not in _NULLS:
        return text
    return quoted(text)


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
