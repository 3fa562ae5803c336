"""Tell whether a quote was taken from a row of bare numbers, whose scale appears elsewhere."""

from __future__ import annotations

from briefing.patterns import compiled

_REACH = 48  # characters on each side of a quote in which the next number of its row is looked for
_NUMBER = r"\(?(?:[$€£¥]\s?)?[0-9](?:[0-9.,]*[0-9])?%?\)?"
_SIDE_BY_SIDE = compiled(
    rf"(?<![\w.,/–-])(?P<one>{_NUMBER})(?:[^\S\n]*[\n|][\s|]*|[^\S\n]+)(?P<other>{_NUMBER})(?![\w/–-])"
)
_APART = compiled(r"[$€£¥]\s+[0-9]|[0-9][^\S\n]*[|\t]|[|\t][^\S\n]*[$€£¥(]*\s?[0-9]")
"""A currency or the edge of a cell beside a number."""
_LINE = compiled(r"[^\d.!?:;]{1,80}\s\(?[$€£¥]?[0-9](?:[0-9.,]*[0-9])?\)?")
"""Nothing but a label and a number."""
_GROUPS = compiled(r"[0-9]{1,3}[ \u00a0\u2009\u202f][0-9]{3}")
"""What may be one number, in groups of three digits."""
_YEAR = compiled(r"(?:19|20)[0-9]{2}")


def is_in_row(text: str, start: int, end: int) -> bool:
    """Tell whether the stretch `text[start:end]` is a part of a row of bare numbers.

    Two numbers side by side make one, years aside; so do cells with a number, and a line that is a label
    and a number.
    """
    near = text[max(0, start - _REACH) : end + _REACH]
    first, last = min(start, _REACH), min(start, _REACH) + end - start
    for found in _SIDE_BY_SIDE.finditer(near):
        inside = found.start("one") < last and first < found.end("other")
        years = any(_YEAR.fullmatch(found[name].strip("()")) for name in ("one", "other"))
        is_one = _GROUPS.fullmatch(found[0]) is not None
        if inside and not (years or is_one):
            return True
    line = text[text.rfind("\n", 0, start) + 1 : end + _REACH].partition("\n")[0].strip()
    if _LINE.fullmatch(line) and not _YEAR.fullmatch(line[-4:]):
        return True
    return any(one.start() < last and first < one.end() for one in _APART.finditer(near))
