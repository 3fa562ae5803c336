"""Run the `briefing` command, which is also `python -m briefing`."""

from __future__ import annotations

import gc
import os
import sys

from briefing import __version__


def main() -> None:
    """Run the command; `--version` alone is answered before anything else is imported."""
    if sys.argv[1:] == ["--version"]:
        try:
            os.write(1, f"briefing, version {__version__}{os.linesep}".encode())
            return
        except OSError:
            pass  # the command is refused likewise, and says why
    from briefing.cli import main as command

    try:
        command()
    finally:
        gc.freeze()  # Python looks for cycles once more before it ends, through all that ends anyway


if __name__ == "__main__":
    main()
