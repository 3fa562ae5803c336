"""The quick engine of templates sets what Jinja's own does, byte for byte, or leaves it to that one."""

from __future__ import annotations

import random
import re
import sys
from collections.abc import Iterator, Mapping
from dataclasses import fields, is_dataclass, replace
from pathlib import Path
from types import MappingProxyType
from typing import Any

import pytest
from jinja2 import DictLoader

from briefing import pipeline, render, resources, view
from briefing.diagnostics import Diagnostic
from briefing.language.messages import ENGLISH, Messages, messages
from briefing.model.look import Look
from briefing.model.pages import Html, Page
from briefing.render import Renderer
from briefing.render.direct import Direct
from tests.view.briefings import built, default_look, example

ROOT = Path(__file__).resolve().parent
PART = re.compile(r'{% (?:extends|from|import|include) "([^"]+)"')
"""How a template names another, which need not be set alone."""
HOSTILE = ("<b>&amp;'\"", "{{ page }}", "", "a&b", "\u2028<!--", Html("<i>'&amp;</i>"), None, 0, -1, 1.5,
           True, (), ("<",), ("&", "'"))  # fmt: skip


@pytest.fixture(scope="module")
def pages() -> list[tuple[Renderer, Page]]:
    """Return every page of an example and of a site of hostile texts."""
    made = built(example())
    held = [(made.renderer, view.page(made.site, path)) for path in made.site.paths]
    hostile = pipeline.examine(ROOT / "sites" / "hostile")
    assert hostile.site is not None
    assert hostile.renderer is not None
    held += [(hostile.renderer, view.page(hostile.site, path)) for path in hostile.paths]
    return [(renderer, page) for renderer, page in held if isinstance(page, Page)]


def outcomes(renderer: Renderer, page: Page) -> Iterator[bytes | None]:
    """Set a page with each engine alone; yield the bytes, or None where the engine refuses."""
    for engine in renderer.engines:
        alone = replace(renderer, engines=(engine,), _mastheads={})
        try:
            data = alone.page(page)
        except Exception:  # noqa: BLE001 (whatever a spoiled value leads to)
            yield None
        else:
            yield None if isinstance(data, Diagnostic) else data


def spoiled(value: Any, chance: random.Random, share: float) -> Any:  # noqa: ANN401
    """Put something else in place of some values below one."""
    if chance.random() < share:
        return chance.choice(HOSTILE)
    if is_dataclass(value) and not isinstance(value, (type, Html)):
        held = ((one.name, getattr(value, one.name)) for one in fields(value) if one.init)
        return replace(value, **{name: spoiled(each, chance, share) for name, each in held})
    if isinstance(value, tuple) and type(value) is tuple:
        return tuple(spoiled(each, chance, share) for each in value)
    if isinstance(value, Mapping):
        return {key: spoiled(each, chance, share) for key, each in value.items()}
    return value


def test_the_pages_are_of_every_template(pages: list[tuple[Renderer, Page]]) -> None:
    texts = {path.name: path.read_text("utf-8") for path in resources.templates().glob("*.html")}
    used = {page.template for _, page in pages}
    reached = {name for text in texts.values() for name in PART.findall(text)}
    assert texts.keys() - used <= reached | {"masthead.html"}


def test_the_quick_engine_sets_every_page_as_jinja_does(pages: list[tuple[Renderer, Page]]) -> None:
    for renderer, page in pages:
        quick, sure = outcomes(renderer, page)
        assert quick is not None, page.path
        assert quick == sure, page.path


def test_spoiled_values_come_out_of_both_engines_alike(pages: list[tuple[Renderer, Page]]) -> None:
    chance = random.Random(5)  # noqa: S311 (the same values each time)
    of_each = {page.template: (renderer, page) for renderer, page in pages}
    same = 0
    for renderer, page in of_each.values():
        for share in (0.001, 0.005, 0.02, 0.1):
            for _ in range(3):
                other = replace(
                    page,
                    title=spoiled(page.title, chance, share),
                    body=spoiled(page.body, chance, share),
                )
                quick, sure = outcomes(renderer, other)
                assert quick in (None, sure), page.path
                same += quick is not None
    assert same > 100


def test_a_page_that_the_quick_engine_refuses_is_set_by_jinja(
    pages: list[tuple[Renderer, Page]],
) -> None:
    renderer, page = pages[0]
    *_, sure = renderer.engines
    without_templates = replace(renderer, engines=(Direct(loader=DictLoader({})), sure))
    assert without_templates.page(page) == renderer.page(page)


@pytest.fixture
def beside(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Let the code of templates be kept in a folder of its own; return that folder."""
    monkeypatch.setattr(sys, "pycache_prefix", str(tmp_path))
    monkeypatch.setattr(sys, "dont_write_bytecode", False)
    return tmp_path


def set_anew(page: Page, look: Look, say: Messages = ENGLISH) -> tuple[bytes | Diagnostic, int]:
    """Set a page as a new run does; return it with how many templates were compiled."""
    renderer = render.renderer(look, say)
    compiled = 0
    swift = renderer.engines[0]
    compile_ = swift.compile

    def counting(*read: Any, **named: Any) -> Any:  # noqa: ANN401
        nonlocal compiled
        compiled += 1
        return compile_(*read, **named)

    with pytest.MonkeyPatch.context() as patched:
        patched.setattr(swift, "compile", counting)
        return renderer.page(page), compiled


def test_code_is_kept_and_never_stale(
    beside: Path, pages: list[tuple[Renderer, Page]], monkeypatch: pytest.MonkeyPatch
) -> None:
    _, page = next(each for each in pages if each[1].template == "method.html")
    look = default_look()
    first, compiled = set_anew(page, look)
    assert compiled
    assert set_anew(page, look) == (first, 0)
    text = look.templates["method.html"].replace("{% block main %}", "{% block main %}New ")
    changed = {**look.templates, "method.html": text, "default:method.html": text}
    anew, compiled = set_anew(page, replace(look, templates=MappingProxyType(changed)))
    assert isinstance(anew, bytes)
    assert (compiled, b"New " in anew) == (1, True)
    german, compiled = set_anew(page, look, messages("de"))
    assert german != first
    assert compiled
    assert set_anew(page, look, messages("de")) == (german, 0)
    for file in beside.rglob("*.pyc"):
        file.write_bytes(file.read_bytes()[:-9])
    assert set_anew(page, look)[0] == first
    for file in beside.rglob("*.pyc"):
        file.unlink()
    monkeypatch.setattr(sys, "dont_write_bytecode", True)
    assert set_anew(page, look)[0] == first
    assert not [*beside.rglob("*.pyc")]


def test_the_code_of_a_project_s_own_templates_is_not_kept(
    beside: Path, pages: list[tuple[Renderer, Page]]
) -> None:
    _, page = pages[0]
    look = default_look()
    own = {**look.templates, page.template: look.templates[page.template] + "<!-- ours -->"}
    set_anew(page, replace(look, templates=MappingProxyType(own)))
    assert not [*beside.rglob("*.pyc")]
