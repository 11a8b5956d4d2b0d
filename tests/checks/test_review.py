"""Statements are listed in order of risk, until somebody has looked at them as they stand."""

import dataclasses
import re

from briefbook.checks import check
from briefbook.checks.review import review
from briefbook.cli import main
from briefbook.errors import Problem, Severity, SourceLocation
from briefbook.evidence.resolve import resolve
from briefbook.model import Claim, Quote, Status
from briefbook.model.reader import read_briefing
from briefbook.text import StatementType
from tests.seeds import EXAMPLE, KETTERIA, copy_of

BRIEFING = read_briefing(EXAMPLE)
QUOTE = Quote("Verania opened an embassy in Ostmark in 2001.")
BRIDGE = Quote(
    "The largest project, a railway bridge over the river Tarn, cost 14 million US dollars and was opened on "
    "June 21, 2011. About 40 trains cross it daily."
)


def risks(text: str, reviewed: tuple[str, ...] = (), quote: Quote = QUOTE):
    claim = Claim("added", StatementType.REPORTED, text, evidence=(quote,))
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


def test_what_leaves_most_of_its_quote_out_is_riskier_than_what_tells_all_of_it():
    part = added(risks("A railway bridge over the Tarn was opened.", quote=BRIDGE))
    whole = added(
        risks(
            "The largest project was a railway bridge over the river Tarn; it cost 14 million US dollars, was opened on "
            "June 21, 2011, and about 40 trains cross it daily.",
            quote=BRIDGE,
        )
    )
    assert part.score > whole.score
    assert [why.partition(":")[0] for why in part.reasons] == [
        "left out",
        "short",
        "few clauses",
        "no figure",
    ]
    assert not whole.reasons


def test_a_cell_is_short_by_its_form():
    listed = review(resolve(read_briefing(KETTERIA)))
    kinds = {
        risk.name.split()[0] for risk in listed if any(r.startswith("short:") for r in risk.reasons)
    }
    assert "claim" in kinds
    assert "cell" in {risk.name.split()[0] for risk in listed} - kinds


def test_what_is_found_in_two_texts_of_a_statement_counts_once():
    claim = Claim(
        "added", StatementType.REPORTED, "Verania opened an embassy in 2001.", evidence=(QUOTE,)
    )
    resolved = resolve(dataclasses.replace(BRIEFING, claims=(*BRIEFING.claims, claim)))
    found = Problem(SourceLocation("b.yaml", 1), "a doubt", "", "praise", "added", Severity.REVIEW)
    again = dataclasses.replace(found, place=SourceLocation("b.yaml", 2))
    one, two = added(review(resolved, (found,))), added(review(resolved, (found, again)))
    assert one.score == two.score
    assert two.reasons.count("praise: a doubt") == 1


def test_a_mark_is_for_a_text_and_its_quotes_as_they_stand():
    mark = added(risks("Verania’s embassy in Ostmark closed in 2001.")).mark
    assert added(risks("Verania’s embassy in Ostmark closed in 2001.", (mark,))).is_reviewed
    assert not added(risks("Verania’s embassy in Ostmark shut in 2001.", (mark,))).is_reviewed


def test_the_command_prints_statement_and_quote(capsys):
    assert main(["review", str(EXAMPLE)]) == 0
    told = capsys.readouterr().out
    assert "says " in told
    assert "quote " in told
    assert "also   About 40 trains a day" in told
    assert "on     About 40 trains use it every day." in told
    assert "want a person's look" in told


def unmarked(status: Status, text: str, reviewed: tuple[str, ...] = ()) -> list[Problem]:
    """Return what is told of a briefing's status where one statement more stands in it."""
    claim = Claim("added", StatementType.REPORTED, text, evidence=(BRIDGE,))
    briefing = dataclasses.replace(
        BRIEFING, claims=(*BRIEFING.claims, claim), reviewed=reviewed, status=status
    )
    return [problem for problem in check(resolve(briefing)) if problem.rule == "not-reviewed"]


SHORT = "A bridge was opened."


def test_edited_asks_for_the_marks_of_what_is_over_the_line():
    (told,) = unmarked(Status.EDITED, SHORT)
    assert (told.severity, told.statement) == (Severity.WARNING, "")
    assert "nobody has marked 1 statement over the line of risk: added" in told.message


def test_approved_is_refused_without_them():
    assert [p.severity for p in unmarked(Status.APPROVED, SHORT)] == [Severity.ERROR]


def test_a_draft_asks_for_none_and_a_marked_statement_needs_no_more():
    mark = added(risks(SHORT, quote=BRIDGE)).mark
    assert unmarked(Status.DRAFT, SHORT) == []
    assert unmarked(Status.EDITED, SHORT, reviewed=(mark,)) == []


def test_what_is_refused_already_is_not_told_again():
    assert unmarked(Status.EDITED, "A bridge opened in 1934.") == []


def test_what_rests_on_statements_is_listed_with_them():
    listed = review(resolve(read_briefing(KETTERIA)))
    kinds = {risk.name.partition(" of ")[0].split()[0] for risk in listed if risk.rests_on}
    assert kinds == {"bottom", "claim", "exhibit", "headline"}
    line = next(risk for risk in listed if risk.name == "bottom line")
    assert str(read_briefing(KETTERIA).bottom_line.headline) in line.text
    assert line.quotes


def test_a_false_headline_is_over_the_line_and_a_true_one_is_not():
    false = next(
        risk
        for risk in review(resolve(with_headline("Corruption ruined the railways")))
        if risk.name == "headline of works"
    )
    true = next(
        risk
        for risk in review(resolve(with_headline("One bridge stands for the whole")))
        if risk.name == "headline of works"
    )
    assert false.is_over_line
    assert not true.is_over_line
    assert false.mark != true.mark


def with_headline(words: str):
    sections = tuple(
        dataclasses.replace(section, headline=words) if section.id == "works" else section
        for section in BRIEFING.sections
    )
    return dataclasses.replace(BRIEFING, sections=sections)


def test_a_date_is_a_figure_that_rules_hold():
    (dated,) = (
        risk
        for risk in risks("Verania’s embassy in Ostmark opened in 2001.")
        if risk.statement == "added"
    )
    (bare,) = (
        risk for risk in risks("Verania’s embassy in Ostmark opened.") if risk.statement == "added"
    )
    assert not any(why.startswith("no figure") for why in dated.reasons)
    assert any(why.startswith("no figure") for why in bare.reasons)


def test_a_part_of_an_exhibit_has_only_the_reasons_of_its_own_lines(tmp_path):
    seed = copy_of(KETTERIA, tmp_path)
    text = (seed / "briefing.yaml").read_text(encoding="utf-8")
    (seed / "briefing.yaml").write_text(
        re.sub(r"see: \[[^]]*agreements-table[^]]*\]", "see: []", text), encoding="utf-8"
    )
    cells = [
        risk
        for risk in review(resolve(read_briefing(seed)))
        if risk.name == "cell of agreements-table"
    ]
    assert cells
    assert not any("exhibit-call" in why for risk in cells for why in risk.reasons)
