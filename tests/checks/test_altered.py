"""A statement that keeps the words of its quote keeps those that decide what it says."""

import pytest

from benchmarks.truth import Told
from briefbook.checks.altered import _has
from briefbook.language.en.stemmer import words_of
from tests.checks.cases import alarmed_at, held, is_listed, missed

CASES = [
    ("In 1974 the northern provinces asked for a railway, and the southern ones offered to pay for the stations.",
     ["A railway was wanted by the northern provinces in 1974; those in the south would have paid for its stations.",
      "In 1974 the northern provinces asked for a railway.",
      "The southern provinces offered in 1974 to pay for the stations."],
     ["In 1974 the southern provinces asked for a railway, and the northern ones offered to pay for the stations."]),
    ("The mayor of Aldmoor promised the guild that no workshop would be closed before the harvest.",
     ["Before the harvest no workshop would be closed, the mayor of Aldmoor promised the guild.",
      "The guild was promised by Aldmoor’s mayor that every workshop would stay open until the harvest."],
     ["The mayor of Aldmoor promised the guild that no workshop would be closed after the harvest.",
      "The guild of Aldmoor promised the mayor that no workshop would be closed before the harvest.",
      "The mayor of Aldmoor promised the guild that all workshops would be closed before the harvest."]),
    ("Part of the delay may be due to repairs that the port authority does not record.",
     ["Repairs of which the port authority keeps no record may account for part of the delay."],
     ["Part of the delay is due to repairs that the port authority does not record.",
      "All of the delay may be due to repairs that the port authority does not record.",
      "Part of the delay may be due to repairs that the port authority does record."]),
    ("The council keeps a register of wells that are open, and publishes it once a year.",
     ["The council keeps a register of open wells.", "Once a year the council publishes its register of open wells."],
     ["The council keeps a register of wells that are shut, and publishes it once a year."]),
    ("Only the miners of Tarnhall may vote in the election of the chairman.",
     ["In the election of the chairman nobody but the miners of Tarnhall may vote."],
     ["The miners of Tarnhall may vote only in the election of the chairman.",
      "Only the miners of Tarnhall may not vote in the election of the chairman."]),
]  # fmt: skip


@pytest.fixture(scope="module")
def told() -> list[Told]:
    return held(CASES)


def test_what_tells_a_passage_in_other_words_or_a_part_of_it_draws_no_alarm(told):
    assert alarmed_at(told) == []


def test_what_changes_a_word_of_it_draws_one(told):
    assert missed(told) == []


HANGING = [
    ("The envoy noted that the northern towns will send troops to the border if the southern towns do.",
     ["The envoy noted that the northern towns will send troops to the border if those of the south do."],
     ["The envoy noted that the northern towns will send troops to the border."]),
    ("The guild disputes the report and maintains that the hours of rest prescribed by law were observed.",
     ["The hours of rest that the law prescribes were observed, the guild maintains."],
     ["The hours of rest prescribed by law were observed."]),
    ("Without such a treaty, the trade of the towns would not recover.",
     ["Unless there is such a treaty, the trade of the towns would not recover."],
     ["The trade of the towns would not recover."]),
]  # fmt: skip


def test_a_clause_is_kept_with_what_it_hangs_on():
    found = held(HANGING)
    assert alarmed_at(found) == []
    assert [
        one.claim.text for one in found if not one.is_honest and "altered" not in one.rules
    ] == []


FREE = [
    # a noun is no verb of saying, …
    ("After the claims were settled the company built its mill on the northern bank of the river.",
     ["The company built its mill on the northern bank of the river."], []),
    ("Despite fears among merchants the harbour dues fell by 12 percent in 1974.",
     ["The harbour dues fell by 12 percent in 1974."], []),
    ("After long disputes the guild bought the granary beside the harbour of Tarnhall.",
     ["The guild bought the granary beside the harbour of Tarnhall."], []),
    ("The widow claimed she had paid for the granary beside the harbour.", [],
     ["She had paid for the granary beside the harbour."]),
    ("The council warned the guild that the granary beside the harbour was empty.", [],
     ["The granary beside the harbour was empty."]),
    ("Among hopes and fears the northern guild repaid the loan of the bank early.",
     ["The northern guild repaid the loan of the bank early."], []),
    ("When the road was maintained the northern towns repaid the loan of the bank early.",
     ["The northern towns repaid the loan of the bank early."], []),
    ("Critics of the bank fear the northern bridge has lost its strength.", [],
     ["The northern bridge has lost its strength."]),
    ("It was alleged the northern guild had repaid the loan of the bank.", [],
     ["The northern guild had repaid the loan of the bank."]),
    # … nothing is approved by floods, …
    ("A dam of 40 metres was built on the river Tarn, subject to floods in spring.",
     ["A dam of 40 metres was built on the river Tarn."], []),
    ("A dam of 40 metres will be built on the river Tarn, subject to the approval of the council.", [],
     ["A dam of 40 metres will be built on the river Tarn."]),
    ("Subject to ratification, the northern towns will repay the loan of the bank.", [],
     ["The northern towns will repay the loan of the bank."]),
    ("The northern guild repaid its loan, if slowly.",
     ["The northern guild repaid its loan."], []),
    # … who provides sets no condition, and “without delay” is none, …
    ("The granary was built in a year on land provided by the guild.",
     ["The granary was built in a year on land."], []),
    ("The granary will be built in a year, provided the guild gives the land.", [],
     ["The granary will be built in a year."]),
    ("Without delay, the guild rebuilt the granary beside the harbour.",
     ["The guild rebuilt the granary beside the harbour."], []),
    # … and an exception matters to what is told of all.
    ("The ferry across the Tarn carries carts and horses, except in winter.",
     ["The ferry across the Tarn carries carts and horses."], []),
    ("All towns along the river Tarn signed the treaty, except Aldmoor.", [],
     ["All towns along the river Tarn signed the treaty."]),
]  # fmt: skip


def test_what_only_looks_like_a_condition_or_a_voice_may_be_left_out():
    found = held(FREE)
    assert [one.claim.text for one in found if one.is_honest and "altered" in one.rules] == []
    assert [
        one.claim.text for one in found if not one.is_honest and "altered" not in one.rules
    ] == []


def test_the_clause_that_is_left_out_is_told_without_the_marks_around_it():
    (lie,) = held([("A dam will be built on the river Tarn, subject to approval.", [],
                    ["A dam will be built on the river Tarn."])])  # fmt: skip
    (why,) = [reason for reason in lie.reasons if reason.startswith("altered: ")]
    assert why.endswith("leaves out “subject to approval”, on which it hangs")


ALIKE = [
    ("More than half of all households in the eastern quarter have no well.",
     ["Over half of all households in the eastern quarter have no well."],
     ["Under half of all households in the eastern quarter have no well."]),
    ("Carts for the market of Tarnhall enter from the east gate.",
     ["Carts for the market of Tarnhall enter by the east gate."], []),
    ("The granary of Tarnhall was bought from the guild in spring.", [],
     ["The granary of Tarnhall was bought by the guild in spring."]),
    ("A bridge of oak links the eastern and the western quarter of Tarnhall.",
     ["A bridge of oak links the western and the eastern quarter of Tarnhall.",
      "A bridge of oak links the western quarter and the eastern quarter of Tarnhall."], []),
    ("In 1974 the council of Tarnhall supported the north and the south left the treaty.", [],
     ["In 1974 the council of Tarnhall supported the south and the north left the treaty."]),
    ("In 1974 the council of Tarnhall supported the bakers and the miners left the town.", [],
     ["In 1974 the council of Tarnhall supported the miners and the bakers left the town."]),
    ("The council of Tarnhall taxes salt or wool at the northern gate.",
     ["The council of Tarnhall taxes wool or salt at the northern gate."], []),
    ("In 1974 the miners and the weavers of Tarnhall paid three and five crowns respectively.", [],
     ["In 1974 the weavers and the miners of Tarnhall paid three and five crowns respectively."]),
]  # fmt: skip


def test_a_small_word_of_the_same_meaning_and_the_order_of_a_list_are_no_other_thing():
    found = held(ALIKE)
    assert [one.claim.text for one in found if one.is_honest and "altered" in one.rules] == []
    assert missed(found) == []


def test_a_stem_within_a_stem_is_not_in_the_quote():
    text = "The gate was shut by the guild."
    stems = " ".join(word.stem for word in words_of(text))
    assert _has(text, stems)
    assert _has(text, stems.split()[-1])
    assert not _has(text, stems[1:])
    assert not _has(text, stems[:-1])


def test_a_neighbour_that_wordnet_does_not_know_is_a_reason_for_a_look():
    source = "The shipyard bears one eighth of what the harbour costs every year."
    (honest,) = held(
        [(source, ["The shipyard pays one eighth of what the harbour costs every year."], [])]
    )
    assert honest.fate == "silent"
    assert is_listed(honest)


def test_a_cousin_is_another_thing_and_a_light_verb_is_none():
    source = "Budget support for the nurses of Tarnhall fell in the first half of the year."
    light, cousin = held([
        (source, ["Budget support for the nurses of Tarnhall went down in the first half of the year."],
         ["Budget support for the doctors of Tarnhall fell in the first half of the year."]),
    ])  # fmt: skip
    assert light.fate == "silent"
    assert "altered" in cousin.rules


def test_the_words_of_both_are_told():
    (lie,) = held([("The company built its mill on the northern bank of the river Tarn.", [],
                    ["The company built its mill on the southern bank of the river Tarn."])])  # fmt: skip
    (why,) = [reason for reason in lie.reasons if reason.startswith("altered: ")]
    assert "“the southern bank”: source says “the northern bank”" in why
