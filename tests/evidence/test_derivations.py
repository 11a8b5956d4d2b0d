"""What follows from the quotes passes and says why; what does not follow is an error as before."""

import pytest

from briefbook.evidence.derivations import derive_date, derive_number
from briefbook.evidence.readings import Evidence
from briefbook.language.en.dates import find_dates
from briefbook.language.en.numbers import find_numbers

TRUE = [
    ("For 26 years there was no embassy.", ["From 1980 until 2006 there was none."], "span of dates"),
    ("four years later", ["a colony until 1947, occupied since 1943"], "span of dates"),
    ("within ten days", ["arrived on April 5, 1799", "between that date and April 15"], "span of dates"),
    ("nearly half a century later", ["after 1835 …, until July 22, 1882"], "span of dates"),
    ("Some seven weeks passed.", ["on September 25, 1954", "on November 16, 1954"], "span of dates"),
    ("for two decades", ["for twenty years"], "unit of time"),
    ("almost 60 percent", ["59.4 percent of the adults"], "rounded"),
    ("just under $5 million", ["a sum of $4.9 million"], "rounded"),
    ("over 40,000 people", ["41,200 people"], "rounded"),
    ("$62 million", ["$61.5 million"], "rounded"),
    ("The office opened three times.", ["opened in May, closed, reopened in June, then re-opened"], "count"),
    ("three films", ["including Guess Who, Black Sheep and Taps"], "count"),
    ("about 1,200 trucks a month", ["40 trucks a day"], "rate"),
    ("16 murders per million people", ["1.6 per 100,000 inhabitants"], "per another count"),
    ("12 ships", ["5 ships came from Lissa and 7 from Tarn"], "sum"),
    ("25 percent of them", ["20 of the 80 ships"], "ratio"),
    ("It kept a quarter of the land.", ["It lost three quarters of its land."], "complement"),
    ("some ten points more", ["42% of the imports", "52% of the imports"], "points"),
    ("nearly half of the energy", ["46% of the energy"], "part"),
    ("more than doubled", ["an increase of 142%"], "part"),
    ("18 per cent came from wind, 14 from water", ["18% wind and 14% water"], "part"),
    ("half as fast", ["only half of the rate"], "part"),
    ("every second child", ["half of the children"], "part"),
    ("for five seasons running", ["for the fifth consecutive season"], "part"),
    ("output has roughly halved", ["from 10 million barrels to 5 million"], "ratio"),
    ("For each ton it dug it bought nearly eight.", ["1.9 million tons dug", "15 million tons bought"], "ratio"),
    ("The two together add 90 billion feet.", ["each adds 45 billion feet"], "each"),
    ("of the 55 patients, all but two", ["53 of the 55 patients"], "all but"),
    ("5 centimetres a year", ["50 mm a year"], "another unit"),
    ("magnitude 7.5", ["an M7.5 quake"], "as written"),
    ("a century and a half", ["150 years apart"], "and a half"),
    ("about a million for roads", ["$1 million for roads"], "unit left out"),
    ("Ties were cut for seven months.", ["from December 5, 1851 to July 14, 1852"], "span of dates"),
    ("It rose for twelve days.", ["Between 1 and 12 March it rose."], "span of dates"),
    ("almost half an hour later", ["28 minutes after the landing"], "unit of time"),
    ("Water runs for a day and a half.", ["Water runs for 36 hours a week."], "and a half"),
    ("Landings fell by almost half.", ["Landings fell from 31 to 17."], "ratio"),
    ("a ninth of the reserves", ["some 11 percent of the reserves"], "part"),
    ("The other two went to Lissa.", ["Of the five, three went to Tarn."], "complement"),
    ("Two families in three have nowhere to go.", ["only a third of the families have a place"], "complement"),
    ("a cost of 2.6 billion euros in 2020", ["5.2 billion euros, twice the estimate of 2020"], "compared"),
    ("A year earlier it had been 42.9 per cent.", ["37.4%, down 5.5 percentage points from a year earlier"], "before a change"),
    ("The old were half as likely as the young to rent.", ["Renting is twice as common among the young as among the old."], "other side"),
    ("a second stage", ["secondary treatment"], "another word"),
    ("Receipts –3%", ["Receipts were 3 percent less."], "change with its sign"),
    ("some four times the odds", ["more likely to be ill (odds ratio = 4.2)"], "named ratio"),
    ("half of the patients", ["The median age was 9 years."], "median"),
    ("nearly twice that of the year before", ["$26 billion", "$14 billion"], "ratio"),
    ("fell by more than 70 percent", ["from 2.1 million to 0.6 million"], "ratio"),
    ("Together they have 85 percent.", ["60 percent is wheat, 25 percent barley"], "sum"),
    ("nine adults in ten", ["91 percent of adults"], "part"),
    ("one gallon in fourteen in 2010", ["about 7% of the fuel in 2010"], "part"),
    ("barely four in ten", ["42% of the white students"], "part"),
    ("some 280 in the last election cycle", ["391 cases, a 40 percent increase from the last cycle"], "before a percentage"),
    ("about 335 the year before", ["487 courses, an increase of over 45 percent from the previous year"], "before a percentage"),
    ("Three quarters went to public schools", ["40% went to public two-year schools, 35% to public four-year schools, 15% to private schools"], "sum of what is alike"),
    ("Private colleges took 25 percent", ["40% in public colleges, 15% in private nonprofit colleges and 10% in private for-profit colleges"], "sum of what is alike"),
    ("girls from 15 to 23", ["girls aged 15-23"], "both ends"),
    ("fewer than eight years before", ["20.5 million in AY2007-2008", "19.3 million in AY2015-2016"], "span of dates"),
    ("Over six years bills came.", ["in 2013-2014", "in 2015-2016", "in 2017-2018"], "span of dates"),
    ("In six years it was built.", ["begun in 1975", "opened in 1980"], "span of dates"),
    ("more than two degrees", ["2.3 degrees above the norm"], "rounded"),
    ("Only a tenth of it is left.", ["It has lost 90 percent."], "complement"),
    ("Having first refused, it sold maize.", ["It sold maize, which it had initially refused to do."], "as written"),
]  # fmt: skip
FALSE = [
    ("a third stage", ["secondary treatment"]),
    ("one gallon in nineteen in 2010", ["about 7% of the fuel in 2010"]),
    ("barely three in ten", ["42% of the white students"]),
    ("some 235 in the last election cycle", ["391 cases, a 40 percent increase from the last cycle"]),
    ("about 335 the year before", ["487 courses, a decrease of over 45 percent from the previous year"]),
    ("Two thirds went to public schools", ["40% went to public two-year schools, 35% to public four-year schools, 15% to private schools"]),
    ("Private schools took 75 percent", ["40% went to public two-year schools, 35% to public four-year schools, 15% to private schools"]),
    ("Private nonprofit colleges took 25 percent", ["40% in public colleges, 15% in private nonprofit colleges and 10% in private for-profit colleges"]),
    ("girls from 15 to 25", ["girls aged 15-23"]),
    ("fewer than six years before", ["20.5 million in AY2007-2008", "19.3 million in AY2015-2016"]),
    ("Over eight years bills came.", ["in 2013-2014", "in 2015-2016", "in 2017-2018"]),
    ("In four years it was built.", ["begun in 1975", "opened in 1980"]),
    ("The number of poor students doubled.", ["those below 100% of the guideline grew from 4 million to 6.7 million"]),
    ("Receipts –3%", ["Receipts were 3 percent higher."]),
    ("some six times the odds", ["more likely to be ill (odds ratio = 4.2)"]),
    ("a third of the patients", ["The median age was 9 years."]),
    ("nearly twice that of the year before", ["$21 billion", "$14 billion"]),
    ("fell by more than 80 percent", ["from 2.1 million to 0.6 million"]),
    ("Together they have 75 percent.", ["60 percent is wheat, 25 percent barley"]),
    ("eight adults in ten", ["91 percent of adults"]),
    ("more than three degrees", ["2.3 degrees above the norm"]),
    ("Only a fifth of it is left.", ["It has lost 90 percent."]),
    ("For 36 years there was no embassy.", ["From 1980 until 2006 there was none."]),
    ("It kept a third of the land.", ["It lost three quarters of its land."]),
    ("One third of them left.", ["Two thirds of them left."]),
    ("some twelve points more", ["42% of the imports", "52% of the imports"]),
    ("nearly half of the energy", ["36% of the energy"]),
    ("more than tripled", ["an increase of 142%"]),
    ("160 murders per million people", ["1.6 per 100,000 inhabitants"]),
    ("16 murders per million women", ["1.6 per 100,000 children"]),
    ("18 per cent came from wind, 15 from water", ["18% wind and 14% water"]),
    ("every third child", ["half of the children"]),
    ("for five seasons running", ["for the fifth time"]),
    ("output has roughly halved", ["from 10 million barrels to 8 million"]),
    ("The two together add 80 billion feet.", ["each adds 45 billion feet"]),
    ("of the 55 patients, all but four", ["53 of the 55 patients"]),
    ("15 centimetres a year", ["50 mm a year"]),
    ("magnitude 6.5", ["an M7.5 quake"]),
    ("a century and a half", ["250 years apart"]),
    ("about two million for roads", ["$1 million for roads"]),
    ("two years later", ["a colony until 1947, occupied since 1943"]),
    ("within two days", ["arrived on April 5, 1799", "between that date and April 15"]),
    ("nearly a quarter of a century, 25 years", ["after 1835 …, until July 22, 1882"]),
    ("Some nine weeks passed.", ["on September 25, 1954", "on November 16, 1954"]),
    ("for three decades", ["for twenty years"]),
    ("almost 60 percent", ["61 percent of the adults"]),
    ("just under $5 million", ["a sum of $5.3 million"]),
    ("over 40,000 people", ["39,200 people"]),
    ("$65 million", ["$61.5 million"]),
    ("The office opened five times.", ["opened in May, closed, reopened in June, then re-opened"]),
    ("four films", ["including Guess Who, Black Sheep and Taps"]),
    ("about 2,400 trucks a month", ["40 trucks a day"]),
    ("13 ships", ["5 ships came from Lissa and 7 from Tarn"]),
    ("35 percent of them", ["20 of the 80 ships"]),
    ("It rose for fourteen days.", ["Between 1 and 12 March it rose."]),
    ("almost half an hour later", ["38 minutes after the landing"]),
    ("Water runs for a day and a half.", ["Water runs for 56 hours a week."]),
    ("Landings fell by almost half.", ["Landings fell from 31 to 27."]),
    ("a sixth of the reserves", ["some 11 percent of the reserves"]),
    ("The other four went to Lissa.", ["Of the five, three went to Tarn."]),
    ("Two families in three have a place.", ["only a third of the families have a place"]),
    ("a cost of 3.2 billion euros in 2020", ["5.2 billion euros, twice the estimate of 2020"]),
    (
        "A year earlier it had been 31.9 per cent.",
        ["37.4%, down 5.5 percentage points from a year earlier"],
    ),
    (
        "The young were half as likely as the old to rent.",
        ["Renting is twice as common among the young as among the old."],
    ),
    (
        "Having first sold maize, it refused.",
        ["It sold maize, which it had initially refused to do."],
    ),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quotes", "rule"), TRUE)
def test_what_follows_from_the_quotes_names_its_rule(text, quotes, rule):
    found = derive_number(find_numbers(text)[-1], text, Evidence(tuple(quotes)))
    assert found
    assert found.rule == rule


@pytest.mark.parametrize(("text", "quotes"), FALSE)
def test_what_does_not_follow_is_derived_by_no_rule(text, quotes):
    assert derive_number(find_numbers(text)[-1], text, Evidence(tuple(quotes))) is None


DATES = [
    ("from 1908 to 1948", ["opened on June 10, 1908, reopened June 6, 1948"], True),
    ("from 1908 to 1958", ["opened on June 10, 1908, reopened June 6, 1948"], False),
    ("in September 1994", ["shot from September 1994 to August 1995"], True),
    ("in March 1995", ["shot from September 1994 to August 1995"], False),
    (
        "on 16 March 2011",
        ["On February 25, 2011, it closed.", "On March 16 it ordered more."],
        True,
    ),
    ("He was born before 1967.", ["born on 16 July 1965"], True),
    ("He was born before 1965.", ["born on 16 July 1967"], False),
    ("He was born before 1995.", ["born on 16 July 1965"], False),
    ("in 1947", ["occupied in 1943, and four years later given up"], True),
    ("in 1949", ["occupied in 1943, and four years later given up"], False),
    ("back at its target by the end of 2025", ["in the second half of 2025"], True),
    ("back at its target by the end of 2024", ["in the second half of 2025"], False),
    ("back at its target at the end of 2025", ["in the first half of 2025"], False),
]


@pytest.mark.parametrize(("text", "quotes", "follows"), DATES)
def test_dates_follow_from_dates(text, quotes, follows):
    found = derive_date(find_dates(text)[0], text, Evidence(tuple(quotes)))
    assert (found is not None) is follows


def test_a_derivation_says_what_it_found():
    text = "For 26 years"
    found = derive_number(find_numbers(text)[-1], text, Evidence(("From 1980 until 2006",)))
    assert str(found) == "26 years: 1980 to 2006 (span of dates)"


ONE_FAILED = "One of the four rafts could not be opened."


@pytest.mark.parametrize(
    ("text", "quote", "is_borne"),
    [
        ("Three of the four rafts opened.", ONE_FAILED, True),
        ("Three of the four rafts could not be opened.", ONE_FAILED, False),
        ("Three of the four rafts opened.", "One of the four rafts was opened.", False),
        ("About 40 trains cross it.", "Some 41 trains cross it.", True),
        ("About 41 trains cross it.", "Some 40 trains cross it.", False),
        ("About 28,100 people died.", "About 28,000 people died.", False),
        ("About 28,000 people died.", "In all 28,134 people died.", True),
        ("More than 45 trains cross it.", "In all 48 trains cross it.", True),
        ("Exports fell by 63 percent.", "Exports fell from 62 tonnes to 23 tonnes.", True),
        (
            "Some 63 percent knew of it.",
            "62 percent knew of it and 23 percent could name it.",
            False,
        ),
    ],
)
def test_what_is_rounded_knows_no_more_than_its_quote(text, quote, is_borne):
    number = find_numbers(text)[0]
    assert (derive_number(number, text, Evidence((quote,))) is not None) is is_borne
