"""The briefing on one page is one page of paper, of either format, however much there is to say."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.by_hand import placed
from tests.browser.conftest import Example, Opener, Place
from tests.browser.test_print import FORMATS, put_on_paper, squeezed
from tests.view.briefings import article, built, judged
from tests.view.pages.test_brief import claims

pytestmark = pytest.mark.browser

SMALLEST = """() => Math.min(...[...document.querySelectorAll('body *')]
  .filter((one) => one.checkVisibility()).map((one) => parseFloat(getComputedStyle(one).fontSize)))"""
"""In px, of which four are three points."""
ANSWER = """Sales grew in each of the four years that anybody has written about so far [@c1], and nobody
says by how much, or gives a reason.

- In the first of them they may have doubled, which no other article repeats. [@c2]
- In the second, third and fourth of them they grew again, by less. [@c0]
- Whether they will go on to grow is open. [@c4]

## What nobody says

- Who buys what is sold, where do they live, and what would they buy if it were not sold?
- Does it pay?
"""


def test_a_full_page_is_one_sheet(tmp_path: Path, read: Opener) -> None:
    said = "It grew, and as far as anybody can tell it will grow at the same rate for years."
    made = built(
        judged((article("a", "It grew."),), (), claims(90, said), {"index": ANSWER}, title="Sales")
    )
    reader = read(placed(made, tmp_path))
    reader.open("brief.html")
    for paper in FORMATS:
        (sheet,) = put_on_paper(reader, paper).pages
        text = squeezed(sheet.extract_text())
        for part in ("Sales", "more key claims", "Does it pay?", "The whole, with every quote"):
            assert squeezed(part) in text
    reader.page.emulate_media(media="print")
    assert reader.page.evaluate(SMALLEST) >= 12


@pytest.mark.slow
def test_this_project_s_briefing_is_one_sheet(example: Example, read: Opener) -> None:
    folder = example("real")
    reader = read(Place(folder, folder.as_uri() + "/"))
    reader.open("brief.html")
    for paper in FORMATS:
        assert len(put_on_paper(reader, paper).pages) == 1, paper
