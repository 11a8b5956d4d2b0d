"""One page of a paper by itself, to be looked at while somebody writes: laid out as the whole, drawn alone.

It has neither structure nor attachments, and is no document to send.
"""

from __future__ import annotations

from briefbook.paper.pdf import DrawnPart, draw_page, page_size
from briefbook.paper.pdf.blocks import Blocks
from briefbook.paper.pdf.pages import lay_out
from briefbook.paper.plan import Paper
from briefbook.pdf.canvas import Canvas
from briefbook.pdf.document import last_page
from briefbook.pdf.file import File
from briefbook.pdf.structure import Element, marks
from briefbook.theme.look import worn


class Preview:
    """A paper's pages, each drawn when it is asked for."""

    def __init__(self, paper: Paper) -> None:
        """Lay a plan out; raises what `render_paper` raises."""
        self._paper = paper
        sheet = page_size(paper)
        self._sheet = sheet
        self.size = sheet.width, sheet.height
        """Of every page, in points."""
        self._root = Element("Document")
        self._layout = lay_out(Blocks(self._root).items(paper.blocks), sheet, paper.breaks)
        self.blocks = tuple(
            frozenset(placed.block for placed in page.placed) for page in self._layout.pages
        )
        """Which blocks of the plan have a part on each page."""

    def page(self, number: int) -> tuple[bytes, tuple[DrawnPart, ...]]:
        """Return a page, counted from 0, as a PDF of its own, and what is drawn on it of each block."""
        canvas = Canvas(File(), self._sheet)
        canvas.inks, canvas.press = worn().inks, self._paper.press
        for _ in range(number):
            canvas.begin_page()
        draw_page(canvas, self._sheet, self._paper, self._layout, number, Element("Figure"))
        canvas.end_page()
        drawn = tuple(
            DrawnPart(mark.block, number + 1, "".join(mark.words))
            for mark in marks(self._root)
            if mark.page == number
        )
        return last_page(canvas), drawn
