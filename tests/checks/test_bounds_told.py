"""Limits and bounds told otherwise: from the other side, as a floor or a ceiling, of what is known so far.

The sentences are written by hand. Each has what the source says, what honest authors may say, what liars say.
"""

import pytest

from benchmarks.truth import Told
from tests.checks.cases import alarmed_at, for_a_look, held, missed

BOUNDS = [
    ("At least 23 people were killed and more than 100 injured when the dam burst.",
     ["The dead number 23 so far.", "Over a hundred people were hurt.", "No fewer than 23 people died."],
     ["Up to 23 people were killed.", "Fewer than 100 people were injured."]),
    ("Children under 5 made up 46 percent of the cases; 8 in 10 of the patients were younger than 15, and below 1 percent died.",
     ["Fewer than one patient in a hundred died.", "One in five patients was 15 or older.", "More than half of the cases were aged five and over."],
     ["Four fifths of the patients were over 15.", "More than one patient in a hundred died."]),
    ("Landings may not exceed 12,000 tonnes, and vessels longer than 24 meters must carry an observer. Nets with meshes smaller than 120 millimeters are banned.",
     ["Meshes must be at least 120 mm wide.", "Boats of 24 meters or less need no observer.", "Vessels over 24 m have to take an observer along."],
     ["Meshes must be at most 120 mm wide.", "Vessels under 24 m have to take an observer along."]),
    ("Those who earn less than $30,000 a year pay no fee; the others pay $85.",
     ["Who earns $30,000 or more pays 85 dollars.", "The fee of $85 is waived for incomes under $30,000 a year."],
     ["Who earns under $30,000 pays 85 dollars."]),
    ("The catch was 48,200 tonnes, some 30 percent below the ten-year mean.",
     ["The mean of the last ten years is close to 69,000 tonnes.", "The catch was nearly a third below the mean of ten years."],
     ["The mean of the last ten years is close to 89,000 tonnes."]),
    ("The gauge stood at 6.2 meters and is forecast to reach 6.8 meters.",
     ["The water is expected to rise by another 60 centimetres or so."],
     ["The water is expected to rise by another 80 centimetres or so."]),
    ("The dome has grown by roughly 1.5 cubic meters per second.",
     ["The growth of the dome amounts to some 130,000 cubic meters a day."],
     ["The growth of the dome amounts to some 230,000 cubic meters a day."]),
    ("The tribes were given $300,000 in twenty annual payments.",
     ["The payments were to run for two decades.", "Each yearly payment came to $15,000."],
     ["The payments were to run for three decades."]),
    ("The median age of the patients was 9 years.",
     ["Half of the patients were nine or younger."],
     ["Half of the patients were six or younger."]),
    ("The station was closed for almost 40 days.",
     ["For close to 40 days the station was closed."],
     ["For more than 40 days the station was closed."]),
]  # fmt: skip


@pytest.fixture(scope="module")
def told() -> list[Told]:
    return held(BOUNDS)


def test_a_bound_told_otherwise_draws_no_alarm(told):
    assert alarmed_at(told) == []


def test_a_bound_turned_draws_one(told):
    assert missed(told) == for_a_look(told)
    assert set(for_a_look(told)) == FOR_A_LOOK


FOR_A_LOOK = {
    "The payments were to run for three decades.",
}
"""A length of time where no two dates are quoted: it speaks more often on true statements than on lies."""
