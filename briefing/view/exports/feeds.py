"""`data/feed.atom` (RFC 4287) and `data/feed.json` (JSON Feed 1.1): what changed, newest first.

`data/topics/ID.atom` has what changed on one topic.

Each edition is an entry, and so is each verdict that it moved. An entry's id is made of the site's
address and the number of the edition, which only ever grows at its end: rewording an edition's why
does not make it new. Everything in an entry is plain text.
"""

from __future__ import annotations

from html import escape
from itertools import islice
from typing import TYPE_CHECKING
from urllib.parse import quote, unquote, urlsplit

from briefing.values import dataclass, replace
from briefing.view import editions, words
from briefing.view.exports.texts import as_json, in_utf_8, json_lines, printable

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from briefing.language.messages import Messages
    from briefing.model.judged import Judged
    from briefing.view.editions import EditionView, MovedVerdict
    from briefing.view.site import Site

ATOM = "data/feed.atom"
JSON = "data/feed.json"
MOST_ENTRIES = 200
"""Older entries are only on the page of changes."""
_STATEMENT = 160
"""How much of a claim's statement a title shows, in characters."""


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing that changed; `url` is absolute, `day` an ISO date."""

    id: str
    url: str
    day: str
    title: str
    text: str


def offered(judged: Judged, base: str | None) -> bool:
    """Say whether there are feeds: they need an address, and a date to have been updated on."""
    return base is not None and _updated(judged) is not None


def address_of(topic: str) -> str:
    """Give the address of the Atom feed of a topic."""
    return f"data/topics/{topic}.atom"


def atom(site: Site) -> bytes:
    """Write the Atom feed of all changes."""
    updated = _updated(site.judged)
    return _atom(site, ATOM, site.frame.title, "changes.html", updated, _all_entries(site))


def topic_atom(site: Site, topic: str) -> bytes:
    """Write the Atom feed of what changed on a topic."""
    title = next(one.title for one in site.judged.content.settings.topics if one.id == topic)
    title = site.say("%(briefing)s: %(topic)s", briefing=site.frame.title, topic=title)
    touched = tuple(editions.of_topic(site, topic))
    updated = touched[0].day.iso if touched else _updated(site.judged)
    entries = _entries_of(site, touched, f"/topic/{topic}")
    return _atom(site, address_of(topic), title, f"{topic}.html", updated, entries)


def _atom(
    site: Site, address: str, title: str, page: str, updated: str | None, entries: Iterator[Entry]
) -> bytes:
    base = site.frame.base or ""
    lines = [
        '<?xml version="1.0" encoding="utf-8"?>',
        f'<feed xmlns="http://www.w3.org/2005/Atom" xml:lang={_attribute(site.frame.language)}>',
        f"<id>{_text(base + address)}</id>",
        f"<title>{_text(title)}</title>",
        f"<updated>{_text(_time(updated or ''))}</updated>",
        f"<author><name>{_text(site.frame.title)}</name></author>",
        f'<link rel="self" type="application/atom+xml" href={_attribute(base + address)}/>',
        f'<link rel="alternate" type="text/html" href={_attribute(base + page)}/>',
    ]
    for one in islice(entries, MOST_ENTRIES):
        lines += [
            "<entry>",
            f"<id>{_text(one.id)}</id>",
            f"<title>{_text(one.title)}</title>",
            f"<updated>{_text(_time(one.day))}</updated>",
            f'<link rel="alternate" type="text/html" href={_attribute(one.url)}/>',
            f"<content>{_text(one.text)}</content>",
            "</entry>",
        ]
    return "\n".join((*lines, "</feed>\n")).encode()


def json_feed(site: Site) -> bytes:
    """Write the JSON feed, with the same entries."""
    base, title = site.frame.base or "", site.frame.title
    items = (
        {
            "id": one.id,
            "url": one.url,
            "title": one.title,
            "content_text": one.text,
            "date_published": _time(one.day),
        }
        for one in islice(_all_entries(site), MOST_ENTRIES)
    )
    lines = (
        '{"version": "https://jsonfeed.org/version/1.1"',
        f'"title": {as_json(title)}',
        f'"home_page_url": {as_json(base)}',
        f'"feed_url": {as_json(base + JSON)}',
        f'"language": {as_json(site.frame.language)}',
        f'"authors": {as_json([{"name": title}])}',
        '"items": ',
    )
    return in_utf_8(",\n".join(lines), json_lines(items), "}\n")


def _all_entries(site: Site) -> Iterator[Entry]:
    return _entries_of(site, editions.editions(site), "")


def _entries_of(site: Site, shown: Iterable[EditionView], apart: str) -> Iterator[Entry]:
    """Make the entries of each edition: the edition itself, then the verdicts that it moved.

    `apart` tells their names from those of another feed, whose entries say something else.
    """
    for edition in shown:
        day = edition.day.iso or ""
        whole = Entry(
            id=_tag(site, day, edition.id + apart),
            url=f"{site.frame.base}changes.html#{edition.id}",
            day=day,
            title=site.say("%(day)s: %(summary)s", day=edition.day.text, summary=edition.summary),
            text=edition.why,
        )
        yield whole
        for move in edition.moved:
            yield replace(
                whole,
                id=f"{whole.id}/{move.id}",
                url=f"{site.frame.base}{move.claim.href}" if move.claim else whole.url,
                title=_moved(move, site.say),
                text=" ".join(part for part in (move.why, edition.why) if part),
            )


def _moved(move: MovedVerdict, say: Messages) -> str:
    claim = words.clipped(move.claim.statement, _STATEMENT) if move.claim else move.id
    after = words.sentence_case(say.word(move.after))
    return say(
        "%(after)s, was %(before)s: %(claim)s",
        after=after,
        before=say.word(move.before),
        claim=claim,
    )


def _updated(judged: Judged) -> str | None:
    """Give the day of the newest edition, else the day as of which the briefing speaks."""
    recorded = judged.content.history.changes
    return recorded[-1].on if recorded else judged.as_of


def _tag(site: Site, day: str, name: str) -> str:
    """Name something for good by the site's address and a day (RFC 4151, tag URIs)."""
    parts = urlsplit(site.frame.base or "")
    host, path = unquote(parts.hostname or ""), unquote(parts.path)
    return f"tag:{quote(host, safe='')},{day}:{quote(path + name, safe='/')}"


def _time(day: str) -> str:
    """Give the beginning of a day as a date and time (RFC 3339)."""
    return f"{day}T00:00:00Z"


def _text(text: str) -> str:
    return escape(printable(text), quote=False)


def _attribute(text: str) -> str:
    return f'"{escape(printable(text))}"'
