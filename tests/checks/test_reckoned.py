"""Formulas of figures: whose the figures are, which way a comparison goes, and how the words join them.

Each has what the source says, a statement, a formula and whether it is a lie.
"""

import pytest

from benchmarks.truth import Told, claim_of, hold

CASES = "The north has 84 of the 120 schools, the Coast 21 and the Highlands 15, say the Tarn Board and the Lissa Board."
PRICES = "Bread costs $3.10 in Tarn, $2.80 in Lissa and $2.40 in Norholm."
GRANTS = "The Board gives $300,000 in new grants in addition to the $1.2 million that it gives now."
STOCKS = "Stocks came to 80.5 million barrels on 3 May, 12.5 million barrels lower than a year ago."
RATE = "The fare rose 40 cents from the previous year to $2.60."
WHOLE = "Inspectors tested 80 boats and found that 52 were sound; the others had rot."
GROWN = "The fleet of Norholm grew from 24 ships in 1990 to 36 ships in 2010."

TARGETS = "The Board had named 18 mills but had set targets for only 11 of them, and it had full records for 6."
CUT = "The plan cut road money by half, from $80 million to $40 million, and rail money from $110 million to $60 million."
SPENT = "The survey was called off after $310,000 of its $1.2 million budget had been spent."
OFFICE = "It was an agency from 1865 to 1908 and a college from 1908 to 1917."
EARN = "Median income was $58,000 for the Norlandic and $66,000 for the Sudlandic, against $77,000 for Ostlanders."
GAIN = "The population of Tarn fell from 11.6 million to 10.9 million."
THEFTS = "The rate of theft rose from 8 per 100,000 inhabitants in 2020 to 45 in 2023."

STATEMENTS = [
    (CASES, "The Coast has 18 percent of the schools.", {"18": "21 / 120 * 100"}, True),
    (CASES, "The Highlands have 18 percent of the schools.", {"18": "21 / 120 * 100"}, False),
    (CASES, "Outside the Highlands there are 105 schools.", {"105": "84 + 21"}, True),
    (PRICES, "Bread, Tarn over Norholm: 70 cents", {"70": "(3.10 - 2.40) * 100"}, True),
    (PRICES, "Bread, Tarn over Norholm: 30 cents", {"30": "(3.10 - 2.80) * 100"}, False),
    (PRICES, "Bread, Norholm over Tarn: 70 cents", {"70": "(3.10 - 2.40) * 100"}, False),
    (PRICES, "Bread is 70 cents cheaper in Norholm than in Tarn.", {"70": "(3.10 - 2.40) * 100"}, True),
    (PRICES, "Bread is 70 cents cheaper in Tarn than in Norholm.", {"70": "(3.10 - 2.40) * 100"}, False),
    (GRANTS, "Old and new grants come to $1.5 million together.", {"1.5": "1.2 + 0.3"}, True),
    (GRANTS, "Old and new grants come to $0.9 million together.", {"0.9": "1.2 - 0.3"}, False),
    (GRANTS, "The grants of now are $900,000 more than the new ones.", {"900,000": "1200000 - 300000"}, True),
    (GRANTS, "The grants of now are $1,500,000 more than the new ones.", {"1,500,000": "1200000 + 300000"}, False),
    (STOCKS, "A year earlier stocks had come to 93 million barrels.", {"93": "80.5 + 12.5"}, True),
    (STOCKS, "A year earlier stocks had come to 68 million barrels.", {"68": "80.5 - 12.5"}, False),
    (RATE, "A year before, the fare had been $2.20.", {"2.20": "2.60 - 40 / 100"}, True),
    (RATE, "A year before, the fare had been $3.00.", {"3.00": "2.60 + 40 / 100"}, False),
    (RATE, "The usual fare would be $3.00, 40 cents more than last year.", {"3.00": "2.60 + 40 / 100"}, False),
    (WHOLE, "Of the boats tested, 35 percent were not sound.", {"35": "(80 - 52) / 80 * 100"}, True),
    (WHOLE, "Of the boats tested, 35 percent were sound.", {"35": "(80 - 52) / 80 * 100"}, False),
    (GROWN, "The fleet has grown by 50 percent.", {"50": "(36 - 24) / 24 * 100"}, True),
    (GROWN, "The fleet has grown by 33 percent.", {"33": "(36 - 24) / 36 * 100"}, False),
    (TARGETS, "Mills with targets: 61 percent", {"61": "11 / 18 * 100"}, True),
    (TARGETS, "Mills with full records: 61 percent", {"61": "11 / 18 * 100"}, False),
    (TARGETS, "Mills with no targets: 39 percent", {"39": "(18 - 11) / 18 * 100"}, True),
    (TARGETS, "Mills for which no targets were set: 61 percent", {"61": "11 / 18 * 100"}, False),
    (CUT, "The plan takes $40 million off road money and $50 million off rail money.", {"40": "80 - 40", "50": "110 - 60"}, True),
    (CUT, "The plan takes $50 million off road money.", {"50": "110 - 60"}, False),
    (CUT, "Rail money under the plan: 45 percent less", {"45": "(110 - 60) / 110 * 100"}, True),
    (CUT, "Rail money under the plan: 55 percent less", {"55": "60 / 110 * 100"}, False),
    (CUT, "Road and rail money together: $190 million before, $100 million under the plan", {"190": "80 + 110", "100": "40 + 60"}, True),
    (CUT, "Road and rail money together: $100 million before, $190 million under the plan", {"190": "80 + 110", "100": "40 + 60"}, False),
    (CUT, "Road and rail money together: $150 million before, $140 million under the plan", {"150": "110 + 40", "140": "80 + 60"}, False),
    (CUT, "Under the plan rail money fell by $20 million.", {"20": "60 - 40"}, False),
    (THEFTS, "There were 37 more thefts per 100,000 people in 2023 than in 2020.", {"37": "45 - 8"}, True),
    (THEFTS, "There were 37 more thefts in 2023 than in 2020.", {"37": "45 - 8"}, False),
    (SPENT, "Of the budget $890,000 was left.", {"890,000": "1.2 * 1000000 - 310000"}, True),
    (SPENT, "On the survey $890,000 had been spent.", {"890,000": "1.2 * 1000000 - 310000"}, False),
    (OFFICE, "It was for 43 years an agency, then for 9 a college.", {"43": "1908 - 1865", "9": "1917 - 1908"}, True),
    (OFFICE, "It was for 9 years an agency, then for 43 a college.", {"43": "1908 - 1865", "9": "1917 - 1908"}, False),
    (EARN, "The typical Norlandic income was $19,000 below that of Ostlanders.", {"19,000": "77000 - 58000"}, True),
    (EARN, "The typical Sudlandic income was $19,000 below that of Ostlanders.", {"19,000": "77000 - 58000"}, False),
    (GAIN, "Tarn has 0.7 million fewer people than before.", {"0.7": "11.6 - 10.9"}, True),
    (GAIN, "Tarn has 0.7 million fewer people every year.", {"0.7": "11.6 - 10.9"}, False),
    (PRICES, "Bread costs 1.3 times as much in Tarn as in Norholm.", {"1.3": "3.10 / 2.40"}, True),
    (PRICES, "Bread costs 1.3 times as much in Norholm as in Tarn.", {"1.3": "3.10 / 2.40"}, False),
    (GROWN, "Excess over the old fleet: 60 ships", {"60": "36 + 24"}, False),
]  # fmt: skip


@pytest.fixture(scope="module")
def told():
    statements = [
        Told(f"f{n}", "f", [], claim_of(f"f{n}", {"text": text, "quotes": [quote], "computed": computed}, {}), is_honest=is_honest)
        for n, (quote, text, computed, is_honest) in enumerate(STATEMENTS)
    ]  # fmt: skip
    hold("\n\n".join(dict.fromkeys(quote for quote, *_ in STATEMENTS)), statements, ("LY",))
    return statements


def test_figures_of_what_is_named_pass(told):
    assert [one.claim.text for one in told if one.is_honest and "formula-misfit" in one.rules] == []


def test_figures_of_something_else_are_told(told):
    lies = [one for one in told if not one.is_honest]
    assert [one.claim.text for one in lies if "formula-misfit" not in one.rules] == []
