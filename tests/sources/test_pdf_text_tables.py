"""Tables of a PDF whose cells are words; what stands in columns and is no table; tables beside a text."""

import io
from collections.abc import Sequence

from reportlab.pdfgen.canvas import Canvas

from briefbook.sources.readers.pdf import read_pdf
from briefbook.sources.readers.pdf_text_tables import _is_label, text_tables
from briefbook.sources.readers.pdf_words import Word
from briefbook.sources.reading import BlockKind
from tests.sources.test_pdf_tables import rows_of

PROSE = "The ferries of the lake carry people, goats and salt from one shore to the other all year long."
Lines = Sequence[tuple[float, float, str]]


def drawn(lines: Lines, size: float = 9) -> bytes:
    """Return a page with words at their places; heights count from the top."""
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    for x, top, words in lines:
        canvas.setFont("Helvetica", size)
        canvas.drawString(x, 800 - top, words)
    canvas.showPage()
    canvas.save()
    return buffer.getvalue()


def columns(
    rows: Sequence[Sequence[Sequence[str]]], places: Sequence[float], apart: float = 8
) -> Lines:
    """Return rows of cells, each a list of lines, 11 points from line to line and some more between rows."""
    top, found = 120.0, []
    for row in rows:
        found += [
            (x, top + 11 * n, line)
            for x, cell in zip(places, row, strict=True)
            for n, line in enumerate(cell)
        ]
        top += 11 * max(map(len, row)) + apart
    return found


def told(data: bytes) -> str:
    return " / ".join(b.text for b in read_pdf(data, "a.pdf").blocks if b.kind is not BlockKind.ROW)


KINDS = (
    (["Kind"], ["What it is"], ["Such as"]),
    (["Large"], ["Boats that carry forty people", "or more in any year, or sixty", "goats of any kind"], ["Ferries, barges and", "salt boats"]),
    (["Small"], ["Boats that carry fewer people", "than forty in any year"], ["Canoes, rafts, skiffs", "and punts"]),
    (["Other"], ["Boats of no kind that is", "named above"], ["Floats"]),
)  # fmt: skip


def test_cells_of_words_that_go_on_over_lines_are_one_row_each():
    found = rows_of(drawn(columns(KINDS, (80, 160, 330))))
    assert found == [
        "Kind | What it is | Such as",
        "Large | Boats that carry forty people or more in any year, or sixty goats of any kind | Ferries, barges and salt boats",
        "Small | Boats that carry fewer people than forty in any year | Canoes, rafts, skiffs and punts",
        "Other | Boats of no kind that is named above | Floats",
    ]


def test_a_name_and_what_it_is_are_a_row():
    rows = (
        (["Item"], ["What is paid for it"]),
        (["Fees"], ["Fees differ from line to line and are listed", "at the quay of each line."]),
        (["Books and", "papers"], ["Papers are sold at the quay for a penny each, and", "books are lent to whoever asks for them."]),
        (["Travel"], ["Whoever lives on the lake travels free."]),
    )  # fmt: skip
    found = rows_of(drawn(columns(rows, (80, 190))))
    assert found[1].startswith("Fees | Fees differ from line to line and are listed at the quay")
    assert found[2].startswith("Books and papers | Papers are sold at the quay")
    assert len(found) == 4


def test_whoever_speaks_beside_what_is_said_is_no_table():
    rows = tuple(
        ([f"MR. {name}."], ["The ferries of the lake carry people and goats from one", "shore to the other all year long."])
        for name in ("HOLM", "MARSH", "RUANO", "PETRIC")
    )  # fmt: skip
    assert rows_of(drawn(columns(rows, (80, 170)))) == []


def test_numbered_paragraphs_are_no_table():
    rows = tuple(
        ([f"{n}.1.{n}."], ["The ferries of the lake carry people and goats from one", "shore to the other all year long."])
        for n in range(1, 5)
    )  # fmt: skip
    assert rows_of(drawn(columns(rows, (80, 130)))) == []


def test_prose_in_columns_is_no_table():
    said = "the ferries of the lake carry people and goats and salt from one shore to the other all the year long and in winter too".split()
    lines = [
        (x, 120 + 11 * n, " ".join(said[(7 * n + at) % 20 :][:5]))
        for n in range(9)
        for at, x in enumerate((60, 240, 420))
    ]
    assert rows_of(drawn(lines)) == []


def test_a_table_beside_a_column_of_text_has_rows_of_its_own():
    names = ("Aston", "Norr", "Holm", "Marsh", "Ruano", "Petra", "Salt", "Lund", "Orre", "Vale")
    table = [
        (x, 120 + 11 * n, cell)
        for n, name in enumerate(names)
        for x, cell in zip((60, 150, 200), (name, f"{n + 3}1", f"{n + 2}.4"), strict=True)
    ]
    text = [
        (300, 120 + 11 * n, words)
        for n, words in enumerate(
            (
                "The ferries of the lake carry people, goats and salt all",
                "year long from one shore to the other, and in the winter",
                "they carry ice as well, which is cut from the lake in the",
                "north and sold in the towns of the south. The masters of",
                "the ferries meet once a year in the hall of the guild and",
                "agree on the fares of all lines for the year that follows",
                "it. Whoever wants to speak there writes to the guild until",
                "the end of the month before, and is called by the head of",
                "the guild. What is agreed is written down in the book and",
                "read out in all towns of the lake before the year begins.",
            )
        )
    ]
    data = drawn([*table, *text])
    assert rows_of(data)[:2] == ["Aston | 31 | 2.4", "Norr | 41 | 3.4"]
    assert len(rows_of(data)) == len(names)
    assert "carry people, goats and salt all year long from one shore" in told(data)


def test_a_sign_from_a_larger_typeface_binds_no_two_lines():
    buffer = io.BytesIO()
    canvas = Canvas(buffer, invariant=1)
    for n, words in enumerate((PROSE, PROSE.replace("lake", "dale"), PROSE.replace("lake", "bay"))):
        canvas.setFont("Helvetica", 26)
        canvas.drawString(72, 700 - 26 * n - 5, "•")
        canvas.setFont("Helvetica", 10)
        canvas.drawString(90, 700 - 26 * n, words[:60])
        canvas.drawString(90, 700 - 26 * n - 12, words[61:])
    canvas.showPage()
    canvas.save()
    assert "goats and salt from one shore to the other" in told(buffer.getvalue())


def _words(lines: Lines) -> list[list[Word]]:
    """Return lines of words that are 40 points wide and 20 apart."""
    found = []
    for n, line in enumerate(lines):
        x, _, words = line
        found.append([Word(w, x + 60 * at, x + 60 * at + 40, 11 * n, 11 * n + 9, 9, is_bold=False) for at, w in enumerate(words.split())])  # fmt: skip
    return found


def test_names_of_many_capitals_before_text_are_read():
    # Simply finishing is the test: five words of any length each, a space between them or none, are torn in very many ways.
    for name in ("A" * 5_000, "A.’" * 2_000, "AB " * 1_500):
        assert not _is_label(name)
        assert _is_label(f"{'A' * 5_000}:")
    (table,) = text_tables(_words([(80, 0, f"{'A' * 5_000} Boats"), (140, 0, "of salt")] * 4))
    assert [row[0].text for row, _ in table.rows] == ["A" * 5_000] * 4


def test_what_stands_before_a_speech_is_a_label():
    for name in ("ANA HILL:", "MR. JOHN P. O’HILL.", "THE CHAIR OF THE GUILD:", "Q.", "(iv)"):
        assert _is_label(name)
    for name in ("ANA HILL", "Large boats", "THE OLD RED SALT BARGE GUILD."):
        assert not _is_label(name)
