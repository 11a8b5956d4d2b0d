"""The deck as data: which layout each slide uses and what fills its slots.

The layouts and their slots are a fixed contract (`layouts.py`); composition names slots, `fit.py`
settles sizes, and the renderer only puts things where the plan says. All lengths are points.
"""

from __future__ import annotations

from typing import Literal

from briefbook import text
from briefbook.deck.design import DEFAULT, Design, design
from briefbook.deck.layouts import LAYOUTS, Layout, Rect, Slot
from briefbook.deck.placeholders import logo_place
from briefbook.frozen import dataclass, replace
from briefbook.text import Printed, PrintedText, Role, Run, Text, plain, printed
from briefbook.theme.look import Logo
from briefbook_figures.display_list import DisplayList, TextMark
from briefbook_figures.raster import RasterImage
from briefbook_figures.spec import Chart


@dataclass(frozen=True)
class Meta(text.Meta):
    """What the file says of itself, and every slide."""

    footer: str
    """On every slide but the first."""
    marking: str = ""


@dataclass(frozen=True)
class Para:
    """A paragraph of a text slot."""

    text: Text
    role: Literal["body", "lead", "apparatus", "number"] = "body"
    """`lead`: bold navy; `apparatus`: small and muted (tags, locators); `number`: a big figure."""
    is_spare: bool = False
    """Left out where its slot has no room for it: another slide says it, too."""


@dataclass(frozen=True)
class Paras:
    """The text of a slot; `size_pt` is the body size, 0 until `fit.py` has settled it."""

    paras: tuple[Para, ...]
    size_pt: float = 0.0

    def texts(self, role: Role) -> Printed:
        """Yield the paragraphs, in the role of their slot."""
        for para in self.paras:
            yield from printed(Role.APPARATUS if para.role == "apparatus" else role, para.text)


@dataclass(frozen=True)
class Drawing:
    """A native chart."""

    chart: Chart
    alt: str
    title: str

    def texts(self, _: Role) -> Printed:
        """Yield what is read aloud; the words drawn are the chart's."""
        return printed(Role.ALT, self.alt)


@dataclass(frozen=True)
class Picture:
    """A drawn chart: one that no program knows, drawn by `fit.py`, or any, drawn for print."""

    chart: Chart
    drawing: DisplayList
    alt: str
    title: str
    exhibit: str = ""
    """Id of the exhibit whose words are drawn."""

    def texts(self, _: Role) -> Printed:
        """Yield the words drawn, and what is read aloud."""
        words = (mark.text for mark in self.drawing.marks if isinstance(mark, TextMark))
        yield from printed(Role.DRAWING, *((Run(text, statement=self.exhibit),) for text in words))
        yield from printed(Role.ALT, self.alt)


@dataclass(frozen=True)
class Photo:
    """A picture made of pixels; its size is 0 until `fit.py` has settled it."""

    image: RasterImage
    alt: str
    title: str
    width_pt: float = 0.0
    height_pt: float = 0.0

    def texts(self, _: Role) -> Printed:
        """Yield what is read aloud."""
        return printed(Role.ALT, self.alt)


@dataclass(frozen=True)
class Column:
    """A table column; widths are scaled to the slot."""

    header: str
    width_pt: float
    align: Literal["left", "right"] = "left"
    is_name: bool = False
    is_quote: bool = False
    is_strong: bool = False


@dataclass(frozen=True)
class Table:
    """A native table; `size_pt`, `padding_pt` are 0 until `fit.py` has settled them."""

    columns: tuple[Column, ...]
    rows: tuple[tuple[Text, ...], ...]
    alt: str
    size_pt: float = 0.0
    padding_pt: float = 0.0
    row_heights_pt: tuple[float, ...] = ()
    """The head first; empty until settled."""

    def texts(self, role: Role) -> Printed:
        """Yield heads, cells in the role of their slot, and what is read aloud."""
        yield from printed(Role.LABEL, *(column.header for column in self.columns))
        for row in self.rows:
            yield from printed(role, *row)
        yield from printed(Role.ALT, self.alt)


Content = Paras | Drawing | Picture | Photo | Table


@dataclass(frozen=True)
class Fill:
    """What goes into one slot of the slide's layout."""

    slot: str
    content: Content


@dataclass(frozen=True)
class Jump:
    """A link inside the deck: the slide that it leads to."""

    slide: str


@dataclass(frozen=True)
class Notes:
    """What a speaker has beside a slide, in paragraphs."""

    said: tuple[str, ...]
    """What to say."""
    passages: tuple[str, ...] = ()
    """What bears it: each passage with its number, place and words."""

    @property
    def paragraphs(self) -> tuple[str, ...]:
        """All of it, as the deck has it."""
        return (*self.said, *self.passages)


@dataclass(frozen=True)
class Slide:
    """One slide."""

    id: str
    """Stable and unique; links and uuid5 ids are made from it."""
    layout: str
    section: str
    """Name of the deck section that the slide belongs to."""
    fills: tuple[Fill, ...]
    notes: Notes
    is_hidden: bool = False
    """A backup slide: not shown, printed on demand."""
    links: tuple[Jump, ...] = ()
    exhibit: str = ""
    """Id of the exhibit that it shows; empty for none."""
    logo: Logo | None = None
    """The sender's, on the cover."""

    @property
    def title(self) -> str:
        """The words of its title; its id where it has none."""
        for fill in self.fills:
            if fill.slot == "title" and isinstance(fill.content, Paras):
                words = plain(tuple(part for para in fill.content.paras for part in para.text))
                return " ".join(words.replace("\u00a0", " ").split())
        return self.id

    @property
    def drawings(self) -> tuple[Drawing | Picture, ...]:
        """Its charts."""
        contents = (fill.content for _, fill in self._filled())
        return tuple(content for content in contents if isinstance(content, Drawing | Picture))

    @property
    def photos(self) -> tuple[Photo, ...]:
        """Its pictures made of pixels."""
        contents = (fill.content for _, fill in self._filled())
        own = tuple(content for content in contents if isinstance(content, Photo))
        return (*own, *((self.logo_photo,) if self.logo else ()))

    @property
    def logo_photo(self) -> Photo:
        """Its logo as a picture, as large as its place allows; raises ValueError where it has none."""
        if self.logo is None:
            raise ValueError(f"slide {self.id} has no logo")
        place = self.logo_place
        size = self.logo.image.fitted(place.w, place.h)
        return Photo(self.logo.image, self.logo.alt, "Logo", *size)

    @property
    def logo_place(self) -> Rect:
        """Where its logo stands: at the head of the column of facts."""
        return logo_place(design().layouts[self.layout])

    def texts(self) -> Printed:
        """Yield every text in reading order, with its slot, the notes last."""
        for slot, fill in self._filled():
            place = f"slide {self.id}, {slot.name}"
            yield from (replace(text, place=place) for text in fill.content.texts(slot.role))
        if self.logo:
            yield PrintedText((Run(self.logo.alt),), Role.ALT, place=f"slide {self.id}, logo")
        for note in printed(Role.NOTE, *filter(str.strip, self.notes.paragraphs)):
            yield replace(note, place=f"slide {self.id}, notes")

    def _filled(self) -> list[tuple[Slot, Fill]]:
        """Return slots and their fills in the reading order of the layout; raises KeyError."""
        layout = LAYOUTS[self.layout]
        filled = [(layout.slot(fill.slot), fill) for fill in self.fills]
        return sorted(filled, key=lambda pair: layout.slots.index(pair[0]))


@dataclass(frozen=True)
class Deck:
    """The whole deck."""

    meta: Meta
    slides: tuple[Slide, ...]
    design: Design = DEFAULT

    def layout_of(self, slide: Slide) -> Layout:
        """Return where the slots of a slide stand in the deck's design."""
        return self.design.layouts[slide.layout]

    def texts(self) -> Printed:
        """Yield every text of the slides; what slides repeat is left out."""
        for slide in self.slides:
            yield from slide.texts()

    def repeated(self) -> tuple[str, ...]:
        """Return what slides repeat."""
        footer, marking = self.meta.footer, self.meta.marking
        marked = " · ".join(filter(None, (marking, footer)))
        return tuple(dict.fromkeys(filter(None, (marked, footer, marking))))
