"""The command `index`: a page that lists the briefings of a folder."""

from __future__ import annotations

import argparse

from briefbook.brand import lent_of, wearing_brand
from briefbook.cli.terminal import format_of, print_files, tell
from briefbook.index import write_index


def index_command(options: argparse.Namespace) -> int:
    """Write the page as HTML and as PDF; return 0."""
    with wearing_brand(None, lent_of(options.folder, options.fonts)):
        files, warnings = write_index(options.folder, options.title, options.out)
    tell(warnings, options)
    if not format_of(options).is_data:
        print_files(files)
    return 0
