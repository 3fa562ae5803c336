"""Read, choose and compare the figures of claims and quotes: pure functions, exact decimals."""

from __future__ import annotations

from briefing.figures.acts import acts, acts_differ
from briefing.figures.changes import base_of, base_of_period
from briefing.figures.choosing import choose, is_of_a_part
from briefing.figures.comparing import compare, periods_agree, quantities_agree
from briefing.figures.contrasts import (
    Contrast,
    Parting,
    contrast,
    is_all_said,
    is_share,
    other_group,
)
from briefing.figures.conversion import is_by_degrees
from briefing.figures.formulas import evaluate, gives, gives_hundredfold, input_names
from briefing.figures.heading import choose_in_row, own_head, read_head
from briefing.figures.levels import is_former, is_level, is_moved, moves, stands
from briefing.figures.naming import indexes, spelled_names, word_behind
from briefing.figures.narrowing import is_adding, is_beside, is_joined, narrowing, places, wholes
from briefing.figures.numbers import extents, is_beside_numbers, is_read, read
from briefing.figures.people import both_count_people
from briefing.figures.periods import (
    PeriodReader,
    base_between,
    label_to_write,
    mentioned,
    names_period,
    other_period,
    parse_period,
    periods_of,
    stated_period,
    told_period,
)
from briefing.figures.persons import counted_as
from briefing.figures.standings import Standing, condition, standing, states_fact
from briefing.figures.unread import unread
from briefing.figures.variants import UNSAID, variants
from briefing.figures.ways import ways
from briefing.figures.working import working
from briefing.figures.writing import (
    as_record,
    plain_number,
    shown,
    shown_interval,
    shown_number,
    shown_unit,
    to_four_digits,
    told,
    width,
)

__all__ = [
    "UNSAID",
    "Contrast",
    "Parting",
    "PeriodReader",
    "Standing",
    "acts",
    "acts_differ",
    "as_record",
    "base_between",
    "base_of",
    "base_of_period",
    "both_count_people",
    "choose",
    "choose_in_row",
    "compare",
    "condition",
    "contrast",
    "counted_as",
    "evaluate",
    "extents",
    "gives",
    "gives_hundredfold",
    "indexes",
    "input_names",
    "is_adding",
    "is_all_said",
    "is_beside",
    "is_beside_numbers",
    "is_by_degrees",
    "is_former",
    "is_joined",
    "is_level",
    "is_moved",
    "is_of_a_part",
    "is_read",
    "is_share",
    "label_to_write",
    "mentioned",
    "moves",
    "names_period",
    "narrowing",
    "other_group",
    "other_period",
    "own_head",
    "parse_period",
    "periods_agree",
    "periods_of",
    "places",
    "plain_number",
    "quantities_agree",
    "read",
    "read_head",
    "shown",
    "shown_interval",
    "shown_number",
    "shown_unit",
    "spelled_names",
    "standing",
    "stands",
    "stated_period",
    "states_fact",
    "to_four_digits",
    "told",
    "told_period",
    "unread",
    "variants",
    "ways",
    "wholes",
    "width",
    "word_behind",
    "working",
]
