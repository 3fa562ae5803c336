"""Read what the documentation says of a diagnostic code."""

from __future__ import annotations

import re

from briefing import resources

_LINK = re.compile(r"\[([^\]]+)\]\([^)]+\)")


def about(code: str) -> str | None:
    """Return the text below the heading of a code in `docs/diagnostics.md`; None if it has none."""
    text = resources.diagnostics().read_text(encoding="utf-8")
    _, heading, after = f"\n{text}".partition(f"\n### {code}\n")
    if not heading:
        return None
    return _LINK.sub(r"\1", re.split(r"\n##", after)[0].strip())
