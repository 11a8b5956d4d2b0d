"""Documents that quote in letters of the world: what is read, drawn, said aloud, and held by verify."""

from __future__ import annotations

import io
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest
from fontTools.ttLib import TTFont
from pypdf import PdfReader
from pypdf.generic import IndirectObject

from briefbook.build import build
from briefbook.verify import verify
from tests.world.made import ARABIC, CHINESE, HEBREW, JAPANESE, KOREAN, world_seed

pytestmark = pytest.mark.usefixtures("keeping")

PRINTS = frozenset(("slides",))


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Path:
    folder = tmp_path_factory.mktemp("world")
    build(world_seed(folder), folder / "out", prints=PRINTS, gate=True)
    return folder / "out"


def spans(path: Path) -> list[tuple[str, str]]:
    """Return language and spoken words of each stretch that says its language."""
    found = []

    def walk(entry: Any) -> None:
        entry = entry.get_object() if isinstance(entry, IndirectObject) else entry
        if isinstance(entry, list):
            for kid in entry:
                walk(kid)
        elif hasattr(entry, "get"):
            if entry.get("/S") == "/Span" and "/Lang" in entry:
                found.append((str(entry["/Lang"]), str(entry.get("/ActualText", ""))))
            if "/K" in entry:
                walk(entry["/K"])

    tree: Any = PdfReader(path).root_object["/StructTreeRoot"]
    walk(tree["/K"])
    return found


@pytest.mark.parametrize("name", ["example.pdf", "example-slides.pdf"])
def test_the_files_verify(made: Path, name: str) -> None:
    """Each word is read by the structure in its logical order, and is in the ledger."""
    assert verify((made / name,), made / "example.json") == ()


def test_the_deck_verifies_and_says_languages(made: Path) -> None:
    from pptx import Presentation

    assert verify((made / "example.pptx",), made / "example.json") == ()
    said = {}
    for slide in Presentation(str(made / "example.pptx")).slides:
        for run in slide._element.iter("{*}r"):
            text = "".join(part.text or "" for part in run.iter("{*}t"))
            said[text] = next(run.iter("{*}rPr")).get("lang")
    assert said[CHINESE.rstrip("。")] == "zh"
    assert said[ARABIC] == "ar"


def test_stretches_say_their_language_and_are_read_in_their_order(made: Path) -> None:
    found = spans(made / "example.pdf")
    assert {language for language, _ in found} == {"ar", "he", "zh", "ja", "ko"}
    spoken = " ".join(" ".join(words for _, words in found).split())
    assert ARABIC in spoken
    assert HEBREW in spoken
    # What runs from the left is spoken as it stands.
    assert not any(words for language, words in found if language in ("zh", "ja", "ko"))


def test_what_is_copied_has_the_letters_in_their_order(made: Path) -> None:
    text = "".join(page.extract_text() for page in PdfReader(made / "example.pdf").pages)
    squashed = "".join(text.split())
    for words in (CHINESE[:3], JAPANESE, KOREAN, ARABIC.split()[0]):
        assert words in squashed


def test_letters_of_our_own_faces_stay_in_them(made: Path) -> None:
    """A lent face has only what no other has, and what stands between its letters."""
    resources: Any = PdfReader(made / "example.pdf").pages[0]["/Resources"]
    fonts = resources["/Font"]
    [lent] = [f.get_object() for f in fonts.values() if f.get_object()["/Subtype"] == "/Type0"]
    said = lent["/ToUnicode"].get_object().get_data().decode()
    assert "<0041>" not in said  # A
    assert f"<{ord(KOREAN[0]):04X}>" in said


def test_the_same_bytes_twice(made: Path, tmp_path: Path) -> None:
    build(world_seed(tmp_path), tmp_path / "out", pptx=False)
    assert (tmp_path / "out" / "example.pdf").read_bytes() == (made / "example.pdf").read_bytes()


# ── Tampering ────────────────────────────────────────────────────────────────────────────────────


def _lent(pdf: pikepdf.Pdf) -> Any:
    fonts: Any = pdf.pages[0].Resources.Font
    return next(fonts[name] for name in fonts if fonts[name].Subtype == "/Type0")


def _other_look(pdf: pikepdf.Pdf) -> None:
    """Give two letters each other's outline."""
    stream = _lent(pdf).DescendantFonts[0].FontDescriptor.FontFile2
    font = TTFont(io.BytesIO(stream.read_bytes()), recalcTimestamp=False)
    one, other = [n for n in font.getGlyphOrder() if font["glyf"][n].numberOfContours][:2]
    font["glyf"][one], font["glyf"][other] = font["glyf"][other], font["glyf"][one]
    out = io.BytesIO()
    font.save(out)
    stream.write(out.getvalue())


def _other_letter(pdf: pikepdf.Pdf) -> None:
    """Say of a letter that it is another one."""
    stream = _lent(pdf).ToUnicode
    shown, said = (f"<{ord(KOREAN[at]):04X}>".encode() for at in (0, 1))
    stream.write(stream.read_bytes().replace(shown, said))


def _other_width(pdf: pikepdf.Pdf) -> None:
    widths: Any = _lent(pdf).DescendantFonts[0].W
    widths[1][3] = int(widths[1][3]) + 200


def _other_map(pdf: pikepdf.Pdf) -> None:
    inner = _lent(pdf).DescendantFonts[0]
    inner.CIDToGIDMap = pdf.make_stream(bytes(2) * 200)


def _in_spans(pdf: pikepdf.Pdf, change: Callable[[Any], None]) -> None:
    for entry in pdf.objects:
        if isinstance(entry, pikepdf.Dictionary) and entry.get("/S") == "/Span":
            change(entry)


def _other_words(pdf: pikepdf.Pdf) -> None:
    def change(span: Any) -> None:
        if "/ActualText" in span:
            span.ActualText = pikepdf.String(str(span.ActualText)[::-1])

    _in_spans(pdf, change)


def _other_language(pdf: pikepdf.Pdf) -> None:
    def change(span: Any) -> None:
        if "/Lang" in span:
            span.Lang = pikepdf.String("fr")

    _in_spans(pdf, change)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ((_other_look, _other_words), ("does not look like one", "is read aloud as “")),
        (
            (_other_width, _other_map, _other_language),
            ("has another width", "an encoding that Briefbook never writes", "as if in “fr”"),
        ),
        ((_other_letter,), (f"in which “{KOREAN[1]}” does not look like one",)),
    ],
)
def test_a_changed_letter_is_named(
    made: Path,
    tmp_path: Path,
    changes: tuple[Callable[[pikepdf.Pdf], None], ...],
    said: tuple[str, ...],
) -> None:
    with pikepdf.open(made / "example.pdf") as pdf:
        for change in changes:
            change(pdf)
        pdf.save(tmp_path / "example.pdf", deterministic_id=True)
    messages = [p.message for p in verify((tmp_path / "example.pdf",), made / "example.json")]
    assert [words for words in said if not any(words in message for message in messages)] == []
