"""Report a language that has no tables, and one in which the pages have no words."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.diagnostics import Diagnostic, diagnostic
from briefing.language import known, languages
from briefing.language.messages import is_translated

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.diagnostics import Span


def check_language(tag: str, at: Span) -> Iterator[Diagnostic]:
    """Warn where no figures, periods and words of sense are read in the language of a BCP 47 tag."""
    if known(tag) is None:
        message = f"no figures, periods or telling words are read in the language '{tag}'"
        hint = f"languages that are read: {', '.join(sorted(languages()))}"
        yield diagnostic("language-unread", at, message, hint=hint)


def check_messages(tag: str, at: Span) -> Iterator[Diagnostic]:
    """Note that the pages of a site in the language of a BCP 47 tag have English labels and sentences."""
    if not is_translated(tag):
        message = f"the labels and sentences of the pages are in English and not in '{tag}'"
        yield diagnostic("language-untranslated", at, message)
