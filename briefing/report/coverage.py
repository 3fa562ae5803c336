"""Write how much of each article is covered, and what is left."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.diagnostics import Severity
from briefing.report.text import blocks, plain
from briefing.values import replace

if TYPE_CHECKING:
    from collections.abc import Mapping

    from briefing.model.judged import Account, Share
    from briefing.report.text import LineOf, Paint


def accounts(
    held: Mapping[str, Account], line_of: LineOf, paint: Paint = plain, most: int | None = None
) -> str:
    """Write how much of each article is covered, then what is left of it, with its places.

    `most` limits how much of one article is shown; the rest is counted. What is left is shown as notes
    here; only `check` reports it as an error, for sources with `account: full`.
    """
    wide = max((len(source) for source in held), default=0)
    parts = [
        f"{source:{wide}}  figures {_share(one.figures)}   sentences {_share(one.sentences)}"
        for source, one in held.items()
    ]
    for source, one in held.items():
        left = [replace(found, severity=Severity.NOTE) for found in one.left[:most]]
        parts += ["", blocks(left, line_of, paint).rstrip("\n")] if left else []
        more = len(one.left) - len(left)
        if left and more:
            parts += ["", f"{source}: {more:,} more; see  briefing coverage {source}"]
    return "\n".join(parts) + "\n"


def _share(share: Share) -> str:
    done = share.claimed + share.set_aside
    percent = 100 * done // share.total if share.total else 100
    return f"{percent:3d}%: {share.claimed} claimed, {share.set_aside} set aside, {share.left} left"
