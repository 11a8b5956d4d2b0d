"""The faces that the package ships and embeds: in the paper, and in slides that are printed."""

from __future__ import annotations

from typing import Literal, Self


class Lent(str):
    """A face that a user lends, by its number, in the direction that it is read."""

    __slots__ = ()

    def __new__(cls, number: int, *, is_right: bool = False) -> Self:
        """Name the face of a number."""
        return super().__new__(cls, f"lent {number}{' from the right' if is_right else ''}")

    @property
    def number(self) -> int:
        """Its place among those that are lent."""
        return int(self.split()[1])

    @property
    def is_right(self) -> bool:
        """Whether it is read from the right."""
        return self.endswith("right")


OwnFace = Literal[
    "serif", "serif-italic", "serif-semibold", "sans", "sans-italic", "sans-semibold",
    "display", "display-italic", "display-semibold", "signs",
]  # fmt: skip
"""`serif` sets running text, `sans` notes, tables and charts, `display` titles: in Briefbook's own
look the three are two families, in a sender's one, two or three. `signs` is Briefbook's own in every
look: it lends arrows and signs of arithmetic to faces that have none."""
Face = OwnFace | Lent

FACE_FILES: dict[OwnFace, str] = {
    "serif": "SourceSerif4-Regular.ttf",
    "serif-italic": "SourceSerif4-Italic.ttf",
    "serif-semibold": "SourceSerif4-SemiBold.ttf",
    "sans": "SourceSans3-Regular.ttf",
    "sans-italic": "SourceSans3-Italic.ttf",
    "sans-semibold": "SourceSans3-SemiBold.ttf",
    "display": "SourceSerif4-Regular.ttf",
    "display-italic": "SourceSerif4-Italic.ttf",
    "display-semibold": "SourceSerif4-SemiBold.ttf",
    "signs": "SourceSans3-Regular.ttf",
}
SIBLING: dict[Face, OwnFace] = {
    "serif": "sans",
    "serif-italic": "sans-italic",
    "serif-semibold": "sans-semibold",
    "sans": "serif",
    "sans-italic": "serif-italic",
    "sans-semibold": "serif-semibold",
    "display": "sans",
    "display-italic": "sans-italic",
    "display-semibold": "sans-semibold",
    "signs": "serif",
}
"""Where a face lacks a character, the same cut of the other family lends it."""
COLOUR_PROFILE = "sRGB.icc"
