"""Tell by the words before and between two numbers whether they are a range.

All words are in the table `ranges` of a language.
"""

from __future__ import annotations

from collections.abc import Iterable
from typing import Final

from briefing.language import longest_first, table, words_of
from briefing.language.grammars import Change
from briefing.language.numerals import digits
from briefing.patterns import compiled

_DASHES: Final = frozenset("-–—−‑~")
_BLANKS: Final = " \n\xa0\u2009\u202f"
_NEAR: Final = 3
"""So many code points of a word with what follows it tell in passing that it may link."""


class Ranges:
    """Reads how a language joins two numbers."""

    def __init__(self, language: str) -> None:
        held = table(language, "ranges")
        links, signs, before = held["links"], held["signs"], held["before"]
        self._and: frozenset[str] = frozenset(links["and"])
        self._or: frozenset[str] = frozenset(links["or"])
        self._range: frozenset[str] = frozenset(links["range"])
        self.TO: frozenset[str] = frozenset(links["share_a_unit"])
        self.BETWEEN: str = before["between"]
        self.RANGE_LINK = _range_link(links, signs)
        self.EITHER_LINK = rf"(?:\s?(?:±|\+/[-−–])\s?|,?\s(?:{_spelled(signs['either'])})\s)"
        words = {*links["and"], *links["or"], *links["range"], *links["share_a_unit"]}
        parting = _spelled([*links["and"], *links["or"]])
        self.SHARING_LINK = rf"(?:,\s(?:(?:{parting})\s)?|\s(?:{_spelled(words)})\s|\s?[-–—]\s?)"
        self._worded = _beginnings({*words, *links["spelled"]})
        self._short = {one for one in self._worded if len(one) == _NEAR}
        self._softeners = words_of(
            before["softening"],
            *(word for row in table(language, "hedges")["before"] for word in row["words"]),
        )
        self._changing = tuple(before["changing"])
        self._longest_change = max(map(len, self._changing))
        self._instead = compiled(
            rf"{digits(language)}\s(?:{_spelled(links['share_a_unit_after_digits'])})\s"
        )
        self._below = tuple(f"{word} " for word in signs["below"])
        either = [*signs["either_before"]]
        self._sign_ends = {"/- ", "/− ", "/– "} | {
            f"{case[-2:]} " for word in (*signs["below"], *either) for case in (word, word.upper())
        }
        self._either = compiled(rf"(?:±|\+/[-−–]|{_spelled(either)})\s?$")
        self._stating = compiled(rf"(?<!\w)(?:{_spelled(before['stating'])})\s$")
        self._longest_stating = max(map(len, before["stating"])) + 2

    def may_link(self, near: str) -> bool:
        """Tell in passing whether a range can go on with these four code points."""
        if near[:_NEAR] in self._short or near in self._worded:
            return True
        return near[:1] in _DASHES or near[1:2] in _DASHES

    def borrows(self, text: str, floor: int, start: int) -> bool:
        """Tell whether words before a number at `start` let it have the second's unit."""
        head = text[max(floor, start - self._longest_change) : start].lower()
        return head.endswith(self._changing) or self._instead.match(text, start) is not None

    def sign_before(self, lead: str) -> tuple[int, str]:
        """Give how long a word for a minus at the end of `lead` is, with its sign."""
        word = next((word for word in self._below if lead.endswith(word)), "")
        return len(word), "-" if word else ""

    def may_sign(self, near: str) -> bool:
        """Tell in passing whether these three code points can end a sign or a word for one."""
        return (
            near in self._sign_ends or "±" in near or (near[-2:-1] == "/" and near[-1] in _DASHES)
        )

    def either_before(self, lead: str) -> int:
        """Give how long the words for both ways, or "±", at the end of `lead` are."""
        match = self._either.search(lead)
        return len(match[0]) if match else 0

    def states_after(self, text: str, at: int) -> bool:
        """Tell "was (5)" and "a loss of ($5)" from a sum in brackets that explains another."""
        return self._stating.search(text, max(0, at - self._longest_stating), at) is not None

    def opens_range(self, joint: str, lead: str) -> bool:
        """Tell in passing whether `lead`, in lower case, can open a range that is joined by `joint`."""
        return joint not in self._and or self.BETWEEN in lead

    def joins(self, joint: str, words: list[str], change: Change, *, in_words: bool) -> bool:
        """Tell whether the words before and between two numbers make them a range."""
        if joint in self._and:
            return self.governing(words) == self.BETWEEN
        if joint in self._or:
            return in_words
        if joint in self.TO:
            return False
        return joint in self._range or not change.is_level or not change.is_whole

    def governing(self, words: list[str]) -> str:
        """Give the last word that does not soften: "between" of "between about"."""
        return next((word for word in reversed(words) if word not in self._softeners), "")


def _range_link(links: dict[str, list[str]], signs: dict[str, list[str]]) -> str:
    words = {
        *links["and"],
        *links["or"],
        *links["range"],
        *links["share_a_unit"],
        *links["spelled"],
    }
    return (
        rf"(?P<link>\s?[-–—−‑~]\s?|\s(?:{_spelled(words)})\s|-(?:{_spelled(links['hyphened'])})-"
        rf"|-\s(?:{_spelled([*links['hyphened'], *links['or']])})\s)"
        rf"(?P<sign>[-−–]|(?:{_spelled(signs['below'])})\s|(?P<above>\+|(?:{_spelled(signs['above'])})\s))?"
    )


def _spelled(words: Iterable[str]) -> str:
    """Return a pattern of words, whose blanks may be any blank."""
    return longest_first(words).replace(" ", r"\s")


def _beginnings(words: set[str]) -> frozenset[str]:
    """Give how a word that links starts behind a number, to four code points: most numbers have none."""
    starts = set()
    for word in words:
        for case in (word, word.upper()):
            for blank in _BLANKS:
                start = f"{case}{blank}"[:_NEAR]
                starts |= {f"{before}{start}" for before in _BLANKS}
    return frozenset(starts)
