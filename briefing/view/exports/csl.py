"""`data/sources.csl.json`: the sources for reference managers, as CSL-JSON.

The shape is that of the Citation Style Language's schema `csl-data.json` 1.0. What is not known is
left out; what the analyst infers is also in `note`, with the reason.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from briefing import prose
from briefing.view.exports.texts import in_utf_8, json_lines

if TYPE_CHECKING:
    from collections.abc import Iterator

    from briefing.language.messages import Messages
    from briefing.model.content import Source
    from briefing.view.site import Site

_DATE = re.compile(r"(\d{4})(?:-(\d\d))?(?:-(\d\d))?")


def sources(site: Site) -> bytes:
    """Write all sources, sorted by id."""
    named = sorted(site.judged.content.sources.items())
    return in_utf_8(json_lines(_item(site, source) for _, source in named), "\n")


def _item(site: Site, source: Source) -> dict[str, object]:
    url = prose.web_link(source.url)
    item: dict[str, object] = {
        "id": source.id,
        "type": "webpage" if url else "document",
        "title": source.title,
    }
    if source.author:
        item["author"] = [{"literal": source.author}]
    publisher = site.judged.content.publishers.get(source.publisher or "")
    if publisher:
        item["container-title"] = publisher.name
    parts = _date_parts(source)
    if parts:
        item["issued"] = {"date-parts": [parts]}
    if url:
        item["URL"] = url
    note = " ".join(_inferred(source, site.say))
    if note:
        item["note"] = note
    return item


def _date_parts(source: Source) -> list[int] | None:
    """Give year, month and day as far as they are known."""
    if source.published.period is None or source.published.period.is_unknown:
        return None
    match = _DATE.fullmatch(source.published.text)
    return [int(part) for part in match.groups() if part] if match else None


def _inferred(source: Source, say: Messages) -> Iterator[str]:
    if source.publisher and source.publisher_because:
        yield say("Publisher inferred: %(why)s.", why=source.publisher_because.rstrip("."))
    if source.published.because and _date_parts(source):
        yield say("Date inferred: %(why)s.", why=source.published.because.rstrip("."))
