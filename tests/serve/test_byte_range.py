"""Which bytes a `Range` header asks for."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from briefing.serve.app import byte_range


@pytest.mark.parametrize(
    ("header", "expected"),
    [
        ("bytes=0-0", range(1)),
        ("bytes=2-4", range(2, 5)),
        ("bytes=8-99", range(8, 10)),
        ("bytes=4-", range(4, 10)),
        ("bytes=-3", range(7, 10)),
        ("bytes=-99", range(10)),
        (" bytes=1-2 ", range(1, 3)),
    ],
)
def test_one_range_of_ten_bytes(header: str, expected: range) -> None:
    assert byte_range(header, 10) == expected


@pytest.mark.parametrize("header", ["bytes=10-", "bytes=99-100", "bytes=-0"])
def test_no_such_byte(header: str) -> None:
    found = byte_range(header, 10)
    assert found is not None
    assert not found


@pytest.mark.parametrize(
    "header",
    ["", "bytes", "bytes=", "bytes=-", "bytes=a-b", "bytes=4-2", "bytes=0-1,3-4", "lines=0-1",
     "bytes=0-1\x00", "bytes=٣-٤", "bytes=" + "9" * 5000 + "-"],
)  # fmt: skip
def test_other_forms_get_the_whole(header: str) -> None:
    assert byte_range(header, 10) is None


@given(st.from_regex(r"bytes=\d{0,4}-\d{0,4}", fullmatch=True), st.integers(0, 3000))
def test_a_part_lies_within_the_file(header: str, size: int) -> None:
    found = byte_range(header, size)
    if found:
        assert 0 <= found.start < found.stop <= size
        assert found.step == 1
