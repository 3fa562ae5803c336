"""Part a statement into the words that tell what its figure is of, to lay it beside another.

All words stand in the table `contrasts` of a language. Where a language has no blanks between its words,
each character is one.
"""

from __future__ import annotations

import re
from functools import cache
from typing import TYPE_CHECKING, Any, Final, NamedTuple

from briefing.figures.clauses import FAR, alternatives, sentence_start
from briefing.figures.covered import Covered
from briefing.figures.numbers import read
from briefing.figures.periods import mentioned
from briefing.language import grammar, known, longest_first, table, words_of
from briefing.patterns import compiled
from briefing.values import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence

    from briefing.model.figures import Quantity

FIGURE: Final = "0"
"""The key of the figure that a statement is read for."""
_OTHER: Final = "1"
SIGN: Final = "|"
"""The key of a sign that parts clauses."""
_SPACED: Final = r"[^\W\d_]+(?:['’&][^\W\d_]+)*['’]?|\d+|[,;:()—–]"
_UNSPACED: Final = r"[A-Za-z]+|\d+|[^\W\d_]|[,;:()、，；：（）—]"
_SENTENCE_END: Final = re.compile(r"[.;!?](?=\s|\Z)|[。；！？]")
_ASIDE: Final = re.compile(r",\s+(?=[a-zß-ÿ])[^,;.]*,|\((?:[A-Z]{2,8}:\s?)?[A-Z]{1,8}\)")
"""Words set apart by commas, and the symbol of a share: "Alibaba (NYSE:BABA)"."""
_POSSESSIVE: Final = re.compile(r"['’]s?\Z")
_STEM: Final = 4
"""How many letters two words must begin with alike to be of one stem, at least."""
_REST: Final = 4
"""How many letters a word may have behind its stem."""


@dataclass(frozen=True, slots=True)
class Word:
    """A word of a statement, or a mark for a figure or a sign."""

    key: str
    """What it is compared by."""
    text: str
    is_mark: bool = False
    is_name: bool = False
    """Whether its capital letter makes it a name; never the first of a sentence."""
    is_owner: bool = False
    """Whether what follows is its own: "Acme's"."""
    is_owned: bool = False
    """Whether it is right behind such a word."""
    led: str = ""
    """The light words right before it: "in the"."""

    @property
    def is_sign(self) -> bool:
        """Whether it is a sign, and no figure."""
        return self.key == SIGN

    narrower: str = ""
    """What it has before the word that it is matched with, as "Weizen" in "Weizenpreise" beside "Preise"."""


class Sides(NamedTuple):
    """The words of a claim and of a quote, and the keys that both have."""

    claim: Sequence[Word]
    quote: Sequence[Word]
    both: frozenset[str]


@dataclass(frozen=True, slots=True)
class Wordings:
    """The table of a language, ready for use."""

    token: re.Pattern[str]
    light: frozenset[str]
    moving: frozenset[str]
    """Those of the light words that say what happened: "fell", "paid"."""
    phrases: re.Pattern[str]
    plain: frozenset[str]
    rows: Mapping[str, frozenset[int]]
    """The rows of words that mean much the same, by each word."""
    within: frozenset[str]
    places: frozenset[str]
    units: frozenset[str]
    joining: frozenset[str]
    verbs: frozenset[str]
    """Those that part what they join: "comes from"."""
    opposed: frozenset[str]
    determiners: frozenset[str]
    """Those before a noun or an adjective: "the preferred shares"."""
    causes: re.Pattern[str]
    """What begins a sentence and ends with a comma, and says why: "Thanks to strong demand,"."""
    conjunctions: frozenset[str]
    """Those that begin a clause beside another: "but"."""
    passive: re.Pattern[str]
    pronouns: re.Pattern[str]
    of_group: re.Pattern[str]
    """What right behind a share says whose it is: "of the staff"."""
    endings: tuple[str, ...]
    has_heads: bool
    """Whether compounds end in what they are: "Weizenpreise" are "Preise"."""
    has_names: bool
    is_spaced: bool

    def words(self, text: str, quantity: Quantity, language: str) -> tuple[Word, ...]:
        """Give the words of the sentence of a quantity that was read from a text."""
        kept = [*self._words(text, quantity, language)]
        while kept and kept[-1].key == SIGN:
            kept.pop()
        return tuple(kept)

    def _words(self, text: str, quantity: Quantity, language: str) -> Iterator[Word]:
        start = sentence_start(text, quantity.start)
        end = _SENTENCE_END.search(text, quantity.end, quantity.end + FAR)
        stop = end.start() if end else len(text)
        dropped = Covered(self._dropped(text, start, stop, quantity, language))
        figures = Covered((one.start, one.end) for one in read(text, language))
        last, led, is_first, is_owned = "", "", True, False
        for match in self.token.finditer(text, start, stop):
            at, word = match.start(), match[0]
            figure = figures.first(at, match.end())
            if figure is not None:
                key = FIGURE if figure == (quantity.start, quantity.end) else _OTHER
                if last != f"{figure}":
                    yield Word(key, text[figure[0] : figure[1]], is_mark=True, led=led)
                last, led = f"{figure}", ""
            elif word[0].isdigit() or dropped.touches(at, at + 1):
                pass
            elif not word[0].isalnum():
                if last != SIGN and not is_first:
                    yield Word(SIGN, word, is_mark=True)
                last, led = SIGN, ""
            else:
                key = _POSSESSIVE.sub("", word.lower().replace("’", "'"))
                if key in self.light and key not in self.opposed:
                    led = f"{led} {key}"
                else:
                    is_name = self.has_names and word[0].isupper() and not is_first
                    own = _POSSESSIVE.sub("", word)
                    yield Word(key, own, False, is_name, own != word, is_owned and not led, led)  # noqa: FBT003
                    last, led, is_owned = "", "", own != word
            is_first = False

    def _dropped(
        self, text: str, start: int, stop: int, quantity: Quantity, language: str
    ) -> Iterator[tuple[int, int]]:
        """Give where a sentence names a time, sets words apart before its figure, or has light phrases."""
        yield from ((one.start, one.end) for one in mentioned(text, language))
        if (cause := self.causes.match(text, start, quantity.start)) is not None:
            yield cause.span()
        if self.is_spaced:
            yield from (one.span() for one in _ASIDE.finditer(text, start, quantity.start))
        else:
            yield from (one.span() for one in self.phrases.finditer(text, start, stop))

    def matched(self, words: Sequence[Word], others: Sequence[Word]) -> tuple[Word, ...]:
        """Give words the keys of those of another statement that mean the same."""
        keys = [*dict.fromkeys(other.key for other in others if not other.is_mark)]
        return tuple(word if word.is_mark else self._matched(word, keys) for word in words)

    def is_said(self, word: str, text: str) -> bool:
        """Tell whether a text has a word, or one that means much the same."""
        if not self.is_spaced:
            return word in text
        key = word.lower()
        return any(
            one == key or self._is_alike(one, key) for one in self.token.findall(text.lower())
        )

    def happens_alike(self, texts: tuple[str, str], more: Collection[str]) -> bool:
        """Tell whether two texts say alike what happened, except by some words more of either."""
        one, other = (text.lower() for text in texts)
        return all(
            word not in self.moving or word in more or self.is_said(word, against)
            for text, against in ((one, other), (other, one))
            for word in self.token.findall(text)
        )

    def unsaid(self, words: Sequence[Word], other: str) -> tuple[Word, ...]:
        """Leave out words that mean what a light word of the other statement says: "price" beside "it costs"."""
        light = [one for one in other.lower().split() if one in self.light and one in self.rows]
        return tuple(
            word
            for word in words
            if word.is_mark or not any(self._is_alike(word.key, one) for one in light)
        )

    def _matched(self, word: Word, keys: Sequence[str]) -> Word:
        if word.key in keys:
            return word
        for key in keys:
            if self._is_alike(word.key, key):
                return replace(word, key=key)
        for key in keys if self.has_heads else ():
            if _has_head(word.key, key):
                return replace(word, key=key, narrower=word.text[: len(word.key) - len(key)])
        return word

    def _is_alike(self, one: str, other: str) -> bool:
        if self.rows.get(one, frozenset()) & self.rows.get(other, frozenset()):
            return True
        least = min(len(one), len(other))
        alike = next((n for n in range(least) if one[n] != other[n]), least)
        rest = max(len(one), len(other)) - alike
        return alike >= _STEM and alike * 10 >= least * 7 and rest <= _REST

    def lead(self, word: Word) -> str:
        """Return the word such as "in" that leads to a word, or an empty text."""
        last = word.led.split()[-2:]
        return next((one for one in reversed(last) if one in self.within | self.places), "")

    def is_verb(self, word: Word) -> bool:
        """Tell whether a word may be a verb, which paraphrase changes more freely."""
        is_led = self.lead(word) in self.within
        is_noun = word.is_name or (self.has_heads and word.text[:1].isupper())
        is_noun = is_noun or word.is_owned or not self.determiners.isdisjoint(word.led.split()[-1:])
        return not is_noun and not is_led and word.key.endswith(self.endings)


def _has_head(compound: str, head: str) -> bool:
    """Tell whether a compound ends in a word: "weizenpreise" in "preise"."""
    return len(head) >= _STEM and len(compound) > len(head) + 2 and compound.endswith(head)


@cache
def wordings(language: str) -> Wordings | None:
    """Give the words of a language, a BCP 47 tag; None without tables."""
    tables = known(language)
    if tables is None:
        return None
    held = table(tables, "contrasts")
    is_spaced = grammar(tables).PIECES is None
    rows: dict[str, set[int]] = {}
    for number, row in enumerate(held["alike"]):
        for word in row.split():
            rows.setdefault(word, set()).add(number)
    moving = _moving(tables)
    empty = words_of(held["light"])
    light = empty | (moving if is_spaced else {word for word in moving if len(word) > 1})
    return Wordings(
        token=_token(held["elided"], rows, is_spaced=is_spaced),
        light=light,
        moving=moving - empty,
        phrases=compiled(alternatives(light | words_of(held["plain"]), is_spaced=is_spaced)),
        plain=words_of(held["plain"]),
        rows={word: frozenset(numbers) for word, numbers in rows.items()},
        within=words_of(held["within"]),
        places=words_of(held["places"]),
        units=words_of(held["units"]),
        joining=words_of(held["joining"]),
        verbs=words_of(held["linking"]),
        opposed=words_of(held["opposed"]),
        determiners=words_of(held["determiners"]),
        causes=compiled(
            rf"\s*{alternatives(held['causes'], is_spaced=is_spaced)}[^,，]*[,，]", re.IGNORECASE
        ),
        conjunctions=frozenset(table(tables, "standing")["ends"]),
        passive=_any(held["passive"], is_spaced=is_spaced),
        pronouns=_any(held["pronouns"], is_spaced=is_spaced),
        of_group=compiled(held["of_group"]),
        endings=tuple(held["endings"].split()) or ("\0",),
        has_heads=held["has_heads"],
        has_names=held["has_names"],
        is_spaced=is_spaced,
    )


def _token(elided: str, rows: Iterable[str], *, is_spaced: bool) -> re.Pattern[str]:
    """Return a pattern of a word: "d'" of "d'Acme" is one of its own."""
    if not is_spaced:
        return compiled(f"{longest_first(rows)}|{_UNSPACED}")
    short = rf"(?:{longest_first(elided.split())})['’](?=\w)"
    return compiled(rf"(?i:\b{short})|{_SPACED}")


def _any(words: str, *, is_spaced: bool) -> re.Pattern[str]:
    return compiled(alternatives(words.split(), is_spaced=is_spaced), re.IGNORECASE)


def _moving(language: str) -> frozenset[str]:
    """Return the words of change, of what is, was or may be: they tell how much, and not of what."""
    held = table(language, "directions")
    parts: tuple[Mapping[str, Any], ...] = (held["nouns"], held["verbs"], held.get("after", {}))
    texts = [
        text
        for part in parts
        for way, text in part.items()
        if way not in ("examples", "counter_examples") and isinstance(text, str)
    ]
    standing = table(language, "standing")
    said = [*standing["facts"], *standing["open"]["before"]]
    bases = [word for row in table(language, "basis")["leads"] for word in row["words"]]
    return words_of(*texts, *(one for one in (*said, *bases) if " " not in one))
