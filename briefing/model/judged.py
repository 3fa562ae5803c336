"""What the stages find: where quotes stand, what they say of a claim, and the verdict.

Types of fields are imported at run time, as `units` reads values back by them.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from enum import StrEnum
from typing import Literal

from briefing.diagnostics import Diagnostic, Span
from briefing.model.content import Claim, ClaimKind, Content, Item
from briefing.model.figures import Comparison, Computed, Figure, Quantity
from briefing.model.periods import Period
from briefing.model.verdict import Verdict
from briefing.values import dataclass


class Stance(StrEnum):
    """What a quote does to a claim. There is no "partly"."""

    SUPPORTS = "supports"
    DISPUTES = "disputes"
    MENTIONS = "mentions"


class Reason(StrEnum):
    """Which rule gave the verdict."""

    FIGURE_MISMATCH = "figure-mismatch"
    CONTRADICTION = "contradiction"
    SELF_CONTRADICTION = "self-contradiction"
    REPORTED_DISPUTE = "reported-dispute"
    CONTRADICTED = "contradicted"
    INDEPENDENT_VOICES = "independent-voices"
    TOO_FEW_VOICES = "too-few-voices"
    SAME_VOICE_ECHO = "same-voice-echo"
    SINGLE_SOURCE = "single-source"
    INCONSISTENT_SOURCE = "inconsistent-source"
    NOT_COMPARABLE = "not-comparable"
    MENTION_ONLY = "mention-only"
    NO_EVIDENCE = "no-evidence"
    DERIVED = "derived"
    DERIVED_ROBUST = "derived-robust"
    DERIVED_OWN_FIGURES = "derived-own-figures"


class Caveat(StrEnum):
    """What a reader should weigh beside a verdict; it changes nothing."""

    ONE_ORIGIN = "one-origin"
    AI_GENERATED_ONLY = "ai-generated-only"
    AI_PIVOTAL = "ai-pivotal"
    UNNAMED_PUBLISHER = "unnamed-publisher"
    INFERRED_SCOPE = "inferred-scope"
    STALE = "stale"


@dataclass(frozen=True, slots=True)
class CutFigure:
    """A figure of a quote that is another one in the sentence around it: 7 out of "5 to 7".

    `start` is where the quote as written has it, in code points. `whole` is the figure that the
    sentence gives there, None where it gives none; `is_part` says that its words speak of a part.
    """

    start: int
    whole: Quantity | None
    is_part: bool


@dataclass(frozen=True, slots=True)
class Anchor:
    """Where a quote is.

    `spans` are code points of the article's text, 0-based, end exclusive, in order; `line` is the
    line of the first, from 1. `pieces` is the passage in its context as (text, quoted) pairs, with
    `[…]` where the body omits words; `context` is its span. `cut` holds the figures of the quote that
    it cuts. `page` is the page of a PDF file, from 1.
    """

    spans: tuple[tuple[int, int], ...]
    line: int
    pieces: tuple[tuple[str, bool], ...]
    context: tuple[int, int]
    cut: tuple[CutFigure, ...] = ()
    page: int | None = None
    in_row: bool = False
    """Whether the quote is from a row of bare numbers."""


@dataclass(frozen=True, slots=True)
class Share:
    """How many of some parts of an article are claimed, set aside with a reason, or left."""

    claimed: int
    set_aside: int
    left: int

    @property
    def total(self) -> int:
        """How many there are."""
        return self.claimed + self.set_aside + self.left


@dataclass(frozen=True, slots=True)
class Account:
    """How much of an article's body the briefing accounts for.

    A figure is accounted for where a quote, or words set aside, hold it whole; a check-worthy
    sentence where they hold a part of it. What is left is told with its place.
    """

    figures: Share
    sentences: Share
    left: tuple[Diagnostic, ...]


@dataclass(frozen=True, slots=True)
class AnchoredArticle:
    """What is kept of an article once its quotes stand.

    `text` is the whole text only where the source is published in full, else None.
    """

    source: str
    sha256: str
    text_sha256: str | None
    language: str
    """The BCP 47 tag in which it is read: its source's, or `und` if it is visibly in another."""
    body: tuple[tuple[int, int], ...]
    """The spans of the body in the text, omissions cut out."""
    anchors: Mapping[Span, Anchor]
    """By the place of the evidence in the claims file."""
    text: str | None
    account: Account | None
    """None where nobody asked for one."""


@dataclass(frozen=True, slots=True)
class JudgedItem:
    """One item of a claim, judged."""

    written: Item
    """As the author wrote it."""
    anchor: Anchor
    stance: Stance
    """As computed, before any source is set aside."""
    counted: bool
    """Whether it takes part in the verdict; mentions and sources that say both do not."""
    voice: str
    speaker: str | None
    """Whom the article relays, by the item's own word or its claim's; None where it speaks itself.
    One name under a claim is spelled in one way, as the author did first."""
    origin: str | None
    """Who says it: the entity its speaker speaks for, else the speaker, else the voice's id; None for
    an unattributed repeat."""
    figure: Figure | None
    comparison: Comparison | None
    inferred: str | None
    """Why the author reads a period, measure, scope or basis into the words."""
    because: str | None = None
    """Any other reason that the author gives: for the stance, or for the speaker."""
    is_undated: bool = False
    """Whether it tells of a result beside other articles and not of which period."""

    @property
    def says_both(self) -> bool:
        """Whether it does not count because its source says both in the same speaker's name."""
        return self.stance is not Stance.MENTIONS and not self.counted


@dataclass(frozen=True, slots=True)
class Counts:
    """How many articles, voices and origins support a claim."""

    articles: int
    voices: int
    origins: int


@dataclass(frozen=True, slots=True)
class InputFigure:
    """A figure that a derived claim is computed from."""

    name: str
    """As the formula calls it."""
    claim: str
    source: str | None
    figure: Figure


@dataclass(frozen=True, slots=True)
class Derivation:
    """How a derived claim is computed."""

    formula: str
    inputs: tuple[InputFigure, ...]
    computed: Computed


@dataclass(frozen=True, slots=True)
class Position:
    """One of the figures that sources give where they do not all agree."""

    figure: Figure
    items: tuple[int, ...]
    """Indices of the items that give it, in the author's order."""
    voices: tuple[str, ...]
    """Voices behind these items, sorted."""
    stance: Stance


@dataclass(frozen=True, slots=True)
class Spread:
    """How far the counted positions of a dispute lie apart at most."""

    percent: Decimal | None
    """The widest distance in percent of the claim's figure; None where that figure is zero."""
    is_opposite: bool
    """Whether one position is above zero and another below."""
    points: Decimal | None = None
    """The widest distance in percentage points; None where the figures are no percentages."""


@dataclass(frozen=True, slots=True)
class Judgement:
    """A claim's verdict and its receipt."""

    claim: Claim
    kind: ClaimKind
    figure: Figure | None
    verdict: Verdict
    reason: Reason
    shared_view: bool
    """An opinion or forecast that two voices hold: agreement on a view, not on a fact."""
    caveats: tuple[Caveat, ...]
    counts: Counts
    supporting: tuple[str, ...]
    """Voices that support, sorted."""
    disputing: tuple[str, ...]
    article_count_verdict: Verdict
    """What counting articles instead of voices would have given."""
    pivotal: tuple[str, ...]
    """Voices whose removal changes the verdict, sorted."""
    items: tuple[JudgedItem, ...]
    """In the author's order."""
    input_verdicts: tuple[Verdict, ...]
    """What each input of a derived claim counts as."""
    derivation: Derivation | None
    """The working of a derived claim; None for any other, and where it cannot be computed."""
    positions: tuple[Position, ...]
    """The comparable figures that items give, from the lowest; empty for a claim in words."""
    spread: Spread | None
    """How far the figures of a disputed claim lie apart; None where figures do not dispute it."""

    @property
    def period(self) -> Period | None:
        """The period that the claim declares, else the one that its statement gives its figure."""
        return self.figure.period if self.figure else self.claim.period

    @property
    def echo_gap(self) -> bool:
        """Whether counting articles would have given another verdict."""
        return self.article_count_verdict is not self.verdict


@dataclass(frozen=True, slots=True)
class Voice:
    """What counts once, and how to call it."""

    id: str
    name: str
    kind: Literal["publisher", "family", "work", "unnamed"]


@dataclass(frozen=True, slots=True)
class Judged:
    """The whole briefing, judged: what the pages are made of."""

    content: Content
    articles: Mapping[str, AnchoredArticle]
    """By source id."""
    voices: Mapping[str, Voice]
    """By voice id."""
    voice_of: Mapping[str, str]
    """Voice id of each source id."""
    judgements: Mapping[str, Judgement]
    """By claim id, in the order of topics, then of the author."""
    as_of: str | None
    """ISO date: declared, else the newest content date, else None."""
