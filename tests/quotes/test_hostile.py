"""No text makes any step take time that grows with its square.

Each input would take minutes that way, and takes a fraction of a second. The bound is generous so
that a busy machine does not break it.
"""

from __future__ import annotations

import time
from collections.abc import Callable

import pytest

from briefing.quotes import Body, Match, context, cut, fold, locate, nearest, turned

MANY = 200_000
BOUND = 20.0


def _body(text: str, omit: tuple[str, ...] = ()) -> Body:
    body = cut(text, omit=omit)
    assert isinstance(body, Body)
    return body


def _around(text: str, quote: str) -> None:
    body = _body(text)
    match = locate(body, quote)
    assert isinstance(match, Match)
    turned(body, match, "en")
    context(body, match, MANY, "en")


@pytest.mark.slow
@pytest.mark.parametrize(
    "work",
    [
        pytest.param(lambda: fold("a" + "\u0301\u0323" * MANY), id="marks out of order"),
        pytest.param(lambda: fold("a" + "\u200b" * MANY + "b"), id="dropped characters"),
        pytest.param(lambda: fold(" \u200b" * MANY), id="spaces between dropped characters"),
        pytest.param(lambda: fold("\n" * MANY), id="blank lines"),
        pytest.param(lambda: _body("ab " * MANY, ("ab", "b a")), id="omitted everywhere"),
        pytest.param(lambda: locate(_body("a" * MANY), "a" * (MANY // 2)), id="a text in itself"),
        pytest.param(lambda: locate(_body("a " * MANY), "a…" * 15 + "b"), id="an absent last part"),
        pytest.param(
            lambda: locate(_body("b" + "a " * MANY), "a…" * 15 + "b"), id="a last part before"
        ),
        pytest.param(lambda: locate(_body("a " * MANY), "a…" * MANY), id="parts without end"),
        pytest.param(lambda: locate(_body("ab " * MANY), "ab", "ab " * MANY), id="a long prefix"),
        pytest.param(lambda: locate(_body("a" * MANY + "bc" + "d" * MANY), "bc"), id="a long word"),
        pytest.param(lambda: _around(". a" * MANY + " quote" + ". a" * MANY, "quote"), id="stops"),
        pytest.param(lambda: _around("\n" * MANY + "quote" + "\n" * MANY, "quote"), id="lines"),
        pytest.param(lambda: nearest(_body("a" * MANY), "a" * MANY + "b"), id="near letters"),
        pytest.param(
            lambda: nearest(_body("so it goes " * MANY), "so it went " * 600), id="near words"
        ),
    ],
)
def test_time_does_not_grow_with_the_square(work: Callable[[], object]) -> None:
    start = time.process_time()
    work()
    assert time.process_time() - start < BOUND
