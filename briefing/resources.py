"""Locate the templates, static files, schemas and the page that come with the software.

In the repository they are top-level folders, easy to find and edit; in a wheel they are in the
package, under `_defaults`. Only this module knows both places (see
`docs/decisions/0004-where-defaults-live.md`). It reads nothing.
"""

from __future__ import annotations

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent
_PACKAGED = _PACKAGE / "_defaults"
_ROOT = _PACKAGED if _PACKAGED.is_dir() else _PACKAGE.parent


def package() -> Path:
    """Return the absolute folder of the package."""
    return _PACKAGE


def templates() -> Path:
    """Return the absolute folder of the default Jinja templates."""
    return _ROOT / "templates"


def static() -> Path:
    """Return the absolute folder of the default style sheets, scripts and icons."""
    return _ROOT / "static"


def schemas() -> Path:
    """Return the absolute folder of the JSON Schemas."""
    return _ROOT / "schemas"


def diagnostics() -> Path:
    """Return the absolute path of the page about diagnostic codes."""
    return _ROOT / "docs" / "diagnostics.md"


def starter() -> Path:
    """Return the absolute folder of the example that `briefing new` copies."""
    return _PACKAGE / "starter"
