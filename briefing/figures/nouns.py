"""Tell which word after a number is the thing counted, and which numbers count nothing."""

from __future__ import annotations

import re
from typing import Final, NamedTuple

from briefing.figures import numerals
from briefing.figures.wording import STREAKS
from briefing.model.figures import QuantityKind


def _table(*rows: str) -> dict[str, str]:
    """Map singular and plural of each regular noun to its plural."""
    plurals = {}
    for word in " ".join(rows).split():
        plurals[word] = plurals[word.removesuffix("s")] = word
    return plurals


def _words(*rows: str) -> frozenset[str]:
    return frozenset(word for row in rows for word in row.split())


TIMES: Final = {
    **_table("years quarters months weeks days hours minutes seconds decades"),
    "century": "centuries",
    "centuries": "centuries",
}

COUNTED: Final = {
    **_table(
        "models customers users developers employees workers engineers researchers scientists",
        "analysts investors shareholders clients subscribers members merchants sellers buyers",
        "shoppers consumers households parameters tokens chips processors accelerators servers",
        "clusters centres products services features applications apps agents downloads",
        "stores shops branches offices plants sites warehouses regions markets provinces cities",
        "partners suppliers vendors startups firms banks rivals brokers funds deals contracts",
        "orders transactions shipments units vehicles cars trucks robots devices phones handsets",
        "laptops satellites patents papers languages nations states zones areas jobs",
        "roles seats licences shares pages lines points percentiles institutions",
        "organisations enterprises businesses projects programmes schools",
        "universities hospitals patients students teachers barrels tonnes tons kilometres",
        "miles acres queries requests",
        "calls visits views articles sources voices claims episodes cases trials studies reports",
        "countries cores layers nodes racks flights aircrafts ships homes visitors viewers",
        "yards hectares passengers",
    ),
    "country": "countries",
    "city": "cities",
    "company": "companies",
    "companies": "companies",
    "university": "universities",
    "facility": "facilities",
    "facilities": "facilities",
    "subsidiary": "subsidiaries",
    "subsidiaries": "subsidiaries",
    "people": "people",
    "persons": "people",
    "person": "people",
    "staff": "staff",
    "men": "men",
    "women": "women",
    "children": "children",
    "aircraft": "aircraft",
    "gpu": "GPUs",
    "gpus": "GPUs",
    "cpus": "CPUs",
    "tpus": "TPUs",
    "center": "centres",
    "centers": "centres",
    "centre": "centres",
    "foot": "feet",
    "feet": "feet",
    "metre": "metres",
    "metres": "metres",
    "meter": "metres",
    "meters": "metres",
    "kilometer": "kilometres",
    "kilometers": "kilometres",
    "license": "licences",
    "licenses": "licences",
    "organization": "organisations",
    "organizations": "organisations",
    "program": "programmes",
    "programs": "programmes",
    "kilowatt": "kW",
    "kilowatts": "kW",
    "megawatt": "MW",
    "megawatts": "MW",
    "gigawatt": "GW",
    "gigawatts": "GW",
    "terawatt": "TW",
    "terawatts": "TW",
    "mw": "MW",
    "gw": "GW",
    "kw": "kW",
    "tw": "TW",
    "kwh": "kWh",
    "mwh": "MWh",
    "gwh": "GWh",
    "twh": "TWh",
}
"""By the lower-case spelling, singular or plural; the plural names the unit."""

NOT_COUNTED: Final = _words(
    "a about above across after against all along also although always among an and annually",
    "any are around as at be because been before behind being below between both but by can",
    "comes could deals did do does during each either even ever every falls for from gains",
    "gets gives goes had has have he hers his how if in into is it its itself jumps just keeps",
    "last less like looks loses makes may means might most much needs new-found news next",
    "nor not now of off on once only or our out over past per plus plans previous remains rises",
    "said says sees series she shows since so some starts still such takes than that the their",
    "them then there these they this those though through thus till times to today too towards",
    "under unless until up upon us uses versus via vs was wants was we were what when where",
    "whether which while who whose why will with within without works would yet yesterday you",
    "rose fell grew dropped jumped surged climbed added hit won lost led beat beats scored",
    "m b k thirds fourths fifths sixths eighths tenths halves stars figures digits percent yields outperforms supports runs adds brings helps offers",
)
"""Words that end the search for a counted noun."""

CALENDAR: Final = _words(
    "january february march april may june july august september october november december",
    "jan feb mar apr jun jul aug sep sept oct nov dec am pm gmt est edt et utc bst cet",
    "monday tuesday wednesday thursday friday saturday sunday",
)
"""Words that make the number beside them a date or a time."""

NAMING: Final = _words(
    "version model level phase tier type grade page chapter section article figure table step",
    "no no. number room group top class series generation gen round area route highway flight",
    "line track part volume vol. issue episode season stage category cat code rule act bill clause",
    "appendix exhibit schedule form bus gate unit lot plan sub note footnote",
)
"""Words before a number that make it a name: "version 3", "top 10"."""

POINTING: Final = _words(
    "the these those its their our his her both other last first past same which",
)
"""Before a small number word, these point back to things already told ("the two areas")."""
OWNING: Final = _words("its their our his her")


class Counted(NamedTuple):
    """Hold the thing counted: its unit and where the noun ends."""

    unit: str
    end: int
    is_time: bool

    @property
    def kind(self) -> QuantityKind:
        """Give the kind of what is counted: a length of time, or things."""
        return QuantityKind.DURATION if self.is_time else QuantityKind.COUNT


_WORD = re.compile(
    r"\s{1,2}([A-Za-z](?:[\w.&]*\w)?(?:-\w+)*)(?:(?<=[a-z])\s[0-9]{1,2}(?=\s[a-z]))?"
)
"""A word, with the number of a product that it names ("iPhone 16 handsets")."""
_JOINED = re.compile(r"-([A-Za-z]+)(?!\w)(?!-old)")
_TOUCHING = re.compile(r"[kMGT]Wh?(?!\w)")
_IN_A_ROW = re.compile(r"\s(?:in\sa\srow|running)(?!\w)")
_INSTRUMENT = re.compile(
    r"\s(?:U\.?S\.?\s)?(?:treasur|government|bond|note|yield|gilt|bund|jgb)", re.IGNORECASE
)
_OWNING = "|".join(sorted(OWNING))
_DIGITS = rf"{numerals.DIGITS}(?:{numerals.SCALE_WORD})?(?=\s)"
_NUMBER = rf"(?:{_DIGITS}|(?:{numerals.WORDS})(?:{numerals.SCALE_WORD})?(?=\s))"
_OF = re.compile(
    rf"\sof(?:\s(?:(?:all\s)?(?:{_OWNING})|(?:the\s)?[A-Za-z]{{1,24}}(?:'s|’s|s'|s’))(?=\s)"
    rf"(?:\s{_NUMBER})?"
    rf"|\s(?:all\s)?(?:the|these|those)(?=\s)(?:\s{_DIGITS}|(?!\s{_NUMBER}))|\s{_NUMBER})",
    re.IGNORECASE,
)
"""What stands between a count and what it counts a part of: "40 | of the 60 | banks"."""
_JOINING = STREAKS | _words("square cubic gpu cpu tpu machine man person flight labour labor")
"""What belongs to the unit: 5 square kilometres are no kilometres, 5 GPU hours no hours."""
_MEASURES = TIMES.keys() | _words("mile miles kilometre kilometres kilometer kilometers")
"""What makes one unit with a noun before it."""
_POWERS = frozenset({"kW", "MW", "GW", "TW"})
_HOURS = TIMES["hours"]
_MOST_BETWEEN = 4
_MOST_BETWEEN_UNLISTED = 2


def counted(text: str, at: int, *, listed_only: bool = False) -> Counted | None:
    """Give the noun that the number ending at `at` counts, or None where it counts nothing.

    A noun that `COUNTED` does not list is told by its plural, unless `listed_only`.
    """
    if text[at : at + 1] == "-":
        return _joined(text, at)
    touching = _TOUCHING.match(text, at)
    if touching is not None:
        return Counted(touching[0], touching.end(), is_time=False)
    streak, joined = False, ""
    for between in range(_MOST_BETWEEN + 1):
        match = _WORD.match(text, at)
        if match is None:
            return None
        at = match.end()
        word = match[1]
        low = word.lower()
        if low in _JOINING or (low in COUNTED and _measures(text, at)):
            streak, joined = streak or low in STREAKS, word
            continue
        if "-" in low and (both := _of_two(*low.rsplit("-", 1))):
            return Counted(both, at, is_time=False)
        unit = _unit(word, low, listed_only=listed_only or between > _MOST_BETWEEN_UNLISTED)
        if unit is not None and joined and not streak:
            return Counted(_together(joined, unit), at, is_time=False)
        if unit is not None:
            row = _IN_A_ROW.match(text, at) if low in TIMES else None
            at = row.end() if row else at
            return Counted(f"consecutive {unit}" if streak or row else unit, at, low in TIMES)
        if low in NOT_COUNTED or low in CALENDAR:
            return None
    return None


def _measures(text: str, at: int) -> bool:
    """Tell whether the word after `at` makes one unit of itself and a noun before it.

    "12 gigawatt hours" are no hours, "90 passenger miles" no miles and "5 employee days" no days.
    """
    match = _WORD.match(text, at)
    return match is not None and match[1].lower() in _MEASURES


def _of_two(noun: str, measure: str) -> str | None:
    """Give the unit that a noun and a measure make together, or None where they make none."""
    if noun not in COUNTED or measure not in _MEASURES:
        return None
    return _together(noun, TIMES.get(measure) or COUNTED[measure])


def _together(noun: str, unit: str) -> str:
    power = COUNTED.get(noun.lower())
    return f"{power}h" if power in _POWERS and unit == _HOURS else f"{noun} {unit}"


def counted_of(text: str, at: int) -> Counted | None:
    """Give the noun of "of the 60 banks" after a number that ends at `at`: it counts such too."""
    match = _OF.match(text, at)
    if match is None:
        return None
    noun = counted(text, match.end())
    return None if noun is None or noun.is_time else noun


def names_a_counted(text: str, at: int) -> bool:
    """Tell whether a word right after `at` is a noun that `COUNTED` lists."""
    match = _WORD.match(text, at)
    return match is not None and match[1].lower() in COUNTED


def _unit(word: str, low: str, *, listed_only: bool) -> str | None:
    if low in TIMES:
        return TIMES[low] if low.endswith("s") else None
    listed = COUNTED.get(low)
    if listed is not None:
        return listed if low[-1] == "s" or listed.lower() == low else None
    if listed_only or low in NOT_COUNTED:
        return None
    plural = len(low) > 3 and low.endswith("s") and not low.endswith(("ss", "us", "is"))
    return low if plural and not word[0].isupper() else None


def _joined(text: str, at: int) -> Counted | None:
    """Read the noun of a compound such as "three-year" or "32-billion-parameter"."""
    match = _JOINED.match(text, at)
    if match is None:
        return None
    low = match[1].lower()
    longer = _JOINED.match(text, match.end())
    if longer is not None and (both := _of_two(low, longer[1].lower())):
        return Counted(both, longer.end(), is_time=False)
    unit = TIMES.get(low) or COUNTED.get(low)
    if unit is None or (low == "year" and _INSTRUMENT.match(text, match.end())):
        return None
    return Counted(unit, match.end(), low in TIMES)
