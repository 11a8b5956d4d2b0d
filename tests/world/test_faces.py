"""Faces that a user brings: which are taken, which are refused, and what checks say of letters."""

from __future__ import annotations

from pathlib import Path

import pytest
from fontTools.ttLib import TTFont

import briefbook
from briefbook import cache, stamp
from briefbook.brand import lent_of, wearing_brand
from briefbook.cli import main
from briefbook.errors import DoesNotFit, Problems, WrongUse
from briefbook.exhibits import make_charts
from briefbook.exhibits.pictures import draw_pictures
from briefbook.model.reader import read_briefing
from briefbook.pdf.coverage import unprintable
from briefbook.pdf.labels import LentLabels
from briefbook.pdf.shaping import shaper
from briefbook_figures.display_list import PathMark, TextMark
from tests.seeds import EXAMPLE, copy_of, edit
from tests.world.made import ARABIC, CHINESE, FACE, make_face, turned_seed, world_seed


def refusal(folder: Path) -> str:
    with pytest.raises(Problems) as caught:
        lent_of(folder)
    [problem] = caught.value.problems
    assert problem.rule == "lent-face"
    assert problem.hint
    return f"{Path(problem.place.file).name}: {problem.message}"


def test_the_folder_beside_the_briefing_is_found(tmp_path: Path) -> None:
    assert lent_of(tmp_path) == ()
    folder = tmp_path / "fonts"
    folder.mkdir()
    make_face(folder / "b.ttf", weight=700, name="Strong")
    make_face(folder / "a.ttf")
    (folder / "OFL.txt").write_text("a licence is no face", "utf-8")
    first, second = lent_of(tmp_path)
    assert (first.name, first.is_bold) == ("World", False)
    assert (second.name, second.is_bold) == ("Strong", True)


def test_a_folder_that_is_named_is_used_instead(tmp_path: Path) -> None:
    other = tmp_path / "other"
    other.mkdir()
    make_face(other / "c.ttf", name="Other")
    assert [file.name for file in lent_of(tmp_path, other)] == ["Other"]
    with pytest.raises(WrongUse, match="no such folder"):
        lent_of(tmp_path, tmp_path / "none")


@pytest.mark.parametrize(
    ("start", "said"),
    [(b"ttcf", "a collection of fonts"), (b"wOF2", "a web font"), (b"\0\1\0\0", "no outlines")],
)
def test_what_is_no_single_font_is_told(tmp_path: Path, start: bytes, said: str) -> None:
    (tmp_path / "fonts").mkdir()
    (tmp_path / "fonts" / "x.ttf").write_bytes(start + bytes(200))
    assert said in refusal(tmp_path)


@pytest.mark.parametrize("change", ["variable", "restricted", "pixels"])
def test_a_font_that_cannot_lend_is_told(tmp_path: Path, change: str) -> None:
    (tmp_path / "fonts").mkdir()
    path = make_face(tmp_path / "fonts" / "x.ttf")
    font = TTFont(path)
    if change == "variable":
        font["fvar"] = font["post"]
        font.tables["fvar"] = font.reader.tables and _raw(b"\0\1\0\0" + bytes(12))
    elif change == "restricted":
        font["OS/2"].fsType = 2
    else:
        del font["glyf"], font["loca"]
    font.save(path)
    words = {
        "variable": "variable font",
        "restricted": "may not be embedded",
        "pixels": "no outlines",
    }
    assert words[change] in refusal(tmp_path)


def _raw(data: bytes) -> object:
    from fontTools.ttLib.tables.DefaultTable import DefaultTable

    table = DefaultTable("fvar")
    table.data = data
    return table


def test_a_letter_without_an_outline_is_not_lent(tmp_path: Path) -> None:
    """Faces of coloured signs have empty outlines: nothing of them would be seen."""
    (tmp_path / "fonts").mkdir()
    path = make_face(tmp_path / "fonts" / "x.ttf", letters=f"{FACE} 铁")
    font = TTFont(path)
    font["glyf"][font.getBestCmap()[ord(FACE)]] = font["glyf"]["u0020"]
    font.save(path)
    with wearing_brand(None, lent_of(tmp_path)):
        assert unprintable(f"铁{FACE}") == FACE


def test_arabic_letters_join_and_a_pair_has_one_glyph(tmp_path: Path) -> None:
    (tmp_path / "fonts").mkdir()
    make_face(tmp_path / "fonts" / "x.ttf")
    [file] = lent_of(tmp_path)
    glyphs = shaper(file).glyphs("مرحبا", is_right=True)
    assert [glyph.text for glyph in glyphs] == list(reversed("مرحبا"))
    alone = shaper(file).glyphs("م", is_right=True)
    assert glyphs[-1].number != alone[0].number
    pair = shaper(file).glyphs("لا", is_right=True)
    assert [glyph.text for glyph in pair] == ["ا", "ل"]
    assert [glyph.advance for glyph in pair] == [0, 600]


def test_joiners_draw_nothing_and_stay_with_their_letter(tmp_path: Path) -> None:
    (tmp_path / "fonts").mkdir()
    make_face(tmp_path / "fonts" / "x.ttf")
    [file] = lent_of(tmp_path)
    assert shaper(file).glyphs("", is_right=True) == shaper(file).glyphs("\u200c", is_right=True)
    joined = shaper(file).glyphs("حب", is_right=True)
    apart = shaper(file).glyphs("ح\u200cب", is_right=True)
    assert [glyph.text for glyph in apart] == ["\u200cب", "ح"]
    assert [g.number for g in apart] != [g.number for g in joined]


def test_check_says_which_letter_on_which_line_and_how_to_bring_a_face(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    seed = world_seed(tmp_path, has_faces=False)
    assert main(["check", str(seed)]) == 1
    said = capsys.readouterr().err
    lines = (seed / "briefing.yaml").read_text("utf-8").splitlines()
    line = 1 + next(n for n, text in enumerate(lines) if text.strip().startswith("text: A poster"))
    assert f"briefing.yaml:{line}:" in said
    assert f"“{ARABIC[0]}” (U+0645 ARABIC LETTER MEEM)" in said
    assert "the folder fonts beside briefing.yaml" in said
    faces = tmp_path / "faces"
    faces.mkdir()
    make_face(faces / "World.ttf")
    assert main(["check", str(seed), "--fonts", str(faces)]) == 0


def test_a_letter_that_no_face_lends_is_still_told(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    seed = world_seed(tmp_path, has_faces=False)
    (seed / "fonts").mkdir()
    make_face(seed / "fonts" / "x.ttf", letters=CHINESE)
    assert main(["check", str(seed)]) == 1
    said = capsys.readouterr().err
    assert "ARABIC LETTER MEEM" in said
    assert f"“{CHINESE[0]}”" not in said


# ── What depends on the faces ────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize("change", ["added", "changed", "removed", "folder"])
def test_a_build_is_made_again_when_the_faces_are_others(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, change: str
) -> None:
    """An added face may lend what another lent before: even what was whole is set anew."""
    monkeypatch.setenv("XDG_CACHE_HOME", str(tmp_path / "cache"))
    seed = copy_of(EXAMPLE, tmp_path)
    faces = seed / "fonts"
    if change != "folder":
        faces.mkdir()
        make_face(faces / "b.ttf")
    arguments = ["build", str(seed), "--pdf", "--out", str(tmp_path / "dist")]
    assert main(arguments) == 0
    assert stamp.replayed(arguments)
    if change == "removed":
        (faces / "b.ttf").unlink()
    else:
        faces.mkdir(exist_ok=True)
        name = "b.ttf" if change == "changed" else "a.ttf"
        make_face(faces / name, weight=700)
    assert stamp.replayed(arguments) is None


def test_a_kept_chart_is_not_shown_in_faces_that_cannot_draw_it(tmp_path: Path) -> None:
    seed = turned_seed(tmp_path)
    charts = make_charts(read_briefing(seed))
    (tmp_path / "other").mkdir()
    make_face(tmp_path / "other" / "x.ttf", letters="א")
    with cache.opened(str(tmp_path / "cache")):
        with wearing_brand(None, lent_of(seed)):
            assert draw_pictures(charts) == draw_pictures(charts)
        other = lent_of(seed, tmp_path / "other")
        with wearing_brand(None, other), pytest.raises(DoesNotFit, match="has no letter"):
            draw_pictures(charts)


# ── Every room that draws ────────────────────────────────────────────────────────────────────────


def test_figures_are_files_with_lent_letters(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    seed = turned_seed(tmp_path)
    (seed / "fonts").rename(tmp_path / "faces")
    command = ["figures", str(seed), "--out", str(tmp_path / "out")]
    assert main(command) == 1
    assert "no-face" in capsys.readouterr().err
    assert main([*command, "--fonts", str(tmp_path / "faces")]) == 0
    assert (tmp_path / "out" / "example-events.svg").is_file()


@pytest.mark.parametrize("angle", [0.0, 90.0])
def test_a_label_is_drawn_by_outlines_as_wide_as_it_was_measured(
    tmp_path: Path, angle: float
) -> None:
    (tmp_path / "fonts").mkdir()
    make_face(tmp_path / "fonts" / "x.ttf")
    with wearing_brand(None, lent_of(tmp_path)):
        labels = LentLabels()
        assert labels.ems("ab", "sans") is None
        width = labels.ems(f"ab {CHINESE[:3]}", "sans")
        mark = TextMark(100.0, 50.0, f"ab {CHINESE[:3]}", "sans", 10.0, "#000000", angle)
        own, drawn = labels.marks(mark)
    assert isinstance(own, TextMark)
    assert own.text == "ab "
    assert isinstance(drawn, PathMark)
    assert sum(step == "M" for step, _ in drawn.outline) == 3
    ends = [values[-2:] for step, values in drawn.outline if step != "Z"]
    along = [y - 50 if angle else x - 100 for x, y in ends]
    assert width is not None
    assert 0 < min(along) < max(along) < width * 10
    assert max(along) > width * 10 - 6  # the last letter stands in the last of its room


def test_an_index_and_a_brand_have_lent_letters(
    tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    seed = turned_seed(tmp_path)
    edit(seed, "\ntitle: Verania–Ostmark relations", f"\ntitle: {ARABIC}")
    (seed / "brand.yml").write_text("color: {primary: '#123456'}\n", "utf-8")
    out = tmp_path / "out"
    assert main(["build", str(seed), "--pdf", "--out", str(out)]) == 0
    assert main(["index", str(out)]) == 1
    assert "--fonts" in capsys.readouterr().err
    assert main(["index", str(out), "--fonts", str(seed / "fonts")]) == 0
    assert f' dir="rtl">{ARABIC}</h2>' in (out / "index.html").read_text("utf-8")
    assert main(["brand", str(seed)]) == 0


def test_the_library_finds_the_faces_beside_a_briefing(tmp_path: Path) -> None:
    seed = turned_seed(tmp_path)
    assert not [p for p in briefbook.check(briefbook.read(seed)) if p.rule == "no-face"]
    documents = briefbook.build(seed, pptx=False)
    (seed / "fonts").rename(tmp_path / "faces")
    assert [p for p in briefbook.check(briefbook.read(seed)) if p.rule == "no-face"]
    there = briefbook.build(seed, pptx=False, fonts=tmp_path / "faces")
    assert there.paper == documents.paper
