"""Each derivation holds which figure is the base, and which way time goes from a date."""

import pytest

from briefbook.evidence.bases import is_later, ways_from
from briefbook.evidence.derivations import derive_date, derive_number
from briefbook.evidence.readings import Evidence
from briefbook.language.en.dates import find_dates
from briefbook.language.en.numbers import find_numbers
from tests.checks.cases import Case, alarmed_at, held, missed

CASES: list[Case] = [
    ("The mast is 90 metres high and cost 4m pounds, twice the budget.",
     ["The budget had been £2 million."], ["The budget was £8 million.", "The budget was eight million pounds."]),
    ("6,200 sailors were on board and three times as many ashore.",
     ["Ashore there were 18,600 sailors.", "Together there were 24,800 sailors."], []),
    ("Imports came to $7.2 billion, twice as much as exports.",
     ["Exports came to $3.6 billion."], ["Exports came to $14.4 billion."]),
    ("The branch opened in May 1932, four years after the junction.",
     ["The junction opened in 1928."], ["The junction opened in 1936.", "In 1936 the junction followed."]),
    ("The first ferry ran in April 1889, three years before the second pier opened.",
     ["The second pier opened in 1892."], ["The second pier opened in 1886."]),
    ("Two years after the mill burnt down in 1931, its owner left the town.",
     ["The owner left in 1933."], ["The owner left in 1929."]),
    ("The abbey was built in 1204 and the tower 60 years before.",
     ["The tower dates from 1144."], ["The tower dates from 1264."]),
    ("Rents went up from 80 crowns in 2009 to 100 crowns in 2014.",
     ["Rents rose by a quarter.", "Rents rose 25 percent.", "In 2009 rents were a fifth lower than in 2014.", "In 2009 rents were 80 percent of those of 2014."],
     ["Rents went up 20 percent.", "Rents rose by 20 percent.", "Rents rose 80 percent.", "Between 2009 and 2014, rents rose by a fifth.", "Rents halved."]),
    ("The herd had 1,204 head in 1990 and 306 in 2015.",
     ["The herd shrank to about a quarter of its former size.", "Three quarters of the herd had gone by 2015.", "The herd fell by almost 75 percent.",
      "In 1990 the herd was roughly four times as large as in 2015."],
     ["The herd quadrupled from 1990 to 2015.", "A quarter of the herd had gone by 2015.", "The herd fell by almost 25 percent.", "The herd lost a quarter of its head."]),
    ("The marsh shrank from 600 acres in 1980 to 200 in 2010.",
     ["The marsh lost two thirds of its surface.", "The marsh shrank to a third of its surface."],
     ["The marsh lost a third of its surface.", "The marsh grew threefold.", "The marsh shrank by a third.", "The marsh shrank to two thirds of its surface."]),
    ("The fire took 12 of the 48 barns.", ["A quarter of the barns were lost."], []),
    ("The yard built 3.2 million tons in 2012 and 4.8 million tons in 2016.",
     ["Output of the yard grew by half in four years.", "In 2012 the yard built a third less than in 2016."],
     ["Output of the yard grew by a third in four years."]),
    ("In 2020 the pit dug 40,000 tons, after 20,000 tons in 2010.",
     ["Output doubled between 2010 and 2020."], ["Output halved between 2010 and 2020."]),
    ("In 2023 the port shipped $343.1 million of fruit. In real terms that was $85.9 million lower than the 2018 high.",
     ["In real terms the fruit of 2023 fell a fifth short of the 2018 high."], []),
    ("Sales fell by a fifth to 80 million crowns in 2015.",
     ["Before that sales had stood at 100 million crowns."], ["Before that sales had stood at 96 million crowns."]),
    ("The guild has 45 members, five more than last year.",
     ["Last year the guild had 40 members."], ["Last year the guild had 50 members."]),
    ("The share of boys rose from 40 to 60 percent.",
     ["The share of boys grew by half.", "The share of boys grew by 20 percentage points."],
     ["The share of boys grew by 20 percent.", "The share of boys grew by a third.", "The share of boys grew by 33 percent."]),
    ("In 2015 the mill had 200 hands, half as many as in 2005.",
     ["In 2005 the mill had 400 hands."], ["In 2005 the mill had 100 hands."]),
    ("The new road is 90 kilometres long, 30 kilometres shorter than the old one.",
     ["The old road was 120 kilometres long.", "The old road was a third longer than the new one.", "The new road is a quarter shorter than the old one."],
     ["The old road was 60 kilometres long.", "The new road is a third shorter than the old one.", "The old road was a quarter longer than the new one."]),
    ("The fund spent $60 million, 75 percent of its budget.",
     ["The budget of the fund was $80 million."], ["The budget of the fund was $45 million."]),
    ("Output rose 25 percent from 2010 to reach 50,000 tons in 2015.",
     ["In 2010 output was 40,000 tons."], ["In 2010 output was 37,500 tons.", "In 2010 output was 62,500 tons."]),
    ("She was born in 1950 and became a surgeon at the age of 42.",
     ["She became a surgeon in 1992."], ["She became a surgeon in 1908."]),
    ("He led the fleet until his death in 1846, aged 62.",
     ["Born in about 1784, he died in command of the fleet."], ["Born in about 1908, he died in command of the fleet."]),
    ("Between 1990 and 1995 the mine made losses each year.",
     ["The mine made losses in 1993.", "In 1992–93 the mine made losses."], ["In 1996–97 the mine made losses.", "In 1994–97 the mine made losses."]),
    ("The trip took 6 hours, twice as long as planned.",
     ["The trip had been planned to take three hours."], ["The trip had been planned to take 12 hours."]),
]  # fmt: skip


def test_the_base_and_the_way_of_time_are_held():
    told = held(CASES)
    assert alarmed_at(told) == []
    assert missed(told) == []


@pytest.mark.parametrize(
    ("said", "words", "ways"),
    [
        ("It opened in 1922, four years after the station.", "four years", {-1}),
        ("It opened in 1922, four years before the station.", "four years", {1}),
        ("It opened in 1922 and closed four years later.", "four years", {1}),
        ("Four years after the fire of 1922, it closed.", "Four years", {1}),
        ("Four years before the fire of 1922, it closed.", "Four years", {-1}),
        ("It stood empty for four years until 1922.", "four years", {-1}),
        ("She served for four years from 1922.", "four years", {1}),
        ("Four years apart from it, 1922 was dull.", "Four years", {1, -1}),
    ],
)
def test_words_say_which_way_time_goes(said, words, ways):
    assert ways_from(words, 1922, Evidence((said,))) == ways


def test_of_a_series_the_years_say_which_figure_is_later():
    said = "It sold 40 in 2020, after 20 in 2010; of 7 shops 5 are open."
    one, other, seven, five = find_numbers(said)
    evidence = Evidence((said,))
    assert is_later(one, other, evidence) is True
    assert is_later(other, one, evidence) is False
    assert is_later(seven, five, evidence) is None


@pytest.mark.parametrize(("text", "is_derived"), [("For every woman three men work there.", True), ("For every woman four men work there.", False)])  # fmt: skip
def test_for_each_of_a_part_stands_the_rest_of_its_whole(text, is_derived):
    [number] = find_numbers(text)
    evidence = Evidence(("The plant has 1,200 workers, 300 of them women.",))
    assert (derive_number(number, text, evidence) is not None) is is_derived


@pytest.mark.parametrize(("text", "is_derived"), [("Three fifths of the seats or more are kept.", False), ("Boats of 10 metres or more landed three fifths.", True)])  # fmt: skip
def test_or_more_of_a_class_leaves_the_rest(text, is_derived):
    number = next(n for n in find_numbers(text) if n.unit == "/")
    evidence = Evidence(("Boats under 10 metres landed 40 percent.",))
    assert (derive_number(number, text, evidence) is not None) is is_derived


def test_a_part_that_burnt_is_no_part_that_did_not():
    text = "Three quarters of the barns were lost."
    [number] = find_numbers(text)
    assert derive_number(number, text, Evidence(("The fire destroyed 12 of the 48 barns.",))) is None  # fmt: skip


def test_a_date_follows_one_way_only():
    text = "The station opened in 1926."
    [found] = find_dates(text)
    evidence = Evidence(("The line opened in 1922, four years after the station.",))
    assert derive_date(found, text, evidence) is None
