"""Ask git: the state of a project at a revision, and a branch that holds a built site.

The one door of git, a program that may be missing. Neither the index nor the files of the author are touched:
what needs an index has one of its own.
"""

from __future__ import annotations

import re
import subprocess
from pathlib import Path
from typing import TYPE_CHECKING

from briefing.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping

_TELLING = re.compile(r"^(?:fatal|error): (.*)", re.MULTILINE)
_PLAINLY = (
    (r"not a git repository \(or any .*", "this is not a git repository: run git init"),
    (r"'(.*)' does not appear to be a git repository", r"there is no remote '\1': run git remote add \1 ADDRESS"),
    (
        r"unable to auto-detect email address.*|.*empty ident name.*",
        "git needs your name and address: run git config user.name NAME and git config user.email ADDRESS",
    ),
)  # fmt: skip
"""What git says to those who have just begun, and the same with what to type."""
_BYTES_STAY = ("-c", "core.autocrlf=false", "-c", "core.safecrlf=false")


class GitError(Exception):
    """What git, or the want of it, refuses, in a sentence."""


@dataclass(frozen=True, slots=True)
class Git:
    """Git in a project."""

    root: Path
    environment: Mapping[str, str]
    """The variables of the command that asks."""

    def commit(self, revision: str) -> str:
        """Return the hash of the commit that a revision names."""
        try:
            name = f"{revision}^{{commit}}"
            return self._ask("rev-parse", "--verify", "--quiet", "--end-of-options", name)
        except GitError as error:
            self._ask("rev-parse", "--git-dir")  # says so where there is no repository
            if revision == "HEAD":
                raise GitError("the repository has no commit yet") from error
            raise GitError(f"git knows no revision '{revision}'") from error

    def check_out(self, commit: str, folder: Path) -> Path:
        """Write the project as a commit has it into an empty folder, and return its root there.

        Line ends are as git gives them to the author.
        """
        inside = self._ask("rev-parse", "--show-prefix").removesuffix("/")
        index = {"GIT_INDEX_FILE": str(folder / "index")}
        self._ask("read-tree", f"{commit}:{inside}", **index)
        there = self._there(folder)
        self._ask(*there, "checkout-index", "--all", f"--prefix={folder}/project/", **index)
        return folder / "project"

    def branch(self) -> str | None:
        """Return the branch that is checked out; None for a detached head."""
        try:
            return self._ask("symbolic-ref", "--quiet", "--short", "HEAD")
        except GitError:
            return None

    def commit_tree(self, tree: Path, branch: str, message: str, index: Path) -> str | None:
        """Commit a folder as the whole of a branch, on top of what the branch held.

        Returns the new commit; None if the branch holds just these files already. `index` is a file
        that does not exist yet.
        """
        ref = f"refs/heads/{branch}"
        parent = self._tip(branch)
        there = (*self._there(tree), *_BYTES_STAY)
        own = {"GIT_INDEX_FILE": str(index)}
        self._ask(*there, "add", "--all", "--force", "--", ".", **own)
        written = self._ask(*there, "write-tree", **own)
        if parent and self._ask("rev-parse", f"{parent}^{{tree}}") == written:
            return None
        onto = ("-p", parent) if parent else ()
        commit = self._ask("commit-tree", written, *onto, "-m", message)
        self._ask("update-ref", "-m", "briefing publish", ref, commit, parent)
        return commit

    def holds(self, branch: str, path: str) -> bool | None:
        """Say whether a branch has a file; None if there is no such branch."""
        tip = self._tip(branch)
        return bool(self._ask("ls-tree", tip, "--", f":/{path}")) if tip else None

    def fetch(self, remote: str, branch: str) -> None:
        """Bring a branch up to what a remote has of it, if it has it."""
        ref = f"refs/heads/{branch}"
        self._ask("rev-parse", "--git-dir")  # says so where there is no repository
        if self._ask("ls-remote", "--heads", "--end-of-options", remote, ref):
            self._ask("fetch", "--quiet", "--end-of-options", remote, f"{ref}:{ref}")

    def push(self, remote: str, branch: str) -> None:
        """Push a branch to a remote, which refuses what is not on top of its own."""
        self._ask("push", "--quiet", "--end-of-options", remote, f"refs/heads/{branch}")

    def _tip(self, branch: str) -> str:
        """Return the commit that a branch is at, an empty text if there is no such branch."""
        ref = f"refs/heads/{branch}"
        try:
            self._ask("check-ref-format", ref)
        except GitError as error:
            raise GitError(f"'{branch}' is not a valid branch name") from error
        return self._ask("for-each-ref", "--format=%(objectname)", ref)

    def _there(self, tree: Path) -> tuple[str, ...]:
        """Begin a command that takes a folder anywhere for the files of the repository."""
        git = self._ask("rev-parse", "--absolute-git-dir")
        return ("-C", str(tree), f"--git-dir={git}", f"--work-tree={tree}")

    def _ask(self, *arguments: str, **variables: str) -> str:
        command = ("git", "-C", str(self.root), *arguments)
        environment = {**self.environment, "GIT_TERMINAL_PROMPT": "0", "LC_ALL": "C", **variables}
        try:
            done = subprocess.run(  # noqa: S603 (no shell, and nothing that begins with a hyphen)
                command, env=environment, capture_output=True, check=False, stdin=subprocess.DEVNULL
            )
        except FileNotFoundError as error:
            raise GitError("git is not installed") from error
        if done.returncode != 0:
            said = done.stderr.decode(errors="replace").strip()
            raise GitError(_plainly(said) if said else f"git {arguments[0]} failed")
        return done.stdout.decode(errors="replace").strip()


def _plainly(said: str) -> str:
    """Return the line that tells what is wrong among those that git wrote, in plain words if it is a common one."""
    telling = _TELLING.search(said)
    line = telling[1] if telling else said.splitlines()[-1]
    for words, plainly in _PLAINLY:
        if found := re.fullmatch(words, line):
            return found.expand(plainly)
    return line
