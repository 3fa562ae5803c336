"""Read YAML into nodes from libyaml's events, within limits; only this module imports yaml.

Nothing beyond the limits is built, so no text can exhaust memory or the stack. Scalars stay as
written: `NO`, `12:30` and `52.10` are texts.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, cast

import yaml

from briefing.diagnostics import Diagnostic, Related, Span, diagnostic
from briefing.located.mistakes import Opened, Trouble, syntax_error
from briefing.located.nodes import Mark, Node

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_CHARACTERS = 16_000_000
MAX_NODES = 1_000_000
MAX_DEPTH = 32


class _RefusedError(Exception):
    """Carries the diagnostic of a refusal out of the nested reader."""

    def __init__(self, found: Diagnostic) -> None:
        self.found = found


def parse(text: str, file: str) -> tuple[Node | None, tuple[Diagnostic, ...]]:
    """Read a YAML text into a tree of nodes.

    Depth, number of nodes and size are limited; anchors, aliases, tags, keys that are not plain
    text, several documents and duplicate keys are refused, each with its place. An empty text gives
    an empty mapping.
    """
    if len(text) > MAX_CHARACTERS:
        message = f"larger than {MAX_CHARACTERS:,} characters"
        return None, (diagnostic("file-too-large", Span(file), message),)
    reader = _Reader(text.removeprefix("\ufeff"), file)
    try:
        root = reader.document()
    except _RefusedError as refusal:
        return None, (*reader.found, refusal.found)
    except yaml.MarkedYAMLError as error:
        return None, (
            *reader.found,
            syntax_error(_trouble(error), reader.opened, reader.text, file),
        )
    except yaml.reader.ReaderError as error:
        return None, (*reader.found, _character_error(error, text, file))
    return root, tuple(reader.found)


def scalars(text: str) -> list[tuple[int, int]] | None:
    """Return where each scalar of a YAML text is, in code points from 0; None if it is invalid."""
    text = text.removeprefix("\ufeff")
    found = []
    try:
        parser = _PARSER(_with_stand_ins(text)[0])
        while type(event := parser.get_event()) is not yaml.StreamEndEvent:
            if type(event) is yaml.ScalarEvent:
                start, end = _marks(event)
                found.append((start.index, end.index))
    except yaml.YAMLError:
        return None
    return found


class _Reader:
    """Turn the parser's events into nodes; one per text."""

    def __init__(self, text: str, file: str) -> None:
        self.file = file
        self.text, self.written = _with_stand_ins(text)
        """`written` maps stand-ins back to characters that end a line only in YAML."""
        self.count = 0
        self.found: list[Diagnostic] = []
        self.opened = Opened()

    def document(self) -> Node:
        """Read the one document of the stream."""
        self.next: Callable[[], yaml.Event] = _PARSER(self.text).get_event
        root: Node | None = None
        while type(event := self.next()) is not yaml.StreamEndEvent:
            if type(event) is yaml.DocumentStartEvent:
                if root is not None:
                    raise _RefusedError(
                        self._refusal(event, "only one document per file is allowed")
                    )
                root = self.node(self.next(), 1)
        if root is None or root.value is None:
            return Node(self.file, (0, 0, 0, 0), {}, verbatim=False, cut=False)
        return root

    def node(self, event: yaml.Event, depth: int) -> Node:
        """Read the node that begins with an event."""
        self.count += 1
        if self.count > MAX_NODES:
            raise _RefusedError(self._refusal(event, f"more than {MAX_NODES:,} values"))
        if depth > MAX_DEPTH:
            raise _RefusedError(self._refusal(event, f"nested deeper than {MAX_DEPTH} levels"))
        if isinstance(event, yaml.NodeEvent) and event.anchor is not None:
            raise _RefusedError(
                self._refusal(event, "anchors and aliases are not supported", _TEXT)
            )
        if isinstance(event, yaml.ScalarEvent):
            return self._scalar(event)
        if isinstance(event, yaml.CollectionStartEvent) and event.tag is not None:
            raise _RefusedError(self._refusal(event, "tags are not supported", _TEXT))
        mark = _mark(event)
        read = self._elements if type(event) is yaml.SequenceStartEvent else self._entries
        if not isinstance(event, yaml.CollectionStartEvent) or not event.flow_style:
            return Node(self.file, mark, read(depth), verbatim=False, cut=False)
        self.opened.flows.append(mark[:2])
        node = Node(self.file, mark, read(depth), verbatim=False, cut=False)
        self.opened.flows.pop()
        return node

    def _elements(self, depth: int) -> tuple[Node, ...]:
        elements = []
        while type(event := self.next()) is not yaml.SequenceEndEvent:
            elements.append(self.node(event, depth + 1))
        return tuple(elements)

    def _entries(self, depth: int) -> dict[str, tuple[Node, Node]]:
        entries: dict[str, tuple[Node, Node]] = {}
        while type(event := self.next()) is not yaml.MappingEndEvent:
            key = self.node(event, depth + 1)
            if not isinstance(key.value, str):
                message = "a key must be plain text"
                raise _RefusedError(diagnostic("yaml-refused", key.at, message))
            value = self.node(self.next(), depth + 1)
            if key.value in entries:
                first = Related(entries[key.value][0].at, "first used here")
                message = f"duplicate key '{key.value}'"
                found = diagnostic("duplicate-key", key.at, message, related=(first,))
                self.found.append(found)
            else:
                entries[key.value] = (key, value)
        return entries

    def _scalar(self, event: yaml.ScalarEvent) -> Node:
        if event.tag is not None:
            raise _RefusedError(self._refusal(event, "tags are not supported", _TEXT))
        value: str = event.value
        if not value.isascii() and _SURROGATE.search(value):
            raise _RefusedError(self._refusal(event, "invalid character: half of a surrogate pair"))
        start, end = _marks(event)
        mark = line, column, end_line, end_column = start.line, start.column, end.line, end.column
        cut = False
        verbatim = not event.style and line == end_line
        if event.style in _QUOTES:
            mark = line, column + 1, end_line, end_column - 1
            inner = self.text[start.index + 1 : end.index - 1]
            verbatim = line == end_line and inner == value
            ends = (line, column), (end_line, end_column)
            if line == end_line:
                self.opened.closed = ends
            else:
                self.opened.quoted = ends
        elif not event.style:
            if value in _NULLS:
                return Node(self.file, mark, None, verbatim=False, cut=False)
            cut = _COMMENT.match(self.text, end.index) is not None
        if self.written:
            value = value.translate(self.written)
        return Node(self.file, mark, value, verbatim=verbatim, cut=cut)

    def _refusal(self, event: yaml.Event, message: str, hint: str | None = None) -> Diagnostic:
        line, column, _, _ = _mark(event)
        at = Span(self.file, line + 1, column + 1, line + 1, column + 2)
        return diagnostic("yaml-refused", at, message, hint=hint)


_TEXT = "if it is the beginning of a text, put the text in quotation marks"
_PARSER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
"""libyaml's event parser, or the one in Python if the library is missing."""
_QUOTES = frozenset({"'", '"'})
_NULLS = frozenset({"", "~", "null", "Null", "NULL"})
_SURROGATE = re.compile("[\ud800-\udfff]")
_LONE_RETURN = re.compile(r"\r(?!\n)")
_COMMENT = re.compile(r"[ \t]+#(?![ \t]*briefing:[ \t]*ignore\b)")
"""Where YAML drops words of a plain text; what is written to be ignored is no word of it."""


def _with_stand_ins(text: str) -> tuple[str, dict[int, str]]:
    """Put a private character for each that ends a line in YAML but not in editors; and the way back.

    A quote copied from a web page may contain U+2028; lines are counted as editors do.
    """
    breaks = [char for char in "\x85\u2028\u2029" if char in text]
    lone = "\r" in text and _LONE_RETURN.search(text) is not None
    if not breaks and not lone:
        return text, {}
    free = (chr(code) for code in range(0xE000, 0xF900) if chr(code) not in text)
    stand_ins = dict(zip([*breaks, *("\r" * lone)], free, strict=False))
    if lone:
        text = _LONE_RETURN.sub(stand_ins.get("\r", "\r"), text)
    table = {ord(char): stand_in for char, stand_in in stand_ins.items() if char != "\r"}
    return text.translate(table), {ord(one): char for char, one in stand_ins.items()}


def _marks(event: yaml.Event) -> tuple[yaml.error.Mark, yaml.error.Mark]:
    if event.start_mark is None or event.end_mark is None:
        raise ValueError("the parser gives every event its marks")
    return cast("tuple[yaml.error.Mark, yaml.error.Mark]", (event.start_mark, event.end_mark))


def _mark(event: yaml.Event) -> Mark:
    start, end = _marks(event)
    return start.line, start.column, end.line, end.column


def _trouble(error: yaml.MarkedYAMLError) -> Trouble:
    context: yaml.Mark | None = error.context_mark
    noticed: yaml.Mark | None = error.problem_mark or context
    return Trouble(
        error.problem or "invalid YAML",
        (noticed.line, noticed.column) if noticed else (0, 0),
        (context.line, context.column) if context and "quoted" in (error.context or "") else None,
    )


def _character_error(error: yaml.reader.ReaderError, text: str, file: str) -> Diagnostic:
    """Locate a character that YAML forbids; libyaml counts bytes, so search the text for it."""
    code = ord(error.character) if isinstance(error.character, str) else error.character
    offset = max(text.find(chr(code)), 0)
    line = text.count("\n", 0, offset)
    column = offset - (text.rfind("\n", 0, offset) + 1)
    at = Span(file, line + 1, column + 1, line + 1, column + 2)
    return diagnostic("yaml-refused", at, f"the character U+{code:04X} is not allowed in YAML")
