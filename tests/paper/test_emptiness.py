"""Pages are full: how much of each is empty, and what may be done about it."""

from dataclasses import replace

from briefbook.paper import plan
from briefbook.paper.pdf import laid_out, page_size
from briefbook.paper.pdf.blocks import Blocks
from briefbook.paper.pdf.ink import Ink, empty_cells
from briefbook.paper.pdf.settle import drained, settling
from briefbook.pdf.structure import Element
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


def test_charts_are_drawn_lower_together_where_that_saves_a_page():
    def paper_of(height):
        charts = [plans.exhibit(n, "Title", DisplayList(493, height, ())) for n in (1, 2, 3)]
        text = plan.TextColumns((prose(9),))
        return plans.paper(text, *charts, plan.NewPage(), plan.TextColumns((prose(24),)))

    last = laid_out(paper_of(60)).pages[0].placed[-1]
    spare = theme.PAGE_SIZES["A4"].bottom - last.y - last.box.height
    height = 60 + spare / 3 + 12
    paper = paper_of(height)
    assert len(laid_out(paper).pages) == 3
    heights = {f"exhibit-{n}": height for n in (1, 2, 3)}
    _, settled = drained(settling(paper, page_size(paper), heights))
    lowered = plans.paper(*(_drawn(block, settled) for block in paper.blocks))
    assert len(settled) > 1
    assert len(laid_out(lowered).pages) == 2


def _drawn(block, heights):
    if not isinstance(block, plan.Exhibit) or block.anchor not in heights:
        return block
    return replace(block, picture=DisplayList(493, heights[block.anchor], ()))


def test_evidence_is_set_closer_where_its_last_entries_would_stray():
    entries = tuple(
        plan.EvidenceEntry(n, f"evidence-{n}", "¶ 1", "“Some words of a source.”", False, "", "")
        for n in range(1, 30)
    )
    (item,) = Blocks(Element("Document")).items((plan.Evidence("", entries),))
    whole = item.box.height
    assert item.box.stretched(whole - 10).height <= whole - 10
    assert item.box.stretched(whole - 200).height > whole - 200


def _with_evidence(count):
    entries = tuple(
        plan.EvidenceEntry(n, f"evidence-{n}", "¶ 1", "“Some words of a source, and some more of them.”", False, "", "")
        for n in range(1, count)
    )  # fmt: skip
    heading = plan.Heading("Evidence", "evidence", 1, "A", on_new_page=True)
    return plans.paper(plan.TextColumns((prose(9),)), heading, plan.Evidence("", entries))


def test_evidence_that_ends_the_open_page_begins_none():
    assert laid_out(_with_evidence(12)).numbers["evidence"] == 1
    assert laid_out(_with_evidence(120)).numbers["evidence"] == 2
