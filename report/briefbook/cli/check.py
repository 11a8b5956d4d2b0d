"""The command `check`: every statement of a seed held against its sources."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from typing import TYPE_CHECKING

from briefbook.brand import brand_of, lent_of, wearing_brand
from briefbook.cache import opened
from briefbook.checks import BROKEN, check
from briefbook.checks.languages import not_checked
from briefbook.cli.argument_parts import brand_choice, refuse_row_without_table
from briefbook.cli.collector import set_collector
from briefbook.cli.terminal import format_of, tell
from briefbook.errors import Problem, Problems, Severity
from briefbook.evidence.resolve import ResolvedBriefing, resolve
from briefbook.evidence.support import Assertion
from briefbook.language.phrases import counted
from briefbook.model import Briefing
from briefbook.model.reader import read_as_meant

if TYPE_CHECKING:
    from briefbook.evidence.derivations import Derivation


def check_command(options: argparse.Namespace) -> int:
    """Tell what is wrong; of a table of values, what is wrong with each row."""
    refuse_row_without_table(options)
    if options.params:
        from briefbook.cli.check_table import check_table

        return check_table(options)
    set_collector(options.seed)
    brand = brand_of(options.seed, brand_choice(options))
    lent = lent_of(options.seed, options.fonts)
    briefing, misspelt = read_as_meant(options.seed)
    with opened(), wearing_brand(brand, lent):
        resolved = resolve(briefing)
        problems = check(resolved)
        if misspelt:
            from briefbook.checks.damaged import together  # most briefings can be read

            problems = together(misspelt, briefing, problems)
    unread = not_checked(briefing)
    is_wanted = options.explain and not unread
    told = tuple(_derivations(resolved, problems)) if is_wanted else ()
    more = {"derivations": [_entry(*one) for one in told]} if options.explain else {}
    tell(problems, options, unread, **more)
    if not format_of(options).is_data:
        for assertion, derivation in told:
            print(f"{assertion.name}: {derivation}")
    if any(problem.severity is Severity.ERROR for problem in problems):
        return Problems.exit_code
    _compose_forms(briefing)
    if format_of(options).is_data:
        return 0
    if options.sentences:
        _print_sentences(resolved)
    quotes = sum(len(getattr(entry, "evidence", ())) for entry in briefing.statements.values())
    rest = f"{counted(quotes, 'quote')} from {counted(len(briefing.sources), 'source')}"
    statements = counted(len(briefing.statements), "statement")
    held = (
        f"{statements} not checked, {rest} found"
        if unread
        else f"values match evidence in {statements} with {rest}"
    )
    print(f"{options.seed}: {held}")
    return 0


def _compose_forms(briefing: Briefing) -> None:
    """Let each plugin compose what an exhibit asks of it; raises WrongUse for what no document may show."""
    asking = [exhibit for exhibit in briefing.exhibits if exhibit.plugin]
    if asking:
        from briefbook.exhibits.charts import build_chart

        for exhibit in asking:
            build_chart(briefing, exhibit)


def _derivations(
    resolved: ResolvedBriefing, problems: tuple[Problem, ...]
) -> Iterator[tuple[Assertion, Derivation]]:
    """Yield each value that was derived from quotes; of a statement with an error nothing follows."""
    from briefbook.evidence.derivations import derivations_of

    errors = [problem for problem in problems if problem.severity is Severity.ERROR]
    if any(problem.rule in BROKEN for problem in errors):
        return
    wrong = {problem.statement for problem in errors if problem.statement}
    for assertion in resolved.assertions:
        is_wrong = assertion.statement in wrong or any(
            problem.message.startswith(assertion.name) for problem in errors
        )
        if not (assertion.is_name or is_wrong):
            for derivation in derivations_of(assertion):
                yield assertion, derivation


def _entry(assertion: Assertion, derivation: Derivation) -> dict[str, str]:
    return {
        "statement": assertion.statement,
        "name": assertion.name,
        "derivation": str(derivation),
    }


def _print_sentences(resolved: ResolvedBriefing) -> None:
    """Print what became of each sentence, as a Markdown table."""
    from briefbook.evidence.coverage import cover

    fates = cover(resolved)
    print("| ¶ | sentence | what became of it |\n|---|---|---|")
    for fate in fates:
        marks = "".join(f"[{number}]" for number in fate.passages)
        used = f"{marks} {', '.join(fate.statements)}" if fate.passages else ""
        print(
            f"| {fate.paragraph} | {fate.text} | {used or fate.reason or '**not accounted for**'} |"
        )
    cited = sum(bool(fate.passages) for fate in fates)
    omitted = sum(bool(fate.reason) for fate in fates)
    print(
        f"\n{len(fates)} sentences: {cited} used, {omitted} left out with a reason, "
        f"{len(fates) - cited - omitted} not accounted for\n"
    )
