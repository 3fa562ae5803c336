"""The matrix of a topic: its claims by the sources that speak on them.

Where a source says nothing, it matters why: it is `silent` where every figure and check-worthy
sentence of its article was accounted for, and `not examined` where nobody went through all of it.
"""

from __future__ import annotations

from collections import Counter
from typing import TYPE_CHECKING

from briefing.model.pages import Cell, Matrix, MatrixRow
from briefing.view import words
from briefing.view.passages import weightiest

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from briefing.model.judged import Item, Judgement
    from briefing.view.site import Site

_MOST_COLUMNS = 16
"""A table wider than this is no longer read; the claims' own pages name everybody."""

_SILENT = Cell("silent", None)
_UNEXAMINED = Cell("unexamined", None)


def matrix(site: Site, ids: Sequence[str]) -> Matrix | None:
    """Lay claims out against the sources that speak on most of them; nobody says what is computed."""
    judgements = {id_: site.judged.judgements[id_] for id_ in ids}
    items = {id_: _by_source(one) for id_, one in judgements.items() if not one.claim.formula}
    spoken = Counter(source for sources in items.values() for source in sources)
    if not spoken:
        return None
    most = {source for source, _ in spoken.most_common(_MOST_COLUMNS)}
    columns = [source for source in site.sources if source in most]
    quiet = {one: _quiet(site, one) for one in columns}
    rows = tuple(_row(site, id_, sources, quiet) for id_, sources in items.items())
    used = {cell.stance for row in rows for cell in row.cells}
    return Matrix(
        sources=tuple(site.sources[one] for one in columns),
        rows=rows,
        legend=tuple((stance, *said) for stance, said in words.STANCES.items() if stance in used),
        left_out=len(spoken) - len(columns),
    )


def _by_source(judgement: Judgement) -> Mapping[str, Item]:
    """Choose the weightiest item of each source that speaks on a claim."""
    chosen: dict[str, Item] = {}
    for item in judgement.items:
        source = item.evidence.source
        chosen[source] = weightiest(chosen[source], item) if source in chosen else item
    return chosen


def _quiet(site: Site, source: str) -> Cell:
    """Say what it means that a source says nothing of a claim."""
    return _SILENT if site.judged.content.sources[source].account == "full" else _UNEXAMINED


def _row(site: Site, id_: str, items: Mapping[str, Item], quiet: Mapping[str, Cell]) -> MatrixRow:
    cells = tuple(
        Cell(items[one].stance.value, site.context(items[one])) if one in items else nothing
        for one, nothing in quiet.items()
    )
    return MatrixRow(site.claims[id_], cells, _rest(cells))


def _rest(cells: Iterable[Cell]) -> str:
    """Count the sources that say nothing, for where there is no room to list them."""
    counts = Counter(cell.stance for cell in cells if cell.href is None)
    return words.listed(
        [f"{words.number(count)} {words.STANCES[stance][0]}" for stance, count in counts.items()]
    )
