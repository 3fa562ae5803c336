"""Read `content/sources.yaml`: what is known of each article."""

from __future__ import annotations

import re
from functools import partial
from posixpath import normpath
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefing.diagnostics import Diagnostic, Related, diagnostic
from briefing.figures import parse_period
from briefing.load.grounds import grounds, widen_ground
from briefing.load.ids import check_id
from briefing.load.keys import SourceForm
from briefing.load.languages import check_language
from briefing.load.settings import is_date
from briefing.located import Node, decode, each, parse, rewritten, widen
from briefing.model.content import Authorship, Dating, Notice, Reprint, SetAside, Source, Words
from briefing.model.periods import PeriodProblem
from briefing.units import kept

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefing.diagnostics import Span
    from briefing.load.keys import InferredForm
    from briefing.model.content import Rights

FILE = "content/sources.yaml"
UNKNOWN = "unknown"
_DAY_MONTH_YEAR = re.compile(r"\d{4}(?:-\d\d(?:-\d\d)?)?", re.ASCII)


@kept(lambda: tuple[dict[str, Source], frozenset[str] | None, tuple[Diagnostic, ...]])
def read_sources(
    text: str, publish: Rights, language: str = "en"
) -> tuple[Mapping[str, Source], frozenset[str] | None, tuple[Diagnostic, ...]]:
    """Turn the text of `sources.yaml` into sources by id.

    Gives the sources that could be read, the ids of all that appear there (None where the file as
    a whole cannot be read, so that nothing is known of its ids), and the mistakes.
    `publish` and `language` are the project's own choices, for sources that make none.
    """
    root, found = parse(text, FILE)
    if root is None or not root.is_mapping:
        return MappingProxyType({}), None, (*found, *no_mapping(root))
    root = unwrapped(root, "sources")
    sources: dict[str, Source] = {}
    mistakes = list(found)
    for key, node in root.entries():
        mistakes.extend(check_id(key.text, key.at))
        source, wrong = _source(key, node, publish, language)
        mistakes.extend(wrong)
        if source is not None:
            sources[source.id] = source
    mistakes.extend(_shared_files(sources))
    mistakes.extend(_cycles(sources))
    declared = frozenset(key.text for key, _ in root.entries())
    return MappingProxyType(sources), declared, tuple(mistakes)


def no_mapping(root: Node | None) -> Iterator[Diagnostic]:
    """Refuse a file that is YAML and no mapping from id to entry."""
    if root is not None:
        yield diagnostic("bad-value", root.at, "must map ids to entries")


def unwrapped(root: Node, key: str) -> Node:
    """Give the mapping from id to entry: the file itself, or what it holds under one lone key."""
    inner = root.get(key)
    alone = inner is not None and root.keys == (key,)
    entries = inner is not None and all(node.is_mapping for _, node in inner.entries())
    return inner if inner is not None and alone and entries else root


def _source(
    key: Node, node: Node, publish: Rights, language: str
) -> tuple[Source | None, tuple[Diagnostic, ...]]:
    unexplained = tuple(_unexplained(node))
    node = rewritten(
        node,
        {
            "publisher": partial(widen, key="value"),
            "published": partial(widen, key="value"),
            "derived_from": partial(widen, key="source"),
            "ai_generated": _widen_authorship,
            "notes": widen_list,
            "omit": widen_list,
            "retracted": partial(widen, key="on"),
            "corrected": partial(widen, key="on"),
        },
    )
    form, wrong = decode(at_key(node, key), SourceForm)
    wrong = (*unexplained, *wrong)
    if form is None:
        return None, wrong
    found = [*wrong, *_cut_quotes(node)]
    if form.language:
        found.extend(check_language(form.language, _at(node, "language", key.at)))
    published, date_wrong = _dating(form.published, node)
    ai_generated = _authorship(form, node, key.text)
    publisher = form.publisher
    derived = node.get("derived_from")
    found.extend(date_wrong)
    source = Source(
        id=key.text,
        at=key.at,
        file=form.file if "/" in form.file else f"seeds/{form.file}",
        file_at=_at(node, "file", key.at),
        title=_known(form.title) or "Untitled",
        publisher=_known(publisher.value) if publisher else None,
        publisher_at=_at(node, "publisher", key.at),
        publisher_because=publisher.because if publisher else None,
        author=_known(form.author),
        published=published,
        url=_known(form.url),
        body_starts=_words(node, "body", "starts"),
        body_ends=_words(node, "body", "ends"),
        omit=tuple(element.words for element in _list(node, "omit")),
        account=form.account,
        set_aside=tuple(
            SetAside(held.words, entry.why)
            for entry, element in zip(form.set_aside, _list(node, "set_aside"), strict=True)
            if (held := element.get("quote"))
        ),
        ai_generated=ai_generated,
        derived_from=Reprint(form.derived_from.source, form.derived_from.work, derived.at)
        if form.derived_from and derived
        else None,
        publish=form.publish or publish,
        language=form.language or language,
        selector=form.selector,
        yen=form.yen,
        notes=form.notes,
        archive=form.archive,
        retracted=Notice(form.retracted.on, form.retracted.why) if form.retracted else None,
        corrected=Notice(form.corrected.on, form.corrected.why) if form.corrected else None,
    )
    found.extend(_misdated(node))
    return source, tuple(found)


def _misdated(node: Node) -> Iterator[Diagnostic]:
    """Refuse an invalid date of a notice."""
    for key in ("retracted", "corrected"):
        held = node.get(key)
        day = held.get("on") if held else None
        if day is not None and day.text and not is_date(day.text):
            hint = "write 2025-02-24, the day of the notice"
            yield diagnostic("bad-date", day.at, f"invalid date '{day.text}'", hint=hint)


def _unexplained(node: Node) -> Iterator[Diagnostic]:
    """Ask for a `because` where a publisher or a date is written as an inference."""
    for key, what in (("publisher", "publisher"), ("published", "date")):
        held = node.get(key)
        value = held.get("value") if held else None
        if held is not None and value is not None and _is_null(held.get("because")):
            message = f"an inferred {what} needs a 'because'"
            hint = f"say why, or, if the article shows it, write  {key}: {value.text}"
            yield diagnostic("missing-because", held.at, message, hint=hint)


def _is_null(node: Node | None) -> bool:
    return node is None or node.value is None


def at_key(node: Node, key: Node) -> Node:
    """Place a mapping at its id, so that a missing key is reported there."""
    if not node.is_mapping:
        return node
    return Node(node.file, key.mark, node.value, verbatim=False, cut=False)


def _known(text: str | None) -> str | None:
    return None if text in (None, UNKNOWN) else text


def widen_list(node: Node) -> Node:
    """Let one text stand for a list of one."""
    if node.is_mapping or node.is_list or node.value is None:
        return node
    return Node(node.file, node.mark, (node,), verbatim=False, cut=False)


def _widen_authorship(node: Node) -> Node:
    return rewritten(widen(node, "value"), {"grounds": each(widen_ground)})


def _authorship(form: SourceForm, node: Node, source: str) -> Authorship:
    if form.ai_generated is None:
        return Authorship()
    held = node.get("ai_generated")
    return Authorship(
        form.ai_generated.value,
        grounds(held.get("grounds") if held else None, source),
        form.ai_generated.because,
    )


def _dating(form: InferredForm | None, node: Node) -> tuple[Dating, tuple[Diagnostic, ...]]:
    if form is None or form.value == UNKNOWN:
        return Dating(UNKNOWN, None, form.because if form else None), ()
    parsed = parse_period(form.value, None)
    if _DAY_MONTH_YEAR.fullmatch(form.value) and not isinstance(parsed, PeriodProblem):
        return Dating(form.value, parsed, form.because), ()
    held = node.get("published")
    value = held.get("value") if held else None
    at = value.at if value else node.at
    hint = "write 2025-02-24, 2025-02, 2025, or unknown"
    return Dating(form.value, None, None), (
        diagnostic("bad-date", at, f"invalid date '{form.value}'", hint=hint),
    )


def _at(node: Node, name: str, otherwise: Span) -> Span:
    value = node.get(name)
    return value.at if value else otherwise


def _words(node: Node, outer: str, inner: str) -> Words | None:
    held = node.get(outer)
    value = held.get(inner) if held else None
    return value.words if value and value.value is not None else None


def _list(node: Node, key: str) -> tuple[Node, ...]:
    held = node.get(key)
    return held.elements() if held else ()


def _cut_quotes(node: Node) -> Iterator[Diagnostic]:
    """Refuse words of an article that YAML would end at a comment."""
    body = node.get("body")
    held = [body.get("starts"), body.get("ends")] if body else []
    aside = [element.get("quote") for element in _list(node, "set_aside")]
    yield from refuse_cut(*held, *_list(node, "omit"), *aside)
    yield from refuse_cut_grounds(node.get("ai_generated"))


def refuse_cut_grounds(holder: Node | None) -> Iterator[Diagnostic]:
    """Refuse quoted grounds that YAML would end at a comment."""
    for element in _list(holder, "grounds") if holder else ():
        yield from refuse_cut(element.get("quote"))


def refuse_cut(*nodes: Node | None) -> Iterator[Diagnostic]:
    """Refuse plain texts that YAML ends at ` #`."""
    for node in nodes:
        if node is not None and node.cut:
            message = "YAML ends this text at ' #' and drops the rest"
            yield diagnostic(
                "yaml-cut",
                node.at,
                message,
                hint="put the text in quotation marks; a comment goes on a line of its own",
            )


def _shared_files(sources: Mapping[str, Source]) -> Iterator[Diagnostic]:
    first: dict[str, Source] = {}
    for source in sources.values():
        file = normpath(source.file)
        if file in first:
            other = first[file]
            related = (Related(other.file_at, f"also used by '{other.id}'"),)
            message = f"two sources use the file {source.file}"
            yield diagnostic("duplicate-source-file", source.file_at, message, related=related)
        else:
            first[file] = source


def _cycles(sources: Mapping[str, Source]) -> Iterator[Diagnostic]:
    """Find chains of `derived_from` that end in themselves."""
    settled: set[str] = set()
    for start in sources.values():
        path: dict[str, None] = {}
        source: Source | None = start
        while source is not None and source.id not in settled and source.id not in path:
            path[source.id] = None
            derived = source.derived_from
            source = sources.get(derived.source) if derived and derived.source else None
        if source is not None and source.id in path:
            derived = source.derived_from
            at = derived.at if derived else source.at
            passed = tuple(path)
            chain = " → ".join([*passed[passed.index(source.id) :], source.id])
            yield diagnostic("derivation-cycle", at, f"circular derived_from: {chain}")
        settled.update(path)
