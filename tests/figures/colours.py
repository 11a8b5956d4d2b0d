"""How colours are seen: contrast, lightness, and distance with and without a colour-vision deficiency.

CIE 1976 L*a*b* under D65; the WCAG 2.1 contrast ratio; dichromats simulated by the matrices of Machado,
Oliveira and Fernandes (2009), "A Physiologically-based Model for Simulation of Color Vision Deficiency",
IEEE TVCG 15(6), severity 1.0, applied to linear RGB.
"""

from functools import cache
from itertools import product

import numpy as np

Rgb = np.ndarray

VISION = {
    "trichromacy": np.eye(3),
    "protanopia": np.array([
        [0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998],
    ]),
    "deuteranopia": np.array([
        [0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.011820, 0.042940, 0.968881],
    ]),
    "tritanopia": np.array([
        [1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.303900],
    ]),
}  # fmt: skip
"""Vision → what it makes of linear red, green and blue."""
_TO_XYZ = np.array([
    [0.4124564, 0.3575761, 0.1804375], [0.2126729, 0.7151522, 0.0721750], [0.0193339, 0.1191920, 0.9503041],
])  # fmt: skip
_WHITE_POINT = np.array([0.95047, 1.0, 1.08883])
_KNEE = 6 / 29


def linear(colour: str) -> Rgb:
    """Return linear red, green and blue of `#RRGGBB`, from 0 to 1."""
    parts = np.array([int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)])
    return np.where(parts <= 0.04045, parts / 12.92, ((parts + 0.055) / 1.055) ** 2.4)


def _lab(rgb: Rgb) -> np.ndarray:
    xyz = _TO_XYZ @ rgb / _WHITE_POINT
    f = np.where(xyz > _KNEE**3, np.cbrt(xyz), xyz / (3 * _KNEE**2) + 4 / 29)
    return np.array([116 * f[1] - 16, 500 * (f[0] - f[1]), 200 * (f[1] - f[2])])


@cache
def lightness(colour: str) -> float:
    """Return L*, from 0 (black) to 100 (white): how a colour prints in grey."""
    return float(_lab(linear(colour))[0])


@cache
def contrast(one: str, other: str) -> float:
    """Return the contrast ratio of two colours, from 1 to 21."""
    low, high = sorted(float(_TO_XYZ[1] @ linear(colour)) + 0.05 for colour in (one, other))
    return high / low


@cache
def distance(one: str, other: str) -> float:
    """Return the Lab distance of two colours to whom they look most alike."""
    seen = {
        (name, colour): _lab(np.clip(matrix @ linear(colour), 0, 1))
        for (name, matrix), colour in product(VISION.items(), (one, other))
    }
    return min(float(np.linalg.norm(seen[name, one] - seen[name, other])) for name in VISION)
