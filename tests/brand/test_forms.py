"""Sheets, variants and files for printers, in our look and in a brand: every gate holds for each."""

from __future__ import annotations

import io
import json
from pathlib import Path

import pikepdf
import pytest
from pypdf import PdfReader

from briefbook import cache
from briefbook.build import build
from briefbook.build_forms import Wishes
from briefbook.cli import main
from briefbook.errors import DoesNotFit, Problems
from briefbook.theme.press import BLEED_PT, EDGE_PT
from briefbook.verify import verify
from tests import tools
from tests.brand.made import FILE, copy_of_ministry, printing_condition
from tests.brand.preflight import preflight
from tests.seeds import EXAMPLE, KETTERIA, TAJIKISTAN, copy_of, edit

pytestmark = pytest.mark.usefixtures("keeping")

LETTER = (612.0, 792.0)
FORMS = {
    "letter-duplex": (Wishes(paper="letter", duplex=True), False, "example.pdf"),
    "brief": (Wishes(variant="brief"), False, "example-brief.pdf"),
    "brand-letter-brief": (Wishes(paper="letter", variant="brief"), True, "example-brief.pdf"),
    "print": (Wishes(print="colour"), False, "example-print.pdf"),
    "brand-print-grey": (Wishes(print="grey"), True, "example-print.pdf"),
}


@pytest.fixture(scope="module")
def made(tmp_path_factory):
    """Folders with each of the forms, built when they are asked for."""
    root = tmp_path_factory.mktemp("forms")

    def of(form: str) -> Path:
        wishes, has_brand, name = FORMS[form]
        folder = root / form
        if not folder.exists():
            build(EXAMPLE, folder, pptx=False, wishes=wishes, brand=FILE if has_brand else False)
        return Path(folder / name)

    return of


def pages_of(path):
    return [
        (float(page.mediabox.width), float(page.mediabox.height)) for page in PdfReader(path).pages
    ]


def code_of(page):
    """The operators of a page."""
    contents = page.get_contents()
    assert contents is not None
    return contents.get_data().decode("latin-1")


@pytest.mark.parametrize("form", FORMS)
def test_each_form_verifies(made, form):
    path = made(form)
    files = [path, *path.parent.glob("example.pdf")] if form.endswith(("print", "grey")) else [path]
    assert verify(tuple(dict.fromkeys(files))) == ()


@pytest.mark.slow
@pytest.mark.java
@pytest.mark.parametrize("flavour", ["ua1", "3a"])
@pytest.mark.parametrize("form", FORMS)
def test_each_form_is_for_archives_and_screen_readers(made, form, flavour):
    assert tools.verapdf(made(form), flavour) == []


# ── Sheets ───────────────────────────────────────────────────────────────────────────────────────


def test_a_letter_is_a_letter(made):
    assert set(pages_of(made("letter-duplex"))) == {LETTER}


def test_inner_margins_are_wider_where_both_sides_are_printed(made):
    """The page number's line ends 9 points farther right on right-hand pages than on left-hand ones."""

    def starts(page):
        found = []
        page.extract_text(visitor_text=lambda text, _, matrix, *__: found.append((matrix[4], text)))
        return min(x for x, text in found if text.strip())

    first, second = (starts(page) for page in PdfReader(made("letter-duplex")).pages[:2])
    assert first - second == pytest.approx(18, abs=0.5)


def test_an_annex_begins_on_a_right_hand_page(tmp_path):
    build(KETTERIA, tmp_path, pptx=False, wishes=Wishes(duplex=True))
    pages = PdfReader(tmp_path / "ketteria-aid.pdf").pages
    [annex] = [
        n
        for n, page in enumerate(pages, 1)
        if "A Evidence" in " ".join(page.extract_text().split())
    ]
    assert annex % 2 == 1


@pytest.mark.parametrize("seed", [TAJIKISTAN, KETTERIA], ids=lambda seed: seed.name)
def test_page_one_is_whole_on_a_letter(tmp_path, seed):
    build(seed, tmp_path, pptx=False, wishes=Wishes(paper="letter"))
    page = PdfReader(tmp_path / f"{seed.name}.pdf").pages[0].extract_text()
    assert "Raised numbers lead to the passages" in " ".join(page.split())


# ── The brief ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("seed", [EXAMPLE, TAJIKISTAN, KETTERIA], ids=lambda seed: seed.name)
def test_a_brief_has_two_pages_and_says_what_the_paper_says(tmp_path, seed):
    build(seed, tmp_path, pptx=False)
    build(seed, tmp_path, pptx=False, wishes=Wishes(variant="brief"))
    whole = json.loads((tmp_path / f"{seed.name}.json").read_text(encoding="utf-8"))
    brief = json.loads((tmp_path / f"{seed.name}-brief.json").read_text(encoding="utf-8"))
    assert len(PdfReader(tmp_path / f"{seed.name}-brief.pdf").pages) == 2
    facts = {(fact["statement"], *fact["texts"]) for fact in whole["facts"]}
    assert {(fact["statement"], *fact["texts"]) for fact in brief["facts"]} < facts
    numbers = {passage["number"]: passage for passage in whole["passages"]}
    assert all(numbers[passage["number"]] == passage for passage in brief["passages"])
    assert verify((tmp_path / f"{seed.name}-brief.pdf",)) == ()


def test_the_manifest_of_a_brief_tells_what_it_leaves_out(made):
    path = made("brief")
    manifest = json.loads(path.with_suffix(".json").read_text(encoding="utf-8"))
    left = manifest["left_out"]
    assert manifest["variant"] == "brief"
    assert left["statements"]
    assert left["sections"]
    said = {s for text in manifest["paper"]["texts"] for _, s in text["parts"]}
    assert not said & set(left["statements"])


def test_a_brief_that_has_no_room_is_told_and_not_cut(tmp_path, monkeypatch):
    monkeypatch.setattr("briefbook.paper.brief.PAGES", 1)
    nothing_kept = cache.opened("")  # of the code as it is
    with nothing_kept, pytest.raises(DoesNotFit, match="without any caveats"):
        build(EXAMPLE, tmp_path / "out", pptx=False, wishes=Wishes(variant="brief"))
    assert not (tmp_path / "out").exists()


# ── What a desk needs ────────────────────────────────────────────────────────────────────────────


def test_outputs_of_the_briefing_are_made_unless_the_command_says_otherwise(tmp_path, capsys):
    seed = copy_of(EXAMPLE, tmp_path)
    with (seed / "briefing.yaml").open("a", encoding="utf-8") as model:
        model.write("\noutputs: {paper: letter, variants: [brief]}\n")
    assert main(["build", str(seed), "--pdf", "--out", str(tmp_path / "own")]) == 0
    names = {path.name for path in (tmp_path / "own").iterdir()}
    assert names == {"example.pdf", "example.json", "example-brief.pdf", "example-brief.json"}
    assert set(pages_of(tmp_path / "own" / "example-brief.pdf")) == {LETTER}
    command = ["build", str(seed), "--pdf", "--paper", "a4", "--out", str(tmp_path / "other")]
    assert main(command) == 0
    assert LETTER not in pages_of(tmp_path / "other" / "example.pdf")
    capsys.readouterr()


def test_an_output_that_there_is_not_is_told_with_its_line(tmp_path):
    seed = copy_of(EXAMPLE, tmp_path)
    with (seed / "briefing.yaml").open("a", encoding="utf-8") as model:
        model.write("\noutputs: {paper: legal}\n")
    with pytest.raises(Problems) as found:
        build(seed, tmp_path / "out")
    assert "“legal” is none of: a4, letter" in found.value.problems[0].message
    assert found.value.problems[0].place.line


# ── For a printer ────────────────────────────────────────────────────────────────────────────────


@pytest.fixture(scope="module")
def x4(tmp_path_factory):
    """A paper in the printing condition that a brand names."""
    root = tmp_path_factory.mktemp("x4")
    brand = copy_of_ministry(root / "brand")
    (root / "brand" / "test.icc").write_bytes(printing_condition())
    edit(root / "brand", "    notes: Public Sans\n",
         "    notes: Public Sans\n    print: {profile: test.icc, condition: TEST1}\n",
         "_brand.yml")  # fmt: skip
    build(EXAMPLE, root / "dist", pptx=False, wishes=Wishes(print="colour"), brand=brand)
    return root / "dist" / "example-print.pdf"


@pytest.mark.parametrize("which", ["print", "x4"])
def test_the_trimmed_page_lies_in_3_mm_of_bleed_inside_the_sheet(made, x4, which):
    path = made("print") if which == "print" else x4
    for page in PdfReader(path).pages:
        trim, bleed, sheet = page.trimbox, page.bleedbox, page.mediabox
        assert float(trim.width) == pytest.approx(595.276, abs=0.01)
        assert float(trim.left - bleed.left) == pytest.approx(BLEED_PT, abs=0.01)
        assert float(trim.left - sheet.left) == pytest.approx(EDGE_PT, abs=0.01)
        assert "/Annots" not in page
        assert code_of(page).count(" l S") >= 8


def test_the_file_is_what_pdf_x_4_asks(x4):
    """ISO 15930-7: printing condition, boxes, ids, trapping, nothing active, colours that are defined."""
    with pikepdf.open(x4) as pdf:
        [intent] = pdf.Root.OutputIntents
        assert intent.S == "/GTS_PDFX"
        assert str(intent.OutputConditionIdentifier) == "TEST1"
        assert intent.DestOutputProfile.N == 4
        assert intent.DestOutputProfile.read_bytes() == printing_condition()
        assert pdf.docinfo["/Trapped"] == "/False"
        assert "/AF" not in pdf.Root
        assert len(pdf.trailer.ID) == 2
        packet = pdf.Root.Metadata.read_bytes().decode()
        for words in ("PDF/X-4", "xmpMM:DocumentID", "xmpMM:RenditionClass", "xmp:MetadataDate"):
            assert words in packet
        assert "pdfaid" not in packet
        for page in pdf.pages:
            space = page.Resources.ColorSpace.DefaultRGB
            assert space[0] == "/ICCBased"
            assert "/ExtGState" not in page.Resources
    assert verify((x4,)) == ()


def test_grey_has_no_colour(made):
    for page in PdfReader(made("brand-print-grey")).pages:
        code = code_of(page)
        assert " rg" not in code
        assert " RG" not in code
        assert all(image.image and image.image.mode == "L" for image in page.images)


@pytest.mark.parametrize(
    ("what", "old", "new"),
    [("another TrimBox", "/TrimBox", None), ("another profile", b"TEST1", b"TEST2")],
    ids=["box", "condition"],
)
def test_another_box_or_condition_is_told(x4, tmp_path, what, old, new):
    del what
    for path in x4.parent.iterdir():
        (tmp_path / path.name).write_bytes(path.read_bytes())
    out = io.BytesIO()
    with pikepdf.open(x4) as pdf:
        if new is None:
            pdf.pages[0][old] = pikepdf.Array([0, 0, 100, 100])
        else:
            pdf.Root.OutputIntents[0].OutputConditionIdentifier = pikepdf.String(new.decode())
        pdf.save(out)
    (tmp_path / x4.name).write_bytes(out.getvalue())
    assert "added" in {problem.rule for problem in verify((tmp_path / x4.name,))}


def test_a_preflight_of_pdf_x_4_finds_nothing(x4):
    assert preflight(x4) == []


@pytest.mark.qpdf
def test_its_syntax_is_sound(x4):
    assert tools.qpdf_check(x4) == []


def _without_profile(pdf):
    for page in pdf.pages:
        if "/DefaultRGB" in page.Resources.ColorSpace:  # pages share them
            del page.Resources.ColorSpace["/DefaultRGB"]


def _see_through(pdf):
    state = pikepdf.Dictionary(ca=0.5)
    pdf.pages[0].Resources.ExtGState = pikepdf.Dictionary(G0=state)


def _boxes_apart(pdf):
    pdf.pages[0].TrimBox = pikepdf.Array([0, 0, 9_000, 9_000])


def _without_fonts(pdf):
    for found in pdf.objects:
        if isinstance(found, pikepdf.Dictionary) and found.get("/Type") == "/FontDescriptor":
            del found["/FontFile2"]


def _with_a_link(pdf):
    note = pikepdf.Dictionary(
        Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.Link, Rect=[100, 100, 200, 120]
    )
    pdf.pages[0].Annots = pikepdf.Array([pdf.make_indirect(note)])


def _of_a_screen(pdf):
    profile = pdf.Root.OutputIntents[0].DestOutputProfile
    data = bytearray(profile.read_bytes())
    data[12:16] = b"mntr"
    profile.write(bytes(data))


@pytest.mark.parametrize(
    ("change", "said"),
    [
        (_without_profile, "RGB without a profile"),
        (_see_through, "transparency without a space"),
        (_boxes_apart, "the boxes do not lie in each other"),
        (_without_fonts, "is not embedded"),
        (_with_a_link, "an annotation inside of the bleed"),
        (_of_a_screen, "no profile of a printer"),
    ],
)
def test_the_preflight_refuses_what_a_printer_would(x4, tmp_path, change, said):
    with pikepdf.open(x4) as pdf:
        change(pdf)
        pdf.save(tmp_path / x4.name)
    assert any(said in fault for fault in preflight(tmp_path / x4.name))
