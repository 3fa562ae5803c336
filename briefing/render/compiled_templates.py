"""Keep the code of the package's templates where Python keeps that of the package's modules.

Compiling all templates takes a fifth of checking a small briefing. The code is written by Python's own
loader, into `__pycache__` beside this module, and so only where Python may write that of modules: not
where PYTHONDONTWRITEBYTECODE is set, and nowhere if the folder is read-only. It is read if the text of
the template, the words of the language, this engine and Jinja are what it was made of; anything else
is compiled anew. A project's own templates are never kept.
"""

from __future__ import annotations

import contextlib
import hashlib
import sys
from importlib.machinery import SourceFileLoader
from importlib.util import cache_from_source
from pathlib import Path
from typing import TYPE_CHECKING

import jinja2
from jinja2 import BytecodeCache, compiler

from briefing.render import direct, translating

if TYPE_CHECKING:
    from jinja2.bccache import Bucket

    from briefing.language.messages import Messages

_LOADER = SourceFileLoader(__name__, __file__)
_ENGINE = (direct.__file__, translating.__file__, compiler.__file__)


class CompiledTemplates(BytecodeCache):
    """Gives Jinja the code of templates in one language."""

    def __init__(self, say: Messages) -> None:
        made_of = hashlib.blake2b(f"{jinja2.__version__} {say.digest}".encode())
        for file in _ENGINE:
            made_of.update(_LOADER.get_data(file))
        self._made_of = made_of
        self._language = (say.digest or "en")[:8]

    def get_source_checksum(self, source: str) -> str:
        """Return a digest of all that the code of a template is made of."""
        whole = self._made_of.copy()
        whole.update(source.encode())
        return whole.hexdigest()

    def get_cache_key(self, name: str, filename: str | None = None) -> str:  # noqa: ARG002 (Jinja's)
        """Return the file for the code of the template `name`."""
        return cache_from_source(str(Path(__file__).with_name(f"{name}-{self._language}.html")))

    def load_bytecode(self, bucket: Bucket) -> None:
        """Read the code of a template, if it is there and current."""
        with contextlib.suppress(Exception):  # a file that is cut off can fail in any way
            bucket.bytecode_from_string(_LOADER.get_data(bucket.key))

    def dump_bytecode(self, bucket: Bucket) -> None:
        """Write the code of a template, whole or not at all."""
        if not sys.dont_write_bytecode:
            _LOADER.set_data(bucket.key, bucket.bytecode_to_string())
