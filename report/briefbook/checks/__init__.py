"""Briefing → problems: one module a group of rules, every problem at once, nothing repaired."""

from __future__ import annotations

from briefbook.checks.added_words import check_added_words
from briefbook.checks.chart_series import check_chart_series
from briefbook.checks.chart_units import check_chart_units
from briefbook.checks.copied_wording import check_copied_wording
from briefbook.checks.counted_nouns import check_counted_nouns
from briefbook.checks.cut_quotes import check_cut_quotes
from briefbook.checks.exhibit_calls import check_exhibit_calls
from briefbook.checks.faces import check_faces
from briefbook.checks.formulas import check_formulas
from briefbook.checks.hedges import check_hedges
from briefbook.checks.image_resolution import check_image_resolution
from briefbook.checks.languages import check_language, readable
from briefbook.checks.leftover_tokens import check_leftover_tokens
from briefbook.checks.maps import check_maps
from briefbook.checks.modifiers import check_modifiers
from briefbook.checks.names import check_names
from briefbook.checks.negations import check_negations
from briefbook.checks.omissions import check_omissions
from briefbook.checks.opposites import check_opposites
from briefbook.checks.quotations import check_quotations
from briefbook.checks.quotes import check_quotes
from briefbook.checks.references import check_references
from briefbook.checks.relatedness import check_relatedness
from briefbook.checks.relations import check_relations
from briefbook.checks.repeats import check_repeats
from briefbook.checks.short_forms import check_short_forms
from briefbook.checks.slides import check_slides
from briefbook.checks.statement_types import check_statement_types
from briefbook.checks.subtitles import check_subtitles
from briefbook.checks.takeaways import check_takeaways
from briefbook.checks.typed_fields import check_typed_fields
from briefbook.checks.unsupported_values import check_unsupported_values
from briefbook.errors import Problem, Severity
from briefbook.evidence.resolve import ResolvedBriefing

_RULES = (
    check_modifiers,
    check_unsupported_values,
    check_formulas,
    check_leftover_tokens,
    check_typed_fields,
    check_statement_types,
    check_subtitles,
    check_takeaways,
    check_exhibit_calls,
    check_repeats,
    check_chart_units,
    check_chart_series,
    check_maps,
    check_names,
    check_negations,
    check_counted_nouns,
    check_quotations,
    check_cut_quotes,
    check_relations,
    check_opposites,
    check_hedges,
    check_added_words,
    check_relatedness,
    check_copied_wording,
    check_image_resolution,
    check_short_forms,
    check_slides,
    check_faces,
)


def check(resolved: ResolvedBriefing) -> tuple[Problem, ...]:
    """Return every problem of a briefing in the order of the file; an empty tuple is a clean one.

    What only bids a person look (`Severity.REVIEW`) is no problem: `checks.review` tells it.
    """
    return tuple(p for p in findings(resolved) if p.severity is not Severity.REVIEW)


def findings(resolved: ResolvedBriefing) -> tuple[Problem, ...]:
    """Return what every rule finds, reasons for a look included.

    Rules that need intact references run only when the references are intact, so that one slip
    of the pen is reported once.
    """
    briefing = resolved.briefing
    problems = [
        *check_language(briefing),
        *check_references(briefing),
        *check_quotes(resolved),
        *check_omissions(resolved),
    ]
    if not any(problem.rule in _BROKEN for problem in problems):
        for rule in _RULES:
            problems += rule(resolved)
    return tuple(sorted(set(readable(briefing, problems))))


_BROKEN = frozenset(("reference", "id-twice", "form"))
"""Rules whose problems leave statements without the parts that other rules read."""
