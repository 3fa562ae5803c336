"""What the preview shows and what is wrong, as one value that is replaced whole.

The last good site stays up while the newest text cannot be shown. Pages are rendered on
request, so an error in a template can show up late, in a site that seemed good. The site before it
is kept for that case.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from briefing.diagnostics import Diagnostic, blocks, settle
from briefing.values import dataclass, replace

if TYPE_CHECKING:
    from briefing.pipeline import Examined


@dataclass(frozen=True, slots=True)
class SessionState:
    """One edition of the preview; `edition` grows with each change that a reader could see."""

    edition: int
    strict: bool
    shown: Examined | None = None
    """The newest good site; None if there has been none yet."""
    before: Examined | None = None
    """The good site before that, until a template of `shown` fails."""
    found: tuple[Diagnostic, ...] = ()
    """The findings of the newest text, whatever is shown."""
    failed: bool = False
    """Whether this program itself crashed on the newest text."""

    @property
    def blocking(self) -> tuple[Diagnostic, ...]:
        """The findings that keep the newest text from being shown."""
        return tuple(one for one in self.found if blocks((one,), strict=self.strict))

    def after(self, newest: Examined) -> SessionState:
        """Record an examination; show its site unless a finding blocks it."""
        next_one = replace(self, edition=self.edition + 1, found=newest.found, failed=False)
        if newest.site is None or newest.renderer is None or next_one.blocking:
            return next_one
        return replace(next_one, shown=newest, before=self.shown)

    def after_mistake(self, culprit: Examined, mistake: Diagnostic) -> SessionState:
        """Record that a template of the shown site failed; fall back to the site before.

        An error in a site no longer shown, or one already known, changes nothing.
        """
        if self.shown is not culprit or (self.before is None and mistake in self.found):
            return self
        return replace(
            self,
            edition=self.edition + 1,
            found=settle((*self.found, mistake), {}),
            shown=self.before or self.shown,
            before=None,
        )

    def after_failure(self) -> SessionState:
        """Record that this program crashed while examining the newest text."""
        return replace(self, edition=self.edition + 1, found=(), failed=True)
