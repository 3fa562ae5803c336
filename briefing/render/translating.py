"""Put the words of templates into the language of a site while the templates are compiled."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from jinja2 import nodes
from jinja2.ext import InternationalizationExtension
from jinja2.filters import FILTERS
from jinja2.lexer import Token

from briefing.language.messages import ENGLISH

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping

    from jinja2 import Environment
    from jinja2.lexer import TokenStream
    from jinja2.parser import Parser

    from briefing.language.messages import Messages

MESSAGES = "ext.i18n.messages"
"""Where Jinja keeps the messages, beside its own settings for them."""
_PLACE = re.compile(r"%(?:\((\w+)\)s|%)")
"""Where a value is in a message, or a percent sign."""
_PLAIN = ["block_begin", "trans", "block_end", "data", "block_begin", "endtrans", "block_end"]
"""The tokens of a message without values."""


class Translating(InternationalizationExtension):
    """Makes Jinja's `{% trans %}` translate while a template is compiled."""

    def __init__(self, environment: Environment) -> None:
        environment.extend(newstyle_gettext=True)  # what is set first stays
        super().__init__(environment)

    def filter_stream(self, stream: TokenStream) -> Iterator[Token]:
        """Make words without values part of the text around them, so that they cost nothing."""
        say: Messages = self.environment.policies[MESSAGES]
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
        say: Messages = self.environment.policies[MESSAGES]
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


def counted(say: Messages) -> Callable[..., str]:
    """Make the filter that gives the message for a number as HTML."""
    escape = FILTERS["escape"]

    def filtered(number: int, one: str, many: str, /, **values: object) -> str:
        texts = {name: escape(value) for name, value in values.items()}
        return say.plural(one, many, number) % texts

    return filtered
