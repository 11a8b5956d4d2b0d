"""Values, counts and units told more freely than their source has them, by who adds nothing and by who does.

The sentences are written by hand. Each has what the source says, what honest authors may say, what liars say.
"""

import pytest

from benchmarks.truth import Told, claim_of, hold
from tests.checks.cases import alarmed_at, held, missed

CASES = [
    # dates told from others
    ("In March 2015 a mill burned down in Orsk, and three months later two barns burned near Tarn.",
     ["In March 2015 a mill burned down in Orsk, and in June two barns near Tarn."],
     ["In March 2015 a mill burned down in Orsk, and in August two barns near Tarn."]),
    ("The review that the Board ordered in 2019 was broken off the following spring.",
     ["The review was broken off in the spring of 2020."],
     ["The review was broken off in the spring of 2021.", "The review was broken off in the autumn of 2020."]),
    ("Whether a decade of grants has made the roads safer is not known.",
     ["It is not known whether ten years of grants have made the roads safer."],
     ["It is not known whether sixty years of grants have made the roads safer."]),
    # the others of a counted whole
    ("The Board had named 18 mills for review but had visited only 11 of them.",
     ["Seven of the mills named for review had not been visited by the Board.", "Seven mills had gone without a visit."],
     ["Nine of the mills named for review had not been visited by the Board."]),
    ("Twenty-one towns, led by Tarn, asked for a new road.",
     ["Tarn and 20 other towns asked for a new road."],
     ["Tarn and 24 other towns asked for a new road."]),
    ("At 3 of the 7 mills, pumps stood idle because oil was dear.",
     ["Pumps stood idle at almost half of the mills, as oil was dear."],
     ["Pumps stood idle at almost two thirds of the mills, as oil was dear."]),
    ("Some 2.4 million people live in Orsk, Tarn, Lissa or the Marches.",
     ["Four places together: 2.4 million people"],
     ["Seven places together: 2.4 million people"]),
    ("In 2024 Orsk dug 15.0 million tons of a total of 48.0 million, Tarn 9.0 million and Lissa 7.0 million.",
     ["Together Tarn and Lissa dug a million tons more than Orsk."],
     ["Together Tarn and Lissa dug three million tons more than Orsk."]),
    # what a number counts
    ("In three years the office had four directors.",
     ["The office had four heads in three years."],
     ["The office had four cars in three years.", "The office had three heads in four years."]),
    ("The number of staff at the mint fell from 1,433 to 777.",
     ["The mint had 1,433 staff, and then 777."],
     ["The mint had 1,433 presses, and then 777."]),
    ("The scheme lets in up to 30,000 people a month from Cuba and Haiti.",
     ["Up to 30,000 Cubans and Haitians a month are let in under the scheme."],
     ["The scheme lets in up to 30,000 people a year."]),
    # whose a value is
    ("Of the mission’s posts it had 19 American ones in 2021, of which 8 were vacant.",
     ["Eight of the mission’s American posts were vacant in 2021."],
     []),
    ("The rate of theft rose from 8 per 100,000 inhabitants in 2020 to 45 in 2023.",
     ["There were 45 thefts per 100,000 inhabitants in 2023."],
     []),
    ("Rust had spoiled the harvest in four of the previous eight years.",
     ["In half of the eight years before, rust had spoiled the harvest."],
     []),
    ("Orsk overtook Tarn in cloth in 2006; since 1982 Lissa had been the largest grower of flax.",
     ["Orsk overtook Tarn in 2006.", "By the end of 2006 Orsk had overtaken Tarn."],
     ["Orsk overtook Tarn in cloth in 1982."]),
    # how long, and how often
    ("The roads will be shut for several weeks, and some months may go by before the bridge is mended.",
     ["For several weeks the roads will stay shut.", "The bridge may not be mended for several months."],
     ["The roads will be shut for several years."]),
    ("Ann Brandt was named on 11 January 1922, and Anwar Idris presented his papers on 16 May 1922.",
     ["Brandt was named and Idris presented his papers within a few months of each other."],
     ["Brandt was named and Idris presented his papers within a few days of each other."]),
    ("The project began in 2018 with a budget of $61 million.",
     ["The project, begun in 2018, has a budget of $61 million."],
     ["The project, begun in 2018, has a budget of $61 million a year.", "Every year the project spends $61 million."]),
    # what is made of whose figures
    ("In 2024 Orsk mined 15.0 million tons of a total of 48.0 million, Tarn 9.0 million, Lissa 7.0 million and Norholm 6.3 million.",
     ["Almost a third of the total was mined in Orsk.", "Lissa mined almost half as much as Orsk."],
     ["Almost half of the total was mined in Orsk."]),
    ("Of the pupils 40 percent attend town schools of two forms, 35 percent town schools of four forms, 15 percent church schools and 10 percent cloister schools.",
     ["Three quarters of the pupils attend town schools."],
     ["Two thirds of the pupils attend town schools."]),
    ("Within three months arrivals of ships fell by 80 percent.",
     ["Ships: 80 percent fewer arrivals within three months"],
     ["Ships: arrivals down to four-fifths of their former number"]),
    ("Of 120 firms 27 had counted farm workers more than once.",
     ["Twenty-seven of the firms had counted farm workers more than once."],
     ["More than once 27 farm workers had been counted by firms."]),
    ("By March some 168,000 Cubans had been let in, more than from any of the other three countries.",
     ["By March 168,000 people from Cuba had been let in.", "Some 168,000 Cubans had been let in by March."],
     ["By March some 168,000 people of the four countries had been let in."]),
    ("Admissions rose, from an average of 24 to 61.",
     ["Admissions rose to 61, from 24 on average."],
     ["Admissions rose to 71, from 24 on average."]),
    ("Of the 55 cases 53 were in adults; three children fell ill, and 3 patients were brought to Tarn.",
     ["Among the 55 patients were 53 adults.", "Three young patients were children."],
     ["Among the 55 mills were 53 adults."]),
    ("By 2035 the population of the four towns would reach 4.0 million.",
     ["By 2035 the four towns would number 4.0 million."],
     []),
]  # fmt: skip


@pytest.fixture(scope="module")
def told() -> list[Told]:
    return held(CASES)


def test_what_adds_nothing_draws_no_alarm(told):
    assert alarmed_at(told) == []


def test_what_does_draws_one(told):
    assert missed(told) == []


POST = "The post opened in 1869, became a full consulate in 1904 and was closed in 1917."


@pytest.mark.parametrize(
    ("text", "formulas", "fate"),
    [
        ("The post ran for 48 years, the last 13 as a consulate.", {"48": "1917 - 1869", "13": "1917 - 1904"}, "silent"),
        ("The post ran for 48 years, the last 15 as a consulate.", {"48": "1917 - 1869", "15": "1917 - 1902"}, "error"),
    ],
)  # fmt: skip
def test_a_formula_reckons_with_quoted_years(text, formulas, fate):
    told = [Told("y1", "y", [], claim_of("y1", {"text": text, "quotes": [POST], "computed": formulas}, {}))]  # fmt: skip
    hold(POST, told, ("LY",))
    assert told[0].fate == fate
