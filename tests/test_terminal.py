"""What a terminal is shown: colours where they are wanted, and that a command is still working."""

from __future__ import annotations

import io
import signal
import sys
import threading
import time

import pytest

from briefing.cli import progress
from briefing.cli.terminal import colour


@pytest.mark.parametrize(
    ("choice", "environment", "expected"),
    [
        ("auto", {}, None),
        ("auto", {"NO_COLOR": "1"}, False),
        ("auto", {"NO_COLOR": ""}, None),
        ("auto", {"FORCE_COLOR": "1"}, True),
        ("auto", {"NO_COLOR": "1", "FORCE_COLOR": "1"}, False),
        ("always", {"NO_COLOR": "1"}, True),
        ("never", {"FORCE_COLOR": "1"}, False),
    ],
)
def test_who_decides_about_colours(
    choice: str,
    environment: dict[str, str],
    expected: bool | None,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    for name in ("NO_COLOR", "FORCE_COLOR"):
        monkeypatch.delenv(name, raising=False)
    for name, value in environment.items():
        monkeypatch.setenv(name, value)
    assert colour(choice) is expected


class Terminal(io.StringIO):
    """Something that shows what is written to it."""

    def __init__(self, *, is_terminal: bool) -> None:
        super().__init__()
        self.is_terminal = is_terminal

    def isatty(self) -> bool:
        return self.is_terminal


@pytest.mark.parametrize("timer", [True, False])
@pytest.mark.parametrize(("is_terminal", "long"), [(True, True), (True, False), (False, True)])
def test_a_terminal_that_waits_is_told_and_nothing_of_it_remains(
    is_terminal: bool, long: bool, timer: bool, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not timer:  # as on Windows
        monkeypatch.delattr(signal, "setitimer")
    threads = threading.active_count()
    terminal = Terminal(is_terminal=is_terminal)
    monkeypatch.setattr(sys, "stderr", terminal)
    monkeypatch.setattr(progress, "SILENT_SECONDS", 0.01 if long else 60)
    with progress.working("checking"):
        assert threading.active_count() == threads or not timer
        until = time.monotonic() + 10
        while long and is_terminal and "checking" not in terminal.getvalue():
            assert time.monotonic() < until
            time.sleep(0.001)
    written = terminal.getvalue()
    assert ("\r\x1b[Kchecking… 0 s" in written) == (is_terminal and long)
    assert written == "" or written.endswith("\r\x1b[K")


def test_a_terminal_that_refuses_does_not_stop_the_command(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = Terminal(is_terminal=True)
    terminal.close()
    monkeypatch.setattr(progress, "SILENT_SECONDS", 0.001)
    monkeypatch.setattr(Terminal, "isatty", lambda _self: True)
    monkeypatch.setattr(sys, "stderr", terminal)
    with progress.working("checking"):
        time.sleep(0.02)
