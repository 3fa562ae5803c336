"""Gather the grammar of a language from its parts."""

from __future__ import annotations

import inspect
from types import SimpleNamespace
from typing import cast

from briefing.language.grammars import Grammar


def gathered(*parts: object) -> Grammar:
    """Give a grammar whose every answer is that of the first part, a module or an object, that has it.

    Raises StopIteration where no part has one.
    """
    asked = [*Grammar.__annotations__]
    asked += [name for name, _ in inspect.getmembers(Grammar, inspect.isfunction) if name[0] != "_"]
    answers = {
        name: next(getattr(part, name) for part in parts if hasattr(part, name)) for name in asked
    }
    return cast("Grammar", SimpleNamespace(**answers))
