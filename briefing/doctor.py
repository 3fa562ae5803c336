"""Say what is well and what is not with an installation and a project, and how to mend it."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Literal

from briefing.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.load import Surroundings

_GITHUB = re.compile(r"(?:git@github\.com:|https://github\.com/)([^/]+)/([^/]+?)(?:\.git)?/?$")
_INSTALLS = re.compile(r'pip install "([^"]+)"')


@dataclass(frozen=True, slots=True)
class Remark:
    """One thing that was looked at."""

    state: Literal["ok", "warn", "fail"]
    text: str
    fix: str | None = None
    """What to type or to do."""


def remarks(found: Surroundings) -> Iterator[Remark]:
    """Look at the installation first, then at the project, git and GitHub Pages."""
    yield Remark("ok", f"briefing {found.version} on Python {found.python}")
    yield from _extras(found)
    if found.root is None:
        yield Remark("fail", "no briefing.yaml in this folder or above", "briefing new .")
        return
    yield Remark("ok", "a project")
    yield from _schemas(found)
    yield from _fonts(found)
    yield from _git(found)
    yield from _pages(found)


def _extras(found: Surroundings) -> Iterator[Remark]:
    pypdf, pagefind = found.extras["pdf"], found.extras["search"]
    if pypdf is not None:
        yield Remark("ok", f"pdf: pypdf {pypdf}")
    else:
        state: Literal["warn", "fail"] = "fail" if found.has_pdf else "warn"
        message = "pdf: pypdf is missing, so PDF articles cannot be read"
        yield Remark(state, message, "python3 -m pip install 'pypdf>=7'")
    if pagefind is not None:
        yield Remark("ok", f"search: pagefind {pagefind}")
    else:
        message = "search: pagefind is missing, so readers can search only the list of claims"
        yield Remark("warn", message, "python3 -m pip install 'pagefind-bin>=1.5,<2'")


def _schemas(found: Surroundings) -> Iterator[Remark]:
    for name in found.stale:
        message = f"schemas/{name} is from another version, so an editor may report false errors"
        yield Remark("warn", message, f"cp '{found.schemas}/{name}' schemas/")
    if not found.stale:
        yield Remark("ok", "schemas for editors: current, or none")


def _fonts(found: Surroundings) -> Iterator[Remark]:
    for sheet in found.foreign_fonts:
        message = f"{sheet} loads from another site, which then learns of every reader"
        yield Remark("warn", message, "put the file into static/ and name it without an address")
    if not found.foreign_fonts:
        yield Remark("ok", "fonts: pages use those of the reader's machine or of static/")


def _git(found: Surroundings) -> Iterator[Remark]:
    held = found.repository
    if held is None:
        yield Remark("warn", "git: no repository", "git init --initial-branch main")
        return
    if held.branch in (None, "main"):
        yield Remark("ok", f"git: {held.branch or 'no branch'}")
    else:
        message = f"git: on the branch '{held.branch}'; the workflow publishes 'main'"
        yield Remark("warn", message, "git branch --move main")
    if not re.search(r"^/?site/?$", held.ignored, re.MULTILINE):
        yield Remark("warn", "git: the built site is not ignored", "echo /site/ >> .gitignore")


def _pages(found: Surroundings) -> Iterator[Remark]:
    installs = _INSTALLS.search(found.workflow or "")
    if found.workflow is None:
        yield Remark("warn", "Pages: no .github/workflows/pages.yml", "briefing publish")
    elif installs is not None:
        yield _installs(found, installs[1])
    remote = found.repository.remote if found.repository else None
    github = _GITHUB.match(remote or "")
    if github is not None:
        owner, name = github.groups()
        host = f"{owner.lower()}.github.io"
        address = f"https://{host}/" + ("" if name.lower() == host else f"{name}/")
        message = (
            'Pages: choose "GitHub Actions" in the settings; no file shows whether it is chosen'
        )
        yield Remark("ok", message, f"https://github.com/{owner}/{name}/settings/pages")
        if found.site_url is None:
            message = "Pages: without site_url there are no feeds, sitemap and canonical addresses"
            yield Remark("warn", message, f"in briefing.yaml:  site_url: {address}")


def _installs(found: Surroundings, requirement: str) -> Remark:
    """Say whether the workflow installs what is installed here."""
    wheel = requirement.removeprefix("./").partition("[")[0]
    version = requirement.partition("==")[2]
    if requirement.startswith("./") and wheel not in found.wheels:
        origin = found.installed.missing or "PATH-OF-THE-CHECKOUT"
        fix = f"python3 -m pip wheel --no-deps -w {found.installed.folder} '{origin}'"
        return Remark("fail", f"Pages: the workflow installs {wheel}, which is missing", fix)
    other = version and version != found.version
    if other or (requirement.startswith("./") and f"-{found.version}-" not in wheel):
        fix = f"write {found.installed.requirement} into .github/workflows/pages.yml"
        return Remark("warn", f"Pages: the workflow installs another version: {requirement}", fix)
    return Remark("ok", f"Pages: the workflow installs {requirement}")
