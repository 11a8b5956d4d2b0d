"""Every rule of the catalogue fires on its example that fails, and is silent on the one that passes."""

import dataclasses

import pytest

from briefbook.checks import check, findings
from briefbook.checks.catalogue import Example, Rule, rules
from briefbook.errors import Problems, Severity
from briefbook.evidence.resolve import resolve
from briefbook.model import Claim, Formula, Quote
from briefbook.model.reader import read_briefing
from briefbook.text import StatementType
from docs.tools.checks_page import page
from tests.seeds import EXAMPLE, ROOT, copy_of, edit, findings_of, problems_of

BRIEFING = read_briefing(EXAMPLE)
SHOWN = [rule for rule in rules() if rule.fails]


def found(example: Example, folder, told=check):
    """Return the rules that fire on an example; `told` chooses problems alone or all findings."""
    return {problem.rule for problem in problems_with(example, folder, told)}


def problems_with(example: Example, folder, told=check):
    """Return the problems of an example."""
    if example.replace:
        seed = copy_of(EXAMPLE, folder)
        edit(seed, example.replace, example.by)
        try:
            return (problems_of if told is check else findings_of)(seed)
        except Problems as stopped:  # the reader's own rules
            return stopped.problems
    claim = Claim(
        "example",
        StatementType(example.kind),
        example.text,
        voice=example.voice,
        evidence=(Quote(example.quote),) if example.quote else (),
        computed=tuple(Formula(*pair) for pair in example.computed.items()),
    )
    (id_, text), *others = BRIEFING.documents
    longer = dataclasses.replace(text, text=f"{text.text}\n\n{example.quote}\n")
    briefing = dataclasses.replace(
        BRIEFING, claims=(*BRIEFING.claims, claim), documents=((id_, longer), *others)
    )
    return told(resolve(briefing))


LEVELS = {
    "error": {Severity.ERROR},
    "warning": {Severity.WARNING, Severity.REVIEW},
    "review": {Severity.REVIEW},
    "both": {Severity.ERROR, Severity.WARNING, Severity.REVIEW},
}
"""What the code may give where the catalogue says a severity: a reason for a look may always be too weak to tell."""


@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: rule.id)
def test_a_rule_is_as_grave_as_the_catalogue_says(rule: Rule, tmp_path):
    assert rule.fails
    levels = {
        p.severity for p in problems_with(rule.fails, tmp_path, findings) if p.rule == rule.id
    }
    assert levels
    assert levels <= LEVELS[rule.severity]
    assert rule.severity != "warning" or Severity.WARNING in levels


@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: rule.id)
def test_a_rule_fires_on_its_example(rule: Rule, tmp_path):
    assert rule.fails
    assert rule.id in found(
        rule.fails, tmp_path, findings if rule.severity in ("review", "both") else check
    )


@pytest.mark.parametrize("rule", SHOWN, ids=lambda rule: rule.id)
def test_a_rule_is_silent_where_its_example_passes(rule: Rule, tmp_path):
    assert rule.passes
    assert found(rule.passes, tmp_path) == set()


def test_the_example_of_new_has_no_problem():
    assert check(resolve(BRIEFING)) == ()


def test_the_page_is_made_from_the_catalogue():
    """Run `python docs/tools/checks_page.py` after a change."""
    assert (ROOT / "docs" / "checks.md").read_text(encoding="utf-8") == page()


def test_no_name_is_given_twice_and_former_names_are_no_names_now():
    names = [rule.id for rule in rules()]
    assert len(set(names)) == len(names)
    assert not {rule.was for rule in rules()} & set(names)
