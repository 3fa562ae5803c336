"""What no system can hold as a file is found by every command, at its own place."""

from __future__ import annotations

import json
from collections.abc import Mapping
from pathlib import Path

import pytest
from click.testing import CliRunner

from briefing.cli import main
from tests.conftest import ProjectMaker
from tests.test_cli import GOOD

Place = tuple[str, str, int, int]
CLAIMS = "content/claims/all.yaml"
LONG = "a" * 101


def renamed(name: str, old: str, new: str) -> dict[str, str]:
    assert old in GOOD[name]
    return {name: GOOD[name].replace(old, new)}


def topic(id_: str) -> dict[str, str]:
    settings = GOOD["briefing.yaml"] + f"  - {{id: {id_}, title: More}}\n"
    return {"briefing.yaml": settings, f"content/topics/{id_}.md": "More.\n"}


def alias(id_: str) -> dict[str, str]:
    return renamed(CLAIMS, "    quotes", f"    aliases: [{id_}]\n    quotes")


def source(id_: str) -> dict[str, str]:
    names = renamed("content/sources.yaml", "one: {", f"{id_}: {{")
    return names | renamed(CLAIMS, "- one:", f"- {id_}:")


def publisher(id_: str) -> dict[str, str]:
    names = renamed("content/publishers.yaml", "daily: {", f"{id_}: {{")
    return names | renamed("content/sources.yaml", "publisher: daily", f"publisher: {id_}")


def found(root: Path, *command: str) -> list[Place]:
    run = CliRunner().invoke(main, [*command, "-f", str(root)], catch_exceptions=False)
    assert run.exit_code == (2 if "briefing.yaml" in run.stdout else 1), run.stdout
    places = [line for line in run.stdout.splitlines() if ": error[" in line]
    told = []
    for line in places:
        file, row, column, said = line.split(":", 3)
        told.append((said.split("[")[1].split("]")[0], file, int(row), int(column)))
    return told


IDS = [
    (topic("con"), ("bad-id", "briefing.yaml", 4, 10)),
    (topic("com1"), ("bad-id", "briefing.yaml", 4, 10)),
    (topic("index"), ("bad-id", "briefing.yaml", 4, 10)),
    (topic("All"), ("bad-id", "briefing.yaml", 4, 10)),
    (topic(LONG), ("bad-id", "briefing.yaml", 4, 10)),
    (alias("aux"), ("bad-id", CLAIMS, 5, 15)),
    (alias("Price"), ("bad-id", CLAIMS, 5, 15)),
    (alias("price"), ("duplicate-id", CLAIMS, 5, 15)),
    (source("nul"), ("bad-id", "content/sources.yaml", 1, 1)),
    (publisher("lpt9"), ("bad-id", "content/publishers.yaml", 1, 1)),
    (publisher("prn"), ("bad-id", "content/publishers.yaml", 1, 1)),
]


@pytest.mark.parametrize(("files", "place"), IDS)
def test_an_id_that_can_be_no_file_is_found_where_it_stands(
    project: ProjectMaker, files: Mapping[str, str], place: Place
) -> None:
    root = project({name: text for name, text in GOOD.items() if name not in files} | dict(files))
    assert found(root, "check") == found(root, "build") == [place]
    assert not (root / "site").exists()


def test_a_topic_with_the_address_of_another_page_is_found_where_it_stands(
    project: ProjectMaker,
) -> None:
    root = project(GOOD | topic("method"))
    run = CliRunner().invoke(main, ["check", "-f", str(root), "--format", "json"])
    (one,) = json.loads(run.stdout)["diagnostics"]
    assert (one["code"], one["file"], one["line"]) == ("page-collision", "briefing.yaml", 4)


FILES = {
    "a device": (["con.png"], ["static/con.png"]),
    "a device with two endings": (["Aux.tar.gz"], ["static/Aux.tar.gz"]),
    "a folder that is a device": (["nul/a.png", "nul/b.png"], ["static/nul/a.png"]),
    "a full stop at the end": (["a."], ["static/a."]),
    "a blank at the end": (["a /b.png"], ["static/a /b.png"]),
    "a colon": (["12:30.png"], ["static/12:30.png"]),
    "names that differ in case": (["A.txt", "a.txt"], ["static/a.txt"]),
    "folders that differ in case": (["Img/a", "img/b", "img/c"], ["static/img/b"]),
    "spellings of one letter": (["caf\u00e9.png", "cafe\u0301.png"], ["static/caf\u00e9.png"]),
    "a name of the package's": (["Style.css"], ["static/Style.css"]),
    "a folder named as the package's file": (["style.CSS/a"], ["static/style.CSS/a"]),
}


@pytest.mark.parametrize(("names", "places"), FILES.values(), ids=list(FILES))
def test_a_static_file_that_not_every_system_can_hold_is_found_by_its_name(
    project: ProjectMaker, names: list[str], places: list[str]
) -> None:
    root = project(GOOD | {f"static/{name}": "x\n" for name in names})
    told = [("bad-file-name", place, 1, 1) for place in places]
    if any(":" in place for place in places):
        run = CliRunner().invoke(main, ["check", "-f", str(root), "--format", "json"])
        listed = json.loads(run.stdout)["diagnostics"]
        assert [(one["code"], one["file"]) for one in listed] == [one[:2] for one in told]
        return
    assert found(root, "check") == found(root, "build") == told
    assert not (root / "site").exists()


def test_a_static_file_may_not_take_the_address_of_a_page(project: ProjectMaker) -> None:
    claims = "".join(f"  more-{n}: {{claim: A ticket is sold., key: false}}\n" for n in range(201))
    files = topic("static") | {
        "content/claims/static.yaml": f"topic: static\nclaims:\n{claims}",
        "static/2.html": "mine",
    }
    root = project(GOOD | files)
    assert (
        found(root, "check") == found(root, "build") == [("bad-file-name", "static/2.html", 1, 1)]
    )
