"""One run of the preview: watch, examine, answer, until told to stop."""

from __future__ import annotations

import asyncio
from typing import TYPE_CHECKING

from briefing.serve.app import App
from briefing.serve.desk import Desk
from briefing.serve.guard import hosts
from briefing.serve.watching import Watch
from briefing.serve.wire import Server

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefing.serve.listening import Listener


async def run(
    root: Path,
    listener: Listener,
    *,
    host: str,
    strict: bool,
    say: Callable[[str], None],
    up: Callable[[Server], None],
) -> None:
    """Serve the project at `root` on a listening socket, which is closed at the end.

    `up` is called once pages can be asked for. The server that it gets ends this session when its
    `should_exit` is set, as SIGINT and SIGTERM do where this runs in the main thread.
    """
    desk = Desk(root, strict=strict, say=say)
    watch = Watch(root, say)

    def ready() -> None:
        up(server)

    server = Server(App(desk, hosts(host, listener.port)), up=ready, down=desk.close)
    try:
        await desk.begin(watch)
        async with asyncio.TaskGroup() as group:
            group.create_task(desk.follow(watch))
            await server.serve(sockets=[listener.socket])
            await watch.stop()
    finally:
        await watch.stop()
        listener.socket.close()
