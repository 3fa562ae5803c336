"""Find where each quote is in its article, or say what is wrong with it."""

from briefing.anchor.article import anchor, as_read, grounds_by_source
from briefing.anchor.elsewhere import found_elsewhere

__all__ = ["anchor", "as_read", "found_elsewhere", "grounds_by_source"]
