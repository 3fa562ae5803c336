"""Lead into an original at the very words: addresses with a text fragment.

A text fragment (WICG, *URL Fragment Text Directives*) names words to scroll to. A browser finds
them only as whole words, and each part of the directive only within one block of the page. What
is longer than a line is therefore named by its first and last words, which each appear in one.
"""

from __future__ import annotations

from typing import TYPE_CHECKING
from urllib.parse import quote

if TYPE_CHECKING:
    from collections.abc import Iterable

_WHOLE = 12
"""A passage of so many words is named by all of them."""
_ENDS = 5
"""Words that name either end of a longer one."""


def at_page(url: str, page: int) -> str:
    """Give the address of a page of the PDF file at `url`, as viewers of PDF understand it."""
    return f"{url.partition('#')[0]}#page={page}"


def at_words(url: str, pieces: Iterable[tuple[str, bool]]) -> str | None:
    """Give the address of a passage within the page at `url`; None where nothing is quoted.

    `pieces` are (text, quoted), as an anchor holds them; a page without support for fragments, and
    one that has changed since, opens at its top.
    """
    parts = [words for text, quoted in pieces if quoted and (words := text.split())]
    if not parts:
        return None
    if len(parts) == 1 and len(parts[0]) <= _WHOLE:
        directive = _encoded(parts[0])
    else:
        directive = f"{_encoded(parts[0][:_ENDS])},{_encoded(parts[-1][-_ENDS:])}"
    return f"{url}{'' if '#' in url else '#'}:~:text={directive}"


def _encoded(words: Iterable[str]) -> str:
    """Escape all that a directive gives a meaning to: `-`, `,` and `&` among them."""
    return quote(" ".join(words), safe="").replace("-", "%2D")
