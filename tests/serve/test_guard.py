"""Which requests the preview answers, as a table of what hostile pages and names send."""

from __future__ import annotations

from http import HTTPStatus

import pytest

from briefing.serve.guard import hosts, refusal

HERE = "localhost:8000"
ALLOWED = hosts("127.0.0.1", 8000)
REFUSED = HTTPStatus.FORBIDDEN
NOT_ALLOWED = HTTPStatus.METHOD_NOT_ALLOWED


def verdict(method: str, *headers: tuple[str, str], stream: bool = False) -> HTTPStatus | None:
    refused = refusal(method, headers, ALLOWED, stream=stream)
    return refused.status if refused else None


@pytest.mark.parametrize(
    "host", ["localhost:8000", "127.0.0.1:8000", "[::1]:8000", "LOCALHOST:8000"]
)
def test_its_own_names_are_answered(host: str) -> None:
    assert verdict("GET", ("host", host)) is None


@pytest.mark.parametrize(
    "host",
    [
        "evil.example:8000",  # a name that DNS rebinding turned to this machine
        "localhost",
        "localhost:80",
        "localhost:8001",
        "localhost:8000.evil.example",
        "localhost:8000@evil.example",
        "evil.example#localhost:8000",
        "localhost.:8000",
        "localhost:08000",
        "127.0.0.1.nip.io:8000",
        "127.1:8000",
        "2130706433:8000",
        "0.0.0.0:8000",
        "::1:8000",
        "[::ffff:127.0.0.1]:8000",
        "ｌocalhost:8000",
        "",
    ],
)
def test_other_names_are_refused(host: str) -> None:
    assert verdict("GET", ("host", host)) is REFUSED
    assert verdict("GET", ("host", host), stream=True) is REFUSED


def test_a_request_names_its_host_once() -> None:
    assert verdict("GET") is REFUSED
    assert verdict("GET", ("host", HERE), ("host", HERE)) is REFUSED
    assert verdict("GET", ("host", HERE), ("host", "evil.example:8000")) is REFUSED


def test_forwarding_headers_change_nothing() -> None:
    forwarded = ("x-forwarded-host", HERE)
    assert verdict("GET", ("host", "evil.example:8000"), forwarded) is REFUSED
    assert verdict("GET", ("host", HERE), ("x-forwarded-host", "evil.example")) is None


FOREIGN_ORIGINS = [
    "null",
    "",
    "http://evil.example",
    "http://evil.example:8000",
    "https://localhost:8000",
    "http://localhost",
    "http://localhost:3000",
    "http://localhost:8000.evil.example",
    "http://127.0.0.1:8000",  # it is this server, but not the name that was asked
    "http://localhost:8000/",
]


@pytest.mark.parametrize("origin", FOREIGN_ORIGINS)
@pytest.mark.parametrize("method", ["GET", "POST", "OPTIONS", "DELETE"])
def test_another_origin_is_refused(method: str, origin: str) -> None:
    asked = (("host", HERE), ("origin", origin))
    assert verdict(method, *asked) is REFUSED
    assert verdict(method, *asked, stream=True) is REFUSED


def test_its_own_origin_is_answered() -> None:
    asked = (("host", HERE), ("origin", f"http://{HERE}"), ("sec-fetch-site", "same-origin"))
    assert verdict("GET", *asked) is None
    assert verdict("GET", *asked, stream=True) is None
    assert verdict("GET", *asked, ("origin", "http://evil.example")) is REFUSED


@pytest.mark.parametrize("site", ["cross-site", "same-site", "", "new-word"])
@pytest.mark.parametrize("mode", ["no-cors", "cors", "websocket", "same-origin"])
def test_what_another_site_embeds_or_fetches_is_refused(site: str, mode: str) -> None:
    asked = (("host", HERE), ("sec-fetch-site", site), ("sec-fetch-mode", mode))
    assert verdict("GET", *asked) is REFUSED
    assert verdict("GET", *asked, stream=True) is REFUSED
    assert verdict("POST", *asked) is REFUSED


def test_a_link_from_another_site_opens_a_page_but_no_stream() -> None:
    link = (
        ("host", HERE),
        ("sec-fetch-site", "cross-site"),
        ("sec-fetch-mode", "navigate"),
        ("sec-fetch-dest", "document"),
    )
    assert verdict("GET", *link) is None
    assert verdict("GET", *link, stream=True) is REFUSED
    assert verdict("POST", *link) is REFUSED
    assert verdict("GET", *link[:3], ("sec-fetch-dest", "object")) is REFUSED


@pytest.mark.parametrize("site", ["same-origin", "none"])
def test_the_author_and_the_site_itself_are_answered(site: str) -> None:
    asked = (("host", HERE), ("sec-fetch-site", site))
    assert verdict("GET", *asked) is None
    assert verdict("GET", *asked, stream=True) is None
    assert verdict("HEAD", *asked) is None


@pytest.mark.parametrize(
    "method", ["POST", "PUT", "PATCH", "DELETE", "OPTIONS", "TRACE", "get", "X"]
)
def test_nothing_can_be_changed(method: str) -> None:
    own = (("host", HERE), ("origin", f"http://{HERE}"), ("sec-fetch-site", "same-origin"))
    assert verdict(method, *own) is NOT_ALLOWED
    assert verdict(method, ("host", HERE)) is NOT_ALLOWED
    assert verdict(method, ("host", HERE), stream=True) is NOT_ALLOWED


def test_the_given_address_is_a_name_too() -> None:
    assert "desk.lan:8123" in hosts("Desk.lan", 8123)
    assert "[fe80::1]:8123" in hosts("fe80::1", 8123)


def test_browsers_leave_out_port_80() -> None:
    assert {"localhost", "localhost:80"} <= hosts("127.0.0.1", 80)
    assert "localhost" not in hosts("127.0.0.1", 8080)
