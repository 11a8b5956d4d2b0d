"""A number is read in whatever dress it comes, or refused as unreadable; it never passes unseen.

The evidence says “About 40 trains cross it daily.”
"""

import dataclasses

import pytest

from briefbook import check, read
from briefbook.errors import Severity
from tests.seeds import EXAMPLE

BRIEFING = read(EXAMPLE)
AT = [claim.id for claim in BRIEFING.claims].index("trains")
LIES = (
    "About 40½ trains", "About ⁹⁹ trains", "About ④⓪⓪ trains", "About ㊵ trains, or ㊿,", "About 40 ‰ of trains",
    "About 40 dozen trains", "40+ trains", "≥40 trains", "About fourscore trains", "About ５０ trains",
    "About ٥٠ trains", "About ५० trains", "About Ⅼ trains", "About ⅬⅩ trains", "About 𝟓𝟎 trains", "About ❺⓿ trains",
    "About ⑸⓪ trains", "About 五十 trains", "About 5×10¹ trains", "About 40k trains", "About 40 lakh trains",
    "About 40-fold trains", "About ⅖ of trains", "About 1⁄40 of trains", "About 4 0 0 trains", "About 40'000 trains",
    "About −40 trains", "About threescore trains", "Scores of trains", "About 0x28 trains",
)  # fmt: skip
PERIODS = ("every hour", "hourly", "nightly", "every minute", "every other day", "every second day", "fortnightly", "weekly")  # fmt: skip
TRUTHS = (
    "About ４０ trains use it every day.", "About ٤٠ trains use it every day.", "About forty trains use it daily.",
    "About two score trains use it each day.", "About 40 trains a day use it.",
)  # fmt: skip


def errors(text: str) -> list[str]:
    """Return what is told of a statement in other words."""
    claim = dataclasses.replace(BRIEFING.claims[AT], text=text)
    claims = (*BRIEFING.claims[:AT], claim, *BRIEFING.claims[AT + 1 :])
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
