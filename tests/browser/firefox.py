#!/usr/bin/env python3
"""Start the Firefox that $FIREFOX names for Playwright, and relay what the two say to each other.

Playwright speaks WebDriver BiDi with a stock Firefox, and wants to set the features of media, such
as the colour scheme, before it opens any page. A Firefox that does not know the command refuses the
whole window. Here the command is replaced by one that changes nothing, so a test that needs a
colour scheme or print media cannot be run this way.
"""

from __future__ import annotations

import json
import os
import re
import socket
import subprocess
import sys
import threading
from collections.abc import Iterator

UNKNOWN = "emulation.setMediaFeaturesOverride"
HARMLESS = {"method": "session.status", "params": {}}
LISTENS = re.compile(r"WebDriver BiDi listening on ws://[^:]+:(\d+)")
MASK = b"\x01\x02\x03\x04"
"""Firefox closes the connection on frames whose mask is zero."""


def taken(connection: socket.socket, size: int) -> bytes:
    """Read so many bytes."""
    data = b""
    while len(data) < size:
        part = connection.recv(size - len(data))
        if not part:
            raise EOFError
        data += part
    return data


def masked(payload: bytes, mask: bytes) -> bytes:
    """Put a mask on a payload, or take it off."""
    repeated = mask * (len(payload) // 4 + 1)
    mixed = int.from_bytes(payload, "big") ^ int.from_bytes(repeated[: len(payload)], "big")
    return mixed.to_bytes(len(payload), "big")


def frames(client: socket.socket) -> Iterator[tuple[int, bytes]]:
    """Yield each WebSocket frame of a client: its first byte, and its payload without the mask."""
    while True:
        first, size = taken(client, 2)
        size &= 0x7F
        if size > 125:
            size = int.from_bytes(taken(client, 2 if size == 126 else 8), "big")
        mask = taken(client, 4)
        yield first, masked(taken(client, size), mask)


def framed(first: int, payload: bytes) -> bytes:
    """Make a client's frame."""
    size = len(payload)
    if size < 126:
        head = bytes([first, 0x80 | size])
    elif size < 1 << 16:
        head = bytes([first, 0xFE]) + size.to_bytes(2, "big")
    else:
        head = bytes([first, 0xFF]) + size.to_bytes(8, "big")
    return head + MASK + masked(payload, MASK)


def known(payload: bytes) -> bytes:
    """Replace the command that Firefox does not know."""
    if UNKNOWN.encode() not in payload:
        return payload
    command = json.loads(payload)
    return json.dumps({**command, **HARMLESS}).encode() if command["method"] == UNKNOWN else payload


def shake_hands(client: socket.socket, firefox: socket.socket, mine: int, port: int) -> None:
    """Pass the request for a WebSocket on, without the compression that would hide the commands."""
    head = b""
    while not head.endswith(b"\r\n\r\n"):
        head += taken(client, 1)
    head = re.sub(rb"(?i)sec-websocket-extensions:.*\r\n", b"", head)
    firefox.sendall(head.replace(b":%d" % mine, b":%d" % port))


def ask(client: socket.socket, firefox: socket.socket) -> None:
    """Pass commands on until the client leaves."""
    try:
        for first, payload in frames(client):
            firefox.sendall(framed(first, known(payload)))
    except (EOFError, OSError):
        firefox.close()


def relay(server: socket.socket, port: int) -> None:
    """Pass answers and events on until Firefox ends."""
    client, _ = server.accept()
    with client, socket.create_connection(("127.0.0.1", port)) as firefox:
        shake_hands(client, firefox, server.getsockname()[1], port)
        threading.Thread(target=ask, args=(client, firefox), daemon=True).start()
        try:
            while part := firefox.recv(1 << 16):
                client.sendall(part)
        except OSError:
            return


def heard(line: str, server: socket.socket) -> str:
    """Start the relay once Firefox says where it listens; return the line as Playwright is to read it."""
    listens = LISTENS.search(line)
    if not listens:
        return line
    threading.Thread(target=relay, args=(server, int(listens[1])), daemon=True).start()
    return f"WebDriver BiDi listening on ws://127.0.0.1:{server.getsockname()[1]}\n"


def main() -> int:
    """Run Firefox with this program's arguments."""
    command = [os.environ["FIREFOX"], *sys.argv[1:]]
    with (
        socket.create_server(("127.0.0.1", 0)) as server,
        subprocess.Popen(command, stderr=subprocess.PIPE, text=True) as firefox,
    ):
        for line in firefox.stderr or ():
            sys.stderr.write(heard(line, server))
            sys.stderr.flush()
        return firefox.wait()


if __name__ == "__main__":
    sys.exit(main())
