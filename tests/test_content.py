"""This repository's own briefing: what its prose says of the verdicts is what they are."""

from __future__ import annotations

import re
from functools import cache
from pathlib import Path

from briefing import pipeline
from briefing.model.judged import Caveat, Judged, Judgement
from briefing.model.verdict import Verdict

ROOT = Path(__file__).parent.parent


@cache
def _judged() -> Judged:
    examined = pipeline.examine(ROOT)
    assert examined.site is not None
    return examined.site.judged


def _corroborated() -> list[Judgement]:
    return [one for one in _judged().judgements.values() if one.verdict is Verdict.CORROBORATED]


def _hanging_on_the_unnamed() -> list[Judgement]:
    (unnamed,) = {
        _judged().voice_of[one.id]
        for one in _judged().content.sources.values()
        if not one.publisher
    }
    return [one for one in _corroborated() if unnamed in one.pivotal]


def test_the_front_page_counts_what_hangs_on_few_articles() -> None:
    text = (ROOT / "content/index.md").read_text()
    hanging, corroborated = len(_hanging_on_the_unnamed()), len(_corroborated())
    software = sum(Caveat.AI_PIVOTAL in one.caveats for one in _corroborated())
    counts = re.findall(r"([0-9]+) of the ([0-9]+) corroborated claims", text)
    assert counts == [(str(one), str(corroborated)) for one in (hanging, software)]


def test_what_the_named_publishers_share_goes_back_to_alibaba() -> None:
    hanging = {one.claim.id for one in _hanging_on_the_unnamed()}
    for one in _corroborated():
        if one.claim.id not in hanging:
            relayed = one.kind == "attribution" or Caveat.ONE_ORIGIN in one.caveats
            assert relayed, one.claim.id


def test_narratives_begin_with_an_answer_and_its_findings() -> None:
    for path in (ROOT / "content/index.md", *sorted((ROOT / "content/topics").glob("*.md"))):
        answer, findings, *_ = path.read_text().split("\n\n")
        assert "\n" not in answer, path
        lines = findings.splitlines()
        assert 3 <= len(lines) <= 5, path
        assert all(re.fullmatch(r"- .*\[@[^]]+\].*", line) for line in lines), path
        assert len(_words(answer)) <= 30, path
        assert all(len(_words(line)) <= 18 for line in lines), [len(_words(x)) for x in lines]


def test_whatever_is_disputed_is_key() -> None:
    disputed = [one for one in _judged().judgements.values() if one.verdict is Verdict.DISPUTED]
    assert [one.claim.id for one in disputed if not one.claim.key and not one.claim.formula] == []


def test_a_speaker_without_a_name_speaks_in_one_article_alone() -> None:
    articles: dict[str, set[str]] = {}
    for claim in _judged().content.claims.values():
        for item in claim.items:
            if item.attributed_to and re.search("unnamed|not name", item.attributed_to):
                articles.setdefault(item.attributed_to, set()).add(item.source)
    assert len(articles) == 3
    assert {who for who, where in articles.items() if len(where) > 1} == set()


def test_no_key_claim_joins_two_statements_by_or() -> None:
    joined = [
        one.claim.id
        for one in _corroborated()
        if one.claim.key and re.search(r"\bor\b", one.claim.statement.text)
    ]
    assert joined == []


def test_our_own_words_have_typographic_apostrophes_and_quotation_marks() -> None:
    content = _judged().content
    told = [
        *(one.statement.text for one in content.claims.values()),
        *(one.note or "" for one in content.claims.values()),
        *(item.because or "" for one in content.claims.values() for item in one.items),
        *(note for one in content.sources.values() for note in one.notes),
        *(note for one in content.publishers.values() for note in one.notes),
        *(flag.text for one in content.publishers.values() for flag in one.flags),
        *(one.grade.because or "" for one in content.publishers.values()),
        *(one.why for one in content.history.changes),
        *(one.text for one in content.narratives.values()),
    ]
    assert [text for text in told if "'" in text or '"' in text] == []


def _words(text: str) -> list[str]:
    return re.sub(r"\[@[^]]*\]|^- ", "", text).split()
