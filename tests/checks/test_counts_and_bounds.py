"""Bounds, rounding, counts of listed names, majorities and handfuls: true ones pass, turned ones are told."""

import pytest

from briefbook.evidence.derivations import derive_number
from briefbook.evidence.listed import lists_in, otherwise_listed
from briefbook.evidence.readings import Evidence
from briefbook.language.en.numbers import find_numbers, parts_of_wholes
from tests.checks.cases import Case, alarmed_at, held, missed

CASES: list[Case] = [
    ("The harbour handled 3.2 million tons in 2012 and 4.8 million tons in 2016.",
     ["The harbour handled more than three million tons in 2012.", "In 2012 it handled less than four million tons."],
     ["The harbour handled less than three million tons in 2012.", "The harbour handled more than five million tons in 2016.",
      "The harbour handled at most three million tons in 2012."]),
    ("The guild had 1,284 masters in 1790 and 326 in 1815.",
     ["Some 1,300 masters made up the guild in 1790.", "About 330 masters were left in 1815.", "More than 1,200 masters made up the guild in 1790."],
     ["Some 1,200 masters made up the guild in 1790.", "The guild had fewer than 1,200 masters in 1790."]),
    ("The siege cost 8,412 lives.",
     ["Some 8,400 people died.", "About 8,000 lives were lost.", "Around 8,500 lives were lost."],
     ["About 8,900 lives were lost.", "Some 9,000 people died.", "About 7,500 lives were lost."]),
    ("The sawmills at Orm, Dask, Felling and Wirral were shut.",
     ["Four sawmills were shut.", "Felling was one of four towns that lost a sawmill.", "Sawmills in four places closed down."],
     ["Five sawmills were shut.", "Three sawmills were shut.", "Sawmills in six places closed down.", "Felling was one of three towns that lost a sawmill."]),
    ("Among those shut were sawmills at Orm, Dask and Felling.", ["Six sawmills were shut."], []),
    ("The looms at Orm, Dask and Felling fell silent in 1990, as did eight others.",
     ["Eleven looms fell silent in 1990."], ["Nine looms fell silent in 1990."]),
    ("The panel heard 214 people over 31 days in Tallinn and Riga.",
     ["The panel sat for a month.", "Two cities saw hearings of the panel."],
     ["The panel sat for a year.", "The panel sat for a week.", "Three cities saw hearings of the panel."]),
    ("Ministers from Chad, Mali and Niger met the bankers Ito and Sato.",
     ["Ministers of three countries met two bankers."],
     ["Ministers of five countries met the bankers.", "Ministers of three countries met three bankers."]),
    ("430 people died in accidents at the yard, and 12 cranes fell.",
     ["Several cranes fell."],
     ["A handful of people died in accidents there.", "A few people died in accidents there.", "Several people died in accidents at the yard.", "A couple of cranes fell."]),
    ("Of 60 members, 34 voted for the bill.",
     ["Most of the members voted for the bill.", "A majority backed the bill."],
     ["Most of the members voted against the bill.", "A minority voted for the bill.", "Less than half of the members voted for the bill."]),
    ("Of 60 members, 22 voted for the bill.",
     ["A minority voted for the bill."], ["A majority voted for the bill.", "Most members voted for the bill."]),
]  # fmt: skip


def test_counts_and_bounds_are_held():
    told = held(CASES)
    assert alarmed_at(told) == []
    assert missed(told) == []


@pytest.mark.parametrize(("text", "is_said"), [("Some 1,200 came.", False), ("Some 1,300 came.", True), ("About 1,250 came.", True), ("About 1,000 came.", False)])  # fmt: skip
def test_about_is_rounded_as_figures_are(text, is_said):
    [number] = find_numbers(text)
    assert (derive_number(number, text, Evidence(("1,284 came.",))) is not None) is is_said


@pytest.mark.parametrize(
    ("said", "counts"),
    [
        ("The mills at Orm, Dask and Felling closed.", [3]),
        ("Mills such as Orm, Dask and Felling closed.", []),
        ("The bankers Ito and Sato came.", [2]),
        ("It met in Tallinn and Riga.", [2]),
        ("The mills at Orm, Dask and others closed.", []),
    ],
)
def test_lists_of_names_are_counted(said, counts):
    assert [one.count for one in lists_in(said)] == counts


def test_a_list_of_another_kind_counts_nothing():
    evidence = ("The mills at Orm, Dask and Felling closed.",)
    assert otherwise_listed(5, "Five mills closed.", len("Five"), evidence)
    assert not otherwise_listed(5, "Five owners left.", len("Five"), evidence)


def test_a_part_stands_behind_its_whole():
    [(part, whole)] = parts_of_wholes("Of the 60 members, 34 voted.")
    assert [int(n.value) for n in (part, whole)] == [34, 60]
    assert not list(parts_of_wholes("A group of 60 members met 34 guests."))
    assert not list(parts_of_wholes("Seven of 11 wells are dry, five of them for years."))


TIMES_AND_PARTS: list[Case] = [
    ("The quay was begun on 4 March 1911 and finished on 19 October 1924.",
     ["Work on the quay lasted 13 years and seven months."],
     ["Work on the quay lasted 13 years and two months.", "Work on the quay lasted 13 years and eleven months."]),
    ("The quay handled 3.2 million tons in 2012 and 4.8 million tons in 2016, half of it ore.",
     ["Ore made up 2.4 million tons in 2016.", "Ore made up less than three million tons in 2016."],
     ["The quay handled less than three million tons in 2012.", "Most of the tons were ore."]),
    ("The foundry employs 1,800 people, 450 of them women.",
     ["For every woman three men are employed."], ["For every woman four men are employed."]),
]  # fmt: skip


def test_parts_are_told_of_what_they_are_parts_of():
    told = held(TIMES_AND_PARTS)
    assert alarmed_at(told) == []
    assert missed(told) == []
