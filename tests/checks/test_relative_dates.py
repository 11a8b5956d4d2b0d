"""Dates told from the source's own, parts of what goes on, and figures that may have been worked out.

The sentences are written by hand. Each has what the source says, what honest authors may say, what liars say.
"""

import pytest

from benchmarks.truth import Told
from briefbook.evidence.readings import Evidence
from briefbook.evidence.reckoned import may_be_reckoned
from briefbook.language.en.numbers import find_numbers
from tests.checks.cases import alarmed_at, for_a_look, held, missed

RELATIVE = [
    ("Report of 4 May 2023: revenue in the first quarter was 412 million euros, 38 million more than in the fourth quarter of last year; 1.9 billion is expected next year.",
     ["From January to March revenue was 412 million euros.", "In the last quarter of 2022 revenue had been 374 million.", "For 2024 revenue of 1.9 billion euros is expected."],
     ["From April to June revenue was 412 million euros.", "In the last quarter of 2021 revenue was lower.", "For 2025 revenue of 1.9 billion euros is expected."]),
    ("At the meeting of 19 and 20 June 2012 the program was to continue through the end of this year, and policy to stay loose well into 2014.",
     ["The program was to run until the end of 2012.", "Loose policy was to last beyond the start of 2014."],
     ["The program was to run until the end of 2013.", "Loose policy was to last beyond the start of 2016."]),
    ("The minister arrived on 12 March 2019; talks resume next month.",
     ["The talks were to resume in April."],
     ["The talks were to resume in June."]),
    ("In 2022/23 the hospital treated 48,300 inpatients, 6 percent fewer than the year before; the average stay fell from 6.1 to 5.4 days.",
     ["In 2021/22 the hospital had treated some 51,400 inpatients.", "Inpatients stayed 0.7 days less on average."],
     ["In 2020/21 the hospital had treated some 51,400 inpatients.", "Inpatients stayed 1.7 days less on average."]),
    ("The fund held $8.64 billion, of which equities made up 58 percent, and returned 9.7 percent, beating its benchmark by 1.2 points.",
     ["The equities of the fund come to about five billion dollars.", "The benchmark of the fund returned 8.5 percent."],
     ["The equities of the fund come to about eight billion dollars.", "The benchmark of the fund returned 10.9 percent."]),
    ("Wolves killed an estimated 20,000 reindeer a year between 2015 and 2020.",
     ["Wolves killed about 100,000 reindeer over the five years."],
     ["Wolves killed about 200,000 reindeer over the five years."]),
    ("The report makes 53 recommendations, 47 of which the government has accepted in full and four in part.",
     ["The government rejected two of the 53 recommendations.", "All but six of the recommendations were accepted in full."],
     ["All but nine of the recommendations were accepted in full."]),
]  # fmt: skip


@pytest.fixture(scope="module")
def told() -> list[Told]:
    return held(RELATIVE)


def test_what_is_told_from_the_sources_own_date_is_not_refused(told):
    assert [one.claim.text for one in told if one.is_honest and one.fate == "error"] == []
    assert alarmed_at(told) == []


def test_another_date_or_figure_draws_an_alarm(told):
    assert missed(told) == for_a_look(told)
    assert set(for_a_look(told)) == FOR_A_LOOK


FOR_A_LOOK = {
    "The equities of the fund come to about eight billion dollars.",
}
"""What one step over the quoted figures comes to: over the sets on 8 of 1,068 true statements and 26 of 2,138
lies, one and a half times as often, where an alarm needs twice.
"""


@pytest.mark.parametrize(
    ("text", "is_so"),
    [
        ("On average 112,000 animals a year were lost.", True),
        ("The herd lost about 560,000 animals in all.", True),
        ("On average 152,000 animals a year were lost.", False),
        ("The herd lost about 760,000 animals in all.", False),
        ("The herd is 112,000.", False),
        ("In all the herd was at 1,440,000.", False),
    ],
)
def test_what_one_step_over_the_figures_comes_to_may_have_been_worked_out(text, is_so):
    evidence = Evidence(("Between 2015 and 2020 the herd declined from 1,900,000 to 1,340,000.",))
    number = next(n for n in find_numbers(text) if n.value > 1)
    assert may_be_reckoned(number, text, evidence) is is_so
