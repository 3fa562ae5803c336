"""Let `python -m briefing` do what the `briefing` command does."""

from __future__ import annotations

from briefing.cli import main

if __name__ == "__main__":
    main()
