"""The three marks that a claim can carry."""

from __future__ import annotations

from enum import StrEnum


class Verdict(StrEnum):
    """What the voices make of a claim; computed, never typed."""

    CORROBORATED = "corroborated"
    DISPUTED = "disputed"
    UNSUPPORTED = "unsupported"
