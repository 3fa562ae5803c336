"""Turn a project's files into values; the only stage that reads a project from disk."""

from briefing.load.articles import article, part_read, read_article, undescribed
from briefing.load.disk import line_reader
from briefing.load.inputs import input_folders, inputs, is_input
from briefing.load.look import read_look, read_static
from briefing.load.manual import about
from briefing.load.project import Loaded, load

__all__ = [
    "Loaded",
    "about",
    "article",
    "input_folders",
    "inputs",
    "is_input",
    "line_reader",
    "load",
    "part_read",
    "read_article",
    "read_look",
    "read_static",
    "undescribed",
]
