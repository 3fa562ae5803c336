"""Show the site while its author writes: pages follow every saved change.

Pages are rendered on request and in memory; nothing is written. A change that breaks something
leaves the last good site up under a banner. A request passes `server` (time and size bounds),
`guard` (may it be answered?) and `app`, which answers from the state that `session` keeps; `inject`
adds the banner and the reload script to each page.
"""

from __future__ import annotations

import asyncio
import webbrowser
from typing import TYPE_CHECKING

from briefing.refusals import printable
from briefing.serve import server
from briefing.serve.app import App
from briefing.serve.guard import hosts
from briefing.serve.session import Session
from briefing.serve.watching import Watch

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefing.serve.server import Listener, Server

__all__ = ["run", "serve"]


def serve(
    root: Path,
    *,
    host: str,
    port: int | None,
    strict: bool,
    open_browser: bool,
    say: Callable[[str], None],
) -> int:
    """Serve the project at `root` until interrupted; return the exit status.

    `port` is as `server.listen` takes it. Under `strict` a warning blocks a change as an error
    does. `say` gets whole lines for the author, from the event loop's thread. The status is 0 after
    an interrupt, 2 if the address is not available or the path of the project is not UTF-8.
    """
    if printable(root) != str(root):
        say(f"cannot follow changes in {printable(root)}: the path is not UTF-8")
        return 2
    listener = server.listen(host, port)
    if isinstance(listener, str):
        say(listener)
        return 2
    if port is None and listener.port != server.DEFAULT_PORT:
        say(f"port {server.DEFAULT_PORT} is busy, using {listener.port}")

    def up(_server: Server) -> None:
        say(f"serving at {listener.url} (Ctrl-C to stop)")
        if open_browser:
            asyncio.get_running_loop().run_in_executor(None, webbrowser.open, listener.url)

    try:
        asyncio.run(run(root, listener, host=host, strict=strict, say=say, up=up))
    except KeyboardInterrupt:
        listener.socket.close()
    return 0


async def run(
    root: Path,
    listener: Listener,
    *,
    host: str,
    strict: bool,
    say: Callable[[str], None],
    up: Callable[[Server], None],
) -> None:
    """Serve the project at `root` on a listening socket, and close the socket at the end.

    `up` is called once pages can be requested. Setting `should_exit` on the server it gets ends the
    session, as SIGINT and SIGTERM do when this runs in the main thread.
    """
    session = Session(root, strict=strict, say=say)
    watch = Watch(root, say)

    def ready() -> None:
        up(running)

    running = server.Server(App(session, hosts(host, listener.port)), up=ready, down=session.close)
    try:
        await session.begin(watch)
        async with asyncio.TaskGroup() as group:
            group.create_task(session.follow(watch))
            await running.serve(sockets=[listener.socket])
            await watch.stop()
    finally:
        await watch.stop()
        listener.socket.close()
