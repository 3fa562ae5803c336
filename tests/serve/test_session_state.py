"""Which site is shown after each thing that can happen to a project."""

from __future__ import annotations

from dataclasses import dataclass
from typing import cast

from briefing.diagnostics import Diagnostic, Span, diagnostic
from briefing.pipeline import Examined
from briefing.serve.session_state import SessionState

ERROR = diagnostic("quote-not-found", Span("content/claims/a.yaml"), "not there")
WARNING = diagnostic("sense-turned", Span("content/claims/a.yaml"), "could be otherwise")
MISTAKE = diagnostic("template-error", Span("templates/claim.html"), "no such name")
START = SessionState(edition=1, strict=False)


@dataclass(frozen=True)
class Outcome:
    """What the state looks at in an examination."""

    found: tuple[Diagnostic, ...] = ()
    site: str | None = "site"
    renderer: str | None = "renderer"


def examined(*found: Diagnostic, site: str | None = "site") -> Examined:
    return cast("Examined", Outcome(found, site))


def test_a_clean_site_is_shown() -> None:
    good = examined()
    state = START.after(good)
    assert state.shown is good
    assert not state.blocking
    assert state.edition == START.edition + 1


def test_an_error_leaves_the_last_good_site_up() -> None:
    good = examined()
    state = START.after(good).after(examined(ERROR))
    assert state.shown is good
    assert state.blocking == (ERROR,)
    assert state.edition == START.edition + 2


def test_a_mended_site_is_shown_again() -> None:
    mended = examined()
    state = START.after(examined()).after(examined(ERROR)).after(mended)
    assert state.shown is mended
    assert not state.blocking


def test_nothing_is_shown_where_nothing_was_ever_good() -> None:
    assert START.after(examined(ERROR)).shown is None
    assert START.after(examined(ERROR, site=None)).shown is None


def test_a_warning_counts_under_strict_alone() -> None:
    warned = examined(WARNING)
    assert START.after(warned).shown is warned
    strict = SessionState(edition=1, strict=True).after(warned)
    assert strict.shown is None
    assert strict.blocking == (WARNING,)


def test_a_site_whose_template_fails_gives_way_to_the_one_before() -> None:
    old, new = examined(), examined()
    state = START.after(old).after(new).after_mistake(new, MISTAKE)
    assert state.shown is old
    assert state.found == (MISTAKE,)
    assert state.edition == START.edition + 3


def test_a_failing_site_without_one_before_stays_for_its_other_pages() -> None:
    only = examined()
    state = START.after(only).after_mistake(only, MISTAKE)
    assert state.shown is only
    assert state.found == (MISTAKE,)
    assert state.after_mistake(only, MISTAKE) is state


def test_a_mistake_in_a_site_no_longer_shown_changes_nothing() -> None:
    old = examined()
    state = START.after(old).after(examined())
    assert state.after_mistake(old, MISTAKE) is state


def test_our_own_failure_keeps_the_site_and_is_forgotten_with_the_next_success() -> None:
    good = examined()
    state = START.after(good).after_failure()
    assert state.shown is good
    assert state.failed
    assert not state.after(examined()).failed
