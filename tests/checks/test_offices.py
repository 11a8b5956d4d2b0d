"""What stands before a surname: courtesies need no evidence, an office is a fact, and two words may name one."""

import pytest

from briefbook.language.en.offices import are_one_office, offices_in, sexes_in
from tests.checks.cases import Case, alarmed_at, for_a_look, held, missed

CASES: list[Case] = [
    ("The Norland opposition leader Ruben Aske met the Sudland president in Lissa.",
     ["Mr Aske and the president of Sudland met.", "In Lissa Mr. Aske met Sudland’s president.", "Dr Aske and Sudland’s president talked.",
      "Sir Ruben Aske and the president of Sudland met."],
     ["Mrs Aske and the president of Norland met in Vask."]),
    ("Prime Minister Elsa Morvik opened the dam at Vask on 4 May 2011, and her deputy spoke.",
     ["Mrs Morvik opened the Vask dam.", "The dam was opened by Premier Morvik.", "PM Morvik inaugurated the dam on 4 May 2011.",
      "Elsa Morvik, the prime minister, inaugurated it.", "Ms. Morvik’s deputy spoke at Vask."],
     ["President Morvik inaugurated the dam.", "The dam was opened by President Morvik.", "Elsa Morvik, the president, inaugurated it.",
      "Elsa Morvik, the foreign minister, inaugurated it.", "King Morvik inaugurated it.", "Mr Morvik inaugurated it."]),
    ("Vladimir Holub spoke in Tarn on 3 May 2011.",
     ["Mr Holub spoke in Tarn.", "In Tarn there was a speech by Mr Holub.", "A speech was given by Professor Holub."],
     ["Mrs Holub spoke in Tarn.", "A speech was given by Senator Holub."]),
    ("Foreign Secretary Anna Lind and Gen. Peter Holm signed for Norland, and Vice President Maria Ruiz watched.",
     ["Foreign minister Lind signed it.", "Mrs Lind signed it with General Holm.", "Secretary Lind put her name to it."],
     ["Senator Lind signed it.", "Admiral Holm signed it.", "President Ruiz looked on.", "Mr Ruiz looked on."]),
    ("King Sverre received the ambassador, Jan Novak, on Friday; President Havel was absent.",
     ["The monarch, King Sverre, received Ambassador Novak.", "Mr Novak was received by the king.", "Mr Havel was away."],
     ["President Novak was received by King Sverre.", "King Havel was away.", "Queen Sverre received the ambassador."]),
    ("Elena Petrova, who had been mayor of Vask, became governor in 2003, the report says.",
     ["In 2003 Mayor Petrova became governor.", "Governor Petrova began in 2003."],
     ["Senator Petrova began in 2003.", "Mr Petrova became governor in 2003."]),
    ("The legation opened in May with Stojan Atanas as its head; Minister Nissim Mevor came in June.",
     ["Mr Atanas headed the legation in May, before Minister Mevor came."],
     ["With Mevor the legation opened in May; Minister Atanas came in June."]),
    ("President Yeltsin spoke with Bush about the treaty on Tuesday.",
     ["President Bush had a talk about the treaty on Tuesday."], []),
    ("Livia Okoro followed General Sefton Okoro in 2014, and was sworn in by the judge.",
     ["Judge for yourself: Livia Okoro followed the general."], []),
]  # fmt: skip


def test_an_office_is_held_and_a_courtesy_is_not():
    told = held(CASES)
    assert alarmed_at(told) == []
    assert missed(told) == []


def test_an_office_that_the_quotes_give_nobody_is_a_reason_for_a_look():
    lie = "President Holub gave a speech in Tarn."
    told = held([("Vladimir Holub spoke in Tarn on 3 May 2011.", [], [lie])])
    assert for_a_look(told) == [lie]


@pytest.mark.parametrize(
    ("text", "offices"),
    [
        ("President Carter’s Reorganization Plan moved it.", [("carter", "president")]),
        ("Secretary-General Annan and Consul General Ost met.", [("annan", "secretary-general"), ("ost", "consul")]),
        ("She succeeded Poul Terkel as director general.", []),
        ("In general Norland agreed, and at 5 pm Sudland did.", []),
        ("Vice President Ruiz met the Norland premier, Jan Holm.", [("ruiz", "deputy president"), ("holm", "prime minister")]),
        ("Holm, then the minister of finance, agreed.", [("holm", "finance minister")]),
    ],
)  # fmt: skip
def test_offices_are_told_of_surnames(text, offices):
    assert [(one.surname, one.what) for one in offices_in(text)] == offices


def test_offices_that_may_be_one():
    assert are_one_office("minister", "foreign minister")
    assert are_one_office("monarch", "head of state")
    assert not are_one_office("president", "prime minister")
    assert not are_one_office("minister", "prime minister")


def test_courtesies_tell_of_which_sex_somebody_is():
    told = sexes_in("Mrs Elsa Morvik met Mr. Holm and Dr Lind; “Mr and Mrs Ost” came, too.")
    assert [(one.surname, one.what) for one in told] == [("morvik", "female"), ("holm", "male")]
