"""Labels of charts in lent faces: how wide they are, and their outlines for pictures without fonts."""

from __future__ import annotations

from math import cos, radians, sin
from typing import Any

from fontTools.pens.basePen import BasePen
from fontTools.pens.transformPen import TransformPen

from briefbook.frozen import replace
from briefbook.pdf.direction import directed
from briefbook.pdf.drawing import placed
from briefbook.pdf.errors import Unprintable
from briefbook.pdf.faces import covered, load_face
from briefbook.pdf.shaping import NO_INK, shaper
from briefbook.theme.faces import Lent
from briefbook.theme.look import worn
from briefbook_figures.display_list import Face, Mark, PathMark, TextMark


class LentLabels:
    """Sets labels in the faces that the look lends."""

    def ems(self, text: str, face: Face) -> float | None:
        """Return the width of a label in ems; None where the chart's own face has all of it, or no face."""
        if all(map(load_face(face).has, text)):
            return None
        try:
            said = directed(covered(text, face, text))
        except Unprintable:
            return None
        if any(s.face not in (face, "signs") and not isinstance(s.face, Lent) for s in said):
            return None
        return sum(load_face(s.face).width(s.text) for s in said) / 1000

    def marks(self, mark: TextMark) -> tuple[Mark, ...]:
        """Return a label as marks: what is in a lent face by its outlines."""
        if self.ems(mark.text, mark.face) is None:
            return (mark,)
        turn = cos(radians(mark.angle)), sin(radians(mark.angle))
        found: list[Mark] = []
        for start, text, face in placed(mark):
            x, y = mark.x + start * turn[0], mark.y + start * turn[1]
            if isinstance(face, Lent):
                found += _outlined(text, face, mark, (x, y), turn)
            else:
                found.append(replace(mark, text=text, x=x, y=y))
        return tuple(found)


def _outlined(
    text: str, face: Lent, mark: TextMark, at: tuple[float, float], turn: tuple[float, float]
) -> list[Mark]:
    setter = shaper(worn().lent[face.number])
    pen = _Outline(None)
    along = 0.0
    for glyph in setter.glyphs(text, is_right=face.is_right):
        if glyph.number != NO_INK:
            right, up = along + glyph.dx / 1000 * mark.size_pt, glyph.dy / 1000 * mark.size_pt
            scale = mark.size_pt / setter.units
            matrix = (
                scale * turn[0], scale * turn[1], -scale * turn[1], scale * turn[0],
                at[0] + right * turn[0] - up * turn[1], at[1] + right * turn[1] + up * turn[0],
            )  # fmt: skip
            setter.font.draw_glyph_with_pen(glyph.number, TransformPen(pen, matrix))
        along += glyph.advance / 1000 * mark.size_pt
    return [PathMark(tuple(pen.steps), mark.colour)] if pen.steps else []


class _Outline(BasePen):  # type: ignore[misc]
    """Notes an outline as display lists have it: curves are cubic."""

    def __init__(self, glyphs: Any) -> None:  # noqa: ANN401  as fontTools has it
        super().__init__(glyphs)
        self.steps: list[tuple[str, tuple[float, ...]]] = []

    def _moveTo(self, pt: tuple[float, float]) -> None:
        self.steps.append(("M", pt))

    def _lineTo(self, pt: tuple[float, float]) -> None:
        self.steps.append(("L", pt))

    def _curveToOne(
        self, pt1: tuple[float, float], pt2: tuple[float, float], pt3: tuple[float, float]
    ) -> None:
        self.steps.append(("C", (*pt1, *pt2, *pt3)))

    def _closePath(self) -> None:
        self.steps.append(("Z", ()))
