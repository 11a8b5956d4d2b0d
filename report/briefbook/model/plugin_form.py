"""Exhibits whose form a plugin brings."""

from __future__ import annotations

from briefbook.frozen import dataclass
from briefbook.model.series_forms import YearsForm


@dataclass(frozen=True)
class PluginPart:
    """A series that a plugin's form draws."""

    series: str
    """Id of a series."""
    label: str
    """As printed."""


@dataclass(frozen=True)
class PluginForm:
    """A chart's form of an installed package."""

    form: str
    """Its name: that of an entry point of `briefbook.charts`."""
    parts: tuple[PluginPart, ...]
    """The series that it draws, of one unit and basis."""
    highlight: tuple[int | YearsForm, ...] = ()
    """Years that the takeaway speaks of."""
