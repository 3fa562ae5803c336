"""Find out what this program was installed from, so that a project's workflow can install it too."""

from __future__ import annotations

import json
import os
from pathlib import Path
from urllib.parse import unquote, urlsplit

from briefing import __version__
from briefing.values import dataclass

_EXTRAS = "[pdf,search]"
_WHEELS = "wheels"


@dataclass(frozen=True, slots=True)
class Installed:
    """How to install this program elsewhere."""

    requirement: str
    """What pip takes: a name and version, an address, or the path of a wheel in the project."""
    wheel: tuple[str, bytes] | None = None
    """The path of the wheel in the project and its bytes, if it was installed from a file."""
    missing: str | None = None
    """The folder or file that a wheel must be made from, if there is none to copy."""
    folder: str = _WHEELS
    """The folder of the project that holds the wheel."""


def read_installed() -> Installed:
    """Read what pip recorded of this program's origin (PEP 610); nothing recorded means an index.

    A name is taken from an index only if the program came from one: elsewhere, or under the same
    name in another index, it may be someone else's.
    """
    from importlib import metadata

    names = metadata.packages_distributions().get("briefing", ("briefing",))
    name = names[0]
    try:
        recorded = metadata.distribution(name).read_text("direct_url.json")
    except metadata.PackageNotFoundError:
        return _from_wheel(name, None, str(Path(__file__).parents[2]))
    if recorded is None:
        return Installed(f"{name}{_EXTRAS}=={__version__}")
    origin = json.loads(recorded)
    url = str(origin["url"])
    if not url.startswith("file:"):
        vcs = origin.get("vcs_info")
        where = f"{vcs['vcs']}+{url}@{vcs['commit_id']}" if vcs else url
        return Installed(f"{name}{_EXTRAS} @ {where}")
    written = unquote(urlsplit(url).path)
    path = Path(written.removeprefix("/") if os.name == "nt" else written)
    return _from_wheel(name, path if path.suffix == ".whl" else None, str(path))


def _from_wheel(name: str, wheel: Path | None, origin: str) -> Installed:
    """Describe a wheel that the project keeps a copy of."""
    file = wheel.name if wheel else f"{name}-{__version__}-py3-none-any.whl"
    place = f"{_WHEELS}/{file}"
    if wheel is not None and wheel.is_file():
        return Installed(f"./{place}{_EXTRAS}", wheel=(place, wheel.read_bytes()))
    return Installed(f"./{place}{_EXTRAS}", missing=origin)
