"""What a number is told per is held: another count, another thing, or none at all is told."""

import pytest

from briefbook.errors import Severity
from briefbook.language.en.denominators import denominators_in
from tests.language.statements import problems_with

BIRTHS = "Infant mortality fell to 38 deaths per 1,000 live births in 2012."
TARIFF = "The tariff was $40 per ton and $12 per container."
STAFF = "There were 12 doctors per 10,000 inhabitants and 40 nurses per 10,000 inhabitants."
LITERATE = "One in five adults cannot read."
YIELD = "Yields rose to 2.4 tonnes per hectare."
FEE = "The fee is $100 per vehicle per day."
HONEST = [
    (BIRTHS, "In 2012, 38 of every 1,000 infants born alive died."),
    (BIRTHS, "In 2012 infant mortality was 38 per thousand live births."),
    ("The murder rate was 1.6 per 100,000 people.", "There were 16 murders per million people."),
    (
        "The murder rate was 1.6 per 100,000 people.",
        "There were 1.6 murders per 100,000 residents.",
    ),
    (STAFF, "There were 12 doctors per 10,000 people."),
    (TARIFF, "The tariff was $40 a tonne."),
    (TARIFF, "Each container pays $12."),
    ("Income was $900 per head in 2010.", "Income per capita was $900 in 2010."),
    ("Income was $900 per head in 2010.", "In 2010 the per-capita income was $900."),
    ("The aid came to $25 per refugee.", "The aid came to $25 for each refugee."),
    (YIELD, "Yields rose to 2.4 t/ha."),
    ("There are 30 pupils to a teacher.", "There are 30 pupils per teacher."),
    ("Diesel cost 1.10 dollars a litre.", "Diesel cost $1.10 per litre."),
    (FEE, "The fee is $100 a day for each vehicle."),
    ("They were paid $300 a month.", "Each of them was paid $300 a month."),
]
LIES = [
    (BIRTHS, "Infant mortality fell to 38 deaths per 100,000 live births in 2012."),
    (BIRTHS, "Infant mortality fell to 38 deaths per million live births in 2012."),
    (BIRTHS, "Infant mortality fell to 38 deaths per 1,000 inhabitants in 2012."),
    (BIRTHS, "Infant mortality fell to 38 deaths in 2012."),
    ("The murder rate was 1.6 per 100,000 people.", "There were 160 murders per million people."),
    (STAFF, "There were 12 nurses per 10,000 inhabitants."),
    (TARIFF, "The tariff was $40 per container."),
    (TARIFF, "The tariff was $40."),
    (TARIFF, "Each container pays $40."),
    ("Income was $900 per head in 2010.", "Income per household was $900 in 2010."),
    ("The aid came to $25 per refugee.", "The aid came to $25 per family."),
    ("Emissions are 1.2 tonnes per person.", "Emissions are 1.2 tonnes per household."),
    (LITERATE, "One in five children cannot read."),
    (YIELD, "Yields rose to 2.4 tonnes per acre."),
    ("There are 30 pupils to a teacher.", "There are 30 pupils per school."),
    ("Diesel cost 1.10 dollars a litre.", "Diesel cost $1.10 per gallon."),
    (FEE, "The fee is $100 per passenger per day."),
]


@pytest.mark.parametrize(("quote", "text"), HONEST)
def test_the_same_rate_in_other_words_passes(quote, text):
    assert problems_with(text, quote) == []


@pytest.mark.parametrize(("quote", "text"), LIES)
def test_another_rate_is_told(quote, text):
    assert problems_with(text, quote)


def test_another_count_of_the_same_things_cannot_be_true():
    (problem,) = problems_with(LIES[1][1], BIRTHS)
    assert problem.severity is Severity.ERROR
    assert problem.rule == "rate"
    assert "“per million live births”: source says per 1,000 live births" in problem.message


@pytest.mark.parametrize(
    "text", ["He paid $5 for each of them.", "It grew 5 per cent per year.", "40 trains a day"]
)
def test_a_period_a_percentage_and_a_pronoun_are_no_things(text):
    assert denominators_in(text) == ()
