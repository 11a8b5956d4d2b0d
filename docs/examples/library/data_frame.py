"""Figures from a data frame: one line of code between an analysis and a paper whose numbers are held against it."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import pandas

import briefbook


def briefing_of(
    model: Mapping[str, Any], text: str, grants: pandas.DataFrame
) -> briefbook.Briefing:
    """Return a briefing whose series `grants` are the frame's columns `year` and `usd`."""
    frame = grants.rename(columns={"usd": "current_usd"})[["year", "current_usd"]]
    return briefbook.load(
        model,
        sources={"history": text},
        series={"grants": briefbook.Series.from_pandas(frame)},
        id="from-a-frame",
    )
