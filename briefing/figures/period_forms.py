"""Hold the forms in which English names a period: what begins one, what ends it, what joins two."""

from __future__ import annotations

import re
from typing import Final

from briefing.figures.numerals import WORDS

MONTHS: Final = {
    name: number
    for number, names in enumerate(
        (
            "january jan",
            "february feb",
            "march mar",
            "april apr",
            "may",
            "june jun",
            "july jul",
            "august aug",
            "september sept sep",
            "october oct",
            "november nov",
            "december dec",
        ),
        start=1,
    )
    for name in names.split()
}
PLACES: Final = {
    "first": 1,
    "second": 2,
    "third": 3,
    "fourth": 4,
    "1st": 1,
    "2nd": 2,
    "3rd": 3,
    "4th": 4,
}
MONTHS_OF_UNIT: Final = {
    "week": 0.23,
    "month": 1,
    "quarter": 3,
    "half": 6,
    "year": 12,
    "decade": 120,
}
"""How many months a unit has; thirteen weeks are three."""
NAMED_LENGTHS: Final = {
    "annual": 12,
    "yearly": 12,
    "fullyear": 12,
    "fiscalyear": 12,
    "financialyear": 12,
    "year": 12,
    "ttm": 12,
    "ltm": 12,
    "halfyear": 6,
    "halfyearly": 6,
    "semiannual": 6,
    "half": 6,
    "quarterly": 3,
    "quarter": 3,
    "monthly": 1,
    "month": 1,
}
"""How many months a length has that words name, by its letters."""

_WHOLE_NAMES = "|".join(name for name in MONTHS if len(name) > 4 or name in ("may", "june", "july"))
_SHORT_NAMES = "|".join(sorted((name for name in MONTHS if len(name) < 5), key=len, reverse=True))
_MONTH = rf"(?=(?-i:[JFMASOND]))(?:{_WHOLE_NAMES}|(?:{_SHORT_NAMES})\.?)"
_YEAR = r"(?:19|20)[0-9]{2}"
_SHORT = rf"(?:{_YEAR}|'?[0-9]{{2}}(?![0-9]))"
_SHORT_APART = (
    rf"(?:{_YEAR}|'[0-9]{{2}}(?![0-9])"
    r"|(?:(?<!\s)|(?<=FY\s)|(?<=al\s)|(?<=ar\s)|(?=[0-9]{2}(?:[),;:.]|$)))[0-9]{2}(?![0-9]))"
)
"""A year after a quarter: in `Q2 12 firms` twelve firms are counted."""
_UNTIL = rf"(?:{_YEAR}|[0-9]{{2}}(?![0-9]))"
_DAY = r"[0-9]{1,2}(?![0-9])"
_TH = r"(?:st|nd|rd|th)?"
_PLACE = "|".join(PLACES)
_FISCAL = r"(?:FY|(?:fiscal|financial)(?:[\s-]year)?)"
_NUMBER = rf"(?:[0-9]{{1,3}}|{WORDS})"

HEADS: Final = re.compile(
    rf"""(?<![\w$€£¥.,/])(?:
    (?=[0-9])(?:
        (?P<day>[0-9]{{1,2}}){_TH}\s(?:of\s)?(?P<day_month>{_MONTH})(?:,?\s(?P<day_year>{_YEAR}))?
      | (?P<iso>{_YEAR}-[0-9]{{2}}-[0-9]{{2}})
      | (?P<slashed>[0-9]{{1,2}}/[0-9]{{1,2}}/{_YEAR})
      | (?P<bq>[1-4])Q(?:\s?(?P<bq_fy>FY\s?)?(?P<bq_year>{_SHORT_APART}))?
      | (?P<bh>[12])H(?:\s?(?P<bh_fy>FY\s?)?(?P<bh_year>{_SHORT_APART}))?
      | (?P<bm>[69])M\s?(?P<bm_fy>FY\s?)?(?P<bm_year>{_YEAR}|(?<!\s)'?[0-9]{{2}}(?![0-9]))
      | (?P<yfy>{_YEAR})(?:[/–-](?P<yfy_until>{_UNTIL}))?\s(?:fiscal|financial)\syear
    )
  | (?-i:(?=[JFMASOND]))(?:
        (?P<named_month>{_MONTH})[\s-](?:(?P<named_between>{_YEAR})\s)?quarter
            (?:,?\s(?:of\s)?(?P<named_year>{_YEAR}))?
      | (?P<us_month>{_MONTH})\s(?P<us_day>{_DAY}|[0-9]{{1,2}}(?=[snrt])){_TH}
            (?:,?\s(?P<us_year>{_YEAR}))?
      | (?P<month>{_MONTH})(?:,?\s(?:of\s)?(?P<month_year>{_YEAR}|'[0-9]{{2}}))?
    )
  | (?=[q1-4]|f[iou]|se|th)(?P<q_fiscal>(?:fiscal|financial)[\s-])?
        (?:Q(?P<q>[1-4])|(?P<q_place>{_PLACE})[\s-](?P<q_inner>fiscal\s)?quarter)
        (?:[\s-]?(?:of\s|in\s)?(?:the\s)?(?P<q_fy>{_FISCAL}[\s-]?)?(?P<q_year>{_SHORT_APART})
          |\sof\s(?:the|its)\s(?P<q_open>(?:fiscal|financial)\syear))?
  | (?=[f12])(?P<yq_fy>{_FISCAL}\s?)?(?P<yq_year>{_YEAR})(?:'s)?[\s-]
        (?:Q(?P<yq>[1-4])|(?P<yq_place>{_PLACE})[\s-]quarter)
  | (?=h|fi|se)(?P<h_fiscal>(?:fiscal|financial)[\s-])?
        (?:H(?P<h>[12])|(?P<h_place>first|second)[\s-](?P<h_inner>fiscal\s)?half(?:[\s-]year)?)
        (?:\s?(?:of\s)?(?:the\s)?(?P<h_fy>{_FISCAL}[\s-]?)?(?P<h_year>{_SHORT_APART})
          |\sof\s(?:the|its)\s(?P<h_open>(?:fiscal|financial)\syear))?
  | (?=f[iy]|la)(?:
        (?P<opening>first)[\s-](?P<opening_number>{_NUMBER})[\s-](?P<opening_unit>month|quarter)s?
            (?:\s(?:of|in)\s(?:the\s)?(?P<opening_fy>{_FISCAL}[\s-]?)?(?P<opening_year>{_YEAR}))?
      | (?P<closing>final|last)\s(?:(?P<closing_number>{_NUMBER})\s)?
            (?P<closing_unit>month|quarter|half)s?
            \s(?:of|in)\s(?:the\s)?(?P<closing_fy>{_FISCAL}[\s-]?)?(?P<closing_year>{_YEAR})
      | (?P<fy>{_FISCAL})[\s-]?(?P<fy_year>{_SHORT})(?:[/–-](?P<fy_until>{_UNTIL}))?
    )
  | (?=ov|in|wi|du|fo|ac|th|ne|pa|la|co|pr|tr|ro)(?:
        (?:(?P<over>over|in|within|during|for|across|through)\s(?:the\s)?)?
        (?P<which>next|past|last|coming|previous|following|trailing|rolling)[\s-]
            (?P<length_number>{_NUMBER})[\s-](?P<length_unit>year|quarter|month|week|decade)s?
      | (?:over|within|across|in|during|for)\s(?:a\s)?
            (?P<span_number>{_NUMBER})[\s-](?P<span_unit>year|quarter|month|week|decade)s?
    )
  | (?=[0-9]|on|t[whe]|f[oi]|s[ie]|e[il]|ni)(?P<bare_number>{_NUMBER})[\s-](?P<bare_unit>year|quarter|month|week)s?
  | (?=an|f[ui]|ha|mo|qu|se|tt|lt|ye)(?P<named>
        (?:full|fiscal|financial)[\s-]year|half[\s-]year(?:ly)?|half|year(?:ly)?|quarter(?:ly)?|month(?:ly)?
      | annual|semi-?annual|TTM|LTM)
  | (?=[12])(?:
        (?P<from_year>{_YEAR})[/–-](?P<until_year>{_UNTIL})
      | (?P<year>{_YEAR})
    )
    )(?![\w%])(?![,.][0-9])""",
    re.VERBOSE | re.IGNORECASE,
)
"""What a mention begins with; each group tells a form or holds a part of one."""

RUNNING_TO: Final = re.compile(
    rf"""(?:[\s-]period)?(?:,?\s(?:that|which))?\s(?:(?P<ended>ended|ending)|to|through|until|as\sof)\s
    (?:on\s|in\s)?(?:the\s)?(?:end(?:\sof\s|-))?
    (?:(?:(?P<day>[0-9]{{1,2}}){_TH}\s(?:of\s)?)?(?P<month>{_MONTH})
        (?:\s(?P<us_day>{_DAY}|[0-9]{{1,2}}(?=[snrt])){_TH})?
        (?:,?\s(?:of\s)?(?P<year>{_YEAR}|'[0-9]{{2}}))?
      | (?P<whole_year>{_YEAR}))(?![\w%])""",
    re.VERBOSE | re.IGNORECASE,
)
"""The month with which a length ends, as in `six months to June 2024`."""

JOINED: Final = re.compile(
    r"\s?(?P<dash>[-–—])\s?|\s(?P<word>to|through|until|till|and)\s(?:the\s)?(?:end\sof\s)?",
    re.IGNORECASE,
)
"""What stands between the two ends of a range."""
YEAR_OF_RANGE: Final = re.compile(
    rf"[\s-](?:quarter|period|half)(?:,?\s(?:of\s)?(?P<year>{_YEAR}))?(?!\w)", re.IGNORECASE
)

BEFORE: Final = 24
"""How many code points before a mention are looked at."""
AT_RANGE: Final = re.compile(r"(?:^|\W)(?:between|from|years|in|during)\s$", re.IGNORECASE)
AT_BOTH: Final = re.compile(r"(?:^|\W)between\s$", re.IGNORECASE)
AT_MONTH: Final = re.compile(
    r"(?:^|\W)(?:in|for|during|throughout|month\sof|as\s(?:of|at)|(?:end|month)\sof|end-)\s?$",
    re.IGNORECASE,
)
"""What tells that a month without a year is one, and no name or verb."""
AT_DAY: Final = re.compile(r"(?:^|\W)(?:at|as\s(?:of|at))\s$", re.IGNORECASE)
AT_END: Final = re.compile(
    r"(?<!\w)(?:the\s)?(?:(?:end|close)(?:\sof\s|-)(?:the\s|its\s)?|year[\s-]end\s)$", re.IGNORECASE
)
AT_STATE: Final = re.compile(r"(?:^|\W)as\s(?:of|at)\s(?:the\s)?$", re.IGNORECASE)

_ANYWHERE: Final = re.compile("")
IN_THE: Final = re.compile(
    r"(?:^|\W)(?:in|for|during|over)\sthe\s(?:latest\s|reporting\s|whole\s|full\s)?$", re.IGNORECASE
)
_IN_THE_LAST: Final = re.compile(
    rf"{IN_THE.pattern}|(?:^|\W)(?:this|last|latest)\s$", re.IGNORECASE
)
_FOR_THE: Final = re.compile(r"(?:^|\W)for\sthe\s(?:whole\s|entire\s|full\s)?$", re.IGNORECASE)
STREAK: Final = re.compile(r"(?:^|\W)(?:straight|consecutive|successive)\s$", re.IGNORECASE)
"""What tells that lengths are counted, as in `the sixth straight monthly fall`."""
LEADS: Final = {
    "full year": _ANYWHERE,
    "ttm": _ANYWHERE,
    "ltm": _ANYWHERE,
    "half year": IN_THE,
    "quarter": _IN_THE_LAST,
    "month": _FOR_THE,
    "year": _FOR_THE,
}
"""What stands before a length that a figure covers: `in the quarter`, and not `a quarter of`."""
PAST: Final = re.compile(
    r"(?:\w+\s(?:the\s)?)?(?:trailing|rolling)[\s-]|(?:(?:over|during|for|across|through)\s(?:the\s)?)?(?:past|last|previous)"
    r"[\s-](?:(?:twelve|12)[\s-]month)|(?:over|during|for|across|through)\s(?:the\s)?"
    r"(?:past|last|previous)[\s-][\w\s-]{1,24}(?:month|quarter|week|year)s?$"
)
"""A length that has passed and that a figure covers, in lower case."""

SUMMED: Final = re.compile(
    r"""(?:[\s-]period)?[\s-](?:(?:net|gross|core|operating|pre-?tax|underlying|adjusted|total|
    combined|average|retail|global|domestic|group|economic|gdp|cloud|advertising|export|import|sales|
    revenue|profit|earnings|income|output)[\s-]){0,2}
    (?:growth|rise|rises|gain|gains|increase|decrease|decline|drop|fall|jump|sales|revenues?|turnover|
    profits?|loss|losses|income|earnings|ebitda|output|production|exports?|imports?|deliveries|
    shipments|spending|expenditure|capex|investment|bookings|orders|volumes?|dividend)(?!\w)""",
    re.VERBOSE | re.IGNORECASE,
)
"""What a length is told of, as in `annual net profit`; an annual report or meeting is none."""
OF_MONTH: Final = re.compile(
    r"(?:'s|’s)?\s(?:sales|exports|imports|revenue|output|production|deliveries|shipments|orders)"
    r"(?!\w)"
)
"""What a month without a year is told of, as in `July sales`."""
NOT_SUMMED: Final = re.compile(
    r"[\s-](?:forecast|guidance|outlook|target|goal|estimate|projection|plan|result|report|of(?!\w)|"
    r"ago|earlier|before|since|after|on-|over-|end|to\sdate|point)",
    re.IGNORECASE,
)
"""What, after `full-year` or `the quarter`, tells that no figure of that length is meant."""

HINTS: Final = (
    "uarter", "QUARTER", "half", "Half", "iscal", "nancial", "onth", "years", "the year", "yearly",
    "year to", "year e", "year t", "full-", "full ", "Full", "decade", "week", "nnual", "railing",
)  # fmt: skip
HINT_FORMS: Final = (
    re.compile(r"[12][09][0-9]{2}"),
    re.compile(r"Jan|Feb|Ma[ry]|Apr|Ju[nl]|Aug|Sep|Oct|Nov|Dec|[JFMASOND][AEPUCO][NBRYLGPTVC]"),
    re.compile(r"[1-469][QqHhM]"),
    re.compile(r"[QqHhFTL][1-4YT]"),
)
"""What a text that names a period holds, but for one such as `a three-year plan`.

Several that begin in few ways are found faster than one that begins in many.
"""
