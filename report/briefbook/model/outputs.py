"""What a desk makes of a briefing, unless the command line says otherwise."""

from __future__ import annotations

from enum import StrEnum

from briefbook.errors import SourceLocation
from briefbook.frozen import dataclass
from briefbook.model.fields import NOWHERE


class Sheet(StrEnum):
    """The sheet that a paper is printed on."""

    A4 = "a4"
    LETTER = "letter"


class SlideShape(StrEnum):
    """Width to height of the slides."""

    WIDE = "16:9"
    OLD = "4:3"


class Variant(StrEnum):
    """A shorter form, with files and a manifest of its own."""

    BRIEF = "brief"
    """A paper of two pages."""
    SHORT = "short"
    """A deck of five or six slides."""


class PrintInk(StrEnum):
    """In which inks a printer prints."""

    COLOUR = "colour"
    GREY = "grey"


@dataclass(frozen=True)
class Outputs:
    """What `build` makes; each field is an option of the command line, which overrules it."""

    paper: Sheet = Sheet.A4
    """The sheet: a4 or letter."""
    duplex: bool = False
    """Printed on both sides."""
    print: PrintInk | None = None
    """A file for a printer beside the paper: bleed and crop marks."""
    slides: SlideShape = SlideShape.WIDE
    """16:9 or 4:3."""
    template: str = ""
    """A PPTX or POTX that the deck stands on: its name, looked for as a brand is."""
    variants: tuple[Variant, ...] = ()
    """Made beside the full documents."""
    place: SourceLocation = NOWHERE
