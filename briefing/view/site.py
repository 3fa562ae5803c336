"""What pages share: addresses, cards, who speaks on what, who cites what."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.values import dataclass
from briefing.view import passages

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.language.messages import Messages
    from briefing.model.history import Event
    from briefing.model.judged import Judged, JudgedItem, Judgement
    from briefing.model.look import StaticFile
    from briefing.model.pages import Frame, Link, Plain
    from briefing.prose import Prose
    from briefing.view.cards import ClaimCard, SourceCard
    from briefing.view.passages import Passage
    from briefing.view.period_mentions import TimelineEntry
    from briefing.view.routes import Route
    from briefing.view.tiers import Tier, Weighed


@dataclass(frozen=True, slots=True)
class Site:
    """A judged briefing with what its pages look up; each page is made from this alone."""

    judged: Judged
    say: Messages
    """What readers read, in the language of the briefing."""
    static: Mapping[str, StaticFile | Plain]
    """Files that go out as they are, by their address: the look's own, and marks for hosts."""
    indexed: bool
    """Whether there will be an index to search by."""
    frame: Frame
    routes: Mapping[str, Route]
    claims: Mapping[str, ClaimCard]
    sources: Mapping[str, SourceCard]
    newest: str | None
    """The source whose date begins last."""
    narratives: Mapping[str, Prose]
    """By topic id, and `index`."""
    former: Mapping[str, str]
    """A claim's id by each id that it had."""
    citing: Mapping[str, tuple[Link, ...]]
    """The pages whose narrative cites a claim, by its id."""
    tiers: Mapping[str, Tier]
    """What each claim weighs, by its id."""
    weighed: Mapping[str, Weighed]
    """The claims of the whole briefing by what they weigh, under `tiers.ALL`."""
    filtered: Mapping[str, Mapping[str, int]]
    """How many claims have each value that they can be filtered by, by the name of the filter."""
    by_topic: Mapping[str, tuple[str, ...]]
    """Claim ids, those that weigh most first, else in the author's order."""
    beside: Mapping[str, tuple[Link | None, Link | None]]
    """The topics before and after a topic, by its id."""
    place: Mapping[str, int]
    """The position of a claim within its topic, from 0."""
    voice_names: Mapping[str, str]
    """What each voice is called, by its id."""
    by_voice: Mapping[str, tuple[str, ...]]
    """Source ids."""
    by_publisher: Mapping[str, tuple[str, ...]]
    """Source ids."""
    pairs: Mapping[str, tuple[str, ...]]
    """The sources worth reading side by side with a source, by its id."""
    passages: Mapping[str, tuple[Passage, ...]]
    """By source id, in the order of its text."""
    passage_hrefs: Mapping[tuple[str, str], str]
    """The address of a passage by source id and passage id."""
    dates: Mapping[str, tuple[str | None, str | None]]
    """When editions first held a claim and last moved its verdict, as ISO dates, by its id."""
    timeline: Mapping[int, TimelineEntry]
    """What sources say of periods, by the position in the timeline, from 0."""
    events: Mapping[str, tuple[Event, ...]]
    """What editions did to a claim, the oldest first, by its id."""

    @property
    def paths(self) -> tuple[str, ...]:
        """Every address of the site, relative to its root, with forward slashes."""
        return (*self.routes, *self.frame.data, *self.static)

    def holds(self, path: str) -> bool:
        """Say whether this is one of `paths`."""
        return path in self.routes or path in self.static or path in self.frame.data

    def judgements_on(self, topic: str) -> tuple[Judgement, ...]:
        """Give the judgements of a topic's claims, in the order of its page."""
        return tuple(self.judged.judgements[id_] for id_ in self.by_topic.get(topic, ()))

    def passage_href(self, item: JudgedItem) -> str:
        """Give the address of the passage that an item quotes."""
        return self.passage_hrefs[item.written.source, passages.passage_id(item.anchor)]

    def pieces(self, item: JudgedItem) -> tuple[tuple[str, bool], ...]:
        """Give an item's passage as (text, quoted), nothing where only a link may be published."""
        return () if self._links_only(item) else item.anchor.pieces

    def quote(self, item: JudgedItem) -> str | None:
        """Give the quote as its author wrote it, None where only a link may be published."""
        return None if self._links_only(item) else item.written.quote.text

    def words(self, item: JudgedItem) -> str | None:
        """Give the quoted words as a page shows them, with `[…]` where a body omits some."""
        return None if self._links_only(item) else passages.quoted_words(item)

    def voice_name(self, id_: str) -> str:
        """Say what a voice is called."""
        return self.voice_names.get(id_, id_)

    def _links_only(self, item: JudgedItem) -> bool:
        return self.judged.content.sources[item.written.source].publish == "links"
