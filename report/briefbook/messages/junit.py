"""Problems as JUnit XML, which every CI system shows: each rule that speaks is a case that fails."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Sequence
from xml.sax.saxutils import escape, quoteattr

from briefbook.errors import Problem, Severity
from briefbook.language.phrases import printable


def as_junit(problems: Sequence[Problem], unread: str = "") -> str:
    """Return problems as one suite; without errors it holds one case that passes.

    Warnings do not fail: they stand in the output of a case that passes. What was left unread is a case that was skipped.
    """
    errors: defaultdict[str, list[Problem]] = defaultdict(list)
    for problem in problems:
        if problem.severity is Severity.ERROR:
            errors[problem.rule or "briefbook"].append(problem)
    others = [problem for problem in problems if problem.severity is not Severity.ERROR]
    cases = [_failed(rule, found) for rule, found in errors.items()] or [_case("briefbook", "")]
    if others:
        cases.append(_case("warnings", f"<system-out>{escape(_lines(others))}</system-out>"))
    if unread:
        cases.append(
            _case("statements", f"<skipped message={quoteattr(printable(unread))}></skipped>")
        )
    skipped = ' skipped="1"' if unread else ""
    counts = f'tests="{len(cases)}" failures="{len(errors)}"{skipped}'
    body = "".join(cases)
    return (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        f'<testsuites {counts}><testsuite name="briefbook" {counts}>{body}</testsuite></testsuites>\n'
    )


def _case(name: str, content: str) -> str:
    return f'<testcase classname="briefbook" name={quoteattr(name)}>{content}</testcase>'


def _failed(rule: str, found: list[Problem]) -> str:
    first = quoteattr(printable(found[0].message))
    return _case(rule, f"<failure message={first}>{escape(_lines(found))}</failure>")


def _lines(problems: Sequence[Problem]) -> str:
    said = (
        f"{printable(str(p.place))}: {printable(p.message)}"
        + (f" ({printable(p.hint)})" if p.hint else "")
        for p in problems
    )
    return "\n".join(said)
