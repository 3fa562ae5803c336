"""Say how time and memory grow as one part of a briefing doubles, for every part that can be large.

    python benchmarks/growth.py [SHAPE ...] [--scale 1.0] [--below FOLDER] [--most 2.5]

Each shape is a small briefing of which one part is repeated: once `n` times and once `2n` times.
Each is built by the command in a process of its own. The table shows the processor's time of both
less that of a briefing without the part, built beside them, their ratio, and the most memory and the exit
status of the larger one. A shape whose ratio is above `--most` is built again, and the fastest build of each
size counts.
The status is 1 if a ratio stays above `--most`.
"""

from __future__ import annotations

import argparse
import multiprocessing
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from functools import partial
from pathlib import Path

from measured import ENVIRONMENT, REPOSITORY

Files = Mapping[str, str]
LEAST = 0.2
"""Seconds below which a difference says nothing, so that no ratio is formed."""
TRIES = 5
"""How often a shape is built while its ratio is too high: a busy machine makes single builds slower, never faster."""


@dataclass(frozen=True)
class Shape:
    """A part that can be large: how often it is repeated, and the files that hold it so often."""

    times: int
    files: Callable[[int], Files]


@dataclass(frozen=True)
class Spent:
    """What one build took."""

    seconds: float
    mebibytes: int
    status: int


def briefing(
    article: str = "Sales rose 5% in the year.",
    *,
    suffix: str = "txt",
    source: str = "",
    claims: str = "  c:\n    claim: Sales rose.\n    for: [{a: Sales rose}]\n",
    **more: str,
) -> Files:
    """Return a briefing of one article, with lines for its source and with its claims."""
    return {
        "briefing.yaml": "title: T\ntopics: [{id: all, title: All}]\n"
        "severities: {narrative-missing: off}\n",
        "content/publishers.yaml": "daily: {name: Daily}\n",
        "content/sources.yaml": f"a:\n  file: a.{suffix}\n  title: A\n  publisher: daily\n{source}",
        "content/claims/all.yaml": f"topic: all\nclaims:\n{claims}",
        f"seeds/a.{suffix}": article,
        **{name.replace("__", "/").replace("_", "."): text for name, text in more.items()},
    }


def text(part: str) -> Callable[[int], Files]:
    """Repeat a part of an article in plain text."""
    return lambda n: briefing("Sales rose. " + part * n)


def page(part: str, end: str = "") -> Callable[[int], Files]:
    """Repeat a part of an article in HTML; `end` follows the last."""
    return lambda n: briefing(f"<p>Sales rose.</p>{part * n}{end}</html>", suffix="html")


def quoted(part: str) -> Callable[[int], Files]:
    """Repeat a part of a sentence that is quoted whole."""
    return lambda n: briefing(
        f"Sales rose. So {part * n}end.",
        claims=f"  c:\n    claim: Sales rose.\n    for: [{{a: 'So {part * n}end'}}]\n",
    )


def compared(part: str) -> Callable[[int], Files]:
    """Repeat a part of a sentence that is quoted whole for a claim with a figure."""
    return lambda n: briefing(
        f"Sales rose. So {part * n}end.",
        claims=f"  c:\n    claim: Sales rose 5%.\n    quotes: [{{a: 'So {part * n}end'}}]\n",
    )


def worded(part: str) -> Callable[[int], Files]:
    """Repeat a part of a sentence that is quoted whole and is the statement too."""
    return lambda n: briefing(
        f"Sales rose. So {part * n}end.",
        claims=f"  c:\n    claim: So {part * n}end.\n    for: [{{a: 'So {part * n}end'}}]\n",
    )


def accounted(part: str) -> Callable[[int], Files]:
    """Repeat a part of a sentence of an article whose figures are all accounted for."""
    return lambda n: briefing(f"Sales rose. So {part * n}end.", source="  account: full\n")


def narrative(part: str, end: str = "") -> Callable[[int], Files]:
    """Repeat a part of a narrative."""
    return lambda n: briefing(content__index_md=f"Sales rose. {part * n}{end}\n")


def _lines(n: int, line: str) -> str:
    return "".join(line.format(i=i) for i in range(n))


def items(quote: str) -> Callable[[int], Files]:
    """Repeat items that quote one source, each other words of it."""

    def made(n: int) -> Files:
        listed = _lines(n, f"      - a: '{quote}'\n")
        return briefing(
            _lines(n, "Mill {i} of the firm has closed, and number {i} will not open.\n"),
            claims=f"  c:\n    claim: Mills closed.\n    for:\n{listed}",
        )

    return made


def aside(n: int) -> Files:
    """Repeat entries of `set_aside`."""
    entries = _lines(n, "    - {{quote: 'Mill {i} of the firm', why: not ours}}\n")
    return briefing(
        "Sales rose. " + _lines(n, "Mill {i} of the firm has closed.\n"),
        source=f"  account: full\n  set_aside:\n{entries}",
    )


def omitted(n: int) -> Files:
    """Repeat entries of `omit`."""
    entries = _lines(n, "    - 'Mill {i} of the firm'\n")
    return briefing(
        "Sales rose. " + _lines(n, "Mill {i} of the firm has closed.\n"),
        source=f"  omit:\n{entries}",
    )


def claims(n: int) -> Files:
    """Repeat claims, each with an item."""
    return briefing(
        _lines(n, "Mill {i} has closed.\n"),
        claims=_lines(
            n, "  c{i}:\n    claim: Mill {i} has closed.\n    for: [{{a: Mill {i} has}}]\n"
        ),
    )


def sources(n: int) -> Files:
    """Repeat sources with their articles."""
    made = dict(briefing())
    made["content/sources.yaml"] += _lines(
        n, "s{i}: {{file: s{i}.txt, title: S, publisher: daily}}\n"
    )
    return made | {f"seeds/s{i}.txt": f"Mill {i} has closed." for i in range(n)}


def keys(line: str) -> Callable[[int], Files]:
    """Repeat lines of a claim."""
    return lambda n: briefing(
        claims=f"  c:\n    claim: Sales rose.\n    for: [{{a: Sales rose}}]\n{_lines(n, line)}"
    )


def static(n: int) -> Files:
    """Repeat files of the look, of a megabyte each."""
    return briefing() | {f"static/{i}.css": "/* no style */\n" * 70_000 for i in range(n)}


SHAPES: Mapping[str, Shape] = {
    # HTML
    "html <a ": Shape(50_000, page("<a ")),
    'html <a b="': Shape(50_000, page('<a b="')),
    "html <a b='\"'": Shape(50_000, page("<a b='\"' ", 'c=">"')),
    "html <!--": Shape(50_000, page("<!--")),
    "html <![CDATA[": Shape(50_000, page("<![CDATA[")),
    "html <?": Shape(50_000, page("<?")),
    "html </": Shape(50_000, page("</")),
    "html <script>": Shape(50_000, page("<script>")),
    "html <title>": Shape(50_000, page("<title>")),
    "html <": Shape(200_000, page("<")),
    "html &": Shape(200_000, page("&")),
    "html &#": Shape(200_000, page("&#")),
    "html x<y": Shape(50_000, page("x<y ")),
    "html <b>, nested": Shape(50_000, page("<b>")),
    "html <p>": Shape(50_000, page("<p>Mill\n")),
    "html <p>, long": Shape(70_000, page("<p>" + "mill " * 10 + "\n")),
    "html </b>, unopened": Shape(50_000, page("</b>")),
    "html <b> attributes": Shape(18_000, page("<b a=1 b=2 c>")),
    "html one tag's blanks": Shape(200_000, page(" ", ">")),
    # articles in plain text
    "text words": Shape(200_000, text("mill ")),
    "text sentences": Shape(50_000, text("The mill closed. ")),
    "text lines": Shape(200_000, text("a\n")),
    "text blanks": Shape(500_000, text(" ")),
    "text 9,": Shape(250_000, text("9,")),
    "text 9": Shape(500_000, text("9")),
    "text $1 to": Shape(100_000, text("$1 to ")),
    "text January": Shape(60_000, text("January ")),
    "text quotation marks": Shape(250_000, text("“")),
    "text combining marks": Shape(250_000, text("a\u0301")),
    # what is quoted
    "quote 9,": Shape(20_000, quoted("9,")),
    "quote $1 to": Shape(8_000, quoted("$1 to ")),
    "quote months": Shape(6_000, quoted("January ")),
    "quote quarters": Shape(6_000, quoted("Q1 2024 ")),
    "quote figures": Shape(3_000, quoted("$5 million and ")),
    "quote figures, compared": Shape(4_000, compared("rose 5% ")),
    "quote quarters, compared": Shape(4_000, compared("Q1 2024 ")),
    "quote $1 to, compared": Shape(4_000, compared("$1 to ")),
    "quote figures, stated": Shape(4_000, worded("rose 5% ")),
    "account $1 to": Shape(8_000, accounted("$1 to ")),
    "account figures": Shape(4_000, accounted("5 mills and ")),
    "quote words": Shape(9_000, quoted("mill ")),
    "quote not": Shape(10_000, quoted("not ")),
    "quotes of one source": Shape(2_000, items("Mill {i} of the firm")),
    "quotes elided": Shape(2_000, items("Mill {i} of … number {i} will")),
    "quotes not found": Shape(500, items("Mill {i} of a farm")),
    # the author's files
    "set_aside": Shape(2_000, aside),
    "omit": Shape(2_000, omitted),
    "claims": Shape(1_000, claims),
    "sources": Shape(1_000, sources),
    "unknown keys": Shape(5_000, keys("    wrong-{i}: x\n")),
    "unknown sources": Shape(5_000, keys("    against{i}: [{{z{i}: x}}]\n")),
    "aliases": Shape(1, lambda n: keys(f"    aliases: [{', '.join(f'a{i}' for i in range(2_000 * n))}]\n")(1)),
    "a statement's figures": Shape(4_000, lambda n: briefing(
        claims=f"  c:\n    claim: It has {'5 mills and ' * n}more.\n    figure: none\n"
        "    for: [{a: Sales rose}]\n")),
    # narratives
    "narrative words": Shape(50_000, narrative("mill ")),
    "narrative citations": Shape(5_000, narrative("It rose. [@c] ")),
    "narrative figures": Shape(2_000, narrative("It rose 5% and ", "more. [@c]")),
    "narrative [": Shape(20_000, narrative("[")),
    "narrative *": Shape(20_000, narrative("*a")),
    "narrative >": Shape(20_000, narrative("\n", "") ),
    "narrative paragraphs": Shape(5_000, narrative("\n\nMills closed.")),
    "narrative table rows": Shape(2_000, narrative("\n| a | b |", "")),
    # the look
    "static megabytes": Shape(64, static),
}  # fmt: skip


def write(files: Callable[[], Files], project: Path) -> None:
    """Write the files of a briefing."""
    for name, content in files().items():
        path = project / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(content, "utf-8", newline="")


def build(files: Callable[[], Files], below: str | None) -> Spent:
    """Write a briefing and build it, each in a process of its own.

    A process begins with the memory that its parent had held as the most that it took itself: so this one
    holds no files.
    """
    with tempfile.TemporaryDirectory(dir=below) as folder:
        project = Path(folder) / "project"
        writing = multiprocessing.get_context("fork").Process(target=write, args=(files, project))
        writing.start()
        writing.join()
        command = [sys.executable, "-m", "briefing", "build", "-f", str(project),
                   "-o", str(Path(folder) / "site")]  # fmt: skip
        quiet = subprocess.DEVNULL
        child = subprocess.Popen(
            command, cwd=REPOSITORY, env=ENVIRONMENT, stdout=quiet, stderr=quiet
        )
        _, status, usage = os.wait4(child.pid, 0)
        child.returncode = os.waitstatus_to_exitcode(status)
    return Spent(usage.ru_utime + usage.ru_stime, usage.ru_maxrss // 1024, child.returncode)


def grown(shape: Shape, times: int, chosen: argparse.Namespace) -> tuple[list[float], Spent]:
    """Build a shape once and twice as large, and a briefing without it, until its ratio is not too high.

    Returns the seconds that either takes more than the briefing without it, the fastest of each, and the
    larger build.
    """
    built: tuple[list[Spent], ...] = ([], [], [])
    sizes = (briefing, partial(shape.files, times), partial(shape.files, 2 * times))
    for _ in range(TRIES):
        for files, held in zip(sizes, built, strict=True):
            held.append(build(files, chosen.below))
        nothing, one, two = (min(held, key=lambda each: each.seconds) for held in built)
        more = [max(each.seconds - nothing.seconds, 0.0) for each in (one, two)]
        if more[0] < LEAST or more[1] <= chosen.most * more[0]:
            break
    return more, two


def main() -> int:
    """Print a row for each shape."""
    options = argparse.ArgumentParser(description=__doc__.splitlines()[0])
    options.add_argument("shapes", nargs="*", help="parts of the names of shapes; default: all")
    options.add_argument("--scale", type=float, default=1.0)
    options.add_argument("--most", type=float, default=2.5)
    options.add_argument("--below")
    chosen = options.parse_args()
    build(briefing, chosen.below)  # compiles the modules
    nothing = min(
        (build(briefing, chosen.below) for _ in range(TRIES)), key=lambda each: each.seconds
    )
    if nothing.status:
        raise SystemExit("a briefing of one claim does not build")
    print(f"a briefing of one claim: {nothing.seconds:.2f} s, {nothing.mebibytes} MiB\n")
    print("| shape | n | n, s | 2n, s | ratio | 2n, MiB | status |")
    print("|---|---|---|---|---|---|---|")
    worst = 0.0
    for name, shape in SHAPES.items():
        if chosen.shapes and not any(part in name for part in chosen.shapes):
            continue
        times = max(int(shape.times * chosen.scale), 1)
        began = time.monotonic()
        (first, second), two = grown(shape, times, chosen)
        ratio = second / first if first >= LEAST else None
        worst = max(worst, ratio or 0.0)
        shown = f"{ratio:.1f}" if ratio else "–"
        print(f"| `{name}` | {times:,} | {first:.2f} | {second:.2f} | {shown} "
              f"| {two.mebibytes} | {two.status} |", flush=True)  # fmt: skip
        if time.monotonic() - began > 60:
            print(f"{name}: over a minute", file=sys.stderr)
    return int(worst > chosen.most)


if __name__ == "__main__":
    sys.exit(main())
