"""Printed, a topic's page and a claim's page read like a note: all that is said, nothing to press."""

from __future__ import annotations

import re
import unicodedata
from collections import Counter
from collections.abc import Callable, Iterator, Sequence
from io import BytesIO
from pathlib import Path

import pytest
from pypdf import PdfReader

from briefing.model.judged import Reason, Stance
from briefing.model.verdict import Verdict
from briefing.view.matrix import MOST_COLUMNS
from tests.browser.by_hand import placed
from tests.browser.conftest import Contexts, Opener, Place, Reader, readers
from tests.view.briefings import article, built, dated, judged, judgement, publisher, quote

pytestmark = pytest.mark.browser

FOOT = "Verdicts say how far independent sources agree. They do not say what is true."
FORMATS = ["A4", "Letter"]
RUNS = """all => all.flatMap(prose => {
    const [texts, found] = [document.createTreeWalker(prose, NodeFilter.SHOW_TEXT), []];
    while (texts.nextNode())
        if (!texts.currentNode.parentElement.closest(".cite")) found.push(texts.currentNode.data);
    return found;
})"""
"""What a narrative says itself, without its marks."""


def squeezed(text: str) -> str:
    """Leave out what a line break or a joined letter may change: blanks, hyphens, ligatures."""
    return re.sub(r"[\s\u00ad‐-]", "", unicodedata.normalize("NFKC", text))


def put_on_paper(reader: Reader, paper: str = "A4", lower: int = 0) -> PdfReader:
    """Print the page that is open, with so many pixels left free at its top."""
    reader.page.locator("main").evaluate("(one, px) => one.style.marginTop = `${px}px`", lower)
    return PdfReader(BytesIO(reader.page.pdf(format=paper, prefer_css_page_size=True)))


def texts(pdf: PdfReader) -> list[str]:
    return [squeezed(page.extract_text()) for page in pdf.pages]


class Printed:
    """A page as it stays open, and its sheets, which are printed once for all tests."""

    def __init__(self, reader: Reader, path: str) -> None:
        reader.open(path)
        self.path = path
        self.reader = reader
        self._printed: dict[tuple[str, int], list[str]] = {}

    def sheets(self, paper: str = "A4", lower: int = 0) -> list[str]:
        """Return the text of each sheet, with so many pixels left free at the top."""
        if (paper, lower) not in self._printed:
            self._printed[paper, lower] = texts(put_on_paper(self.reader, paper, lower))
        return self._printed[paper, lower]

    def said(self, what: str) -> list[str]:
        """List what is in some elements, as it is written there."""
        found = self.reader.page.locator(what).evaluate_all("all => all.map(e => e.textContent)")
        return [squeezed(text) for text in found]


@pytest.fixture(scope="module")
def notes(contexts: Contexts, disk: Place) -> Iterator[list[Printed]]:
    """Return a topic's page and a claim's, the longest of each kind."""
    with readers(contexts) as read:
        yield [Printed(read(disk), path) for path in longest(disk)]


def times(part: str, sheets: Sequence[str]) -> int:
    """Count how often something is said; it may go on from the end of a sheet on the next one.

    The numbers of notes, which stand raised, come after all else of a sheet.
    """
    ends = [sheet.rstrip("0123456789–") for sheet in sheets]
    broken = (
        any(end.endswith(part[:cut]) and part[cut:] in after for cut in range(1, len(part)))
        for end, after in zip(ends, sheets[1:], strict=False)
    )
    return sum(sheet.count(part) for sheet in sheets) + sum(broken)


def sizes(pdf: PdfReader) -> Counter[float]:
    """Count letters by their size in points."""
    counted: Counter[float] = Counter()

    def visit(text: str, page: list[float], line: list[float], _font: object, size: float) -> None:
        counted[round(abs(size * page[3] * line[3]), 1)] += len(text.strip())

    for page in pdf.pages:
        page.extract_text(visitor_text=visit)
    return counted


def longest(place: Place) -> list[str]:
    """Choose a topic's page and a claim's, the longest of each kind."""
    kinds = [path for path in place.one_of_each() if not path.endswith("index.html")]
    topic = next(path for path in kinds if (place.folder / path).read_text("utf-8").count("note-1"))
    return [topic, next(path for path in kinds if path.startswith("claims/"))]


@pytest.mark.slow
@pytest.mark.parametrize("paper", FORMATS)
def test_everything_that_is_said_is_on_paper(notes: list[Printed], paper: str) -> None:
    for note in notes:
        path, sheets = note.path, note.sheets(paper)
        prose = [squeezed(one) for one in note.reader.page.locator(".prose").evaluate_all(RUNS)]
        parts = "h1, h2:not(nav *), .statement, .why, .item mark, .receipt dd, .brief dd, .citation, .chart q"
        for part in [*note.said(parts), *prose]:
            assert times(part, sheets), (path, part)
        for quote_, count in Counter(note.said(".endnotes q")).items():
            assert times(quote_, sheets) >= count, (path, quote_)
        verdicts = note.said("main .verdict")
        for word in ("corroborated", "disputed", "unsupported"):
            assert times(word, sheets) >= sum(word in one for one in verdicts), (path, word)
        assert prose or path.startswith("claims/")


def test_nothing_on_paper_is_there_to_be_pressed(notes: list[Printed]) -> None:
    for note in notes:
        whole = "".join(note.sheets())
        for words in ("Skip to the text", "Read in context", "Previous claim", "Next claim", "↩"):
            assert squeezed(words) not in whole, (note.path, words)
        assert squeezed("Timeline") not in whole, "the navigation"
        assert "Thesameasatable" not in whole


@pytest.mark.parametrize("paper", FORMATS)
def test_each_sheet_has_its_title_its_number_and_something_to_read(
    notes: list[Printed], paper: str
) -> None:
    for note in notes:
        sheets = note.sheets(paper)
        title = squeezed(note.reader.page.title())
        for number, sheet in enumerate(sheets, 1):
            frame = [title, f"{number}/{len(sheets)}", squeezed(FOOT)]
            for part in frame:
                assert part in sheet, (note.path, number, part)
            assert len(sheet) - sum(map(len, frame)) > 80, (note.path, number, "an empty sheet")


def test_a_sheet_says_how_new_the_articles_are(notes: list[Printed]) -> None:
    topic, claim = notes
    assert re.search(r"Newestdatedarticle:\d{1,2}[A-Z][a-z]+\d{4}", topic.sheets()[0])
    assert re.search(r"newestdatedarticle:\d{1,2}[A-Z][a-z]+\d{4}", "".join(claim.sheets()))


@pytest.mark.parametrize(
    "lower", [0, 300, 600, *(pytest.param(n, marks=pytest.mark.slow) for n in (150, 450))]
)
def test_wherever_a_sheet_ends_it_ends_no_heading_and_cuts_no_chart(
    notes: list[Printed], lower: int
) -> None:
    for note in notes:
        sheets = note.sheets(lower=lower)
        # The last words of a sheet may be a name in the drawing, or a claim in the matrix.
        names = note.said(".provenance b, .matrix th")
        headings = [one for one in note.said("main :is(h2, h3)") if one not in names]
        assert headings
        for number, sheet in enumerate(sheets, 1):
            assert not sheet.endswith(tuple(headings)), (note.path, number, sheet[-60:])
        charts = note.reader.page.locator(".chart").evaluate_all(
            "all => all.map(one => [...one.querySelectorAll('q')].map(q => q.textContent))"
        )
        for words in charts:
            one_sheet = [all(f"“{squeezed(one)}”" in sheet for one in words) for sheet in sheets]
            assert any(one_sheet), (note.path, words)


@pytest.mark.slow
def test_paper_is_the_same_for_who_reads_in_the_dark(disk: Place, read: Opener) -> None:
    drawn = []
    for scheme in ("light", "dark"):
        reader = read(disk, color_scheme=scheme)
        reader.open(longest(disk)[0])
        contents = [page.get_contents() for page in put_on_paper(reader).pages]
        drawn.append([one.get_data() for one in contents if one])
        reader.page.emulate_media(media="print", color_scheme="dark" if scheme == "dark" else None)
        ink = reader.page.evaluate("getComputedStyle(document.body).color")
        paper = reader.page.evaluate("getComputedStyle(document.documentElement).backgroundColor")
        assert (ink, paper) == ("rgb(0, 0, 0)", "rgba(0, 0, 0, 0)")
    assert drawn[0] == drawn[1]


@pytest.fixture
def wide(tmp_path: Path) -> Callable[..., Place]:
    """Return a function that makes a site whose one topic has a matrix of so many columns."""

    def made(sources: int, **settings: str) -> Place:
        articles = [
            article(f"a{n}", "It is so.", publisher=f"p{n}", published=dated("2025-02-24"))
            for n in range(sources)
        ]
        stances = list(Stance)
        claims = [
            judgement(
                f"c{row}",
                f"Claim {row} is that it is so, in plain words and at some length.",
                Verdict.DISPUTED,
                Reason.CONTRADICTION,
                [
                    quote(one.source.id, "It is so", stances[(column + row) % 3])
                    for column, one in enumerate(articles)
                ],
            )
            for row in range(5)
        ]
        publishers = [publisher(f"p{n}", f"Publisher number {n}") for n in range(sources)]
        judged_ = judged(
            articles, publishers, judgements=claims, narratives={"capex": "So. [@c0]"}, **settings
        )
        return placed(built(judged_), tmp_path / str(sources))

    return made


@pytest.mark.slow
def test_the_widest_matrix_fits_without_shrinking_the_page(
    wide: Callable[..., Place], read: Opener
) -> None:
    pdfs = []
    for count in (3, MOST_COLUMNS):
        reader = read(wide(count))
        reader.open("capex.html")
        pdfs.append(put_on_paper(reader))
    small, large = pdfs
    whole = "".join(texts(large))
    assert all(f"Publishernumber{n}" in whole for n in range(MOST_COLUMNS))
    text = max(size for size, letters in sizes(small).items() if letters > 100)
    assert text >= 8
    assert max(size for size, letters in sizes(large).items() if letters > 100) >= text - 0.1


@pytest.mark.slow
def test_the_permanent_address_is_on_each_sheet_where_it_is_known(
    wide: Callable[..., Place], read: Opener
) -> None:
    reader = read(wide(3, site_url="https://example.org/briefing/"))
    for path in ("capex.html", "claims/c0.html"):
        reader.open(path)
        for page in texts(put_on_paper(reader)):
            assert squeezed(f"https://example.org/briefing/{path}") in page
