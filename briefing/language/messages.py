"""Give what readers read in the language of a site; the one door of gettext.

A message is written in English where it is said, with the names of its values: `%(name)s`. A
translation of all messages is a catalogue, the file `messages.mo` in the folder of a language. What
no catalogue translates stays as it is written. `messages.pot` lists all messages: Babel finds them
by the calls `say(…)`, `say.counted(…)` and `message(…)`, and by `{% trans %}` in templates.
"""

from __future__ import annotations

import hashlib
import re
from collections.abc import Sequence
from decimal import Decimal
from functools import cache
from gettext import GNUTranslations, NullTranslations
from importlib.resources import files
from io import BytesIO
from typing import Final

from briefing.values import dataclass


def message(text: str) -> str:
    """Return a text as it is, and mark it as a message that is looked up elsewhere."""
    return text


_NUMBERS: Final = (
    # Translators: before a noun, as in "no claims"
    message("no"),
    message("one"),
    message("two"),
    message("three"),
    message("four"),
    message("five"),
    message("six"),
    message("seven"),
    message("eight"),
    message("nine"),
    message("ten"),
    message("eleven"),
    message("twelve"),
)
# Translators: this number as your language writes it; all others are written like it
_NUMBER: Final = message("1,234.5")
_COMMA: Final = message("%(first)s, %(next)s")
_AND: Final = message("%(first)s and %(last)s")
_OR: Final = message("%(first)s or %(last)s")
_SIGNS: Final = re.compile(r"1(\D*)234(\D*)5")


@dataclass(frozen=True, slots=True)
class Messages:
    """The messages in one language."""

    catalogue: NullTranslations | None
    """None for English, in which messages are written: it needs no look-up."""
    digest: str = ""
    """Of the catalogue's bytes, as hexadecimal digits; empty if it comes from no file of the package."""

    def __call__(self, text: str, /, **values: str) -> str:
        """Return a message with its values; a percent sign in it is written `%%`."""
        text = self.text(text) if self.catalogue else text
        return text % values if "%" in text else text

    def text(self, text: str) -> str:
        """Return a message, its values not yet put in."""
        return self.catalogue.gettext(text) if self.catalogue else text

    def word(self, key: str) -> str:
        """Return what readers call something that the code calls `key`: a verdict, a stance.

        A key without a message is returned as it is.
        """
        return self.text(key) if key else key

    def counted(self, one: str, many: str, count: int, /, **values: str) -> str:
        """Return the message for this count of something; `%(count)s` is `number(count)`."""
        return self.plural(one, many, count) % {"count": self.number(count), **values}

    def plural(self, one: str, many: str, count: int) -> str:
        """Return the message for this count, its values not yet put in."""
        if self.catalogue:
            return self.catalogue.ngettext(one, many, count)
        return one if count == 1 else many

    def number(self, count: int) -> str:
        """Write a count as prose does: in words up to twelve, `no` for 0, then in digits."""
        return self.text(_NUMBERS[count]) if 0 <= count < len(_NUMBERS) else self.digits(count)

    def digits(self, number: int | Decimal) -> str:
        """Write a number in digits with groups of three, without an exponent or needless zeros."""
        if isinstance(number, Decimal):
            number = number.normalize() if number else Decimal(0)
            text = f"{number:,f}"
        else:
            text = f"{number:,}"
        signs = _SIGNS.search(self.text(_NUMBER)) if self.catalogue else None
        if signs is None:
            return text
        return "".join({",": signs[1], ".": signs[2]}.get(sign, sign) for sign in text)

    def listed(self, texts: Sequence[str]) -> str:
        """Join texts as a sentence does: `a`, `a and b`, `a, b and c`."""
        return self._joined(texts, _AND)

    def either(self, texts: Sequence[str]) -> str:
        """Join texts that are open to choice: `a or b`, `a, b or c`."""
        return self._joined(texts, _OR)

    def _joined(self, texts: Sequence[str], last: str) -> str:
        if len(texts) < 2:
            return "".join(texts)
        comma = self(_COMMA, first="", next="")
        return self(last, first=comma.join(texts[:-1]), last=texts[-1])


ENGLISH: Final = Messages(None)
"""The messages as they are written; authors and data files get these."""


def is_translated(tag: str) -> bool:
    """Return whether the messages are there in the language of a BCP 47 tag."""
    return _language(tag) == "en" or messages(tag) != ENGLISH


def _language(tag: str) -> str:
    return tag.partition("-")[0].casefold()


@cache
def messages(tag: str) -> Messages:
    """Return the messages in the language of a BCP 47 tag, in English if it has no catalogue."""
    language = _language(tag)
    folders = {one.name: one for one in files("briefing.language").iterdir() if one.is_dir()}
    file = folders[language] / "messages.mo" if language in folders else None
    if file is None or not file.is_file():
        return ENGLISH
    data = file.read_bytes()
    return Messages(GNUTranslations(BytesIO(data)), hashlib.sha256(data).hexdigest())
