"""The chart of a claim's figures as a drawing, and its figures as a table, each a file to take away."""

from __future__ import annotations

from textwrap import wrap
from typing import TYPE_CHECKING
from unicodedata import east_asian_width

from briefing.figures import as_record
from briefing.model.pages import Plain
from briefing.values import dataclass
from briefing.view import words
from briefing.view.exports.claims_csv import line, text_cell
from briefing.view.figure_chart import figure_chart, is_drawn
from briefing.view.pages.claim import citation
from briefing.view.routes import Address, Contents, PageKind

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

    from briefing.language.messages import Messages
    from briefing.model.figures import Figure
    from briefing.view.figure_chart import ChartRow, FigureChart
    from briefing.view.routes import Route
    from briefing.view.site import Site

COLUMNS = (
    *("claim", "source", "who", "title", "published", "speaker", "stance", "compared"),
    *("figure", "low", "high", "unit", "period", "page"),
)
_HEAD_LINE, _WHO_LINE, _FOOT_LINE = 60, 34, 96
"""How many characters of a drawing's heading, of its left column and of its foot appear on a line."""
_MOST_LINES = 2


@dataclass(frozen=True, slots=True)
class Drawing:
    """A chart to be set as SVG, with its texts in lines, since SVG breaks none."""

    chart: FigureChart
    heading: tuple[str, ...]
    rows: tuple[tuple[ChartRow, tuple[str, ...]], ...]
    """With who gives each figure."""
    foot: tuple[str, ...]
    """The citation: whose figures these are, as of when, and where they come from."""


def drawing(site: Site, route: Route) -> Contents:
    """Make the drawing of a claim's figures."""
    judgement = site.judged.judgements[route.id]
    chart = figure_chart(site, judgement)
    if chart is None:
        raise KeyError(route.path)
    card = site.claims[route.id]
    body = Drawing(
        chart=chart,
        heading=_wrapped(card.statement, _HEAD_LINE),
        rows=tuple((row, _lines(row, site.say)) for row in chart.rows),
        foot=_wrapped(citation(site, card), _FOOT_LINE),
    )
    return Contents(card.statement, card.sentence, "", body)


def _lines(row: ChartRow, say: Messages) -> tuple[str, ...]:
    who = words.joined(say, row.who, row.articles)
    return _wrapped(who, _WHO_LINE, max_lines=_MOST_LINES)


def _wrapped(text: str, width: int, max_lines: int | None = None) -> tuple[str, ...]:
    """Break a text into lines of so many characters, of half as many where these are wide."""
    if any(east_asian_width(letter) in "WF" for letter in text):
        width //= 2
    return tuple(wrap(text, width, max_lines=max_lines, placeholder="…"))


def table(site: Site, route: Route) -> Plain:
    """Write the figures of a claim as CSV, its own first, as `data/claims.csv` is written."""
    return Plain(route.path, "".join(map(line, (COLUMNS, *_rows(site, route.id)))).encode())


def _rows(site: Site, id_: str) -> Iterator[Sequence[str]]:
    judgement = site.judged.judgements[id_]
    if judgement.figure:
        yield (id_, *[""] * 7, *_figure(judgement.figure), "")
    for item in judgement.items:
        if item.figure is None:
            continue
        source = site.sources[item.written.source]
        outcome = item.comparison.outcome if item.comparison else None
        yield (
            id_,
            source.id,
            text_cell(source.who),
            text_cell(source.title),
            source.day.iso or "",
            text_cell(item.speaker or ""),
            item.stance.value,
            outcome.value if outcome else "",
            *_figure(item.figure),
            f"{site.frame.base or ''}{site.passage_href(item)}",
        )


def _figure(figure: Figure) -> Iterator[str]:
    record = as_record(figure)
    yield text_cell(record.get("text") or "")
    yield from (record.get(end) or "" for end in ("low", "high"))
    yield from (text_cell(record.get(name) or "") for name in ("unit", "period"))


def _drawings(site: Site) -> Iterator[Address]:
    return _addresses(site, "svg")


def _tables(site: Site) -> Iterator[Address]:
    return _addresses(site, "csv")


def _addresses(site: Site, ending: str) -> Iterator[Address]:
    for id_, one in site.judged.judgements.items():
        if is_drawn(one):
            yield Address(f"claims/{id_}.{ending}", id_, one.claim.at)


DRAWING = PageKind("chart.svg", _drawings, drawing, is_destination=False)
TABLE = PageKind("", _tables, table, is_destination=False)
