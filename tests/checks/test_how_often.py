"""Counts of times, ordinals, lengths of time and measures in words: what honest authors may say, and what liars say."""

import pytest

from benchmarks.truth import Told
from tests.checks.cases import alarmed_at, held, missed

COUNTED = [
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
    assert missed(told) == []
