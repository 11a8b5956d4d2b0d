"""A step told the other way, a part told as the whole, and what a source denies told as so: each beside honest wordings."""

import pytest

from briefbook.language.en.trends import changes
from tests.checks.cases import alarmed_at, held, missed

# (what the source says, what an honest author may say, what a liar says)
STEPS = [
    ("The fare from Lissa to Tarn is up 30 cents from last year, at $4.10.",
     ["Passengers from Lissa to Tarn pay 30 cents more than a year earlier.", "A year earlier the fare from Lissa to Tarn was 30 cents less."],
     ["Passengers from Lissa to Tarn pay 30 cents less than a year earlier.", "The fare from Lissa to Tarn is 30 cents cheaper."]),
    ("The staff of the mill shrank from 640 in 2011 to 410 in 2019.",
     ["In 2019 the mill had 230 people fewer than in 2011.", "The mill lost 230 of its people by 2019."],
     ["In 2019 the mill had 230 people more than in 2011."]),
    ("The wait at the border lengthened from 3 hours to 5 hours.",
     ["The wait at the border became 2 hours longer."],
     ["The wait at the border became 2 hours shorter."]),
    ("Harvests in the valley were 18.6% lower than a year ago.",
     ["Harvests in the valley were almost a fifth below those of a year before."],
     ["Harvests in the valley were almost a fifth above those of a year before."]),
    ("Rents in Tarn and Lissa rose by 12 and 9 percent, respectively.",
     ["Rents went up by 9 percent in Lissa."],
     ["Rents went down by 9 percent in Lissa."]),
    ("Reserves dropped by 300 tonnes in May to 7,400 tonnes.",
     ["Reserves fell to 7,400 tonnes in May."],
     ["Reserves rose to 7,400 tonnes in May."]),
    ("The bridge cost $2 million less than the engineers had planned.",
     ["The engineers had planned a cost that was $2 million higher than it came to be."],
     ["The bridge cost $2 million more than the engineers had planned."]),
    ("A kilo of tea costs $9 in Tarn, 50 cents more than in May; a kilo of coffee costs $12, 30 cents more.",
     ["A kilo of coffee costs $3 more than one of tea."], []),
]  # fmt: skip


@pytest.fixture(scope="module")
def steps():
    return held(STEPS)


def test_a_step_told_the_same_way_in_other_words_draws_no_alarm(steps):
    assert alarmed_at(steps) == []


def test_a_step_told_the_other_way_is_told(steps):
    assert missed(steps) == []
    assert {rule for one in steps if not one.is_honest for rule in one.rules} >= {
        "comparison-turned"
    }


READ = [
    ("It is up 30 cents.", [(1, False)]), ("It made up 30 percent.", []), ("Up to 30 trains cross.", []),
    ("It did not fall by 30.", []), ("30 trains in larger towns are late.", []),
    ("It rose two cents to $3.04.", [(1, False), (1, True)]),
    ("18.9 million barrels (18.7%) lower than a year ago", [(-1, False), (-1, False)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), READ)
def test_a_number_has_the_way_of_the_words_beside_it(text, told):
    assert [(one.way, one.is_end) for one in changes(text)] == told
