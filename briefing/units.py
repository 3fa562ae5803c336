"""Compute units, and reuse those of the previous run whose inputs are unchanged.

A unit is a file of claims, an article with its quotes, a claim, a narrative: what a pure function
returns for its arguments. A build computes each once and keeps nothing; the preview passes the
memory of one run to the next.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ParamSpec, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping

    _Unit = tuple[tuple[Any, ...], Any]
    """What a unit read, and what it returned."""

Read = ParamSpec("Read")
Made = TypeVar("Made")


class Units(Protocol):
    """Returns `make(*read, **named)`; `name` identifies the unit."""

    def __call__(
        self, name: Hashable, make: Callable[Read, Made], *read: Read.args, **named: Read.kwargs
    ) -> Made:
        """Return the unit's value."""


def anew(
    name: Hashable,  # noqa: ARG001 (nothing is remembered by name)
    make: Callable[Read, Made],
    *read: Read.args,
    **named: Read.kwargs,
) -> Made:
    """Compute a unit without remembering it."""
    return make(*read, **named)


class Memory:
    """What the units of one run read and returned; `following` is for the next run."""

    __slots__ = ("_before", "_held")

    def __init__(self, before: Mapping[Hashable, _Unit] | None = None) -> None:
        self._before = before or {}
        self._held: dict[Hashable, _Unit] = {}

    def unit(
        self, name: Hashable, make: Callable[Read, Made], *read: Read.args, **named: Read.kwargs
    ) -> Made:
        """Return the previous run's value if it read equal values; otherwise compute it.

        The same object counts as equal without comparing, so units that read units cost little.
        Nobody changes what a unit reads or returns.
        """
        reads = (make, read, named)
        held = self._before.get(name)
        if held is None or held[0] != reads:
            held = (reads, make(*read, **named))
        self._held[name] = held
        return held[1]

    def following(self) -> Memory:
        """Return the memory for the next run, which forgets what that run does not ask for.

        This memory drops the run before it, so at most two are kept.
        """
        self._before = {}
        return Memory(self._held)
