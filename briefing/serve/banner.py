"""Write what the preview itself says: the banner, the page of problems, plain notices.

The one place in the preview that makes HTML. Everything an author's file holds is text here: it
is escaped, and characters that a browser would obey are made visible.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from briefing import report

if TYPE_CHECKING:
    from briefing.diagnostics import Diagnostic
    from briefing.serve.standing import Standing

RESERVED = "/_briefing/"
"""Paths below this one are the preview's own."""
PROBLEMS = f"{RESERVED}problems"
STYLE = f"{RESERVED}preview.css"
SCRIPT = f"{RESERVED}reload.js"
STREAM = f"{RESERVED}reload"

BANNER_ROWS = 3
PAGE_ROWS = 200
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; "
    "base-uri 'none'; form-action 'none'"
)
"""The content policy of the preview's own pages."""
_FAILED = "This is a fault of the program, not of your files: the terminal says what happened."


def script(edition: int) -> str:
    """Write the element that reloads its page when the site is no longer of this edition."""
    return f'<script src="{SCRIPT}" data-edition="{edition}"></script>'


def banner(standing: Standing) -> str:
    """Say above a page of the last good site what keeps the newest text from being shown.

    Empty where nothing does.
    """
    if standing.failed:
        said = f"<p><strong>This change could not be examined.</strong> {_FAILED}</p>"
    elif standing.grave:
        first = "".join(f"<li>{_line(one)}</li>" for one in standing.grave[:BANNER_ROWS])
        said = (
            f"<p><strong>{_count(standing)}.</strong> "
            "Until this is mended you see the last good version.</p>"
            f'<ul>{first}</ul><p><a href="{PROBLEMS}">All problems, with their places</a></p>'
        )
    else:
        return ""
    return (
        f'<link rel="stylesheet" href="{STYLE}">'
        f'<aside class="briefing-preview" aria-label="Problems">{said}</aside>'
    )


def problems(standing: Standing) -> str:
    """Write the page that lists what was found, as a table of places, codes and messages."""
    if standing.failed:
        said = f"<p>{_FAILED}</p>"
    elif standing.found:
        said = _table(standing.found)
    else:
        said = "<p>Nothing was found.</p>"
    back = "" if standing.shown is None else '<p><a href="/">Back to the site</a></p>'
    title = "This change could not be examined" if standing.failed else _count(standing)
    return _page(title, said + back, script(standing.edition))


def notice(title: str, text: str) -> str:
    """Write a page of one sentence, for where the site has none to show."""
    return _page(title, f"<p>{_inert(text)}</p>", "")


def _page(title: str, content: str, end: str) -> str:
    return (
        '<!doctype html><html lang="en"><head><meta charset="utf-8">'
        '<meta name="viewport" content="width=device-width, initial-scale=1">'
        f'<title>{_inert(title)} · briefing</title><link rel="icon" href="data:,">'
        f'<link rel="stylesheet" href="{STYLE}"></head>'
        f'<body class="briefing-preview-page"><main><h1>{_inert(title)}</h1>{content}</main>{end}'
        "</body></html>\n"
    )


def _count(standing: Standing) -> str:
    said = report.summary(standing.found, strict=standing.strict)
    return said[0].upper() + said[1:]


def _line(one: Diagnostic) -> str:
    place = f"{one.at.file}:{one.at.line}"
    return f"<code>{_inert(place)}</code> {_inert(one.code)}: <bdi>{_inert(one.message)}</bdi>"


def _table(found: tuple[Diagnostic, ...]) -> str:
    rows = "".join(_row(one) for one in found[:PAGE_ROWS])
    rest = len(found) - PAGE_ROWS
    more = f"<p>And {rest} more, which <code>briefing check</code> lists.</p>" if rest > 0 else ""
    heads = "".join(f'<th scope="col">{name}</th>' for name in ("File", "Line", "Code", "Message"))
    return (
        '<div role="region" aria-label="Problems" tabindex="0"><table>'
        f"<thead><tr>{heads}</tr></thead><tbody>{rows}</tbody></table></div>{more}"
    )


def _row(one: Diagnostic) -> str:
    message = f"<bdi>{_inert(one.message)}</bdi>"
    notes = [one.label or "", f"help: {one.hint}" if one.hint else ""]
    notes += [f"{other.at.file}:{other.at.line}: {other.message}" for other in one.related]
    message += "".join(f"<br><small><bdi>{_inert(note)}</bdi></small>" for note in notes if note)
    code = f"<code>{_inert(one.code)}</code> <small>{one.severity}</small>"
    cells = (f"<code>{_inert(one.at.file)}</code>", str(one.at.line), code, message)
    return f'<tr class="{one.severity}">{"".join(f"<td>{cell}</td>" for cell in cells)}</tr>'


def _inert(text: str) -> str:
    return escape(report.inert(text))
