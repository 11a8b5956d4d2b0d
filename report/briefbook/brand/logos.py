"""The logo of a brand: for the head of the paper on white, and for the cover of the deck."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from briefbook.brand.form import BrandForm, Logo, LogoFile
from briefbook.errors import Problem, SourceLocation, Unreadable
from briefbook.model.image_file import read_image
from briefbook_figures.raster import RasterImage

Load = Callable[[str, SourceLocation], tuple[object, bytes] | None]
_PAPER = ("medium", "large", "small")
_COVER = ("large", "medium", "small")


@dataclass(frozen=True)
class LogoImage:
    """A logo with the words for those who cannot see it."""

    image: RasterImage
    alt: str
    is_for_dark: bool = False
    """Drawn for a dark ground; any other stands on white."""


class LogoReader:
    """Reads the logos that a brand names."""

    def __init__(self, form: BrandForm, load: Load, problems: list[Problem]) -> None:
        """Keep the form; `load` gives its files, `problems` takes what is wrong."""
        self._form = form
        self._load = load
        self._problems = problems
        self._read: dict[str, RasterImage | None] = {}

    def read(self) -> tuple[LogoImage | None, LogoImage | None]:
        """Return the logo of the paper's head, and that of the deck's cover."""
        logo = self._form.logo
        if logo is None:
            return None, None
        if isinstance(logo, str):
            logo = Logo(path=logo, place=getattr(logo, "place", self._form.place))
        return self._for(logo, _PAPER, is_dark=False), self._for(logo, _COVER, is_dark=True)

    def _for(self, logo: Logo, sizes: tuple[str, ...], *, is_dark: bool) -> LogoImage | None:
        chosen = next((c for size in sizes if (c := getattr(logo, size))), None)
        if chosen is None:
            return self._image(logo, logo.path, logo.alt, logo.place) if logo.path else None
        if isinstance(chosen, str):
            return self._image(logo, chosen, "", getattr(chosen, "place", logo.place))
        said = chosen.dark if is_dark and chosen.dark else chosen.light or chosen.dark
        is_for_dark = said is not None and said is chosen.dark and is_dark
        if said is None:
            return self._image(logo, chosen.path, chosen.alt, chosen.place)
        file = said if isinstance(said, LogoFile) else None
        path, alt = (file.path, file.alt) if file else (str(said), "")
        place = file.place if file else getattr(said, "place", chosen.place)
        return self._image(logo, path, alt or chosen.alt, place, is_for_dark=is_for_dark)

    def _image(
        self, logo: Logo, name: str, alt: str, place: SourceLocation, *, is_for_dark: bool = False
    ) -> LogoImage | None:
        known = next((entry for entry in logo.images if entry.name == name), None)
        path, alt = (known.path, alt or known.alt) if known else (name, alt or logo.alt)
        if not path:
            self._tell(place, "the logo has no file", "name a PNG or JPEG: path: logo.png")
            return None
        if not alt:
            message = f"the logo “{path}” has no alternative text"
            hint = "say what it shows, for those who cannot see it: alt: Ministry of Finance"
            self._tell(known.place if known else place, message, hint)
        image = self._raster(str(path), known.place if known else place)
        return LogoImage(image, alt, is_for_dark) if image and alt else None

    def _raster(self, path: str, place: SourceLocation) -> RasterImage | None:
        if path not in self._read:
            loaded = self._load(path, place)
            try:
                self._read[path] = read_image(loaded[1]) if loaded else None
            except Unreadable as error:
                self._read[path] = None
                self._tell(place, f"the logo “{path}”: {error.message}", error.hint)
        return self._read[path]

    def _tell(self, place: SourceLocation, message: str, hint: str) -> None:
        problem = Problem(place, message, hint, "brand-logo")
        if problem not in self._problems:
            self._problems.append(problem)
