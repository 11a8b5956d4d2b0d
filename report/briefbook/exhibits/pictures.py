"""Charts → pictures for the paper, each at its slot's final size."""

from __future__ import annotations

from collections.abc import Callable
from importlib.resources import as_file, files

from briefbook.errors import DoesNotFit
from briefbook.exhibits import ChartData
from briefbook.theme import paper as theme
from briefbook_figures.display_list import DisplayList
from briefbook_figures.errors import ChartError
from briefbook_figures.faces import Fonts
from briefbook_figures.palette import PAPER, ChartStyle
from briefbook_figures.spec import (
    AmountChart,
    Chart,
    ColumnChart,
    LineChart,
    ShareChart,
    TimelineChart,
)

Draw = Callable[[Chart, float, float | None, ChartStyle, Fonts], DisplayList]


def draw_pictures(charts: dict[str, ChartData]) -> dict[str, DisplayList]:
    """Return the picture of each chart, by exhibit id."""
    if not charts:
        return {}
    # matplotlib is two thirds of a cold build: it is loaded only when something is drawn.
    from briefbook_figures.draw import draw

    with as_file(files("briefbook") / "fonts") as folder:
        fonts = Fonts(
            folder / "SourceSans3-Regular.ttf",
            folder / "SourceSans3-SemiBold.ttf",
            folder / "SourceSans3-Italic.ttf",
        )
        return {id_: _drawn(id_, art.chart, draw, fonts) for id_, art in charts.items()}


def _drawn(id_: str, chart: Chart, draw: Draw, fonts: Fonts) -> DisplayList:
    """Return an exhibit's picture; raises DoesNotFit, naming the exhibit, where it has no room."""
    try:
        return draw(chart, theme.TEXT_WIDTH, _height(chart), PAPER, fonts)
    except ChartError as error:
        raise DoesNotFit(f"exhibit {id_}: {error}", hint=error.hint) from error


def _height(chart: Chart) -> float | None:
    """Return the height of a chart's slot in points, by its kind; None where its content decides."""
    match chart:
        case AmountChart() | TimelineChart():
            return None
        case ColumnChart():
            return 268.0
        case ShareChart():
            return 56.0 * len(chart.rows) + 36.0
        case LineChart():
            return 200.0
