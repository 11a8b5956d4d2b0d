"""Hints point at what deserves a look: they are silent where the words keep what the source says."""

import hashlib

import pytest

from briefbook.checks import findings
from briefbook.draft.cues import AMOUNT_KINDS, LABELS
from briefbook.draft.lexicon import OTHER, TOPICS, OwnTitle
from briefbook.evidence.resolve import resolve
from briefbook.language.en.common_words import is_common
from briefbook.language.en.names import find_names
from briefbook.model.reader import read_briefing
from tests.seeds import edit, problems_of

RELATIONS = "  - id: relations\n    kind: reported\n"
GLANCE = "glance:\n"


@pytest.fixture
def seed(fresh_example):
    return fresh_example


def add_to_source(seed, sentence: str) -> None:
    """Append a sentence to the source and record its hash again."""
    path = seed / "source.txt"
    old = hashlib.sha256(path.read_bytes()).hexdigest()
    path.write_text(f"{path.read_text(encoding='utf-8')}\n{sentence}\n", encoding="utf-8")
    edit(seed, old, hashlib.sha256(path.read_bytes()).hexdigest())


def add_claim(seed, text: str, quote: str) -> None:
    claim = f'  - {{id: added, kind: reported, text: "{text}", evidence: [{{quote: "{quote}"}}]}}\n'
    edit(seed, RELATIONS, claim + RELATIONS)


def rules(seed) -> list[str]:
    return [problem.rule for problem in problems_of(seed)]


def reasons(seed) -> list[str]:
    """Return the rules of everything that was found, reasons for a look included."""
    return [problem.rule for problem in findings(resolve(read_briefing(seed)))]


# ── Reservations ─────────────────────────────────────────────────────────────────────────────────

LOAN = "Ostmark will provide $7 million for a tunnel under the Tarn."


def glance_of_the_loan(seed, note: str) -> None:
    add_claim(seed, "A tunnel under the Tarn will get $7 million.", LOAN)
    item = f'  g-loan: {{label: Tunnel, values: [$7 million], note: "{note}", supported_by: [added]}}\n'
    edit(seed, GLANCE, GLANCE + item)


def test_a_sum_whose_note_keeps_the_plan_drops_no_reservation(seed):
    add_to_source(seed, LOAN)
    glance_of_the_loan(seed, "Planned for a tunnel under the Tarn")
    assert rules(seed) == []


def test_a_sum_whose_note_drops_the_plan_is_flagged(seed):
    add_to_source(seed, LOAN)
    glance_of_the_loan(seed, "For a tunnel under the Tarn")
    assert "hedge-dropped" in reasons(seed)


def test_a_proposal_that_was_carried_out_is_no_plan(seed):
    quote = "The envoy proposed the railway that was opened in 1934 in Lissa."
    add_to_source(seed, quote)
    add_claim(seed, "The Lissa railway opened in 1934.", quote)
    assert rules(seed) == []


@pytest.mark.parametrize(
    "rest", ["is to be opened in 1934", "was to be opened in 1934", "would be opened in 1934"]
)
def test_a_proposal_that_may_have_come_to_nothing_stays_one(seed, rest):
    quote = f"The envoy proposed the railway that {rest} in Lissa."
    add_to_source(seed, quote)
    add_claim(seed, "The railway in Lissa opened in 1934.", quote)
    assert "hedge-dropped" in reasons(seed)


# ── Negations ────────────────────────────────────────────────────────────────────────────────────


def test_the_number_sign_no_with_a_point_denies_nothing(seed):
    quote = "The treaty was printed as Paper No. 114."
    add_to_source(seed, quote)
    add_claim(seed, "The treaty is Paper No. 114.", quote)
    assert rules(seed) == []


def test_no_before_words_still_denies(seed):
    quote = "The treaty was printed in Lissa as a paper."
    add_to_source(seed, quote)
    add_claim(seed, "No treaty was printed in Lissa.", quote)
    assert "negation-added" in rules(seed)


# ── Names ────────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("word", ["Largest", "Heaviest", "Biggest", "Latest"])
def test_a_superlative_of_a_common_word_is_no_name(word):
    assert is_common(word)


@pytest.mark.parametrize("word", ["Bucharest", "Everest", "Ernest", "Brest", "Triest"])
def test_a_name_that_ends_like_a_superlative_stays_one(word):
    assert not is_common(word)


def test_no_title_or_label_that_a_draft_sets_by_itself_is_taken_for_a_name():
    own = [text for topic in (*TOPICS, OTHER) for text in (topic.title, topic.lane)]
    own += [*OwnTitle]
    own += [f"Views on {topic.title.lower()}" for topic in TOPICS]
    own += [name for name, _, _ in AMOUNT_KINDS] + [label for _, label in LABELS]
    own += [
        "Largest sum stated", "Sum stated", "First dated event", "Latest dated event", "Dated events",
        "What the source leaves out",
        "Stated sums", "Loans, trade, purchases", "Agreement or program", "Office as stated",
    ]  # fmt: skip
    assert {text: found for text in own if (found := [n.text for n in find_names(text)])} == {}
