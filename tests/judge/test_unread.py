"""Numbers that are not read: which are told, with what place, and what they keep from speaking."""

from __future__ import annotations

import pytest

from briefing.judge.stances import Stated, claim_figure
from briefing.judge.unread import (
    as_read,
    check_statement,
    check_unread,
    unread_in_quote,
    unread_in_statement,
)
from briefing.model.figures import Figure, Obstacle, Part
from briefing.model.judged import Stance
from tests.judge.reading import claim, place, source


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("claim: It won seven of the last eight games.", ["seven"]),
        ("claim: It won seven of the last eight games.\nfigure: none", []),
        ("claim: It won seven of the last eight games 5%.\nfigure: 5%", []),
        ("claim: It won 5% on 5 May 2025.", []),
    ],
)
def test_numbers_of_a_statement(text: str, numbers: list[str]) -> None:
    assert [one.text for one in unread_in_statement(claim(text), "en")] == numbers


@pytest.mark.parametrize(
    ("quote", "figure", "numbers"),
    [
        ("Sales rose 5% to 24,506.81", "", ["24,506.81"]),
        ("Sales rose 5% as it closed at 24,506.81", ", figure: 5%", []),
        ("Sales rose 5% to 24,506.81", ", figure: 5%", ["24,506.81"]),
        ("Sales rose 24,506.81 to 5%", ", figure: 5%", ["24,506.81"]),
        ("Sales rose 5%, 24,506.81", ", figure: 9%", ["24,506.81"]),
        ("Sales rose 5% on 5 May", "", []),
    ],
)
def test_numbers_of_a_quote(quote: str, figure: str, numbers: list[str]) -> None:
    item = claim(f"claim: It is.\nquotes:\n  - {{source: a, quote: '{quote}'{figure}}}").items[0]
    assert [one.text for one in unread_in_quote(item, source(""))] == numbers


def test_they_are_told_where_they_are() -> None:
    read = claim("claim: It won seven of eleven.")
    (found,) = check_statement(read, unread_in_statement(read, "en"))
    assert (found.code, place(found)) == ("number-unread", (4, 19))
    assert found.message.startswith("'seven' and 'eleven' are neither read")
    assert list(check_unread(read.statement, (), "")) == []


def test_nothing_speaks_beside_them() -> None:
    read = claim("claim: It rose 5%.\nquotes:\n  - a: rose 5% as it closed at 2,406.81")
    (item,) = read.items
    given = Stated(Stance.SUPPORTS)
    one, (warned,) = as_read((given, ()), None, item, source(""), ())
    assert one == given
    assert warned.code == "number-unread"
    numbers = unread_in_quote(item, source(""))
    opened, _ = as_read((given, ()), None, item, source(""), numbers)
    assert opened == Stated(Stance.MENTIONS)


def test_a_figure_beside_them_is_not_comparable() -> None:
    read = claim("claim: It rose 5%.\nquotes:\n  - a: rose 5% as it closed at 2,406.81")
    figure, _ = claim_figure(read, "en")
    assert isinstance(figure, Figure)
    one, _ = as_read((Stated(Stance.DISPUTES, figure), ()), figure, read.items[0], source(""), ())
    assert one is not None
    assert one.stance is Stance.MENTIONS
    assert one.comparison is not None
    assert one.comparison.why == Obstacle(Part.NUMBER, None, "2,406.81")
