"""How a page's content is written: numbers, colours, shown text and outlines (ISO 32000-1, 7.3 and 8.5)."""

from __future__ import annotations

from collections.abc import Sequence
from functools import lru_cache

from briefbook.theme.look import grey_of as _brightness
from briefbook_figures.display_list import Outline

CAPS = {"butt": 0, "round": 1, "square": 2}
JOINS = {"miter": 0, "round": 1, "bevel": 2}
_ESCAPES = {ord("\\"): "\\\\", ord("("): "\\(", ord(")"): "\\)", ord("\r"): "\\r", ord("\n"): "\\n"}
_PATH = {"M": "m", "L": "l", "C": "c", "Z": "h"}


@lru_cache(maxsize=1 << 14)
def number(value: float) -> str:
    """Return a number as PDF writes it: at most three decimals, never an exponent."""
    text = f"{value:.3f}".rstrip("0").rstrip(".")
    return "0" if text in {"-0", ""} else text


@lru_cache
def grey_of(colour: str) -> str:
    """Return how bright a colour prints in grey, from 0 to 1."""
    return number(_brightness(colour))


@lru_cache
def rgb_of(colour: str) -> str:
    """Return a `#RRGGBB` colour as its three shares."""
    return " ".join(number(int(colour[at : at + 2], 16) / 255) for at in (1, 3, 5))


def shown_as(parts: Sequence[bytes | int]) -> str:
    """Return the operator that shows a text, with what stands between its letters."""
    words = [
        str(part) if isinstance(part, int) else f"({part.decode('latin-1').translate(_ESCAPES)})"
        for part in parts
    ]
    return f"{words[0]} Tj" if len(words) == 1 else f"[{''.join(words)}] TJ"


def outline_of(outline: Outline, x: float, y: float) -> str:
    """Return the operators of an outline whose own places are counted from (x, y)."""
    written = ""
    for operator, numbers in outline:
        places = (number(value + (y if index % 2 else x)) for index, value in enumerate(numbers))
        written += f"{' '.join(places)} {_PATH[operator]} " if numbers else "h "
    return written
