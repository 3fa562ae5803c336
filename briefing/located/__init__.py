"""YAML as trees in which every key and value has a place.

`parse` turns a text into nodes and `decode` checks a node against a frozen dataclass; both report
every mistake at its place.
"""

from briefing.located.comments import ignores
from briefing.located.decoding import decode, salvage, schema
from briefing.located.insertion import insert
from briefing.located.nodes import Node, each, mapping, rewritten, widen
from briefing.located.parsing import parse
from briefing.located.quoting import inside, quoted
from briefing.located.scalars import scalar

__all__ = [
    "Node",
    "decode",
    "each",
    "ignores",
    "insert",
    "inside",
    "mapping",
    "parse",
    "quoted",
    "rewritten",
    "salvage",
    "scalar",
    "schema",
    "widen",
]
