"""Run the stages in order: load, anchor, judge, view, render, publish.

Only this module knows the order. Each stage takes the values of the one before and returns its own
with diagnostics; nothing is published while there is an error.
"""

from __future__ import annotations

from contextlib import closing
from functools import partial
from types import MappingProxyType
from typing import TYPE_CHECKING

from briefing import dealing, load, publish, render, search, view
from briefing.checks.drift import check_drift
from briefing.checks.ignoring import without_ignored
from briefing.checks.narratives import check_narratives
from briefing.checks.reviews import check_reviews
from briefing.diagnostics import Diagnostic, Severity, Span, blocks, diagnostic, settle
from briefing.judging import judged_content
from briefing.model.look import StaticFile
from briefing.program import program
from briefing.publish import Unchanged
from briefing.rebuilding import LastBuild
from briefing.units import Store, anew, in_turn
from briefing.values import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterable, Mapping
    from pathlib import Path

    from briefing.model.judged import Account
    from briefing.model.pages import Page, Plain
    from briefing.render import Renderer
    from briefing.units import Each, Units
    from briefing.view import Site

    Waiting = Callable[[], None] | None

_ILL_NAMED = frozenset({"bad-id", "duplicate-id"})
"""Codes that already report two pages with one address."""


@dataclass(frozen=True, slots=True)
class Examined:
    """A project, as far as it could be read, and all findings."""

    found: tuple[Diagnostic, ...]
    """With the project's severities, sorted by place."""
    site: Site | None
    """None if `briefing.yaml` is invalid, so that nothing else was read."""
    renderer: Renderer | None
    ignored: int = 0
    """How many warnings and notes comments of the author leave out."""
    schemas: tuple[str, ...] = ()
    """The paths of schemas that comments of the author name."""

    @property
    def unconfigured(self) -> bool:
        """Whether `briefing.yaml` is invalid."""
        return self.site is None

    @property
    def paths(self) -> tuple[str, ...]:
        """The POSIX path of every file of the site, static files included."""
        return () if self.site is None else self.site.paths

    @property
    def articles(self) -> tuple[str, ...]:
        """The files of the source articles, as POSIX paths from the project's root."""
        if self.site is None:
            return ()
        return tuple(source.file for source in self.site.judged.content.sources.values())

    @property
    def looked_at(self) -> tuple[str, ...]:
        """The POSIX paths of the project that its YAML files name: articles and schemas."""
        return (*self.articles, *self.schemas)

    def holds(self, path: str) -> bool:
        """Return whether `path` is one of `paths`."""
        return self.site is not None and self.site.holds(path)

    def file(self, path: str) -> bytes | Diagnostic:
        """Make the file at one of `paths`; a mistake in a template is returned as a diagnostic."""
        if self.site is None:
            raise KeyError(path)
        return self.rendered(view.page(self.site, path))

    def rendered(self, page: Page | Plain | StaticFile) -> bytes | Diagnostic:
        """Turn a page of the site into the bytes of its file."""
        if isinstance(page, StaticFile):
            return load.read_static(page)
        if self.renderer is None:
            raise KeyError(page.path)
        return self.renderer.page(page)

    def also(self, found: Diagnostic) -> Examined:
        """Return the same with one more finding."""
        return replace(self, found=settle((*self.found, found), {}))


@dataclass(frozen=True, slots=True)
class Built:
    """What a build found and did; `published` is None if nothing was published."""

    examined: Examined
    published: publish.Published | None


class _PageMistakeError(Exception):
    """Stops the rendering of a site for any caller that iterates over its pages."""

    def __init__(self, found: Diagnostic) -> None:
        self.found = found


def _bytes(file: bytes | Diagnostic) -> bytes:
    if isinstance(file, Diagnostic):
        raise _PageMistakeError(file)
    return file


def examine(
    root: Path,
    unit: Units = anew,
    each: Each = in_turn,
    *,
    accounted: bool = False,
    indexed: bool = False,
    instead: Mapping[str, str] = load.NOTHING,
) -> Examined:
    """Run all stages up to the pages of the project at `root`, which are rendered on request.

    `unit` may reuse units of an earlier run, and `each` make them in two processes, see `briefing.units`. `accounted` accounts for every
    article, not only those with `account: full`; `indexed` lets the search page use an index. `instead`
    has texts that are read in place of those of YAML files.
    """
    loaded = load.load(root, unit, instead)
    content = loaded.content
    if content is None:
        return Examined(settle(loaded.found, {}), site=None, renderer=None)
    judged, found = judged_content(root, content, unit, each, accounted=accounted)
    look, look_found = load.read_look(root)
    site, site_found = view.site(judged, look, unit, indexed=indexed)
    if any(one.code in _ILL_NAMED for one in loaded.found):
        site_found = tuple(one for one in site_found if one.code != "page-collision")
    bound = check_narratives(site.narratives, judged, site.former, unit)
    locked = content.history.locked
    broken = frozenset(one.at.file for one in loaded.found if one.severity is Severity.ERROR)
    drifted = check_drift(judged, locked, broken) if locked is not None else ()
    drifted = (*drifted, *check_reviews(judged))
    everything = (*loaded.found, *found, *site_found, *bound, *drifted, *look_found)
    severities = content.settings.severities
    settled = settle(everything, severities)
    kept, ignored = without_ignored(settled, loaded.ignores)
    kept = kept if kept is settled else settle(kept, severities)
    renderer = unit("renderer", render.renderer, look, site.say)
    return Examined(kept, site, renderer, ignored, loaded.schemas)


def check(
    root: Path, waiting: Waiting = None, *, out: Path | None = None, secret: bytes | None = None
) -> Examined:
    """Run a build without publishing: every page is rendered and discarded.

    The search page is the same as in a build, but no index is made. With the `secret` of the account, takes
    over what the last build to `out` kept, and leaves it as it is.
    """
    store = _store(out, secret)
    unit, each = (store.unit, dealing.each(store)) if store else (anew, in_turn)
    examined = examine_mended(root, unit, each, indexed=search.installed(), waiting=waiting)
    if blocks(examined.found):
        return examined
    last = _last(store, examined)

    def make(path: str) -> bytes:
        _bytes(examined.file(path))
        return b""

    paths = [path for path in examined.paths if last is None or not last.is_unchanged(path)]
    try:
        for _ in dealing.pages(paths, make, last=None):
            pass
    except _PageMistakeError as mistake:
        return examined.also(mistake.found)
    return examined


def examine_mended(
    root: Path,
    unit: Units = anew,
    each: Each = in_turn,
    *,
    accounted: bool = False,
    indexed: bool = False,
    waiting: Waiting = None,
) -> Examined:
    """Finish what an interrupted command began to write, say so, and then examine.

    `waiting` is called once if another command keeps the project locked for longer than a second.
    """
    mended = publish.mend(root, waiting)
    examined = examine(root, unit, each, accounted=accounted, indexed=indexed)
    if isinstance(mended, publish.EditProblem):
        return examined.also(mended.diagnostic)
    return examined.also(finished(mended)) if mended else examined


def finished(paths: Iterable[str]) -> Diagnostic:
    """Say that an interrupted command was finished, which wrote the files at `paths`."""
    first, *_ = paths = tuple(paths)
    message = f"finished an interrupted command: wrote {' and '.join(paths)}"
    return diagnostic("edits-finished", Span(first), message)


def coverage(root: Path, waiting: Waiting = None) -> tuple[Examined, Mapping[str, Account]]:
    """Return how much of each article of the project at `root` is covered, by source id."""
    examined = examine_mended(root, accounted=True, waiting=waiting)
    articles = examined.site.judged.articles if examined.site else {}
    held = {id_: one.account for id_, one in articles.items() if one.account is not None}
    return examined, MappingProxyType(held)


def build(
    root: Path,
    out: Path,
    *,
    strict: bool = False,
    waiting: Waiting = None,
    secret: bytes | None = None,
) -> Built:
    """Publish the project at `root` as the tree `out`, unless a finding blocks it.

    First restores what a killed run left half done, even if nothing is published now. Makes a
    search index if Pagefind is installed. With the `secret` of the account, takes over what the last
    build kept beside the output, and keeps its own for the next.
    """
    store = _store(out, secret)
    unit, each = (store.unit, dealing.each(store)) if store else (anew, in_turn)
    examined = examine_mended(root, unit, each, indexed=search.installed(), waiting=waiting)
    inputs = load.inputs(root, examined.articles)
    problem = publish.overlap(out, inputs) or publish.recover(out)
    if problem is not None:
        return Built(examined.also(problem.diagnostic), None)
    if blocks(examined.found, strict=strict):
        return Built(examined, None)
    last = _last(store, examined)
    try:
        with closing(_files(examined, last)) as files:
            outcome = publish.publish(files, out, last.packed if last else None)
    except _PageMistakeError as mistake:
        return Built(examined.also(mistake.found), None)
    except search.IndexFailedError as failure:
        return Built(examined.also(failure.diagnostic), None)
    if isinstance(outcome, publish.PublishProblem):
        return Built(examined.also(outcome.diagnostic), None)
    return Built(examined, outcome)


def _store(out: Path | None, secret: bytes | None) -> Store | None:
    return Store(publish.kept(out), secret, program()) if out and secret else None


def _last(store: Store | None, examined: Examined) -> LastBuild | None:
    if store is None or examined.site is None or examined.renderer is None:
        return None
    return LastBuild(store, examined.site, examined.renderer.look)


def _files(
    examined: Examined, last: LastBuild | None
) -> Generator[tuple[str, bytes | Unchanged], None, None]:
    """Make the files of the site; those that would come out as in the last build are only named.

    The search index, if a page uses it, is made at the same time as the pages.
    """
    site = examined.site
    if site is None:
        return

    def make(path: str) -> bytes:
        return _bytes(examined.rendered(last.page(path) if last else view.page(site, path)))

    index: Callable[[], Iterable[tuple[str, bytes | Unchanged]]] = tuple
    if site.indexed:
        begin = partial(search.begin, language=site.frame.language)
        index = last.index(site, begin) if last else begin(tuple(view.records(site)))
    pages = []
    for path in site.paths:
        stamp = last.stamp(path) if last else None
        if stamp is not None:
            yield path, Unchanged(stamp, partial(make, path))
        elif path in site.static:
            yield path, make(path)
        else:
            pages.append(path)
    yield from dealing.pages(pages, make, last)
    yield from index()
