"""Forms that are filled without pydantic: with the same values, and never where it finds a mistake."""

from __future__ import annotations

import dataclasses
import subprocess
import sys
from pathlib import Path
from types import NoneType
from typing import Any, Literal, get_args, get_origin, get_type_hints

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from pydantic import TypeAdapter, ValidationError

from briefing.load import history, keys
from briefing.located.filling import filled

FORMS = [one for module in (keys, history) for name, one in vars(module).items()
         if name.endswith("Form") and one.__module__ == module.__name__]  # fmt: skip
ROOT = Path(__file__).resolve().parents[2]
_BLANKS = "".join(char for char in map(chr, range(0x3001)) if char.isspace()) + "\u200b\ufeff"
TEXTS = st.one_of(
    st.sampled_from(["true", "false", "yes", "1", "0", "07", "-3", "+4", "1_0", "12", "1.0", "", " x ",
                     "null", "x" * 100_000, "x" * 100_001, f" {'x' * 100_000}\n", "\u0661"]),
    st.text(max_size=4),
    st.builds("".join, st.tuples(st.sampled_from(_BLANKS), st.text(max_size=2), st.sampled_from(_BLANKS))),
)  # fmt: skip
ANYTHING = st.recursive(
    st.none() | TEXTS,
    lambda held: st.lists(held, max_size=2) | st.dictionaries(TEXTS, held, max_size=2),
    max_leaves=4,
)


def _of(kind: Any) -> st.SearchStrategy[Any]:  # noqa: ANN401 (of any type)
    """Make data that is right for a type, mostly."""
    origin, parts = get_origin(kind), get_args(kind)
    right: st.SearchStrategy[Any]
    if dataclasses.is_dataclass(kind):
        right = _data(kind)
    elif origin is Literal:
        right = st.sampled_from(parts)
    elif origin is tuple:
        right = st.lists(st.deferred(lambda: _of(parts[0])), max_size=2)
    elif origin is dict:
        right = st.dictionaries(TEXTS, st.deferred(lambda: _of(parts[1])), max_size=2)
    elif parts:
        right = st.one_of(st.none(), *(_of(part) for part in parts if part is not NoneType))
    else:
        right = st.just({bool: "true", int: "12"}.get(kind, "words"))
    return st.integers(0, 29).flatmap(lambda chance: right if chance else ANYTHING)


def _data(form: Any) -> st.SearchStrategy[dict[str, Any]]:  # noqa: ANN401
    hints = get_type_hints(form)
    read = {one.name.rstrip("_"): _of(hints[one.name]) for one in dataclasses.fields(form)}
    needed = {
        one.name: read[one.name]
        for one in dataclasses.fields(form)
        if one.default is one.default_factory is dataclasses.MISSING
    }
    others = {**read, "for_": ANYTHING, "other": ANYTHING}
    whole = st.fixed_dictionaries(
        needed, optional={key: one for key, one in others.items() if key not in needed}
    )
    return whole | st.fixed_dictionaries({}, optional=others)


def _right(kind: Any) -> Any:  # noqa: ANN401 (of any type)
    """Give data that is right for a type and leaves out nothing that may be there."""
    origin, parts = get_origin(kind), get_args(kind)
    if dataclasses.is_dataclass(kind):
        hints = get_type_hints(kind)
        return {one.name.rstrip("_"): _right(hints[one.name]) for one in dataclasses.fields(kind)}
    if origin is tuple:
        return [_right(parts[0])]
    if origin is dict:
        return {"words": _right(parts[1])}
    if NoneType in parts:
        return _right(next(part for part in parts if part is not NoneType))
    return parts[0] if parts else {bool: "true", int: "12"}.get(kind, " words\n")


@pytest.mark.parametrize("form", FORMS, ids=lambda form: form.__name__)
def test_what_is_filled_is_what_pydantic_makes_of_it(form: Any) -> None:  # noqa: ANN401
    adapter = TypeAdapter(form)
    whole = _right(form)
    assert filled(form, whole) == adapter.validate_python(whole)

    @settings(max_examples=40)
    @given(_data(form))
    def compare(data: dict[str, Any]) -> None:
        quick = filled(form, data)
        if quick is not None:
            try:
                assert quick == adapter.validate_python(data)
            except ValidationError as error:
                raise AssertionError(data) from error

    compare()


def test_a_briefing_without_mistakes_needs_no_pydantic() -> None:
    code = (
        "import sys; from pathlib import Path; from briefing import load;"
        "loaded = load.load(Path('tests/sites/small'));"
        "assert loaded.content is not None; assert 'pydantic' not in sys.modules"
    )
    subprocess.run([sys.executable, "-c", code], check=True, cwd=ROOT)
