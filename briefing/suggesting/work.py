"""Decide what is useful to look at next; what it says of a claim is for its author to judge."""

from __future__ import annotations

import re
from itertools import islice
from typing import TYPE_CHECKING

from briefing import figures
from briefing.language.identify import small_words
from briefing.model.figures import QuantityKind
from briefing.suggesting.passages import stems
from briefing.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping
    from collections.abc import Set as AbstractSet

    from briefing.model.content import Claim, Content
    from briefing.model.figures import Quantity
    from briefing.suggesting.likeness import Index
    from briefing.suggesting.passages import Passage, Taken

_CONSIDERED = 40
"""Passages that are read closely for one claim."""
_LEAST = 0.25
"""The least score worth showing, as a share of what the claim's own words would give."""
_OF_QUOTES = 0.4
"""How much the words of its quotes say of what a claim is about, beside its own."""
_SAME_UNIT = 0.25
_SAME_FIGURE = 0.5
_CLOSELY = 6
"""So many claims on one voice are read closely for each that is shown."""


@dataclass(frozen=True, slots=True)
class Searched:
    """A project's content with the sentences of its articles."""

    content: Content
    index: Index
    taken: Taken
    voice_of: Mapping[str, str]

    def voices(self, claim: Claim) -> set[str]:
        """Return the voices that a claim quotes."""
        return {self.voice_of[item.source] for item in claim.items if item.source in self.voice_of}


@dataclass(frozen=True, slots=True)
class Spoken:
    """A passage that seems to speak to a claim, and what they share."""

    passage: Passage
    score: float
    """From 0; about 1 for the claim's own words."""
    shares: tuple[str, ...]
    """Figures, then rare words, as the passage writes them."""
    is_other_voice: bool
    """Whether none of the claim's quotes has this voice."""


@dataclass(frozen=True, slots=True)
class Open:
    """A claim that rests on one voice, and passages of others that seem to speak to it."""

    claim: Claim
    voice: str
    passages: tuple[Spoken, ...]


@dataclass(frozen=True, slots=True)
class Unclaimed:
    """A sentence that no claim covers."""

    passage: Passage
    score: float
    why: tuple[str, ...]


def spoken(claim: Claim, searched: Searched, most: int) -> tuple[Spoken, ...]:
    """Return the passages that seem to speak to a claim and that it does not quote, the best first."""
    content, index = searched.content, searched.index
    wanted = _wanted(claim, content)
    own = _own(wanted, index)
    quantities = _quantities(claim.statement.text, content.settings.language)
    voices = searched.voices(claim)
    found: list[Spoken] = []
    for number, score in index.like(wanted, _CONSIDERED):
        passage = index.passages[number]
        if len(found) >= most and score / own + _SAME_FIGURE < _least(found, most):
            break  # nor can a figure lift this one, or those behind it, among the best
        if claim.id in searched.taken.by(passage):
            continue
        shared, more = _figures(quantities, passage, content)
        held = stems(" ".join(shared))
        words = _shared_words(wanted.keys() - held, passage, index)
        total = score / own + more
        if total >= _LEAST and len(shared) + len(words) > 1:
            is_other = passage.voice not in voices
            found.append(Spoken(passage, total, (*shared, *words), is_other))
    return tuple(sorted(found, key=lambda one: -one.score)[:most])


def _least(found: list[Spoken], most: int) -> float:
    return sorted((one.score for one in found), reverse=True)[most - 1]


def _own(wanted: Mapping[str, float], index: Index) -> float:
    """Return the score that the claim's own words would give."""
    return sum(weight * index.weight(stem) for stem, weight in wanted.items() if weight == 1) or 1.0


def _wanted(claim: Claim, content: Content) -> dict[str, float]:
    """Say which words a passage about a claim would have, and how much each matters."""
    entity = content.settings.entities.get(claim.entity or "")
    wanted: dict[str, float] = {}
    for item in claim.items:
        source = content.sources.get(item.source)
        language = source.language if source else content.settings.language
        wanted |= dict.fromkeys(_telling(item.quote.text, language), _OF_QUOTES)
    about = (claim.statement.text, entity.name if entity else "", claim.measure or "")
    return wanted | dict.fromkeys(_telling(" ".join(about), content.settings.language), 1.0)


def _telling(text: str, language: str) -> frozenset[str]:
    """Return the stems of a text without those of the commonest small words, such as "from"."""
    small = small_words(language)
    return stems(" ".join(word for word in text.split() if word.casefold() not in small))


def _quantities(text: str, language: str) -> list[Quantity]:
    read = figures.read(text, language) if figures.is_read(language) else ()
    return [one for one in read if one.kind is not QuantityKind.ORDINAL]


def _figures(wanted: list[Quantity], passage: Passage, content: Content) -> tuple[list[str], float]:
    """Find the figures of a passage in a unit of the claim's, and what they add to its score."""
    if not wanted:
        return [], 0.0
    source = content.sources[passage.source]
    shared, most = [], 0.0
    for one in _quantities(passage.text, source.language):
        alike = [other for other in wanted if other.unit.casefold() == one.unit.casefold()]
        if alike:
            same = any(figures.quantities_agree(other, one) for other in alike)
            shared.append(one.text)
            most = max(most, _SAME_FIGURE if same else _SAME_UNIT)
    return shared, most


def _shared_words(wanted: AbstractSet[str], passage: Passage, index: Index) -> list[str]:
    """Return the words of a passage that it shares with a claim, the rarest first."""
    words: dict[str, str] = {}
    for word in passage.text.split():
        bare = word.strip(".,;:!?()[]\"'“”‘’")
        for stem in stems(bare) & wanted:
            if index.is_rare(stem) and not bare[0].isdecimal():
                words.setdefault(stem, bare)
    ordered = sorted(words, key=lambda stem: (-index.weight(stem), stem))
    return list(dict.fromkeys(words[stem] for stem in ordered))[:5]


def one_voiced(searched: Searched, most: int) -> tuple[Open, ...]:
    """Return claims that rest on one voice where another seems to speak to them: key claims first."""
    found = []
    for claim, voice in _promising(searched)[: most * _CLOSELY]:
        others = tuple(one for one in spoken(claim, searched, 5) if one.is_other_voice)
        if others:
            found.append(Open(claim, voice, others[:2]))
    found.sort(key=lambda one: (not one.claim.key, -one.passages[0].score))
    return tuple(found[:most])


def _promising(searched: Searched) -> list[tuple[Claim, str]]:
    """Return the claims that rest on one voice with it, by what the rarest words of each promise."""
    held = []
    for order, claim in enumerate(searched.content.claims.values()):
        voices = searched.voices(claim)
        if claim.formula is None and len(voices) == 1:
            (voice,) = voices
            wanted = _wanted(claim, searched.content)
            promise = searched.index.promise(wanted, voice) / _own(wanted, searched.index)
            held.append(((not claim.key, -promise, order), claim, voice))
    return [(claim, voice) for _, claim, voice in sorted(held, key=lambda one: one[0])]


_LOOKED_AT = 500
"""Sentences that no claim covers of which the figures are read."""
_NUMBERS = re.compile(r"\d+")
_DIGITS = frozenset("0123456789")
_RARE = 12
"""Passages that may hold a word which links two articles."""


def unclaimed(searched: Searched, most: int) -> tuple[Unclaimed, ...]:
    """Return sentences that no claim quotes and nobody set aside, the most check-worthy first."""
    promising = sorted(searched.index.passages, key=_promise, reverse=True)
    free = islice(filter(searched.taken.is_free, promising), _LOOKED_AT)
    found = [_judged(one, searched.content, searched.index) for one in free]
    best = sorted((one for one in found if one.score > 0), key=lambda one: -one.score)
    return tuple(_apart(best, most))


def _promise(passage: Passage) -> int:
    """Estimate cheaply how much there is to check in a sentence: its numbers, at most three."""
    raw = passage.raw
    if raw.isascii() and _DIGITS.isdisjoint(raw):  # what most sentences are, told cheaply
        return 0 if _states(raw.rstrip()) else -1
    return min(len(_NUMBERS.findall(raw)), 3) if _states(raw.rstrip()) else -1


def _states(text: str) -> bool:
    """Say whether a text is a sentence that states something, and no question or heading."""
    return text.rstrip("\"'”’)] ")[-1:] in (".", "。", "!")


def _linked(passage: Passage, index: Index) -> tuple[str, ...]:
    """Return the other voices that share two rare words with a passage."""
    shared: dict[str, set[str]] = {}
    for stem in passage.stems:
        holding = index.holding(stem)
        for number in holding if len(holding) <= _RARE else ():
            other = index.passages[number]
            if other.voice != passage.voice:
                shared.setdefault(other.voice, set()).add(stem)
    return tuple(sorted(voice for voice, held in shared.items() if len(held) > 1))[:3]


def _judged(passage: Passage, content: Content, index: Index) -> Unclaimed:
    source = content.sources[passage.source]
    quantities = _quantities(passage.text, source.language)
    linked = _linked(passage, index)
    names = sum(word[:1].isupper() for word in passage.text.split()[1:])
    score = min(len(quantities), 3) + min(names, 4) / 4 + len(linked) / 2
    why = tuple(one.text for one in quantities[:3])
    if linked:
        why += (f"{len(linked)} other voice{'s' * (len(linked) > 1)} may speak to it",)
    return Unclaimed(passage, score if _states(passage.text) else 0.0, why)


def _apart(found: Iterable[Unclaimed], most: int) -> Iterator[Unclaimed]:
    """Yield the best, of passages that say nearly the same only the first."""
    kept: list[Unclaimed] = []
    for one in found:
        if len(kept) == most:
            return
        held = one.passage.stems
        if all(len(held & two.passage.stems) * 2 < len(held) for two in kept):
            kept.append(one)
            yield one
