"""Give every claim its verdict and its receipt."""

from briefing.judge.claims import judge

__all__ = ["judge"]
