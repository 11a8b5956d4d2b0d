"""What is turned round in other words than opposites: sides, order, parts of a whole, open questions, ends of a span."""

import pytest

from briefbook.checks.catalogue import Example
from briefbook.checks.opposites import _degrees
from tests.checks.test_catalogue import found, found_in

OVERTURNED = "The Court of Appeal overturned a decision of the High Court in Tarn."
TWICE = "Leases were twice as common among the young as among the old."
ASLEEP = "The Board was unable to determine whether the officer had fallen asleep."
ALL_BUT = "The survey found 23 faults, of which all but two were corrected."
THIRD = "Places have been found for only a third of the families."
BEFORE = "The families are to be paid before work begins."
CREW = "The ship had 118 passengers and a crew of 19."
CENTRES = "Of the 53 centres, 12 were destroyed and 19 damaged; the remaining 22 are working."
COLONY = "It remained a colony until 1947, and had been under joint rule since 1943."
RULE_OUT = "Forecasters do not rule out another storm."
BOUGHT = "The Bank bought 7 tonnes of gold in March."
FORECAST = "The Bank raised its growth forecast for the year to 5.6 percent."
OBJECTION = "Lissa was admitted over the objection of the Speaker."
CONTRARY = "The lookout was sent below, contrary to the company’s orders."
WITHOUT = "The Minister may raise the fee without the approval of Parliament."
ESTIMATES = "Estimates for the north are less precise than those for the south."
TO = "The rate rose to 20 percent."
UPHELD = "The Court upheld the decision of the Board."
FRENCH = "The works were given to a group led by a French firm."

# (what the source says, what an honest author may say, what a liar says, which rule tells)
CASES = [
    (OVERTURNED, "A decision of the High Court was overturned by the Court of Appeal.",
     "The High Court overturned a decision of the Court of Appeal.", "roles-swapped"),
    ("The ship sailed from Lissa to Tarn.", "From Lissa the ship went to Tarn.", "The ship sailed from Tarn to Lissa.", "roles-swapped"),
    (TWICE, "Among the young, leases were twice as common as among the old.",
     "Leases were twice as common among the old as among the young.", "comparison-turned"),
    (ESTIMATES, "For the north, estimates are less precise than for the south.",
     "Estimates for the south are less precise than those for the north.", "comparison-turned"),
    (ASLEEP, "Whether the officer had fallen asleep could not be determined.", "The officer had fallen asleep.", "certainty-added"),
    ("It is unclear if the officer was a consul.", "The officer may have been a consul; it is unclear.", "The officer was a consul.", "certainty-added"),
    (ALL_BUT, "Most of the 23 faults were corrected.", "All 23 faults were corrected.", "quantifier-added"),
    (THIRD, "A third of the families have a place.", "Places have been found for most of the families.", "quantifier-added"),
    ("Of the staff, 83 percent have a permanent contract.", "Most of the staff have a permanent contract.",
     "Nearly all staff have a permanent contract.", "quantifier-added"),
    (BEFORE, "The families are to be paid before any work.", "The families are to be paid after work has begun.", "order-turned"),
    (CREW, "Its crew of 19 carried 118 passengers.", "The ship had a crew of 118.", "value-misplaced"),
    (CENTRES, "Of the 53 centres, 22 are working.", "Of the 53 centres, 22 were destroyed.", "value-misplaced"),
    (COLONY, "Under joint rule since 1943, it was a colony until 1947.", "It was a colony until 1943.", "value-misplaced"),
    (TO, "The rate climbed to 20 percent.", "The rate rose by 20 percent.", "value-misplaced"),
    (RULE_OUT, "Another storm is not ruled out by forecasters.", "Forecasters rule out another storm.", "negation-dropped"),
    (BOUGHT, "In March the Bank added 7 tonnes to its gold.", "The Bank sold 7 tonnes of gold in March.", "opposite"),
    (OBJECTION, "The Speaker objected, but Lissa was admitted.", "Lissa was admitted at the request of the Speaker.", "opposite"),
    (CONTRARY, "In breach of the company’s orders the lookout was sent below.",
     "In line with the company’s orders the lookout was sent below.", "opposite"),
    (WITHOUT, "The Minister need not ask Parliament to raise the fee.",
     "The Minister may raise the fee with the approval of Parliament.", "opposite"),
    (UPHELD, "The Board’s decision was upheld by the Court.", "The Court overturned the decision of the Board.", "opposite"),
    ("The Assembly accepted the terms in August.", "In August the Assembly agreed to the terms.",
     "In August the Assembly turned down the terms.", "opposite"),
    (FORECAST, "The Bank now expects growth of 5.6 percent.", "The economy grew by 5.6 percent.", "plan-as-done"),
    ("Lissa and Tarn are examining contributions.", "Lissa and Tarn may contribute.", "Lissa and Tarn have contributed.", "plan-as-done"),
    (FRENCH, "A group under a French firm was given the works.", "A group led by a Spanish firm was given the works.", "unsupported-name"),
]  # fmt: skip


@pytest.mark.parametrize(("source", "rule", "lie"), [(s, r, lie) for s, _, lie, r in CASES])
def test_what_is_turned_round_is_told(source, rule, lie, tmp_path):
    assert rule in found(Example(text=lie, quote=source), tmp_path)


@pytest.mark.parametrize(("source", "rule", "honest"), [(s, r, true) for s, true, _, r in CASES])
def test_what_says_the_same_in_other_words_is_not(source, rule, honest, tmp_path):
    assert rule not in found(Example(text=honest, quote=source), tmp_path)


BARE = [
    ("Ten clinics were open by May 2017.", "Ten of the clinics opened in May 2017.", "roles-swapped"),
    ("It was Lissa’s purchase of trains.", "Tarn Bank funded a purchase of trains for Lissa.", "roles-swapped"),
    ("Section 12 stands, with its fee of 4 percent.", "A fee of 4 percent is due under section 12.", "unit"),
    ("Lissa and Tarn have not yet decided.", "Lissa and Tarn are examining contributions.", "negation-added"),
    ("Prices were higher than a year before.", "Prices rose, but stayed below the target.", "comparison-turned"),
    ("The old were half as likely as the young to rent.", TWICE, "estimate"),
    ("Three of the four rafts opened.", "One of the four rafts could not be opened.", "plan-as-done"),
]  # fmt: skip


@pytest.mark.parametrize(("text", "quote", "rule"), BARE)
def test_what_only_looks_turned_round_is_not_told(text, quote, rule, tmp_path):
    assert rule not in found(Example(text=text, quote=quote), tmp_path)


LOAN = "Norland gave a loan to Sudland."


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("Sudland gave a loan to Norland and to Sudland.", ["stands on both ends", "in the source the other one acts"]),
        ("Sudland gave a loan to Norland.", ["in the source the other one acts"]),
        ("Sudland gave a loan to Sudland.", ["stands on both ends"]),
        ("A loan was given by Norland to Sudland.", []),
    ],
)  # fmt: skip
def test_a_name_on_both_ends_is_told_beside_a_pair_that_has_changed_places(text, told):
    messages = [one.message for one in found_in(Example(text=text, quote=LOAN))]
    both = ("stands on both ends", "in the source the other one acts")
    assert [said for said in both for one in messages if said in one] == told


BASES = [
    # “former” is no more formed, and “counter” no higher count
    ("former", ()), ("counter", ()), ("order", ()), ("winter", ()),
    ("wider", ("wid",)), ("easier", ("easy",)), ("lower", ("low",)),
]  # fmt: skip


@pytest.mark.parametrize(("word", "bases"), BASES)
def test_what_only_looks_like_a_degree_has_no_base(word, bases):
    assert tuple(dict.fromkeys(_degrees(word))) == bases


@pytest.mark.parametrize(
    ("text", "is_told"),
    [("The inner wall stands behind the hostel.", True), ("The outer wall stands behind the hostel.", False)],
)  # fmt: skip
def test_an_inn_is_no_reason_to_call_the_outer_wall_the_inner_one(text, is_told):
    told = found(Example(text=text, quote="Behind the hostel of Tarn stands the outer wall."))
    assert ("opposite" in told) is is_told
