"""Briefing → problems: one module a group of rules, every problem at once, nothing repaired."""

from __future__ import annotations

from briefbook.briefing.checks.attachments import check_attachments
from briefbook.briefing.checks.borne import check_borne
from briefbook.briefing.checks.computed import check_computed
from briefbook.briefing.checks.digits import check_digits
from briefbook.briefing.checks.entries import check_entries
from briefbook.briefing.checks.kinds import check_kinds
from briefbook.briefing.checks.names import check_names
from briefbook.briefing.checks.negations import check_negations
from briefbook.briefing.checks.quantities import check_quantities
from briefbook.briefing.checks.quoted import check_quoted
from briefbook.briefing.checks.quotes import check_quotes
from briefbook.briefing.checks.references import check_references
from briefbook.briefing.checks.relations import check_relations
from briefbook.briefing.checks.reservations import check_reservations
from briefbook.briefing.checks.texts import assertions
from briefbook.briefing.checks.wording import check_wording
from briefbook.briefing.coverage import check_omissions
from briefbook.briefing.model import Briefing
from briefbook.errors import Problem

_RULES = (
    check_attachments,
    check_borne,
    check_computed,
    check_digits,
    check_entries,
    check_kinds,
    check_names,
    check_negations,
    check_quantities,
    check_quoted,
    check_relations,
    check_reservations,
    check_wording,
)


def check(briefing: Briefing) -> tuple[Problem, ...]:
    """Return every problem of a briefing in the order of the file; an empty tuple is a clean one.

    Rules that need intact references run only when the references are intact, so that one slip
    of the pen is reported once.
    """
    problems = [*check_references(briefing), *check_quotes(briefing)]
    problems += check_omissions(briefing)
    if not any(problem.rule in _BROKEN for problem in problems):
        found = tuple(assertions(briefing))
        for rule in _RULES:
            problems += rule(briefing, found)
    return tuple(sorted(set(problems)))


_BROKEN = frozenset(("reference", "id-twice", "form"))
"""Rules whose problems leave statements without the parts that other rules read."""
