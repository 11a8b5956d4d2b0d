"""Blocks with a ground, a bar or a frame of their own; word and form tell them apart, never colour alone.

│ attributed             a rust bar at the left
▌ judgement, computed    tint with a navy bar
"""

from __future__ import annotations

from briefbook.paper import plan
from briefbook.paper.pdf.boxes import Box, HBox, Layer, Padded, Rect, VBox, stack
from briefbook.paper.pdf.texts import text_box
from briefbook.pdf.canvas import Canvas
from briefbook.pdf.structure import Element
from briefbook.theme import paper as theme
from briefbook_figures import palette


def quotation(block: plan.Quotation, parent: Element, width: float = theme.MAIN_WIDTH) -> Box:
    """Set an attributed statement: label, the words, who says it and where."""
    quote = Element("BlockQuote", parent)
    measure = width - theme.QUOTATION_INDENT
    boxes: list[tuple[float, Box]] = [
        (0.0, text_box(block.label, theme.VIEW_LABEL, Element("P", quote), measure)),
        (2.0, text_box(block.text, theme.QUOTATION, Element("P", quote), measure)),
    ]
    if block.attribution:
        said = text_box(block.attribution, theme.APPARATUS, Element("P", quote), measure)
        boxes.append((2.5, said))
    padding = (0.5, 0.0, 1.0, theme.QUOTATION_INDENT)
    return Padded(_kept(*boxes), width, padding, _view_bar)


def computation(block: plan.Computation, parent: Element, width: float = theme.MAIN_WIDTH) -> Box:
    """Set a computed statement as a judgement is set: label, lines, then the formula with its terms."""
    group = Element("Div", parent)
    measure = width - theme.PANEL_PADDING[1] - theme.PANEL_PADDING[3]
    boxes: list[tuple[float, Box]] = [
        (0.0, text_box(block.label, theme.PANEL_LABEL, Element("P", group), measure))
    ]
    for number, line in enumerate(block.lines):
        box = text_box(line, theme.COMPUTED_LINE, Element("P", group), measure)
        boxes.append((0.0 if number else 3.0, box))
    if block.formula:
        formula = text_box(block.formula, theme.FORMULA, Element("P", group), measure)
        boxes.append((4.0, formula))
    return Padded(_kept(*boxes), width, theme.PANEL_PADDING, _barred_tint)


def judgement(block: plan.Judgement, parent: Element, width: float = theme.MAIN_WIDTH) -> Box:
    """Set the briefing's own judgement."""
    group = Element("Div", parent)
    measure = width - theme.PANEL_PADDING[1] - theme.PANEL_PADDING[3]
    inner = _kept(
        (0.0, text_box(block.label, theme.PANEL_LABEL, Element("P", group), measure)),
        (2.5, text_box(block.text, theme.JUDGEMENT, Element("P", group), measure)),
    )
    return Padded(inner, width, theme.PANEL_PADDING, _barred_tint)


def judgements(block: plan.Judgements, parent: Element) -> Box:
    """Set up to three judgements beside each other on tint, under their heading."""
    group = Element("Div", parent)
    above, right, below, left = theme.PANEL_PADDING
    measure = theme.TEXT_WIDTH - left - right
    heading = text_box(block.heading, theme.PANEL_LABEL, Element("P", group), measure)
    count = max(len(block.texts_), 1)
    width = (measure - theme.JUDGEMENTS_GAP * (count - 1)) / count
    cells = tuple(
        (
            number * (width + theme.JUDGEMENTS_GAP),
            text_box(text, theme.KEY_POINT, Element("P", group), width),
        )
        for number, text in enumerate(block.texts_)
    )
    inner = stack(heading, (4.0, HBox(cells, measure)))
    return Padded(inner, theme.TEXT_WIDTH, (above, right, below, left), _barred_tint)


def bottom_line(block: plan.BottomLine, parent: Element) -> Padded:
    """Set the answer, and below it how sure the authors are, and what the reader is asked to do."""
    group = Element("Div", parent)
    measure = theme.MAIN_WIDTH - theme.PANEL_PADDING[1] - theme.PANEL_PADDING[3]
    face = theme.OPEN_LINE if block.is_open else theme.BOTTOM_LINE
    boxes: list[tuple[float, Box]] = [
        (0.0, text_box(block.label, theme.PANEL_LABEL, Element("P", group), measure)),
        (4.0, text_box(block.text, face, Element("P", group), measure)),
    ]
    for number, line in enumerate(block.lines):
        is_apart = not number or line is block.next_step
        above = theme.GRADES_ABOVE if is_apart else 0.0
        boxes.append((above, text_box(line, theme.GRADE, Element("P", group), measure)))
    return Padded(_kept(*boxes), theme.MAIN_WIDTH, theme.PANEL_PADDING, _barred_tint)


def side_note(note: plan.SideNote, element: Element) -> Box:
    """Set a note for the side column."""
    lead = text_box(note.lead, theme.NOTE_LEAD, Element("P", element), theme.SIDE_WIDTH)
    text = text_box(note.text, theme.NOTE, Element("P", element), theme.SIDE_WIDTH)
    padding = (theme.NOTE_RULE_GAP, 0.0, 0.0, 0.0)
    return Padded(stack(lead, text), theme.SIDE_WIDTH, padding, _note_rule)


def opened(inner: Box, width: float = theme.TEXT_WIDTH, gap: float = theme.EXHIBIT_RULE_GAP) -> Box:
    """Put the rule that opens a block above a box."""
    return Padded(inner, width, (gap, 0.0, 0.0, 0.0), _opening_rule)


def _kept(*boxes: tuple[float, Box]) -> VBox:
    """Return boxes below each other that part only within a text longer than a page."""
    last = len(boxes) - 1
    layers = (Layer(box, above, keeps=at < last) for at, (above, box) in enumerate(boxes))
    return VBox(tuple(layers))


def _view_bar(canvas: Canvas, rect: Rect) -> None:
    canvas.box(rect[:2], (theme.VIEW_BAR_PT, rect.height), fill=palette.RUST)


def _barred_tint(canvas: Canvas, rect: Rect) -> None:
    canvas.box(rect[:2], rect[2:], fill=palette.TINT)
    canvas.box(rect[:2], (theme.BAR_PT, rect.height), fill=palette.NAVY)


def _note_rule(canvas: Canvas, rect: Rect) -> None:
    canvas.rule(rect[:2], rect.width, theme.NOTE_RULE, palette.AXIS)


def _opening_rule(canvas: Canvas, rect: Rect) -> None:
    canvas.rule((rect.x, rect.y + theme.OPEN_RULE / 2), rect.width, theme.OPEN_RULE, palette.NAVY)
