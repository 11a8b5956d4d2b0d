"""Whose a value is, in lists, cells, between “from” and “to”, by “respectively”; and what is paired crosswise.

Each sentence has what the source says, what honest authors may say, what liars say.
"""

from time import process_time

import pytest

from briefbook.checks.relations import _SUBJECT
from briefbook.language.en.clauses import paired_crosswise
from briefbook.language.en.owners import values_of
from tests.checks.cases import alarmed_at, held, missed

CASES = [
    ("Of the $21 million, the Navy is to have $12 million, the Coast Guard $6.5 million and the Customs $2.5 million.",
     ["Shares: Navy $12.0m, Coast Guard $6.5m, Customs $2.5m."],
     ["Shares: Navy $12.0m, Customs $6.5m, Coast Guard $2.5m."]),
    ("The wait for a berth had grown from 9 days in 1998 to 16 days in 2014.",
     ["Wait for a berth: 9 days (1998), 16 days (2014)."],
     ["Wait for a berth: 16 days (1998), 9 days (2014)."]),
    ("The fund announced an additional $2.4 million for a seed bank and $800,000 to widen the market road.",
     ["A further $2.4 million for the seed bank; $0.8 million for widening the road."],
     ["A further $0.8 million for the seed bank; $2.4 million for widening the road."]),
    ("The mission in Tarn and the mission in Lissa closed in 2019 and 2021, respectively.",
     ["The mission in Lissa closed in 2021 and that in Tarn in 2019."],
     ["The mission in Lissa closed in 2019 and that in Tarn in 2021."]),
    ("The state gives $310,000 through the Clean Harbour Fund, and $450,000 to support the Lissa Fishermen’s Law.",
     ["The Clean Harbour Fund is the channel of $310,000."],
     ["The Clean Harbour Fund is the channel of $450,000."]),
    # a level and a change are two things
    ("The crew dropped from 1,210 to 640, a reduction of 570 sailors.",
     ["The crew now counts 640, which is 570 fewer than before."],
     ["The crew now counts 570, which is 640 fewer than before."]),
    ("The Tarn price rose two cents to $3.10 a gallon and the Lissa price fell one cent to $2.60.",
     ["A gallon costs $3.10 in Tarn, two cents more than before."],
     []),
    ("The Fund’s $400 million for solar plants and $160 million for 86 steel bridges support thousands of jobs in Tarn and Lissa.",
     ["The Fund’s backing for solar plants and bridges supports thousands of jobs."],
     []),
    # which of two is more, of a side each or of two together
    ("The port shipped 340 tons of herring in 1980 and 210 tons in 2005.",
     ["The port shipped more herring in 1980 than in 2005."],
     ["The port shipped more herring in 2005 than in 1980."]),
    ("Tarn has 190 boats, Lissa 70 and Norholm 45.",
     ["Tarn has more boats than Lissa and Norholm together.", "Lissa and Norholm have fewer boats between them than Tarn."],
     ["Lissa and Norholm have more boats between them than Tarn."]),
    ("The Customs collected $343 million of duties and spent $190 million on cutters.",
     ["The Customs collected more than it spent."],
     ["The Customs spent more than it collected."]),
    # a change is told from one time
    ("The fare rose 2 cents from the previous week to $1.60, up 35 cents from the same day last year.",
     ["At $1.60 the fare is 35 cents higher than a year ago."],
     ["At $1.60 the fare is 35 cents higher than a week ago."]),
    ("In Tarn and Lissa the toll rose 12 cents and 7 cents, respectively.",
     ["The toll went up by 12 cents in Tarn."],
     ["The toll went up by seven cents in Tarn."]),
    # names and words paired crosswise
    ("The Board of Trade chose the berths and paid the divers. The Guild of Pilots hired the crews and kept the logs.",
     ["The Board of Trade chose the berths, and the Guild of Pilots hired the crews.", "The Guild kept the logs, while the Board paid the divers."],
     ["The Guild of Pilots chose the berths, and the Board of Trade hired the crews.", "The Board kept the logs, while the Guild paid the divers."]),
    ("The north quay is served by tugs from Lissa. The outer harbour is served by barges from Norholm.",
     ["North quay: tugs from Lissa; outer harbour: barges from Norholm"],
     ["North quay: barges from Norholm; outer harbour: tugs from Lissa"]),
    ("Herring landings rose on the Tarn coast, while mackerel landings fell in the Bay of Lissa.",
     ["More herring was landed on the Tarn coast, and less mackerel in the Bay of Lissa.", "Mackerel fell in the Bay of Lissa; herring rose on the Tarn coast."],
     ["Mackerel rose on the Tarn coast; herring fell in the Bay of Lissa."]),
    ("Tarn and Lissa signed the pact in May, and Norholm and Somen followed in June.",
     ["Tarn and Norholm signed, as did Lissa and Somen.", "In May Tarn and Lissa signed the pact, and in June Norholm and Somen."],
     []),
    ("Captain Lund won three races, while Captain Moe won one.",
     ["Captains Lund and Moe won four races between them, with Lund taking three times as many as Moe."],
     []),
    ("The aid turns away from relief and political reconciliation. It is aimed at wider goals of democratic, social and economic reform.",
     ["The aid moves from relief and reconciliation to reform of democracy, social services and the economy."],
     []),
]  # fmt: skip


@pytest.fixture(scope="module")
def told():
    return held(CASES)


def test_each_value_told_of_its_own_thing_passes(told):
    assert alarmed_at(told) == []


def test_values_of_each_other_are_told(told):
    assert missed(told) == []


def beside(text):
    return {value.words: sorted(value.names) for value in values_of(text) if value.sort != "date"}


def test_respectively_shares_values_out_in_order():
    found = beside("Tarn and Port Lissa shipped 40 tons and 25 tons, respectively.")
    assert found == {"40": ["tarn"], "25": ["lissa", "port"]}


def test_three_names_share_three_values():
    found = beside("Tarn, Lissa and Norholm shipped 40, 30 and 25 tons respectively.")
    assert found == {"40": ["tarn"], "30": ["lissa"], "25": ["norholm"]}


def test_both_ends_of_a_change_are_told_of_one_subject():
    found = beside("The Tarn price rose two cents to $3.10, and the Lissa price fell one cent.")
    assert found["two cents"] == found["$3.10"] == ["tarn"]


def test_equal_amounts_have_one_key_however_they_are_written():
    assert {value.key for value in values_of("$0.6 million; $600,000")} == {"600000 "}


@pytest.mark.parametrize(
    "line",
    ["Tarn (A), " * 60 + "x 3 and 4, respectively", "Tarn 3 and " * 2000, "A: 3, " * 2000, "The THE " * 400 + "Tarn gave Lissa 3"],
)  # fmt: skip
def test_long_lines_are_read_at_once(line):
    began = process_time()
    values_of(line)
    paired_crosswise(line, (line, "Tarn gave 3; Lissa took 4"))
    assert _SUBJECT.fullmatch(f"{line} x") is None
    assert process_time() - began < 2
