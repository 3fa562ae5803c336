"""Forms: every mistake at its place, unknown keys passed over, near words suggested."""

from __future__ import annotations

import pytest

from briefing.load.keys import ClaimForm, SettingsForm
from briefing.located import decode, decoding, parse, salvage


def mistakes(text: str, form: type) -> list[tuple[str, int, int, str | None]]:
    root, found = parse(text, "f.yaml")
    assert root is not None
    assert found == ()
    _, wrong = decode(root, form)
    return [(one.code, one.at.line, one.at.column, one.hint) for one in wrong]


def test_every_mistake_is_reported_at_once() -> None:
    text = "clam: x\nkind: opinoin\nkey: perhaps\naliases: one\n"
    assert sorted(mistakes(text, ClaimForm)) == [
        ("bad-value", 2, 7, "did you mean 'opinion'?"),
        ("bad-value", 3, 6, None),
        ("bad-value", 4, 10, None),
        ("unknown-key", 1, 1, "did you mean 'claim'?"),
    ]


def test_an_unknown_key_does_not_cost_the_entry() -> None:
    root, _ = parse("claim: x\nkei: true\nfor: []\n", "f.yaml")
    assert root is not None
    form, wrong = decode(root, ClaimForm)
    assert form is not None
    assert form.claim == "x"
    assert [one.hint for one in wrong] == ["did you mean 'key'?"]


def test_nested_mistakes_are_placed_in_their_own_line() -> None:
    text = "title: t\ntopics:\n  - id: a\n    titel: A\n  - {id: b, title: B}\n"
    assert sorted(mistakes(text, SettingsForm)) == [
        ("unknown-key", 4, 5, "did you mean 'title'?"),
    ]


def test_a_missing_key_beside_a_strange_one_is_a_mistake_of_its_own() -> None:
    text = "title: t\ntopics:\n  - titel: A\n  - {id: b, titel: B, colour: red}\n"
    assert sorted(mistakes(text, SettingsForm)) == [
        ("missing-key", 3, 5, None),
        ("unknown-key", 3, 5, "did you mean 'title'?"),
        ("unknown-key", 4, 13, "did you mean 'title'?"),
        ("unknown-key", 4, 23, None),
    ]


def test_a_text_where_a_mapping_belongs() -> None:
    assert mistakes("title: t\ntopics: []\ncorroboration: 3\n", SettingsForm) == [
        ("bad-value", 3, 16, None)
    ]


def test_what_is_left_without_the_values_that_are_wrong() -> None:
    text = "claim: x\nkind: guess\nkei: 1\naliases: [a, [b], {c: d}]\nnote: fine\n"
    root, _ = parse(text, "f.yaml")
    assert root is not None
    rest = salvage(root, ClaimForm)
    assert rest is not None
    assert (rest.claim, rest.kind, rest.aliases, rest.note) == ("x", None, (), "fine")
    hopeless, _ = parse("kind: guess\n", "f.yaml")
    assert hopeless is not None
    assert salvage(hopeless, ClaimForm) is None


def test_the_schema_of_a_form_is_made_once_however_many_keys_are_unknown(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    made: list[type] = []
    make = decoding.schema

    def counted(form: type) -> dict[str, object]:
        made.append(form)
        return make(form)

    monkeypatch.setattr(decoding, "_SCHEMAS", {})
    monkeypatch.setattr(decoding, "schema", counted)
    wrong = mistakes("claim: x\n" + "".join(f"kay{i}: y\n" for i in range(50)), ClaimForm)
    assert len(wrong) == 50
    assert made == [ClaimForm]
