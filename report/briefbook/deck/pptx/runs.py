"""Paragraphs and runs: pieces of text as XML that says only what the template does not say already."""

from __future__ import annotations

from collections.abc import Callable

from briefbook.deck.layouts import Slot
from briefbook.deck.plan import Para, Paras
from briefbook.deck.pptx.xml import attribute, colour, fill, printable, text, typeface
from briefbook.deck.runs import TextRun, base_piece, level_of, para_pieces, setting_of
from briefbook.frozen import dataclass
from briefbook.theme.deck import TYPES, Ink

_BARE = TextRun("", 0.0, Ink.TEXT, 1.0)
"""Nothing is inherited: the run of a table cell, which says all it needs."""
Linker = Callable[[str], str]
"""Target of a link → the XML of what a click does."""


@dataclass(frozen=True)
class Scribe:
    """What every run of a slot's text needs to know."""

    lang: str
    link: Linker
    where: str
    """Slide and slot, for errors."""

    def paragraphs(self, paras: Paras, slot: Slot) -> str:
        """Return the paragraphs of a text slot."""
        size = paras.size_pt or slot.size_pt
        return "".join(self._paragraph(para, slot, size, n) for n, para in enumerate(paras.paras))

    def _paragraph(self, para: Para, slot: Slot, size_pt: float, number: int) -> str:
        type_ = TYPES[slot.type]
        setting = setting_of(para, type_)
        inherited = base_piece(setting, slot.size_pt)
        runs = "".join(self.run(piece, inherited) for piece in para_pieces(para, type_, size_pt))
        # LibreOffice leaves the space before a first paragraph, PowerPoint does not: say there is none.
        is_first = not number and setting.before_pt
        before = '<a:spcBef><a:spcPts val="0"/></a:spcBef>' if is_first else ""
        level = f' lvl="{level_of(para)}"' if level_of(para) else ""
        step = ""
        if setting.step_em and size_pt != slot.size_pt:
            points = round(setting.step_em * setting.size(size_pt) * 100)
            step = f'<a:lnSpc><a:spcPts val="{points}"/></a:lnSpc>'
        settings = f"<a:pPr{level}>{step}{before}</a:pPr>" if level or step or before else ""
        return f"<a:p>{settings}{runs}</a:p>"

    def run(self, piece: TextRun, inherited: TextRun = _BARE) -> str:
        """Return one run; what `inherited` has too is left out."""
        place = f"{self.where}, statement “{piece.statement}”" if piece.statement else self.where
        looks = self._looks(piece, inherited)
        plain = f"<a:rPr{_letters(piece, inherited, self.lang)}>{looks}</a:rPr>"
        lines = printable(piece.text, place).split("\n")
        return f"<a:br>{plain}</a:br>".join(
            f"<a:r>{plain}<a:t>{text(line)}</a:t></a:r>" for line in lines
        )

    def _looks(self, piece: TextRun, inherited: TextRun) -> str:
        """Return colour, mark, face and click of a run, in the schema's order."""
        inner = "" if piece.ink == inherited.ink and inherited.size_pt else fill(piece.ink)
        if piece.bar:
            inner += f"<a:highlight>{colour(piece.bar)}</a:highlight>"
        if piece.is_display != inherited.is_display:
            inner += typeface(is_display=piece.is_display)
        return inner + (self.link(piece.target) if piece.target else "")


def _letters(piece: TextRun, inherited: TextRun, lang: str) -> str:
    """Return the attributes of a run: language, size and what else differs."""
    looks = [f' lang="{lang}"']
    if piece.size_pt != inherited.size_pt:
        looks.append(f'sz="{round(piece.size_pt * 100)}"')
    if piece.bold != inherited.bold:
        looks.append(f'b="{int(piece.bold)}"')
    if piece.italic != inherited.italic:
        looks.append(f'i="{int(piece.italic)}"')
    if piece.spacing_pt != inherited.spacing_pt:
        looks.append(f'spc="{round(piece.spacing_pt * 100)}"')
    if piece.is_raised:
        looks.append('baseline="30000"')
    return " ".join(looks)


def click(rel_id: str, tooltip: str, *, is_jump: bool) -> str:
    """Return what a click does: a jump inside the deck, or an address opened."""
    action = ' action="ppaction://hlinksldjump"' if is_jump else ""
    return f'<a:hlinkClick r:id="{rel_id}"{action} tooltip={attribute(tooltip)}/>'
