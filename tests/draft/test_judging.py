"""A sentence judges by its main clause; a judging word that only tells things apart makes no view of a report."""

import pytest

from briefbook.draft.judging import judging_word
from briefbook.draft.stance import Sort, judge
from tests.draft.drafts import material

_REPORTED = (
    "Poor households received 40 goats each.",
    "The office gave improved seeds and better tools to 900 farmers.",
    "The share of families in inadequate housing fell from 9 to 6 percent.",
    "Hospitals recorded 312 patient transfers and 44 chronic cases in June.",
    "The Better Harvest Programme opened four stores in Aston.",
    "Key Valley Council members met in Norr on 3 May.",
    "The council read a paper called “An important step for the wells”.",
    "Accounts of the registrar have strong passwords.",
    "The pass was effective as of 1 October 2019.",
    "The tax became effective July 1 in both valleys.",
    "The survey found that the wells of the dale were poor.",
    "It lists the bridges that are in poor repair.",
    "Prices of salt declined considerably in May.",
    "The two values were close to the mean of the decade.",
    "There was a statistically significant difference between the two valleys.",
    "The test asks whether the seals are effective.",
    "Men were 1.3 times more likely to leave the valley than women.",
    "The pumps could not lift the water above the dam.",
    "The prize went to firms that want to build in the dale.",
    "The sail appears to float in the air.",
    "Sales more than doubled, by 112 percent, in a year.",
    "The envoy quickly found the key of the chest.",
    "The council lists three outstanding bills of 2014.",
    "The review asks whether the findings of the court are clearly wrong.",
    "A thief needs the key of the harbour to be successful.",
    "The guild lists the harbour’s ineffective lamps.",
    "An outstanding debt of 40 million was paid.",
    "Loans outstanding at the end of May came to 40 million.",
    "An outstanding foreign debt was paid in 1994.",
    "The court has two outstanding requests of the guild.",
)
_JUDGED = (
    "The record of the council was poor.",
    "The seeds of the office are better than those of the market.",
    "Housing in the valley remains inadequate.",
    "The programme is not very effective.",
    "This is a good thing for the valley.",
    "The council did an excellent job.",
    "Unfortunately, the dam holds no water.",
    "The plan raises serious questions about the wells.",
    "The council has failed to keep the wells clean.",
    "The two valleys' relations have developed considerably since the war.",
    "The new road poses an unacceptable risk to the herds.",
    "It seems that nobody counted the goats.",
    "Clearly, the guild needs more water.",
    "The best way is to close the dam.",
    "That the dam held is remarkable.",
    "More reforms are needed in the dale.",
    "The order creates serious problems for the guild.",
    "The harbour should have been closed in May.",
    "It’s good for the valley that the dam held.",
    "The bridge of the dale isn’t bad for carts.",
    "The fact that the wells are deep doesn’t seem to matter.",
)


@pytest.mark.parametrize("said", _REPORTED)
def test_what_only_tells_things_apart_is_reported(said):
    assert judging_word(said) == ("", False)
    assert not judge(material(f"{said}\n").sentences[-1]).is_view


@pytest.mark.parametrize("said", _JUDGED)
def test_what_says_how_good_its_subject_is_is_a_view(said):
    assert judging_word(said)[0]
    assert judge(material(f"{said}\n").sentences[-1]).is_view


@pytest.mark.parametrize(
    ("said", "word", "is_sure"),
    [
        ("The masters did outstanding work on the northern line.", "outstanding", True),
        ("Our outstanding ferries carry goats and salt.", "outstanding", True),
        ("The lamps of the line are truly outstanding.", "outstanding", True),
        ("More reforms are badly needed in the dale.", "reforms are badly needed", True),
        ("The lamps of the northern line are poor.", "poor", False),
        ("The guild deserves a better harbour.", "deserves", False),
    ],
)
def test_a_word_that_judges_wherever_it_stands_is_sure_whatever_stands_before_it(
    said, word, is_sure
):
    assert judging_word(said) == (word, is_sure)
    assert judge(material(f"{said}\n").sentences[-1]).is_sure is is_sure


def test_what_is_owed_to_us_is_outstanding_and_not_good():
    assert judging_word("The guild paid our outstanding loans in May.") == ("", False)
    assert judging_word("The guild praised our outstanding ferries.") == ("outstanding", True)


def test_what_must_be_done_is_no_look_ahead():
    (told,) = material(
        "Boats must carry two lamps after dark on the whole of the lake.\n"
    ).sentences
    assert judge(told).sort is Sort.NORM
    assert "should be done" in judge(told).voice
    (ahead,) = material(
        "Boats will carry two lamps after dark on the whole of the lake.\n"
    ).sentences
    assert judge(ahead).sort is Sort.FORECAST


@pytest.mark.parametrize(
    ("said", "voice"),
    [
        ("Harbour Watch, a research group of the coast, calls the settlement a cut.", "Harbour Watch"),
        ("The Foreign Office rejects this and says that grants serve the same ends.", "Foreign Office"),
        ("The Guild has determined that the wells of the dale pose a risk to herds.", "Guild"),
        ("The Guild of the dale has not said whether it will seek another well there.", ""),
    ],
)  # fmt: skip
def test_whoever_calls_rejects_and_determines_speaks_and_whoever_has_not_said_does_not(said, voice):
    found = judge(material(f"{said}\n").sentences[-1])
    assert found.voice.removeprefix("the ") == voice or (not voice and found.sort is not Sort.SAID)
