"""Read what is written right before a number and right after it: sign, currency, scale, unit.

Only the spellings that a table holds are units; the patterns here find where such a spelling would
stand, each with a bounded look from a known place.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final, NamedTuple, cast

from briefing.figures.numbers.spellings import (
    MULTIPLE,
    Unit,
    before,
    other_codes,
    units,
)
from briefing.figures.numbers.symbols import symbol_at, symbols
from briefing.figures.numbers.weighed import Weighed
from briefing.language import grammar, longest_first, table, words_of
from briefing.language.numerals import scale_letters, scale_word, scales
from briefing.model.figures import QuantityKind
from briefing.patterns import compiled

_LETTER: Final = "A-Za-zÀ-ÖØ-öø-ɏ㐀-鿿"
_UNIT: Final = compiled(rf"[\s-]?([{_LETTER}€£₹₽₺₴₦₩₪₫₱฿₸₼₾][{_LETTER}.]*|%)")
_DOLLAR: Final = compiled(r"\s?(\$(?: (?:US|CA|CAN|AU|HK|NZ))?)(?![\w$]| [A-Z]{2,3}(?!\w))")
"""A sign of dollars behind its number, in languages that write it there."""
_NEXT: Final = compiled(rf"[\s-]([{_LETTER}]+)")
_INSIDE: Final = frozenset(".,:/")
"""What joins digits to further ones right after: of a version, a time, a date, a decimal comma."""
_NEAR: Final = 64
"""How many code points around a number tell what an abbreviation means."""
_NOUN: Final = compiled(r" ([a-z]+)")
_LEAST_OF_OTHER_WORDS: Final = 100
_LEAST_OF_NAMES: Final = 100
"""From here on a capital X makes a product's name ("777X"), below it a multiple ("15X")."""
_FIRST_SIGNS: Final = frozenset("+-×%$€£₹₽₺₴₦₩₪₫₱฿₸₼₾°ºµμ℃℉ℓ\u2009\u202f \xa0\n")
_FOLLOWING: Final = compiled(rf"[\s-]?([{_LETTER}]+)")
_GLUED: Final = compiled(r"[a-z][A-Z]")


class Suffix(NamedTuple):
    """Hold what follows a number directly."""

    scale: Decimal | None
    touching: bool
    """Whether the scale is letters that touch the number, as in "7B"."""
    unit: Unit | None
    more: bool
    """Whether a plus says that it is more."""
    end: int
    bare_end: int
    """Where number and scale end, without the unit."""
    is_unclear: bool = False
    """Whether the unit is one of two, and nothing tells which: pounds of weight or of money."""


class Affixes:
    """Reads the scales, units and currencies of one language."""

    def __init__(self, language: str) -> None:
        self.scales = scales(language)
        self._units = units(language)
        self._percent = self._units["%"]
        self._after_percent = tuple(name[2:] for name in self._units if name.startswith("% "))
        self._points_reach = 2 + max(map(len, self._after_percent), default=0)
        self._beginnings = frozenset(
            " ".join(parts[:count])
            for parts in (name.split() for name in self._units)
            for count in range(1, len(parts))
        )
        self._codes = {
            code: Unit(QuantityKind.MONEY, code)
            for code in before(language).values()
            if code.isalpha()
        }
        self._first_words = self._openings(language)
        self._other_words = frozenset(table(language, "currencies")["other_words"])
        currencies = table(language, "currencies")
        self._adjectives = frozenset(currencies.get("adjectives", ()))
        self._no_nouns = words_of(currencies.get("no_nouns", ""))
        self._elsewhere = {
            word: row
            for row in table(language, "units")["share"]
            if "not_near" in row
            for word in row["words"]
        }
        self._weighed = Weighed(table(language, "currencies").get("weighed", {}))
        self._multiplies = grammar(language).multiplies
        of = table(language, "scales").get("of", ())
        self._of = compiled(rf"\s(?:{longest_first(of)})".replace(" ", r"\s")) if of else None
        """What comes between a scale and what it is of: "millions d'euros"."""
        self._scale = compiled(
            rf"(\+|-plus(?!\w))?(?:(?:{scale_word(language)})"
            rf"|((?:{scale_letters(language)})(?![A-Za-z0-9²³])))?(\+|-plus(?!\w))?",
            re.IGNORECASE,
        )

    def _openings(self, language: str) -> frozenset[str]:
        """Give the first words of all that may follow a number, in lower case."""
        plural = table(language, "scales")["plural"]
        return frozenset(
            name.split()[0].partition(".")[0]
            for name in (
                *self._units,
                *self.scales,
                *(f"{one}{plural}" for one in self.scales),
                *(code.lower() for code in self._codes),
                *(
                    symbol.partition("/")[0].split()[0].rstrip("²³23.").lower()
                    for symbol in symbols()
                ),
                "iu",
                "mmol",
            )
        )

    def suffix(self, text: str, at: int, value: Decimal) -> Suffix:
        """Read the scale and the unit of the number `value` that ends at `at`."""
        if text[at : at + 1] == "%" and not self._are_points(text, at):
            return Suffix(None, False, self._percent, False, at + 1, at)  # noqa: FBT003
        if not self._may_follow(text, at):
            return Suffix(None, False, None, False, at, at)  # noqa: FBT003
        match = cast("re.Match[str]", self._scale.match(text, at))  # every part is optional
        plus, spelled, letters, more = match.groups()
        bare_end = match.end()
        scale = self.scales[(spelled or letters).lower()] if spelled or letters else None
        unit_at = bare_end if scale is None else self.of_scale(text, bare_end)
        told, end = self.unit(text, unit_at, value)
        if told is None:
            end = bare_end
        if scale is None and told is not None and text[bare_end:end].strip() in self._codes:
            scale, end = self._scale_after(text, end)  # "130 USD million"
        is_small = scale is None and value < _LEAST_OF_OTHER_WORDS
        if told is not None and self._is_other_word(text, unit_at, end, is_small=is_small):
            told, end = None, bare_end
        is_unclear = told is not None and self._is_elsewhere(text, at, unit_at, end, value)
        if told is not None and text[unit_at:end].strip(" -").lower() in self._weighed.words:
            is_money = self._weighed.is_money(text, at, end, is_scaled=scale is not None)
            is_unclear = is_money is None
            told, end = (told, end) if is_money else (None, bare_end)
        return Suffix(
            scale, letters is not None, told, bool(plus or more), end, bare_end, is_unclear
        )

    def of_scale(self, text: str, at: int) -> int:
        """Give where what a scale is of may begin, behind the scale that ends at `at`."""
        match = self._of.match(text, at) if self._of else None
        return match.end() if match else at

    def _is_other_word(self, text: str, at: int, end: int, *, is_small: bool) -> bool:
        """Tell a name of a currency that is another word here: "5 won", "300 real users"."""
        word = text[at:end].strip(" -").lower()
        if word not in self._other_words:
            return False
        if is_small:
            return True
        behind = _NOUN.match(text, end) if word in self._adjectives else None
        return behind is not None and behind[1] not in self._no_nouns

    def _is_elsewhere(self, text: str, at: int, bare_end: int, end: int, value: Decimal) -> bool:
        """Tell an abbreviation that means something else here: "280 pp" of a book, "250 bp" of a gene."""
        row = self._elsewhere.get(text[bare_end:end].strip(" -").lower())
        if row is None:
            return False
        near = text[max(0, at - _NEAR) : end + _NEAR].lower()
        return value > row["most"] or any(word in near for word in row["not_near"])

    def _scale_after(self, text: str, at: int) -> tuple[Decimal | None, int]:
        """Read a scale behind a code that ends at `at`."""
        match = self._scale.match(text, at)
        if match is None or match[2] is None:
            return None, at
        return self.scales[match[2].lower()], match.end()

    def _are_points(self, text: str, at: int) -> bool:
        """Tell whether the percent sign at `at` begins a longer unit: "% points"."""
        return text[at + 2 : at + self._points_reach].lower().startswith(self._after_percent)

    def _may_follow(self, text: str, at: int) -> bool:
        """Tell in passing whether a scale or unit can follow: after most numbers none does."""
        match = _FOLLOWING.match(text, at)
        if match is None:
            return text[at : at + 1] in _FIRST_SIGNS
        word = match[1]
        low = word.lower()
        if text[match.end() : match.end() + 1] == "/":
            return True
        return low in self._first_words or (low != word and _GLUED.search(word) is not None)

    def unit(self, text: str, at: int, value: Decimal) -> tuple[Unit | None, int]:
        """Give the unit after a number and scale that end at `at`, and its end; `at` for none."""
        match = _UNIT.match(text, at)
        if match is None:
            if text[at : at + 1] == "×":
                return MULTIPLE, at + 1
            dollar = _DOLLAR.match(text, at) if "$" in self._units else None
            if dollar is not None and dollar[1].lower() in self._units:
                return self._units[dollar[1].lower()], dollar.end()
            return symbol_at(text, at) or (None, at)
        word, end = match[1].lower(), match.end()
        if word[-1] == "." and word not in self._beginnings:
            word, end = word.rstrip("."), end - 1
        if word == "%" or word in self._beginnings:
            longer = self._longer(text, word, end)
            if longer is not None:
                return longer
        found = self._units.get(word) or self._code(match[1], text, at)
        if found is None or (text[end : end + 1].isalnum() and word != "%"):
            return symbol_at(text, at) or (None, at)
        if found.name == MULTIPLE.name:
            touches = match.start(1) == at and (match[1] != "X" or value < _LEAST_OF_NAMES)
            if not (touches if word == "x" else self._multiplies(text, at, end)):
                return None, at
        return found, end

    def _code(self, word: str, text: str, at: int) -> Unit | None:
        """Give the unit of a code after a number; one that is another word needs a scale before it."""
        unit = self._codes.get(word)
        return unit if unit is None or word not in other_codes() or text[at - 1].isalpha() else None

    def _longer(self, text: str, words: str, at: int) -> tuple[Unit, int] | None:
        """Read on from the first word of a unit of several ("Hong Kong dollars")."""
        match = _NEXT.match(text, at)
        while match is not None:
            words = f"{words} {match[1].lower()}"
            unit = self._units.get(words)
            if unit is not None:
                return unit, match.end()
            match = _NEXT.match(text, match.end()) if words in self._beginnings else None
        return None


def is_inside(text: str, at: int) -> bool:
    """Tell whether a number that ends at `at` goes on: as a version, a date, a decimal comma."""
    return text[at : at + 1] in _INSIDE and text[at + 1 : at + 2].isdigit()
