"""The law of the code, kept by programs: who may import, read, write, and how long things may be."""

from __future__ import annotations

import ast
import json
import subprocess
import sys
import sysconfig
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache
from importlib import metadata
from itertools import chain
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name

ROOT = Path(__file__).resolve().parent.parent
MODULES = sorted((ROOT / "briefing").rglob("*.py"))


@dataclass(frozen=True, slots=True)
class Law:
    """One thing that only some modules may do, told by the names that do it."""

    what: str
    allowed: frozenset[str]
    """Modules and packages directly below `briefing`."""
    names: frozenset[str] = frozenset()
    """Functions, and attributes of whatever object."""
    imports: frozenset[str] = frozenset()
    """Modules of the standard library."""


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


# `open` as a method and `replace`, `remove`, `rename` are missing here, since other types have
# them too; `test_a_build_touches_the_disk_only_through_its_two_doors…` sees them at work.
# `language` reads its own tables and `program` its own files, which ship in the package; no file of a
# project. `file_states` asks whether files are as they were, and tells nobody what is in them.
# `worker` opens no file: it shares memory and a pipe with a fork, and looks at how long a part took.
LAWS = (
    Law(
        "read the disk",
        _words("load publish language file_states program worker"),
        _words(
            "open open_code FileIO read_text read_bytes iterdir listdir scandir glob rglob readlink"
        ),
        _words("glob linecache mmap"),
    ),
    Law(
        "write the disk",
        _words("publish worker"),
        _words(
            "write_text write_bytes mkdir makedirs unlink rmdir rmtree touch symlink_to"
            " hardlink_to copyfile copytree copy2 mkdtemp fsync"
        ),
        _words("ctypes fcntl shutil tempfile"),
    ),
    Law(
        "ask the disk what is there",
        _words("load publish language file_states resources cli serve"),
        _words("exists is_file is_dir is_symlink stat lstat resolve"),
    ),
    Law(
        "look at the clock",
        _words("cli serve worker"),
        _words("now today utcnow monotonic perf_counter getmtime"),
        _words("time"),
    ),
    Law(
        "look at the environment",
        _words("cli"),
        _words("environ getenv cwd getcwd home expanduser"),
        _words("getpass locale platform"),
    ),
    Law(
        "use the terminal",
        _words("cli"),
        _words("print input isatty"),
        _words("curses getopt logging termios"),
    ),
    Law(
        "name a standard stream",  # `search` and `git` name those of the programs that they start
        _words("cli git search"),
        _words("stdin stdout stderr"),
    ),
    Law(
        "start another program",
        _words("search git"),
        imports=_words("multiprocessing subprocess"),
    ),
    Law(
        "start another process",
        _words("worker"),
        _words("fork forkpty posix_spawn spawnv"),
    ),
    Law(
        "talk to the network",
        _words("serve"),
        imports=_words("http socket urllib.request webbrowser"),
    ),
    Law(
        "differ from one run to the next",
        frozenset({"publish"}),  # makes the secret of an account
        _words("hash urandom getpid"),
        _words("random secrets uuid"),
    ),
)

# What is longer than the rule asks for, with the reason; an entry that is no longer long must go.
LONG_MODULES = {
    "briefing/model/content.py": "types alone: what authors write, read side by side",
    "dev.py": "one file, since it runs before anything is set up",
}
LONG_FUNCTIONS = {
    "briefing/load/sources.py:_source": "one line for each key of an entry, and no branch to cut at",
}


def _owner(path: Path) -> str:
    """Name the module or package directly below `briefing` that a file belongs to."""
    return path.relative_to(ROOT / "briefing").with_suffix("").parts[0]


def _deeds(tree: ast.AST) -> Iterator[tuple[int, str, str]]:
    """Yield each use of a name as (line, `name` or `import`, what)."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name):
            yield node.lineno, "name", node.func.id
        elif isinstance(node, ast.Attribute) and isinstance(node.ctx, ast.Load):
            if node.attr != "open":
                yield node.lineno, "name", node.attr
        elif isinstance(node, ast.Import):
            for alias in node.names:
                yield node.lineno, "import", alias.name
        elif isinstance(node, ast.ImportFrom) and node.level == 0:
            yield node.lineno, "import", node.module or ""
            for alias in node.names:
                yield node.lineno, "name", alias.name


@cache
def _tree(path: Path) -> ast.Module:
    return ast.parse(path.read_bytes())


def _breaches(law: Law, tree: ast.AST) -> list[str]:
    forbidden = {"name": law.names, "import": law.imports}
    return [f"line {line}: {what}" for line, kind, what in _deeds(tree) if what in forbidden[kind]]


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.what.replace(" ", "-"))
def test_only_the_allowed_modules(law: Law) -> None:
    broken = {
        str(path.relative_to(ROOT)): breaches
        for path in MODULES
        if _owner(path) not in law.allowed and (breaches := _breaches(law, _tree(path)))
    }
    assert not broken, f"only {sorted(law.allowed)} may {law.what}"


@pytest.mark.parametrize(
    ("deed", "what"),
    [
        ("text = path.read_text()", "read the disk"),
        ("with open('x') as file: pass", "read the disk"),
        ("from os import scandir", "read the disk"),
        ("import shutil", "write the disk"),
        ("today = date.today()", "look at the clock"),
        ("from os import environ", "look at the environment"),
        ("print('hello')", "use the terminal"),
        ("import subprocess", "start another program"),
        ("import socket", "talk to the network"),
        ("key = hash(name)", "differ from one run to the next"),
    ],
)
def test_the_law_sees_a_breach(deed: str, what: str) -> None:
    (law,) = (law for law in LAWS if law.what == what)
    assert _breaches(law, ast.parse(deed))


def test_the_import_contracts_hold() -> None:
    linter = Path(sysconfig.get_path("scripts")) / "lint-imports"
    done = subprocess.run(
        [linter, "--no-cache"], cwd=ROOT, capture_output=True, encoding="utf-8", check=False
    )
    assert done.returncode == 0, done.stdout


def _foreign(tree: ast.AST) -> set[str]:
    """Name the top-level modules of other projects that a module imports."""
    modules = {what.split(".")[0] for _, kind, what in _deeds(tree) if kind == "import"}
    return modules - sys.stdlib_module_names - {"briefing"}


def test_each_foreign_library_has_its_door_and_is_asked_for() -> None:
    settings = tomllib.loads((ROOT / "pyproject.toml").read_text())
    contracts = settings["tool"]["importlinter"]["contracts"]
    guarded = {name for each in contracts for name in each.get("protected_modules", ())
               if not name.startswith("briefing.")}  # fmt: skip
    imported = set().union(*(_foreign(_tree(path)) for path in MODULES))
    assert imported == guarded

    extras = settings["project"]["optional-dependencies"].values()
    asked = chain(settings["project"]["dependencies"], *extras)
    required = {canonicalize_name(Requirement(each).name) for each in asked}
    providers = metadata.packages_distributions()
    used = {canonicalize_name(name) for module in imported for name in providers[module]}
    assert used - {"pydantic-core"} == required  # pydantic pins the one version that fits it


_WATCH = """
import json, sys
from pathlib import Path

touched = {}

def culprit():
    frame = sys._getframe(2)
    while frame is not None:
        name = frame.f_globals.get("__name__", "")
        if "importlib" in name:
            return None
        if name.startswith("briefing."):
            return name.split(".")[1]
        frame = frame.f_back
    return None

def hook(event, arguments):
    if event == "open" and isinstance(arguments[0], int):
        return  # a pipe that is open already
    elif event == "open":
        writes = isinstance(arguments[1], str) and set(arguments[1]) & set("wax+")
        writes = writes or bool(arguments[2] & 3)
        deed = "write" if writes else "read"
    elif event in ("os.listdir", "os.scandir", "os.walk"):
        deed = "read"
    elif event in ("subprocess.Popen", "os.fork", "os.kill"):
        deed = "start"
    elif event.startswith(("os.", "shutil.", "tempfile.")):
        deed = "write"
    elif event.startswith(("socket.", "urllib.")):
        deed = "network"
    else:
        return
    who = culprit()
    if who is not None:
        touched.setdefault(deed, set()).add(who)

from briefing import pipeline
sys.addaudithook(hook)
if sys.argv[2:]:
    built = pipeline.build(Path(sys.argv[1]), Path(sys.argv[2]))
    assert built.published is not None, built
else:
    pipeline.check(Path(sys.argv[1]))
print(json.dumps({deed: sorted(who) for deed, who in touched.items()}))
"""


def _touched(*folders: Path) -> dict[str, list[str]]:
    """Run a check, or with an output folder a build, and tell which modules touched the disk."""
    done = subprocess.run(
        [sys.executable, "-c", _WATCH, *folders],
        cwd=ROOT,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 0, done.stderr
    found: dict[str, list[str]] = json.loads(done.stdout)
    return found


def test_a_check_reads_through_load_and_writes_nothing() -> None:
    touched = _touched(ROOT)
    assert touched.pop("start", ["worker"]) == ["worker"]  # where there are two processors
    assert touched == {"read": ["language", "load"]}


def test_a_build_touches_the_disk_only_through_its_two_doors_and_starts_pagefind_alone(
    tmp_path: Path,
) -> None:
    touched = _touched(ROOT, tmp_path / "site")
    assert set(touched) == {"read", "write", "start"}
    assert set(touched["read"]) <= {"load", "publish", "language"}
    assert touched["write"] == ["publish"]
    assert touched["start"] == ["search"]


def _functions(tree: ast.AST) -> Iterator[tuple[str, int]]:
    """Yield each function's name with its lines, its docstring not counted."""
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            lines = (node.end_lineno or node.lineno) - node.lineno + 1
            if ast.get_docstring(node) is not None:
                doc = node.body[0]
                lines -= (doc.end_lineno or doc.lineno) - doc.lineno + 1
            yield node.name, lines


def test_a_module_over_300_lines_gives_its_reason() -> None:
    files = [*MODULES, ROOT / "dev.py"]
    long = {
        path.relative_to(ROOT).as_posix()
        for path in files
        if len(path.read_text().splitlines()) > 300
    }
    assert long == set(LONG_MODULES)


def test_a_function_over_40_lines_gives_its_reason() -> None:
    long = {
        f"{path.relative_to(ROOT).as_posix()}:{name}"
        for path in [*MODULES, ROOT / "dev.py"]
        for name, lines in _functions(_tree(path))
        if lines > 40
    }
    assert long == set(LONG_FUNCTIONS)
