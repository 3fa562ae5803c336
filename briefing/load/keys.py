"""The shape of each author's file, for `located.decode` and the JSON Schemas.

If an author may write a short form (text for a mapping), the reader of that file widens it first, so the
forms describe only the long form. A trailing underscore avoids Python's keywords.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import Any, ClassVar, Literal

from briefing.model.content import USUAL_LIMITS

BasisName = Literal["actual", "plan", "target", "forecast", "estimate", "run-rate"]
RightsName = Literal["excerpts", "full", "links"]

CLOSED: dict[str, Any] = {
    "extra": "forbid",
    "alias_generator": lambda name: name.rstrip("_"),
    "str_max_length": 100_000,
    "str_min_length": 1,
    "str_strip_whitespace": True,
}


@dataclass(frozen=True, slots=True)
class TopicForm:
    """A topic of `briefing.yaml`."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED
    id: str
    title: str


@dataclass(frozen=True, slots=True)
class EntityForm:
    """An entity of `briefing.yaml`."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED
    name: str | None = None
    fiscal_year_end: str | None = None
    speakers: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class CorroborationForm:
    """How many independent voices corroborate a claim."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED
    voices: int = 2


@dataclass(frozen=True, slots=True)
class LimitsForm:
    """How large articles may be."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED
    article_bytes: int = USUAL_LIMITS.article_bytes
    html_elements: int = USUAL_LIMITS.html_elements


@dataclass(frozen=True, slots=True)
class SettingsForm:
    """`briefing.yaml`."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED
    title: str
    topics: tuple[TopicForm, ...]
    as_of: str | None = None
    language: str = "en"
    site_url: str | None = None
    corrections: str | None = None
    publish: RightsName = "excerpts"
    corroboration: CorroborationForm = field(default_factory=CorroborationForm)
    limits: LimitsForm = field(default_factory=LimitsForm)
    entities: dict[str, EntityForm | None] = field(default_factory=dict)
    severities: dict[str, Literal["error", "warning", "note", "off"]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class GroundForm:
    """Quoted words and the source they are in."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED
    quote: str
    source: str | None = None


@dataclass(frozen=True, slots=True)
class InferredForm:
    """A value, and why where the author infers it."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED
    value: str
    because: str | None = None


@dataclass(frozen=True, slots=True)
class AuthorshipForm:
    """Whether software wrote an article."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED
    value: Literal["yes", "no", "suspected", "unknown"]
    grounds: tuple[GroundForm, ...] = ()
    because: str | None = None


@dataclass(frozen=True, slots=True)
class BodyForm:
    """The first and last words of an article's body, inclusive."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED
    starts: str | None = None
    ends: str | None = None


@dataclass(frozen=True, slots=True)
class DerivationForm:
    """What a source reprints."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED
    source: str | None = None
    work: str | None = None


@dataclass(frozen=True, slots=True)
class SetAsideForm:
    """Words of an article that no claim is about, and why."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED
    quote: str
    why: str


@dataclass(frozen=True, slots=True)
class NoticeForm:
    """When a publisher withdrew or corrected an article, and why."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED
    on: str
    why: str | None = None


@dataclass(frozen=True, slots=True)
class SourceForm:
    """An entry of `content/sources.yaml`."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED
    file: str
    title: str
    publisher: InferredForm | None = None
    author: str | None = None
    published: InferredForm | None = None
    url: str | None = None
    archive: str | None = None
    retracted: NoticeForm | None = None
    corrected: NoticeForm | None = None
    body: BodyForm | None = None
    omit: tuple[str, ...] = ()
    account: Literal["full", "partial"] = "partial"
    set_aside: tuple[SetAsideForm, ...] = ()
    ai_generated: AuthorshipForm | None = None
    derived_from: DerivationForm | None = None
    publish: RightsName | None = None
    language: str | None = None
    selector: str | None = None
    yen: Literal["CNY", "JPY"] | None = None
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class GradeForm:
    """An Admiralty grade."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED
    reliability: Literal["A", "B", "C", "D", "E", "F"] = "F"
    credibility: Literal["1", "2", "3", "4", "5", "6"] = "6"
    because: str | None = None
    grounds: tuple[GroundForm, ...] = ()


@dataclass(frozen=True, slots=True)
class FlagForm:
    """Something a reader should know of a publisher."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED
    text: str
    grounds: tuple[GroundForm, ...] = ()


@dataclass(frozen=True, slots=True)
class PublisherForm:
    """An entry of `content/publishers.yaml`."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED
    name: str
    voice: str | None = None
    url: str | None = None
    grade: GradeForm | None = None
    flags: tuple[FlagForm, ...] = ()
    notes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class AboutForm:
    """Defaults for every claim of a file."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED
    kind: Literal["opinion", "forecast", "attribution"] | None = None
    basis: BasisName | None = None
    entity: str | None = None
    measure: str | None = None
    period: str | None = None
    scope: str | None = None
    per: Literal["year", "total"] | None = None
    origin: str | None = None


@dataclass(frozen=True, slots=True)
class ReviewForm:
    """Who reviewed a claim, when, and the digest of what was there to be seen."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED
    by: str
    on: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ClaimForm(AboutForm):
    """A claim, without its items, which are read one at a time."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED
    claim: str
    figure: str | None = None
    key: bool = False
    note: str | None = None
    topic: str | None = None
    review_by: str | None = None
    reviewed: ReviewForm | None = None
    aliases: tuple[str, ...] = ()
    rate: dict[str, str] | None = None
    formula: str | None = None
    inputs: dict[str, str] | None = None
    quotes: tuple[Any, ...] = ()
    for_: tuple[Any, ...] = ()
    against: tuple[Any, ...] = ()
    mentions: tuple[Any, ...] = ()


@dataclass(frozen=True, slots=True)
class BecauseForm:
    """Reasons by what each explains: another key of the item, or its stance."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED
    all_: str | None = None
    period: str | None = None
    measure: str | None = None
    scope: str | None = None
    basis: str | None = None
    per: str | None = None
    attributed_to: str | None = None
    stance: str | None = None


@dataclass(frozen=True, slots=True)
class ItemForm:
    """One item in the long form."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED
    source: str
    quote: str
    translation: str | None = None
    figure: str | None = None
    period: str | None = None
    measure: str | None = None
    scope: str | None = None
    basis: BasisName | None = None
    per: Literal["year", "total"] | None = None
    because: BecauseForm | None = None
    attributed_to: str | None = None
    prefix: str | None = None
    suffix: str | None = None
    outside_body: str | None = None
    first_hand: str | None = None
    head: str | None = None


@dataclass(frozen=True, slots=True)
class ClaimsForm:
    """A file of `content/claims/`, without its claims, which are read one at a time."""

    __pydantic_config__: ClassVar[dict[str, Any]] = CLOSED
    topic: str
    claims: dict[str, Any] | None = None
    about: AboutForm = field(default_factory=AboutForm)
