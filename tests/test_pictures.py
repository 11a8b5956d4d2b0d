"""A few pages and slides as approved pictures; `make golden` accepts a change after a look at it."""

import pytest

from tests import tools
from tests.conftest import Golden
from tests.seeds import EXAMPLE
from tests.shipped import shipped

PAPER_DPI, DECK_DPI = 50, 40
SLIDE_TOLERANCE = 6.0
"""LibreOffice places letters a fraction of a pixel apart from one version to the next."""


@pytest.fixture(scope="module")
def pages(tmp_path_factory):
    return tools.pages_to_png(shipped(EXAMPLE)[".pdf"], tmp_path_factory.mktemp("pages"), PAPER_DPI)


@pytest.fixture(scope="module")
def slides(tmp_path_factory):
    return tools.slides_to_png(
        shipped(EXAMPLE)[".pptx"], tmp_path_factory.mktemp("slides"), DECK_DPI
    )


@pytest.mark.poppler
@pytest.mark.parametrize("page", [1, 2])
def test_a_page_looks_as_approved(pages, golden: Golden, page):
    golden.picture(f"pictures/page-{page}.png", pages[page - 1])


@pytest.mark.poppler
@pytest.mark.libreoffice
@pytest.mark.typefaces
@pytest.mark.parametrize("slide", [2, 5])
def test_a_slide_looks_as_approved(slides, golden: Golden, slide):
    golden.picture(f"pictures/slide-{slide}.png", slides[slide - 1], SLIDE_TOLERANCE)
