"""Axe finds nothing to object to on any kind of page.

The real briefing is for the slow tests: it has the parts that the small one and those of
`test_parts.py` have, and more of each.

`axe.min.js` is axe-core 4.14.1 as its npm package ships it, under the Mozilla Public License 2.0;
its licences appear beside it.
"""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.browser.conftest import Opener, Place, windows

pytestmark = pytest.mark.browser

AXE = (Path(__file__).parent / "axe.min.js").read_text("utf-8")
RUN = """axe.run({ preload: false, resultTypes: ["violations"] }).then(found => found.violations.map(
    rule => rule.id + ": " + rule.nodes.map(node => node.target.join(" ")).join(", ")))"""


@pytest.mark.parametrize(
    "folder", ["small", pytest.param("real", marks=pytest.mark.slow)], indirect=True
)
@pytest.mark.parametrize(
    ("width", "scheme"),
    [
        (320, "light"),
        *(pytest.param(*one.values, marks=pytest.mark.slow) for one in windows(320, 1280)[1:]),
    ],
)
def test_axe_finds_nothing(disk: Place, read: Opener, width: int, scheme: str) -> None:
    reader = read(disk, viewport={"width": width, "height": 800}, color_scheme=scheme)
    kinds = disk.one_of_each()
    assert len(kinds) >= 10
    found = {}
    for path in kinds:
        reader.open(path)
        reader.page.evaluate(AXE)
        found[path] = reader.page.evaluate(RUN)
    assert not {path: rules for path, rules in found.items() if rules}
