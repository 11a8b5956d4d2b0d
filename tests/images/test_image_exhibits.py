"""A photograph in both documents: whole, upright, described, credited, and held to its file."""

import hashlib
import io
import json
import zipfile

import pikepdf
import pytest
from PIL import Image
from pptx import Presentation

from briefbook.build import build, draw_figures
from briefbook.theme import paper as theme
from briefbook.verify import verify
from tests.images.made import ALT, form, gradient, saved, with_image
from tests.paper.readback import ownership_faults, texts, tree
from tests.seeds import problems_of
from tests.tools import openxml_audit, page_to_png, page_validation

pytestmark = pytest.mark.usefixtures("keeping")

PHOTO = saved(gradient(size=(1600, 1000)), "JPEG")


def made(seed, folder):
    return {path.suffix: path for path in build(seed, folder / "out").files}


@pytest.fixture(scope="module")
def seed(tmp_path_factory):
    return with_image(tmp_path_factory.mktemp("seed"), PHOTO, "bridge.jpg")


@pytest.fixture(scope="module")
def files(seed, tmp_path_factory):
    return made(seed, tmp_path_factory.mktemp("made"))


# ── The model ────────────────────────────────────────────────────────────────────────────────────


def test_an_image_with_all_its_fields_has_no_problem(seed):
    assert problems_of(seed) == ()


@pytest.mark.parametrize("field", ["file", "alt", "credit", "licence"])
def test_a_missing_field_is_named_with_its_line(field, tmp_path):
    given = {"file": "bridge.jpg", "alt": ALT, "credit": "An embassy", "licence": "public domain"}
    written = ", ".join(f"{key}: {value}" for key, value in given.items() if key != field)
    seed = with_image(tmp_path, PHOTO, "bridge.jpg", f"{{{written}}}")
    [problem] = problems_of(seed)
    assert problem.message == f"“{field}” is missing"
    assert problem.place.line
    assert field in problem.hint


def test_a_missing_hash_is_told_and_a_wrong_one_is_refused(tmp_path):
    sha256 = hashlib.sha256(PHOTO).hexdigest()
    whole = form("bridge.jpg", PHOTO)
    for name, image in (("no", whole.replace(f" sha256: {sha256},", "")),
                        ("other", whole.replace(sha256, "0" * 64))):  # fmt: skip
        folder = tmp_path / name
        folder.mkdir()
        [problem] = problems_of(with_image(folder, PHOTO, "bridge.jpg", image))
        assert problem.rule == "image-changed"
        assert problem.hint.endswith(f"sha256: {sha256}")
        assert problem.place.line


def test_a_picture_may_have_the_name_of_another_format(tmp_path):
    seed = with_image(tmp_path, saved(gradient(size=(1600, 1000))), "bridge.jpg")
    assert problems_of(seed) == ()


def test_what_is_no_picture_is_named_at_its_line(tmp_path):
    [problem] = problems_of(with_image(tmp_path, b"<svg/>", "bridge.svg"))
    assert problem.rule == "image-file"
    assert "“bridge.svg”" in problem.message
    assert problem.hint
    assert problem.place.line


def test_a_drawing_is_an_exhibit_in_both_documents(tmp_path):
    drawing = (
        b'<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 40 20"><path d="M0 0h40v20z"/></svg>'
    )
    seed = with_image(tmp_path, drawing, "bridge.svg")
    assert problems_of(seed) == ()
    built = build(seed, tmp_path / "out")
    assert verify(tuple(f for f in built.files if f.suffix != ".json")) == ()


@pytest.mark.parametrize("name", ["../bridge.jpg", "/etc/passwd", "linked.jpg"])
def test_a_picture_outside_of_the_seed_folder_is_refused(name, tmp_path):
    seed = with_image(tmp_path, PHOTO, "bridge.jpg", form(name, PHOTO))
    (tmp_path / "bridge.jpg").write_bytes(PHOTO)
    (seed / "linked.jpg").symlink_to(tmp_path / "bridge.jpg")
    [problem] = problems_of(seed)
    assert problem.rule == "file"
    assert "seed folder" in f"{problem.message} {problem.hint}"


def test_a_finding_of_an_image_needs_support_and_must_agree_with_it(tmp_path):
    seed = with_image(tmp_path, PHOTO, "bridge.jpg")
    path = seed / "briefing.yaml"
    text = path.read_text(encoding="utf-8")
    path.write_text(
        text.replace("Tarn opened in 2011\n", "Tarn opened in 2012\n"), encoding="utf-8"
    )
    assert {problem.statement for problem in problems_of(seed)} == {"photo"}
    path.write_text(
        text.replace("    supported_by: [bridge]\n    image", "    image"), encoding="utf-8"
    )
    assert "no-support" in {problem.rule for problem in problems_of(seed)}


def test_a_figure_in_the_words_for_those_who_do_not_see_needs_support_too(tmp_path):
    image = form("bridge.jpg", PHOTO, "A bridge that cost 41 million dollars")
    problems = problems_of(with_image(tmp_path, PHOTO, "bridge.jpg", image))
    assert any("41 million" in problem.message for problem in problems)


@pytest.mark.parametrize(("width", "is_coarse"), [(1027, True), (1028, False)])
def test_a_coarse_picture_is_a_warning_with_the_width_that_is_needed(width, is_coarse, tmp_path):
    seed = with_image(tmp_path, saved(gradient(size=(width, 400))))
    found = [(p.rule, p.severity.value, p.hint) for p in problems_of(seed)]
    wanted = ("image-resolution", "warning", "give a picture at least 1028 pixels wide")
    assert found == ([wanted] if is_coarse else [])


# ── The paper ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("data", [PHOTO, saved(gradient("L", (900, 1200))), saved(gradient("RGBA"))],
                         ids=["jpeg", "grey", "png"])  # fmt: skip
def test_the_paper_meets_both_standards_and_verifies(data, tmp_path):
    files = made(with_image(tmp_path, data), tmp_path)
    for profile in ("ua1", "3a"):
        assert page_validation(files[".pdf"], profile) == []
    with pikepdf.open(files[".pdf"]) as pdf:
        assert ownership_faults(pdf) == []
    assert verify((files[".pdf"], files[".pptx"])) == ()


def test_a_photograph_is_a_figure_with_its_words_and_a_place(files):
    with pikepdf.open(files[".pdf"]) as pdf:
        figures = [node for node in tree(pdf).walk() if node.tag == "Figure"]
        [figure] = [node.entry for node in figures if str(node.entry.Alt) == ALT]
        left, bottom, right, top = (float(edge) for edge in figure.A.BBox)
    assert (right - left) / (top - bottom) == pytest.approx(1.6, abs=0.01)
    assert top - bottom <= theme.IMAGE_HEIGHT


def test_a_jpeg_stands_in_the_paper_byte_for_byte(files):
    with pikepdf.open(files[".pdf"]) as pdf:
        [image] = [
            o
            for o in pdf.objects
            if isinstance(o, pikepdf.Stream) and o.get("/Subtype") == "/Image"
        ]
        assert image.read_raw_bytes() == PHOTO


def test_credit_and_licence_are_printed_with_the_source(files):
    said = " ".join(texts(files[".pdf"].read_bytes()))
    assert "Photo Embassy of Ostmark. Licence: public domain. Source" in " ".join(said.split())


def test_a_credit_may_say_what_it_is_of(tmp_path):
    image = form("map.png", PHOTO).replace("Embassy of Ostmark", "Map: Ministry of Works.")
    files = made(with_image(tmp_path, PHOTO, "map.png", image), tmp_path)
    said = " ".join(" ".join(texts(files[".pdf"].read_bytes())).split())
    assert "Map Ministry of Works. Licence" in said
    assert "Photo" not in said


@pytest.mark.parametrize(("size", "width", "height"), [
    ((4000, 1000), theme.TEXT_WIDTH, theme.TEXT_WIDTH / 4),  # wide: the text's width
    ((1000, 4000), 75, 300), # high: 300 points
    ((500, 250), 180, 90), # small: 200 pixels an inch
])  # fmt: skip
def test_a_picture_is_never_larger_than_the_text_or_its_pixels_allow(size, width, height, tmp_path):
    files = made(with_image(tmp_path, saved(gradient(size=size))), tmp_path)
    with pikepdf.open(files[".pdf"]) as pdf:
        figures = [node.entry for node in tree(pdf).walk() if node.tag == "Figure"]
        [box] = [[float(e) for e in f.A.BBox] for f in figures if str(f.Alt) == ALT]
    assert box[2] - box[0] == pytest.approx(width, abs=0.1)
    assert box[3] - box[1] == pytest.approx(height, abs=0.1)


def colour(image: Image.Image, x: float, y: float) -> tuple[int, int, int]:
    """Return the red, green and blue at a place."""
    dot = image.crop((round(x), round(y), round(x) + 1, round(y) + 1)).tobytes()
    return dot[0], dot[1], dot[2]


def _in(mode: str, image: Image.Image) -> Image.Image:
    """Return a picture in a mode; with colours of its own where they are numbered."""
    return image.quantize(8) if mode == "P" else image.convert(mode)


@pytest.mark.poppler
@pytest.mark.parametrize("mode", ["RGB", "L", "P", "RGBA", "LA", "JPEG"])
def test_the_page_shows_the_colours_of_the_picture(mode, tmp_path):
    quarters = Image.new("RGB", (800, 400), (200, 30, 60))
    quarters.paste((20, 120, 220), (400, 0, 800, 200))
    quarters.paste((250, 250, 90), (0, 200, 400, 400))
    if mode in ("RGBA", "LA"):
        quarters = quarters.convert("RGBA")
        quarters.paste((0, 0, 0, 0), (400, 200, 800, 400))
    data = saved(quarters, "JPEG", quality=95) if "JPEG" in mode else saved(_in(mode, quarters))
    [paper, _] = build(with_image(tmp_path, data), tmp_path / "out", pptx=False).files
    with pikepdf.open(paper) as pdf:
        figures = [n for n in tree(pdf).walk() if n.tag == "Figure" and str(n.entry.Alt) == ALT]
        left, bottom, right, top = (float(edge) for edge in figures[0].entry.A.BBox)
        number = [page.objgen for page in pdf.pages].index(figures[0].entry.Pg.objgen)
        height = float(pdf.pages[number].MediaBox[3])
    page = Image.open(page_to_png(paper, number, tmp_path / "png")).convert("RGB")
    on_white = Image.new("RGBA", (800, 400), "white")
    shown = Image.open(io.BytesIO(data)).convert("RGBA")
    wanted = Image.alpha_composite(on_white, shown).convert("RGB")
    for x, y in ((0.25, 0.25), (0.75, 0.25), (0.25, 0.75), (0.75, 0.75)):
        at = left + x * (right - left), height - top + y * (top - bottom)
        seen = colour(page, *at)
        should = colour(wanted, x * 800, y * 400)
        assert max(abs(a - b) for a, b in zip(seen, should, strict=True)) <= 6


# ── The deck ─────────────────────────────────────────────────────────────────────────────────────


def test_the_slide_has_a_native_picture_whole_and_described(files):
    deck = Presentation(files[".pptx"])
    [shape] = [s for slide in deck.slides for s in slide.shapes if hasattr(s, "image")]
    assert shape.image.blob == PHOTO
    assert shape._element.nvPicPr.cNvPr.get("descr") == ALT
    assert shape.width / shape.height == pytest.approx(1.6, abs=0.001)
    assert (shape.crop_left, shape.crop_right, shape.crop_top, shape.crop_bottom) == (0, 0, 0, 0)
    assert openxml_audit(files[".pptx"]) == []


def test_a_picture_that_is_shown_twice_is_stored_once(tmp_path):
    seed = with_image(tmp_path, PHOTO, "bridge.jpg")
    path = seed / "briefing.yaml"
    text = path.read_text(encoding="utf-8")
    again = (
        f"exhibits:\n  - {{id: again, takeaway: Some 40 trains a day use the bridge, supported_by: [trains], "
        f"image: {form('bridge.jpg', PHOTO)}}}\n"
    )
    text = text.replace("exhibits:\n", again, 1)
    text = text.replace(
        "      - exhibit: photo\n", "      - exhibit: photo\n      - exhibit: again\n"
    )
    path.write_text(text, encoding="utf-8")
    files = made(seed, tmp_path)
    with zipfile.ZipFile(files[".pptx"]) as package:
        assert len([name for name in package.namelist() if name.startswith("ppt/media/")]) == 1
    assert verify((files[".pdf"], files[".pptx"])) == ()


# ── Beside the documents ─────────────────────────────────────────────────────────────────────────


def test_the_manifest_lists_file_hash_credit_and_licence(files):
    manifest = json.loads(files[".json"].read_bytes())
    assert manifest["images"]["photo"] == {
        "file": "bridge.jpg",
        "sha256": hashlib.sha256(PHOTO).hexdigest(),
        "credit": "Embassy of Ostmark",
        "licence": "public domain",
    }


def test_the_same_seed_gives_the_same_bytes(seed, files, tmp_path):
    again = made(seed, tmp_path)
    assert all(again[suffix].read_bytes() == files[suffix].read_bytes() for suffix in files)


def test_figures_are_written_without_the_images(seed, tmp_path):
    written = draw_figures(seed, tmp_path / "out", "svg")
    assert written
    assert not [path for path in written if "photo" in path.name]
