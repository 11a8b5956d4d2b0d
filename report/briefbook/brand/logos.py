"""The logo of a brand: for the head of the paper on white, and for the cover of the deck."""

from __future__ import annotations

import io

from PIL import Image

from briefbook.brand.form import BrandForm, Load, LogoChoice, LogoFile
from briefbook.brand.form import Logo as LogoForm
from briefbook.errors import Problem, SourceLocation, Unreadable
from briefbook.model.image_file import read_image
from briefbook.model.locations import place_of
from briefbook.theme.look import Logo
from briefbook_figures.raster import RasterImage

_PAPER = ("medium", "large", "small")
_COVER = ("large", "medium", "small")
_MARGIN = 0.18
"""White around a logo for light grounds on the dark cover, as a share of its height."""


class LogoReader:
    """Reads the logos that a brand names."""

    def __init__(self, form: BrandForm, load: Load, problems: list[Problem], ground: str) -> None:
        """Keep the form; `load` gives its files, `problems` takes what is wrong.

        `ground` is the colour that the cover's logo stands on.
        """
        self._form = form
        self._load = load
        self._problems = problems
        self._ground = ground

    def read(self) -> tuple[Logo | None, Logo | None]:
        """Return the logo of the paper's head, and that of the deck's cover."""
        logo = self._form.logo
        if logo is None:
            return None, None
        if isinstance(logo, str):
            logo = LogoForm(path=logo, place=place_of(logo, self._form.place))
        return self._for(logo, _PAPER, is_dark=False), self._for(logo, _COVER, is_dark=True)

    def _for(self, logo: LogoForm, sizes: tuple[str, ...], *, is_dark: bool) -> Logo | None:
        chosen = next((c for size in sizes if (c := getattr(logo, size))), None)
        if chosen is None:
            chosen = LogoChoice(logo.path, logo.alt, place=logo.place)
        if isinstance(chosen, str):
            chosen = LogoChoice(chosen, place=place_of(chosen, logo.place))
        of_ground = chosen.dark if is_dark else chosen.light
        said = of_ground or chosen.light or chosen.path or chosen.dark
        is_drawn_for_dark = is_dark and chosen.dark is not None
        if isinstance(said, LogoFile):
            path, alt, place = said.path, said.alt, said.place
        else:
            path, alt, place = str(said or ""), "", place_of(said, chosen.place)
        known = next((entry for entry in logo.images if entry.name == path), None)
        if known:
            path, alt, place = known.path, alt or known.alt, known.place
        alt = alt or chosen.alt or logo.alt
        return self._logo(path, str(alt), place, is_on_cover=is_dark, is_for_dark=is_drawn_for_dark)

    def _logo(
        self, path: str, alt: str, place: SourceLocation, *, is_on_cover: bool, is_for_dark: bool
    ) -> Logo | None:
        if not path:
            self._tell(place, "the logo has no file", "name a PNG or JPEG: path: logo.png")
            return None
        if not alt:
            message = f"the logo “{path}” has no alternative text"
            hint = "say what it shows, for those who cannot see it: alt: Ministry of Finance"
            self._tell(place, message, hint)
        loaded = self._load(path, place)
        if loaded is None:
            return None
        try:
            image = read_image(loaded[1], self._ground if is_for_dark else "white")
        except Unreadable as error:
            self._tell(place, f"the logo “{path}”: {error.message}", error.hint)
            return None
        return Logo(_on_white(image) if is_on_cover and not is_for_dark else image, alt)

    def _tell(self, place: SourceLocation, message: str, hint: str) -> None:
        problem = Problem(place, message, hint, "brand-logo")
        if problem not in self._problems:
            self._problems.append(problem)


def _on_white(image: RasterImage) -> RasterImage:
    """Return a logo with white around it, so that a dark ground does not touch it."""
    own = Image.open(io.BytesIO(image.data)).convert("RGB")
    edge = round(own.height * _MARGIN)
    card = Image.new("RGB", (own.width + 2 * edge, own.height + 2 * edge), "white")
    card.paste(own, (edge, edge))
    out = io.BytesIO()
    card.save(out, "PNG")
    return read_image(out.getvalue())
