"""Problems as words: for a person, for a program, or for the log of a CI run.

text     file:line:column, what is wrong, the rule, the line itself with a caret, and what to do
json     one object with every field of every problem
github   workflow commands, which GitHub shows beside the line that they name
sarif    a log for code scanners (`sarif`)
junit    a suite of cases for the reports of CI systems (`junit`)
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from enum import StrEnum
from pathlib import Path

from briefbook.errors import BriefbookError, Problem, Severity, SourceLocation
from briefbook.language.phrases import counted, printable
from briefbook.messages.excerpt import excerpt
from briefbook.messages.places import working_folder


class Format(StrEnum):
    """A way to tell problems."""

    TEXT = "text"
    JSON = "json"
    GITHUB = "github"
    SARIF = "sarif"
    JUNIT = "junit"

    @property
    def is_data(self) -> bool:
        """Whether stdout holds this alone, to be read by a program."""
        return self in (Format.JSON, Format.SARIF, Format.JUNIT)


def problem_of(error: BriefbookError) -> Problem:
    """Return an error that stopped everything as a problem, to be told like any other."""
    return Problem(error.place or SourceLocation(""), error.message, error.hint)


def count_of(problems: Sequence[Problem]) -> tuple[int, int]:
    """Return how many errors and how many warnings there are."""
    errors = sum(problem.severity is Severity.ERROR for problem in problems)
    return errors, len(problems) - errors


def as_text(problems: Sequence[Problem]) -> str:
    """Return problems as lines for a person, with their number at the end; empty for none."""
    lines = []
    for problem in problems:
        where = f"{printable(str(problem.place))}: " if problem.place.file else ""
        rule = f" [{problem.rule}]" if problem.rule else ""
        lines.append(f"{where}{problem.severity}: {printable(problem.message)}{rule}\n")
        lines += [f"    {line}\n" for line in excerpt(problem.place)]
        if problem.hint:
            lines.append(f"    {printable(problem.hint)}\n")
    errors, _ = count_of(problems)
    if errors and len(problems) > 1:
        lines.append(f"{counted(errors, 'error')}\n")
    return "".join(lines)


def as_json(problems: Sequence[Problem], more: Mapping[str, object] | None = None) -> str:
    """Return problems as a JSON object; `more` holds further fields of it."""
    from briefbook.checks.catalogue import former_name  # loads every check

    errors, warnings = count_of(problems)
    data = {
        "errors": errors,
        "warnings": warnings,
        "problems": [
            {
                "file": problem.place.file,
                "line": problem.place.line,
                "column": problem.place.column,
                "severity": str(problem.severity),
                "rule": problem.rule,
                **({"was": was} if (was := former_name(problem.rule)) else {}),
                "statement": problem.statement,
                "message": problem.message,
                "hint": problem.hint,
            }
            for problem in problems
        ],
        **(more or {}),
    }
    return json.dumps(data, ensure_ascii=False, indent=1) + "\n"


def as_github(problems: Sequence[Problem], unread: str = "") -> str:
    """Return problems as workflow commands, one a line, and what was left unread as a notice.

    A place inside a finished document (`paper.pdf, page 3`) is no line of a file: it is said in
    the message.
    """
    notice = f"::notice title=not checked::{_data(printable(unread))}\n" if unread else ""
    return "".join(f"{_command(problem)}\n" for problem in problems) + notice


def _command(problem: Problem) -> str:
    place = problem.place
    file, message = place.file, problem.message
    if not place.line and ", " in file and not Path(file).exists():
        file, _, spot = file.partition(", ")
        message = f"{spot}: {message}"
    fields = {
        "file": _from_here(file),
        "line": str(place.line or ""),
        "col": str(place.column or ""),
        "title": ": ".join(filter(None, (problem.rule, problem.statement))),
    }
    given = ",".join(f"{name}={_property(value)}" for name, value in fields.items() if value)
    lines = [*message.splitlines(), *problem.hint.splitlines()]
    told = "\n".join(map(printable, lines))
    return f"::{problem.severity}{' ' if given else ''}{given}::{_data(told)}"


def _from_here(file: str) -> str:
    """Return a file's path from the working folder, the form in which GitHub finds it."""
    path, here = Path(file), working_folder()
    return path.relative_to(here).as_posix() if path.is_relative_to(here) else file


def _data(text: str) -> str:
    return text.replace("%", "%25").replace("\r", "%0D").replace("\n", "%0A")


def _property(text: str) -> str:
    return _data(text).replace(":", "%3A").replace(",", "%2C")
