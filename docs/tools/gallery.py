"""Write docs/gallery.md, and with the tools at hand its pictures: every form of exhibit, in both documents.

    python docs/tools/gallery.py

The pictures are those of docs/gallery/seed, built as any briefing is: paper and slide side by side, in
colour and in grey. They need Poppler for the paper, and LibreOffice with the look-alikes of Cambria
and Calibri for the slides (`.ci/tools`); without these only the page is written, and this is said.
"""

import re
import subprocess
import sys
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

from PIL import Image, ImageColor

from briefbook_figures import palette

ROOT = Path(__file__).resolve().parents[2]
sys.path.insert(0, str(ROOT))

from tests import tools  # noqa: E402

DOCS = ROOT / "docs"
SEED = DOCS / "gallery" / "seed"
NEEDED = ("poppler", "libreoffice", "typefaces")

FORMS = {
    "amounts": ("Amounts", "Unlike sums as cards: no common axis, so that nothing invites to add them."),
    "columns": ("Columns with means", "One series; each mean stands over the years that it averages, a partial year is hatched."),
    "reservations": ("Columns, partial and asked for", "What is partly reported is hatched, what is asked for or planned is outlined."),
    "grouped": ("Columns side by side", "Up to four series; the names stand beside the plot."),
    "stacked": ("Stacked columns", "The parts of one whole, from zero."),
    "line": ("A line", "One series, here as a share of another; a gap in the data is a gap in the line."),
    "lines": ("Several lines", "Up to five, told apart by ink and pattern, named at their ends."),
    "panels": ("Panels", "Small multiples on one scale, each with its means over named spans."),
    "dots": ("Dots", "Two moments compared, a row for each series."),
    "shares": ("Shares", "Parts of wholes that can be compared; each total stands beside its bar. What a part leaves of the whole is drawn pale: `all-oda: {label: All other donors, less: us-oda}`."),
    "seven-shares": ("Seven shares", "No more than seven parts can be told apart: the smallest are gathered in a named rest."),
    "timeline": ("Timeline", "The mark says how exactly the source dates the event."),
    "map": ("Map", "A country among its neighbours, with places that have evidence: `at` is latitude and longitude in degrees, north and east of zero, to as many places as the source bears."),
    "table": ("Table", "Every cell is a statement; views are marked."),
    "image": ("Image", "A photograph, logo or map of one’s own, with credit and licence."),
}  # fmt: skip
"""Exhibit of the seed → its form, and what it is for; in the page's order."""

_INTRODUCTION = """# Gallery

Every form of exhibit, as the paper prints it (left) and as a slide shows it (right), in colour and in grey, with the lines of `briefing.yaml` that make it. The slides are native charts, tables and shapes, drawn here by LibreOffice; the paper’s pictures are drawn with matplotlib from the same layout. Marks that stand beside each other are told apart in grey and under the three common colour-vision deficiencies, which tests/figures/test_legibility.py holds.

The briefing is [docs/gallery/seed](gallery/seed): the figures of aid to Tajikistan are those of the worked example, the harbour of Lissa is invented. `python docs/tools/gallery.py` writes this page and the pictures; [model.md](model.md) describes the fields."""


def page() -> str:
    """Return the documentation's page of all forms, in Markdown."""
    text = (SEED / "briefing.yaml").read_text(encoding="utf-8")
    parts = [_INTRODUCTION]
    for id_, (name, use) in FORMS.items():
        alt = f"{name}: paper and slide, in colour and in grey"
        parts += [f"## {name}", f"{use}", f"![{alt}](gallery/{id_}.png)", _yaml(text, id_)]
    return "\n\n".join(parts) + "\n"


def _yaml(text: str, id_: str) -> str:
    """Return an exhibit's lines of the briefing as a block of code."""
    found = re.search(
        rf"^  - id: {id_}\n(?:    .*\n)+", text.partition("\nexhibits:\n")[2], re.MULTILINE
    )
    if found is None:
        raise ValueError(f"the gallery's seed has no exhibit {id_}")
    return f"```yaml\nexhibits:\n{found[0]}```"


# ── Pictures ────────────────────────────────────────────────────────────────────────────────────

_PAPER_DPI, _SLIDE_DPI = 130, 96
_WIDTH_PX, _GREY_WIDTH_PX, _GAP_PX = 620, 400, 20
_BLENDS = (1.0, 0.6, 0.3)
"""The inks, whole and towards white, in which letters' edges are drawn."""
_LIGHT = 190
_GREYS, _PHOTO_COLOURS = 16, 40
_GROUND = "#FFFFFF"
_BLACK, _EDGE = "#000000", palette.HAIR


def pictures(outdir: Path) -> list[Path]:
    """Build the seed and write a picture of each exhibit."""
    from briefbook.build import build

    with tempfile.TemporaryDirectory() as folder:
        made = {path.suffix: path for path in build(SEED, Path(folder)).files}
        pages = tools.pages_to_png(made[".pdf"], Path(folder), _PAPER_DPI)
        deck = _shown(made[".pptx"])
        slides = tools.slides_to_png(deck, Path(folder), _SLIDE_DPI)
        printed = _printed(made[".pdf"])
        titles = _titles(deck)
        written = []
        for id_, (takeaway, number) in _exhibits().items():
            spot = printed[number]
            with (
                Image.open(pages[spot.page]) as page_,
                Image.open(slides[titles[takeaway]]) as slide,
            ):
                printed_, shown = spot.cut(page_.convert("RGB")), slide.convert("RGB")
                sheet = _side_by_side(printed_, shown, is_photo=id_ == "image")
            written.append(outdir / f"{id_}.png")
            sheet.save(written[-1], optimize=True)
    return written


def _exhibits() -> dict[str, tuple[str, str]]:
    """Return takeaway and printed number of each exhibit."""
    from briefbook.model.reader import read_briefing

    briefing = read_briefing(SEED)
    known = {str(exhibit.id): exhibit for exhibit in briefing.exhibits}
    order = re.findall(r"{exhibit: ([\w-]+)}", (SEED / "briefing.yaml").read_text("utf-8"))
    found: dict[str, tuple[str, str]] = {}
    counts = {"Table": 0, "Exhibit": 0}
    for id_ in order:
        word = "Table" if known[id_].table else "Exhibit"
        counts[word] += 1
        found[id_] = (str(known[id_].takeaway), f"{word} {counts[word]}")
    return found


@dataclass(frozen=True)
class _Spot:
    """Where an exhibit is printed: its page, counted from 0, and its upper and lower edge in points."""

    page: int
    top: float
    bottom: float

    def cut(self, page_: Image.Image) -> Image.Image:
        """Return the exhibit cut out of the picture of its page."""
        scale = _PAPER_DPI / 72
        left, right = 45 * scale, page_.width - 45 * scale
        return page_.crop(
            (round(left), round(self.top * scale), round(right), round(self.bottom * scale))
        )


_WORD = re.compile(
    r'<word xMin="([\d.]+)" yMin="([\d.]+)" xMax="[\d.]+" yMax="([\d.]+)">([^<]*)</word>'
)
_LEFT_PT, _RULE_PT, _LINE_PT, _FOOT_PT = 52.0, 9.0, 13.0, 4.0
_HEADS, _FEET = ("Exhibit", "Table"), ("Source", "Photo")


@dataclass(frozen=True)
class _Word:
    """A word of a page, its left, upper and lower edge in points."""

    left: float
    top: float
    bottom: float
    text: str


def _printed(pdf: Path) -> dict[str, _Spot]:
    """Return where each exhibit is printed, from its number to the last line of its source."""
    command = ["pdftotext", "-bbox", str(pdf), "-"]
    done = subprocess.run(command, capture_output=True, check=True, text=True)
    found: dict[str, _Spot] = {}
    for number, page_ in enumerate(done.stdout.split("<page ")[1:]):
        words = [
            _Word(float(left), float(top), float(bottom), text)
            for left, top, bottom, text in _WORD.findall(page_)
        ]
        for word, after in pairwise(words):
            if word.text not in _HEADS or word.left > _LEFT_PT:
                continue
            feet = [
                w.top for w in words if w.text in _FEET and w.left < _LEFT_PT and w.top > word.top
            ]
            if feet and f"{word.text} {after.text}" not in found:
                bottom = _last_line(words, min(feet)) + _FOOT_PT
                found[f"{word.text} {after.text}"] = _Spot(number, word.top - _RULE_PT, bottom)
    return found


def _last_line(words: list[_Word], start: float) -> float:
    """Return the lower edge of the lines that follow closely on one that starts at a height."""
    line, bottom = start, start
    for word in sorted(words, key=lambda word: word.top):
        if line - 2 < word.top < line + _LINE_PT:
            line, bottom = max(line, word.top), max(bottom, word.bottom)
    return bottom


def _shown(pptx: Path) -> Path:
    """Return a copy of a deck without hidden slides: a short table stands among them, and has no picture."""
    from pptx import Presentation

    deck = Presentation(str(pptx))
    for slide in deck.slides:
        slide.element.attrib.pop("show", None)
    copy = pptx.with_stem("shown")
    deck.save(str(copy))
    return copy


def _titles(pptx: Path) -> dict[str, int]:
    """Return the slides by their titles, counted from 0."""
    from pptx import Presentation

    titles = [slide.shapes.title for slide in Presentation(str(pptx)).slides]
    found = [(" ".join(title.text.split()), n) for n, title in enumerate(titles) if title]
    # The first of a title: exhibits stand before what repeats them.
    return dict(reversed(found))


def _side_by_side(paper: Image.Image, slide: Image.Image, *, is_photo: bool) -> Image.Image:
    """Return paper and slide in colour, and below them smaller in grey."""
    colour = _fewer(_row([paper, slide], _WIDTH_PX), None if is_photo else _inks())
    greys = [3 * (round(255 * n / (_GREYS - 1)),) for n in range(_GREYS)]
    grey = _fewer(_row([paper.convert("L"), slide.convert("L")], _GREY_WIDTH_PX), greys)
    size = (colour.width, colour.height + _GAP_PX + grey.height)
    sheet = Image.new("RGB", size, _GROUND)
    sheet.paste(colour, (0, 0))
    sheet.paste(grey.convert("RGB"), (0, colour.height + _GAP_PX))
    return sheet.quantize(256, dither=Image.Dither.NONE)


def _inks() -> list[tuple[int, ...]]:
    """Return the colours of charts, and what lies between each dark one and white."""
    named = [
        value for name, value in vars(palette).items() if name.isupper() and str(value)[0] == "#"
    ]
    found: list[tuple[int, ...]] = []
    for ink in (ImageColor.getrgb(value) for value in (*named, _BLACK)):
        blends = _BLENDS if min(ink) < _LIGHT else (1.0,)
        found += [tuple(round(255 + (part - 255) * share) for part in ink) for share in blends]
    return found


def _fewer(image: Image.Image, colours: Sequence[tuple[int, ...]] | None) -> Image.Image:
    """Return a picture in the nearest of few colours, its own where none are given: small files."""
    if colours is None:
        return image.quantize(_PHOTO_COLOURS, dither=Image.Dither.NONE).convert("RGB")
    known = Image.new("P", (1, 1))
    # Entries without a colour would be black ones.
    flat = [part for colour in colours for part in colour]
    known.putpalette(flat + [*colours[0]] * (256 - len(colours)))
    return image.quantize(palette=known, dither=Image.Dither.NONE).convert("RGB")


def _row(images: list[Image.Image], width: int) -> Image.Image:
    """Return pictures beside each other, each of one width and with an edge."""
    scaled = [
        image.resize((width, round(width * image.height / image.width)), Image.Resampling.LANCZOS)
        for image in images
    ]
    size = (len(scaled) * (width + _GAP_PX) - _GAP_PX, max(image.height for image in scaled))
    row = Image.new("RGB", size, _GROUND)
    for number, image in enumerate(scaled):
        framed = Image.new("RGB", image.size, _EDGE)
        framed.paste(image.crop((1, 1, image.width - 1, image.height - 1)), (1, 1))
        row.paste(framed, (number * (width + _GAP_PX), 0))
    return row


def main() -> int:
    """Write the page and, with the tools, the pictures; the number is the exit code."""
    (DOCS / "gallery.md").write_text(page(), encoding="utf-8")
    lacking = [name for marker in NEEDED if (name := tools.missing(marker))]
    if lacking:
        print(f"The pictures are as they were: {', '.join(lacking)} is missing.", file=sys.stderr)
        return 1
    written = pictures(DOCS / "gallery")
    print(f"{len(written)} pictures, {sum(path.stat().st_size for path in written):,} bytes")
    return 0


if __name__ == "__main__":
    sys.exit(main())
