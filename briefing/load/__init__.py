"""Turn a project's files into values; the only stage that reads a project from disk."""

from briefing.load.articles import (
    article,
    as_utf8,
    part_read,
    read_article,
    read_metadata,
    undescribed,
)
from briefing.load.bibliography import read_bibliography
from briefing.load.disk import line_reader, read_editable, taken
from briefing.load.ids import check_id
from briefing.load.inputs import input_folders, inputs, is_input
from briefing.load.installed import Installed, read_installed
from briefing.load.look import read_look, read_static
from briefing.load.manual import about
from briefing.load.project import NOTHING, Loaded, load
from briefing.load.starter import read_starter
from briefing.load.surroundings import Repository, Surroundings, read_surroundings

__all__ = [
    "NOTHING",
    "Installed",
    "Loaded",
    "Repository",
    "Surroundings",
    "about",
    "article",
    "as_utf8",
    "check_id",
    "input_folders",
    "inputs",
    "is_input",
    "line_reader",
    "load",
    "part_read",
    "read_article",
    "read_bibliography",
    "read_editable",
    "read_installed",
    "read_look",
    "read_metadata",
    "read_starter",
    "read_static",
    "read_surroundings",
    "taken",
    "undescribed",
]
