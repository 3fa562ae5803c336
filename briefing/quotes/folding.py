"""Fold text into the form in which quotes are compared, and keep the way back.

A quote passes only if it is found after this folding and after nothing else, so the folding takes
away what type-setting and copying change and nothing that carries meaning:

- NFKC (Unicode Standard Annex 15), but no character folds into or out of a digit. Superscripts,
  fractions, circled digits, Roman numeral signs (`Ⅳ`), and signs that contain a digit (`㎡`) stay as
  they are; full-width and mathematical digits are digits and become ASCII; the digits of other
  scripts have no NFKC form and stay themselves, so `٣` is not `3`;
- curly quotation marks, high and low, become straight ones; primes and guillemets stay;
- U+2010 to U+2015 and U+2212 become `-`;
- soft hyphens, zero-width characters, bidi marks and variation selectors are dropped;
- every run of white space, no-break space included, becomes one space.

Case and digits are left alone. Folding a folded text changes nothing.

Characters are composed cluster by cluster: a base, the characters dropped after it, and the marks
(or conjoining Jamo) that belong to it. So `e` with U+0301 equals `é`, and the way back is right to
the cluster.
"""

from __future__ import annotations

import re
import unicodedata
from array import array
from bisect import bisect_right
from enum import Enum
from functools import lru_cache
from itertools import groupby

from briefing.patterns import compiled
from briefing.values import dataclass

_PUNCTUATION = {
    **dict.fromkeys("\u2018\u2019\u201a\u201b", "'"),
    **dict.fromkeys("\u201c\u201d\u201e\u201f", '"'),
    **dict.fromkeys("\u2010\u2011\u2012\u2013\u2014\u2015\u2212", "-"),
}
_BLANKS = "\t\n\v\f\r\x1c\x1d\x1e\x1f"
# Replaced first and at the speed of memory: most articles are plain ASCII afterwards.
_FREQUENT = {**_PUNCTUATION, "\u00a0": " "}
_LATIN_1_FOLDED = "\u0085\u00a8\u00aa\u00ad\u00af\u00b4\u00b5\u00b8\u00ba"
_NON_ASCII = re.compile("[^\x00-\x7f]+")

_DROPPED = frozenset(
    "\u00ad\u034f\u061c\ufeff"
    + "".join(
        chr(code)
        for first, last in (
            (0x180B, 0x180F),  # Mongolian selectors and the zero-width vowel separator
            (0x200B, 0x200F),  # zero-width space and joiners, left-to-right and right-to-left marks
            (0x202A, 0x202E),  # bidi embeddings and overrides
            (0x2060, 0x206F),  # word joiner, invisible operators, bidi isolates
            (0xFE00, 0xFE0F),  # variation selectors
        )
        for code in range(first, last + 1)
    )
)
# The letters that compose with what comes before them without being marks: medial and final Jamo
# and one Kirat Rai vowel (Unicode 16).
_JOINING_LETTERS = frozenset(map(chr, [*range(0x1160, 0x1200), 0x16D67]))


class _Kind(Enum):
    PLAIN = "folds to itself"
    SWAPPED = "folds to one other character"
    EXPANDED = "folds to several characters"
    JOINING = "belongs to the character before it"
    DROPPED = "folds to nothing"


@dataclass(frozen=True, slots=True)
class Folded:
    """A folded text and the way from its offsets back to those of the text it was made of.

    All offsets are Unicode code points, 0-based, ends exclusive. The two arrays cut both texts into
    the same number of pieces: piece k starts at `folded_at[k]` here and at `original_at[k]` there,
    and the last entry is the end. A piece as long here as there maps code point by code point, any
    other only as a whole.
    """

    text: str
    folded_at: array[int]
    original_at: array[int]

    def original(self, start: int, end: int) -> tuple[int, int]:
        """Return the original span of the folded span `start` to `end`.

        Characters that folding dropped at either edge are outside. An empty span stays empty.
        """
        if start >= end:
            point = self._original(start) if start < len(self.text) else self.original_at[-1]
            return point, point
        piece = bisect_right(self.folded_at, start)
        folded, original = self.folded_at[piece - 1], self.original_at[piece - 1]
        if end <= self.folded_at[piece] and (
            self.folded_at[piece] - folded == self.original_at[piece] - original
        ):  # all within one piece, as nearly always
            return original + start - folded, original + end - folded
        return self._original(start), self._original(end - 1, after=True)

    def _original(self, at: int, *, after: bool = False) -> int:
        """Return where the character at `at` begins or, with `after`, ends in the original."""
        piece = bisect_right(self.folded_at, at)
        folded, original = self.folded_at[piece - 1], self.original_at[piece - 1]
        original_end = self.original_at[piece]
        if self.folded_at[piece] - folded == original_end - original:
            return original + (at - folded) + after
        return original_end if after else original


def fold(text: str) -> Folded:
    """Fold `text`; see the head of this module for what is folded and what is not."""
    if text.isascii() and text.isprintable() and "  " not in text:  # nearly every quote
        return Folded(text, array("I", (0, len(text))), array("I", (0, len(text))))
    swapped = _swap_frequent(text)
    if _is_plain(swapped):
        return _fold_spaces(swapped)
    swapped, loose = _swap_rare(swapped)
    return _fold_clusters(swapped, loose) if loose else _fold_spaces(swapped)


def visible(text: str) -> str:
    """Return `text` without the characters that folding drops, and otherwise as it is written."""
    return text if text.isascii() else "".join(char for char in text if char not in _DROPPED)


def _swap_frequent(text: str) -> str:
    """Replace what folds one for one and is common; the length stays."""
    if not text.isascii():
        for mark, plain in _FREQUENT.items():
            text = text.replace(mark, plain)
    for blank in _BLANKS:
        text = text.replace(blank, " ")
    return text


def _is_plain(swapped: str) -> bool:
    """Say whether all is ASCII or one of the many characters of Latin-1 that fold to themselves."""
    if swapped.isascii():
        return True
    try:
        swapped.encode("latin-1")
    except UnicodeEncodeError:
        return False
    return not any(char in swapped for char in _LATIN_1_FOLDED)


def _fold_spaces(swapped: str) -> Folded:
    """Fold what needs no more than each run of spaces to be made one."""
    parts: list[str] = []
    folded_at, original_at = array("I", [0]), array("I", [0])
    length = taken = 0
    at = swapped.find("  ")
    while at >= 0:
        parts.append(swapped[taken : at + 1])
        length += at - taken
        folded_at.append(length)
        original_at.append(at)
        taken = at + 2
        while swapped.startswith(" ", taken):
            taken += 1
        length += 1
        folded_at.append(length)
        original_at.append(taken)
        at = swapped.find("  ", taken)
    parts.append(swapped[taken:])
    _cut(folded_at, original_at, length + len(parts[-1]), len(swapped))
    return Folded("".join(parts), folded_at, original_at)


def _swap_rare(text: str) -> tuple[str, re.Pattern[str] | None]:
    """Replace the rest that folds one for one; return the pattern of what does not, if any."""
    kinds: dict[_Kind, list[str]] = {kind: [] for kind in _Kind}
    for char in sorted(set("".join(_NON_ASCII.findall(text)))):
        kinds[_kind(char)].append(char)
    if kinds[_Kind.SWAPPED]:
        text = text.translate({ord(char): _fold_char(char) for char in kinds[_Kind.SWAPPED]})
    dropped, joining, expanded = (
        "".join(kinds[kind]) for kind in (_Kind.DROPPED, _Kind.JOINING, _Kind.EXPANDED)
    )
    if not (dropped or joining or expanded):
        return text, None
    return text, _loose_pattern(dropped, joining, expanded)


@lru_cache(maxsize=64)
def _loose_pattern(dropped: str, joining: str, expanded: str) -> re.Pattern[str]:
    """Build the pattern of what does not fold one for one, from the characters a text holds.

    In this order: a cluster with its marks, a run of spaces with what is dropped between them, a
    run of what is dropped, one character that expands. No branch can match the same run twice, so
    a scan takes linear time.
    """
    drop = f"[{re.escape(dropped)}]" if dropped else ""
    branches = []
    if joining:
        skip = f"{drop}*" if drop else ""
        mark = f"[{re.escape(joining)}]"
        branches.append(f"[^ {re.escape(joining + dropped)}]?(?:{skip}{mark})+")
    branches.append(f" (?:{drop}* )+" if drop else "  +")
    if drop:
        branches.append(f"{drop}+")
    if expanded:
        branches.append(f"[{re.escape(expanded)}]")
    return compiled("|".join(branches))


def _fold_clusters(swapped: str, loose: re.Pattern[str]) -> Folded:
    """Fold the clusters and runs that `loose` finds, keep what comes between them."""
    parts: list[str] = []
    folded_at, original_at = array("I", [0]), array("I", [0])
    length = taken = 0
    for match in loose.finditer(swapped):
        cluster = match[0]
        folded = _fold_cluster(cluster)
        if folded == cluster:
            continue  # rides along with the text between the clusters that do change
        start, end = match.span()
        between = swapped[taken:start]
        if between:
            parts.append(between)
            length += len(between)
        if folded.startswith(" ") and parts and parts[-1].endswith(" "):
            folded = folded[1:]  # a spacing accent after a space: still one run
        if len(folded) != end - start:
            _cut(folded_at, original_at, length, start)
            _cut(folded_at, original_at, length + len(folded), end)
        if folded:
            parts.append(folded)
            length += len(folded)
        taken = end
    parts.append(swapped[taken:])
    _cut(folded_at, original_at, length + len(parts[-1]), len(swapped))
    return Folded("".join(parts), folded_at, original_at)


def _cut(folded_at: array[int], original_at: array[int], folded: int, original: int) -> None:
    """Begin a piece, unless one begins there already."""
    if original != original_at[-1]:
        folded_at.append(folded)
        original_at.append(original)


def _fold_cluster(cluster: str) -> str:
    """Fold a cluster, a run of spaces, or characters that are dropped."""
    if cluster[0] == cluster[-1] == " ":
        return " "
    return _compose(cluster) if len(cluster) <= _LONG_CLUSTER else _compose_long(cluster)


# UAX 15 calls text with more than 30 marks in a row unsafe to stream. Beyond that the order of the
# marks is found by sorting: the library's own way takes time that grows with the square.
_LONG_CLUSTER = 32


@lru_cache(maxsize=4096)
def _compose(cluster: str) -> str:
    return unicodedata.normalize("NFC", _fold_chars(cluster))


def _compose_long(cluster: str) -> str:
    decomposed = "".join(unicodedata.normalize("NFD", char) for char in _fold_chars(cluster))
    in_order = "".join(
        "".join(sorted(run, key=unicodedata.combining))
        for _, run in groupby(decomposed, key=lambda char: unicodedata.combining(char) > 0)
    )
    return unicodedata.normalize("NFC", in_order)


def _fold_chars(chars: str) -> str:
    return "".join(_fold_char(char) for char in chars if char not in _DROPPED)


@lru_cache(maxsize=4096)
def _kind(char: str) -> _Kind:
    """Classify one non-ASCII character."""
    if char in _DROPPED:
        return _Kind.DROPPED
    folded = _fold_char(char)
    if folded[0] in _JOINING_LETTERS or unicodedata.category(folded[0]).startswith("M"):
        return _Kind.JOINING
    if folded == char:
        return _Kind.PLAIN
    return _Kind.SWAPPED if len(folded) == 1 else _Kind.EXPANDED


@lru_cache(maxsize=4096)
def _fold_char(char: str) -> str:
    """Fold one character that is not dropped."""
    if char.isspace():
        return " "
    category = unicodedata.category(char)
    folded = unicodedata.normalize("NFKC", char)
    if category in {"Nl", "No"}:
        return char
    if category != "Nd" and any(unicodedata.category(part) == "Nd" for part in folded):
        return char
    return "".join(_PUNCTUATION.get(part, part) for part in folded)
