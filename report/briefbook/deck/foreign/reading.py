"""What a template's layouts hold and how they look: places, type sizes, faces, ground and ink."""

from __future__ import annotations

from lxml import etree

from briefbook.deck.foreign.clearings import clear_of, drawn_by
from briefbook.deck.foreign.grounds import Palette, ground_of, palette_of, rgb_of
from briefbook.deck.foreign.package import Package, box_of
from briefbook.deck.placeholders import Rect
from briefbook.errors import SourceLocation, Unreadable
from briefbook.frozen import dataclass, replace
from briefbook.ooxml import A, P, R
from briefbook.theme.deck import EMU_PER_PT

_FURNITURE = {"ftr", "sldNum", "dt", "hdr"}
_SUBTITLE_PT = 100.0
"""Height of a few lines."""
_ABOVE = {
    "ctrTitle": "title",
    "subTitle": "body",
    "obj": "body",
    "": "body",
    "tbl": "body",
    "chart": "body",
}
"""What placeholder of the master one of a layout takes after."""
_STYLES = {
    "title": "titleStyle",
    "ctrTitle": "titleStyle",
    **dict.fromkeys(_FURNITURE, "otherStyle"),
}
"""Of the master, by the kind of placeholder; all others have its style of bodies."""
_CONTENT = {"obj", "body", "tbl", "chart", "pic", "dgm", "clipArt", "media", "subTitle"}
_INSET = (7.2, 3.6, 7.2, 3.6)


@dataclass(frozen=True)
class Holder:
    """A placeholder of a layout."""

    kind: str
    """As PresentationML names it; `obj` where it says nothing."""
    idx: str
    """Empty where it has none."""
    rect: Rect
    size_pt: float = 0.0
    """Of its text; 0 where nothing says it."""
    face: str = ""
    """The typeface that its text is set in."""
    bold: bool = False
    inset: tuple[float, float, float, float] = _INSET
    name: str = ""
    is_sole: bool = True
    """No other of the layout has its type and idx: a slide's shape can refer to it."""
    is_vertical: bool = False
    ink: str = ""
    """Colour of its text, as `RRGGBB`; empty where nothing says it."""
    sample: str = ""
    """Colour of its sample text, where no style says one: slides do not inherit it, and it is what was meant."""
    ground: str = "FFFFFF"
    """What it stands on."""

    @property
    def is_title(self) -> bool:
        """Whether it holds a slide's title."""
        return self.kind in ("title", "ctrTitle")

    @property
    def is_content(self) -> bool:
        """Whether it holds text, a chart, a table or a picture."""
        return self.kind in _CONTENT

    @property
    def area(self) -> float:
        """Its area in square points."""
        return self.rect.w * self.rect.h


@dataclass(frozen=True)
class ForeignLayout:
    """A layout of a template."""

    part: str
    name: str
    type: str
    master: int
    holders: tuple[Holder, ...]
    palette: Palette
    """Ground, ink and the theme's colours, as they stand on this layout."""
    drawn: tuple[Rect, ...] = ()
    """Where it, or its master, draws something itself."""

    @property
    def title(self) -> Holder | None:
        """The place of its title."""
        return next((holder for holder in self.holders if holder.is_title), None)

    @property
    def contents(self) -> tuple[Holder, ...]:
        """Its places for content, from the upper left."""
        found = [holder for holder in self.holders if holder.is_content]
        return tuple(sorted(found, key=lambda h: (round(h.rect.y / 40), h.rect.x)))

    def furniture(self, kind: str) -> Holder | None:
        """Return its footer (`ftr`) or slide number (`sldNum`), if it has one."""
        return next((holder for holder in self.holders if holder.kind == kind), None)


@dataclass(frozen=True)
class Template:
    """A template that was read."""

    sha256: str
    """Of its file."""
    package: Package
    width_pt: float
    height_pt: float
    layouts: tuple[ForeignLayout, ...]
    faces: tuple[tuple[str, str], ...]
    """Of each master: the theme's face for headings and for text."""

    def layout(self, name: str) -> ForeignLayout | None:
        """Return the layout of that name; spaces and capitals do not count."""
        wanted = " ".join(name.split()).casefold()
        same = (one for one in self.layouts if " ".join(one.name.split()).casefold() == wanted)
        return next(same, None)


def read_layouts(package: Package, sha256: str, place: str) -> Template:
    """Return what the layouts of a cleaned package hold; raises Unreadable where none has a title."""
    root = package.xml(package.main)
    size = root.find(f"{P}sldSz")
    width, height = (
        int((size.get(key) if size is not None else "") or 0) / EMU_PER_PT for key in ("cx", "cy")
    )
    if not (100 <= width <= 5000 and 100 <= height <= 5000):  # noqa: PLR2004  an inch and a half to 70
        raise Unreadable("this template says no size of its slides", place=SourceLocation(place))
    layouts: list[ForeignLayout] = []
    faces: list[tuple[str, str]] = []
    for number, master in enumerate(package.related(package.main, "slideMaster")):
        faces.append(_faces(package, master))
        above = package.xml(master)
        layouts += [
            _layout(package, part, master, number, above, faces[-1], (width, height))
            for part in _in_order(package, master, above)
        ]
    if not any(layout.title for layout in layouts):
        raise Unreadable(
            "no layout of this template has a title", place=SourceLocation(place),
            hint="add a layout with a title placeholder in PowerPoint's slide master view",
        )  # fmt: skip
    return Template(sha256, package, width, height, tuple(layouts), tuple(faces))


def _in_order(package: Package, master: str, root: etree._Element) -> list[str]:
    known = {r.id: r.target for r in package.relations[master] if r.kind == "slideLayout"}
    return [
        known[id_] for e in root.iter(f"{P}sldLayoutId") if (id_ := e.get(f"{R}id", "")) in known
    ]


def _faces(package: Package, master: str) -> tuple[str, str]:
    themes = package.related(master, "theme")
    found = []
    for kind in ("major", "minor"):
        latin = package.xml(themes[0]).find(f".//{A}{kind}Font/{A}latin") if themes else None
        found.append("" if latin is None else latin.get("typeface", ""))
    return found[0], found[1]


def _layout(
    package: Package, part: str, master: str, number: int, above: etree._Element,
    faces: tuple[str, str], size: tuple[float, float],
) -> ForeignLayout:  # fmt: skip
    root = package.xml(part)
    holders: list[Holder] = []
    for shape in root.iterfind(f".//{P}sp"):
        mark = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        if mark is not None:
            holders.append(_holder(shape, mark, above, faces))
    holders = [h for h in holders if h.rect.w > 1 and h.rect.h > 1]
    keys = [(h.kind, h.idx) for h in holders]
    settled = tuple(
        replace(h, is_sole=keys.count((h.kind, h.idx)) == 1 and (bool(h.idx) or h.is_title))
        for h in holders
    )
    said = root.find(f"{P}cSld")
    name = "" if said is None else said.get("name", "")
    content = next((h.rect for h in settled if h.is_content), None)
    room = content or Rect(size[0] * 0.1, size[1] * 0.3, size[0] * 0.8, size[1] * 0.5)
    drawn = drawn_by(package, part, master)
    ground = ground_of(package, part, master, clear_of(room, drawn), size)
    palette = palette_of(package, part, master, ground)
    scheme = dict(palette.scheme)
    settled = tuple(
        replace(
            h,
            ink=(ink := _ink(root, above, h, scheme)) or palette.text,
            sample="" if ink else _sample(root, above, h, scheme),
            ground=ground_of(package, part, master, _written(h), size)[0],
        )
        if h.is_title or h.is_content or h.kind in ("ftr", "sldNum")
        else h
        for h in settled
    )
    return ForeignLayout(part, name, root.get("type", ""), number, settled, palette, drawn)


def _holder(
    shape: etree._Element, mark: etree._Element, above: etree._Element, faces: tuple[str, str]
) -> Holder:
    kind = mark.get("type", "") or "obj"
    like = _like(above, kind, mark.get("type", ""))
    chain = [shape, *([like] if like is not None else [])]
    size, face, bold = _letters(chain, above, kind)
    heading, text = faces
    themes = {"+mj-lt": heading, "+mn-lt": text, "": heading if "itle" in kind else text}
    bodies = [body for one in chain if (body := one.find(f"{P}txBody/{A}bodyPr")) is not None]
    left, top, right, bottom = (
        next((int(body.get(key, "0")) / EMU_PER_PT for body in bodies if body.get(key)), default)
        for key, default in zip(("lIns", "tIns", "rIns", "bIns"), _INSET, strict=True)
    )
    named = shape.find(f"{P}nvSpPr/{P}cNvPr")
    return Holder(
        kind,
        mark.get("idx", ""),
        next((box for one in chain if (box := box_of(one)) is not None), Rect(0, 0, 0, 0)),
        size,
        themes.get(face, face),
        bold,
        (left, top, right, bottom),
        "" if named is None else named.get("name", ""),
        is_vertical=mark.get("orient") == "vert"
        or any("vert" in body.get("vert", "") for body in bodies),
    )


def _letters(
    chain: list[etree._Element], above: etree._Element, kind: str
) -> tuple[float, str, bool]:
    """Return size, face and weight of a placeholder's text: its own, its master's, or its style's."""
    looks = f"{A}lvl1pPr/{A}defRPr"
    found = [one.find(f".//{A}lstStyle/{looks}") for one in chain]
    found.append(above.find(f"{P}txStyles/{P}{_STYLES.get(kind, 'bodyStyle')}/{looks}"))
    runs = [run for run in found if run is not None]
    latins = [latin for run in runs if (latin := run.find(f"{A}latin")) is not None]
    return (
        next((int(run.get("sz", "0")) / 100 for run in runs if run.get("sz")), 0.0),
        latins[0].get("typeface", "") if latins else "",
        next((run.get("b") in ("1", "true") for run in runs if run.get("b")), False),
    )


def _ink(
    root: etree._Element, above: etree._Element, holder: Holder, scheme: dict[str, str]
) -> str:
    """Return the colour that layout or master give the text of a placeholder."""
    for one in (root, above):
        for shape in one.iterfind(f".//{P}sp"):
            mark = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
            kind = "" if mark is None else mark.get("type", "") or "obj"
            same = kind == holder.kind or (
                one is above and kind == _ABOVE.get(holder.kind, holder.kind)
            )
            fill = shape.find(f"{P}txBody/{A}lstStyle/{A}lvl1pPr/{A}defRPr/{A}solidFill")
            if mark is not None and same and (found := rgb_of(fill, scheme)):
                return found
    style = "titleStyle" if holder.is_title else "bodyStyle"
    return rgb_of(above.find(f"{P}txStyles/{P}{style}/{A}lvl1pPr/{A}defRPr/{A}solidFill"), scheme)


def _written(holder: Holder) -> Rect:
    """Return where the words of a placeholder stand: those of a subtitle fill the top of its place."""
    most = _SUBTITLE_PT if holder.kind == "subTitle" else holder.rect.h
    return replace(holder.rect, h=min(holder.rect.h, most))


def _sample(
    root: etree._Element, above: etree._Element, holder: Holder, scheme: dict[str, str]
) -> str:
    """Return the colour of a placeholder's sample text: LibreOffice writes its styles there alone.

    The master's first: its layouts repeat the style of the file, whatever they stand on.
    """
    for one in (above, root):
        for shape in one.iterfind(f".//{P}sp"):
            mark = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
            wanted = _ABOVE.get(holder.kind, holder.kind) if one is above else holder.kind
            if mark is None or mark.get("type", "obj") != wanted:
                continue
            for looks in (f"{A}r/{A}rPr", f"{A}endParaRPr"):
                fill = shape.find(f"{P}txBody/{A}p/{looks}/{A}solidFill")
                if found := rgb_of(fill, scheme):
                    return found
    return ""


def _like(above: etree._Element, kind: str, said: str) -> etree._Element | None:
    wanted = _ABOVE.get(said, kind)
    for shape in above.iterfind(f".//{P}sp"):
        mark = shape.find(f"{P}nvSpPr/{P}nvPr/{P}ph")
        if mark is not None and mark.get("type", "body") in (wanted, kind):
            return shape
    return None
