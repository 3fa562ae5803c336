"""Show that every word for readers is a message that is listed and translated.

`python3 dev.py test tests/language/test_catalogue.py --update` writes the list anew, enters new messages
in the catalogues, and compiles these.
"""

from __future__ import annotations

import ast
import re
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from babel.messages.catalog import Catalog, Message
from babel.messages.extract import extract_from_dir
from babel.messages.mofile import read_mo, write_mo
from babel.messages.pofile import read_po, write_po

from briefing.language import languages
from briefing.language.messages import is_translated, messages

if TYPE_CHECKING:
    from collections.abc import Iterator

ROOT = Path(__file__).parent.parent.parent
FOLDER = ROOT / "briefing" / "language"
LIST = FOLDER / "messages.pot"
LANGUAGES = sorted(path.parent.name for path in FOLDER.glob("*/messages.po"))
TEMPLATES = sorted((ROOT / "templates").glob("*.html"))
FINDERS = [
    ("briefing/cli/**.py", "ignore"),  # speaks to authors
    ("briefing/**.py", "python"),
    ("templates/**.html", "jinja2.ext:babel_extract"),
]
OPTIONS = {
    "templates/**.html": {
        "trim_blocks": "true",
        "lstrip_blocks": "true",
        "newstyle_gettext": "true",
        "silent": "false",
    }
}
CALLS = {"say": None, "message": None, "counted": (1, 2), "gettext": None, "ngettext": (1, 2)}
HEADER = """\
# The messages for readers. Written by tests/language/test_catalogue.py --update.
msgid ""
msgstr ""
"MIME-Version: 1.0\\n"
"Content-Type: text/plain; charset=utf-8\\n"
"Content-Transfer-Encoding: 8bit\\n"

"""
PROSE = re.compile(r"[^\W\d_]{2,}[,;:.]? [^\W\d_]")
"""Two words, as code has them only where somebody reads them."""


def found() -> Catalog:
    """List the messages of the code and of the templates."""
    catalogue = Catalog(charset="utf-8")
    for folder in ("briefing", "templates"):
        finders = [(pattern.removeprefix(f"{folder}/"), how) for pattern, how in FINDERS
                   if pattern.startswith(f"{folder}/")]  # fmt: skip
        options = {name.removeprefix(f"{folder}/"): one for name, one in OPTIONS.items()}
        for file, line, text, comments, _ in extract_from_dir(
            ROOT / folder, finders, options, CALLS, ["Translators:"], strip_comment_tags=True
        ):
            catalogue.add(text, locations=[(f"{folder}/{file}", line)], auto_comments=comments)
    return catalogue


def test_the_list_of_messages_is_current(update: bool) -> None:
    made = BytesIO()
    write_po(made, found(), omit_header=True, sort_by_file=True, include_lineno=False, width=100)
    text = HEADER + made.getvalue().decode()
    if update:
        LIST.write_text(text, encoding="utf-8")
    assert LIST.read_text(encoding="utf-8") == text


def translated(language: str, *, update: bool) -> Catalog:
    """Read a catalogue; to update it, enter new messages and drop those that no longer are."""
    path = FOLDER / language / "messages.po"
    if update:
        head, _, _ = path.read_text(encoding="utf-8").partition("\n\n")
        catalogue = read_po(BytesIO(path.read_bytes()), locale=language)
        catalogue.update(found(), no_fuzzy_matching=True)
        made = BytesIO()
        write_po(made, catalogue, omit_header=True, sort_by_file=True, include_lineno=False,
                 ignore_obsolete=True, width=100)  # fmt: skip
        path.write_text(f"{head}\n\n{made.getvalue().decode()}", encoding="utf-8")
    return read_po(BytesIO(path.read_bytes()), locale=language)


@pytest.mark.parametrize("language", LANGUAGES)
def test_a_catalogue_translates_every_message_and_is_compiled(language: str, update: bool) -> None:
    catalogue = translated(language, update=update)
    path, compiled = FOLDER / language / "messages.mo", BytesIO()
    write_mo(compiled, catalogue)
    if update and not (path.exists() and _texts(path.read_bytes()) == _texts(compiled.getvalue())):
        path.write_bytes(compiled.getvalue())
    assert _texts(path.read_bytes()) == _texts(compiled.getvalue())  # heads name Babel's version
    listed = read_po(BytesIO(LIST.read_bytes()))
    assert {_key(one) for one in catalogue} == {_key(one) for one in listed}
    assert [one.id for one in catalogue if one.id and not all(_forms(one))] == [], "untranslated"
    assert [one.id for one in catalogue if one.fuzzy and one.id] == []
    assert [(one.id, errors) for one, errors in catalogue.check()] == []
    assert [one.id for one in catalogue if not all(_keeps(one, text) for text in _forms(one))] == []


def test_every_language_that_is_read_has_its_words() -> None:
    assert {"en", *LANGUAGES} == set(languages())
    for language in LANGUAGES:
        assert is_translated(language)
        assert messages(language)("corroborated") not in ("", "corroborated")


def test_a_message_that_no_catalogue_has_stays_english() -> None:
    say = messages("de")
    assert say("No such %(thing)s", thing="word") == "No such word"
    assert say.counted("%(count)s such word", "%(count)s such words", 3) == "drei such words"


def _key(one: Message) -> str:
    return one.id if isinstance(one.id, str) else one.id[0]


def _forms(one: Message) -> tuple[str, ...]:
    return (one.string,) if isinstance(one.string, str) else tuple(one.string or ())


def _texts(compiled: bytes) -> list[tuple[object, object]]:
    return [(one.id, one.string) for one in read_mo(BytesIO(compiled)) if one.id]


def _keeps(one: Message, form: str) -> bool:
    """Tell whether a translation has the values and tags of its message; one alone needs no count."""
    if not one.id or not form:
        return True
    asked = one.id if isinstance(one.id, str) else one.id[-1]
    places = r"%\(\w+\)s|<[^>]*>"
    lost = set(re.findall(places, asked)) ^ set(re.findall(places, form))
    return lost <= ({"%(count)s"} if one.pluralizable else set())


@pytest.mark.parametrize("path", TEMPLATES, ids=lambda path: path.name)
def test_a_template_holds_no_word_that_is_no_message(path: Path) -> None:
    text = path.read_text(encoding="utf-8")
    text = re.sub(r"(?s)\{%\s*trans\b.*?\bendtrans\s*\+?%\}|\{#.*?#\}", "", text)
    text = re.sub(r"(?s)\{% block policy %\}.*?\{% endblock %\}", "", text)
    text = re.sub(r"(?s)<(style|script)\b.*?</\1>|\{%.*?%\}|\{\{.*?\}\}", "", text)
    told = re.findall(r'\b(?:alt|aria-label|title|placeholder)="([^"]*)"', text)
    assert [one for one in told if re.search("[a-z]{2}", one)] == []
    outside = re.sub(r"(?s)<!doctype[^>]*>|</?[a-z][^>]*>", "", text)
    assert re.findall(r"[^\W\d_]{2,}", outside) == []


def _unmarked(tree: ast.AST) -> Iterator[str]:
    """Yield the texts of a module that may be prose and are no messages."""
    for node in ast.iter_child_nodes(tree):
        if isinstance(node, ast.Constant) and isinstance(node.value, str):
            yield node.value
        called = node.func if isinstance(node, ast.Call) else None
        name = getattr(called, "attr", getattr(called, "id", ""))
        is_docstring = isinstance(node, ast.Expr) and isinstance(node.value, ast.Constant)
        is_for_authors = isinstance(node, ast.Assign) and {"message", "hint"} & {
            getattr(target, "id", "") for target in node.targets
        }
        if name not in {*CALLS, "diagnostic", "unit"} and not is_docstring and not is_for_authors:
            yield from _unmarked(node)


def _marked(tree: ast.AST) -> Iterator[str]:
    """Yield the texts that a module gives to be looked up."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call):
            name = getattr(node.func, "attr", getattr(node.func, "id", ""))
            if name in CALLS and node.args and isinstance(node.args[0], ast.Constant):
                yield str(node.args[0].value)


FOR_AUTHORS = {"narrative_links.py", "reads.py"}
VIEW = sorted(
    path for path in (ROOT / "briefing" / "view").rglob("*.py") if path.name not in FOR_AUTHORS
)


@pytest.mark.parametrize("path", VIEW, ids=lambda path: path.relative_to(ROOT).as_posix())
def test_a_sentence_of_a_page_is_a_message(path: Path) -> None:
    tree = ast.parse(path.read_text(encoding="utf-8"))
    with LIST.open("rb") as file:
        listed = {one.id if isinstance(one.id, str) else one.id[0] for one in read_po(file)}
    assert [text for text in _marked(tree) if text not in listed] == [], "Babel reads no f-string"
    texts = _unmarked(tree)
    assert [text for text in texts if PROSE.search(text) and text[0] != "<"] == []


def test_scripts_and_styles_hold_no_words() -> None:
    words = re.compile(r"""(?:textContent|title|label)\s*=\s*["'`][^"'`]*[A-Za-z]{2}""")
    for path in (ROOT / "static").glob("*.js"):
        assert words.findall(path.read_text(encoding="utf-8")) == [], path.name
        assert [
            text
            for text in re.findall(r'"([^"\n]*)"', path.read_text(encoding="utf-8"))
            if PROSE.search(text) and text[0] not in ".[#:" and text != "use strict"
        ] == [], path.name
    style = (ROOT / "static" / "style.css").read_text(encoding="utf-8")
    assert re.findall(r'content: [^;]*?"[A-Za-z][^"]*"[^;]*;', style) == []


def test_our_own_words_have_typographic_apostrophes_and_quotation_marks() -> None:
    for message in found():
        texts = [message.id] if isinstance(message.id, str) else message.id
        for text in texts:
            told = re.sub(r"<[^>]*>", "", text)
            assert not re.search(r"['\"]", told), text
