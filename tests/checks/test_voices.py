"""Who says it in a statement says it in its quotes."""

import pytest

from benchmarks.truth import Told, claim_of, hold

UNION = "The union alleges that the operator hid two accidents."
DIRECTOR = "The director, Anna Lind, told the mayors that the pump had failed."
BOARD = "According to the harbour board, dockers stole 40 crates."
CRITICS = "Critics warn that the Treasury underestimates the costs."
OPPONENTS = "Opponents argue that the quarry poisons the lake, but the state geologist sampled 12 wells in May."
SOURCE = (
    f"{OPPONENTS}\n\n{UNION}\n\n{DIRECTOR}\n\n{BOARD}\n\n{CRITICS}\n\nThe anglers wait at the quay."
)


def rules_of(text: str, voice: str, quote: str) -> set[str]:
    kind = "attributed" if voice else "reported"
    entry = {"text": text, "quotes": [quote], "kind": kind, "voice": voice}
    told = Told("v", "v", [], claim_of("v", entry, {}), is_honest=True)
    hold(SOURCE, [told], ("LY",))
    return {"voice-not-quoted", "other-speaker", "view-as-fact"} & set(told.rules)


@pytest.mark.parametrize(
    ("text", "voice", "quote"),
    [
        ("Two accidents were hidden.", "the operator", UNION),
        ("Two accidents were hidden.", "the anglers", UNION),
        ("Two accidents were hidden.", "astrologers", UNION),
        ("The pump failed.", "the mayors", DIRECTOR),
        ("Forty crates were stolen.", "dockers", BOARD),
        ("The costs are higher.", "the Treasury", CRITICS),
    ],
)
def test_a_voice_that_does_not_speak_in_the_quote_is_told(text, voice, quote):
    assert rules_of(text, voice, quote) == {"voice-not-quoted"}


@pytest.mark.parametrize(
    ("text", "voice", "quote"),
    [
        ("The operator admits that it hid two accidents.", "the union", UNION),
        ("The union proved that the operator hid two accidents.", "the union", UNION),
        ("Dockers admit that they stole 40 crates.", "the harbour board", BOARD),
        ("The Treasury concedes that it underestimates the costs.", "critics", CRITICS),
    ],
)
def test_somebody_of_whom_another_one_speaks_does_not_say_it(text, voice, quote):
    assert rules_of(text, voice, quote) == {"other-speaker"}


def test_a_report_that_has_somebody_admit_what_another_alleges_is_told():
    assert "other-speaker" in rules_of(
        "The operator has admitted that it hid two accidents.", "", UNION
    )


@pytest.mark.parametrize(
    ("text", "voice", "quote"),
    [
        ("Two accidents were hidden, the union alleges.", "the union", UNION),
        ("By the union’s account two accidents were hidden.", "the union", UNION),
        ("The pump had failed, said Lind.", "Anna Lind", DIRECTOR),
        ("The director told the mayors of the pump’s failure.", "the director", DIRECTOR),
        ("Dockers stole 40 crates, the board claims.", "the harbour board", BOARD),
        ("The Treasury thinks the costs too low, critics warn.", "critics", CRITICS),
        ("Someone alleges that two accidents were hidden.", "unnamed", UNION),
    ],
)
def test_a_voice_of_the_quote_passes(text, voice, quote):
    assert not rules_of(text, voice, quote)


def test_what_somebody_only_argues_is_not_told_as_so():
    assert rules_of("A quarry is poisoning the lake.", "", OPPONENTS) == {"view-as-fact"}


@pytest.mark.parametrize(
    ("text", "voice"),
    [
        ("A quarry is poisoning the lake.", "opponents"),
        ("Opponents hold that the quarry poisons the lake.", ""),
        ("The quarry may poison the lake.", ""),
        ("In May the geologist of the state took samples of 12 wells.", ""),
    ],
)
def test_a_view_told_as_one_and_a_fact_beside_it_pass(text, voice):
    assert "view-as-fact" not in rules_of(text, voice, OPPONENTS)
