"""Write report/briefbook/verify/deck_grammar.json: all that the deck's renderer can write.

    python docs/tools/deck_grammar.py

Learned from a deck with every layout, from every kind of chart, from the shipped seeds and the gallery.
"""

from __future__ import annotations

import json
import sys
from collections.abc import Callable, Iterator, Sequence
from contextlib import suppress
from dataclasses import replace
from functools import cache, partial
from itertools import cycle
from pathlib import Path
from typing import Any

from lxml import etree

sys.path.insert(0, str(Path(__file__).resolve().parents[2]))

from briefbook.brand import wearing_brand
from briefbook.deck.compose import compose_deck
from briefbook.deck.design import DESIGNS, DeckForm, Design
from briefbook.deck.fit import fit_deck
from briefbook.deck.foreign import read_designs
from briefbook.deck.plan import Deck, Fill, Para, Paras, Slide
from briefbook.deck.pptx import render_pptx
from briefbook.deck.pptx.tongues import FACES
from briefbook.errors import DoesNotFit
from briefbook.evidence.resolve import ResolvedBriefing, resolve
from briefbook.exhibits import make_charts
from briefbook.model.reader import read_briefing
from briefbook.text import Run
from briefbook.theme.deck import COLOURS, rgb
from briefbook.theme.paper import SHAPE_WORDS
from briefbook.verify.deck_grammar import (
    FILE,
    FREE,
    GRAMMARS,
    NUMBER,
    SHEET,
    frame_digest,
    frame_name,
    is_frame,
    outline,
)
from briefbook.verify.opc import Package
from tests.brand.made import ministry
from tests.deck.made_templates import made_templates
from tests.deck.plans import META, rich_deck, slide, source
from tests.deck.plans import chart as chart_fill
from tests.figures.examples import EXAMPLES
from tests.seeds import EXAMPLE
from tests.tools import ROOT
from tests.verify import photos

TARGET = ROOT / "report" / "briefbook" / "verify" / FILE
SEEDS = [
    *sorted(p.parent for p in (ROOT / "seeds").glob("*/briefing.yaml")),
    ROOT / "docs" / "gallery" / "seed",
    photos.shown(),
]
Values = dict[str, set[str]]


def specimens() -> Iterator[bytes]:
    """Yield decks that use everything: all layouts in every design, each chart and each seed in one of them."""
    rich, charts = rich_deck(), tuple(_charts())
    yield render_pptx(fit_deck(replace(rich, meta=replace(META, marking="FOR COMMENT"))))
    for n, own in enumerate(DESIGNS.values()):
        yield render_pptx(fit_deck(replace(rich, design=own)))
        yield render_pptx(fit_deck(Deck(META, charts[n :: len(DESIGNS)], own)))
    for seed, own in zip(SEEDS, cycle(DESIGNS.values()), strict=False):
        deck = _composed(seed, own)
        yield render_pptx(fit_deck(deck))
        yield render_pptx(fit_deck(replace(deck, slides=(_long(deck.slides[0]),))))
    yield from _sent()


class Sent(bytes):
    """A deck that wears a brand: its masters, layouts and themes are its own."""


def _sent() -> Iterator[Sent]:
    """Yield decks that wear a brand with a logo."""
    with wearing_brand(ministry()):
        for own in DESIGNS.values():
            yield Sent(render_pptx(fit_deck(_composed(EXAMPLE, own))))


def _long(cover: Slide) -> Slide:
    """Return a cover whose title must be set smaller."""
    title = Fill(
        "title", Paras((Para((Run("Relations of the two republics, 1992 to 2010 " * 2),)),))
    )
    return replace(cover, fills=tuple(title if f.slot == "title" else f for f in cover.fills))


def _charts() -> Iterator[Slide]:
    for name, (drawn, _, _) in EXAMPLES.items():
        yield slide(name, "chart-wide", "Charts", name, chart_fill(drawn, name), source())


def sent() -> Iterator[bytes]:
    """Yield decks on templates of others, with and without what layouts may have.

    Each has all layouts; charts and seeds are dealt out, one template each.
    """
    # A .potx is the same template under another type.
    templates = [read_designs(path)[0] for path in made_templates() if path.suffix == ".pptx"]
    rich, charts = replace(rich_deck(), meta=replace(META, marking="FOR COMMENT")), tuple(_charts())
    for n, designs in enumerate(templates):
        dealt = charts[n :: len(templates)]
        yield _on_first(designs, lambda own: replace(rich, design=own))
        yield _on_first(designs, partial(Deck, META, dealt))
    for seed, designs in zip(SEEDS, cycle(templates), strict=False):
        yield _on_first(designs, partial(_composed, seed))


def _composed(seed: Path, own: Design) -> Deck:
    resolved = _resolved(seed)
    charts = make_charts(resolved.briefing)
    return compose_deck(resolved, charts, "2026-11-23T00:00:00Z", form=DeckForm(own))


@cache
def _resolved(seed: Path) -> ResolvedBriefing:
    return resolve(read_briefing(seed))


def _on_first(designs: Sequence[Design], deck: Callable[[Design], Deck]) -> bytes:
    """Return a deck in the first design in which it has room."""
    for own in designs[:-1]:
        with suppress(DoesNotFit):
            return render_pptx(fit_deck(deck(own)))
    return render_pptx(fit_deck(deck(designs[-1])))


def learned_slides(decks: list[bytes]) -> dict[str, Any]:
    """Return the grammar of slides on templates, colours named as our own are."""
    paths: dict[str, Values] = {}
    for data in decks:
        package = Package(data)
        for name in package.names:
            if GRAMMARS.get(package.content_type(name)) == "slide":
                root = package.xml(name)
                for colour in root.iter("{*}srgbClr"):
                    colour.tag = colour.tag.replace("srgbClr", "schemeClr")
                    colour.set("val", "tx1")
                _learn_root(paths, root)
    _share(paths)
    for path, own in paths.items():
        if path.endswith("/p:ph"):  # others number them, and say what they are for, as they like
            own["type"] = {"title", "ctrTitle", "subTitle", "body", "chart", "tbl", "ftr", "sldNum"}
            own["idx"] = {"0", "10"}
    return {path: _compact(path, own) for path, own in sorted(paths.items())}


def learned(decks: list[bytes]) -> dict[str, Any]:
    """Return frame and grammar of some decks."""
    frames: dict[str, dict[str, str]] = {}
    parts: dict[str, dict[str, Values]] = {}
    seen: set[object] = set()
    for data in decks:
        package = Package(data)
        lang = package.xml("docProps/core.xml").findtext(
            "{http://purl.org/dc/elements/1.1/}language"
        )
        assert lang
        said = package.xml(package.main).find("{*}sldSz")
        assert said is not None
        size = int(said.get("cx", "0")), int(said.get("cy", "0"))
        frame = frames.setdefault(frame_name(size), {})
        for name in package.names:
            kind = package.content_type(name)
            if is_frame(kind) and isinstance(data, Sent):
                continue
            if is_frame(kind):
                digest = _frame_digest(package.data(name), lang)
                assert frame.setdefault(name, digest) == digest, f"{name} depends on the briefing"
            elif kind in GRAMMARS:
                _learn(parts.setdefault(GRAMMARS[kind], {}), package, name, seen)
            elif kind == SHEET:
                book = Package(package.data(name))
                for inner in book.names:
                    if inner.startswith("xl/") and inner.endswith(".xml"):
                        place = inner.rpartition("/")[2].removesuffix(".xml")
                        _learn(parts.setdefault(place, {}), book, inner, seen)
    for paths in parts.values():
        _share(paths)
    return {
        "frames": frames,
        "parts": {
            kind: {path: _compact(path, own) for path, own in sorted(paths.items())}
            for kind, paths in sorted(parts.items())
        },
    }


def _learn(known: dict[str, Values], package: Package, name: str, seen: set[object]) -> None:
    """Learn what a part has; notes, workbooks and properties are the same in many decks."""
    if (key := (id(known), package.data(name))) not in seen:
        seen.add(key)
        _learn_root(known, package.xml(name))


def _learn_root(known: dict[str, Values], root: etree._Element) -> None:
    for path, attributes, words in outline(root):
        own = known.setdefault(path, {})
        if words:
            own.setdefault("_", set()).add(words)
        for key, value in attributes.items():
            own.setdefault(key, set()).add(value)


_frame_digest = cache(frame_digest)  # masters and layouts are the same in many decks


_SHARED = frozenset(
    ("a:schemeClr val", "c:dLblPos val", "a:pPr algn", "a:rPr b", "a:rPr i", "a:defRPr b", "a:ln cap",
     "c:showVal val", "c:showCatName val", "c:axPos val", "a:prstDash val", "c:delete val")
)  # fmt: skip
"""What a renderer may choose anywhere in a part if it does so once: the specimens need not show all."""


def _add_tongues(paths: dict[str, Values]) -> None:
    """Add what letters of the world may ask of any paragraph and run (`deck.pptx.tongues`)."""
    for path in list(paths):
        if path.endswith("/a:p") and f"{path}/a:r" in paths:
            settings = paths.setdefault(f"{path}/a:pPr", {})
            settings.setdefault("algn", set()).add("r")
            settings["rtl"] = {"1"}
        if path.endswith("/a:r/a:rPr"):
            for kind, name in FACES.values():
                paths.setdefault(f"{path}/a:{kind}", {}).setdefault("typeface", set()).add(name)


def _share(paths: dict[str, Values]) -> None:
    _add_tongues(paths)
    for path, own in paths.items():
        if path.endswith(("/a:r/a:rPr", "/a:br/a:rPr", "/a:defRPr")):
            for key in ("b", "i"):
                own.setdefault(key, set()).update("01")
    shared: Values = {}
    for is_last in (False, True):
        for path, own in paths.items():
            for key, values in own.items():
                name = f"{path.rpartition('/')[2]} {key}"
                if name in _SHARED:
                    place = f"{name} {'rPr' in path.lower()}"
                    if is_last:
                        own[key] = values | shared[place]
                    else:
                        shared[place] = shared.get(place, set()) | values


def _compact(path: str, own: Values) -> dict[str, Any]:
    return {key: _values(path, key, values) for key, values in sorted(own.items())}


def _values(path: str, key: str, values: set[str]) -> str | list[str]:
    if key == "_" and path.endswith("c:formatCode"):
        return sorted(values)
    if key == "_" or key.rpartition(":")[2] in FREE or path.endswith("/c:lang"):
        return "text"
    if values - {"0", "1"} and all(map(NUMBER.fullmatch, values)) and not path.endswith("sldSz"):
        return "number"
    return sorted(values)


def text() -> str:
    """Return the file's text, a path a line."""
    made = learned(list(specimens()))
    made["parts"]["sent slide"] = learned_slides(list(sent()))
    kinds = []
    for kind, paths in made["parts"].items():
        lines = ",\n".join(_line(*item) for item in paths.items())
        kinds.append(f' "{kind}": {{\n{lines}\n }}')
    frames = json.dumps(made["frames"], indent=1, sort_keys=True)
    parts = ",\n".join(kinds)
    inks = json.dumps(_inks(), indent=1)
    signs = json.dumps(sorted({*SHAPE_WORDS.values()}))
    return (
        f'{{"inks": {inks},\n"signs": {signs},\n"frames": {frames},\n"parts": {{\n{parts}\n}}}}\n'
    )


def _inks() -> dict[str, float]:
    """Return the lightness of each colour of the theme, as a slide writes it."""
    inks = {}
    for ink, tone in COLOURS.items():
        red, green, blue = (int(rgb(ink)[at : at + 2], 16) / 255 for at in (1, 3, 5))
        name = f"{tone.slot} {tone.lum_mod * 1000} {tone.lum_off * 1000}"
        inks[name] = round(0.2126 * red + 0.7152 * green + 0.0722 * blue, 3)
    return inks


def _line(path: str, own: dict[str, Any]) -> str:
    return f'  "{path}": {json.dumps(own, ensure_ascii=False)}'


if __name__ == "__main__":
    TARGET.write_text(text(), encoding="utf-8")
