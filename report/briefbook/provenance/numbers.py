"""Figures as a reader wants them."""

from __future__ import annotations

from decimal import Decimal, InvalidOperation


def grouped(value: str) -> str:
    """Return a figure with separators, as exact as it is; anything else as it stands."""
    try:
        return f"{Decimal(value):,}"
    except InvalidOperation:
        return value
