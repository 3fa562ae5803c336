"""`data/annotations.jsonld`: each quote as a W3C Web Annotation of the article it appears in.

Follows the Web Annotation Data Model (W3C Recommendation, 2017). The body says the stance and the
claim; the target is the article at its address on the web, with the file that was read as its
`cached` state, or that file alone where no address is known.
"""

from __future__ import annotations

import sys
from bisect import bisect_right
from collections import Counter
from typing import TYPE_CHECKING

from briefing import prose
from briefing.model.judged import Stance
from briefing.quotes import OMITTED
from briefing.view.exports.texts import as_json, in_utf_8, on_lines
from briefing.view.passages import passage_id

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefing.model.judged import JudgedItem, Judgement
    from briefing.view.site import Site

_CONTEXT = "http://www.w3.org/ns/anno.jsonld"
_FILE = "data/annotations.jsonld"
_CUT = "…"
_STANCES = {
    stance: as_json({"type": "TextualBody", "purpose": "tagging", "value": stance.value})
    for stance in Stance
}


def collection(site: Site) -> bytes:
    """Write all annotations as one collection, sorted by claim, source and place.

    Addresses are relative to the file's own, which the context names where it is known.
    """
    articles = {id_: _article(site, id_) for id_ in site.judged.articles}
    judgements = sorted(site.judged.judgements.items())
    total = sum(len(judgement.items) for _, judgement in judgements)
    records = (
        record
        for id_, judgement in judgements
        for record in _of_claim(site, id_, judgement, articles)
    )
    base = site.frame.base
    lines = (
        f'{{"@context": {as_json([_CONTEXT, {"@base": base + _FILE}] if base else _CONTEXT)}',
        '"id": "#all"',
        '"type": "AnnotationCollection"',
        f'"label": {as_json(site.judged.content.settings.title)}',
        f'"total": {total}',
        '"first": {"id": "#first", "type": "AnnotationPage", "partOf": "#all", "startIndex": 0',
        '"items": ',
    )
    return in_utf_8(",\n".join(lines), on_lines(records), "}}\n")


def _article(site: Site, id_: str) -> str:
    """Write the target of a source's annotations, without the place in it.

    The digest is of the text in which positions count: the file, or what was extracted from HTML.
    """
    article = site.judged.articles[id_]
    read = f"urn:sha256:{article.text_sha256 or article.sha256}"
    url = prose.web_link(site.judged.content.sources[id_].url)
    if url is None:
        return f'"source": {as_json(read)}'
    return f'"source": {as_json(url)}, "state": {as_json({"type": "TimeState", "cached": read})}'


def _of_claim(
    site: Site, id_: str, judgement: Judgement, articles: Mapping[str, str]
) -> Iterator[str]:
    """Write the annotations of one claim, each as JSON; what they share is encoded once."""
    statement = {
        "id": f"../claims/{id_}.html#claim",
        "type": "TextualBody",
        "purpose": "linking",
        "value": judgement.claim.statement.text,
        "language": site.judged.content.settings.language,
    }
    shared = as_json(statement)
    given: Counter[str] = Counter()
    items = sorted(judgement.items, key=lambda item: (item.written.source, item.anchor.spans))
    for item in items:
        source = item.written.source
        name = f"#{id_}/{source}/{passage_id(item.anchor)}"
        given[name] += 1
        if given[name] > 1:
            name = f"{name}/{given[name]}"
        targets = ", ".join(
            f'{{{articles[source]}, "selector": [{selectors}]}}'
            for selectors in _selectors(site, item)
        )
        yield (
            f'{{"id": {as_json(name)}, "type": "Annotation", "motivation": "assessing", '
            f'"body": [{_STANCES[item.stance]}, {shared}], "target": [{targets}]}}'
        )


def _selectors(site: Site, item: JudgedItem) -> Iterator[str]:
    """Select each part of a quote, as JSON: by its words, unless only a link may be published, and place.

    A quote across text that the body omits has a part on each side of it. Without words, one place
    spans it all.
    """
    spans = item.anchor.spans
    pieces = (("", False), *site.pieces(item), ("", False))
    parts = [place for place, (_, quoted) in enumerate(pieces) if quoted]
    if not parts:
        yield _place(spans[0][0], spans[-1][1])
        return
    body = site.judged.articles[item.written.source].body
    for part, (start, end) in zip(parts, spans, strict=True):
        before, (exact, _), after = pieces[part - 1 : part + 2]
        prefix = before[0].removeprefix(_CUT).rpartition(OMITTED)[2]
        suffix = after[0].removesuffix(_CUT).partition(OMITTED)[0]
        lead, trail = _room(body, start, end)
        words = _words(exact, prefix[max(len(prefix) - lead, 0) :], suffix[:trail])
        yield f"{words}, {_place(start, end)}"


def _room(body: Sequence[tuple[int, int]], start: int, end: int) -> tuple[int, int]:
    """Say how far the body goes on before and after a place until something is cut out of it.

    A page's context leaves out what the body omits; a selector must not, or it finds nothing.
    """
    first = bisect_right(body, (start, sys.maxsize)) - 1
    last = bisect_right(body, (end - 1, sys.maxsize)) - 1
    lead = start - body[first][0] if first >= 0 and start <= body[first][1] else 0
    trail = max(body[last][1] - end, 0) if last >= 0 else 0
    return lead, trail


def _words(exact: str, prefix: str = "", suffix: str = "") -> str:
    around = f', "prefix": {as_json(prefix)}' if prefix else ""
    if suffix:
        around += f', "suffix": {as_json(suffix)}'
    return f'{{"type": "TextQuoteSelector", "exact": {as_json(exact)}{around}}}'


def _place(start: int, end: int) -> str:
    return f'{{"type": "TextPositionSelector", "start": {start}, "end": {end}}}'
