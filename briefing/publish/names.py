"""Decide which page names may become files.

A name is safe when it means the same file on every system that may build, unpack or serve the
site: the rules are those of POSIX paths, of Windows file names (Microsoft, "Naming Files, Paths,
and Namespaces") and of file systems that take `A.html` and `a.html`, or two spellings of one
accented letter, for the same file.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Container
from typing import Literal

from briefing.publish.outcome import PublishProblem

_FORBIDDEN = re.compile(r'[\x00-\x1f\x7f<>:"|?*\\]')
_LONGEST_PART = 255  # bytes, on nearly every file system
_DEVICES = frozenset(
    ["con", "prn", "aux", "nul"]
    + [port + digit for port in ("com", "lpt") for digit in "0123456789¹²³"]
)


def unsafe_because(name: str) -> str | None:
    """Return why `name` cannot be a POSIX path relative to the site, or None."""
    try:
        name.encode()
    except UnicodeEncodeError:
        return "it contains half of a surrogate pair"
    if found := _FORBIDDEN.search(name):
        return f"it contains {found.group()!r}"
    for part in name.split("/"):
        if part in ("", ".", ".."):
            return "it does not name a file in the site"
        if part[-1] in ". ":
            return "one of its parts ends in a full stop or a space"
        if len(part.encode()) > _LONGEST_PART:
            return f"one of its parts is longer than {_LONGEST_PART} bytes"
        if part.partition(".")[0].lower() in _DEVICES:
            return f"{part!r} is a device name on Windows"
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

    def enter(self, name: str) -> PublishProblem | None:
        """Add a page's name, or return why it cannot be a file of this site."""
        if name not in self._vetted and (reason := unsafe_because(name)):
            return _problem("page-name-unsafe", f"cannot publish a page as {name!r}: {reason}")
        if name.rpartition("/")[0] not in self.folders:
            for at, character in enumerate(name):
                if character == "/" and (clash := self._enter_folder(name[:at])):
                    return clash
        taken = self._spelling.setdefault(_folded(name), name)
        if taken != name or name in self.files or name in self.folders:
            return _clash(name, taken)
        self.files.add(name)
        return None

    def _enter_folder(self, folder: str) -> PublishProblem | None:
        taken = self._spelling.setdefault(_folded(folder), folder)
        if taken != folder or folder in self.files:
            return _clash(folder, taken)
        self.folders.add(folder)
        return None


def _clash(name: str, taken: str) -> PublishProblem:
    if name == taken:
        return _problem(
            "page-name-clash", f"two pages, or a page and a folder, have the name {name!r}"
        )
    message = f"{name!r} and {taken!r} are the same file or folder on some systems"
    return _problem("page-name-clash", message)


def _problem(code: Literal["page-name-unsafe", "page-name-clash"], message: str) -> PublishProblem:
    return PublishProblem(code, message, "rename the file or the id that the page comes from")
