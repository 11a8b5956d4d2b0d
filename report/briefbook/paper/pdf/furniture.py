"""What every page repeats, none of it read aloud: band, running header, footer, marking."""

from __future__ import annotations

from briefbook.paper.pdf.canvas import Artifact, Canvas
from briefbook.paper.pdf.lines import set_lines
from briefbook.paper.pdf.texts import draw_piece, first_baseline
from briefbook.paper.plan import Furniture
from briefbook.text import Run
from briefbook.theme import paper as theme
from briefbook_figures import ink

_HEADER = Artifact("Pagination", "Header")
_FOOTER = Artifact("Pagination", "Footer")


def draw_furniture(canvas: Canvas, furniture: Furniture, section: str, total: int) -> None:
    """Draw the furniture of the current page."""
    size = canvas.size
    left = size.left
    with canvas.inside(_HEADER):
        if canvas.page == 0:
            canvas.box((left, theme.BAND_Y), (theme.TEXT_WIDTH, theme.BAND_PT), fill=ink.NAVY)
        else:
            _line(canvas, furniture.header, theme.RUNNING, theme.HEADER_TEXT_Y, 0.0)
            _line(canvas, section, theme.RUNNING, theme.HEADER_TEXT_Y, 1.0)
            y = theme.HEADER_RULE_Y
            canvas.rule((left, y), theme.TEXT_WIDTH, theme.ROW_RULE, ink.AXIS)
        _line(canvas, furniture.marking, theme.MARKING, theme.HEAD_MARKING_Y, 0.5)
    with canvas.inside(_FOOTER):
        y = size.footer_rule
        canvas.rule((left, y), theme.TEXT_WIDTH, theme.ROW_RULE, ink.AXIS)
        _line(canvas, furniture.footer, theme.RUNNING, size.footer_text, 0.0)
        of = f" of {total}"
        _line(canvas, of, theme.RUNNING, size.footer_text, 1.0)
        number = str(canvas.page + 1)
        _line(canvas, number, theme.PAGE_NUMBER, size.footer_text, 1.0, _width(of, theme.RUNNING))
        _line(canvas, furniture.marking, theme.MARKING, size.foot_marking, 0.5)


def _line(
    canvas: Canvas, text: str, type_: theme.Type, y: float, share: float, short: float = 0.0
) -> None:
    """Draw one line; `share` of the room left over stands before it, `short` stays free after."""
    for line in set_lines((Run(text),), type_, theme.TEXT_WIDTH)[:1]:
        x = canvas.size.left + share * (theme.TEXT_WIDTH - line.width - short)
        for piece in line.pieces:
            draw_piece(canvas, piece, x, y + first_baseline(type_))
            x += piece.width


def _width(text: str, type_: theme.Type) -> float:
    return sum(line.width for line in set_lines((Run(text),), type_, theme.TEXT_WIDTH))
