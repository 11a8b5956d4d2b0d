"""Counts of times, ordinals, lengths of time and measures in words: what honest authors may say, and what liars say."""

import pytest

from benchmarks.truth import Told
from tests.checks.cases import alarmed_at, for_a_look, held, missed

COUNTED = [
    ("General Orm received three medals, while General Brandt received one.",
     ["The two generals received four medals between them."],
     ["The two generals received 14 medals between them."]),
    ("The first medal was given to Orm in 1776; the assembly then gave an additional six medals.",
     ["In all the assembly gave seven medals."],
     ["In all the assembly gave 17 medals."]),
    ("The rule prohibits a hearing unless the bill is sponsored by at least two thirds of the members.",
     ["Unless two members in three sponsor the bill, the rule prohibits a hearing."],
     ["Unless half of the members sponsor the bill, the rule prohibits a hearing."]),
    ("The bill would have restricted the mint from striking more than 2 medals a year.",
     ["Under the bill the mint would have been held to no more than two medals a year."],
     ["Under the bill the mint would have been held to no more than three medals a year."]),
    ("Field was praised for the transatlantic cable.",
     ["Field was praised for the cable across the Atlantic."],
     ["Field was praised for the cable across the Pacific."]),
    ("Adults should get 150 minutes of exercise a week, or 75 minutes if it is vigorous.",
     ["Adults should exercise for two and a half hours a week.", "An hour and a quarter of vigorous exercise a week is enough."],
     ["Adults should exercise for three and a half hours a week.", "Adults should exercise for four hours a week."]),
    ("The quota of 3.2 million tonnes was reached; the season reopens with a quota 11 percent higher.",
     ["The quota is then to be around 3.55 million tonnes."],
     ["The quota is then to be around 4.55 million tonnes."]),
    ("The states may use 55 percent of the flow; they owed 61,000 acre-feet in 1956 and 130,000 acre-feet in 2003.",
     ["Taken together the states owed 191,000 acre-feet."],
     ["Taken together the states owed 291,000 acre-feet."]),
    ("The treaty was signed by three commissioners, came into force eleven months later, ran for ten years and was renewed twice.",
     ["The treaty was renewed two times.", "The treaty ran for a decade."],
     ["The treaty was renewed three times.", "The treaty was renewed once.", "The treaty ran for a decade and a half.", "The treaty came into force two years after its signature."]),
    ("Half of the 1,400 households surveyed had no running water.",
     ["Every second household had no running water."],
     ["Every third household had no running water."]),
    ("The glacier retreated 14 meters a year in the 1990s and 31 meters a year after 2000; it is up to 180 meters thick.",
     ["The glacier retreated more than twice as fast after 2000.", "The glacier is up to 180 m thick."],
     ["The glacier retreated 14 meters a year in the 1980s.", "The glacier is up to 180 feet thick."]),
    ("Voters rejected the plan by a margin of almost two to one.",
     ["By almost two to one voters rejected the plan."],
     ["By almost three to one voters rejected the plan."]),
    ("He met the envoy three times and wrote to him twice.",
     ["He wrote to the envoy twice and met him three times."],
     ["He wrote to the envoy four times."]),
]  # fmt: skip


@pytest.fixture(scope="module")
def told() -> list[Told]:
    return held(COUNTED)


def test_counts_told_otherwise_draw_no_alarm(told):
    assert alarmed_at(told) == []


def test_other_counts_draw_one(told):
    assert missed(told) == for_a_look(told)
    assert set(for_a_look(told)) == FOR_A_LOOK


FOR_A_LOOK = {
    "Adults should exercise for three and a half hours a week.",
    "Adults should exercise for four hours a week.",
}
"""A length of time where no two dates are quoted: it speaks more often on true statements than on lies."""
