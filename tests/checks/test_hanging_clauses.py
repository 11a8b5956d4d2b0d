"""A condition holds for the clause that it hangs on, a cause may be told by many words, and much denies without “not”."""

from tests.checks.cases import alarmed_at, for_a_look, held, missed

CASES = [
    ("On May 22, 1931, Brandt handed over a letter saying that Norland was willing to lend the valley grain if its council was willing to open the granaries. The council answered on May 25.",
     ["The council took three days to answer the letter that Brandt handed over."],
     ["In a letter of May 1931, Norland said that it was willing to lend the valley grain."]),
    ("In 1902 the harbour opened a scheme for pilots from four towns, letting up to 300 men a month join the guild if they had a sponsor. By May some 190 men from Tarn had joined the guild under the scheme.",
     ["Men from Tarn made up some 190 of those who had joined the guild under the harbour's scheme by May."], []),
    ("The envoy was told to recognise the new council if Norland appeared able to defend its borders.",
     ["The envoy's orders: recognition, provided that Norland looked able to defend its borders."], ["The envoy recognised the new council."]),
    ("The number of carts had climbed to 1,170 as carters moved to the road along the river.",
     ["There were 1,170 carts because carters had moved to the road along the river."], ["There were 1,170 carts because the toll had been abolished by the duke."]),
    ("The judge in Tarn dismissed the suit in May, ruling that the guilds had not proved that they lost money.",
     ["The judge in Tarn threw the suit out because the guilds had not proved a loss of money."], []),
    ("The report does not try to tell the effect of frost from that of rust.",
     ["The report makes no claim on how much of the loss was due to frost."], []),
    ("\"Nobody foresaw the rise of the river in Tarn,\" said the keeper. The keeper’s list does not ask for the age of the boats.",
     ["The rise of the river in Tarn took everybody by surprise, the keeper said.", "The keeper’s list leaves the age of the boats aside."],
     ["The keeper foresaw the rise of the river in Tarn."]),
    ("Tarn had the largest gain of the four towns. Lissa gained the least and has 600 boats.",
     ["Lissa: smallest gain of the four, 600 boats at the end"], []),
    ("Houses in Tarn are larger, with 4.1 rooms compared with 2.4 in Lissa.",
     ["Houses in Lissa have fewer than three rooms, those in Tarn about four."], []),
    ("Keepers credited the result to an oil that was bought with the first lamps.",
     ["The keepers ascribe the good light to an oil bought with the first lamps."], ["The keepers ascribe the good light to the new tower of the harbour."]),
    ("The council said that the cuts reflected worry about the debts of the mint.",
     ["The council explained the cuts by worry about debts."], ["The council explained the cuts by disappointment with the ferry."]),
    ("The council did not vote on the loan for the lighthouse until June 5, 1942.",
     ["The council voted on the loan for the lighthouse in June 1942.", "The council had not voted on the loan for the lighthouse before June 1942."],
     ["The council never voted on the loan for the lighthouse."]),
    ("Many of the carters who reached Tarn in May had not come from Lissa.",
     ["Many of the carters who came to Tarn in May were not from Lissa."], ["None of the carters who came to Tarn in May were from Lissa."]),
    ("The treaty called for the withdrawal of the troops of Norland.",
     ["The troops of Norland were to be pulled back."], ["The troops of Norland have been pulled back, as agreed."]),
    ("The army had intervened in the council at least five times before 1912.",
     ["The army had meddled in the council before 1912."], ["Before 1912 the army had never intervened in the council."]),
    ("In 1921 the guild took in 640 crowns, a record for the town.", ["Never before had the guild taken in so much as in 1921."], []),
]  # fmt: skip
COMPUTED = (
    "Of the 640 lamps that the guild lent to Tarn, keepers had checked 416 in the first year."
)


def test_what_hangs_on_another_clause_and_what_is_denied_in_other_words_pass():
    told = held(CASES)
    assert alarmed_at(told) == []
    assert missed(told) == []


def test_a_heading_without_the_condition_is_a_reason_for_a_look_alone():
    source = "The harbour lets up to 300 men a month join the guild if they had a sponsor."
    heading = "Harbour: up to 300 men a month let in"
    assert for_a_look(held([(source, [], [heading])])) == [heading]
