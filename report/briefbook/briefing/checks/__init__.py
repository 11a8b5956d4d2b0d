"""Briefing → problems: one module a group of rules, every problem at once, nothing repaired."""

from __future__ import annotations

from briefbook.briefing.checks.borne import check_borne
from briefbook.briefing.checks.quotes import check_quotes
from briefbook.briefing.checks.references import check_references
from briefbook.briefing.checks.wording import check_wording
from briefbook.briefing.coverage import check_omissions
from briefbook.briefing.model import Briefing
from briefbook.errors import Problem


def check(briefing: Briefing) -> tuple[Problem, ...]:
    """Return every problem of a briefing in the order of the file; an empty tuple is a clean one.

    Rules that need intact references run only when the references are intact, so that one slip
    of the pen is reported once.
    """
    problems = [*check_references(briefing), *check_quotes(briefing)]
    problems += check_omissions(briefing)
    if not problems:
        problems += check_borne(briefing)
    problems += check_wording(briefing)
    return tuple(sorted(set(problems)))
