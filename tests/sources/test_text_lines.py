"""Plain text whose lines are paragraphs, with a heading right above one, or with a masthead."""

import pytest

from briefbook.draft.corpus import Text, gather
from briefbook.sources.readers.text import read_text
from briefbook.sources.reading import one_line

LONG = "The office counted the ferries of the lake and the people whom they carried over the year, and found more of both than in any year before it, on every line and in every month but one, as it said."
BODY = "The guild was founded in 1990 by the owners of the ferries of the\nnorthern shore, and has kept the lights of the harbour since then."


def _sentences(text: str) -> list[str]:
    read = read_text(text, "a.txt")
    return [s.text for s in gather((Text("source", "source.txt", "a.txt", read),)).sentences]


@pytest.mark.parametrize("head", ["Background of the guild", "1. How the guild began", "THE GUILD"])
def test_a_heading_right_above_its_paragraph_is_no_word_of_its_sentence(head):
    text = f"{LONG}\n\n{head}\n{BODY}\n\n{LONG[:-1]} too.\n"
    read = read_text(text, "a.txt")
    heads = [read.document.text[h.start : h.end] for h in read.headings]
    assert head in heads
    assert not any(head in said for said in _sentences(text))
    assert any("parted" in note for note in read.notes)


@pytest.mark.parametrize(
    "first",
    ["The guild was founded in 1990 by the owners of all the ferries", "Founded by the", "Date: 3 May", "the guild"],
)  # fmt: skip
def test_a_first_line_that_is_full_or_goes_on_is_no_heading(first):
    text = f"{LONG}\n\n{first}\n{BODY}\n"
    assert read_text(text, "a.txt").document.text == text


def test_lines_that_nobody_broke_are_paragraphs():
    lines = ["Ferries Carry More People", *(f"{LONG[:-1]} of port {n}." for n in range(6))]
    read = read_text("\n".join(lines) + "\n", "a.txt")
    assert len(read.document.paragraphs) == 7
    assert read.about.title == "Ferries Carry More People"
    wrapped = "\n".join([BODY] * 6) + "\n"
    assert len(read_text(wrapped, "a.txt").document.paragraphs) == 1


MASTHEAD = "FOR IMMEDIATE RELEASE\nReference: LO/12/3\nMarch 3, 2022\n\nPRESS RELEASE\n\nTo: All owners of ferries on the lake\n\nFerries Carry More People\n"


def test_a_masthead_and_its_fields_are_no_statements():
    said = _sentences(f"{MASTHEAD}\n{LONG}\n\n{LONG[:-1]} too.\n")
    assert said == [LONG, f"{LONG[:-1]} too."]
    read = read_text(f"{MASTHEAD}\n{LONG}\n\n{LONG[:-1]} too.\n", "a.txt")
    assert read.about.title == "Ferries Carry More People"


def test_a_field_within_the_text_is_kept():
    said = "To: the owners of the ferries the guild gave 12 new boats in spring."
    assert any("12 new boats" in s for s in _sentences(f"{LONG}\n\n{said}\n\n{LONG[:-1]} too.\n"))


@pytest.mark.parametrize(
    "idle",
    [
        "Participants: the guild, the owners of the ferries and the mayors of the lake.",
        "The talks were led by Mr. Ana Hill, Minister of Ports, Ms. Bea Scott, Clerk of the Lake, Dr. Cid Marsh, Head of Lights, and others.",
    ],
)
def test_who_was_there_is_no_statement(idle):
    assert _sentences(f"{LONG}\n\n{idle}\n\n{LONG[:-1]} too.\n") == [LONG, f"{LONG[:-1]} too."]


def test_signs_of_a_word_processor_are_bullets_or_nothing():
    assert one_line("\uf0b7 Twelve boats") == "• Twelve boats"
    assert one_line("Twelve\uf020 boats") == "Twelve boats"
