"""The command `check --params`: every row of a table of values held against its own sources."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from dataclasses import replace

from briefbook.brand import brand_of, lent_of, wearing_brand
from briefbook.cache import opened
from briefbook.checks import check
from briefbook.checks.damaged import together
from briefbook.checks.languages import not_checked
from briefbook.cli.argument_parts import brand_choice, rows_of
from briefbook.cli.terminal import format_of, tell
from briefbook.errors import BriefbookError, Problem, Problems, Severity, SourceLocation, WrongUse
from briefbook.evidence.resolve import resolve
from briefbook.language.phrases import counted
from briefbook.model.params import Instance
from briefbook.model.reader import read_as_meant


def check_table(options: argparse.Namespace) -> int:
    """Tell what is wrong with each row, and how many rows are clean; return the worst exit code."""
    if options.sentences or options.explain:
        raise WrongUse("--sentences and --explain are of one output", hint="leave --params out")
    rows = rows_of(options)
    found: list[Problem] = []
    lines: list[str] = []
    code = clean = 0
    left = ""
    brand = brand_of(options.seed, brand_choice(options))
    with opened(), wearing_brand(brand, lent_of(options.seed, options.fonts)):
        for row in rows:
            problems, failed, unread = _checked(options, row)
            found += problems
            code = max(code, failed)
            errors = sum(problem.severity is Severity.ERROR for problem in problems)
            warnings = len(problems) - errors
            clean += not problems
            lines.append(f"{row.key}: {_said(errors, warnings, is_read=not unread)}")
            left = left or unread
    tell(tuple(found), options, left)
    if not format_of(options).is_data:
        print("\n".join(lines))
        print(f"{options.seed}: {clean} of {len(rows)} rows are clean")
    return code


def _checked(options: argparse.Namespace, row: Instance) -> tuple[tuple[Problem, ...], int, str]:
    """Return the problems of one row, each under its key, its exit code, and what was left unread; a broken row costs itself alone."""
    unread = ""
    try:
        briefing, misspelt = read_as_meant(options.seed, row)
        problems = together(misspelt, briefing, check(resolve(briefing)))
        unread = not_checked(briefing)
    except Problems as error:
        problems = error.problems
    except BriefbookError as error:
        place = error.place or SourceLocation(str(options.seed))
        return (Problem(place, f"{row.key}: {error.message}", error.hint),), error.exit_code, ""
    has_errors = any(problem.severity is Severity.ERROR for problem in problems)
    return tuple(_under(row.key, problems)), Problems.exit_code if has_errors else 0, unread


def _under(key: str, problems: tuple[Problem, ...]) -> Iterator[Problem]:
    return (replace(problem, message=f"{key}: {problem.message}") for problem in problems)


def _said(errors: int, warnings: int, *, is_read: bool) -> str:
    pairs = ((errors, "error"), (warnings, "warning"))
    return ", ".join(counted(n, word) for n, word in pairs if n) or (
        "values match evidence" if is_read else "statements not checked"
    )
