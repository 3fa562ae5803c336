"""Part the words of a language that is written without blanks, as its readers need them.

Every pattern and list of words takes a blank, a sign or the end of a text for the end of a word. A
language whose grammar gives `PIECES` has its texts read in pieces with blanks between them, with signs
and numbers spelled as in other languages; what is found there is then placed in the text as written.
"""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from functools import cache, lru_cache
from typing import TYPE_CHECKING, Protocol, TypeVar

from briefing.language import grammar, known
from briefing.values import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence


class PartedText(str):
    """A text that is parted already, so that the next reader leaves it as it is."""

    __slots__ = ()


class _Found(Protocol):
    """What is in a text from `start` to `end`."""

    @property
    def text(self) -> str: ...
    @property
    def start(self) -> int: ...
    @property
    def end(self) -> int: ...


F = TypeVar("F", bound=_Found)


@dataclass(frozen=True, slots=True)
class Parted:
    """A text in pieces: as `written`, and as it is read, with blanks that nobody wrote.

    All offsets are code points from 0, ends exclusive. `starts` and `ends` say for each code point of
    `text` between which of `written` it stands: a blank between two, what is spelled otherwise as a whole.
    """

    written: str
    text: PartedText
    starts: Sequence[int]
    ends: Sequence[int]

    def inner(self, start: int, end: int) -> tuple[int, int]:
        """Give where in `text` a span of `written` is; of a piece spelled otherwise, all of it."""
        first = bisect_right(self.ends, start)
        last = bisect_left(self.starts, end)
        while first < last and self.starts[first] == self.ends[first]:
            first += 1
        while last > first and self.starts[last - 1] == self.ends[last - 1]:
            last -= 1
        return first, max(first, last)

    def outer(self, start: int, end: int) -> tuple[int, int]:
        """Give where in `written` a span of `text` is."""
        if start >= end:
            at = self.starts[start] if start < len(self.starts) else len(self.written)
            return at, at
        return self.starts[start], self.ends[end - 1]

    def into(self, found: F) -> F:
        """Place what was found in `written` in `text`."""
        return self._moved(found, self.text, *self.inner(found.start, found.end))

    def out(self, found: F) -> F:
        """Place what was found in `text` in `written`."""
        return self._moved(found, self.written, *self.outer(found.start, found.end))

    @staticmethod
    def _moved(found: F, text: str, start: int, end: int) -> F:
        moved: F = replace(found, text=text[start:end], start=start, end=end)  # type: ignore[type-var]
        return moved


def parted(text: str, language: str) -> Parted | None:
    """Give a text in pieces; None where it is read as it is written.

    `language` is the BCP 47 tag of the text.
    """
    pieces = _pieces(language)
    if pieces is None or isinstance(text, PartedText) or text.isascii():
        return None
    return _parted(text, language)


def as_read(text: str, language: str) -> str:
    """Give a text as its words are read: in pieces where its language is written without blanks."""
    words = parted(text, language)
    return words.text if words else text


@cache
def _pieces(tag: str) -> Callable[[str], Iterator[tuple[int, int, str]]] | None:
    language = known(tag)
    return grammar(language).PIECES if language else None


@lru_cache(maxsize=64)
def _parted(text: str, language: str) -> Parted:
    spelled: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    pieces = _pieces(language)
    for start, end, piece in pieces(text) if pieces else ():
        spelled.append(piece)
        if piece == text[start:end]:
            starts.extend(range(start, end))
            ends.extend(range(start + 1, end + 1))
        else:
            starts.extend([start] * len(piece))
            ends.extend([end] * len(piece))
    return Parted(text, PartedText("".join(spelled)), starts, ends)
