"""Charts → pictures for the paper, each at its slot's final size."""

from __future__ import annotations

from importlib.resources import as_file, files

from briefbook.artwork import Artwork
from briefbook.theme import paper as theme
from briefbook_figures.ink import PAPER
from briefbook_figures.marks import Picture
from briefbook_figures.spec import (
    AmountChart,
    Chart,
    ColumnChart,
    LineChart,
    ShareChart,
    TimelineChart,
)


def draw_pictures(artwork: dict[str, Artwork]) -> dict[str, Picture]:
    """Return the picture of each chart, by exhibit id."""
    if not artwork:
        return {}
    # matplotlib is two thirds of a cold build: it is loaded only when something is drawn.
    from briefbook_figures.draw import Fonts, draw

    with as_file(files("briefbook") / "fonts") as folder:
        fonts = Fonts(
            folder / "SourceSans3-Regular.ttf",
            folder / "SourceSans3-SemiBold.ttf",
            folder / "SourceSans3-Italic.ttf",
        )
        return {
            id_: draw(art.chart, theme.TEXT_WIDTH, _height(art.chart), PAPER, fonts)
            for id_, art in artwork.items()
        }


def _height(chart: Chart) -> float:
    """Return the height of a chart's slot in points, by its kind and how much it holds."""
    match chart:
        case AmountChart():
            rows = sum(len(group.rows) for group in chart.groups)
            return 36.0 * rows + 30.0 * len(chart.groups)
        case ColumnChart():
            return 268.0
        case TimelineChart():
            return 43.0 * sum(lane.tracks * 0.225 + 0.775 for lane in chart.lanes)
        case ShareChart():
            return 56.0 * len(chart.rows) + 36.0
        case LineChart():
            return 200.0
