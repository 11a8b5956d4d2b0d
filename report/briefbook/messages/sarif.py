"""Problems as SARIF 2.1.0 (OASIS): GitHub and other code scanners show them beside their lines."""

from __future__ import annotations

import json
from collections.abc import Sequence
from pathlib import Path
from typing import Any
from urllib.parse import quote

from briefbook.checks.catalogue import rules
from briefbook.errors import Problem, Severity
from briefbook.language.phrases import printable
from briefbook.messages.places import working_folder
from briefbook.version import __version__

_SCHEMA = "https://json.schemastore.org/sarif-2.1.0.json"
_LEVELS = {Severity.ERROR: "error", Severity.WARNING: "warning", Severity.REVIEW: "note"}


def as_sarif(problems: Sequence[Problem], unread: str = "") -> str:
    """Return problems as a SARIF log with one run, also when there are none; what was left unread is a notification."""
    names = sorted({problem.rule for problem in problems if problem.rule})
    run: dict[str, Any] = {
        "tool": {
            "driver": {
                "name": "briefbook",
                "semanticVersion": __version__,
                "rules": [_rule(name) for name in names],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [_result(problem, names) for problem in problems],
    }
    if unread:
        notification = {"level": "warning", "message": {"text": printable(unread)}}
        run["invocations"] = [
            {"executionSuccessful": True, "toolExecutionNotifications": [notification]}
        ]
    log = {"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}
    return json.dumps(log, ensure_ascii=False, indent=1) + "\n"


def _rule(name: str) -> dict[str, Any]:
    known = {rule.id: rule for rule in rules()}.get(name)
    if known is None:
        return {"id": name}
    return {
        "id": name,
        "shortDescription": {"text": known.holds},
        "help": {"text": known.answer},
    }


def _result(problem: Problem, names: list[str]) -> dict[str, Any]:
    told = ". ".join(
        printable(said).rstrip(".") for said in (problem.message, problem.hint) if said
    )
    result: dict[str, Any] = {"level": _LEVELS[problem.severity], "message": {"text": told}}
    if problem.rule:
        result |= {"ruleId": problem.rule, "ruleIndex": names.index(problem.rule)}
    if problem.place.file:
        result["locations"] = [_location(problem)]
    return result


def _location(problem: Problem) -> dict[str, Any]:
    place = problem.place
    physical: dict[str, Any] = {"artifactLocation": {"uri": _uri(place.file)}}
    if place.line:
        region = {"startLine": place.line, "startColumn": max(1, place.column)}
        physical["region"] = region
    location: dict[str, Any] = {"physicalLocation": physical}
    if problem.statement:
        location["logicalLocations"] = [{"name": problem.statement, "kind": "member"}]
    return location


def _uri(file: str) -> str:
    """Return a file as a reference from the working folder, or as an absolute address."""
    path, here = Path(file), working_folder()
    if path.is_absolute() and not path.is_relative_to(here):
        return path.as_uri()
    return quote((path.relative_to(here) if path.is_absolute() else path).as_posix())
