"""Show the site while its author writes: pages follow every saved change.

Pages are rendered when they are asked for and from memory; nothing is written. A change that
breaks something leaves the last good site up under a banner. The way of a request: `wire` bounds
it, `guard` decides whether it may be answered, `app` answers it from the `standing` that `desk`
keeps, and `setting` adds what `banner` has to say.
"""

from __future__ import annotations

import asyncio
import webbrowser
from typing import TYPE_CHECKING

from briefing.serve import listening
from briefing.serve.session import run

if TYPE_CHECKING:
    from collections.abc import Callable
    from pathlib import Path

    from briefing.serve.wire import Server

__all__ = ["serve"]


def serve(
    root: Path,
    *,
    host: str,
    port: int | None,
    strict: bool,
    open_browser: bool,
    say: Callable[[str], None],
) -> int:
    """Serve the project at `root` until interrupted; give the exit status.

    `port` is as `listening.listen` takes it. Under `strict` a warning keeps a change from being
    shown as an error does. `say` gets what the author should read, in whole lines, from the
    event loop's thread. Status 0 after an interrupt, 2 where the address cannot be had.
    """
    listener = listening.listen(host, port)
    if isinstance(listener, str):
        say(listener)
        return 2
    if port is None and listener.port != listening.DEFAULT_PORT:
        say(f"port {listening.DEFAULT_PORT} is busy, taking {listener.port}")

    def up(_server: Server) -> None:
        say(f"serving at {listener.url} (Ctrl-C ends)")
        if open_browser:
            asyncio.get_running_loop().run_in_executor(None, webbrowser.open, listener.url)

    try:
        asyncio.run(run(root, listener, host=host, strict=strict, say=say, up=up))
    except KeyboardInterrupt:
        listener.socket.close()
    return 0
