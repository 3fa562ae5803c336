"""Read descriptions of articles from a bibliography: BibTeX, or CSL-JSON as reference managers export it."""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any

from briefing.diagnostics import Diagnostic, Span, diagnostic
from briefing.load.disk import read_text
from briefing.model.description import Hint, Reference, Told

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from pathlib import Path

SUFFIXES = (".bib", ".json")
_FIELDS: tuple[tuple[Told, tuple[str, ...]], ...] = (
    ("title", ("title",)),
    ("publisher", ("journaltitle", "journal", "container-title", "publisher", "organization")),
    ("author", ("author",)),
    ("published", ("date", "issued", "year")),
    ("language", ("langid", "language")),
    ("url", ("url", "URL")),
)
"""The fields of BibTeX and CSL-JSON that tell each thing, the most telling first."""
_ENTRY = re.compile(r"@(\w+)\s*\{\s*([^\s,{}]+)\s*,")
_FIELD = re.compile(r"\s*([\w-]+)\s*=\s*")
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()


def read_bibliography(folder: Path, name: str) -> tuple[Reference, ...] | Diagnostic:
    """Read the bibliography `name` in a folder; one that holds no entry is refused."""
    text = read_text(folder, name)
    if isinstance(text, Diagnostic):
        return text
    held = _csl(text) if name.lower().endswith(".json") else dict(_bibtex(text))
    if not held:
        kind = "CSL-JSON" if name.lower().endswith(".json") else "BibTeX"
        return diagnostic("bad-value", Span(name), f"{name} holds no {kind} entries")
    return tuple(_reference(key, fields, name) for key, fields in held.items())


def _reference(key: str, fields: Mapping[str, str], name: str) -> Reference:
    hints = tuple(
        Hint(told, " ".join(fields[field].split()), f"{name}, {field} of {key}")
        for told, names in _FIELDS
        for field in names
        if fields.get(field, "").strip()
    )
    return Reference(key, hints, fields.get("file", ""))


def _csl(text: str) -> dict[str, dict[str, str]]:
    try:
        items = json.loads(text)
    except (ValueError, RecursionError):
        return {}
    items = items if isinstance(items, list) else [items]
    return {
        str(item.get("id", number)): {key: _csl_text(value) for key, value in item.items()}
        for number, item in enumerate(items, 1)
        if isinstance(item, dict) and "title" in item
    }


def _csl_text(value: Any) -> str:  # noqa: ANN401 (any JSON)
    """Write a value of CSL-JSON as text: a date as ISO, names in a row."""
    match value:
        case {"date-parts": [[*parts], *_]}:
            return "-".join(str(part).zfill(2) for part in parts)
        case {"raw": str(raw)}:
            return raw
        case [*people]:
            return ", ".join(_person(one) for one in people if isinstance(one, dict))
        case _:
            return str(value)


def _person(name: dict[str, Any]) -> str:
    parts = (name.get("given"), name.get("non-dropping-particle"), name.get("family"))
    return str(name.get("literal") or " ".join(str(part) for part in parts if part))


def _bibtex(text: str) -> Iterator[tuple[str, dict[str, str]]]:
    for entry in _ENTRY.finditer(text):
        fields: dict[str, str] = {}
        at = entry.end()
        while field := _FIELD.match(text, at):
            value, at = _value(text, field.end())
            fields[field[1].lower()] = value
            following = re.compile(r"\s*,").match(text, at)
            if following is None:
                break
            at = following.end()
        yield entry[2], _in_words(fields)


def _value(text: str, at: int) -> tuple[str, int]:
    """Read a value in braces or quotation marks, or a bare word; return it and where it ends."""
    opening = text[at : at + 1]
    if opening not in ("{", '"'):
        bare = re.compile(r"[\w-]*").match(text, at)
        return (bare[0], bare.end()) if bare else ("", at)
    depth = 0
    for end in range(at + 1, len(text)):
        char = text[end]
        if depth == 0 and char == ("}" if opening == "{" else '"'):
            return re.sub(r"[{}]", "", text[at + 1 : end]).replace("\\&", "&"), end + 1
        depth += (char == "{") - (char == "}")
    return "", len(text)


def _in_words(fields: dict[str, str]) -> dict[str, str]:
    """Write names as people say them, and a date from its parts."""
    if "author" in fields:
        people = re.split(r"\s+and\s+", fields["author"])
        fields["author"] = ", ".join(" ".join(reversed(one.split(", ", 1))) for one in people)
    month = fields.get("month", "").lower()[:3]
    if "date" not in fields and "year" in fields and (month in _MONTHS or month.isdecimal()):
        number = int(month) if month.isdecimal() else _MONTHS.index(month) + 1
        day = fields.get("day", "")
        fields["date"] = f"{fields['year']}-{number:02}" + (
            f"-{int(day):02}" if day.isdecimal() else ""
        )
    return fields
