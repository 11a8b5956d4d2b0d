"""Tables of PDFs whose figures stand close, whose rows lack cells or whose names are long; and letters that a file does not name."""

from __future__ import annotations

import io
from collections.abc import Sequence

import pytest
from reportlab.pdfgen.canvas import Canvas

from briefbook.draft.corpus import Text, gather
from briefbook.draft.found_tables import tables_in
from briefbook.draft.table_parts import parts_of
from briefbook.errors import Unreadable
from briefbook.sources.readers.pdf import read_pdf
from briefbook.sources.readers.text import read_text
from briefbook.sources.reading import LOST, BlockKind, Reading
from briefbook.sources.snapshot import make_snapshot

PROSE = "The guild counted the ferries of the lake and the people whom they carried over the year, and more of both."
RIGHT = (300, 360, 420, 480)
"""Where columns of figures end."""


def page(*rows: Sequence[str], right: Sequence[float] = RIGHT, size: float = 10) -> bytes:
    """Return a page with a paragraph, and rows below it: a name at the left, figures that end at the given places."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    canvas.setFont("Helvetica", size)
    for n in range(4):
        canvas.drawString(72, 760 - 13 * n, PROSE[:90])
    for n, (name, *cells) in enumerate(rows):
        at = 680 - 13 * n
        canvas.drawString(72, at, name)
        for x, cell in zip(right, cells, strict=False):
            canvas.drawRightString(x, at, cell)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def rows_of(data: bytes) -> list[str]:
    return [block.text for block in read_pdf(data, "a.pdf").blocks if block.kind is BlockKind.ROW]


def test_a_long_name_close_to_its_figures_is_a_cell_of_its_own():
    name = "Ferries of the northern line of the lake"
    found = rows_of(page(("Wells", "12", "13"), (name, "4,151", "25.0"), ("Mills", "14", "15"), right=(274, 300)))  # fmt: skip
    assert found == ["Wells | 12 | 13", f"{name} | 4,151 | 25.0", "Mills | 14 | 15"]


def test_rows_that_lack_a_cell_do_not_run_into_one_paragraph():
    found = rows_of(page(("Wells", "12", "13", "9"), ("Subcontracts", "175", "107"), ("Lease", "82", "22"), ("Mills", "14", "15", "8")))  # fmt: skip
    assert "Subcontracts | 175 | 107" in found
    assert "Lease | 82 | 22" in found
    assert len(found) == 4


def test_a_space_between_thousands_parts_no_cells_and_a_sign_belongs_to_its_figure():
    found = rows_of(page(("Wells", "79 935", "$ 55"), ("Mills", "298 839", "$ 43"), ("Ferries", "1 649 692", "$ 72")))  # fmt: skip
    assert found == ["Wells | 79 935 | $ 55", "Mills | 298 839 | $ 43", "Ferries | 1 649 692 | $ 72"]  # fmt: skip


def test_heads_of_two_lines_stand_over_their_columns_and_long_names_go_on():
    found = rows_of(page(
        ("", "Launch", "First"), ("", "year", "year"),
        ("Mashups of the public", "0", "237"), ("and of the government", "", ""), ("Data sets", "47", "268"), ("Nations", "5", "21"),
        right=(330, 420),
    ))  # fmt: skip
    assert found[0] == "Launch year | First year"
    assert "Mashups of the public and of the government | 0 | 237" in found


def test_prose_with_figures_is_no_table():
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    for n in range(12):
        canvas.drawString(
            72, 760 - 14 * n, f"In {1990 + n} the guild counted {n}4 ferries and 1{n} mills of 20{n} in {2000 + n}"
        )  # fmt: skip
    canvas.save()
    assert rows_of(buffer.getvalue()) == []


def test_figures_beside_names_are_no_column_of_text():
    """The longer the table, the more its figures look like a column by themselves."""
    found = rows_of(page(*((f"Nations that open their data to the public, {n}", "10", f"2{n}", "3", "4") for n in range(10, 40)), right=(330, 360, 390, 420)))  # fmt: skip
    assert len(found) == 30
    assert all(row.startswith("Nations") for row in found)


# ── Several tables under one caption ─────────────────────────────────────────────────────────────

TWO = [
    ("", "2019", "2020"), ("Wells", "12", "13"), ("Mills", "14", "15"), ("Ferries", "1", "2"),
    ("", "Men", "Women"), ("Wells", "120", "130"), ("Mills", "140", "150"), ("Ferries", "10", "20"),
]  # fmt: skip


def test_two_tables_under_one_caption_are_two():
    reading = read_pdf(page(("Table 1. Works of the lake",), *TWO), "a.pdf")
    first, second = tables_in(_text(reading))
    assert (len(first.rows), len(second.rows)) == (3, 3)
    assert first.header[1:] == ("2019", "2020")
    assert second.header[1:] == ("Men", "Women")
    assert second.caption == first.caption == "Table 1. Works of the lake"


def _text(reading: Reading) -> Text:
    return Text("source", "source.txt", "a.pdf", make_snapshot(reading, "a.pdf", "pdf"))


def test_where_a_table_ends_and_another_begins():
    rows = [("", "2019", "2020"), ("a", "1", "2"), ("b", "3", "4")]
    assert parts_of(rows) == [(0, 3)]
    assert parts_of([*rows, ("", "Men", "Women"), ("c", "5", "6"), ("d", "7", "8")]) == [(0, 3), (3, 6)]  # fmt: skip
    assert parts_of([*rows, ("c", "5"), ("d", "6"), ("e", "7"), ("f", "8")]) == [(0, 3), (3, 7)]
    # Rows that lack a cell, and a row of words, are of the table that goes on behind them.
    assert parts_of([*rows, ("c", "5"), ("d", "6", "7")]) == [(0, 5)]
    assert parts_of([*rows, ("c", "none", "none"), ("d", "6", "7")]) == [(0, 5)]


# ── Letters that a file does not name ────────────────────────────────────────────────────────────


def drawn(text: str, unnamed: str = "", count: int = 6) -> bytes:
    """Return a page whose typeface has signs instead of some letters and does not say which letters these are."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1, pageCompression=0)
    canvas.setFont("Helvetica", 11)
    for n in range(count):
        canvas.drawString(72, 700 - 26 * n, text)
    canvas.save()
    signs = text.encode().translate(bytes.maketrans(unnamed.encode(), b"\x01" * len(unnamed)))
    return buffer.getvalue().replace(text.encode(), signs)


def test_a_letter_that_the_file_does_not_name_is_told_and_its_sentence_not_quoted():
    reading = read_pdf(drawn("The board found 20 ~g of lead in the wells of the lake.", "~", 1), "a.pdf")  # fmt: skip
    assert f"20 {LOST}g of lead" in reading.blocks[0].text
    assert any("a letter cannot be read" in note and f"“{LOST}g”" in note for note in reading.notes)
    whole = read_pdf(drawn("The board found 20 mg of lead in the wells of the lake.", "~", 1), "a.pdf")  # fmt: skip
    assert whole.notes == ()
    material = gather((_text(reading),))
    assert material.sentences == ()
    assert "holds letters that the file does not name" in [
        left.reason for left in material.left_out
    ]


def test_a_sign_without_a_name_at_the_head_of_a_line_marks_an_item():
    reading = read_pdf(drawn("~ The wells of the lake are dry in the summer", "~", 3), "a.pdf")
    assert [block.kind for block in reading.blocks] == [BlockKind.ITEM] * 3
    assert reading.notes == ()


def test_a_page_whose_letters_have_no_names_is_told_for_what_it_is():
    with pytest.raises(Unreadable, match="draws them without saying which they are"):
        read_pdf(drawn("aeiou aeiou aeiou", "aeiou"), "a.pdf")


def test_joined_letters_that_are_lost_are_marked_and_told():
    """One such word may be a slip; of two, the typeface has lost the letters, and no sentence with them is quoted."""
    told = "he inancial oice of the lake has more wells than before and they oten run dry; the sun inluences many."
    reading = read_pdf(drawn(told, count=1), "a.pdf")
    text = " ".join(block.text for block in reading.blocks)
    assert f"{LOST}inancial" in text
    assert f"o{LOST}ten" in text
    assert f"in{LOST}luences" in text
    assert text.startswith(f"{LOST}he ")
    assert any("letters are lost where the typeface joins them" in note for note in reading.notes)
    assert gather((_text(reading),)).sentences == ()
    one = read_pdf(
        drawn(told.replace("inancial oice", "old office").replace("inlu", "influ"), count=1),
        "a.pdf",
    )
    assert one.notes == ()
    assert "oten" in one.blocks[0].text


def test_what_stands_below_the_number_of_a_table_is_its_caption():
    told = f"{PROSE}\n\nTable 1.\n\nDescription of costs by selected items of the guild\n\nMills {PROSE.lower()}\n"
    material = gather((Text("source", "source.txt", "a.txt", read_text(told, "a.txt")),))
    assert [s.text[:5] for s in material.sentences] == ["The g", "Mills"]


def test_heads_that_stand_again_at_the_end_are_no_row():
    rows = [("Topic", "Enquiries", "Calls"), ("Wells", "12", "3"), ("Mills", "14", "4"), ("Ferries", "1", "5"), ("Topic", "Enquiries", "Calls")]  # fmt: skip
    (table,) = tables_in(_text(read_pdf(page(("Enquiries by topic",), *rows), "a.pdf")))
    assert [row.cells[0] for row in table.rows] == ["Wells", "Mills", "Ferries"]
