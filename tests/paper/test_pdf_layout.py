"""What stands where: nothing overlaps, nothing sticks out, what belongs together stays together."""

import cProfile
import io
from dataclasses import replace
from itertools import pairwise

import pikepdf
import pypdf
import pytest

from briefbook.errors import DoesNotFit
from briefbook.paper import plan
from briefbook.paper.pdf import render_paper, render_pdf
from briefbook.paper.pdf.blocks import Blocks
from briefbook.paper.pdf.boxes import AnchorBox, KeepTogether, Padded
from briefbook.paper.pdf.columns import EntryColumns, TextColumnsBox
from briefbook.paper.pdf.first_page import KeyPointsBox
from briefbook.paper.pdf.inline import base_pen
from briefbook.paper.pdf.pages import lay_out
from briefbook.paper.pdf.tables import table_box
from briefbook.paper.pdf.texts import TextBox
from briefbook.pdf.structure import Element
from briefbook.text import Run
from briefbook.theme import paper as theme
from briefbook_figures.display_list import DisplayList
from tests.paper import plans
from tests.paper.readback import operations, texts

A4 = theme.PAGE_SIZES["A4"]
SENTENCE = "The page says that the bridge carries two hundred trucks a day, and names no source. "


def laid_out(*blocks, size=A4):
    """Return the layout of some blocks."""
    paper = plans.paper(*blocks)
    return lay_out(Blocks(Element("Document")).items(paper.blocks), size)


def prose(sentences, *notes):
    """Return a paragraph of a given length."""
    return plan.Paragraph((Run(SENTENCE * sentences),), plans.notes(*notes))


def in_side_column(placed):
    return placed.x > A4.left + theme.MAIN_WIDTH


def wide(placed):
    return not in_side_column(placed) and not isinstance(placed.box, TextBox)


def bottom(placed):
    return placed.y + placed.box.height


@pytest.fixture(scope="module")
def layout():
    return laid_out(*plans.rich().blocks)


@pytest.mark.parametrize("size", theme.PAGE_SIZES.values(), ids=theme.PAGE_SIZES)
def test_everything_stands_inside_of_the_page_area(size):
    for page in laid_out(*plans.rich().blocks, size=size).pages:
        for placed in page.placed:
            assert placed.y >= size.first_top - 4
            assert bottom(placed) <= size.bottom + 0.1
            assert placed.x >= size.left - 0.1


def test_nothing_is_drawn_outside_of_the_page():
    data = render_pdf(plans.rich("DRAFT"))
    with pikepdf.open(io.BytesIO(data)) as opened:
        for page in opened.pages:
            for operator, operands in operations(page):
                if operator in {"m", "l"}:
                    x, y = map(float, operands)
                    # The picture's hatches run past the clip that cuts them off.
                    assert 20 <= x <= 575
                    assert 15 <= y <= 827


def test_items_of_the_main_column_follow_each_other(layout):
    for page in layout.pages:
        main = [placed for placed in page.placed if not in_side_column(placed)]
        for above, below in pairwise(main):
            assert below.y >= bottom(above) - 0.1


def test_side_notes_never_overlap(layout):
    crowded = laid_out(
        *(
            prose(2, *((f"Note {n}", "It says a lot. " * 8) for n in range(k % 4)))
            for k in range(30)
        ),
        plans.ASSISTANCE[3],
        *(prose(1, ("Last", "words " * 30)) for _ in range(9)),
    )
    for page in (*layout.pages, *crowded.pages):
        notes = [placed for placed in page.placed if in_side_column(placed)]
        for above, below in pairwise(notes):
            assert below.y >= bottom(above) + theme.NOTE_GAP - 0.1


def test_a_side_note_stands_level_with_its_paragraph_where_there_is_room():
    [page] = laid_out(prose(2), prose(2, ("Note", "A few words."))).pages
    paragraph, note = page.placed[1], page.placed[2]
    assert note.y == pytest.approx(paragraph.y - theme.NOTE_RISE)


def test_a_wide_exhibit_never_stands_on_a_side_note():
    for sentences in range(1, 8):
        pages = laid_out(
            prose(sentences, ("A", "word " * 60), ("B", "word " * 40)), plans.exhibit(1, "Title")
        ).pages
        for page in pages:
            exhibits = [placed for placed in page.placed if isinstance(placed.box, AnchorBox)]
            for note in filter(in_side_column, page.placed):
                assert all(bottom(note) < exhibit.y for exhibit in exhibits)


def test_a_note_that_has_no_room_beside_its_paragraph_goes_to_the_next_page():
    first, second, *_ = laid_out(*(prose(3, ("Note", "word " * 150)) for _ in range(6))).pages
    assert sum(map(in_side_column, (*first.placed, *second.placed))) < 6
    total = laid_out(*(prose(3, ("Note", "word " * 150)) for _ in range(6)))
    assert sum(in_side_column(placed) for page in total.pages for placed in page.placed) == 6


def test_no_page_ends_with_a_heading():
    for lines in range(1, 40):
        layout = laid_out(
            *(prose(1) for _ in range(lines)), plan.Heading("Heading", "h", 2), prose(6)
        )
        for page in layout.pages:
            assert not isinstance(page.placed[-1].box, AnchorBox)


def test_no_line_of_a_paragraph_stands_alone():
    layout = laid_out(*(prose(1 + n % 5) for n in range(60)))
    paragraphs = [placed.box for page in layout.pages for placed in page.placed]
    assert all(len(box.lines) >= 2 for box in paragraphs)


def test_an_exhibit_is_never_split_and_text_fills_the_page_before_it():
    blocks = [prose(3) for _ in range(14)]
    first, second = laid_out(*blocks[:10], plans.exhibit(1, "Title"), *blocks[10:]).pages
    assert isinstance(second.placed[0].box, AnchorBox)
    assert isinstance(second.placed[0].box.inner, KeepTogether)
    assert A4.bottom - bottom(first.placed[-1]) < 45


def test_an_exhibit_does_not_float_past_the_section_that_it_belongs_to():
    blocks = [prose(3) for _ in range(10)]
    section = plan.Heading("Next", "next")
    pages = laid_out(*blocks, plans.exhibit(1, "Title"), section, prose(3)).pages
    kinds = [type(placed.box.inner) for placed in pages[1].placed if hasattr(placed.box, "inner")]
    assert kinds[0] is KeepTogether


def test_text_after_several_exhibits_fills_the_page_before_them():
    text = [plan.TextColumns((prose(n),)) for n in (14, 14, 14, 4, 3)]
    exhibits = [plans.exhibit(number, "Title", DisplayList(493, 250, ())) for number in (1, 2)]
    first, second, *_ = laid_out(*text[:3], exhibits[0], text[3], exhibits[1], text[4]).pages
    assert all(isinstance(placed.box, TextColumnsBox) for placed in first.placed)
    assert [placed.box.names for placed in second.placed[:2]] == [("exhibit-1",), ("exhibit-2",)]


def test_text_that_passes_an_exhibit_stands_in_the_columns_of_the_text_before_it():
    before, after = plan.TextColumns((prose(36),)), plan.TextColumns((prose(9),))
    tall = plans.exhibit(1, "Title", DisplayList(493, 400, ()))
    paper = plans.paper(before, tall, after)
    (placed, *others), second, *_ = (page.placed for page in laid_out(before, tall, after).pages)
    assert not others, "one pair of columns, not a stack of two"
    assert len(placed.box.text.layers) == 2
    assert second[0].box.names == ("exhibit-1",)
    drawn = render_paper(paper).drawn
    words = {n: " ".join(part.words for part in drawn if part.block == n) for n in (1, 3)}
    assert words[1].count("bridge") == 36 * words[3].count("bridge") / 9, "each in its own block"


def test_an_exhibit_taller_than_a_page_is_an_error_that_names_it():
    exhibit = plans.exhibit(7, "Too tall", DisplayList(493, 900, ()))
    with pytest.raises(DoesNotFit, match="Exhibit 7"):
        laid_out(prose(2), exhibit)


def test_an_exhibit_wider_than_the_text_is_an_error_that_names_it():
    with pytest.raises(DoesNotFit, match="Exhibit 7"):
        laid_out(plans.exhibit(7, "Too wide", DisplayList(600, 100, ())))


def test_page_one_fills_down_to_its_foot(layout):
    page = layout.pages[0]
    points = next(placed for placed in page.placed if isinstance(placed.box, KeyPointsBox))
    foot = page.placed[-1]
    assert 0 < foot.y - bottom(points) <= 20 + theme.PIN_GAP
    assert bottom(foot) == pytest.approx(A4.bottom)


def test_key_points_stand_two_by_two(layout):
    page = layout.pages[0]
    points = next(placed.box for placed in page.placed if isinstance(placed.box, KeyPointsBox))
    assert [len(row.cells) for row in points.rows] == [2, 2, 1]


def test_more_key_points_than_a_page_holds_go_on_on_the_next_page():
    points = replace(plans.KEY_POINTS, points=plans.KEY_POINTS.points * 6)
    layout = laid_out(plans.OPENING, plans.SPREAD, points, plans.FOOT)
    assert len(layout.pages) > 1


def test_running_text_fills_two_columns_that_end_level():
    layout = laid_out(plan.TextColumns(tuple(prose(4 + n) for n in range(5))))
    (placed,) = layout.pages[0].placed
    height, left, right = placed.box._parted
    assert abs(left.height - right.height) <= 3 * theme.BODY.leading
    assert height < 0.56 * (left.height + right.height)


def test_text_whose_rest_has_no_room_beside_it_goes_to_the_next_page():
    for words in range(40, 60):
        text = plan.TextColumns((plan.Paragraph((Run("bridge " * words),)), prose(2)))
        (item,) = Blocks(Element("Document")).items((text,))
        room = 2.2 * theme.BODY.leading
        parts = item.box.split(room)
        assert parts is None or parts[0].height <= room


def test_running_text_longer_than_a_page_goes_on_in_two_columns():
    layout = laid_out(plan.TextColumns(tuple(prose(12) for _ in range(20))))
    assert len(layout.pages) > 1
    first = layout.pages[0].placed[0].box
    assert min(first.left.height, first.right.height) > 600


def test_a_heading_in_columns_stays_with_its_paragraph():
    for lines in range(4, 16):
        blocks = (prose(lines), plan.Heading("Next", "next", 2), prose(lines))
        (placed,) = laid_out(plan.TextColumns(blocks)).pages[0].placed
        _, left, _ = placed.box._parted
        assert not left.layers[-1].keeps or left.layers[-1] is None


def test_columns_of_evidence_end_level_and_entries_stay_whole():
    layout = laid_out(*plans.EVIDENCE)
    columns = [
        p.box for page in layout.pages for p in page.placed if isinstance(p.box, EntryColumns)
    ]
    assert sum(len(box.own) for box in columns) == len(plans.PASSAGES)
    last = columns[-1]
    heights = [last._height(column) for column in last._columns()]
    assert max(heights) - min(heights) <= 45


def test_evidence_longer_than_a_page_fills_both_columns_before_it_goes_on():
    entries = tuple(
        plan.EvidenceEntry(n, f"e{n}", "¶ 1", f"“{SENTENCE * (1 + n % 3)}”", is_view=n % 2 == 0)
        for n in range(1, 200)
    )
    layout = laid_out(plan.Evidence("", entries))
    columns = [p.box for page in layout.pages for p in page.placed]
    assert len(columns) > 2
    assert sum(len(box.own) for box in columns) == 199
    for box in columns[:-1]:
        assert all(box._height(column) > 600 for column in box._columns())


def test_an_entry_taller_than_a_page_is_an_error():
    entry = plan.EvidenceEntry(1, "e", "¶ 1", SENTENCE * 200, is_view=False)
    with pytest.raises(DoesNotFit, match="evidence"):
        laid_out(plan.Evidence("", (entry,)))


def test_a_row_taller_than_a_page_is_split_as_a_last_resort():
    row = plan.Row(((Run("Name"),), (Run(SENTENCE * 150),)))
    table = plan.Table((plan.Column("A", 90, is_name=True), plan.Column("B", 403)), (row,), "t")
    layout = laid_out(table)
    assert len(layout.pages) > 1


def test_a_source_line_stays_with_the_last_rows_of_its_table():
    rows = tuple(plan.Row(((Run(f"{n}"),),)) for n in range(60))
    for lead in range(6):
        table = plan.Table(
            (plan.Column("A", 493),), rows, "t", "Table 1", (Run("Title"),), "", (Run("Source."),)
        )
        layout = laid_out(*(prose(2) for _ in range(lead)), table)
        last = layout.pages[-1].placed[-1].box
        assert last.height > 30 + theme.SOURCE.leading


def test_a_long_table_begins_on_the_page_where_it_is_named():
    rows = tuple(plan.Row(((Run(f"{n}"),),)) for n in range(90))
    columns = (plan.Column("A", 493),)
    table = plan.Table(columns, rows, "t", "Table 1", (Run("Title"),), "", (Run("Source."),))
    first, *_ = laid_out(prose(20), table).pages
    assert len(first.placed) == 2
    assert A4.bottom - bottom(first.placed[-1]) < 30


def test_a_short_table_stands_on_one_page():
    columns = (plan.Column("A", 493),)
    rows = tuple(plan.Row(((Run(f"{n}"),),)) for n in range(5))
    for sentences in range(20, 50):
        table = plan.Table(columns, rows, "t")
        pages = laid_out(prose(sentences), table).pages
        holding = [page for page in pages if any(placed.block == 2 for placed in page.placed)]
        assert len(holding) == 1


def test_columns_wider_than_the_text_are_an_error():
    table = plan.Table((plan.Column("A", 300), plan.Column("B", 300)), (), "t", "Table 9")
    with pytest.raises(DoesNotFit, match="Table 9"):
        laid_out(table)


def test_decimal_points_of_a_column_of_figures_stand_below_one_another():
    figures = ("1,024.5", "9.86", "−0.04", "0", "11.6 partial")
    columns = (plan.Column("Year", 60, is_name=True), plan.Column("Value", 120, "decimal"))
    rows = tuple(plan.Row(((Run(str(n)),), (Run(words),))) for n, words in enumerate(figures, 2001))
    box = table_box(plan.Table(columns, rows, "t"), Element("Table"))
    pen = base_pen(theme.TABLE_CELL)
    points = [
        row.cells[1][0] + pen.width(words.split(" ")[0].partition(".")[0])
        for row, words in zip(box.rows, figures, strict=True)
    ]
    assert points == pytest.approx([points[0]] * len(points))
    assert min(row.cells[1][0] for row in box.rows) == pytest.approx(60)


def test_a_group_row_is_never_the_last_on_a_page():
    rows = [row for n in range(40) for row in (plan.Group(f"G{n}"), plan.Row(((Run("x"),),)))]
    table = plan.Table((plan.Column("A", 493),), tuple(rows), "t")
    for page in laid_out(table).pages:
        box = page.placed[-1].box
        while not hasattr(box, "rows"):
            box = box.inner if isinstance(box, AnchorBox | Padded) else box.layers[-1].box
        assert len(box.rows) - 1 not in box.groups


def test_every_page_says_which_it_is_and_how_many_there_are():
    pages = texts(render_pdf(plans.rich("FOR TEACHING")))
    for number, page in enumerate(pages, 1):
        assert f"{number} of {len(pages)}" in page
        assert page.count("FOR TEACHING") == 2
        assert plans.FOOTER in page


def test_the_running_header_names_the_section_in_force():
    _, *pages = texts(render_pdf(plans.rich()))
    for page, section in zip(pages, (*["Interests and access"] * 2, "Chronology"), strict=False):
        assert page.splitlines()[0] == f"{plans.META.title} {section}"


def test_a_long_paper_takes_work_in_proportion_to_its_pages():
    def calls(sections):
        """Return how many functions are called for a paper, and its pages: no clock, the same on any machine."""
        blocks = [prose(4, ("Note", "A few words.")) for _ in range(sections * 10)]
        paper = plans.paper(*blocks)
        profile = cProfile.Profile()
        data = profile.runcall(render_pdf, paper)
        count = sum(entry.callcount for entry in profile.getstats())
        return count, len(pypdf.PdfReader(io.BytesIO(data)).pages)

    calls(1)
    short, few = calls(8)
    long, many = calls(60)
    assert many >= 60
    assert long / many < 1.5 * short / few
