"""Make the search index from a site's records; only this module uses Pagefind.

Pagefind is a program that comes with the extra `search`. It is used over pipes: records go in, files
come out, and nothing is read from or written to disk. Its Python interface is not used because it
waits a tenth of a second for each answer and limits answers to 2 MiB.

The same records give the same files. Filters and sort keys are not used, because Pagefind stores
them in an order that differs between runs.
"""

from __future__ import annotations

import base64
import json
import os
import re
from contextlib import contextmanager
from functools import partial
from importlib.util import find_spec
from itertools import islice
from pathlib import PurePath
from queue import Empty, SimpleQueue
from typing import TYPE_CHECKING, Any

from briefing.diagnostics import Span, diagnostic
from briefing.refusals import reason

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping
    from subprocess import Popen

    from briefing.diagnostics import Diagnostic
    from briefing.model.pages import Record

    Ask = Callable[..., Any]
    """Takes requests, and returns the answer to the last."""

FOLDER = "pagefind/"
"""The folder of the index in the site."""
_SCRIPTS = frozenset({"pagefind.js", "pagefind-worker.js", "pagefind-entry.json"})
_PARTS = (".pf_meta", ".pf_index", ".pf_fragment", ".pagefind")
"""What a search needs; not Pagefind's own search boxes, 0.4 MB of scripts and styles."""
_IN_WORDS = "$€£¥%."
"""Characters that Pagefind must keep in words: 1.5% is not 15%."""
_JOINER = "\u2060"
_HELD_BACK = re.compile("[\u200b\u2060\ufeff]|___")
"""Characters with a special meaning in Pagefind or here."""
SEAMS = re.compile(
    r"(?<=\w)(?=[$€£¥])|(?<=[$€£¥])(?=\d)|(?<=\b[A-Za-z]{3})(?=\d)|(?<=[–—])(?=\w)"
    r"|(?<=[^\s.])(?=\.+(?!\w))",
    re.ASCII,
)
"""Where `spaced` cuts; `static/search.js` has the same pattern for queries."""
_AT_ONCE = 1 << 20
_RECORDS_AT_ONCE = 20
"""Sent before the first of their answers is read, which all together must fit into a pipe."""
_LANGUAGE = re.compile("[a-z]{2,3}")
_PATIENCE = 600.0
"""Seconds to wait for one answer: the files of 30,000 records took 36, and growth is linear."""


class IndexFailedError(Exception):
    """Pagefind did not start or did not answer properly; the message says which."""

    @property
    def diagnostic(self) -> Diagnostic:
        """The failure as a finding about the whole project."""
        hint = "fix or remove pagefind-bin; without it, only the list of claims can be searched"
        return diagnostic("search-failed", Span("briefing.yaml"), str(self), hint=hint)


def installed() -> bool:
    """Return whether the extra `search` is installed."""
    return find_spec("pagefind_bin") is not None


def index(records: Iterable[Record], language: str) -> tuple[tuple[str, bytes], ...]:
    """Make the files of an index as pairs of POSIX path in the site and bytes, sorted by path.

    `language` is the site's BCP 47 tag; its first part selects the stemmer. Takes a tenth of a
    second to start a process and a millisecond per record. Raises `IndexFailedError` if Pagefind
    cannot be run or does not answer properly within ten minutes.
    """
    subtag = language.lower().partition("-")[0]
    known = subtag if _LANGUAGE.fullmatch(subtag) else "unknown"
    with _pagefind() as ask:
        config = {"include_characters": _IN_WORDS, "force_language": known}
        made = ask({"type": "NewIndex", "config": config})
        with _understanding():
            number = made["index_id"]
        every = iter(records)
        while some := tuple(islice(every, _RECORDS_AT_ONCE)):
            about = {"type": "AddRecord", "index_id": number, "language": known}
            ask(*({**about, **_asked(record)} for record in some))
        given = ask({"type": "GetFiles", "index_id": number})
    with _understanding():
        return tuple(
            (FOLDER + file["path"], base64.b64decode(file["content"]))
            for file in sorted(given["files"], key=lambda file: str(file["path"]))
            if file["path"] in _SCRIPTS or file["path"].endswith(_PARTS)
        )


def begin(
    records: tuple[Record, ...], language: str
) -> Callable[[], tuple[tuple[str, bytes], ...]]:
    """Make an index as `index` does, in a thread; what is returned waits for it and gives the files.

    If nobody waits, the thread ends with the program.
    """
    from concurrent.futures import Future
    from threading import Thread

    made = Future[tuple[tuple[str, bytes], ...]]()

    def make() -> None:
        try:
            made.set_result(index(records, language))
        except BaseException as error:  # noqa: BLE001 (raised where somebody waits)
            made.set_exception(error)

    Thread(target=make, daemon=True).start()
    return made.result


def _asked(record: Record) -> dict[str, object]:
    meta = {"title": spaced(record.title), "kind": record.kind}
    if record.verdict is not None:
        meta["verdict"] = record.verdict
    return {"url": record.href, "content": spaced(record.text), "meta": meta}


def spaced(text: str) -> str:
    """Insert spaces so that Pagefind, which splits at spaces only, sees where words begin.

    A currency sign or code is separated from its number, so that `52.4` is found in `US$52.4` and
    308 in `RMB308`; a full stop is separated from its sentence. A word joiner (U+2060) before each
    inserted space marks it for removal. `static/search.js` does both, for queries and results.
    """
    return SEAMS.sub(f"{_JOINER} ", _HELD_BACK.sub("", text))


@contextmanager
def _pagefind() -> Iterator[Ask]:
    """Start Pagefind and stop it when the block ends."""
    from subprocess import PIPE, Popen
    from threading import Thread

    from pagefind_bin import get_executable

    try:
        program = get_executable()
        command, home = (program, "--service"), PurePath(program).parent
        # Pagefind does not start in a folder that was deleted, hence its own.
        with Popen(command, stdin=PIPE, stdout=PIPE, cwd=home) as run:  # noqa: S603 (what the extra installed)
            answered = SimpleQueue[bool]()
            Thread(target=_watch, args=(run, answered), daemon=True).start()
            try:
                yield partial(_ask, run, answered)
            finally:
                answered.put(item=False)
                run.kill()
    except OSError as error:
        raise IndexFailedError(f"cannot run Pagefind: {reason(error)}") from error


def _watch(program: Popen[bytes], answered: SimpleQueue[bool]) -> None:
    """Kill a program that does not answer in time; False in the queue ends the watch.

    A thread works on every system; reading pipes with a timeout does not.
    """
    try:
        while answered.get(timeout=_PATIENCE):
            pass
    except Empty:
        program.kill()


@contextmanager
def _understanding() -> Iterator[None]:
    """Turn errors while reading an answer into `IndexFailedError`."""
    try:
        yield
    except (ValueError, LookupError, TypeError) as error:
        raise IndexFailedError("Pagefind gave an invalid answer") from error


def _ask(
    program: Popen[bytes], answered: SimpleQueue[bool], *payloads: Mapping[str, object]
) -> Any:  # noqa: ANN401
    """Send requests and wait for their answers; all are base64 JSON ending in a comma."""
    to, answers = program.stdin, program.stdout
    if to is None or answers is None:
        raise TypeError("Pagefind was started without its pipes")
    for payload in payloads:
        request = json.dumps({"message_id": 1, "payload": payload})
        to.write(base64.b64encode(request.encode()) + b",")
    to.flush()
    answer = bytearray()
    while answer.count(b",") < len(payloads):
        part = os.read(answers.fileno(), _AT_ONCE)
        if not part:
            late = f"or took more than {_PATIENCE:g} seconds"
            raise IndexFailedError(f"Pagefind stopped without answering, {late}")
        answer += part
    answered.put(item=True)
    return [_payload(bytes(one)) for one in answer[:-1].split(b",")][-1]


def _payload(answer: bytes) -> Any:  # noqa: ANN401
    with _understanding():
        given = json.loads(base64.b64decode(answer, validate=True))["payload"]
        refused = given["message"] if given["type"] == "Error" else None
    if refused is not None:
        raise IndexFailedError(f"Pagefind refused a request: {refused}")
    return given
