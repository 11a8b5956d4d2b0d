"""A template, a brand, a file for the printer and what the briefing itself asks for, all at once."""

import json

import pikepdf
import pytest
from pptx import Presentation

from briefbook.build import build
from briefbook.build_forms import Wishes
from briefbook.cli import main
from briefbook.errors import WrongUse
from briefbook.verify import verify
from tests.seeds import EXAMPLE, ROOT, copy_of, edit

pytestmark = [pytest.mark.slow, pytest.mark.usefixtures("keeping")]

BRAND = ROOT / "docs" / "ministry" / "_brand.yml"


@pytest.fixture(scope="module")
def seed(tmp_path_factory):
    made = copy_of(EXAMPLE, tmp_path_factory.mktemp("combined"))
    Presentation().save(str(made.parent / "firm.pptx"))
    edit(made, "\ntitle: Verania", "\noutputs: {template: firm.pptx, print: grey}\ntitle: Verania")
    return made


@pytest.fixture(scope="module")
def built(seed, tmp_path_factory):
    out = tmp_path_factory.mktemp("out")
    build(seed, out, brand=BRAND)
    return out


def test_the_paper_wears_the_brand_and_the_deck_stands_on_the_template(built, seed):
    ledger = json.loads((built / f"{seed.name}.json").read_text("utf-8"))
    assert ledger["brand"]["name"].startswith("Ministry") or ledger["brand"]
    with pikepdf.open(built / f"{seed.name}.pdf") as pdf:
        assert any(b"Vollkorn" in bytes(str(o), "utf-8") for o in pdf.objects)
    deck = Presentation(str(built / f"{seed.name}.pptx"))
    layouts = {layout.name for master in deck.slide_masters for layout in master.slide_layouts}
    assert "Title and Content" in layouts


def test_the_file_for_the_printer_is_grey_and_all_files_are_as_built(built, seed):
    files = sorted(built.glob(f"{seed.name}*.p*"))
    assert f"{seed.name}-print.pdf" in [file.name for file in files]
    assert verify(tuple(files)) == ()


def test_a_shape_of_slides_overrules_the_template_of_the_briefing(seed, tmp_path):
    build(seed, tmp_path, pdf=False, wishes=Wishes(slides="4:3"), brand=False)
    deck = Presentation(str(tmp_path / f"{seed.name}.pptx"))
    assert deck.slide_masters[0].slide_layouts[0].name != "Title Slide"


@pytest.mark.parametrize("prints", ["slides", "handout"])
def test_what_is_drawn_in_our_own_design_is_refused_with_a_template_and_says_why(
    seed, tmp_path, prints
):
    with pytest.raises(WrongUse, match="drawn in Briefbook's own design") as told:
        build(seed, tmp_path, prints=frozenset((prints,)))
    assert "--slides 16:9" in told.value.hint
    assert not list(tmp_path.iterdir())


@pytest.mark.parametrize(
    ("outputs", "said"),
    [
        ("{template: firm.pptx, slides: '4:3'}", "a template and a shape of slides"),
        ("{template: ../firm.pptx}", "has a folder in its name"),
        ("{template: nobody.potx}", "there is no template"),
    ],
)
def test_what_cannot_be_combined_or_found_is_a_sentence_with_its_line(
    tmp_path, capsys, outputs, said
):
    made = copy_of(EXAMPLE, tmp_path)
    edit(made, "\ntitle: Verania", f"\noutputs: {outputs}\ntitle: Verania")
    assert main(["build", str(made), "--out", str(tmp_path / "out")]) == 2
    told = capsys.readouterr().err
    assert said in told
    assert "briefing.yaml:" in told
