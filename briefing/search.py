"""Make the index that readers search, from what a site holds; the one door of Pagefind.

Pagefind is a program that comes with the extra `search`. It is asked over its own pipes, so
nothing is read from the site and nothing is written: records go in, files come out. Its Python
interface is not used: it waits a tenth of a second for each answer, and none may exceed 2 MiB.

The same records give the same files. What Pagefind itself keeps in an order that differs from run
to run, filters and sort keys, is not asked for.
"""

from __future__ import annotations

import base64
import json
import os
import re
from contextlib import contextmanager
from functools import partial
from importlib.util import find_spec
from queue import Empty, SimpleQueue
from subprocess import PIPE, Popen
from threading import Thread
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from briefing.model.pages import Record

    Ask = Callable[[Mapping[str, object]], Any]

FOLDER = "pagefind/"
"""Where the files of the index stand, below the site's root."""
_SCRIPTS = frozenset({"pagefind.js", "pagefind-worker.js", "pagefind-entry.json"})
_PARTS = (".pf_meta", ".pf_index", ".pf_fragment", ".pagefind")
"""What a search needs. Pagefind's own search boxes, 0.4 MB of scripts and styles, are left out."""
_IN_WORDS = "$€£¥%."
"""What Pagefind is to keep in words, as 1.5% is not 15%."""
_JOINER = "\u2060"
_HELD_BACK = re.compile("[\u200b\u2060\ufeff]|___")
"""What has a meaning of its own within Pagefind, or here."""
SEAMS = re.compile(
    r"(?<=\w)(?=[$€£¥])|(?<=[$€£¥])(?=\d)|(?<=\b[A-Za-z]{3})(?=\d)|(?<=[–—])(?=\w)"
    r"|(?<=[^\s.])(?=\.+(?!\w))",
    re.ASCII,
)
"""Where `spaced` cuts; `static/search.js` has the same pattern for queries."""
_AT_ONCE = 1 << 20
_LANGUAGE = re.compile("[a-z]{2,3}")
_PATIENCE = 600.0
"""Seconds to wait for one answer: the files of 30,000 records took 36, and growth is linear."""


class IndexFailedError(Exception):
    """Pagefind did not start, or gave no answer of use to the end; the message says which."""


def installed() -> bool:
    """Say whether the extra `search` is there."""
    return find_spec("pagefind_bin") is not None


def index(records: Iterable[Record], language: str) -> tuple[tuple[str, bytes], ...]:
    """Make the files of an index as (POSIX path below the site's root, bytes), sorted by path.

    `language` is that of the site as a BCP 47 tag; its first part decides how words are stemmed.
    Takes a process's start, a tenth of a second, and a millisecond for each record. Raises
    `IndexFailedError` where Pagefind cannot be run, or does not answer as it should within ten
    minutes.
    """
    subtag = language.lower().partition("-")[0]
    known = subtag if _LANGUAGE.fullmatch(subtag) else "unknown"
    with _pagefind() as ask:
        config = {"include_characters": _IN_WORDS, "force_language": known}
        made = ask({"type": "NewIndex", "config": config})
        with _understanding():
            number = made["index_id"]
        for record in records:
            ask({"type": "AddRecord", "index_id": number, "language": known, **_asked(record)})
        given = ask({"type": "GetFiles", "index_id": number})
    with _understanding():
        return tuple(
            (FOLDER + file["path"], base64.b64decode(file["content"]))
            for file in sorted(given["files"], key=lambda file: str(file["path"]))
            if file["path"] in _SCRIPTS or file["path"].endswith(_PARTS)
        )


def _asked(record: Record) -> dict[str, object]:
    meta = {"title": spaced(record.title), "kind": record.kind}
    if record.verdict is not None:
        meta["verdict"] = record.verdict
    return {"url": record.href, "content": spaced(record.text), "meta": meta}


def spaced(text: str) -> str:
    """Cut `text` where Pagefind, which knows blanks alone, is to see that a word begins.

    A currency's sign or code comes off its number, so that `52.4` is found in `US$52.4` and 308 in
    `RMB308`; a full stop comes off its sentence. A word joiner (U+2060) before each blank put in
    says where to take it out again: `static/search.js` does both, for queries and for results.
    """
    return SEAMS.sub(f"{_JOINER} ", _HELD_BACK.sub("", text))


@contextmanager
def _pagefind() -> Iterator[Ask]:
    """Start Pagefind and end it again, however the block is left."""
    from pagefind_bin import get_executable

    try:
        command = (get_executable(), "--service")
        with Popen(command, stdin=PIPE, stdout=PIPE) as run:  # noqa: S603 (what the extra installed)
            answered = SimpleQueue[bool]()
            Thread(target=_watch, args=(run, answered), daemon=True).start()
            try:
                yield partial(_ask, run, answered)
            finally:
                answered.put(item=False)
                run.kill()
    except OSError as error:
        raise IndexFailedError(f"cannot run Pagefind: {error}") from error


def _watch(program: Popen[bytes], answered: SimpleQueue[bool]) -> None:
    """End a program that does not answer, wherever it is waited for; False says that all is done.

    A thread does so on every system; pipes can be read with a limit on some only.
    """
    try:
        while answered.get(timeout=_PATIENCE):
            pass
    except Empty:
        program.kill()


@contextmanager
def _understanding() -> Iterator[None]:
    """Read an answer; what is not as the protocol has it is the program's fault."""
    try:
        yield
    except (ValueError, LookupError, TypeError) as error:
        raise IndexFailedError("Pagefind gave an invalid answer") from error


def _ask(program: Popen[bytes], answered: SimpleQueue[bool], payload: Mapping[str, object]) -> Any:  # noqa: ANN401
    """Send one request and wait for its answer; both are JSON in base64, ended by a comma."""
    to, answers = program.stdin, program.stdout
    if to is None or answers is None:
        raise TypeError("Pagefind was started without its pipes")
    request = json.dumps({"message_id": 1, "payload": payload})
    to.write(base64.b64encode(request.encode()) + b",")
    to.flush()
    answer = bytearray()
    while not answer.endswith(b","):
        part = os.read(answers.fileno(), _AT_ONCE)
        if not part:
            late = f"or took more than {_PATIENCE:g} seconds"
            raise IndexFailedError(f"Pagefind stopped without answering, {late}")
        answer += part
    answered.put(item=True)
    with _understanding():
        given = json.loads(base64.b64decode(answer[:-1], validate=True))["payload"]
        refused = given["message"] if given["type"] == "Error" else None
    if refused is not None:
        raise IndexFailedError(f"Pagefind refused a request: {refused}")
    return given
