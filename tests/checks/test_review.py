"""Statements are listed in order of risk, until somebody has looked at them as they stand."""

import dataclasses

from briefbook.checks.review import review
from briefbook.cli import main
from briefbook.evidence.resolve import resolve
from briefbook.model import Claim, Quote
from briefbook.model.reader import read_briefing
from briefbook.text import StatementType
from tests.seeds import EXAMPLE

BRIEFING = read_briefing(EXAMPLE)
QUOTE = Quote("Verania opened an embassy in Ostmark in 2001.")


def risks(text: str, reviewed: tuple[str, ...] = ()):
    claim = Claim("added", StatementType.REPORTED, text, evidence=(QUOTE,))
    briefing = dataclasses.replace(BRIEFING, claims=(*BRIEFING.claims, claim), reviewed=reviewed)
    return review(resolve(briefing))


def added(found):
    return next(risk for risk in found if risk.statement == "added")


def test_the_list_is_in_order_of_risk():
    scores = [risk.score for risk in risks("Verania’s embassy in Ostmark closed in 2001.")]
    assert scores == sorted(scores, reverse=True)


def test_a_lie_is_riskier_than_the_truth_and_says_why():
    lie = added(risks("Verania’s embassy in Ostmark closed in 2001."))
    truth = added(risks("Verania’s embassy in Ostmark opened in 2001."))
    assert lie.score > truth.score
    assert any(reason.startswith("opposite: ") for reason in lie.reasons)


def test_a_mark_is_for_a_text_and_its_quotes_as_they_stand():
    mark = added(risks("Verania’s embassy in Ostmark closed in 2001.")).mark
    assert added(risks("Verania’s embassy in Ostmark closed in 2001.", (mark,))).is_reviewed
    assert not added(risks("Verania’s embassy in Ostmark shut in 2001.", (mark,))).is_reviewed


def test_the_command_prints_statement_and_quote(capsys):
    assert main(["review", str(EXAMPLE)]) == 0
    told = capsys.readouterr().out
    assert "says " in told
    assert "quote " in told
    assert "want a person's look" in told
