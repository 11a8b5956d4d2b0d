"""Page one: title block, the answer beside its figures, key points in two columns."""

from __future__ import annotations

from briefbook.frozen import dataclass, replace
from briefbook.paper import plan
from briefbook.paper.pdf import panels
from briefbook.paper.pdf.boxes import TOLERANCE, Box, HBox, KeepTogether, Padded, Rect, stack
from briefbook.paper.pdf.items import Item
from briefbook.paper.pdf.texts import text_box
from briefbook.pdf.canvas import Canvas
from briefbook.pdf.structure import Element
from briefbook.text import Run
from briefbook.theme import paper as theme
from briefbook_figures import palette


def opening(block: plan.Opening, root: Element) -> Item:
    """Set kicker, topic and date in one line; title, subtitle and sender below them."""
    width = theme.TEXT_WIDTH
    kicker = text_box(block.kicker, theme.KICKER, Element("P", root), width)
    x = max((line.width for line in kicker.lines), default=0.0) + theme.KICKER_GAP
    topic = text_box(block.topic, theme.TOPIC, Element("P", root), width - x)
    date = text_box(block.date, theme.BYLINE, Element("P", root), width, is_right=True)
    boxes: list[tuple[float, Box]] = [
        (0.0, HBox(((0.0, kicker), (x, topic), (0.0, date)), width)),
        (theme.TITLE_ABOVE, text_box(block.title, theme.TITLE, Element("H1", root), width)),
    ]
    if block.subtitle:
        subtitle = text_box(block.subtitle, theme.SUBTITLE, Element("P", root), width)
        boxes.append((theme.SUBTITLE_ABOVE, subtitle))
    if block.byline:
        byline = text_box(block.byline, theme.BYLINE, Element("P", root), width)
        boxes.append((theme.BYLINE_ABOVE, byline))
    box = Padded(stack(*boxes), width, (0.0, 0.0, theme.OPENING_RULE_ABOVE, 0.0), _foot_rule)
    return Item(box, 0.0, theme.OPENING_BELOW, is_wide=True, label="the title block")


def _foot_rule(canvas: Canvas, rect: Rect) -> None:
    canvas.rule((rect.x, rect.y + rect.height), rect.width, theme.ROW_RULE, palette.AXIS)


def spread(block: plan.Spread, root: Element) -> Item:
    """Set the answer at the left and its figures at the right."""
    main = panels.bottom_line(block.main, root)
    side = _figures(block.side, root)
    cells: tuple[tuple[float, Box], ...] = ((0.0, main),)
    if side:
        figures = stack(*side)
        cells = ((0.0, _as_high(main, figures.height)), (theme.SIDE_X, figures))
    box = KeepTogether(HBox(cells, theme.TEXT_WIDTH))
    return Item(box, 0.0, theme.SPREAD_BELOW, is_wide=True, label="page one's columns")


def _as_high(panel: Padded, height: float) -> Padded:
    """Return a panel that ends level with what stands beside it."""
    above, right, below, left = panel.padding
    air = max(height - panel.height, 0.0) / 2
    return replace(panel, padding=(above + air, right, below + air, left))


def _figures(block: plan.Figures, root: Element) -> list[tuple[float, Box]]:
    width = theme.SIDE_WIDTH
    group = Element("L", root) if block.items else None
    boxes: list[tuple[float, Box]] = []
    for item in block.items:
        body = Element("LBody", Element("LI", group))
        value = text_box(item.value, theme.FIGURE_VALUE, Element("P", body), width)
        caption = text_box(item.caption, theme.FIGURE_CAPTION, Element("P", body), width)
        opened = panels.opened(stack(value, caption), width, theme.FIGURE_RULE_GAP)
        boxes.append((theme.FIGURE_GAP if boxes else 0.0, opened))
    return boxes


def key_points(block: plan.KeyPoints, root: Element) -> Item:
    """Set the points two by two under a rule, each with its number."""
    heading = text_box(block.heading, theme.SUBHEADING, Element("H2", root), theme.TEXT_WIDTH)
    group = Element("L", root, attributes=(("List", {"ListNumbering": "Decimal"}),))
    points = [_point(number, point, group) for number, point in enumerate(block.points, 1)]
    rows = tuple(
        HBox(
            tuple(zip((0.0, theme.COLUMN_X), pair, strict=False)),
            theme.TEXT_WIDTH,
            theme.KEY_POINT_ABOVE,
            theme.KEY_POINT_BELOW,
        )
        for pair in (points[at : at + 2] for at in range(0, len(points), 2))
    )
    head = panels.opened(heading)
    box = KeyPointsBox(head, rows)
    return Item(box, 0.0, theme.PIN_GAP, is_wide=True, label="the key points")


def _point(number: int, point: plan.KeyPoint, group: Element) -> Box:
    item = Element("LI", group)
    at = theme.KEY_NUMBER_WIDTH
    label = text_box(str(number), theme.KEY_NUMBER, Element("Lbl", item), at)
    body = Element("P", Element("LBody", item))
    text = (*point.lead, Run(" "), *point.text)
    box = text_box(text, theme.KEY_POINT, body, theme.COLUMN_WIDTH - at)
    return HBox(((0.0, label), (at, box)), theme.COLUMN_WIDTH)


@dataclass
class KeyPointsBox(Box):
    """A heading over rows of two points; hairs part the rows, in each column its own."""

    head: Box
    rows: tuple[HBox, ...]

    @property
    def height(self) -> float:
        """The heading and all rows."""
        return self.head.height + sum(row.height for row in self.rows)

    @property
    def least(self) -> float:
        """The heading and the first row."""
        return self.head.height + (self.rows[0].height if self.rows else 0.0)

    def stretched(self, room: float) -> Box:
        """Give the rows air up to `room`, or take a little where it is missing."""
        if not self.rows:
            return self
        spare = (room - self.height) / len(self.rows)
        air = min(max(spare, theme.LEAST_AIR), theme.MOST_AIR) / 2
        rows = (replace(r, above=r.above + air, below=r.below + air) for r in self.rows)
        return KeyPointsBox(self.head, tuple(rows))

    def split(self, room: float) -> tuple[Box, Box] | None:
        """Split between rows."""
        total = self.head.height
        for count, row in enumerate(self.rows):
            total += row.height
            if total > room + TOLERANCE:
                if not count:
                    return None
                rest = stack(*self.rows[count:])
                return KeyPointsBox(self.head, self.rows[:count]), rest
        return None

    def draw(self, canvas: Canvas, x: float, y: float) -> None:
        """Draw the heading, then the rows with their hairs."""
        self.head.draw(canvas, x, y)
        y += self.head.height
        for number, row in enumerate(self.rows):
            if number:
                for shift, _ in row.cells:
                    canvas.rule((x + shift, y), theme.COLUMN_WIDTH, *theme.HAIR_RULE)
            row.draw(canvas, x, y)
            y += row.height
