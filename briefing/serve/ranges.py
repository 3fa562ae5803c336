"""Read the `Range` header, which players of sound and film cannot do without (RFC 9110 §14)."""

from __future__ import annotations

import re

_ONE_RANGE = re.compile(r"bytes=(\d{0,18})-(\d{0,18})", re.ASCII)


def part(header: str, size: int) -> range | None:
    """Give the bytes that a header asks for of a file of `size` bytes; none of them is an error.

    None where the whole file is the answer: a header of another form, or of several ranges.
    An empty range where no byte asked for exists, to be answered with status 416.
    """
    match = _ONE_RANGE.fullmatch(header.strip())
    if match is None or match.groups() == ("", ""):
        return None
    first, last = match.groups()
    if not first:
        return range(max(0, size - int(last)), size)
    if last and int(last) < int(first):
        return None
    return range(int(first), min(int(last) + 1, size) if last else size)
