"""Phrases of opposite sense are turned whatever form their words have, of the same thing and where nothing else bears them."""

from tests.checks.cases import alarmed_at, held, missed

CASES = [
    ("The guild turned away 40 carters from Tarn in the spring.",
     ["In spring, 40 carters from Tarn were sent away by the guild."], ["In spring, the guild took in 40 carters from Tarn."]),
    ("After an unsuccessful attempt to cross the river, the army camped in Lissa.",
     ["The army tried in vain to cross the river and camped in Lissa."], ["The army managed to cross the river and camped in Lissa."]),
    ("The council expects the survey of the harbour no earlier than 1930.",
     ["The survey of the harbour is expected in 1930 at the earliest."], ["The survey of the harbour is expected by 1930 at the latest."]),
    ("The keepers declared the strike under duress.", [], ["The keepers declared the strike of their own free will."]),
    ("The ferrymen of Tarn remained the largest group in the guild.",
     ["The ferrymen of Tarn are still the largest group in the guild."], ["The ferrymen of Tarn lost their place as the largest group in the guild."]),
    ("The list undercounts boats that came in May.", ["Boats that came in May are too few in the list."], ["Boats that came in May are counted more than once in the list."]),
    ("Lissa was the only harbour with a lighthouse.", [], ["Lissa was one of several harbours with a lighthouse."]),
    ("The clerks, by contrast, warned that the toll would harm the market.",
     ["The clerks warned that the toll would harm the market."], ["On the toll and the market, the clerks were at one with the rest."]),
    ("The harbour began a scheme with a goal of training 500 pilots by 1912. In 1910 the guild counted 310 pilots.",
     ["The scheme of the harbour has a goal of 500 pilots trained by 1912."], ["The scheme of the harbour: 500 pilots trained"]),
    ("The report notes that frost and rust may make each other worse.", [], ["The report proves that frost and rust make each other worse."]),
    ("With the continued support of the guild, the school will open in Tarn.",
     ["The school will open in Tarn, supported by the guild."], ["The school will open in Tarn without any help from the guild."]),
    ("Boats that came in March were included in the count.", ["The count has boats that came in March."], ["The count leaves out boats that came in March."]),
    ("The keeper broke the lamp by accident.", ["The keeper’s breaking of the lamp was an accident."], ["The keeper broke the lamp on purpose."]),
    ("The mint had 19 posts in 1921, of which 8 were vacant.", ["In 1921, 11 of the 19 posts at the mint were filled."], ["In 1921, 8 of the 19 posts at the mint were filled."]),
    ("In 1921 the guild had 640 members, the highest number since its foundation.", ["The guild never had as many members as in 1921."], ["In 1921 the guild had its lowest number of members."]),
    ("Of the boats, 56 percent had a lamp.", ["More than half of the boats had a lamp."], ["Hardly any of the boats had a lamp."]),
]  # fmt: skip


def test_phrases_of_opposite_sense_are_told_apart():
    told = held(CASES)
    assert alarmed_at(told) == []
    assert missed(told) == []
