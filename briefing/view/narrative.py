"""Set a narrative: its answer first, a verdict in each sentence that cites, and its footnotes."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.values import dataclass
from briefing.view import reach, words
from briefing.view.citations import claim_of
from briefing.view.footnotes import Footnotes
from briefing.view.records import record

if TYPE_CHECKING:
    from briefing.model.pages import Html, Record
    from briefing.prose import Block, Heading
    from briefing.view.footnotes import CitedClaims, Footnote
    from briefing.view.site import Site

_LONGEST_ANSWER = 700
"""How many characters of an answer describe its page to those who share it."""

_SECTION = 2
"""The level of headings that divide a narrative."""


@dataclass(frozen=True, slots=True)
class NarrativeView:
    """A narrative ready for its template, with its footnotes in order."""

    answer: tuple[Html | CitedClaims, ...]
    """The sentence that opens it and its findings; empty where it begins otherwise."""
    parts: tuple[Html | CitedClaims, ...]
    """What follows; empty where the answer is all."""
    sections: tuple[Heading, ...]
    """Its headings of level 2, for a table of contents."""
    footnotes: tuple[Footnote, ...]
    citation: str
    """How to cite a sentence of it: with `{sentence}`, `{verdicts}` and `{address}` to be put in."""


def heading(site: Site, page: str) -> str:
    """Take the heading that opens a narrative, else the title that `briefing.yaml` gives."""
    prose = site.narratives.get(page)
    if prose and prose.title:
        return prose.title
    settings = site.judged.content.settings
    titles = {topic.id: topic.title for topic in settings.topics}
    return titles.get(page, settings.title)


def narrative(site: Site, page: str) -> NarrativeView | None:
    """Resolve the citations of a page's narrative and number its footnotes in the order of reading.

    None where the page has no narrative. What is cited but does not exist has been reported with
    the site and is left out here.
    """
    prose = site.narratives.get(page)
    if prose is None:
        return None
    footnotes = Footnotes(site)
    answer = footnotes.cite_all(prose.answer.parts) if prose.answer else ()
    parts = footnotes.cite_all(prose.parts)
    sections = tuple(one for one in prose.headings if one.level == _SECTION and one.text)
    return NarrativeView(answer, parts, sections, footnotes.listed(), _citation(site))


def _citation(site: Site) -> str:
    where = words.joined(site.say, site.frame.title, reach.up_to(site))
    return site.say(
        "“%(sentence)s” (%(verdicts)s) – %(where)s, %(address)s",
        sentence="{sentence}",
        verdicts="{verdicts}",
        where=where,
        address="{address}",
    )


def answer_in_words(site: Site, page: str) -> str | None:
    """Give a page's answer as plain text, with the verdict's word behind what is cited.

    None where its narrative opens with none.
    """
    prose = site.narratives.get(page)
    if prose is None or prose.answer is None:
        return None
    texts = " • ".join(_with_verdicts(site, block) for block in prose.answer.blocks)
    return words.clipped(" ".join(texts.split()), _LONGEST_ANSWER)


def _with_verdicts(site: Site, block: Block) -> str:
    pieces, at = [], 0
    for offset, citation in block.citations:
        ids = [claim_of(one, site.judged.judgements, site.former) for one in citation.targets]
        verdicts = dict.fromkeys(site.say.word(site.claims[id_].verdict) for id_ in ids if id_)
        told = site.say("(%(verdicts)s)", verdicts=site.say.listed(tuple(verdicts)))
        pieces += [block.text[at:offset].rstrip(), f" {told}" if verdicts else ""]
        at = offset
    return "".join((*pieces, block.text[at:])).strip()


def narrative_record(site: Site, page: str, kind: str) -> Record:
    """Give what a search finds in a page's narrative: its words, without its title and citations."""
    prose = site.narratives.get(page)
    texts = [block.text for block in prose.blocks[prose.title is not None :]] if prose else []
    return record(f"{page}.html", heading(site, page), kind, texts)
