"""A measured number keeps its measure, its currency, its prices and its kind of year; days without a year are read."""

import pytest

from tests.checks.cases import alarmed_at, held, missed
from tests.seeds import edit, problems_of

MEASURES = [
    ("The harbour is 54 m deep.",
     ["The harbour has a depth of 54 metres."], ["The harbour has a depth of 54 feet."]),
    ("The daily dose was 68 µg.", ["Each day the dose was 68 µg."], ["Each day the dose was 68 mg."]),
    ("The tank holds 50 cubic metres.", ["Its tank takes 50 m³."], ["Its tank takes 50 cubic feet."]),
    ("The park covers 53 km².", ["It is a park of 53 square kilometres."], ["It is a park of 53 mi²."]),
    ("The road is 71 km long.", ["It is a road of 71 kilometres."], ["It is a road of 71 mi."]),
    ("The boiler gives 72 kW.", ["From the boiler come 72 kW."], ["From the boiler come 72 W."]),
    ("The cable carries 74 kV.", ["Through the cable go 74 kV."], ["Through the cable go 74 V."]),
    ("The crate weighs 43 kg.", ["The crate’s weight is 43 kg."], ["The crate’s weight is 43 g.", "The crate’s weight is 43 lb."]),
    ("Trains run at 56 km/h.", ["The trains do 56 km/h."], ["The trains do 56 mph."]),
    ("It was 58 °C in the shade.", ["In the shade the heat reached 58 °C."], ["In the shade the heat reached 58 °F."]),
    ("It was 59 degrees Celsius.", ["They had 59 °C."], ["They had 59 degrees Fahrenheit."]),
    ("The level is 69 ppm.", ["A level of 69 ppm was found."], ["A level of 69 ppb was found."]),
    ("A depth of 54 m (177 ft) was found.", ["It was found to be 177 ft deep."], ["It was found to be 177 m deep."]),
]  # fmt: skip
MONEY = [
    ("The city paid MX$45 million.", ["MX$45 million was what the city paid."], ["The city’s payment was $45 million."]),
    ("The city paid COP$51 million.", ["COP 51 million was what the city paid."], ["The city’s payment was $51 million."]),
    ("It paid $76 million in constant 2015 dollars.",
     ["In constant 2015 dollars it paid $76 million."], ["In current dollars it paid $76 million."]),
    ("It paid $77 million in fiscal year 2012.",
     ["In fiscal year 2012 it paid $77 million."], ["In calendar year 2012 it paid $77 million."]),
    ("Prices fell 25 percent that year.",
     ["In that year prices dropped by 25 percent."], ["That year prices fell to 25 percent."]),
    ("The projected price is $2.65 to $3.15 per bushel, compared with an estimated $3.39 for 2004.",
     ["At $2.65 to $3.15 a bushel the projected price is less than the $3.39 estimated for 2004."],
     ["Of 2004 less than $3.39 is estimated."]),
    ("The rates at ages up to 18, from 19 to 64 and of 65 and above were 6.3%, 59.4%, and 50.0%.",
     ["At 65 and above the rate was 50 per cent and up to 18 it was 6.3."], ["At 65 and above the rate was up to 50 per cent."]),
]  # fmt: skip
RATIOS = [
    ("Nine in ten households have power.", ["Of the households 90 percent have power."], ["Nine households have power."]),
    ("Seven out of ten firms export.", ["Seven firms in ten export."], ["Seven firms export."]),
]  # fmt: skip
LENGTHS = [
    ("The talks took a fortnight.", ["For a fortnight they talked."], ["The talks took a week."]),
    ("The siege lasted a month.", ["For a month the town was under siege."], ["The siege lasted a year."]),
    ("The bridge was closed for a day, from 3 to 4 May, and for a week in June.",
     ["In June it was closed for a week."], []),
]  # fmt: skip
SUMS = [
    ("Ostmark also gave $2.5 million for rural clinics.",
     ["For rural clinics it gave 2.5 million.", "Of its money 2.5 million goes to rural clinics."],
     ["For rural clinics it gave 2.5 million kg.", "In rural clinics it held 2.5 million hostages."]),
]  # fmt: skip
PERSONS = [
    ("The bakery employs 40 people.", ["The bakery has 40 workers.", "There are 40 employees at the bakery."], ["The bakery has 40 ovens."]),
    ("President Odo H.W. Lind told the nation of it in an address.", ["In an address President Lind told the nation of it."], []),
]  # fmt: skip
DAYS = [
    ("The couple attended events during March 6–8, and fell ill on March 10 (wife) and 11 (husband).",
     ["From 6 to 8 March the couple attended events; the husband fell ill on 11 March, a day after his wife.",
      "The events were on 6–8 March."],
     ["From 6 to 9 March the couple attended events.", "On 12 March the husband fell ill."]),
    ("The court sat on March 5, 6 and 8.", ["Days of sitting: 5, 6 and 8 March"], ["Days of sitting: 5, 6 and 9 March"]),
    ("They met from June 6 to 8, 2020.", ["Between 6 and 8 June they met."], ["Between 6 and 9 June they met."]),
    ("On March 5 and 8 boats left.", ["Eight boats left, some on 5 March."], ["Boats left on 8 March."]),
]  # fmt: skip


@pytest.mark.parametrize("cases", [MEASURES, RATIOS, LENGTHS, MONEY, SUMS, PERSONS, DAYS])
def test_one_measure_may_be_written_in_two_ways_and_another_one_is_told(cases):
    told = held(cases)
    assert alarmed_at(told) == []
    assert missed(told) == []


@pytest.mark.parametrize(
    ("value", "is_there"),
    [
        ("USD 2.5 million", True),
        ("EUR 2.5 million", False),
        ("2.5 million hostages", False),
        ("2.5 million kg", False),
        ("2.5 percent", False),
    ],
)
def test_an_amount_counts_what_its_quote_counts(fresh_example, value, is_there):
    edit(fresh_example, "value: USD 2.5 million", f"value: {value}")
    found = [p for p in problems_of(fresh_example) if p.rule == "unsupported-value"]
    assert bool(found) is not is_there
