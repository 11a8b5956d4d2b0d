"""A deck on somebody else's template: its masters kept, its samples gone, every text in its box, all held by verify."""

from __future__ import annotations

import io
import json
import re
import shutil
import zipfile
from pathlib import Path

import pytest
from lxml import etree
from pptx import Presentation
from reportlab.pdfbase.pdfmetrics import stringWidth

from briefbook.build import build
from briefbook.build_forms import Wishes
from briefbook.cli import main
from briefbook.deck.foreign import read_designs, read_template, roles_of
from briefbook.deck.foreign.colours import inks_of
from briefbook.deck.foreign.grounds import Palette
from briefbook.deck.measure import text_width
from briefbook.deck.pptx import export_template
from briefbook.errors import BriefbookError, Problems, Unreadable
from briefbook.theme.deck import Ink, ThemeColour
from briefbook.theme.look import COMMON_TEXT
from briefbook.theme.wcag import contrast
from briefbook.verify import verify
from tests import tools
from tests.deck import made_templates as made
from tests.seeds import EXAMPLE, TAJIKISTAN

pytestmark = pytest.mark.usefixtures("keeping")

TEMPLATES = made.made_templates()
NAMES = [path.name for path in TEMPLATES]


def built_on(template: Path, out: Path, seed: Path = EXAMPLE) -> Path:
    return build(seed, out, pdf=False, wishes=Wishes(template=template), brand=False).files[0]


@pytest.fixture(scope="module")
def decks(tmp_path_factory: pytest.TempPathFactory) -> dict[str, Path]:
    return {path.name: built_on(path, tmp_path_factory.mktemp(path.stem)) for path in TEMPLATES}


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_masters_and_layouts_are_the_templates_own(name: str, decks: dict[str, Path]) -> None:
    template = next(path for path in TEMPLATES if path.name == name)
    with zipfile.ZipFile(template) as old, zipfile.ZipFile(decks[name]) as new:
        masters = [
            part
            for part in old.namelist()
            if re.match(r"ppt/slide(Masters|Layouts)/[^/]+\.xml", part)
        ]
        assert masters
        for part in masters:
            assert shown(new.read(part)) == shown(old.read(part)), part


def shown(part: bytes) -> list[str]:
    root = etree.fromstring(part)
    return [
        str(element.tag) + str(sorted(element.attrib.items()))
        for element in root.iter("{*}ph", "{*}xfrm", "{*}pic", "{*}bg")
    ]


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_verify_is_content_with_a_deck_on_a_template(name: str, decks: dict[str, Path]) -> None:
    assert verify((decks[name],)) == ()


@pytest.mark.slow
@pytest.mark.npm
@pytest.mark.parametrize("name", NAMES)
def test_validators_are_content_with_it(name: str, decks: dict[str, Path]) -> None:
    assert tools.openxml_audit(decks[name]) + tools.ooxml_sdk(decks[name], ("Microsoft365",)) == []


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_a_deck_on_a_template_says_what_ours_says(
    name: str, decks: dict[str, Path], tmp_path: Path
) -> None:
    ours = build(EXAMPLE, tmp_path, pdf=False, brand=False).files[0]

    def words(path: Path) -> set[str]:
        return {
            paragraph.text
            for slide in list(Presentation(str(path)).slides)[1:]
            for shape in slide.placeholders
            if shape.placeholder_format.type is not None and shape.has_text_frame
            for paragraph in shape.text_frame.paragraphs
            if "TITLE" in str(shape.placeholder_format.type)
        }

    assert {" ".join(t.split()) for t in words(decks[name])} == {
        " ".join(t.split()) for t in words(ours)
    }


@pytest.mark.slow
@pytest.mark.parametrize("name", NAMES)
def test_every_slide_has_a_title_and_no_empty_placeholder(
    name: str, decks: dict[str, Path]
) -> None:
    for slide in Presentation(str(decks[name])).slides:
        assert slide.shapes.title is not None
        assert all(shape.text_frame.text for shape in slide.placeholders if shape.has_text_frame)


@pytest.mark.slow
@pytest.mark.parametrize(
    "part", ["ppt/slideMasters/slideMaster1.xml", "ppt/theme/theme1.xml", "ppt/presentation.xml"]
)
def test_a_template_that_was_tampered_with_is_found(
    part: str, decks: dict[str, Path], tmp_path: Path
) -> None:
    deck = decks["default.pptx"]

    def change(name: str, data: bytes) -> bytes:
        return data.replace(b"</a:clrScheme>", b"</a:clrScheme >").replace(b'val="1F497D"', b'val="FF0000"').replace(
            b'sz="4400"', b'sz="2000"').replace(b'cx="9144000"', b'cx="9144001"') if name == part else data  # fmt: skip

    changed = tmp_path / deck.name
    changed.write_bytes(made.repacked(deck.read_bytes(), change))
    shutil.copy(deck.with_suffix(".json"), tmp_path)
    found = verify((changed,))
    assert any(part in str(problem.place) and problem.rule == "added" for problem in found)


@pytest.mark.slow
def test_a_shape_of_another_colour_or_a_new_picture_is_found(
    decks: dict[str, Path], tmp_path: Path
) -> None:
    deck = decks["default.pptx"]

    def change(name: str, data: bytes) -> bytes:
        return (
            data.replace(b'<a:schemeClr val="tx1"/>', b'<a:srgbClr val="FEFEFE"/>', 1)
            if name == "ppt/slides/slide2.xml"
            else data
        )

    changed = tmp_path / deck.name
    changed.write_bytes(made.repacked(deck.read_bytes(), change))
    shutil.copy(deck.with_suffix(".json"), tmp_path)
    assert any("slide 2" in str(p.place) and "a:srgbClr" in p.message for p in verify((changed,)))


# ── Roles ────────────────────────────────────────────────────────────────────────────────────────


def roles(path: Path) -> dict[str, str]:
    template = read_template(path)
    return {role: layout.part[-8:] for role, layout in roles_of(template, path).found.items()}


def test_roles_are_found_without_names_and_types() -> None:
    usual, strange = (
        roles(next(p for p in TEMPLATES if p.name == n)) for n in ("default.pptx", "strange.pptx")
    )
    assert strange["cover"] == usual["cover"]
    assert strange["content"] == usual["content"]
    assert strange["title-only"] == usual["title-only"]


def test_a_map_beside_a_template_names_the_layouts(tmp_path: Path) -> None:
    firm = tmp_path / "firm.pptx"
    firm.write_bytes(made.default())
    (tmp_path / "firm.yaml").write_text("content: Content with Caption\n", encoding="utf-8")
    template = read_template(firm)
    assert roles_of(template, firm).found["content"].name == "Content with Caption"


@pytest.mark.parametrize(
    ("text", "said"),
    [("contents: Blank", "no role “contents”"), ("content: Blnk", "no layout “Blnk”"), ("content: Blank", "no place for a title"), ("content: [a]", "no name of a layout")],
)  # fmt: skip
def test_a_wrong_map_is_told_with_its_line(text: str, said: str, tmp_path: Path) -> None:
    firm = tmp_path / "firm.pptx"
    firm.write_bytes(made.default())
    (tmp_path / "firm.yaml").write_text(f"# ours\n{text}\n", encoding="utf-8")
    with pytest.raises(Problems) as found:
        read_designs(firm)
    [problem] = found.value.problems
    assert said in problem.message
    assert problem.place.line == 2


def test_a_missing_layout_is_named_and_its_slides_stand_on_another(tmp_path: Path) -> None:
    def change(name: str, data: bytes) -> bytes:
        return (
            re.sub(
                rb"<p:sp>(?:(?!</p:sp>).)*?idx=\"(?:1|2|3|4)\".*?</p:sp>",
                b"",
                data,
                flags=re.DOTALL,
            )
            if "slideLayout" in name and name.endswith(".xml")
            else data
        )

    bare = tmp_path / "bare.pptx"
    bare.write_bytes(made.repacked(made.default(), change))
    designs, warnings = read_designs(bare)
    assert {"one content", "two contents"} <= {
        w for w in ("one content", "two contents") if any(w in p.message for p in warnings)
    }
    assert verify((built_on(bare, tmp_path / "out"),)) == ()
    assert designs


# ── What is refused ──────────────────────────────────────────────────────────────────────────────


def _without_layouts(name: str, data: bytes) -> bytes:
    if "slideLayout" in name:
        return b""
    return re.sub(
        rb"<Relationship [^>]*slideLayout[^>]*/>|<p:sldLayoutIdLst>.*?</p:sldLayoutIdLst>|<Override [^>]*slideLayout[^>]*/>",
        b"",
        data,
        flags=re.DOTALL,
    )


BAD = {
    "damaged": (lambda: made.default()[:9000], "cannot be read"),
    "no zip": (lambda: b"hello", "cannot be read"),
    "password": (lambda: bytes.fromhex("d0cf11e0a1b11ae1") + bytes(2000), "password"),
    "macros": (lambda: with_part(made.default(), "ppt/vbaProject.bin", b"x"), "macros"),
    "macro type": (lambda: made.repacked(made.default(), lambda _, d: d.replace(b"presentationml.presentation.main+xml", b"x").replace(b"application/vnd.openxmlformats-officedocument.x", b"application/vnd.ms-powerpoint.presentation.macroEnabled.main+xml")), "macros"),
    "a document": (lambda: made.repacked(made.default(), lambda _, d: d.replace(b"presentationml.presentation.main", b"wordprocessingml.document.main")), "no presentation"),
    "no layouts": (lambda: made.repacked(made.default(), _without_layouts), "no slide layouts"),
    "entities": (lambda: made.repacked(made.default(), lambda n, d: b"<!DOCTYPE x [<!ENTITY a 'b'>]>" + d[d.index(b"<p:"):] if "slideMaster1.xml" in n and "rels" not in n else d), "entities"),
    "many parts": (lambda: with_parts(made.default(), 4100), "parts"),
    "a bomb": (lambda: with_part(made.default(), "ppt/media/big.bin", bytes(420_000_000)), "unpacks to"),
}  # fmt: skip


def with_part(data: bytes, name: str, part: bytes) -> bytes:
    buffer = io.BytesIO(data)
    with zipfile.ZipFile(buffer, "a", zipfile.ZIP_DEFLATED) as package:
        package.writestr(name, part)
    return buffer.getvalue()


def with_parts(data: bytes, count: int) -> bytes:
    buffer = io.BytesIO(data)
    with zipfile.ZipFile(buffer, "a") as package:
        for number in range(count):
            package.writestr(f"ppt/media/{number}.png", b"")
    return buffer.getvalue()


@pytest.mark.parametrize("kind", BAD)
def test_what_is_no_template_is_refused_with_its_place_and_nothing_is_written(
    kind: str, tmp_path: Path
) -> None:
    data, said = BAD[kind]
    path = tmp_path / "firm.pptx"
    path.write_bytes(data())
    with pytest.raises(Unreadable, match=said) as found:
        build(EXAMPLE, tmp_path / "out", pdf=False, wishes=Wishes(template=path))
    assert found.value.place is not None
    assert found.value.place.file == str(path)
    assert not (tmp_path / "out").exists()


def test_a_template_that_is_not_there_is_told(tmp_path: Path) -> None:
    with pytest.raises(BriefbookError):
        read_designs(tmp_path / "none.pptx")


@pytest.mark.parametrize("also", ["--slides=4:3", "--slides-pdf", "--handout"])
def test_what_does_not_go_with_a_template_is_told(also: str, tmp_path: Path, capsys) -> None:
    arguments = [
        "build",
        str(EXAMPLE),
        "--out",
        str(tmp_path),
        "--template",
        str(TEMPLATES[0]),
        also,
    ]
    assert main(arguments) == 2
    assert "--template" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())


# ── Inks and faces ───────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("ground", ["FFFFFF", "000000", "808080", "102040", "FFD700", "CC0000"])
@pytest.mark.parametrize("accent", ["FFFFFF", "000000", "FFCC00", "4F81BD", "808080"])
def test_every_ink_of_text_can_be_read_on_any_ground(ground: str, accent: str) -> None:
    scheme = {
        "tx1": "000000",
        "bg1": "FFFFFF",
        "tx2": accent,
        "bg2": "EEECE1",
        "hlink": accent,
        "folHlink": accent,
    }
    scheme |= {f"accent{n}": accent for n in range(1, 7)}
    found = inks_of(Palette(ground, "000000", tuple(sorted(scheme.items()))))

    def rgb(ink: Ink) -> str:
        tone = found[ink]
        return scheme[tone.slot] if isinstance(tone, ThemeColour) else tone

    for ink in (Ink.TEXT, Ink.NAVY, Ink.RUST, Ink.GREEN):
        assert contrast(rgb(ink), ground) >= 4.5, ink
    for fill in (Ink.TEAL, Ink.GOLD):
        assert contrast(rgb(Ink.TEXT), rgb(fill)) >= 4.5, fill
    for fill in (Ink.NAVY, Ink.RUST, Ink.PLUM):
        assert contrast(rgb(Ink.WHITE), rgb(fill)) >= 4.5, fill


@pytest.mark.parametrize(
    ("face", "known"), [("Helvetica", "arial"), ("Times-Roman", "times new roman")]
)
def test_widths_of_known_faces_are_as_measured(face: str, known: str) -> None:
    from briefbook.deck.foreign.faces import _BODY

    ratio = stringWidth(COMMON_TEXT, face, 10) / text_width(COMMON_TEXT, 10)
    assert ratio <= _BODY[known] <= ratio + 0.03


# ── Ours, for designers ──────────────────────────────────────────────────────────────────────────


@pytest.mark.slow
def test_our_own_template_can_be_given_back_to_us(tmp_path: Path, capsys) -> None:
    ours = tmp_path / "ours.pptx"
    assert main(["template", "-o", str(ours)]) == 0
    assert ours.read_bytes() == export_template()
    assert main(["template", str(ours)]) == 0
    assert "cover       Title " in capsys.readouterr().out
    assert verify((built_on(ours, tmp_path / "out"),)) == ()


@pytest.mark.slow
def test_the_manifest_names_the_template_and_its_parts(decks: dict[str, Path]) -> None:
    told = json.loads(decks["firm.potx"].with_suffix(".json").read_bytes())["template"]
    assert told["name"] == "firm.potx"
    assert "ppt/slideMasters/slideMaster1.xml" in told["parts"]


@pytest.mark.slow
def test_a_long_briefing_has_room_on_a_narrow_template(tmp_path: Path) -> None:
    assert verify((built_on(TEMPLATES[0], tmp_path, TAJIKISTAN),)) == ()
