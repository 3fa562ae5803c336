"""Turn pages into bytes by the templates of a look; the one door of Jinja.

Content is never a template. Everything is escaped but what `briefing.prose` made, and a name that
a template asks for and a page does not have is an error. A mistake in a template comes back as a
diagnostic with the template's file and line, as templates are an author's files too.

Words for readers are messages: `{% trans %}` puts them into the language of the site when a template is
compiled, so that rendering costs what it would with the words written out.

A project's templates may come from a stranger's pull request, so a look with any of them is rendered
in Jinja's sandbox, where they reach what a page holds and no code. The sandbox takes six times as long
as `direct`, the engine of a look that has the package's own templates alone. Where that fails, Jinja's
own engine says what is wrong.
"""

from __future__ import annotations

import base64
import contextlib
import hashlib
import traceback
from typing import TYPE_CHECKING
from urllib.parse import quote

from jinja2 import Environment, FunctionLoader, StrictUndefined, TemplateError, TemplateSyntaxError
from jinja2.sandbox import ImmutableSandboxedEnvironment

from briefing.diagnostics import Diagnostic, Span, diagnostic
from briefing.language.messages import ENGLISH
from briefing.model.pages import Html, Page, Plain
from briefing.render.compiled_templates import CompiledTemplates
from briefing.render.direct import Direct
from briefing.render.translating import MESSAGES, Translating, counted
from briefing.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from briefing.language.messages import Messages
    from briefing.model.look import Look
    from briefing.model.pages import Frame

    Loaded = tuple[str, str, None]

_FOLDER = "templates/"
_DEFAULT = "default:"
"""Begins the names under which a project's templates reach the package's."""
_AFTER_PALETTE = "/* Type and page */"
"""Follows the names of colours, fonts and glyphs in a style sheet, which pages of their own take over."""
_DIGITS = 10
"""How much of a file's digest appears in its address: enough that a change is never missed."""


@dataclass(frozen=True, slots=True)
class Renderer:
    """Sets pages in one look."""

    engines: tuple[Environment, ...]
    """In the order in which they are tried; the last says what is wrong with a template."""
    look: Look
    _mastheads: dict[tuple[Frame, str | None, str, str, bool], Html]
    """Those that were set already: few differ, and every page has one."""

    def page(self, page: Page | Plain) -> bytes | Diagnostic:
        """Set one page as UTF-8, or say which line of which template went wrong.

        An exception out of a template of the package itself is ours and is raised, unless Jinja
        says that the template is at fault.
        """
        if isinstance(page, Plain):
            return page.data
        *swift, sure = self.engines
        for engine in swift:
            with contextlib.suppress(Exception):
                return self._set(engine, page)
        try:
            return self._set(sure, page)
        except Exception as error:
            found = self._fault(error, page.template)
            if found is None:
                raise
            return found

    def _set(self, engine: Environment, page: Page) -> bytes:
        template = engine.get_template(page.template)
        masthead = self._masthead(engine, page)
        return template.render(
            page=page, frame=page.frame, body=page.body, root=page.root, masthead=masthead
        ).encode()

    def _masthead(self, engine: Environment, page: Page) -> Html:
        frame = page.frame
        menu = (*frame.topics, *frame.nav)
        here = page.path if page.path in ("index.html", *(link.href for link in menu)) else ""
        heads = here == "index.html" and page.title == frame.title
        key = (frame, page.root, page.section, here, heads)
        if key not in self._mastheads:
            template = engine.get_template("masthead.html")
            text = template.render(
                frame=frame, root=page.root, section=page.section, here=here, heads=heads
            )
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
        templates = self.look.templates
        return name in templates and templates[name] != templates.get(f"default:{name}")


def renderer(look: Look, say: Messages) -> Renderer:
    """Make a renderer; templates are compiled, and put into words, when a page first asks for them."""
    is_own = any(
        text != look.templates.get(_DEFAULT + name)
        for name, text in look.templates.items()
        if not name.startswith(_DEFAULT)
    )
    if is_own:
        return Renderer((_engine(ImmutableSandboxedEnvironment, look, say),), look, {})
    swift = _engine(Direct, look, say)
    if say == ENGLISH or say.digest:
        swift.bytecode_cache = CompiledTemplates(say)
    return Renderer((swift, _engine(Environment, look, say)), look, {})


def _engine(kind: type[Environment], look: Look, say: Messages) -> Environment:
    engine = kind(
        loader=FunctionLoader(_load_from(look)),
        autoescape=True,
        undefined=StrictUndefined,
        trim_blocks=True,
        lstrip_blocks=True,
        auto_reload=False,
        cache_size=-1,
        extensions=[Translating],
    )
    engine.filters |= {
        "begun": _begun,
        "counted": counted(say),
        "grouped": say.digits,
        "sentence": lambda text: say("%(text)s.", text=text),
        "translated": say.word,
    }
    engine.policies[MESSAGES] = say
    engine.globals |= {
        "asset": _addresses(look),
        "style": Html(look.style),
        "style_hash": _source_hash(look.style),
        "palette": Html(look.style.partition(_AFTER_PALETTE)[0]),
        "element_hash": _element_hash,
    }
    return engine


def _load_from(look: Look) -> Callable[[str], Loaded | None]:
    """Let Jinja find templates in a look, by name and under a file name for its messages."""

    def load(name: str) -> Loaded | None:
        text = look.templates.get(name)
        return None if text is None else (text, _FOLDER + name, None)

    return load


def _begun(text: str) -> str:
    """Begin a text with a capital; Jinja's own `capitalize` would make German nouns small."""
    return text[:1].upper() + text[1:]


def _addresses(look: Look) -> Mapping[str, str]:
    """Map each static file to its address, with a digest of its content behind it.

    The digest appears in the query and not in the name: an older page that a browser kept still
    finds its style after the next build, and style sheets may name other files as they are.
    """
    return {
        name: f"static/{quote(name)}?v={file.digest[:_DIGITS]}"
        for name, file in look.static.items()
    }


def _element_hash(html: str) -> str:
    """Name the text of an element, such as `<script>…</script>`; see `_source_hash`."""
    return _source_hash(html[html.index(">") + 1 : html.rindex("</")])


def _source_hash(text: str) -> str:
    """Name the text of a style or a script for a Content-Security-Policy (CSP level 3, hash-source)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
