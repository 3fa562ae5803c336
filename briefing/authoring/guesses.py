"""Judge what a file says of its article: one guess for each key, with the words it rests on."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from briefing.language import common, known, languages
from briefing.language.identify import name_of, visibly_other
from briefing.language.months import month_numbers
from briefing.model.description import Hint, Told
from briefing.values import dataclass, replace

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

_ISO_DATE = re.compile(r"(?<!\d)(\d{4})[-/.]?(\d\d)[-/.]?(\d\d)(?!\d)")
_SPELT_DATE = re.compile(
    r"(?P<day>\d{1,2})(?:st|nd|rd|th|\.|er)?\s+(?:de\s+)?(?P<month>[^\W\d_]+)\.?,?\s+(?:de\s+)?(?P<year>\d{4})"
    r"|(?P<month2>[^\W\d_]+)\.?\s+(?P<day2>\d{1,2})(?:st|nd|rd|th)?,?\s+(?P<year2>\d{4})"
    r"|(?P<year3>\d{4})年(?P<month3>\d{1,2})月(?P<day3>\d{1,2})日"
)
_TAG = re.compile(r"([A-Za-z]{2,3})(?:[-_]([A-Za-z]{4}|[A-Za-z]{2}))?")
_SITE = re.compile(r"\s+[-–—|:·]\s+[^-–—|:·]*$")
_AFTER_NAMES = re.compile(r"\s[-–—|•·]\s")
_PATH_DATE = re.compile(r"/((?:19|20)\d\d)[/-](\d{1,2}|[a-z]{3})[/-](\d{1,2})(?!\d)")
_HOST = re.compile(r"(?:[\w-]+\.)+[a-z]{2,}", re.ASCII)
_EARLY = 40
"""Characters of a line after which a date in it is one that its prose speaks of."""
_LINE = 200
"""Characters of a line that are looked at: what is longer is prose."""
_OPENING = 12
"""Lines at the top of a text in which a title, a byline and a date are looked for."""


@dataclass(frozen=True, slots=True)
class Guess:
    """A value for a key of a source's entry, and what it rests on."""

    value: str
    hint: Hint

    @property
    def basis(self) -> str:
        """What it rests on, on one line; the words too unless they are the value."""
        told = f"guessed from {self.hint.where}"
        return told if self.hint.words == self.value else f"{told}: {self.hint.words}"


def guesses(hints: Iterable[Hint], text: str, language: str) -> Mapping[Told, Guess]:
    """Choose the first usable hint for each key; what the article's `text` shows itself comes last.

    `language` is the project's; a source in the same language needs no key of its own.
    """
    told = tuple(hints)
    held = (*told, *_dated(told), *_opening(text))
    found: dict[Told, Guess] = {}
    for hint in held:
        value = _USABLE[hint.key](hint.words)
        is_title = hint.key == "publisher" and "title" in found and value == found["title"].value
        if value is not None and not is_title:
            found.setdefault(hint.key, Guess(value, hint))
    if "publisher" not in found and "url" in found:
        host = (urlsplit(found["url"].value).hostname or "").removeprefix("www.")
        found["publisher"] = Guess(host, Hint("publisher", host, "the address of the page"))
    _without_site(found, [hint.words for hint in held if hint.key == "publisher"])
    _as_its_words_show(found, text, language)
    return found


def name_as_title(stem: str) -> Guess:
    """Guess a title from the name of a file, for want of a better one."""
    words = " ".join(stem.replace("_", " ").replace("-", " ").split()) or stem
    return Guess(words, Hint("title", words, "the name of the file"))


def _without_site(found: dict[Told, Guess], sites: Iterable[str]) -> None:
    """Cut the site or the author off the end of a title, and drop an author who is the publisher."""
    title, author = found.get("title"), found.get("author")
    names = {site.casefold() for site in sites}
    if author is not None and author.value.casefold() in names:
        del found["author"]
    elif author is not None:
        names.add(author.value.casefold())
    if title is not None:
        head = _SITE.sub("", title.value)
        last = title.value[len(head) :].strip(" -–—|:·")
        if head and last.casefold() in names:
            found["title"] = replace(title, value=head)


def _as_its_words_show(found: dict[Told, Guess], text: str, language: str) -> None:
    """Correct the language by the words of the article; leave it out if it is the project's."""
    told = found["language"].value if "language" in found else language
    other = visibly_other(text, told)
    if other is not None:
        hint = Hint("language", name_of(other), "its words")
        found["language"] = Guess(other, hint)
    elif told.partition("-")[0] == language.partition("-")[0]:
        found.pop("language", None)


def _dated(hints: Iterable[Hint]) -> Iterator[Hint]:
    """Read the date that is part of the page's address, as in /2015/04/16/ or /2019/jan/03/."""
    for hint in hints:
        path = urlsplit(hint.words).path if hint.key == "url" and _url(hint.words) else ""
        found = _PATH_DATE.search(path)
        if found:
            year, month, day = found.groups()
            number = _month(month)
            words = f"{year}-{number:02}-{int(day):02}" if number else ""
            yield Hint("published", words, "the address of the page")


def _opening(text: str) -> Iterator[Hint]:
    """Read a title, a byline and a date off the first lines of a text."""
    lines = [line.strip("\ufeff \t\r")[:_LINE] for line in text.split("\n")]
    lines = [line for line in lines if line][:_OPENING]
    if lines and len(lines[0]) < _LINE and "://" not in lines[0]:  # a longer one is prose
        yield Hint("title", " ".join(lines[0].split()), "its first line")
    for line in lines:
        byline = _byline().match(line)
        if byline and len(line) < 100:
            yield Hint("author", byline["name"], "its byline")
    for line in lines:
        spelt = _SPELT_DATE.search(line) or _ISO_DATE.search(line)
        if spelt and len(line) < _LINE and spelt.start() < _EARLY:
            yield Hint("published", spelt[0], "its first lines")


@cache
def _byline() -> re.Pattern[str]:
    words = "|".join(_before_names())
    return re.compile(rf"(?:{words})[ :]\s*(?P<name>\S.{{2,80}})", re.IGNORECASE)


@cache
def _before_names() -> tuple[str, ...]:
    return tuple(word for row in common("bylines")["byline"] for word in row["words"])


def _title(words: str) -> str | None:
    return words if len(words) > 1 else None


def _name(words: str) -> str | None:
    """Return a name of a person or an organization; addresses and handles are not names."""
    byline = _byline().fullmatch(words)
    words = (byline["name"] if byline else words).strip(" ,;|").replace(" ,", ",")
    return None if "://" in words or words.startswith(("@", "www.")) or not words else words


def _publisher(words: str) -> str | None:
    """Return the name of a site, without the motto that follows it."""
    name = _name(words)
    return name and _AFTER_NAMES.split(name)[0]


def _author(words: str) -> str | None:
    """Return the names in a byline: without the time and the office that follow on its line."""
    name = _name(words)
    if name is None or _HOST.fullmatch(name) or name.casefold() in _before_names():
        return None
    dates = (_SPELT_DATE.search(name), _ISO_DATE.search(name))
    end = min((found.start() for found in dates if found), default=len(name))
    return _AFTER_NAMES.split(name[:end])[0].strip(" ,;|-–—") or None


def _date(words: str) -> str | None:
    """Return the ISO date that some words give, whatever is around it; a year or a month alone too."""
    if re.fullmatch(r"\d{4}(?:-(?:0[1-9]|1[0-2]))?", words):
        return words
    iso = _ISO_DATE.search(words)
    spelt = _SPELT_DATE.search(words)
    if iso:
        year, month, day = map(int, iso.groups())
    elif spelt and (number := _month(spelt["month"] or spelt["month2"] or spelt["month3"])):
        year = int(spelt["year"] or spelt["year2"] or spelt["year3"])
        month, day = number, int(spelt["day"] or spelt["day2"] or spelt["day3"])
    else:
        return None
    try:
        return date(year, month, day).isoformat()
    except ValueError:
        return None


def _month(name: str) -> int | None:
    if name.isdecimal():
        return int(name)
    held = (month_numbers(language).get(name.lower()) for language in sorted(languages()))
    return next((number for number in held if number), None)


def _language(words: str) -> str | None:
    tag = _TAG.match(words)
    if tag is None:
        return None
    written = tag[1].lower() + (f"-{tag[2].upper()}" if tag[2] and len(tag[2]) == 2 else "")
    return written if known(written) or len(tag[1]) == 2 else None


def _url(words: str) -> str | None:
    return words if re.match(r"https?://[^\s/]+\.[^\s]+$", words) else None


_USABLE: Mapping[Told, Callable[[str], str | None]] = {
    "title": _title,
    "publisher": _publisher,
    "author": _author,
    "published": _date,
    "language": _language,
    "url": _url,
    "selector": _title,
}
