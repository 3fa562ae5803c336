"""Make units, and let a run take over those of the run before that read the same.

A unit is a file of claims, an article with its quotes, a claim, a narrative: what a pure function
makes of its arguments alone. A build makes each once and lets go of what it was made from; the
preview hands the memory of one run to the next.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ParamSpec, Protocol, TypeVar

if TYPE_CHECKING:
    from collections.abc import Callable, Hashable, Mapping

    _Unit = tuple[tuple[Any, ...], Any]
    """What a unit read, and what it gave."""

Read = ParamSpec("Read")
Made = TypeVar("Made")


class Units(Protocol):
    """Gives what `make` makes of what it reads; `name` tells the unit from every other."""

    def __call__(
        self, name: Hashable, make: Callable[Read, Made], *read: Read.args, **named: Read.kwargs
    ) -> Made:
        """Give the unit."""


def anew(
    name: Hashable,  # noqa: ARG001 (who remembers nothing needs no names)
    make: Callable[Read, Made],
    *read: Read.args,
    **named: Read.kwargs,
) -> Made:
    """Make a unit without remembering it."""
    return make(*read, **named)


class Memory:
    """What the units of one run read and gave; `following` serves the next run."""

    __slots__ = ("_before", "_held")

    def __init__(self, before: Mapping[Hashable, _Unit] | None = None) -> None:
        self._before = before or {}
        self._held: dict[Hashable, _Unit] = {}

    def unit(
        self, name: Hashable, make: Callable[Read, Made], *read: Read.args, **named: Read.kwargs
    ) -> Made:
        """Give the very value of the run before where it read values equal to these; else make it.

        What is the same object is taken for equal without a look, so that units which read units
        cost little. What a unit reads and gives is never changed by anyone.
        """
        reads = (make, read, named)
        held = self._before.get(name)
        if held is None or held[0] != reads:
            held = (reads, make(*read, **named))
        self._held[name] = held
        return held[1]

    def following(self) -> Memory:
        """Give the memory for the next run, which forgets what that run does not ask for.

        This one lets go of the run before its own: two are held at most.
        """
        self._before = {}
        return Memory(self._held)
