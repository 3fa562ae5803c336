"""Tell a figure of which words speak of a part: "40家工厂中的一半关闭了" is not about 40."""

from __future__ import annotations

import re
from typing import Final

from briefing.language import longest_first, table
from briefing.language.zh.words import HAN

_HELD: Final = table("zh", "parts")
_AMONG: Final = longest_first(_HELD["always"]["among"].split())
_PARTS: Final = longest_first(_HELD["always"]["parts"].split())
_BEHIND: Final = re.compile(
    rf"[0-9][^,;:!?]{{0,24}}?\s(?:{_AMONG})\s(?:的\s|有\s)?(?:约\s|近\s|超过\s)?"
    rf"(?:{_PARTS}|[0-9.]+分之[0-9.]+|[0-9.]+\+?%)(?![{HAN}])"
)


def is_of_a_part(text: str, at: int, *, is_count: bool, is_percent: bool) -> bool:  # noqa: ARG001
    """Tell whether the words around a figure at `at` speak of a part of it."""
    return (
        not is_percent and _BEHIND.match(text[at : at + 64].lstrip("约近超过逾至少 ")) is not None
    )
