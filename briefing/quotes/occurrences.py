"""Find every place at which a text stands in another, in linear time."""

from __future__ import annotations

from collections.abc import Iterator


def occurrences(text: str, wanted: str, start: int = 0, end: int | None = None) -> Iterator[int]:
    """Yield the offsets at which `wanted`, not empty, stands in `text[start:end]`, in order.

    Places that overlap count ("ha ha" stands twice in "ha ha ha"), but of a run of them only two
    are given: that is enough to see that the place is not unique, and a text that repeats itself
    ("aaaa…") would otherwise cost the square of its length.
    """
    stop = len(text) if end is None else end
    at = text.find(wanted, start, stop)
    while at >= 0:
        yield at
        following = text.find(wanted, at + 1, stop)
        if 0 <= following < at + len(wanted):
            yield following
            following = text.find(wanted, following + len(wanted), stop)
        at = following
