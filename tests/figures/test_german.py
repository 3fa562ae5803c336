"""Show what the reader of German makes of words around figures, and what it leaves unread."""

from __future__ import annotations

import pytest

from briefing.figures import choose, read, shown, unread
from briefing.language.messages import ENGLISH
from briefing.model.figures import ChoiceProblem


def figures(text: str) -> str:
    return "; ".join(shown(quantity, ENGLISH) for quantity in read(text, "de"))


FALLING = """
Der Umsatz ist im vergangenen Jahr um 5 Prozent gesunken.
Die Aktien des Konzerns rutschten am Mittwoch um 5 Prozent ab.
Die Erlöse gaben um 5 Prozent nach.
Die Kosten nahmen um 5 Prozent ab.
Analysten hatten mit einem Rückgang um 5 Prozent gerechnet.
Der Umsatz lag mit 3,1 Milliarden Euro um 5 Prozent unter dem Vorjahreswert.
Der Konzern will den Ausstoß bis 2030 um 5 Prozent senken.
Die Wirtschaft dürfte um 5 Prozent schrumpfen.
Um 5 Prozent ging der Absatz zurück.
Er verkaufte 5 Prozent weniger Autos.
Die Rendite lag bei minus 5 Prozent.
Ein 5-prozentiger Rückgang war die Folge.
Der Kurs verlor am Dienstag im frühen Handel zeitweise 5 Prozent.
Der Absatz büßte 5 Prozent ein.
Weil der Absatz um 5 Prozent einbrach, ging er.
Ein Umsatzrückgang im ersten Quartal von 5 Prozent.
Der Kurs notiert 5 Prozent im Minus.
Es war ein negatives Wachstum von 5 Prozent.
"""
RISING = """
Der Umsatz legte um 5 Prozent zu.
Der Umsatz hat um 5 Prozent zugelegt.
Die Kosten nahmen um 5 Prozent zu.
Die Preise zogen um 5 Prozent an.
Um 5 Prozent teurer wurde Strom.
Ein Plus von 5 Prozent gegenüber dem Vorjahr.
Der Umsatz lag 5 Prozent über dem Vorjahr.
Das Wachstum betrug 5 Prozent.
Der Dax schloss 5 Prozent fester.
Die Dividende soll um 5 Prozent steigen.
Der Absatz ist 5 Prozent gewachsen.
"""
LEVELS = """
Der Umsatz fiel auf 5 Prozent.
Die Inflation ging auf 5 Prozent zurück.
Der Anteil lag bei 5 Prozent.
Die Arbeitslosigkeit sank auf einen Wert von 5 Prozent.
Der Bund beteiligt sich mit 5 Prozent.
Es gab einen Rückgang auf 5 Prozent.
Es geht um 5 Prozent.
"""
UNREAD = """
Der Umsatz verfehlte die Erwartungen um 5 Prozent.
Der Umsatz zwirbelte um 5 Prozent.
Das wurde um 1.200 verändert.
"""


def _lines(text: str) -> list[str]:
    return text.strip().splitlines()


@pytest.mark.parametrize("text", _lines(FALLING))
def test_what_falls_is_negative(text: str) -> None:
    assert "-5%" in figures(text)


@pytest.mark.parametrize("text", _lines(RISING))
def test_what_rises_is_not(text: str) -> None:
    (quantity,) = read(text, "de")
    assert quantity.sign == "+"
    assert shown(quantity, ENGLISH) == "5%"


@pytest.mark.parametrize("text", _lines(LEVELS))
def test_a_level_has_no_direction(text: str) -> None:
    (quantity,) = read(text, "de")
    assert quantity.sign == ""


@pytest.mark.parametrize("text", _lines(UNREAD))
def test_a_change_in_a_direction_that_is_not_known_is_left_unread(text: str) -> None:
    assert figures(text) in ("", "5%")
    assert [one.text for one in unread(text, "de")] in (["5"], ["1.200"])


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("Die Prognose wurde von 5 auf 4 Prozent gesenkt.", "5%; 4%"),
        ("Die Mieten stiegen von 11,20 auf 12,80 Euro.", "11.2 EUR; 12.8 EUR"),
        ("Der Preis fiel um 25 Euro auf 95 Euro.", "-25 EUR; 95 EUR"),
        ("Das Ticket kostet 63 statt 58 Euro.", "63 EUR; 58 EUR"),
        ("Zwischen 4,8 und 5,2 Milliarden Euro.", "4.8 to 5.2 billion EUR"),
        ("Der Verlust ging auf 2 Millionen Euro zurück.", "-2 million EUR"),
        ("Ein Verlust in Höhe von 12 Millionen Euro.", "-12 million EUR"),
        ("Die Anleihe über 500 Millionen Euro läuft sieben Jahre.", "500 million EUR; 7 years"),
        ("Die Debatte um mehr als 5 Millionen Euro.", "more than 5 million EUR"),
        ("Der Wert stieg um bis zu 5 Prozent.", "up to 5%"),
    ],
)
def test_words_between_and_before_numbers_are_read(text: str, stated: str) -> None:
    assert figures(text) == stated


@pytest.mark.parametrize(
    "text",
    [
        "Am 3. Mai 2024 um 12.30 Uhr in Saal 101",
        "Er wohnt in 70173 Stuttgart, Hauptstraße 12.",
        "Die G7 und der A380",
        "Artikel 5 Absatz 3 des Grundgesetzes",
        "in den 1990er-Jahren",
        "am 24.02.2025",
    ],
)
def test_names_and_dates_are_neither_figures_nor_unread(text: str) -> None:
    assert figures(text) == ""
    assert unread(text, "de") == ()


@pytest.mark.parametrize(
    "text", ["Es kostet 1.5 Millionen Euro.", "Es waren TEUR 1.250.", "Es waren 1,234.5 Tonnen."]
)
def test_a_number_written_otherwise_is_unread(text: str) -> None:
    assert figures(text) == ""


def test_a_figure_of_a_part_is_not_chosen() -> None:
    chosen = choose("Von den 40 Werken schlossen die meisten.", "de")
    assert isinstance(chosen, ChoiceProblem)
