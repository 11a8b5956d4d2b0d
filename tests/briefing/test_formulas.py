"""Formulas work out what they say, over declared inputs and nothing else."""

from decimal import Decimal

import pytest

from briefbook.evidence.formulas import BadFormula, evaluate
from briefbook.model.reader import read_briefing
from tests.seeds import EXAMPLE

BRIEFING = read_briefing(EXAMPLE)


@pytest.mark.parametrize(
    ("formula", "value"),
    [
        ("min(grants, 2006, 2014)", 1_200_000),
        ("max(grants, 2006, 2014)", 5_200_000),
        ("year_of_max(grants, 2006, 2014)", 2010),
        ("mean(grants, 2006, 2007)", 1_525_000),
        ("total(grants, 2006, 2007) / 1000", 3050),
        ("value(grants, 2014) - 700000", 1_000_000),
        ("change(value(grants, 2006), value(grants, 2008))", 100),
        ("share(grants, grants, 2006, 2010)", 100),
        ("count(events)", 6),
        ("count(events, 2000, 2010)", 2),
        ("count(amounts)", 2),
        ("amount(a-bridge)", 14_000_000),
        ("-(1 + 2) * 3", -9),
    ],
)
def test_a_formula_is_worked_out(formula, value):
    assert evaluate(formula, BRIEFING) == Decimal(value)


@pytest.mark.parametrize(
    "formula",
    [
        "min(nothing, 2006, 2007)", "value(grants, 1900)", "mean(grants)", "mean(grants, 2010, 2006)",
        "1 / 0", "__import__('os')", "grants.points", "(lambda: 1)()", "[1]", "2 ** 9999", "count(x)",
        "min(grants, 2006, 2014", "amount(nothing)", "open('x')",
    ],
)  # fmt: skip
def test_anything_else_is_refused(formula):
    with pytest.raises(BadFormula):
        evaluate(formula, BRIEFING)
