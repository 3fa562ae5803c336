"""Read, label and compare periods of time."""

from __future__ import annotations

from briefing.figures.periods.conflicts import label_to_write, names_period, other_period
from briefing.figures.periods.labels import parse_period
from briefing.figures.periods.mentions import mentioned

__all__ = ["label_to_write", "mentioned", "names_period", "other_period", "parse_period"]
