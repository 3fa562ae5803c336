"""What the preview shows and what is wrong, as one value that is replaced whole.

The last good site stays up while the newest text cannot be shown. Pages are rendered when they
are asked for, so a template's mistake comes to light late, on a site that seemed good; the site
before it is kept for that.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from briefing.diagnostics import Diagnostic, blocks, settle

if TYPE_CHECKING:
    from briefing.pipeline import Examined


@dataclass(frozen=True, slots=True)
class Standing:
    """One edition of the preview; `edition` grows with each change that a reader could see."""

    edition: int
    strict: bool
    shown: Examined | None = None
    """The newest site that nothing speaks against; None where there has been none."""
    before: Examined | None = None
    """The one before, until `shown` is found to be at fault itself."""
    found: tuple[Diagnostic, ...] = ()
    """What the newest text was found to hold, whatever is shown."""
    failed: bool = False
    """Whether this program itself broke on the newest text."""

    @property
    def grave(self) -> tuple[Diagnostic, ...]:
        """Give the findings that keep the newest text from being shown."""
        return tuple(one for one in self.found if blocks((one,), strict=self.strict))

    def after(self, newest: Examined) -> Standing:
        """Take in an examination: show its site unless its findings speak against it."""
        next_one = replace(self, edition=self.edition + 1, found=newest.found, failed=False)
        if newest.site is None or newest.renderer is None or next_one.grave:
            return next_one
        return replace(next_one, shown=newest, before=self.shown)

    def after_mistake(self, culprit: Examined, found: Diagnostic) -> Standing:
        """Take in that a template of the shown site failed: fall back to the site before.

        A mistake in a site that is no longer shown, or that is known, changes nothing.
        """
        if self.shown is not culprit or (self.before is None and found in self.found):
            return self
        return replace(
            self,
            edition=self.edition + 1,
            found=settle((*self.found, found), {}),
            shown=self.before or self.shown,
            before=None,
        )

    def after_failure(self) -> Standing:
        """Take in that this program broke while it examined the newest text."""
        return replace(self, edition=self.edition + 1, found=(), failed=True)
