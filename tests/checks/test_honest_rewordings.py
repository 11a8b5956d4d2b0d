"""Honest rewordings that were warned at pass, and the lie beside each is told."""

import pytest

from briefbook.language.en.negation import says_denied
from tests.checks.cases import Case, alarmed_at, held, missed
from tests.checks.test_near_copies import stray

CASES: list[Case] = [
    ("The board is not prepared to publish the letter, and no day has been set.",
     ["The board refuses to publish the letter.", "The board is unwilling to publish the letter."],
     ["The board is prepared to publish the letter.", "A day has been set."]),
    ("The council said that it was not willing to reopen the pool.",
     ["The council said that it declined to reopen the pool."],
     ["The council agreed to reopen the pool."]),
    ("Of the 40 hamlets, 30 have no school, and the nearest is 62 kilometres away.",
     ["Three quarters of the hamlets lack a school.", "A quarter of the hamlets have a school.", "The nearest school is about 39 miles away.",
      "The nearest school is over 60 kilometres away."],
     ["Three quarters of the hamlets have a school.", "The nearest school is about 62 miles away.", "30 hamlets have a school."]),
    ("No more than 40 percent of the jury may come from one town.",
     ["Up to 40 percent of the jury may come from one town.", "At most 40 percent of the jury may come from one town."],
     ["At least 40 percent of the jury may come from one town.", "More than 40 percent of the jury may come from one town."]),
    ("In December 2018 the cartel cut output by 1.2 million barrels a day.",
     ["At the end of 2018 the cartel reduced output by 1.2 mb/d."],
     ["The cartel cut output by 12 mb/d.", "The cartel cut output by 1.2 kb/d."]),
    ("The first tram ran in April 1899, three years before the second line opened.",
     ["The second line opened in the early 20th century."],
     ["The second line opened in the late 20th century.", "The second line opened in the early 19th century."]),
    ("The yard employs 1,800 people, 450 of them women.",
     ["The yard has 1,350 male employees."],
     ["The yard has 1,250 male employees.", "The yard has 1,350 female employees."]),
    ("The raid cost 1.3 million litres in three years, a figure that auditors could not confirm.", [],
     ["The raid cost 1.3 million litres in three years, which the auditors could confirm."]),
]  # fmt: skip


def test_rewordings_pass_and_lies_beside_them_are_told():
    told = held(CASES)
    assert alarmed_at(told) == []
    assert missed(told) == []


@pytest.mark.parametrize(("word", "is_denied"), [("refus", True), ("declin", True), ("publish", False)])  # fmt: skip
def test_some_verbs_say_what_a_source_denies(word, is_denied):
    assert says_denied(word, ("The board is not prepared to publish it.",)) is is_denied
    assert not says_denied(word, ("The board is prepared to publish it.",))


def test_a_near_copy_may_say_refuses_and_at_most():
    source = "The board of the museum is not prepared to publish the old letter of the king."
    assert stray("The board of the museum refuses to publish the old letter of the king.", source) == ""  # fmt: skip
    assert stray("The board of the museum is not prepared to hide the old letter of the king.", source) == "hide"  # fmt: skip
    limit = "No more than 40 percent of the members of the jury may come from one town or county."
    assert stray("At most 40 percent of the members of the jury may come from one town or county.", limit) == ""  # fmt: skip


def test_where_only_the_rate_differs_the_message_names_the_rate():
    from briefbook.checks.unsupported_values import _other_rates
    from briefbook.evidence.readings import Evidence
    from briefbook.language.en.numbers import find_numbers

    [number] = find_numbers("It treats 900 patients a month.")
    assert _other_rates(number, Evidence(("It treats 900 patients a week.",))) == ["the week"]
    assert _other_rates(number, Evidence(("It treats 800 patients a week.",))) == []
