"""A cause is told where the source has one for it; what the source denies or leaves open is told as no cause."""

from tests.checks.cases import alarmed_at, held, missed

CASES = [
    ("The ferry stopped in March. Bread became scarce on the island in April.", ["Bread became scarce on the island in April, after the ferry had stopped in March."],
     ["Bread became scarce on the island because the ferry stopped.", "Thanks to the ferry’s stop, bread became scarce on the island."]),
    ("The office of the guild was closed in 1931. Its archive lay in the barn.", [],
     ["The office of the guild was closed because of its archive.", "The guild closed its office in return for a barn."]),
    ("The mill fell silent as the river was too low.", ["The mill fell silent because the river was too low.", "Owing to low water in the river the mill fell silent."], []),
    ("The clerks were dismissed for taking gifts from shipowners.", ["The clerks were dismissed because they had taken gifts from shipowners."], []),
    ("Herring has become dear. That is due to the long frost in the bay.", ["Because of the long frost in the bay, herring has become dear."], []),
    ("Because Tarn hangs almost wholly on carts from the salt works of the East Coast, any halt there makes bread dearer.",
     ["Because Tarn leans so heavily on wagons from the East Coast salt works, a halt there makes its bread dearer."], []),
    ("The loan runs for 25 years; repayment will begin in 2031.", ["The loan runs for 25 years, and repayment is due to begin in 2031."], []),
    ("The council said it had no evidence that the flaws in the pumps caused the flood.",
     ["For flaws in the pumps as cause of the flood there is nothing to show, said the council."],
     ["The flaws in the pumps caused the flood.", "The council blamed the flood on flaws in the pumps.", "The flood came from flaws in the pumps."]),
    ("Smoke alone does not explain the deaths of the bees.", ["The deaths of the bees cannot be put down to smoke alone."],
     ["The deaths of the bees were caused by smoke."]),
    ("Mites live in the hives and multiply when it is warm.", ["It is warmth that lets the mites in the hives multiply."],
     ["It is lamp smoke that brings mites into the hives.", "Careless keepers were what made the mites multiply."]),
    ("Prices of wool may be slow to fall.", ["It is possible that wool will take long to become cheaper."], []),
    ("Higher duties and dear coal caused the price of bricks to rise.", ["Cause of the rise in the price of bricks: higher duties, dear coal"],
     ["Cause of the rise in the price of bricks: hoarding, a strike of carters"]),
]  # fmt: skip


def test_a_cause_that_the_source_has_is_told_and_another_one_is_found():
    told = held(CASES)
    assert alarmed_at(told) == []
    assert missed(told) == []
