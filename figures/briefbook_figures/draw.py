"""The one way from a chart to a picture.

    picture = draw(chart, width_pt, height_pt, PAPER, fonts)

matplotlib is loaded by the first call, never by an import, and is kept aside from the machine it
runs on. Imported in the ordinary way it reads a `matplotlibrc`, searches the system for fonts (0.3
to 0.8 s on a first run) and keeps the list in the user's cache folder. A picture may depend on none
of these, and a tool that draws pictures should leave nothing behind.
"""

from __future__ import annotations

import importlib
import os
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any, assert_never

from briefbook_figures.display_list import DisplayList
from briefbook_figures.faces import Fonts
from briefbook_figures.palette import ChartStyle
from briefbook_figures.spec import (
    AmountChart,
    Chart,
    ColumnChart,
    LineChart,
    SeriesChart,
    ShareChart,
    TimelineChart,
)
from briefbook_figures.spec_map import MapChart

if TYPE_CHECKING:
    from briefbook_figures.forms.canvas import Canvas  # loads matplotlib

__all__ = ["Fonts", "draw", "save"]

_FONT_MANAGER = "matplotlib.font_manager"
_SETTINGS = "MATPLOTLIBRC"


def draw(
    chart: Chart, width_pt: float, height_pt: float | None, style: ChartStyle, fonts: Fonts
) -> DisplayList:
    """Draw `chart` at its final size; the same arguments give the same picture everywhere.

    Without a height the picture is as high as its content needs.

    Raises ChartError when the chart does not fit or cannot be shown truthfully.
    """
    with _plotting():
        return _canvas(chart, width_pt, height_pt, style, fonts).picture()


def save(
    chart: Chart,
    width_pt: float,
    height_pt: float | None,
    style: ChartStyle,
    fonts: Fonts,
    format_: str,
    inks: Mapping[str, str] | None = None,
) -> bytes:
    """Return the same picture as a file, by matplotlib's savers: `svg`, `png` or `pdf`.

    `inks` has what is drawn instead of some colours of the palette. Letters are outlines in SVG and embedded faces in PDF; a PNG has 300 dots per inch on white.
    """
    with _plotting():
        return _canvas(chart, width_pt, height_pt, style, fonts).file(format_, inks or {})


def _canvas(
    chart: Chart, width_pt: float, height_pt: float | None, style: ChartStyle, fonts: Fonts
) -> Canvas:
    from briefbook_figures.forms.canvas import Canvas

    height = height_pt or _height(chart, width_pt, style, fonts)
    canvas = Canvas(width_pt, height, style, fonts)
    _draw_on(canvas, chart)
    return canvas


def _height(chart: Chart, width_pt: float, style: ChartStyle, fonts: Fonts) -> float:
    from briefbook_figures.forms.cards import cards_height
    from briefbook_figures.forms.map import map_height
    from briefbook_figures.forms.measure import Measure
    from briefbook_figures.forms.timeline import timeline_height

    match chart:
        case AmountChart():
            return cards_height(chart, width_pt, style, Measure(fonts))
        case TimelineChart():
            return timeline_height(chart, width_pt, style, fonts)
        case MapChart():
            return map_height(chart, width_pt, style, fonts)
        case _:
            raise TypeError(f"{type(chart).__name__} has no height of its own")


def _draw_on(canvas: Canvas, chart: Chart) -> None:
    from briefbook_figures.forms.cards import draw_amounts
    from briefbook_figures.forms.columns import draw_columns
    from briefbook_figures.forms.line import draw_line
    from briefbook_figures.forms.map import draw_map
    from briefbook_figures.forms.several import draw_several
    from briefbook_figures.forms.shares import draw_shares
    from briefbook_figures.forms.timeline import draw_timeline

    match chart:
        case AmountChart():
            draw_amounts(canvas, chart)
        case ColumnChart():
            draw_columns(canvas, chart)
        case TimelineChart():
            draw_timeline(canvas, chart)
        case ShareChart():
            draw_shares(canvas, chart)
        case LineChart():
            draw_line(canvas, chart)
        case SeriesChart():
            draw_several(canvas, chart)
        case MapChart():
            draw_map(canvas, chart)
        case _:
            assert_never(chart)


@contextmanager
def _plotting() -> Iterator[None]:
    """Import matplotlib and hold its defaults, so that pictures are the same everywhere.

    Where another part of the process has imported matplotlib already, its settings are put aside
    for the time of the drawing and restored. Where this is the first import, matplotlib has no
    cache folder and knows no font but those that a chart names: text that is drawn elsewhere in
    the process must name its file, too.
    """
    if _FONT_MANAGER not in sys.modules:
        _load()
    import matplotlib as mpl

    with mpl.rc_context():
        for name, value in mpl.rcParamsDefault.items():
            # The backend is left alone: to set it would load pyplot.
            if name != "backend":
                mpl.rcParams[name] = value
        yield


def _load() -> None:
    """Import what the forms need of matplotlib without letting it look around."""
    with _no_settings_file():
        import matplotlib as mpl

    ask = mpl.get_cachedir
    scan = _NoScan()
    mpl.get_cachedir = scan.cache_folder
    try:
        with _no_signatures(importlib.import_module("matplotlib.artist").Artist):
            importlib.import_module("matplotlib.figure")
    finally:
        mpl.get_cachedir = ask
        scan.undo()


_SIGNATURE = "_update_set_signature_and_docstring"


@contextmanager
def _no_signatures(artist: type) -> Iterator[None]:
    """Keep matplotlib from writing the help of `set` for each of its hundred kinds of artists.

    That is a fifth of the time that it takes to import, and only an interactive session reads it.
    """
    write = artist.__dict__[_SIGNATURE]
    setattr(
        artist,
        _SIGNATURE,
        classmethod(lambda cls: setattr(cls.set, "_autogenerated_signature", True)),
    )
    try:
        yield
    finally:
        setattr(artist, _SIGNATURE, write)


@contextmanager
def _no_settings_file() -> Iterator[None]:
    """Point matplotlib at an empty settings file while it is imported.

    One in the current folder comes first, and cannot be kept from being read; `_plotting` keeps it
    from having an effect.
    """
    before = os.environ.get(_SETTINGS)
    os.environ[_SETTINGS] = os.devnull
    try:
        yield
    finally:
        if before is None:
            del os.environ[_SETTINGS]
        else:
            os.environ[_SETTINGS] = before


class _NoScan:
    """Stops the font list from being searched for, read or written.

    matplotlib builds the list in the last lines of the module `font_manager`, and asks for the
    cache folder just before: the one moment when the module's functions exist and have not run.
    """

    def __init__(self) -> None:
        self._before: dict[str, Any] = {}

    def cache_folder(self) -> str:
        """Replace the functions that search and write; name a folder that holds nothing."""
        module = sys.modules[_FONT_MANAGER]
        stand_ins = {"findSystemFonts": lambda *_, **__: [], "json_dump": lambda *_: None}
        for name, stand_in in stand_ins.items():
            # Others ask for the folder later on: what is kept is the function of the first time.
            self._before.setdefault(name, getattr(module, name))
            setattr(module, name, stand_in)
        return os.devnull

    def undo(self) -> None:
        """Put the functions back."""
        for name, function in self._before.items():
            setattr(sys.modules[_FONT_MANAGER], name, function)
