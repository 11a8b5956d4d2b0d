"""Paragraphs and runs: pieces of text as XML that says only what the template does not say already."""

from __future__ import annotations

from collections.abc import Callable

from briefbook.deck.layouts import Slot
from briefbook.deck.pieces import Piece, base_piece, level_of, para_pieces, setting_of
from briefbook.deck.plan import Para, Paras
from briefbook.deck.slides.xml import attribute, colour, fill, printable, text, typeface
from briefbook.theme.deck import TYPES

Linker = Callable[[str], str]
"""Target of a link → the XML of what a click does."""


def paragraphs(paras: Paras, slot: Slot, lang: str, link: Linker, where: str) -> str:
    """Return the paragraphs of a text slot; `where` names it in errors."""
    return "".join(
        _paragraph(para, slot, paras.size_pt or slot.size_pt, is_first=not number, lang=lang, link=link, where=where)
        for number, para in enumerate(paras.paras)
    )


def _paragraph(
    para: Para, slot: Slot, size_pt: float, *, is_first: bool, lang: str, link: Linker, where: str
) -> str:
    type_ = TYPES[slot.type]
    setting = setting_of(para, type_)
    inherited = base_piece(setting, slot.size_pt)
    runs = "".join(
        run(piece, lang, link, where, inherited) for piece in para_pieces(para, type_, size_pt)
    )
    level = level_of(para)
    # LibreOffice leaves the space before a first paragraph, PowerPoint does not: say there is none.
    before = '<a:spcBef><a:spcPts val="0"/></a:spcBef>' if is_first and setting.before_pt else ""
    settings = f' lvl="{level}"' if level else ""
    return f"<a:p><a:pPr{settings}>{before}</a:pPr>{runs}</a:p>" if settings or before else f"<a:p>{runs}</a:p>"


def run(piece: Piece, lang: str, link: Linker, where: str, inherited: Piece | None = None) -> str:
    """Return one run; what `inherited` has too is left out."""
    place = f"{where}, statement “{piece.statement}”" if piece.statement else where
    words = text(printable(piece.text, place))
    looks = [f'lang="{lang}"']
    if inherited is None or piece.size_pt != inherited.size_pt:
        looks.append(f'sz="{round(piece.size_pt * 100)}"')
    if piece.bold != (inherited.bold if inherited else False):
        looks.append(f'b="{int(piece.bold)}"')
    if piece.italic != (inherited.italic if inherited else False):
        looks.append(f'i="{int(piece.italic)}"')
    if piece.spacing_pt != (inherited.spacing_pt if inherited else 0):
        looks.append(f'spc="{round(piece.spacing_pt * 100)}"')
    if piece.is_raised:
        looks.append('baseline="30000"')
    inner = ""
    if piece.ink != (inherited.ink if inherited else None):
        inner += fill(piece.ink)
    if piece.bar:
        inner += f"<a:highlight>{colour(piece.bar)}</a:highlight>"
    if piece.is_display != (inherited.is_display if inherited else False):
        inner += typeface(is_display=piece.is_display)
    if piece.target:
        inner += link(piece.target)
    return f"<a:r><a:rPr {' '.join(looks)}>{inner}</a:rPr><a:t>{words}</a:t></a:r>"


def click(rel_id: str, tooltip: str, *, is_jump: bool) -> str:
    """Return what a click does: a jump inside the deck, or an address opened."""
    action = ' action="ppaction://hlinksldjump"' if is_jump else ""
    return f'<a:hlinkClick r:id="{rel_id}"{action} tooltip={attribute(tooltip)}/>'
