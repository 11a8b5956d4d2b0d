"""The rules that run on a briefing whose references are intact, in the order in which they run."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from briefbook.checks.added_words import check_added_words
from briefbook.checks.addresses import check_addresses
from briefbook.checks.altered import check_altered
from briefbook.checks.ambiguous_figures import check_ambiguous_figures
from briefbook.checks.causes import check_causes
from briefbook.checks.chart_series import check_chart_series
from briefbook.checks.chart_units import check_chart_units
from briefbook.checks.comparisons import check_comparisons
from briefbook.checks.context import Context
from briefbook.checks.copied_wording import check_copied_wording
from briefbook.checks.counted_nouns import check_counted_nouns
from briefbook.checks.cut_quotes import check_cut_quotes
from briefbook.checks.declared import check_declared
from briefbook.checks.denominators import check_denominators
from briefbook.checks.event_order import check_event_order
from briefbook.checks.exchanged import check_exchanged
from briefbook.checks.exhibit_calls import check_exhibit_calls, check_repeats
from briefbook.checks.faces import check_faces
from briefbook.checks.formulas import check_formulas
from briefbook.checks.grave_words import check_grave_words
from briefbook.checks.hedges import check_hedges
from briefbook.checks.how_often import check_how_often
from briefbook.checks.image_resolution import check_image_resolution
from briefbook.checks.leftover_tokens import check_leftover_tokens
from briefbook.checks.maps import check_maps
from briefbook.checks.metadata import check_metadata
from briefbook.checks.misplaced_values import check_misplaced_values
from briefbook.checks.modifiers import check_modifiers
from briefbook.checks.names import check_names
from briefbook.checks.negations import check_negations
from briefbook.checks.offices import check_offices
from briefbook.checks.open_questions import check_open_questions
from briefbook.checks.opposites import check_opposites
from briefbook.checks.plans import check_plans
from briefbook.checks.quotations import check_quotations
from briefbook.checks.relatedness import check_relatedness
from briefbook.checks.relations import check_relations
from briefbook.checks.second_opinion import check_second_opinion
from briefbook.checks.short_forms import check_short_forms
from briefbook.checks.slides import check_slides
from briefbook.checks.statement_types import check_estimates, check_statement_types
from briefbook.checks.status import check_status
from briefbook.checks.subtitles import check_subtitles
from briefbook.checks.takeaways import check_takeaways
from briefbook.checks.tendencies import check_tendencies
from briefbook.checks.typed_fields import check_typed_fields
from briefbook.checks.unsupported_values import check_unsupported_values
from briefbook.checks.voices import check_voices
from briefbook.checks.wholes import check_wholes
from briefbook.errors import Problem
from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.evidence.support import Assertion

Rule = Callable[[ResolvedBriefing], Iterable[Problem]]
"""Reads the whole briefing."""
AssertionRule = Callable[[Assertion, Context], Iterable[Problem]]
"""Reads one assertion and its context, and nothing else: its verdicts are kept by the hash of both."""

ASSERTION_RULES: tuple[AssertionRule, ...] = (
    check_addresses,
    check_modifiers,
    check_unsupported_values,
    check_how_often,
    check_ambiguous_figures,
    check_formulas,
    check_leftover_tokens,
    check_estimates,
    check_names,
    check_offices,
    check_negations,
    check_counted_nouns,
    check_denominators,
    check_quotations,
    check_relations,
    check_opposites,
    check_tendencies,
    check_hedges,
    check_added_words,
    check_grave_words,
    check_causes,
    check_event_order,
    check_misplaced_values,
    check_plans,
    check_comparisons,
    check_exchanged,
    check_altered,
    check_wholes,
    check_voices,
    check_open_questions,
    check_relatedness,
    check_second_opinion,
)
IN_OTHER_WORDS = frozenset((
    check_modifiers, check_negations, check_relations, check_opposites, check_tendencies, check_hedges,
    check_added_words, check_causes, check_event_order, check_misplaced_values, check_plans, check_comparisons,
    check_exchanged, check_altered, check_wholes,
))  # fmt: skip
"""Those of how a statement tells what its quotes do: in their very words it tells nothing otherwise."""
RULES: tuple[Rule, ...] = (
    check_typed_fields,
    check_statement_types,
    check_status,
    check_subtitles,
    check_takeaways,
    check_exhibit_calls,
    check_repeats,
    check_chart_units,
    check_chart_series,
    check_maps,
    check_metadata,
    check_cut_quotes,
    check_declared,
    check_copied_wording,
    check_image_resolution,
    check_short_forms,
    check_slides,
    check_faces,
)
