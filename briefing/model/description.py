"""What the file of an article says of itself, and how it is found again."""

from __future__ import annotations

from typing import Literal

from briefing.values import dataclass

Told = Literal["title", "publisher", "author", "published", "language", "url", "selector"]


@dataclass(frozen=True, slots=True)
class Hint:
    """One thing that a file says of its article, before anyone has judged it."""

    key: Told
    """The key of an entry of `sources.yaml`."""
    words: str
    """The words as they appear there, on one line."""
    where: str
    """Where they are, for the author: `<meta name="author">`."""


@dataclass(frozen=True, slots=True)
class Reference:
    """An entry of a bibliography."""

    key: str
    hints: tuple[Hint, ...]
    file: str
    """The name or path of the article's file; empty if it names none."""
