"""Render the Markdown of articles: CommonMark with GitHub's tables, strikes and footnotes.

Unlike narratives, these are other people's words, so nothing is refused, and HTML in them is HTML.
"""

from __future__ import annotations

import re
from functools import cache
from itertools import pairwise
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from mdit_py_plugins.footnote import footnote_plugin

if TYPE_CHECKING:
    from collections.abc import Sequence

    from markdown_it.renderer import RendererHTML
    from markdown_it.token import Token
    from markdown_it.utils import EnvType, OptionsDict

LINE = "data-briefing-line"
"""The attribute that says in which line of the Markdown an element begins, from 1."""
_FRONT_MATTER = re.compile(
    r"\A\ufeff?(---|\+\+\+)[ \t]*\r?\n(?:[ \t]*\r?\n|#[^\n]*\n)*[\w\"'-]+[ \t]*[:=].*?^(?:\1|\.\.\.)[ \t]*\r?$",
    re.DOTALL | re.MULTILINE,
)
"""What generators of sites keep at the top of a file: YAML or TOML that begins with a key."""


def as_html(text: str) -> str:
    """Render an article's Markdown without its front matter; elements say their `LINE`."""
    front = _FRONT_MATTER.match(text)
    if front:
        text = "\n" * front[0].count("\n") + text[front.end() :]
    markdown = _markdown()
    environment: EnvType = {}
    tokens = markdown.parse(text.removeprefix("\ufeff"), environment)
    for outer, token in pairwise((*tokens[:1], *tokens)):
        named = outer if token.type == "inline" else token
        if token.map and named.nesting >= 0:
            named.attrSet(LINE, str(token.map[0] + 1))
    return str(markdown.renderer.render(tokens, markdown.options, environment))


@cache
def _markdown() -> MarkdownIt:
    made = MarkdownIt("commonmark", {"html": True}).enable(["table", "strikethrough"])
    made.use(footnote_plugin, inline=False)
    made.add_render_rule("footnote_ref", _mark)
    made.add_render_rule("footnote_anchor", _nothing)
    return made


def _mark(
    _renderer: RendererHTML, tokens: Sequence[Token], at: int, _options: OptionsDict, _env: EnvType
) -> str:
    """Write the mark of a footnote: a raised number, as on GitHub."""
    return f"<sup>{tokens[at].meta['id'] + 1}</sup>"


def _nothing(*_: object) -> str:
    """Leave out the arrow that leads back from a footnote."""
    return ""
