"""Vague numbers say between which bounds a figure lies: “hundreds” of 430, and neither “dozens” nor “thousands”."""

import pytest

from briefbook.evidence.derivations import derive_number
from briefbook.evidence.derived_vague import nearest_in_size
from briefbook.evidence.readings import Evidence
from briefbook.language.en.numbers import find_numbers
from tests.checks.cases import Case, alarmed_at, held, missed

CASES: list[Case] = [
    ("Grain worth 3.8 billion crowns left the harbour, and 640 dockers fell ill there.",
     ["Grain worth billions left the harbour.", "Billions of crowns of grain left the harbour.", "Hundreds fell ill there.",
      "Several hundred dockers fell ill there.", "Hundreds of people fell ill there."],
     ["Grain worth millions left the harbour.", "Tens of billions of crowns of grain left the harbour.",
      "Trillions of crowns of grain left the harbour.", "Dozens fell ill there.", "Thousands of dockers fell ill there.",
      "Hundreds of ships fell ill there.", "Hundreds of nurses fell ill there.", "Billions of people fell ill there.", "A couple of hundred dockers fell ill there.",
      "Grain worth billions of dollars left the harbour."]),
    ("The march brought 14,000 farmers to Lissa, in 86 buses.",
     ["Thousands of farmers came to Lissa.", "Tens of buses, dozens in fact, brought them to Lissa."],
     ["Hundreds of farmers came to Lissa.", "Tens of thousands of farmers came to Lissa in buses.",
      "Hundreds of buses brought them to Lissa.", "A few thousand farmers came to Lissa."]),
    ("The line is 3,100 miles long; up to 2,500 trees were felled for it.",
     ["The line runs on for thousands of kilometres."],
     ["The line runs on for hundreds of miles.", "For the line thousands of trees were felled."]),
    ("Between 300 and 500 pupils stayed away, and 170 teachers and 60 cooks joined them.",
     ["Hundreds of pupils stayed at home.", "Hundreds of teachers and cooks joined them."],
     ["Thousands of pupils stayed at home.", "Dozens of pupils stayed at home."]),
    ("Tens of thousands of people fled over the pass.",
     ["Thousands fled over the pass."],
     ["Hundreds fled over the pass.", "Hundreds of thousands fled over the pass."]),
    ("More than 400 boats were lost.", ["Hundreds of boats were lost."], ["Thousands of boats were lost."]),
]  # fmt: skip


def test_a_vague_number_is_held_against_the_figure_that_it_stands_for():
    told = held(CASES)
    assert alarmed_at(told) == []
    assert missed(told) == []


@pytest.mark.parametrize(
    ("text", "is_said"),
    [
        ("Hundreds of pupils came.", True),
        ("Several hundred pupils came.", True),
        ("A few hundred pupils came.", True),
        ("A couple of hundred pupils came.", False),
        ("Dozens of pupils came.", False),
        ("Thousands of pupils came.", False),
    ],
)
def test_each_vague_number_has_its_bounds(text, is_said):
    [number] = find_numbers(text)
    derived = derive_number(number, text, Evidence(("There were 540 pupils.",)))
    assert (derived is not None) is is_said


def test_the_figure_that_is_meant_is_named_first():
    text = "Goods worth millions were stolen."
    [number] = find_numbers(text)
    evidence = Evidence(("In 12 raids goods worth 2.6 billion euros and 430 cars were stolen.",))
    assert nearest_in_size(number, text, evidence)[0] == "2.6 billion euros"
