"""List how money is written: the signs and codes before a number, and the names after one."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

BEFORE: Final = {
    "US$": "USD",
    "U.S.$": "USD",
    "HK$": "HKD",
    "NT$": "TWD",
    "NZ$": "NZD",
    "AU$": "AUD",
    "CA$": "CAD",
    "A$": "AUD",
    "C$": "CAD",
    "S$": "SGD",
    "R$": "BRL",
    "$": "USD",
    "€": "EUR",
    "£": "GBP",
    "₩": "KRW",
    "₹": "INR",
    "CN¥": "CNY",
    "JP¥": "JPY",
    "¥": "¥",
    "RMB": "CNY",
    "CNY": "CNY",
    "CNH": "CNY",
    "USD": "USD",
    "EUR": "EUR",
    "GBP": "GBP",
    "JPY": "JPY",
    "HKD": "HKD",
    "TWD": "TWD",
    "KRW": "KRW",
    "INR": "INR",
    "SGD": "SGD",
    "AUD": "AUD",
    "CAD": "CAD",
    "CHF": "CHF",
    "SEK": "SEK",
    "NOK": "NOK",
    "DKK": "DKK",
    "SAR": "SAR",
    "AED": "AED",
    "BRL": "BRL",
    "MYR": "MYR",
    "IDR": "IDR",
    "THB": "THB",
    "PHP": "PHP",
    "VND": "VND",
    "RM": "MYR",
    "RP": "IDR",
    "₽": "RUB",
    "₺": "TRY",
    "₱": "PHP",
    "฿": "THB",
    "₫": "VND",
    "₪": "ILS",
    "RS.": "INR",
    "RS": "INR",
}
"""By the spelling in capitals, before a number."""

AFTER: Final = {
    "yuan": "CNY",
    "renminbi": "CNY",
    "rmb": "CNY",
    "cny": "CNY",
    "dollar": "USD",
    "us dollar": "USD",
    "u.s. dollar": "USD",
    "american dollar": "USD",
    "greenback": "USD",
    "usd": "USD",
    "hong kong dollar": "HKD",
    "hkd": "HKD",
    "taiwan dollar": "TWD",
    "new taiwan dollar": "TWD",
    "twd": "TWD",
    "singapore dollar": "SGD",
    "sgd": "SGD",
    "australian dollar": "AUD",
    "aud": "AUD",
    "canadian dollar": "CAD",
    "cad": "CAD",
    "euro": "EUR",
    "eur": "EUR",
    "pound": "GBP",
    "pounds sterling": "GBP",
    "gbp": "GBP",
    "yen": "JPY",
    "japanese yen": "JPY",
    "jpy": "JPY",
    "south korean won": "KRW",
    "korean won": "KRW",
    "won": "KRW",
    "krw": "KRW",
    "rupee": "INR",
    "indian rupee": "INR",
    "inr": "INR",
    "swiss franc": "CHF",
    "franc": "CHF",
    "chf": "CHF",
    "rouble": "RUB",
    "ruble": "RUB",
    "real": "BRL",
    "reais": "BRL",
    "rand": "ZAR",
    "riyal": "SAR",
    "ringgit": "MYR",
    "rupiah": "IDR",
    "baht": "THB",
    "dong": "VND",
    "philippine peso": "PHP",
    "mexican peso": "MXN",
    "lira": "TRY",
    "zloty": "PLN",
    "forint": "HUF",
    "shekel": "ILS",
    "dirham": "AED",
    "krona": "SEK",
    "kronor": "SEK",
    "kroner": "DKK",
    "chinese yuan": "CNY",
    "€": "EUR",
    "£": "GBP",
    "cent": "USD",
    "us cent": "USD",
    "pence": "GBP",
}
"""By the lower-case spelling without a plural s, after a number and its scale."""

HUNDREDTHS: Final = frozenset({"cent", "cents", "us cent", "us cents", "pence"})
"""Names of `AFTER_NAMES` that stand for a hundredth of their unit."""

HUNDREDTH: Final = Decimal("0.01")

VERBS_TOO: Final = frozenset({"won", "real", "pound", "pounds", "rand", "dong"})
"""Names of `AFTER_NAMES` that are other words too: they need a scale or a number of three digits."""

AFTER_NAMES: Final = {
    **AFTER,
    **{f"{name}s": code for name, code in AFTER.items() if name.isascii() and name[-1] != "s"},
}
"""`AFTER` with every plural."""

_CODES = "|".join(key for key in BEFORE if key.isalpha())
_SIGNS = "|".join(
    key.replace("$", r"\$").replace(".", r"\.") for key in BEFORE if not key.isalpha()
)
BEFORE_PATTERN: Final = rf"(?:{_SIGNS})\s?|(?:{_CODES})\s?"
"""A sign or code with the blank that may follow it, to be read without regard to case."""
