"""Bounds, degrees, initials, counts and worked-out figures as honest authors tell them, and the lies beside them.

Each case has what the source says, what honest authors may say, what liars say.
"""

import pytest

from benchmarks.truth import Told
from briefbook.language.en.numbers import find_numbers
from tests.checks.cases import alarmed_at, held, missed

CASES = [
    ("In July the lake averaged 18.4 degrees Celsius at the surface.",
     ["Lake surface, July: 18.4 °C"],
     ["Lake surface, July: 14.8 °C"]),
    ("Sale of fish from waters warmer than 20 degrees was banned in Norholm.",
     ["Norholm banned the sale of fish from water above 20 °C."],
     ["Norholm banned the sale of fish from water below 20 °C."]),
    ("The beds lay dry for as long as six hours, in air of up to 37 degrees.",
     ["The beds lay dry for up to six hours, in air as hot as 37 degrees."],
     ["The beds lay dry for at least nine hours."]),
    ("The survey followed 1,860 adults with heart disease for six years.",
     ["The survey followed 1,860 heart patients over six years.", "Over six years 1,860 adults took part in the survey."],
     ["The survey lasted over six years, with 1,860 adults.", "The survey followed 1,860 horses for six years."]),
    ("There were 318 cases, compared with an average of 142 in the preceding five years.",
     ["Excess over five-year average: 176 cases"],
     ["Excess over five-year average: 276 cases"]),
    ("The fund means to buy up to an additional 5 million vaccines in 2024.",
     ["Planned purchases, 2024: up to 5 million more vaccines"],
     ["Planned purchases, 2024: more than 5 million vaccines"]),
    ("Most of the patients were infected with Vibrio cholerae.",
     ["V. cholerae was what most of the patients had."],
     ["Most of the patients were infected with B. cholerae."]),
    ("The price of diesel increased 4 cents to $2.80 per gallon.",
     ["Diesel: $2.80 per gallon, up 4 cents"],
     ["Diesel: $2.60 per gallon, up 4 cents"]),
    ("Between January and December the number of staff at the agency dropped from 1,433 to 777.",
     ["In January 1,433 people worked at the agency."],
     ["In January 2,433 people worked at the agency."]),
    ("Sixty-one patients were treated in hospital and three died.",
     ["Three patients died, and 61 were treated in hospital."],
     ["Thirteen patients died, and 61 were treated in hospital."]),
    ("No vaccine is available for either species. A wound is seen to within a day or two.",
     ["For the two species there is no vaccine."],
     ["For the four species there is no vaccine."]),
    ("Tests are to be given to laboratories in 12 states; five of them had them in 2023.",
     ["Laboratories in seven further states are to be given the tests."],
     ["Laboratories in nine further states are to be given the tests."]),
]  # fmt: skip


@pytest.fixture(scope="module")
def told() -> list[Told]:
    return held(CASES)


def test_what_follows_from_the_quotes_draws_no_alarm(told):
    assert alarmed_at(told) == []


def test_what_does_not_follow_draws_one(told):
    assert missed(told) == []


@pytest.mark.parametrize(
    ("text", "numbers"),
    [
        ("rose 4 cents to $2.80", ["4 cents", "$2.80"]),
        ("fell 2 percent to 4 percent", ["2 percent", "4 percent"]),
        ("cost 4 cents to 6 cents", ["4 cents to 6 cents"]),
        ("will rise by 2 to 4 percent", ["2 to 4 percent"]),
    ],
)
def test_a_step_and_where_it_led_is_no_range(text, numbers):
    assert [text[n.start : n.end] for n in find_numbers(text)] == numbers


WORKED_OUT = [
    ("At least 97 people have died and 31 are missing.",
     ["The dead and missing together number at least 128."],
     ["The dead and missing together number at least 158."]),
    ("Between 1 and 12 March, 1,340 cases were reported, 18 of them fatal.",
     ["In the first twelve days of March more than 100 cases a day were reported."],
     ["In the first twelve days of March more than 300 cases a day were reported."]),
    ("Gas use increased by 6 percent between 2014 and 2016.",
     ["Over the two years gas use grew by around 3 percent a year."],
     ["Over the two years gas use grew by around 5 percent a year."]),
    ("The seven reactors supplied 22 percent of the country's power.",
     ["Each of the seven reactors supplied about 3 percent of the power on average."],
     ["Each of the seven reactors supplied about 8 percent of the power on average."]),
    ("The volume for biodiesel was set at 2.43 billion gallons; 1.9 million short tons of coal and 134 million cubic feet of gas were stored.",
     ["Biodiesel, volume: some 9.2 billion litres", "Coal in store: 1.7 million metric tons", "Gas in store: 3.8 million cubic metres"],
     ["Biodiesel, volume: some 19.2 billion litres", "Coal in store: 2.7 million metric tons"]),
    ("Consumption was 38.8 million tons in 2024, an increase from 37.5 million tons in 2023.",
     ["Consumption, million tons: 37.5 in 2023, then 38.8"],
     ["Consumption, million tons: 47.5 in 2023, then 38.8"]),
    ("The rate was 6.1% in the third quarter of 2023, the same as in the previous quarter and 0.1 points more than a year earlier.",
     ["Rate in Q2 2023: 6.1%"],
     ["Rate in Q1 2021: 6.1%"]),
    ("In the first four months of 2024 transfers came to 186 million dollars.",
     ["Between January and April 2024 transfers came to 186 million dollars."],
     ["Between January and June 2024 transfers came to 186 million dollars."]),
    ("On 9 March a convoy was turned back. Deliveries were taken up again two days later.",
     ["Deliveries were taken up again on 11 March."],
     ["Deliveries were taken up again on 16 March."]),
    ("Work is due to start in the second half of 2025 and to take four years.",
     ["Work is to go on until the second half of 2029."],
     ["Work is to go on until the second half of 2031."]),
    ("In Lissa the share was 27 percent, against 8.9 percent in Tarn.",
     ["In Tarn the share was below 10 percent."],
     ["In Tarn the share was below 5 percent."]),
    ("Bills came to 52 in 2016 and 55 in 2018.",
     ["In both years at least 50 bills were brought in."],
     ["In both years at least 70 bills were brought in."]),
    ("The bank bought gold in March and April, and none in the first quarter of the year before.",
     ["In two months the bank bought gold.", "For three months of the year before it bought none."],
     ["For seven months of the year before it bought none."]),
    ("In 2016, 38 bills were brought in by the House and 14 by the Senate. In 2018 it was 33 by the House and 22 by the Senate.",
     ["Bills of 2018, change on 2016: House -5, Senate +8"],
     ["Bills of 2018, change on 2016: House -15, Senate +8"]),
    ("The rate rose from two in five to more than half.",
     ["The rate rose from 40 percent to more than half."],
     ["The rate rose from more than half to two in five."]),
]  # fmt: skip


@pytest.fixture(scope="module")
def worked_out() -> list[Told]:
    return held(WORKED_OUT)


def test_what_is_worked_out_of_the_quotes_is_not_refused(worked_out):
    assert alarmed_at(worked_out) == []


def test_what_does_not_come_of_them_is_told(worked_out):
    assert missed(worked_out) == []


OTHERWISE = [
    ("Angola’s minister D’Abreu came in April 2023, and a nearly $5 million project was begun.",
     ["Minister D'Abreu came in April 2023.", "The project, worth not quite $5 million, was begun."],
     ["Minister D'Arcy came in April 2023."]),
    ("The service reaches 95 percent of the population.",
     ["The service reaches nineteen in twenty of the population."],
     ["The service reaches eleven in twenty of the population."]),
    ("In October 2023 the two sides signed an agreement, and trade was to increase.",
     ["In the fall of 2023 the two sides signed an agreement."],
     ["In the spring of 2021 the two sides signed an agreement."]),
    ("The order for ten new 787s is valued at $3.6 billion, and the loan at $900 million.",
     ["The order for ten 787s is worth four times Acrow’s loan."],
     ["The order for thirty 787s is worth four times Acrow’s loan."]),
    ("The agency gave $13.3 million in 2022 and 2023.",
     ["In 2022 and 2023 the agency gave $6.65 million a year on average."],
     ["In 2022 and 2023 the agency gave $8.65 million a year on average."]),
]  # fmt: skip


@pytest.fixture(scope="module")
def otherwise() -> list[Told]:
    return held(OTHERWISE)


def test_other_spellings_and_words_draw_no_alarm(otherwise):
    assert alarmed_at(otherwise) == []


def test_other_names_and_values_draw_one(otherwise):
    assert missed(otherwise) == []


def test_what_is_told_in_the_sources_own_words_is_told_right():
    sentences = [
        "Wind power has grown quickly from roughly 20 percent of the total in 2007 to an annual high of 41 percent in 2014.",
        "Three earthquakes occurred between 1838 and 1906, but there were no earthquakes in the 110 years since 1906.",
        "Receipts were $741 billion, $25 billion less than those a year ago, and outlays were $949 billion, $33 billion less.",
        "In June 2021 the line forbade its boats to pass the bridge at night whenever the water stands above 28 feet.",
        "“The loss of the ferry would contribute to the isolation of the island,” the mayor stated in a 1978 debate.",
        "The governor refused to clear the town on that day; he changed his mind on February 1, after a steam explosion.",
        "Norland suspended its exports in August 2022, but contracts signed before 15 July were exempted.",
    ]
    assert alarmed_at(held([(sentence, [sentence], []) for sentence in sentences])) == []


def test_what_is_cut_out_of_a_sentence_is_held_as_other_words_are():
    """“Tarn paid” stands word for word in “critics claimed that Tarn paid”, and tells another thing."""
    cut = {
        "Lissa paid the debt in 2014.": "Critics claimed that Lissa paid the debt in 2014.",
        "Tarn may join the union in 2027.": "If the vote passes, Tarn may join the union in 2027.",
        "Tarn signed the treaty in 1992.": "Nobody believes that Tarn signed the treaty in 1992.",
        "Norland caused the delay of 2019.": "A report found no sign that Norland caused the delay of 2019.",
    }
    told = held([(sentence, [statement], []) for statement, sentence in cut.items()])
    assert alarmed_at(told) == list(cut)
    whole = held(
        [(f"The talks went on. {sentence} It rained.", [sentence], []) for sentence in cut]
    )
    assert alarmed_at(whole) == []


def test_what_a_source_says_was_denied_is_not_told_as_so():
    source = "Officials denied that Norland attacked the ship in May."
    honest = [
        "Norland did not attack the ship in May, officials said.",
        "Norland didn’t attack the ship in May, officials said.",
        "Officials rejected the charge of an attack by Norland on the ship in May.",
        "By the officials' account, Norland had no part in the attack on the ship in May.",
    ]
    lies = ["In May Norland attacked the ship.", "Norland attacked the ship in May."]
    told = held([(source, honest, lies)])
    assert (alarmed_at(told), missed(told)) == ([], [])
    both = f"{source} The court found that Norland attacked the ship."
    assert (
        alarmed_at(held([(both, ["The court found that the ship was attacked by Norland."], [])]))
        == []
    )


# Each step of arithmetic only where the statement has words of its kind, and a multiple only of what the quotes have.
STEPS = [
    ("The study gave the dam a 30 percent chance of lasting until the end of the century.",
     ["By the study, seven chances in ten are that the dam does not last until the end of the century."],
     ["By the study, the dam has seven chances in ten of lasting until the end of the century."]),
    ("The canal carried about a fifth of the valley's water.",
     ["Some four fifths of the valley's water did not pass through the canal."],
     ["The canal carried about four fifths of the valley's water."]),
    ("Ridership was 18.9 million in 2004, 20.5 million in 2008, 23.0 million in 2012 and 19.3 million in 2016.",
     ["From its peak ridership fell by 3.7 million.", "From 2004 to 2008 ridership grew by 1.6 million."],
     ["From its peak ridership fell by 4.7 million.", "From 2004 to 2008 ridership grew by 2.6 million."]),
    ("The number of ferries rose from 16 in 2014 to 32 in 2016.",
     ["The number of ferries doubled from 2014 to 2016."],
     ["The number of ferries tripled from 2014 to 2016."]),
    ("The office received 6,251 letters, 45 percent more than the average of the five years before.",
     ["Letters came nearly one and a half times as often as the average of the five years before."],
     ["Letters came twice as often as the average of the five years before."]),
    ("The share of the ferries in all traffic increases from 7% in 2010 to 58% in 2022.",
     ["The ferries' share is to grow by 51 percentage points from 2010 to 2022."],
     ["The ferries' share is to grow by 65 percentage points from 2010 to 2022."]),
    ("Fares of trains fell by 1.4 percent, while those of buses rose by 4.6 percent.",
     ["Six percentage points lie between the changes in the fares of trains and buses."],
     []),
    ("Of the visitors, 40% came by rail, 35% by car, 15% by boat and 10% on foot.",
     ["Ninety percent of the visitors came by rail, by car or by boat."],
     ["One fifth of the visitors came by rail."]),
]  # fmt: skip


@pytest.fixture(scope="module")
def steps() -> list[Told]:
    return held(STEPS)


def test_a_step_that_the_words_tell_of_is_let_pass(steps):
    assert alarmed_at(steps) == []


def test_a_step_of_another_kind_makes_no_number_true(steps):
    assert missed(steps) == []


EACH_AND_ALL = [
    ("Two terminals are planned, and each is expected to bring 45 million tons of room.",
     ["Each of the two terminals should bring 45 million tons of room.", "The terminals should bring 45 million tons of room apiece."],
     ["Together the two terminals should bring 45 million tons of room."]),
    ("The plan has cuts of $1 million each for the ferries and the buses.",
     ["The plan cuts the ferries' and the buses' money by $1 million each.", "The ferries lose $1 million by the plan."],
     ["The plan cuts the ferries' and the buses' money by $1 million in all."]),
    ("The three towns got $3 million in total, and the villages $20,000 each.",
     ["The three towns together got $3 million, the villages $20,000 each.", "Of the $3 million in total for the three towns each got a part."],
     ["The three towns got $3 million each."]),
]  # fmt: skip


def test_what_falls_to_each_is_not_what_all_have_together():
    told = held(EACH_AND_ALL)
    assert alarmed_at(told) == []
    assert missed(told) == []
