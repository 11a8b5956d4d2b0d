"""Every length, colour and type of the paper, once: what `LOOK` says, as data.

All lengths are points; y runs down from the top edge of the page.

     51        387 405      544
      ├─ main 336 ─┤ ├ side 139 ┤    running text and notes
      ├─────── text 493 ────────┤    exhibits, tables, notices
      ├── 237 ──┤ 19 ├── 237 ───┤    chronology, evidence
"""

from __future__ import annotations

from briefbook.frozen import dataclass
from briefbook.text import StatementType, Tag
from briefbook.theme.faces import Face
from briefbook_figures import palette
from briefbook_figures.spec import Shape

# ── Page ─────────────────────────────────────────────────────────────────────────────────────────

TEXT_WIDTH = 493.0
"""Full width: exhibits, tables, notices."""
MAIN_WIDTH = 336.0
"""Main column: about 65 characters a line."""
SIDE_WIDTH = 139.0
SIDE_X = TEXT_WIDTH - SIDE_WIDTH
"""The side column's left edge, from the left edge of the text."""
COLUMN_WIDTH = 237.0
"""One of two equal columns."""
COLUMN_X = TEXT_WIDTH - COLUMN_WIDTH
THIRD_WIDTH = 154.0
"""One of three equal columns."""


def column_step(columns: int) -> float:
    """Return from one of two or three equal columns to the next."""
    return COLUMN_X if columns == 2 else (TEXT_WIDTH - THIRD_WIDTH) / 2  # noqa: PLR2004


@dataclass(frozen=True)
class PageSize:
    """A sheet and where its parts stand; the grid is the same on every sheet."""

    width: float
    height: float
    lowered: float = 0.0
    """By how much page one begins lower, under a logo."""
    gutter: float = 0.0
    """By how much the text stands nearer to the outer edge, where both sides are printed."""

    @property
    def left(self) -> float:
        """Left edge of the text, on a sheet that is printed on one side."""
        return (self.width - TEXT_WIDTH) / 2

    def left_of(self, page: int) -> float:
        """Return the left edge of the text on a page, from 1; odd ones lie on the right."""
        return self.left + (self.gutter if page % 2 else -self.gutter)

    @property
    def first_top(self) -> float:
        """Top of the text on page one, under its band."""
        return 48.0 + self.lowered

    @property
    def top(self) -> float:
        """Top of the text on the other pages, under the running header."""
        return 64.0

    @property
    def bottom(self) -> float:
        """Foot of the text."""
        return self.height - 62.0

    @property
    def footer_rule(self) -> float:
        """The rule above the footer."""
        return self.height - 51.0

    @property
    def footer_text(self) -> float:
        """Top of the footer's line."""
        return self.height - 46.0

    @property
    def foot_marking(self) -> float:
        """Top of the marking's line at the foot."""
        return self.height - 30.0


GUTTER = 9.0
"""Of a paper that is printed on both sides."""
PAGE_SIZES = {"A4": PageSize(595.2756, 841.8898), "Letter": PageSize(612.0, 792.0)}

BAND_Y, BAND_PT = 36.0, 3.0
"""The band that opens page one."""
LOGO_Y, LOGO_PT, LOGO_WIDTH = 13.0, 22.0, 190.0
"""Top, height and most width of a logo above it."""
LOGO_LOWERS = 7.0
"""By so much the band stands lower then."""
HEADER_TEXT_Y, HEADER_RULE_Y = 34.0, 48.0
HEAD_MARKING_Y = 17.0

# ── Type ─────────────────────────────────────────────────────────────────────────────────────────

BASELINE_SHARE = 0.35
"""A line's baseline stands half the leading and this share of the size below the line's top."""


@dataclass(frozen=True)
class Type:
    """How a text is set; `strong` and `link` are the colours of such runs: its own, and every link's, if empty."""

    face: Face
    size: float
    leading: float
    colour: str = palette.TEXT
    strong: str = ""
    link: str = ""
    tracking: float = 0.0
    """Added after each letter."""
    is_capitals: bool = False
    """Set in capitals; read aloud as written."""
    beside: float = 0.0
    """Size of the type that stands beside it, where their baselines should be level."""

    @property
    def baseline(self) -> float:
        """How far below the top of a text its first baseline stands."""
        return self.leading / 2 + BASELINE_SHARE * (self.beside or self.size)


KICKER = Type("sans-semibold", 7.8, 11, palette.RUST, tracking=0.6, is_capitals=True)
TOPIC = Type("sans", 7.8, 11, palette.MUTED, tracking=0.6, is_capitals=True)
TITLE = Type("display-semibold", 27, 31, palette.NAVY)
SUBTITLE = Type("sans", 12.2, 16, palette.MUTED)
BYLINE = Type("sans", 8.6, 11.8, palette.MUTED)
PANEL_LABEL = Type("sans-semibold", 7.8, 10, palette.NAVY, tracking=0.6, is_capitals=True)
BOTTOM_LINE = Type("serif-semibold", 12.2, 16.6, palette.NAVY)
GRADE = Type("sans", 8.6, 11.6, palette.NOTE, strong=palette.NAVY)
"""How sure the authors are, below the bottom line."""
OPEN_LINE = Type("serif-semibold", 12.2, 16.6, palette.MUTED)
APPARATUS = Type("sans", 7.8, 11, palette.MUTED, strong=palette.TEXT)
"""What a bottom line rests on, who says a quotation, a formula's terms."""
HEADING = Type("display-semibold", 18, 21, palette.NAVY)
HEADING_NUMBER = Type("sans-semibold", 14, 21, palette.RUST, beside=HEADING.size)
SUBHEADING = Type("sans-semibold", 9.8, 13.5, palette.NAVY)
LEAD = Type("sans", 8.6, 12, palette.MUTED)
BODY = Type("serif", 9.8, 13, strong=palette.NAVY)
KEY_POINT = Type("serif", 9.8, 13, strong=palette.NAVY)
KEY_NUMBER = Type("sans-semibold", 9.8, 13, palette.RUST, beside=KEY_POINT.size)
QUOTATION = Type("serif-italic", 11.2, 15)
VIEW_LABEL = Type("sans-semibold", 7.8, 10, palette.RUST, tracking=0.6, is_capitals=True)
COMPUTED_LINE = Type("sans", 9.8, 13)
FORMULA = Type("sans", 7.8, 10.4, palette.MUTED)
JUDGEMENT = Type("serif-semibold", 9.8, 13.5, palette.NAVY)
NOTE = Type("sans", 8.6, 11.4, palette.NOTE)
NOTE_LEAD = Type("sans-semibold", 8.6, 11.4, palette.NAVY)
FIGURE_VALUE = Type("sans-semibold", 14, 17, palette.NAVY, strong=palette.NAVY)
FIGURE_CAPTION = Type("sans", 7.8, 9.8, palette.MUTED)
NOTICE_LABEL = Type("sans-semibold", 8.6, 11.4, palette.RUST)
NOTICE = Type("sans", 8.6, 11.4)
COLOPHON_NAME = Type("sans-semibold", 7.8, 10.2)
EXHIBIT_TITLE = Type("sans-semibold", 11.2, 14.5, palette.NAVY)
EXHIBIT_LABEL = Type("sans-semibold", 11.2, 14.5, palette.RUST)
EXHIBIT_SUBTITLE = Type("sans", 8.6, 11.5, palette.MUTED)
SOURCE = Type("sans", 7.8, 10.2, palette.MUTED, strong=palette.TEXT, link=palette.MUTED)
TABLE_HEAD = Type("sans-semibold", 7.8, 12, palette.MUTED)
TABLE_CELL = Type("sans", 8.6, 11.6, strong=palette.NAVY)
TABLE_NAME = Type("sans-semibold", 8.6, 11.6, palette.NAVY)
TABLE_STRONG = Type("sans-semibold", 8.6, 11.6)
TABLE_QUOTE = Type("serif-italic", 8.6, 11.6)
TABLE_GROUP = Type("sans-semibold", 8.6, 11.6, palette.NAVY)
COMPACT_TITLE = Type("sans", 8.6, 11.5, palette.MUTED, strong=palette.RUST)
COMPACT_HEAD = Type("sans-semibold", 7.8, 10, palette.MUTED)
COMPACT_CELL = Type("sans", 7.8, 10)
COMPACT_NAME = Type("sans-semibold", 7.8, 10, palette.NAVY)
DATE = Type("sans-semibold", 8.6, 11.6, palette.NAVY)
EVENT = Type("sans", 8.6, 11.6)
EVIDENCE_NUMBER = Type("sans-semibold", 7.8, 9.8, palette.NAVY)
EVIDENCE_QUOTE = Type("serif", 7.8, 9.8)
EVIDENCE_VIEW = Type("serif-italic", 7.8, 9.8)
EVIDENCE_HEADING = Type("sans-semibold", 9.8, 12.5, palette.NAVY)
RUNNING = Type("sans", 7.8, 11, palette.MUTED)
PAGE_NUMBER = Type("sans-semibold", 7.8, 11, palette.TEXT)
MARKING = Type("sans-semibold", 7.8, 11, palette.RUST, tracking=0.6)

CITATION_FACE: Face = "sans"
CITATION_PT, CITATION_RISE = 6.8, 3.2
LINK_COLOUR = palette.NAVY

# ── Tags ─────────────────────────────────────────────────────────────────────────────────────────


@dataclass(frozen=True)
class TagLook:
    """The frame of a statement type: word, colours, strokes."""

    word: str
    colour: str
    frame: str
    frame_pt: float
    edge_pt: float = 0.0
    """The left edge, where it is thicker than the frame."""
    fill: str = ""


TAGS = {
    StatementType.REPORTED: TagLook("REPORTED", palette.MUTED, palette.AXIS, 0.6),
    StatementType.ATTRIBUTED: TagLook(
        "SOURCE’S VIEW", palette.RUST, palette.RUST, 0.6, edge_pt=2.2
    ),
    StatementType.COMPUTED: TagLook("= COMPUTED", palette.GREEN, palette.GREEN, 0.6),
    StatementType.JUDGEMENT: TagLook(
        "OUR JUDGEMENT", palette.WHITE, palette.NAVY, 0.0, fill=palette.NAVY
    ),
}
TAG_FACE: Face = "sans-semibold"
TAG_PT, TAG_TRACKING, TAG_PAD, TAG_GAP = 6.8, 0.45, 3.8, 3.6
TAG_AFTER = 1.6
EDGE_SHARE = 0.6
"""A thick left edge moves the word to the right by this share of itself."""
TAG_ABOVE, TAG_BELOW = 6.4, 1.7
"""The frame's reach above and below the baseline."""
FLAG = TagLook("VIEW", palette.RUST, palette.RUST, 0.0, edge_pt=2.0)
FLAG_PT, FLAG_TRACKING, FLAG_PAD, FLAG_GAP = 6.8, 0.45, 4.2, 3.0
FLAG_ABOVE, FLAG_BELOW = 5.6, 0.7


def tag_word(tag: Tag) -> str:
    """Return what the mark of a statement's type says, in English."""
    is_flag = tag.is_flag and tag.kind is StatementType.ATTRIBUTED
    return FLAG.word if is_flag else TAGS[tag.kind].word


SHAPE_WORDS = {
    Shape.DOT: "day",
    Shape.DOTS: "days",
    Shape.SQUARE: "month",
    Shape.BAR: "year or years",
    Shape.DASHES: "part of a decade",
    Shape.ARROW: "open end",
    Shape.DIAMOND: "context",
}
"""How a mark is read aloud where the paper has no key of its own that says it."""

# ── Rules and space ──────────────────────────────────────────────────────────────────────────────

OPEN_RULE, HEAD_RULE, ROW_RULE = 1.0, 0.75, 0.5
"""Opens a block; closes a table's head; separates rows."""
HAIR_RULE = ROW_RULE, palette.HAIR
"""Width and colour of what separates rows."""
BAR_PT, VIEW_BAR_PT = 4.0, 2.0
"""The navy bar of the bottom line and of judgements; the rust one of quotations."""
PARAGRAPH_GAP = 6.75
BLOCK_GAP, BLOCK_UNDER = 10.0, 5.0
"""Around quotations, computations and judgements; under a heading."""

KICKER_GAP, TITLE_ABOVE, SUBTITLE_ABOVE = 14.0, 4.0, 2.0
BYLINE_ABOVE, OPENING_RULE_ABOVE, OPENING_BELOW, SPREAD_BELOW = 3.0, 10.0, 12.0, 14.0
PANEL_PADDING = (10.0, 14.0, 9.0, 16.0)
"""Above, right, below, left (the bar of 4 and 12)."""
GRADES_ABOVE = 6.0
"""Between the bottom line and how sure the authors are of it."""
KEY_POINT_ABOVE, KEY_POINT_BELOW, KEY_NUMBER_WIDTH = 6.4, 6.6, 20.0
FIGURE_RULE_GAP, FIGURE_GAP = 4.0, 9.0
MOST_AIR, LEAST_AIR = 14.0, -7.0
"""Added to each row of key points so that page one is full, or taken so that it fits."""
JUDGEMENTS_GAP = 18.0
COLOPHON_LABEL, COLOPHON_GAP = 48.0, 1.5
NOTICE_LABEL_WIDTH, NOTICE_ABOVE, NOTICE_BELOW = 84.0, 7.0, 7.0
PIN_GAP = 14.0

SECTION_ABOVE, SECTION_RULE_GAP, SECTION_BELOW, SECTION_NUMBER = 14.0, 4.0, 3.0, 20.0
"""Above a section's rule, between it and the heading, below the heading; the number's column."""
SECTION_LEAST = 5 * BODY.leading
"""Under a section's heading at the foot of a page."""
SUBHEADING_ABOVE, SUBHEADING_BELOW = 14.0, 2.0
LEAD_BELOW = 9.0
NOTE_RULE, NOTE_RULE_GAP, NOTE_GAP = 0.5, 3.2, 12.0
NOTE_RISE = 1.9
"""A note begins this much above its paragraph, so that their first baselines are level."""
QUOTATION_INDENT = 13.0

EXHIBIT_ABOVE, EXHIBIT_BELOW, EXHIBIT_UNDER, EXHIBIT_RULE_GAP = 13.0, 13.0, 8.0, 5.0
LABEL_GAP = 7.5
PICTURE_ABOVE, SOURCE_ABOVE, TABLE_ABOVE, COLUMNS_ABOVE = 6.0, 4.0, 5.0, 9.0
IMAGE_HEIGHT = 300.0
"""The most that a photograph takes of a page."""
IMAGE_DPI = 200
"""Pixels in an inch of a photograph, at least: with fewer it is printed smaller."""
SHORT_TABLE = 280.0
"""A table up to this height is not split over pages; text may go on above it instead."""
LEAST_CELL = 8.0
CELL_GAP = 12.0
"""Between a cell's text and the next column."""
CELL_ABOVE, CELL_BELOW = 4.6, 5.4
COMPACT_ABOVE, COMPACT_BELOW = 1.5, 1.9
GROUP_INDENT = 6.0
CHRONOLOGY_DATE, CHRONOLOGY_MARK, CHRONOLOGY_SLOT, DATE_GAP = 68.0, 33.0, 27.0, 4.0
"""Columns of date and mark; the slot in which a mark is centred; beside the date."""
CHRONOLOGY_ABOVE, CHRONOLOGY_BELOW = 4.2, 4.8
EVIDENCE_NUMBER_WIDTH = 15.0
EVIDENCE_ABOVE, EVIDENCE_BELOW = 1.6, 2.0
EVIDENCE_HEADING_ABOVE, EVIDENCE_HEADING_BELOW = 8.0, 2.0
