"""Briefing → problems: one module a group of rules, every problem at once, nothing repaired."""

from __future__ import annotations

import sys
from collections.abc import Iterator

from briefbook.checks.verdicts import kept_by_assertion, kept_or
from briefbook.errors import Problem, Severity
from briefbook.evidence.resolve import ResolvedBriefing
from briefbook.evidence.support import Assertion
from briefbook.plugins import CHECKS, load, plugins


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
    return kept_or(resolved.briefing, lambda: _findings(resolved))


def _findings(resolved: ResolvedBriefing) -> tuple[Problem, ...]:
    # What verdicts are kept of needs no rule, and so none of the grammar that rules are made of.
    from briefbook.checks.context import context_of
    from briefbook.checks.copied_wording import is_verbatim
    from briefbook.checks.languages import check_language, readable
    from briefbook.checks.quotes import check_omissions, check_quotes
    from briefbook.checks.references import check_references
    from briefbook.checks.registry import ASSERTION_RULES, IN_OTHER_WORDS, RULES
    from briefbook.checks.resting_texts import check_resting, not_told_yet
    from briefbook.checks.status import check_reviewed

    briefing = resolved.briefing
    problems = [
        *check_language(briefing),
        *check_references(briefing),
        *check_quotes(resolved),
        *check_omissions(resolved),
    ]
    if not any(problem.rule in BROKEN for problem in problems):
        context = context_of(resolved)

        def found_of(assertion: Assertion) -> Iterator[Problem]:
            skipped = IN_OTHER_WORDS if is_verbatim(assertion) else frozenset()
            for rule in ASSERTION_RULES:
                if rule not in skipped:
                    yield from rule(assertion, context)

        problems += kept_by_assertion(briefing, resolved.assertions, context, found_of)
        for whole in (*RULES, *map(load, plugins(CHECKS))):
            problems += whole(resolved)
        again = (p for text in resolved.resting for p in check_resting(text, context))
        problems += not_told_yet(problems, again)
        problems += check_reviewed(resolved, tuple(problems))
    return tuple(sorted(set(readable(briefing, problems))))


_OF_RULES = (
    "antonyms", "clauses", "name_forms", "names", "negation", "related", "semantic_roles", "stemmer",
)  # fmt: skip
"""Parts of the language that rules alone read; numbers and dates are read again for the ledger."""


def forget() -> None:
    """Give back what rules have kept of texts and words: what comes after them reads none of it."""
    of_language = {f"briefbook.language.en.{name}" for name in _OF_RULES}
    for name in [n for n in sys.modules if n in of_language or n.startswith(f"{__name__}.")]:
        for function in tuple(vars(sys.modules[name]).values()):
            if clear := getattr(function, "cache_clear", None):
                clear()


BROKEN = frozenset(("reference", "id-twice", "form"))
"""Rules whose problems leave statements without the parts that other rules read."""
