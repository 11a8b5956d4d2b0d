"""Who does it to whom, values told of another date or another whole, and ranks told of all time or all the world.

Each sentence has what the source says, what honest authors may say, what liars say.
"""

import pytest

from tests.checks.cases import alarmed_at, for_a_look, held, is_listed, missed

CASES = [
    # a word right behind a country or a city
    ("The Danish press called the vote a betrayal, and the Norwegian envoy left.",
     ["The press in Denmark called the vote a betrayal.", "Denmark’s press called the vote a betrayal."], ["The Norwegian press called the vote a betrayal."]),
    ("Exports to Denmark rose by 12 percent, those to Norway fell.", ["Exports to Norway fell when those to Denmark rose."], []),
    ("At the request of Denmark, the ports of Norway were closed to whalers.",
     ["At Denmark’s request, Norway’s ports were closed to whalers."], ["At Norway’s request, the ports were closed to whalers."]),
    ("The parliament met in May. The Danish parliament rejected the treaty.",
     ["The Danish parliament rejected the treaty."], []),
    # two names around one word
    ("Through litigation, Norland obtained a default judgment against Sudland.",
     ["Norland obtained a default judgment against Sudland.", "A default judgment against Sudland was obtained by Norland."],
     ["Sudland obtained a default judgment against Norland.", "A default judgment against Norland was obtained by Sudland."]),
    ("General Brandt had prepared a long note to Minister Okello.",
     ["Brandt had prepared a note to Okello."],
     ["Okello had prepared a note to Brandt."]),
    ("In 2015, Lissa is expected to surpass Tarn as the largest grower of cotton.",
     ["Lissa is expected to surpass Tarn in cotton."],
     ["Tarn is expected to surpass Lissa in cotton."]),
    ("Under the Accords, the mandate can be renewed by both signatories or by the Union alone.",
     ["Under the Accords both signatories can renew it, or the Union alone."],
     []),
    ("The Tarn Bank and Lissa Trust guaranteed and funded a purchase of Aerion airliners for the private company Somen Air.",
     ["The private deal is Somen Air’s purchase of Aerion airliners, guaranteed and funded by the Tarn Bank and Lissa Trust."],
     []),
    ("In June 2019 the Harbour Board granted Lindgren Shipping the lease of Port Somen for nine years.",
     ["In June 2019 Lindgren Shipping was granted the lease of Port Somen.", "Lindgren Shipping got the lease of Port Somen from the Harbour Board."],
     ["In June 2019 Lindgren Shipping granted the Harbour Board the lease of Port Somen."]),
    ("Since 2011 Norway has backed the Danish bid for the chair of the Tarn Commission.",
     ["Since 2011 the Danish bid for the chair has been backed by Norway."],
     ["Since 2011 Denmark has backed the Norwegian bid for the chair of the Tarn Commission."]),
    ("In 2015, Norland beat Sudland by a margin of 40 votes.",
     ["Norland beat Sudland in 2015, by 40 votes."],
     ["Sudland beat Norland in 2015, by 40 votes."]),
    # a number of one date told of another
    ("Returns fell from $597 an acre in 2012 to $431 in 2015.",
     ["Returns fell to $431 an acre in 2015.", "In 2012 returns stood at $597 an acre."],
     ["Returns fell to $431 an acre in 2012.", "In 2015 returns stood at $597 an acre."]),
    ("The port handled 640 ships in 1998 and 512 ships in 2003.",
     ["In 1998 the port handled 640 ships."],
     ["In 2003 the port handled 640 ships."]),
    # a share of one whole told of another
    ("Rural counties hold 14 percent of residents on 72 percent of the land.",
     ["Only 14 percent of residents live in rural counties, on 72 percent of the land."],
     ["Rural counties hold 72 percent of residents."]),
    # a rank since a year, and one within a part of the world
    ("In 2020, returns rose to $522 an acre, the highest level since 2014.",
     ["In 2020 returns were the highest since 2014.", "Not since 2014 had returns been so high as in 2020."],
     ["In 2020, returns rose to $522 an acre, the highest level on record.", "In 2020, returns were the highest level ever."]),
    ("Norland is the seventh-largest user of gas in Europe.",
     ["Norland is the seventh-largest user of gas in Europe."],
     ["Norland is the seventh-largest user of gas in the world."]),
    # an opposite that a word said in both texts hid
    ("The growth rate has been lower in the country, and the gap widened considerably in recent years.",
     ["In recent years the gap in growth rates has widened."],
     ["The gap in growth rates has narrowed considerably in recent years."]),
]  # fmt: skip


@pytest.fixture(scope="module")
def told():
    return held(CASES)


def test_what_stands_in_its_own_place_passes(told):
    assert alarmed_at(told) == []


def test_what_has_changed_places_is_told(told):
    assert missed(told) == []


def test_sides_of_another_verb_the_other_way_round_are_for_a_look():
    court = "The Harbour Court rejected Lindgren Shipping’s plan for a new quay."
    fire = "The fire coincided with a long summer drought."
    told = held([
        (court, ["The Harbour Court refused Lindgren Shipping the quay."], ["Lindgren Shipping sued the Harbour Court."]),
        (fire, ["With a long summer drought came the fire."], ["A long summer drought caused the fire."]),
    ])  # fmt: skip
    assert len(for_a_look(told)) == 2
    assert not any(is_listed(one) for one in told if one.is_honest)
