"""Small pieces of DrawingML as text: namespaces, colours, lengths, stable ids.

XML is written as text and parsed once, where python-pptx has no API: it can be read beside the
standard. Every value that comes from a plan goes through `attribute` or `text`.
"""

from __future__ import annotations

import re
import uuid
from xml.sax.saxutils import escape

from briefbook.deck.design import design
from briefbook.errors import BriefbookError
from briefbook.theme.deck import COLOURS, EMU_PER_PT, Ink

A = "http://schemas.openxmlformats.org/drawingml/2006/main"
C = "http://schemas.openxmlformats.org/drawingml/2006/chart"
P = "http://schemas.openxmlformats.org/presentationml/2006/main"
R = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"
P14 = "http://schemas.microsoft.com/office/powerpoint/2010/main"
NAMESPACES = f'xmlns:a="{A}" xmlns:r="{R}" xmlns:p="{P}"'
CHART_NAMESPACES = f'xmlns:c="{C}" xmlns:a="{A}" xmlns:r="{R}"'
DECLARATION = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n'

_IDS = uuid.UUID("6f1d1a6e-2f0b-5f3e-9c2e-0d5a7c3b9e11")
"""The root of all of Briefbook's ids: the same name gives the same id on every machine."""

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
"""Code points that no XML document can hold, not even escaped."""


def emu(points: float) -> int:
    """Return a length in English Metric Units."""
    return round(points * EMU_PER_PT)


def stable_id(name: str) -> str:
    """Return the uuid5 of a name, in braces and capitals, as Office writes them."""
    return "{" + str(uuid.uuid5(_IDS, name)).upper() + "}"


def stable_number(name: str) -> int:
    """Return a number of 32 bits made from a name."""
    return uuid.uuid5(_IDS, name).int & 0xFFFFFFFF


def printable(words: str, where: str) -> str:
    """Return the words; raises BriefbookError where XML cannot hold one of their characters."""
    if found := _FORBIDDEN.search(words):
        raise BriefbookError(
            f"{where}: the text holds the control character U+{ord(found[0]):04X}, which no slide can show",
            hint="remove it from the briefing",
        )
    return words


_IN_QUOTES = {'"': "&quot;", "\n": "&#10;", "\r": "&#13;", "\t": "&#9;"}


def attribute(value: str) -> str:
    """Return a value as an XML attribute, always in double quotation marks: as libxml2 writes it."""
    return f'"{escape(value, _IN_QUOTES)}"'


def text(value: str) -> str:
    """Return a value as XML text."""
    return escape(value)


def colour(ink: Ink) -> str:
    """Return a colour of the theme; never a fixed one, so that a new theme reaches everything."""
    tone = (design().inks or COLOURS)[ink]
    if isinstance(tone, str):
        return f'<a:srgbClr val="{tone}"/>'
    if tone.lum_mod == 100 and not tone.lum_off:  # noqa: PLR2004
        return f'<a:schemeClr val="{tone.slot}"/>'
    off = f'<a:lumOff val="{tone.lum_off * 1000}"/>' if tone.lum_off else ""
    return (
        f'<a:schemeClr val="{tone.slot}"><a:lumMod val="{tone.lum_mod * 1000}"/>{off}</a:schemeClr>'
    )


def fill(ink: Ink | None) -> str:
    """Return a solid fill, or none."""
    return f"<a:solidFill>{colour(ink)}</a:solidFill>" if ink else "<a:noFill/>"


def hatch(ink: Ink) -> str:
    """Return a hatching of one ink on white."""
    return f'<a:pattFill prst="wdUpDiag"><a:fgClr>{colour(ink)}</a:fgClr><a:bgClr>{colour(Ink.WHITE)}</a:bgClr></a:pattFill>'


def line(ink: Ink | None, weight_pt: float = 0.75, *, dash: str = "", cap: str = "flat") -> str:
    """Return a stroke, or none."""
    if ink is None:
        return "<a:ln><a:noFill/></a:ln>"
    dashes = f'<a:prstDash val="{dash}"/>' if dash else ""
    return f'<a:ln w="{emu(weight_pt)}" cap="{cap}">{fill(ink)}{dashes}<a:round/></a:ln>'


def typeface(*, is_display: bool) -> str:
    """Return the theme's heading or body face."""
    face = "mj" if is_display else "mn"
    return f'<a:latin typeface="+{face}-lt"/><a:ea typeface="+{face}-ea"/><a:cs typeface="+{face}-cs"/>'
