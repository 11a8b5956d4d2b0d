"""A number is read in whatever dress it comes, or refused as unreadable; it never passes unseen.

The evidence says “About 40 trains cross it daily.”
"""

import dataclasses

import pytest

from benchmarks.truth import bare
from briefbook import check, read
from briefbook.errors import Severity
from briefbook.model import Claim, Quote
from briefbook.text import StatementType
from tests.seeds import EXAMPLE

WHOLE = read(EXAMPLE)
BRIEFING = bare(WHOLE)
[TRAINS] = [claim for claim in WHOLE.claims if claim.id == "trains"]
LIES = (
    "About 40½ trains", "About ⁹⁹ trains", "About ④⓪⓪ trains", "About ㊵ trains, or ㊿,", "About 40 ‰ of trains",
    "About 40 dozen trains", "40+ trains", "≥40 trains", "About fourscore trains", "About ５０ trains",
    "About ٥٠ trains", "About ५० trains", "About Ⅼ trains", "About ⅬⅩ trains", "About 𝟓𝟎 trains", "About ❺⓿ trains",
    "About ⑸⓪ trains", "About 五十 trains", "About 5×10¹ trains", "About 40k trains", "About 40 lakh trains",
    "About 40-fold trains", "About ⅖ of trains", "About 1⁄40 of trains", "About 4 0 0 trains", "About 40'000 trains",
    "About −40 trains", "About threescore trains", "Scores of trains", "About 0x28 trains",
    "About a gross of trains", "A gross of trains", "About a baker’s dozen of trains", "Two baker's dozens of trains",
    "A myriad of trains", "Myriads of trains", "40-odd dozen trains", "Forty-odd dozen trains", "40-something trains",
    "About 50ish trains", "About 40°", "About 40 trains/h", "About 40 trains/min", "About 40 t/ha", "About 40 squared trains",
    "About 40 cubed trains", "About 40.000 trains", "About 1.040.000 trains", "About 40.000,50 trains",
)  # fmt: skip
PERIODS = ("every hour", "hourly", "nightly", "every minute", "every other day", "every second day", "fortnightly", "weekly")  # fmt: skip
TRUTHS = (
    "About ４０ trains use it every day.", "About ٤٠ trains use it every day.", "About forty trains use it daily.",
    "About two score trains use it each day.", "About 40 trains a day use it.",
    "40-odd trains use it every day.", "Forty-odd trains use it daily.", "40ish trains use it every day.",
    "About 40 trains/day use it.",
)  # fmt: skip


def errors(text: str) -> list[str]:
    """Return what is told of a statement in other words."""
    claims = (*BRIEFING.claims, dataclasses.replace(TRAINS, text=text))
    told = check(dataclasses.replace(BRIEFING, claims=claims, sha256=text))
    return [p.message for p in told if p.severity is Severity.ERROR]


@pytest.mark.parametrize("words", LIES)
def test_another_number_is_told(words):
    assert errors(f"{words} use it every day.")


@pytest.mark.parametrize("words", PERIODS)
def test_another_period_is_told(words):
    assert errors(f"About 40 trains use it {words}.")


@pytest.mark.parametrize("text", TRUTHS)
def test_the_same_number_in_another_dress_holds(text):
    assert errors(text) == []


@pytest.mark.parametrize(
    ("quote", "text"),
    [
        ("A gross of pencils went to the school.", "The school got 144 pencils."),
        ("A baker’s dozen of trucks came.", "Thirteen trucks came."),
        ("Myriads of trains crossed.", "Myriads of trains crossed."),
        ("40-odd dozen trucks came.", "About 480 trucks came."),
        ("40-something trucks came.", "40-something trucks came."),
        ("The slope has 40°.", "The slope has 40 degrees."),
        ("The field yields 5 t/ha.", "The field yields 5 t/ha."),
        ("The park covers 40 km squared.", "The park covers 40 square kilometres."),
        ("The town has 1.357.000 people.", "The town has 1,357,000 people."),
        ("The gross income rose; 12 gross tons were lost.", "12 gross tons were lost."),
        ("It took a gross violation of rights.", "It took a gross violation of rights."),
        ("The line is 3.141 km long.", "The line is 3.141 km long."),
        ("Fuel cost €1.459 per litre.", "Fuel cost €1.459 per litre."),
    ],
)
def test_a_dress_means_what_it_says(quote, text):
    assert told_of(quote, text) == set()


@pytest.mark.parametrize(
    ("quote", "text", "rule"),
    [
        (
            "A gross of pencils went to the school.",
            "The school got 12 pencils.",
            "unsupported-value",
        ),
        ("Myriads of trains crossed.", "10,000 trains crossed.", "bound-dropped"),
        ("The field yields 5 t/ha.", "The field yields 5 t/h.", "unsupported-value"),
        ("40.000 trucks came.", "40 trucks came.", "ambiguous-figure"),
        ("40.000 trucks came.", "40,000 trucks came.", "ambiguous-figure"),
        ("It cost €40.500.", "It cost €40,500.", "ambiguous-figure"),
        ("40 trucks came.", "40.000 trucks came.", "ambiguous-figure"),
    ],
)
def test_a_dress_that_means_another_number_is_told(quote, text, rule):
    assert rule in told_of(quote, text)


def told_of(quote: str, text: str) -> set[str]:
    """Return the rules that fire on a statement with one quote."""
    claim = Claim("dressed", StatementType.REPORTED, text, evidence=(Quote(quote),))
    (id_, source), *others = BRIEFING.documents
    longer = dataclasses.replace(source, text=f"{source.text}\n\n{quote}\n")
    briefing = dataclasses.replace(
        BRIEFING, claims=(*BRIEFING.claims, claim), documents=((id_, longer), *others),
        sha256=quote + text,
    )  # fmt: skip
    return {p.rule for p in check(briefing) if p.severity is Severity.ERROR}
