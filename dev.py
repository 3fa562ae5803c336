#!/usr/bin/env python3
"""Set this checkout up and run it, on a machine that has Python 3.11 and nothing else.

    python3 dev.py build [ARGUMENTS]    build this repository's briefing into site/
    python3 dev.py serve [ARGUMENTS]    show it in a browser while you edit
    python3 dev.py check [ARGUMENTS]    report every mistake in it
    python3 dev.py test [ARGUMENTS]     run the tests; ARGUMENTS go to pytest, except
                        --slow          the slow tests instead of the quick ones
                        --no-browser    leave out the tests that need a browser
    python3 dev.py lint                 style, types and import rules
    python3 dev.py bench [ARGUMENTS]    measure against other generators, and write docs/performance.md

The first run creates .venv and installs the locked packages, each checked by its hash. Later runs
see in .venv/dev.json that nothing has changed. If something cannot be set up, the run stops with
the line to type; nothing is skipped silently. This script's messages go to standard error.
"""

from __future__ import annotations

import json
import os
import shutil
import subprocess
import sys
from pathlib import Path
from typing import TYPE_CHECKING, Any, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping, Sequence

ROOT = Path(__file__).resolve().parent
VENV = ROOT / ".venv"
STATE = VENV / "dev.json"
WINDOWS = os.name == "nt"
SCRIPTS = VENV / ("Scripts" if WINDOWS else "bin")
PYTHON = str(SCRIPTS / ("python.exe" if WINDOWS else "python"))

RUNTIME = "requirements.txt"
DEVELOPMENT = "requirements-dev.txt"  # holds all that RUNTIME holds

LINTERS = (
    (PYTHON, "-m", "ruff", "check"),
    (PYTHON, "-m", "ruff", "format", "--check"),
    (PYTHON, "-m", "mypy"),
    (str(SCRIPTS / "lint-imports"),),
)
BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
BROWSERS_OFF_PATH = {
    "darwin": (
        "/Applications/Chromium.app/Contents/MacOS/Chromium",
        "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
    ),
    "win32": (
        r"C:\Program Files\Google\Chrome\Application\chrome.exe",
        r"C:\Program Files (x86)\Google\Chrome\Application\chrome.exe",
    ),
}
FIREFOXES = ("firefox-esr", "firefox")
LINES_TO_TYPE = {
    "environment": {
        "debian": "sudo apt-get install python3-venv",
        "ubuntu": "sudo apt-get install python3-venv",
    },
    "browser": {
        "debian": "sudo apt-get install chromium libatomic1",
        "ubuntu": f"sudo {PYTHON} -m playwright install --with-deps chromium",
    },
    "firefox": {"debian": "sudo apt-get install firefox-esr"},
}


class CannotSetUpError(Exception):
    """Something is missing; the message says what, and which line to type."""


class Machine(NamedTuple):
    """What decides how to set this machine up."""

    uv: bool
    ensurepip: bool
    pip: bool
    root: bool
    distribution: str
    """The ID in /etc/os-release, such as `debian`; empty if there is no such file."""

    @property
    def may_apt(self) -> bool:
        """Whether missing packages can be installed without asking."""
        return self.root and self.distribution == "debian"


def look_at_machine() -> Machine:
    """Return what this machine offers."""
    from importlib.util import find_spec

    try:
        lines = Path("/etc/os-release").read_text(encoding="utf-8").splitlines()
    except OSError:
        lines = []
    release = dict(line.split("=", 1) for line in lines if "=" in line)
    return Machine(
        uv=shutil.which("uv") is not None,
        ensurepip=find_spec("ensurepip") is not None,
        pip=find_spec("pip") is not None,
        root=hasattr(os, "geteuid") and os.geteuid() == 0,
        distribution=release.get("ID", "").strip('"'),
    )


def say(text: str) -> None:
    """Print a message on standard error; standard output belongs to the command."""
    print(f"dev.py: {text}", file=sys.stderr, flush=True)


def run(*command: str, **environment: str) -> bool:
    """Run a command in the root with its output on standard error; return whether it succeeded."""
    env = {**os.environ, **environment}
    done = subprocess.run(command, cwd=ROOT, stdout=sys.stderr, env=env, check=False)
    return done.returncode == 0


def become(*command: str, **environment: str) -> int:
    """Replace this process with a command, so that the command gets every signal itself."""
    env = {**os.environ, **environment}
    os.chdir(ROOT)
    if not WINDOWS:  # there, exec starts a second process and ends the first too early
        os.execve(command[0], command, env)
    return subprocess.run(command, env=env, check=False).returncode


def apt_install(*packages: str) -> bool:
    """Install Debian packages as root, printing errors only; return whether it succeeded."""
    say(f"installing {' '.join(packages)} with apt-get")
    sbin = f"{os.environ.get('PATH', os.defpath)}:/usr/sbin:/sbin"  # dpkg insists on them
    env = {**os.environ, "DEBIAN_FRONTEND": "noninteractive", "PATH": sbin}
    update = ("apt-get", "update", "-qq")
    install = ("apt-get", "install", "-qq", "-y", "--no-install-recommends", *packages)
    return all(
        subprocess.run(command, env=env, stdout=subprocess.DEVNULL, check=False).returncode == 0
        for command in (update, install)
    )


def read_state() -> dict[str, Any]:
    """Return the record of the last set-up; empty before the first."""
    try:
        state = json.loads(STATE.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {}
    return state if isinstance(state, dict) else {}


def write_state(state: Mapping[str, Any]) -> None:
    """Record what was set up, so that the next run need not check again."""
    STATE.write_text(json.dumps(state, indent=1) + "\n", encoding="utf-8")


# The environment: .venv holds the packages of a lock and a link to this checkout.


def base_python() -> str:
    """Return the interpreter that runs this script, outside any activated environment."""
    return str(getattr(sys, "_base_executable", sys.executable))


def fingerprint(lock: str) -> str:
    """Return a hash of everything that decides what .venv must hold for a lock."""
    import tomllib
    from hashlib import blake2b

    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    pins = (ROOT / lock).read_text(encoding="utf-8")
    python = f"{sys.implementation.cache_tag} {sys.version_info} {sys.base_prefix}"
    parts = (python, str(ROOT), json.dumps(project, sort_keys=True), pins)
    return blake2b("\0".join(parts).encode(), digest_size=16).hexdigest()


def installed() -> list[str]:
    """List the `.dist-info` folders in .venv, which name each distribution and its version."""
    version = "python{}.{}".format(*sys.version_info)
    packages = VENV / ("Lib" if WINDOWS else f"lib/{version}") / "site-packages"
    return sorted(path.name for path in packages.glob("*.dist-info"))


def serves(state: Mapping[str, Any], lock: str, found: Sequence[str]) -> bool:
    """Return whether an environment, as recorded and as found, still holds a lock's packages."""
    return (
        state.get("lock") in (lock, DEVELOPMENT)
        and state.get("fingerprint") == fingerprint(state["lock"])
        and set(state.get("installed", ())) <= set(found)
    )


def make_with_uv(lock: str) -> bool:
    """Create .venv with uv."""
    # The certificate of a company's proxy is in the system's store, which uv reads only on request.
    trust = {"UV_SYSTEM_CERTS": os.environ.get("UV_SYSTEM_CERTS", "1")}
    venv = ("uv", "venv", "--quiet", "--clear", "--python", base_python(), str(VENV))
    sync = ("uv", "pip", "sync", "--quiet", "--python", PYTHON, "--require-hashes", lock)
    link = ("uv", "pip", "install", "--quiet", "--python", PYTHON, "--no-deps")
    return (
        run(*venv, **trust)
        and run(*sync, **trust)
        and run(*link, "--no-build-isolation", "--editable", ".", **trust)
    )


def pip_install(pip: Sequence[str], lock: str) -> bool:
    """Install a lock's packages and the link to this checkout, starting from a given pip."""
    # The locked pip takes half the time of the one that comes with Python 3.11.
    own_pip = VENV / "pip.txt"
    own_pip.write_text(pin_of("pip", (ROOT / lock).read_text(encoding="utf-8")), encoding="utf-8")
    # The lock names every dependency, and most modules are never imported, so nothing is compiled.
    install = ("install", "--quiet", "--disable-pip-version-check", "--no-deps", "--no-compile")
    pinned = (*install, "--require-hashes", "--requirement")
    return (
        run(*pip, *pinned, str(own_pip))
        and run(PYTHON, "-m", "pip", *pinned, lock)
        and run(PYTHON, "-m", "pip", *install, "--no-build-isolation", "--editable", ".")
    )


def pin_of(name: str, lock: str) -> str:
    """Return the lines of a lock that pin one distribution and its hashes."""
    import re

    (found,) = re.findall(rf"^{name}==.*(?:\n .*)*\n", lock, flags=re.MULTILINE)
    return str(found)


def make_with_system_pip(lock: str) -> bool:
    """Create .venv without a pip, and fill it with the running Python's pip."""
    made = run(base_python(), "-m", "venv", "--clear", "--without-pip", str(VENV))
    return made and pip_install((base_python(), "-m", "pip", "--python", PYTHON), lock)


def make_with_venv(lock: str) -> bool:
    """Create .venv with its own pip."""
    made = run(base_python(), "-m", "venv", "--clear", str(VENV))
    return made and pip_install((PYTHON, "-m", "pip"), lock)


def make_with_debian_venv(lock: str) -> bool:
    """Install Debian's venv package, then create .venv."""
    return apt_install("python3-venv") and make_with_venv(lock)


def ways_to_make(machine: Machine) -> Iterator[tuple[str, Callable[[str], bool]]]:
    """Yield the ways to create .venv on a machine, best first, each with its name."""
    if machine.uv:
        yield "uv", make_with_uv
    if machine.pip:  # before venv's own, which takes eight seconds to unpack
        yield "the pip of this Python", make_with_system_pip
    if machine.ensurepip:
        yield "venv and its pip", make_with_venv
    if machine.may_apt and not machine.ensurepip:
        yield "Debian's python3-venv", make_with_debian_venv


def prepare_environment(lock: str) -> None:
    """Make sure that .venv holds a lock's packages."""
    state = read_state()
    if serves(state, lock, installed()):
        return
    if state.get("lock") == DEVELOPMENT:
        lock = DEVELOPMENT  # anyone who has run the tests will run them again
    machine = look_at_machine()
    ways = list(ways_to_make(machine))
    for name, make in ways:
        say(f"setting up .venv from {lock} with {name}")
        if make(lock):
            noted = {"lock": lock, "fingerprint": fingerprint(lock), "installed": installed()}
            write_state(noted)
            return
        say(f"{name} failed")
    if ways:
        raise CannotSetUpError("could not create .venv; see the errors above.")
    line = LINES_TO_TYPE["environment"].get(machine.distribution)
    advice = f"Type:  {line}" if line else "Install uv, or venv and pip for this Python."
    raise CannotSetUpError(f"could not create .venv. {advice}")


# The browser: found or installed, then started once.


def browsers(
    environment: Mapping[str, str], which: Callable[[str], str | None], platform: str
) -> list[str]:
    """List the Chromiums to try: the one in $CHROMIUM if it is set, else all that are found."""
    if "CHROMIUM" in environment:
        return [environment["CHROMIUM"]]
    elsewhere = [path for path in BROWSERS_OFF_PATH.get(platform, ()) if Path(path).is_file()]
    return [path for path in map(which, BROWSERS) if path] + elsewhere


def why_not(*command: str, expect: str) -> str:
    """Run a command; return "" if it prints the expected text, else its most useful error line."""
    try:
        done = subprocess.run(command, capture_output=True, text=True, timeout=60, check=False)
    except (OSError, subprocess.TimeoutExpired) as error:
        return str(error)
    if expect in done.stdout:
        return ""
    lines = [line.strip() for line in done.stderr.splitlines() if line.strip()]
    libraries = [line for line in lines if "shared librar" in line]
    return (libraries or lines[-1:] or [f"it exited with status {done.returncode}"])[0]


def why_browser_does_not_start(browser: str) -> str:
    """Open an empty page in a browser; return "" if that works, else the reason."""
    from tempfile import TemporaryDirectory

    # Chromium does not run in its sandbox as root.
    sandbox = ["--no-sandbox"] if look_at_machine().root else []
    with TemporaryDirectory(ignore_cleanup_errors=True) as profile:
        switches = ("--headless=new", "--disable-gpu", f"--user-data-dir={profile}", *sandbox)
        page = ("--dump-dom", "data:text/html,<p>started")
        return why_not(browser, *switches, *page, expect="<p>started")


def first_working(candidates: Sequence[str]) -> tuple[str, list[str]]:
    """Return the first browser that starts ("" if none does), and why the others did not."""
    complaint = why_not(PYTHON, "-m", "playwright", "--version", expect="Version")
    if complaint:
        return "", [f"Playwright's driver does not start: {complaint}"]
    complaints = []
    for browser in candidates:
        complaint = why_browser_does_not_start(browser)
        if not complaint:
            return browser, []
        complaints.append(f"{browser} does not start: {complaint}")
    return "", complaints or ["no Chromium was found"]


def install_browser(machine: Machine) -> list[str]:
    """Install Chromium in the way that suits the machine; return where it may be."""
    if machine.may_apt:
        apt_install("chromium", "libatomic1")
        return browsers(os.environ, shutil.which, sys.platform)
    libraries = ["--with-deps"] if machine.root and machine.distribution == "ubuntu" else []
    say("installing Chromium with Playwright")
    run(PYTHON, "-m", "playwright", "install", *libraries, "chromium")
    ask = (
        "from playwright.sync_api import sync_playwright\n"
        "with sync_playwright() as playwright: print(playwright.chromium.executable_path)"
    )
    answer = subprocess.run((PYTHON, "-c", ask), capture_output=True, text=True, check=False)
    return answer.stdout.split("\n")[:1] if answer.returncode == 0 else []


def prepare_browser() -> str:
    """Return the path of a Chromium that starts, and install one if there is none."""
    state = read_state()
    noted = state.get("browser", "")
    if noted and os.environ.get("CHROMIUM", noted) == noted and Path(noted).is_file():
        return str(noted)
    browser, complaints = first_working(browsers(os.environ, shutil.which, sys.platform))
    machine = look_at_machine()
    if not browser and "CHROMIUM" not in os.environ:
        browser, complaints = first_working(install_browser(machine))
    if not browser:
        line = LINES_TO_TYPE["browser"].get(machine.distribution)
        advice = f"Type:  {line}" if line else "Install Chromium, or name one in $CHROMIUM."
        raise CannotSetUpError(
            f"{'; '.join(complaints)}. {advice}\n(--no-browser leaves out the tests that need it.)"
        )
    write_state({**state, "browser": browser})
    return browser


def prepare_firefox() -> str:
    """Return the path of a Firefox that answers; install Debian's if there is none."""
    named = os.environ.get("FIREFOX")
    candidates = [named] if named else [path for path in map(shutil.which, FIREFOXES) if path]
    complaints = []
    for firefox in candidates:
        complaint = why_not(firefox, "--version", expect="Mozilla Firefox")
        if not complaint:
            return firefox
        complaints.append(f"{firefox} does not start: {complaint}")
    machine = look_at_machine()
    installed = shutil.which("firefox-esr") if not named and install_firefox(machine) else None
    if installed:
        return installed
    line = LINES_TO_TYPE["firefox"].get(machine.distribution)
    advice = f"Type:  {line}" if line else "Install Firefox, or name one in $FIREFOX."
    raise CannotSetUpError(
        f"{'; '.join(complaints) or 'no Firefox was found'}. {advice}\n"
        "(--no-browser leaves out the tests that need it.)"
    )


def install_firefox(machine: Machine) -> bool:
    """Install Firefox where that needs no question; return whether it succeeded."""
    return machine.may_apt and apt_install("firefox-esr")


# The commands.


def run_briefing(arguments: Sequence[str]) -> int:
    """Run `briefing`; the first argument is its command."""
    prepare_environment(RUNTIME)
    return become(PYTHON, "-m", "briefing", *arguments)


def test_selection(arguments: Sequence[str], *, ci: bool) -> tuple[list[str], bool]:
    """Return the arguments for pytest, and whether a browser is needed."""
    browser = "--no-browser" not in arguments
    if ci and not browser:
        raise CannotSetUpError("--no-browser is not allowed in CI, where every test must run.")
    marks = ["slow" if "--slow" in arguments else "not slow"]
    marks += [] if browser else ["not browser"]
    rest = [argument for argument in arguments if argument not in ("--slow", "--no-browser")]
    if not rest and "--slow" not in arguments:  # named tests may need an order, or a debugger
        # Browser tests take longest; sorted by name they start early and finish together.
        rest = ["-n", "auto", "--dist", "loadfile", "--no-loadscope-reorder"]
    return ["-m", " and ".join(marks), *rest], browser


def run_tests(arguments: Sequence[str]) -> int:
    """Run the tests, and say which are selected."""
    selection, browser = test_selection(arguments[1:], ci=bool(os.environ.get("CI")))
    prepare_environment(DEVELOPMENT)
    say(f"running the tests that are: {selection[1]}")
    # With compiled modules, the programs that the tests start load in half the time.
    environment = {"PYTHONPYCACHEPREFIX": str(VENV / "pycache"), "PYTHONDONTWRITEBYTECODE": ""}
    if browser:
        environment["CHROMIUM"] = prepare_browser()
        if "--slow" in arguments:  # the quick tests need no second browser
            environment["FIREFOX"] = prepare_firefox()
    return become(PYTHON, "-m", "pytest", *selection, **environment)


def run_linters(arguments: Sequence[str]) -> int:
    """Run every linter, even after one has failed, and say which failed."""
    if arguments[1:]:
        raise CannotSetUpError("lint takes no arguments.")
    prepare_environment(DEVELOPMENT)
    failed = [linter for linter in LINTERS if not run(*linter)]
    say("lint: " + ("; ".join(f"failed: {' '.join(linter)}" for linter in failed) or "all clean"))
    return 1 if failed else 0


def run_benchmarks(arguments: Sequence[str]) -> int:
    """Measure what is promised of speed; this takes minutes, and installs what it compares with."""
    prepare_environment(DEVELOPMENT)
    return become(PYTHON, str(ROOT / "benchmarks/bench.py"), *arguments[1:])


COMMANDS: dict[str, Callable[[Sequence[str]], int]] = {
    "build": run_briefing,
    "serve": run_briefing,
    "check": run_briefing,
    "test": run_tests,
    "lint": run_linters,
    "bench": run_benchmarks,
}


def main(arguments: Sequence[str]) -> int:
    """Run one command; return 0 for success, 1 for findings, 2 if it could not run."""
    if sys.version_info < (3, 11):  # noqa: UP036 - the one file that an older Python may meet
        say("this needs Python 3.11 or newer, and runs on {}.{}.".format(*sys.version_info))
        return 2
    if not arguments or arguments[0] not in COMMANDS:
        print(__doc__, file=sys.stderr)
        return 0 if arguments in (["-h"], ["--help"]) else 2
    try:
        return COMMANDS[arguments[0]](arguments)
    except CannotSetUpError as error:
        say(str(error))
        return 2


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
