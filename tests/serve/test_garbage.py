from __future__ import annotations

import gc
import weakref
from collections.abc import Iterator

import pytest

from briefing.serve.garbage import collect, uncollected


class Ring:
    """Leads to itself."""

    def __init__(self) -> None:
        self.itself = self


@pytest.fixture(autouse=True)
def thawed() -> Iterator[None]:
    gc.collect()
    yield
    gc.unfreeze()


def test_nothing_is_collected_meanwhile_and_what_was_made_is_passed_over() -> None:
    with uncollected():
        assert not gc.isenabled()
        made = weakref.ref(Ring())
    assert gc.isenabled()
    gc.collect()
    assert made() is not None


def test_a_failure_leaves_the_collector_on() -> None:
    with pytest.raises(KeyError), uncollected():
        raise KeyError
    assert gc.isenabled()


def test_collecting_frees_what_nothing_leads_to() -> None:
    with uncollected():
        made = weakref.ref(Ring())
    collect()
    assert made() is None
    assert gc.get_freeze_count() > 0
