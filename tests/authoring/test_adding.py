"""`briefing add`: an article is stored, described by what it says of itself, and compared."""

from __future__ import annotations

from itertools import count
from pathlib import Path
from textwrap import dedent

import pytest
from click.testing import CliRunner, Result

from briefing import authoring, load, publish
from briefing.cli import main
from briefing.load import Installed
from tests.authoring.test_projects import files
from tests.publish.conftest import disk_patched

PAGE = """\
<!doctype html><html lang="en-GB"><head>
<title>Ferry to run at night | The Harbour Post</title>
<meta property="og:site_name" content="The Harbour Post">
<meta name="author" content="By Ann Writer">
<meta property="article:published_time" content="2031-05-04T08:00:00Z">
<link rel="canonical" href="https://post.example.org/ferry">
</head><body><article><h1>Ferry to run at night</h1><p>4 May 2031</p>
<p>The ferry across the harbour will run at night from June, the operator announced on Sunday.</p>
<p>It will carry up to 300 passengers an hour, and the fare will stay as it is for this year.</p>
<p>Share this</p></article></body></html>
"""
TEXT = """\
Ferry at night

By Bob Reporter
Published May 5, 2031

The ferry across the harbour will run at night from June, the operator announced on Sunday.

It will carry up to 300 passengers an hour, and the fare will stay as it is for this year.

More stories
"""
ENTRY = """
the-harbour-post:
  file: seeds/the-harbour-post.html
  title: Ferry to run at night  # guessed from <h1>
  publisher: the-harbour-post  # guessed from <meta property="og:site_name">
  author: Ann Writer  # guessed from <meta name="author">: By Ann Writer
  published: 2031-05-04  # guessed from <meta property="article:published_time">: 2031-05-04T08:00:00Z
  url: https://post.example.org/ferry  # guessed from <link rel="canonical">
  body:  # guessed: where the prose begins and ends
    starts: 'The ferry across the harbour will'
    ends: 'as it is for this year.'
"""


@pytest.fixture
def root(tmp_path: Path) -> Path:
    root = tmp_path / "project"
    authoring.new_project(root, Installed("x"))
    return root


def add(root: Path, *names: str | Path) -> Result:
    arguments = ["add", "-f", str(root), *map(str, names)]
    return CliRunner().invoke(main, arguments, catch_exceptions=False)


def written(folder: Path, name: str, text: str | bytes) -> Path:
    path = folder / name
    path.write_bytes(text.encode() if isinstance(text, str) else text)
    return path


def test_a_page_is_described_by_what_it_says_of_itself(root: Path, tmp_path: Path) -> None:
    before = files(root)
    printed = add(root, written(tmp_path, "Saved page.html", PAGE))
    assert printed.exit_code == 0
    after = files(root)
    assert after.pop("seeds/the-harbour-post.html") == PAGE.encode()
    sources = after.pop("content/sources.yaml").decode()
    assert sources == before.pop("content/sources.yaml").decode() + ENTRY
    publishers = after.pop("content/publishers.yaml").decode()
    assert publishers == before.pop("content/publishers.yaml").decode() + (
        "the-harbour-post:\n  name: The Harbour Post"
        '  # guessed from <meta property="og:site_name">\n'
    )
    assert after == before
    assert CliRunner().invoke(main, ["check", "--strict", "-f", str(root)]).exit_code == 0
    assert printed.stdout.startswith("seeds/the-harbour-post.html\ncontent/sources.yaml:22\n")
    assert printed.stderr == (
        "to see what is read of it: briefing text the-harbour-post\n"
        "next: correct the guesses, then: briefing new claim\n"
    )


def test_a_text_is_described_by_its_first_lines(root: Path, tmp_path: Path) -> None:
    add(root, written(tmp_path, "ferry.txt", TEXT))
    assert (
        (root / "content/sources.yaml")
        .read_text("utf-8")
        .endswith(
            dedent("""\

        ferry:
          file: seeds/ferry.txt
          title: Ferry at night  # guessed from its first line
          publisher: unknown
          author: Bob Reporter  # guessed from its byline
          published: 2031-05-05  # guessed from its first lines: May 5, 2031
          body:  # guessed: where the prose begins and ends
            starts: 'The ferry across the harbour will'
            ends: 'as it is for this year.'
        """)
        )
    )


def test_a_text_that_begins_with_prose_is_titled_by_the_name_of_its_file(
    root: Path, tmp_path: Path
) -> None:
    prose = "The ferry across the harbour will run at night, the town said on Monday. " * 4
    add(root, written(tmp_path, "ferry_at-night.txt", f"{prose}\n"))
    held = (root / "content/sources.yaml").read_text("utf-8")
    assert "  title: ferry at night  # guessed from the name of the file\n" in held


def test_of_many_lines_that_may_be_cut_a_few_are_listed(root: Path, tmp_path: Path) -> None:
    widgets = "".join(f"Share this story number {number}\n" for number in range(30))
    prose = "The ferry across the harbour will run at night, the operator said on Monday.\n"
    add(
        root,
        written(
            tmp_path,
            "manual.txt",
            f"A manual\n\n{prose}{widgets}So it is. {prose}{widgets}No: {prose}",
        ),
    )
    held = (root / "content/sources.yaml").read_text("utf-8")
    assert held.count("  #   - ") == 6
    assert "  #   # and 24 more, see  briefing text manual\n" in held


def test_a_text_that_repeats_another_is_pointed_out_and_nothing_more(
    root: Path, tmp_path: Path
) -> None:
    printed = add(root, written(tmp_path, "a.html", PAGE), written(tmp_path, "b.txt", TEXT))
    assert printed.exit_code == 0
    assert (
        "content/sources.yaml:33:1: warning[text-repeated]: 100% of the words of 'b' are in"
        " 'the-harbour-post' too, in the same order\n"
    ) in printed.stdout
    assert "   = seeds/b.txt:6:1: in both: The ferry across the harbour will run at night" in (
        printed.stdout.replace("    =", "   =")
    )
    assert "= help: if one reprints the other, say so:  derived_from: the-harbour-post" in (
        printed.stdout
    )
    text = (root / "content/sources.yaml").read_text("utf-8")
    assert text.count("derived_from") == 1  # the comment of the example
    other = "It rained all week, and nobody in town had anything to say about the ferry at all.\n"
    assert "text-repeated" not in add(root, written(tmp_path, "c.txt", other)).stdout


@pytest.mark.parametrize(
    ("name", "data", "expected"),
    [
        ("a.docx", b"x", "a.docx:1:1: error[bad-value]: a.docx must end in .txt,"),
        ("a.txt", b"\xff", "a.txt:1:1: error[bad-encoding]: invalid UTF-8: byte 0xFF"),
        ("a.txt", b" \n", "a.txt:1:1: error[article-empty]: no text in a.txt"),
        ("a.pdf", b"x", "a.pdf:1:1: error[pdf-unread]: cannot read a.pdf as PDF"),
        ("a.bib", b"x", "a.bib:1:1: error[bad-value]: a.bib holds no BibTeX entries"),
        ("a.json", b"{", "a.json:1:1: error[bad-value]: a.json holds no CSL-JSON entries"),
    ],
)
def test_what_cannot_be_read_is_told_and_nothing_is_written(
    name: str, data: bytes, expected: str, root: Path, tmp_path: Path
) -> None:
    before = files(root)
    printed = add(root, written(tmp_path, name, data))
    assert printed.exit_code == 1
    assert expected in printed.stdout
    assert files(root) == before


@pytest.mark.parametrize("label", ["windows-1252", "iso-8859-1"])
def test_a_page_in_an_encoding_that_it_declares_is_converted(
    label: str, root: Path, tmp_path: Path
) -> None:
    page = PAGE.replace("<head>", f'<head><meta charset="{label}">').replace("Ann", "Ren\u00e9")
    add(root, written(tmp_path, "a.html", page.encode("cp1252")))
    assert (root / "seeds/the-harbour-post.html").read_text("utf-8") == page
    text = (root / "content/sources.yaml").read_text("utf-8")
    assert "author: Ren\u00e9 Writer" in text
    assert "  notes: Converted to UTF-8 from windows-1252, which the page declares.\n" in text
    lying = page.replace(label, "utf-16").encode("cp1252")
    printed = add(root, written(tmp_path, "b.html", lying))
    assert "b.html:4:36: error[bad-encoding]: invalid UTF-8: byte 0xE9" in printed.stdout


def test_one_bad_file_does_not_keep_the_others_out(root: Path, tmp_path: Path) -> None:
    printed = add(root, tmp_path / "none.txt", written(tmp_path, "b.txt", TEXT))
    assert printed.exit_code == 1
    assert "error[file-missing]: file not found: none.txt" in printed.stdout
    assert (root / "seeds/b.txt").is_file()


def test_the_same_file_is_not_added_twice(root: Path, tmp_path: Path) -> None:
    path = written(tmp_path, "b.txt", TEXT)
    add(root, path)
    before = files(root)
    printed = add(root, path)
    assert printed.exit_code == 1
    assert "b.txt:1:1: error[duplicate-source-file]: b.txt is byte for byte the" in (printed.stdout)
    assert files(root) == before


def test_a_file_in_seeds_stays_where_it_is(root: Path) -> None:
    add(root, written(root / "seeds", "My ferry.txt", TEXT))
    assert "my-ferry:\n  file: seeds/My ferry.txt\n" in (root / "content/sources.yaml").read_text()
    assert len(list((root / "seeds").iterdir())) == 3


def test_nothing_that_is_there_is_overwritten(root: Path, tmp_path: Path) -> None:
    written(root / "seeds", "ferry.txt", "Something else.\n")
    add(root, written(tmp_path, "ferry.txt", TEXT))
    assert (root / "seeds/ferry.txt").read_text() == "Something else.\n"
    assert (root / "seeds/ferry-2.txt").read_text() == TEXT


def test_a_file_of_sources_that_cannot_be_extended_is_left_alone(
    root: Path, tmp_path: Path
) -> None:
    written(root, "content/sources.yaml", "{}\n")
    before = files(root)
    printed = add(root, written(tmp_path, "b.txt", TEXT))
    assert printed.exit_code == 1
    assert (
        "content/sources.yaml:1:1: error[edits-refused]: cannot add an entry to"
        " content/sources.yaml without changing what is there" in printed.stdout
    )
    assert "= help: add it yourself:  b:" in printed.stdout
    assert files(root) == before
    written(root, "content/sources.yaml", "a: {\n")
    assert "error[yaml-syntax]" in add(root, tmp_path / "b.txt").stdout


def test_a_project_without_descriptions_gets_them(root: Path, tmp_path: Path) -> None:
    for name in ("sources", "publishers"):
        (root / f"content/{name}.yaml").unlink()
    add(root, written(tmp_path, "a.html", PAGE))
    assert (root / "content/sources.yaml").read_text().startswith("the-harbour-post:\n")
    assert (root / "content/publishers.yaml").read_text().startswith("the-harbour-post:\n")


def test_a_publisher_that_is_described_is_not_described_again(root: Path, tmp_path: Path) -> None:
    add(root, written(tmp_path, "a.html", PAGE.replace("The Harbour Post", "THE GAZETTE")))
    assert "gazette-2:\n" in (root / "content/sources.yaml").read_text()
    assert (root / "content/publishers.yaml").read_text().count("name:") == 2


BIB = """@article{ferry,
  title = {{Ferry} at night}, author = {Writer, Ann and Bob Reporter}, journal = "Post \\& Mail",
  year = 2031, month = may, day = 6, langid = {en},
}
"""
CSL = """[{"id": "ferry", "title": "Ferry at night", "container-title": "Post & Mail",
 "author": [{"given": "Ann", "family": "Writer"}, {"literal": "Bob Reporter"}],
 "issued": {"date-parts": [[2031, 5, 6]]}}]"""


@pytest.mark.parametrize(("name", "text"), [("refs.bib", BIB), ("refs.json", CSL)])
def test_a_bibliography_describes_files(name: str, text: str, root: Path, tmp_path: Path) -> None:
    paths = (written(tmp_path, "b.txt", TEXT), written(tmp_path, name, text))
    assert add(root, *paths).exit_code == 0
    entry = (root / "content/sources.yaml").read_text("utf-8").split("\n\n")[-1]
    told = dict(line.strip().split(": ", 1) for line in entry.split("\n")[1:6])
    assert {key: value.split("  #")[0] for key, value in told.items()} == {
        "file": "seeds/post-mail.txt",
        "title": "Ferry at night",
        "publisher": "post-mail",
        "author": "Ann Writer, Bob Reporter",
        "published": "2031-05-06",
    }
    assert f"# guessed from {name}, author of ferry" in told["author"]


def test_an_entry_that_describes_no_file_is_told(root: Path, tmp_path: Path) -> None:
    both = BIB + "@misc{other, title = {Something else}}\n"
    printed = add(root, written(tmp_path, "b.txt", TEXT), written(tmp_path, "r.bib", both))
    assert printed.exit_code == 1
    assert (
        "r.bib:1:1: error[reference-unused]: no file is described by the entry 'other'"
        in printed.stdout
    )
    assert (
        "= help: give the article's file too; its name, address or title must stand in the entry"
        in (printed.stdout)
    )


def test_a_kill_at_any_call_leaves_the_old_files_or_the_new(tmp_path: Path) -> None:
    path = written(tmp_path, "a.html", PAGE)
    whole = None
    with disk_patched() as disk:
        for at in count(1):
            root = tmp_path / str(at)
            authoring.new_project(root, Installed("x"))
            old = files(root)
            killed = disk.kills(at, lambda root=root: authoring.add(root, [path]))  # type: ignore[misc]
            publish.mend(root)
            found = files(root)
            if not killed:
                assert len(found) == len(old) + 1
                break
            if found != old:
                whole = whole or found
                assert found == whole, at
    assert whole is not None


def test_hostile_words_stay_words(root: Path, tmp_path: Path) -> None:
    page = PAGE.replace("The Harbour Post", "a: b #&amp;#10;evil: &quot;x&quot;\u202e\x07").replace(
        "Ann Writer", "- [x]"
    )
    add(root, written(tmp_path, "a.html", page))
    loaded = load.load(root)
    assert [one.code for one in loaded.found] == []
    assert loaded.content is not None
    assert len(loaded.content.sources) == 3


def test_what_is_no_file_is_called_what_it_is(root: Path, tmp_path: Path) -> None:
    (tmp_path / "dead.html").symlink_to(tmp_path / "gone.html")
    address = "https://example.org/ferry"
    printed = add(root, address, tmp_path, tmp_path / "dead.html")
    assert printed.exit_code == 1
    assert "this is an address, not a file" in printed.stdout
    assert f"name the articles in it:  briefing add {tmp_path}/*" in printed.stdout
    assert f"is a link to {tmp_path}/gone.html, which does not exist" in printed.stdout
    assert "must end in" not in printed.stdout
