"""Hold that the words beside a figure tell which way it goes where its own sign does not."""

from __future__ import annotations

import pytest

from briefing.figures import read, ways
from briefing.model.figures import Sign


@pytest.mark.parametrize(
    ("text", "language", "expected"),
    [
        ("Le recul des ventes, de 5 %, a surpris", "fr", {Sign.MINUS}),
        ("El paro aumentó 3 puntos", "es", {Sign.PLUS}),
        ("El retroceso de las ventas, del 5 %, sorprendió", "es", {Sign.MINUS}),
        ("The decline in sales, 5%, came as a surprise", "en", {Sign.MINUS}),
        ("It contained its loss to $5 million", "en", {Sign.MINUS}),
        ("It whittled the deficit to $5 million", "en", {Sign.MINUS}),
        ("Sie dämmte ihren Verlust auf 5 Millionen Euro ein", "de", {Sign.MINUS}),
        ("Der Verlust schwoll auf 5 Millionen Euro an", "de", {Sign.PLUS}),
        ("Le taux est de 5 %", "fr", set()),
        ("份额为5%", "zh", set()),
        ("Iku 5%", "tlh", set()),
    ],
)
def test_words_tell_which_way_a_figure_goes(text: str, language: str, expected: set[Sign]) -> None:
    figure = read(text, language if language != "tlh" else "en")[-1]
    assert ways(text, figure, language) == expected
