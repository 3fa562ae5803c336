"""Parse HTML as browsers do. Only this module imports turbohtml, and only this package bs4.

turbohtml follows the HTML standard in linear time, and Beautiful Soup holds the tree and finds what
the author's selector means (decision 16).
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from bs4 import BeautifulSoup
    from bs4.builder import HTMLTreeBuilder
    from bs4.element import Tag
    from turbohtml import Node


class InvalidSelectorError(Exception):
    """A CSS selector that cannot be read."""


class TooManyElementsError(Exception):
    """A page has more elements and attributes than it may."""


def parse(html: str, most: int) -> BeautifulSoup:
    """Parse a page; any text is one. Each element knows the line of the page that it begins in, and the column, from 0.

    `TooManyElementsError` if it has more than `most` elements and attributes together: each takes
    more than a kilobyte.
    """
    from bs4 import BeautifulSoup

    return BeautifulSoup(html, builder=_builder(most))


def select(page: Tag, selector: str) -> Tag | None:
    """Return the first element that a CSS selector matches; raise if it cannot be read or followed."""
    import soupsieve

    try:
        return page.select_one(selector)
    except (
        soupsieve.SelectorSyntaxError, NotImplementedError, ValueError, RecursionError
    ) as error:  # fmt: skip
        raise InvalidSelectorError(selector) from error


def elements(outer: Tag) -> list[Tag]:
    """List the elements inside one, in the order of the page."""
    from bs4.element import Tag

    return [each for each in outer.descendants if isinstance(each, Tag)]


def escape(name: str) -> str:
    """Write an id or a class as a selector does."""
    import soupsieve

    return soupsieve.escape(name)


def _builder(most: int) -> HTMLTreeBuilder:
    """Return what fills a soup with the tree of the standard's parser, without recursion."""
    from bs4.builder import HTMLTreeBuilder
    from turbohtml import Element, Text, parse

    class Builder(HTMLTreeBuilder):
        NAME = "turbohtml"
        TRACKS_LINE_NUMBERS = True

        def feed(self, markup: str | bytes) -> None:
            soup = self.soup
            if soup is None:
                raise TypeError("a builder feeds the soup that it belongs to")
            waiting: list[Node | str] = [parse(markup, scripting=True)]
            held = 0
            while waiting:
                node = waiting.pop()
                if isinstance(node, str):
                    soup.handle_endtag(node)
                elif isinstance(node, Text):
                    soup.handle_data(node.data)
                elif isinstance(node, Element):
                    attributes = {
                        name: value if isinstance(value, str) else " ".join(value or ())
                        for name, value in node.attrs.items()
                    }
                    held += 1 + len(attributes)
                    if held > most:
                        raise TooManyElementsError
                    line, column = node.source_line, node.source_col
                    soup.handle_starttag(node.tag, None, None, attributes, line, column)
                    waiting += [node.tag, *reversed(node.children)]
                elif not waiting:
                    waiting += reversed(node.children)

    return Builder()
