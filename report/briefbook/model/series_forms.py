"""Exhibits of several series: what each of them plots, and over which years."""

from __future__ import annotations

from briefbook.frozen import dataclass


@dataclass(frozen=True)
class YearsForm:
    """Years in a row, both ends included."""

    first: int
    """The first year."""
    last: int
    """The last year."""


Named = int | str | YearsForm
"""A row of a series: its year, its date or name as the first column has it, or years in a row."""


@dataclass(frozen=True)
class MeanForm:
    """A mean to draw across its years."""

    first: int
    """The first year of the mean."""
    last: int
    """The last year of the mean."""
    label: str = ""
    """What its years are called; the years themselves if empty."""


@dataclass(frozen=True)
class ColumnPart:
    """A series drawn as columns beside others or on them."""

    series: str
    """Id of a series."""
    label: str
    """As printed."""
    less: str = ""
    """Another series of the same unit and basis, which is taken off: all donors less one."""
    highlight: tuple[Named, ...] = ()
    """Years, dates or names whose values stand beside its name."""


@dataclass(frozen=True)
class LinePart:
    """A series drawn as one of several lines."""

    series: str
    """Id of a series."""
    label: str
    """As printed."""
    of: str = ""
    """The series that makes 100 per cent; empty for the values themselves."""
    highlight: tuple[Named, ...] = ()
    """Years, dates or names whose values stand beside its name; the last one if empty."""


@dataclass(frozen=True)
class PanelPart:
    """A series in a panel of its own."""

    series: str
    """Id of a series."""
    label: str
    """As printed."""
    highlight: bool = False
    """Whether the takeaway speaks of it: its columns are dark."""


@dataclass(frozen=True)
class PanelForm:
    """Small multiples: columns of two to six series, each in a panel, all on one scale."""

    panels: tuple[PanelPart, ...]
    """The small charts."""
    means: tuple[MeanForm, ...] = ()
    """Spans whose means stand under each panel's name."""


@dataclass(frozen=True)
class DotRow:
    """A series of which two moments are compared."""

    series: str
    """Id of a series."""
    label: str
    """As printed."""


@dataclass(frozen=True)
class DotForm:
    """Two years compared, a row for each series."""

    rows: tuple[DotRow, ...]
    """What is compared, a row each."""
    first: int | str
    """The earlier date: a year, 2015-03, or a name of the first column."""
    last: int | str
    """The later date, likewise."""


@dataclass(frozen=True)
class Plotted:
    """What one series of an exhibit of several plots: itself, less another, or as a share of it."""

    series: str
    label: str
    less: str = ""
    of: str = ""
    highlight: tuple[Named, ...] = ()

    @property
    def ids(self) -> tuple[str, ...]:
        """The series that its values come from."""
        return tuple(filter(None, (str(self.series), str(self.less), str(self.of))))


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
    highlight: tuple[Named, ...] = ()
    """Years, dates or names that the takeaway speaks of."""
