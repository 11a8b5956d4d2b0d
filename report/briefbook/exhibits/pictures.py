"""Charts → pictures for the paper, each at its slot's final size."""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager, suppress
from functools import lru_cache
from importlib.resources import as_file, files
from pathlib import Path
from tempfile import TemporaryDirectory
from typing import TypeVar

from briefbook import cache
from briefbook.errors import DoesNotFit
from briefbook.exhibits import ChartData
from briefbook.localization import locale
from briefbook.stamp import file_digest
from briefbook.theme import paper as theme
from briefbook.theme.look import worn
from briefbook_figures.display_list import DisplayList, Face, as_data, from_data
from briefbook_figures.errors import ChartError
from briefbook_figures.faces import Fonts, Lender
from briefbook_figures.palette import PAPER, ChartStyle
from briefbook_figures.spec import (
    AmountChart,
    Chart,
    ColumnChart,
    LineChart,
    RowChart,
    SeriesChart,
    ShareChart,
    TimelineChart,
)
from briefbook_figures.spec_map import MapChart
from briefbook_figures.spec_series import Arrangement

T = TypeVar("T")


def draw_pictures(
    charts: dict[str, ChartData], heights: Mapping[str, float] | None = None
) -> dict[str, DisplayList]:
    """Return the picture of each chart, by exhibit id; `heights` has those that are not the usual ones."""
    if not charts:
        return {}
    with chart_fonts() as fonts:
        return {
            id_: _fitting(
                id_,
                drawn,
                art.chart,
                theme.TEXT_WIDTH,
                (heights or {}).get(id_) or usual_height(art.chart),
                PAPER,
                fonts,
            )
            for id_, art in charts.items()
        }


def drawn(
    chart: Chart, width_pt: float, height_pt: float | None, style: ChartStyle, fonts: Fonts
) -> DisplayList:
    """Return a chart's picture: as it was kept, or drawn and then kept.

    Raises ChartError when the chart does not fit or cannot be shown truthfully.
    """
    ems = fonts.ems and f"{fonts.ems.__module__}.{fonts.ems.__qualname__}"
    faces = (fonts.sans, fonts.semibold, fonts.italic)
    files = (
        [worn().key] if worn().faces or worn().lent else [_file_digest(str(file)) for file in faces]
    )
    depends_on = repr((chart, width_pt, height_pt, style, ems, files, locale()))
    if kept := cache.found("chart", depends_on):
        with suppress(KeyError, TypeError, ValueError):
            return _from_kept(kept)
    # What draws is loaded only when something is drawn.
    from briefbook_figures.draw import draw

    picture = draw(chart, width_pt, height_pt, style, fonts)
    if cache.is_open():
        cache.keep("chart", depends_on, json.dumps(as_data(picture)).encode())
    return picture


@lru_cache(maxsize=32)
def _from_kept(data: bytes) -> DisplayList:
    """Return a picture of its kept form, made once: both documents and each build of a batch show it."""
    return from_data(json.loads(data))


@lru_cache
def _file_digest(path: str) -> str:
    return file_digest(path)


def save_pictures(charts: dict[str, ChartData], format_: str) -> dict[str, bytes]:
    """Return each chart as a file of that format (svg, png or pdf), as it stands in the paper."""
    from briefbook_figures.draw import save

    with chart_fonts() as fonts:
        return {
            id_: _fitting(
                id_,
                save,
                art.chart,
                theme.TEXT_WIDTH,
                usual_height(art.chart),
                PAPER,
                fonts,
                format_,
                worn().inks,
            )
            for id_, art in charts.items()
        }


@contextmanager
def chart_fonts(ems: Callable[[str, Face], float] | None = None) -> Iterator[Fonts]:
    """Give the files of the charts' faces; `ems` measures where a text is set in another face."""
    faces = worn().faces
    with as_file(files("briefbook") / "fonts") as folder:
        names = ("Regular", "SemiBold", "Italic")
        regular, semibold, italic = (folder / f"SourceSans3-{name}.ttf" for name in names)
        if "sans" not in faces:
            yield Fonts(regular, semibold, italic, ems, _lender())
            return
        with TemporaryDirectory(prefix="briefbook-") as aside:  # as they are embedded, not as sent
            plain, strong, slanted = (Path(aside, f"{number}.ttf") for number in range(3))
            plain.write_bytes(faces["sans"].data)
            strong.write_bytes(faces["sans-semibold"].data)
            slanted.write_bytes(faces["sans-italic"].data)
            yield Fonts(plain, strong, slanted, ems, _lender(), regular)


def _lender() -> Lender | None:
    """Return what sets labels in lent faces, where there are any."""
    if not worn().lent:
        return None
    from briefbook.pdf.labels import LentLabels  # loads what shapes text

    return LentLabels()


def _fitting(id_: str, make: Callable[..., T], *given: object) -> T:
    """Return what `make` does; raises DoesNotFit, naming the exhibit, where it has no room."""
    try:
        return make(*given)
    except ChartError as error:
        raise DoesNotFit(f"exhibit {id_}: {error}", hint=error.hint) from error


def can_be_resized(chart: Chart) -> bool:
    """Tell whether a chart can be drawn higher or lower.

    Cards are as high as their words, timelines as the names of their events need.
    """
    return not isinstance(chart, AmountChart | MapChart | TimelineChart)


def usual_height(chart: Chart) -> float | None:  # noqa: PLR0911  a case each
    """Return the height of a chart's slot in points, by its kind; None where its content decides."""
    match chart:
        case AmountChart() | TimelineChart():
            return None
        case MapChart():
            return 190.0
        case ColumnChart():
            return 178.0 if chart.means else 150.0
        case ShareChart():
            return 37.0 * len(chart.rows) + 30.0
        case LineChart():
            return 160.0
        case SeriesChart():
            return _series_height(chart)
        case RowChart():
            return 26.0 + 21.0 * len(chart.rows)


_SERIES_HEIGHTS = {
    Arrangement.GROUPED: 165.0,
    Arrangement.STACKED: 140.0,
    Arrangement.LINES: 165.0,
    Arrangement.PANELS: 124.0,
}


def _series_height(chart: SeriesChart) -> float:
    """Return the height of a chart of several series: a row for each pair of dots."""
    return _SERIES_HEIGHTS.get(chart.arrangement, 26.0 + 21.0 * len(chart.series))
