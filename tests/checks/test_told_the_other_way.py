"""A step told the other way, a part told as the whole, and what a source denies told as so: each beside honest wordings."""

import pytest

from briefbook.checks.tendencies import _governed
from briefbook.checks.wholes import _WITH_OTHERS
from briefbook.language.en.trends import changes
from tests.checks.cases import alarmed_at, held, missed

# (what the source says, what an honest author may say, what a liar says)
STEPS = [
    ("The fare from Lissa to Tarn is up 30 cents from last year, at $4.10.",
     ["Passengers from Lissa to Tarn pay 30 cents more than a year earlier.", "A year earlier the fare from Lissa to Tarn was 30 cents less."],
     ["Passengers from Lissa to Tarn pay 30 cents less than a year earlier.", "The fare from Lissa to Tarn is 30 cents cheaper."]),
    ("The staff of the mill shrank from 640 in 2011 to 410 in 2019.",
     ["In 2019 the mill had 230 people fewer than in 2011.", "The mill lost 230 of its people by 2019."],
     ["In 2019 the mill had 230 people more than in 2011."]),
    ("The wait at the border lengthened from 3 hours to 5 hours.",
     ["The wait at the border became 2 hours longer."],
     ["The wait at the border became 2 hours shorter."]),
    ("Harvests in the valley were 18.6% lower than a year ago.",
     ["Harvests in the valley were almost a fifth below those of a year before."],
     ["Harvests in the valley were almost a fifth above those of a year before."]),
    ("Rents in Tarn and Lissa rose by 12 and 9 percent, respectively.",
     ["Rents went up by 9 percent in Lissa."],
     ["Rents went down by 9 percent in Lissa."]),
    ("Reserves dropped by 300 tonnes in May to 7,400 tonnes.",
     ["Reserves fell to 7,400 tonnes in May."],
     ["Reserves rose to 7,400 tonnes in May."]),
    ("The bridge cost $2 million less than the engineers had planned.",
     ["The engineers had planned a cost that was $2 million higher than it came to be."],
     ["The bridge cost $2 million more than the engineers had planned."]),
    ("The mill ground 380,000 tons in 2021 and 420,000 tons in 2022.",
     ["In 2022 the mill ground 40,000 tons more than in 2021.", "In 2021 the mill ground 40,000 tons less than in 2022."],
     ["In 2022 the mill ground 40,000 tons less than in 2021."]),
    ("Taxes on firms fell by $19 million, or nearly a quarter.",
     ["Taxes on firms were down by nearly a quarter."], ["Taxes on firms were up by nearly a quarter."]),
    ("Lissa had a 14 percent decrease in births.", ["Births in Lissa fell by 14 percent."], ["Births in Lissa rose by 14 percent."]),
    ("A kilo of tea costs $9 in Tarn, 50 cents more than in May; a kilo of coffee costs $12, 30 cents more.",
     ["A kilo of coffee costs $3 more than one of tea."], []),
]  # fmt: skip


@pytest.fixture(scope="module")
def steps():
    return held(STEPS)


def test_a_step_told_the_same_way_in_other_words_draws_no_alarm(steps):
    assert alarmed_at(steps) == []


def test_a_step_told_the_other_way_is_told(steps):
    assert missed(steps) == []
    assert {rule for one in steps if not one.is_honest for rule in one.rules} >= {
        "comparison-turned"
    }


# of one noun, whatever else a clause tells
TENDENCIES = [
    ("Heavy rains and falling stocks pushed the mill to its limit.",
     ["The mill reached its limit with heavy rains and shrinking stocks."],
     ["Reasons why the mill was at its limit: growing stocks."]),
    ("The tasks of the office have grown since the merger.",
     ["Since the merger the duties of the office have increased.", "The office has wider duties since the merger."],
     ["The duties of the office have narrowed since the merger."]),
    ("Prices of bread increased slightly in the south.",
     ["Bread became a little dearer in the south."],
     ["Bread became a little cheaper in the south."]),
    ("The storm brought increased demand for sand and broke the road.",
     ["The storm raised the demand for sand."], ["The storm was choking off demand for sand even as it broke the road."]),
    ("Sales were lower in 2012 than in 2011.",
     ["Sales in 2011 were higher than in 2012."], []),
    ("Demand for coal rose in Lissa and fell in Tarn.",
     ["In Tarn, the demand for coal fell."], []),
    ("Those who swam were more likely to fall ill.",
     ["Falling ill was more likely among those who swam."], []),
]  # fmt: skip


@pytest.fixture(scope="module")
def tendencies():
    return held(TENDENCIES)


def test_a_tendency_of_the_same_noun_in_other_words_draws_no_alarm(tendencies):
    assert alarmed_at(tendencies) == []


def test_a_noun_that_is_told_to_go_the_other_way_is_told(tendencies):
    assert missed(tendencies) == []


# of whatever they are told, and no loose ones of other things
OPPOSITES = [
    ("The Fisheries Council disagreed with the auditors.",
     ["The auditors and the Fisheries Council do not agree."],
     ["Answer of the Fisheries Council: agrees, if it gets more staff."]),
    ("As the flood came, the gates of Tarn were closed.", ["The gates of Tarn were shut as the flood drew near."], ["The gates of Tarn stayed open as the flood drew near."]),
    ("Two in three of the miners were male.", ["Two thirds of the miners were men."], ["Two thirds of the miners were female."]),
    ("The Council moved rapidly to settle the claims.", ["The Council was quick to settle the claims."], ["The Council was slow to settle the claims."]),
    ("Wasps of the valley are far more dangerous.", ["The valley’s wasps are a greater danger."], ["A sting of one is quite harmless."]),
    ("Rains change the usual course of the river.",
     ["The river does not keep its usual course in the rains."], ["The usual course of the river stays as it is in the rains."]),
    ("The Council was asked to look into the fares.",
     ["At somebody's request the Council looks into the fares."], ["The Council looks into the fares on its own initiative."]),
    ("Owing to its debts, the mill was unable to pay its suppliers.", ["The suppliers of the mill went unpaid because of its debts."], []),
    ("Patients with other illnesses were turned away.", ["The health department says that other patients were turned away."], []),
    ("The panel restricted the number of lifts to two.", ["The panel allowed no more than two lifts."], []),
    ("Norland refused the new flag.", ["Unlike Norland, Sudland was quick to accept the new flag."], []),
    ("Fighting broke out in May.", ["The fighting started in May."], []),
    ("Free Lissa was a party that the army banned.", ["Free Lissa was banned by the army."], []),
    ("The envoy repeatedly turned down offers to speak.", ["The envoy did not take any offer to speak."], []),
    ("Of five judges, one dissented.", ["Four of five judges agreed."], []),
]  # fmt: skip


@pytest.fixture(scope="module")
def opposites():
    return held(OPPOSITES)


def test_what_only_looks_like_an_opposite_draws_no_such_alarm(opposites):
    assert [one.claim.text for one in opposites if one.is_honest and "opposite" in one.rules] == []


def test_clear_opposites_are_told_though_the_clauses_share_no_other_word(opposites):
    assert missed(opposites) == []


# what is denied, in whatever words
DENIALS = [
    ("One mill was not paying its workers in a timely manner.", ["One mill was slow in paying its workers."], ["One mill was paying its workers in a timely manner."]),
    ("The study found no rise in illness among children who drank boiled water.",
     ["Children who drank boiled water did not fall ill more often, the study found."],
     ["Children who drank boiled water were at a greater risk of illness, the study found."]),
    ("Of these, 90 had eaten raw fish, and 12 had eaten no meat.", ["Among these, 90 had eaten raw fish."], []),
    ("The decision was not without critics in Lissa.", ["In Lissa the decision had its critics."], []),
    ("Many feared that another power would take the island if Norland did not take it.",
     ["That another power would take the island was feared by many."], []),
    ("The owner was not aware that the number of the clinic had changed.", ["The number of the clinic had changed."], []),
    ("The guard called the ship twice by radio; neither call was answered.", ["The guard called the ship twice by radio without an answer."], []),
    ("The envoy did not hand over his letter before the fighting began.", [], ["The envoy handed over his letter before the fighting began."]),
    ("The board failed to adopt a budget in 2015.", ["In 2015 the board adopted no budget."], ["The board adopted a budget in 2015."]),
    ("In trials the siren gave 15 false alarms.", ["In trials the siren raised 15 false alarms."], ["In trials the siren did not once raise a false alarm."]),
    ("She married in Tarn and had no children.", ["Her marriage in Tarn was childless."], []),
    ("The money went to relief after natural disasters.", ["After natural disasters relief was paid for by the money."],
     ["The money did not go to relief after natural disasters."]),
    ("The mill shares information with its neighbours.", ["The neighbours of the mill get information from it."],
     ["The mill does not share information with its neighbours."]),
]  # fmt: skip


@pytest.fixture(scope="module")
def denials():
    return held(DENIALS)


def test_what_keeps_a_denial_in_other_words_draws_no_alarm(denials):
    assert alarmed_at(denials) == []


def test_a_denial_dropped_or_added_is_told(denials):
    assert missed(denials) == []


# a part, and others beside
PARTS = [
    ("Seven of the nine wells were cleaned by May; the others are still foul.",
     ["By May most of the nine wells had been cleaned."],
     ["By May all of the wells had been cleaned."]),
    ("Of those who moved, 93 percent found work in Lissa.", ["Nearly all who moved found work in Lissa."], ["Everybody who moved found work in Lissa."]),
    ("The island is almost entirely supplied with fuel by ships.", ["Fuel for the island comes by ship with few exceptions."],
     ["The island is supplied with fuel by ships without exception."]),
    ("A speaker of one of these unions said that the fare is unfair.", ["One of the unions holds that the fare is unfair."],
     ["The unions are unanimous that the fare is unfair."]),
    ("The talks of the two mayors cover areas including trade, water and schools.", ["Schools and trade are among what the two mayors talk about."],
     ["Talks of the two mayors: confined to trade"]),
    ("The Bank helps the clinics by training nurses, buying drugs, and repairing roofs.", ["The Bank helps the clinics by training nurses, among other ways."],
     ["Help of the Bank for the clinics: limited to the training of nurses"]),
    ("Each of the mills met its target for the year.", ["All mills met their targets for the year."], ["Just one of the mills met its target for the year."]),
    ("Each mill has one owner.", ["The mills have just one owner each."], []),
    ("Some towns opened their wells in March, with the rest doing so in April.", ["By the end of April all towns had opened their wells."], []),
    ("The mayor makes quarterly checks of the wells.", ["Every quarter the mayor checks the wells."], []),
    ("The law limits a mayor to two terms.", ["By law a mayor has two terms only."], []),
]  # fmt: skip


@pytest.fixture(scope="module")
def parts():
    return held(PARTS)


def test_a_whole_that_the_source_has_in_other_words_draws_no_alarm(parts):
    assert alarmed_at(parts) == []


def test_a_part_told_as_the_whole_or_as_alone_is_told(parts):
    assert missed(parts) == []


READ = [
    ("It is up 30 cents.", [(1, False)]), ("It made up 30 percent.", []), ("Up to 30 trains cross.", []),
    ("It did not fall by 30.", []), ("30 trains in larger towns are late.", []),
    ("It rose two cents to $3.04.", [(1, False), (1, True)]),
    ("18.9 million barrels (18.7%) lower than a year ago", [(-1, False), (-1, False)]),
]  # fmt: skip


@pytest.mark.parametrize(("text", "told"), READ)
def test_a_number_has_the_way_of_the_words_beside_it(text, told):
    assert [(one.way, one.is_end) for one in changes(text)] == told


@pytest.mark.parametrize("words", ["both ", "less ", "rose 5 and ", "higher than a fall "])
def test_long_lines_of_such_words_are_read_to_their_end(words):
    line = words * 20_000  # hours, where each word is held against all before it
    _governed(line)
    changes(line)
    assert _WITH_OTHERS.search(line) is None


STEPS_TURNED = [
    ("Fees of ferries fell by $19 million, or nearly a quarter.",
     ["Ferry fees: down by nearly a quarter", "Ferry fees: –$19 million"],
     ["Ferry fees up by nearly a quarter"]),
    ("Receipts were $741 million, $25 million (or 3 percent) less than those a year ago.",
     ["Receipts, $741 million, fell short of those a year before by 3 percent."],
     ["Receipts: $741 million (+3%)"]),
    ("The plan of 2017 has $42.3 million for the ferries, a 3.8% decrease.",
     ["The plan of 2017 would have cut the ferries' money by nearly 4 percent, to $42.3 million."],
     ["The plan of 2017 would have raised the ferries' money by nearly 4 percent, to $42.3 million."]),
    ("Through September 2023 the coast has seen a 15 percent decrease in accidents.",
     ["By September 2023 accidents on the coast had gone down by 15 percent."],
     ["Accidents on the coast had gone up by 15 percent by September 2023."]),
    ("In 2016 coal had almost 8 percent of the market, down from more than a 10 percent share the year before.",
     ["Coal's part of the market fell within a year from more than 10 percent to almost 8."],
     ["Coal's part of the market climbed within a year from almost 8 percent to more than 10 percent."]),
    ("Cyclists made up 29 percent of the traffic in 2007, and 34 percent of the traffic in 2011.",
     ["The cyclists' share of the traffic grew between 2007 and 2011."],
     ["The cyclists' share of the traffic fell between 2007 and 2011."]),
    ("The number of guests caused a rise in fares, followed by 3 percent less traffic.",
     ["Traffic fell by 3 percent after the rise in fares."],
     []),
]  # fmt: skip


def test_a_step_is_told_the_other_way_in_whatever_words():
    told = held(STEPS_TURNED)
    assert missed(told) == []
    assert alarmed_at(told) == []


def test_a_side_of_which_a_thing_is_denied_is_no_opposite():
    told = held([
        ("School meals reach 410,000 pupils in the south; there are none in the north.",
         ["The north has no school meals; 410,000 pupils in the south do."],
         ["School meals reach 410,000 pupils in the north."]),
    ])  # fmt: skip
    assert missed(told) == []
    assert alarmed_at(told) == []
