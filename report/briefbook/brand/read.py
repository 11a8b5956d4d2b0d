"""A brand read whole: every problem at once, each with file and line."""

from __future__ import annotations

import hashlib
from dataclasses import field
from pathlib import Path

from briefbook.brand.colours import Named, alike, check_contrast, colour_look, named_colours
from briefbook.brand.families import Faces, FamilyReader
from briefbook.brand.form import BrandForm, OurDefaults, PrintDefaults
from briefbook.brand.logos import LogoReader
from briefbook.brand.packages import package_brand
from briefbook.brand.profile import Profile, read_profile
from briefbook.brand.typefaces import MAX_FONT_BYTES
from briefbook.errors import BriefbookError, Problem, Problems, Severity, SourceLocation, Unreadable
from briefbook.frozen import dataclass, replace
from briefbook.model.decode import Decoder
from briefbook.model.locations import place_of
from briefbook.model.nodes import compose
from briefbook.output import recover
from briefbook.plugins import BRANDS, plugins
from briefbook.sources.read import read_bytes, utf8_text
from briefbook.theme.deck import Ink, rgb
from briefbook.theme.look import Look, wearing

_MAX_BYTES = 1024 * 1024
_ADDRESSES = ("http://", "https://")


@dataclass(frozen=True, eq=False)
class Brand:
    """A sender's brand, ready for both documents."""

    file: Path
    name: str
    look: Look
    profile: Profile | None
    """Of the printing condition."""
    files: tuple[tuple[Path, str], ...]
    """Everything that was read, with its SHA-256."""
    colours: dict[str, Named]
    """By role, as they are given."""
    faces: Faces
    warnings: tuple[Problem, ...] = field(default=())
    package: str = ""
    """The name by which an installed package offers it."""


def read_brand(path: Path, *, is_offered: bool = False) -> Brand:
    """Return the brand in a file; raises Unreadable, or Problems with everything that is wrong."""
    recover(path.parent)
    data = read_bytes(path, _MAX_BYTES)
    decoder = Decoder("brand")
    form = decoder.decode(compose(utf8_text(data, path), str(path)), BrandForm)
    if form is None or decoder.problems:
        raise Problems(tuple(decoder.problems))
    digest = hashlib.sha256(data).hexdigest()
    ours = form.defaults.briefbook if form.defaults else None
    if ours and ours.brand and is_offered:
        message = "a package offers this brand, and it names another one"
        raise Problems((Problem(ours.place, message, "tell whoever made the package", "brand"),))
    if ours and ours.brand:
        offered = _offered(form, ours)
        return replace(
            offered, file=path, files=((path, digest), *offered.files), package=str(ours.brand)
        )
    return _Reading(path, form, digest).brand()


def _offered(form: BrandForm, ours: OurDefaults) -> Brand:
    """Return the brand of a package that a file names; raises Problems where there is none, or more is said."""
    if any((form.meta, form.logo, form.color, form.typography, ours.notes, ours.print)):
        message = f"this file names the brand “{ours.brand}” of a package, and says more"
        raise Problems((Problem(ours.place, message, "leave the rest out", "brand"),))
    path = package_brand(str(ours.brand))
    if path is None:
        names = ", ".join(point.name for point in plugins(BRANDS))
        hint = f"installed: {names}" if names else "install the package that brings it"
        message = f"no installed package has the brand “{ours.brand}”"
        raise Problems((Problem(ours.place, message, hint, "brand"),))
    return read_brand(path, is_offered=True)


class _Reading:
    """Gathers the files of one brand, and what is wrong with them."""

    def __init__(self, path: Path, form: BrandForm, sha256: str) -> None:
        self._path = path
        self._form = form
        self._problems: list[Problem] = []
        self._files: dict[Path, tuple[str, bytes]] = {path: (sha256, b"")}

    def brand(self) -> Brand:
        named = named_colours(self._form, self._problems)
        faces = FamilyReader(self._form, self._load, self._problems).read()
        profile = self._profile()
        inks, scheme = colour_look(named)
        with wearing(Look(scheme=scheme)):
            ground = rgb(Ink.DEEP)
        logos = LogoReader(self._form, self._load, self._problems, ground).read()
        look = Look(self._name(), inks, scheme, faces.faces, faces.display, faces.body, *logos)
        self._problems += check_contrast(look, named)
        if self._problems:
            raise Problems(tuple(self._problems))
        files = tuple((file, sha256) for file, (sha256, _) in self._files.items())
        warnings = tuple(self._warnings(look, named))
        return Brand(self._path, look.name, look, profile, files, named, faces, warnings)

    def _name(self) -> str:
        said = self._form.meta.name if self._form.meta else None
        if said is None:
            return self._path.resolve().parent.name
        return str(said) if isinstance(said, str) else str(said.full or said.short)

    def _profile(self) -> Profile | None:
        ours = self._form.defaults.briefbook if self._form.defaults else None
        asked: PrintDefaults | None = ours.print if ours else None
        if asked is None or not asked.profile:
            return None
        loaded = self._load(asked.profile, asked.place)
        if loaded is None:
            return None
        try:
            return read_profile(loaded[1], asked.condition)
        except Unreadable as error:
            message = f"“{asked.profile}”: {error.message}"
            self._problems.append(Problem(asked.place, message, error.hint, "brand"))
            return None

    def _load(self, name: str, place: SourceLocation) -> tuple[Path, bytes] | None:
        """Return a file of the brand's folder; None, with a problem, for one that cannot be read."""
        at = place_of(name, place)
        if name.startswith(_ADDRESSES):
            hint = "save the file beside brand.yml and name it"
            message = f"“{name}” is an address, and builds use no network"
            self._problems.append(Problem(at, message, hint, "brand"))
            return None
        path = self._path.parent / name
        if Path(name).is_absolute() or ".." in Path(name).parts:
            hint = "copy the file into the folder of brand.yml, or one in it"
            message = f"“{name}” lies outside the brand’s folder"
            self._problems.append(Problem(at, message, hint, "brand"))
            return None
        if path not in self._files:
            try:
                data = read_bytes(path, MAX_FONT_BYTES)
            except BriefbookError as error:
                self._problems.append(
                    Problem(at, f"“{name}”: {error.message}", error.hint, "brand")
                )
                return None
            self._files[path] = hashlib.sha256(data).hexdigest(), data
        return path, self._files[path][1]

    def _warnings(self, look: Look, named: dict[str, Named]) -> list[Problem]:
        warnings = []
        if "primary" in named and "secondary" in named and (ratio := alike(look)):
            message = (
                f"primary and secondary are alike where they are printed in grey ({ratio:.1f}:1)"
            )
            hint = "charts tell two things apart by them; a darker or lighter one of the two would help"
            warnings.append(
                Problem(
                    named["secondary"].place,
                    message,
                    hint,
                    "brand-alike",
                    severity=Severity.WARNING,
                )
            )
        return warnings
