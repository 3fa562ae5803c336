"""Name the files of a project, and decide which names may be files of a site.

A name is safe when it means the same file on every system that may build, unpack or serve the
site: the rules are those of POSIX paths, of Windows file names (Microsoft, "Naming Files, Paths,
and Namespaces") and of file systems that take `A.html` and `a.html`, or two spellings of one
accented letter, for the same file.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from briefing.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Container

CONFIG = "briefing.yaml"
"""The file that makes a folder a project."""
TREES = ("content", "seeds", "static", "templates")
"""The folders of a project that are read whole. Articles may be in others, which sources.yaml names."""
SITE = "site"
"""Where a site is published unless another folder is named, beside `CONFIG`."""

_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\]')
_LONGEST_PART = 255  # bytes, on nearly every file system
_DEVICES = frozenset(
    ["con", "prn", "aux", "nul", "conin$", "conout$"]
    + [port + digit for port in ("com", "lpt") for digit in "0123456789¹²³"]
)


@dataclass(frozen=True, slots=True)
class BadName:
    """Why a name cannot be a file of a site; `path` is the file or the folder above it at fault."""

    path: str
    reason: str
    """A phrase to follow a colon."""


def is_device(part: str) -> bool:
    """Return whether Windows takes a name, with any ending, for a device."""
    return part.partition(".")[0].rstrip(" ").lower() in _DEVICES


def unsafe(name: str) -> BadName | None:
    """Return why `name` cannot be a POSIX path relative to the site, or None."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return BadName(name, "it contains half of a surrogate pair")
    end = -1
    for part in name.split("/"):
        end += 1 + len(part)
        if reason := _unsafe_part(part):
            return BadName(name[:end], reason)
    return None


def _unsafe_part(part: str) -> str | None:
    if part in ("", ".", ".."):
        return "it does not name a file in the site"
    if found := _FORBIDDEN.search(part):
        return f"the name contains {found.group()!r}, which Windows forbids"
    if part[-1] in ". ":
        return "the name ends in a full stop or a space"
    if len(part.encode()) > _LONGEST_PART:
        return f"the name is longer than {_LONGEST_PART} bytes"
    if is_device(part):
        return f"'{part}' is a device name on Windows"
    return None


def _folded(name: str) -> str:
    """Return a key that is equal for names that some file systems do not tell apart."""
    if name.isascii():
        return name.lower()
    return unicodedata.normalize("NFD", unicodedata.normalize("NFD", name).casefold())


class NameBook:
    """Collects the names of one site and says what is wrong with each.

    `vetted` holds names known to be safe, such as those of the previous site.
    """

    def __init__(self, vetted: Container[str] = ()) -> None:
        self.files: set[str] = set()
        self.folders: set[str] = set()
        self._vetted = vetted
        self._spelling: dict[str, str] = {}  # folded file or folder name -> the name as it came

    def enter(self, name: str) -> BadName | None:
        """Add a file's name, or return why it cannot be a file of this site."""
        if name not in self._vetted and (found := unsafe(name)):
            return found
        if name.rpartition("/")[0] not in self.folders:
            for at, character in enumerate(name):
                if character == "/" and (clash := self._enter_folder(name[:at])):
                    return clash
        taken = self._spelling.setdefault(_folded(name), name)
        if taken != name or name in self.files or name in self.folders:
            return _clash(name, taken)
        self.files.add(name)
        return None

    def _enter_folder(self, folder: str) -> BadName | None:
        taken = self._spelling.setdefault(_folded(folder), folder)
        if taken != folder or folder in self.files:
            return _clash(folder, taken)
        self.folders.add(folder)
        return None


def _clash(name: str, taken: str) -> BadName:
    if name == taken:
        return BadName(name, "two files, or a file and a folder, have this name")
    return BadName(name, f"'{taken}' is the same file or folder on some systems")
