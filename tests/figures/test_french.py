"""Show what the reader of French makes of words around figures, and what it leaves unread."""

from __future__ import annotations

import pytest

from briefing.figures import choose, read, shown, unread
from briefing.language.messages import ENGLISH
from briefing.model.figures import ChoiceProblem


def figures(text: str) -> str:
    return "; ".join(shown(quantity, ENGLISH) for quantity in read(text, "fr"))


FALLING = """
Le chiffre d'affaires a reculé de 5 % l'an dernier.
Les actions du groupe ont dévissé mercredi de 5 %.
Le titre a lâché 5 %.
Les coûts ont diminué de 5 %.
Les analystes attendaient un recul de 5 %.
Le chiffre d'affaires était inférieur de 5 % à celui de l'an dernier.
Le groupe veut réduire sa production de 5 % d'ici 2030.
L'économie devrait se contracter de 5 %.
Il a vendu 5 % de voitures en moins.
Les ventes affichent un repli de 5 %.
Les ventes sont en baisse de 5 %.
Les ventes ont enregistré une forte baisse de 5 %.
La baisse des ventes en Europe est de 5 %.
Le cours a cédé mardi 5 %.
Les ventes ont fléchi de près de 5 %.
Le PIB s'est contracté d'environ 5 %.
Les ventes, en recul de 5 %, inquiètent.
Les prix baissent de 5 %.
Les prix baisseront de 5 %.
Ces stocks ont fondu, en chute de 5 %.
Une croissance négative de 5 % a été enregistrée.
Les ventes sont 5 % plus faibles qu'en 2023.
La banque centrale a abaissé son taux directeur de 5 %.
Les prix reculèrent de 5 %.
La température était de moins 5 %.
"""
RISING = """
Le chiffre d'affaires a progressé de 5 %.
Les ventes ont bondi en un an de 5 %.
Les coûts ont augmenté de 5 %.
Les prix ont grimpé de 5 %.
Le titre s'adjuge 5 %.
Une hausse de 5 % par rapport à l'an dernier.
Le chiffre d'affaires est supérieur de 5 % à celui de 2023.
La croissance est de 5 %.
L'action prenait 5 % à l'ouverture.
Le dividende sera relevé de 5 %.
Les ventes ont crû de 5 %.
Le groupe a augmenté ses prix en Europe de 5 %.
Les ventes ont progressé de 5 % de plus que prévu.
"""
LEVELS = """
Le chiffre d'affaires est tombé à 5 %.
L'inflation a reculé à 5 %.
La part est de 5 %.
Le chômage a baissé à un taux de 5 %.
L'État détient une participation de 5 %.
Il y eut une baisse à 5 %.
Sa part atteint 5 %.
Le taux d'intérêt reste à 5 %.
"""
UNREAD = """
Les ventes ont varié de 5 %.
Les ventes ont zigzagué de 5 %.
"""


def _lines(text: str) -> list[str]:
    return text.strip().splitlines()


@pytest.mark.parametrize("text", _lines(FALLING))
def test_what_falls_is_negative(text: str) -> None:
    assert "-5%" in figures(text)


@pytest.mark.parametrize("text", _lines(RISING))
def test_what_rises_is_not(text: str) -> None:
    (quantity,) = read(text, "fr")
    assert quantity.sign == "+"
    assert shown(quantity, ENGLISH) == "5%"


@pytest.mark.parametrize("text", _lines(LEVELS))
def test_a_level_has_no_direction(text: str) -> None:
    (quantity,) = read(text, "fr")
    assert quantity.sign == ""


@pytest.mark.parametrize("text", _lines(UNREAD))
def test_a_change_in_a_direction_that_is_not_known_is_left_unread(text: str) -> None:
    assert figures(text) == ""
    assert [one.text for one in unread(text, "fr")] == ["5"]


@pytest.mark.parametrize(
    ("text", "stated"),
    [
        ("La prévision a été abaissée de 5 % à 4 %.", "5%; 4%"),
        ("Les loyers sont passés de 11,20 à 12,80 euros.", "11.2 EUR; 12.8 EUR"),
        ("Le prix a baissé de 25 euros, à 95 euros.", "-25 EUR; 95 EUR"),
        ("Le billet coûte 63 euros au lieu de 58 euros.", "63 EUR; 58 EUR"),
        ("Entre 4,8 et 5,2 milliards d'euros.", "4.8 to 5.2 billion EUR"),
        ("La perte s'est réduite à 2 millions d'euros.", "-2 million EUR"),
        ("Une perte d'un montant de 12 millions d'euros.", "-12 million EUR"),
        ("La perte nette s'élève à 12 millions d'euros.", "-12 million EUR"),
        ("La perte a été de 12 millions d'euros.", "-12 million EUR"),
        ("L'emprunt de 500 millions d'euros court sur sept ans.", "500 million EUR; 7 years"),
        ("Le chiffre d'affaires a augmenté de 8 %, à 3 milliards d'euros.", "8%; 3 billion EUR"),
        ("Le bénéfice a reculé de 8 %, à 3 milliards d'euros.", "-8%; 3 billion EUR"),
        (
            "Un bénéfice de 3 M€, contre une perte de 2 M€ un an plus tôt.",
            "3 million EUR; -2 million EUR",
        ),
        ("Le résultat net ressort à 1 234,5 M€.", "1.2345 billion EUR"),
        ("Les ventes ont baissé de 3 à 4 %.", "4%"),
        ("Une baisse de 3 à 4 % est attendue.", "-4 to -3%"),
        ("Il a investi près de 1,5 Md$ dans trois usines.", "about 1.5 billion USD; 3 plants"),
        ("Une hausse de 25 points de base.", "0.25 percentage points"),
        ("Un peu moins d'un million de clients.", "less than 1 million customers"),
        ("Une trentaine d'usines.", "about 30 plants"),
        ("Un taux compris entre 2 % et 3 %.", "2 to 3%"),
    ],
)
def test_words_between_and_before_numbers_are_read(text: str, stated: str) -> None:
    assert figures(text) == stated


@pytest.mark.parametrize(
    "text",
    [
        "Le 3 mai 2024 à 12 h 30, salle 101",
        "Il habite 12 rue de la Paix, 75002 Paris.",
        "Le G7 et l'A380",
        "L'article 5 alinéa 3 de la loi",
        "dans les années 1990",
        "le 24/02/2025",
        "le XXe siècle, le 2e étage, la 3ème fois",
        "le 1er janvier",
        "la loi n° 2024-12 du 3 mars",
        "le CAC 40 et le Boeing 737",
    ],
)
def test_names_and_dates_are_neither_figures_nor_unread(text: str) -> None:
    assert figures(text) == ""
    assert unread(text, "fr") == ()


@pytest.mark.parametrize("text", ["Il coûte 1.5 million d'euros.", "Le taux est de 1.5 %."])
def test_a_number_written_otherwise_is_unread(text: str) -> None:
    assert figures(text) == ""
    assert unread(text, "fr") != ()


def test_a_figure_of_a_part_is_not_chosen() -> None:
    chosen = choose("Sur les 40 usines, la plupart ont fermé.", "fr")
    assert isinstance(chosen, ChoiceProblem)
