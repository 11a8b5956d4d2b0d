"""When a command looks for garbage: never where it ends before there is much, and seldom else.

Python looks each time that seven hundred more objects are alive: a tenth of a check, a quarter of a long build.
"""

from __future__ import annotations

import gc
from pathlib import Path

_LONG_BYTES = 300_000
"""Of a model; the worked example has 80,000. A long one has garbage by the hundred megabytes."""
_RARELY = (10_000, 10, 10)
"""Ten times fewer searches than Python's own."""


def set_collector(seed: Path) -> None:
    """Let no garbage be looked for with a briefing of a usual size, and less often with a long one."""
    if _is_short(seed):
        gc.disable()
    else:
        gc.set_threshold(*_RARELY)


def collect_between_steps() -> None:
    """Give the room of what no longer serves to the next step of a long build."""
    if gc.get_threshold()[0] == _RARELY[0]:  # the others mean nothing to newer Pythons
        gc.collect()
        gc.freeze()  # what a step leaves lives to the end, and need not be walked again


def _is_short(seed: Path) -> bool:
    try:
        return (seed / "briefing.yaml").stat().st_size < _LONG_BYTES
    except OSError:
        return True
