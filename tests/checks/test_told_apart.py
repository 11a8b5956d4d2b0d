"""What is told of another one, of the rest, of a change, or by who speaks: what passes, and the lie beside it.

The sentences are written by hand. Each has what the source says, what honest authors may say, what liars say.
"""

import pytest

from benchmarks.truth import Told, claim_of, hold
from tests.checks.cases import alarmed_at, held, missed

CASES = [
    ("By 31 March 2023 five mills had been built, three were under construction, and one, planned for the end of 2022, had not begun.",
     ["Three months after the end of 2022 one mill had not begun."],
     ["Four days after the end of 2022 one mill had not begun."]),
    ("Only two of the five mills, Tarn and Ulm, were built in time; the other three were late.",
     ["Most of the mills were late."],
     ["Four of the five mills were built in time."]),
    ("In March eleven pumps were still in storage. The warranty on seven of these had expired.",
     ["For most of the stored pumps the warranty had run out."],
     ["In March eleven pumps were still in storage, and the warranty on three of these had expired."]),
    ("The guild met eleven times in 2018, four times in 2019 and never in 2020.",
     ["In 2019 the guild met four times."],
     ["In 2019 the guild met five times."]),
    ("The council adopted the plan, under which nine schools were to be built for 412 million crowns. It now expects to pay 575 million.",
     ["The plan is now expected to cost 575 million, more than had been thought."],
     ["The plan is now expected to cost 585 million, more than had been thought."]),
    ("In the lake district there are 690 beds, though an increase of 90 had been planned.",
     ["In the lake district 90 new beds had been planned."],
     ["In the lake district 60 new beds had been planned."]),
    ("When the general seized power, Norland refused to recognise the new government, whereas Sudland did so within a week.",
     ["Sudland recognised the new government within a week."],
     ["Norland agreed to recognise the new government."]),
    ("President Adjei came to Lissa in 2011, and no president of his country has been there since.",
     ["President Adjei came in 2011: it was the latest visit of a president of his country."],
     ["Presidents of his country have been there since."]),
    ("The dam was finished in 1985. The ministry stopped paying the loan back in 1987.",
     ["Two years after the dam had been finished, the ministry ceased to pay back the loan."],
     ["Two years after the ministry had ceased to pay back the loan, the dam was finished."]),
    ("The party maintained that the lease violated the constitution.",
     ["The party held that the lease was unconstitutional."],
     ["The party held that the lease was in line with the constitution."]),
    ("Beds were cheapest in the north, where one cost 310 crowns, and dearest on the coast, where one cost 455.",
     ["The cost of a bed was lowest in the north and highest on the coast."],
     ["Beds were dearest in the north, where one cost 310 crowns, and cheapest on the coast, where one cost 455."]),
    ("We recommended that the project be suspended until the need for it has been established.",
     ["The auditors want the project halted until the need for it is shown.",
     "In the Office’s view, the project should stop until there is proof of the need for it."],
     ["The auditors want the project continued until the need for it is shown."]),
]  # fmt: skip


@pytest.fixture(scope="module")
def told() -> list[Told]:
    return held(CASES)


def test_what_follows_draws_no_alarm(told):
    assert alarmed_at(told) == []


def test_what_does_not_follow_draws_one(told):
    assert missed(told) == []


def of_two(text: str, quote: str) -> str:
    """Return what becomes of a statement of a briefing on two countries."""
    told = Told("two", "d", [], claim_of("two", {"text": text, "quotes": [quote]}, {}))
    hold(quote, [told], ("GH", "BR"))
    return told.fate


def test_both_countries_are_those_of_the_briefing():
    quote = "Both countries are members of the Group of 77."
    assert of_two("Ghana and Brazil belong to the Group of 77.", quote) == "silent"
    assert of_two("Togo and Brazil belong to the Group of 77.", quote) != "silent"


WORKED_OUT = [
    ("The bank cancelled 62 million crowns of the debt and agreed to the repayment of the remaining 31 million by 2019.",
     ["Two thirds of the debt were cancelled by the bank.", "The bank had a third of the debt repaid."],
     ["Four fifths of the debt were cancelled by the bank."]),
    ("The lease ran for fifteen years and earned the town 4 million crowns a year.",
     ["Over its life the lease was worth 60 million crowns to the town."],
     ["Over its life the lease was worth 90 million crowns to the town."]),
]  # fmt: skip


def test_a_part_beside_the_rest_and_so_much_a_year_for_years_are_worked_out():
    found = held(WORKED_OUT)
    assert alarmed_at(found) == []
    assert missed(found) == []


def of_ghana(text: str) -> str:
    return of_two(text, "Parliament in Accra approved the lease in May 1975.")


def test_a_parliament_is_named_by_the_capital_that_it_sits_in():
    assert of_ghana("In May 1975 the Ghanaian parliament approved the lease.") == "silent"
    assert of_ghana("In May 1975 the Brazilian parliament approved the lease.") != "silent"


COMPARED = [
    ("The growth rate of the villages has been lower than in the towns since 1990.",
     ["Towns have grown faster than villages since 1990.", "Growth in the villages has been slower than in the towns."],
     ["The growth of the villages has been higher than in the towns."]),
    ("In November the deficit was two billion smaller than the council had expected.",
     ["The council had expected a deficit two billion larger than it was in November."],
     []),
    ("The request for the agency was below its budget of the year before.",
     ["The agency’s budget of the year before was above the request."],
     ["The request for the agency was above its budget of the year before."]),
]  # fmt: skip


def test_a_comparison_turned_round_with_its_sides_is_the_same():
    found = held(COMPARED)
    assert [
        one.claim.text for one in found if one.is_honest and "comparison-turned" in one.rules
    ] == []
    assert [
        one.claim.text
        for one in found
        if not one.is_honest and "comparison-turned" not in one.rules
    ] == []


def test_a_rank_that_may_be_read_off_figures_is_a_reason_for_a_look():
    source = "Of the pumps 70 percent leak at Tarn, 64 percent at Ulm and 42 percent at Lissa."
    (rank, world) = held([(source, ["Tarn has the largest share of leaking pumps.", "Tarn has the largest share of leaking pumps in the world."], [])])  # fmt: skip
    assert rank.fate == "silent"
    assert any(reason.startswith("superlative-added: ") for reason in rank.reasons)
    assert "superlative-added" in world.rules


TURNED = [
    ("The limit on fishing is suspended until March.", ["Until March nothing limits fishing, by the suspension."], ["The limit on fishing is in force until March."]),
    ("By a majority of five to two the court allowed the claim.", ["Five of the seven judges allowed the claim."], ["The court was unanimous in allowing the claim."]),
    ("The office moved to Ulm temporarily in March 2015.", ["For a time the office moved to Ulm in March 2015."], ["The office moved to Ulm in March 2015 for good."]),
    ("The dam was completed in 1985, two years late.", ["In 1985, after two more years than planned, the dam was completed."], ["The dam was completed in 1985, two years early."]),
    ("The court vacated the standard of 2012.", ["The standard of 2012 was struck down by the court."], ["The court upheld the standard of 2012."]),
    ("The boards hired 520 nurses from abroad.", ["The boards hired 520 foreign nurses."], ["The boards hired 520 nurses at home."]),
    ("Officials said that the move was chaotic.", ["The move was in disorder, officials said."], ["The move was orderly, officials said."]),
]  # fmt: skip


def test_what_is_turned_round_draws_an_alarm_and_other_words_none():
    found = held(TURNED)
    assert alarmed_at(found) == []
    assert missed(found) == []
