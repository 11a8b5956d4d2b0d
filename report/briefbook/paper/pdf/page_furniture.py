"""What every page repeats, none of it read aloud: band, running header, footer, marking."""

from __future__ import annotations

from briefbook.localization import translate
from briefbook.paper.pdf.line_breaking import set_lines
from briefbook.paper.pdf.texts import draw_piece
from briefbook.paper.plan import Furniture
from briefbook.pdf.canvas import FOOTER, HEADER, Canvas
from briefbook.pdf.drawing import figure_layout, image_object
from briefbook.pdf.structure import Element
from briefbook.text import Run
from briefbook.theme import paper as theme
from briefbook.theme.look import Logo
from briefbook_figures import palette


def draw_logo(canvas: Canvas, size: theme.PageSize, logo: Logo, figure: Element) -> None:
    """Draw the sender's logo above the band of page one."""
    width, height = logo.image.fitted(theme.LOGO_WIDTH, theme.LOGO_PT)
    x, y = size.left_of(1), theme.LOGO_Y + theme.LOGO_PT - height
    figure.attributes += (figure_layout(canvas, (x, y + height, x + width, y)),)
    with canvas.drawing(figure):
        canvas.image(image_object(logo.image), (x, y), (width, height))


def draw_header(canvas: Canvas, size: theme.PageSize, furniture: Furniture, section: str) -> None:
    """Draw what stands at the head of the current page."""
    left = size.left_of(canvas.page + 1)
    with canvas.inside(HEADER):
        _line(canvas, size, furniture.marking, theme.MARKING, theme.HEAD_MARKING_Y, 0.5)
        if canvas.page == 0:
            top = theme.BAND_Y + size.lowered
            canvas.box((left, top), (theme.TEXT_WIDTH, theme.BAND_PT), fill=palette.NAVY)
            return
        _line(canvas, size, furniture.header, theme.RUNNING, theme.HEADER_TEXT_Y, 0.0)
        _line(canvas, size, section, theme.RUNNING, theme.HEADER_TEXT_Y, 1.0)
        rule = left, theme.HEADER_RULE_Y
        canvas.rule(rule, theme.TEXT_WIDTH, theme.ROW_RULE, palette.AXIS)


def draw_footer(canvas: Canvas, size: theme.PageSize, furniture: Furniture, total: int) -> None:
    """Draw what stands at the foot of the current page, its number among it."""
    number, of = str(canvas.page + 1), translate(" of {total}", total=total)
    with canvas.inside(FOOTER):
        rule = size.left_of(canvas.page + 1), size.footer_rule
        canvas.rule(rule, theme.TEXT_WIDTH, theme.ROW_RULE, palette.AXIS)
        _line(canvas, size, furniture.footer, theme.RUNNING, size.footer_text, 0.0)
        _line(
            canvas,
            size,
            number,
            theme.PAGE_NUMBER,
            size.footer_text,
            1.0,
            _width(of, theme.RUNNING),
        )
        _line(canvas, size, of, theme.RUNNING, size.footer_text, 1.0)
        _line(canvas, size, furniture.marking, theme.MARKING, size.foot_marking, 0.5)


def _line(
    canvas: Canvas,
    size: theme.PageSize,
    text: str,
    type_: theme.Type,
    y: float,
    share: float,
    short: float = 0.0,
) -> None:
    """Draw one line; `share` of the room left over stands before it, `short` stays free after."""
    for line in set_lines((Run(text),), type_, theme.TEXT_WIDTH)[:1]:
        x = size.left_of(canvas.page + 1) + share * (theme.TEXT_WIDTH - line.width - short)
        for piece in line.pieces:
            draw_piece(canvas, piece, x, y + type_.baseline)
            x += piece.width


def _width(text: str, type_: theme.Type) -> float:
    return sum(line.width for line in set_lines((Run(text),), type_, theme.TEXT_WIDTH))
