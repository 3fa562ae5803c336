"""This repository's own briefing: what its prose counts by hand is what the verdicts count."""

from __future__ import annotations

import re
from pathlib import Path

from briefing import pipeline
from briefing.model.verdict import Verdict

ROOT = Path(__file__).parent.parent


def test_the_front_page_counts_what_hangs_on_the_unnamed_publisher() -> None:
    examined = pipeline.examine(ROOT)
    assert examined.site is not None
    judged = examined.site.judged
    (unnamed,) = {
        judged.voice_of[one.id] for one in judged.content.sources.values() if not one.publisher
    }
    corroborated = [
        one for one in judged.judgements.values() if one.verdict is Verdict.CORROBORATED
    ]
    hanging = [one for one in corroborated if unnamed in one.pivotal]
    text = (ROOT / "content/index.md").read_text()
    counts = re.findall(r"([0-9]+) of the ([0-9]+) corroborated claims", text)
    assert counts == [(str(len(hanging)), str(len(corroborated)))]
