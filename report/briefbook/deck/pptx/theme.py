"""The theme (colours and faces) and the table style, as XML text."""

from __future__ import annotations

from briefbook.deck.pptx.xml import DECLARATION, A, attribute, colour, emu, fill, stable_id
from briefbook.theme.deck import Ink, face_name, scheme

TABLE_STYLE = stable_id("table-style")


def theme_xml(name: str) -> str:
    """Return a theme part."""
    colours = "".join(
        f'<a:{slot}><a:srgbClr val="{value.lstrip("#")}"/></a:{slot}>'
        for slot, value in scheme().items()
    )
    of_the_shape = '<a:solidFill><a:schemeClr val="phClr"/></a:solidFill>'
    strokes = "".join(
        f'<a:ln w="{emu(weight)}" cap="flat" cmpd="sng" algn="ctr">{of_the_shape}<a:prstDash val="solid"/></a:ln>'
        for weight in (0.5, 1, 1.5)
    )
    no_effect = "<a:effectStyle><a:effectLst/></a:effectStyle>"
    return (
        f'{DECLARATION}<a:theme xmlns:a="{A}" name={attribute(name)}><a:themeElements>'
        f'<a:clrScheme name="Briefbook">{colours}</a:clrScheme>'
        f'<a:fontScheme name="Briefbook">{_faces("major", face_name(is_display=True))}{_faces("minor", face_name(is_display=False))}</a:fontScheme>'
        f'<a:fmtScheme name="Briefbook"><a:fillStyleLst>{of_the_shape * 3}</a:fillStyleLst>'
        f"<a:lnStyleLst>{strokes}</a:lnStyleLst><a:effectStyleLst>{no_effect * 3}</a:effectStyleLst>"
        f"<a:bgFillStyleLst>{of_the_shape * 3}</a:bgFillStyleLst></a:fmtScheme></a:themeElements>"
        "<a:objectDefaults/><a:extraClrSchemeLst/></a:theme>"
    )


def _faces(role: str, face: str) -> str:
    return f'<a:{role}Font><a:latin typeface={attribute(face)}/><a:ea typeface=""/><a:cs typeface=""/></a:{role}Font>'


def table_styles_xml() -> str:
    """Return the one table style: hairlines between rows, a rule below the head, no boxes."""
    sides = "".join(
        f"<a:{side}><a:ln><a:noFill/></a:ln></a:{side}>" for side in ("left", "right", "top")
    )
    rows = f"{_border('bottom', 0.75, Ink.HAIR)}{_border('insideH', 0.75, Ink.HAIR)}"
    whole = (
        f"<a:wholeTbl>{_table_text(Ink.TEXT)}<a:tcStyle><a:tcBdr>{sides}{rows}"
        "<a:insideV><a:ln><a:noFill/></a:ln></a:insideV></a:tcBdr><a:fill><a:noFill/></a:fill></a:tcStyle></a:wholeTbl>"
    )
    head = (
        f"<a:firstRow>{_table_text(Ink.MUTED, is_bold=True)}<a:tcStyle><a:tcBdr>"
        f"{_border('bottom', 1.5, Ink.NAVY)}</a:tcBdr></a:tcStyle></a:firstRow>"
    )
    return (
        f'{DECLARATION}<a:tblStyleLst xmlns:a="{A}" def="{TABLE_STYLE}">'
        f'<a:tblStyle styleId="{TABLE_STYLE}" styleName="Briefbook">{whole}{head}</a:tblStyle></a:tblStyleLst>'
    )


def _table_text(ink: Ink, *, is_bold: bool = False) -> str:
    bold = ' b="on"' if is_bold else ""
    return f'<a:tcTxStyle{bold}><a:fontRef idx="minor"><a:prstClr val="black"/></a:fontRef>{colour(ink)}</a:tcTxStyle>'


def _border(side: str, weight_pt: float, ink: Ink) -> str:
    return f'<a:{side}><a:ln w="{emu(weight_pt)}" cmpd="sng">{fill(ink)}</a:ln></a:{side}>'
