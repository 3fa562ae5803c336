"""The style sheet: contrast of every pair of colours in light and dark, and its size."""

from __future__ import annotations

import gzip
import re
from collections.abc import Iterable
from pathlib import Path

import pytest

from briefing import resources
from briefing.model.figures import Outcome
from briefing.model.judged import Stance
from briefing.model.verdict import Verdict

STYLE = (resources.static() / "style.css").read_text("utf-8")
TEXT = ["ink", "muted", "accent", "corroborated", "disputed", "unsupported"]
PRINTED = {"--title", "--reminder", "--address"}
"""What is set on paper alone."""
MARKED = ["supports-tint", "disputes-tint", "mentions-tint", "target"]
PAIRS = [
    *((front, back) for front in TEXT for back in ("paper", "raised")),
    *(("ink", back) for back in MARKED),
    ("accent", "target"),
    *((front, "mentions-tint") for front in ("muted", "accent", "disputed")),
    ("disputed", "target"),
]
"""Every text colour on every ground that it appears on."""


def colours(scheme: str) -> dict[str, str]:
    """Read what each name stands for in `light`, `dark`, or `fallback` for older browsers."""
    fallback = dict(re.findall(r"--([\w-]+): (#[0-9a-f]{6});", STYLE))
    both = re.findall(r"--([\w-]+): light-dark\((#[0-9a-f]{6}), (#[0-9a-f]{6})\);", STYLE)
    assert {name for name, *_ in both} == set(fallback)
    return {
        "fallback": fallback,
        "light": {name: light for name, light, _ in both},
        "dark": {name: dark for name, _, dark in both},
    }[scheme]


def luminance(colour: str) -> float:
    """Give the relative luminance of `#rrggbb` (WCAG 2.2, relative luminance)."""
    channels = (int(colour[n : n + 2], 16) / 255 for n in (1, 3, 5))
    linear = [c / 12.92 if c <= 0.04045 else ((c + 0.055) / 1.055) ** 2.4 for c in channels]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]


def contrast(one: str, other: str) -> float:
    """Give the contrast ratio of two colours (WCAG 2.2, contrast ratio)."""
    darker, lighter = sorted((luminance(one), luminance(other)))
    return (lighter + 0.05) / (darker + 0.05)


@pytest.mark.parametrize("scheme", ["light", "dark", "fallback"])
@pytest.mark.parametrize(("front", "back"), PAIRS)
def test_every_pair_of_colours_can_be_read(front: str, back: str, scheme: str) -> None:
    named = colours(scheme)
    assert contrast(named[front], named[back]) >= 4.5


def test_light_is_the_same_where_light_dark_is_unknown() -> None:
    assert colours("light") == colours("fallback")


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_passages_that_are_targets_stand_out_from_those_that_are_not(scheme: str) -> None:
    named = colours(scheme)
    assert len({named[name] for name in [*MARKED, "paper"]}) == len(MARKED) + 1


@pytest.mark.parametrize(
    ("kind", "values"),
    [("verdict", Verdict), ("stance", [*Stance, "unexamined"]), ("outcome", Outcome)],
)
def test_each_verdict_stance_and_outcome_has_a_glyph_of_its_own(
    kind: str, values: Iterable[str]
) -> None:
    glyphs = {
        name: glyph
        for names, glyph in re.findall(
            r"^(\..*) \{ --glyph: var\(--([\w-]+)\); \}", STYLE, re.MULTILINE
        )
        for name in names.replace(".", "").split(", ")
    }
    assert f".{kind}::before" in STYLE
    drawn = [glyphs[value] for value in values]
    assert len(set(drawn)) == len(drawn)


def test_colours_are_named_once() -> None:
    rules = STYLE.split("/* Type and page */")[1]
    assert not re.findall(r"#[0-9a-f]{3,8}\b", rules)


def test_every_name_is_used_and_every_use_has_its_name() -> None:
    named = set(re.findall(r"(?:^|\{)\s*--([\w-]+):", STYLE, re.MULTILINE))
    assert named == set(re.findall(r"var\(--([\w-]+)\)", STYLE))


def test_the_style_sheet_is_small_and_fetches_nothing() -> None:
    assert len(gzip.compress(STYLE.encode())) <= 10 * 1024
    named = STYLE.replace("xmlns='http://www.w3.org/2000/svg'", "")
    assert not re.search(r"url\((?!\"data:image/svg\+xml,)|@import|@font-face|https?:", named)


OF_PROGRAMS = {"use strict", "Escape", ".endnotes li", ".endnotes details"}
"""Texts of scripts that look like words and that no reader sees."""


@pytest.mark.parametrize(
    "script", sorted(resources.static().glob("*.js")), ids=lambda path: path.name
)
def test_a_script_takes_its_words_from_the_page(script: Path) -> None:
    """No text that a reader would see: a capital with a word behind it, or several words."""
    code = re.sub(r"//.*", "", script.read_text("utf-8"))
    texts = [one[1] for one in re.finditer(r"""(?:"([^"\n]*)"|`([^`]*)`)""", code) if one[1]]
    words = [text for text in texts if re.search(r"^[A-Z][a-z]+(?: |$)|[a-z]{2} [a-z]{2}", text)]
    assert [text for text in words if text not in OF_PROGRAMS] == []


def test_parts_have_no_left_and_right_that_a_language_could_turn_round() -> None:
    turned = re.sub(r'(?m)^\[dir="rtl"\].*$', "", STYLE)
    sides = r"(?:margin|padding|border)-(?:left|right)|(?:float|clear|text-align): (?:left|right)"
    assert re.findall(rf"{sides}|[;{{] (?:left|right):", turned) == []
    four = re.findall(r"(?:margin|padding): [^ ;(]+ ([^ ;(]+) [^ ;(]+ ([^ ;(]+);", turned)
    assert [one for one in four if one[0] != one[1]] == []


def test_every_name_of_the_style_sheet_is_described() -> None:
    described = (resources.static().parent / "docs/themes.md").read_text("utf-8")
    names = set(re.findall(r"^ *(--[\w-]+):", STYLE, re.MULTILINE)) - PRINTED
    assert names == set(re.findall(r"`(--[\w-]+)`", described))
