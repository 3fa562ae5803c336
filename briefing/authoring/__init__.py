"""What commands write into an author's project: a new project, new entries.

Nothing that an author wrote is ever overwritten, and the comments, order and layout of a file stay as they are.
"""

from briefing.authoring.adding import SOURCES, Added, Adding, add
from briefing.authoring.additions import Kind, new_entry
from briefing.authoring.example import holds_example, remove_example
from briefing.authoring.projects import new_project
from briefing.authoring.written import Written

__all__ = [
    "SOURCES",
    "Added",
    "Adding",
    "Kind",
    "Written",
    "add",
    "holds_example",
    "new_entry",
    "new_project",
    "remove_example",
]
