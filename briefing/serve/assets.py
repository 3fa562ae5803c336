"""Hold the preview's own script and style sheet.

They stand here and not in `static/`, whose files are published with every site.
"""

from __future__ import annotations

# Browsers open six connections to a server at most, all tabs together: a hidden tab gives its own
# back. The stream begins with the edition that is shown, so nothing is missed in between.
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
