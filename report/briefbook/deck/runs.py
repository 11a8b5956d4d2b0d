"""Inline text → pieces of text, each in one face, size and colour: what both measuring and rendering use.

Pure. A piece is what PowerPoint calls a run; its looks follow from the theme, the paragraph's role
and the inline part that it comes from.
"""

from __future__ import annotations

from briefbook.deck.plan import Column, Para
from briefbook.frozen import dataclass, replace, unguarded
from briefbook.localization import translate
from briefbook.text import Citation, Inline, Link, Run, StatementType, Style, Tag, Text
from briefbook.theme.deck import (
    CELL,
    CELL_NAME,
    CELL_QUOTE,
    CITATION_PT,
    DENSE_HEAD,
    TABLE_HEAD,
    TAG_PT,
    TAG_SPACING_PT,
    Ink,
    Setting,
    Type,
)

NBSP = "\u00a0"

_TAGS: dict[StatementType, tuple[str, Ink, bool]] = {
    StatementType.REPORTED: ("REPORTED", Ink.MUTED, False),
    StatementType.ATTRIBUTED: ("SOURCE’S VIEW", Ink.RUST, True),
    StatementType.COMPUTED: ("= COMPUTED", Ink.GREEN, False),
    StatementType.JUDGEMENT: ("OUR JUDGEMENT", Ink.NAVY, True),
}
"""Word, ink, and whether a bar of that ink goes before it: for backup slides. What an audience sees
says whose view a statement is in words."""
_FLAG = "VIEW"

_RAISED = 2 / 3
"""PowerPoint draws raised text at this share of its size."""
_MUTED_IN_CELL = 0.78
_SMALL_TYPE_PT = 13.0
"""Up to this size muted text beside a tag is not made smaller still."""


@unguarded
@dataclass(frozen=True)
class TextRun:
    """A stretch of text in one face, size and colour."""

    text: str
    size_pt: float
    ink: Ink
    leading: float
    step_em: float = 0.0
    is_display: bool = False
    bold: bool = False
    italic: bool = False
    caps: bool = False
    spacing_pt: float = 0.0
    bar: Ink | None = None
    """Marked with this ink: a no-break space so marked is the bar before a tag."""
    is_raised: bool = False
    target: str = ""
    """Where a link leads."""
    statement: str = ""

    @property
    def drawn_pt(self) -> float:
        """The size that the letters really have."""
        return self.size_pt * _RAISED if self.is_raised else self.size_pt

    def step_pt(self, line_height: float) -> float:
        """Return the distance to the next line, given the face's line height in em."""
        return self.size_pt * (self.step_em or self.leading * line_height)


def setting_of(para: Para, type_: Type) -> Setting:
    """Return how a paragraph of a slot of that type is set."""
    return {
        "body": type_.body,
        "lead": type_.lead,
        "apparatus": type_.apparatus,
        "number": type_.number,
    }[para.role]


def level_of(para: Para) -> int:
    """Return the text level, from 0, by which the template sets a paragraph of that role."""
    return {"body": 0, "lead": 1, "apparatus": 2, "number": 3}[para.role]


def base_piece(setting: Setting, body_pt: float) -> TextRun:
    """Return an empty piece in a setting's own looks."""
    return TextRun(
        "",
        setting.size(body_pt),
        setting.ink,
        setting.leading,
        setting.step_em,
        setting.is_display,
        setting.bold,
        setting.italic,
        setting.caps,
        setting.spacing_pt,
    )


def para_pieces(para: Para, type_: Type, body_pt: float) -> tuple[TextRun, ...]:
    """Return a slot's paragraph as pieces, at a body size."""
    return text_pieces(para.text, base_piece(setting_of(para, type_), body_pt))


def cell_pieces(text: Text, column: Column, size_pt: float) -> tuple[TextRun, ...]:
    """Return a table cell as pieces, at the table's size."""
    setting = CELL_QUOTE if column.is_quote else CELL
    if column.is_name or column.is_strong:
        setting = CELL_NAME
    base = base_piece(setting, size_pt)
    pieces = text_pieces(text, base)
    if size_pt <= _SMALL_TYPE_PT:
        return pieces
    small = round(size_pt * _MUTED_IN_CELL)
    return tuple(
        replace(piece, size_pt=small)
        if piece.ink is Ink.MUTED and piece.size_pt == base.size_pt
        else piece
        for piece in pieces
    )


def head_pieces(column: Column, *, is_dense: bool) -> tuple[TextRun, ...]:
    """Return a table column's heading as pieces."""
    base = base_piece(DENSE_HEAD if is_dense else TABLE_HEAD, 0)
    return (replace(base, text=column.header),)


def text_pieces(text: Text, base: TextRun) -> tuple[TextRun, ...]:
    """Return inline text as pieces that differ from `base` only where a part asks for it."""
    pieces: list[TextRun] = []
    for part in text:
        if pieces and isinstance(part, Tag):
            # A tag sticks to the word before it, so that it never stands alone on a line.
            pieces[-1] = replace(pieces[-1], text=pieces[-1].text.rstrip())
            pieces.append(replace(base, text=NBSP * 2))
        pieces += _part_pieces(part, base)
    return tuple(piece for piece in pieces if piece.text)


def _part_pieces(part: Inline, base: TextRun) -> list[TextRun]:
    match part:
        case Run():
            return [_run_piece(part, base)]
        case Citation():
            mark = part.mark
            return [
                replace(
                    base,
                    text=mark,
                    size_pt=max(base.size_pt, CITATION_PT),
                    ink=Ink.MUTED,
                    bold=False,
                    is_raised=True,
                )
            ]
        case Link():
            return [replace(base, text=part.text, target=part.target)]
        case Tag():
            return _tag_pieces(part, base)


def _run_piece(run: Run, base: TextRun) -> TextRun:
    piece = replace(base, text=run.text, statement=run.statement)
    match run.style:
        case Style.PLAIN:
            return piece
        case Style.STRONG:
            # In muted apparatus a strong word is dark; elsewhere it keeps its ink.
            return replace(piece, bold=True, ink=Ink.TEXT if base.ink is Ink.MUTED else base.ink)
        case Style.EMPHASIS:
            return replace(piece, italic=True)
        case Style.MUTED:
            return replace(piece, bold=False, ink=base.ink if base.ink is Ink.PALE else Ink.MUTED)


def _tag_pieces(tag: Tag, base: TextRun) -> list[TextRun]:
    word, ink, has_bar = _TAGS[tag.kind]
    if tag.is_flag and tag.kind is StatementType.ATTRIBUTED:
        word = _FLAG
    size = min(TAG_PT, base.size_pt)
    small = replace(
        base,
        size_pt=size,
        ink=ink,
        bold=True,
        italic=False,
        is_display=False,
        spacing_pt=TAG_SPACING_PT,
    )
    mark = [replace(small, text=NBSP, bar=ink), replace(small, text=NBSP)] if has_bar else []
    return [*mark, replace(small, text=translate(word).replace(" ", NBSP))]
