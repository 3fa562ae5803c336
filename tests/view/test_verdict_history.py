"""Show how a claim's page tells what editions did to its verdict."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from types import MappingProxyType

from briefing import view
from briefing.model.history import Change, History, Locked, Move
from briefing.model.pages import Page
from briefing.model.verdict import Verdict
from briefing.view.pages.claim import ClaimPage
from tests.view.briefings import Built, built, example

FIRST = Change("2025-02-24", "The first edition.", added=("capex-usd", "capex-plan"))
SECOND = Change(
    "2025-09-24",
    "A second article came.",
    moved=(Move("capex-usd", Verdict.UNSUPPORTED, Verdict.DISPUTED),),
)


def recorded(changes: Sequence[Change], **verdicts: Verdict) -> Built:
    """Give the example a history; `capex_usd` names `capex-usd` in the lock."""
    held = {name.replace("_", "-"): verdict for name, verdict in verdicts.items()}
    empty = MappingProxyType[str, str]({})
    locked = Locked(empty, MappingProxyType(held), MappingProxyType({})) if held else None
    briefing = example()
    history = History(locked, tuple(changes))
    return built(replace(briefing, content=replace(briefing.content, history=history)))


def turns(made: Built, claim: str = "capex-usd") -> list[tuple[str | None, str]]:
    page = view.page(made.site, f"claims/{claim}.html")
    assert isinstance(page, Page)
    assert isinstance(page.body, ClaimPage)
    return [(turn.day.iso if turn.day else None, turn.text) for turn in page.body.history]


def test_a_claim_comes_and_its_verdict_moves() -> None:
    made = recorded((FIRST, SECOND))
    assert turns(made) == [
        ("2025-02-24", "First recorded, as unsupported"),
        ("2025-09-24", "From unsupported to disputed"),
    ]
    html = made.html("claims/capex-usd.html")
    assert 'href="../changes.html#edition-2"' in html
    assert "A second article came." in html
    assert 'id="edition-2"' in made.html("changes.html")


def test_what_no_edition_holds_yet_is_told_as_such() -> None:
    made = recorded((FIRST,), capex_usd=Verdict.CORROBORATED)
    assert turns(made) == [
        ("2025-02-24", "First recorded, as corroborated"),
        (None, "From corroborated to disputed"),
    ]
    assert "no edition holds this yet" in made.html("claims/capex-usd.html")
    same = recorded((FIRST,), capex_usd=Verdict.DISPUTED)
    assert turns(same) == [("2025-02-24", "First recorded, as disputed")]


def test_a_renamed_claim_goes_on() -> None:
    before = replace(FIRST, added=("capex-dollars",))
    renamed = Change("2025-03-01", "Renamed.", added=("capex-usd",), removed=("capex-dollars",))
    made = recorded((before, renamed, SECOND), capex_dollars=Verdict.DISPUTED)
    assert [day for day, _ in turns(made)] == ["2025-02-24", "2025-09-24"]


def test_without_editions_there_is_no_history() -> None:
    made = recorded(())
    assert turns(made) == []
    assert "History of the verdict" not in made.html("claims/capex-usd.html")


def test_a_claim_that_no_edition_names_has_no_history() -> None:
    assert turns(recorded((FIRST, SECOND)), "capex-lags") == []


def test_an_edition_that_left_the_verdict_alone_gives_no_reason_for_it() -> None:
    later = Change("2025-09-24", "Other claims changed.", evidence=("capex-usd",))
    made = recorded((FIRST, later))
    assert turns(made)[-1] == ("2025-09-24", "Its evidence changed, its verdict did not")
    assert "Other claims changed." not in made.html("claims/capex-usd.html")


def test_a_withdrawn_claim_leads_to_the_one_that_it_is_part_of() -> None:
    briefing = example()
    one = briefing.content.claims["capex-usd"]
    claims = {**briefing.content.claims, "capex-usd": replace(one, aliases=("capex-sum",))}
    gone = Change("2025-09-24", "Two became one.", removed=("capex-sum", "capex-gone"))
    history = History(None, (FIRST, gone))
    content = replace(briefing.content, claims=MappingProxyType(claims), history=history)
    judgement = replace(briefing.judgements["capex-usd"], claim=claims["capex-usd"])
    judgements = MappingProxyType({**briefing.judgements, "capex-usd": judgement})
    html = built(replace(briefing, content=content, judgements=judgements)).html("changes.html")
    assert "<li>capex-gone</li>" in html
    assert "<li>capex-sum: now part of <a " in html
