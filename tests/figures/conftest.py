"""Print how well the reader of figures does, in the summary of a test run."""

from __future__ import annotations

from collections.abc import Callable

import pytest

_SCORE = "figures read"


@pytest.fixture
def score(record_property: Callable[[str, object], None]) -> Callable[[str], None]:
    """Give a function that puts a line into the summary, from whichever process tests run in."""
    return lambda line: record_property(_SCORE, line)


def pytest_terminal_summary(terminalreporter: pytest.TerminalReporter) -> None:
    """Print the scores that tests have left."""
    reports = (one for held in terminalreporter.stats.values() for one in held)
    properties = (pair for one in reports for pair in getattr(one, "user_properties", ()))
    for line in sorted({str(line) for name, line in properties if name == _SCORE}):
        terminalreporter.write_line(f"{_SCORE}, {line}")
