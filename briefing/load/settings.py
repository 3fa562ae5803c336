"""Read `briefing.yaml`."""

from __future__ import annotations

import re
from datetime import date
from types import MappingProxyType
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from briefing.diagnostics import (
    CODES,
    YIELDING,
    Diagnostic,
    Severity,
    Span,
    diagnostic,
    did_you_mean,
)
from briefing.load.ids import check_id, repeated
from briefing.load.keys import SettingsForm
from briefing.load.languages import check_language, check_messages
from briefing.located import Node, decode, parse, salvage
from briefing.model.content import Entity, Limits, Settings, Topic
from briefing.units import kept
from briefing.voices import folded

if TYPE_CHECKING:
    from collections.abc import Iterator

FILE = "briefing.yaml"
_MONTH_DAY = re.compile(r"(\d\d)-(\d\d)")
_MAIL = re.compile(r"[^\s@<>?&#/\\\"]+@[^\s@<>?&#/\\\"]+\.[^\s@<>?&#/\\\".]+")
_FEWEST_VOICES = 2
_NOT_IN_ADDRESSES = re.compile(r"[\s\\<>\"^`{|}\x00-\x1f\x7f]")
"""What no address holds as it is (RFC 3986, 2.2): programs would end it there or write it anew."""


@kept(lambda: tuple[Settings | None, tuple[Diagnostic, ...]])
def read_settings(text: str) -> tuple[Settings | None, tuple[Diagnostic, ...]]:
    """Read the text of `briefing.yaml` into settings; None if it has mistakes."""
    root, found = parse(text, FILE)
    if root is None:
        return None, found
    form, mistakes = decode(root, SettingsForm)
    if form is None:
        rest = salvage(root, SettingsForm)
        return None, (*found, *mistakes, *(_mistakes(root, rest) if rest else ()))
    mistakes += tuple(_mistakes(root, form))
    topics = tuple(
        Topic(topic.id, topic.title, _of(node, "id"))
        for topic, node in zip(form.topics, _elements(root, "topics"), strict=True)
    )
    entities = {
        id_: Entity(
            id_,
            (entity.name if entity else None) or id_,
            entity.fiscal_year_end if entity else None,
            _of(root.get("entities"), id_),
            entity.speakers if entity else (),
        )
        for id_, entity in form.entities.items()
    }
    settings = Settings(
        title=form.title,
        topics=topics,
        entities=MappingProxyType(entities),
        as_of=form.as_of,
        language=form.language,
        site_url=form.site_url,
        corrections=form.corrections,
        publish=form.publish,
        corroboration_voices=form.corroboration.voices,
        limits=Limits(form.limits.article_bytes, form.limits.html_elements),
        severities=MappingProxyType({c: Severity(s) for c, s in form.severities.items()}),
    )
    found = (*found, *mistakes)
    at = _of(root, "language")
    told = (*check_language(form.language, at), *check_messages(form.language, at))
    return (None if found else settings), (*found, *told)


def _mistakes(root: Node, form: SettingsForm) -> Iterator[Diagnostic]:
    """Find mistakes that the form cannot show: ids, dates, codes and counts."""
    ids = [node.get("id") for node in _elements(root, "topics")]
    for node in ids:
        if node is not None:
            yield from check_id(node.text, node.at)
    yield from repeated((node.text, node.at) for node in ids if node is not None)
    if form.as_of is not None and not is_date(form.as_of):
        at = _at(root, "as_of")
        yield diagnostic("bad-date", at, f"invalid date '{form.as_of}'", hint="write 2025-02-24")
    if form.corroboration.voices < _FEWEST_VOICES:
        at = _at(root.get("corroboration"), "voices")
        yield diagnostic(
            "bad-value", at, "must be at least 2: one voice cannot corroborate a claim"
        )
    yield from _address_mistakes(root, form)
    for name in ("article_bytes", "html_elements"):
        if getattr(form.limits, name) < 1:
            yield diagnostic("bad-value", _at(root.get("limits"), name), "must be at least 1")
    for id_, entity in form.entities.items():
        node = root.get("entities")
        yield from check_id(id_, _of(node, id_))
        end = entity.fiscal_year_end if entity else None
        if node is not None and end is not None and not _is_month_day(end):
            at = _at(node.get(id_), "fiscal_year_end")
            hint = 'write the last day of the fiscal year as "03-31"'
            yield diagnostic("bad-date", at, f"invalid month and day '{end}'", hint=hint)
    yield from _speaker_mistakes(root, form)
    yield from _severity_mistakes(root, form)


def _speaker_mistakes(root: Node, form: SettingsForm) -> Iterator[Diagnostic]:
    """Find speakers who speak for two entities, so that nobody can tell whose words they are."""
    spoken_for: dict[str, str] = {}
    for id_, entity in form.entities.items():
        node = root.get("entities")
        for name in entity.speakers if entity else ():
            first = spoken_for.setdefault(folded(name), id_)
            if node is not None and first != id_:
                at = _at(node.get(id_), "speakers")
                yield diagnostic("bad-value", at, f"'{name}' speaks for {first} already")


def _address_mistakes(root: Node, form: SettingsForm) -> Iterator[Diagnostic]:
    wrong = _wrong_address(form.site_url) if form.site_url is not None else None
    if wrong is not None:
        yield diagnostic("bad-value", _at(root, "site_url"), wrong)
    if form.corrections is not None and not _takes_corrections(form.corrections):
        message = "must be a mail address or the address of a repository"
        hint = "for example desk@example.org or https://github.com/owner/name"
        yield diagnostic("bad-value", _at(root, "corrections"), message, hint=hint)


def _takes_corrections(where: str) -> bool:
    return bool(_MAIL.fullmatch(where)) or _wrong_address(where) is None


def _wrong_address(url: str) -> str | None:
    """Say why pages cannot stand below an address, or return None if they can."""
    if not re.match(r"https?://[^\s/?#]", url):
        return "must begin with https:// or http://"
    if unfit := _NOT_IN_ADDRESSES.search(url):
        return f"an address cannot contain {'a space' if unfit[0].isspace() else unfit[0]}"
    try:
        parts = urlsplit(url)
        named = parts.hostname is not None and parts.port != 0
    except ValueError:
        return "must name a host"
    if not named:
        return "must name a host"
    if "?" in url or "#" in url:
        return "must be the address of a folder, without a query or a fragment"
    if parts.path.lower().endswith((".html", ".htm")):
        return "must be the address of a folder, not of a page"
    return None


def _severity_mistakes(root: Node, form: SettingsForm) -> Iterator[Diagnostic]:
    node = root.get("severities")
    for code, severity in form.severities.items():
        at = node.key_at(code) if node else Span(FILE)
        if code not in CODES:
            hint = did_you_mean(code, list(CODES))
            yield diagnostic("bad-value", at, f"there is no code '{code}'", hint=hint)
        elif CODES[code] is Severity.ERROR and severity != "error" and code not in YIELDING:
            yield diagnostic("bad-value", at, f"'{code}' must stay an error")
        elif CODES[code] is Severity.ERROR and severity == "off":
            message = f"'{code}' can be lowered but not turned off"
            yield diagnostic("bad-value", at, message)


def is_date(text: str) -> bool:
    """Return whether a text is a calendar day such as 2025-02-24."""
    try:
        return date.fromisoformat(text).isoformat() == text
    except ValueError:
        return False


def _is_month_day(text: str) -> bool:
    return _MONTH_DAY.fullmatch(text) is not None and is_date(f"2024-{text}")


def _at(node: Node | None, key: str) -> Span:
    value = node.get(key) if node else None
    return value.at if value else Span(FILE)


def _of(node: Node | None, key: str) -> Span:
    return node.key_at(key) if node else Span(FILE)


def _elements(node: Node, key: str) -> tuple[Node, ...]:
    value = node.get(key)
    return value.elements() if value else ()
