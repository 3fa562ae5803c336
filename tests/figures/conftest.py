"""Print how well the reader of figures does, in the summary of a test run."""

from __future__ import annotations

import pytest

SCORES = pytest.StashKey[dict[str, str]]()


def pytest_configure(config: pytest.Config) -> None:
    """Start without scores."""
    config.stash[SCORES] = {}


@pytest.fixture
def scores(request: pytest.FixtureRequest) -> dict[str, str]:
    """Give the mapping from a corpus to its score in words, which the summary prints."""
    return request.config.stash[SCORES]


def pytest_terminal_summary(
    terminalreporter: pytest.TerminalReporter, config: pytest.Config
) -> None:
    """Print the scores that tests have left."""
    for corpus, score in sorted(config.stash.get(SCORES, {}).items()):
        terminalreporter.write_line(f"figures read, {corpus}: {score}")
