"""The project itself: what it ships, what its lock promises, and that its tasks are as they say."""

import json
import re
import subprocess
import tomllib
import zipfile
from itertools import chain
from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

from tests.shipped import shipped_wheel
from tests.tools import ROOT

FONTS = ROOT / "report" / "briefbook" / "fonts"
FACES = sorted(path.name for path in FONTS.glob("*.ttf"))
TAJIK = "ғӣқӯҳҷҒӢҚӮҲҶ"
TYPOGRAPHY = "¶§–—“”‘’…•·÷×−≈≠≤≥→←↑↓■◆№€°\u00a0\u00ad\u2009\u202f"
MAKEFILE = (ROOT / "Makefile").read_text(encoding="utf-8")


@pytest.fixture(scope="module")
def wheel():
    """The names and contents of the wheel."""
    with zipfile.ZipFile(shipped_wheel()) as archive:
        return {name: archive.read(name) for name in archive.namelist()}


def test_the_lock_has_a_hash_for_every_package_and_no_address():
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    assert not re.search(r"https?:|index-url|find-links", lock)
    packages = re.split(r"^(?=[a-z])", lock, flags=re.MULTILINE)[1:]
    assert len(packages) > 40
    assert [entry.splitlines()[0] for entry in packages if "--hash=sha256:" not in entry] == []


def test_the_lock_fits_what_the_project_asks_for():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    lock = (ROOT / "requirements.lock").read_text(encoding="utf-8")
    locked = set(re.findall(r"^([a-z0-9-]+)==", lock, flags=re.MULTILINE))
    asked = [
        *project["dependencies"],
        *chain.from_iterable(project["optional-dependencies"].values()),
    ]
    names = {re.findall(r"[\w.-]+", need)[0].lower().replace("_", "-") for need in asked}
    assert names - {"briefbook"} <= locked


def test_reading_markdown_and_pages_and_verifying_both_files_need_no_extra():
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    needed = {re.findall(r"[\w.-]+", need)[0] for need in project["dependencies"]}
    assert {"lxml", "markdown-it-py", "pypdf", "python-pptx"} <= needed


def test_no_file_names_a_package_registry():
    """Where packages come from is each machine's setting, not the project's."""
    hosts = [
        "pypi" + ".org",
        "pythonhosted" + ".org",
        "npmjs" + ".org",
        "maven" + ".org",
    ]
    tracked = subprocess.run(
        ["git", "ls-files"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if tracked.returncode != 0:
        pytest.skip("not a git checkout")
    named = []
    for name in tracked.stdout.splitlines():
        path = ROOT / name
        if path.is_file() and path != Path(__file__):
            text = path.read_bytes().decode("utf-8", "replace")
            named += [f"{name}: {host}" for host in hosts if host in text]
    assert named == []


def test_help_lists_every_task_and_no_other():
    [phony] = re.findall(r"^\.PHONY: (.+)$", MAKEFILE, re.MULTILINE)
    documented = re.findall(r"^([a-z-]+):.*## \S.*$", MAKEFILE, re.MULTILINE)
    rules = re.findall(r"^([a-z-]+):", MAKEFILE, re.MULTILINE)
    assert sorted(phony.split()) == sorted(documented) == sorted(rules)
    printed = subprocess.run(["make"], cwd=ROOT, capture_output=True, text=True, check=True).stdout
    assert re.findall(r"^  make ([a-z-]+) ", printed, re.MULTILINE) == documented


def test_the_wheel_holds_code_fonts_and_licences(wheel):
    shipped = {path.relative_to(ROOT / "report").as_posix() for path in FONTS.iterdir()}
    assert shipped <= set(wheel)
    assert "briefbook_figures/spec.py" in wheel
    assert {name.split("/")[0] for name in wheel} == {
        "briefbook",
        "briefbook_figures",
        next(name.split("/")[0] for name in wheel if ".dist-info/" in name),
        next(name.split("/")[0] for name in wheel if ".data/data/share/" in name),
    }
    licences = {Path(name).name for name in wheel if ".dist-info/licenses/" in name}
    assert licences == {
        "LICENSE",
        "OFL-SourceSans3.txt",
        "OFL-SourceSerif4.txt",
        "ZLIB-sRGB.txt",
    }


def test_the_wheel_brings_the_command_and_its_version(wheel):
    from briefbook.version import __version__

    [entry_points] = [text for name, text in wheel.items() if name.endswith("entry_points.txt")]
    assert b"briefbook = briefbook.__main__:run" in entry_points
    [metadata] = [text for name, text in wheel.items() if name.endswith("dist-info/METADATA")]
    assert f"\nVersion: {__version__}\n".encode() in metadata


def test_the_font_notes_name_every_face_with_its_hash():
    import hashlib

    notes = (ROOT / "docs" / "fonts.md").read_text(encoding="utf-8")
    table = dict(re.findall(r"`(\S+\.ttf)` .*`([0-9a-f]{64})`", notes))
    assert table == {
        name: hashlib.sha256((FONTS / name).read_bytes()).hexdigest() for name in FACES
    }


@pytest.mark.parametrize("face", FACES)
def test_every_face_has_the_tajik_letters_and_may_be_embedded(face):
    with TTFont(FONTS / face, lazy=True) as font:
        characters, restrictions = font.getBestCmap(), font["OS/2"].fsType
    assert [letter for letter in TAJIK + TYPOGRAPHY if ord(letter) not in characters] == []
    assert restrictions == 0


@pytest.mark.parametrize("family", ["Cambria", "Calibri"])
@pytest.mark.parametrize("face", ["regular", "bold", "italic"])
def test_the_deck_widths_cover_what_a_deck_says(family, face):
    families = json.loads((FONTS / "deck-widths.json").read_text(encoding="utf-8"))["families"]
    widths = {
        int(first) + place: width
        for first, run in families[family]["faces"][face]["runs"].items()
        for place, width in enumerate(run)
    }
    said = "".join(map(chr, range(0x20, 0x7F))) + "éüŠčžÄ–—“”‘’…•×≈→№Ёжщя" + TAJIK
    assert [letter for letter in said if ord(letter) not in widths] == []
    assert widths[ord("\u00a0")] == widths[ord(" ")]
    assert widths[ord("i")] < widths[ord("n")] < widths[ord("m")]


def test_both_validators_of_each_kind_reject_a_file_that_is_neither(tmp_path):
    """A wrapper that always finds nothing would make every other test worthless."""
    from pikepdf import Pdf

    from tests.tools import openxml_audit, page_validation

    with Pdf.new() as empty:
        empty.add_blank_page()
        empty.save(tmp_path / "untagged.pdf")
    (tmp_path / "no.pptx").write_text("nonsense")
    assert page_validation(tmp_path / "untagged.pdf", "ua1") != []
    assert page_validation(tmp_path / "untagged.pdf", "3a") != []
    assert openxml_audit(tmp_path / "no.pptx") != []


@pytest.mark.java
@pytest.mark.parametrize("flavour", ["ua1", "3a"])
def test_verapdf_finds_what_is_wrong(tmp_path, flavour):
    from pikepdf import Pdf

    from tests.tools import verapdf

    untagged = tmp_path / "untagged.pdf"
    with Pdf.new() as empty:
        empty.add_blank_page()
        empty.save(untagged)
        found = verapdf(untagged, flavour)
        assert any("does not say" in finding for finding in found), found
        with empty.open_metadata(set_pikepdf_as_editor=False) as says:
            says["pdfaid:part"], says["pdfaid:conformance"] = "3", "A"
            says["{http://www.aiim.org/pdfua/ns/id/}part"] = "1"
        empty.save(untagged)
    found = verapdf(untagged, flavour)
    assert any("logical structure" in finding for finding in found), found


@pytest.mark.npm
def test_the_open_xml_sdk_finds_what_is_wrong(tmp_path):
    from tests.tools import ooxml_sdk

    (tmp_path / "no.pptx").write_text("nonsense")
    assert ooxml_sdk(tmp_path / "no.pptx", ["Office2019"]) == [
        "Office2019 None None: File contains corrupted data."
    ]


@pytest.mark.qpdf
def test_qpdf_finds_what_is_wrong(tmp_path):
    from tests.tools import qpdf_check

    (tmp_path / "no.pdf").write_text("nonsense")
    assert qpdf_check(tmp_path / "no.pdf") != []


@pytest.mark.libreoffice
@pytest.mark.poppler
def test_slides_become_pictures_in_order(tmp_path):
    from pptx import Presentation

    from tests.tools import slides_to_png

    deck = Presentation()
    for number in range(2):
        slide = deck.slides.add_slide(deck.slide_layouts[5])
        slide.shapes.title.text = f"Slide {number}"
    deck.save(tmp_path / "deck.pptx")
    pictures = slides_to_png(tmp_path / "deck.pptx", tmp_path / "pictures")
    assert [picture.name for picture in pictures] == ["slide-1.png", "slide-2.png"]
