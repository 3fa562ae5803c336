"""Read a whole project except the texts of its articles, which are read one at a time."""

from __future__ import annotations

import os
from collections.abc import Mapping
from hashlib import sha256
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefing.diagnostics import Diagnostic, Span, diagnostic
from briefing.load import history as history_file
from briefing.load import publishers as publishers_file
from briefing.load import settings as settings_file
from briefing.load import sources as sources_file
from briefing.load.claims import ClaimsFile, read_claims
from briefing.load.disk import files, read_optional, read_text
from briefing.load.history import check_history, read_changes, read_lock
from briefing.load.ids import repeated
from briefing.load.publishers import read_publishers
from briefing.load.references import check_claims, check_publishers, check_sources
from briefing.load.schema_comments import check_schema, named_schema
from briefing.load.settings import read_settings
from briefing.load.sources import read_sources
from briefing.located import ignores
from briefing.model.content import Content, Narrative
from briefing.model.history import Change, History, Locked
from briefing.units import anew
from briefing.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence
    from pathlib import Path

    from briefing.model.content import Claim, Publisher, Settings, Source
    from briefing.model.ignore import Ignore
    from briefing.units import Units

CLAIMS = "content/claims"
_ABSENT_AT = Span(settings_file.FILE)
"""Where missing files are reported: every place must be in a file that exists."""
INDEX = "index"
METHOD = "method"
_METHOD_FILE = "content/method.md"
NOTHING: Mapping[str, str] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Loaded:
    """What was read; `content` is None if `briefing.yaml` is invalid."""

    content: Content | None
    found: tuple[Diagnostic, ...]
    ignores: tuple[Ignore, ...] = ()
    """What comments in the YAML files ignore."""
    schemas: tuple[str, ...] = ()
    """The paths of schemas that comments in the YAML files name."""


def load(root: Path, unit: Units = anew, instead: Mapping[str, str] = NOTHING) -> Loaded:
    """Read the project at `root` and collect the mistakes of every file; each file is a unit.

    `instead` has texts that are read in place of those of YAML files, by their names.
    """
    yaml = _Texts(root, unit, instead)
    text = yaml.read(settings_file.FILE)
    if isinstance(text, Diagnostic):
        return Loaded(None, (text,))
    settings, found = unit("settings", read_settings, text)
    if settings is None:
        return Loaded(None, found)
    mistakes = [*found]
    sources, source_ids, source_mistakes = _read_sources(yaml, settings)
    publishers, publisher_ids, publisher_mistakes = _read_publishers(yaml)
    mistakes += [*source_mistakes, *publisher_mistakes]
    mistakes += check_sources(sources, source_ids, publisher_ids)
    mistakes += check_publishers(publishers, source_ids)
    names, unlisted = files(root, CLAIMS, (".yaml", ".yml"))
    mistakes += unlisted or _check_names(names)
    claims_files = tuple(_read_claims(yaml, names, settings, mistakes))
    topics, entities = frozenset(one.id for one in settings.topics), frozenset(settings.entities)
    for file in claims_files:
        mistakes += [*file.found, *check_claims(file, topics, entities, source_ids)]
    mistakes += repeated(_claim_ids(claims_files))
    narratives, narrative_mistakes = _read_narratives(root, settings)
    history, history_mistakes = _read_history(root, unit)
    claims, untopical = _in_order(claims_files, settings)
    misquoted = _with_unknown_sources(claims, source_ids)
    content = Content(
        settings=settings,
        sources=sources,
        publishers=publishers,
        claims=claims,
        narratives=narratives,
        history=history,
        unread=untopical.union(misquoted, *(file.unread for file in claims_files)),
        unread_at=tuple(at for id_, at in _declared(claims_files) if id_ not in claims),
        complete=not (unlisted or any(repeated(_claim_ids(claims_files))))
        and len(claims_files) == len(names)
        and all(file.readable for file in claims_files),
    )
    mistakes += [*narrative_mistakes, *history_mistakes, *yaml.found]
    return Loaded(content, tuple(mistakes), tuple(yaml.ignores), tuple(yaml.schemas))


class _Texts:
    """Read YAML files, and gather what their comments ignore."""

    def __init__(self, root: Path, unit: Units, instead: Mapping[str, str]) -> None:
        self.root = root
        self.unit = unit
        self.instead = instead
        self.ignores: list[Ignore] = []
        self.found: list[Diagnostic] = []
        self.schemas: list[str] = []

    def read(self, name: str, at: Span | None = None) -> str | Diagnostic:
        """Read a file as `read_text` does."""
        text = self.instead[name] if name in self.instead else read_text(self.root, name, at)
        if isinstance(text, str):
            held, found = self.unit(("ignores", name), ignores, text, name)
            stale = check_schema(self.root, text, name)
            named = named_schema(text, name)
            self.schemas += () if named is None else (named,)
            self.ignores += held
            self.found += found if stale is None else (*found, stale)
        return text

    def read_optional(self, name: str) -> str | Diagnostic | None:
        """Read a file that may be absent; None if it does not exist."""
        return self.read(name) if os.path.lexists(self.root / name) else None


def _read_sources(
    yaml: _Texts, settings: Settings
) -> tuple[Mapping[str, Source], frozenset[str] | None, tuple[Diagnostic, ...]]:
    text = yaml.read(sources_file.FILE, _ABSENT_AT)
    if isinstance(text, Diagnostic):
        return MappingProxyType({}), None, (text,)
    return yaml.unit("sources", read_sources, text, settings.publish, settings.language)


def _read_publishers(
    yaml: _Texts,
) -> tuple[Mapping[str, Publisher], frozenset[str] | None, tuple[Diagnostic, ...]]:
    text = yaml.read_optional(publishers_file.FILE)
    if text is None:  # as long as no source names a publisher, there is nothing to describe
        return MappingProxyType({}), frozenset(), ()
    if isinstance(text, Diagnostic):
        return MappingProxyType({}), None, (text,)
    return yaml.unit("publishers", read_publishers, text)


def _check_names(names: Sequence[str]) -> Iterator[Diagnostic]:
    if not names:
        yield diagnostic("empty-claims", _ABSENT_AT, f"no claims files in {CLAIMS}")


def _read_claims(
    yaml: _Texts, names: Sequence[str], settings: Settings, mistakes: list[Diagnostic]
) -> Iterator[ClaimsFile]:
    for name in names:
        text = yaml.read(name)
        if isinstance(text, Diagnostic):
            mistakes.append(text)
        else:
            yield yaml.unit(("claims", name), read_claims, text, name, settings.entities)


def _declared(claims_files: Iterable[ClaimsFile]) -> Iterator[tuple[str, Span]]:
    for file in claims_files:
        yield from file.declared


def _claim_ids(claims_files: Iterable[ClaimsFile]) -> Iterator[tuple[str, Span]]:
    yield from _declared(claims_files)
    for file in claims_files:
        yield from file.aliases


def _in_order(
    claims_files: Iterable[ClaimsFile], settings: Settings
) -> tuple[Mapping[str, Claim], frozenset[str]]:
    """Order claims by topic, then by file; of two claims with one id, the first stays.

    Also returns the ids of claims without a known topic.
    """
    by_topic: dict[str, list[Claim]] = {topic.id: [] for topic in settings.topics}
    untopical: set[str] = set()
    for file in claims_files:
        for claim in file.claims:
            if claim.topic in by_topic:
                by_topic[claim.topic].append(claim)
            else:
                untopical.add(claim.id)
    ordered: dict[str, Claim] = {}
    for claims in by_topic.values():
        for claim in claims:
            ordered.setdefault(claim.id, claim)
    return MappingProxyType(ordered), frozenset(untopical)


def _read_history(root: Path, unit: Units) -> tuple[History, tuple[Diagnostic, ...]]:
    """Read the lock and the changes, if an edition was ever recorded."""
    locked: Locked | None = None
    changes: tuple[Change, ...] = ()
    found: list[Diagnostic] = []
    digests: dict[str, str] = {}
    text = read_optional(root, history_file.LOCK)
    if isinstance(text, str):
        digests[history_file.LOCK] = sha256(text.encode()).hexdigest()
        locked, wrong = unit("lock", read_lock, text)
        found.extend(wrong)
    elif text is not None:
        found.append(text)
    text = read_optional(root, history_file.CHANGES)
    if isinstance(text, str):
        digests[history_file.CHANGES] = sha256(text.encode()).hexdigest()
        changes, wrong = unit("changes", read_changes, text)
        found.extend(wrong)
    elif text is not None:
        found.append(text)
    history = History(locked, changes, MappingProxyType(digests))
    return history, tuple(found or check_history(history))


def _with_unknown_sources(
    claims: Mapping[str, Claim], sources: frozenset[str] | None
) -> Iterator[str]:
    for claim in claims.values():
        if sources is not None and any(item.source not in sources for item in claim.items):
            yield claim.id


def _read_narratives(
    root: Path, settings: Settings
) -> tuple[Mapping[str, Narrative], tuple[Diagnostic, ...]]:
    """Read the narratives of the front page and the topics; a missing one is a warning.

    That of the method page is what the author adds to the rules, and need not be there.
    """
    wanted = {INDEX: ("content/index.md", _ABSENT_AT), METHOD: (_METHOD_FILE, _ABSENT_AT)}
    wanted |= {t.id: (f"content/topics/{t.id}.md", t.at) for t in settings.topics}
    narratives: dict[str, Narrative] = {}
    found: list[Diagnostic] = []
    for page, (name, at) in wanted.items():
        text = read_optional(root, name)
        if text is None and page == METHOD:
            continue
        if text is None:
            message = f"no narrative for the page '{page}': {name} does not exist"
            found.append(diagnostic("narrative-missing", at, message))
        elif isinstance(text, Diagnostic):
            found.append(text)
        else:
            narratives[page] = Narrative(page, name, text)
    return MappingProxyType(narratives), tuple(found)
