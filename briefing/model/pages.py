"""What stands on each page of the site, ready to be set by a template.

Every address in here is relative to the site's root; a template puts `page.root` before it.
Texts are plain and are escaped by the template; only `Html` goes out as it is. Words that a
reader sees are chosen here, so that templates hold layout and fixed labels only.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class Html:
    """HTML that is safe as it stands; made by `briefing.prose`, and by `render` of the look."""

    text: str

    def __html__(self) -> str:
        """Return the text: what an autoescaping template asks for."""
        return self.text


@dataclass(frozen=True, slots=True)
class Link:
    """A text that leads to a page of the site."""

    href: str
    text: str


@dataclass(frozen=True, slots=True)
class Day:
    """A date as a reader wants it: `iso` for machines where it is known.

    `note` says why, where a known date is inferred or an unknown one stays unknown.
    """

    text: str
    iso: str | None
    note: str | None


@dataclass(frozen=True, slots=True)
class ClaimCard:
    """A claim wherever it is named."""

    id: str
    href: str
    statement: str
    verdict: str
    """The verdict's word; the style sheet gives it its glyph and colour."""
    phrase: str
    """The reason in a few words, to stand beside the verdict: `one voice, three articles`."""
    sentence: str
    """Why, in one sentence."""
    values: str | None
    """The figures that voices give where they do not agree: `11% or 13%`."""
    topic: Link
    label: str | None
    """What sort of statement it is, where that matters: `opinion`, `shared view`."""
    computed: bool
    """Whether its verdict is that of the claims it is computed from."""
    key: bool


@dataclass(frozen=True, slots=True)
class SourceCard:
    """A source wherever it is named."""

    id: str
    href: str
    title: str
    publisher: Link | None
    publisher_name: str
    publisher_note: str | None
    """Why, where the publisher is inferred."""
    author: str | None
    apart: str | None
    """What tells it from its publisher's other articles: author, `unsigned`, if need be the date."""
    who: str
    """Publisher, and what tells its articles apart."""
    day: Day
    byline: str
    """Publisher, author and date as one text, each marked where it is inferred."""
    ai: str | None
    """A few words where software wrote it or may have; None where it did not or is not known."""


@dataclass(frozen=True, slots=True)
class Tally:
    """How many claims carry each verdict, and where each part of a bar of 100 begins and ends."""

    total: int
    bars: tuple[Bar, ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """One verdict's share of some claims, in hundredths of the bar."""

    verdict: str
    count: int
    computed: int
    """How many of these are computed from other claims."""
    start: float
    width: float


@dataclass(frozen=True, slots=True)
class Quoted:
    """Words of a source and the way into their passage."""

    text: str | None
    """None where only a link may be published."""
    context: str
    """Address of the passage."""
    origin: str | None
    """Who is quoted as saying it, if not the article."""


@dataclass(frozen=True, slots=True)
class Reference:
    """One footnote mark in a sentence, and its note in short for the margin."""

    number: int
    id: str
    note_id: str
    stance: str
    source: SourceCard
    quote: Quoted
    """The first of the note's quotes."""


@dataclass(frozen=True, slots=True)
class CitedClaim:
    """A verdict in a sentence and the notes that it rests on."""

    claim: ClaimCard
    references: tuple[Reference, ...]
    more: int
    """How many notes are left to the claim's own page."""


@dataclass(frozen=True, slots=True)
class Cited:
    """A citation in a narrative, resolved."""

    claims: tuple[CitedClaim, ...]


@dataclass(frozen=True, slots=True)
class Note:
    """One endnote: what one source says for a claim, or against it, or of it."""

    number: int
    id: str
    quotes: tuple[Quoted, ...]
    more: int
    """How many further quotes are left to the claim's own page."""
    stance: str
    claim: ClaimCard
    source: SourceCard
    back: tuple[str, ...]
    """Ids of the marks that lead here."""


@dataclass(frozen=True, slots=True)
class NarrativeView:
    """A narrative ready to be set, with its endnotes in order."""

    parts: tuple[Html | Cited, ...]
    notes: tuple[Note, ...]


@dataclass(frozen=True, slots=True)
class Pager:
    """Where a long list goes on."""

    number: int
    count: int
    links: tuple[Link, ...]
    previous: str | None
    next: str | None


@dataclass(frozen=True, slots=True)
class TopicCard:
    """A topic wherever it is listed."""

    href: str
    title: str
    tally: Tally
    matrix: SmallMatrix | None
    """None where no source speaks on it, or where too many topics come before."""


@dataclass(frozen=True, slots=True)
class Cell:
    """What one source does to one claim, and where."""

    stance: str
    """`supports`, `disputes`, `mentions`, `silent` or `unexamined`."""
    href: str | None


@dataclass(frozen=True, slots=True)
class MatrixRow:
    """A claim and what each of the matrix's sources does to it."""

    claim: ClaimCard
    cells: tuple[Cell, ...]
    rest: str
    """How many of them say nothing, in words; empty where all speak."""


@dataclass(frozen=True, slots=True)
class Matrix:
    """Claims by sources, those of one voice together; `left_out` sources have no column for want of room."""

    sources: tuple[SourceCard, ...]
    rows: tuple[MatrixRow, ...]
    legend: tuple[tuple[str, str, str], ...]
    """The stances that occur: name, word and meaning."""
    left_out: int
    computed: int
    """How many claims have no row, since no source says what is computed."""


@dataclass(frozen=True, slots=True)
class Marks:
    """What a source does to claims, as a path per stance for a drawing 16 high."""

    stance: str
    path: str


@dataclass(frozen=True, slots=True)
class SmallRow:
    """A source, how many claims it supports, disputes and mentions, and which of those drawn."""

    source: SourceCard
    counts: tuple[tuple[str, int], ...]
    """By stance; each is there."""
    marks: tuple[Marks, ...]


@dataclass(frozen=True, slots=True)
class Stretch:
    """Claims of one verdict that stand side by side, in units of the drawing."""

    verdict: str
    start: int
    width: int


@dataclass(frozen=True, slots=True)
class SmallMatrix:
    """A topic's matrix small enough for a list of topics: claims by verdict, sources as rows."""

    rows: tuple[SmallRow, ...]
    width: int
    """Of the drawing; 0 where there are too many claims to draw."""
    stretches: tuple[Stretch, ...]
    """The verdicts of the claims drawn, from left to right."""
    left_out: int
    """Sources that speak on fewer claims and have no row."""


@dataclass(frozen=True, slots=True)
class SourceGroup:
    """Sources of one publisher; None: of none that is named and described."""

    publisher: PublisherCard | None
    sources: tuple[SourceCard, ...]


@dataclass(frozen=True, slots=True)
class Overview:
    """The front page."""

    narrative: NarrativeView | None
    as_of: Day | None
    tally: Tally
    legend: str
    """What the verdicts mean, a short sentence each."""
    reach: str
    """What was read, and up to when."""
    echo: str | None
    """The echo gap in one sentence; None where there are no claims."""
    disputed: tuple[ClaimCard, ...]
    """Those on which sources themselves differ."""
    more_disputed: int
    computed: Mapping[str, tuple[ClaimCard, ...]]
    """Disputed claims that are computed, by the id of the disputed claim that they rest on."""
    key: tuple[ClaimCard, ...]
    """What the author calls the key claims, but for those that are disputed."""
    topics: tuple[TopicCard, ...]
    sources: tuple[SourceGroup, ...]
    more_sources: int
    latest: EditionView | None
    """What changed last; None where no edition was recorded."""


@dataclass(frozen=True, slots=True)
class TopicPage:
    """A topic's narrative, its claims and who speaks on them."""

    as_of: Day | None
    narrative: NarrativeView | None
    tally: Tally
    claims: tuple[ClaimCard, ...]
    strips: tuple[Strip, ...]
    """Where values differ."""
    matrix: Matrix | None
    pager: Pager | None
    before: Link | None
    """The topic before this one."""
    after: Link | None


@dataclass(frozen=True, slots=True)
class Testimony:
    """One piece of evidence on its claim's page."""

    pieces: tuple[tuple[str, bool], ...]
    """The passage in its context as (text, quoted); empty where only a link may be published."""
    context: str
    origin: str | None
    figure: str | None
    comparison: str | None
    inferred: str | None
    """Why the analyst reads something into the words that they do not say."""
    because: str | None
    """Why the analyst takes the words as the page does, where nothing is read into them."""
    set_aside: str | None


@dataclass(frozen=True, slots=True)
class Witness:
    """One article and all it says on one side of a claim."""

    source: SourceCard
    items: tuple[Testimony, ...]


@dataclass(frozen=True, slots=True)
class Speaker:
    """One voice and its articles on one side of a claim."""

    name: str
    bundle: str | None
    """That several articles count once; None for a voice of one article."""
    witnesses: tuple[Witness, ...]


@dataclass(frozen=True, slots=True)
class Side:
    """All that supports a claim, or disputes it, or mentions it."""

    stance: str
    heading: str
    speakers: tuple[Speaker, ...]


@dataclass(frozen=True, slots=True)
class FigureRow:
    """A figure with the interval its words stand for."""

    who: str
    href: str | None
    words: str
    interval: str
    period: str
    outcome: str | None
    """`same`, `compatible`, `different` or `not-comparable`; None for the claim's own."""
    comparison: str
    """The same in words."""


@dataclass(frozen=True, slots=True)
class Stroke:
    """Where an interval is drawn, in hundredths of the axis's width, ready for SVG."""

    left: str
    right: str
    width: str
    value: str | None
    """The written number; None for a range or a bound, which has none inside."""
    open_low: bool
    open_high: bool


@dataclass(frozen=True, slots=True)
class StripRow:
    """A figure drawn as the interval its words stand for, and who gives it."""

    who: str
    articles: str | None
    """How many articles, where these are more than the voices."""
    words: str
    stance: str | None
    """None for the claim's own figure."""
    relation: str
    """How it stands to the claim's own, in words."""
    interval: str
    stroke: Stroke


@dataclass(frozen=True, slots=True)
class Tick:
    """A number marked on an axis; `side` says where its label is anchored, as SVG calls it."""

    at: str
    side: str
    text: str


@dataclass(frozen=True, slots=True)
class Strip:
    """A claim's figures on one axis, the claim's own first."""

    claim: ClaimCard
    band: Stroke
    """The claim's own interval, to be seen behind every row."""
    rows: tuple[StripRow, ...]
    ticks: tuple[Tick, ...]
    unit: str
    """What the numbers of the ticks count; empty where they say it themselves."""
    left_out: int
    """How many positions have another unit, or no room."""


@dataclass(frozen=True, slots=True)
class Receipt:
    """Why the verdict is what it is."""

    rule: str
    counted_for: tuple[str, ...]
    counted_against: tuple[str, ...]
    set_aside: tuple[tuple[SourceCard, str], ...]
    counts: str | None
    pivotal: tuple[str, ...]
    flips: tuple[str, ...]
    articles: str
    """What counting articles would have said."""
    echo_gap: bool


@dataclass(frozen=True, slots=True)
class Caution:
    """A caveat: its name and what it means here."""

    name: str
    text: str


@dataclass(frozen=True, slots=True)
class WorkingInput:
    """A figure that a derived claim is computed from, and where it comes from."""

    name: str
    words: str
    interval: str
    claim: ClaimCard
    source: SourceCard | None
    """Whose figure it is, where it is one source's and not the claim's own."""


@dataclass(frozen=True, slots=True)
class Working:
    """How a derived claim is computed."""

    formula: str
    steps: str
    """The formula with the figures in place of their names, and the result."""
    inputs: tuple[WorkingInput, ...]


@dataclass(frozen=True, slots=True)
class Turn:
    """Something that happened to a claim's verdict; `day` is None where no edition holds it yet."""

    day: Day | None
    href: str
    text: str
    why: str


@dataclass(frozen=True, slots=True)
class ClaimPage:
    """A claim and everything that was found for and against it."""

    claim: ClaimCard
    facts: tuple[tuple[str, str], ...]
    """What defines the claim, as (label, value): period, measure, whom it is about."""
    note: str | None
    working: Working | None
    """None for a claim that rests on quotes."""
    sides: tuple[Side, ...]
    strip: Strip | None
    """Its figures drawn; None where there are no two to set beside one another."""
    figures: tuple[FigureRow, ...]
    receipt: Receipt
    cautions: tuple[Caution, ...]
    history: tuple[Turn, ...]
    """The oldest first; empty where no edition was recorded."""
    citation: str
    """How to name this claim and its verdict elsewhere, as plain text."""
    address: str
    """Where it will stay: in full where the site's address is known, else from its root."""
    cited_in: tuple[Link, ...]
    former: tuple[str, ...]
    before: Link | None
    after: Link | None
    pager: Pager | None


@dataclass(frozen=True, slots=True)
class ClaimRow:
    """A claim in the list of all, with what it can be found by; `sources` are ids with blanks between."""

    claim: ClaimCard
    topic: str
    kind: str
    sources: str


@dataclass(frozen=True, slots=True)
class Option:
    """A value to filter by, and how many rows of the page have it."""

    value: str
    text: str
    count: int


@dataclass(frozen=True, slots=True)
class Choice:
    """One thing to filter by; `name` is that of the field and of the rows' data."""

    name: str
    label: str
    options: tuple[Option, ...]


@dataclass(frozen=True, slots=True)
class ClaimList:
    """All claims, or one page's worth of them, by topic."""

    tally: Tally
    groups: tuple[tuple[Link, tuple[ClaimRow, ...]], ...]
    choices: tuple[Choice, ...]
    count: int
    """Rows of this page."""
    pager: Pager | None


@dataclass(frozen=True, slots=True)
class Event:
    """A period in words, as exact as it is known; `iso` is there for a day, a month or a year."""

    text: str
    iso: str | None


@dataclass(frozen=True, slots=True)
class Told:
    """What a source says of a claim."""

    claim: ClaimCard
    stance: str
    words: str | None
    """The figure in the source's words, where there is one."""
    context: str


@dataclass(frozen=True, slots=True)
class ToldOfPeriod:
    """A period and what one source says of it."""

    event: Event
    told: tuple[Told, ...]


@dataclass(frozen=True, slots=True)
class Report:
    """A source and all that it says about periods."""

    source: SourceCard
    periods: tuple[ToldOfPeriod, ...]


@dataclass(frozen=True, slots=True)
class TimelineGroup:
    """The sources of one date of publication, which is a day or a longer period; None: unknown."""

    published: Event | None
    reports: tuple[Report, ...]


@dataclass(frozen=True, slots=True)
class Timeline:
    """What was said about which period, by when it was said."""

    groups: tuple[TimelineGroup, ...]
    pager: Pager | None


@dataclass(frozen=True, slots=True)
class Use:
    """A claim that a passage speaks to."""

    claim: ClaimCard
    stance: str


@dataclass(frozen=True, slots=True)
class Run:
    """A stretch of a source's text: passages that begin here, the text, how many end after it."""

    opens: tuple[PassageMark, ...]
    text: str
    closes: int


@dataclass(frozen=True, slots=True)
class PassageMark:
    """Where a passage begins; `id` is empty where one goes on after another that it crosses."""

    id: str
    stance: str


@dataclass(frozen=True, slots=True)
class Passage:
    """Words of a source that are evidence, and what for."""

    id: str
    number: int
    quote: str | None
    original: str | None
    """Where it stands in the original; None where no address is known."""
    uses: tuple[Use, ...]


@dataclass(frozen=True, slots=True)
class Excerpt:
    """A stretch of a source with its passages marked, and those passages."""

    runs: tuple[Run, ...]
    passages: tuple[Passage, ...]


@dataclass(frozen=True, slots=True)
class GroundView:
    """Quoted grounds of a grade or flag."""

    quote: str
    source: SourceCard | None


@dataclass(frozen=True, slots=True)
class Statement:
    """Something said of a source or publisher, why, and the words that show it."""

    text: str
    because: str | None
    grounds: tuple[GroundView, ...]


@dataclass(frozen=True, slots=True)
class SetAsideView:
    """Words of an article that no claim is about, and why; no words where none may be published."""

    quote: str | None
    why: str


@dataclass(frozen=True, slots=True)
class AccountView:
    """What becomes of all that an article says."""

    said: str
    """Whether it was gone through as a whole, in a sentence."""
    shares: tuple[str, ...]
    """What share of its figures and sentences is accounted for, a sentence each."""
    set_aside: tuple[SetAsideView, ...]
    more_set_aside: int
    starts: str | None
    """The words with which the body starts, where it is cut there."""
    ends: str | None
    cut: tuple[str, ...]
    """Passages cut from within the body, as far as they may be published."""
    cut_count: int


@dataclass(frozen=True, slots=True)
class SourcePage:
    """A source, where it comes from, and the passages that this briefing uses."""

    source: SourceCard
    voice: str
    """How it counts, in a sentence."""
    authorship: Statement
    url: str | None
    rights: str
    notes: tuple[str, ...]
    account: AccountView
    full: tuple[Run, ...]
    """The whole text with its passages marked; empty unless it may be published."""
    excerpts: tuple[Excerpt, ...]
    passage_count: int
    claim_count: int
    file: str
    sha256: str
    pager: Pager | None


@dataclass(frozen=True, slots=True)
class SourceList:
    """All sources, or one page's worth of them."""

    sources: tuple[tuple[SourceCard, int], ...]
    """With how many claims each speaks on."""
    pager: Pager | None


@dataclass(frozen=True, slots=True)
class PublisherCard:
    """A publisher wherever it is listed."""

    href: str
    name: str
    grade: str
    reliability: str
    """What the letter of the grade means."""
    flags: tuple[str, ...]
    source_count: int


@dataclass(frozen=True, slots=True)
class PublisherPage:
    """A publisher, its grade and flags with their grounds, and its articles."""

    card: PublisherCard
    url: str | None
    grade: Statement
    flags: tuple[Statement, ...]
    voice: str
    notes: tuple[str, ...]
    sources: tuple[SourceCard, ...]
    pager: Pager | None


@dataclass(frozen=True, slots=True)
class PublisherList:
    """All publishers, or one page's worth of them."""

    publishers: tuple[PublisherCard, ...]
    pager: Pager | None


@dataclass(frozen=True, slots=True)
class Rule:
    """A word of the method, what it means, and how often it occurs here."""

    name: str
    text: str
    count: int


@dataclass(frozen=True, slots=True)
class VoiceRow:
    """A voice that holds several sources, and which."""

    name: str
    why: str
    sources: tuple[SourceCard, ...]
    more: int


@dataclass(frozen=True, slots=True)
class GradeRow:
    """A letter or digit of the Admiralty scale, its meaning, and how many publishers have it."""

    mark: str
    meaning: str
    publishers: int


@dataclass(frozen=True, slots=True)
class Extent:
    """How often each rule of the method was at work in this briefing, as plain counts."""

    articles: int
    publishers: int
    voices: int
    claims: int
    voices_needed: int
    one_article: int
    """Claims that rest on one article and one voice."""
    in_words: int
    """Claims without a figure, on whose quotes the analyst decides."""
    computed: int
    converted: int
    """Claims that declare an exchange rate."""
    lowered: int
    """Quotes whose figures agree or differ, and which the analyst lets only mention."""
    inferred: int
    """Quotes into whose words the analyst reads a period, measure, scope or standing."""
    one_origin: int
    """Claims whose support all goes back to one speaker."""
    cut: int
    """Passages cut from within the bodies of articles."""
    set_aside: int
    """Passages that no claim is about, each with a reason."""
    outside: int
    """Quotes taken from outside a body."""
    accounted: int
    """Articles of which every figure and check-worthy sentence is accounted for."""
    undated: int
    dates_inferred: int
    unnamed: int
    """Articles whose publisher is not named, and which reprint nothing that is known."""
    by_software: int
    """Articles that say software wrote them."""
    perhaps_by_software: int


@dataclass(frozen=True, slots=True)
class Method:
    """The rules in plain words with this briefing's own counts."""

    tally: Tally
    extent: Extent
    counts: tuple[tuple[str, int], ...]
    reasons: Mapping[str, tuple[Rule, ...]]
    """By verdict."""
    caveats: tuple[Rule, ...]
    voices: tuple[VoiceRow, ...]
    inferred: tuple[SourceCard, ...]
    """Sources whose publisher is inferred, as many as there is room for."""
    more_inferred: int
    reliability: tuple[GradeRow, ...]
    credibility: tuple[GradeRow, ...]
    echo: str | None


@dataclass(frozen=True, slots=True)
class MovedVerdict:
    """A claim whose verdict changed; `claim` is None where it is gone since."""

    claim: ClaimCard | None
    id: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class EditionView:
    """One edition and what it changed."""

    id: str
    """Its place on the page, for good: editions are counted from the first."""
    day: Day
    why: str
    summary: str
    moved: tuple[MovedVerdict, ...]
    added: tuple[ClaimCard, ...]
    removed: tuple[str, ...]
    sources: tuple[SourceCard, ...]


@dataclass(frozen=True, slots=True)
class ChangesPage:
    """All editions, the newest first."""

    editions: tuple[EditionView, ...]


@dataclass(frozen=True, slots=True)
class SearchPage:
    """The page to search from."""

    indexed: bool
    """Whether the site has an index; without one, searching leads to the list of claims."""


@dataclass(frozen=True, slots=True)
class Moved:
    """A claim's former address."""

    claim: ClaimCard


@dataclass(frozen=True, slots=True)
class Missing:
    """The page for addresses that do not exist."""


Body = (
    Overview
    | TopicPage
    | ClaimPage
    | ClaimList
    | Timeline
    | SourcePage
    | SourceList
    | PublisherPage
    | PublisherList
    | Method
    | ChangesPage
    | SearchPage
    | Moved
    | Missing
)


@dataclass(frozen=True, slots=True)
class Frame:
    """What all pages share."""

    title: str
    language: str
    nav: tuple[Link, ...]
    base: str | None
    """The site's address with a slash at its end, where it is known."""
    data: frozenset[str]
    """The files for programs that there are; feeds and sitemap need the site's address."""


@dataclass(frozen=True, slots=True)
class Page:
    """One page of HTML."""

    path: str
    root: str | None
    """What leads from this page to the site's root: `../`; None where nothing does."""
    template: str
    title: str
    description: str
    section: str
    """The address in the navigation that this page belongs to."""
    frame: Frame
    body: Body
    structured: Mapping[str, object] | None
    """What programs are told within the page, as JSON-LD; None where there is nothing to add."""


@dataclass(frozen=True, slots=True)
class Plain:
    """A file that no template sets."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True)
class Record:
    """What a search finds at one address: words to look through, and what a result shows of them."""

    href: str
    title: str
    kind: str
    """What stands there, in a word: `claim`, `article`, `topic`."""
    verdict: str | None
    """The verdict's word; None where there is no claim."""
    text: str
