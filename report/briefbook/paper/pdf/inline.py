"""Inline text as boxes: what may not be broken, and what stands between.

    Text ──set_boxes──▶ InlineBox InlineBox InlineBox …     a box ends where a line may end

Text is data: whatever a run holds is set letter for letter. Only characters without a glyph of
their own are interpreted: soft hyphen, zero-width space, the joiners.
"""

from __future__ import annotations

import re

from briefbook.frozen import dataclass, replace, unguarded
from briefbook.localization import translate
from briefbook.pdf.direction import directed
from briefbook.pdf.faces import covered, load_face, printable
from briefbook.scripts import breaks_between
from briefbook.text import Citation, Inline, Link, Run, Style, Tag, Text
from briefbook.theme import paper as theme
from briefbook.theme.faces import Face, Lent
from briefbook_figures import palette

_HYPHEN = "\u00ad"
_TOKENS = re.compile(r"( +|\u200b|\u00ad)")
_LONG_WORD = 24
_BREAKS: tuple[tuple[re.Pattern[str], float], ...] = (
    (re.compile(r"(?<=[^\W\d_]{2}[-‐])(?=[^\W\d_]{2})"), 3.0),
    (re.compile(r"(?<=[^\W\d_]–)(?=[^\W\d_])"), 4.0),
    (re.compile(r"(?<=\w—)(?=\w)"), 1.0),
    (re.compile(r"(?<=[^\W\d_]{2}/)(?=[^\W\d_]{2})"), 4.0),
)
"""Where a word may be broken, and how undesirable that is (a line a third short costs 11)."""
_MARKS = frozenset("-‐–—/")
"""One of them stands wherever it may."""
_BOUND = re.compile(r"(?:^|[^\w.,–])(?:\d{1,2}|[$€£]\d[\d.,]*)$")
"""A day before its month, an amount before its unit: better not at the end of a line."""
_ADDRESS_BREAK = re.compile(r"(?<=[/.?&=_-])(?=[^/.?&=_-])")
_SOFT_COST, _ADDRESS_COST, _CITATION_COST, _BOUND_COST = 6.0, 5.0, 30.0, 6.0

_STRONG: dict[Face, Face] = {
    "serif": "serif-semibold",
    "serif-italic": "serif-semibold",
    "sans": "sans-semibold",
    "sans-italic": "sans-semibold",
    "display": "display-semibold",
}
_EMPHASIS: dict[Face, Face] = {
    "serif": "serif-italic",
    "serif-italic": "serif",
    "serif-semibold": "serif-italic",
    "sans": "sans-italic",
    "sans-italic": "sans",
    "sans-semibold": "sans-italic",
    "display-semibold": "display-italic",
}


@unguarded
@dataclass(frozen=True)
class TextStyle:
    """How a stretch of text is set, and which inline part it belongs to."""

    face: Face
    size: float
    colour: str
    rise: float = 0.0
    tracking: float = 0.0
    owner: Citation | Link | Tag | None = None
    part: int = -1
    """The owner's position in its text: two citations of one number are two places."""
    level: int = 0
    """An odd one is read from the right."""
    base: int = 0
    """Level of the paragraph: 1 where it runs from right to left."""
    lang: str = ""
    """Of letters in a foreign script."""

    def width(self, text: str) -> float:
        """Return the length of a text."""
        return load_face(self.face).width(text) * self.size / 1000 + self.tracking * len(text)


@unguarded
@dataclass(frozen=True)
class TextRun:
    """A stretch of text in one setting."""

    text: str
    pen: TextStyle
    width: float
    inset: float = 0.0
    """Where the text begins within the width (the padding of a tag's frame)."""


@unguarded
@dataclass(frozen=True)
class InlineBox:
    """Pieces that stay together, and what follows them unless the line ends there."""

    pieces: tuple[TextRun, ...]
    width: float
    gap: TextRun | None
    """The space up to the next box; None where a word goes on."""
    cost: float = 0.0
    """How undesirable it is to end the line here."""
    hyphen: TextRun | None = None
    """Printed if the line ends here."""


def set_boxes(text: Text, type_: theme.Type) -> tuple[InlineBox, ...]:
    """Return a text as boxes."""
    return _Setter(type_).set(text)


def tag_pad(tag: Tag) -> float:
    """Return how far the word stands from the left edge of the tag."""
    if tag.is_flag:
        return theme.FLAG_PAD
    return theme.TAG_PAD + theme.EDGE_SHARE * theme.TAGS[tag.kind].edge_pt


def base_pen(type_: theme.Type) -> TextStyle:
    """Return how a type's plain text is set."""
    return TextStyle(type_.face, type_.size, type_.colour, tracking=type_.tracking)


_Break = tuple[TextRun | None, float, TextRun | None]
"""Gap, cost and hyphen of a box that may end here."""


class _Setter:
    """Turns inline parts into boxes; holds the box in the making and the break before the next."""

    def __init__(self, type_: theme.Type) -> None:
        self._type = type_
        self._plain = base_pen(type_)
        self._boxes: list[InlineBox] = []
        self._pieces: list[TextRun] = []
        self._break: _Break | None = None
        """The break that comes next, unless something forbids it."""

    def set(self, text: Text) -> tuple[InlineBox, ...]:
        for position, part in enumerate(text):
            self._part(part, position)
        self._end_box()
        boxes = tuple(self._boxes)
        is_foreign = any(isinstance(p.pen.face, Lent) for box in boxes for p in box.pieces)
        return in_order(boxes) if is_foreign else boxes

    def _part(self, part: Inline, position: int) -> None:
        match part:
            case Run():
                self._space_after_tag(part.text)
                self._words(part.text, self._pen(part.style))
            case Link():
                self._space_after_tag(part.text)
                colour = self._type.link or theme.LINK_COLOUR
                pen = replace(self._plain, colour=colour, owner=part, part=position)
                self._words(part.text, pen)
            case Citation():
                self._citation(part, position)
            case Tag():
                self._tag(part, position)

    def _pen(self, style: Style) -> TextStyle:
        match style:
            case Style.PLAIN:
                return self._plain
            case Style.STRONG:
                face = _STRONG.get(self._type.face, self._type.face)
                return replace(
                    self._plain, face=face, colour=self._type.strong or self._type.colour
                )
            case Style.EMPHASIS:
                return replace(self._plain, face=_EMPHASIS[self._type.face])
            case Style.MUTED:
                return replace(self._plain, colour=palette.MUTED)

    # ── Words ────────────────────────────────────────────────────────────────────────────────────

    def _words(self, text: str, pen: TextStyle) -> None:
        clean = printable(text)
        for stretch in _TOKENS.split(clean):
            if not stretch:
                continue
            if stretch == _HYPHEN:
                hyphen = TextRun(_HYPHEN, pen, pen.width(_HYPHEN))
                self._allow_break(None, _SOFT_COST, hyphen)
            elif stretch == "\u200b":
                self._allow_break(None)
            elif stretch[0] == " ":
                bound = bool(self._pieces and _BOUND.search(self._pieces[-1].text))
                gap = TextRun(stretch, pen, pen.width(stretch))
                self._allow_break(gap, _BOUND_COST if bound else 0.0)
            else:
                self._word(stretch, pen, text)

    def _word(self, word: str, pen: TextStyle, context: str) -> None:
        cuts: dict[int, float] = {}
        if not _MARKS.isdisjoint(word):
            cuts = {at.start(): cost for pattern, cost in _BREAKS for at in pattern.finditer(word)}
        if len(word) > _LONG_WORD:
            cuts |= {at.start(): _ADDRESS_COST for at in _ADDRESS_BREAK.finditer(word)}
        cuts |= dict.fromkeys(breaks_between(word), 0.0)
        start = 0
        for end in (*sorted(cuts), len(word)):
            for stretch, lent in _covered(word[start:end], pen, context):
                self._add(TextRun(stretch, lent, lent.width(stretch)))
            if end < len(word):
                self._allow_break(None, cuts[end])
            start = end

    # ── Citations and tags ───────────────────────────────────────────────────────────────────────

    def _citation(self, citation: Citation, position: int) -> None:
        """Set a citation close to what it follows: no line begins with it."""
        is_first = not (self._pieces and isinstance(self._pieces[-1].pen.owner, Citation))
        self._break = None
        pen = TextStyle(
            theme.CITATION_FACE,
            theme.CITATION_PT,
            palette.MUTED,
            theme.CITATION_RISE,
            owner=citation,
            part=position,
        )
        # A space, or what is copied would read “2011.5” for a year and the passage after it.
        text = f" {citation.mark}" if is_first and self._pieces else citation.mark
        if citation.joint and not is_first:
            # What joins two ends a line, never begins one.
            self._add(TextRun(citation.joint, pen, pen.width(citation.joint)))
            self._allow_break(None, _CITATION_COST)
            text = str(citation.number)
        self._add(TextRun(text, pen, pen.width(text)))

    def _tag(self, tag: Tag, position: int) -> None:
        """Set a tag on the line of the word before it, so that it never stands alone."""
        look = theme.FLAG if tag.is_flag else theme.TAGS[tag.kind]
        size, tracking, gap = (
            (theme.FLAG_PT, theme.FLAG_TRACKING, theme.FLAG_GAP)
            if tag.is_flag
            else (theme.TAG_PT, theme.TAG_TRACKING, theme.TAG_GAP)
        )
        pad = tag_pad(tag)
        before = 0.0
        if self._pieces:
            space = TextRun(" ", self._plain, self._plain.width(" "))
            self._break = None
            self._add(space)
            before = max(gap - space.width, 0.0)
        pen = TextStyle(
            theme.TAG_FACE, size, look.colour, tracking=tracking, owner=tag, part=position
        )
        after = 0.0 if tag.is_flag else theme.TAG_PAD - tracking + theme.TAG_AFTER
        word = translate(look.word)
        width = before + pad + pen.width(word) + after
        self._add(TextRun(word, pen, width, before + pad))

    def _space_after_tag(self, text: str) -> None:
        follows_tag = self._pieces and isinstance(self._pieces[-1].pen.owner, Tag)
        if follows_tag and self._break is None and text[:1].isalnum():
            self._allow_break(TextRun(" ", self._plain, self._plain.width(" ")))

    # ── Boxes ────────────────────────────────────────────────────────────────────────────────────

    def _add(self, piece: TextRun) -> None:
        if self._break is not None:
            self._end_box()
        self._pieces.append(piece)

    def _allow_break(
        self, gap: TextRun | None, cost: float = 0.0, hyphen: TextRun | None = None
    ) -> None:
        if gap and self._break and (wider := self._break[0]):
            gap = TextRun(wider.text + gap.text, wider.pen, wider.width + gap.width)
        self._break = gap, cost, hyphen

    def _end_box(self) -> None:
        pieces = tuple(self._pieces)
        gap, cost, hyphen = self._break or (None, 0.0, None)
        if pieces or gap:
            width = pieces[0].width if len(pieces) == 1 else sum(piece.width for piece in pieces)
            self._boxes.append(InlineBox(pieces, width, gap, cost, hyphen))
        self._pieces, self._break = [], None


def _covered(word: str, pen: TextStyle, context: str) -> list[tuple[str, TextStyle]]:
    """Return a word in stretches that the pen's face or its sibling can print."""
    return [
        (printed, pen if face == pen.face else _in_face(pen, face))
        for printed, face in covered(word, pen.face, context)
    ]


def _in_face(pen: TextStyle, face: Face) -> TextStyle:
    """Return a pen in another face; letters of a lent one may be joined, and stand as close as they are."""
    return replace(pen, face=face, tracking=0.0 if isinstance(face, Lent) else pen.tracking)


# ── Letters of the world ─────────────────────────────────────────────────────────────────────────


def in_order(boxes: tuple[InlineBox, ...]) -> tuple[InlineBox, ...]:
    """Return boxes whose pieces say at which level they are read, and in which language."""
    pieces = [piece for box in boxes for piece in (*box.pieces, *((box.gap,) if box.gap else ()))]
    objects = frozenset(
        n for n, piece in enumerate(pieces) if isinstance(piece.pen.owner, Citation | Tag)
    )
    found: dict[int, list[TextRun]] = {}
    for stretch in directed([(piece.text, piece.pen.face) for piece in pieces], objects):
        piece = pieces[stretch.part]
        pen = replace(_in_face(piece.pen, stretch.face), level=stretch.level, lang=stretch.lang)
        pen = replace(pen, base=stretch.base)
        if stretch.base and isinstance(pen.owner, Citation) and not stretch.text.strip():
            pen = replace(pen, owner=None, part=-1)  # it stands on the other side of the number
        is_same = (stretch.text, stretch.face) == (piece.text, piece.pen.face)
        width = piece.width if is_same else pen.width(stretch.text)
        inset = piece.inset if is_same else 0.0
        found.setdefault(stretch.part, []).append(TextRun(stretch.text, pen, width, inset))
    at = 0
    made = []
    for box in boxes:
        end = at + len(box.pieces)
        own = tuple(run for n in range(at, end) for run in found[n])
        gap = found[end][0] if box.gap else None
        at = end + bool(box.gap)
        made.append(replace(box, pieces=own, width=sum(run.width for run in own), gap=gap))
    return tuple(made)
