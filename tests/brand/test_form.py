"""A brand is read with file, line and what to do; nothing is guessed, fetched or passed over."""

import pytest

from briefbook.brand import find_brand
from briefbook.errors import Unreadable
from tests.brand.made import (
    FONTS,
    MINISTRY,
    VOLLKORN,
    brand_of,
    font_with,
    ministry,
    opentype,
    problems_of,
    typeface,
)


def only_problem(path):
    [problem] = problems_of(path)
    assert problem.place.file == str(path)
    assert problem.place.line
    assert problem.hint
    return problem


def test_roles_become_inks_faces_and_a_logo():
    brand = ministry()
    assert brand.name == "Ministry of the Northern Provinces"
    assert brand.look.ink("#0F2B46") == "#14532D"  # primary instead of navy
    assert brand.look.scheme["accent2"] == "#A8400F"
    assert brand.look.faces["serif-italic"].name == "Vollkorn-Italic"
    assert brand.look.faces["sans"].name == "PublicSans-Regular"
    assert brand.look.faces["display-semibold"].name == "PublicSans-Bold"
    assert brand.look.names == ("Public Sans",)
    paper, cover = brand.look.paper_logo, brand.look.cover_logo
    assert paper is not None
    assert cover is not None
    assert paper.alt == cover.alt
    assert paper.image != cover.image
    assert {path.name for path, _ in brand.files} >= {"_brand.yml", "on-dark.png"}


def test_what_is_not_named_stays_ours(tmp_path):
    from briefbook.brand.read import read_brand

    look = read_brand(brand_of(tmp_path, 'color:\n  secondary: "#A8400F"\n')).look
    assert look.ink("#0F2B46") == "#0F2B46"
    assert not look.faces
    assert look.names == ()


@pytest.mark.parametrize(
    ("text", "message", "hint"),
    [
        ("colour:\n  primary: red\n", "unknown field “colour”", "did you mean “color”?"),
        ("color:\n  primry: red\n", "unknown field “primry”", "did you mean “primary”?"),
        ("color:\n  primary: reddish\n", "“reddish” is no colour", "#RRGGBB"),
        ('color:\n  primary: "#14532D80"\n', "is transparent", "on white"),
        ("color:\n  background: black\n", "background #000000 is dark", "light version"),
        ("logo: logo/on-light.png\n", "has no alternative text", "alt: "),
        ("logo: {path: logo/gone.png, alt: A fir}\n", "there is no such file", "name"),
        ("logo: {path: ../logo.png, alt: A fir}\n", "outside the brand’s folder", "copy"),
        ("logo: {path: https://example.org/a.png, alt: A fir}\n", "is an address", "save"),
        ("logo: {path: fonts/README.md, alt: A fir}\n", "this is no picture", "PNG"),
        ("typography:\n  base: Roboto\n", "“Roboto” has no files", "source: file"),
        (typeface("fonts/README.md"), "this is no font", ".ttf"),
        (typeface(*VOLLKORN[:2]), "no cut for names, values and findings", "600 or 700"),
        (typeface(VOLLKORN[0], VOLLKORN[2]), "no cut for the sources’ views", "italic"),
    ],
)  # fmt: skip
def test_what_is_wrong_is_told_with_its_line(tmp_path, text, message, hint):
    problem = problems_of(brand_of(tmp_path, text))[0]
    assert message in problem.message
    assert hint in problem.hint
    assert problem.place.line


@pytest.mark.parametrize("source", ["google", "bunny", "system"])
def test_typefaces_are_files(tmp_path, source):
    text = f"typography:\n  fonts:\n    - {{family: Roboto, source: {source}}}\n  base: Roboto\n"
    problem = only_problem(brand_of(tmp_path, text))
    assert f"comes from {source}, and builds use no network" in problem.message
    assert "source: file" in problem.hint


def test_other_programs_settings_are_left_alone(tmp_path):
    from briefbook.brand.read import read_brand

    text = (
        "meta: {name: MNP, link: {home: https://example.org, fediverse: '@mnp'}}\n"
        "typography:\n  base: {line-height: 1.4, size: 11pt}\n  monospace-inline: {color: red}\n"
        "defaults:\n  quarto: {format: {html: {theme: cosmo}}}\n"
    )
    assert read_brand(brand_of(tmp_path, text)).name == "MNP"


# ── Contrast ─────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("role", "colour", "where"),
    [
        ("primary", "#7FB08F", "cover"),
        ("secondary", "#F08A24", "sources’ views"),
        ("tertiary", "#DDEEDD", "third ink"),
        ("foreground", "#999999", "text"),
        ("light", "#8A9A8A", "boxes"),
    ],
)
def test_a_role_that_cannot_be_read_is_refused_with_numbers(tmp_path, role, colour, where):
    problem = only_problem(brand_of(tmp_path, f'color:\n  {role}: "{colour}"\n'))
    assert problem.rule == "brand-contrast"
    assert f"{role} {colour}" in problem.message
    assert where in problem.message
    assert ":1 (WCAG 2.2 AA)" in problem.message
    assert "would do" in problem.hint or "give" in problem.hint


def test_the_shade_that_a_message_names_would_do(tmp_path):
    problem = only_problem(brand_of(tmp_path, 'color:\n  secondary: "#F08A24"\n'))
    shade = problem.hint.split()[0]
    assert not problems_of(brand_of(tmp_path, f'color:\n  secondary: "{shade}"\n'))


def test_two_inks_that_are_one_in_grey_print_are_warned_of(tmp_path):
    from briefbook.brand.read import read_brand

    apart = 'color:\n  primary: "#14532D"\n  secondary: "#A8400F"\n'
    assert not read_brand(brand_of(tmp_path, apart)).warnings
    same = 'color:\n  primary: "#14532D"\n  secondary: "#4A4A4A"\n'
    [warning] = read_brand(brand_of(tmp_path, same)).warnings
    assert warning.rule == "brand-alike"


# ── Typefaces ────────────────────────────────────────────────────────────────────────────────────


@pytest.mark.parametrize(
    ("bits", "message"),
    [(0x0002, "may not be embedded"), (0x0100, "only whole"), (0x0200, "outlines")],
)
def test_what_a_maker_forbids_is_not_embedded(tmp_path, bits, message):
    path = brand_of(tmp_path, typeface(*VOLLKORN))
    (tmp_path / VOLLKORN[0]).write_bytes(font_with(fsType=bits))
    problem = problems_of(path)[0]
    assert message in problem.message
    assert f"{bits:#06x}" in problem.message
    assert problem.rule == "brand-face"


def test_preview_and_print_is_enough(tmp_path):
    path = brand_of(tmp_path, typeface(*VOLLKORN))
    (tmp_path / VOLLKORN[0]).write_bytes(font_with(fsType=0x0004))
    assert not problems_of(path)


def test_a_damaged_font_is_told_as_one(tmp_path):
    path = brand_of(tmp_path, typeface(*VOLLKORN))
    data = (FONTS / "Vollkorn-Regular.ttf").read_bytes()
    (tmp_path / VOLLKORN[0]).write_bytes(data[:3000])
    assert "“fonts/Vollkorn-Regular.ttf”" in problems_of(path)[0].message


def test_a_face_without_needed_letters_is_refused(tmp_path):
    from fontTools.subset import Options, Subsetter
    from fontTools.ttLib import TTFont

    path = brand_of(tmp_path, typeface(*VOLLKORN))
    font = TTFont(FONTS / "Vollkorn-Regular.ttf")
    subsetter = Subsetter(Options(notdef_outline=True))
    subsetter.populate(unicodes=range(0x20, 0x7F))
    subsetter.subset(font)
    font.save(tmp_path / VOLLKORN[0])
    problem = only_problem(path)
    assert "lacks letters that documents need: § ° ¶ · À" in problem.message


def test_opentype_with_postscript_outlines_sets_like_truetype(tmp_path):
    from briefbook.brand import wearing_brand
    from briefbook.brand.read import read_brand
    from briefbook.pdf.faces import load_face

    path = brand_of(tmp_path, typeface(*VOLLKORN))
    with wearing_brand(read_brand(path)):
        width = load_face("serif").width("Northern Provinces")
    for file in VOLLKORN:
        (tmp_path / file).write_bytes(opentype(file.removeprefix("fonts/")))
    with wearing_brand(read_brand(path)):
        assert load_face("serif").width("Northern Provinces") == pytest.approx(width, rel=0.03)


def test_digits_of_documents_line_up():
    """Vollkorn's own hang below the line and differ in width: its lining ones of one width are taken."""
    from briefbook.brand import wearing_brand
    from briefbook.pdf.faces import load_face

    with wearing_brand(ministry()):
        for face in ("serif", "sans", "serif-italic"):
            assert len({round(load_face(face).width(digit)) for digit in "0123456789"}) == 1


# ── Where it lies ────────────────────────────────────────────────────────────────────────────────


def test_the_nearest_brand_holds(tmp_path):
    seed = tmp_path / "office" / "seeds" / "one"
    seed.mkdir(parents=True)
    assert find_brand(seed) is None
    (tmp_path / "office" / "brand.yml").write_text("meta: {name: Office}\n")
    assert find_brand(seed) == (tmp_path / "office" / "brand.yml").resolve()
    (seed / "_brand.yml").write_text("meta: {name: Seed}\n")
    assert find_brand(seed) == seed / "_brand.yml"


def test_a_brand_above_the_repository_or_too_far_away_is_not_found(tmp_path):
    seed = tmp_path / "a" / "b" / "c" / "seed"
    seed.mkdir(parents=True)
    (tmp_path / "brand.yml").write_text("meta: {name: Far}\n")
    assert find_brand(seed) is None
    (tmp_path / "a" / "brand.yml").write_text("meta: {name: Near}\n")
    assert find_brand(seed) == (tmp_path / "a" / "brand.yml").resolve()
    (tmp_path / "a" / "b" / ".git").mkdir()
    assert find_brand(seed) is None


def test_a_brand_that_is_named_must_be_there(tmp_path):
    from briefbook.brand.read import read_brand

    with pytest.raises(Unreadable, match="no such file"):
        read_brand(tmp_path / "brand.yml")


def test_the_ministry_lies_in_the_documentation():
    assert (MINISTRY / "_brand.yml").is_file()
