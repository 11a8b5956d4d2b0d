"""A figure that is projected, planned or proposed is not told as reached."""

import pytest

from benchmarks.truth import Told
from tests.checks.cases import alarmed_at, held, missed

CASES = [
    ("The plant is projected to produce 300 tons a year by 2028.",
     ["By 2028 the plant is to produce 300 tons a year.", "Some 300 tons a year are expected of the plant by 2028."],
     ["The plant has come to produce 300 tons a year."]),
    ("The ministry proposed 42 million crowns for the school in 2017, 4 percent less than in 2016.",
     ["For 2017 the ministry wanted 42 million crowns for the school.", "In 2017 the school was to be given 42 million crowns."],
     ["In 2017 the school was given 42 million crowns."]),
    ("In May the guild sold 300 barrels of oil.", ["The guild sold 300 barrels of oil in May."], []),
    ("Exports will rise from 65 million tons to 76 million.", ["Exports were at 65 million tons."], []),
    ("Exports are expected to rise to 76 million tons.", ["Exports may rise to 76 million tons."], ["Exports rose to 76 million tons."]),
    ("The wards will open in June, and the boards have hired 870 nurses.", ["The boards have hired 870 nurses."], []),
]  # fmt: skip


@pytest.fixture(scope="module")
def told() -> list[Told]:
    return held(CASES)


def test_what_tells_a_plan_as_one_draws_no_alarm(told):
    assert alarmed_at(told) == []


def test_what_tells_it_as_done_draws_one(told):
    assert missed(told) == []
