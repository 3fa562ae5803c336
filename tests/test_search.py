"""The index that readers search: the same bytes each time, from any text, or an error that says why."""

from __future__ import annotations

import json
import sys
import zlib
from collections.abc import Iterator
from pathlib import Path

import pagefind_bin
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from briefing import resources, search
from briefing.model.pages import Record

CLAIM = Record("claims/sum.html", "A sum of $52.4 billion.", "claim", "disputed", "It is 62.62%.")
ARTICLE = Record("sources/a.html", "RMB308 billion", "article", None, "380 billion, not 308.")
RECORDS = (CLAIM, ARTICLE)


def fragments(files: tuple[tuple[str, bytes], ...]) -> list[dict[str, object]]:
    """Read what a result shows out of an index."""
    packed = [data for path, data in files if path.endswith(".pf_fragment")]
    texts = [zlib.decompress(data, wbits=31).removeprefix(b"pagefind_dcd") for data in packed]
    return sorted(map(json.loads, texts), key=lambda one: str(one["url"]))


@pytest.mark.parametrize(
    ("text", "cut"),
    [
        ("$52.4", "$ 52.4"),
        ("US$52.4bn (¥380)", "US $ 52.4bn (¥ 380)"),
        ("RMB308 and EUR1.5", "RMB 308 and EUR 1.5"),
        ("H20, GPT-4 and Qwen2.5", "H20, GPT-4 and Qwen2.5"),
        ("62.62%", "62.62%"),
        ("52.35–52.45", "52.35– 52.45"),
        ("The end.", "The end ."),
        ('He said "so." Then', 'He said "so ." Then'),
        ("wait... for 1.5", "wait ... for 1.5"),
        ("plain words", "plain words"),
        ("a\u200bb\u2060c ___PAGEFIND_WEIGHT___9", "abc PAGEFIND_WEIGHT9"),
    ],
)
def test_numbers_and_sentences_are_cut_where_a_word_is_to_begin(text: str, cut: str) -> None:
    assert search.spaced(text).replace("\u2060 ", " ") == cut


@given(st.text())
def test_what_was_cut_can_be_put_together_again(text: str) -> None:
    plain = text.replace("\u200b", "").replace("\u2060", "").replace("___", "")
    assert search.spaced(text).replace("\u2060 ", "") == plain


def test_queries_are_cut_as_the_index_is() -> None:
    script = (resources.static() / "search.js").read_text("utf-8")
    assert f"/{search.SEAMS.pattern}/g" in script


def test_the_same_records_give_the_same_files() -> None:
    first = search.index(RECORDS, "en")
    assert first == search.index(RECORDS, "en")
    assert first == search.begin(tuple(RECORDS), "en")()
    assert [path for path, _ in first] == sorted(path for path, _ in first)


def test_the_files_are_those_that_a_search_needs() -> None:
    files = search.index(RECORDS, "en")
    assert all(path.startswith(search.FOLDER) for path, _ in files)
    kinds = {path.removeprefix(search.FOLDER).partition("/")[0].split(".")[0] for path, _ in files}
    assert kinds == {"pagefind", "pagefind-entry", "pagefind-worker", "wasm", "index", "fragment"}
    assert {path for path, _ in files if path.endswith((".js", ".css", ".html"))} == {
        "pagefind/pagefind.js",
        "pagefind/pagefind-worker.js",
    }


def test_a_result_knows_its_address_its_title_and_its_verdict() -> None:
    claim, article = fragments(search.index(RECORDS, "en"))
    assert claim["url"] == CLAIM.href
    assert claim["content"] == search.spaced(CLAIM.text)
    title = search.spaced(CLAIM.title)
    assert claim["meta"] == {"title": title, "kind": "claim", "verdict": "disputed"}
    assert article["meta"] == {"title": search.spaced(ARTICLE.title), "kind": "article"}


@pytest.mark.parametrize("language", ["en", "en-GB", "DE", "tlh", "zh-Hans", "../x", "", "English"])
def test_any_language_has_an_index(language: str) -> None:
    paths = [path for path, _ in search.index(RECORDS, language)]
    assert len(fragments(search.index(RECORDS, language))) == len(RECORDS)
    assert all(".." not in path for path in paths)


def test_nothing_to_find_makes_an_index_too() -> None:
    paths = [path for path, _ in search.index((), "en")]
    assert "pagefind/pagefind.js" in paths
    assert "pagefind/pagefind-entry.json" in paths


@settings(max_examples=15)
@given(st.lists(st.text(st.characters(exclude_categories=["Cs"]), max_size=60), max_size=4))
def test_any_text_can_be_indexed(texts: list[str]) -> None:
    records = [Record(f"a/{n}.html", text, "article", None, text) for n, text in enumerate(texts)]
    files = dict(search.index(records, "en"))
    entry = json.loads(files["pagefind/pagefind-entry.json"])
    assert entry["include_characters"]


@pytest.mark.parametrize(
    ("program", "why"),
    [
        ("no-such-program", "cannot run"),
        (sys.executable, "without answering|cannot run"),
    ],
)
def test_a_program_that_does_not_work_is_told(
    program: str, why: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(pagefind_bin, "get_executable", lambda: Path(program))
    with pytest.raises(search.IndexFailedError, match=why):
        search.index(RECORDS, "en")
    wait = search.begin(tuple(RECORDS), "en")
    with pytest.raises(search.IndexFailedError, match=why):
        wait()


def program(tmp_path: Path, body: str) -> Path:
    """Write a program that runs `body` for each request; `answer` answers with a payload."""
    path = tmp_path / "pagefind"
    path.write_text(
        f"#!{sys.executable}\n"
        "import base64, json, sys, time\n"
        "def say(text):\n    print(text, end=',', flush=True)\n"
        "def answer(payload):\n"
        "    say(base64.b64encode(json.dumps({'payload': payload}).encode()).decode())\n"
        "while True:\n"
        "    request = b''.join(iter(lambda: sys.stdin.buffer.read(1), b','))\n"
        "    asked = json.loads(base64.b64decode(request))['payload']['type']\n"
        f"    {body}\n"
    )
    path.chmod(0o755)
    return path


@pytest.mark.parametrize(
    "body",
    [
        "say('%%%')",
        "say('bm90IGpzb24=')",
        "say('e30=')",
        "say('W10=')",
        "answer([])",
        "answer({'message': 'of no type'})",
        "answer({'type': 'Novelty'})",
        "answer({'type': asked, 'index_id': 0, 'files': [{'path': 'pagefind.js'}]})",
        "answer({'type': asked, 'index_id': 0, 'files': [{'path': 'pagefind.js', 'content': 'a'}]})",
    ],
)
def test_an_answer_that_makes_no_sense_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str
) -> None:
    monkeypatch.setattr(pagefind_bin, "get_executable", lambda: program(tmp_path, body))
    with pytest.raises(search.IndexFailedError, match="invalid answer"):
        search.index(RECORDS, "en")


@pytest.mark.parametrize("body", ["time.sleep(60)", "print('endless', flush=True)"])
def test_a_program_that_does_not_answer_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, body: str
) -> None:
    monkeypatch.setattr(search, "_PATIENCE", 0.5)
    monkeypatch.setattr(pagefind_bin, "get_executable", lambda: program(tmp_path, body))
    with pytest.raises(search.IndexFailedError, match=r"more than 0\.5 seconds"):
        search.index(RECORDS, "en")


def test_a_program_that_reads_nothing_is_not_waited_for(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(search, "_PATIENCE", 0.5)
    path = program(tmp_path, "answer({'type': asked, 'index_id': 0}); time.sleep(60)")
    monkeypatch.setattr(pagefind_bin, "get_executable", lambda: path)
    more_than_a_pipe_holds = Record("a.html", "A", "article", None, "word " * 100_000)
    with pytest.raises(search.IndexFailedError, match="cannot run"):
        search.index([more_than_a_pipe_holds], "en")


def test_a_fault_of_ours_is_not_the_programs() -> None:
    def records() -> Iterator[Record]:
        yield CLAIM
        raise KeyError("ours")

    with pytest.raises(KeyError, match="ours"):
        search.index(records(), "en")


def test_a_request_that_is_refused_is_told() -> None:
    with pytest.raises(search.IndexFailedError, match="refused"):
        search.index([Record("a.html", "\ud800", "article", None, "half a character")], "en")
