"""What was built, opened in the system's viewer: on wish, and never where a program builds (`CI`)."""

from __future__ import annotations

import os
import sys
from pathlib import Path

_VIEWED = (".pdf", ".pptx", ".html")


def open_files(files: list[str]) -> None:
    """Open each document with the program that the system opens it with; nothing where there is none."""
    documents = [str(Path(path).resolve()) for path in files if path.lower().endswith(_VIEWED)]
    if os.environ.get("CI") or not documents:
        return
    if sys.platform == "win32":
        for path in documents:
            os.startfile(path)  # noqa: S606  what the user has just built
        return
    import shutil
    import subprocess

    viewer = shutil.which("open" if sys.platform == "darwin" else "xdg-open")
    for path in documents if viewer else ():
        subprocess.Popen(  # noqa: S603  the system's own program
            [str(viewer), path],
            stdin=subprocess.DEVNULL,
            stdout=subprocess.DEVNULL,
            stderr=subprocess.DEVNULL,
            start_new_session=True,  # it stays when this terminal is closed
        )


def open_told(words: str) -> None:
    """Open the documents that a build has named: a line each, with its size."""
    lines = (line.rpartition("  ") for line in words.splitlines() if line.endswith(" bytes"))
    open_files([path for path, _, _ in lines])
