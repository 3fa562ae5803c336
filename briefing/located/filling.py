"""Fill a form from data in which nothing is wrong, as nearly all data is.

What is wrong, and where, is found by pydantic, but importing it and preparing it for the forms takes a tenth of
checking a small briefing. So it is asked only about data that is refused here. More is refused here than
there; what is accepted becomes the same values.
"""

from __future__ import annotations

import re
from dataclasses import MISSING, fields
from functools import cache, partial
from typing import TYPE_CHECKING, Any, Literal, TypeVar, get_args, get_origin, get_type_hints

if TYPE_CHECKING:
    from collections.abc import Callable

    Reader = Callable[[Any], Any]
    """Turns plain data into a value, or raises `_RefusedError`."""

T = TypeVar("T")

_BLANKS = (
    "\t\n\x0b\x0c\r \x85\xa0\u1680\u2000\u2001\u2002\u2003\u2004\u2005\u2006\u2007\u2008\u2009\u200a"
    "\u2028\u2029\u202f\u205f\u3000"
)
"""White space by Unicode, which pydantic takes from both ends of a text; Python takes more."""
_WHOLE_NUMBER = re.compile("0|[1-9][0-9]{0,14}")


class _RefusedError(Exception):
    """The data is wrong, or may be."""


def filled(form: type[T], data: object) -> T | None:
    """Return the form that pydantic would make of the data; None if it may find something wrong."""
    try:
        made: T = _reader(form)(data)  # type: ignore[arg-type]  # any type can be hashed
    except _RefusedError:
        return None
    return made


@cache
def _reader(form: type[Any]) -> Reader:
    """Return what reads a form; raises TypeError for one with types that no form has yet."""
    read_key = partial(_text, form.__pydantic_config__["str_max_length"])
    hints = get_type_hints(form)
    readers = {one.name.rstrip("_"): (one.name, _reader_of(hints[one.name], read_key))
               for one in fields(form)}  # fmt: skip
    needed = {one.name for one in fields(form) if one.default is one.default_factory is MISSING}

    def read(data: Any) -> Any:  # noqa: ANN401 (whatever is in a file)
        if type(data) is not dict or not readers.keys() >= data.keys():
            raise _RefusedError
        values = {}
        for key, one in data.items():
            name, reader = readers[key]
            values[name] = reader(one)
        if not needed <= values.keys():
            raise _RefusedError
        return form(**values)

    return read


def _reader_of(kind: Any, read_key: Reader) -> Reader:  # noqa: ANN401 (of any type)
    if kind is Any:
        return lambda data: data
    if kind is str:
        return read_key
    if kind in _SCALARS:
        return _SCALARS[kind]
    origin, parts = get_origin(kind), get_args(kind)
    if origin is Literal:
        return partial(_choice, frozenset(parts))
    if origin is tuple and parts[1:] == (...,):
        return partial(_list, _reader_of(parts[0], read_key))
    if origin is dict and parts[0] is str:
        return partial(_mapping, read_key, _reader_of(parts[1], read_key))
    if type(None) in parts:
        (other,) = (part for part in parts if part is not type(None))
        return partial(_optional, _reader_of(other, read_key))
    return _reader(kind)


def _text(most: int, data: object) -> str:
    if type(data) is not str:
        raise _RefusedError
    text = data.strip(_BLANKS)
    if not 0 < len(text) <= most:
        raise _RefusedError
    return text


def _truth(data: object) -> bool:
    if data not in ("true", "false"):
        raise _RefusedError
    return data == "true"


def _number(data: object) -> int:
    if type(data) is str and _WHOLE_NUMBER.fullmatch(data):
        return int(data)
    raise _RefusedError


def _choice(options: frozenset[str], data: object) -> str:
    if type(data) is str and data in options:
        return data
    raise _RefusedError


def _list(reader: Reader, data: object) -> tuple[Any, ...]:
    if type(data) is not list:
        raise _RefusedError
    return tuple([reader(one) for one in data])


def _mapping(read_key: Reader, reader: Reader, data: object) -> dict[str, Any]:
    if type(data) is not dict or any(read_key(key) != key for key in data):
        raise _RefusedError
    return {key: reader(one) for key, one in data.items()}


def _optional(reader: Reader, data: object) -> Any:  # noqa: ANN401 (of the reader's type)
    return None if data is None else reader(data)


_SCALARS: dict[Any, Reader] = {bool: _truth, int: _number}
