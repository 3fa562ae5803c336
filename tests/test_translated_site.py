"""Show that a catalogue reaches every word that the pages add to what authors wrote.

The authors of this site SHOUT, and a made-up language puts each message in brackets. So a small
letter outside brackets is a word of ours that no translation reaches.
"""

from __future__ import annotations

import re
from gettext import GNUTranslations
from html.parser import HTMLParser
from io import BytesIO
from pathlib import Path

import pytest
import yaml
from babel.messages.mofile import write_mo
from babel.messages.pofile import read_po

from briefing import pipeline
from briefing.language.messages import Messages

ROOT = Path(__file__).parent.parent
PARTS = ROOT / "tests" / "sites" / "parts"
LIST = ROOT / "briefing" / "language" / "messages.pot"
KEPT = frozenset(
    "account aliases basis corrections credibility date derived_from entity file formula id inputs key kind "
    "language per period publish published publisher reliability review_by site_url "
    "source topic url value voice as_of added removed changed before after".split()
)
"""Keys of what programs read: ids, dates, addresses and words of the format."""
BLOCKS = frozenset(
    "title p li h1 h2 h3 dt dd td th div section option caption summary label button figcaption "
    "desc nav ul ol span small".split()
)
TOLD = ("title", "aria-label", "alt", "placeholder", "content", "data-reminder", "data-words",
        "data-none", "data-one", "data-many", "data-corroborated")  # fmt: skip


def pseudo() -> Messages:
    """Make a language whose messages are the English ones in brackets."""
    with LIST.open("rb") as file:
        catalogue = read_po(file, locale="en")
    for one in catalogue:
        if one.id:
            texts = [one.id] if isinstance(one.id, str) else list(one.id)
            marked = tuple(map(_marked, texts))
            one.string = marked if one.pluralizable else marked[0]
    compiled = BytesIO()
    write_mo(compiled, catalogue)
    compiled.seek(0)
    return Messages(GNUTranslations(compiled))


def _marked(text: str) -> str:
    """Put a message in brackets; of a list of sizes, each."""
    sizes = re.sub(r"(\d+: )([^;]+)", r"\1⟦\2⟧", text)
    return sizes if text.startswith("12: ") else f"⟦{text}⟧"


def shouted(value: object, key: str = "") -> object:
    """Put what an author wrote into capitals, and leave alone what programs read."""
    if key == "inputs":
        return value
    if isinstance(value, dict):
        return {name: shouted(one, name) for name, one in value.items()}
    if isinstance(value, list):
        return [shouted(one, key) for one in value]
    if isinstance(value, str) and key not in KEPT and value != "none":
        return value.upper()
    return value


def shouted_text(text: str) -> str:
    """Do the same with a narrative, without what it cites and links to."""
    parts = re.split(r"(\[@[^\]]+\]|\]\([^)]+\))", text)
    return "".join(part if n % 2 else part.upper() for n, part in enumerate(parts))


@pytest.fixture(scope="module")
def examined(tmp_path_factory: pytest.TempPathFactory) -> pipeline.Examined:
    root = tmp_path_factory.mktemp("shouted")
    for path in PARTS.rglob("*.*"):
        text = path.read_text(encoding="utf-8")
        made = root / path.relative_to(PARTS)
        made.parent.mkdir(parents=True, exist_ok=True)
        if path.suffix == ".yaml":
            made.write_text(yaml.safe_dump(shouted(yaml.safe_load(text)), allow_unicode=True))
        elif path.suffix == ".lock":
            made.write_text(text)
        else:
            made.write_text(shouted_text(text))
    with pytest.MonkeyPatch.context() as patch:
        say = pseudo()
        patch.setattr("briefing.view.planning.messages", lambda _: say)
        found = pipeline.examine(root, indexed=True)
    assert found.site is not None
    assert len(found.site.routes) > 40
    return found


class _Reader(HTMLParser):
    """Reads what a page shows, a text for each block and each attribute that is read out."""

    def __init__(self) -> None:
        super().__init__()
        self.texts = [""]
        self._silent = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        if tag in ("script", "style", "code"):
            self._silent += 1
        if tag in BLOCKS:
            self.texts.append("")
        given = dict(attrs)
        if tag != "meta" or "description" in str(given) or "title" in str(given):
            at = len(self.texts) - 1
            self.texts[at:at] = [given[name] or "" for name in TOLD if name in given]

    def handle_endtag(self, tag: str) -> None:
        if tag in ("script", "style", "code"):
            self._silent -= 1

    def handle_data(self, data: str) -> None:
        if not self._silent:
            self.texts[-1] += data


def outside(text: str) -> str:
    """Keep what appears outside brackets; what a clipped text leaves open goes to its end."""
    while (inner := re.sub("⟦[^⟦⟧]*⟧", " ", text)) != text:
        text = inner
    return text.partition("⟦")[0]


def test_no_word_of_a_page_stays_english(examined: pipeline.Examined) -> None:
    assert examined.site is not None
    allowed = _names(examined)
    left = {}
    for path in examined.site.routes:
        if path.endswith(".csv"):  # speaks to programs, as data/claims.csv does
            continue
        page = examined.file(path)
        assert isinstance(page, bytes), page
        reader = _Reader()
        reader.feed(page.decode())
        texts = [re.sub(r"https?://\S+|[0-9a-f]{12}", "", outside(text)) for text in reader.texts]
        words = {word for text in texts for word in re.findall(r"\w[\w-]*", text)}
        ours = {word for word in words if re.search("[a-z]", word) and word.lower() not in allowed}
        if ours:
            left[path] = sorted(ours)
    assert left == {}


def _names(examined: pipeline.Examined) -> set[str]:
    """List ids, and units as the sources' language has them."""
    assert examined.site is not None
    judged = examined.site.judged
    units = {
        figure.quantity.unit
        for one in judged.judgements.values()
        for figure in (one.figure, *(item.figure for item in one.items))
        if figure
    }
    ids = {*judged.voices, *judged.judgements, *judged.content.sources, *judged.content.publishers}
    aliases = {alias for one in judged.judgements.values() for alias in one.claim.aliases}
    gone = {id_ for change in judged.content.history.changes for id_ in change.removed}
    return {*units, *ids, *aliases, *gone}
