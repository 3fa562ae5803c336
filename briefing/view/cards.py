"""Claims, sources, topics and publishers as they are named on many pages, made once per site."""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from briefing.language.messages import message
from briefing.model.judged import Stance
from briefing.model.pages import Link
from briefing.units import anew
from briefing.values import dataclass
from briefing.view import days, marks, numbers, reasons, words
from briefing.view.days import Day

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.language.messages import Messages
    from briefing.model.content import Grade, Publisher, Source
    from briefing.model.figures import Quantity
    from briefing.model.judged import Judged, Judgement
    from briefing.units import Units

_VIEWS = ("opinion", "forecast")
_LABELLED = (*_VIEWS, "attribution")
"""Kinds of claims that a reader must not take for statements of fact."""
_SHORT_TITLE = 60
"""Characters of a title where nothing shorter tells an article from another."""
_MOST_VALUES = 4
_MOST_HOLDERS = 3


@dataclass(frozen=True, slots=True)
class ClaimCard:
    """A claim wherever it is named."""

    id: str
    href: str
    statement: str
    verdict: str
    """The verdict's word; the style sheet gives it its glyph and colour."""
    phrase: str
    """The reason in a few words, to appear beside the verdict: `one voice, three articles`."""
    brief: str | None
    """What follows the verdict's word in a sentence; None where the word is enough."""
    frail: bool
    """Whether the verdict hangs on one thing; see `marks.is_frail`."""
    sentence: str
    """Why, in one sentence."""
    values: str | None
    """The figures that voices give where they do not agree: `11% or 13%`."""
    topic: Link
    label: str | None
    """What sort of statement it is, where that matters: `opinion`, `shared view`."""
    held: str | None
    """Who holds an opinion or forecast, in a sentence; None for what is neither, or nobody holds."""
    computed: bool
    """Whether its verdict is that of the claims it is computed from."""
    key: bool


@dataclass(frozen=True, slots=True)
class SourceCard:
    """A source wherever it is named."""

    id: str
    href: str
    title: str
    language: str | None
    """Its language as BCP 47; None where it is that of the site."""
    publisher: Link | None
    publisher_name: str
    publisher_note: str | None
    """Why, where the publisher is inferred."""
    author: str | None
    apart: str | None
    """What distinguishes it from its publisher's other articles: author, `unsigned`, or the date."""
    who: str
    """Publisher, and what distinguishes its articles."""
    day: Day
    byline: str
    """Publisher, author and date as one text, each marked where it is inferred."""
    ai: str | None
    """A few words where software wrote it or may have; None where it did not or is not known."""
    notices: tuple[str, ...] = ()
    """That its publisher withdrew or corrected it, and when."""


@dataclass(frozen=True, slots=True)
class PublisherCard:
    """A publisher wherever it is listed."""

    href: str
    name: str
    grade: str
    """What its grade means, with its letter and digit where somebody graded it."""
    flags: tuple[str, ...]
    source_count: int


_RETRACTED = message("retracted on %(day)s")
_CORRECTED = message("corrected on %(day)s")


def claim_cards(
    judged: Judged, voice_names: Mapping[str, str], say: Messages, unit: Units = anew
) -> dict[str, ClaimCard]:
    """Make the card of every claim, by id; each is a unit."""
    needed = judged.content.settings.corroboration_voices
    topics = {one.id: Link(f"{one.id}.html", one.title) for one in judged.content.settings.topics}
    return {
        id_: unit(("card", id_), _claim, one, needed, topics.get(one.claim.topic), voice_names, say)
        for id_, one in judged.judgements.items()
    }


def _claim(
    judgement: Judgement,
    needed: int,
    topic: Link | None,
    voice_names: Mapping[str, str],
    say: Messages,
) -> ClaimCard:
    claim = judgement.claim
    label = _label(judgement, say)
    return ClaimCard(
        id=claim.id,
        href=f"claims/{claim.id}.html",
        statement=claim.statement.text,
        verdict=judgement.verdict.value,
        phrase=marks.phrase(judgement, say),
        brief=marks.in_sentence(judgement, label, say),
        frail=marks.is_frail(judgement),
        sentence=reasons.sentence(judgement, voice_names, needed, say),
        values=_values(judgement, say),
        topic=topic or Link("claims/index.html", claim.topic),
        label=label,
        held=_held(judgement, voice_names, say),
        computed=claim.formula is not None,
        key=claim.key,
    )


def _label(judgement: Judgement, say: Messages) -> str | None:
    if judgement.shared_view:
        return say("shared view")
    return say(words.KINDS[judgement.kind]) if judgement.kind in _LABELLED else None


def _held(judgement: Judgement, voice_names: Mapping[str, str], say: Messages) -> str | None:
    """Name those who hold a view: speakers, and voices that relay nobody who is named."""
    if judgement.kind not in _VIEWS:
        return None
    names = tuple(
        dict.fromkeys(
            item.speaker or voice_names.get(item.voice, item.voice)
            for item in judgement.items
            if item.counted and item.stance is Stance.SUPPORTS and item.origin is not None
        )
    )
    if not names:
        return None
    more = len(names) - _MOST_HOLDERS
    kept = names if more <= 0 else (*names[:_MOST_HOLDERS], words.others_counted(more, say))
    return say("Held by %(who)s.", who=say.listed(kept))


def _values(judgement: Judgement, say: Messages) -> str | None:
    """Name the figures between which voices do not agree, from the lowest."""
    telling = [one for one in judgement.positions if one.stance is not Stance.MENTIONS]
    if all(one.stance is Stance.SUPPORTS for one in telling):
        return None
    is_opposite = judgement.spread is not None and judgement.spread.is_opposite
    texts = tuple(
        dict.fromkeys(_said(one.figure.quantity, say, is_signed=is_opposite) for one in telling)
    )
    if len(texts) < 2:
        return None
    more = len(texts) - _MOST_VALUES
    kept = texts if more <= 0 else (*texts[:_MOST_VALUES], words.others_counted(more, say))
    return say.either(kept)


def _said(quantity: Quantity, say: Messages, *, is_signed: bool) -> str:
    """Take the source's words for a figure, unless they leave its sign to the words around them.

    Beside one below zero, one above has its plus (`is_signed`).
    """
    if quantity.first >= 0:
        bare = is_signed and quantity.first > 0 and quantity.text[:1].isdigit()
        return f"+{quantity.text}" if bare else quantity.text
    signed = quantity.text.startswith(("-", "−"))
    return quantity.text if signed else numbers.shown(quantity, say)


def source_cards(judged: Judged, say: Messages, unit: Units = anew) -> dict[str, SourceCard]:
    """Make the card of every source, by id; all together are a unit."""
    of = judged.content
    own = of.settings.language
    return unit("source cards", _source_cards, of.sources, of.publishers, own, say)


def _source_cards(
    sources: Mapping[str, Source], publishers: Mapping[str, Publisher], own: str, say: Messages
) -> dict[str, SourceCard]:
    apart = _apart(sources, say)
    return {id_: _source(one, publishers, apart[id_], own, say) for id_, one in sources.items()}


def _apart(sources: Mapping[str, Source], say: Messages) -> Mapping[str, str | None]:
    """Say of each source what tells it from the others of its publisher, in the shortest way.

    Its author, or that it is unsigned; where that is said of several, the date; then its title.
    """
    of_publisher = Counter(one.publisher for one in sources.values())
    signed = {
        id_: one.author or (say("unsigned") if of_publisher[one.publisher] > 1 else None)
        for id_, one in sources.items()
    }
    dated = {
        id_: words.joined(say, signed[id_], days.day(one.published, say).text)
        for id_, one in sources.items()
    }
    titled = {
        id_: words.joined(
            say, dated[id_], words.quoted(words.clipped(one.title, _SHORT_TITLE), say)
        )
        for id_, one in sources.items()
    }
    told: dict[str, str | None] = dict(signed)
    for fuller in (dated, titled):
        alike = Counter((one.publisher, told[id_]) for id_, one in sources.items())
        told |= {
            id_: fuller[id_] for id_, one in sources.items() if alike[one.publisher, told[id_]] > 1
        }
    return told


def _source(
    source: Source,
    publishers: Mapping[str, Publisher],
    apart: str | None,
    own_language: str,
    say: Messages,
) -> SourceCard:
    publisher = publishers.get(source.publisher) if source.publisher else None
    name = publisher.name if publisher else source.publisher or say("Publisher not named")
    day = days.day(source.published, say)
    badge = words.AI_BADGES.get(source.ai_generated.value)
    return SourceCard(
        id=source.id,
        href=f"sources/{source.id}.html",
        title=source.title,
        language=source.language if source.language != own_language else None,
        publisher=Link(publisher_href(publisher.id), publisher.name) if publisher else None,
        publisher_name=name,
        publisher_note=source.publisher_because,
        author=source.author,
        apart=apart,
        who=words.joined(say, name, apart),
        day=day,
        byline=words.joined(
            say,
            say("%(text)s (inferred)", text=name) if source.publisher_because else name,
            source.author,
            say("%(text)s (inferred)", text=day.text) if day.note and day.iso else day.text,
        ),
        ai=say(badge) if badge else None,
        notices=tuple(
            say(text, day=days.calendar_day(notice.on, say))
            for notice, text in ((source.retracted, _RETRACTED), (source.corrected, _CORRECTED))
            if notice is not None
        ),
    )


def publisher_href(id_: str) -> str:
    """Give the address of a publisher's page."""
    return f"publishers/{id_}.html"


def publisher_card(publisher: Publisher, source_count: int, say: Messages) -> PublisherCard:
    """Make the card of a publisher with so many sources."""
    return PublisherCard(
        href=publisher_href(publisher.id),
        name=publisher.name,
        grade=_grade(publisher.grade, say),
        flags=tuple(flag.text for flag in publisher.flags),
        source_count=source_count,
    )


def _grade(grade: Grade, say: Messages) -> str:
    """Say a grade in words; F and 6 are no bad marks, so they stand for nothing."""
    if not grade.is_given:
        return say("not graded")
    marks = f"{grade.reliability}{grade.credibility}"
    meaning = say.word(words.RELIABILITY.get(grade.reliability, ""))
    return say("grade %(grade)s: %(meaning)s", grade=marks, meaning=meaning)
