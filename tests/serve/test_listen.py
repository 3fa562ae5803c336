"""How an address is taken, and what is said if that fails."""

from __future__ import annotations

import socket
from collections.abc import Iterator

import pytest

from briefing.serve import server
from briefing.serve.server import Listener, listen


@pytest.fixture
def taken() -> Iterator[socket.socket]:
    with socket.create_server(("127.0.0.1", 0)) as busy:
        yield busy


def listened(host: str, port: int | None) -> Listener:
    listener = listen(host, port)
    assert isinstance(listener, Listener), listener
    listener.socket.close()
    return listener


def test_port_0_is_any_free_one() -> None:
    listener = listened("127.0.0.1", 0)
    assert listener.port > 0
    assert listener.url == f"http://127.0.0.1:{listener.port}/"


def test_a_busy_port_that_was_asked_for_is_refused(taken: socket.socket) -> None:
    port = taken.getsockname()[1]
    refused = listen("127.0.0.1", port)
    assert isinstance(refused, str)
    assert f"port {port}" in refused
    assert "busy" in refused


def test_two_previews_never_share_a_port() -> None:
    first = listen("127.0.0.1", 0)
    assert isinstance(first, Listener)
    with first.socket:
        assert isinstance(listen("127.0.0.1", first.port), str)


def test_the_default_port_gives_way_to_the_next(
    taken: socket.socket, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "DEFAULT_PORT", taken.getsockname()[1])
    assert listened("127.0.0.1", None).port > taken.getsockname()[1]
    monkeypatch.setattr(server, "TRIES", 1)
    refused = listen("127.0.0.1", None)
    assert isinstance(refused, str)
    assert "all busy" in refused


def test_an_unknown_host_is_a_sentence() -> None:
    refused = listen("no such host", 0)
    assert isinstance(refused, str)
    assert refused.startswith("cannot listen on no such host")


def test_an_address_of_another_machine_is_a_sentence() -> None:
    refused = listen("192.0.2.1", 0)
    assert isinstance(refused, str)
    assert refused.startswith("cannot listen on 192.0.2.1")


def test_an_address_for_all_interfaces_is_shown_as_one_to_visit() -> None:
    listener = listened("0.0.0.0", 0)  # noqa: S104 (what the author may ask for)
    assert listener.url == f"http://127.0.0.1:{listener.port}/"
