from __future__ import annotations

import pytest

from tests.view.briefings import Built, built, example


@pytest.fixture(scope="session")
def small() -> Built:
    """Return the pages of a small briefing with one of everything."""
    return built(example())
