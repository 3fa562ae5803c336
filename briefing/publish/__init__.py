"""Turn pages that arrive one at a time into the output folder, whole at every moment.

Publishing is the one stage that writes to disk. The next site grows in a hidden folder beside the
output and takes its place in one step, so whoever reads the output sees the old site or the new
one, never half of each, whatever kills, fills up or fails in between. Five modules, each with one
decision of its own:

    names      which page names may become files, and which two would become the same file
    ground     whose the output folder is, what stands beside it, and who may write just now
    files      how a tree is read, and how one file is written
    draft      which pages differ, and how the next generation is brought up to date
    swap       how two complete trees change places, and what to do after a kill in between
    site       the order of these
"""

from __future__ import annotations

from briefing.publish.outcome import Published, PublishProblem
from briefing.publish.site import publish, recover

__all__ = ["PublishProblem", "Published", "publish", "recover"]
