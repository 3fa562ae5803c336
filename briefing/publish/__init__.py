"""Turn pages that arrive one at a time into the output folder, whole at every moment.

Publishing is the one stage that writes to disk. The next site grows in a hidden folder beside the
output and takes its place in one step, so whoever reads the output sees the old site or the new
one, never half of each, whatever kills, fills up or fails in between. Each module takes one
decision:

    names        which page names may become files, and which two would become the same file
    ground       whose the output folder is, and what stands beside it
    lock         who may publish there just now
    files        how a tree is read, and how one file is written
    generation   how the next tree comes together, from nothing or from an older one
    draft        which pages differ, and so belong into it
    swap         how two complete trees change places, and what to do after a kill in between
    site         the order of these
    outcome      what is told of it all
"""

from __future__ import annotations

from briefing.publish.edits import write_edits
from briefing.publish.outcome import Published, PublishProblem
from briefing.publish.site import publish, recover

__all__ = ["PublishProblem", "Published", "publish", "recover", "write_edits"]
