"""Read what a figure is for one of, or for so many of: "a day", "per 100,000 people", "per share".

All words are in the table `rates` of a language; one without it knows no rates.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, Final, NamedTuple

from briefing.language import common, grammar, longest_first, table, words_of
from briefing.language.numerals import digits, scales
from briefing.model.figures import Quantity, QuantityKind
from briefing.patterns import compiled
from briefing.values import replace

_REACH: Final = 72
_FARTHEST: Final = 5
"""How many words an adjective may appear before its figure."""
_LONGEST_LINK: Final = 14
_YEAR: Final = "year"
_ONE: Final = Decimal(1)
_SHARES: Final = frozenset({QuantityKind.PERCENT, QuantityKind.POINTS})
_LETTERS: Final = "A-Za-zÀ-ÖØ-öø-ɏ㐀-鿿²³"
_CLAUSE_MARKS: Final = re.compile(r"[;:.!?]\s|[()]|,\s(?:and|but|while|und|aber)\s")


class Per(NamedTuple):
    """Hold what a figure is for one of, or for so many of."""

    name: str
    """A time (`day`), or a base in the plural (`people`); nothing where only a number is said."""
    many: Decimal
    end: int
    """Where the words for it end, if they follow the figure."""
    is_loose: bool
    """Whether a figure without it may be meant too: annual sales."""


class Rates:
    """Reads the rates of one language."""

    def __init__(self, language: str) -> None:
        held = _held(language)
        self._is_known = bool(held)
        if not held:
            return
        self._times, self._every, self._bases = (
            _named(held[part]) for part in ("times", "every", "bases")
        )
        self._units = _unit_names(language)
        self._plural = table(language, "nouns").get("plural", "")
        self._scales = scales(language)
        self._loose = words_of(held["loose"]["words"])
        self._loose_shares: bool = held["loose"].get("shares", False)
        self._articled = words_of(held["articled"]["words"]) | self._times.keys()
        self._parting = str.maketrans("", "", table(language, "numbers")["thousands"])
        self._hints = tuple(held["links"]["hints"])
        self._compile(held, language)

    def _compile(self, held: dict[str, Any], language: str) -> None:
        links = held["links"]
        per, of_many = self._links(links, language)
        articles = longest_first(links["articles"]).replace(" ", r"\s")
        every = longest_first(self._every)
        is_parted = grammar(language).PIECES is not None
        large = longest_first(word for word in self._scales if is_parted or len(word) > 2)
        near = "" if is_parted else f"(?=[{_LETTERS}])"
        one = longest_first(links.get("one", ()))
        many = (
            rf"(?:(?P<many>{digits(language)})(?!\w)\s?)?"
            rf"(?:(?:(?:{one})\s)?(?P<scale>{large})(?:{table(language, 'scales')['plural']})?(?!\w)\s?)?"
        )
        two_words = longest_first(name for name in (*self._bases, *self._units) if " " in name)
        paired = longest_first(links.get("and", ()))
        self._paired = compiled(rf"\s(?:{paired})(?=\s(?P<time>[{_LETTERS}]+))") if paired else None
        base = rf"(?P<base>{two_words}|[{_LETTERS}][{_LETTERS}'’-]*)"
        # Where nouns are put side by side, one alone may appear between: "40 Tonnen Erz pro Tag".
        other = rf"(?!(?:{every})(?!\w))"
        apposed = rf"|\s{other}[a-zß-ÿ][a-zß-ÿ0-9-]*" if links.get("apposed") else ""
        self._after = compiled(
            rf"(?:\s(?:{_blanked(links['gap'])})[a-zß-ÿ][a-zß-ÿ0-9-]*(?:\s[a-zß-ÿ][a-zß-ÿ0-9-]*)?{apposed})?(?:"
            rf"(?:/|\s(?P<per>(?:{per})|{of_many})\s){many}{base}?"
            rf"|\s(?:{articles})\s(?P<time>[{_LETTERS}]+)"
            rf"(?!\s(?:[0-9]|(?:{longest_first(words_of(links['not_before']))})(?!\w)))"
            rf"|\s(?P<every>{every}))(?!\w)",
            re.IGNORECASE,
        )
        adjectives = longest_first(held["adjectives"]["words"]) if "adjectives" in held else every
        self._before = compiled(
            rf"(?<![\w-])(?:(?i:{per})\s{many}{base}|(?P<every>{adjectives})\s{near})"
        )

    def _links(self, links: dict[str, Any], language: str) -> tuple[str, str]:
        """Give patterns of the words before any base, and of those before a round number of one alone."""
        per = longest_first(links["per"]).replace(" ", r"\s")
        of_many = longest_first(links.get("per_many", ())).replace(" ", r"\s")
        self._is_listed = links.get("listed_only", False)
        before_numbers = "(?!)" if self._is_listed else per
        self._base_before = compiled(rf"(?<!\w)(?:{before_numbers})\s$", re.IGNORECASE)
        self._of_many = compiled(rf"(?<!\w)(?:{of_many})\s$", re.IGNORECASE)
        self._last_of_links = frozenset(
            word[-1] for word in (*links["per"], *links.get("per_many", ()))
        )
        parting = re.escape(table(language, "numbers")["thousands"])
        self._round_base = compiled(
            rf"(?:10*(?:[{parting}]000)*(?![0-9])"
            rf"|{longest_first(word for word in self._scales if len(word) > 2)})"
            rf"\s(?:{longest_first(self._bases)})(?!\w)",
            re.IGNORECASE,
        )
        listed = rf"(?:{per})(?!\s[0-9])" if self._is_listed else per
        return listed, rf"(?:{of_many})(?=\s{self._round_base.pattern})"

    def added(
        self, text: str, folded: str, floor: int, by_unit: str | None, quantity: Quantity
    ) -> Quantity:
        """Add to a quantity what it is for one of, by its unit or by the words around it."""
        if by_unit is not None:
            return replace(quantity, per=by_unit)
        if quantity.kind is QuantityKind.DURATION:
            return quantity
        per = self.after(folded, quantity.end)
        if per is None:
            per = self.before(folded, floor, quantity.start)
            if per is None or (quantity.kind in _SHARES and not per.is_loose):
                return quantity
        per = self._timed(folded, per)
        is_loose = per.is_loose and (not per.end or quantity.kind in _SHARES)
        told = replace(quantity, per=per.name, per_many=per.many, per_loose=is_loose)
        if per.many == _ONE or not per.end:
            return told
        return replace(told, text=text[told.start : per.end], end=per.end)

    def _timed(self, text: str, per: Per) -> Per:
        """Pair a base with the time beside it, "per share each quarter"; a year goes without saying."""
        other = self._second(text, per) if per.end else None
        times = frozenset(self._times.values())
        if other is None or (per.name in times) == (other.name in times):
            return per
        base, time = (other, per) if per.name in times else (per, other)
        name = base.name if time.name == _YEAR else f"{base.name} a {time.name}"
        return base._replace(name=name, end=other.end if base is other else per.end, is_loose=False)

    def _second(self, text: str, first: Per) -> Per | None:
        """Give what stands behind the first of two: "per head | a day", "por habitante | y día"."""
        joined = self._paired.match(text, first.end) if self._paired else None
        if joined is None:
            return self.after(text, first.end)
        time = self._times.get(joined["time"].lower())
        if time is not None:
            return Per(time, _ONE, joined.end("time"), is_loose=False)
        return self.after(text, joined.end())

    def after(self, text: str, at: int) -> Per | None:
        """Give what the figure that ends at `at` is for, as the words right after it say."""
        match = (
            self._after.match(text, at) if self._is_known and text[at : at + 1] in " /" else None
        )
        if match is None:
            return None
        if match["every"]:
            word = match["every"].lower()
            is_loose = self._loose_shares and word in self._loose
            return Per(self._every[word], _ONE, match.end(), is_loose=is_loose)
        if match["time"]:
            word = match["time"].lower()
            if word not in self._articled:
                return None
            return Per(self._base(word), _ONE, match.end(), is_loose=False)
        return self._of_base(match, is_slash=match["per"] is None)

    def is_of_many(self, text: str, at: int) -> bool:
        """Tell whether the number that ends at `at` is one for so many: "4.8 | per 100,000 people"."""
        per = self.after(text, at)
        return per is not None and per.many > _ONE and per.name != ""

    def before(self, text: str, floor: int, at: int) -> Per | None:
        """Give what the figure that starts at `at` is for, as its clause says before it."""
        head = text[max(floor, at - _REACH) : at] if self._is_known else ""
        if not head or not any(hint in head.lower() for hint in self._hints):
            return None
        marks = [mark.end() for mark in _CLAUSE_MARKS.finditer(head)]
        head = head[marks[-1] :] if marks else head
        for match in self._before.finditer(head):
            if match["every"] is None:
                base = self._of_base(match, is_slash=False)
                return base._replace(end=0) if base else None
            if len(head[match.end() :].split()) <= _FARTHEST:
                word = match["every"].lower()
                return Per(self._every[word], _ONE, 0, is_loose=word in self._loose)
        return None

    def is_base(self, text: str, at: int) -> bool:
        """Tell whether the number at `at` is how many a figure is for: "per | 100,000 people"."""
        if not self._is_known or text[at - 2 : at - 1].lower() not in self._last_of_links:
            return False
        near = text[max(0, at - _LONGEST_LINK) : at]
        if self._base_before.search(near) is not None:
            return True
        return self._of_many.search(near) is not None and bool(self._round_base.match(text, at))

    def _of_base(self, match: re.Match[str], *, is_slash: bool) -> Per | None:
        written, scale, base = match["many"], match["scale"], match["base"]
        if base is None and (is_slash or not (written or scale)):
            return None
        if self._is_listed and base and not self._knows(base.lower()):
            return None
        bare = (written or "1").translate(self._parting)
        if not bare.isdecimal():
            return None
        many = Decimal(bare) * (self._scales[scale.lower()] if scale else _ONE)
        end = match.end("base" if base else "scale" if scale else "many")
        if base and many != _ONE and base.lower() in self._times:  # a time does not convert
            name = f"{many:f} {self._times[base.lower()]}{self._plural}"
            return Per(name, _ONE, end, is_loose=False)
        return Per(self._base(base.lower()) if base else "", many, end, is_loose=False)

    def _knows(self, word: str) -> bool:
        return word in self._times or word in self._bases or word in self._units

    def _base(self, word: str) -> str:
        """Give the name of a time, of a unit, of a listed base, else the word in the plural."""
        name = self._times.get(word) or self._bases.get(word) or self._units.get(word)
        return name or (word if word.endswith(self._plural) else f"{word}{self._plural}")


def _held(language: str) -> dict[str, Any]:
    try:
        return dict(table(language, "rates"))
    except FileNotFoundError:
        return {}


def _blanked(words: list[str]) -> str:
    """Match one of some words with the blank behind it, which an apostrophe has none of."""
    parts = sorted(words, key=len, reverse=True)
    return "|".join(re.escape(one) + ("" if one[-1] in "'’" else r"\s") for one in parts)


def _named(words: dict[str, Any]) -> dict[str, str]:
    return {
        word: name
        for name, listed in words.items()
        for word in (listed.split() if isinstance(listed, str) else listed)
    }


def _unit_names(language: str) -> dict[str, str]:
    """Map symbols and words of units to their names, all in lower case."""
    held = common("symbols")
    symbols = {
        symbol.lower(): name
        for place in ("symbols", "apart")
        for name, spellings in held[place].items()
        for symbol in spellings
    }
    words = {
        word: name
        for name, spellings in table(language, "units")["units"].items()
        for spelling in spellings
        for word in spelling.split("/")
    }
    return symbols | words
