"""`briefing serve` as a program: what it says, how it ends, which browser it opens."""

from __future__ import annotations

import asyncio
import os
import re
import signal
import socket
import subprocess
import sys
import threading
import urllib.request
import webbrowser
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from briefing import serve as package
from briefing.serve import serve, server
from tests.serve.conftest import PATIENCE, SMALL, TITLE

if TYPE_CHECKING:
    from collections.abc import Callable

    from briefing.serve.server import Listener, Server
    from tests.conftest import ProjectMaker

ROOT = Path(__file__).resolve().parents[2]


@pytest.mark.slow
def test_an_interrupt_ends_it_quietly(project: ProjectMaker) -> None:
    root = project(SMALL)
    command = [sys.executable, "-m", "briefing", "serve", "--port", "0", "-f", str(root)]
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(command, cwd=root, env=environment, stderr=subprocess.PIPE) as running:
        assert running.stderr is not None
        last_resort = threading.Timer(3 * PATIENCE, running.kill)
        last_resort.start()
        said = ""
        while not (address := re.search(r"serving at (\S+)", said)):
            line = running.stderr.readline().decode()
            assert line, said
            said += line
        with urllib.request.urlopen(f"{address[1]}_briefing/reload", timeout=PATIENCE) as stream:  # noqa: S310
            assert stream.readline().startswith(b"retry")
            with urllib.request.urlopen(address[1], timeout=PATIENCE) as page:  # noqa: S310
                assert f"<title>{TITLE}</title>" in page.read().decode()
            running.send_signal(signal.SIGINT)
            assert running.wait(PATIENCE) == 0
        last_resort.cancel()
        rest = running.stderr.read().decode()
    assert "Traceback" not in rest
    assert "rror" not in rest


def test_a_busy_port_is_said_and_ends_it(project: ProjectMaker) -> None:
    said: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as taken:
        status = serve(
            project(SMALL), host="127.0.0.1", port=taken.getsockname()[1], strict=False,
            open_browser=False, say=said.append,
        )  # fmt: skip
    assert status == 2
    assert len(said) == 1
    assert "busy" in said[0]


async def _run_for_a_moment(
    _root: Path,
    listener: Listener,
    *,
    host: str,
    strict: bool,
    say: Callable[[str], None],
    up: Callable[[Server | None], None],
) -> None:
    """Stand in for a session that is up and ends at once."""
    up(None)
    say(f"up on {host}{' strictly' if strict else ''}")
    listener.socket.close()
    await asyncio.sleep(0)


def test_another_port_than_the_usual_is_said_aloud(
    project: ProjectMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(package, "run", _run_for_a_moment)
    said: list[str] = []
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
        monkeypatch.setattr(server, "DEFAULT_PORT", port)
        status = serve(
            project(SMALL), host="127.0.0.1", port=None, strict=True, open_browser=False,
            say=said.append,
        )  # fmt: skip
    assert status == 0
    assert said[0].startswith(f"port {port} is busy, using ")
    assert said[1].startswith("serving at http://127.0.0.1:")
    assert said[2] == "up on 127.0.0.1 strictly"


def test_a_browser_is_opened_when_asked_for(
    project: ProjectMaker, monkeypatch: pytest.MonkeyPatch
) -> None:
    opened: list[str] = []
    monkeypatch.setattr(package, "run", _run_for_a_moment)
    monkeypatch.setattr(webbrowser, "open", opened.append)
    for wanted in (False, True):
        serve(project(SMALL), host="127.0.0.1", port=0, strict=False, open_browser=wanted,
              say=lambda _line: None)  # fmt: skip
    assert len(opened) == 1
    assert opened[0].startswith("http://127.0.0.1:")
