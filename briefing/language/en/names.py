"""Tell numbers that count things from numbers that name them: years, dates, ranks, product names."""

from __future__ import annotations

from typing import Final

from briefing.language import table, words_of
from briefing.language.default.names import SENTENCE_ENDS, Beside, Names, is_period, starts_sentence
from briefing.language.months import month_names
from briefing.patterns import compiled

_TABLE: Final = table("en", "names")
_HEDGING: Final = words_of(
    *(word for row in table("en", "hedges")["before"] for word in row["words"]),
    "another other all on the",
)
_UNTIL: Final = compiled(
    r"\s(?:ended|ending|to)\s(?:[0-9]{1,2}\s)?"
    rf"(?:{'|'.join(name[:3] for name in month_names('en'))})"
)
_LONGEST_WORD: Final = 24
_NAMED_AFTER: Final = compiled(
    r"[\s-]years?[\s-]olds?(?!\w)"
    rf"|(?:\s[A-Z][\w.]*){{1,4}}?\s(?:{'|'.join(_TABLE['addresses']['words'].split())})(?!\w)"
    r"|-(?:\s(?:and|to|or)\s[0-9]+-)?year\s(?i:(?:U\.?S\.?\s|nominal\s)*"
    r"(?:treasur|government|bond|note|yield|gilt|bund|jgb))"
)
_TITLED: Final = compiled(r"\s(?:[A-Z][a-z]|&)")
_ARTICLE: Final = compiled(r"an?(?!\w)")


class _English(Names):
    def names_word(self, text: str, at: int, end: int) -> bool:
        """Tell "one of them", "the two" and "the Big Three" from a number that states something."""
        if _ARTICLE.match(text[at:end].lower()):
            return True
        before = text[max(0, at - _LONGEST_WORD) : at].split()
        if text[at].isupper() and before and before[-1][-1] not in SENTENCE_ENDS:
            return True
        if text[at].isupper() and _TITLED.match(text, end):  # "Six Flags", "Seven & i"
            return True
        return super().names_word(text, at, end)

    def names_it(self, text: str, at: int) -> bool:
        """Tell "Windows 11" from "Some 11" where either starts a sentence."""
        raw = text[max(0, at - _LONGEST_WORD) : at].rsplit(None, 1)[-1:]
        low = raw[0].lower() if raw and text[at - 1 : at].isspace() else ""
        if not low.isalpha() or not raw[0][0].isupper():
            return False
        return low not in self.not_counted and low not in _HEDGING

    def names_after(self, text: str, end: int) -> bool:
        """Tell digits before a month or a zone of time from others: "5 May", "9 GMT".

        So are the house number of an address, an age and the years of a bond's name.
        """
        return super().names_after(text, end) or _NAMED_AFTER.match(text, end) is not None

    def is_named_by(self, text: str, at: int, raw: str) -> bool:
        """Tell whether a word that starts no sentence makes a name of a bare number after it."""
        return self.is_name(text, at, raw) and not starts_sentence(text, at, raw)

    def is_other(self, beside: Beside) -> bool:
        """Tell "one in five users" and "the three months ended June" from counts."""
        return self._is_share(beside) or self._dates(beside)

    def _is_share(self, beside: Beside) -> bool:
        """Tell "one in five users", "7 out of 10 users" and "three quarters of users" from counts."""
        words = beside.words
        if words[-2:] in (["out", "of"], ["of", "every"]):
            return True
        if words[-1:] == ["in"] and len(words) > 1:
            return words[-2].isdigit() or words[-2] in self.small
        if beside.unit != "quarters" or beside.number.lower() != "three":
            return False
        return beside.text.startswith(" of ", beside.span[1])

    def _dates(self, beside: Beside) -> bool:
        """Tell a length that names a period: "the three months ended June", "trailing twelve months"."""
        if beside.unit not in self.lengths:
            return False
        return beside.words[-1:] == ["trailing"] or bool(_UNTIL.match(beside.text, beside.span[1]))

    def names_counted(self, beside: Beside) -> bool:
        """Tell "group of 20 nations" and "Llama 3 models" from "At 3 models"."""
        words = beside.words
        if words[-2:] == ["group", "of"]:
            return True
        if "," in beside.number or words[-1] in self.not_counted:
            return False
        return self.is_name(beside.text, beside.span[0], beside.raw)

    def word_counts_nothing(self, beside: Beside, *, hedged: bool) -> bool:
        """Tell whether a number in words counts nothing; one that is owned may: "two of its seven plants"."""
        number, words = beside.number, beside.words
        if self.is_article(number.lower()) or (number[0].isupper() and beside.raw):
            return True
        if not words or hedged:
            return False
        if words[-1] in self.naming:
            return True
        if words[:-1] == ["of"] and words[-1] in self.owning:
            return False
        return words[-1] in self.pointing and beside.unit not in self.lengths and " " not in number

    def is_name(self, text: str, at: int, raw: str) -> bool:
        """Tell whether the word before a number makes it a name: "Windows 11", "iPhone 17"."""
        if is_period(raw):
            return False
        if raw[0].isupper():
            return not (raw.endswith("ed") and starts_sentence(text, at, raw))
        return any(sign.isdigit() or sign.isupper() for sign in raw[1:])


NAMES: Final = _English("en", r"[\s-]([A-Za-z]+)")
