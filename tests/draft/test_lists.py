"""A list whose items say nothing without their head is told with it, in the source's own words."""

from dataclasses import replace
from pathlib import Path

import pytest

from briefbook.draft import read_texts
from briefbook.draft.corpus import gather
from briefbook.draft.lists import lists_in, told
from briefbook.draft.stance import Sort, Stance, signed
from briefbook.draft.validate import try_draft
from briefbook.language.document import Document
from briefbook.text import StatementType

BEFORE = "Heavy rain flooded four districts of Norland on 3 May 2025.\n\n"
AFTER = "\n\nThe money comes from three donors, and Japan gives most of it.\n"


def kept(tmp_path: Path, text: str) -> list[str]:
    file = tmp_path / "page.md"
    file.write_text(f"# Floods in Norland\n\n{BEFORE}{text}{AFTER}", encoding="utf-8")
    sentences = gather(read_texts([file])).sentences
    return [s.text for s in sentences if s.text not in (BEFORE.strip(), AFTER.strip())]


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (
            "The office will provide:\n\n- 12,000 tents for families in Aston;\n- clean water, and\n- $3.5 million in cash.",
            ["The office will provide: 12,000 tents for families in Aston; clean water; $3.5 million in cash."],
        ),
        (
            "Priorities until June are:\n\n1. Reopen the road to Carrow by 30 June.\n2. Vaccinate 25,000 children.",
            ["Priorities until June are: Reopen the road to Carrow by 30 June; Vaccinate 25,000 children."],
        ),
        (
            f"The districts agreed to:\n\n- {'repair the bridges of the valley and ' * 5}rest\n- {'build the schools of the town and ' * 5}rest",
            [
                f"The districts agreed to: {'repair the bridges of the valley and ' * 5}rest.",
                f"The districts agreed to: {'build the schools of the town and ' * 5}rest.",
            ],
        ),
    ],
)  # fmt: skip
def test_head_and_items_are_one_statement_or_one_for_each_where_that_is_long(tmp_path, text, said):
    assert kept(tmp_path, text) == said


@pytest.mark.parametrize(
    ("text", "said"),
    [
        (  # the items are sentences by themselves
            "The report makes two points:\n\n- The river rose by two metres in a day.\n- The dam was closed in 2019.",
            ["The river rose by two metres in a day.", "The dam was closed in 2019."],
        ),
        ("Priorities:\n\n- 12,000 tents\n- clean water", []),  # says nothing of them
        ("The office will provide:\n\nThe minister left Aston in May 2025.", ["The minister left Aston in May 2025."]),
    ],
)  # fmt: skip
def test_what_stands_alone_is_left_alone(tmp_path, text, said):
    assert kept(tmp_path, text) == said


def test_each_piece_is_a_quote_of_its_own_and_a_promise_has_a_voice(tmp_path):
    file = tmp_path / "page.md"
    items = "- 12,000 tents for families in Aston\n- clean water until September 2025"
    file.write_text(f"{BEFORE}The office will provide:\n\n{items}{AFTER}", encoding="utf-8")
    draft = try_draft(gather(read_texts([file])), None, "seeds/page").draft
    [claim] = [c for c in draft.briefing.claims if "tents" in str(c.text)]
    assert [str(quote.quote) for quote in claim.evidence] == [
        "The office will provide",
        "12,000 tents for families in Aston",
        "clean water until September 2025",
    ]
    assert claim.voice == "the source, looking ahead"
    assert "“" not in str(claim.text)


def test_whoever_publishes_a_promise_is_named_as_its_voice():
    promise = Stance(
        StatementType.ATTRIBUTED, Sort.FORECAST, "the source, looking ahead", "will", is_sure=True
    )
    assert signed(promise, "Relief Office").voice == "Relief Office, looking ahead"
    assert signed(promise, "").voice == "the source, looking ahead"
    assert signed(replace(promise, voice="Anna Holm"), "Relief Office").voice == "Anna Holm"


def test_items_have_one_kind_of_mark_and_a_letter_before_them_ends_no_sentence():
    text = "Plans must name:\n\n• a. The agency.\n\n• b. The products.\n\n1. Another list.\n"
    [found] = lists_in(Document("page.txt", text, "0" * 64)).values()
    assert [text[item.start : item.end].strip() for item in found.items] == [
        "The agency.",
        "The products.",
    ]


def test_an_item_too_long_for_its_head_is_not_told():
    assert told("It asks to:", ["stay " * 80, "go"]) == ()
