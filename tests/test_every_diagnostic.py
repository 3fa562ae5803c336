"""Every diagnostic: an input that gives it, and the place, text and help that its author then reads.

`every_diagnostic.txt` holds them as a terminal shows them; `--update` writes it anew, to be read before it is
kept.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from pathlib import Path

import pytest

from briefing import load, pipeline, report
from briefing.diagnostics import CODES, Diagnostic, bounded
from tests.conftest import ProjectMaker

Files = Mapping[str, str | bytes]
EXPECTED = Path(__file__).parent / "every_diagnostic.txt"
CLAIMS = "content/claims/cost.yaml"
SOURCES = "content/sources.yaml"
ARTICLE = (
    "The quay cost €40 million in 2024, said the mayor. Nobody uses it now. It is long.\n"
    "The pier is new. The pier is new, they say. It did not fall 14% at all.\n"
    "Revenue 2024: 1,250 1,310 1,400\n"
)
BASE: Files = {
    "briefing.yaml": "title: T\ntopics: [{id: cost, title: Cost}]\n",
    SOURCES: "gazette: {title: A, file: a.txt, publisher: daily}\n",
    "content/publishers.yaml": "daily: {name: Daily}\n",
    CLAIMS: "topic: cost\nclaims:\n  one:\n    claim: It is long.\n    for: [{gazette: It is long}]\n",
    "content/index.md": "It is long. [@one]\n",
    "content/topics/cost.md": "It is long. [@one]\n",
    "seeds/a.txt": ARTICLE,
}
LONG = (
    "<p>"
    + "The council met on Monday and spoke of the harbour and of its quays at length. " * 12
    + "</p>"
)


def claims(text: str) -> Files:
    """Make a claims file of claims, which begin in its third line."""
    return {CLAIMS: f"topic: cost\nclaims:\n{text}"}


def claim(text: str) -> Files:
    """Make a claims file of the claim `one`, which begins in its third line."""
    return claims("  one:\n" + "".join(f"    {line}\n" for line in text.split("\n")))


def source(more: str, **files: str | bytes) -> Files:
    """Give the one source more keys, and the project more files in `seeds/`."""
    entry = f"gazette: {{title: A, file: a.txt, publisher: daily, {more}}}\n"
    return {SOURCES: entry, **{f"seeds/{name}": data for name, data in files.items()}}


def figured(quote: str, statement: str = "The quay cost €40 million.") -> Files:
    return claim(f"claim: {statement}\nquotes:\n  - {quote}")


OTHER = "herald: {title: B, file: %s, publisher: daily}\n"
CASES: Mapping[str, Files] = {
    "bad-encoding": {"seeds/a.txt": b"The quay\xff is long.\n"},
    "lock-broken": {"content/briefing.lock": "nonsense\n"},
    "file-missing": {SOURCES: f"{BASE[SOURCES]!s}{OTHER % 'b.txt'}"},
    "file-too-large": {"briefing.yaml": f"{BASE['briefing.yaml']!s}limits: {{article_bytes: 100}}\n"},
    "outside-project": {SOURCES: f"{BASE[SOURCES]!s}{OTHER % '../b.txt'}"},
    "yaml-syntax": claim('claim: It is.\nfor:\n  - gazette: "It" is long'),
    "yaml-refused": claim("claim: &x It is."),
    "yaml-cut": claim("claim: It is.\nfor:\n  - gazette: It is # long"),
    "schema-stale": {CLAIMS: f"# yaml-language-server: $schema=x.json\n{BASE[CLAIMS]!s}"},
    "duplicate-key": claim("claim: It is long.\nclaim: It is.\nfor: [{gazette: It is long}]"),
    "ignore-unused": claim("claim: It is.\n# briefing: ignore[sense-turned] why\nfor: [{gazette: It is long}]"),
    "ignore-wrong": claim("claim: It is. # briefing: ignore[sense-turnd] why\nfor: [{gazette: It is long}]"),
    "unknown-key": claim("clam: x\nclaim: It is long.\nfor: [{gazette: It is long}]"),
    "missing-key": claims("  one:\n    for: [{gazette: It is long}]\n"),
    "bad-value": claim("claim: It is long.\nkey: perhaps\nfor: [{gazette: It is long}]"),
    "bad-date": source("published: 2025-02-30"),
    "bad-period": claim("claim: It is.\nperiod: 2024-Q5\nfor: [{gazette: It is long}]"),
    "bad-id": claims("  One_:\n    claim: It is long.\n    for: [{gazette: It is long}]\n"),
    "duplicate-id": claims(
        "  one:\n    claim: It is.\n    for: [{gazette: It is long}]\n"
        "  two:\n    claim: It is.\n    aliases: [one]\n    for: [{gazette: It is long}]\n"
    ),
    "missing-because": figured("{source: gazette, quote: 'quay cost €40 million', period: 2023}"),
    "empty-claims": {"content/claims/more.yaml": "topic: cost\nclaims:\n"},
    "unknown-source": claim("claim: It is long.\nfor: [{gazete: It is long}]"),
    "unknown-publisher": {SOURCES: "gazette: {title: A, file: a.txt, publisher: dayly}\n"},
    "unknown-topic": {CLAIMS: str(BASE[CLAIMS]).replace("topic: cost", "topic: costs")},
    "unknown-entity": {
        "briefing.yaml": f"{BASE['briefing.yaml']!s}entities: {{acme: {{name: Acme}}}}\n",
        **claim("claim: It is long.\nentity: acne\nfor: [{gazette: It is long}]"),
    },
    "unknown-voice": {
        "content/publishers.yaml": "daily: {name: Daily, voice: press}\nweekly: {name: W, voice: pres}\n"
    },
    "unknown-claim": claim("claim: It is €80 million.\nformula: a * 2\ninputs: {a: two}"),
    "duplicate-source-file": {SOURCES: f"{BASE[SOURCES]!s}{OTHER % 'a.txt'}"},
    "derivation-cycle": source("derived_from: gazette"),
    "voice-cycle": {"content/publishers.yaml": "daily: {name: D, voice: b}\nb: {name: B, voice: daily}\n"},
    "article-doubtful": {
        SOURCES: f"{BASE[SOURCES]!s}{OTHER % 'b.html'}",
        "seeds/b.html": f"<article id=x>{LONG * 2}</article><article id=y>{LONG}</article>",
    },
    "article-empty": {SOURCES: f"{BASE[SOURCES]!s}{OTHER % 'b.txt'}", "seeds/b.txt": " \n"},
    "pdf-unread": {SOURCES: f"{BASE[SOURCES]!s}{OTHER % 'b.pdf'}", "seeds/b.pdf": b"no PDF"},
    "body-not-found": source("body: {starts: A quay}"),
    "body-ambiguous": source("body: {starts: The pier}"),
    "quote-not-found": claim("claim: It is long.\nfor: [{gazette: It was long}]"),
    "quote-ambiguous": claim("claim: It is new.\nfor: [{gazette: The pier is new}]"),
    "quote-cuts-word": claim("claim: It is long.\nfor: [{gazette: It is lon}]"),
    "quote-outside-body": {
        **source("body: {ends: uses it now.}"), **claim("claim: It is.\nfor: [{gazette: It is long}]")
    },
    "quote-empty": claim("claim: It is long.\nfor: [{gazette: '…'}]"),
    "duplicate-evidence": claim("claim: It is.\nfor: [{gazette: It is long}, {gazette: It is long}]"),
    "sense-turned": claim("claim: It is.\nfor: [{gazette: uses it now}]"),
    "number-unread": claim("claim: It has 12-ish 7up quays.\nfor: [{gazette: It is long}]"),
    "head-missing": figured("gazette: 'Revenue 2024: 1,250 1,310'", "Revenue was 1,250 million euros."),
    "head-unread": figured(
        "{source: gazette, quote: 'quay cost €40 million', head: It is long}"
    ),
    "unclaimed-figure": source("account: full", **{"a.txt": "It is long. It cost €40 million.\n"}),
    "unclaimed-sentence": source("account: full", **{"a.txt": "It is long. It was very dear indeed.\n"}),
    "stance-key": claim("claim: It is long.\nquotes: [{gazette: It is long}]"),
    "language-other": {
        **source("language: en", **{"a.txt": "Der Rat hat am Montag beschlossen, dass die Brücke nicht "
        "gebaut wird, weil das Geld fehlt und die Stadt es anders sieht. It is long.\n" * 4}),
        **claim("claim: It is.\nfor: [{gazette: Der Rat hat am Montag, prefix: long.}]"),
    },
    "translation-differs": {
        **source("language: fr", **{"a.txt": "Le quai a coûté 40 millions d'euros.\n"}),
        **figured("{source: gazette, quote: a coûté 40 millions, translation: it cost €46 million}"),
    },
    "language-unread": source("language: sv"),
    "language-untranslated": {"briefing.yaml": f"{BASE['briefing.yaml']!s}language: sv\n"},
    "figure-ambiguous": claim("claim: It cost €40 million, not €46 million.\nquotes: []"),
    "figure-missing": figured("gazette: It is long"),
    "figure-not-in-quote": figured("{source: gazette, quote: cost €40 million, figure: €41 million}"),
    "figure-not-in-statement": claim("claim: It cost €40 million.\nfigure: €41 million\nquotes: []"),
    "figure-before-period-ends": {
        **source("published: 2024-02-24"),
        **claim("claim: It cost €40 million.\nperiod: 2024\nquotes: [{gazette: cost €40 million in 2024}]"),
    },
    "formula-wrong": claims(
        "  one:\n    claim: It cost €40 million.\n    quotes: [{gazette: cost €40 million}]\n"
        "  two:\n    claim: It is €80 million.\n    formula: open(a)\n    inputs: {a: one}\n"
    ),
    "formula-result": claims(
        "  one:\n    claim: It cost €40 million.\n    quotes: [{gazette: cost €40 million}]\n"
        "  two:\n    claim: It is €90 million.\n    formula: a * 2\n    inputs: {a: one}\n"
    ),
    "formula-cycle": claims(
        "  one:\n    claim: It is €80 million.\n    formula: a * 2\n    inputs: {a: two}\n"
        "  two:\n    claim: It is €40 million.\n    formula: a / 2\n    inputs: {a: one}\n"
    ),
    "period-differs": claim("claim: It cost €40 million.\nperiod: 2023\nquotes: [{gazette: cost €40 million in 2024}]"),
    "wording-differs": claim("claim: The old quay cost €40 million.\nquotes: [{gazette: The quay cost €40 million}]"),
    "support-differs": {
        **source("language: en", **{"a.txt": "It cost €41 million. It cost €49 million. It is long.\n"}),
        **claim(
            "claim: It cost more than €40 million.\n"
            "quotes: [{gazette: cost €41 million}, {gazette: cost €49 million}]"
        ),
    },
    "scope-differs": {
        **source("language: en", **{"a.txt": "It plans to spend €40 million.\n"}),
        **figured("gazette: It plans to spend €40 million", "It spent €40 million."),
    },
    "source-retracted": source("retracted: 2031-06-01"),
    "quote-denies": figured("gazette: It did not fall 14% at all", "It fell 14%."),
    "figures-contradict": claim("claim: It cost €46 million.\nfigure: none\nfor: [{gazette: The quay cost €40 million}]"),
    "source-changed": {
        "content/briefing.lock": f"claim one unsupported\nsource gazette {'0' * 64}\n",
        "content/changes.yaml": "- {date: 2031-05-06, why: First.}\n",
    },
    "verdict-moved": {
        "content/briefing.lock": "claim one corroborated\n",
        "content/changes.yaml": "- {date: 2031-05-06, why: First.}\n",
    },
    "review-void": claim(
        "claim: It is long.\nreviewed: {by: A, on: 2031-05-06, digest: '0123'}\n"
        "for: [{gazette: It is long}]"
    ),
    "citation-unknown": {"content/index.md": "It is. [@two]\n"},
    "citation-malformed": {"content/index.md": "It is. [@one two]\n"},
    "unbound-figure": {"content/index.md": "It cost €40 million.\n"},
    "figure-differs": {"content/index.md": "It cost €40 million. [@one]\n"},
    "narrative-missing": {"briefing.yaml": "title: T\ntopics: [{id: cost, title: C}, {id: more, title: M}]\n"},
    "answer-missing": {"content/index.md": "It is long. [@one]\n\n## Why\n\nIt is. [@one]\n"},
    "unsafe-link": {"content/index.md": "It is [long](javascript:x). [@one]\n"},
    "template-error": {"templates/404.html": "{{ nothing.here }}\n"},
    "page-collision": {
        "briefing.yaml": "title: T\ntopics: [{id: cost, title: C}, {id: method, title: M}]\n",
        "content/topics/method.md": "So.\n",
    },
    "bad-file-name": {"static/con.css": ""},
}  # fmt: skip


_LANGUAGES = re.compile(r"(languages that are read: ).*")
"""The list grows with the tables."""


def first(root: Path, code: str) -> tuple[Diagnostic, ...]:
    found = pipeline.check(root).found
    return tuple(one for one in found if one.code == code)[:1]


def test_every_code_is_here_or_has_a_test_of_its_own() -> None:
    here, folder = Path(__file__), Path(__file__).parent
    others = [path.read_text() for path in folder.rglob("test_*.py") if path != here]
    for code in CODES.keys() - CASES.keys():
        assert any(f'"{code}' in text or f"[{code}]" in text for text in others), code
    assert CASES.keys() <= CODES.keys()


def held() -> dict[str, str]:
    blocks = EXPECTED.read_text().split("=== ")[1:] if EXPECTED.exists() else []
    return {code: text for code, _, text in (block.partition("\n") for block in blocks)}


@pytest.mark.parametrize("code", CASES)
def test_its_place_text_and_help(code: str, project: ProjectMaker, update: bool) -> None:
    root = project({**BASE, **CASES[code]})
    found = first(root, code)
    assert found, (
        f"{code} is not found: {[one.code for one in bounded(pipeline.check(root).found)[0]]}"
    )
    shown = _LANGUAGES.sub(r"\1…", report.text(found, load.line_reader(root)))
    if update:
        kept = {**held(), code: shown}
        text = "".join(f"=== {name}\n{kept[name]}" for name in CASES if name in kept)
        EXPECTED.write_text(text)
    assert shown == held()[code]
