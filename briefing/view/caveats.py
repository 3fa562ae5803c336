"""Name each caveat for readers, and say what it means."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.language.messages import message
from briefing.model.judged import Caveat

if TYPE_CHECKING:
    from collections.abc import Mapping

CAVEATS: Mapping[Caveat, tuple[str, str]] = {
    Caveat.ONE_ORIGIN: (
        message("One origin"),
        message(
            "Only one speaker is named in its support: several voices relay the same party, or one relays it "
            "and the others name nobody."
        ),
    ),
    Caveat.AI_GENERATED_ONLY: (
        message("Machine-written only"),
        message(
            "Every article that supports it says that software wrote it, or is suspected of it."
        ),
    ),
    Caveat.AI_PIVOTAL: (
        message("Hangs on machine-written articles"),
        message(
            "Without the articles that software wrote, or is suspected to have written, the verdict "
            "would be different."
        ),
    ),
    Caveat.UNNAMED_PUBLISHER: (
        message("Unnamed publisher"),
        message(
            "Without the articles whose publisher is not named, the verdict would be different."
        ),
    ),
    Caveat.INFERRED_SCOPE: (
        message("Inferred scope"),
        message(
            "That the figures speak of the same thing is the analyst’s reading, not the sources’ words."
        ),
    ),
    Caveat.STALE: (
        message("Due for review"),
        message("The date by which this claim was to be looked at again has passed."),
    ),
}
"""The name of each caveat, and what it means."""
