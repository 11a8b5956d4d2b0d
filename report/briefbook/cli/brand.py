"""The command `brand`: what a brand comes to, whether it can be read, and how it looks."""

from __future__ import annotations

import argparse
from collections.abc import Iterator
from importlib.resources import as_file, files
from pathlib import Path
from typing import TYPE_CHECKING

from briefbook.cli.terminal import format_of, print_files, progress, tell
from briefbook.errors import Problems, SourceLocation, Unreadable

if TYPE_CHECKING:
    from briefbook.brand.read import Brand
    from briefbook.model import Briefing
    from briefbook.theme.look import LentFile

_NAME = "specimen"


def brand_command(options: argparse.Namespace) -> int:
    """Tell what a brand holds and what of it is used; write specimens of both documents if asked.

    Raises Problems with everything that cannot be read.
    """
    from briefbook.brand import lent_of
    from briefbook.brand.read import read_brand
    from briefbook.cache import opened

    with opened():
        brand = read_brand(_file(options.what))
        briefing = _briefing(options.what)
        lent = lent_of(options.what) if briefing else ()
        if briefing:
            _check_letters(briefing, brand, lent)
        tell(brand.warnings, options)
        if format_of(options).is_data:
            return 0
        for line in _told(brand):
            print(line)
        if options.out and not options.check:
            print_files(_write_specimens(brand, briefing, lent, options.out))
    return 0


def _file(what: Path) -> Path:
    """Return the brand's file: the one that is named, or that of a seed or folder."""
    from briefbook.brand import find_brand
    from briefbook.brand.find import NAMES
    from briefbook.brand.wear import meant

    if not what.is_dir():
        return meant(what)
    found = find_brand(what)
    if found is None:
        hint = f"it is called {' or '.join(NAMES)}; docs/brand.md has one to start from"
        message = "there is no brand here, nor in the three folders above"
        raise Unreadable(message, place=SourceLocation(str(what)), hint=hint)
    return found


def _briefing(what: Path) -> Briefing | None:
    from briefbook.model.reader import MODEL, read_briefing

    return read_briefing(what) if (what / MODEL).is_file() else None


def _check_letters(briefing: Briefing, brand: Brand, lent: tuple[LentFile, ...]) -> None:
    """Raise Problems where a seed has letters that the brand's faces lack, and none lends."""
    from briefbook.brand import wearing_brand
    from briefbook.checks.faces import check_faces
    from briefbook.evidence.resolve import resolve

    with wearing_brand(brand, lent):
        if problems := tuple(check_faces(resolve(briefing))):
            raise Problems(problems)


def _told(brand: Brand) -> Iterator[str]:
    from briefbook.brand.colours import OTHERS, ROLES
    from briefbook.theme.wcag import contrast
    from briefbook_figures import palette

    yield f"{brand.name} ({brand.file})"
    yield "\ncolours, and their contrast on white:"
    for role in (*ROLES, *OTHERS, "link"):
        if role in brand.colours:
            colour = brand.colours[role].value
            unused = "  not used" if role in ("danger", "dark") else ""
            yield f"  {role:<11} {colour}  {contrast(colour, palette.WHITE):4.1f}:1{unused}"
        elif role in ROLES:
            yield f"  {role:<11} {ROLES[role]}  Briefbook’s own: the brand names none"
    yield "\ntypefaces:"
    if not brand.faces.cuts:
        yield "  Briefbook’s own: the brand names none"
    scales = {face.path: face.scale for face in brand.look.faces.values()}
    for family, cut, use in brand.faces.cuts:
        scale = scales.get(cut.face.path, 1.0)
        smaller = f", set at {scale:.0%} of its size" if scale < 1 else ""
        yield f"  {family} {cut.weight}{' italic' if cut.is_italic else ''}: {use}"
        yield f"    {cut.face.path}: {cut.permission}{smaller}; licence: {cut.licence}"
    if brand.look.body:
        yield f"  the deck names {brand.look.body.name}; whoever shows it needs the typeface installed"
    yield "\nlogo:"
    for logo, use in (
        (brand.look.paper_logo, "paper"),
        (brand.look.cover_logo, "cover of the deck"),
    ):
        size = f"{logo.image.width_px} × {logo.image.height_px}, “{logo.alt}”" if logo else "none"
        yield f"  {use}: {size}"
    if brand.profile:
        yield f"\nprint: {brand.profile.name} ({brand.profile.condition})"


def _write_specimens(
    brand: Brand, briefing: Briefing | None, lent: tuple[LentFile, ...], out: Path
) -> tuple[Path, ...]:
    """Write both documents in the brand: of the seed, or of the example that every copy has."""
    from briefbook.documents import compose_documents
    from briefbook.model.reader import read_briefing
    from briefbook.output import write_together

    if briefing is None:
        with as_file(files("briefbook.example")) as folder:
            briefing = read_briefing(folder)
    made = compose_documents(briefing, brand=brand, lent=lent, report=progress)
    named = {f"{_NAME}{Path(name).suffix}": data for name, data in made.outputs.items()}
    write_together(out, named)
    return tuple(out / name for name in named)
