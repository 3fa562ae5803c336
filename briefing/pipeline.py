"""String the stages together: load, anchor, judge, view, render, publish.

The one module that knows the order. Each stage takes the values of the one before and gives its
own with diagnostics; nothing is published while an error stands.
"""

from __future__ import annotations

from collections import defaultdict
from dataclasses import dataclass, replace
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefing import anchor, edition, judge, load, publish, render, view
from briefing.checks.binding import check_binding
from briefing.checks.drift import check_drift
from briefing.diagnostics import Diagnostic, Span, blocks, diagnostic, settle

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

    from briefing.model.content import Content, Evidence
    from briefing.model.history import Change
    from briefing.model.judged import Account, AnchoredArticle, Judged
    from briefing.model.look import Look
    from briefing.render import Renderer
    from briefing.view import Site

OUTPUT = "site"
_ILL_NAMED = frozenset({"bad-id", "duplicate-id"})
"""What says already that two pages want one address."""


@dataclass(frozen=True, slots=True)
class Examined:
    """A project as far as it could be followed, and everything found on the way."""

    found: tuple[Diagnostic, ...]
    """Settled: at the project's severities, sorted by place."""
    site: Site | None
    """None where `briefing.yaml` itself is at fault, so that nothing else was looked at."""
    renderer: Renderer | None
    look: Look | None = None
    """What the renderer sets pages in."""

    @property
    def unconfigured(self) -> bool:
        """Whether `briefing.yaml` itself is at fault."""
        return self.site is None

    @property
    def paths(self) -> tuple[str, ...]:
        """The POSIX path of every file of the site, static ones included."""
        return () if self.site is None else self.site.paths

    @property
    def articles(self) -> tuple[str, ...]:
        """The files of the source articles, as POSIX paths from the project's root."""
        if self.site is None:
            return ()
        return tuple(source.file for source in self.site.judged.content.sources.values())

    def holds(self, path: str) -> bool:
        """Say whether this is one of `paths`."""
        return self.site is not None and path in self.site.routes

    def file(self, path: str) -> bytes | Diagnostic:
        """Make one of `paths`; a mistake in a template comes back as a diagnostic."""
        if self.site is None or self.renderer is None:
            raise KeyError(path)
        return self.renderer.page(view.page(self.site, path))

    def files(self) -> Iterator[tuple[str, bytes]]:
        """Make every file of the site, one at a time, as (POSIX path, bytes)."""
        for path in self.paths:
            data = self.file(path)
            if isinstance(data, Diagnostic):
                raise _TemplateMistakeError(data)
            yield path, data


@dataclass(frozen=True, slots=True)
class Built:
    """What a build found and did; `published` is None where nothing was published."""

    examined: Examined
    published: publish.Published | None


class _TemplateMistakeError(Exception):
    """Ends the rendering of a site, whoever asks for its pages."""

    def __init__(self, found: Diagnostic) -> None:
        self.found = found


def examine(root: Path, before: Examined | None = None, *, accounted: bool = False) -> Examined:
    """Follow the project at `root` up to its pages, which are rendered only when asked for.

    The templates that an earlier examination has compiled are used again if they are the same.
    `accounted` accounts for every article, and not only for those that say `account: full`.
    """
    loaded = load.load(root)
    content = loaded.content
    if content is None:
        return Examined(settle(loaded.found, {}), site=None, renderer=None)
    judged, found = _judge(root, content, accounted=accounted)
    look, look_found = load.read_look(root)
    site, site_found = view.site(judged, look)
    if any(one.code in _ILL_NAMED for one in loaded.found):
        site_found = tuple(one for one in site_found if one.code != "page-collision")
    bound = [
        mistake
        for narrative in site.narratives.values()
        for mistake in check_binding(narrative, judged.judgements, site.former, content.unread)
    ]
    locked = content.history.locked
    drifted = check_drift(judged, locked) if locked is not None else ()
    everything = (*loaded.found, *found, *site_found, *bound, *drifted, *look_found)
    settled = settle(everything, content.settings.severities)
    known = before.renderer if before is not None and before.look == look else None
    return Examined(settled, site, known or render.renderer(look), look)


def _judge(
    root: Path, content: Content, *, accounted: bool
) -> tuple[Judged, tuple[Diagnostic, ...]]:
    """Read and anchor one article at a time, letting its text go, then judge every claim."""
    found: list[Diagnostic] = []
    articles: dict[str, AnchoredArticle] = {}
    quoted: dict[str, list[Evidence]] = defaultdict(list)
    for claim in content.claims.values():
        for evidence in claim.evidence:
            quoted[evidence.source].append(evidence)
    grounds = anchor.grounds_by_source(content)
    for source in content.sources.values():
        article = load.read_article(root, source)
        if isinstance(article, Diagnostic):
            found.append(article)
            continue
        articles[source.id], mistakes = anchor.anchor(
            source,
            article,
            tuple(quoted[source.id]),
            grounds.get(source.id, ()),
            accounted=accounted,
            whole=content.complete and not content.unread,
        )
        found.extend(mistakes)
    judged, mistakes = judge.judge(content, MappingProxyType(articles))
    return judged, (*found, *mistakes)


def check(root: Path) -> Examined:
    """Do all that a build does but for publishing: every page is rendered and let go."""
    examined = examine(root)
    if blocks(examined.found):
        return examined
    try:
        for _ in examined.files():
            pass
    except _TemplateMistakeError as mistake:
        return _with(examined, mistake.found)
    return examined


@dataclass(frozen=True, slots=True)
class Recorded:
    """What recording an edition found and wrote; `change` is None where nothing was recorded."""

    examined: Examined
    change: Change | None


def lock(root: Path, *, why: str, on: str) -> Recorded:
    """Record the project at `root` as an edition of the ISO date `on`, unless an error stands."""
    examined = examine(root)
    if examined.site is None or blocks(examined.found):
        return Recorded(examined, None)
    judged = examined.site.judged
    change, edits = edition.record(judged, judged.content.history, why=why, on=on)
    problem = publish.write_edits(root, edits)
    if problem is None:
        return Recorded(examined, change)
    refused = diagnostic("output-refused", Span("briefing.yaml"), problem.message)
    return Recorded(_with(examined, refused), None)


def coverage(root: Path) -> tuple[Examined, Mapping[str, Account]]:
    """Account for every article of the project at `root`, by the ids of the sources."""
    examined = examine(root, accounted=True)
    articles = examined.site.judged.articles if examined.site else {}
    held = {id_: one.account for id_, one in articles.items() if one.account is not None}
    return examined, MappingProxyType(held)


def build(root: Path, out: Path, *, strict: bool = False) -> Built:
    """Publish the project at `root` as the tree `out`, unless something found forbids it.

    What a killed run left half done is put right first, also where nothing is published now.
    """
    examined = examine(root)
    problem = publish.recover(out)
    if problem is not None:
        return Built(_with(examined, _refused(problem)), None)
    if blocks(examined.found, strict=strict):
        return Built(examined, None)
    try:
        outcome = publish.publish(examined.files(), out)
    except _TemplateMistakeError as mistake:
        return Built(_with(examined, mistake.found), None)
    if isinstance(outcome, publish.PublishProblem):
        return Built(_with(examined, _refused(outcome)), None)
    return Built(examined, outcome)


def _refused(problem: publish.PublishProblem) -> Diagnostic:
    return diagnostic("output-refused", Span("briefing.yaml"), problem.message, hint=problem.hint)


def _with(examined: Examined, found: Diagnostic) -> Examined:
    return replace(examined, found=settle((*examined.found, found), {}))
