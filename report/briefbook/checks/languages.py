"""The language of a briefing: the checks read English, and what they cannot read is never passed silently."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from briefbook.errors import Problem, Severity
from briefbook.language.phrases import counted
from briefbook.localization import CATALOGUES, is_english, language_of
from briefbook.model import Briefing, Checks
from briefbook.model.locations import place_of


def check_language(briefing: Briefing) -> Iterator[Problem]:
    """Yield a problem for a language that the checks do not read, and for checks left out without need."""
    place = place_of(briefing.lang, briefing.place)
    is_left_out = briefing.checks is Checks.NONE
    if is_english(briefing.lang):
        if is_left_out:
            message = (
                "`checks: none` is for languages that the checks do not read; this one is English"
            )
            yield Problem(place, message, "leave `checks` away", "language")
        return
    if not is_left_out:
        message = f"the checks read English; the statements of a briefing in “{briefing.lang}” would pass unread"
        hint = (
            "write it in English, or add `checks: none`: every page and slide and the manifest then say "
            "that the statements were not checked"
        )
        yield Problem(place, message, hint, "language")
    elif language_of(briefing.lang) not in CATALOGUES:
        known = ", ".join(("en", *CATALOGUES))
        message = (
            f"Briefbook’s own words have no translation into “{briefing.lang}” and print in English"
        )
        yield Problem(place, message, f"translated are {known}", "language", "", Severity.WARNING)


def readable(briefing: Briefing, problems: Iterable[Problem]) -> Iterator[Problem]:
    """Yield the problems that mean something in the language of a briefing.

    Those of rules that read English prose mean nothing in another language.
    """
    if is_english(briefing.lang):
        yield from problems
        return
    from briefbook.checks.catalogue import rules_of_english  # a page of TOML

    unread = rules_of_english()
    yield from (problem for problem in problems if problem.rule not in unread)


def not_checked(briefing: Briefing) -> str:
    """Return in a sentence what `checks: none` leaves unread, and what is held all the same; empty where all is."""
    if is_english(briefing.lang) or briefing.checks is not Checks.NONE:
        return ""
    statements = counted(len(briefing.statements), "statement")
    return (
        f"not checked: what {statements} in “{briefing.lang}” say (`checks: none`; the checks read English). No value, date, name "
        "or word of theirs was held against a quote. Checked: quotes stand in their sources letter for letter, "
        "references, formulas, charts, and the shape of the briefing"
    )
