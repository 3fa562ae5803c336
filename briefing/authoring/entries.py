"""Write the entries that `add` proposes, as lines of YAML in which each guess says that it is one."""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING

from briefing.located import quoted, scalar

if TYPE_CHECKING:
    from collections.abc import Container, Mapping

    from briefing.authoring.bounds import Bounds
    from briefing.authoring.guesses import Guess
    from briefing.model.description import Told

UNKNOWN = "unknown"
_LONGEST_ID = 40
_LONGEST_BASIS = 120
_MOST_INSIDE = 6
"""Words inside the body that are listed as what may be cut; a manual repeats hundreds."""


def source_entry(
    id_: str,
    file: str,
    guessed: Mapping[Told, Guess],
    publisher: str | None,
    body: Bounds,
    inside: tuple[tuple[str, str], ...],
) -> tuple[str, ...]:
    """Write the entry of a source. `publisher` is its id; `inside` are words that may be widgets.

    What is inside the body is written as a comment: cutting words away is the author's decision.
    """
    lines = [f"{id_}:", f"  file: {scalar(file)}"]
    lines += [f"  {_line('title', guessed)}"]
    if publisher is None:
        lines.append(f"  publisher: {UNKNOWN}")
    else:
        lines.append(f"  publisher: {publisher}  # {_shown(guessed['publisher'].basis)}")
    lines += [f"  {_line(key, guessed)}" for key in ("author", "published")]
    lines += [
        f"  {_line(key, guessed)}" for key in ("url", "language", "selector") if key in guessed
    ]
    if body.starts or body.ends:
        lines.append("  body:  # guessed: where the prose begins and ends")
        lines += [f"    starts: {quoted(body.starts)}"] if body.starts else []
        lines += [f"    ends: {quoted(body.ends)}"] if body.ends else []
    if inside:
        lines.append("  # omit:  # guessed, not in force: uncomment what is no part of the article")
        lines += [f"  #   - {quoted(words)}  # {why}" for words, why in inside[:_MOST_INSIDE]]
        more = len(inside) - _MOST_INSIDE
        lines += [f"  #   # and {more} more, see  briefing text {id_}"] if more > 0 else []
    return tuple(lines)


def publisher_entry(id_: str, name: Guess) -> tuple[str, ...]:
    """Write the entry of a publisher."""
    return f"{id_}:", f"  name: {scalar(name.value)}  # {_shown(name.basis)}"


def _line(key: Told, guessed: Mapping[Told, Guess]) -> str:
    guess = guessed.get(key)
    if guess is None:
        return f"{key}: {UNKNOWN}"
    return f"{key}: {scalar(guess.value)}  # {_shown(guess.basis)}"


def _shown(basis: str) -> str:
    """Shorten what a guess rests on, and leave out what no comment may hold."""
    words = " ".join("".join(c if c.isprintable() else " " for c in basis).split())
    return words if len(words) <= _LONGEST_BASIS else f"{words[:_LONGEST_BASIS]}…"


def free_id(name: str, taken: Container[str], otherwise: str) -> str:
    """Make an id of a name that none of those `taken` is; `otherwise` if nothing of it remains."""
    plain = unicodedata.normalize("NFKD", name.casefold().replace("ß", "ss"))
    words = re.findall(r"[a-z0-9]+", "".join(c for c in plain if not unicodedata.combining(c)))
    id_ = ""
    for word in words:
        longer = f"{id_}-{word}" if id_ else word[:_LONGEST_ID]
        if len(longer) > _LONGEST_ID:
            break
        id_ = longer
    id_ = id_ if id_ and id_ != "index" else otherwise
    number, free = 1, id_
    while free in taken:
        number += 1
        free = f"{id_}-{number}"
    return free
