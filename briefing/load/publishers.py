"""Read `content/publishers.yaml`: who published the articles."""

from __future__ import annotations

from collections import Counter
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefing.diagnostics import Diagnostic, diagnostic, near_word
from briefing.load.grounds import grounds, widen_ground
from briefing.load.ids import check_id
from briefing.load.keys import PublisherForm
from briefing.load.sources import (
    UNKNOWN,
    at_key,
    no_mapping,
    refuse_cut_grounds,
    unwrapped,
    widen_list,
)
from briefing.located import Node, decode, each, parse, rewritten, widen
from briefing.model.content import Flag, Grade, Publisher
from briefing.units import kept

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

FILE = "content/publishers.yaml"
_ALMOST = 0.8
"""From which likeness on two voices are taken for one that is misspelt."""


@kept(lambda: tuple[dict[str, Publisher], frozenset[str] | None, tuple[Diagnostic, ...]])
def read_publishers(
    text: str,
) -> tuple[Mapping[str, Publisher], frozenset[str] | None, tuple[Diagnostic, ...]]:
    """Turn the text of `publishers.yaml` into publishers by id.

    Returns the publishers that could be read, the ids of all entries (None if the whole file cannot
    be read), and the mistakes.
    """
    root, found = parse(text, FILE)
    if root is None or not root.is_mapping:
        return MappingProxyType({}), None, (*found, *no_mapping(root))
    root = unwrapped(root, "publishers")
    publishers: dict[str, Publisher] = {}
    voices: dict[str, Node] = {}
    mistakes = list(found)
    for key, node in root.entries():
        mistakes.extend(_check_publisher_id(key))
        publisher, wrong = _publisher(key, node)
        mistakes.extend(wrong)
        if publisher is not None:
            publishers[publisher.id] = publisher
            voice = voices[publisher.id] = node.get("voice") or key
            if publisher.voice != publisher.id:
                mistakes.extend(check_id(publisher.voice, voice.at))
    mistakes.extend(_voice_cycles(publishers, voices))
    mistakes.extend(_misspelt_voices(publishers, voices))
    declared = frozenset(key.text for key, _ in root.entries())
    return MappingProxyType(publishers), declared, tuple(mistakes)


def _check_publisher_id(key: Node) -> Iterator[Diagnostic]:
    if key.text == UNKNOWN:
        message = f"'{UNKNOWN}' marks a source without a named publisher and cannot be an id"
        yield diagnostic("bad-id", key.at, message)
    yield from check_id(key.text, key.at)


def _publisher(key: Node, node: Node) -> tuple[Publisher | None, tuple[Diagnostic, ...]]:
    quoted = {"grounds": each(widen_ground)}
    node = rewritten(
        node,
        {
            "grade": lambda grade: rewritten(grade, quoted),
            "flags": each(lambda flag: rewritten(widen(flag, "text"), quoted)),
            "notes": widen_list,
        },
    )
    form, wrong = decode(at_key(node, key), PublisherForm)
    if form is None:
        return None, wrong
    publisher = Publisher(
        id=key.text,
        at=key.at,
        name=form.name,
        voice=form.voice or key.text,
        url=form.url,
        grade=_grade(form, node.get("grade")),
        flags=tuple(_flags(node.get("flags"))),
        notes=form.notes,
    )
    flags = node.get("flags")
    quoting = (node.get("grade"), *(flags.elements() if flags else ()))
    torn = [mistake for holder in quoting for mistake in refuse_cut_grounds(holder)]
    return publisher, (*wrong, *torn, *_sourceless(publisher))


def _grade(form: PublisherForm, node: Node | None) -> Grade:
    """Return the written grade; F and 6 (unknown) if nobody graded."""
    if form.grade is None or node is None:
        return Grade("F", "6", None, ())
    held = grounds(node.get("grounds"), None)
    return Grade(form.grade.reliability, form.grade.credibility, form.grade.because, held)


def _flags(node: Node | None) -> Iterator[Flag]:
    for flag in node.elements() if node else ():
        text = flag.get("text")
        yield Flag(text.text if text else "", grounds(flag.get("grounds"), None))


def _sourceless(publisher: Publisher) -> Iterator[Diagnostic]:
    quoted = (publisher.grade.grounds, *(flag.grounds for flag in publisher.flags))
    for held in quoted:
        for ground in held:
            if ground.source is None:
                hint = "write the id of a source before the words: `id: words`"
                message = "a publisher's grounds must name the source they are quoted from"
                yield diagnostic("missing-key", ground.quote.at, message, hint=hint)


def _misspelt_voices(
    publishers: Mapping[str, Publisher], nodes: Mapping[str, Node]
) -> Iterator[Diagnostic]:
    """Find voices of one publisher alone that are spelt almost like another voice or publisher."""
    times = Counter(publisher.voice for publisher in publishers.values())
    known = tuple(sorted(publishers.keys() | times.keys()))
    for publisher in publishers.values():
        voice = publisher.voice
        near = voice not in publishers and times[voice] == 1 and near_word(voice, known, _ALMOST)
        if near:
            message = f"no other publisher has or is the voice '{voice}', so it counts on its own"
            hint = f"did you mean '{near}'?"
            yield diagnostic("unknown-voice", nodes[publisher.id].at, message, hint=hint)


def _voice_cycles(
    publishers: Mapping[str, Publisher], nodes: Mapping[str, Node]
) -> Iterator[Diagnostic]:
    """Find voices that name one another in a cycle."""
    settled: set[str] = set()
    for start in publishers:
        path: dict[str, None] = {}
        here = start
        while here in publishers and here not in settled and here not in path:
            path[here] = None
            here = publishers[here].voice
        passed = tuple(path)
        circle = passed[passed.index(here) :] if here in path else ()
        if len(circle) > 1:
            chain = " → ".join([*circle, here])
            at = nodes[here].at
            yield diagnostic("voice-cycle", at, f"circular voices: {chain}")
        settled.update(path)
