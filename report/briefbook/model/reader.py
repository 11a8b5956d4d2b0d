"""A seed folder into a Briefing: the YAML, the sources' texts, and the series' figures."""

from __future__ import annotations

import dataclasses
import hashlib
from contextvars import ContextVar
from functools import lru_cache
from pathlib import Path
from typing import TYPE_CHECKING

from briefbook.errors import BriefbookError, Problem, Problems, SourceLocation, Unreadable
from briefbook.frozen import replace
from briefbook.language.document import Document
from briefbook.model import Briefing, Exhibit, Series, Source
from briefbook.model.briefing import FORMAT
from briefbook.model.decode import Decoder
from briefbook.model.limits import check_limits
from briefbook.model.locations import place_of
from briefbook.model.nodes import compose
from briefbook.model.params import Instance, bound, declared
from briefbook.model.series_file import read_points
from briefbook.output import recover
from briefbook.sources.read import read_bytes, read_seed_document, refuse_address, utf8_text

if TYPE_CHECKING:
    from briefbook.model.reread import Kept

MODEL = "briefing.yaml"
MAX_MODEL_BYTES = 5 * 1024 * 1024
MAX_SERIES_BYTES = 5 * 1024 * 1024
KEPT: ContextVar[Kept | None] = ContextVar("kept", default=None)
"""What was read before, for whoever reads a briefing again and again (`reread`)."""


def read_briefing(seed: Path, instance: Instance | None = None) -> Briefing:
    """Return the briefing in a seed folder.

    Raises Unreadable when a file cannot be read at all, Problems with everything that is wrong
    in the model's form. Whether its statements hold is `checks.py`'s business.
    """
    briefing, problems = read_as_meant(seed, instance)
    if problems:
        raise Problems(problems)
    return briefing


def read_as_meant(
    seed: Path, instance: Instance | None = None
) -> tuple[Briefing, tuple[Problem, ...]]:
    """Return the briefing in a seed folder as it is meant, and what is misspelt in its form.

    So whoever checks a briefing can tell all that is wrong with it at once. Raises likewise where
    too much is wrong.
    """
    path = seed / MODEL
    data = model_bytes(seed)
    briefing, problems = read_form(utf8_text(data, path), str(path), instance)
    try:
        read, told = _with_files(
            briefing, seed, str(path), hashlib.sha256(data).hexdigest(), problems
        )
    except Problems as error:
        raise Problems((*problems, *error.problems)) from error
    if instance:
        read = dataclasses.replace(read, id=f"{read.id}-{instance.key}")
    return read, (*problems, *told)


def read_form(
    text: str, file: str, instance: Instance | None = None
) -> tuple[Briefing, tuple[Problem, ...]]:
    """Return the briefing that a text is, without its sources and series, and what is misspelt.

    `instance` has the values of its parameters; without it they have their defaults.

    Raises Problems where too much is wrong.
    """
    return _form(text, file) if instance is None else _decoded(text, file, instance)


@lru_cache(maxsize=1)
def _form(text: str, file: str) -> tuple[Briefing, tuple[Problem, ...]]:
    """Return the form of the text that was read last once: who writes a file reads it again at once."""
    return _decoded(text, file, None)


def _decoded(
    text: str, file: str, instance: Instance | None
) -> tuple[Briefing, tuple[Problem, ...]]:
    known = KEPT.get() if instance is None else None
    decoder = Decoder(kept=known)
    nodes = known.compose(text, file) if known else compose(text, file)
    root = bound(nodes, instance)
    if not any(key.text == "format" for key, _ in root.items):
        from briefbook.model.migrate import upgrade  # one that says its format is of the newest

        root, _ = upgrade(root)
    briefing = decoder.decode(root, Briefing)
    if briefing is None:
        raise Problems(tuple(decoder.problems))
    if not 1 <= briefing.format <= FORMAT:
        message = f"format {briefing.format} is not known; this Briefbook reads 1 to {FORMAT}"
        hint = "install a newer Briefbook"
        raise Problems((Problem(SourceLocation(file), message, hint, rule="format"),))
    if beyond := check_limits(briefing, root):
        raise Problems((*decoder.problems, *beyond))
    return briefing, tuple(decoder.problems)


def read_instances(seed: Path, table: Path) -> tuple[Instance, ...]:
    """Return the outputs that a table of values asks for; raises Problems, Unreadable."""
    path = seed / MODEL
    root = compose(utf8_text(model_bytes(seed), path), str(path))
    params = declared(root)
    if not params:
        bound(root, Instance("", {}))
    from briefbook.model.params_table import read_table

    return read_table(table, params)


def model_bytes(seed: Path) -> bytes:
    """Return what a seed's briefing.yaml holds; raises Unreadable."""
    if seed.is_file():
        raise Unreadable(
            "this is a file, and a seed is the folder that holds briefing.yaml",
            place=SourceLocation(str(seed)),
            hint=f"give the folder: {seed.parent}",
        )
    if not seed.is_dir():
        refuse_address(seed)
        raise Unreadable(
            "there is no such folder",
            place=SourceLocation(str(seed)),
            hint="give a seed folder, one that holds briefing.yaml",
        )
    if _is_no_text(seed.name):
        raise Unreadable(
            "the folder's name is not UTF-8, and the outputs are named by it",
            place=SourceLocation(str(seed)),
            hint="rename the folder",
        )
    recover(seed)
    return read_bytes(seed / MODEL, MAX_MODEL_BYTES)


def _is_no_text(name: str) -> bool:
    """Tell whether a file name has bytes that are no UTF-8, which Python keeps as surrogates."""
    try:
        name.encode("utf-8")
    except UnicodeEncodeError:
        return True
    return False


def _with_files(
    briefing: Briefing, seed: Path, file: str, sha256: str, misread: tuple[Problem, ...]
) -> tuple[Briefing, tuple[Problem, ...]]:
    problems: list[Problem] = []
    told: list[Problem] = []
    documents = {
        str(source.id): _document(seed, source, problems, told) for source in briefing.sources
    }
    damaged = {problem.statement for problem in misread}
    series = [_series(seed, entry, damaged, told) for entry in briefing.series]
    exhibits = tuple(_with_image(seed, exhibit, problems) for exhibit in briefing.exhibits)
    if problems:
        raise Problems((*problems, *told))
    read = dataclasses.replace(
        briefing,
        id=seed.resolve().name,
        file=file,
        sha256=sha256,
        documents=tuple((id_, text) for id_, text in documents.items() if text),
        series=tuple(series),
        exhibits=exhibits,
    )
    return read, tuple(told)


def _inside(seed: Path, name: str) -> Path:
    """Return a file of the seed folder; raises Unreadable for anything outside, or a link."""
    path = seed / name
    at = SourceLocation(str(path))
    if Path(name).is_absolute() or ".." in Path(name).parts:
        hint = "copy the file into the seed folder"
        raise Unreadable(f"“{name}” lies outside the seed folder", place=at, hint=hint)
    steps = [
        seed.joinpath(*Path(name).parts[:count]) for count in range(1, len(Path(name).parts) + 1)
    ]
    if any(step.is_symlink() for step in steps):
        hint = "copy the file itself into the seed folder"
        raise Unreadable(f"“{name}” is a symbolic link", place=at, hint=hint)
    return path


def _document(
    seed: Path, source: Source, problems: list[Problem], told: list[Problem]
) -> Document | None:
    """Return a source's text; `told` takes what is wrong and leaves the text to be checked."""
    try:
        document = read_seed_document(_inside(seed, source.file))
    except BriefbookError as error:
        problems.append(_unreadable(error, source.place, source.file))
        return None
    if not source.sha256:
        message = f"“{source.file}” has no recorded hash"
        hint = f"look at it, and write: sha256: {document.sha256}"
        told.append(Problem(source.place, message, hint, rule="source-changed"))
    elif document.sha256 != source.sha256:
        problems.append(
            Problem(
                place_of(source.sha256, source.place),
                f"“{source.file}” is not the text that was recorded: its SHA-256 is {document.sha256}",
                "put the recorded text back, or check every quote against the new one and record it",
                rule="source-changed",
            )
        )
        return None
    return document


def _unreadable(error: BriefbookError, place: SourceLocation, name: str) -> Problem:
    where = f" (line {error.place.line})" if error.place and error.place.line else ""
    return Problem(place, f"“{name}”{where}: {error.message}", error.hint, rule="file")


def _series(seed: Path, series: Series, damaged: set[str], told: list[Problem]) -> Series:
    """Return a series with its figures; without them, and a problem of its id, where they cannot be read."""
    id_ = str(series.id)
    try:
        data = read_bytes(_inside(seed, series.file), MAX_SERIES_BYTES)
        sha256 = hashlib.sha256(data).hexdigest()
        read = dataclasses.replace(series, points=_points(data, series), sha256=sha256)
    except Problems as error:
        # A unit that is not known cannot tell which cells are right.
        told += [replace(p, statement=id_) for p in error.problems if id_ not in damaged]
        return series
    except BriefbookError as error:
        told.append(replace(_unreadable(error, series.place, series.file), statement=id_))
        return series
    if not series.sha256 or series.sha256 == sha256:
        return read
    told.append(
        Problem(
            place_of(series.sha256, series.place),
            f"“{series.file}” is not the data that were recorded: its SHA-256 is {sha256}",
            "put the recorded file back, or check the figures that rest on it and record it",
            "series-changed",
            id_,
        )
    )
    return read


_points = lru_cache(maxsize=32)(read_points)
"""Figures are read again only where they, or what is said of them, have changed."""


def _with_image(seed: Path, exhibit: Exhibit, problems: list[Problem]) -> Exhibit:
    """Return an exhibit with the picture that its form names, if that is an image."""
    form = exhibit.image
    if form is None:
        return exhibit
    from briefbook.model.image_file import MAX_IMAGE_BYTES, read_image  # loads Pillow

    try:
        data = read_bytes(_inside(seed, form.file), MAX_IMAGE_BYTES)
    except BriefbookError as error:
        problems.append(_unreadable(error, form.place, form.file))
        return exhibit
    sha256 = hashlib.sha256(data).hexdigest()
    if form.sha256 != sha256:
        said = "is not the picture that was recorded" if form.sha256 else "has no recorded hash"
        hint = (
            "put that one back, or look at this one and record it"
            if form.sha256
            else "look at it, and write"
        )
        problems.append(
            Problem(
                place_of(form.sha256, form.place),
                f"“{form.file}” {said}: its SHA-256 is {sha256}",
                f"{hint}: sha256: {sha256}",
                rule="image-changed",
                statement=str(exhibit.id),
            )
        )
        return exhibit
    try:
        raster = read_image(data)
    except Unreadable as error:
        message = f"“{form.file}”: {error.message}"
        place = place_of(form.file, form.place)
        problems.append(Problem(place, message, error.hint, "image-file", str(exhibit.id)))
        return exhibit
    return dataclasses.replace(exhibit, image=dataclasses.replace(form, raster=raster))
