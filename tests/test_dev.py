"""What dev.py decides: how a machine is set up, when again, and which tests run."""

from __future__ import annotations

import ast
import json
import re
import subprocess
import sys
import tomllib
from pathlib import Path

import pytest
from packaging.requirements import Requirement
from packaging.utils import canonicalize_name
from packaging.version import Version

import dev

REAL_ROOT = Path(dev.__file__).parent
BARE = dev.Machine(uv=False, ensurepip=False, pip=False, root=False, distribution="")


ROOT_ON_DEBIAN = BARE._replace(root=True, distribution="debian")


@pytest.mark.parametrize(
    ("machine", "ways"),
    [
        (BARE, []),
        (BARE._replace(uv=True, pip=True, ensurepip=True), ["uv", "system_pip", "venv"]),
        (BARE._replace(pip=True), ["system_pip"]),
        (BARE._replace(ensurepip=True), ["venv"]),
        (ROOT_ON_DEBIAN, ["debian_venv"]),
        (ROOT_ON_DEBIAN._replace(ensurepip=True), ["venv"]),
        (ROOT_ON_DEBIAN._replace(root=False), []),
        (ROOT_ON_DEBIAN._replace(distribution="fedora"), []),
    ],
)
def test_the_ways_to_an_environment(machine: dev.Machine, ways: list[str]) -> None:
    found = [make.__name__ for _, make in dev.ways_to_make(machine)]
    assert found == [f"make_with_{way}" for way in ways]


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let dev.py believe that it appears in an empty checkout, on a machine with pip alone."""
    monkeypatch.setattr(dev, "ROOT", tmp_path)
    monkeypatch.setattr(dev, "VENV", tmp_path / ".venv")
    monkeypatch.setattr(dev, "STATE", tmp_path / ".venv" / "dev.json")
    monkeypatch.setattr(
        dev, "look_at_machine", lambda: ROOT_ON_DEBIAN._replace(root=False, pip=True)
    )
    (tmp_path / "pyproject.toml").write_text('[project]\nname = "briefing"\n[tool.x]\na = 1\n')
    (tmp_path / dev.RUNTIME).write_text("click==8.5.1\n")
    (tmp_path / dev.DEVELOPMENT).write_text("click==8.5.1\npytest==9.2.0\n")
    return tmp_path


@pytest.fixture
def made(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Replace the making of .venv by a note of the lock that it was made from."""
    locks: list[str] = []

    def make(lock: str) -> bool:
        locks.append(lock)
        folder = "Lib" if dev.WINDOWS else "lib/python{}.{}".format(*sys.version_info)
        packages = checkout / ".venv" / folder / "site-packages"
        for line in (checkout / lock).read_text().split():
            (packages / f"{line.replace('==', '-')}.dist-info").mkdir(parents=True, exist_ok=True)
        return True

    monkeypatch.setattr(dev, "make_with_system_pip", make)
    return locks


def test_a_second_run_sets_nothing_up(made: list[str]) -> None:
    dev.prepare_environment(dev.RUNTIME)
    dev.prepare_environment(dev.RUNTIME)
    assert made == [dev.RUNTIME]


def test_the_environment_of_the_tests_serves_a_build(made: list[str]) -> None:
    dev.prepare_environment(dev.DEVELOPMENT)
    dev.prepare_environment(dev.RUNTIME)
    assert made == [dev.DEVELOPMENT]


def test_tests_need_more_than_a_build(made: list[str]) -> None:
    dev.prepare_environment(dev.RUNTIME)
    dev.prepare_environment(dev.DEVELOPMENT)
    assert made == [dev.RUNTIME, dev.DEVELOPMENT]


def test_a_stale_environment_of_the_tests_is_made_anew_for_the_tests(
    checkout: Path, made: list[str]
) -> None:
    dev.prepare_environment(dev.DEVELOPMENT)
    (checkout / dev.DEVELOPMENT).write_text("click==8.5.1\npytest==9.3.0\n")
    dev.prepare_environment(dev.RUNTIME)
    assert made == [dev.DEVELOPMENT, dev.DEVELOPMENT]


@pytest.mark.parametrize(
    ("file", "content", "again"),
    [
        ("requirements.txt", "click==8.5.2\n", True),
        ("pyproject.toml", '[project]\nname = "briefing"\nversion = "2"\n', True),
        ("pyproject.toml", '[project]\nname = "briefing"\n[tool.x]\na = 2\n', False),
        ("requirements-dev.txt", "pytest==10\n", False),
        (".venv/dev.json", "{", True),
        (".venv/dev.json", "[]", True),
    ],
)
def test_what_sets_an_environment_up_again(
    checkout: Path, made: list[str], file: str, content: str, *, again: bool
) -> None:
    dev.prepare_environment(dev.RUNTIME)
    (checkout / file).write_text(content)
    dev.prepare_environment(dev.RUNTIME)
    assert len(made) == 1 + again


def test_a_package_that_was_changed_by_hand_sets_it_up_again(
    checkout: Path, made: list[str]
) -> None:
    dev.prepare_environment(dev.RUNTIME)
    (found,) = checkout.rglob("click-8.5.1.dist-info")
    found.rename(found.with_name("click-8.6.0.dist-info"))
    dev.prepare_environment(dev.RUNTIME)
    assert len(made) == 2


def test_a_package_that_was_added_by_hand_may_stay(checkout: Path, made: list[str]) -> None:
    dev.prepare_environment(dev.RUNTIME)
    (found,) = checkout.rglob("click-8.5.1.dist-info")
    found.with_name("ipython-9.0.dist-info").mkdir()
    dev.prepare_environment(dev.RUNTIME)
    assert len(made) == 1


@pytest.mark.usefixtures("checkout")
def test_the_next_way_is_tried_and_said(
    made: list[str], monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(dev, "look_at_machine", lambda: BARE._replace(uv=True, pip=True))
    monkeypatch.setattr(dev, "make_with_uv", lambda _lock: False)
    dev.prepare_environment(dev.RUNTIME)
    assert made == [dev.RUNTIME]
    out, err = capsys.readouterr()
    assert "uv failed" in err
    assert not out


@pytest.mark.usefixtures("checkout")
@pytest.mark.parametrize(
    ("distribution", "advice"),
    [("debian", "sudo apt-get install python3-venv"), ("", "Install uv, or venv and pip")],
)
def test_a_machine_that_offers_nothing_gets_the_line_to_type(
    monkeypatch: pytest.MonkeyPatch, distribution: str, advice: str
) -> None:
    monkeypatch.setattr(dev, "look_at_machine", lambda: BARE._replace(distribution=distribution))
    with pytest.raises(dev.CannotSetUpError, match=re.escape(advice)):
        dev.prepare_environment(dev.RUNTIME)


@pytest.mark.usefixtures("checkout")
def test_a_way_that_fails_does_not_ask_for_what_is_there(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(dev, "make_with_system_pip", lambda _lock: False)
    with pytest.raises(dev.CannotSetUpError, match="see the errors above"):
        dev.prepare_environment(dev.RUNTIME)


@pytest.mark.parametrize("lock", [dev.RUNTIME, dev.DEVELOPMENT])
def test_each_lock_pins_the_pip_that_installs_it(lock: str) -> None:
    pin = dev.pin_of("pip", (REAL_ROOT / lock).read_text())
    assert re.fullmatch(r"pip==[0-9.]+ \\\n(    --hash=sha256:\w{64}( \\)?\n)+(    #.*\n)+", pin)


# The browser.


def test_the_chromium_that_is_named_is_the_only_one_tried() -> None:
    found = dev.browsers({"CHROMIUM": "/opt/chromium"}, "/usr/bin/{}".format, "linux")
    assert found == ["/opt/chromium"]


def test_chromium_comes_before_chrome() -> None:
    on_path = {"google-chrome": "/usr/bin/google-chrome", "chromium": "/usr/bin/chromium"}
    found = dev.browsers({}, on_path.get, "linux")
    assert found == ["/usr/bin/chromium", "/usr/bin/google-chrome"]


@pytest.mark.parametrize(
    ("program", "answer"),
    [
        ("print('Version 1')", ""),
        ("import sys; sys.exit('first\\nlast')", "last"),
        ("raise SystemExit(3)", "it exited with status 3"),
        (
            "import sys; sys.exit('x: error while loading shared libraries: libatomic.so.1\\nend')",
            "x: error while loading shared libraries: libatomic.so.1",
        ),
    ],
)
def test_why_a_program_does_not_start(program: str, answer: str) -> None:
    assert dev.why_not(sys.executable, "-c", program, expect="Version") == answer


def test_why_a_missing_program_does_not_start(tmp_path: Path) -> None:
    assert "No such file" in dev.why_not(str(tmp_path / "absent"), expect="")


@pytest.fixture
def browsing(checkout: Path, monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Let the browsers of a machine be told by a table, and note which were started."""
    (checkout / ".venv").mkdir()
    started: list[str] = []

    def start(browser: str) -> str:
        started.append(browser)
        return "" if Path(browser).is_file() else "it is missing"

    monkeypatch.setattr(dev, "why_not", lambda *_command, **_options: "")
    monkeypatch.setattr(dev, "why_browser_does_not_start", start)
    monkeypatch.setattr(dev, "install_browser", lambda _machine: [])
    monkeypatch.delenv("CHROMIUM", raising=False)
    return started


def test_a_browser_is_started_once_and_then_known(
    checkout: Path, browsing: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    chromium = checkout / "chromium"
    chromium.touch()
    monkeypatch.setattr(dev, "browsers", lambda *_: ["/absent", str(chromium)])
    assert dev.prepare_browser() == str(chromium)
    assert dev.prepare_browser() == str(chromium)
    assert browsing == ["/absent", str(chromium)]


def test_a_browser_is_installed_when_none_starts(
    checkout: Path, browsing: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    chromium = checkout / "chromium"
    chromium.touch()
    monkeypatch.setattr(dev, "browsers", lambda *_: ["/absent"])
    monkeypatch.setattr(dev, "install_browser", lambda _machine: [str(chromium)])
    assert dev.prepare_browser() == str(chromium)
    assert browsing == ["/absent", str(chromium)]


def test_without_a_browser_there_is_a_line_to_type(
    browsing: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(dev, "browsers", lambda *_: [])
    with pytest.raises(dev.CannotSetUpError) as refused:
        dev.prepare_browser()
    assert "sudo apt-get install chromium libatomic1" in str(refused.value)
    assert "--no-browser" in str(refused.value)
    assert not browsing


def test_a_browser_named_but_broken_is_not_replaced(
    browsing: list[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("CHROMIUM", "/absent")
    with pytest.raises(dev.CannotSetUpError, match="/absent does not start: it is missing"):
        dev.prepare_browser()
    assert browsing == ["/absent"]


# The commands.

SIDE_BY_SIDE = ["-n", "auto", "--dist", "loadfile", "--no-loadscope-reorder"]


@pytest.fixture
def firefoxes(monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Let the Firefoxes on PATH, and why each does not start, be told by a table."""
    table: dict[str, str] = {}
    monkeypatch.delenv("FIREFOX", raising=False)
    monkeypatch.setattr("shutil.which", lambda name: name if name in table else None)
    monkeypatch.setattr(dev, "why_not", lambda firefox, *_, expect: table.get(firefox, expect))
    monkeypatch.setattr(dev, "install_firefox", lambda _machine: False)
    monkeypatch.setattr(dev, "look_at_machine", lambda: ROOT_ON_DEBIAN)
    return table


def test_a_firefox_that_starts_is_found(firefoxes: dict[str, str]) -> None:
    firefoxes.update({"firefox-esr": "a library is missing", "firefox": ""})
    assert dev.prepare_firefox() == "firefox"


def test_debian_s_firefox_is_installed_when_none_starts(
    firefoxes: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    def install(_machine: dev.Machine) -> bool:
        firefoxes["firefox-esr"] = ""
        return True

    monkeypatch.setattr(dev, "install_firefox", install)
    assert dev.prepare_firefox() == "firefox-esr"


def test_without_a_firefox_there_is_a_line_to_type(
    firefoxes: dict[str, str], monkeypatch: pytest.MonkeyPatch
) -> None:
    firefoxes["firefox"] = "a library is missing"
    with pytest.raises(dev.CannotSetUpError) as refused:
        dev.prepare_firefox()
    assert "firefox does not start: a library is missing" in str(refused.value)
    assert "sudo apt-get install firefox-esr" in str(refused.value)
    monkeypatch.setenv("FIREFOX", "/absent")
    monkeypatch.setattr(dev, "install_firefox", lambda _machine: True)
    with pytest.raises(dev.CannotSetUpError, match="/absent does not start"):
        dev.prepare_firefox()


@pytest.mark.parametrize(
    ("arguments", "marks", "rest", "browser"),
    [
        ([], "not slow", SIDE_BY_SIDE, True),
        (["--slow"], "slow", [], True),
        (["--no-browser"], "not slow and not browser", SIDE_BY_SIDE, False),
        (["-k", "x", "--slow", "--no-browser"], "slow and not browser", ["-k", "x"], False),
    ],
)
def test_which_tests_run(
    arguments: list[str], marks: str, rest: list[str], *, browser: bool
) -> None:
    assert dev.test_selection(arguments, ci=False) == (["-m", marks, *rest], browser)


def test_ci_runs_the_browser_tests() -> None:
    with pytest.raises(dev.CannotSetUpError, match="not allowed in CI"):
        dev.test_selection(["--no-browser"], ci=True)


def test_an_older_python_can_read_the_script_and_is_told(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ast.parse(Path(dev.__file__).read_text(), feature_version=(3, 7))
    monkeypatch.setattr(sys, "version_info", (3, 9, 2))
    assert dev.main(["build"]) == 2
    assert "needs Python 3.11 or newer, and runs on 3.9" in capsys.readouterr().err


@pytest.mark.parametrize(
    ("arguments", "status"), [([], 2), (["chekc"], 2), (["--help"], 0), (["-h"], 0)]
)
def test_help_goes_to_standard_error(
    arguments: list[str], status: int, capsys: pytest.CaptureFixture[str]
) -> None:
    assert dev.main(arguments) == status
    out, err = capsys.readouterr()
    assert "python3 dev.py build" in err
    assert not out


def test_every_command_is_in_the_help() -> None:
    assert dev.__doc__ is not None
    assert re.findall(r"python3 dev\.py (\w+)", dev.__doc__) == list(dev.COMMANDS)


def test_a_failing_linter_does_not_hide_the_next(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    ran: list[tuple[str, ...]] = []

    def run(*command: str) -> bool:
        ran.append(command)
        return "mypy" not in command

    monkeypatch.setattr(dev, "prepare_environment", lambda _lock: None)
    monkeypatch.setattr(dev, "run", run)
    assert dev.main(["lint"]) == 1
    assert ran == list(dev.LINTERS)
    assert "mypy" in capsys.readouterr().err


def test_a_command_takes_the_place_of_the_script() -> None:
    program = (
        "import dev, os, sys\n"
        "print(os.getpid(), flush=True)\n"
        "dev.become(sys.executable, '-c', 'import os; print(os.getpid())')\n"
    )
    done = subprocess.run(
        [sys.executable, "-c", program],
        cwd=Path(dev.__file__).parent,
        capture_output=True,
        encoding="utf-8",
        check=True,
    )
    before, after = done.stdout.split()
    assert (before == after) is not dev.WINDOWS


# The locks.

LOWEST = "requirements-lowest.txt"
LOCKS = (dev.RUNTIME, dev.DEVELOPMENT, LOWEST)


def pins(lock: str) -> dict[str, list[str]]:
    """Return the versions that a lock names, by canonical name; markers may allow several."""
    found: dict[str, list[str]] = {}
    for line in (REAL_ROOT / lock).read_text().splitlines():
        if "==" in line and not line.startswith("#"):
            requirement = Requirement(line.rstrip("\\ "))
            version = next(iter(requirement.specifier)).version
            found.setdefault(canonicalize_name(requirement.name), []).append(version)
    return found


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_names_no_host_and_hashes_each_pin(lock: str) -> None:
    text = (REAL_ROOT / lock).read_text()
    assert not re.search(r"://|--index|--find-links|file:|/home/|/root/|/tmp/", text)
    pinned = re.findall(r"^[a-z0-9].*\n(.*)", text, flags=re.MULTILINE)
    assert pinned
    assert all("--hash=sha256:" in after for after in pinned)


def test_the_locks_hold_what_the_project_asks_for() -> None:
    settings = tomllib.loads((REAL_ROOT / "pyproject.toml").read_text())
    groups = settings["dependency-groups"]
    asked = {
        dev.RUNTIME: [
            *settings["project"]["dependencies"],
            *settings["project"]["optional-dependencies"]["search"],
            *groups["setup"],
        ],
        dev.DEVELOPMENT: [each for each in groups["dev"] if isinstance(each, str)],
    }
    for lock, requirements in asked.items():
        held = pins(lock)
        for requirement in map(Requirement, requirements):
            versions = held.get(canonicalize_name(requirement.name), [])
            assert versions, f"{requirement} is not in {lock}"
            assert all(version in requirement.specifier for version in versions)


@pytest.mark.parametrize("lock", LOCKS)
@pytest.mark.parametrize(
    ("system", "machine", "brought"),
    [
        ("linux", "x86_64", True),
        ("linux", "aarch64", True),
        ("darwin", "arm64", True),
        ("darwin", "x86_64", True),
        ("win32", "AMD64", True),
        ("win32", "ARM64", True),
        ("linux", "riscv64", False),
        ("linux", "armv7l", False),
        ("linux", "i686", False),
        ("freebsd14", "amd64", False),
    ],
)
def test_pagefind_is_asked_for_where_there_is_a_wheel_of_it(
    lock: str, system: str, machine: str, *, brought: bool
) -> None:
    (line,) = re.findall(r"^pagefind-bin==.*(?= \\$)", (REAL_ROOT / lock).read_text(), re.MULTILINE)
    marker = Requirement(line).marker
    there = {"sys_platform": system, "platform_machine": machine}
    assert (marker is None or marker.evaluate(there)) is brought


def test_the_lowest_lock_pins_what_the_project_allows_at_the_lowest() -> None:
    project = tomllib.loads((REAL_ROOT / "pyproject.toml").read_text())["project"]
    asked = [*project["dependencies"], *project["optional-dependencies"]["search"]]
    held = pins(LOWEST)
    for requirement in map(Requirement, asked):
        (floor,) = (one.version for one in requirement.specifier if one.operator == ">=")
        (pinned,) = held[canonicalize_name(requirement.name)]
        assert Version(pinned) == Version(floor), requirement.name


def test_the_development_lock_holds_the_runtime_lock() -> None:
    assert pins(dev.RUNTIME).items() <= pins(dev.DEVELOPMENT).items()


def test_what_a_set_up_notes_can_be_read_again(checkout: Path, made: list[str]) -> None:
    dev.prepare_environment(dev.RUNTIME)
    noted = json.loads((checkout / ".venv" / "dev.json").read_text())
    assert noted["lock"] == dev.RUNTIME
    assert noted["installed"] == ["click-8.5.1.dist-info"]
    assert made
