"""Find in what two statements part that are alike in the rest: "wheat prices" and "maize prices".

No list holds all that figures may be of. So two statements are laid side by side, without the words that
say nothing of it; what stands in one place of both and is not the same makes two figures of them.
"""

from __future__ import annotations

from difflib import SequenceMatcher
from enum import StrEnum
from typing import TYPE_CHECKING, Final, NamedTuple

from briefing.figures.additions import added, beside_noun, other_names, other_way
from briefing.figures.extra_words import extra_words, left_out
from briefing.figures.wordings import FIGURE, SIGN, Sides, wordings
from briefing.language import known

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.figures.wordings import Word, Wordings
    from briefing.model.figures import Quantity

_MOST: Final = 3
"""How many words may stand in one place."""
_MOST_CHARACTERS: Final = 8
_TWO: Final = 2
_HEAD: Final = 5
"""How many letters two compounds end in alike that are of one kind: "Weizenpreise", "Maispreise"."""


class Parting(StrEnum):
    """Say how a quote parts from its claim."""

    OTHER = "other"
    """It has another word in one place."""
    MORE = "more"
    """It has a word more, which narrows what its figure is of."""
    LESS = "less"
    """It lacks such a word."""
    TURNED = "turned"
    """It says the same of two things the other way round."""


class Contrast(NamedTuple):
    """How a quote parts from its claim, and by which words of either; empty where one has none."""

    parting: Parting
    claim: str
    quote: str
    is_all: bool
    """Whether nothing else parts the two, so that this is what they are about."""


def contrast(
    texts: tuple[str, str],
    quantities: tuple[Quantity, Quantity],
    language: str,
    *,
    differs: bool = False,
) -> Contrast | None:
    """Give what parts a claim and a quote, each with the quantity that was read from it.

    Two that differ are of one thing only where the quote says nothing more. `language` is the BCP 47 tag of both. None where nothing does that stands in one place, and for a
    language without tables.
    """
    held = wordings(language)
    if held is None:
        return None
    ours, theirs = (
        held.words(text, quantity, language)
        for text, quantity in zip(texts, quantities, strict=True)
    )
    if (led := other_way(ours, theirs, known(language) or "")) is not None:
        return Contrast(Parting.OTHER, *led, is_all=True)
    ours, theirs = _opposed(held, ours, theirs), _opposed(held, theirs, ours)
    ours, theirs = held.unsaid(ours, texts[1]), held.unsaid(theirs, texts[0])
    theirs = held.matched(theirs, ours)
    shared = {one.key for one in ours if not one.is_mark} & {one.key for one in theirs}
    sides = Sides(ours, theirs, frozenset(shared))
    apart = _turned(held, texts[1], sides) or next(
        _parted(held, sides, texts, differs=differs), None
    )
    if apart is None and (more := extra_words(held, texts, quantities[1], language)):
        apart = _more(more)
    if apart is None and (less := left_out(held, texts, quantities[0], language)):
        apart = Contrast(Parting.LESS, less, "", is_all=False)
    if apart is None and (inner := beside_noun(held, texts, quantities, language)) is not None:
        return Contrast(Parting.LESS if inner[0] else Parting.MORE, *inner, is_all=False)
    return apart


def is_all_said(
    texts: tuple[str, str],
    quantities: tuple[Quantity, Quantity],
    word: str,
    languages: tuple[str, str],
) -> bool:
    """Tell whether a claim and a quote have the same words, and the quote only `word` more.

    `quantities` were read from the two, whose BCP 47 tags are `languages`. Signs, light words and those of time
    are left aside, verbs are not. Never so for two languages, or one without tables.
    """
    held = wordings(languages[0])
    if held is None or known(languages[0]) != known(languages[1]):
        return False
    ours, theirs = (
        held.words(text, quantity, languages[0])
        for text, quantity in zip(texts, quantities, strict=True)
    )
    more = {one.lower() for one in held.token.findall(word)}
    said = [one for one in held.matched(theirs, ours) if one.text.lower() not in more]
    keys = [{one.key for one in words if one.key != SIGN} for words in (ours, said)]
    is_whole = keys[0] == keys[1] and not any(one.narrower for one in said)
    return is_whole and held.happens_alike(texts, more)


def is_share(text: str, quantity: Quantity, language: str) -> bool:
    """Tell whether the words right behind a figure of a text say of whom or what it is a share: "40% of its gas".

    Never where words have no blanks between them: one word joins a share and a change to what they are of.
    """
    held = wordings(language)
    return (
        held is not None and held.is_spaced and held.of_group.match(text, quantity.end) is not None
    )


def other_group(texts: tuple[str, str], quantity: Quantity, language: str) -> str | None:
    """Return the word of a claim for whom its share is of, if its quote has no word like it.

    `texts` are the claim and the quote, `quantity` the share that was read from the claim, `language` the BCP 47 tag
    of both. None where the claim does not say, and for a language without tables.
    """
    held = wordings(language)
    found = held.of_group.match(texts[0], quantity.end) if held else None
    if held is None or found is None or held.is_said(found["name"], texts[1]):
        return None
    return found["name"]


def _opposed(held: Wordings, words: Sequence[Word], others: Sequence[Word]) -> tuple[Word, ...]:
    """Keep "before" and "after" where both statements have such a word before another."""
    if {one.key for one in others} & held.opposed:
        return tuple(words)
    return tuple(one for one in words if one.key not in held.opposed)


def _turned(held: Wordings, text: str, sides: Sides) -> Contrast | None:
    """Find two things in one another's place, where no passive voice puts them there."""
    ours, theirs = sides.claim, sides.quote
    if len(ours) != len(theirs) or held.passive.search(text):
        return None
    apart = [n for n, (one, two) in enumerate(zip(ours, theirs, strict=True)) if one.key != two.key]
    if len(apart) != _TWO:
        return None
    first, last = apart
    four = (ours[first], ours[last], theirs[first], theirs[last])
    leads = [held.lead(one) for one in four]
    if leads[:2] != leads[2:]:  # what a word such as "in" leads to may stand anywhere
        return None
    is_told = all(one.text[:1].isupper() and not one.is_owner for one in four)
    if last - first < _TWO and (any(leads) or not is_told):
        return None
    if ours[first].is_mark or ours[last].is_mark:
        return None
    return Contrast(Parting.TURNED, ours[first].text, theirs[first].text, is_all=True)


def _parted(
    held: Wordings, sides: Sides, texts: tuple[str, str], *, differs: bool
) -> Iterator[Contrast]:
    """Give what parts two statements: what stands in one place, then what one says more."""
    for claimed, quoted in _in_one_place(sides):
        yield from _replaced(held, sides, claimed, quoted, texts[1])
    known_parts = {"", *held.plain, *texts[0].lower().split()}
    yield from (_more(one.text) for one in sides.quote if one.narrower.lower() not in known_parts)
    if not held.is_spaced:
        return
    for said in _narrowing(held, sides.quote, sides.claim, sides.both, is_led=True):
        yield _more(said)
    if texts[1][:1].isupper():  # a part of a sentence may leave out what the sentence says
        first = 1 if held.pronouns.search(texts[1]) else 0
        for said in _narrowing(held, sides.claim[first:], sides.quote, sides.both, is_led=False):
            yield Contrast(Parting.LESS, said, "", is_all=False)
    if more := added(held, sides, differs=differs):
        yield _more(_text(held, more))
    if names := other_names(held, sides):
        ours, theirs = (_text(held, one) for one in names)
        yield Contrast(Parting.OTHER, ours, theirs, is_all=False)


def _more(words: str) -> Contrast:
    return Contrast(Parting.MORE, "", words, is_all=False)


def _in_one_place(sides: Sides) -> Iterator[tuple[Sequence[Word], Sequence[Word]]]:
    """Give what stands in one place of a claim and of a quote, between the same words."""
    keys = [one.key for one in sides.claim], [one.key for one in sides.quote]
    for code, i, j, k, end in SequenceMatcher(None, *keys, autojunk=False).get_opcodes():
        if code == "replace":
            yield sides.claim[i:j], sides.quote[k:end]


def _replaced(
    held: Wordings, sides: Sides, ours: Sequence[Word], theirs: Sequence[Word], text: str
) -> Iterator[Contrast]:
    """Give a contrast of what stands in one place, where it can tell what a figure is of.

    `text` is the quote, which may mean the first thing that a claim names by a pronoun, or leave it out.
    """
    is_whole, refers = text[:1].isupper(), held.pronouns.search(text) is not None
    most = _MOST if held.is_spaced else _MOST_CHARACTERS
    if any(one.is_mark for one in (*ours, *theirs)) or max(len(ours), len(theirs)) > most:
        return
    lone = [one for one in ours if one.key not in sides.both]
    others = [one for one in theirs if one.key not in sides.both and one.key not in held.plain]
    if not others or len(lone) < len(ours) or all(one.key in held.plain for one in lone):
        return
    absent = {one.key for one in sides.claim if not one.is_mark} - sides.both
    named = [_has_capital(words[-1].text) for words in (lone, others)]
    are_verbs = [any(map(held.is_verb, words)) for words in (lone, others)]
    is_free = True in are_verbs or named[0] is not named[1]
    is_sure = not is_free and (named[0] or not held.has_heads)
    heads = lone[-1].key[-_HEAD:] == others[-1].key[-_HEAD:] and held.has_heads
    is_told = bool(sides.both) or heads or (all(named) and others[-1].is_name)
    is_all = len(absent) == len(lone) and is_told and is_sure
    is_first = ours[0] is sides.claim[0]
    is_row = not sides.both and not any(one.led for one in sides.quote)
    if is_row or are_verbs[0] is not are_verbs[1] or (is_first and refers and not named[1]):
        return
    is_begun = not is_whole and is_first and theirs[0] is sides.quote[0]
    if is_all or len(lone) == len(others) or (any(named) and not is_begun):
        yield Contrast(Parting.OTHER, _text(held, lone), _text(held, others), is_all)


def _has_capital(text: str) -> bool:
    """Tell whether a word is written as names are; "GDP" is none."""
    return text[:1].isupper() and not text.isupper()


def _narrowing(
    held: Wordings,
    words: Sequence[Word],
    others: Sequence[Word],
    both: frozenset[str],
    *,
    is_led: bool,
) -> Iterator[str]:
    """Give words beside a noun of both statements that narrow it, and that the other statement lacks there."""
    nouns = {one.key for one in others if not one.is_name and not held.is_verb(one)}
    figure = next((n for n, one in enumerate(words) if one.key == FIGURE), len(words))
    for n, word in enumerate(words):
        if word.is_mark or word.key in held.plain or held.is_verb(word):
            continue
        before = words[n - 1] if n else None
        after = words[n + 1] if n + 1 < len(words) else None
        is_before = after is not None and after.key in both & nouns and not after.led
        if word.key in both:
            moved = after if is_before and not word.is_owner else None
            if moved is not None and _is_apart(held, word, moved, others, is_led=is_led):
                yield word.text
            continue
        is_owned = before is not None and before.key in both and before.is_owner
        is_owned = is_owned and after is not None and after.key in held.units
        is_beside = (is_before and not word.is_owner) or is_owned
        is_joined = (
            before is not None
            and before.key in both
            and n < figure
            and not held.joining.isdisjoint(word.led.split())
        )
        if is_beside or (is_led and (is_joined or _is_led(held, word, before, both))):
            yield word.text


def _is_apart(
    held: Wordings, word: Word, noun: Word, others: Sequence[Word], *, is_led: bool
) -> bool:
    """Tell whether a word before a noun is not beside it in another statement: a verb parts the two."""
    keys = [one.key for one in others]
    if keys.count(word.key) != 1 or keys.count(noun.key) != 1:
        return False
    first, last = sorted((keys.index(word.key), keys.index(noun.key)))
    between = [*(one.key for one in others[first + 1 : last]), *others[last].led.split()]
    return (is_led and FIGURE in between) or not held.verbs.isdisjoint(between)


def _is_led(held: Wordings, word: Word, before: Word | None, both: frozenset[str]) -> bool:
    """Tell whether words such as "in" lead from a noun of both statements, or a figure, to a word."""
    led = held.lead(word)
    if before is None or not led:
        return False
    is_place = led in held.places and (word.is_name or (held.has_heads and word.text[:1].isupper()))
    is_noun = before.key in both and not before.is_name and not held.is_verb(before)
    return (is_noun and (is_place or led in held.within)) or (before.key == FIGURE and is_place)


def _text(held: Wordings, words: Sequence[Word]) -> str:
    return (" " if held.is_spaced else "").join(one.text for one in words)
