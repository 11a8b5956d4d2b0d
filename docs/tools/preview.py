"""Show a paper and a deck as pictures: every page and slide, and all of them on one sheet.

    python docs/tools/preview.py dist/ID.pdf dist/ID.pptx dist/preview

Needs Poppler, and LibreOffice for the slides; without one of them it shows what it can, and says so.
"""

import sys
from pathlib import Path

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from tests import tools


def preview(paper: Path, deck: Path, outdir: Path) -> int:
    """Write the pictures; the number is the exit code."""
    lacking = {marker: tools.missing(marker) for marker in ("poppler", "libreoffice")}
    pictures = []
    if not lacking["poppler"]:
        pictures += tools.pages_to_png(paper, outdir, dpi=96)
        if not lacking["libreoffice"]:
            pictures += tools.slides_to_png(deck, outdir, dpi=96)
    for name in filter(None, lacking.values()):
        print(f"Cannot show everything: {name} is missing. .ci/tools installs it.", file=sys.stderr)
    if not pictures:
        return 1
    sheet = outdir / f"{paper.stem}.png"
    tools.contact_sheet(pictures, sheet)
    print(f"{len(pictures)} pictures in {outdir}/, all of them on {sheet}")
    return 0


if __name__ == "__main__":
    sys.exit(preview(*map(Path, sys.argv[1:4])))
