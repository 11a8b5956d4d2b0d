"""Matrices of a page, as its operators give them: six numbers (ISO 32000-1, 8.3.4)."""

from __future__ import annotations

from typing import Any

Point = tuple[float, float]
Matrix = tuple[float, float, float, float, float, float]
IDENTITY: Matrix = (1, 0, 0, 1, 0, 0)


def matrix_of(operands: Any) -> Matrix:  # noqa: ANN401  numbers of pypdf
    """Return the matrix that an operator gives."""
    a, b, c, d, e, f = (float(value) for value in operands)
    return a, b, c, d, e, f


def times(operands: Any, by: Matrix) -> Matrix:  # noqa: ANN401  numbers of pypdf
    """Return what a matrix does that is applied before another."""
    a, b, c, d, e, f = matrix_of(operands)
    g, h, i, j, k, m = by
    return (
        a * g + b * i, a * h + b * j, c * g + d * i, c * h + d * j,
        e * g + f * i + k, e * h + f * j + m,
    )  # fmt: skip


def moved(point: Point, matrix: Matrix) -> Point:
    """Return where a matrix puts a point."""
    a, b, c, d, e, f = matrix
    return a * point[0] + c * point[1] + e, b * point[0] + d * point[1] + f
