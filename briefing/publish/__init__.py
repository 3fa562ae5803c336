"""Turn pages that arrive one at a time into the output folder, which is complete at every moment.

Publishing is the only stage that writes to disk. The next site is built in a hidden folder beside
the output and takes its place in one step, so a reader sees the old site or the new one, never a
mixture, even after a kill, a full disk or an I/O error. Each module makes one decision:

    output_folder  whether the output folder is ours, and what is kept beside it
    lock           which run may publish there
    files          how to read a tree and write a file
    kept           what a run leaves for the next
    told           what a run said, for a next one that finds nothing changed
    generation     how to build the next tree, from nothing or from an older one
    draft          which pages differ and so must be written
    exchange       how two complete trees change places, and how to recover from a kill in between
    in_place       how an output that cannot be renamed gets its new files
    edits          how a command changes several of the project's own files together
    archive        how a site is packed into one file
    scratch        a folder that is gone afterwards
    job_summary    what a job on GitHub shows of a check
    edit_record    what tells the next command about a stopped one
    site           the order of these steps
    outcome        what is reported
"""

from __future__ import annotations

from briefing.publish.archive import pack
from briefing.publish.edits import EditProblem, hold, mend
from briefing.publish.files import Stamp, Unchanged
from briefing.publish.job_summary import append
from briefing.publish.memory import kept, secret
from briefing.publish.outcome import Published, PublishProblem
from briefing.publish.scratch import scratch
from briefing.publish.site import overlap, publish, recover
from briefing.publish.told import tell, told

__all__ = [
    "EditProblem",
    "PublishProblem",
    "Published",
    "Stamp",
    "Unchanged",
    "append",
    "hold",
    "kept",
    "mend",
    "overlap",
    "pack",
    "publish",
    "recover",
    "scratch",
    "secret",
    "tell",
    "told",
]
