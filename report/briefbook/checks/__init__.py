"""Briefing → problems: one module a group of rules, every problem at once, nothing repaired."""

from __future__ import annotations

from briefbook.checks.copied_wording import check_wording
from briefbook.checks.counted_nouns import check_quantities
from briefbook.checks.formulas import check_computed
from briefbook.checks.hedges import check_reservations
from briefbook.checks.leftover_tokens import check_digits
from briefbook.checks.modifiers import check_attachments
from briefbook.checks.names import check_names
from briefbook.checks.negations import check_negations
from briefbook.checks.quotations import check_quoted
from briefbook.checks.quotes import check_quotes
from briefbook.checks.references import check_references
from briefbook.checks.relations import check_relations
from briefbook.checks.statement_types import check_kinds
from briefbook.checks.typed_fields import check_entries
from briefbook.checks.unsupported_values import check_borne
from briefbook.errors import Problem
from briefbook.evidence.assertions import assertions
from briefbook.evidence.coverage import check_omissions
from briefbook.model import Briefing

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
