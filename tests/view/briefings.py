"""Build judged briefings by hand, so that pages can be tried without the stages before them."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from functools import cache
from itertools import pairwise
from pathlib import Path
from types import MappingProxyType
from typing import Any

from briefing import render, resources, view
from briefing.diagnostics import Diagnostic, Span
from briefing.language.messages import ENGLISH
from briefing.model.content import (
    Authorship,
    Claim,
    Content,
    Dating,
    Flag,
    Grade,
    Ground,
    Item,
    Narrative,
    Publisher,
    Settings,
    Source,
    Topic,
    Words,
)
from briefing.model.figures import Basis, Figure, Outcome, Quantity, QuantityKind
from briefing.model.figures import Comparison as ComparedFigures
from briefing.model.figures import Rule as ComparedBy
from briefing.model.judged import (
    Anchor,
    AnchoredArticle,
    Counts,
    Judged,
    JudgedItem,
    Judgement,
    Reason,
    Stance,
    Voice,
)
from briefing.model.look import Look, StaticFile
from briefing.model.pages import Page
from briefing.model.periods import Period
from briefing.model.verdict import Verdict
from briefing.view import Site

NO_GRADE = Grade("F", "6", None, ())
"""What an undescribed publisher has."""


def words(text: str, file: str = "content/claims/capex.yaml") -> Words:
    return Words(text, Span(file))


def static_file(name: str, data: bytes) -> StaticFile:
    """Name a file of the package's `static/`, as if it held `data`."""
    digest = hashlib.sha256(data).hexdigest()
    return StaticFile(str(resources.static().parent), f"static/{name}", digest)


@cache
def default_look() -> Look:
    """Read the look that comes with the software."""
    texts = {path.name: path.read_text("utf-8") for path in resources.templates().iterdir()}
    static = {
        path.name: static_file(path.name, path.read_bytes())
        for path in sorted(resources.static().iterdir())
    }
    style = (resources.static() / "style.css").read_text("utf-8")
    both = texts | {f"default:{name}": text for name, text in texts.items()}
    return Look(MappingProxyType(both), MappingProxyType(static), style)


@dataclass(frozen=True)
class Article:
    """A source to be, and its text."""

    source: Source
    text: str


def article(id_: str, text: str, **fields: Any) -> Article:  # noqa: ANN401
    plain = Source(
        id=id_,
        at=Span("content/sources.yaml"),
        file=f"seeds/{id_}.txt",
        title=f"Title of {id_}",
        publisher=None,
        file_at=Span("content/sources.yaml"),
        publisher_at=Span("content/sources.yaml"),
        publisher_because=None,
        author=None,
        published=Dating("unknown", None, None),
        url=None,
        body_starts=None,
        body_ends=None,
        omit=(),
        account="partial",
        set_aside=(),
        ai_generated=Authorship(),
        derived_from=None,
        publish="excerpts",
        language="en",
        selector=None,
        yen=None,
        notes=(),
    )
    return Article(replace(plain, **fields), text)


def dated(iso: str, because: str | None = None) -> Dating:
    day = date.fromisoformat(iso)
    return Dating(iso, Period(iso, day, day), because)


def publisher(id_: str, name: str, **fields: Any) -> Publisher:  # noqa: ANN401
    at = Span("content/publishers.yaml")
    return replace(Publisher(id_, at, name, id_, None, NO_GRADE, (), ()), **fields)


def quote(source: str, text: str, stance: Stance = Stance.SUPPORTS, **fields: Any) -> JudgedItem:  # noqa: ANN401
    """Make an item; its anchor is found when the briefing is put together."""
    at = Span("content/claims/capex.yaml")
    evidence = Item(at, source, at, words(text), "for")
    evidence = replace(evidence, attributed_to=fields.pop("attributed_to", None))
    plain = JudgedItem(
        written=evidence,
        anchor=Anchor(((0, 0),), 1, (), (0, 0)),
        stance=stance,
        counted=stance is not Stance.MENTIONS,
        voice="",
        speaker=evidence.attributed_to,
        origin="",
        figure=None,
        comparison=None,
        inferred=None,
    )
    return replace(plain, **fields)


def judgement(
    id_: str,
    statement: str,
    verdict: Verdict,
    reason: Reason,
    items: Sequence[JudgedItem] = (),
    **fields: Any,  # noqa: ANN401
) -> Judgement:
    claim = Claim(
        id=id_,
        at=Span("content/claims/capex.yaml", 3, 1, 3, 1 + len(id_)),
        topic=fields.pop("topic", "capex"),
        statement=words(statement),
        figure=None,
        figure_none=False,
        kind=None,
        entity=None,
        measure=None,
        period=None,
        scope=None,
        basis=Basis.ACTUAL,
        per=None,
        origin=None,
        key=fields.pop("key", False),
        note=fields.pop("note", None),
        review_by=None,
        aliases=fields.pop("aliases", ()),
        rate=None,
        formula=None,
        inputs=(),
        items=tuple(item.written for item in items),
        keys_at=MappingProxyType({}),
    )
    supporting = [item for item in items if item.stance is Stance.SUPPORTS]
    sources = {item.written.source for item in supporting}
    plain = Judgement(
        claim=claim,
        kind="statement",
        figure=None,
        verdict=verdict,
        reason=reason,
        shared_view=False,
        caveats=(),
        counts=Counts(len(sources), len(sources), len(sources)),
        supporting=(),
        disputing=(),
        article_count_verdict=verdict,
        pivotal=(),
        items=tuple(items),
        input_verdicts=(),
        derivation=None,
        spread=None,
        positions=(),
    )
    return replace(plain, **fields)


def money(text: str, low: str, high: str) -> Figure:
    """Make a sum in dollars that stands for an interval of billions."""
    ends = (Decimal(low).scaleb(9), Decimal(high).scaleb(9))
    middle = (ends[0] + ends[1]) / 2
    quantity = Quantity(
        text, 0, len(text), QuantityKind.MONEY, "USD", middle, middle, *ends, Decimal(10**9)
    )
    return Figure(quantity, "capital spending", "alibaba")


def different() -> ComparedFigures:
    return ComparedFigures(Outcome.DIFFERENT, ComparedBy.APART)


def judged(
    articles: Sequence[Article] = (),
    publishers: Sequence[Publisher] = (),
    judgements: Sequence[Judgement] = (),
    narratives: Mapping[str, str] = MappingProxyType({}),
    topics: Sequence[str] = ("capex",),
    **settings: Any,  # noqa: ANN401
) -> Judged:
    """Put a judged briefing together: quotes are found, voices are the publishers'."""
    texts = {one.source.id: one.text for one in articles}
    voice_of = {
        one.source.id: next(
            (who.voice for who in publishers if who.id == one.source.publisher), one.source.id
        )
        for one in articles
    }
    names = {who.voice: who.name for who in publishers}
    voices = {
        id_: Voice(id_, names.get(id_, id_), "publisher")
        for id_ in dict.fromkeys(voice_of.values())
    }
    content = Content(
        settings=Settings(
            title=settings.pop("title", "A briefing"),
            topics=tuple(
                Topic(
                    id_,
                    id_.replace("-", " ").capitalize(),
                    Span("briefing.yaml", 4 + n, 7, 4 + n, 12),
                )
                for n, id_ in enumerate(topics)
            ),
            **settings,
        ),
        sources={one.source.id: one.source for one in articles},
        publishers={one.id: one for one in publishers},
        claims={one.claim.id: one.claim for one in judgements},
        narratives={
            page: Narrative(
                page, "content/index.md" if page == "index" else f"content/topics/{page}.md", text
            )
            for page, text in narratives.items()
        },
    )
    anchored = {
        one.claim.id: replace(
            one, items=tuple(_anchored(item, texts, voice_of) for item in one.items)
        )
        for one in judgements
    }
    return Judged(
        content=content,
        articles={
            one.source.id: AnchoredArticle(
                source=one.source.id,
                sha256="0" * 64,
                text_sha256=None,
                language="en",
                body=((0, len(one.text)),),
                anchors={},
                text=one.text if one.source.publish == "full" else None,
                account=None,
            )
            for one in articles
        },
        voices=voices,
        voice_of=voice_of,
        judgements=anchored,
        as_of="2025-11-20",
    )


def _anchored(
    item: JudgedItem, texts: Mapping[str, str], voice_of: Mapping[str, str]
) -> JudgedItem:
    """Find an item's quote, elisions written `…`, with forty characters of context."""
    source = item.written.source
    text = texts[source]
    spans: list[tuple[int, int]] = []
    at = 0
    for part in item.written.quote.text.split("…"):
        start = text.index(part.strip(), at)
        at = start + len(part.strip())
        spans.append((start, at))
    edges = [max(spans[0][0] - 40, 0), *(edge for span in spans for edge in span), at + 40]
    pieces = tuple(
        (text[start:end], number % 2 == 1)
        for number, (start, end) in enumerate(pairwise(edges))
        if text[start:end]
    )
    anchor = Anchor(
        tuple(spans), text.count("\n", 0, spans[0][0]) + 1, pieces, (edges[0], edges[-1])
    )
    voice = voice_of[source]
    origin = item.written.attributed_to or voice
    return replace(item, anchor=anchor, voice=item.voice or voice, origin=item.origin or origin)


REPORT = "Alibaba plans to invest $52 billion in AI over three years. It lags behind some rivals."
NEWS = "Alibaba said it plans to invest 380 billion yuan ($52.4 billion) over the next three years."
SECOND = (
    "With $53 billion at stake, Alibaba plans to invest in chips. AI is a once-in-a-lifetime bet."
)


def example() -> Judged:
    """Make a small briefing with one of everything."""
    ai = Authorship("yes", (Ground(words("Generated by AI Agent"), "cruz"),), None)
    return judged(
        articles=(
            article(
                "morgan",
                REPORT,
                publisher="ainvest",
                author="Clyde Morgan",
                published=dated("2025-02-24"),
            ),
            article("cruz", SECOND, publisher="ainvest", ai_generated=ai, publish="full"),
            article(
                "news",
                NEWS,
                publisher="investing",
                published=dated("2025-02-24", "from its heading"),
            ),
        ),
        publishers=(
            publisher(
                "ainvest",
                "AInvest",
                flags=(
                    Flag(
                        "Publishes machine-written articles", (Ground(words("AI Agent"), "cruz"),)
                    ),
                ),
            ),
            publisher("investing", "Investing.com", url="https://www.investing.com/"),
        ),
        judgements=(
            judgement(
                "capex-usd",
                "Alibaba plans to invest $52.4 billion.",
                Verdict.DISPUTED,
                Reason.FIGURE_MISMATCH,
                (
                    quote("news", "$52.4 billion", figure=money("$52.4 billion", "52.35", "52.45")),
                    quote(
                        "cruz",
                        "$53 billion",
                        Stance.DISPUTES,
                        figure=money("$53 billion", "52.5", "53.5"),
                        comparison=different(),
                    ),
                ),
                figure=money("$52.4 billion", "52.35", "52.45"),
                key=True,
                aliases=("capex-dollars",),
                supporting=("investing",),
                disputing=("ainvest",),
            ),
            judgement(
                "capex-plan",
                "Alibaba plans to invest.",
                Verdict.CORROBORATED,
                Reason.INDEPENDENT_VOICES,
                (
                    quote("morgan", "plans to invest", attributed_to="Alibaba"),
                    quote("cruz", "plans to invest", inferred="its year is not stated"),
                    quote("news", "plans to invest … over the next three years"),
                ),
                supporting=("ainvest", "investing"),
            ),
            judgement(
                "capex-lags",
                "Alibaba lags behind rivals.",
                Verdict.UNSUPPORTED,
                Reason.SINGLE_SOURCE,
                (quote("morgan", "It lags behind some rivals"),),
                topic="risks",
                article_count_verdict=Verdict.CORROBORATED,
            ),
            judgement("capex-chips", "Chips are scarce.", Verdict.UNSUPPORTED, Reason.NO_EVIDENCE),
        ),
        narratives={
            "index": "Alibaba plans to invest. [@capex-plan] The sum is open. [@capex-usd]",
            "capex": "# Spending\n\nIt plans to. [@capex-plan; @capex-dollars/cruz] So says [@capex-plan/news].",
            "risks": "It lags. [@capex-lags]",
            "empty": "Nothing is known.",
        },
        topics=("capex", "risks", "empty"),
    )


@dataclass(frozen=True)
class Built:
    """A briefing's pages, made and set."""

    site: Site
    found: tuple[Diagnostic, ...]
    renderer: render.Renderer

    def html(self, path: str) -> str:
        data = self.file(path)
        assert isinstance(data, bytes), data
        return data.decode()

    def file(self, path: str) -> bytes | Diagnostic:
        page = view.page(self.site, path)
        if isinstance(page, StaticFile):
            return (Path(page.root) / page.name).read_bytes()
        return self.renderer.page(page)

    def page(self, path: str) -> Page:
        made = view.page(self.site, path)
        assert isinstance(made, Page)
        return made


@cache
def default_renderer() -> render.Renderer:
    """Return one renderer for all tests: compiling the templates takes longer than most of them."""
    return render.renderer(default_look(), ENGLISH)


def built(briefing: Judged, look: Look | None = None) -> Built:
    made, found = view.site(briefing, look or default_look())
    return Built(made, found, render.renderer(look, ENGLISH) if look else default_renderer())
