"""Hold every narrative to the claims that it cites, each as a unit that reads these claims alone."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.checks.binding import check_binding

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from briefing.diagnostics import Diagnostic
    from briefing.model.judged import Judged, Judgement
    from briefing.prose import Prose
    from briefing.units import Units


def check_narratives(
    narratives: Mapping[str, Prose], judged: Judged, former: Mapping[str, str], unit: Units
) -> Iterator[Diagnostic]:
    """Check the figures of each narrative, by page, against the claims that it cites.

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
        yield from unit(
            ("binding", page), _bound, narrative, cited, former, language, spoken, unread
        )


def _bound(
    narrative: Prose,
    cited: Mapping[str, Judgement],
    former: Mapping[str, str],
    language: str,
    languages: Mapping[str, str],
    unread: frozenset[str],
) -> tuple[Diagnostic, ...]:
    return tuple(check_binding(narrative, cited, former, language, languages, unread))
