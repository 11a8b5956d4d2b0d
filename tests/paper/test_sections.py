"""Sections on their pages: no beginning of a few lines, exhibits near their call and under their own head."""

from dataclasses import replace

import pytest

from briefbook.paper import plan
from briefbook.paper.pdf import laid_out, page_size, pages
from briefbook.paper.pdf.columns import TextColumnsBox
from briefbook.paper.pdf.line_breaking import set_lines
from briefbook.paper.pdf.settle import drained, settling
from briefbook.text import Citation, Run, Text
from briefbook.theme import paper as theme
from briefbook_figures import palette
from briefbook_figures.display_list import DisplayList, PathMark
from tests.paper import plans
from tests.paper.test_pdf_layout import prose

A4 = theme.PAGE_SIZES["A4"]


def columns(sentences):
    return plan.TextColumns((prose(sentences),))


def chart(number, height=200.0):
    ground = PathMark(plans.rectangle(0, 0, 493, height), fill=palette.TINT)
    return plans.exhibit(number, "Title", DisplayList(493, height, (ground,)))


def anchors(page):
    return [name for placed in page.placed for name in getattr(placed.box, "names", ())]


@pytest.mark.parametrize("height", range(500, 640, 9))
def test_a_section_begins_with_five_lines_or_on_the_next_page(height):
    heading = plan.Heading("Next", "next", 1, "2")
    pages = laid_out(plans.paper(chart(1, height), heading, columns(24))).pages
    [page] = [page for page in pages if "next" in anchors(page)]
    text = next(
        placed.box for placed in page.placed if placed.box.height and placed is page.placed[-1]
    )
    assert text.height >= theme.SECTION_LEAST - 1


def test_a_section_shorter_than_five_lines_may_stand_at_the_foot():
    heading = plan.Heading("Next", "next", 1, "2")
    [page] = laid_out(plans.paper(chart(1, 560), heading, columns(2))).pages
    assert isinstance(page.placed[-1].box, TextColumnsBox)
    assert page.placed[-1].box.height < theme.SECTION_LEAST


def test_a_page_is_headed_by_the_section_of_what_stands_first_on_it():
    first, second = plan.Heading("Money", "money", 1, "1"), plan.Heading("Works", "works", 1, "2")
    paper = plans.paper(first, columns(40), chart(1, 500), second, columns(9))
    waiting = frozenset({3})
    pages = laid_out(replace(paper, breaks=replace(paper.breaks, waiting=waiting))).pages
    late = next(page for page in pages if "exhibit-1" in anchors(page))
    assert "works" not in anchors(late), "the text of the next section has passed the exhibit"
    assert late.section == "Money"


def test_a_chart_is_drawn_lower_rather_than_left_to_stand_under_the_next_section():
    first, second = plan.Heading("Money", "money", 1, "1"), plan.Heading("Works", "works", 1, "2")
    paper = plans.paper(first, columns(36), chart(1, 240), second, columns(30))
    before = [name for page in laid_out(paper).pages for name in anchors(page)]
    assert before.index("works") < before.index("exhibit-1"), (
        "the text of the next section passes it"
    )
    _, lower = drained(settling(paper, page_size(paper), {"exhibit-1": 240.0}))
    drawn = plans.paper(first, columns(36), chart(1, lower["exhibit-1"]), second, columns(30))
    after = [name for page in laid_out(drawn).pages for name in anchors(page)]
    assert after.index("exhibit-1") < after.index("works")


def test_two_pages_between_an_exhibit_and_its_place_cost_four_times_what_one_costs(monkeypatch):
    paper = plans.paper(columns(40), chart(1, 600), chart(2, 600), columns(60))
    costs = []
    for late in (0.0, 10.0):
        monkeypatch.setattr(pages, "_LATE", late)
        costs.append(laid_out(paper).cost)
    assert costs[1] - costs[0] == pytest.approx(10**2 + 20**2)


def test_raised_numbers_do_not_make_a_last_line_of_one_word_a_long_one():
    words = Run(
        "American money was higher in that decade, fell back later and rose. Whether aid brought reform is open."
    )
    cited: Text = (words, *(Citation(n, f"cite-{n}") for n in (17, 18, 19, 20, 24, 28)))
    for measure in range(230, 340, 6):
        *_, last = set_lines(cited, theme.BOTTOM_LINE, measure)
        text = "".join(piece.text for piece in last.pieces if not piece.pen.rise)
        assert len(text.split()) > 1, (measure, text)
