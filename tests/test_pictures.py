"""A few pages and slides as approved pictures; `make golden` accepts a change after a look at it."""

import pytest

from briefbook.build import build
from tests import tools
from tests.conftest import Golden
from tests.seeds import EXAMPLE

PAPER_DPI, DECK_DPI = 50, 40
SLIDE_TOLERANCE = 6.0
"""LibreOffice places letters a fraction of a pixel apart from one version to the next."""


@pytest.fixture(scope="module")
def example(tmp_path_factory):
    out = tmp_path_factory.mktemp("example")
    return {path.suffix: path for path in build(EXAMPLE, out).files}


@pytest.mark.poppler
@pytest.mark.parametrize("page", [1, 2])
def test_a_page_looks_as_approved(example, golden: Golden, tmp_path, page):
    pictures = tools.pages_to_png(example[".pdf"], tmp_path, PAPER_DPI)
    golden.picture(f"pictures/page-{page}.png", pictures[page - 1])


@pytest.mark.poppler
@pytest.mark.libreoffice
@pytest.mark.typefaces
@pytest.mark.parametrize("slide", [2, 5])
def test_a_slide_looks_as_approved(example, golden: Golden, tmp_path, slide):
    pictures = tools.slides_to_png(example[".pptx"], tmp_path, DECK_DPI)
    golden.picture(f"pictures/slide-{slide}.png", pictures[slide - 1], SLIDE_TOLERANCE)
