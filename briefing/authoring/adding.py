"""Add articles to a project: each is stored, described by what it says of itself, and compared."""

from __future__ import annotations

from dataclasses import field
from pathlib import Path, PurePosixPath
from typing import TYPE_CHECKING

from briefing import load, publish, quotes
from briefing.anchor.text import Lines
from briefing.authoring.bounds import bounds, intruders
from briefing.authoring.entries import free_id, publisher_entry, source_entry
from briefing.authoring.guesses import guesses, name_as_title
from briefing.authoring.overlap import Overlap, Shingled
from briefing.authoring.references import describing
from briefing.diagnostics import Diagnostic, Related, Severity, Span, diagnostic
from briefing.located import insert
from briefing.model.history import Edit
from briefing.values import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from briefing.authoring.guesses import Guess
    from briefing.model.content import Article, Content, Source
    from briefing.model.description import Reference

SOURCES = "content/sources.yaml"
PUBLISHERS = "content/publishers.yaml"
SEEDS = "seeds"


@dataclass(frozen=True, slots=True)
class Added:
    """A source that was added."""

    id: str
    file: str
    """POSIX, relative to the project's root."""
    entry: tuple[str, ...]
    """The lines of its entry in `sources.yaml`."""
    line: int
    """The line of its entry, from 1."""


@dataclass(frozen=True, slots=True)
class Adding:
    """What was added, and what was found on the way."""

    added: tuple[Added, ...]
    found: tuple[Diagnostic, ...]
    """An error where a file could not be added, warnings about those that were."""
    unconfigured: bool = False
    """Whether `briefing.yaml` is invalid."""


class _RefusedError(Exception):
    def __init__(self, *found: Diagnostic) -> None:
        super().__init__()
        self.found = found


@dataclass(slots=True)
class _Book:
    """The project's files as they become while articles are added."""

    root: Path
    content: Content
    texts: dict[str, str]
    digests: dict[str, str | None]
    sources: set[str]
    publishers: dict[str, str]
    """The id of each publisher by its name, case folded."""
    bodies: dict[str, tuple[str, str]]
    """The digest of the file and the body of each source that can be read."""
    references: Sequence[Reference]
    seeds: dict[str, bytes] = field(default_factory=dict)
    used: list[Reference] = field(default_factory=list)
    found: list[Diagnostic] = field(default_factory=list)

    def insert(self, file: str, entry: Sequence[str]) -> int:
        """Add an entry to a YAML file; return its line, from 1."""
        key = PurePosixPath(file).stem
        text = self.texts[file]
        made = insert(text, (), entry) or insert(text, (key,), entry)
        if made is None:
            hint = "add it yourself:  " + "\n".join(entry)
            message = f"cannot add an entry to {file} without changing what is there"
            raise _RefusedError(diagnostic("edits-refused", Span(file), message, hint=hint))
        self.texts[file], line = made
        return line

    def edits(self) -> Iterator[Edit]:
        """Yield what is to be written: the articles first, then what describes them."""
        for path, data in self.seeds.items():
            yield Edit(path, data, None)
        for file, text in self.texts.items():
            if text:
                yield Edit(file, text, self.digests[file])


def add(
    root: Path,
    files: Sequence[Path],
    references: Sequence[Reference] = (),
    waiting: Callable[[], None] | None = None,
) -> Adding:
    """Store each file in `seeds/` and describe it in `sources.yaml`, unless it cannot be read.

    `references` are the entries of bibliographies; each must describe one of the files.
    """
    held = publish.hold(root, waiting)
    if isinstance(held, publish.EditProblem):
        return Adding((), (held.diagnostic,))
    with held:
        book = _open(root, references)
        if not isinstance(book, _Book):
            return Adding(
                (), book, unconfigured=any(one.at.file == "briefing.yaml" for one in book)
            )
        added = []
        book.references = tuple(references)
        for file in files:
            before = dict(book.texts), dict(book.publishers), dict(book.seeds)
            try:
                added.append(_add(book, file, alone=len(files) == 1))
            except _RefusedError as refusal:
                book.texts, book.publishers, book.seeds = before
                book.found.extend(refusal.found)
        book.found.extend(_unused(book))
        problem = held.write(book.edits()) if added else None
    if problem is not None:
        return Adding((), (problem.diagnostic,))
    return Adding(tuple(added), tuple(book.found))


def _open(root: Path, references: Sequence[Reference]) -> _Book | tuple[Diagnostic, ...]:
    loaded = load.load(root)
    if loaded.content is None:
        return loaded.found
    texts, digests = {}, {}
    for file in (SOURCES, PUBLISHERS):
        held = load.read_editable(root, file)
        if isinstance(held, Diagnostic):
            return (held,)
        texts[file], digests[file] = held
    broken = tuple(one for one in loaded.found if one.at.file in texts and _is_yaml(one))
    if broken:
        return broken
    content = loaded.content
    names = {one.name.casefold(): id_ for id_, one in content.publishers.items()}
    bodies = dict(_bodies(root, content))
    return _Book(root, content, texts, digests, set(content.sources), names, bodies, references)


def _is_yaml(found: Diagnostic) -> bool:
    return found.code.startswith("yaml-") or found.code in ("duplicate-key", "bad-encoding")


def _bodies(root: Path, content: Content) -> Iterator[tuple[str, tuple[str, str]]]:
    for id_, source in content.sources.items():
        data = load.read_article(root, source, content.settings.limits)
        article = None
        if isinstance(data, bytes):
            article, _ = load.article(source, data, content.settings.limits)
        if article is not None:
            yield id_, (article.sha256, _body(source, article))


def _body(source: Source, article: Article) -> str:
    starts = source.body_starts.text if source.body_starts else None
    ends = source.body_ends.text if source.body_ends else None
    body = quotes.cut(article.text, starts, ends, tuple(one.text for one in source.omit))
    if isinstance(body, quotes.Uncut):
        return article.text
    return "".join(article.text[start:end] for start, end in body.kept)


def _unused(book: _Book) -> Iterator[Diagnostic]:
    for reference in book.references:
        if reference not in book.used:
            message = f"no file is described by the entry '{reference.key}'"
            hint = "give the article's file too; its name, address or title must stand in the entry"
            at = Span(reference.hints[0].where.partition(",")[0] if reference.hints else SOURCES)
            yield diagnostic("reference-unused", at, message, hint=hint)


def _add(book: _Book, path: Path, *, alone: bool) -> Added:
    """Read one file, describe it, and enter it in the book."""
    limits, language = book.content.settings.limits, book.content.settings.language
    undescribed = load.undescribed(path.name)
    data = load.read_article(path.parent, undescribed, limits)
    if isinstance(data, Diagnostic):
        raise _RefusedError(_at(data, path))
    data, encoding = load.as_utf8(path.name, data)
    article, found = load.article(undescribed, data, limits)
    if article is None or not article.text.strip():
        raise _RefusedError(*(replace(_at(one, path), severity=Severity.ERROR) for one in found))
    _refuse_twin(book, path, article)
    hints = load.read_metadata(path.name, data, limits)
    reference = describing(book.references, path, hints, alone=alone)
    if reference is not None:
        hints = (*reference.hints, *hints)
        book.used.append(reference)
    guessed = {
        "title": name_as_title(path.stem),
        **guesses(hints, article.text, language),
    }
    publisher = _publisher(book, guessed.get("publisher"))
    id_ = free_id(publisher or path.stem, book.sources, "source")
    stored = _stored(book, path, id_, data)
    is_page = path.suffix.lower() in (".html", ".htm")
    body = bounds(article.text, guessed["title"].value, wrapped=not is_page)
    cut = quotes.cut(article.text, body.starts, body.ends)
    spans = cut.kept if isinstance(cut, quotes.Body) else ()
    words = "".join(article.text[start:end] for start, end in spans)
    tag = guessed["language"].value if "language" in guessed else language
    inside = tuple(intruders(words))
    entry = source_entry(id_, stored, guessed, publisher, body, inside)
    if encoding is not None:
        entry += (f"  notes: Converted to UTF-8 from {encoding}, which the page declares.",)
    line = book.insert(SOURCES, entry)
    added = Added(id_, stored, entry, line)
    offset = spans[0][0] if spans else 0
    _compare(book, added, replace(article, file=stored), Shingled(words, tag), offset)
    book.sources.add(id_)
    book.bodies[id_] = (article.sha256, words)
    return added


def _publisher(book: _Book, name: Guess | None) -> str | None:
    """Give the id of the publisher of this name; one that is new is entered."""
    if name is None:
        return None
    key = name.value.casefold()
    if key not in book.publishers:
        id_ = free_id(name.value, {*book.publishers.values(), "unknown"}, "publisher")
        book.insert(PUBLISHERS, publisher_entry(id_, name))
        book.publishers[key] = id_
    return book.publishers[key]


def _at(found: Diagnostic, path: Path) -> Diagnostic:
    """Place a finding at the file that the author named."""
    return replace(found, at=replace(found.at, file=path.as_posix()))


def _refuse_twin(book: _Book, path: Path, article: Article) -> None:
    for id_, (digest, _) in book.bodies.items():
        if digest == article.sha256:
            message = f"{path.name} is byte for byte the source '{id_}'"
            at = Span(path.as_posix())
            raise _RefusedError(diagnostic("duplicate-source-file", at, message))


def _stored(book: _Book, path: Path, id_: str, data: bytes) -> str:
    """Return the path of an article in the project, and have it stored there if it is elsewhere."""
    seeds = book.root / SEEDS
    if path.is_relative_to(seeds):
        return path.relative_to(book.root).as_posix()
    ending, number = path.suffix.lower(), 1
    name = f"{SEEDS}/{id_}{ending}"
    while name in book.seeds or load.taken(book.root, (name,)):
        number += 1
        name = f"{SEEDS}/{id_}-{number}{ending}"
    book.seeds[name] = data
    return name


def _compare(book: _Book, added: Added, article: Article, words: Shingled, offset: int) -> None:
    """Warn where the body of a new source, from `offset` in its text, repeats that of another."""
    places = Lines(article)
    for id_, (_, other) in book.bodies.items():
        overlap = words.overlap(other)
        if overlap is not None:
            book.found.append(_repeated(added, id_, overlap, places, offset))


def _repeated(added: Added, other: str, overlap: Overlap, places: Lines, offset: int) -> Diagnostic:
    first, second = (other, added.id) if overlap.of_other else (added.id, other)
    message = (
        f"{overlap.share:.0%} of the words of '{first}' are in '{second}' too, in the same order"
    )
    related = tuple(
        Related(places.span(offset + start, offset + start + 1), f"in both: {sentence}")
        for start, sentence in overlap.sentences
    )
    hint = f"if one reprints the other, say so:  derived_from: {other}"
    at = Span(SOURCES, added.line, 1, added.line, 1 + len(added.id))
    return diagnostic("text-repeated", at, message, hint=hint, related=related)
