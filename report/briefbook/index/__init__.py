"""An index of a folder of briefings: one page, as PDF and as HTML, from their manifests.

1. `read`   what each manifest says of its briefing
2. `html`   the page for a browser;  `pdf`   the page for print and archive
"""

from __future__ import annotations

from pathlib import Path

from briefbook.errors import Problem
from briefbook.index.html import index_html
from briefbook.index.pdf import index_pdf
from briefbook.index.read import read_folder
from briefbook.output import write_together

__all__ = ["write_index"]

_NAME = "index"


def write_index(
    folder: Path, title: str = "Briefings", out: Path | None = None
) -> tuple[tuple[Path, ...], tuple[Problem, ...]]:
    """Write the index of a folder, and return its files with warnings; raises Unreadable, Unwritable.

    Links lead to the briefings' files from where the index is written.
    """
    index, warnings = read_folder(folder, title, out or folder)
    files = {f"{_NAME}.html": index_html(index).encode(), f"{_NAME}.pdf": index_pdf(index)}
    write_together(out or folder, files)
    return tuple((out or folder) / name for name in files), warnings
