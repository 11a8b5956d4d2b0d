"""Statements as market reports, health reports and fact sheets ask for them, each beside a lie."""

import pytest

from briefbook.language.en.numbers import find_numbers
from tests.checks.cases import alarmed_at, held, missed

CASES = [
    ("Ending stocks of rice are down 30 tons from last month due to smaller beginning stocks and lower output.",
     ["Stocks of rice at the end were cut by 30 tons, as less was there at first and less was grown."], []),
    ("Beginning stocks of tea are unchanged, and ending stocks are 12 tons lower.",
     ["Stocks of tea leave the season 12 tons lower, though nothing has changed at its start."],
     ["Stocks of tea leave the season 12 tons higher."]),
    ("Foreign output is down 16 tons due mostly to smaller crops in Norland and Sudland.",
     ["Foreign output fell by 16 tons, chiefly because of poorer crops in Norland and Sudland."],
     ["Foreign output fell by 16 tons because of a strike of dockers."]),
    ("World imports are up slightly, mostly due to larger imports by Norland.",
     ["Norland is behind most of a tiny rise in world imports."], []),
    ("Output is put at a record 410 tons, up less than one ton from last month but 8 tons above 2004.",
     ["At a record 410 tons, output is to be 8 tons higher than in 2004."],
     ["At a record 410 tons, output is to be 8 tons lower than in 2004."]),
    ("Oil prices are put at 20.5 to 23.5 cents per pound, up 0.5 cents on both ends of the range.",
     ["Oil is put half a cent a pound higher at both ends of the range."],
     ["Oil is put a quarter of a cent a pound higher at both ends of the range."]),
    ("Better prospects for exports and smaller stocks of seed result in a slight cut of the crush.",
     ["Brighter prospects for exports and thinner stocks of seed bring the crush down slightly."], []),
    ("After the arrest of Odo Lind in 2016, his three sons took the lead of the guild.",
     ["Thereafter Lind’s three sons took the lead of the guild."], []),
    ("The patients had no known exposures in the 14 days before, suggesting that the virus spread unseen.",
     ["For 14 days before the patients had met with no known exposure, which suggests that the virus spread unseen."], []),
    ("How children pass on the virus remains unknown.",
     ["How children pass on the virus is still not understood."], ["How children pass on the virus is well understood."]),
    ("On 15 September our three nations began talks of 18 months.",
     ["On 15 September the three governments began talks of 18 months."],
     ["On 15 September the three firms began talks of 18 months."]),
    ("Norland will not enrich uranium or reprocess spent fuel.",
     ["Norland is to refrain from enriching uranium and from reprocessing spent fuel."],
     ["Norland is to enrich uranium and to reprocess spent fuel."]),
    ("Odo Lind is charged in Norhaven with five counts in a nine-count indictment.",
     ["Of the nine counts of the indictment in Norhaven, five are laid against Lind."],
     ["Of the nine counts of the indictment in Norhaven, seven are laid against Lind."]),
    ("The tariff for Norland increased to 15% on August 7.",
     ["Norland’s tariff went up to 15 per cent on 7 August."], ["Norland’s tariff is up to 15 per cent since 7 August."]),
    ("The assembly has 151 members.", ["The assembly has 151 seats."], ["The assembly has 151 firms."]),
    ("Although Lind has alleged fraud at the ballot, observers had confidence in the results.",
     ["In the view of Lind there was fraud at the ballot."], ["There was fraud at the ballot."]),
    ("The Fund projects the economy to recover in 2025, with 1.7% growth.",
     ["The Fund looks for a recovery of 1.7 per cent in 2025."], ["The economy recovered by 1.7 per cent in 2025."]),
    ("The ministry thanks the Government of Sudland, including its customs service.",
     ["The ministry gave its thanks to the Sudland Government, the customs service included."], []),
]  # fmt: skip


def test_what_follows_passes_and_what_does_not_is_told():
    told = held(CASES)
    assert alarmed_at(told) == []
    assert missed(told) == []


@pytest.mark.parametrize(
    ("text", "value", "unit"),
    [
        ("half a cent a pound", "0.005", "USD"),
        ("three quarters of a dollar", "0.75", "USD"),
        ("half of one percent", "0.5", "%"),
    ],
)
def test_a_part_of_a_coin_or_of_one_percent_is_a_number_of_it(text, value, unit):
    (number,) = find_numbers(text)
    assert (str(number.value), number.unit) == (value, unit)


RELATIONS = [
    (
        "The budget will close in surplus, stemming from payments of income tax.",
        ["Because of payments of income tax the budget will close in surplus."],
        [],
    ),
    (
        "As a result, the office’s estimates are much lower than those of the treasury.",
        ["The office’s estimates are therefore well under those of the treasury."],
        ["The office’s estimates are therefore well above those of the treasury."],
    ),
    (
        "The snow was 40% below normal levels by April 1.",
        ["By 1 April the snow had dropped to 40 per cent under normal."],
        ["By 1 April the snow stood 40 per cent above normal."],
    ),
    (
        "Output would be 48% less than in a year of normal water.",
        ["Output would be 48 per cent less than with more or less normal water."],
        [],
    ),
    (
        "In the Four-Power Treaty the four states agreed to consult each other.",
        ["Under the Four-Power Treaty the four states agreed to consult each other."],
        ["Fewer than four states agreed to consult each other."],
    ),
    (
        "Since the coup the country has had negative economic growth.",
        ["Since the coup its economy has shrunk."],
        [],
    ),
    (
        "The country became the very first with a compact when it signed in April 2006.",
        ["In April 2006 it signed the earliest of all compacts."],
        ["In April 2006 it signed the last of all compacts."],
    ),
    ("The reactors have collectively travelled more than 150 million miles.",
     ["Between them the reactors have covered upwards of 150 million miles."],
     ["Between them the reactors have covered upwards of 150 million nautical miles.",
      "Each of the reactors has covered upwards of 150 million miles."]),
    ("The zone is 12 nautical miles wide.", ["The zone is a twelve-mile one."], ["The zone is 12 kilometres wide."]),
    ("Norland has committed to managing all waste of its programme at home.",
     ["Norland has undertaken to manage all the waste of its programme at home."],
     ["Norland has undertaken to manage part of the waste of its programme at home."]),
    ("The plan complies fully with Norland’s old position on bases.",
     ["With Norland’s old position on bases the plan is fully in line."],
     ["With Norland’s old position on bases the plan is only partly in line."]),
    ("Norland has committed to a financial investment in Sudland’s shipyards.",
     ["Norland has undertaken to invest in the shipyards of Sudland."],
     ["Norland has paid for a financial stake in the shipyards of Sudland."]),
    ("Use of wheat is down 131 tons from last year.",
     ["Use of wheat lies 131 tons below the year before."], ["Use of wheat lies 131 tons above the year before."]),
    ("France plans to increase port visits from 2023; Germany will increase visits from 2026.",
     ["Visits of the French are due to grow before those of the Germans."],
     ["Visits of the Germans are due to grow before those of the French."]),
    ("The boat will rest on the United Kingdom’s next design while using U.S. submarine technologies.",
     ["The boat is to rest on a British design and to use American technology."],
     ["The boat is to rest on an American design and to use British technology."]),
]  # fmt: skip


def test_relations_of_fact_sheets_are_kept():
    told = held(RELATIONS)
    assert alarmed_at(told) == []
    assert missed(told) == []
