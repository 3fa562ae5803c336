"""Turn annotated articles into a static site in which every sentence leads to its sources.

The author quotes articles for and against claims. The package checks each quote against its
article, compares the figures, counts independent voices and computes a verdict with its reason.
It says what sources agree on, never what is true.

Start reading at `briefing.cli`; `briefing.pipeline` shows the order of the stages.
"""

from __future__ import annotations

__version__ = "0.1.0"
