"""Give each sentence of a narrative an address made of its words.

The address stays while the words that begin the sentence do: neither notes nor sentences before it
are counted. Two sentences of a page that begin alike are told apart by a digest of all their words.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter, deque
from typing import TYPE_CHECKING

from markdown_it.token import Token

from briefing.prose.blocks import visible
from briefing.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Sequence

    from briefing.prose.blocks import Block

    Ends = Callable[[str], Iterable[tuple[int, int]]]
    """Yields for each end of a sentence in a text the offsets where it ends and the next begins."""

OPENS, CLOSES = "sentence_open", "sentence_close"
_WORDS = 8
_LONGEST = 60
"""How many words, and at most how many characters of them, make an address."""
_STOPPED = re.compile(r"[.!?…。！？।؟][\"'”’»」』)\]]*\s*\Z")
"""The end of a sentence, which a heading of a column or a name in a list has not."""


@dataclass(frozen=True, slots=True)
class _Sentence:
    """A sentence: its offsets in the text of its block, and its words."""

    start: int
    end: int
    words: tuple[str, ...]

    @property
    def name(self) -> str:
        return "w-" + "-".join(self.words[:_WORDS])[:_LONGEST].rstrip("-")

    @property
    def digest(self) -> str:
        return hashlib.sha256(" ".join(self.words).encode()).hexdigest()[:8]


def enclose(blocks: Sequence[tuple[Token, Block]], ends: Ends) -> None:
    """Put the sentences of some blocks between tokens of their own.

    `blocks` are the inline tokens of paragraphs, items and cells with their words; the children of
    these tokens are exchanged. A sentence that ends within emphasis or a link is enclosed to the end
    of that; one that begins within has no address.
    """
    held = [(token, tuple(_sentences(words, ends))) for token, words in blocks]
    names = Counter(one.name for _, sentences in held for one in sentences)
    taken: set[str] = set()
    for token, sentences in held:
        named = []
        for one in sentences:
            name = one.name if names[one.name] == 1 else f"{one.name}.{one.digest}"
            if name not in taken:  # the same words twice have one address
                taken.add(name)
                named.append((one.start, one.end, name))
        if named:
            token.children = list(_enclosed(token.children or (), deque(named)))


def _sentences(block: Block, ends: Ends) -> Iterator[_Sentence]:
    """Yield what cites or ends as a sentence; a citation after the full stop belongs to what is before."""
    start = taken = 0
    for _, following in (*ends(block.text), (0, len(block.text))):
        first = taken
        while taken < len(block.citations) and block.citations[taken][0] <= following:
            taken += 1
        text = block.text[start:following]
        words = tuple(re.findall(r"\w+", text.casefold()))
        if words and (taken > first or _STOPPED.search(text)):
            yield _Sentence(start, following, words)
        start = following


def _enclosed(children: Iterable[Token], waiting: deque[tuple[int, int, str]]) -> Iterator[Token]:
    at = depth = 0
    closing: tuple[int, str] | None = None
    for token, text in visible(children):
        rest: str | None = text
        while rest is not None:
            if not depth:
                if closing and at >= closing[0] and token.type != "citation":
                    yield _token(CLOSES, closing[1])
                    closing = None
                while waiting and waiting[0][0] < at:
                    waiting.popleft()
                if not closing and waiting and at == waiting[0][0]:
                    _, end, name = waiting.popleft()
                    yield _token(OPENS, name)
                    closing = end, name
            edge = closing[0] if closing else waiting[0][0] if waiting else at
            if depth or token.type != "text" or not at < edge < at + len(rest):
                yield _cut(token, rest) if token.type == "text" and rest != text else token
                at, rest = at + len(rest), None
            else:
                yield _cut(token, rest[: edge - at])
                at, rest = edge, rest[edge - at :]
        depth += token.nesting
    if closing:
        yield _token(CLOSES, closing[1])


def _cut(token: Token, text: str) -> Token:
    made = token.copy()
    made.content = text
    return made


def _token(kind: str, name: str) -> Token:
    made = Token(kind, "span", 1 if kind == OPENS else -1)
    made.attrs = {"class": "said", "id": name} if kind == OPENS else {}
    made.info = name
    return made
