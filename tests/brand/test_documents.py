"""Both documents wear a brand, pass every gate that ours pass, and verify."""

from __future__ import annotations

import io
import json
import re
import zipfile
from functools import cache
from pathlib import Path

import pikepdf
import pypdf
import pytest

from briefbook import library
from briefbook.build import build
from briefbook.build_forms import Wishes
from briefbook.cli import main
from briefbook.errors import Problems
from briefbook.verify import verify
from tests import tools
from tests.brand.made import FILE, MINISTRY, brand_of, copy_of_ministry
from tests.deck import lint
from tests.seeds import EXAMPLE, KETTERIA, TAJIKISTAN, copy_of

pytestmark = pytest.mark.usefixtures("keeping")


@cache
def _built(folder: Path) -> Path:
    build(EXAMPLE, folder, prints=frozenset(("slides", "handout")), brand=FILE)
    return folder


@pytest.fixture(scope="module")
def dist(tmp_path_factory):
    return _built(tmp_path_factory.mktemp("dist"))


def documents(dist):
    return tuple(sorted(path for path in dist.iterdir() if path.suffix in (".pdf", ".pptx")))


def test_the_documents_verify(dist):
    assert verify(documents(dist)) == ()


def fonts_of(reader):
    """The names of the fonts that pages use."""
    found = set()
    for page in reader.pages:
        resources = page.get("/Resources").get_object()
        found |= {str(font.get_object()["/BaseFont"])[8:] for font in resources["/Font"].values()}
    return found


def test_the_paper_embeds_the_brands_faces_and_no_others(dist):
    reader = pypdf.PdfReader(dist / "example.pdf")
    fonts = fonts_of(reader)
    assert {name.partition("-")[0] for name in fonts} <= {"Vollkorn", "PublicSans", "SourceSans3"}
    assert {"Vollkorn-Regular", "PublicSans-Bold"} <= fonts


def test_the_paper_shows_the_logo_with_its_words(dist):
    manifest = json.loads((dist / "example.json").read_text(encoding="utf-8"))
    alt = "Ministry of the Northern Provinces: a fir over two waves"
    assert manifest["paper"]["images"][0]["alt"] == alt
    assert manifest["deck"]["slides"][0]["images"][0]["alt"] == alt
    assert manifest["brand"]["name"] == "Ministry of the Northern Provinces"
    assert "fonts/Vollkorn-Regular.ttf" in manifest["inputs"]["brand"]


def test_the_deck_names_the_brands_face_and_colours(dist):
    with zipfile.ZipFile(dist / "example.pptx") as package:
        theme = package.read("ppt/theme/theme1.xml").decode()
    assert re.findall(r'<a:latin typeface="([^"]+)"', theme) == ["Public Sans", "Public Sans"]
    assert "14532D" in theme
    assert "0F2B46" not in theme


def test_no_colour_of_ours_is_left_that_the_brand_replaces(dist):
    inks = {"0.059 0.169 0.275", "0.612 0.247 0.039"}  # our navy and rust
    for page in pypdf.PdfReader(dist / "example.pdf").pages:
        contents = page.get_contents()
        assert contents is not None
        code = contents.get_data().decode("latin-1")
        assert not any(f"{ink} rg" in code for ink in inks)


def test_the_deck_has_no_fault_that_our_lint_knows(dist):
    data = (dist / "example.pptx").read_bytes()
    assert lint.lint(data) == []


@pytest.mark.slow
@pytest.mark.java
@pytest.mark.parametrize("flavour", ["ua1", "3a"])
@pytest.mark.parametrize("name", ["example", "example-slides", "example-handout"])
def test_pdf_standards_hold(dist, name, flavour):
    assert tools.verapdf(dist / f"{name}.pdf", flavour) == []


@pytest.mark.slow
@pytest.mark.npm
def test_the_sdk_finds_nothing_in_the_deck(dist):
    assert tools.ooxml_sdk(dist / "example.pptx") == []


# ── Verify still sees ────────────────────────────────────────────────────────────────────────────


def rules_of(dist, folder, name, data):
    for path in dist.iterdir():
        (folder / path.name).write_bytes(path.read_bytes())
    (folder / name).write_bytes(data)
    return {problem.rule for problem in verify((folder / name,))}


def test_a_letter_that_is_drawn_as_another_is_told(dist, tmp_path):
    """The font's map says 3 where a 2 is drawn."""
    out = io.BytesIO()
    with pikepdf.open(dist / "example.pdf") as pdf:
        for thing in pdf.objects:
            if isinstance(thing, pikepdf.Stream) and b"beginbfchar" in (data := thing.read_bytes()):
                thing.write(data.replace(b"<0032>\n", b"<0033>\n"))
        pdf.save(out)
    assert "added" in rules_of(dist, tmp_path, "example.pdf", out.getvalue())


def test_another_colour_of_the_theme_is_told(dist, tmp_path):
    out = io.BytesIO()
    with (
        zipfile.ZipFile(dist / "example.pptx") as one,
        zipfile.ZipFile(out, "w") as other,
    ):
        for name in one.namelist():
            data = one.read(name)
            if name == "ppt/theme/theme1.xml":
                data = data.replace(b"14532D", b"F2F5F0")
            other.writestr(name, data)
    assert "added" in rules_of(dist, tmp_path, "example.pptx", out.getvalue())


def test_another_logo_is_told(dist, tmp_path):
    out = io.BytesIO()
    picture = (MINISTRY / "logo" / "on-light.png").read_bytes()
    with (
        zipfile.ZipFile(dist / "example.pptx") as one,
        zipfile.ZipFile(out, "w") as other,
    ):
        for name in one.namelist():
            data = picture if name.startswith("ppt/media/") else one.read(name)
            other.writestr(name, data)
    assert "image" in rules_of(dist, tmp_path, "example.pptx", out.getvalue())


# ── Builds ───────────────────────────────────────────────────────────────────────────────────────


def test_the_same_brand_gives_the_same_bytes(dist, tmp_path):
    build(EXAMPLE, tmp_path, brand=FILE)
    for name in ("example.pdf", "example.pptx"):
        assert (tmp_path / name).read_bytes() == (dist / name).read_bytes()


def test_the_brand_beside_a_seed_is_worn_unless_it_is_declined(tmp_path):
    seed = copy_of(EXAMPLE, tmp_path)
    copy_of_ministry(seed)
    build(seed, tmp_path / "own", pptx=False)
    build(seed, tmp_path / "plain", pptx=False, brand=False)
    worn = pypdf.PdfReader(tmp_path / "own" / "example.pdf")
    plain = pypdf.PdfReader(tmp_path / "plain" / "example.pdf")
    assert "Vollkorn-Regular" in fonts_of(worn)
    assert "SourceSerif4-Regular" in fonts_of(plain)


def test_a_changed_brand_is_noticed_and_so_is_one_that_appears(tmp_path, capsys):
    seed = copy_of(EXAMPLE, tmp_path)
    (tmp_path / ".git").mkdir()
    command = ["build", str(seed), "--pdf", "--out", str(tmp_path / "dist")]

    def is_new() -> bool:
        from briefbook import stamp

        if stamp.replayed(command):
            return False
        assert main(command) == 0
        return True

    assert is_new()
    assert not is_new()
    path = brand_of(tmp_path, 'color: {primary: "#14532D"}\n')
    assert is_new()
    assert not is_new()
    path.write_text('color: {primary: "#4A2E6B"}\n')
    assert is_new()
    path.unlink()
    assert is_new()
    capsys.readouterr()


def test_a_brand_that_is_wrong_stops_the_build_and_leaves_the_folder(tmp_path):
    path = brand_of(tmp_path, "color: {primary: '#EEEEEE'}\n")
    with pytest.raises(Problems):
        build(EXAMPLE, tmp_path / "dist", brand=path)
    assert not (tmp_path / "dist").exists()


def test_a_letter_that_the_brands_face_lacks_is_told_where_it_stands(tmp_path):
    seed = copy_of(EXAMPLE, tmp_path)
    with (seed / "briefing.yaml").open("a", encoding="utf-8") as model:
        model.write("\nmarking: Ж\n")
    with pytest.raises(Problems) as found:
        build(seed, tmp_path / "dist", brand=FILE)
    assert any(p.rule == "no-face" and "Ж" in p.message for p in found.value.problems)


def test_the_library_wears_a_brand_if_it_is_given_one():
    worn = library.build(EXAMPLE, pptx=False, brand=FILE)
    plain = library.build(EXAMPLE, pptx=False)
    assert worn.paper != plain.paper
    assert worn.ledger["brand"]["name"].startswith("Ministry")
    assert "brand" not in plain.ledger


# ── The command ──────────────────────────────────────────────────────────────────────────────────


def test_the_command_tells_what_it_found_and_writes_specimens(tmp_path, capsys):
    assert main(["brand", str(FILE), "-o", str(tmp_path)]) == 0
    out = capsys.readouterr().out
    for words in (
        "primary     #14532D",
        "Vollkorn 400 italic",
        "SIL Open Font License",
        "a fir over",
    ):
        assert words in out
    assert {path.name for path in tmp_path.iterdir()} == {"specimen.pdf", "specimen.pptx"}


def test_the_command_refuses_what_cannot_be_read_and_writes_nothing(tmp_path, capsys):
    path = brand_of(tmp_path, "color: {primary: '#7FB08F'}\n")
    assert main(["brand", str(path), "-o", str(tmp_path / "out")]) == 1
    err = capsys.readouterr().err
    assert f"{path}:1:" in err
    assert "WCAG 2.2 AA" in err
    assert not (tmp_path / "out").exists()


def test_the_command_says_where_it_looked(tmp_path, capsys):
    (tmp_path / ".git").mkdir()
    assert main(["brand", str(tmp_path)]) == 3
    assert "three folders above" in capsys.readouterr().err


def test_exhibits_as_files_have_the_brands_colours(tmp_path, capsys):
    assert main(["figures", str(EXAMPLE), "--brand", str(FILE), "--out", str(tmp_path)]) == 0
    drawings = [path.read_text(encoding="utf-8").upper() for path in tmp_path.glob("*.svg")]
    assert any("#14532D" in drawing for drawing in drawings)
    assert not any("#0F2B46" in drawing for drawing in drawings)
    capsys.readouterr()


def test_every_form_of_the_deck_and_the_page_wear_the_brand_and_verify(tmp_path):
    prints = frozenset(("slides", "page"))
    build(KETTERIA, tmp_path, prints=prints, brand=FILE, wishes=Wishes(slides="4:3"))
    build(TAJIKISTAN, tmp_path, pdf=False, brand=FILE, wishes=Wishes(slides="4:3", variant="short"))
    files = [path for path in tmp_path.iterdir() if path.suffix != ".json"]
    own = [path for path in files if path.name.startswith("ketteria")]
    assert len(own) == 4
    assert verify(tuple(sorted(own, key=lambda path: path.suffix != ".pdf"))) == ()
    assert verify((tmp_path / "tajikistan-us-short.pptx",)) == ()
