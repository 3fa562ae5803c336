"""What the list of all claims can be filtered by: what each claim is found by, and what there is to choose."""

from __future__ import annotations

from collections import Counter
from itertools import chain
from typing import TYPE_CHECKING

from briefing.model.verdict import Verdict
from briefing.values import dataclass
from briefing.view import tiers, words

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

    from briefing.model.judged import Judgement
    from briefing.view.site import Site
    from briefing.view.tiers import Tier

MOST_SOURCES = 200
"""Sources to choose from in a page's own form: those that speak on most claims."""
_NAME = 60
"""How much of a source's name a choice shows, in characters."""


@dataclass(frozen=True, slots=True)
class FilterOption:
    """A value to filter by, and how many claims have it."""

    value: str
    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Filter:
    """One thing to filter by; `name` is that of the field and of the rows' data."""

    name: str
    label: str
    options: tuple[FilterOption, ...]


def counts(
    judgements: Mapping[str, Judgement], of: Mapping[str, Tier]
) -> Mapping[str, Mapping[str, int]]:
    """Count the claims of each value, by the name of the filter; `of` is the tier of each claim."""
    held = judgements.values()
    return {
        "tier": Counter(one.value for one in of.values()),
        "topic": Counter(one.claim.topic for one in held),
        "verdict": Counter(one.verdict.value for one in held),
        "kind": Counter(one.kind for one in held),
        "source": Counter(chain.from_iterable(map(speakers, held))),
    }


def speakers(judgement: Judgement) -> Sequence[str]:
    """Name the sources that speak on a claim, each once."""
    return tuple({item.written.source: None for item in judgement.items})


def offered(site: Site) -> tuple[Sequence[str], Sequence[str]]:
    """Give the sources to choose from, those that speak on most claims, and all others that speak."""
    spoken = Counter(site.filtered["source"])
    ordered = [source for source, _ in spoken.most_common()]
    return ordered[:MOST_SOURCES], ordered[MOST_SOURCES:]


def filters(site: Site) -> Iterator[Filter]:
    """Give what there is to choose from, each with how many claims it leaves."""
    say = site.say
    topics = {topic.id: topic.title for topic in site.judged.content.settings.topics}
    kinds = {kind: say(word) for kind, word in words.KINDS.items()}
    yield _filter(
        site, "tier", say("Weight"), {one: say(word) for one, word in tiers.TIERS.items()}
    )
    yield _filter(site, "topic", say("Topic"), topics)
    yield _filter(site, "verdict", say("Verdict"), {one: say.word(one) for one in Verdict})
    yield _filter(site, "kind", say("Kind"), kinds)
    yield Filter("source", say("Source"), options(site, offered(site)[0]))


def options(site: Site, sources: Sequence[str]) -> tuple[FilterOption, ...]:
    """Offer sources by their names."""
    found = site.filtered["source"]
    named = sorted((_name(site, id_), id_) for id_ in sources)
    return tuple(FilterOption(id_, name, found[id_]) for name, id_ in named)


def _filter(site: Site, name: str, label: str, names: Mapping[str, str]) -> Filter:
    """Offer the values that occur, in the order of their names."""
    found = site.filtered[name]
    made = (
        FilterOption(str(one), text, found[one]) for one, text in names.items() if found.get(one)
    )
    return Filter(name, label, tuple(made))


def _name(site: Site, id_: str) -> str:
    source = site.sources[id_]
    return words.clipped(f"{source.who}: {source.title}", _NAME)
