"""Measure everything that is promised of speed, and write it into docs/performance.md.

    python3 dev.py bench [--quotes 6000 ...] [--rounds 5] [--peers Hugo Eleventy ...] [--below FOLDER]

Each round has fresh folders, and in it every generator does each kind of run in turn, so that both sides
of a ratio come from the same minutes. Of several sizes the larger ones are built with Hugo alone. No
side makes an index to search by unless `--search` is given. Peers that cannot be installed are left out.
"""

from __future__ import annotations

import argparse
import os
import re
import shutil
import statistics
import sys
import tempfile
from collections import defaultdict
from collections.abc import Callable, Iterable
from datetime import UTC, datetime
from pathlib import Path

import corpus
import preview
from measured import OURS, REPOSITORY, Spent, run
from peers import PEERS, Peer

PAGE = REPOSITORY / "docs/performance.md"
BEGIN, END = "<!-- bench -->\n", "<!-- /bench -->\n"
OWN = "briefing"
COLD = "cold"
EDITED = "one claim edited"
UNCHANGED = "nothing changed"
RUNS = (COLD, EDITED, "edited again", UNCHANGED)
PROMISES = {
    3_000: {(COLD, "wall"): 1.1, (COLD, "cpu"): 1.25, (EDITED, "wall"): 0.2, (UNCHANGED, "wall"): 0.12},
    15_000: {(COLD, "wall"): 0.95, (COLD, "cpu"): 1.1, (EDITED, "wall"): 0.08, (UNCHANGED, "wall"): 0.06},
}  # fmt: skip
"""By number of pages: what is promised of each kind of run, as a part of Hugo's."""
Rounds = dict[tuple[str, str], list[Spent]]


def one_round(
    folder: Path, quotes: int, ours: list[str], peers: dict[Peer, list[str]], spent: Rounds
) -> int:
    """Do every kind of run once, each side in turn; return the number of pages."""
    project = folder / OWN
    corpus.make(project, quotes // 6, quotes // 3)
    for number, label in enumerate(RUNS):
        if "edited" in label:
            edit(project, number)
        spent[OWN, label].append(run([*ours, "build"], project))
        for peer, command in peers.items():
            pages = folder / peer.name
            if number == 0:
                peer.write(project / "site", pages)
            elif "edited" in label:
                peer.edit(pages, number)
            spent[peer.name, label].append(run(command, pages))
    return len(list((project / "site").rglob("*.html")))


def edit(project: Path, number: int) -> None:
    """Change the words of one claim, as an author would."""
    claims = project / "content/claims/topic-1.yaml"
    text = re.sub(r"Project 1 is on time[^.]*\.", f"Project 1 is on time {number}.",
                  claims.read_text("utf-8"))  # fmt: skip
    claims.write_text(text)


def middle(held: Iterable[Spent], what: str) -> float:
    """Return the median of one figure of some runs."""
    return statistics.median(getattr(one, what) for one in held)


def part(spent: Rounds, side: str, label: str, what: str) -> float:
    """Return the median, over the rounds, of a figure of ours as a part of another side's."""
    ours, others = spent[OWN, label], spent[side, label]
    return statistics.median(
        getattr(a, what) / getattr(b, what) for a, b in zip(ours, others, strict=True)
    )


def sized(
    quotes: int, ours: list[str], peers: dict[Peer, list[str]], rounds: int, below: Path | None
) -> list[str]:
    """Build one size with every peer; return the tables."""
    spent: Rounds = defaultdict(list)
    pages = 0
    for number in range(rounds):
        print(f"{quotes} quotes, round {number + 1}", file=sys.stderr)
        with tempfile.TemporaryDirectory(dir=below) as folder:
            pages = one_round(Path(folder), quotes, ours, peers, spent)
    lines = [
        f"\n{pages:,} pages, medians of {rounds}: seconds by the clock, of processors, and MiB.\n",
        "| | " + " | ".join(RUNS) + " | memory |",
        "|---|" + "---|" * (len(RUNS) + 1),
    ]
    for side in (OWN, *(peer.name for peer in peers)):
        cells = [f"{middle(spent[side, label], 'wall'):.2f}, {middle(spent[side, label], 'cpu'):.2f}"
                 for label in RUNS]  # fmt: skip
        memory = max(one.memory for label in RUNS for one in spent[side, label])
        lines.append(f"| {side} | {' | '.join(cells)} | {memory:.0f} |")
    for peer in peers:
        cells = [f"{part(spent, peer.name, label, 'wall'):.2f}, {part(spent, peer.name, label, 'cpu'):.2f}"
                 for label in RUNS]  # fmt: skip
        lines.append(f"| briefing, as a part of {peer.name} | {' | '.join(cells)} | |")
    if any(peer.name == "Hugo" for peer in peers):
        lines += promised(spent, pages)
    return lines


def promised(spent: Rounds, pages: int) -> list[str]:
    """Say of each promise for the nearest size whether it is kept."""
    size = min(PROMISES, key=lambda size: abs(size - pages))
    if not 0.8 < pages / size < 1.25:
        return []
    lines = [
        f"\n| promised at {size:,} pages, of Hugo's | at most | measured | |",
        "|---|---|---|---|",
    ]
    for (label, what), most in PROMISES[size].items():
        held = part(spent, "Hugo", label, what)
        name = f"{label}, {'by the clock' if what == 'wall' else 'processors'}"
        lines.append(f"| {name} | {most} | {held:.2f} | {verdict(held, most)} |")
    memory = max(one.memory for (side, _), runs in spent.items() if side == OWN for one in runs)
    lines.append(f"| memory of all processes, MiB | 300 | {memory:.0f} | {verdict(memory, 300)} |")
    return lines


def verdict(held: float, most: float) -> str:
    """Say whether a promise is kept, or by how much it is missed."""
    return "kept" if held <= most else f"missed by a factor of {held / most:.1f}"


def alone(rounds: int, quotes: int) -> list[str]:
    """Measure what has no peer: this repository's briefing, the start, the preview, growth."""
    rows: list[tuple[str, float, float, str]] = []
    with tempfile.TemporaryDirectory() as folder:
        own, large = Path(folder, "own"), Path(folder, "large")
        own.mkdir()
        preview.copy(REPOSITORY, own)
        check = [*OURS, "check"]
        fresh = [*OURS, "build", "--output", str(Path(folder, "site"))]
        rows += [
            ("this repository's `check`, s of processors", _median(rounds, check, own), 0.4, ".2f"),
            ("its cold build, s of processors", _median(rounds, fresh, own, _gone), 0.5, ".2f"),
        ]
        run([*OURS, "build"], own)
        rows.append(("`check` after a build, s", _median(rounds, check, own), 0.4, ".2f"))
        python, version = (
            (sys.executable, "-c", "pass"),
            (sys.executable, "-m", "briefing", "--version"),
        )
        starts = [
            run(list(version), own).cpu / run(list(python), own).cpu for _ in range(4 * rounds)
        ]
        rows.append(("`--version`, of bare Python's start", statistics.median(starts), 2, ".1f"))
        seen = preview.measure(own, rounds)["a statement"] * 1000
        rows.append(("preview of it, ms after an edited statement", seen, 30, ".0f"))
        corpus.make(large, quotes // 6, quotes // 3)
        seen = preview.measure(large, rounds)["a statement"] * 1000
        rows.append((f"preview of {quotes // 3:,} claims, ms", seen, 60, ".0f"))
        sizes = [Path(folder, str(times)) for times in (1, 2)]
        for times, root in enumerate(sizes, 1):
            corpus.make(root, times * quotes // 12, times * quotes // 6)
        small, twice = (_median(rounds, fresh, root, _gone) for root in sizes)
        rows.append(("growth: processors for twice the input", twice / small, 2.1, ".2f"))
    lines = ["\n| of briefing alone | at most | measured | |", "|---|---|---|---|"]
    return [*lines, *(f"| {name} | {most:g} | {held:{form}} | {verdict(held, most)} |"
                      for name, held, most, form in rows)]  # fmt: skip


def _median(
    rounds: int, command: list[str], root: Path, before: Callable[[Path], None] = lambda _: None
) -> float:
    spent = []
    for _ in range(rounds):
        before(root)
        spent.append(run(command, root).cpu)
    return statistics.median(spent)


def _gone(root: Path) -> None:
    """Remove what a build left, so that the next is cold."""
    for one in (root.parent / "site", *root.parent.glob(".site*"), *root.glob(".site*")):
        shutil.rmtree(one, ignore_errors=True)


def main() -> None:
    """Measure, print the tables, and put them into the page."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument(
        "--quotes", type=int, nargs="+", default=[6000], help="three for each claim"
    )
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--peers", nargs="*", default=[peer.name for peer in PEERS])
    parser.add_argument("--below", type=Path, help="work here instead of the temporary folder")
    parser.add_argument("--search", action="store_true", help="make the index to search by too")
    options = parser.parse_args()
    ours = [sys.executable, "-P", "-m", "briefing"] if options.search else OURS
    run([sys.executable, "-m", "compileall", "-q", "briefing"], REPOSITORY)
    places = {peer: REPOSITORY / ".venv/peers" / peer.name for peer in PEERS}
    found = {peer: peer.program(places[peer]) for peer in PEERS if peer.name in options.peers}
    peers = {peer: command for peer, command in found.items() if command}
    day = f"{datetime.now(UTC):%-d %B %Y}"
    load = os.getloadavg()[0]
    python = sys.version.split()[0]
    place = f"{os.cpu_count()} cores with a load of {load:.1f} before, CPython {python}"
    lines = [f"Measured on {day}: {place}."]
    for number, quotes in enumerate(sorted(options.quotes)):
        some = peers if number == 0 else {p: c for p, c in peers.items() if p.name == "Hugo"}
        lines += sized(quotes, ours, some, options.rounds, options.below)
    lines += alone(options.rounds, 6000)
    text = "\n".join([*lines, ""])
    print(text)
    before, _, rest = PAGE.read_text("utf-8").partition(BEGIN)
    PAGE.write_text(f"{before}{BEGIN}{text}{END}{rest.partition(END)[2]}", "utf-8")


if __name__ == "__main__":
    main()
