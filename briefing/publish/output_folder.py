"""Decide whether an output folder may be published to, and name what stands beside it.

Beside the output `site` stands one hidden folder, `.site.briefing`, that git ignores. It holds

    standby/     the generation before the present one; the next run brings it up to date
    work/        what a run has written so far; whatever a killed run left here is thrown away
    previous/    the old site for the moment between two renames (see `swap`)
    made         the names of all files that publishing has made in the output or the standby
    lock         held by the run that is publishing

Both folders may be deleted together at any time. The record `made` stands outside the site
because everything inside is for readers.
"""

from __future__ import annotations

import stat
from dataclasses import dataclass
from pathlib import Path

from briefing.publish.files import FOLDER_MODE, Tree, kind, replace_text
from briefing.publish.outcome import PublishProblem

# Left in any folder by the file managers of macOS and Windows; nobody misses them.
_DROPPINGS = frozenset([".DS_Store", "Thumbs.db", "desktop.ini"])


@dataclass(frozen=True, slots=True)
class Ground:
    """An output folder and the hidden folder beside it, as absolute paths."""

    out: Path
    hidden: Path

    @property
    def standby(self) -> Path:
        """The tree that takes the place of the output next."""
        return self.hidden / "standby"

    @property
    def work(self) -> Path:
        """What the present run has written and not yet put in its place."""
        return self.hidden / "work"

    @property
    def previous(self) -> Path:
        """The old site while two renames stand in for one exchange."""
        return self.hidden / "previous"

    @property
    def made(self) -> Path:
        """The record of what publishing has made."""
        return self.hidden / "made"

    @property
    def lock(self) -> Path:
        """The file that the publishing run holds locked."""
        return self.hidden / "lock"


def ground_at(out: Path) -> Ground | PublishProblem:
    """Return the ground for the output folder `out`, which need not exist; write nothing.

    A link is refused because an exchange would swap the link and not what it points to.
    """
    if out.name in ("", ".."):
        out = out.resolve()
    out = out.parent.resolve() / out.name
    found = kind(out)
    if not out.name or found not in (None, stat.S_IFDIR):
        what = "a link" if found == stat.S_IFLNK else "not a folder of its own"
        return PublishProblem(
            "output-not-a-folder",
            f"cannot publish to {out}: it is {what}",
            "name a folder that does not exist yet, or one that only publishing has written to",
        )
    ground = Ground(out, out.with_name(f".{out.name}.briefing"))
    if kind(ground.hidden) not in (None, stat.S_IFDIR):
        return PublishProblem(
            "output-not-a-folder",
            f"cannot keep the next site in {ground.hidden}: it is not a folder",
            "move it away, or name another output",
        )
    return ground


def break_ground(ground: Ground) -> None:
    """Make the hidden folder, and the folders that lead to it; another run may do so as well."""
    ground.hidden.mkdir(FOLDER_MODE, parents=True, exist_ok=True)


def hide_from_git(ground: Ground) -> None:
    """Tell git to leave the hidden folder alone, whatever the project's own rules say."""
    ignore = ground.hidden / ".gitignore"
    if kind(ignore) is None:
        replace_text(ignore, "*\n")


def not_ours(ground: Ground, live: Tree) -> PublishProblem | None:
    """Return a problem if `live`, the tree at the output, holds anything that we did not make.

    Nothing that somebody else put there is ever overwritten or removed; empty folders do not count.
    """
    names = live.files.keys() | live.others
    foreign = sorted(name for name in names - made_before(ground) if not _is_dropping(name))
    foreign += sorted(live.others - set(foreign))
    if not foreign:
        return None
    more = f" and {len(foreign) - 1} more" if len(foreign) > 1 else ""
    return PublishProblem(
        "output-not-ours",
        f"cannot publish to {ground.out}: publishing did not make {foreign[0]!r}{more} in it",
        "move that elsewhere (what belongs to the site goes into static/), or name another output",
    )


def _is_dropping(name: str) -> bool:
    return name.rpartition("/")[2] in _DROPPINGS


def made_before(ground: Ground) -> frozenset[str]:
    """Return the names of the files that publishing has made in either generation."""
    if kind(ground.made) is None:
        return frozenset()
    return frozenset(ground.made.read_text("utf-8").split("\n"))


def record_made(ground: Ground, names: set[str]) -> None:
    """Record that the files `names` are ours, before the first of them is in the output."""
    if names != made_before(ground):
        replace_text(ground.made, "\n".join(sorted(names)))
