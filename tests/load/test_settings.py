"""`briefing.yaml`: its defaults, every key, and each refusal at its place."""

from __future__ import annotations

from textwrap import dedent

import pytest

from briefing.diagnostics import Severity
from briefing.language import languages
from briefing.load.settings import is_date, read_settings
from briefing.model.content import Limits

BASE = "title: T\ntopics: [{id: a, title: A}]\n"


def test_defaults() -> None:
    settings, found = read_settings(BASE)
    assert found == ()
    assert settings is not None
    assert [(topic.id, topic.title, topic.at.line) for topic in settings.topics] == [("a", "A", 2)]
    assert (settings.language, settings.publish, settings.corroboration_voices) == (
        "en", "excerpts", 2,
    )  # fmt: skip
    assert (settings.as_of, settings.site_url) == (None, None)
    assert (dict(settings.entities), dict(settings.severities)) == ({}, {})


def test_every_key() -> None:
    settings, found = read_settings(
        dedent("""\
        title: A briefing
        topics:
          - {id: cost, title: Cost}
          - {id: use, title: Use}
        as_of: 2025-10-01
        language: en-GB
        site_url: https://example.org/briefing/
        corrections: https://github.com/mill/papers
        publish: links
        corroboration: {voices: 3}
        entities:
          mill: {name: The Mill, fiscal_year_end: "03-31", speakers: [the mill's board]}
          bank:
        severities: {sense-turned: error, empty-claims: off}
        """)
    )
    assert found == ()
    assert settings is not None
    assert [topic.id for topic in settings.topics] == ["cost", "use"]
    assert (settings.as_of, settings.language, settings.publish) == ("2025-10-01", "en-GB", "links")
    assert settings.site_url == "https://example.org/briefing/"
    assert settings.corrections == "https://github.com/mill/papers"
    assert settings.corroboration_voices == 3
    mill, bank = settings.entities["mill"], settings.entities["bank"]
    assert (mill.name, mill.fiscal_year_end) == ("The Mill", "03-31")
    assert (bank.name, bank.fiscal_year_end) == ("bank", None)
    assert (mill.speakers, bank.speakers) == (("the mill's board",), ())
    assert dict(settings.severities) == {
        "sense-turned": Severity.ERROR, "empty-claims": Severity.OFF,
    }  # fmt: skip


@pytest.mark.parametrize(
    ("text", "line", "column", "code", "message"),
    [
        ("title: T", 1, 1, "missing-key", "missing key 'topics'"),
        ("title: [x]\ntopics: []", 1, 8, "bad-value", "must be text"),
        ("title: T\ntopics: [a]", 2, 10, "bad-value", "must be a mapping"),
        ("title: T\ntopics: [{id: a}]", 2, 10, "missing-key", "missing key 'title'"),
        ("title: T\ntopics: [{id: a, title: A}, {id: a, title: B}]", 2, 34, "duplicate-id",
         "duplicate id 'a'"),
        ("title: T\ntopics: [{id: A b, title: A}]", 2, 15, "bad-id",
         "the id 'A b' is not kebab-case (a-z, 0-9 and single hyphens)"),
        (f"{BASE}titel: x", 3, 1, "unknown-key", "unknown key 'titel'"),
        (f"{BASE}as_of: 2025-02", 3, 8, "bad-date", "invalid date '2025-02'"),
        (f"{BASE}corroboration: {{voices: 1}}", 3, 25, "bad-value",
         "must be at least 2: one voice cannot corroborate a claim"),
        (f"{BASE}corroboration: {{voices: two}}", 3, 25, "bad-value", "must be a whole number"),
        (f"{BASE}corroboration: 3", 3, 16, "bad-value", "must be a mapping"),
        (f"{BASE}corrections: the desk", 3, 14, "bad-value",
         "must be a mail address or the address of a repository"),
        (f"{BASE}corrections: desk@example.org?cc=x@y.org", 3, 14, "bad-value",
         "must be a mail address or the address of a repository"),
        (f"{BASE}corrections: javascript://github.com/", 3, 14, "bad-value",
         "must be a mail address or the address of a repository"),
        (f"{BASE}site_url: ftp://x", 3, 11, "bad-value", "must begin with https:// or http://"),
        (f"{BASE}site_url: https://", 3, 11, "bad-value", "must begin with https:// or http://"),
        (f"{BASE}site_url: https://:80/", 3, 11, "bad-value", "must name a host"),
        (f"{BASE}site_url: https://a.org:x/", 3, 11, "bad-value", "must name a host"),
        (f"{BASE}site_url: https://[a.org/", 3, 11, "bad-value", "must name a host"),
        (f"{BASE}site_url: https://a.org/my notes/", 3, 11, "bad-value",
         "an address cannot contain a space"),
        (f"{BASE}site_url: https://a.org/<b>/", 3, 11, "bad-value",
         "an address cannot contain <"),
        (f"{BASE}site_url: https://a.org/?x=1", 3, 11, "bad-value",
         "must be the address of a folder, without a query or a fragment"),
        (f"{BASE}site_url: https://a.org/?", 3, 11, "bad-value",
         "must be the address of a folder, without a query or a fragment"),
        (f"{BASE}site_url: https://a.org/#top", 3, 11, "bad-value",
         "must be the address of a folder, without a query or a fragment"),
        (f"{BASE}site_url: https://a.org/notes/Index.HTML", 3, 11, "bad-value",
         "must be the address of a folder, not of a page"),
        (f"{BASE}publish: some", 3, 10, "bad-value", "must be one of excerpts, full, links"),
        (f"{BASE}entities: {{m: {{fiscal_year_end: 02-30}}}}", 3, 33, "bad-date",
         "invalid month and day '02-30'"),
        (f"{BASE}entities: {{m: {{fiscal_year_end: 31-03}}}}", 3, 33, "bad-date",
         "invalid month and day '31-03'"),
        (f"{BASE}entities: {{m: {{speakers: [Ann Lee]}}, n: {{speakers: [ann  lee]}}}}", 3, 52,
         "bad-value", "'ann  lee' speaks for m already"),
        (f"{BASE}entities: {{The Mill: {{}}}}", 3, 12, "bad-id",
         "the id 'The Mill' is not kebab-case (a-z, 0-9 and single hyphens)"),
        (f"{BASE}severities: {{file-missing: warning}}", 3, 14, "bad-value",
         "'file-missing' must stay an error"),
        (f"{BASE}severities: {{quote-not-found: off}}", 3, 14, "bad-value",
         "'quote-not-found' can be lowered but not turned off"),
        (f"{BASE}severities: {{sense-turnd: error}}", 3, 14, "bad-value",
         "there is no code 'sense-turnd'"),
        (f"{BASE}severities: {{sense-turned: loud}}", 3, 28, "bad-value",
         "must be one of error, warning, note, off"),
    ],
)  # fmt: skip
def test_what_is_wrong_with_the_settings(
    text: str, line: int, column: int, code: str, message: str
) -> None:
    settings, (found,) = read_settings(text)
    assert settings is None
    assert (found.at.file, found.at.line, found.at.column) == ("briefing.yaml", line, column)
    assert (found.code, found.message) == (code, message)


def test_all_mistakes_are_told_at_once() -> None:
    _, found = read_settings(f"{BASE}as_of: never\nsite_url: nowhere\nseverities: {{x: off}}\n")
    assert [one.code for one in found] == ["bad-date", "bad-value", "bad-value"]


def test_a_wrong_kind_of_value_hides_no_other_mistake() -> None:
    text = f"{BASE}publish: [all]\nas_of: never\nsite_url: nowhere\ncorroboration: {{voices: 1}}\n"
    settings, found = read_settings(text)
    assert settings is None
    assert [one.code for one in found] == ["bad-value", "bad-date", "bad-value", "bad-value"]


@pytest.mark.parametrize(
    ("text", "expected"),
    [("2025-02-24", True), ("2024-02-29", True), ("2025-02-29", False), ("20250224", False),
     ("2025-W09-1", False), ("2025-02", False), ("", False)],
)  # fmt: skip
def test_days(text: str, expected: bool) -> None:
    assert is_date(text) is expected


def test_a_language_that_is_not_read_is_a_warning_at_its_key() -> None:
    settings, (found, untranslated) = read_settings(f"{BASE}language: tlh")
    assert settings is not None
    assert settings.language == "tlh"
    hint = "languages that are read: " + ", ".join(sorted(languages()))
    assert (found.code, found.severity) == ("language-unread", Severity.WARNING)
    assert (found.at.line, found.at.column, found.hint) == (3, 1, hint)
    assert untranslated.code == "language-untranslated"


def test_pages_without_words_in_their_language_are_noted() -> None:
    _, (_, found) = read_settings(f"{BASE}language: sv-FI")
    assert (found.code, found.severity) == ("language-untranslated", Severity.NOTE)
    assert (
        found.message == "the labels and sentences of the pages are in English and not in 'sv-FI'"
    )
    assert read_settings(f"{BASE}language: en-GB")[1] == ()
    assert read_settings(f"{BASE}language: de-AT")[1] == ()


def test_limits() -> None:
    settings, found = read_settings(BASE + "limits: {article_bytes: 16_000_000}\n")
    assert (found, settings and settings.limits) == ((), Limits(16_000_000, 150_000))
    settings, (one,) = read_settings(BASE + "limits: {html_elements: 0}\n")
    assert settings is None
    assert (one.code, one.at.line, one.at.column) == ("bad-value", 3, 25)
    _, (one,) = read_settings(BASE + "limits: {html_element: 1}\n")
    assert (one.code, one.hint) == ("unknown-key", "did you mean 'html_elements'?")
