"""Turn pages into bytes by the templates of a look; the one door of Jinja.

Content is never a template. Everything is escaped but what `briefing.prose` made, and a name that
a template asks for and a page does not have is an error. A mistake in a template comes back as a
diagnostic with the template's file and line, as templates are an author's files too.

A project's templates may come from a stranger's pull request, so a look with any of them is rendered
in Jinja's sandbox, where they reach what a page holds and no code. The sandbox triples the time of
rendering, so the package's own templates alone do without it.
"""

from __future__ import annotations

import base64
import hashlib
import traceback
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from jinja2 import Environment, FunctionLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from briefing.diagnostics import Diagnostic, Span, diagnostic
from briefing.model.pages import Html, Page, Plain

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from briefing.model.look import Look
    from briefing.model.pages import Frame

    Loaded = tuple[str, str, None]

_FOLDER = "templates/"
_DEFAULT = "default:"
"""Begins the names under which a project's templates reach the package's."""
_STYLE = "style.css"
_DIGITS = 10
"""How much of a file's digest stands in its address: enough that a change is never missed."""


@dataclass(frozen=True, slots=True)
class Renderer:
    """Sets pages in one look."""

    _environment: Environment
    _look: Look
    _mastheads: dict[tuple[Frame, str | None, str, str], Html]
    """Those that were set already: few differ, and every page has one."""

    def page(self, page: Page | Plain) -> bytes | Diagnostic:
        """Set one page as UTF-8, or say which line of which template went wrong.

        An exception out of a template of the package itself is ours and is raised, unless Jinja
        says that the template is at fault.
        """
        if isinstance(page, Plain):
            return page.data
        try:
            template = self._environment.get_template(page.template)
            masthead = self._masthead(page)
            return template.render(
                page=page, frame=page.frame, body=page.body, root=page.root, masthead=masthead
            ).encode()
        except Exception as error:
            found = self._fault(error, page.template)
            if found is None:
                raise
            return found

    def _masthead(self, page: Page) -> Html:
        frame = page.frame
        here = page.path if page.path in ("index.html", *(link.href for link in frame.nav)) else ""
        key = (frame, page.root, page.section, here)
        if key not in self._mastheads:
            template = self._environment.get_template("masthead.html")
            text = template.render(frame=frame, root=page.root, section=page.section, here=here)
            self._mastheads[key] = Html(text)
        return self._mastheads[key]

    def _fault(self, error: Exception, template: str) -> Diagnostic | None:
        """Blame the innermost template, a project's own before the package's."""
        if isinstance(error, TemplateSyntaxError):
            place = (error.name or template, error.lineno)
        else:
            frames = [
                (frame.filename.removeprefix(_FOLDER), frame.lineno or 1)
                for frame in traceback.extract_tb(error.__traceback__)
                if frame.filename.startswith(_FOLDER)
            ]
            own = [place for place in frames if self._is_override(place[0])]
            if not own and not isinstance(error, TemplateError):
                return None
            place = (own or frames or [(template, 1)])[-1]
        name, line = place
        span = Span(_FOLDER + name.removeprefix("default:"), line, 1, line, 1)
        message = str(error) or type(error).__name__
        return diagnostic("template-error", span, message.splitlines()[0])

    def _is_override(self, name: str) -> bool:
        templates = self._look.templates
        return name in templates and templates[name] != templates.get(f"default:{name}")


def renderer(look: Look) -> Renderer:
    """Make a renderer; templates are compiled when a page first asks for them."""
    is_own = any(
        text != look.templates.get(_DEFAULT + name)
        for name, text in look.templates.items()
        if not name.startswith(_DEFAULT)
    )
    environment = (ImmutableSandboxedEnvironment if is_own else Environment)(
        loader=FunctionLoader(_load_from(look)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
    )
    environment.filters["grouped"] = "{:,}".format
    style = look.static.get(_STYLE, b"").decode(errors="replace")
    environment.globals |= {
        "asset": _addresses(look),
        "style": Html(style),
        "style_hash": _source_hash(style),
    }
    return Renderer(environment, look, {})


def _load_from(look: Look) -> Callable[[str], Loaded | None]:
    """Let Jinja find templates in a look, by name and under a file name for its messages."""

    def load(name: str) -> Loaded | None:
        text = look.templates.get(name)
        return None if text is None else (text, _FOLDER + name, None)

    return load


def _addresses(look: Look) -> Mapping[str, str]:
    """Map each static file to its address, with a digest of its content behind it.

    The digest stands in the query and not in the name: an older page that a browser kept still
    finds its style after the next build, and style sheets may name other files as they are.
    """
    return {
        name: f"static/{quote(name)}?v={hashlib.sha256(data).hexdigest()[:_DIGITS]}"
        for name, data in look.static.items()
    }


def _source_hash(text: str) -> str:
    """Name a style element's text for a Content-Security-Policy (CSP level 3, hash-source)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
