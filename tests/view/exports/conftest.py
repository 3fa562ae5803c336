"""Judge the projects on disk once, and give what a file for programs says of them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest

from briefing import pipeline, view
from briefing.diagnostics import blocks
from briefing.model.history import Change, History
from briefing.model.judged import Judged
from briefing.model.pages import Plain
from briefing.view import Site
from tests.view.briefings import default_look

ROOT = Path(__file__).resolve().parents[3]
ADDRESS = "https://example.org/team"

Exported = Callable[..., str]


@pytest.fixture(scope="session", params=["tests/sites/small", "."], ids=["small", "real"])
def real(request: pytest.FixtureRequest) -> tuple[Path, Judged]:
    """Return a project's folder and what is judged of it."""
    root = ROOT / request.param
    examined = pipeline.examine(root)
    assert examined.site is not None
    assert not blocks(examined.found), examined.found
    return root, examined.site.judged


def site_of(judged: Judged, address: str | None = None, changes: tuple[Change, ...] = ()) -> Site:
    """Plan the site of a briefing that has an address and editions, or has none."""
    settings = replace(judged.content.settings, site_url=address)
    content = replace(judged.content, settings=settings, history=History(changes=changes))
    made, _ = view.site(replace(judged, content=content), default_look())
    return made


def text_of(site: Site, path: str) -> str:
    """Give a file for programs as text."""
    made = view.page(site, path)
    assert isinstance(made, Plain)
    return made.data.decode()


def nodes(value: Any) -> list[dict[str, Any]]:  # noqa: ANN401 (whatever JSON holds)
    """List every object within a JSON value, from the outside inwards."""
    if isinstance(value, dict):
        return [value, *(node for one in value.values() for node in nodes(one))]
    return [node for one in value for node in nodes(one)] if isinstance(value, list) else []
