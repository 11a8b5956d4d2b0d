"""A drawn chart as a file, by matplotlib's savers: the only place that knows matplotlib's figures.

matplotlib is kept aside from the machine that it runs on. Imported in the ordinary way it reads a
`matplotlibrc`, searches the system for fonts (0.3 to 0.8 s on a first run) and keeps the list in the
user's cache folder. A file may depend on none of these, and a tool that draws pictures should leave
nothing behind.
"""

from __future__ import annotations

import importlib
import io
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from typing import TYPE_CHECKING, Any

from briefbook_figures.display_list import DisplayList, Mark, Outline, PathMark, TextMark
from briefbook_figures.faces import Fonts
from briefbook_figures.palette import WHITE

if TYPE_CHECKING:
    from matplotlib.figure import Figure
    from matplotlib.path import Path
    from matplotlib.transforms import Affine2D

_FONT_MANAGER = "matplotlib.font_manager"
_SETTINGS = "MATPLOTLIBRC"
_DOTS_PER_INCH, _PNG_DPI = 72, 300
_CAPS = {"butt": "butt", "round": "round", "square": "projecting"}


def saved(picture: DisplayList, fonts: Fonts, format_: str) -> bytes:
    """Return a picture as SVG, PNG or PDF, the same bytes every time."""
    with plotting():
        from matplotlib import rc_context

        dots = _PNG_DPI if format_ == "png" else _DOTS_PER_INCH
        figure = _figure(picture, fonts, dots / _DOTS_PER_INCH)
        settings = {"svg.fonttype": "path", "svg.hashsalt": "briefbook", "pdf.fonttype": 42}
        clocks = {"svg": {"Date": None}, "pdf": {"CreationDate": None, "ModDate": None}, "png": {}}
        out = io.BytesIO()
        with rc_context(settings):  # type: ignore[arg-type]  # names of settings are not typed
            figure.savefig(
                out, format=format_, dpi=_PNG_DPI, metadata=clocks[format_], facecolor=WHITE
            )
        return out.getvalue()


def _figure(picture: DisplayList, fonts: Fonts, scale: float) -> Figure:
    from matplotlib.figure import Figure
    from matplotlib.transforms import Affine2D

    size = (picture.width_pt / _DOTS_PER_INCH, picture.height_pt / _DOTS_PER_INCH)
    figure = Figure(figsize=size, dpi=_DOTS_PER_INCH, frameon=False)
    points = Affine2D().scale(scale)
    for layer, mark in enumerate(_without_lent(picture, fonts)):
        if isinstance(mark, TextMark):
            _add_text(figure, mark, fonts, points, layer)
        else:
            _add_path(figure, mark, points, layer)
    return figure


def _without_lent(picture: DisplayList, fonts: Fonts) -> Iterator[Mark]:
    """Yield the marks, letters of lent faces as outlines: a file names the three faces alone."""
    for mark in picture.marks:
        if fonts.lender and isinstance(mark, TextMark):
            yield from fonts.lender.marks(mark)
        else:
            yield mark


def _add_text(figure: Figure, mark: TextMark, fonts: Fonts, points: Affine2D, layer: int) -> None:
    from matplotlib.font_manager import FontProperties

    figure.text(
        mark.x,
        mark.y,
        mark.text,
        color=mark.colour,
        rotation=mark.angle,
        rotation_mode="anchor",
        ha="left",
        va="baseline",
        fontproperties=FontProperties(fname=str(fonts.file(mark.face)), size=mark.size_pt),
        parse_math=False,  # a dollar sign is a dollar sign
        transform=points,
        zorder=layer,
    )


def _add_path(figure: Figure, mark: PathMark, points: Affine2D, layer: int) -> None:
    from matplotlib.patches import PathPatch

    patch = PathPatch(
        _path(mark.outline),
        fill=mark.fill is not None,
        facecolor=mark.fill or WHITE,
        edgecolor=mark.stroke or mark.fill or WHITE,
        linewidth=mark.width_pt,
        capstyle=_CAPS[mark.cap],
        joinstyle=mark.join,
        zorder=layer,
    )
    if mark.dash_pt:
        # matplotlib counts dashes in line widths.
        patch.set_linestyle((0, tuple(length / mark.width_pt for length in mark.dash_pt)))
    patch.set_transform(points)
    figure.add_artist(patch)
    if mark.clip:
        patch.set_clip_path(_path(mark.clip), points)


def _path(outline: Outline) -> Path:
    from matplotlib.path import Path

    codes = {"M": [Path.MOVETO], "L": [Path.LINETO], "C": [Path.CURVE4] * 3, "Z": [Path.CLOSEPOLY]}
    vertices: list[tuple[float, float]] = []
    for _, values in outline:
        vertices += zip(values[0::2], values[1::2], strict=True) if values else [(0.0, 0.0)]
    return Path(vertices, [code for operator, _ in outline for code in codes[operator]])


@contextmanager
def plotting() -> Iterator[None]:
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

    One in the current folder comes first, and cannot be kept from being read; `plotting` keeps it
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
