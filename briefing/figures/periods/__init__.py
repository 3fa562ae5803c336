"""Read, label and compare periods of time."""

from __future__ import annotations

from briefing.figures.periods.conflicts import other_period
from briefing.figures.periods.governing import RATIOS, beside, is_change
from briefing.figures.periods.labels import parse_period
from briefing.figures.periods.meanings import PeriodReader, label_to_write, names_period
from briefing.figures.periods.mentions import mentioned
from briefing.figures.periods.stated import base_between, periods_of, stated_period, told_period

__all__ = [
    "RATIOS",
    "PeriodReader",
    "base_between",
    "beside",
    "is_change",
    "label_to_write",
    "mentioned",
    "names_period",
    "other_period",
    "parse_period",
    "periods_of",
    "stated_period",
    "told_period",
]
