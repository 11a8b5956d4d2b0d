"""Pages are full: how much of each is empty, and what may be done about it."""

from dataclasses import replace

from briefbook.paper import plan
from briefbook.paper.pdf import laid_out, page_size
from briefbook.paper.pdf.ink import Ink, empty_cells
from briefbook.paper.pdf.settle import drained, settling
from briefbook.theme import paper as theme
from briefbook_figures.display_list import DisplayList
from tests.paper import plans
from tests.paper.test_pdf_layout import prose


def test_an_empty_page_is_empty_and_lines_close_the_space_between_them():
    size = theme.PAGE_SIZES["A4"]
    ink = Ink(size)
    area = (0.0, 0.0, 90.0, 90.0)
    assert empty_cells(ink.rects, area) == 100
    ink.rule((0.0, 4.0), 90.0, 1.0, "#000000")
    ink.rule((0.0, 31.0), 90.0, 1.0, "#000000")
    assert empty_cells(ink.rects, area) == 60


def test_a_chart_is_drawn_lower_where_it_then_fits_the_page():
    text = plan.TextColumns((prose(36),))
    room = theme.PAGE_SIZES["A4"].bottom - theme.PAGE_SIZES["A4"].first_top
    tall = room - laid_out(plans.paper(text)).pages[0].placed[0].box.height - 40
    chart = plans.exhibit(1, "Title", DisplayList(493, tall, ()))
    paper = plans.paper(text, chart, plan.NewPage(), plan.TextColumns((prose(24),)))
    assert len(laid_out(paper).pages) == 3
    _, heights = drained(settling(paper, page_size(paper), {"exhibit-1": tall}))
    assert heights["exhibit-1"] < tall


def test_an_exhibit_is_settled_to_wait_only_where_text_can_pass_it():
    chart = plans.exhibit(1, "Title", DisplayList(493, 300, ()))
    paper = plans.paper(plan.TextColumns((prose(9),)), chart)
    breaks, heights = drained(settling(paper, page_size(paper), {}))
    assert len(laid_out(replace(paper, breaks=breaks)).pages) == 1
    assert not heights
