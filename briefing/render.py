"""Turn pages into bytes by the templates of a look; the one door of Jinja.

Content is never a template. Everything is escaped but what `briefing.prose` made, and a name that
a template asks for and a page does not have is an error. A mistake in a template comes back as a
diagnostic with the template's file and line, as templates are an author's files too.

Words for readers are messages: `{% trans %}` puts them into the language of the site when a template is
compiled, so that rendering costs what it would with the words written out.

A project's templates may come from a stranger's pull request, so a look with any of them is rendered
in Jinja's sandbox, where they reach what a page holds and no code. The sandbox triples the time of
rendering, so the package's own templates alone do without it.
"""

from __future__ import annotations

import base64
import hashlib
import re
import traceback
from dataclasses import dataclass
from typing import TYPE_CHECKING
from urllib.parse import quote

from jinja2 import (
    Environment,
    FunctionLoader,
    StrictUndefined,
    TemplateError,
    TemplateSyntaxError,
    nodes,
)
from jinja2.ext import InternationalizationExtension
from jinja2.filters import FILTERS
from jinja2.lexer import Token
from jinja2.sandbox import ImmutableSandboxedEnvironment

from briefing.diagnostics import Diagnostic, Span, diagnostic
from briefing.language.messages import ENGLISH
from briefing.model.pages import Html, Page, Plain

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jinja2.lexer import TokenStream
    from jinja2.parser import Parser

    from briefing.language.messages import Messages
    from briefing.model.look import Look
    from briefing.model.pages import Frame

    Loaded = tuple[str, str, None]

_PLACE = re.compile(r"%(?:\((\w+)\)s|%)")
"""Where a value stands in a message, or a percent sign."""
_MESSAGES = "ext.i18n.messages"
"""Where Jinja keeps the messages, beside its own settings for them."""
_PLAIN = ["block_begin", "trans", "block_end", "data", "block_begin", "endtrans", "block_end"]
"""The tokens of a message without values."""
_FOLDER = "templates/"
_DEFAULT = "default:"
"""Begins the names under which a project's templates reach the package's."""
_AFTER_PALETTE = "/* Type and page */"
"""Follows the names of colours, fonts and glyphs in a style sheet, which pages of their own take over."""
_DIGITS = 10
"""How much of a file's digest stands in its address: enough that a change is never missed."""


@dataclass(frozen=True, slots=True)
class Renderer:
    """Sets pages in one look."""

    _environment: Environment
    _look: Look
    _mastheads: dict[tuple[Frame, str | None, str, str, bool], Html]
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
        menu = (*frame.topics, *frame.nav)
        here = page.path if page.path in ("index.html", *(link.href for link in menu)) else ""
        heads = here == "index.html" and page.title == frame.title
        key = (frame, page.root, page.section, here, heads)
        if key not in self._mastheads:
            template = self._environment.get_template("masthead.html")
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
        templates = self._look.templates
        return name in templates and templates[name] != templates.get(f"default:{name}")


def renderer(look: Look, say: Messages) -> Renderer:
    """Make a renderer; templates are compiled, and put into words, when a page first asks for them."""
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
        extensions=[_Translating],
    )
    environment.filters |= {
        "begun": _begun,
        "counted": _counted(say),
        "grouped": say.digits,
        "sentence": lambda text: say("%(text)s.", text=text),
        "translated": say.word,
    }
    environment.policies[_MESSAGES] = say
    environment.globals |= {
        "asset": _addresses(look),
        "style": Html(look.style),
        "style_hash": _source_hash(look.style),
        "palette": Html(look.style.partition(_AFTER_PALETTE)[0]),
        "element_hash": _element_hash,
    }
    return Renderer(environment, look, {})


class _Translating(InternationalizationExtension):
    """Makes Jinja's `{% trans %}` translate while a template is compiled."""

    def __init__(self, environment: Environment) -> None:
        environment.extend(newstyle_gettext=True)  # what is set first stays
        super().__init__(environment)

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Make words without values part of the text around them, so that they cost nothing."""
        say: Messages = self.environment.policies[_MESSAGES]
        tokens = list(stream)
        at = 0
        while at < len(tokens):
            token = tokens[at]
            if [
                one.value if one.type == "name" else one.type for one in tokens[at : at + 7]
            ] == _PLAIN:
                text = say(tokens[at + 3].value.replace("%", "%%"))
                token = Token(token.lineno, "data", text)
                at += 6
            yield token
            at += 1

    def parse(self, parser: Parser) -> nodes.Node | list[nodes.Node]:
        """Put in place of Jinja's call of gettext what that would give."""
        made = super().parse(parser)
        *before, output = made if isinstance(made, list) else [made]
        call = output.nodes[0] if isinstance(output, nodes.Output) else None
        if not isinstance(call, nodes.Call):
            return made
        return [*before, self._translated(call).set_lineno(call.lineno)]

    def _translated(self, call: nodes.Call) -> nodes.Node:
        say: Messages = self.environment.policies[_MESSAGES]
        text, *plural = call.args
        values = {one.key: one.value for one in call.kwargs}
        if not plural:
            return nodes.Output(_pieces(say.text(text.as_const()), values))
        many, count = plural
        for name, value in values.items():
            if value is count:
                values[name] = nodes.Filter(count, "grouped", [], [], None, None)
        if say == ENGLISH:  # has two forms, which need no search while a page is rendered
            is_one = nodes.Compare(count, [nodes.Operand("eq", nodes.Const(1))])
            one, several = (nodes.Output(_pieces(form.as_const(), values)) for form in (text, many))
            return nodes.If(is_one, [one], [], [several])
        given = [nodes.Keyword(name, value) for name, value in values.items()]
        counted = nodes.Filter(count, "counted", [text, many], given, None, None)
        return nodes.Output([nodes.MarkSafe(counted)])


def _pieces(text: str, values: Mapping[str, nodes.Expr]) -> list[nodes.Expr]:
    """Cut a message into its words and the expressions for its values, as a template has them."""
    found: list[nodes.Expr] = []
    at = 0
    for place in _PLACE.finditer(text):
        found.append(nodes.TemplateData(text[at : place.start()]))
        found.append(values[place[1]] if place[1] else nodes.TemplateData("%"))
        at = place.end()
    return [*found, nodes.TemplateData(text[at:])]


def _begun(text: str) -> str:
    """Begin a text with a capital; Jinja's own `capitalize` would make German nouns small."""
    return text[:1].upper() + text[1:]


def _counted(say: Messages) -> Callable[..., str]:
    escape = FILTERS["escape"]

    def counted(number: int, one: str, many: str, /, **values: object) -> str:
        """Give the message for a number as HTML."""
        texts = {name: escape(value) for name, value in values.items()}
        return say.plural(one, many, number) % texts

    return counted


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
        name: f"static/{quote(name)}?v={file.digest[:_DIGITS]}"
        for name, file in look.static.items()
    }


def _element_hash(html: str) -> str:
    """Name the text of an element, such as `<script>…</script>`; see `_source_hash`."""
    return _source_hash(html[html.index(">") + 1 : html.rindex("</")])


def _source_hash(text: str) -> str:
    """Name the text of a style or a script for a Content-Security-Policy (CSP level 3, hash-source)."""
    return "sha256-" + base64.b64encode(hashlib.sha256(text.encode()).digest()).decode()
