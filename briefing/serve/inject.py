"""Inject the preview's script and banner into a page that was rendered for publishing.

The page's own content security policy is widened by just what they need.
"""

from __future__ import annotations

import html
import re

_META = re.compile(
    rb"<meta\s[^>]*http-equiv\s*=\s*[\"']?content-security-policy\b[^>]*>", re.IGNORECASE
)
_CONTENT = re.compile(rb"content\s*=\s*(\"[^\"]*\"|'[^']*')", re.IGNORECASE)
_BODY = re.compile(rb"<body\b[^>]*>", re.IGNORECASE)
_MAIN = re.compile(rb"<main\b", re.IGNORECASE)
_END = re.compile(rb"</body\s*>", re.IGNORECASE)
_NEEDED = ("connect-src", "script-src", "style-src")
_WHERE_PRESENT = ("script-src-elem", "style-src-elem")


def inject(page: bytes, *, top: str, end: str) -> bytes:
    """Add `top` before a page's `<main>` and `end` at the end of its body; widen its policy.

    Not at the very top of the body, where the skip link is.
    """
    opening = _BODY.search(page)
    cut = opening.end() if opening else len(page)
    head, body = _META.sub(_widened, page[:cut]), page[cut:]
    main = _MAIN.search(body)
    start = main.start() if main else 0
    endings = list(_END.finditer(body))
    close = endings[-1].start() if endings else len(body)
    return b"".join(
        (head, body[:start], top.encode(), body[start:close], end.encode(), body[close:])
    )


def _widened(meta: re.Match[bytes]) -> bytes:
    return _CONTENT.sub(_with_own, meta[0])


def _with_own(content: re.Match[bytes]) -> bytes:
    policy = html.unescape(content[1][1:-1].decode())
    return f'content="{html.escape(widen(policy), quote=True)}"'.encode()


def widen(policy: str) -> str:
    """Let a content policy also allow scripts, styles and streams from the page's own origin.

    What a policy leaves open stays open. The first of two equal directives counts, and a missing
    one falls back to `default-src` (W3C Content Security Policy Level 3).
    """
    directives: dict[str, list[str]] = {}
    for part in policy.split(";"):
        name, *sources = part.split() or [""]
        if name:
            directives.setdefault(name.lower(), sources)
    fallback = directives.get("default-src")
    for name in (*_NEEDED, *(one for one in _WHERE_PRESENT if one in directives)):
        given = directives.get(name, fallback)
        if given is not None:
            kept = [source for source in given if source.lower() not in ("'none'", "'self'")]
            directives[name] = [*kept, "'self'"]
    return "; ".join(" ".join((name, *sources)) for name, sources in directives.items())
