"""Paper → PDF, by what `briefbook.pdf` knows of files, faces, pages and structure.

The steps:

1. `blocks`, `front`, `panels`, `tables`, `columns`, `pictures` turn each block of the plan into
   *boxes* (`boxes`): rectangles that know their height. Text goes through `inline` (what may not
   be broken) and `lines` (where lines end), measured with the embedded `faces`.
2. `pages` places the boxes. Page numbers are known from here on, so nothing is laid out twice.
3. The boxes draw themselves page by page; `page_furniture` is what every page repeats.
"""

from __future__ import annotations

from collections.abc import Iterator

from briefbook.frozen import dataclass, replace
from briefbook.paper.pdf.blocks import Blocks
from briefbook.paper.pdf.ink import empty_share
from briefbook.paper.pdf.items import Layout
from briefbook.paper.pdf.page_furniture import draw_footer, draw_header, draw_logo
from briefbook.paper.pdf.pages import lay_out
from briefbook.paper.plan import Paper, PinToFoot
from briefbook.pdf.canvas import Area, Canvas
from briefbook.pdf.document import finished
from briefbook.pdf.file import File
from briefbook.pdf.metadata import uri
from briefbook.pdf.structure import Element, marks
from briefbook.theme import paper as theme
from briefbook.theme.look import worn

__all__ = ["DrawnPart", "Rendered", "has_whole_front", "laid_out", "render_paper", "render_pdf"]


@dataclass(frozen=True)
class DrawnPart:
    """Words of one block that were drawn together on one page."""

    block: int
    """Number of the block in the plan, from 1."""
    page: int
    """From 1."""
    words: str


@dataclass(frozen=True)
class Rendered:
    """A finished paper, and what was drawn where, in reading order."""

    data: bytes
    drawn: tuple[DrawnPart, ...]
    links: tuple[tuple[int, str, str], ...] = ()
    """Page, name and target of each link: an address, or `#3` for a place on the third page."""
    bookmarks: tuple[tuple[int, str, int], ...] = ()
    """Level, title and page of each."""


def render_pdf(paper: Paper) -> bytes:
    """Return the paper as a tagged PDF; raises what `render_paper` raises."""
    return render_paper(paper).data


def render_paper(paper: Paper) -> Rendered:
    """Return the paper as a tagged PDF for archives; the same plan gives the same bytes.

    Raises:
        Unprintable: if a text holds a character that no embedded face has.
        DoesNotFit: if a block that cannot be split is taller than a page.
        BrokenPlan: if a link leads nowhere, or an exhibit's file is not attached.
    """
    size, logo = page_size(paper), paper.furniture.logo
    root = Element("Document")
    figure = Element("Figure", root, alt=logo.alt) if logo else None
    items = Blocks(root).items(paper.blocks)
    layout = lay_out(items, size, paper.breaks)
    canvas = Canvas(File(), size)
    canvas.inks, canvas.press = worn().inks, paper.press
    _draw(canvas, size, paper, layout, figure)
    del items, layout  # of a long paper as much as the file
    drawn = tuple(DrawnPart(m.block, m.page + 1, "".join(m.words)) for m in marks(root))
    data = finished(canvas, root, paper.meta, paper.attachments)
    links = tuple((area.page + 1, area.words, _target(canvas, area)) for area in canvas.areas)
    return Rendered(data, drawn, links, tuple(_bookmarks(canvas)))


def laid_out(paper: Paper) -> Layout:
    """Return the pages of a plan; raises what `render_paper` raises."""
    items = Blocks(Element("Document")).items(paper.blocks)
    return lay_out(items, page_size(paper), paper.breaks)


def has_whole_front(paper: Paper) -> bool:
    """Tell whether what should stand at the foot of page one has room there."""
    pinned = {n for n, block in enumerate(paper.blocks, 1) if isinstance(block, PinToFoot)}
    front = replace(paper, blocks=paper.blocks[: max(pinned, default=0)])
    pages = laid_out(front).pages
    return pinned <= {placed.block for placed in pages[0].placed}


def page_size(paper: Paper) -> theme.PageSize:
    """Return the sheet, with the room that logo and binding take."""
    lowered = theme.LOGO_LOWERS if paper.furniture.logo else 0.0
    gutter = theme.GUTTER if paper.is_duplex else 0.0
    return replace(theme.PAGE_SIZES[paper.page_size], lowered=lowered, gutter=gutter)


def _target(canvas: Canvas, area: Area) -> str:
    """Return where a link leads: an address as the file has it, or `#3` for the third page."""
    if not area.target.startswith("#"):
        return uri(area.target)
    return f"#{canvas.spots[area.target[1:]].page + 1}"


def _bookmarks(canvas: Canvas) -> Iterator[tuple[int, str, int]]:
    """Yield level, title and page of each bookmark; one without a parent has moved up."""
    deepest = 0
    for level, title, spot in canvas.bookmarks:
        own = min(level, deepest)
        deepest = own + 1
        yield own, title, spot.page + 1


def _draw(
    canvas: Canvas, size: theme.PageSize, paper: Paper, layout: Layout, figure: Element | None
) -> None:
    for number in range(len(layout.pages)):
        draw_page(canvas, size, paper, layout, number, figure)
    canvas.end_page()


def draw_page(
    canvas: Canvas,
    size: theme.PageSize,
    paper: Paper,
    layout: Layout,
    number: int,
    figure: Element | None,
) -> None:
    """Draw a page of a layout, counted from 0, as the canvas's next one; `figure` holds the logo."""
    page = layout.pages[number]
    canvas.begin_page()
    if number == 0 and paper.furniture.logo and figure:
        draw_logo(canvas, size, paper.furniture.logo, figure)
    draw_header(canvas, size, paper.furniture, page.section)
    for placed in page.placed:
        canvas.block = placed.block
        placed.box.draw(canvas, placed.x, placed.y)
    draw_footer(canvas, size, paper.furniture, len(layout.pages))


def empty_shares(paper: Paper) -> tuple[float, ...]:
    """Return how much of each page's type area is empty, from 0 to 1."""
    size = page_size(paper)
    return tuple(
        empty_share([(placed.box, placed.x, placed.y) for placed in page.placed], size)
        for page in laid_out(paper).pages
    )
