"""Write JSON and clean texts the same way in every file for programs."""

from __future__ import annotations

import json
import re
from io import BytesIO
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

_ENCODER = json.JSONEncoder(ensure_ascii=False)
_UNPRINTABLE = re.compile("[\0-\x08\v\f\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""What a document of XML cannot hold, escaped or not (XML 1.0, production 2, Char)."""


def as_json(value: object) -> str:
    """Write a value as JSON on one line."""
    return _ENCODER.encode(value)


def json_lines(records: Iterable[object]) -> Iterator[str]:
    """Write records as a JSON array with one on each line, so that a diff shows which changed."""
    return on_lines(map(_ENCODER.encode, records))


def on_lines(encoded: Iterable[str]) -> Iterator[str]:
    """Write a JSON array of what is JSON already, each on a line."""
    before = "[\n"
    for one in encoded:
        yield before + one
        before = ",\n"
    yield "\n]" if before == ",\n" else "[\n\n]"


def in_utf_8(*parts: str | Iterable[str]) -> bytes:
    """Join texts, and texts that come one at a time, so that a large file is in memory only once."""
    file = BytesIO()
    for part in parts:
        for text in (part,) if isinstance(part, str) else part:
            file.write(text.encode())
    return file.getvalue()


def printable(text: str) -> str:
    """Put U+FFFD in the place of each control character that XML and CSV do not allow."""
    return _UNPRINTABLE.sub("\ufffd", text)
