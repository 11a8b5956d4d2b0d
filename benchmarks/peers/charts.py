"""The charts of content.json by matplotlib, as anybody would draw them: SVG, or PNG.

python charts.py FOLDER [svg|png]
"""

import json
import sys
from pathlib import Path
from typing import Any

import matplotlib as mpl
from matplotlib.figure import Figure

folder, format_ = Path(sys.argv[1]), (sys.argv[2:] or ["svg"])[0]
mpl.rcParams["svg.fonttype"] = "none"


def draw(chart: dict[str, Any]) -> Figure:
    """Draw a chart of one of the forms."""
    figure = Figure(figsize=(6.7, 3))
    head, rows = chart["head"], chart["rows"]
    match chart["kind"]:
        case "SeriesChart":
            places = [row[0] for row in rows]
            for number, name in enumerate(head[1:]):
                axes = figure.add_subplot(1, len(head) - 1, number + 1)
                axes.bar(range(len(places)), [row[number + 1] or 0 for row in rows])
                axes.set_title(name, fontsize=7)
                axes.set_xticks(range(0, len(places), 8), places[::8])
        case "AmountChart":
            axes = figure.add_subplot()
            axes.barh([row[1] for row in rows], [row[3] for row in rows])
        case "TimelineChart":
            axes = figure.add_subplot()
            lanes = sorted({row[0] for row in rows})
            for lane, at, _, words in rows:
                axes.plot(at, lanes.index(lane), "o")
                axes.text(at, lanes.index(lane) + 0.1, words, fontsize=6)
            axes.set_yticks(range(len(lanes)), lanes)
        case "MapChart":
            axes = figure.add_subplot()
            for name, latitude, longitude, note in rows:
                axes.plot(longitude, latitude, "o")
                axes.text(longitude, latitude, f"{name}\n{note}", fontsize=6)
        case _:
            axes = figure.add_subplot()
            axes.bar([row[0] for row in rows], [row[1] or 0 for row in rows])
            axes.tick_params(axis="x", rotation=90)
    return figure


content = json.loads((folder / "content.json").read_text(encoding="utf-8"))
for id_, chart in content["charts"].items():
    draw(chart).savefig(folder / f"{id_}.{format_}")
