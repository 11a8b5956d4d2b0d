"""A date makes an event only where it tells when the sentence's main verb happened."""

import pytest

from briefbook.draft.dating import happenings_in
from briefbook.draft.trim import shorten, without_date


def events(text: str) -> list[tuple[str, str]]:
    return [
        (dated.found.date.edtf, shorten(without_date(dated.words), 130))
        for dated in happenings_in(text)
    ]


@pytest.mark.parametrize(
    "text",
    [
        "The government imposed tariffs under Section 232 of the Trade Expansion Act of 1962.",
        "The programme teaches 21st-century skills.",
        "In the 21st century the country became richer.",
        "It sent Emergency AD 2018–23–51 to all owners.",
        "The manual, dated April 10, 2020, was issued again.",
        "The 2019 budget was adopted late.",
        "By 2030 the fund gave $5 million.",
        "The road was built for $4 million in 2019 dollars.",
        "In FY2024 the agency received $3 million.",
    ],
)
def test_statutes_programmes_centuries_numbers_and_plans_are_no_events(text):
    assert events(text) == []


@pytest.mark.parametrize(
    "text",
    [
        "Following the accident on October 29, 2018, the recorder was opened.",
        "The treaty signed in 1994 covers trade.",
        "Announced on 15 September 2021, the partnership built two ships.",
        "He was elected after the war ended in 1991.",
    ],
)
def test_a_date_of_another_clause_is_not_the_main_verbs(text):
    assert events(text) == []


@pytest.mark.parametrize(
    ("text", "told"),
    [
        ("The minister, who visited in 2019, opened a school.", [("2019", "The minister visited")]),
        (
            "The project, which began in October 2002, helps towns.",
            [("2002-10", "The project began")],
        ),
    ],
)
def test_a_clause_with_which_dates_its_own_verb(text, told):
    assert events(text) == told


def test_a_statutes_year_beside_a_real_date_leaves_one_event():
    text = "On 5 May 2019 the court lifted the tariffs of the Trade Expansion Act of 1962."
    assert [when for when, _ in events(text)] == ["2019-05-05"]


@pytest.mark.parametrize(
    ("text", "told"),
    [
        (
            "The post was closed on 4 April 2021 and opened again on 20 May 2021.",
            [("2021-04-04", "The post was closed"), ("2021-05-20", "The post was opened again")],
        ),
        (
            "The work began on 3 March 2021 and ended on 14 October 2021.",
            [("2021-03-03", "The work began"), ("2021-10-14", "The work ended")],
        ),
        (
            "In June 1996 they signed a treaty and in 2001 the bridge was opened.",
            [("1996-06", "They signed a treaty"), ("2001", "The bridge was opened")],
        ),
        ("The authority received 412 ships in 2022, against 365 in 2020.", []),
        ("The first treaty, signed on 3 May 2001, entered into force on 1 June 2002.", []),
    ],
)
def test_a_sentence_of_two_dates_is_two_events_or_none(text, told):
    assert events(text) == told
