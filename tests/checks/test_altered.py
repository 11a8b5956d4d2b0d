"""A statement that keeps the words of its quote keeps those that decide what it says."""

import pytest

from benchmarks.truth import Told
from tests.checks.cases import alarmed_at, held, is_listed, missed

CASES = [
    ("In 1974 the northern provinces asked for a railway, and the southern ones offered to pay for the stations.",
     ["A railway was wanted by the northern provinces in 1974; those in the south would have paid for its stations.",
      "In 1974 the northern provinces asked for a railway.",
      "The southern provinces offered in 1974 to pay for the stations."],
     ["In 1974 the southern provinces asked for a railway, and the northern ones offered to pay for the stations."]),
    ("The mayor of Aldmoor promised the guild that no workshop would be closed before the harvest.",
     ["Before the harvest no workshop would be closed, the mayor of Aldmoor promised the guild.",
      "The guild was promised by Aldmoor’s mayor that every workshop would stay open until the harvest."],
     ["The mayor of Aldmoor promised the guild that no workshop would be closed after the harvest.",
      "The guild of Aldmoor promised the mayor that no workshop would be closed before the harvest.",
      "The mayor of Aldmoor promised the guild that all workshops would be closed before the harvest."]),
    ("Part of the delay may be due to repairs that the port authority does not record.",
     ["Repairs of which the port authority keeps no record may account for part of the delay."],
     ["Part of the delay is due to repairs that the port authority does not record.",
      "All of the delay may be due to repairs that the port authority does not record.",
      "Part of the delay may be due to repairs that the port authority does record."]),
    ("The council keeps a register of wells that are open, and publishes it once a year.",
     ["The council keeps a register of open wells.", "Once a year the council publishes its register of open wells."],
     ["The council keeps a register of wells that are shut, and publishes it once a year."]),
    ("Only the miners of Tarnhall may vote in the election of the chairman.",
     ["In the election of the chairman nobody but the miners of Tarnhall may vote."],
     ["The miners of Tarnhall may vote only in the election of the chairman.",
      "Only the miners of Tarnhall may not vote in the election of the chairman."]),
]  # fmt: skip


@pytest.fixture(scope="module")
def told() -> list[Told]:
    return held(CASES)


def test_what_tells_a_passage_in_other_words_or_a_part_of_it_draws_no_alarm(told):
    assert alarmed_at(told) == []


def test_what_changes_a_word_of_it_draws_one(told):
    assert missed(told) == []


HANGING = [
    ("The envoy noted that the northern towns will send troops to the border if the southern towns do.",
     ["The envoy noted that the northern towns will send troops to the border if those of the south do."],
     ["The envoy noted that the northern towns will send troops to the border."]),
    ("The guild disputes the report and maintains that the hours of rest prescribed by law were observed.",
     ["The hours of rest that the law prescribes were observed, the guild maintains."],
     ["The hours of rest prescribed by law were observed."]),
    ("Without such a treaty, the trade of the towns would not recover.",
     ["Unless there is such a treaty, the trade of the towns would not recover."],
     ["The trade of the towns would not recover."]),
]  # fmt: skip


def test_a_clause_is_kept_with_what_it_hangs_on():
    found = held(HANGING)
    assert alarmed_at(found) == []
    assert [
        one.claim.text for one in found if not one.is_honest and "altered" not in one.rules
    ] == []


def test_a_neighbour_that_wordnet_does_not_know_is_a_reason_for_a_look():
    source = "The shipyard bears one eighth of what the harbour costs every year."
    (honest,) = held(
        [(source, ["The shipyard pays one eighth of what the harbour costs every year."], [])]
    )
    assert honest.fate == "silent"
    assert is_listed(honest)


def test_a_cousin_is_another_thing_and_a_light_verb_is_none():
    source = "Budget support for the nurses of Tarnhall fell in the first half of the year."
    light, cousin = held([
        (source, ["Budget support for the nurses of Tarnhall went down in the first half of the year."],
         ["Budget support for the doctors of Tarnhall fell in the first half of the year."]),
    ])  # fmt: skip
    assert light.fate == "silent"
    assert "altered" in cousin.rules


def test_the_words_of_both_are_told():
    (lie,) = held([("The company built its mill on the northern bank of the river Tarn.", [],
                    ["The company built its mill on the southern bank of the river Tarn."])])  # fmt: skip
    (why,) = [reason for reason in lie.reasons if reason.startswith("altered: ")]
    assert "“the southern bank”: source says “the northern bank”" in why
