"""Tell whether a text is visibly in another language than the one it is said to be in.

Running text shows its language by its script and by its commonest small words. The test is made to
stay silent in doubt: short texts, lists of names and tables of numbers show neither.
"""

from __future__ import annotations

import re
from collections import Counter
from functools import cache
from typing import TYPE_CHECKING

from briefing.language import common

if TYPE_CHECKING:
    from collections.abc import Mapping

UNDETERMINED = "und"
"""The BCP 47 tag of a text whose language is not known, from ISO 639-2."""
SAMPLE = 2_000
"""Code points that are looked at, at the start, in the middle and at the end of a longer text."""
_FEWEST_WORDS = 40
_FEWEST_LETTERS = 80
_SHOWN = 0.15
"""The least share of small words that shows a language: half of what running text has."""
_OWN = 0.5
"""How many of its own small words a text must have for each one of another language."""
_FOREIGN = 0.5
"""The share of letters in a script that shows another language."""
_WORDS = re.compile(r"[^\W\d_]+")


def visibly_other(text: str, tag: str) -> str | None:
    """Return the language that a text is visibly in, if that is not the one of a BCP 47 tag.

    The answer is an ISO 639 code (`de`), or None where the text may well be in its language.
    """
    own = tag.partition("-")[0].casefold()
    own = "nb" if own in ("no", "nn") else own
    sample = _sample(text)
    script = _script(sample)
    if script is not None:
        written_in: list[str] = common("telling")["scripts"][script]["languages"]
        return None if own in written_in else written_in[0]
    counts = Counter(_WORDS.findall(sample.casefold()))
    total = counts.total()
    if total < _FEWEST_WORDS:
        return None
    shares: Counter[str] = Counter()
    speakers = _speakers()
    for word, times in counts.items():
        for language in speakers.get(word, ()):
            shares[language] += times
    most = max(shares, key=lambda language: shares[language], default="")
    if shares[most] < total * _SHOWN or own not in _known():
        return None
    # Neighbours such as Spanish and French share many small words: those that tell them apart count.
    small = _small_words()
    ours, theirs = small.get(own, frozenset()), small[most]
    own_share = sum(counts[word] for word in ours - theirs)
    return most if own_share < sum(counts[word] for word in theirs - ours) * _OWN else None


def name_of(language: str) -> str:
    """Return how messages name a language that `visibly_other` gives: `German`."""
    named: str = common("telling")["names"][language]
    return named


def _sample(text: str) -> str:
    if len(text) <= 3 * SAMPLE:
        return text
    middle = len(text) // 2
    return f"{text[:SAMPLE]} {text[middle : middle + SAMPLE]} {text[-SAMPLE:]}"


def _script(text: str) -> str | None:
    """Name the script other than Latin that most letters are in; nothing where that is Latin."""
    if text.isascii():
        return None
    letters = sum(map(str.isalpha, text))
    if letters < _FEWEST_LETTERS:
        return None
    found = {name: len(one.findall(text)) for name, one in _scripts().items()}
    kana = found.pop("Kana")
    most = max(found, key=lambda name: found[name])
    if kana > letters * 0.1 and most == "Han":
        return "Kana"
    return most if found[most] + kana > letters * _FOREIGN else None


def small_words(tag: str) -> frozenset[str]:
    """Return the commonest small words of a language, in small letters; none of one that is not known."""
    return _small_words().get(tag.partition("-")[0].casefold(), frozenset())


@cache
def _small_words() -> Mapping[str, frozenset[str]]:
    return {
        language: frozenset(words.split()) for language, words in common("telling")["words"].items()
    }


@cache
def _speakers() -> Mapping[str, list[str]]:
    """Return the languages of each small word."""
    speakers: dict[str, list[str]] = {}
    for language, words in _small_words().items():
        for word in words:
            speakers.setdefault(word, []).append(language)
    return speakers


@cache
def _known() -> frozenset[str]:
    """Return the languages of which the table says how they look."""
    scripts = common("telling")["scripts"].values()
    return frozenset(_small_words()).union(*(script["languages"] for script in scripts))


@cache
def _scripts() -> Mapping[str, re.Pattern[str]]:
    found = {}
    for name, script in common("telling")["scripts"].items():
        ends = iter(script["ranges"])
        pairs = "".join(f"{chr(first)}-{chr(last)}" for first, last in zip(ends, ends, strict=True))
        found[name] = re.compile(f"[{pairs}]")
    return found
