"""Read what the file of an article says of itself: metadata, JSON-LD, bylines, front matter.

Hints come in the order of trust; the same thing may be told several times, and differently.
"""

from __future__ import annotations

import contextlib
import json
import re
from typing import TYPE_CHECKING, Any

from briefing.load.articles.choosing import selector_of
from briefing.load.articles.html import part_of
from briefing.load.articles.pdf import pdf_information
from briefing.model.description import Hint, Told

if TYPE_CHECKING:
    from collections.abc import Iterator

    from bs4.element import Tag

    from briefing.model.content import Limits

_LONGEST = 300
"""Characters of a hint; what is longer is no title and no name."""
_NAMED = 10
"""Words of a byline; what is longer tells more than names."""
_BYLINES = "[rel=author], [itemprop=author], [class*=byline], [class*=author], [class*=auto], [class*=auteur]"
_HEADLINE = 0.33
"""The share of a page's `<title>` from which a heading in it is the article's, and no site's name."""
_DIVIDING = "-|:_·•»«[("
_TYPOGRAPHY = str.maketrans("‘’“”–—", "''\"\"--")
_META: tuple[tuple[Told, tuple[str, ...]], ...] = (
    ("title", ("og:title", "dc.title", "citation_title", "twitter:title", "parsely-title")),
    ("publisher", ("publisher", "dc.publisher", "citation_journal_title", "og:site_name",
                   "application-name")),
    ("author", ("author", "dc.creator", "citation_author", "article:author", "og:article:author",
                "parsely-author", "sailthru.author", "byl", "byline")),
    ("published", ("article:published_time", "datepublished", "dc.date.issued", "dc.date",
                   "citation_publication_date", "parsely-pub-date", "sailthru.date", "pubdate",
                   "publish-date", "date")),
    ("language", ("content-language", "dc.language", "og:locale")),
    ("url", ("og:url",)),
)  # fmt: skip
"""The names of metadata that tell each thing, in small letters, the most telling first."""
_LINKED: tuple[tuple[Told, str], ...] = (
    ("title", "headline"), ("publisher", "publisher"), ("author", "author"),
    ("published", "datePublished"), ("language", "inLanguage"), ("url", "url"),
)  # fmt: skip
"""Properties of an article in JSON-LD (schema.org)."""
_FRONT_MATTER = re.compile(r"\ufeff?---[ \t]*\r?\n(.*?)^---[ \t]*$", re.DOTALL | re.MULTILINE)
_FRONT_LINE = re.compile(r"^(\w+):[ \t]*(\S[^\r\n]*)", re.MULTILINE)
_FRONT_KEYS: dict[str, Told] = {
    "title": "title", "publisher": "publisher", "source": "url", "url": "url", "author": "author",
    "date": "published", "published": "published", "lang": "language", "language": "language",
}  # fmt: skip
_ARTICLE = re.compile(r"Article|Report|BlogPosting|Review|WebPage", re.ASCII)
_BYLINE = re.compile(r"\b(?:byline|author|autore?|auteur)\b", re.IGNORECASE)
_CHARSET = re.compile(rb"<meta[^>]*charset\s*=\s*[\"']?([\w.:-]+)", re.IGNORECASE)
_ENCODING = re.compile(
    r"windows-125\d|iso-8859-\d+|koi8-[ru]|gbk|gb2312|gb18030|big5|euc-(?:jp|kr)|shift_jis|iso-2022-jp"
)
"""The encodings of pages other than UTF-8 (WHATWG, Encoding) that Python reads under the same name."""
_SAVED = re.compile(r"<!-- saved from url=\(\d+\)(\S+) -->")


def read_metadata(name: str, data: bytes, limits: Limits) -> tuple[Hint, ...]:
    """Return what a file that can be read tells of its article, the most telling first for each key.

    The end of `name` says what kind of file it is.
    """
    ending = name.lower().rpartition(".")[2]
    held: Iterator[Hint] = iter(())
    if ending in ("html", "htm"):
        held = _of_page(data.decode(), limits)
    elif ending == "pdf":
        held = _of_pdf(data)
    elif ending == "md":
        held = _of_front_matter(data.decode())
    return tuple(hint for hint in held if hint.words and len(hint.words) <= _LONGEST)


def as_utf8(name: str, data: bytes) -> tuple[bytes, str | None]:
    """Convert a page to UTF-8 from the encoding that it declares; return it and that encoding's name.

    A file that is UTF-8, no page, or in no encoding that it declares comes back as it is, with None.
    """
    declared = _CHARSET.search(data[:4_096])
    if declared is None or not name.lower().endswith((".html", ".htm")):
        return data, None
    try:
        data.decode()
    except UnicodeDecodeError:
        # As browsers do: what is called Latin-1 is Windows-1252.
        label = declared[1].decode("ascii").lower()
        encoding = "windows-1252" if label in ("iso-8859-1", "latin1", "us-ascii") else label
        with contextlib.suppress(LookupError, ValueError):
            if not _ENCODING.fullmatch(encoding):
                return data, None
            return data.decode(encoding).encode(), encoding
    return data, None


def _of_page(html: str, limits: Limits) -> Iterator[Hint]:
    part = part_of(html, None, limits.html_elements)
    if isinstance(part, str):
        return
    headline = _headline(part.page)
    if headline is not None:
        yield from _hint("title", headline.get_text(" "), f"<{headline.name}>")
    yield from _linked(part.page)
    yield from _meta(part.page)
    yield from _marked_up(part.page, part.element)
    yield from _bylines(part.page, part.element, headline)
    yield from _saved_from(html)
    if part.rival is not None:
        chosen, other = selector_of(part.element, part.page), selector_of(part.rival, part.page)
        yield from _hint("selector", chosen, f"the longest text; the other long one is '{other}'")


def _of_pdf(data: bytes) -> Iterator[Hint]:
    told = pdf_information(data)
    yield from _hint("title", told.get("/Title"), "the file's properties, /Title")
    yield from _hint("author", told.get("/Author"), "the file's properties, /Author")


def _of_front_matter(text: str) -> Iterator[Hint]:
    front = _FRONT_MATTER.match(text)
    for name, words in _FRONT_LINE.findall(front[1]) if front else ():
        key = _FRONT_KEYS.get(name.lower())
        if key is not None:
            yield from _hint(key, words.strip("\"' "), f"the front matter, {name}")


def _hint(key: Told, words: object, where: str) -> Iterator[Hint]:
    if isinstance(words, str):
        yield Hint(key, " ".join(words.split()), where)


def _headline(page: Tag) -> Tag | None:
    """Find the heading that makes up most of the page's `<title>`: the rest of that is the site's."""
    title = page.find("title")
    whole = _plain(title.get_text()) if title is not None else ""
    sizes = [
        (len(words), head)
        for head in page.select("[itemprop=headline], h1, h2")
        if _is_part(words := _plain(head.get_text(" ")), whole)
    ]
    size, head = max(sizes, key=lambda one: one[0], default=(0, None))
    return head if size >= _HEADLINE * len(whole) else None


def _is_part(words: str, whole: str) -> bool:
    """Return whether nothing but a sign such as a dash divides some words from the rest of a title."""
    before, found, after = whole.partition(words) if words else ("", "", "")
    return bool(found) and before.rstrip()[-1:] in _DIVIDING and after.lstrip()[:1] in _DIVIDING


def _plain(words: str) -> str:
    """Return words as headings and titles compare: without case, typography and line breaks."""
    return " ".join(words.casefold().translate(_TYPOGRAPHY).split())


def _meta(page: Tag) -> Iterator[Hint]:
    held: dict[str, tuple[list[str], str]] = {}
    for meta in page.find_all("meta"):
        for attribute in ("property", "name", "itemprop", "http-equiv"):
            name = meta.get(attribute)
            if isinstance(name, str):
                where = f'<meta {attribute}="{name}">'
                held.setdefault(name.lower(), ([], where))[0].append(str(meta.get("content") or ""))
    for key, names in _META:
        for name in names:
            if name in held:
                contents, where = held[name]
                several = key == "author" and len(contents) > 1  # one element for each author
                words = "; ".join(dict.fromkeys(contents)) if several else contents[0]
                yield from _hint(key, words, where)


def _linked(page: Tag) -> Iterator[Hint]:
    """Read JSON-LD; invalid JSON is skipped, as search engines do."""
    for script in page.find_all("script", type="application/ld+json"):
        try:
            held = json.loads(script.get_text())
        except (ValueError, RecursionError):
            continue
        for thing in _articles(held):
            for key, property_ in _LINKED:
                for words in _texts(thing.get(property_)):
                    yield from _hint(key, words, f"JSON-LD, {property_}")


def _articles(held: Any) -> Iterator[dict[str, Any]]:  # noqa: ANN401 (any JSON)
    """Yield the descriptions of articles in JSON-LD, articles before mere pages."""
    graph = held.get("@graph", [held]) if isinstance(held, dict) else held
    things = (
        [thing for thing in graph if isinstance(thing, dict)] if isinstance(graph, list) else []
    )
    kinds = [str(thing.get("@type")) for thing in things]
    for is_page in (False, True):
        for thing, kind in zip(things, kinds, strict=True):
            if _ARTICLE.search(kind) and ("WebPage" in kind) == is_page:
                yield thing


def _texts(value: Any) -> list[str]:  # noqa: ANN401 (any JSON)
    """Return the text or the names that a property gives."""
    values = value if isinstance(value, list) else [value]
    names = [one.get("name") if isinstance(one, dict) else one for one in values]
    texts = [name for name in names if isinstance(name, str)]
    return [", ".join(texts)] if texts else []


def _marked_up(page: Tag, article: Tag) -> Iterator[Hint]:
    """Read the elements that show a title or a date, or that link to the page itself."""
    title = page.find("title")
    said = _plain(title.get_text()) if title is not None else ""
    for element in article.select("h1")[:1]:
        if _plain(element.get_text(" ")) not in said:  # else it is a part, such as the site's name
            yield from _hint("title", element.get_text(" "), "<h1>")
    if title is not None:
        yield from _hint("title", title.get_text(), "<title>")
    for element in page.select("h1")[:1]:
        yield from _hint("title", element.get_text(" "), "<h1>")
    times = article.select("time[datetime]") or page.select("time[datetime]")
    for element in page.select("time[datetime][itemprop=datePublished]") or times:
        yield from _hint("published", element.get("datetime"), "<time>")
        break
    whole = page.find("html")
    for holder in (whole, page.find("body")):
        if holder is not None:
            yield from _hint("language", holder.get("lang") or holder.get("xml:lang"),
                             f"<{holder.name} lang>")  # fmt: skip
    for link in page.select("link[rel=canonical]"):
        yield from _hint("url", link.get("href"), '<link rel="canonical">')


def _bylines(page: Tag, article: Tag, headline: Tag | None) -> Iterator[Hint]:
    """Read the first byline below the headline or in the article; another only if it is the only one."""
    held: list[tuple[str, str]] = []
    below = False
    for element in page.select(f"{_BYLINES}, [itemprop=headline], h1, h2"):
        below = below or element is headline
        classes = " ".join(map(str, element.get_attribute_list("class")))
        marked = element.get("rel") or element.get("itemprop") == "author"
        words = " ".join(element.get_text(" ").split())
        if element.name in ("h1", "h2") or not (marked or _BYLINE.search(classes)):
            continue
        if 0 < len(words.split()) <= _NAMED and not any(map(str.isdigit, words)):
            held.append((words, f"<{element.name}>, a byline"))
            if below or any(parent is article for parent in element.parents):
                yield from _hint("author", *held[-1])
                return
    if len({words.casefold() for words, _ in held}) == 1:
        yield from _hint("author", *held[0])


def _saved_from(html: str) -> Iterator[Hint]:
    """Read the address that a browser writes at the top of a page that it saves."""
    found = _SAVED.search(html[:2_000])
    if found:
        yield from _hint("url", found[1], "the note of the browser that saved the page")
