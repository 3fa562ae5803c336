"""Two builds of one project give identical bytes, whatever the clock, zone, locale or hash seed."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parent.parent


def build(out: Path, **environment: str) -> dict[str, str]:
    subprocess.run(
        [sys.executable, "-m", "briefing", "build", "-f", str(ROOT), "-o", str(out)],
        cwd=ROOT,
        env={**os.environ, **environment},
        check=True,
        capture_output=True,
    )
    return {
        path.relative_to(out).as_posix(): hashlib.sha256(path.read_bytes()).hexdigest()
        for path in sorted(out.rglob("*"))
        if path.is_file()
    }


def test_two_builds_give_identical_bytes(tmp_path: Path) -> None:
    first = build(tmp_path / "a" / "site", PYTHONHASHSEED="1", TZ="Pacific/Auckland", LC_ALL="C")
    second = build(tmp_path / "b" / "site", PYTHONHASHSEED="2", TZ="America/Lima", LC_ALL="C.UTF-8")
    assert len(first) > 150
    assert first == second
