"""A value that a statement alters is told from the source's, in whatever dress numbers come.

The pairs are written by hand: nothing here is made by the parser that is tested.
"""

import pytest

from briefbook.language.en.tables import rows
from tests.language.statements import problems_with

# (what the source says, what an altered statement says)
LIES = [
    ("They paid A$5 million.", "They paid $5 million."),
    ("They paid C$5 million.", "They paid $5 million."),
    ("They paid NZ$5m and HK$7m.", "They paid HK$5m and NZ$7m."),
    ("The budget was CHF 3 million.", "The budget was €3 million."),
    ("Half a million people fled.", "Half a billion people fled."),
    ("Half a million people fled.", "Half a dozen people fled."),
    ("It cost half a million dollars.", "It cost half a billion dollars."),
    ("The state gave 300 crore rupees.", "The state gave 300 lakh rupees."),
    ("The state gave 300 crore rupees.", "The state gave 300 rupees."),
    ("The state gave 300 Indian rupees.", "The state gave 300 Pakistani rupees."),
    ("It took a third of the budget.", "It took a quarter of the budget."),
    ("Two thirds of the members left.", "One third of the members left."),
    ("Half of the members left.", "A third of the members left."),
    ("Two in three households have power.", "One in three households have power."),
    ("25 percent of the adults left.", "A third of the adults left."),
    ("About 25 percent of the adults left.", "About a third of the adults left."),
    ("25 percent of the adults left.", "About a third of the adults left."),
    ("25 percent of the adults left.", "More than a quarter of the adults left."),
    ("67 percent of the adults left.", "Two thirds of the adults left."),
    ("A third of the adults left.", "33 percent of the adults left."),
    ("25 percentage points of it are new.", "A quarter of it is new."),
    ("Trade grew fivefold.", "Trade grew tenfold."),
    ("Trade tripled.", "Trade doubled."),
    ("Exports were twice as high as imports.", "Exports were three times as high as imports."),
    ("They met twice.", "They met three times."),
    ("The rate rose by 5 basis points.", "The rate rose by 5 percentage points."),
    ("The rate rose by 5 percentage points.", "The rate rose by 5 percent."),
    ("The share is 40‰ of the total.", "The share is 40% of the total."),
    ("Two hundred and six soldiers arrived.", "Six soldiers arrived."),
    ("Two hundred and six soldiers arrived.", "Two hundred soldiers arrived."),
    ("They sent a dozen trucks.", "They sent dozens of trucks."),
    ("They sent a dozen trucks.", "They sent hundreds of trucks."),
    ("Tens of thousands of people fled.", "Hundreds of thousands of people fled."),
    ("Thousands of people fled.", "Millions of people fled."),
    ("They shipped 1 357 tons.", "They shipped 357 tons."),
    ("They shipped 1\u00a0357 tons.", "They shipped 357 tons."),
    ("Some 10 000 people came.", "Some 10 people came."),
    ("It has one and a half million people.", "It has two and a half million people."),
    ("It cost two and a half million dollars.", "It cost half a million dollars."),
    ("They paid USD5m.", "They paid USD6m."),
    ("They paid USD5m.", "They paid EUR5m."),
    ("It will cost $5-7 million.", "It will cost $5-9 million."),
    ("It will cost $5–7 million.", "It will cost $7 million."),
    ("It will cost between $5 and $7 million.", "It will cost $5 million."),
    ("Between 40 and 60 trains run.", "At least 60 trains run."),
    ("The balance was −€717.", "The balance was €717."),
    ("The balance was €717.", "The balance was €−717."),
    ("About 40 trains cross it daily.", "About 40½ trains cross it daily."),
    ("About 40 trains cross it daily.", "About ⁹⁹ trains cross it daily."),
    ("About 40 trains cross it daily.", "About ₉₉ trains cross it daily."),
    ("About 40 trains cross it daily.", "About ④⓪⓪ trains cross it daily."),
    ("About 40 trains cross it daily.", "About ４００ trains cross it daily."),
    ("About 40 trains cross it daily.", "About ٤٠٠ trains cross it daily."),
    ("About 40 trains cross it daily.", "About 40 ‰ of trains cross it daily."),
    ("About 40 trains cross it daily.", "About 40 dozen trains cross it daily."),
    ("About 40 trains cross it daily.", "About fourscore trains cross it daily."),
    ("About 40 trains cross it daily.", "40+ trains cross it daily."),
    ("About 40 trains cross it daily.", "About 40 trains cross it every hour."),
    ("At most 40 trains cross it.", "At least 40 trains cross it."),
    ("The twenty-first session ended.", "The twenty-second session ended."),
    ("It fell by half.", "It fell by a tenth."),
    ("One in five children is ill.", "One in ten children is ill."),
    ("It has 3.5 million hectares.", "It has 3.5 billion hectares."),
    ("They lent 50 cents.", "They lent 50 dollars."),
    ("They lent 5 million kroner.", "They lent 5 million francs."),
    ("It weighs 1.5 × 10⁶ tons.", "It weighs 1.5 × 10⁹ tons."),
    ("Five soldiers died.", "Fifteen soldiers died."),
    (
        "It takes 40 trucks a day and 9 cars a month.",
        "It takes 40 trucks a month and 9 cars a day.",
    ),
    ("They pay $40 per month, once a year.", "They pay $40 per year, once a month."),
    ("It opened on 24 February.", "It opened on 25 February."),
    ("It rained between 1 and 12 March.", "It rained between 2 and 12 March."),
    ("The price may not exceed $2.70.", "The price is at least $2.70."),
    (
        "The rate will not fall below its neutral level of 7 percent.",
        "The rate will not go over 7 percent.",
    ),
    ("The Bank cut its rate by 25 basis points.", "The Bank cut its rate by half a point."),
    ("It has 65 cubic metres per person and year.", "It has 65 cubic metres a head each month."),
    ("He worked for four months.", "He worked for four hours."),
    ("It was suspended for twelve months.", "It was suspended for twelve years."),
    ("It takes five months to rebuild.", "It takes five weeks to rebuild."),
]


@pytest.mark.parametrize(("source", "lie"), LIES)
def test_an_altered_value_is_reported(source, lie):
    assert problems_with(lie, source)


@pytest.mark.parametrize("source", sorted({source for source, _ in LIES}))
def test_the_words_of_the_source_pass(source):
    assert problems_with(source, source) == []


# (what the source says, how an honest author may say it)
PARAPHRASES = [
    ("They paid A$5 million.", "They paid 5 million Australian dollars."),
    ("They paid $16.5 million.", "They paid USD 16.5m."),
    ("They paid US$5bn.", "They paid 5 billion US dollars."),
    ("Half a million people fled.", "500,000 people fled."),
    ("The state gave 300 crore rupees.", "The state gave 3 billion rupees."),
    ("The state gave 300 crore rupees.", "The state gave ₹3 billion."),
    ("Trade tripled.", "Trade grew threefold."),
    ("Exports were twice as high as imports.", "Exports were double the imports."),
    ("Two hundred and six soldiers arrived.", "206 soldiers arrived."),
    ("They sent a dozen trucks.", "They sent twelve trucks."),
    ("They shipped 1 357 tons.", "They shipped 1,357 tons."),
    ("Some 10 000 people came.", "About 10,000 people came."),
    ("It cost two and a half million dollars.", "It cost $2.5 million."),
    ("It will cost $5-7 million.", "It will cost between $5 million and $7 million."),
    ("It will cost $5–7 million.", "It will cost up to $7 million."),
    ("It will cost $5–7 million.", "It will cost at least $5 million."),
    ("Aid was $5 million at first and $7 million later.", "Aid was $5–7 million."),
    ("The share rose from 2 percent to 52 percent.", "The share rose from 2 to 52 percent."),
    ("The balance was −€717.", "The balance was minus €717."),
    ("The rate rose by 5 basis points.", "The rate rose by 0.05 percentage points."),
    ("The share is 40‰ of the total.", "The share is 4% of the total."),
    ("Two thirds of the members left.", "Two-thirds of the members left."),
    ("Two in three households have power.", "Two thirds of households have power."),
    ("25 percent of the adults left.", "A quarter of the adults left."),
    ("75% of the adults left.", "Three quarters of the adults left."),
    ("More than 25 percent of the adults left.", "More than a quarter of the adults left."),
    ("67 percent of the adults left.", "About two thirds of the adults left."),
    ("33.1 percent of the adults left.", "About one third of the adults left."),
    ("20 percent of the children are ill.", "One in five children is ill."),
    ("More than 40 trains run.", "At least 40 trains run."),
    ("About 40 trains cross it.", "40 or so trains cross it."),
    ("The 21st session ended.", "The twenty-first session ended."),
    ("They gave $800 million, of which 590 million came late.", "They gave $590 million late."),
    ("It weighs 1.5 × 10⁶ tons.", "It weighs 1.5 million tons."),
    ("Forty trains cross it.", "４０ trains cross it."),
    ("Two million pounds were spent.", "They spent £2 million."),
    ("About 40 trucks a day cross it.", "About 40 trucks cross it daily."),
    ("About 40 trucks cross it daily.", "About 40 trucks per day cross it."),
    ("They pay $40 annually.", "They pay $40 per annum."),
    ("It opened on 24 February.", "On 24 February it opened."),
    ("It rained between 1 and 12 March.", "From 1 to 12 March it rained."),
    ("The price may not exceed $2.70 per tonne.", "The price is $2.70 per tonne at most."),
    (
        "The rate will not fall below its neutral level of 7 percent.",
        "The rate will not go under 7 percent.",
    ),
    ("The Bank cut its rate by 25 basis points.", "The Bank cut its rate by a quarter of a point."),
    ("It has 65 cubic metres per person and year.", "It has 65 cubic metres a head each year."),
    (
        "The Act is suspended for twelve months.",
        "Parliament has a year to amend it: the Act is suspended for twelve months.",
    ),
    ("It was 3 points more than in the previous quarter.", "It rose 3 points within a quarter."),
    (
        "The Union said that less than 10 percent was spent.",
        "Not even 10 percent was spent, it said.",
    ),
    (
        "A fee of 4 percent is due under section 12.",
        "Section 12 stands, with its fee of 4 percent.",
    ),
    ("It counted 1,340 cases, 18 of them fatal.", "In 18 of 1,340 cases patients died."),
    ("It was suspended for twelve months.", "It was suspended for a year."),
    ("It lasted 48 hours.", "It lasted two days."),
]


@pytest.mark.parametrize(("source", "said"), PARAPHRASES)
def test_the_same_value_in_another_form_passes(source, said):
    assert [p.message for p in problems_with(said, source)] == []


@pytest.mark.parametrize("row", rows("counted_synonyms"), ids=lambda row: row["words"])
def test_nouns_of_one_line_count_the_same_and_no_others_do(row):
    first, *others = (word for word in row["words"].split() if word not in ("service", "share"))
    for other in others:
        assert problems_with(f"There are 35 {other} here.", f"There are 35 {first} here.") == []
    assert problems_with("There are 35 windows here.", f"There are 35 {first} here.")
