"""What a `brand.yml` may hold: the format of posit-dev's brand.yml, version 1, as dataclasses.

Read by `briefbook.model.decode`; the JSON Schema is written from them. What other programs alone
use is allowed and not read (`free`); `defaults.briefbook` is what only Briefbook knows.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import field
from enum import StrEnum
from pathlib import Path
from typing import ClassVar

from briefbook.errors import SourceLocation
from briefbook.frozen import dataclass
from briefbook.model.fields import KEYED, NOWHERE
from briefbook.model.schema import schema_of, schema_text

FREE = {"free": True}
"""Metadata of a field that is allowed and not read."""
Load = Callable[[str, SourceLocation], tuple[Path, bytes] | None]
"""Returns path and bytes of a file of the brand; None where its problem was told."""


def _key(name: str, *, is_free: bool = False) -> dict[str, object]:
    return {"written": name, **(FREE if is_free else {})}


@dataclass(frozen=True)
class MetaName:
    """The sender's name."""

    full: str = ""
    short: str = ""


@dataclass(frozen=True)
class Meta:
    """Who the brand is of."""

    name: str | MetaName | None = None
    link: None = field(default=None, metadata=FREE)
    """The sender's addresses; not read."""
    links: None = field(default=None, metadata=FREE)


@dataclass(frozen=True)
class LogoFile:
    """A picture and what it is called for those who cannot see it."""

    path: str
    alt: str = ""
    place: SourceLocation = NOWHERE


@dataclass(frozen=True)
class NamedLogo:
    """A picture under a name, by which small, medium and large refer to it."""

    name: str
    path: str
    alt: str = ""
    place: SourceLocation = NOWHERE


@dataclass(frozen=True)
class LogoChoice:
    """A logo of one size: a file, or one for light and one for dark grounds."""

    path: str = ""
    alt: str = ""
    light: str | LogoFile | None = None
    """On light grounds: the head of the paper."""
    dark: str | LogoFile | None = None
    """On dark grounds: the cover of the deck."""
    place: SourceLocation = NOWHERE


@dataclass(frozen=True)
class Logo:
    """The sender's logo."""

    path: str = ""
    """Where there is one for all sizes."""
    alt: str = ""
    images: tuple[NamedLogo, ...] = field(default=(), metadata=KEYED)
    small: str | LogoChoice | None = None
    medium: str | LogoChoice | None = None
    """In the head of the paper's first page; the large one if it is missing, then the small one."""
    large: str | LogoChoice | None = None
    """On the cover of the deck; the medium one if it is missing, then the small one."""
    place: SourceLocation = NOWHERE


@dataclass(frozen=True)
class PaletteColour:
    """A colour under a name."""

    name: str
    value: str


@dataclass(frozen=True)
class LightDark:
    """A colour for light and one for dark pages; documents are light."""

    light: str
    dark: str = ""


Colour = str | LightDark | None


@dataclass(frozen=True)
class Colours:
    """Colours by their role: in hex, rgb(…), hsl(…), a name of CSS, or one of the palette."""

    palette: tuple[PaletteColour, ...] = field(default=(), metadata=KEYED)
    foreground: Colour = None
    """Text."""
    background: Colour = None
    """The page; documents are printed on white."""
    primary: Colour = None
    """Titles, rules, the cover, judgements, and the first ink of charts."""
    secondary: Colour = None
    """Numbers of sections and exhibits, the sources' views, and the second ink of charts."""
    tertiary: Colour = None
    """The third ink of charts, which bears dark text."""
    success: Colour = None
    """What is computed."""
    info: Colour = None
    """Links on slides."""
    warning: Colour = None
    """The fourth ink of charts, which bears dark text."""
    danger: Colour = None
    """Not used."""
    light: Colour = None
    """The ground of boxes and of every other row."""
    dark: Colour = None
    """Not used."""
    place: SourceLocation = NOWHERE


class FontSource(StrEnum):
    """Where a typeface comes from; Briefbook takes files."""

    FILE = "file"
    GOOGLE = "google"
    BUNNY = "bunny"
    SYSTEM = "system"


@dataclass(frozen=True)
class FontFile:
    """One cut of a typeface."""

    path: str
    """TrueType or OpenType, from the folder of brand.yml."""
    weight: str = ""
    """100 to 900, or thin, light, normal, medium, semi-bold, bold; the file's own if empty."""
    style: str = ""
    """normal or italic; the file's own if empty."""
    place: SourceLocation = NOWHERE


@dataclass(frozen=True)
class Font:
    """A typeface with its files."""

    family: str
    source: FontSource = FontSource.GOOGLE
    files: tuple[str | FontFile, ...] = ()
    weight: None = field(default=None, metadata=FREE)
    style: None = field(default=None, metadata=FREE)
    display: None = field(default=None, metadata=FREE)
    place: SourceLocation = NOWHERE


@dataclass(frozen=True)
class BaseType:
    """The typeface of running text."""

    family: str = ""
    weight: None = field(default=None, metadata=FREE)
    size: None = field(default=None, metadata=FREE)
    """Not used: both documents have sizes of their own."""
    line_height: None = field(default=None, metadata=_key("line-height", is_free=True))
    color: None = field(default=None, metadata=FREE)


@dataclass(frozen=True)
class HeadingType:
    """The typeface of titles and headings."""

    family: str = ""
    weight: str = ""
    """600 if empty: the nearest of the family's files."""
    style: str = ""
    line_height: None = field(default=None, metadata=_key("line-height", is_free=True))
    color: None = field(default=None, metadata=FREE)
    size: None = field(default=None, metadata=FREE)


@dataclass(frozen=True)
class LinkType:
    """How links look."""

    color: str = ""
    """On slides."""
    weight: None = field(default=None, metadata=FREE)
    decoration: None = field(default=None, metadata=FREE)
    background_color: None = field(default=None, metadata=_key("background-color", is_free=True))


@dataclass(frozen=True)
class Typography:
    """Typefaces by their use."""

    fonts: tuple[Font, ...] = ()
    base: str | BaseType | None = None
    headings: str | HeadingType | None = None
    link: LinkType | None = None
    monospace: None = field(default=None, metadata=FREE)
    """Not used: nothing is set in typewriter's letters."""
    monospace_inline: None = field(default=None, metadata=_key("monospace-inline", is_free=True))
    monospace_block: None = field(default=None, metadata=_key("monospace-block", is_free=True))
    place: SourceLocation = NOWHERE


@dataclass(frozen=True)
class PrintDefaults:
    """What a printer asks for."""

    profile: str = ""
    """An ICC profile of the printing condition, from the folder of brand.yml."""
    condition: str = ""
    """Its name in the registry of characterisations, such as FOGRA51."""
    place: SourceLocation = NOWHERE


@dataclass(frozen=True)
class OurDefaults:
    """What only Briefbook knows."""

    notes: str = ""
    """Family of notes, tables and charts; that of `base` if empty."""
    print: PrintDefaults | None = None
    brand: str = ""
    """A brand that an installed package offers, by its name; this file then says nothing else."""
    place: SourceLocation = NOWHERE


@dataclass(frozen=True)
class Defaults:
    """What single programs know; others than Briefbook's are not read."""

    TAKES_OTHERS: ClassVar[bool] = True
    briefbook: OurDefaults | None = None


@dataclass(frozen=True)
class BrandForm:
    """A brand, as its file says it."""

    meta: Meta | None = None
    logo: str | Logo | None = None
    color: Colours | None = None
    typography: Typography | None = None
    defaults: Defaults | None = None
    place: SourceLocation = NOWHERE


def brand_schema_text() -> str:
    """Return the JSON Schema of brand.yml, as it is shipped."""
    return schema_text(schema_of(BrandForm, "A sender's brand: brand.yml"))
