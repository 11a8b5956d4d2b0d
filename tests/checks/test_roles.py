"""What an assertion is, rules read from its role: its name is for messages, and may be any words."""

from dataclasses import replace
from itertools import chain

import pytest

from briefbook.checks.context import context_of
from briefbook.checks.declared import check_declared
from briefbook.checks.registry import ASSERTION_RULES
from briefbook.checks.relatedness import check_relatedness
from briefbook.evidence.resolve import resolve
from briefbook.evidence.support import Role
from briefbook.model.reader import read_briefing
from tests.seeds import EXAMPLE, KETTERIA, TAJIKISTAN, copy_of, edit

RESOLVED = resolve(read_briefing(EXAMPLE))
CONTEXT = context_of(RESOLVED)
NAMES = ("claim x", "amount x", "cell of x", "")


def found(assertion):
    return [
        (problem.rule, problem.severity, problem.place, problem.hint)
        for rule in ASSERTION_RULES
        for problem in rule(assertion, CONTEXT)
    ]


def on_another_ground():
    """Yield each assertion of the example as if it rested on what bears another one."""
    told = RESOLVED.assertions
    for one, other in zip(told, (*told[7:], *told[:7]), strict=True):
        yield replace(one, supporting=other.supporting, quotes=other.quotes)


def test_no_rule_on_assertions_reads_a_name():
    told = list(on_another_ground())
    before = [found(one) for one in told]
    assert len(list(chain(*before))) > 50
    for name in NAMES:
        assert [found(replace(one, name=name)) for one in told] == before


@pytest.mark.parametrize("role", Role)
def test_two_words_are_a_label_in_an_amount_or_a_cell_alone(role):
    labels = {Role.AMOUNT, Role.CELL}
    said = next(one for one in RESOLVED.assertions if one.role is Role.CLAIM and one.quotes)
    told = replace(said, texts=("Loan guarantee",), role=role, computed=())
    assert bool(list(check_relatedness(told, CONTEXT))) is (role not in labels)


@pytest.mark.parametrize(("role", "is_told"), [(Role.CLAIM, True), (Role.VOICE, False)])
def test_what_a_claim_declares_is_held_against_the_claim_itself(tmp_path, role, is_told):
    seed = copy_of(EXAMPLE, tmp_path)
    edit(seed, "    text: About 40 trains use it", "    tense: planned\n    text: About 40 trains use it")  # fmt: skip
    resolved = resolve(read_briefing(seed))
    [own] = [a for a in resolved.assertions if a.statement == "trains" and a.role is Role.CLAIM]
    vars(resolved)["assertions"] = (replace(own, role=role, name="anything"),)
    assert [p.rule for p in check_declared(resolved)] == ["tense", "tense"] * is_told


def test_each_part_of_a_briefing_has_its_role():
    told = [a for seed in (TAJIKISTAN, KETTERIA) for a in resolve(read_briefing(seed)).assertions]
    assert {one.role for one in told} == set(Role) - {Role.METADATA}
    for one in told:
        if not one.is_label:
            assert one.name.startswith(one.role)
