"""What stands in clauses alone that plan, expect or leave open is not told as done, whatever words tell it."""

import pytest

from benchmarks.truth import Told
from tests.checks.cases import alarmed_at, held, missed

CASES = [
    ("Fresh timber for the yard will come by barge through the northern locks.",
     ["Timber is to be brought to the yard by barge, through the locks.", "The yard waits for timber that barges bring through the locks."],
     ["Barges have carried fresh timber through the northern locks.", "The yard was supplied with timber by barge."]),
    ("The bank intends to lend the cooperatives money for cold stores.",
     ["Loans for cold stores are what the bank has in mind for the cooperatives."],
     ["The bank has already paid the cooperatives for their cold stores."]),
    ("In a letter to the council the clerk intends to nominate Ostmark as a partner of the port.", [],
     ["The council has confirmed Ostmark as partner of the port."]),
    ("The guild announced a pipeline of five windmills in advanced stages of development near Tarn.",
     ["The guild is developing five windmills near Tarn."],
     ["Five windmills of the guild near Tarn are already turning."]),
    ("The fungus may have come in with imported seed, but nobody has shown it.",
     ["Imported seed is a possible source of the fungus."],
     ["The imported seed was the source of the fungus."]),
    ("The port and the guild are drafting rules for the night ferries.",
     ["Rules for the night ferries are being drafted by the port and the guild."],
     ["The port and the guild have finished their joint plan and put rules for night ferries into force."]),
    ("Tracks will need mending and stations may open over a longer time than they were closed.", [],
     ["Tracks have been mended, though stations might open more slowly than they closed."]),
    ("Walkers should rest for ten minutes in every hour.", ["Ten minutes of rest an hour are enough for walkers."],
     ["Walkers have already rested for ten minutes in every hour."]),
    ("Freight on the canal will grow from 65 tons to 76 tons a day.", ["Freight on the canal was at 65 tons a day."], []),
    ("The ferry that may be sold carries some 720 cars.", ["The ferry has had room for some 720 cars."], []),
    ("The expected merger affected 870 clerks.", ["The merger affected 870 clerks."], []),
    # What stands before a purpose, or in a clause of its own, is told as done.
    ("The raid broke up a ring aimed at stealing copper from the railway.",
     ["A ring of copper thieves on the railway was broken up."], []),
    ("The mill, which may be sold, burned in May and closed in June.", ["The mill closed in June after it had burned in May."], []),
    ("Support for farmers from the Flood Recovery Plan reached 300 villages.",
     ["The Flood Recovery Plan has supported farmers in 300 villages."], []),
    ("The town proposed a toll that was introduced in 2004 on the ring road.", ["The toll on the ring road was introduced in 2004."], []),
    ("The season in which herring could be caught had lengthened in the bay.", ["In the bay the herring season has grown longer."], []),
    # Participles that only describe tell nothing as done.
    ("Some 300 cases are thought to be due to spoiled milk.", ["By the estimate, some 300 cases come from spoiled milk."], []),
]  # fmt: skip


@pytest.fixture(scope="module")
def told() -> list[Told]:
    return held(CASES)


def test_what_keeps_it_open_draws_no_alarm(told):
    assert alarmed_at(told) == []


def test_what_tells_it_as_done_draws_one(told):
    assert missed(told) == []


RESERVED = [
    ("The duty will make imported flour dearer in the port towns.",
     ["Dearer flour in the port towns is an effect that the duty would have.", "In the port towns imported flour is to become dearer by the duty."],
     ["The duty made imported flour dearer in the port towns."]),
    ("The inspectors allege that the yard hid 40 barrels of lamp oil.",
     ["By the inspectors’ account the yard hid 40 barrels of lamp oil."],
     ["The yard hid 40 barrels of lamp oil."]),
    ("The guild plans to extend its tide tables to the inner bay by 1924, if enough soundings can be taken.",
     ["Whether tide tables reach the inner bay by 1924 depends on the soundings.", "The guild wants tide tables for the inner bay as well by 1924, should there be soundings enough."],
     ["By 1924 the guild plans to have tide tables for the inner bay."]),
    ("If the frost holds, the carters will cross the lake with salt.", ["The carters will cross the lake with salt as long as there is frost."],
     ["The carters will cross the lake with salt."]),
    ("The clerks asked if the toll had been paid by the carters.", ["The clerks asked about the toll of the carters."], []),
    # What only looks like a reservation.
    ("The Harbour Relief Plan has helped 300 fishing families.", ["The Harbour Relief Plan was of use to 300 fishing families."], []),
    ("According to the observatory, 76 meteors fell in one night.", ["In one night 76 meteors were counted by the observatory."], []),
    ("Divers were more likely to fall ill than rowers.", ["Illness was commoner among divers than among rowers."], []),
]  # fmt: skip


def test_a_reservation_kept_in_other_words_draws_no_alarm_and_one_dropped_does():
    told = held(RESERVED)
    assert alarmed_at(told) == []
    assert missed(told) == []


MEANT = [
    ("The guild has provided 40 carts for the transport of sick people to the infirmary.",
     ["With 40 carts of the guild, sick people are brought to the infirmary."],
     ["The guild intends to provide carts for the transport of sick people.", "The guild has yet to provide carts for sick people."]),
    ("The port has ordered 12 buoys, which have not been laid out.", ["The port has yet to lay out the 12 buoys that it ordered."], []),
    ("Officials said the council was working on new rules and exploring possible changes to the toll table.",
     ["Officials said that changes to the toll table were under study."],
     ["Officials said the toll table had been changed."]),
    ("The town is considering a rule that would forbid the sale of fireworks near stables.", [],
     ["Sale of fireworks near stables: ban in force"]),
    ("Members may carry a debt from one season to the next, but must then pay it within a year.",
     ["What a member owes may stand over into the next season, to be paid within a year then."],
     ["Members may carry a debt from one season to the next without end."]),
]  # fmt: skip


def test_what_is_done_is_not_told_as_meant_nor_a_condition_as_none():
    told = held(MEANT)
    assert alarmed_at(told) == []
    assert missed(told) == []
