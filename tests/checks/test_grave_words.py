"""Crimes, deaths, ruin and what is called off stand in the quotes, or are told by nobody."""

from tests.checks.cases import alarmed_at, held, missed

TOLD = held([
    (
        "The last instalment was paid to the contractor in May, and the accounts were closed.",
        ["In May the contractor had his last instalment.", "The accounts closed when the last instalment was paid."],
        ["The contractor stole the last instalment in May.", "The contractor was arrested after the last instalment.",
         "The contractor died after the last instalment in May."],
    ),
    (
        "Eleven people lost their lives when the footbridge gave way.",
        ["The collapse of the footbridge killed eleven.", "Eleven died when the footbridge collapsed."],
        ["Eleven people lost their lives when the army took the footbridge."],
    ),
    (
        "A court sentenced the harbour master for taking payments from importers.",
        ["The harbour master was convicted of taking bribes."],
        ["The harbour master, a spy, was sentenced for taking payments."],
    ),
    (
        "The council gave up the plan for a tunnel in 2019.",
        ["In 2019 the council abandoned its tunnel.", "Plans for a tunnel were cancelled in 2019."],
        ["In 2019 rebels put an end to the council’s plan for a tunnel."],
    ),
])  # fmt: skip


def test_an_honest_statement_may_name_what_befell_in_other_words():
    assert alarmed_at(TOLD) == []


def test_a_grave_word_that_nothing_bears_is_an_alarm():
    assert missed(TOLD) == []
    assert all("grave-added" in one.rules for one in TOLD if not one.is_honest)


def test_who_vouches_in_a_full_statement_gives_a_reason_for_a_look():
    sentence = "Inspectors have seen the boiler twice."
    told = held([(sentence, [], ["Inspectors saw the boiler twice; it is safe for visitors."])])
    assert all(any(why.startswith("grave-added") for why in one.reasons) for one in told)
