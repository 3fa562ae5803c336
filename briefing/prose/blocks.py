"""The words of a narrative as a reader sees them, block by block, with the way back to the file."""

from __future__ import annotations

from bisect import bisect_right
from collections.abc import Iterable, Iterator, Sequence
from typing import TYPE_CHECKING

from briefing.diagnostics import Span
from briefing.values import dataclass

if TYPE_CHECKING:
    from markdown_it.token import Token

    from briefing.prose.places import Places, Start


MALFORMED = "citation-malformed"
"""The code for text that begins like a citation and is not one."""


@dataclass(frozen=True, slots=True)
class Target:
    """One thing that a citation points to: a claim, or what one source says of it."""

    claim: str
    source: str | None
    at: Span


@dataclass(frozen=True, slots=True)
class Citation:
    """A citation in a narrative; `at` is its place in the Markdown file, brackets included."""

    targets: tuple[Target, ...]
    """None where it is malformed, so that nobody can say what is cited."""
    at: Span


@dataclass(frozen=True, slots=True)
class Block:
    """A heading, a paragraph, or a table's row, whose cells appear on lines of their own.

    `text` is what a reader sees of it without code, addresses and citations; `citations` says at
    which offset of `text` each of these stood (code points, from 0).
    """

    text: str
    citations: tuple[tuple[int, Citation], ...]
    runs: tuple[tuple[int, Span], ...]
    """Where the runs of text begin: the offset in `text` and the place in the file."""

    def at(self, start: int, end: int) -> Span:
        """Give the place of `text[start:end]`, which lies in one line."""
        run = bisect_right(self.runs, start, key=lambda held: held[0]) - 1
        offset, begins = self.runs[max(run, 0)]
        column = begins.column + start - offset
        return Span(begins.file, begins.line, column, begins.line, column + end - start)


def read_block(
    block: Token,
    starts: Sequence[Start],
    places: Places,
    citations: Sequence[Citation],
) -> Block:
    """Read an inline block whose citations are numbered already; see `Block`."""
    texts: list[str] = []
    runs: list[tuple[int, Span]] = []
    cited: list[tuple[int, Citation]] = []
    length = cursor = 0
    for token, text in visible(block.children or ()):
        if token.type == "citation":
            cited.append((length, citations[token.meta["slot"]]))
            cursor = token.meta["from"][1]
        elif token.type == "refused" and token.info == MALFORMED:
            begin, cursor = token.meta["from"]
            cited.append((length, Citation((), places.span(starts, begin, cursor))))
        elif token.type == "text" and text:
            found = block.content.find(text, cursor)
            begin = found if found >= 0 else cursor
            runs.append((length, places.span(starts, begin, begin)))
            cursor = begin + len(text)
        texts.append(text)
        length += len(text)
    return Block("".join(texts), tuple(cited), tuple(runs))


def visible(children: Iterable[Token]) -> Iterator[tuple[Token, str]]:
    """Yield the tokens of an inline block, each with what it adds to the text of a `Block`."""
    address = False
    for token in children:
        if token.type in ("link_open", "link_close"):
            address = token.type == "link_open" and token.markup == "autolink"
        if token.type in ("softbreak", "hardbreak"):
            yield token, "\n"
        elif token.type == "code_inline":
            yield token, " "
        else:
            yield token, token.content if token.type == "text" and not address else ""


def joined(cells: Iterable[Block]) -> Block:
    """Make one block of a table row's cells: a citation in one of them belongs to the row."""
    texts: list[str] = []
    runs: list[tuple[int, Span]] = []
    cited: list[tuple[int, Citation]] = []
    length = 0
    for cell in cells:
        texts.append(cell.text)
        runs += [(length + offset, place) for offset, place in cell.runs]
        cited += [(length + offset, citation) for offset, citation in cell.citations]
        length += len(cell.text) + 1
    return Block("\n".join(texts), tuple(cited), tuple(runs))
