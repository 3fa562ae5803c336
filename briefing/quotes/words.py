"""Say where words and numbers begin and end, in folded text.

A quote may not start or end inside a word or a number: "5%" appears in "35%" and "true" in "untrue".
The rules are few, and made for this question rather than for line breaking or search:

- two letters or digits side by side belong together, unless one is of a script that is written
  without spaces between words (Chinese, Japanese, Thai, …);
- a combining mark belongs to what comes before it, in every script;
- `.`, `,` and `'` between digits belong to the number (52.4, 1,000, 1'000), a `.` before its first
  digit too (.5), and so does a sign (-5), but not a hyphen or the dash of a range (GPT-4, 91-93);
- a year belongs to what a hyphen or a slash makes of it (2025-26, 2024/25);
- `'t` belongs to its word, since "can" is no fair quote of "can't"; any other apostrophe divides
  ("Alibaba" in "Alibaba's", "entreprise" in "l'entreprise").

A space, a currency sign, `%` and any other punctuation divide, so "$52" may be quoted from
"$52 billion": that a scale was cut off is for those who read figures to see.
"""

from __future__ import annotations

import unicodedata

from briefing.patterns import compiled

LONGEST = 100
"""How many characters a word is followed to either side."""

# Blocks of scripts that put no space between words, as first and last code point.
_UNSPACED = (
    (0x0E00, 0x0EFF),  # Thai, Lao
    (0x0F00, 0x0FFF),  # Tibetan
    (0x1000, 0x109F),  # Myanmar
    (0x1780, 0x17FF),  # Khmer
    (0x1950, 0x19DF),  # Tai Le, New Tai Lue
    (0x1A20, 0x1AAF),  # Tai Tham
    (0x1B00, 0x1B7F),  # Balinese
    (0x2E80, 0x312F),  # CJK radicals and signs, Hiragana, Katakana, Bopomofo
    (0x31A0, 0x31FF),  # Bopomofo and Katakana extensions
    (0x3400, 0x4DBF),  # CJK ideographs, extension A
    (0x4E00, 0xA4CF),  # CJK ideographs, Yi
    (0xA980, 0xA9DF),  # Javanese
    (0xAA60, 0xAADF),  # Myanmar extension, Tai Viet
    (0xF900, 0xFAFF),  # CJK compatibility ideographs
    (0x1B000, 0x1B16F),  # Kana extensions
    (0x20000, 0x3FFFF),  # CJK ideographs of the supplementary planes
)
_UNSPACED_CLASS = "".join(f"{chr(first)}-{chr(last)}" for first, last in _UNSPACED)
_UNSPACED_CHAR = compiled(f"[{_UNSPACED_CLASS}]")

# A number with its separators, one character of an unspaced script with what hangs on it, a word,
# or one sign. What is no word by this class is white space, ASCII or general punctuation.
_NO_WORD = r"\s\x00-/:-@\[-`{-\u00a9\u00ab-\u00b1\u00b4\u00b6-\u00b8\u00bb\u00bf\u2010-\u205e"
_WORD = compiled(
    rf"\d+(?:[.,']\d+)*|[{_UNSPACED_CLASS}][\u0300-\u036f]*"
    rf"|[^{_NO_WORD}{_UNSPACED_CLASS}]+(?:['’](?!s\b)[^{_NO_WORD}{_UNSPACED_CLASS}]+)*|\S"
)

_YEAR = compiled(r"(?:\D|\A)?(?:19|20)\d\d")


def inside_word(text: str, at: int) -> bool:
    """Say whether the place before the character at offset `at` lies inside a word or number.

    `text` is folded. Looks at most three characters to either side.
    """
    if at <= 0 or at >= len(text):
        return False
    before, after = text[at - 1], text[at]
    if before == " " or after == " ":
        return False
    if unicodedata.category(after).startswith("M"):
        return True
    if _joins(before, after):
        return True
    return _inside_number(text, at) or _inside_contraction(text, at)


def whole_words(text: str, span: tuple[int, int]) -> tuple[int, int]:
    """Widen `span` of folded `text` to the words and numbers that it starts and ends inside of.

    By no more than `LONGEST` characters to either side, so that no text makes this slow.
    """
    start, end = span
    while span[0] - start < LONGEST and inside_word(text, start):
        start -= 1
    while end - span[1] < LONGEST and inside_word(text, end):
        end += 1
    return start, end


def words(text: str) -> list[tuple[int, int]]:
    """Return the spans of the words of `text`; a sign of punctuation is a word of its own."""
    return [match.span() for match in _WORD.finditer(text)]


def _joins(before: str, after: str) -> bool:
    if not after.isalnum():
        return False
    if not (before.isalnum() or unicodedata.category(before).startswith("M")):
        return False
    return not (_UNSPACED_CHAR.match(before) or _UNSPACED_CHAR.match(after))


def _inside_number(text: str, at: int) -> bool:
    before, after = text[at - 1], text[at]
    earlier = text[at - 2] if at > 1 else " "
    later = text[at + 1] if at + 1 < len(text) else " "
    if after in "-/" and later.isdigit():
        return _YEAR.fullmatch(text, max(0, at - 5), at) is not None
    signed = before == "-" and not earlier.isalnum() and earlier != "-"
    if after in ".,'" and later.isdigit():
        return before.isdigit() or (after == "." and signed)
    if not after.isdigit():
        return False
    if before in ".,'":
        return earlier.isdigit() or (before == "." and not earlier.isalnum() and earlier != ".")
    return signed


def _inside_contraction(text: str, at: int) -> bool:
    """Say whether `at` is on either side of the apostrophe of "can't"."""
    apostrophe = at if text[at] == "'" else at - 1
    if text[apostrophe] != "'" or apostrophe == 0 or not text[apostrophe - 1].isalpha():
        return False
    return text[apostrophe + 1 : apostrophe + 2] in {"t", "T"} and not (
        text[apostrophe + 2 : apostrophe + 3].isalnum()
    )
