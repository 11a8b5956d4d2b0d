"""A document's own title: what tells its subject, before a letterhead, a file's name or a section's label."""

from dataclasses import replace

import pytest

from briefbook.draft.corpus import Text
from briefbook.draft.front import title_of_file
from briefbook.draft.own_titles import own_title
from briefbook.sources.readers.text import read_text
from briefbook.sources.reading import Block, BlockKind, Reading
from briefbook.sources.snapshot import make_snapshot
from briefbook.sources.source_text import About

BODY = "The office counted the ferries of the lake and the people whom they carried over the year, and found more of both than in any year before it."


def _made(*blocks: Block, title: str = "") -> Text:
    """Return a source of some blocks, as a reader of PDF gives them."""
    reading = Reading((*blocks, Block(BlockKind.PARAGRAPH, BODY)), about=About(title))
    return Text("source", "source.txt", "note.pdf", make_snapshot(reading, "note.txt", "pdf"))


def _head(words: str, level: int = 1) -> Block:
    return Block(BlockKind.HEADING, words, level)


def _line(words: str) -> Block:
    return Block(BlockKind.PARAGRAPH, words)


@pytest.mark.parametrize(
    "name", ["905_Lake_Ferries", "10811.exe", "Ferries.xlsx", "A-3", "88300 162..177", "h11a..---••", "12-P-0154"]
)  # fmt: skip
def test_the_name_of_a_file_is_no_title_where_a_heading_tells_more(name):
    assert own_title(_made(_head("Ferries of the lake"), title=name)) == "Ferries of the lake"


@pytest.mark.parametrize(
    "name", ["Data.gov", "Ferries of 2010", "18F Partnership Principles", "Why ferries?"]
)
def test_a_name_with_a_point_or_a_number_in_it_is_a_title(name):
    assert own_title(_made(_head("Lines of the north"), title=name)).rstrip("?") == name.rstrip("?")


_TITLES = (
    "COVID-19", "Omicron-BA2", "Waiting for the bus... and the train", "Housing • Annual report of the town", "A guide to well-being --- second part",
    "How we spent £40", "Parliament approves road for $200,000", "H5N1-Influenza", "Salt... or ice", "Ferries • Lines", "A new bridge of the lake costs €3,000",
)  # fmt: skip


@pytest.mark.parametrize("name", _TITLES)
def test_a_mark_a_number_or_a_sum_among_words_is_part_of_a_title(name):
    assert own_title(_made(_head("Lines of the north"), title=name)) == name


@pytest.mark.parametrize(
    "name",
    ["12-0154-A", "B7", "Salt • Ice • Lamps", "Salt and ice ..... 14 A", "a---b...c"],
)  # fmt: skip
def test_a_number_or_marks_again_and_again_are_no_title(name):
    assert own_title(_made(_head("Lines of the north"), title=name)) == "Lines of the north"


def test_a_headline_may_end_with_a_sum_and_a_row_with_one_is_no_title():
    first = _line("Parliament approves road for $200,000")
    assert own_title(_made(first, title="905_a")) == "Parliament approves road for $200,000"
    assert own_title(_made(_line("Lamps of brass $1,200"), _line("Ferries of the north"), title="905_a")) == "Ferries of the north"  # fmt: skip


def test_the_program_of_a_file_is_no_part_of_its_title():
    assert own_title(_made(title="Ferry Principles - Google Docs")) == "Ferry Principles"
    assert (
        own_title(_made(title="Ferry Principles - Two Drafts")) == "Ferry Principles - Two Drafts"
    )


def test_a_subject_line_goes_before_a_heading_that_is_a_letterhead_and_goes_on_where_it_is_bold():
    subject = (_head("SUBJECT: Lamps of Ferries for Inter-", 2), _head("National Lines", 2))
    assert own_title(_made(_head("Lake Safety"), _line("TO: All masters"), *subject)) == "Lamps of Ferries for Inter-National Lines"  # fmt: skip
    plain = (_line("SUBJECT: Lamps of ferries"), _line("The lamps of ferries are of brass."))
    assert own_title(_made(_head("Lake Safety"), *plain)) == "Lamps of ferries"


def test_a_form_with_a_number_has_its_subject_behind_it():
    blocks = (_head("Lake Directive 20-03"), _line("Subject: Lamps of ferries on all lines"))
    assert own_title(_made(*blocks)) == "Lake Directive 20-03: Lamps of ferries on all lines"


def test_a_heading_that_breaks_off_goes_on_in_the_next_one():
    assert own_title(_made(_head("Home"), _head("Ferry Rates"))) == "Home Ferry Rates"
    assert own_title(_made(_head("Rates of"), _head("the ferries"))) == "Rates of the ferries"
    assert own_title(_made(_head("Ferry Rates"), _head("Lines of the north"))) == "Ferry Rates"
    assert own_title(_made(_head("Ferries"), _head("Lines of the north", 2))) == "Ferries"


@pytest.mark.parametrize(
    ("heading", "title"),
    [
        ("3.4 Lines of the north", "Lines of the north"),
        ("2. Lines of the north", "Lines of the north"),
        ("A Appendix A: Lines of the north", "Lines of the north"),
        ("24 lines of the north", "24 lines of the north"),
    ],
)
def test_the_number_of_a_section_is_no_part_of_a_title(heading, title):
    assert own_title(_made(_head(heading))) == title


def test_an_address_below_a_letterhead_is_no_title():
    blocks = (_line("Lake Department, Aston, NR 20528"), _line("Ferries of the north"))
    assert own_title(_made(*blocks)) == "Ferries of the north"


def test_pages_out_of_a_report_are_called_by_their_table_or_by_whoever_spoke():
    assert own_title(_made(_line("12-P-0154"), _line(BODY), _line("Table 1-1: Ferries by line and year"))) == "Ferries by line and year"  # fmt: skip
    spoken = read_text(f"This is a summary of what was said by LHO spokesperson Ana Hill – at today’s briefing.\n\n{BODY}\n", "a.txt")  # fmt: skip
    assert (
        own_title(Text("source", "a.txt", "a.txt", spoken))
        == "What was said by LHO spokesperson Ana Hill"
    )


def test_the_second_half_of_a_title_stays_behind_its_bar():
    read = read_text(f"{BODY}\n", "a.txt")
    for bar, title in (
        ("Lake Week 2018 | Ana Hill’s lamps for the ferries of the north", "Lake Week 2018 | Ana Hill’s lamps for the ferries of the north"),
        ("Lamps for the ferries of the north | Lake Week", "Lamps for the ferries of the north"),
    ):  # fmt: skip
        text = Text("s", "a.txt", "a.txt", replace(read, about=About(bar)))
        assert own_title(text) == title


def test_larger_type_further_in_is_no_title_of_a_document():
    pages = (_line(BODY),) * 20
    assert own_title(_made(_head("Ferries of the lake", 2), *pages, _head("Northern lines"))) == "Ferries of the lake"  # fmt: skip
    assert own_title(_made(_head("Ferries of the lake"), *pages, _head("Northern lines"))) == "Ferries of the lake"  # fmt: skip


def test_the_end_of_a_sentence_and_the_beginning_of_another_are_no_title():
    torn = _head("Of 8 November 1947. Prepared for members of the guild", 2)
    assert "Prepared" not in own_title(_made(*(_line(BODY),) * 30, torn))
    assert own_title(_made(*(_line(BODY),) * 2, _head("Ferries of the lake", 2))) == "Ferries of the lake"  # fmt: skip


@pytest.mark.parametrize(
    ("name", "title"),
    [
        ("issue-848.txt", "Issue"),
        ("issue-9.txt", "Issue"),
        ("issue-199.txt", "Issue"),
        ("line-4b.txt", "Line"),
        ("lines-of-1994.txt", "Lines of 1994"),
        ("line-12.txt", "Line 12"),
    ],
)
def test_a_number_of_a_file_that_the_text_has_not_is_none_of_its_title(name, title):
    text = replace(
        _made(_line("The guild was founded in 1994 on line 12, as a24b, with 1.8 boats of 8,500.")),
        origin=name,
    )
    assert title_of_file(text) == title
