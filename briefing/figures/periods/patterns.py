"""Make regular expressions of the patterns in the table `periods` of a language."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping, Sequence
from itertools import groupby
from operator import itemgetter
from typing import Any, Final

from briefing.language import grammar, table
from briefing.patterns import compiled

_PLACE: Final = re.compile(r"\{(?P<role>[a-z_]*)(?::(?P<kind>[a-z_]+)|=(?P<own>[^}]+))?\}")
_FLAGS: Final = re.VERBOSE | re.IGNORECASE
_PARTS_OF_YEAR: Final = {"quarter": 4, "half": 2}


class Spelling:
    """Knows how a language spells months, numbers and whatever else replaces a placeholder."""

    def __init__(self, language: str) -> None:
        held = table(language, "periods")
        self._lead: str = held["borders"]["lead"]
        self._ordinals = ordinals(language)
        self._kinds: Mapping[str, str] = {
            "month": _month(table(language, "months")["month"]),
            "number": rf"(?:[0-9]{{1,3}}|{grammar(language).NUMBER_WORDS})",
            **held["placeholders"],
        }

    def compiled(self, pattern: str) -> re.Pattern[str]:
        """Make a pattern in which no role matters."""
        return compiled(self.filled(pattern, "_")[0], _FLAGS)

    def leading(self, pattern: str) -> re.Pattern[str]:
        """Make a pattern of words that end the text before a mention; an empty one fits any text."""
        return self.compiled(f"{self._lead}(?:{pattern})$" if pattern else "")

    def filled(self, pattern: str, prefix: str) -> tuple[str, dict[str, str]]:
        """Fill in the placeholders; gives the role of each group, whose names begin with `prefix`."""
        groups: dict[str, str] = {}

        def fill(place: re.Match[str]) -> str:
            role, own = place["role"], place["own"]
            if own and own[0] == "=":
                spelled = f"(?P={next(group for group in groups if groups[group] == own[1:])})"
            else:
                spelled = own or _PLACE.sub(fill, self._kind(place["kind"] or role, role))
            if not role:
                return f"(?:{spelled})"
            group = f"{prefix}_{len(groups)}"
            groups[group] = role
            return f"(?P<{group}>{spelled})"

        return _PLACE.sub(fill, pattern), groups

    def _kind(self, kind: str, role: str) -> str:
        if kind != "ordinal":
            return self._kinds[kind]
        most = _PARTS_OF_YEAR[role]
        return _any(word for word, number in self._ordinals.items() if number <= most)


class Alternatives:
    """Finds which of several patterns matches at a place: the first that does."""

    def __init__(
        self,
        spelling: Spelling,
        rows: Sequence[Mapping[str, Any]],
        before: str = "",
        after: str = "",
    ) -> None:
        filled = [spelling.filled(row["pattern"], f"_{at}") for at, row in enumerate(rows)]
        spelled = (
            (row.get("begins", ""), f"(?P<_{at}>{filled[at][0]})") for at, row in enumerate(rows)
        )
        either = "|".join(
            f"(?={begins})(?:{'|'.join(one for _, one in group)})"
            for begins, group in groupby(spelled, key=itemgetter(0))
        )
        self.pattern = compiled(f"{before}(?:{either}){after}", _FLAGS)
        index = self.pattern.groupindex
        self._rows = {
            index[f"_{row}"]: (row, [(index[group], role) for group, role in groups.items()][::-1])
            for row, (_, groups) in enumerate(filled)
        }

    def said(self, match: re.Match[str]) -> tuple[int, dict[str, str]]:
        """Give which pattern matched, from 0, and the words it has in each role."""
        row, groups = self._rows[match.lastindex or 0]
        return row, {role: match[group] for group, role in groups if match[group]}


def ordinals(language: str) -> Mapping[str, int]:
    """Return the ordinal numbers by their spelling in lower case."""
    return {**table(language, "numbers")["ordinals"], **table(language, "periods")["ordinals"]}


def _month(rows: list[dict[str, Any]]) -> str:
    """Spell the months: a capital that a name is spelled with is needed, a stop may cut it short."""
    short = [name for row in rows for name in row["short"]]
    names = [row["name"] for row in rows]
    initials = "".join(sorted({name[0] for name in (*names, *short)}))
    capital = f"(?=(?-i:[{initials}]))" if initials.isupper() else ""
    return rf"{capital}(?:{_any(names)}|(?:{_any(short)})\.?)"


def _any(spellings: Iterable[str]) -> str:
    return "|".join(sorted(map(re.escape, spellings), key=len, reverse=True))
