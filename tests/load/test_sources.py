"""`sources.yaml`: short and long forms, what `unknown` means, and each refusal at its place."""

from __future__ import annotations

from textwrap import dedent

import pytest

from briefing.diagnostics import Span
from briefing.load.sources import read_sources
from briefing.model.content import Reprint, Source

FILE = "content/sources.yaml"


def only(text: str) -> Source:
    sources, declared, found = read_sources(dedent(text), "excerpts")
    assert not found
    assert declared == frozenset(sources)
    (source,) = sources.values()
    return source


def mistake(text: str) -> tuple[int, int, str, str]:
    _, _, (found,) = read_sources(dedent(text), "excerpts")
    assert found.at.file == FILE
    return found.at.line, found.at.column, found.code, found.message


def test_the_smallest_source() -> None:
    source = only("a: {file: a.txt, title: An article}")
    assert (source.id, source.file, source.title) == ("a", "seeds/a.txt", "An article")
    assert (source.publisher, source.author, source.url) == (None, None, None)
    assert (source.published.text, source.published.period) == ("unknown", None)
    assert (source.ai_generated.value, source.account, source.publish) == (
        "unknown", "partial", "excerpts",
    )  # fmt: skip
    assert source.at == Span(FILE, 1, 1, 1, 2)
    assert source.file_at == Span(FILE, 1, 11, 1, 16)


def test_every_key_in_its_long_form() -> None:
    source = only("""\
        a:
          file: articles/a.html
          title: An article
          publisher: {value: daily, because: its address says so}
          author: A. Writer
          published: {value: 2025-09, because: it calls August last month}
          url: https://example.org/a
          body: {starts: The mill, ends: was sold.}
          omit: [Menu, Share]
          selector: article.main
          account: full
          set_aside: [{quote: "Read on", why: a link}]
          ai_generated: {value: suspected, because: its style, grounds: [By a tool, b: Tools]}
          derived_from: {work: Agency report}
          publish: links
          notes: [One, Two]
        """)
    assert (source.file, source.author) == ("articles/a.html", "A. Writer")
    assert (source.publisher, source.publisher_because) == ("daily", "its address says so")
    assert source.published.period is not None
    assert str(source.published.period.end) == "2025-09-30"
    assert source.published.because == "it calls August last month"
    assert source.body_starts is not None
    assert source.body_ends is not None
    assert (source.body_starts.text, source.body_ends.text) == ("The mill", "was sold.")
    assert [words.text for words in source.omit] == ["Menu", "Share"]
    assert [(one.quote.text, one.why) for one in source.set_aside] == [("Read on", "a link")]
    assert (source.selector, source.account, source.publish) == ("article.main", "full", "links")
    assert (source.ai_generated.value, source.ai_generated.because) == ("suspected", "its style")
    grounds = [(one.quote.text, one.source) for one in source.ai_generated.grounds]
    assert grounds == [("By a tool", "a"), ("Tools", "b")]
    assert source.derived_from == Reprint(None, "Agency report", source.derived_from.at)  # type: ignore[union-attr]
    assert source.notes == ("One", "Two")


def test_short_forms() -> None:
    source = only("""\
        a:
          file: a.txt
          title: A
          publisher: daily
          published: 2025-02-24
          omit: Menu
          ai_generated: yes
          notes: One
        """)
    assert (source.publisher, source.publisher_because) == ("daily", None)
    assert source.published.period is not None
    assert str(source.published.period.start) == "2025-02-24"
    assert ([words.text for words in source.omit], source.notes) == (["Menu"], ("One",))
    assert (source.ai_generated.value, source.ai_generated.grounds) == ("yes", ())


def test_what_is_unknown_is_none() -> None:
    unknown = "publisher: unknown, author: unknown, published: unknown, url: unknown"
    source = only(f"a: {{file: a.txt, title: unknown, {unknown}}}")
    assert (source.publisher, source.author, source.url) == (None, None, None)
    assert (source.published.period, source.title) == (None, "Untitled")


def test_all_may_stand_under_one_key() -> None:
    assert only("sources:\n  a: {file: a.txt, title: A}\n").id == "a"
    assert only("sources: {file: a.txt, title: A}").id == "sources"


@pytest.mark.parametrize("day", ["2025", "2025-02", "2025-02-24"])
def test_dates_of_publication(day: str) -> None:
    assert only(f"a: {{file: a.txt, title: A, published: {day}}}").published.text == day


@pytest.mark.parametrize("day", ["2025-2-24", "2025-02-30", "2025-13", "2025-Q1", "2024/2025",
                                 "FY2025", "TTM-2025-06", "yesterday"])  # fmt: skip
def test_dates_that_are_none(day: str) -> None:
    told = mistake(f"a: {{file: a.txt, title: A, published: {day}}}")
    assert told == (1, 39, "bad-date", f"invalid date '{day}'")


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("a: text", (1, 4, "bad-value", "must be a mapping")),
        ("a: {file: a.txt}", (1, 1, "missing-key", "missing key 'title'")),
        ("a: {title: A}", (1, 1, "missing-key", "missing key 'file'")),
        ("A b: {file: a.txt, title: A}",
         (1, 1, "bad-id", "the id 'A b' is not kebab-case (a-z, 0-9 and single hyphens)")),
        ("index: {file: a.txt, title: A}",
         (1, 1, "bad-id", "'index' is the name of a page and cannot be an id")),
        ("a: {file: a.txt, title: A, tilte: B}",
         (1, 28, "unknown-key", "unknown key 'tilte'")),
        ("a: {file: a.txt, title: A, body: {start: x}}",
         (1, 35, "unknown-key", "unknown key 'start'")),
        ("a: {file: a.txt, title: A, account: half}",
         (1, 37, "bad-value", "must be one of full, partial")),
        ("a: {file: a.txt, title: A, publish: some}",
         (1, 37, "bad-value", "must be one of excerpts, full, links")),
        ("a: {file: a.txt, title: A, ai_generated: maybe}",
         (1, 42, "bad-value", "must be one of yes, no, suspected, unknown")),
        ("a: {file: a.txt, title: A, set_aside: [{quote: x}]}",
         (1, 40, "missing-key", "missing key 'why'")),
        ("a: {file: a.txt, title: A, publisher: {value: p}}",
         (1, 39, "missing-because", "an inferred publisher needs a 'because'")),
        ("a: {file: a.txt, title: A, published: {value: 2025, because: }}",
         (1, 39, "missing-because", "an inferred date needs a 'because'")),
        ("a:\n  file: a.txt\n  title: A\n  omit: [one #2\n    ]\n",
         (4, 10, "yaml-cut", "YAML ends this text at ' #' and drops the rest")),
        ("a:\n  file: a.txt\n  title: A\n  ai_generated:\n    grounds:\n      - b #3\n    value: no\n",
         (6, 9, "yaml-cut", "YAML ends this text at ' #' and drops the rest")),
        ("a:\n  file: a.txt\n  title: A\n  body:\n    starts: one #2\n",
         (5, 13, "yaml-cut", "YAML ends this text at ' #' and drops the rest")),
    ],
)  # fmt: skip
def test_what_is_wrong_with_a_source(entry: str, expected: tuple[int, int, str, str]) -> None:
    assert mistake(entry) == expected


@pytest.mark.parametrize("file", ["a.txt", "seeds/a.txt", "./seeds/a.txt", "seeds/../seeds/a.txt"])
def test_two_sources_of_one_file(file: str) -> None:
    text = f"a: {{file: a.txt, title: A}}\nb: {{file: {file}, title: B}}\n"
    _, _, (found,) = read_sources(text, "excerpts")
    assert (found.code, found.at.line, found.at.column) == ("duplicate-source-file", 2, 11)
    assert [(one.at.line, one.message) for one in found.related] == [(1, "also used by 'a'")]


@pytest.mark.parametrize(
    ("derived", "chain"),
    [
        ({"a": "a"}, "a → a"),
        ({"a": "b", "b": "a"}, "a → b → a"),
        ({"a": "b", "b": "c", "c": "b"}, "b → c → b"),
    ],
)
def test_reprints_in_a_circle(derived: dict[str, str], chain: str) -> None:
    text = "\n".join(
        f"{id_}: {{file: {id_}.txt, title: A, derived_from: {other}}}"
        for id_, other in derived.items()
    )
    assert mistake(text)[2:] == ("derivation-cycle", f"circular derived_from: {chain}")


def test_a_long_chain_is_no_circle() -> None:
    text = "\n".join(
        f"s{n}: {{file: {n}.txt, title: A, derived_from: s{n + 1}}}" for n in range(3000)
    )
    _, _, found = read_sources(f"{text}\ns3000: {{file: l.txt, title: A}}\n", "excerpts")
    assert found == ()


def test_one_broken_source_leaves_the_others() -> None:
    text = "a: {file: a.txt}\nb: {file: b.txt, title: B}\n"
    sources, declared, found = read_sources(text, "excerpts")
    assert (list(sources), declared, len(found)) == (["b"], frozenset("ab"), 1)


def test_of_a_file_that_is_no_yaml_nothing_is_known() -> None:
    assert read_sources("a: {", "excerpts")[1] is None


@pytest.mark.parametrize("text", ["- a\n- b\n", "a\n"])
def test_a_file_that_holds_no_mapping(text: str) -> None:
    _, declared, (found,) = read_sources(text, "excerpts")
    assert declared is None
    assert (found.code, found.message) == ("bad-value", "must map ids to entries")


def test_a_source_says_once_that_its_language_is_not_read() -> None:
    entry = "a: {file: a.txt, title: A, language: tlh}"
    held, _, (found,) = read_sources(entry, "excerpts")
    assert held["a"].language == "tlh"
    assert (found.code, found.at.line, found.at.column) == ("language-unread", 1, 38)
    held, _, none = read_sources("a: {file: a.txt, title: A}", "excerpts", "tlh")
    assert (held["a"].language, none) == ("tlh", ())
