"""PDF is read by pages: words joined, running heads and feet cut, scans and refusals said."""

from __future__ import annotations

import sys
from collections.abc import Sequence

import pytest

from briefing import pipeline
from briefing.diagnostics import Diagnostic
from briefing.load import article, line_reader
from briefing.load.sources import read_sources
from briefing.model.content import Article
from tests.conftest import ProjectMaker


def pdf(pages: Sequence[Sequence[str] | None]) -> bytes:
    """Write a PDF file: lines of text for each page, or a picture alone for None."""
    count = len(pages)
    kids = " ".join(f"{4 + 2 * n} 0 R" for n in range(count))
    objects = [
        "<< /Type /Catalog /Pages 2 0 R >>",
        f"<< /Type /Pages /Kids [{kids}] /Count {count} >>",
        "<< /Type /Font /Subtype /Type1 /BaseFont /Helvetica /Encoding /WinAnsiEncoding >>",
    ]
    for n, lines in enumerate(pages):
        picture = "" if lines is not None else f" /XObject << /I {4 + 2 * count} 0 R >>"
        objects.append(
            f"<< /Type /Page /Parent 2 0 R /MediaBox [0 0 600 800] /Contents {5 + 2 * n} 0 R "
            f"/Resources << /Font << /F 3 0 R >>{picture} >> >>"
        )
        drawn = "".join(f"({line}) Tj T*\n" for line in lines or ())
        held = "/I Do" if lines is None else f"BT /F 12 Tf 14 TL 50 750 Td\n{drawn}ET"
        objects.append(f"<< /Length {len(held.encode('cp1252'))} >>\nstream\n{held}\nendstream")
    objects.append(
        "<< /Type /XObject /Subtype /Image /Width 1 /Height 1 /ColorSpace /DeviceGray "
        "/BitsPerComponent 8 /Length 1 >>\nstream\n0\nendstream"
    )
    out, places = b"%PDF-1.4\n", []
    for n, held in enumerate(objects, 1):
        places.append(len(out))
        out += f"{n} 0 obj\n{held}\nendobj\n".encode("cp1252")
    table = "".join(f"{place:010} 00000 n \n" for place in places)
    size = len(objects) + 1
    tail = f"xref\n0 {size}\n0000000000 65535 f \n{table}trailer\n<< /Size {size} /Root 1 0 R >>\n"
    return out + f"{tail}startxref\n{len(out)}\n%%EOF\n".encode()


def _read(data: bytes) -> tuple[Article | None, tuple[Diagnostic, ...]]:
    sources, _, _ = read_sources("a: {title: A, file: a.pdf}", "excerpts")
    return article(sources["a"], data)


def read(*pages: Sequence[str] | None) -> Article:
    made, found = _read(pdf(pages))
    assert made is not None
    assert not found
    return made


def refused(data: bytes) -> Diagnostic:
    made, (found,) = _read(data)
    assert made is None
    return found


def test_each_line_knows_its_page() -> None:
    made = read(["The quay is open.", "It cost 40."], ["Nobody pays."])
    assert made.text == "The quay is open.\nIt cost 40.\nNobody pays.\n"
    assert made.pages == (1, 1, 2)
    assert made.text_sha256 is not None


@pytest.mark.parametrize(
    ("lines", "text"),
    [
        (["the devel-", "opment of it"], "the development\nof it"),
        (["the devel-", "opment, they say"], "the development,\nthey say"),
        (["the devel-", "opment"], "the development"),
        (["a long-term plan, a long-", "term loan"], "a long-term plan, a long-term\nloan"),
        (["the longterm long-", "term loan"], "the longterm longterm\nloan"),
        (["in 2024-", "25 it"], "in 2024-25\nit"),
        (["from 5-", "7 million"], "from 5-7\nmillion"),
        (["COVID-", "19 cases"], "COVID-19\ncases"),
        (["the Anglo-", "Dutch firm"], "the Anglo-Dutch\nfirm"),
        (["short-", "and long-term"], "short-\nand long-term"),
        (["it rose -", "fell later"], "it rose -\nfell later"),
        (["one-", "two-", "three"], "onetwothree"),
    ],
)
def test_words_that_a_line_breaks_are_joined(lines: list[str], text: str) -> None:
    assert read(lines).text == text + "\n"


def test_a_word_that_a_page_breaks_is_on_the_first_of_them() -> None:
    made = read(["The devel-"], ["opment of the quay"])
    assert (made.text, made.pages) == ("The development\nof the quay\n", (1, 2))


def test_heads_feet_and_page_numbers_are_cut() -> None:
    made = read(*(
        ["Annual report", f"Page {n} of 5", f"Text number {n * n} of the", f"quay {'x' * n}", f"{n + 10}"]
        for n in range(1, 6)
    ))  # fmt: skip
    assert made.text == "".join(
        f"Text number {n * n} of the\nquay {'x' * n}\n" for n in range(1, 6)
    )


@pytest.mark.parametrize("foot", ["Total 5,400 of the quay", "Total 40"])
def test_lines_alike_with_other_figures_are_no_feet(foot: str) -> None:
    pages = [
        ["Words of", f"page {word}", f"{foot}{n * 7}"] for n, word in enumerate("a b c".split())
    ]
    text = read(*pages).text
    assert all(f"{foot}{n * 7}" in text for n in range(3))


def test_what_two_of_three_pages_share_is_read() -> None:
    assert read(["Sum", "a"], ["Sum", "b"], ["c"]).text == "Sum\na\nSum\nb\nc\n"


def test_scanned_pages_are_said() -> None:
    made, (found,) = _read(pdf([["The quay."], None, [], None]))
    assert made is not None
    assert (found.code, found.message) == (
        "pdf-page-empty", "no text on pages 2, 4 of seeds/a.pdf: a scan?",
    )  # fmt: skip


def test_a_scan_alone_holds_no_text() -> None:
    made, found = _read(pdf([None]))
    assert made is not None
    assert [one.code for one in found] == ["pdf-page-empty", "article-empty"]


@pytest.mark.parametrize(
    "data", [b"", b"x", b"%PDF-1.4\n", pdf([["a"]])[:60], b"%PDF" + b"\xff" * 99]
)
def test_what_is_no_pdf_is_refused(data: bytes) -> None:
    found = refused(data)
    assert (found.code, found.at.file) == ("pdf-unread", "content/sources.yaml")
    assert found.message.startswith("cannot read seeds/a.pdf as PDF")


def test_without_the_extra_the_command_that_installs_it_is_said(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    monkeypatch.setitem(sys.modules, "pypdf", None)
    found = refused(pdf([["a"]]))
    assert (found.code, found.message) == ("pdf-unread", "reading PDF needs pypdf")
    assert found.hint == "run  pip install 'pypdf>=7'"


BRIEFING = {
    "briefing.yaml": "title: T\ntopics: [{id: cost, title: Cost}]\n",
    "content/publishers.yaml": "gazette: {name: The Gazette}\n",
    "content/sources.yaml": "a:\n  {title: A, file: a.pdf, publisher: gazette, url: 'https://example.org/a.pdf#x'}\n",
    "content/index.md": "It is dear. [@quay]\n",
    "content/topics/cost.md": "It is dear. [@quay]\n",
    "content/claims/cost.yaml": (
        "topic: cost\nclaims:\n  quay:\n    claim: The quay is dear.\n    for:\n"
        "      - a: a dear development\n"
    ),
}


def test_a_quote_shows_its_page_and_leads_to_it(project: ProjectMaker) -> None:
    data = pdf([["The quay is long."], ["It is a dear devel-", "opment."]])
    examined = pipeline.check(project({**BRIEFING, "seeds/a.pdf": data}))
    assert not examined.found
    names = (path for path in examined.paths if path.endswith((".html", ".json")))
    files = {path: made for path in names if isinstance(made := examined.file(path), bytes)}
    assert b'"page": 2' in files["data/briefing.json"].replace(b'":2', b'": 2')
    assert b"https://example.org/a.pdf#page=2" in files["sources/a.html"]
    for path in ("sources/a.html", "claims/quay.html", "cost.html"):
        assert b"Page 2." in files[path], path


def test_a_place_in_a_pdf_file_is_its_page_and_shows_no_bytes(project: ProjectMaker) -> None:
    data = pdf([["The quay is long."], ["It is a dear developement."]])
    root = project({**BRIEFING, "seeds/a.pdf": data})
    (found,) = pipeline.check(root).found
    (near,) = found.related
    assert (found.code, near.at.file, near.at.line) == ("quote-not-found", "seeds/a.pdf", 2)
    assert line_reader(root)("seeds/a.pdf", 2) is None
