"""The units that have a name in the language of the site; any other is shown as written.

A unit that a quote names and no table knows is a word of its article: `models`, `Gigafactories`.
"""

from __future__ import annotations

from types import MappingProxyType
from typing import TYPE_CHECKING, Final

from briefing.language.messages import message

if TYPE_CHECKING:
    from collections.abc import Mapping

UNIT_NAMES: Final[Mapping[str, str]] = MappingProxyType(
    {
        "percentage-points": message("percentage points"),
        "USD": message("USD"),
        "CNY": message("CNY"),
        "EUR": message("EUR"),
        "GBP": message("GBP"),
        "JPY": message("JPY"),
        "HKD": message("HKD"),
        "CHF": message("CHF"),
        "INR": message("INR"),
        "KRW": message("KRW"),
        "metres": message("metres"),
        "kilometres": message("kilometres"),
        "centimetres": message("centimetres"),
        "millimetres": message("millimetres"),
        "nanometres": message("nanometres"),
        "miles": message("miles"),
        "square metres": message("square metres"),
        "square kilometres": message("square kilometres"),
        "square miles": message("square miles"),
        "acres": message("acres"),
        "hectares": message("hectares"),
        "cubic metres": message("cubic metres"),
        "litres": message("litres"),
        "gallons": message("gallons"),
        "barrels": message("barrels"),
        "kilograms": message("kilograms"),
        "grams": message("grams"),
        "milligrams": message("milligrams"),
        "tonnes": message("tonnes"),
        "pounds": message("pounds"),
        "tons": message("tons"),
        "horsepower": message("horsepower"),
        "joules": message("joules"),
        "degrees Celsius": message("degrees Celsius"),
        "degrees Fahrenheit": message("degrees Fahrenheit"),
        "kilometres per hour": message("kilometres per hour"),
        "miles per hour": message("miles per hour"),
        "seconds": message("seconds"),
        "minutes": message("minutes"),
        "hours": message("hours"),
        "days": message("days"),
        "weeks": message("weeks"),
        "months": message("months"),
        "quarters": message("quarters"),
        "years": message("years"),
        "decades": message("decades"),
        "centuries": message("centuries"),
        "consecutive days": message("consecutive days"),
        "consecutive weeks": message("consecutive weeks"),
        "consecutive months": message("consecutive months"),
        "consecutive quarters": message("consecutive quarters"),
        "consecutive years": message("consecutive years"),
    }
)
"""What a unit is called behind a number, by its name in figures."""
