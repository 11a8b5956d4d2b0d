"""Every rule of the catalogue fires on its example that fails, and is silent on the one that passes."""

import dataclasses
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from benchmarks.truth import bare
from briefbook.checks import check, findings
from briefbook.checks.catalogue import Example, Rule, rules
from briefbook.errors import Problem, Severity
from briefbook.evidence.resolve import resolve
from briefbook.model import Claim, Formula, Quote
from briefbook.model.reader import read_briefing
from briefbook.text import StatementType
from docs.tools.checks_page import page
from tests.seeds import EXAMPLE, ROOT, copy_of, edit, findings_of

BRIEFING = read_briefing(EXAMPLE)
BARE = bare(BRIEFING)
SHOWN = [rule for rule in rules() if rule.fails]


_FOUND: dict[str, tuple[Problem, ...]] = {}
"""Findings by the example that they are about: several tests ask for the same."""


def found_in(example: Example) -> tuple[Problem, ...]:
    """Return all findings about an example: its problems, and the reasons for a look."""
    key = repr(example)
    if key not in _FOUND:
        _FOUND[key] = _found_in(example)
    return _FOUND[key]


def _found_in(example: Example) -> tuple[Problem, ...]:
    if example.replace:
        with TemporaryDirectory() as folder:
            seed = copy_of(EXAMPLE, Path(folder))
            edit(seed, example.replace, example.by)
            return findings_of(seed)
    claim = Claim(
        "example",
        StatementType(example.kind),
        example.text,
        voice=example.voice,
        evidence=(Quote(example.quote),) if example.quote else (),
        computed=tuple(Formula(*pair) for pair in example.computed.items()),
    )
    (id_, text), *others = BARE.documents
    longer = dataclasses.replace(text, text=f"{text.text}\n\n{example.quote}\n")
    briefing = dataclasses.replace(
        BARE, claims=(*BARE.claims, claim), documents=((id_, longer), *others)
    )
    return findings(resolve(briefing))


def found(example: Example, _: Path | None = None) -> set[str]:
    """Return the rules whose problems an example has."""
    return {problem.rule for problem in problems_in(found_in(example))}


def problems_in(found: tuple[Problem, ...]) -> tuple[Problem, ...]:
    """Return what `check` tells of some findings: no reasons for a look."""
    return tuple(problem for problem in found if problem.severity is not Severity.REVIEW)


LEVELS = {
    "error": {Severity.ERROR},
    "warning": {Severity.WARNING, Severity.REVIEW},
    "review": {Severity.REVIEW},
    "both": {Severity.ERROR, Severity.WARNING, Severity.REVIEW},
}
"""What the code may give where the catalogue says a severity: a reason for a look may always be too weak to tell."""


@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: rule.id)
def test_a_rule_is_as_grave_as_the_catalogue_says(rule: Rule):
    assert rule.fails
    levels = {p.severity for p in found_in(rule.fails) if p.rule == rule.id}
    assert levels
    assert levels <= LEVELS[rule.severity]
    assert rule.severity != "warning" or Severity.WARNING in levels


@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: rule.id)
def test_a_rule_fires_on_its_example(rule: Rule):
    assert rule.fails
    may_be_a_look = rule.severity in ("review", "both")
    told = found_in(rule.fails) if may_be_a_look else problems_in(found_in(rule.fails))
    assert rule.id in {problem.rule for problem in told}


@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: rule.id)
def test_a_rule_is_silent_where_its_example_passes(rule: Rule):
    assert rule.passes
    told = problems_in(found_in(rule.passes))
    assert [
        problem for problem in told if problem.rule != "not-reviewed"
    ] == []  # short ones hide more


def test_the_example_of_new_has_no_problem():
    assert check(resolve(BRIEFING)) == ()


def test_the_page_is_made_from_the_catalogue():
    """Run `python docs/tools/checks_page.py` after a change."""
    assert (ROOT / "docs" / "checks.md").read_text(encoding="utf-8") == page()


def test_no_name_is_given_twice_and_former_names_are_no_names_now():
    names = [rule.id for rule in rules()]
    assert len(set(names)) == len(names)
    assert not {rule.was for rule in rules()} & set(names)
