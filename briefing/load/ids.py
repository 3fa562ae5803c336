"""Ids are kebab-case, unique in the project, and are URLs and file names."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing.diagnostics import Diagnostic, Related, Span, diagnostic
from briefing.file_names import is_device

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

MAX_LENGTH = 100
RESERVED = frozenset({"index"})
_KEBAB = re.compile(r"[a-z0-9]+(?:-[a-z0-9]+)*")


def check_id(id_: str, at: Span) -> Iterator[Diagnostic]:
    """Yield a diagnostic if an id is not kebab-case, is too long, or names no file of its own."""
    if id_ in RESERVED:
        yield diagnostic("bad-id", at, f"'{id_}' is the name of a page and cannot be an id")
    elif not _KEBAB.fullmatch(id_):
        kebab = as_kebab(id_)
        hint = f"write '{kebab}'" if kebab and kebab not in RESERVED else None
        message = f"the id '{id_}' is not kebab-case (a-z, 0-9 and single hyphens)"
        yield diagnostic("bad-id", at, message, hint=hint)
    elif len(id_) > MAX_LENGTH:
        yield diagnostic("bad-id", at, f"an id can have at most {MAX_LENGTH} characters")
    elif is_device(id_):
        message = f"'{id_}' is a device name on Windows and cannot be an id"
        yield diagnostic("bad-id", at, message, hint="choose another id")


def as_kebab(words: str) -> str:
    """Return the id that some words are meant as; empty if none is left."""
    return re.sub(r"[^a-z0-9]+", "-", words.lower()).strip("-")


def repeated(ids: Iterable[tuple[str, Span]]) -> Iterator[Diagnostic]:
    """Yield a diagnostic for each repeated id, with the place of the first."""
    first: dict[str, Span] = {}
    for id_, at in ids:
        if id_ in first:
            related = (Related(first[id_], "first used here"),)
            message = f"duplicate id '{id_}'"
            yield diagnostic("duplicate-id", at, message, related=related)
        else:
            first[id_] = at
