"""Read the words around a number: those of its clause, and what bounds or softens it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.language import grammar, longest_first, table
from briefing.model.figures import Hedge
from briefing.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

_WINDOW: Final = 64
"""How many code points before a number are looked at."""
_REACH: Final = 128
"""How many code points before a number decide whether a word is a hedge."""
_OPENING: Final = "([\"'“‘"
_PLAIN: Final = Hedge.PLAIN
_INCLUDING: Final = frozenset({Hedge.AT_LEAST, Hedge.AT_MOST})
_FEW: Final = 2
_INSERTED: Final = 6
"""How far before a number the comma may be that ends an inserted bound: "will be, at most, of 5 euros"."""
_PLURAL_AFTER: Final = r"(?!\s\w+[^\Wsiu]s(?!\w))"
"""After "at most": the tax is 5% at most mills."""


class Before(NamedTuple):
    """Hold the words that come before a number in its clause."""

    words: list[str]
    """In lower case, without the hedge."""
    hedge: Hedge
    phrase: str
    """The hedge as the table spells it, or nothing."""
    start: int
    """Where the hedge starts in the text; where the number starts if there is none."""
    raw: str
    """The word right before the number as written, or nothing."""


class Hedges:
    """Reads the hedges of one language."""

    def __init__(self, language: str) -> None:
        held = table(language, "hedges")
        before = held["before"]
        self._spelled = _meanings(held, "before")
        self._signs = _meanings(held, "sign")
        self._after = {"+": Hedge.MORE_THAN, **_meanings(held, "after")}
        self._endings = frozenset(phrase.rsplit(None, 1)[-1] for phrase in self._spelled)
        self._longest = max(phrase.count(" ") for phrase in self._spelled) + 1
        self._needed = {
            word: frozenset(row["after"])
            for row in before
            if "after" in row
            for word in row["words"]
        }
        self._parted = {
            word: (frozenset(row["not_after"]), _endings(row["not_after"]))
            for row in before
            if "not_after" in row
            for word in row["words"]
        }
        self._unled, self._afar, self._inserted = _unled(before), _afar(before), _inserted(before)
        self.levels = frozenset(word for row in before if "level" in row for word in row["words"])
        """Hedges that name a level reached: "fell below 5%" is no fall of 5%."""
        self.of_no_time = frozenset(
            word for row in before if "span" in row for word in row["words"]
        )
        """Hedges that before a length of time only say what it spans: "over three years"."""
        self._articles = frozenset(grammar(language).ARTICLES)
        self._clause = grammar(language).clause
        phrases = [
            f"(?:{longest_first(row['words'])}){_not_before(row.get('unless', []))}"
            + (_PLURAL_AFTER if row.get("whole") else "")
            for row in held["after"]
        ]
        self._trailing = compiled(
            rf"(?P<plus>\+)(?![\d$€£¥])|(?:\s|-)(?P<words>{'|'.join(phrases)})", re.IGNORECASE
        )
        self._initials = frozenset(
            case for phrase in self._after for case in (phrase[0], phrase[0].upper())
        )

    def before(self, text: str, floor: int, at: int) -> Before:
        """Read the words that end at `at`, reaching back to `floor` or the clause mark before it."""
        begin = max(floor, at - _WINDOW)
        if begin > floor and text[begin - 1].isalnum():
            begin = text.find(" ", begin, at) + 1 or at
        raw = self._clause(text[begin:at].split())
        words = [token.lower() for token in raw]
        last = raw[-1] if raw else ""
        symbol = self._signs.get(text[at - 1 : at])
        if symbol is not None:
            return Before(words, symbol, "", at - 1, last)
        article = len(words) > 1 and words[-1] in self._articles
        count, phrase = self._hedge(words[:-1] if article else words)
        if not count or not self._is_hedge(words, phrase, count) or self._is_led(text, at, phrase):
            opening = " ".join(words[:2])
            bound = self._spelled[opening] if opening in self._afar else _PLAIN
            if len(words) < _FEW and "," in text[max(begin, at - _INSERTED) : at]:
                match = self._inserted.search(text, begin, at)
                bound = self._spelled[match["words"].lower()] if match else bound
            return Before(words, bound, "", at, last)
        hedge, taken = self._spelled[phrase], count + article
        words = words[:-taken]
        outer, outer_phrase = self._hedge(words)
        if outer:
            bound = self._spelled[outer_phrase]
            hedge = bound if bound.is_bound else hedge
            taken += outer
            words = words[:-outer]
        return Before(words, hedge, phrase, _start_of(text, begin, at, taken), last)

    def after(self, text: str, at: int) -> tuple[Hedge, int]:
        """Read a hedge that follows a quantity ending at `at`; give it and where it ends."""
        near = text[at : at + 2]
        if near[:1] != "+" and near[1:] not in self._initials:
            return _PLAIN, at
        match = self._trailing.match(text, at)
        if match is None:
            return _PLAIN, at
        return self._after[(match["plus"] or match["words"]).lower()], match.end()

    def _hedge(self, words: list[str]) -> tuple[int, str]:
        """Give how many of the last words are a hedge, and the hedge."""
        if words and words[-1] in self._endings:
            for count in range(min(self._longest, len(words)), 0, -1):
                phrase = " ".join(words[-count:])
                if phrase in self._spelled:
                    return count, phrase
        return 0, ""

    def _is_hedge(self, words: list[str], phrase: str, count: int) -> bool:
        """Tell whether words that may say other things are a hedge here, by what comes before them."""
        if phrase in self._needed:
            return words[-1] == phrase and len(words) > 1 and words[-2] in self._needed[phrase]
        if phrase in self._parted:
            plain, endings = self._parted[phrase]
            last = words[-count - 1] if words[:-count] else ""
            return last not in plain and not last.endswith(endings)
        return True

    def _is_led(self, text: str, at: int, phrase: str) -> bool:
        """Tell by what leads up to words before `at` that they are no hedge: "cayó un 3 %, hasta el 5 %"."""
        leads = self._unled.get(phrase)
        return leads is not None and leads.search(text, max(0, at - _REACH), at) is not None


def _unled(rows: list[dict[str, Any]]) -> dict[str, re.Pattern[str]]:
    """Return what leads up to words that are not a hedge there, by the words."""
    return {
        word: compiled(row["unled"], re.IGNORECASE | re.VERBOSE)
        for row in rows
        if "unled" in row
        for word in row["words"]
    }


def _inserted(rows: list[dict[str, Any]]) -> re.Pattern[str]:
    """Match a bound between commas right before a number: "it will be, at most, 5 euros"."""
    bounds = longest_first(
        word for row in rows if row["means"] in _INCLUDING for word in row["words"]
    )
    return compiled(rf"(?<!\w)(?P<words>{bounds}),(?:\s\w{{1,3}})?\s$", re.IGNORECASE)


def _afar(rows: list[dict[str, Any]]) -> frozenset[str]:
    """Return the hedges that bound a number from the start of its clause."""
    return frozenset(word for row in rows for word in row.get("afar", ()))


def _meanings(held: Mapping[str, Any], place: str) -> dict[str, Hedge]:
    return {word: Hedge(row["means"]) for row in held[place] for word in row["words"]}


def _endings(words: list[str]) -> tuple[str, ...]:
    return tuple(word[1:] for word in words if word[0] == "*")


def _not_before(words: list[str]) -> str:
    """Give a pattern of what may not follow a hedge: a word goes on, or a sum ("plus tax")."""
    sums = rf"(?!\s(?:[\d$€£¥]|(?:{longest_first(words)})\b))" if words else ""
    return rf"(?!\w){sums}"


def _start_of(text: str, begin: int, at: int, count: int) -> int:
    """Give where the last `count` words of `text[begin:at]` start."""
    left = text[begin:at].rstrip()
    head = left.rsplit(None, count)
    start = begin + (len(head[0]) if len(head) > count else 0)
    while start < at and (text[start].isspace() or text[start] in _OPENING):
        start += 1
    return start
