"""Choose the element of a page that holds the article.

Pages say `<article>` of teasers and comments too, and some say it of nothing. So the words decide:
sentences outside links count for the element around them, and the best element grows to the
one that holds the whole. The same page gives the same element everywhere (decision 17).
"""

from __future__ import annotations

from collections import Counter, defaultdict
from typing import TYPE_CHECKING, NamedTuple

from briefing.load.articles.markup import elements, escape
from briefing.load.articles.visible import Line, is_hidden, lines
from briefing.patterns import compiled

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Sequence

    from bs4.element import Tag

_FURNITURE = frozenset({"nav", "aside", "footer"})
_FURNITURE_ROLES = frozenset({"navigation", "complementary", "contentinfo", "search", "banner"})
_COMMENTS = frozenset(
    {
        "comments", "comments-area", "comments-list", "comments-section", "comment-list",
        "comment-section", "commentlist", "disqus_thread", "respond",
    }
)  # fmt: skip
"""Ids and classes by which pages mark what readers wrote below an article."""
_UNITS = frozenset({"p", "li", "blockquote", "dd", "dt", "pre", "h1", "h2", "h3", "h4"})
"""Blocks that hold one paragraph: its words speak for the element around them."""
_ROWS = frozenset({"li", "dd", "dt", "td", "th", "caption", "pre"})
_WIDE = compiled("[\u3040-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uac00-\ud7af\uf900-\ufaff]")
"""Characters that say about as much as two letters."""
_SENTENCE = 60
"""The size of a line that is prose and no label."""
_MOST = 600
"""One paragraph counts as this much at most, so that no single block outweighs an article."""
_REACH = 4
"""How many elements around a paragraph it speaks for, each for less."""
_WHOLE = 1.33
"""An element around the best one is the whole article if it holds so many times its content."""
_DENSE = 0.65
"""The share of content that such an element has."""
_MENU = 3
_LINKED = 0.8
"""A list of links has at least so many lines, and this share of its characters is in links."""
_CLOSE = 1.1
"""An element is taken along if it adds only a headline or a byline."""
_LONGEST_SELECTOR = 300
_RIVAL = 0.5
"""Another element makes the choice doubtful from this share of the content on."""


class Choice(NamedTuple):
    """The element that is read, what is left out of it, and another that might be meant."""

    element: Tag
    left_out: frozenset[int]
    """The `id()` of each element inside that does not belong to the article: menus, asides, comments."""
    rival: Tag | None
    """An element apart that holds about as much prose."""


def choose(page: Tag) -> Choice:
    """Choose the element of a page that holds the article; of a page without prose, the fullest."""
    body = page.find("body") or page
    furniture = frozenset(id(each) for each in _furniture(body))
    held = list(lines(body, furniture))
    if not held:
        held, furniture = list(lines(body)), frozenset()
    sums = _Sums(body, held)
    best = max(sums.scored, key=lambda each: sums.score[id(each)], default=None)
    named = _fullest(body, sums)
    if best is None:
        return Choice(named, furniture, None)
    if sums.unlinked[id(named)] > sums.content[id(best)] and not _holds(named, best):
        best = named
    chosen = _grown(best, body, sums)
    menus = frozenset(id(each) for each in elements(chosen) if _is_menu(each, sums))
    return Choice(chosen, furniture | menus, _rival(chosen, sums))


def _furniture(body: Tag) -> Iterator[Tag]:
    """Yield what is beside an article; nothing that holds the page's headline does."""
    above: set[int] = set()
    for headline in body.find_all("h1"):
        for each in headline.parents:
            if id(each) in above:
                break
            above.add(id(each))
    for element in elements(body):
        if id(element) in above:
            continue
        marks = {str(element.get("id", "")), *(element.get("class") or ())}
        if (
            element.name in _FURNITURE
            or element.get("role") in _FURNITURE_ROLES
            or (marks & _COMMENTS and element.name not in ("main", "article"))
        ):
            yield element


def size(text: str) -> int:
    """Measure how much a text says, in letters of an alphabet."""
    return len(text) + len(_WIDE.findall(text))


class _Sums:
    """How much the elements of a page hold, by their `id()`."""

    def __init__(self, body: Tag, held: Sequence[Line]) -> None:
        self.score: dict[int, float] = defaultdict(float)
        """Of prose, near an element."""
        self.scored: list[Tag] = []
        """The elements with a score, in the order of the page."""
        self.content: Counter[int] = Counter()
        """The size of prose and of rows in an element."""
        self.unlinked: Counter[int] = Counter()
        """The size of the lines in an element that are not links."""
        self.whole: Counter[int] = Counter()
        """The size of all lines in an element."""
        self.linked: Counter[int] = Counter()
        """The size of what is in links in an element."""
        self.lines: Counter[int] = Counter()
        for line in held:
            self._add(line, body)
        for element in reversed([body, *elements(body)]):
            if element is not body and element.parent is not None:
                for sums in (self.content, self.unlinked, self.whole, self.linked, self.lines):
                    sums[id(element.parent)] += sums[id(element)]

    def _add(self, line: Line, body: Tag) -> None:
        measured, owner = size(line.text), line.owner
        self.whole[id(owner)] += measured
        self.linked[id(owner)] += line.linked * measured // len(line.text)
        self.lines[id(owner)] += 1
        if line.linked > len(line.text) / 3:
            return
        self.unlinked[id(owner)] += measured
        if measured >= _SENTENCE or owner.name in _ROWS:
            self.content[id(owner)] += measured
        if measured < _SENTENCE:
            return
        around = owner.parent if owner.name in _UNITS and owner is not body else owner
        for distance in range(1, _REACH + 1):
            if around is None or id(around) not in self.score:
                if around is None:
                    return
                self.scored.append(around)
            self.score[id(around)] += min(measured, _MOST) / distance
            around = None if around is body else around.parent


def _is_menu(element: Tag, sums: _Sums) -> bool:
    """Return whether an element lists links to other things, or is a teaser of another article."""
    if sums.content[id(element)]:
        return False
    if element.name == "article":
        return sums.whole[id(element)] > 0
    linked = sums.linked[id(element)] >= sums.whole[id(element)] * _LINKED
    return linked and sums.lines[id(element)] >= _MENU


def _fullest(body: Tag, sums: _Sums) -> Tag:
    """Return what the page itself calls its article, or its main part, else the body."""
    for name in ("article", "main"):
        named = [each for each in body.find_all(name) if not is_hidden(each)]
        if named:
            return max(named, key=lambda each: sums.unlinked[id(each)])
    return body


def _grown(best: Tag, body: Tag, sums: _Sums) -> Tag:
    """Grow the best element to the one with the whole article, and its headline if that is near."""
    chosen = best
    while (whole := _whole(chosen, body, sums)) is not None:
        chosen = whole
    most = sums.whole[id(chosen)] * _CLOSE
    for around in _around(chosen, body):
        if around is body or sums.whole[id(around)] > most:
            break
        chosen = around
    return chosen


def _whole(chosen: Tag, body: Tag, sums: _Sums) -> Tag | None:
    """Return the nearest element around with much more content, unless it is mostly other things."""
    content = sums.content[id(chosen)]
    for inner, around in zip((chosen, *_around(chosen, body)), _around(chosen, body), strict=False):
        if sums.content[id(around)] >= content * _WHOLE:
            dense = sums.content[id(around)] >= sums.unlinked[id(around)] * _DENSE
            return around if dense or _is_series(inner, around, sums) else None
    return None


def _is_series(inner: Tag, around: Tag, sums: _Sums) -> bool:
    """Return whether an element is one of several alike, which hold most of the content around."""
    alike = [
        each
        for each in around.find_all(inner.name, recursive=False)
        if each.get("class") == inner.get("class")
    ]
    content = sum(sums.content[id(each)] for each in alike)
    return len(alike) > 1 and content >= sums.unlinked[id(around)] / 2


def _around(element: Tag, body: Tag) -> Iterator[Tag]:
    """Yield the elements around one, from the inside; an article ends at its own element."""
    while element is not body and element.name != "article" and element.parent is not None:
        element = element.parent
        yield element


def _holds(outer: Tag, inner: Tag) -> bool:
    return outer is inner or any(each is outer for each in inner.parents)


def _rival(chosen: Tag, sums: _Sums) -> Tag | None:
    """Return the best element apart from the chosen one if it holds about as much."""
    within = {id(chosen), *(id(each) for each in elements(chosen))}
    without = within | {id(each) for each in chosen.parents}
    apart = [each for each in sums.scored if id(each) not in without]
    rival = max(apart, key=lambda each: sums.content[id(each)], default=None)
    if rival is None or sums.content[id(rival)] < sums.content[id(chosen)] * _RIVAL:
        return None
    return rival


def selector_of(element: Tag, page: Tag) -> str | None:
    """Write a CSS selector whose first match is the element; None if there is no short one."""
    for candidate in _selectors(element):
        if page.select_one(candidate) is element:
            return candidate
    return None


def _selectors(element: Tag) -> Iterable[str]:
    """Yield selectors from the plainest on: by id, name and classes, and the same below one with id."""
    if element.get("id"):
        yield f"#{escape(str(element['id']))}"
    yield element.name
    classes = "".join(f".{escape(each)}" for each in element.get("class") or ())
    if classes:
        yield element.name + classes
    path = ""
    for each in (element, *element.parents):
        if each.get("id") or each.name == "body":
            start = f"#{escape(str(each['id']))}" if each.get("id") else "body"
            yield f"{start}{path}"
            return
        place = 1 + len(each.find_previous_siblings(each.name))
        path = f" > {each.name}:nth-of-type({place}){path}"
        if len(path) > _LONGEST_SELECTOR:
            return
