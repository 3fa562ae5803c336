"""Types that cost little: dataclasses to whoever reads and checks them, structs of msgspec in a run.

Python writes and compiles six methods of each dataclass at each start, and making or comparing a frozen
one takes ten times as long as a struct. So `dataclass` here is Python's own to type checkers, and when
the program runs it turns the class into a struct, which has the same fields, defaults, order, equality
and hash, and whose fields `dataclasses.fields` and `dataclasses.replace` know too; `replace` here is
that of structs.
"""

from __future__ import annotations

import dataclasses
from functools import cache
from typing import TYPE_CHECKING, Any

__all__ = ["dataclass", "replace"]

if TYPE_CHECKING:
    from collections.abc import Callable
    from dataclasses import dataclass, replace
else:
    import msgspec
    from msgspec.structs import replace

    class _Fields:
        """Describes a struct to `dataclasses`, if that asks."""

        def __get__(self, value: object, of: type[Any]) -> dict[str, dataclasses.Field[Any]]:
            return _fields(of)

    class _Value(msgspec.Struct):
        __dataclass_fields__ = _Fields()

    def dataclass(
        *,
        slots: bool,  # noqa: ARG001 (a struct always has slots)
        frozen: bool = False,
        order: bool = False,
    ) -> Callable[[type], type]:
        """Make a class a struct. Of `field`, only `default_factory` is known.

        Packed, its fields follow one another without their names, in half the bytes (see `units`).
        """

        def made(plain: type) -> type:
            held = {name: _default(value) for name, value in vars(plain).items()}
            del held["__dict__"], held["__weakref__"]
            how = {"frozen": frozen, "order": order, "array_like": True}
            return msgspec.StructMeta(plain.__name__, (_Value,), held, **how)

        return made

    def _default(value: object) -> object:
        if isinstance(value, dataclasses.Field):
            if not (value.compare and value.repr):
                raise TypeError("a struct compares and shows all of its fields")
            return msgspec.field(default_factory=value.default_factory)
        return value

    @cache
    def _fields(of: type[Any]) -> dict[str, dataclasses.Field[Any]]:
        return dataclasses.make_dataclass(of.__name__, of.__struct_fields__).__dataclass_fields__
