"""What a page costs does not grow with what is not on it."""

from __future__ import annotations

import sys
from dataclasses import replace
from types import FrameType, MappingProxyType
from typing import Any

import pytest

from briefing import view
from briefing.model.judged import Judged
from tests.view.briefings import default_look, example


def with_more_sources(briefing: Judged, more: int) -> Judged:
    """Add dated sources that no claim cites."""
    held = briefing.content.sources
    some = next(iter(held.values()))
    added = {
        f"more-{n}": replace(some, id=f"more-{n}", file=f"seeds/more-{n}.txt") for n in range(more)
    }
    content = replace(briefing.content, sources=MappingProxyType({**held, **added}))
    voices = {**briefing.voice_of, **dict.fromkeys(added, briefing.voice_of[some.id])}
    return replace(briefing, content=content, voice_of=MappingProxyType(voices))


def calls(site: view.Site, path: str) -> int:
    """Count the calls while a page is made."""
    count = 0

    def counting(_frame: FrameType, event: str, _argument: Any) -> None:  # noqa: ANN401
        nonlocal count
        count += event in ("call", "c_call")

    view.page(site, path)
    sys.setprofile(counting)
    try:
        view.page(site, path)
    finally:
        sys.setprofile(None)
    return count


@pytest.mark.parametrize("folder", ["claims/", "sources/"])
def test_a_page_costs_the_same_however_many_sources_there_are(folder: str) -> None:
    small, large = (
        view.site(with_more_sources(example(), more), default_look())[0] for more in (0, 300)
    )
    paths = [
        one
        for one in small.routes
        if one.startswith(folder) and not one.startswith(f"{folder}index")
    ]
    assert paths
    for path in paths:
        assert calls(large, path) <= 1.2 * calls(small, path) + 50, path
