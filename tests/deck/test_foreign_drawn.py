"""Decks on templates as LibreOffice has them: those that it ships, and what it draws of ours."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
from collections.abc import Iterator
from hashlib import sha256
from pathlib import Path
from tempfile import mkdtemp
from typing import Any

import pytest
from pptx import Presentation

from briefbook.verify import verify
from tests import tools
from tests.deck import made_templates as made
from tests.deck.test_foreign import built_on

pytestmark = pytest.mark.usefixtures("keeping")

LIBREOFFICE = Path("/usr/lib/libreoffice/share/template")


def libreoffice_templates() -> Iterator[Path]:
    # Every third one, for the time that all take: ALL_TEMPLATES=1 tries each.
    step = 1 if os.environ.get("ALL_TEMPLATES") else 3
    yield from sorted(LIBREOFFICE.rglob("presnt/*.otp"))[::step]


@pytest.fixture(scope="module")
def converted(tmp_path_factory: pytest.TempPathFactory) -> list[Path]:
    found = list(libreoffice_templates())
    if not found:
        pytest.skip("LibreOffice ships no templates here")
    # What LibreOffice makes of its own files is no work of ours, and takes as long as all that is.
    known = [(file.name, file.stat().st_size, file.stat().st_mtime_ns) for file in found]
    kept = tools.TOOLS_FOLDER / f"templates-{sha256(repr(known).encode()).hexdigest()[:16]}"
    if not kept.exists():
        out = tmp_path_factory.mktemp("otp")
        convert(found, "pptx", out)
        tools.TOOLS_FOLDER.mkdir(exist_ok=True)
        new = Path(mkdtemp(dir=tools.TOOLS_FOLDER))
        for file in out.glob("*.pptx"):
            shutil.copy(file, new)
        new.rename(kept)
    return sorted(kept.glob("*.pptx"))


def convert(files: list[Path], format_: str, out: Path) -> None:
    """Have LibreOffice, started once, write some files in another format into a folder."""
    profile = (out / "profile").as_uri()
    command = ["soffice", f"-env:UserInstallation={profile}", "--headless"]
    command += ["--convert-to", format_, "--outdir", str(out), *map(str, files)]
    subprocess.run(command, check=True, capture_output=True, timeout=tools.PATIENCE_S)


OURS = ("default.pptx", "dark.pptx")


@pytest.fixture(scope="module")
def drawn(tmp_path_factory: pytest.TempPathFactory) -> dict[str, tuple[Path, Path]]:
    """Decks on templates of ours by the template's name, each with what LibreOffice draws of it."""
    folder = tmp_path_factory.mktemp("drawn")
    decks = {}
    for template in made.made_templates():
        if template.name in OURS:
            file = built_on(template, folder / template.stem)
            decks[template.name] = file.rename(folder / template.name)
    convert([*decks.values()], "pdf", folder)
    return {name: (deck, deck.with_suffix(".pdf")) for name, deck in decks.items()}


@pytest.mark.slow
@pytest.mark.libreoffice
def test_every_template_that_libreoffice_ships_makes_a_deck_that_verifies(
    converted, tmp_path
) -> None:
    told = {}
    for template in converted:
        deck = built_on(template, tmp_path / template.stem)
        told[template.name] = [str(problem) for problem in verify((deck,))] + tools.openxml_audit(
            deck
        )
    assert {name: problems for name, problems in told.items() if problems} == {}


@pytest.mark.slow
@pytest.mark.libreoffice
@pytest.mark.poppler
@pytest.mark.parametrize("name", OURS)
def test_no_text_leaves_the_slide_or_its_panel(
    name: str, drawn: dict[str, tuple[Path, Path]], tmp_path: Path
) -> None:
    """Drawn by LibreOffice in whatever this machine has: no word stands under another's box or off the slide."""
    file, pdf = drawn[name]
    words = drawn_words(pdf, tmp_path)
    deck = Presentation(str(file))
    shown = [slide for slide in deck.slides if slide._element.get("show") != "0"]
    assert len(words) == len(shown)
    for slide, placed in zip(shown, words, strict=True):
        for shape in slide.shapes:
            if (
                not shape.has_text_frame
                or shape.is_placeholder
                or not shape.text_frame.text.strip()
            ):
                continue
            own = shape.text_frame.text.split()
            inside = [w for w in placed if w[0] in own and overlaps(w, shape)]
            bottom = (shape.top + shape.height) / 12700
            assert all(w[4] <= bottom + 4 for w in inside), (slide.shapes.title.text, shape.name)


def overlaps(word: tuple[str, float, float, float, float], shape: Any) -> bool:
    left, right = shape.left / 12700, (shape.left + shape.width) / 12700
    top, bottom = shape.top / 12700, (shape.top + shape.height) / 12700
    middle_x, middle_y = (word[1] + word[3]) / 2, (word[2] + word[4]) / 2
    return bool(left <= middle_x <= right and top <= middle_y <= bottom + 10)


def drawn_words(pdf: Path, folder: Path) -> list[list[tuple[str, float, float, float, float]]]:
    box = folder / "words.html"
    subprocess.run(["pdftotext", "-bbox", str(pdf), str(box)], check=True)
    pages = []
    for page in re.findall(r"<page.*?</page>", box.read_text(encoding="utf-8"), flags=re.DOTALL):
        found = re.findall(
            r'<word xMin="(.*?)" yMin="(.*?)" xMax="(.*?)" yMax="(.*?)">(.*?)</word>', page
        )
        pages.append([(w, float(a), float(b), float(c), float(d)) for a, b, c, d, w in found])
    return pages
