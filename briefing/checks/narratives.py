"""Hold every narrative to the claims that it cites, each as a unit that reads these claims alone, and to an answer."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.checks.binding import check_binding
from briefing.diagnostics import diagnostic

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefing.diagnostics import Diagnostic
    from briefing.model.judged import Judged, Judgement
    from briefing.prose import Prose
    from briefing.units import Units


_METHOD = "method"
"""The page whose rules stand above what its narrative adds."""
_LIKE = "begin with a paragraph of one sentence and a list of three to five findings"


def check_narratives(
    narratives: Mapping[str, Prose], judged: Judged, former: Mapping[str, str], unit: Units
) -> Iterator[Diagnostic]:
    """Check the figures of each narrative, by page, against the claims that it cites.

    A narrative with sections and no answer above them is reported.

    `former` maps former ids of claims to present ones.
    """
    judgements, sources = judged.judgements, judged.content.sources
    for page, narrative in narratives.items():
        targets = (target.claim for one in narrative.citations for target in one.targets)
        ids = (id_ if id_ in judgements else former.get(id_, "") for id_ in targets)
        cited = {id_: judgements[id_] for id_ in ids if id_ in judgements}
        spoken = {
            item.source: sources[item.source].language
            for one in cited.values()
            for item in one.claim.items
            if item.source in sources
        }
        language, unread = judged.content.settings.language, judged.content.unread
        if narrative.answer is None and narrative.headings and page != _METHOD:
            yield _unanswered(narrative)
        yield from unit(
            ("binding", page), _bound, narrative, cited, former, language, spoken, unread
        )


def _unanswered(narrative: Prose) -> Diagnostic:
    first = narrative.blocks[0]
    message = "the page has sections and no answer above them"
    return diagnostic("answer-missing", first.at(0, len(first.text)), message, hint=_LIKE)


def _bound(
    narrative: Prose,
    cited: Mapping[str, Judgement],
    former: Mapping[str, str],
    language: str,
    languages: Mapping[str, str],
    unread: frozenset[str],
) -> tuple[Diagnostic, ...]:
    return tuple(check_binding(narrative, cited, former, language, languages, unread))
