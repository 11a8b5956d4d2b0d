"""What options ask for that several commands have: a brand, rows of a table of values, an address."""

from __future__ import annotations

import argparse
from pathlib import Path
from typing import TYPE_CHECKING

from briefbook.errors import SourceLocation, WrongUse
from briefbook.language.phrases import did_you_mean

if TYPE_CHECKING:
    from briefbook.model.params import Instance
    from briefbook.sources.source_text import SourceText

_MOST_NAMED = 12
"""Rows of a table that a hint names."""


def brand_choice(options: argparse.Namespace) -> Path | bool:
    """Return the brand that is asked for: a file, the seed's own, or none."""
    file: Path | None = options.brand
    return file or not options.no_brand


def refuse_row_without_table(options: argparse.Namespace) -> None:
    """Raise WrongUse where a row is asked for, and no table is given."""
    if options.only and not options.params:
        raise WrongUse("--only is of a table", hint="give the table: --params TABLE")


def rows_of(options: argparse.Namespace) -> tuple[Instance, ...]:
    """Return the rows of the table that are asked for: all, or the one of `--only`; raises WrongUse."""
    from briefbook.model.reader import read_instances

    found = {row.key: row for row in read_instances(options.seed, options.params)}
    if not options.only:
        return tuple(found.values())
    if options.only not in found:
        hint = did_you_mean(options.only, found, f"it has: {', '.join(list(found)[:_MOST_NAMED])}")
        place = SourceLocation(str(options.params))
        raise WrongUse(f"the table has no row “{options.only}”", hint=hint, place=place)
    return (found[options.only],)


def fetched(url: str) -> SourceText:
    """Return what an address holds; what talks to a network is loaded for an address alone."""
    from briefbook.refresh.source import fetch_source

    return fetch_source(url)
