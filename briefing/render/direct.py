"""Compile the package's own templates into code that takes half the time of Jinja's.

Jinja asks the environment for each attribute, makes a `Markup` of each value that it escapes, and looks
at each call for special arguments. This engine reads attributes as Python does, leaves escaped text a
plain string, and calls macros at once; all else is Jinja's. What Jinja would do beyond that raises here,
and `render` then sets the page with Jinja's own engine.

The generator overrides methods that Jinja does not promise to keep, so Jinja is pinned to a minor
version, and `tests/test_engines.py` compares the bytes of both engines. Without the sandbox this is
for templates of the package alone.
"""

from __future__ import annotations

from keyword import iskeyword
from typing import TYPE_CHECKING, Any

from jinja2 import Environment
from jinja2.compiler import CodeGenerator
from jinja2.runtime import Macro

if TYPE_CHECKING:
    from collections.abc import Callable, MutableMapping

    from jinja2 import nodes
    from jinja2.compiler import Frame
    from jinja2.runtime import Context


def text(value: Any) -> str:  # noqa: ANN401 (whatever a page holds)
    """Return what Jinja's `escape` returns, as a plain string."""
    if type(value) is not str:
        if hasattr(value, "__html__"):
            html: str = value.__html__()
            return html
        value = str(value)
    escaped: str = value.replace("&", "&amp;").replace(">", "&gt;").replace("<", "&lt;")
    return escaped.replace("'", "&#39;").replace('"', "&#34;")


def call(context: Context, called: Callable[..., Any], *read: Any, **named: Any) -> Any:  # noqa: ANN401
    """Call a macro as Jinja's context would, without looking for what it asks for; all else with it."""
    if type(called) is Macro:
        return called(context.eval_ctx, *read, **named)
    return context.call(called, *read, **named)


class _Generator(CodeGenerator):
    """Writes the Python code of a template; each method begins as Jinja's of the same name."""

    _is_asked_whether_defined = False

    def visit_Template(self, node: nodes.Template, frame: Frame | None = None) -> None:  # noqa: N802
        self.writeline(f"from {__name__} import call, text")
        super().visit_Template(node, frame)

    def visit_Getattr(self, node: nodes.Getattr, frame: Frame) -> None:  # noqa: N802
        if self._is_asked_whether_defined or iskeyword(node.attr):
            super().visit_Getattr(node, frame)
            return
        self.write("(")
        self.visit(node.node, frame)
        self.write(f").{node.attr}")

    def visit_Test(self, node: nodes.Test, frame: Frame) -> None:  # noqa: N802
        self._is_asked_whether_defined = node.name in ("defined", "undefined")
        super().visit_Test(node, frame)
        self._is_asked_whether_defined = False

    def visit_Call(  # noqa: N802
        self, node: nodes.Call, frame: Frame, forward_caller: bool = False  # noqa: FBT001, FBT002
    ) -> None:  # fmt: skip
        if forward_caller:
            super().visit_Call(node, frame, forward_caller)
            return
        self.write("call(context, ")
        self.visit(node.node, frame)
        self.signature(node, frame)
        self.write(")")

    def _output_child_pre(self, node: nodes.Expr, frame: Frame, finalize: Any) -> None:  # noqa: ANN401
        if frame.eval_ctx.volatile or not frame.eval_ctx.autoescape:
            super()._output_child_pre(node, frame, finalize)
        else:
            self.write("text(")


class Direct(Environment):
    """Jinja with this generator."""

    code_generator_class = _Generator

    def make_globals(self, d: MutableMapping[str, Any] | None) -> MutableMapping[str, Any]:
        """Return one mapping: Jinja's chain of two is copied slowly for each page."""
        return {**self.globals, **(d or {})}
