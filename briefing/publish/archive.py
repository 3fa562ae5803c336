"""Pack a built site into one file, for handing it over."""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

from briefing.publish.files import FILE_MODE, scan

if TYPE_CHECKING:
    from pathlib import Path

_WHEN = (1980, 1, 1, 0, 0, 0)
"""No file has a date of its own, so that the same site gives the same bytes."""


def pack(site: Path, target: Path) -> int:
    """Write the files below `site` into a new zip at `target`, in a folder of the same name; count them.

    The file takes its place when it is whole. May raise `OSError`.
    """
    import zipfile

    names = sorted(scan(site).files)
    beside = target.with_name(f".{target.name}.new")
    try:
        with zipfile.ZipFile(beside, "w", zipfile.ZIP_DEFLATED) as packed:
            for name in names:
                entry = zipfile.ZipInfo(f"{target.stem}/{name}", _WHEN)
                entry.external_attr = FILE_MODE << 16
                entry.compress_type = zipfile.ZIP_DEFLATED
                packed.writestr(entry, (site / name).read_bytes())
        os.replace(beside, target)  # noqa: PTH105
    finally:
        beside.unlink(missing_ok=True)
    return len(names)
