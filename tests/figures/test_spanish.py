"""Show what the reader of Spanish makes of words around figures, and what it leaves unread."""

from __future__ import annotations

import pytest

from briefing.figures import choose, read, shown, unread
from briefing.figures.heading import read_head, read_headed
from briefing.language.messages import ENGLISH
from briefing.model.figures import ChoiceProblem


def figures(text: str, language: str = "es") -> str:
    return "; ".join(shown(quantity, ENGLISH) for quantity in read(text, language))


FALLING = """
Las ventas cayeron un 5 %.
Las ventas han caído en el último año un 5 %.
El beneficio cedió un 5 % en el trimestre.
La acción se dejó un 5 %.
La caída de las ventas fue del 5 %.
Las ventas registraron un descenso interanual del 5 %.
Se vendieron un 5 % menos de coches.
Las ventas fueron un 5 % inferiores a las de 2023.
Un 5 % de caída.
Hubo caída del 5 %.
El banco prevé que las ventas caigan un 5 %.
La empresa redujo su deuda en un 5 %.
La rentabilidad fue de menos 5 %.
El PIB tuvo un crecimiento negativo del 5 %.
La bolsa baja un 5 %.
El consumo está un 5 % por debajo de 2019.
"""
RISING = """
Las ventas subieron un 5 %.
Las ventas crecerán un 5 %.
Un alza de 5%.
El crecimiento fue del 5 %.
El precio es un 5 % más caro.
El IBEX 35 avanzó un 5 %.
Los precios se encarecieron un 5 %.
La empresa elevó sus ventas en Europa un 5 %.
"""
LEVELS = """
Las ventas cayeron al 5 %.
La inflación bajó hasta el 5 %.
La tasa quedó en 5 %.
El paro se situó en el 5 %.
La cuota es del 5 %.
El 5 % cayó en la pobreza.
"""
UNREAD = """
Un 5 % perdió su empleo.
La caída de la producción llevó el margen al 5 %.
Cuesta 5 millones de euros más de lo previsto.
"""


def _lines(text: str) -> list[str]:
    return text.strip().splitlines()


@pytest.mark.parametrize("text", _lines(FALLING))
def test_what_falls_is_negative(text: str) -> None:
    assert figures(text) == "-5%"


@pytest.mark.parametrize("text", _lines(RISING))
def test_what_rises_is_not(text: str) -> None:
    (quantity,) = read(text, "es")
    assert quantity.sign == "+"
    assert shown(quantity, ENGLISH) == "5%"


@pytest.mark.parametrize("text", _lines(LEVELS))
def test_a_level_has_no_direction(text: str) -> None:
    (quantity,) = read(text, "es")
    assert quantity.sign == ""


@pytest.mark.parametrize("text", _lines(UNREAD))
def test_what_can_be_read_in_two_ways_is_left_unread(text: str) -> None:
    assert figures(text) == ""
    assert unread(text, "es")


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("El precio subió de 3 a 5 euros.", "3 EUR; 5 EUR"),
        ("La previsión bajó del 5 % al 4 %.", "5%; 4%"),
        ("La deuda pasó de 3.000 a 5.000 millones de euros.", "3 billion EUR; 5 billion EUR"),
        ("Entre 4,8 y 5,2 millones de euros.", "4.8 to 5.2 million EUR"),
        ("Multas de 600 hasta 3.000 euros.", "600 to 3,000 EUR"),
        ("El beneficio cayó un 14 %, hasta 90 millones de euros.", "-14%; 90 million EUR"),
        ("Podrá costar hasta 90 millones de euros.", "up to 90 million EUR"),
        ("La pérdida se redujo a 2 millones de euros.", "-2 million EUR"),
        ("Un préstamo de 500 millones de euros a siete años.", "500 million EUR; 7 years"),
        ("El precio bajó 25 euros, a 95 euros.", "-25 EUR; 95 EUR"),
    ],
)
def test_words_between_and_before_numbers_are_read(text: str, stated: str) -> None:
    assert figures(text) == stated


@pytest.mark.parametrize(
    "text",
    [
        "El 3 de mayo de 2024 a las 12.30 h en la sala 101",
        "El G20 y el A320",
        "El 2 de octubre.",
        "El artículo 155, apartado 3",
        "en los años 90",
        "el 24.02.2025",
        "La Ley 27.541 y la Resolución 2334",
        "El IBEX 35 y el Boeing 737",
        "En el Q4 de 2024 y el Q2",
    ],
)
def test_names_and_dates_are_neither_figures_nor_unread(text: str) -> None:
    assert figures(text) == ""
    assert unread(text, "es") == ()


@pytest.mark.parametrize(
    ("language", "text", "stated"),
    [
        ("es-MX", "Ingresos de 1,234 millones de euros", "1.234 billion EUR"),
        ("es-ES", "Ingresos de 1,234 millones de euros", "1.234 million EUR"),
        ("es-MX", "1.884 millones de barriles", "1.884 million barrels"),
        ("es-AR", "1.884 millones de barriles", "1.884 billion barrels"),
        ("es-MX", "1,234.5 toneladas", "1,234.5 tonnes"),
        ("es-MX", "1.234,5 toneladas", "1,234.5 tonnes"),
        ("es-419", "Ingresos de 1,234 millones de euros", ""),
        ("es", "Ingresos de 1,234 millones de euros", ""),
    ],
)
def test_the_region_of_a_source_tells_which_sign_parts_decimals(
    language: str, text: str, stated: str
) -> None:
    assert figures(text, language) == stated


def test_a_row_has_the_signs_of_its_heads_currency() -> None:
    head = read_head("en millones de euros", "es")
    assert head is not None
    (cell,) = read_headed("Activo total 4.512", head, "es")
    assert shown(cell, ENGLISH) == "4.512 billion EUR"
    assert read_headed("Activo total 4,512", head, "es") == ()


def test_a_figure_of_a_part_is_not_chosen() -> None:
    chosen = choose("De las 40 plantas cerró la mayoría.", "es")
    assert isinstance(chosen, ChoiceProblem)
