"""A statement that keeps most of its quote's wording has no word of its own there, and none in another place."""

from benchmarks.truth import Told, claim_of, hold
from briefbook.checks.copied_wording import stray_words
from tests.checks.cases import held

BRIDGE = (
    "The council accepted the bid of Tarn Works without a tender. An engineer hired by the council had reported "
    "in June that the old bridge would be safe for ten years."
)
WELLS = "The ministry chose the sites and released the money. Four boards let the contracts and supervised the works."
FISH = "Herring landings fell in the northern bays, while cod landings on the western coast rose in 2014."


def stray(text: str, *quotes: str) -> str:
    """Return what a text has of its own in a near copy of quotes; empty where it has nothing."""
    change = stray_words(text, quotes)
    return change.told if change else ""


def test_a_word_in_the_place_of_another_one_is_found():
    lie = "An engineer hired by Tarn Works had reported in June that the old bridge would be safe for ten years."
    assert stray(lie, BRIDGE) == "Tarn"
    assert stray("Four boards chose the sites and released the money, and let the contracts.", WELLS) == "Four"  # fmt: skip


def test_a_word_that_the_quotes_have_not_is_found():
    assert stray("An engineer hired by the council had reported in June that the old harbour would be safe.", BRIDGE) == "harbour"  # fmt: skip
    assert stray("Herring landings fell in all the northern bays.", FISH) == "all"


def test_clauses_of_two_subjects_are_not_put_together():
    lie = "The ministry chose the sites and supervised the works."
    assert stray(lie, *(f"{one}." for one in WELLS.split(". "))) == "and supervised"
    assert stray("The ministry chose the sites and released the money.", WELLS) == ""


def test_the_quotes_own_words_in_their_order_are_no_words_of_ones_own():
    assert stray(BRIDGE, BRIDGE) == ""
    assert stray("An engineer had reported in June that the bridge would be safe for ten years.", BRIDGE) == ""  # fmt: skip


def test_what_tells_it_in_other_words_is_no_near_copy():
    assert (
        stray("Ten more years was what the council’s own engineer gave the bridge.", BRIDGE) == ""
    )
    assert stray("More cod but less herring came ashore in the year, on two different coasts.", FISH) == ""  # fmt: skip


def test_a_phrase_may_come_first_or_last_and_a_date_anywhere():
    source = (
        "The council closed the old bridge to lorries of more than ten tonnes for the whole winter."
    )
    assert stray("For the whole winter the council closed the old bridge to lorries of more than ten tonnes.", source) == ""  # fmt: skip
    assert stray("Herring landings fell in the northern bays, while in 2014 cod landings on the western coast rose.", FISH) == ""  # fmt: skip


def test_a_name_may_stand_for_a_pronoun_but_not_for_another_name():
    source = "The Lake Board met in Ulm. It chose the sites of the new wells and bought the pumps."
    assert (
        stray("The Lake Board chose the sites of the new wells and bought the pumps.", source) == ""
    )
    rival = "The Lake Board met in Ulm. The Hill Board chose the sites of the new wells and bought the pumps."
    assert stray("The Lake Board chose the sites of the new wells and bought the pumps.", rival) != ""  # fmt: skip


def test_a_reported_tense_may_change_and_a_plain_one_may_not():
    source = "The mayor said that the toll on the ring road would end in June."
    assert stray("The toll on the ring road will end in June, the mayor said.", source) == ""
    assert stray("The toll on the ring road will end in June this year.", source) == "will"


def test_figures_and_names_alone_make_no_near_copy():
    source = "On 14 May 1996 the Provinces of Upper Sarn opened an embassy in Port Lumen."
    assert stray("Upper Sarn has had its people in Port Lumen from 14 May 1996 on.", source) == ""


def test_it_is_a_warning_beside_no_other_of_the_same_words():
    lies = [
        "An engineer hired by Tarn Works had reported in June that the old bridge would be safe for ten years.",
        "An engineer hired by the council had reported in June that the new bridge would be safe for ten years.",
    ]
    told = [Told(f"t{n}", "t", [], claim_of(f"t{n}", {"text": text, "quotes": [BRIDGE], "kind": "reported"}, {}), turn=n)
            for n, text in enumerate(lies)]  # fmt: skip
    hold(BRIDGE, told, ("LY",))
    alarms = [{rule for rule in one.rules if rule in ("altered", "near-copy")} for one in told]
    assert alarms == [{"near-copy"}, {"altered"}]


def test_per_cent_in_two_words_is_no_other_word():
    told = held(
        [
            (
                "Rents took 31 per cent of wages in 2014.",
                ["Rents took 31 percent of wages in 2014."],
                [],
            )
        ]
    )
    assert not any(why.startswith("altered") for one in told for why in one.reasons)
