"""Write the preview's own HTML: the banner, the page of problems, plain notices.

Only this module of the preview makes HTML. Anything from an author's file is escaped, and control
characters are made visible.
"""

from __future__ import annotations

from html import escape
from typing import TYPE_CHECKING

from briefing import report

if TYPE_CHECKING:
    from briefing.diagnostics import Diagnostic
    from briefing.serve.session_state import SessionState

RESERVED = "/_briefing/"
"""Paths below this one belong to the preview."""
PROBLEMS = f"{RESERVED}problems"
STYLE = f"{RESERVED}preview.css"
SCRIPT = f"{RESERVED}reload.js"
STREAM = f"{RESERVED}reload"

BANNER_ROWS = 3
PAGE_ROWS = 200
POLICY = (
    "default-src 'none'; style-src 'self'; script-src 'self'; connect-src 'self'; img-src data:; "
    "base-uri 'none'; form-action 'none'; frame-ancestors 'self'"
)
"""The content policy of the preview's own pages."""
_FAILED = "This is a bug in the program, not in your files; the terminal shows what happened."

# The script and the style sheet live here because files in `static/` are published with every site.

# A browser opens at most six connections to a server for all its tabs, so a hidden tab closes its
# own. A stream begins with the edition that is shown, so no change is missed.
RELOAD_JS = """\
"use strict";
(() => {
  const script = document.currentScript;
  const address = script.src.replace(/\\.js$/, "");
  let stream = null;
  const follow = () => {
    if (document.hidden) {
      stream?.close();
      stream = null;
    } else if (stream === null) {
      stream = new EventSource(address);
      stream.addEventListener("edition", (event) => {
        if (event.data !== script.dataset.edition) location.reload();
      });
    }
  };
  document.addEventListener("visibilitychange", follow);
  follow();
})();
"""

PREVIEW_CSS = """\
.briefing-preview, .briefing-preview-page {
  --paper: #fff5f3; --ink: #4a0e08; --line: #b3261e; --code: #fde3df;
  color-scheme: light dark;
  font: 1rem/1.5 system-ui, sans-serif;
}
@media (prefers-color-scheme: dark) {
  .briefing-preview, .briefing-preview-page {
    --paper: #2b1210; --ink: #ffdad5; --line: #ff8a7d; --code: #451f1b;
  }
}
.briefing-preview {
  background: var(--paper); color: var(--ink);
  border-bottom: 3px solid var(--line); padding: .75rem 1.25rem; text-align: start;
}
.briefing-preview p { margin: 0; max-width: none; }
.briefing-preview ul { margin: .5rem 0; padding-inline-start: 1.25rem; }
.briefing-preview li { margin: .25rem 0; overflow-wrap: anywhere; }
.briefing-preview a, .briefing-preview-page a {
  color: inherit; display: inline-block; min-height: 24px; text-decoration: underline;
}
.briefing-preview a:focus-visible, .briefing-preview-page :focus-visible {
  outline: 3px solid var(--line); outline-offset: 2px;
}
.briefing-preview code, .briefing-preview-page code {
  background: var(--code); color: inherit; padding: 0 .25em; border-radius: 3px;
  font: .875em/1.5 ui-monospace, monospace;
}
.briefing-preview-page { --paper: #fdfcfa; background: var(--paper); color: var(--ink); margin: 0; }
@media (prefers-color-scheme: dark) { .briefing-preview-page { --paper: #191413; } }
.briefing-preview-page main { max-width: 72rem; margin: 0 auto; padding: 1.5rem 1.25rem; }
.briefing-preview-page h1 { font-size: 1.5rem; line-height: 1.25; }
.briefing-preview-page [role="region"] { overflow-x: auto; }
.briefing-preview-page table { border-collapse: collapse; width: 100%; }
.briefing-preview-page :is(th, td) {
  border-bottom: 1px solid var(--line); padding: .5rem 1rem .5rem 0;
  text-align: start; vertical-align: top;
}
.briefing-preview-page td code { white-space: nowrap; }
.briefing-preview-page td:nth-child(2) { font-variant-numeric: tabular-nums; }
.briefing-preview-page td:last-child { min-width: 18rem; overflow-wrap: anywhere; }
@media print { .briefing-preview { display: none; } }
"""


def script(edition: int) -> str:
    """Write the element that reloads its page once the site has another edition."""
    return f'<script src="{SCRIPT}" data-edition="{edition}"></script>'


def banner(state: SessionState) -> str:
    """Write the banner that says why the newest text is not shown; empty if it is shown."""
    if state.failed:
        said = f"<p><strong>This change could not be checked.</strong> {_FAILED}</p>"
    elif state.blocking:
        first = "".join(f"<li>{_line(one)}</li>" for one in state.blocking[:BANNER_ROWS])
        said = (
            f"<p><strong>{_count(state)}.</strong> "
            "You see the last good version until this is fixed.</p>"
            f'<ul>{first}</ul><p><a href="{PROBLEMS}">All problems and where they are</a></p>'
        )
    else:
        return ""
    return (
        f'<link rel="stylesheet" href="{STYLE}">'
        f'<aside class="briefing-preview" aria-label="Problems">{said}</aside>'
    )


def problems(state: SessionState) -> str:
    """Write the page that lists the findings as a table of files, lines, codes and messages."""
    if state.failed:
        said = f"<p>{_FAILED}</p>"
    elif state.found:
        said = _table(state.found)
    else:
        said = "<p>No problems found.</p>"
    back = "" if state.shown is None else '<p><a href="/">Back to the site</a></p>'
    title = "This change could not be checked" if state.failed else _count(state)
    return _page(title, said + back, script(state.edition))


def notice(title: str, text: str) -> str:
    """Write a page of one sentence, used where the site has no page to show."""
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


def _count(state: SessionState) -> str:
    said = report.summary(state.found, strict=state.strict)
    return said[0].upper() + said[1:]


def _line(one: Diagnostic) -> str:
    place = f"{one.at.file}:{one.at.line}"
    return f"<code>{_inert(place)}</code> {_inert(one.code)}: <bdi>{_inert(one.message)}</bdi>"


def _table(found: tuple[Diagnostic, ...]) -> str:
    rows = "".join(_row(one) for one in found[:PAGE_ROWS])
    rest = len(found) - PAGE_ROWS
    more = f"<p>And {rest:,} more; <code>briefing check</code> shows more.</p>" if rest > 0 else ""
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
