"""The Markdown of narratives: markdown-it's CommonMark and tables, with this project's own rules.

Added: citations, comments that vanish. Refused, and kept as text: images, malformed citations.
Tokens that a diagnostic may name carry `meta["from"]`, their offsets in the block's text.
The typographer stays off: on quotation marks it is quadratic.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from markdown_it import MarkdownIt
from markdown_it.common.utils import escapeHtml
from markdown_it.rules_inline import autolink, link

from briefing.prose.blocks import MALFORMED

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from markdown_it.renderer import RendererHTML
    from markdown_it.ruler import RuleOptionsType
    from markdown_it.rules_block import StateBlock
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token
    from markdown_it.utils import EnvType, OptionsDict

    InlineRule = Callable[[StateInline, bool], bool]
    Where = tuple[int, int]

SLOT = re.compile("\0(\\d+)\0")
"""A citation's number in rendered HTML: markdown-it lets no NUL of the author's through."""

_CITATION = re.compile(r"\[(@[^\[\]]*)\]")
_TARGET = re.compile(r"\s*@([^\s@/;,\[\]]+)(?:/([^\s@/;,\[\]]+))?\s*")
_FORM = "write [@claim], [@claim/source] or [@claim; @other/source]; \\[@ is plain text"
_BLANK = re.compile(r"[ \t]*(?:\n|\Z)")


class _Markdown(MarkdownIt):
    """markdown-it that reads every link: what is unsafe is refused later, with its place."""

    def validateLink(self, url: str) -> bool:  # noqa: N802 (markdown-it's name)
        """Accept any `url`."""
        return bool(url) or True


def _citation(state: StateInline, silent: bool) -> bool:  # noqa: FBT001 (markdown-it's form)
    """Read `[@…]` as a citation, or as refused text where its form is wrong."""
    if not state.src.startswith("[@", state.pos):
        return False
    match = _CITATION.match(state.src, state.pos, state.posMax)
    end = match.end() if match else state.pos + 2
    if not silent:
        targets = _targets(match[1], state.pos + 1) if match else None
        if targets is None:
            _refuse(state, end, MALFORMED, "invalid citation", _FORM)
        else:
            token = state.push("citation", "", 0)
            token.meta = {"from": (state.pos, end), "targets": targets}
    state.pos = end
    return True


def _targets(text: str, start: int) -> list[tuple[str, str | None, Where]] | None:
    """Split what is in the brackets, from `start`, into (claim, source, place)."""
    targets = []
    for piece in text.split(";"):
        match = _TARGET.fullmatch(piece)
        if not match:
            return None
        where = (start + match.start(1), start + match.end(2 if match[2] else 1))
        targets.append((match[1], match[2], where))
        start += len(piece) + 1
    return targets


def _refuse(state: StateInline, end: int, code: str, why: str, hint: str) -> None:
    token = state.push("refused", "", 0)
    token.content, token.info = state.src[state.pos : end], code
    token.meta = {"from": (state.pos, end), "why": why, "hint": hint}


def _image(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
    """Refuse an image: a page fetches nothing from elsewhere."""
    if not state.src.startswith("![", state.pos):
        return False
    before = state.pos
    state.pos += 1
    found = link(state, True)  # noqa: FBT003
    end, state.pos = state.pos, before
    if not found:
        return False
    if not silent:
        why = "a narrative cannot contain images"
        _refuse(state, end, "unsafe-link", why, "remove the exclamation mark to make it a link")
    state.pos = end
    return True


def _placed(read: InlineRule) -> InlineRule:
    """Let a rule that reads a link note where it stood."""

    def rule(state: StateInline, silent: bool) -> bool:  # noqa: FBT001
        before, count = state.pos, len(state.tokens)
        if not read(state, silent):
            return False
        if not silent:
            opening = state.tokens[count]
            if opening.type != "link_open":  # the text before it was pushed first
                opening = state.tokens[count + 1]
            opening.meta["from"] = (before, state.pos)
        return True

    return rule


def _comment(state: StateInline, silent: bool) -> bool:  # noqa: ARG001, FBT001
    """Leave out an HTML comment within a paragraph."""
    start = state.pos + len("<!--")
    if not state.src.startswith("<!--", state.pos) or state.html_terminator_last("-->") < start:
        return False
    state.pos = state.src.index("-->", start) + len("-->")
    return True


def _comment_block(state: StateBlock, start_line: int, end_line: int, silent: bool) -> bool:  # noqa: FBT001
    """Leave out an HTML comment that has its lines for itself, blank ones inside included."""
    start = state.bMarks[start_line] + state.tShift[start_line]
    if not state.src.startswith("<!--", start) or state.is_code_block(start_line):
        return False
    end = _comment_end(state, start + len("<!--"))
    line = bisect_left(state.eMarks, end, start_line)
    if end < 0 or line >= end_line or not _BLANK.match(state.src, end):
        return False
    if not silent:
        state.line = line + 1
    return True


def _comment_end(state: StateBlock, start: int) -> int:
    """Find where the comment whose text begins at `start` ends, or -1, looking at no text twice."""
    known = state.env.get("comment_end", 0)
    if 0 <= known < start + len("-->"):
        found = state.src.find("-->", start)
        known = state.env["comment_end"] = found + len("-->") if found >= 0 else -1
    return int(known)


def _render_citation(
    _: RendererHTML, tokens: Sequence[Token], index: int, _options: OptionsDict, _env: EnvType
) -> str:
    return f"\0{tokens[index].meta['slot']}\0"


def _render_refused(
    _: RendererHTML, tokens: Sequence[Token], index: int, _options: OptionsDict, _env: EnvType
) -> str:
    return escapeHtml(tokens[index].content)


def _render_table_open(
    _: RendererHTML, _tokens: Sequence[Token], _index: int, _options: OptionsDict, env: EnvType
) -> str:
    label = escapeHtml(env["table"])
    return f'<div class="wide" role="region" aria-label="{label}" tabindex="0"><table>\n'


def _render_table_close(
    _: RendererHTML, _tokens: Sequence[Token], _index: int, _options: OptionsDict, _env: EnvType
) -> str:
    return "</table></div>\n"


def _render_sentence_close(
    _: RendererHTML, tokens: Sequence[Token], index: int, _options: OptionsDict, env: EnvType
) -> str:
    """Close a sentence with the link to it."""
    name, label = escapeHtml(tokens[index].info), escapeHtml(env["sentence"])
    return f'<span class="take"><a href="#{name}" aria-label="{label}"></a></span></span>'


def _assemble() -> MarkdownIt:
    markdown = _Markdown("commonmark", {"html": False, "typographer": False}).enable("table")
    markdown.inline.ruler.at("link", _placed(link))
    markdown.inline.ruler.at("autolink", _placed(autolink))
    markdown.inline.ruler.at("image", _image)
    markdown.inline.ruler.before("link", "citation", _citation)
    markdown.inline.ruler.before("autolink", "comment", _comment)
    interrupts: RuleOptionsType = {"alt": ["paragraph", "reference", "blockquote", "list"]}
    markdown.block.ruler.before("table", "comment", _comment_block, interrupts)
    markdown.add_render_rule("citation", _render_citation)
    markdown.add_render_rule("refused", _render_refused)
    markdown.add_render_rule("table_open", _render_table_open)
    markdown.add_render_rule("table_close", _render_table_close)
    markdown.add_render_rule("sentence_close", _render_sentence_close)
    return markdown


MARKDOWN = _assemble()
"""The parser and renderer of narratives; it holds no state between texts."""
