"""The faces that the package ships and embeds: in the paper, and in slides that are printed."""

from __future__ import annotations

from typing import Literal

Face = Literal["serif", "serif-italic", "serif-semibold", "sans", "sans-italic", "sans-semibold"]

FACE_FILES: dict[Face, str] = {
    "serif": "SourceSerif4-Regular.ttf",
    "serif-italic": "SourceSerif4-Italic.ttf",
    "serif-semibold": "SourceSerif4-SemiBold.ttf",
    "sans": "SourceSans3-Regular.ttf",
    "sans-italic": "SourceSans3-Italic.ttf",
    "sans-semibold": "SourceSans3-SemiBold.ttf",
}
SIBLING: dict[Face, Face] = {
    "serif": "sans",
    "serif-italic": "sans-italic",
    "serif-semibold": "sans-semibold",
    "sans": "serif",
    "sans-italic": "serif-italic",
    "sans-semibold": "serif-semibold",
}
"""Where a face lacks a character, the same cut of the other family lends it."""
COLOUR_PROFILE = "sRGB.icc"
