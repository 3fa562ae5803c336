"""Find the words of a quote that deny what it gives: "did not reach $5 million"."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Final

from briefing.language import known
from briefing.language.parting import parted
from briefing.quotes.sentences import clause_start
from briefing.quotes.turning import Turning, nearest, turning

if TYPE_CHECKING:
    from briefing.quotes.body import Span

_FAR: Final = 128
"""How many characters behind a figure its clause is looked for."""
_CLAUSE_END: Final = re.compile(r"[,;:!?()](?!\d)|\.(?=\s+\W?[^\W\d_a-z]|\s*\Z)")


def denied(text: str, at: int, language: str) -> str | None:
    """Return the word that denies what is at `at` in `text`, in the clause that leads up to it.

    Unlike `turned` this reads the words of a quote itself, as far back as their clause goes.
    """
    tables = known(language)
    if tables is None:
        return None
    words = parted(text, language)
    if words is None:
        found = _denied(turning(tables), text, at)
        return text[slice(*found)] if found else None
    found = _denied(turning(tables), words.text, words.inner(at, at + 1)[0])
    return text[slice(*words.outer(*found))] if found else None


def _denied(by: Turning, text: str, at: int) -> Span | None:
    found = nearest(by, by.denying, text, (_clause_start(by, text, at), at), last=True)
    if found is not None and not by.indirect.search(text, found[1], at):
        return found
    return nearest(by, by.denied_after, text, (at, _clause_end(text, at)))


def _clause_start(by: Turning, text: str, at: int) -> int:
    """Return where the clause up to `at` begins; a comma before "that" may part none."""
    start = clause_start(text, at)
    leads = text[start:at].lstrip().casefold().startswith(by.joined) if by.joined else False
    return clause_start(text, start - 1) if leads and text[start - 1] == "," else start


def _clause_end(text: str, at: int) -> int:
    """Return where the clause with the figure at `at` ends, whose own signs part digits."""
    found = _CLAUSE_END.search(text, at, at + _FAR)
    return found.start() if found else min(at + _FAR, len(text))
