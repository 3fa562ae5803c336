"""Say again what the last build said, if nothing has changed since; nothing of the project is loaded then.

What a build says and publishes follows from its options, the program, and the files of the project.
`Run` compares all of them by what the system says of files (see `file_states`), and the output by names,
sizes and times, as publishing does. Whatever differs, cannot be told, or is reached by a link means
that the whole build is run.
"""

from __future__ import annotations

import hashlib
import hmac
import json
import os
from dataclasses import asdict
from typing import TYPE_CHECKING

from briefing import file_states, program, publish, resources, search
from briefing.file_names import CONFIG, TREES
from briefing.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from pathlib import Path

    from briefing.publish import Stamp

_OWN = (CONFIG, *TREES, "schemas")
_UNFINISHED = ".briefing/edits"
_SIGNATURE = 32


@dataclass(frozen=True, slots=True)
class Told:
    """What a build said."""

    found: str
    """Its findings with colours, for standard output."""
    counted: str
    """How many they are, for standard error."""
    files: int
    """How many files the site has."""


@dataclass(frozen=True, slots=True)
class _Left:
    """What a build leaves: where it looked and when, a digest of what was there, and what it said."""

    since: int
    beside: list[str]
    state: str
    told: dict[str, str | int]


class Run:
    """A run of a build that starts `now`: of which project, to where, and with which options.

    `now` is in nanoseconds since 1970.
    """

    def __init__(
        self, root: Path, out: Path, secret: bytes | None, now: int, *, strict: bool
    ) -> None:
        self._root, self._out = root, out
        # Elsewhere the time of the last change of any kind is not to be had.
        self._secret = secret if os.name == "posix" else None
        self._options = repr((str(root), strict, search.installed(), *program.environment()))
        self._since = now
        self._before = ""

    def told(self) -> Told | None:
        """Return what the last run said if this one would say and publish the same.

        If that is None, call `pipeline.build` and then `tell`.
        """
        told = self._last()
        self._before = "" if told else self._own(self._since)
        return told

    def _last(self) -> Told | None:
        held = publish.told(self._out) if self._secret else None
        if held is None:
            return None
        data, output = held
        if not hmac.compare_digest(data[:_SIGNATURE], self._signed(data[_SIGNATURE:])):
            return None
        try:
            left = _Left(**json.loads(data[_SIGNATURE:]))
            told = Told(**left.told)  # type: ignore[arg-type]
        except TypeError:  # another version left something else
            return None
        own, beside = self._own(left.since), self._beside(left.since, left.beside)
        return told if own and beside and left.state == own + beside + output else None

    def tell(self, told: Told, beside: Iterable[str], stamps: Mapping[str, Stamp]) -> None:
        """Leave to the next run what this one said, unless anything changed meanwhile.

        `beside` are POSIX paths of the project at which it looked besides those that every build
        looks at; `stamps` are those of the files that it published.
        """
        others = sorted({one for one in beside if not self._is_own(one)})

        def packed(output: str) -> bytes | None:
            own, beside = self._own(self._since), self._beside(self._since, others, new=True)
            if not (output and beside and own == self._before):
                return None
            left = _Left(self._since, others, own + beside + output, asdict(told))
            data = json.dumps(asdict(left)).encode()
            return self._signed(data) + data

        if self._secret and self._before:
            publish.tell(self._out, stamps, packed)

    def _is_own(self, name: str) -> bool:
        parts = name.split("/")
        return parts[0] in TREES and not any(part.startswith(".") for part in parts)

    def _signed(self, data: bytes) -> bytes:
        return hashlib.blake2b(data, key=self._secret or b"", digest_size=_SIGNATURE).digest()

    def _own(self, since: int) -> str:
        """Return a digest of what every build reads; empty if it cannot be told from the outside."""
        rows: list[file_states.Row] = [(self._options,)]
        try:
            code = str(resources.package())
            rows += file_states.tree(code, since, follow=True, without="__pycache__")
            for folder in (resources.templates(), resources.static()):
                rows += file_states.tree(str(folder), since, follow=True)
            for name in _OWN:
                rows += file_states.tree(f"{self._root}/{name}", since)
            rows += file_states.path(str(self._root), _UNFINISHED, since)
        except (OSError, file_states.LinkError):
            return ""
        return file_states.digest(rows)

    def _beside(self, since: int, names: Iterable[str], *, new: bool = False) -> str:
        """Do the same for some paths; `new` ones must not have changed since."""
        rows: list[file_states.Row] = []
        try:
            for name in names:
                rows += file_states.path(str(self._root), name, since)
        except (OSError, file_states.LinkError):
            return ""
        return "" if new and any(map(file_states.is_recent, rows)) else file_states.digest(rows)
