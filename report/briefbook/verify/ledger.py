"""The manifest read: every fact, and every text that stands on pages and slides, in order."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from pathlib import Path
from typing import Any

from briefbook.manifest import SEAL, output_name, read_manifest, seal_of
from briefbook.verify.images import Image


@dataclass(frozen=True)
class Passage:
    """A text as a document prints it, in parts that each belong to a statement or to none."""

    parts: tuple[tuple[str, str], ...]
    """Words and the statement's id; empty for labels and connecting words."""
    pages: tuple[int, ...] = ()
    is_drawn: bool = False
    """A word of a drawing."""

    @property
    def text(self) -> str:
        """All words."""
        return "".join(text for text, _ in self.parts)


@dataclass(frozen=True)
class Chart:
    """A native chart: the data sheet's cells and the words drawn."""

    title: str
    cells: dict[str, str]
    labels: tuple[str, ...]
    """Those that are written out."""
    values: tuple[str, ...]
    """Those that a number format makes of values."""
    ticks: tuple[str, ...]
    """Along the value axis."""


@dataclass(frozen=True)
class Print:
    """What a slide's page in a PDF shows otherwise."""

    page: int = 0
    drawn: tuple[Passage, ...] = ()
    """The words of its drawings; native charts are drawn there, too."""
    marks: tuple[str, ...] = ()
    """Numerals of its layout."""
    images: tuple[Image, ...] = ()


@dataclass(frozen=True)
class Slide:
    """What stands on a slide, beside it, and behind it."""

    id: str
    exhibit: str
    """Id of the exhibit that it shows, by which its data are known; empty for none."""
    texts: tuple[Passage, ...]
    notes: tuple[str, ...]
    alts: tuple[str, ...]
    charts: tuple[Chart, ...]
    images: tuple[Image, ...] = ()
    print: Print = Print()
    layout: str | None = None
    """None where the manifest does not say, as older ones."""
    section: str = ""
    is_hidden: bool = False
    links: tuple[str, ...] = ()
    """Addresses, and ids of slides after a `#`."""


@dataclass(frozen=True)
class Paper:
    """What stands on the pages, in reading order, and what travels with them."""

    texts: tuple[Passage, ...]
    headers_footers: tuple[str, ...]
    alts: tuple[str, ...]
    meta: dict[str, str]
    attachments: dict[str, str]
    images: tuple[Image, ...] = ()
    links: tuple[tuple[int, str, str], ...] | None = None
    """Page, name and target of each, a target in the paper as `#3`; None in older manifests."""
    bookmarks: tuple[tuple[int, str, int], ...] = ()
    """Level, title and page of each."""


@dataclass(frozen=True)
class Deck:
    """The slides in order."""

    slides: tuple[Slide, ...]
    headers_footers: tuple[str, ...]
    meta: dict[str, str]
    size: tuple[int, ...] = ()
    """Of its slides, in English Metric Units; empty where the manifest does not say."""


@dataclass(frozen=True)
class Exhibit:
    """What a chart shows: exact values in whole units, by series, each at its place."""

    points: tuple[tuple[tuple[str, Decimal], ...], ...]
    factor: Decimal = Decimal(1)
    """What the printed data table divides them by."""
    decimals: int | None = None
    """How many it prints; None where the table is no list of these values."""


@dataclass(frozen=True)
class Ledger:
    """A manifest."""

    name: str
    id: str
    """The briefing's, with the name of the variant: what its files are called."""
    facts: tuple[dict[str, Any], ...]
    passages: tuple[dict[str, Any], ...]
    outputs: dict[str, dict[str, Any]]
    exhibits: dict[str, Exhibit]
    paper: Paper
    deck: Deck
    data: dict[str, Any]
    """All of it, as it was read."""
    is_sealed: bool
    """The seal fits: nothing was changed since it was built."""

    @property
    def lent(self) -> dict[str, Any]:
        """What it says of faces that lend letters, by their names."""
        return dict(self.data.get("lent", {}))

    @property
    def brand(self) -> dict[str, Any]:
        """What it says of the sender's brand; empty where the documents wear none."""
        return dict(self.data.get("brand", {}))

    @property
    def press(self) -> dict[str, Any] | None:
        """What the file for a printer has otherwise than the paper."""
        found: dict[str, Any] | None = self.data["paper"].get("press")
        return found

    @property
    def created(self) -> str:
        """The edition's date and time."""
        return str(self.data["created"])


def read_ledger(path: Path) -> Ledger:
    """Read a manifest; raises Unreadable if it is none, or one of another format."""
    return read_manifest(path, lambda data: _ledger(data, path.name))


def _ledger(data: dict[str, Any], name: str) -> Ledger:
    return Ledger(
        name,
        output_name(str(data["id"]), str(data.get("variant", ""))),
        tuple(data["facts"]),
        tuple(data["passages"]),
        dict(data["outputs"]),
        {str(id_): _exhibit(entry) for id_, entry in data["exhibits"].items()},
        _paper(data["paper"]),
        _deck(data["deck"]),
        data,
        data[SEAL] == seal_of(data),
    )


def _paper(data: dict[str, Any]) -> Paper:
    return Paper(
        tuple(_passage(entry) for entry in data["texts"]),
        tuple(data["headers_footers"]),
        tuple(data["alts"]),
        dict(data["meta"]),
        dict(data["attachments"]),
        tuple(map(_image, data.get("images", ()))),
        tuple((int(page), str(words), str(to)) for page, words, to in data["links"])
        if data.get("links") or data.get("bookmarks")
        else None,
        tuple((int(n), str(words), int(page)) for n, words, page in data.get("bookmarks", ())),
    )


def _exhibit(data: dict[str, Any]) -> Exhibit:
    points = tuple(
        tuple((str(at), Decimal(value)) for at, value in series["points"] if value)
        for series in data["series"]
    )
    if "table" not in data:
        return Exhibit(points)
    return Exhibit(points, Decimal(data["table"]["factor"]), int(data["table"]["decimals"]))


def _image(data: dict[str, Any]) -> Image:
    exhibit, alt, sha256 = (str(data[key]) for key in ("exhibit", "alt", "sha256"))
    return Image(exhibit, alt, sha256, str(data.get("pixels", "")))


def _passage(data: dict[str, Any]) -> Passage:
    parts = tuple((str(text), str(statement)) for text, statement in data["parts"])
    return Passage(parts, tuple(data.get("pages", ())), bool(data.get("is_drawn")))


def _print(data: dict[str, Any]) -> Print:
    return Print(
        int(data["page"]),
        tuple(_passage({"parts": parts}) for parts in data["drawn"]),
        tuple(data["marks"]),
        tuple(map(_image, data["images"])),
    )


def _deck(data: dict[str, Any]) -> Deck:
    slides = tuple(
        Slide(
            str(entry["id"]),
            str(entry["exhibit"]),
            tuple(_passage(text) for text in entry["texts"]),
            tuple(entry["notes"]),
            tuple(entry["alts"]),
            tuple(
                Chart(
                    str(chart["title"]),
                    dict(chart["cells"]),
                    tuple(chart["labels"]),
                    tuple(chart["values"]),
                    tuple(chart["ticks"]),
                )
                for chart in entry["charts"]
            ),
            tuple(map(_image, entry.get("images", ()))),
            _print(entry["print"]) if "print" in entry else Print(),
            str(entry["layout"]) if "layout" in entry else None,
            str(entry.get("section", "")),
            bool(entry.get("is_hidden")),
            tuple(map(str, entry.get("links", ()))),
        )
        for entry in data["slides"]
    )
    size = tuple(data.get("size", ()))
    return Deck(slides, tuple(data["headers_footers"]), dict(data["meta"]), size)
