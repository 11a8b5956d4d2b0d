"""Lengths, type and colours of the deck (points); imports no output library.

Colours are named by what they are for and point into the theme's colour scheme, so that whoever
changes the theme, also inside PowerPoint, changes every slide, chart and table with it.
"""

from __future__ import annotations

import colorsys
from enum import StrEnum
from functools import lru_cache

from briefbook.frozen import dataclass
from briefbook.theme.look import worn
from briefbook_figures import palette

EMU_PER_PT = 12700
"""English Metric Units, in which Office gives lengths, in a point."""

DISPLAY_FACE = "Cambria"
"""Its digits are lining: they stand on the line and are as high as capitals, so that no title bobs."""
BODY_FACE = "Calibri"

SCHEME: dict[str, str] = {
    "dk1": palette.TEXT,
    "lt1": palette.WHITE,
    "dk2": palette.NAVY,
    "lt2": palette.TINT,
    "accent1": palette.NAVY,
    "accent2": palette.RUST,
    "accent3": palette.TEAL,
    "accent4": palette.GOLD,
    "accent5": palette.GREEN,
    "accent6": palette.MUTED,
    "hlink": "#1B4F7F",
    "folHlink": "#5B4A78",
}
"""The twelve colours of Briefbook's theme. The accents run as the fills of part-to-whole charts do."""


def scheme() -> dict[str, str]:
    """Return the theme's colours in the look that is worn."""
    return {**SCHEME, **worn().scheme}


def face_name(*, is_display: bool) -> str:
    """Return the typeface that the deck names for headings, or for all else."""
    family = worn().display if is_display else worn().body
    return family.name if family else DISPLAY_FACE if is_display else BODY_FACE


def ascent(*, is_display: bool) -> float:
    """Return the height of the first line's base below its top, in em."""
    family = worn().display if is_display else worn().body
    return family.ascent * squeeze(is_display=is_display) if family else ASCENTS[is_display]


def squeeze(*, is_display: bool) -> float:
    """Return the share of a face's own line height that lines take: a sender's may stand far apart.

    Slots are as high as lines of Calibri and of its stand-ins are.
    """
    family = worn().display if is_display else worn().body
    return min(1.0, WIDEST_LINE / family.line_height) if family else 1.0


@dataclass(frozen=True)
class ThemeColour:
    """A colour of the theme, lightened: luminance times `lum_mod` plus `lum_off`, in per cent."""

    slot: str
    lum_mod: int = 100
    lum_off: int = 0


class Ink(StrEnum):
    """A colour by its use."""

    TEXT = "text"
    NAVY = "navy"
    RUST = "rust"
    TEAL = "teal"
    GOLD = "gold"
    GREEN = "green"
    PLUM = "plum"
    MUTED = "muted"
    QUIET = "quiet"
    AXIS = "axis"
    HAIR = "hair"
    GRID = "grid"
    TINT = "tint"
    MIST = "mist"
    LAND = "land"
    """Countries of a map that it does not speak of."""
    AGAINST = "against"
    WHITE = "white"
    PALE = "pale"
    """Secondary text on navy."""
    PEACH = "peach"
    """The kicker on navy: rust would not be read there."""
    DEEP = "deep"
    """A column on navy."""


COLOURS: dict[Ink, ThemeColour] = {
    Ink.TEXT: ThemeColour("tx1"),
    Ink.NAVY: ThemeColour("tx2"),
    Ink.RUST: ThemeColour("accent2"),
    Ink.TEAL: ThemeColour("accent3"),
    Ink.GOLD: ThemeColour("accent4"),
    Ink.GREEN: ThemeColour("accent5"),
    Ink.PLUM: ThemeColour("folHlink", 100, 13),
    Ink.MUTED: ThemeColour("accent6"),
    Ink.QUIET: ThemeColour("accent6", 60, 36),
    Ink.AXIS: ThemeColour("accent6", 75, 25),
    Ink.HAIR: ThemeColour("accent6", 30, 69),
    Ink.GRID: ThemeColour("accent6", 22, 78),
    Ink.TINT: ThemeColour("bg2"),
    Ink.MIST: ThemeColour("bg2", 99),
    Ink.LAND: ThemeColour("bg2", 97),
    Ink.AGAINST: ThemeColour("accent6", 32, 65),
    Ink.WHITE: ThemeColour("bg1"),
    Ink.PALE: ThemeColour("bg1", 85),
    Ink.PEACH: ThemeColour("accent2", 40, 60),
    Ink.DEEP: ThemeColour("tx2", 70),
}

THEME_SLOTS = {"tx1": "dk1", "bg1": "lt1", "tx2": "dk2", "bg2": "lt2"}
"""The scheme's name of a colour that shapes know by its use."""


def rgb(ink: Ink) -> str:
    """Return a colour as `#RRGGBB`, lightened as PowerPoint does it: in hue, saturation, luminance."""
    slot = THEME_SLOTS.get(COLOURS[ink].slot, COLOURS[ink].slot)
    return _lightened(worn().scheme.get(slot, SCHEME[slot]), COLOURS[ink])


@lru_cache
def _lightened(plain: str, tone: ThemeColour) -> str:
    red, green, blue = (int(plain[at : at + 2], 16) / 255 for at in (1, 3, 5))
    hue, light, saturation = colorsys.rgb_to_hls(red, green, blue)
    light = min(1.0, light * tone.lum_mod / 100 + tone.lum_off / 100)
    shades = colorsys.hls_to_rgb(hue, light, saturation)
    return "#" + "".join(f"{round(shade * 255):02X}" for shade in shades)


SHARE_INKS = (Ink.NAVY, Ink.RUST, Ink.TEAL, Ink.GOLD, Ink.MIST, Ink.PLUM, Ink.HAIR)
"""Fills of part-to-whole charts, in order; see `briefbook_figures.palette.SHARE_FILLS`."""
SHARE_LABEL_INKS = (
    Ink.WHITE, Ink.WHITE, Ink.TEXT, Ink.TEXT, Ink.TEXT, Ink.WHITE, Ink.TEXT,
)  # fmt: skip


@dataclass(frozen=True)
class Setting:
    """How one sort of paragraph is set."""

    ink: Ink = Ink.TEXT
    scale: float = 1.0
    """Size as a share of the slot's body size; ignored where `fixed_pt` is given."""
    fixed_pt: float = 0.0
    leading: float = 1.045
    """Line step as a multiple of the face's own line height."""
    step_em: float = 0.0
    """Line step where it is fixed, in em: stand-ins for Cambria have other line heights."""
    before_pt: float = 0.0
    """Space above, except at the top of the slot."""
    is_display: bool = False
    """Set in the heading face (Cambria) instead of the body face (Calibri)."""
    bold: bool = False
    italic: bool = False
    caps: bool = False
    spacing_pt: float = 0.0
    """Added after each letter; capitals need air."""

    def size(self, body_pt: float) -> float:
        """Return the type size, given the slot's body size; never finer than half a point."""
        return self.fixed_pt or round(body_pt * self.scale * 2) / 2


@dataclass(frozen=True)
class Type:
    """The four paragraphs that a slot can hold; see `briefbook.deck.plan.Para`."""

    body: Setting
    lead: Setting
    apparatus: Setting
    number: Setting

    def roles(self) -> tuple[tuple[str, Setting], ...]:
        """Return the settings with their names, in the order of the template's text levels."""
        return (
            ("body", self.body),
            ("lead", self.lead),
            ("apparatus", self.apparatus),
            ("number", self.number),
        )


def _type(
    body: Setting,
    lead: Setting | None = None,
    apparatus: Setting | None = None,
    number: Setting | None = None,
) -> Type:
    """Fill up a type with the settings that most slots share."""
    return Type(
        body,
        lead or Setting(Ink.NAVY, bold=True),
        apparatus or Setting(Ink.MUTED, fixed_pt=12, before_pt=4),
        number or Setting(Ink.NAVY, fixed_pt=44, leading=0.9, bold=True),
    )


def _on_navy(body: Setting, apparatus: Setting | None = None) -> Type:
    """Return a type of the cover, none of whose paragraphs is dark."""
    lead = Setting(Ink.WHITE, bold=True)
    return Type(body, lead, apparatus or Setting(Ink.PALE, fixed_pt=12), lead)


_NUMBER = Setting(Ink.NAVY, leading=0.9, bold=True)
_MARK = Setting(Ink.MUTED, fixed_pt=12, leading=1.0, before_pt=3)
"""Below a statement: whose view it is, or that it is computed."""
_TITLE = Setting(Ink.NAVY, step_em=1.15, is_display=True, bold=True)

TYPES: dict[str, Type] = {
    "tracker": _type(Setting(Ink.RUST, bold=True)),
    "title": _type(_TITLE),
    "subtitle": _type(Setting(Ink.MUTED)),
    "source": _type(Setting(Ink.MUTED, leading=1.0), lead=Setting(Ink.TEXT, bold=True)),
    "note": _type(Setting(Ink.MUTED), lead=Setting(Ink.TEXT, bold=True)),
    "label": _type(Setting(Ink.RUST, bold=True)),
    "numeral": _type(Setting(Ink.RUST, bold=True)),
    "footer": _type(Setting(Ink.MUTED)),
    "page": _type(Setting(Ink.NAVY, bold=True)),
    # The cover, on navy.
    "cover-kicker": _on_navy(Setting(Ink.PEACH, bold=True, spacing_pt=0.4)),
    "cover-title": _on_navy(Setting(Ink.WHITE, step_em=1.12, is_display=True, bold=True)),
    "cover-subtitle": _on_navy(Setting(Ink.PALE, leading=1.08)),
    "fact": _on_navy(
        Setting(Ink.WHITE, bold=True, leading=1.05),
        apparatus=Setting(Ink.PALE, fixed_pt=13, leading=1.2),
    ),
    "foreign-subtitle": _type(
        Setting(leading=1.05), apparatus=Setting(scale=0.72, before_pt=8, leading=1.05)
    ),
    # Text in panels, bands and columns.
    "statement": _type(
        Setting(Ink.NAVY, leading=1.2, is_display=True),
        apparatus=Setting(Ink.MUTED, fixed_pt=13, leading=1.05, before_pt=6),
    ),
    "reason": _type(
        Setting(leading=1.03),
        apparatus=_MARK,
        number=Setting(Ink.NAVY, fixed_pt=34, leading=0.9, bold=True),
    ),
    "row": _type(Setting(leading=1.03, before_pt=2), apparatus=_MARK),
    "figure": _type(_NUMBER, number=_NUMBER),
    "phase": _type(Setting(leading=1.02), lead=Setting(Ink.NAVY, leading=1.02, bold=True)),
    "takeaway": _type(
        Setting(leading=1.08, before_pt=3),
        lead=Setting(Ink.NAVY, before_pt=14, bold=True),
        apparatus=Setting(Ink.MUTED, fixed_pt=12, before_pt=8),
    ),
    "aside": _type(
        Setting(leading=1.15, before_pt=8, is_display=True, italic=True),
        apparatus=Setting(Ink.MUTED, fixed_pt=12, before_pt=12),
    ),
    "body": _type(
        Setting(leading=1.06, before_pt=9),
        lead=Setting(Ink.NAVY, scale=1.1, before_pt=14, bold=True),
    ),
    "sources": _type(
        Setting(leading=1.03, before_pt=7),
        lead=Setting(Ink.NAVY, before_pt=12, bold=True),
    ),
}

COVER_FOOTER = Setting(Ink.PALE, bold=True)
BANNER = Setting(Ink.WHITE, bold=True)

# Tables.
TABLE_HEAD = Setting(Ink.MUTED, fixed_pt=14, bold=True, leading=1.0)
DENSE_HEAD = Setting(Ink.MUTED, fixed_pt=11, bold=True, leading=1.0)
CELL = Setting(leading=1.0)
CELL_NAME = Setting(Ink.NAVY, bold=True, leading=1.0)
CELL_QUOTE = Setting(scale=0.9, is_display=True, italic=True, leading=1.06)
ASCENTS = {False: 0.952, True: 0.917}
"""Height of the first line's base below its top, in em, of body and heading face."""
CELL_SIDE_PT = 10.0
"""Clear width on both sides of a cell's text."""
BAND_GAP_PT = 3.0
"""White between the rows of a table, which stand on a tint."""
CELL_BELOW_PT = 3.0
"""What stays free below a cell's text where a stand-in breaks it into a line more: the row is as high
as the text with equal space above and below, and a further line takes the space below first."""
HEAD_GAP_PT = 7.0
"""Between a table's head and the rule below it."""
DENSE_PADDING_PT = (3.0, 6.0)
PADDING_PT = (7.0, 24.0)
"""Least and most space above and below the text of a table row."""

# Tags: small bold capitals; the word says it, the colour only helps.
TAG_PT = 11.0
TAG_SPACING_PT = 0.4
CITATION_PT = 11.0

WIDEST = {"regular": 1.27, "bold": 1.40, "display": 1.32, "display-bold": 1.33}
"""How much wider text runs in the widest stand-in that a machine may draw it with: DejaVu Sans and
DejaVu Sans Bold for Calibri, DejaVu Serif and its bold for Cambria. Measured by `tests/deck/test_substitutes.py`
over all texts of the worked examples. A text must have room in its slot even then."""
WIDEST_LINE = 1.164
"""Natural line height of those stand-ins, in em: a little less than Calibri's."""
DRAWN_SLACK = 1.05
"""Line breaks of different programs differ by a few per cent, even with the very typeface."""
SLACK = 1.10
"""Room kept for labels of native charts, which no layout can hold."""

FOOTER_PT = 11.0

# Charts on slides.
LABEL_PT = float(palette.SCREEN.label_pt)
VALUE_PT = float(palette.SCREEN.value_pt)
NAME_PT = float(palette.SCREEN.name_pt)
