"""Families of a brand: which of their cuts sets what in both documents."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from importlib.resources import files

from briefbook.brand.form import BaseType, BrandForm, Font, FontFile, FontSource, HeadingType, Load
from briefbook.brand.typefaces import Cut, lacking, made_smaller, read_cut, room_factor
from briefbook.errors import BriefbookError, Problem, SourceLocation
from briefbook.frozen import dataclass
from briefbook.model.locations import place_of
from briefbook.theme.faces import FACE_FILES, Face, OwnFace
from briefbook.theme.look import FaceFile, Family

WEIGHTS = {
    "thin": 100, "extra-light": 200, "ultra-light": 200, "light": 300, "normal": 400, "regular": 400,
    "medium": 500, "semi-bold": 600, "demi-bold": 600, "bold": 700, "extra-bold": 800,
    "ultra-bold": 800, "black": 900,
}  # fmt: skip
_REGULAR, _STRONG, _BOLD = 400, 600, 700
_LIGHTEST_STRONG = 500
_SHOWN = 12
"""Letters that a message names of those that a face lacks."""


@dataclass(frozen=True)
class Faces:
    """What a brand's typography comes to."""

    faces: dict[Face, FaceFile]
    display: Family | None
    body: Family | None
    cuts: tuple[tuple[str, Cut, str], ...]
    """Family, cut and use of every face that is used."""


@dataclass(frozen=True)
class _Set:
    """The cuts of a family that texts are set in."""

    family: str
    regular: Cut
    strong: Cut
    italic: Cut
    bold: Cut


class FamilyReader:
    """Reads the families that a brand's typography names."""

    def __init__(self, form: BrandForm, load: Load, problems: list[Problem]) -> None:
        """Keep the form; `load` gives its files, `problems` takes what is wrong."""
        self._form = form
        self._load = load
        self._problems = problems
        self._known: dict[str, tuple[Cut, ...]] = {}
        self._damaged: set[str] = set()
        """Families of which some file could not be read."""

    def read(self) -> Faces:
        """Return the faces of both documents; with problems, what could be read."""
        typography = self._form.typography
        ours = self._form.defaults.briefbook if self._form.defaults else None
        base = _family_of(typography.base) if typography else ""
        notes = (ours.notes if ours else "") or base
        headings = _family_of(typography.headings) if typography else ""
        body = self._set(base) if base else None
        small = body if notes == base else self._set(notes)
        titles = self._titles(headings, body) if headings else body
        sets = {"serif": body, "sans": small, "display": titles} if body and small else {}
        faces = dict(_faces({**sets, **({"display": titles} if titles else {})}))
        used = tuple(_used(body, small, titles if headings else None))
        self._check_letters(used)
        return Faces(faces, _deck_family(titles), _deck_family(small), used)

    def _titles(self, family: str, body: _Set | None) -> _Set | None:
        """Return the cuts of headings: of the weight that is asked for, else a strong one."""
        cuts = self._cuts(family)
        upright = [cut for cut in cuts if not cut.is_italic] or list(cuts)
        typography = self._form.typography
        asked = typography.headings if typography else None
        weight = (
            _weight(asked.weight) if isinstance(asked, HeadingType) and asked.weight else _STRONG
        )
        strong, regular = _nearest(upright, weight), _nearest(upright, _REGULAR)
        bold = _nearest(upright, max(weight, _STRONG))
        if strong is None or regular is None or bold is None:
            return None
        italic = _nearest((cut for cut in cuts if cut.is_italic), _REGULAR)
        return _Set(family, regular, strong, italic or (body.italic if body else regular), bold)

    def _set(self, family: str) -> _Set | None:
        """Return the cuts of running text: a regular, a strong and a slanted one; all are needed."""
        cuts = self._cuts(family)
        if not cuts:
            return None
        upright = [cut for cut in cuts if not cut.is_italic]
        regular = _nearest([c for c in upright if c.weight <= _LIGHTEST_STRONG], _REGULAR)
        strong = _nearest([c for c in upright if c.weight >= _LIGHTEST_STRONG], _STRONG)
        italic = _nearest([c for c in cuts if c.is_italic], _REGULAR)
        wanted = (
            ("weight: 400", "running text", regular),
            ("weight: 600 or 700", "names, values and findings", strong),
            ("style: italic", "the sources’ views, which are told by it", italic),
        )
        is_whole = family not in self._damaged  # what is missing may be in a file that was not read
        missing = [(how, what) for how, what, cut in wanted if cut is None and is_whole]
        for how, what in missing:
            message = f"“{family}” has no cut for {what}"
            hint = f"add a file with {how} to its files"
            self._tell(self._place(family), message, hint)
        if regular is None or strong is None or italic is None:
            return None
        bold = _nearest([c for c in upright if c.weight >= _LIGHTEST_STRONG], _BOLD)
        return _Set(family, regular, strong, italic, bold or strong)

    # ── Files ────────────────────────────────────────────────────────────────────────────────────

    def _cuts(self, family: str) -> tuple[Cut, ...]:
        if family not in self._known:
            self._known[family] = tuple(self._read_cuts(family))
        return self._known[family]

    def _read_cuts(self, family: str) -> Iterator[Cut]:
        font = self._font(family)
        if font is None:
            message = f"the typeface “{family}” has no files"
            hint = "list it under typography.fonts, with source: file and its files"
            self._tell(place_of(family, self._form.place), message, hint)
            return
        if font.source is not FontSource.FILE:
            message = f"the typeface “{family}” comes from {font.source}, and builds use no network"
            hint = "save its TTF or OTF files beside brand.yml; write source: file and name them"
            self._tell(font.place, message, hint)
            return
        for entry in font.files:
            file = entry if isinstance(entry, FontFile) else FontFile(entry)
            place = place_of(file.path, font.place)
            loaded = self._load(file.path, place)
            if loaded is None:
                self._damaged.add(family)
                continue
            try:
                slant = {"italic": True, "normal": False}.get(file.style)
                path, data = loaded
                yield read_cut(path, data, _weight(file.weight), is_italic=slant)
            except BriefbookError as error:
                self._damaged.add(family)
                self._tell(place, f"“{file.path}”: {error.message}", error.hint)

    def _font(self, family: str) -> Font | None:
        fonts = self._form.typography.fonts if self._form.typography else ()
        return next((font for font in fonts if font.family == family), None)

    def _place(self, family: str) -> SourceLocation:
        font = self._font(family)
        return font.place if font else self._form.place

    def _check_letters(self, used: tuple[tuple[str, Cut, str], ...]) -> None:
        told: set[str] = set()
        for family, cut, _ in used:
            letters = lacking(cut)
            if letters and cut.face.path not in told:
                told.add(cut.face.path)
                more = f" and {len(letters) - _SHOWN} more" if len(letters) > _SHOWN else ""
                named = " ".join(letters[:_SHOWN])
                message = f"“{cut.face.name}” lacks letters that documents need: {named}{more}"
                hint = "ask its maker for the version with Latin-1 and typographic signs"
                self._tell(self._place(family), message, hint)

    def _tell(self, place: SourceLocation, message: str, hint: str) -> None:
        self._problems.append(Problem(place, message, hint, "brand-face"))


def _faces(sets: dict[str, _Set | None]) -> Iterator[tuple[Face, FaceFile]]:
    """Yield the faces of both documents; a family is set so small that it takes our room everywhere."""
    factors: dict[str, float] = {}
    for role, found in sets.items():
        if found:
            compared = {"-semibold": found.strong}
            if role != "display":
                compared[""] = found.regular
            for ending, cut in compared.items():
                own: OwnFace = f"{role}{ending}"  # type: ignore[assignment]
                data = files("briefbook").joinpath("fonts", FACE_FILES[own]).read_bytes()
                factor = room_factor(cut, data)
                factors[found.family] = min(factor, factors.get(found.family, 1.0))
    for role, found in sets.items():
        if found is None:
            continue
        cuts = {"": found.regular, "-italic": found.italic, "-semibold": found.strong}
        for ending, cut in cuts.items():
            face: OwnFace = f"{role}{ending}"  # type: ignore[assignment]
            yield face, made_smaller(cut.face, factors[found.family])


def _family_of(said: str | BaseType | HeadingType | None) -> str:
    if said is None:
        return ""
    return said if isinstance(said, str) else said.family


def _weight(said: str) -> int:
    """Return a weight by its number or name; 0 for nothing, and for what is neither."""
    return int(said) if said.isdigit() else WEIGHTS.get(said, 0)


def _nearest(cuts: Iterable[Cut], weight: int) -> Cut | None:
    return min(cuts, key=lambda cut: (abs(cut.weight - weight), cut.weight), default=None)


def _used(
    body: _Set | None, small: _Set | None, titles: _Set | None
) -> Iterator[tuple[str, Cut, str]]:
    if body:
        yield body.family, body.regular, "running text"
        yield body.family, body.strong, "strong words"
        yield body.family, body.italic, "the sources’ views"
    if small and small is not body:
        yield small.family, small.regular, "notes, tables, charts"
        yield small.family, small.strong, "strong words of those"
        yield small.family, small.italic, "the sources’ views in those"
    if titles:
        yield titles.family, titles.strong, "titles and headings"


def _deck_family(found: _Set | None) -> Family | None:
    if found is None:
        return None
    cuts = (
        ("regular", found.regular.face), ("bold", found.bold.face), ("italic", found.italic.face)
    )  # fmt: skip
    return Family(str(found.family), found.regular.line_height, found.regular.ascent, cuts)
