"""A court's paper is called by its parties; what weighs one thing against another is no case, and a long line is no work."""

import pytest

from briefbook.draft.corpus import publisher_of
from briefbook.draft.court_cases import case_name
from briefbook.draft.own_titles import own_title
from tests.draft.test_captions import _opinion

_SURVEY = (
    "Household energy in Norland",
    "Norland Statistics Office",
    "We asked 1,200 respondents whether they prefer gas vs. wood for the stove of their kitchen.",
    "Key Findings",
)


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (_SURVEY, "Household energy in Norland"),
        (("Cash vs. Food Aid", "Red Cross"), "Cash vs. Food Aid"),
        (("Gas vs. Wood", "Respondents"), "Gas vs. Wood"),
        (("Boats vs. Bridges", "Survey Respondents: 900 masters"), "Boats vs. Bridges"),
        (("The plaintiff of the lake", "Salt vs. ice on the northern line"), "The plaintiff of the lake"),
    ],
)  # fmt: skip
def test_a_comparison_and_its_respondents_are_no_case(lines, title):
    assert case_name(_opinion(*lines).read) == ""
    assert own_title(_opinion(*lines)) == title


@pytest.mark.parametrize(
    ("lines", "title"),
    [
        (("JOHN HOLM,", "Warden,", "Petitioner,", "v.", "ANA HILL, individually and as heir,", "Respondent."), "John Holm v. Ana Hill"),
        (("UNITED GUILDS OF ASTON,", "v.", "IDA MARSH,", "Defendant."), "United Guilds of Aston v. Ida Marsh"),
        (("Holm, Plaintiff-Appellant, v. State of Norland, Defendant-Appellee.",), "Holm v. State of Norland"),
        (("ANA HILL,", "Plaintiff and Cross-Appellant,", "v.", "FERRY GUILD", "Defendant and Cross-Appellee"), "Ana Hill v. Ferry Guild"),
    ],
)  # fmt: skip
def test_two_names_with_what_they_are_to_the_case_beside_them_are_one(lines, title):
    assert own_title(_opinion(*lines)) == title


def test_a_role_in_a_sentence_below_two_names_makes_no_case():
    assert case_name(_opinion("MARSH", "v.", "NORLAND", "Petitioner Marsh asks for ice.").read) == ""  # fmt: skip


def test_a_court_is_a_name_and_no_sentence_that_ends_with_one():
    sides = ("HOLM, Appellant,", "v.", "MARSH, Appellee.")
    assert publisher_of(_opinion("SUPREME COURT OF NORLAND", *sides)) == "Supreme Court of Norland"
    assert publisher_of(_opinion("they went to a court of the lake", *sides)) == ""


@pytest.mark.parametrize("mark", ["-", "- ", "— ", "Appellant ", "A ", "v. ", "Cross-"])
def test_a_long_line_of_marks_or_roles_is_no_case(mark):
    # Simply finishing is the test: a pattern that tried each mark from each mark took half a minute.
    assert case_name(_opinion(mark * (50_000 // len(mark)), "Holm v. Norland").read) == ""
