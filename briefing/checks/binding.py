"""Hold a narrative's figures to its citations.

A sentence that holds a figure cites, and the figure equals, by *same*, a figure of a cited claim or
of its evidence. Bare years, ordinals and names are no figures, and plain counts of the briefing's
own things ("five articles", "two voices") need no citation.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING

from briefing.diagnostics import Diagnostic, diagnostic
from briefing.figures import quantities_agree, read
from briefing.language import known, table
from briefing.model.figures import QuantityKind
from briefing.quotes import sentence_ends

if TYPE_CHECKING:
    from collections.abc import Collection, Iterator, Mapping

    from briefing.model.figures import Quantity
    from briefing.model.judged import Judgement
    from briefing.prose import Block, Citation, Prose

_figures = lru_cache(4096)(read)
"""Narratives cite the same claims again and again, and the next run of a preview reads them again."""
MOST_NAMED = 4
"""Figures of the cited claims that a diagnostic lists."""


def check_binding(
    narrative: Prose,
    judgements: Mapping[str, Judgement],
    former: Mapping[str, str],
    language: str,
    languages: Mapping[str, str],
    unread: Collection[str] = (),
) -> Iterator[Diagnostic]:
    """Find figures of a narrative that cite nothing, or something else.

    `former` maps former ids of claims to present ones; `language` is the BCP 47 tag of the
    narrative and of statements, `languages` holds those of sources by id; `unread` holds
    `claim/source` of items that could not be read. A citation that is malformed, of a claim that is not there or of one that was
    not read whole is another rule's business, and binds whatever figure stands beside it.
    """
    partly = frozenset(item.partition("/")[0] for item in unread if "/" in item)
    tables = known(language)
    own_things = frozenset(table(tables, "narratives")["own_things"]) if tables else frozenset()
    for block in narrative.blocks:
        for start, end, cited in _sentences(block, language):
            for quantity in _figures(block.text[start:end], language):
                if quantity.kind is QuantityKind.ORDINAL or quantity.unit in own_things:
                    continue
                at = block.at(start + quantity.start, start + quantity.end)
                if not cited:
                    message = f"'{quantity.text}' is in a sentence that cites no claim"
                    hint = "cite its claim, for example [@claim-id]"
                    yield diagnostic("unbound-figure", at, message, hint=hint)
                    continue
                theirs = _known(cited, judgements, former, partly, (language, languages))
                if theirs is None or any(quantities_agree(quantity, one) for one in theirs):
                    continue
                texts = list(dict.fromkeys(one.text for one in theirs))[:MOST_NAMED]
                message = (
                    f"'{quantity.text}' is not a figure of the claims that this sentence cites"
                )
                hint = (
                    f"the cited figures are {', '.join(texts)}"
                    if texts
                    else "the cited claims have no figures"
                )
                if quantity.text in texts:
                    hint = (
                        "the words around it give it a different direction from the cited figures"
                    )
                yield diagnostic("figure-differs", at, message, hint=hint)


def _sentences(block: Block, language: str) -> Iterator[tuple[int, int, tuple[Citation, ...]]]:
    """Yield each sentence of a block, as offsets of its text, with its citations.

    A citation after the full stop belongs to the sentence before it. A table's row is one.
    """
    start = taken = 0
    for _, following in (*sentence_ends(block.text, language), (0, len(block.text))):
        first = taken
        while taken < len(block.citations) and block.citations[taken][0] <= following:
            taken += 1
        held = block.citations[first:taken]
        yield start, following, tuple(citation for _, citation in held)
        start = following


def _known(
    cited: tuple[Citation, ...],
    judgements: Mapping[str, Judgement],
    former: Mapping[str, str],
    partly: frozenset[str],
    languages: tuple[str, Mapping[str, str]],
) -> tuple[Quantity, ...] | None:
    """Gather the figures of what is cited; None where something cited is not there, or not whole.

    Quotes count as the author wrote them: whether they stand is another rule's business too.
    """
    known: list[Quantity] = []
    for target in (target for citation in cited for target in citation.targets):
        judgement = judgements.get(target.claim) or judgements.get(former.get(target.claim, ""))
        if judgement is None or judgement.claim.id in partly:
            return None
        known += _figures(judgement.claim.statement.text, languages[0])
        for item in judgement.claim.items:
            if target.source in (None, item.source):
                known += _figures(item.quote.text, languages[1].get(item.source, languages[0]))
    return None if any(not citation.targets for citation in cited) else tuple(known)
