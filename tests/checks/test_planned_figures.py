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
    ("The hospital that will close had 640 beds in 1998.", ["In 1998 the hospital had 640 beds."], []),
    ("The plant, which may close, employed 450 people in 2010.", ["In 2010 the plant employed 450 people."], []),
    ("The guild, which is expected to merge, had 4,500 members.", ["The guild had 4,500 members."], []),
    ("Inflation is expected to fall; the bank, which will meet in May, holds 640 tons of gold.", ["The bank has 640 tons of gold."], []),
    ("The law will cost 300 million crowns a year, the office reported.",
     ["The office reported a cost of 300 million crowns a year."],
     ["The law cost 300 million crowns a year.", "The law has cost 300 million crowns a year."]),
    ("The planned merger affected 870 clerks.", ["The merger affected 870 clerks."], []),
    ("The ferry that may be sold carries some 720 cars.", ["The ferry has had room for 720 cars."], []),
    ("The yard (planned for closure) builds 45 boats a year.", ["The yard has a yearly output of 45 boats."], []),
    ("The clinic, which will be expanded to 640 beds, lies in Tarn.",
     ["The clinic in Tarn is to be expanded to 640 beds."],
     ["The clinic in Tarn was expanded to 640 beds."]),
    ("The proposed budget of 42 million crowns is before the council.",
     ["A budget of 42 million crowns is proposed to the council."],
     ["The council was given a budget of 42 million crowns."]),
    ("The town will, from next May, build 640 flats on the old wharf, the mayor said.",
     ["The mayor put the number of flats for the old wharf at 640."], []),
    ("The ministry proposed increased spending of 42 million crowns for the 1,200 schools.", [],
     ["The ministry increased spending by 42 million crowns."]),
    ("The new owner of the mill may hire trained clerks for 1,870 offices.", [],
     ["The new owner of the mill has hired clerks for 1,870 offices."]),
    ("The council voted 900 crowns in May, of which the clinic is to receive 640.",
     ["Of the 900 crowns voted in May, 640 are for the clinic."],
     ["The clinic has already spent the 640 crowns that it was voted."]),
    ("The port is expected to have loaded 640 ships by June.",
     ["By June 640 ships should be loaded."],
     ["The port loaded 640 ships by June."]),
]  # fmt: skip


@pytest.fixture(scope="module")
def told() -> list[Told]:
    return held(CASES)


def test_what_tells_a_plan_as_one_draws_no_alarm(told):
    assert alarmed_at(told) == []


def test_what_tells_it_as_done_draws_one(told):
    assert missed(told) == []
