"""Verbs that tell one event from its two sides: the true converse passes, and who gives is not told to receive."""

import pytest

from briefbook.language.en.converses import are_converse, events_of
from briefbook.language.en.name_forms import equivalents_of
from tests.checks.cases import Case, alarmed_at, held, missed

NAMES = equivalents_of(())

CASES: list[Case] = [
    ("Denmark gave 700 tents to Niger.",
     ["Niger got 700 tents from Denmark.", "Niger received 700 tents from Denmark.", "Niger was given 700 tents by Denmark.",
      "700 tents were given to Niger by Denmark."],
     ["Denmark got 700 tents from Niger.", "Niger gave Denmark 700 tents.", "Denmark was given 700 tents by Niger.",
      "700 tents were given to Denmark by Niger."]),
    ("Chile sold nine tugs to Peru in 1977.",
     ["Peru bought nine tugs from Chile in 1977.", "In 1977, nine tugs were bought by Peru from Chile."],
     ["Chile bought nine tugs from Peru in 1977.", "Peru sold nine tugs in 1977.", "In 1977 Chile purchased nine tugs.",
      "In 1977, nine tugs were sold to Chile by Peru."]),
    ("Norway lent Iceland $70 million.",
     ["Iceland borrowed $70 million from Norway.", "Iceland owed Norway $70 million."],
     ["Norway borrowed $70 million from Iceland.", "Norway owed Iceland $70 million."]),
    ("The greens defeated the whites at Vask in 1921.",
     ["The whites lost to the greens at Vask in 1921.", "At Vask the whites were beaten by the greens."],
     ["The greens lost to the whites at Vask in 1921.", "At Vask the greens were beaten by the whites."]),
    ("Professor Lund taught Judge Alm law in Tarn.",
     ["Alm learnt law from Lund in Tarn.", "Alm studied law under Lund."],
     ["Lund learnt law from Alm in Tarn.", "Lund studied law under Alm."]),
    ("The Danish Port Authority bought two tugs from the Norwegian Rescue Service for six million kroner each.",
     ["Two tugs were sold by the Norwegian Rescue Service to the Danish Port Authority.", "Norway’s rescue service sold Denmark two tugs."],
     ["Two tugs were sold by the Danish Port Authority to the Norwegian Rescue Service."]),
    ("The farm exports wheat to Egypt and imports potash from Norland.",
     ["Egypt imports wheat from the farm.", "Norland exports potash to the farm."],
     ["Norland imports potash from the farm.", "The farm imports wheat from Egypt."]),
    ("Boris Lund succeeded Anna Keller as director of the bank.",
     ["Anna Keller preceded Boris Lund as director of the bank."],
     ["Boris Lund preceded Anna Keller as director of the bank."]),
    ("The guild sold its share to a fund in 2015 and bought it back in 2019.",
     ["The fund bought the share in 2015.", "The fund sold the share back to the guild in 2019."], []),
    ("In fiscal 2024 the office awarded 450 grants for people who complained, and received 900 letters.",
     ["The office obtained 900 letters in 2024.", "450 grants were awarded in fiscal 2024."], []),
    ("Brought over by the navy and warmly received, Orban stayed in the town; the navy sent a band to receive him.",
     ["Orban, brought by the navy and well received, stayed."], []),
]  # fmt: skip


def test_true_converses_pass_and_turned_ones_are_told():
    told = held(CASES)
    assert alarmed_at(told) == []
    assert missed(told) == []


@pytest.mark.parametrize(
    ("text", "source", "goal"),
    [
        ("The reds lost to the blues.", {"blu"}, {"red"}),
        ("The reds were beaten by the blues.", {"blu"}, {"red"}),
        ("The reds did not lose to the blues.", None, None),
        ("The port’s exports to the town grew.", None, None),
        ("Tents were sent to the town by the guild.", {"guild"}, {"town"}),
    ],
)
def test_each_verb_says_from_where_to_where(text, source, goal):
    events = events_of(text, NAMES)
    assert (events[0].source if events else None) == source
    assert (events[0].goal if events else None) == goal


def test_two_verbs_of_one_side_are_no_converses():
    assert are_converse("sell", "buy", "pair")
    assert not are_converse("buy", "acquir", "pair")
    assert not are_converse("defeat", "lose", "pair")
