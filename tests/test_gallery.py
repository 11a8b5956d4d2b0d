"""docs/gallery.md shows every form of exhibit, each with the lines that make it; its pictures are there."""

import pytest
from PIL import Image

from briefbook.exhibits.series_charts import arrangement
from briefbook.model.reader import read_briefing
from briefbook_figures.spec_series import Arrangement
from docs.tools import gallery

MOST_BYTES = 700_000
"""All pictures together: they are part of every copy of the repository."""
WIDTH_PX = 1260


def test_the_page_is_made_from_the_gallerys_seed() -> None:
    """Run `python docs/tools/gallery.py` after a change."""
    page = (gallery.DOCS / "gallery.md").read_text(encoding="utf-8")
    assert page == gallery.page()


def test_every_form_and_arrangement_is_shown() -> None:
    exhibits = read_briefing(gallery.SEED).exhibits
    names = ("amounts", "columns", "timeline", "shares", "line", "panels", "dots", "table", "map", "image")  # fmt: skip
    assert [name for name in names if not any(getattr(e, name) for e in exhibits)] == []
    assert {arrangement(e) for e in exhibits if e.plotted} == set(Arrangement)
    assert {str(e.id) for e in exhibits} == set(gallery.FORMS)


@pytest.mark.parametrize("form", gallery.FORMS)
def test_the_picture_of_a_form_is_there_and_as_wide_as_the_others(form: str) -> None:
    with Image.open(gallery.DOCS / "gallery" / f"{form}.png") as picture:
        assert picture.width == WIDTH_PX
        assert picture.mode == "P"


def test_the_pictures_together_are_small() -> None:
    pictures = list((gallery.DOCS / "gallery").glob("*.png"))
    assert {path.stem for path in pictures} == set(gallery.FORMS)
    assert sum(path.stat().st_size for path in pictures) < MOST_BYTES
