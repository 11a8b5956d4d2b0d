"""What a statement reckons from its quotes turns no relation: bounds, shares of all, the rest of a sentence, amounts on both sides."""

from tests.checks.cases import alarmed_at, held, missed

CASES = [
    ("Prices of grain fell by 1.4 percent, while those of timber rose by 4.6 percent.",
     ["Timber prices rose while those of grain fell."], ["Grain prices rose by 1.4 percent."]),
    ("Costs are put at 5.2 million crowns. Together the pledges cover less than half of the costs.",
     ["So far pledges cover less than 2.6 million crowns of the costs."], []),
    ("Of the 43 carters, 30 had a horse of their own.", ["About seven in ten of all carters had a horse of their own."], []),
    ("Lissa sold 6,100 barrels abroad and bought 100.", ["For every barrel that Lissa bought, it sold 61 abroad."], []),
    ("In 1854 the guild began to admit women.", ["It was only in the mid-1850s that the guild began to admit women."], []),
    ("The mint bought seven bars in March, its first purchase of gold since 1991.", ["The mint had bought no gold since 1991, until in March it took seven bars."], []),
    ("In 1820 the herd was 597, and in 1815 it had been 431. In 1840 it was 522, the most since 1834.",
     ["The herd of 1840 was larger than in any of the five years before, yet 75 short of 1820."], []),
    ("Donors have pledged 11 crowns, which have not been paid.", ["Were the 11 crowns paid that donors pledged, the chest would be full."], ["Donors have paid the 11 crowns that they pledged."]),
    ("The toll on ferries increased by 16 crowns, reflecting the war.", ["Refunds ate up part of the 16 crown increase in the toll on ferries."], []),
    ("Most of the growth of the herd came after 1820.",
     ["The herd grew mostly after 1820."], ["Most of the growth of the herd was over by 1820."]),
    ("In the north, Lissa has the largest share of mills, 26 percent.", ["Lissa has just over a quarter of the mills."], ["The majority of mills in the north stand in Lissa."]),
    ("The Board put the delay down to the flood, while Brandt told us that the Ministry had taken a year to approve the site.",
     ["Views of the delay differ: the Board points to the flood, Brandt to the time for approval of the site."],
     ["Views of the delay differ: Brandt puts it down to the flood, while the Board points to the time for approval of the site."]),
    ("Norland and Lissa signed a treaty of trade in August 1921. It entered into force in December.",
     ["The treaty of trade that Norland and Lissa signed was in force in December."], ["The treaty of trade that Norland and Lissa signed in August 1921 had still not entered into force."]),
    ("Clerks warned that deep cuts could weaken the guard of the harbour.",
     ["Clerks said that cuts might weaken the guard."], ["The clerks said that deep cuts had already weakened the guard of the harbour."]),
]  # fmt: skip


def test_reckoned_relations_pass_and_turned_ones_are_found():
    told = held(CASES)
    assert alarmed_at(told) == []
    assert missed(told) == []
