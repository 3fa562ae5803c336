"""A narrative with sections begins with an answer, or its author is told."""

from __future__ import annotations

import pytest

from briefing import pipeline
from tests.conftest import ProjectMaker

SECTIONS = "## Why\n\nIt is.\n"
ANSWER = "It is so.\n\n- It was.\n- It will be.\n\n"


@pytest.mark.parametrize(
    ("page", "text", "told"),
    [
        ("content/index.md", f"It is so.\n\n{SECTIONS}", True),
        ("content/index.md", SECTIONS, True),
        ("content/topics/all.md", f"It is so.\n\n{SECTIONS}", True),
        ("content/index.md", f"{ANSWER}{SECTIONS}", False),
        ("content/index.md", "It is so.\n\nIt was.\n", False),
        ("content/method.md", SECTIONS, False),
    ],
)
def test_a_note_where_sections_have_no_answer_above_them(
    project: ProjectMaker, page: str, text: str, told: bool
) -> None:
    files = {
        "briefing.yaml": "title: T\ntopics: [{id: all, title: All}]\n",
        "content/sources.yaml": "a: {file: a.txt, title: A}\n",
        "content/claims/all.yaml": "topic: all\nclaims: {}\n",
        "seeds/a.txt": "words\n",
    }
    found = pipeline.examine(project({**files, page: text})).found
    notes = [(one.code, one.severity, one.at.file) for one in found if one.code == "answer-missing"]
    assert notes == [("answer-missing", "note", page)] * told
