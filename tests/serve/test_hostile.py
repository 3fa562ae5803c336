"""Requests of hostile pages, names and clients, against a running preview."""

from __future__ import annotations

import select
import socket
import time
from contextlib import ExitStack, suppress
from typing import TYPE_CHECKING

import pytest

from briefing.serve import app, server
from tests.serve.conftest import PATIENCE, SMALL, TITLE

if TYPE_CHECKING:
    from pathlib import Path

    from tests.serve.conftest import Preview, Starter

SECRET = "the words that must not get out"

TARGETS = [
    "/../secret.txt",
    "/../project-beside/secret.txt",
    "/%2e%2e/secret.txt",
    "/%2e%2e%2fsecret.txt",
    "/%252e%252e/secret.txt",
    "/..%5csecret.txt",
    "/..\\secret.txt",
    "/static/../../secret.txt",
    "/static/%2e%2e/%2e%2e/secret.txt",
    "/claims/../../secret.txt",
    "/static/..;/secret.txt",
    "/%c0%ae%c0%ae/secret.txt",
    "/briefing.yaml",
    "/content/claims/cost.yaml",
    "/seeds/gazette.txt",
    "/templates/base.html",
    "/.git/config",
    "/.env",
    "/site/",
    "/static",
    "/static/",
    "/index.html.gz",
    "/index.html%00.txt",
    "/%00",
    "/index.html%0d%0aX-Injected:%20yes",
    "/index.html/",
    "/INDEX.HTML",
    "/./index.html",
    "/claims//index.html",
    "//evil.example/",
    "//evil.example/claims",
    "//claims",
    "///claims",
    "/%2fclaims",
    "/\\evil.example/claims",
    "//localhost/index.html",
    "/etc/passwd",
    "/file:///etc/passwd",
    "http://evil.example/index.html",
    "/_briefing/",
    "/_briefing/../index.html",
    "/_briefing/problems/",
    "/_briefing/%2e%2e/%2e%2e/secret.txt",
    "/" + "a" * 8000,
    "/%",
    "/%ff",
    "/\xff",
]


@pytest.fixture
def site(preview: Starter, tmp_path: Path) -> Preview:
    (tmp_path / "secret.txt").write_text(SECRET)
    (tmp_path / "project-beside").mkdir()
    (tmp_path / "project-beside" / "secret.txt").write_text(SECRET)
    return preview({**SMALL, ".git/config": SECRET, ".env": SECRET, "site/index.html": SECRET})


def test_what_is_not_on_the_list_does_not_exist(site: Preview) -> None:
    for target in TARGETS:
        answer = site.target(target)
        head, _, body = answer.partition(b"\r\n\r\n")
        assert head.split()[1] in (b"404", b"400"), target
        assert b"location:" not in head.lower(), target
        assert b"x-injected" not in head.lower(), target
        assert SECRET.encode() not in body, target
        assert b"topic: cost" not in body, target
    assert site.ask("/").title == TITLE


def test_a_folder_leads_to_its_index_by_a_relative_way(site: Preview) -> None:
    moved = site.ask("/claims")
    assert moved.status == 307
    assert moved.headers["location"] == "claims/"
    assert site.ask("/claims/").body == site.ask("/claims/index.html").body
    assert site.ask("/?a=//evil.example").title == TITLE


REQUESTS: list[tuple[str, str, dict[str, str], int]] = [
    ("GET", "/", {"host": "evil.example"}, 403),
    ("GET", "/", {"host": "localhost"}, 403),
    ("GET", "/data/briefing.json", {"host": "rebound.example:80"}, 403),
    ("GET", "/data/briefing.json", {"origin": "http://evil.example"}, 403),
    ("GET", "/data/briefing.json", {"sec_fetch_site": "cross-site"}, 403),
    ("GET", "/_briefing/reload", {"origin": "http://evil.example"}, 403),
    ("GET", "/_briefing/reload", {"origin": "null"}, 403),
    ("GET", "/_briefing/reload", {"sec_fetch_site": "same-site"}, 403),
    ("GET", "/_briefing/problems", {"sec_fetch_site": "cross-site"}, 403),
    ("POST", "/", {"origin": "http://evil.example"}, 403),
    ("POST", "/", {"sec_fetch_site": "cross-site"}, 403),
    ("POST", "/", {"sec_fetch_site": "same-origin"}, 405),
    ("POST", "/_briefing/reload", {}, 405),
    ("PUT", "/index.html", {}, 405),
    ("DELETE", "/index.html", {}, 405),
    ("TRACE", "/", {}, 405),
    ("OPTIONS", "/", {}, 405),
    ("OPTIONS", "/", {"access_control_request_private_network": "true"}, 405),
    ("OPTIONS", "/", {"origin": "http://evil.example"}, 403),
]


def test_foreign_and_changing_requests_are_refused(site: Preview) -> None:
    for method, path, headers, status in REQUESTS:
        answer = site.ask(path, method, **headers)
        assert answer.status == status, (method, path, headers)
        assert not any(name.startswith("access-control-") for name in answer.headers)
        assert answer.headers["connection"] == "close"
        assert TITLE not in answer.text
        if status == 405:
            assert answer.headers["allow"] == "GET, HEAD"


def test_malformed_requests_are_refused_and_hung_up_on(site: Preview) -> None:
    start = f"GET / HTTP/1.1\r\nHost: {site.host}\r\n".encode()
    for request in (
        b"GET / HTTP/1.1\r\n\r\n",
        b"GET / HTTP/1.0\r\n\r\n",
        start + b"Host: evil.example\r\n\r\n",
        start + b"Host : evil.example\r\n\r\n",
        b"\x00\x01\x02\r\n\r\n",
        b"GET\r\n\r\n",
        start + b"Endless: " + b"a" * 20_000,
        start + b"Transfer-Encoding: nonsense\r\n\r\n",
    ):
        assert site.raw(request).split()[1] in (b"400", b"403", b"501"), request[:80]
    assert site.ask("/").title == TITLE


MANY = "".join(f"A{n}: b\r\n" for n in range(3000))
LARGE = {
    "many small headers": MANY,
    "one long header": f"A: {'a' * 20_000}\r\n",
    "one long name": f"{'a' * 20_000}: a\r\n",
    "a long run of blanks": f"A:{' ' * 20_000}a\r\n",
    "a folded header": "A: a\r\n" + " a\r\n" * 5000,
    "several hundred kilobytes": f"A: {'a' * 200_000}\r\n",
}


@pytest.mark.parametrize(
    "arriving",
    [
        "whole",
        *(
            pytest.param(one, marks=pytest.mark.slow)
            for one in ("in pieces", "after another", "behind another")
        ),
    ],
)
@pytest.mark.parametrize("headers", LARGE.values(), ids=list(LARGE))
def test_headers_are_bounded_however_they_arrive(
    site: Preview, headers: str, arriving: str
) -> None:
    small = f"GET /_briefing/preview.css HTTP/1.1\r\nHost: {site.host}\r\n\r\n".encode()
    large = f"GET / HTTP/1.1\r\nHost: {site.host}\r\n{headers}\r\n".encode()
    step = 1000 if arriving == "in pieces" else len(small) + len(large)
    with site.connect() as client, suppress(ConnectionResetError, BrokenPipeError):
        received = b""
        if arriving == "after another":
            client.sendall(small)
            while b"}" not in received:
                received += client.recv(65_536)
        sent = small + large if arriving == "behind another" else large
        for start in range(0, len(sent), step):
            client.sendall(sent[start : start + step])
        while more := client.recv(65_536):
            received += more
    assert TITLE.encode() not in received
    assert site.ask("/").title == TITLE


def test_headers_of_usual_size_and_bodies_pass_in_any_pieces(site: Preview) -> None:
    head = f"GET / HTTP/1.1\r\nHost: {site.host}\r\nCookie: {'a' * 12_000}\r\n"
    request = f"{head}Content-Length: 40000\r\n\r\n{'b' * 40_000}".encode()
    last = f"{head}Connection: close\r\n\r\n".encode()
    for step in (700, 16_384, 1_000_000):
        with site.connect() as client:
            for sent in (request, last):
                for start in range(0, len(sent), step):
                    client.sendall(sent[start : start + step])
            received = b"".join(iter(lambda: client.recv(65_536), b""))
        assert received.count(b"<title>") == 2


FRAMED: list[tuple[str, str, dict[str, str], int]] = [
    ("GET", "/", {}, 200),
    ("HEAD", "/", {}, 200),
    ("GET", "/claims", {}, 307),
    ("GET", "/nowhere", {}, 404),
    ("GET", "/static/style.css", {}, 200),
    ("GET", "/data/briefing.json", {"range": "bytes=0-3"}, 206),
    ("GET", "/data/briefing.json", {"range": "bytes=9999999-"}, 416),
    ("GET", "/_briefing/problems", {}, 200),
    ("GET", "/_briefing/reload.js", {}, 200),
    ("GET", "/", {"host": "evil.example"}, 403),
    ("POST", "/", {}, 405),
    ("GET", "/", {"content-length": "nonsense"}, 400),
]


def refuses_frames(head: bytes) -> bool:
    lines = head.lower().partition(b"\r\n\r\n")[0].split(b"\r\n")
    policies = b"; ".join(line for line in lines if line.startswith(b"content-security-policy:"))
    return b"frame-ancestors 'self'" in policies and b"x-frame-options: sameorigin" in lines


def test_no_answer_may_be_framed_by_another_site(
    site: Preview, monkeypatch: pytest.MonkeyPatch
) -> None:
    for method, path, headers, status in FRAMED:
        given = {"Host": site.host, "Connection": "close", **headers}
        lines = "".join(f"{name}: {value}\r\n" for name, value in given.items() if name != "Host")
        host = headers.get("host", site.host)
        lines = f"Host: {host}\r\n" + lines.replace(f"host: {host}\r\n", "")
        answer = site.raw(f"{method} {path} HTTP/1.1\r\n{lines}\r\n".encode())
        assert answer.split()[1] == str(status).encode(), (path, answer)
        assert refuses_frames(answer), path
    with site.events() as events:
        assert events.headers["x-frame-options"] == "SAMEORIGIN"
    monkeypatch.setattr(app, "STREAMS", 0)
    assert site.ask("/_briefing/reload").headers["x-frame-options"] == "SAMEORIGIN"


@pytest.mark.parametrize("frame", ["frame", "iframe", "fencedframe", "object", "embed"])
def test_a_frame_of_another_site_gets_no_page(site: Preview, frame: str) -> None:
    asked = {"sec_fetch_site": "cross-site", "sec_fetch_mode": "navigate", "sec_fetch_dest": frame}
    assert site.ask("/", **asked).status == 403
    assert site.ask("/", **asked | {"sec_fetch_dest": "document"}).status == 200


def test_a_link_out_of_the_project_is_an_error_and_not_followed(
    preview: Starter, tmp_path: Path
) -> None:
    site = preview()
    (tmp_path / "secret.txt").write_text(SECRET)
    with site.events() as events:
        events.edition()
        (site.root / "static").mkdir()
        (site.root / "static" / "leak.txt").symlink_to(tmp_path / "secret.txt")
        site.until(events, lambda now: now.has_banner)
    assert "outside-project" in site.ask("/_briefing/problems").text
    leaked = site.ask("/static/leak.txt")
    assert leaked.status == 404
    assert SECRET not in leaked.text


def test_a_linked_folder_is_neither_followed_nor_watched(preview: Starter, tmp_path: Path) -> None:
    beside = tmp_path / "beside"
    beside.mkdir()
    (beside / "secret.txt").write_text(SECRET)
    site = preview({**SMALL, "static/a.css": "p {}"})
    with site.events() as events:
        events.edition()
        (site.root / "static" / "beside").symlink_to(beside)
        site.until(events, lambda now: now.has_banner)
        assert SECRET not in site.ask("/static/beside/secret.txt").text


def test_no_more_streams_than_there_is_room_for(
    preview: Starter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "STREAMS", 2)
    site = preview()
    with site.events() as first, ExitStack() as later:
        second = later.enter_context(site.events())
        assert (first.status, second.status) == (200, 200)
        with site.events() as third:
            assert third.status == 503
        assert site.ask("/").title == TITLE
        later.close()
        site.write("content/index.md", "Another edition.\n")
        assert first.edition()
        deadline = time.monotonic() + PATIENCE
        status = 503
        while status == 503:  # the server learns of the closed stream in its own time
            assert time.monotonic() < deadline
            with site.events() as again:
                status = again.status
        assert status == 200


def test_a_stream_of_a_silent_project_is_kept_alive(
    preview: Starter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(app, "HEARTBEAT_SECONDS", 0.01)
    site = preview()
    with site.connect() as client:
        client.sendall(f"GET /_briefing/reload HTTP/1.1\r\nHost: {site.host}\r\n\r\n".encode())
        received = b""
        while b"\n:\n" not in received:
            more = client.recv(4096)
            assert more
            received += more


def test_a_client_that_never_ends_its_request_is_hung_up_on(
    preview: Starter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "REQUEST_SECONDS", 0.2)
    site = preview()
    for start in (b"", b"GET / HT", b"GET / HTTP/1.1\r\nHost: localhost\r\nX: "):
        assert has_hung_up(site, start)
    answered = f"GET / HTTP/1.1\r\nHost: {site.host}\r\n\r\nGET / HTTP/1.1\r\n".encode()
    assert has_hung_up(site, answered)
    assert site.ask("/").title == TITLE


def has_hung_up(site: Preview, request: bytes) -> bool:
    try:
        site.raw(request)
    except ConnectionResetError:
        return True
    return True


def test_a_request_under_way_is_not_cut(preview: Starter, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(server, "REQUEST_SECONDS", 0.05)
    monkeypatch.setattr(app, "HEARTBEAT_SECONDS", 0.1)
    site = preview()
    with site.connect() as client:
        client.sendall(f"GET /_briefing/reload HTTP/1.1\r\nHost: {site.host}\r\n\r\n".encode())
        received = b""
        while received.count(b":\n\n") < 3:
            more = client.recv(4096)
            assert more
            received += more


def test_a_crowd_of_idle_connections_keeps_nobody_out(
    preview: Starter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "CONNECTIONS", 8)
    site = preview()
    with ExitStack() as crowd:
        for _ in range(50):
            client = crowd.enter_context(site.connect())
            client.sendall(b"GET / HTTP/1.1\r\nHo")
        assert site.ask("/").title == TITLE


def test_a_client_that_does_not_read_is_hung_up_on(
    preview: Starter, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(server, "READING_SECONDS", 0.2)
    site = preview({**SMALL, "static/large.bin": bytes(30_000_000)})
    with site.connect() as client:
        request = f"GET /static/large.bin HTTP/1.1\r\nHost: {site.host}\r\n\r\n"
        client.sendall(request.encode())
        watcher = select.poll()
        watcher.register(client, 0)
        assert watcher.poll(PATIENCE * 1000), "the server held on"
    assert site.ask("/").title == TITLE


def test_a_stream_ends_with_the_preview(preview: Starter) -> None:
    site = preview()
    with site.events() as events:
        events.edition()
        # The fixture stops the server while the stream is open; its join would time out.
    assert isinstance(site.listener.socket, socket.socket)
