"""The templates and static files that give a site its look."""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.values import dataclass

if TYPE_CHECKING:
    from collections.abc import Mapping


@dataclass(frozen=True, slots=True)
class StaticFile:
    """A file that is published as it is; its bytes stay on disk until then."""

    root: str
    """The folder that holds `static/`."""
    name: str
    """Its POSIX path relative to the root."""
    digest: str
    """SHA-256 of its bytes when the look was read, as hexadecimal digits."""


@dataclass(frozen=True, slots=True)
class Look:
    """Templates and static files by POSIX path, a project's own already over the defaults.

    `templates` holds each name once more under `default:NAME` for the package's own version, so
    that a project's file can extend what it replaces.
    """

    templates: Mapping[str, str]
    static: Mapping[str, StaticFile]
    style: str
    """The style sheet's text, for pages that carry it; empty if there is none."""
