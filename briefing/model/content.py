"""What the files of a briefing say, after loading: the author's words, each with its place.

Types of fields are imported at run time, as `units` reads values back by them.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import field
from decimal import Decimal
from types import MappingProxyType
from typing import Literal

from briefing.diagnostics import Severity, Span
from briefing.model.figures import Basis
from briefing.model.history import NOTHING_YET, History
from briefing.model.periods import Period
from briefing.values import dataclass

Rights = Literal["excerpts", "full", "links"]
ClaimKind = Literal["statement", "opinion", "forecast", "attribution", "figure", "derived"]
Listed = Literal["quotes", "for", "against", "mentions"]
AiValue = Literal["yes", "no", "suspected", "unknown"]
ALL = "all"
"""What a reason explains that is written as one text."""
STANCE = "stance"
"""What a reason explains that is for the stance of an item."""


@dataclass(frozen=True, slots=True)
class Words:
    """A text that the author wrote, and where.

    `verbatim` says that the file holds exactly these characters on one line, so that a place
    inside the text can be shown in the file.
    """

    text: str
    at: Span
    verbatim: bool = False

    def inside(self, start: int, end: int) -> Span:
        """Give the place of `text[start:end]` in the file, or the whole where that is unknown."""
        if not self.verbatim:
            return self.at
        column = self.at.column
        return Span(self.at.file, self.at.line, column + start, self.at.line, column + end)


@dataclass(frozen=True, slots=True)
class Topic:
    """A subject with a page of its own."""

    id: str
    title: str
    at: Span


@dataclass(frozen=True, slots=True)
class Entity:
    """Whom figures are about; `fiscal_year_end` is `MM-DD` where it is declared."""

    id: str
    name: str
    fiscal_year_end: str | None
    at: Span
    speakers: tuple[str, ...] = ()
    """Who speaks for it beside itself, named as in `attributed_to`: all of them are one origin."""


@dataclass(frozen=True, slots=True)
class Limits:
    """How large an article may be; within the usual ones a build stays under 512 MiB."""

    article_bytes: int = 8_000_000
    """The size of an article's file."""
    html_elements: int = 150_000
    """How many elements and attributes an HTML file may have together."""


USUAL_LIMITS = Limits()


@dataclass(frozen=True, slots=True)
class Settings:
    """What `briefing.yaml` says."""

    title: str
    topics: tuple[Topic, ...]
    entities: Mapping[str, Entity] = field(default_factory=lambda: MappingProxyType({}))
    as_of: str | None = None
    """ISO date; where absent, the newest content date is used."""
    language: str = "en"
    site_url: str | None = None
    corrections: str | None = None
    """Where readers suggest corrections: a mail address, or the web address of a repository."""
    publish: Rights = "excerpts"
    corroboration_voices: int = 2
    limits: Limits = USUAL_LIMITS
    severities: Mapping[str, Severity] = field(default_factory=lambda: MappingProxyType({}))


@dataclass(frozen=True, slots=True)
class Dating:
    """When something was published: a day, month or year, or None for unknown."""

    text: str
    period: Period | None
    because: str | None
    """Why, where the date is inferred and not stated."""


@dataclass(frozen=True, slots=True)
class Ground:
    """Words quoted as the grounds of a grade, a flag or a date, and the source they are in."""

    quote: Words
    source: str | None


@dataclass(frozen=True, slots=True)
class Authorship:
    """Whether software wrote an article, and the words that show it."""

    value: AiValue = "unknown"
    grounds: tuple[Ground, ...] = ()
    because: str | None = None


@dataclass(frozen=True, slots=True)
class Reprint:
    """What a source reprints: another source of the briefing, or a named work outside it."""

    source: str | None
    work: str | None
    at: Span


@dataclass(frozen=True, slots=True)
class Notice:
    """That a publisher withdrew or corrected an article, when (an ISO date), and why."""

    on: str
    why: str | None


@dataclass(frozen=True, slots=True)
class SetAside:
    """Words of an article's body that no claim is about, and why."""

    quote: Words
    why: str


@dataclass(frozen=True, slots=True)
class Source:
    """One article as `content/sources.yaml` describes it."""

    id: str
    at: Span
    file: str
    """Relative to the project's root, with forward slashes."""
    file_at: Span
    title: str
    publisher: str | None
    """An id of `publishers.yaml`; None where the article names no publisher."""
    publisher_at: Span
    publisher_because: str | None
    """Why, where the publisher is inferred and not stated."""
    author: str | None
    published: Dating
    url: str | None
    body_starts: Words | None
    body_ends: Words | None
    omit: tuple[Words, ...]
    account: Literal["full", "partial"]
    set_aside: tuple[SetAside, ...]
    ai_generated: Authorship
    derived_from: Reprint | None
    publish: Rights
    language: str
    """BCP 47 tag: its own, or the project's."""
    selector: str | None
    """CSS selector of the article in an HTML file."""
    yen: Literal["CNY", "JPY"] | None
    """Whose currency a bare `¥` is in this article; None leaves it ambiguous."""
    notes: tuple[str, ...]
    archive: str | None = None
    """The address of a copy that does not change."""
    retracted: Notice | None = None
    corrected: Notice | None = None


@dataclass(frozen=True, slots=True)
class Article:
    """The text of one source as decoded (HTML: as extracted), with the digests of its bytes."""

    source: str
    file: str
    text: str
    sha256: str
    text_sha256: str | None
    """Digest of the extracted text in UTF-8; None unless the file is HTML."""
    lines: tuple[int, ...] = ()
    """For each line of the text of HTML or Markdown, the line of the file where it begins, from 1."""
    columns: tuple[int, ...] = ()
    """For each line of the text of HTML, the column of the file where its element begins, from 1."""
    pages: tuple[int, ...] = ()
    """For each line of the text of a PDF file, its page, from 1."""


@dataclass(frozen=True, slots=True)
class Flag:
    """Something a reader should know of a publisher, with its grounds."""

    text: str
    grounds: tuple[Ground, ...]


@dataclass(frozen=True, slots=True)
class Grade:
    """An Admiralty grade: reliability A to F and credibility 1 to 6, unknown being F and 6."""

    reliability: str
    credibility: str
    because: str | None
    grounds: tuple[Ground, ...]

    @property
    def is_given(self) -> bool:
        """Whether anybody graded at all."""
        return (self.reliability, self.credibility) != ("F", "6")


@dataclass(frozen=True, slots=True)
class Publisher:
    """Who puts articles out."""

    id: str
    at: Span
    name: str
    voice: str
    """The id under which it counts; its own unless it belongs to a family."""
    url: str | None
    grade: Grade
    flags: tuple[Flag, ...]
    notes: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Rate:
    """A declared exchange rate: one `base` is `value` `quote`, on a day."""

    base: str
    quote: str
    value: Decimal
    on: str
    at: Span


@dataclass(frozen=True, slots=True)
class Item:
    """One quote from one source, as the author listed it under a claim."""

    at: Span
    source: str
    source_at: Span
    quote: Words
    listed: Listed
    translation: Words | None = None
    """The analyst's own, in the project's language."""
    figure: Words | None = None
    period: Period | None = None
    """None: as the claim."""
    period_at: Span | None = None
    measure: str | None = None
    scope: str | None = None
    basis: Basis | None = None
    per: Literal["year", "total"] | None = None
    because: Mapping[str, str] = field(default_factory=lambda: MappingProxyType({}))
    """Why, by what each reason explains: `period` or another key, `stance`, or `all` for one text."""
    attributed_to: str | None = None
    prefix: Words | None = None
    suffix: Words | None = None
    outside_body: str | None = None
    head: Words | None = None
    """Words of the same article that give the scale or unit of its figure: the head of a table."""
    first_hand: str | None = None
    """Why it repeats nobody, though it names nobody."""


@dataclass(frozen=True, slots=True)
class Input:
    """A name in a formula and the figure it stands for: a claim's, or one of its items'."""

    name: str
    claim: str
    source: str | None
    at: Span


@dataclass(frozen=True, slots=True)
class Review:
    """Who reviewed a claim, on which ISO date, and the digest of what there was to see."""

    by: str
    on: str
    digest: str
    at: Span
    """The digest in the claims file."""


@dataclass(frozen=True, slots=True)
class Claim:
    """One checkable statement and everything that is listed for and against it."""

    id: str
    at: Span
    topic: str
    statement: Words
    figure: Words | None
    """The figure the author picked; None where the statement decides."""
    figure_none: bool
    """True where the author says that no figure of the statement is the point."""
    kind: Literal["opinion", "forecast", "attribution"] | None
    entity: str | None
    measure: str | None
    period: Period | None
    scope: str | None
    basis: Basis
    per: Literal["year", "total"] | None
    origin: str | None
    key: bool
    note: str | None
    review_by: str | None
    aliases: tuple[str, ...]
    rate: Rate | None
    formula: Words | None
    """What a derived claim is computed by; None for any other."""
    inputs: tuple[Input, ...]
    items: tuple[Item, ...]
    keys_at: Mapping[Listed, Span]
    """Where each list of items begins."""
    reviewed: Review | None = None


@dataclass(frozen=True, slots=True)
class Narrative:
    """A page's prose in Markdown."""

    page: str
    """A topic's id, or `index`."""
    file: str
    text: str


@dataclass(frozen=True, slots=True)
class Content:
    """Everything that the files of a briefing say, except the text of the articles."""

    settings: Settings
    sources: Mapping[str, Source]
    publishers: Mapping[str, Publisher]
    claims: Mapping[str, Claim]
    narratives: Mapping[str, Narrative]
    """By page: topic ids and `index`."""
    history: History = NOTHING_YET
    unread: frozenset[str] = frozenset()
    """Ids of claims (`claim`) and of their items (`claim/source`) that appear in a file and could
    not be read whole: to cite one is no second mistake."""
    unread_at: tuple[Span, ...] = ()
    """Where claims begin that are in a file and not in `claims`."""
    complete: bool = True
    """Whether every claims file could be read, so that an id which is not here is nowhere."""
