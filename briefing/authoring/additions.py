"""Add an empty entry to a project: a source, a claim or a topic, for its author to fill in."""

from __future__ import annotations

from dataclasses import field
from itertools import count
from typing import TYPE_CHECKING, Literal

from briefing import load, publish
from briefing.authoring.written import Written
from briefing.diagnostics import Diagnostic, Span, diagnostic
from briefing.located import insert, parse, scalar
from briefing.model.history import Edit
from briefing.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence
    from pathlib import Path

    from briefing.model.content import Content

Kind = Literal["source", "claim", "topic"]
CONFIG = "briefing.yaml"
SOURCES = "content/sources.yaml"
_SCHEMA = "schemas/claims.schema.json"
NARRATIVE = """\
<!-- The answer in one sentence, then a list of findings. A sentence with a figure cites the claim behind
it: [@claim-id]. -->
"""


class _RefusedError(Exception):
    def __init__(self, found: Diagnostic) -> None:
        super().__init__()
        self.found = found


@dataclass(slots=True)
class _Draft:
    """What is to be written: new texts by path, and the places to show."""

    root: Path
    edits: list[Edit] = field(default_factory=list)
    places: list[str] = field(default_factory=list)

    def insert(self, file: str, path: tuple[str, ...], entry: Sequence[str], new: str = "") -> None:
        """Add an entry to a file; one that does not exist yet begins with the text `new`."""
        held = load.read_editable(self.root, file)
        if isinstance(held, Diagnostic):
            raise _RefusedError(held)
        text, digest = held
        made = insert(text if digest is not None else new, path, entry)
        if made is None:
            message = f"cannot add an entry to {file} without changing what is there"
            hint = "add it yourself:  " + "\n".join(entry)
            raise _RefusedError(diagnostic("edits-refused", Span(file), message, hint=hint))
        self.edits.append(Edit(file, made[0], digest))
        self.places.append(f"{file}:{made[1]}")

    def create(self, file: str, text: str) -> None:
        """Make a file, or leave one alone that is there."""
        if not load.taken(self.root, (file,)):
            self.edits.append(Edit(file, text, None))
            self.places.append(file)


def new_entry(
    root: Path,
    kind: Kind,
    id_: str | None,
    *,
    topic: str | None = None,
    title: str | None = None,
    waiting: Callable[[], None] | None = None,
) -> Written:
    """Add an entry with a given or a free id. A claim goes to a `topic`; a topic has a `title`."""
    held = publish.hold(root, waiting)
    if isinstance(held, publish.EditProblem):
        return Written((held.diagnostic,))
    with held:
        loaded = load.load(root)
        if loaded.content is None:
            return Written(loaded.found)
        draft = _Draft(root)
        try:
            id_ = _checked(loaded.content, kind, id_)
            if kind == "source":
                draft.insert(SOURCES, _below(root, SOURCES, "sources"), _source(id_))
            elif kind == "claim":
                _claim(draft, loaded.content, id_, topic)
            else:
                _topic(draft, id_, title)
        except _RefusedError as refusal:
            return Written((refusal.found,))
        problem = held.write(draft.edits)
    if problem is not None:
        return Written((problem.diagnostic,))
    return Written(places=tuple(draft.places), id=id_)


def _checked(content: Content, kind: Kind, id_: str | None) -> str:
    """Return an id that nothing of the kind has; refuse one that is taken or is no id."""
    files = {"source": SOURCES, "claim": "content/claims", "topic": CONFIG}
    claims = content.claims.values()
    taken: dict[str, Span | None] = {}
    if kind == "source":
        taken.update((id_, source.at) for id_, source in content.sources.items())
    elif kind == "topic":
        taken.update((topic.id, topic.at) for topic in content.settings.topics)
    else:
        taken.update(dict.fromkeys(content.unread))
        taken.update((alias, claim.at) for claim in claims for alias in claim.aliases)
        taken.update((claim.id, claim.at) for claim in claims)
    if id_ is None:
        return next(free for n in count(1) if (free := f"{kind}-{n}") not in taken)
    for found in load.check_id(id_, Span(files[kind])):
        raise _RefusedError(found)
    if id_ in taken:
        message = f"the {kind} '{id_}' already exists; nothing was written"
        raise _RefusedError(diagnostic("duplicate-id", taken[id_] or Span(files[kind]), message))
    return id_


def _below(root: Path, file: str, key: str) -> tuple[str, ...]:
    """Return the keys that lead to the entries of a file, which may be under one lone key."""
    held = load.read_editable(root, file)
    tree = None if isinstance(held, Diagnostic) else parse(held[0], file)[0]
    return (key,) if tree is not None and tree.keys == (key,) else ()


def _source(id_: str) -> tuple[str, ...]:
    return (
        f"{id_}:",
        f"  file: seeds/{id_}.txt       # or .md, .html, .pdf",
        "  title:                      # of the article",
        "  publisher: unknown          # an id of publishers.yaml, or unknown",
        "  author: unknown",
        "  published: unknown          # 2031-05-02, 2031-05, 2031 or unknown",
    )


def _claim(draft: _Draft, content: Content, id_: str, topic: str | None) -> None:
    topics = [one.id for one in content.settings.topics]
    if topic is None and len(topics) > 1:
        hint = f"write --topic {topics[0]}, or another of: {', '.join(topics[1:])}"
        raise _RefusedError(diagnostic("unknown-topic", Span(CONFIG), "which topic?", hint=hint))
    topic = topic or next(iter(topics), "")
    if topic not in topics:
        message = f"there is no topic '{topic}'"
        hint = f"the topics are: {', '.join(topics)}"
        raise _RefusedError(diagnostic("unknown-topic", Span(CONFIG), message, hint=hint))
    source = next(reversed(tuple(content.sources)), "source-id")
    lines = (
        f"{id_}:",
        "  claim:                      # one statement in your own words",
        "  quotes:                     # for a claim with a figure; otherwise: for, against, mentions",
        f"    - {source}:  # the exact words of the article",
    )
    file = _claims_file(draft.root, content, topic)
    draft.insert(file, ("claims",), lines, _claims_head(draft.root, topic))


def _claims_file(root: Path, content: Content, topic: str) -> str:
    """Return the file of a topic's claims: one that names the topic, else one that is not there yet."""
    named = f"content/claims/{topic}.yaml"
    for file in (named, *dict.fromkeys(claim.at.file for claim in content.claims.values())):
        held = load.read_editable(root, file)
        tree = None if isinstance(held, Diagnostic) else parse(held[0], file)[0]
        told = tree.get("topic") if tree is not None else None
        if told is not None and told.text == topic:
            return file
    names = (named, *(f"content/claims/{topic}-{n}.yaml" for n in range(2, 100)))
    return next(name for name in names if not load.taken(root, (name,)))


def _claims_head(root: Path, topic: str) -> str:
    named = ""
    if load.taken(root, (_SCHEMA,)):
        named = f"# yaml-language-server: $schema=../../{_SCHEMA}\n# $schema: ../../{_SCHEMA}\n"
    return f"{named}topic: {topic}\nclaims:\n"


def _topic(draft: _Draft, id_: str, title: str | None) -> None:
    title = title or id_.replace("-", " ").capitalize()
    draft.insert(CONFIG, ("topics",), (f"- id: {id_}", f"  title: {scalar(title)}"))
    draft.create(f"content/topics/{id_}.md", NARRATIVE)
    draft.create(f"content/claims/{id_}.yaml", _claims_head(draft.root, id_))
