"""Check references between files: ids that must exist elsewhere."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.diagnostics import Diagnostic, Related, diagnostic, did_you_mean
from briefing.load import publishers as publishers_file
from briefing.load import sources as sources_file

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from briefing.diagnostics import Span
    from briefing.load.claims import ClaimsFile
    from briefing.model.content import Ground, Publisher, Source


def check_sources(
    sources: Mapping[str, Source],
    declared: frozenset[str] | None,
    publishers: frozenset[str] | None,
) -> Iterator[Diagnostic]:
    """Check publishers, originals and grounds that sources name."""
    for source in sources.values():
        if source.publisher is not None and _nowhere(source.publisher, publishers):
            yield _unknown("publisher", source.publisher, source.publisher_at, publishers,
                           publishers_file.FILE)  # fmt: skip
        derived = source.derived_from
        if derived is not None and derived.source and _nowhere(derived.source, declared):
            yield _unknown("source", derived.source, derived.at, declared, sources_file.FILE)
        if derived is not None and (derived.source is None) == (derived.work is None):
            message = "derived_from needs either a source or a work"
            yield diagnostic("bad-value", derived.at, message)
        yield from _check_grounds(source.ai_generated.grounds, declared)


def check_publishers(
    publishers: Mapping[str, Publisher], sources: frozenset[str] | None
) -> Iterator[Diagnostic]:
    """Check the sources that publishers' grounds are quoted from."""
    for publisher in publishers.values():
        yield from _check_grounds(publisher.grade.grounds, sources)
        for flag in publisher.flags:
            yield from _check_grounds(flag.grounds, sources)


def _check_grounds(
    grounds: Iterable[Ground], sources: frozenset[str] | None
) -> Iterator[Diagnostic]:
    for ground in grounds:
        if ground.source is not None and _nowhere(ground.source, sources):
            at = ground.quote.at
            yield _unknown("source", ground.source, at, sources, sources_file.FILE)


def check_claims(
    file: ClaimsFile,
    topics: frozenset[str],
    entities: frozenset[str],
    sources: frozenset[str] | None,
) -> Iterator[Diagnostic]:
    """Check the topics and entities that a claims file names, and the sources of its items.

    Where no entity is declared, any may be named.
    """
    for topic, at in file.topics:
        if topic not in topics:
            yield _unknown("topic", topic, at, topics, "briefing.yaml")
    for entity, at in file.entities if entities else ():
        if entity not in entities:
            yield _unknown("entity", entity, at, entities, "briefing.yaml")
    for claim in file.claims:
        first: dict[tuple[str, str], Span] = {}
        for item in claim.items:
            if _nowhere(item.source, sources):
                at = item.source_at
                yield _unknown("source", item.source, at, sources, sources_file.FILE)
            place = first.setdefault((item.source, item.quote.text), item.at)
            if place is not item.at:
                related = (Related(place, "first used here"),)
                message = f"this quote of {item.source} is listed twice under one claim"
                yield diagnostic("duplicate-evidence", item.at, message, related=related)


def _nowhere(id_: str, declared: frozenset[str] | None) -> bool:
    """Return whether an id is known not to exist; False if its file could not be read."""
    return declared is not None and id_ not in declared


def _unknown(kind: str, id_: str, at: Span, known: frozenset[str] | None, file: str) -> Diagnostic:
    hint = did_you_mean(id_, _sorted(known or frozenset())) or f"the ids are in {file}"
    if kind == "publisher" and not known:
        hint = f"describe it in {file}:  {id_}: {{name: …}}"
    return diagnostic(f"unknown-{kind}", at, f"there is no {kind} '{id_}'", hint=hint)


@lru_cache(maxsize=4)
def _sorted(ids: frozenset[str]) -> tuple[str, ...]:
    return tuple(sorted(ids))
