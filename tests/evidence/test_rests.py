"""Rules that derive what quoted values leave to be said, one honest sentence and one lie each."""

import pytest

from briefbook.evidence.derivations import derive_date, derive_number
from briefbook.evidence.readings import Evidence
from briefbook.language.en.dates import find_dates
from briefbook.language.en.numbers import find_numbers

# (what the source says, the honest sentence, the lie, the number that each tells)
NUMBERS = [
    ("In keeping with the two-term limit he left.", "No third term was allowed.", "No fourth term was allowed.", 0),
    ("Of 12 states five had tests; 12 states want them, and five of them have them.", "Seven further states want them.", "Nine further states want them.", 0),
    ("Canada has 79%, Russia 11%, Belarus 4% and Israel 3%.", "Russia and Belarus together make up 15 percent.", "Russia and Belarus together make up 25 percent.", 0),
    ("Farmers took 85 percent, and the remainder went to industry.", "Industry took 15 percent.", "Industry took 25 percent.", 0),
    ("Net imports were 93% of use.", "All but 7 percent of what is used is imported.", "All but 9 percent of what is used is imported.", 0),
    ("The majority of output is from the south.", "More than half of the output is southern.", "Less than half of the output is southern.", 0),
    ("Sales were $530 million, 6% higher than before.", "The year before, sales had been $500 million.", "The year before, sales had been $510 million.", 0),
    ("Prices fell from $1,790 to $1,220 a ton.", "Prices fell from 1,790 dollars a ton to 1,220.", "Prices fell from 1,790 dollars a ton to 1,120.", 1),
    ("They lie between 1,800 and 3,100 meters down.", "They lie about two to three kilometres down.", "They lie about four to five kilometres down.", 0),
    ("The school has 1,180 pupils, 54 percent of them girls.", "Some 640 pupils are girls.", "Some 740 pupils are girls.", 0),
    ("It covers 4,300 hectares, about a tenth of the province.", "The province has some 43,000 hectares.", "The province has some 63,000 hectares.", 0),
    ("They paid $15 million for 828,000 square miles.", "They paid some 18 dollars per square mile.", "They paid some 81 dollars per square mile.", 0),
    ("It rose by 8 degrees, to 94, in six weeks.", "It had been at 86 degrees.", "It had been at 88 degrees.", 0),
    ("Of 41,300 tonnes trawlers took 26,900 and longliners 9,100.", "Other gear took 5,300 tonnes.", "Other gear took 6,300 tonnes.", 0),
    ("Of 1,046 complaints 212 were upheld in full and 305 in part.", "About half were upheld at least in part.", "About a third were upheld at least in part.", 0),
    ("The motion passed by 41 votes to 14.", "Nearly three quarters of those who voted were in favour.", "Nearly four fifths of those who voted were in favour.", 0),
    ("Life expectancy rose from 58.4 years to 66.9 years.", "It rose by eight and a half years.", "It rose by eleven and a half years.", 0),
    ("The inspection lasted from 3 to 14 March 2023.", "It was in the first half of March.", "It was in the second half of March.", 0),
    ("Negotiators from both sides will meet.", "The two sides will meet.", "The three sides will meet.", 0),
    ("It takes 4 to 6 kilometers of cable.", "It takes about five kilometres of cable.", "It takes about nine kilometres of cable.", 0),
    ("Deposits of the past 4,000 years were mapped.", "Deposits of four millennia were mapped.", "Deposits of six millennia were mapped.", 0),
    ("The land measures 828,000 square miles.", "The land measures more than 2 million square kilometres.", "The land measures more than 3 million square kilometres.", 0),
]  # fmt: skip


@pytest.mark.parametrize(("source", "honest", "lie", "at"), NUMBERS)
def test_a_number_follows_or_does_not(source, honest, lie, at):
    evidence = Evidence((source,))
    assert derive_number(find_numbers(honest)[at], honest, evidence)
    assert not derive_number(find_numbers(lie)[at], lie, evidence)


DATES = [
    ("Output increased in 2024.", "Output was higher in 2024 than in 2023.", "Output was higher in 2024 than in 2022.", 1),
    ("It last erupted in 1857, after some 140 years of quiet.", "It had slept since the early 18th century.", "It had slept since the early 17th century.", 0),
]  # fmt: skip


@pytest.mark.parametrize(("source", "honest", "lie", "at"), DATES)
def test_a_date_follows_or_does_not(source, honest, lie, at):
    evidence = Evidence((source,))
    assert derive_date(find_dates(honest)[at], honest, evidence)
    assert not derive_date(find_dates(lie)[at], lie, evidence)
