"""Printed slides and handouts read back: true files are clean, and every change is found and named."""

from __future__ import annotations

import dataclasses
import io
import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import pikepdf
import pytest

from briefbook import cli
from briefbook.build import build
from briefbook.deck.compose import compose_deck
from briefbook.deck.fit import fit_deck
from briefbook.deck.pdf import render_handout, render_slides
from briefbook.deck.plan import Deck, Notes, Picture
from briefbook.deck.printing import for_print
from briefbook.documents import created_at
from briefbook.errors import WrongUse
from briefbook.evidence.resolve import resolve
from briefbook.exhibits import make_charts
from briefbook.model.reader import read_briefing
from briefbook.verify import verify
from briefbook_figures.display_list import TextMark
from tests.seeds import EXAMPLE
from tests.verify import photos
from tests.verify.tampering import _with

pytestmark = pytest.mark.slow

BOTH = frozenset(("slides", "handout"))
RENDERERS: dict[str, Callable[[Deck], bytes]] = {"slides": render_slides, "handout": render_handout}


@pytest.fixture(scope="module")
def deck() -> Deck:
    """The plan of the example with a photograph."""
    briefing = read_briefing(photos.shown())
    charts = make_charts(briefing)
    composed = compose_deck(resolve(briefing), charts, created_at(briefing))
    return for_print(fit_deck(composed))


@pytest.fixture(scope="module")
def files(tmp_path_factory) -> dict[str, Path]:
    made = build(photos.shown(), tmp_path_factory.mktemp("built"), prints=BOTH).files
    return {path.name.removeprefix("example"): path for path in made}


def found(data: bytes, name: str, files: dict[str, Path], folder: Path) -> list[Any]:
    """Return the problems of a changed file beside its change itself."""
    path = folder / f"example-{name}.pdf"
    path.write_bytes(data)
    problems = verify((path,), files[".json"])
    assert "file-changed" in {problem.rule for problem in problems}
    return [problem for problem in problems if problem.rule != "file-changed"]


def edited(path: Path, edit: Callable[[pikepdf.Pdf], None]) -> bytes:
    with pikepdf.open(path) as pdf:
        edit(pdf)
        out = io.BytesIO()
        pdf.save(out)
    return out.getvalue()


@pytest.mark.parametrize("name", RENDERERS)
def test_a_file_finds_its_manifest_by_the_briefings_name(name, files) -> None:
    assert verify((files[f"-{name}.pdf"],)) == ()


@pytest.mark.parametrize("name", RENDERERS)
def test_a_renamed_file_is_known_by_its_bytes(name, files, tmp_path) -> None:
    path = tmp_path / "received.pdf"
    path.write_bytes(files[f"-{name}.pdf"].read_bytes())
    assert verify((path,), files[".json"]) == ()


def test_two_files_of_one_sort_are_wrong_use(files) -> None:
    with pytest.raises(WrongUse):
        verify((files["-slides.pdf"], files["-slides.pdf"]))


@pytest.mark.parametrize("name", RENDERERS)
def test_a_file_that_was_only_saved_again_is_changed_and_nothing_else(
    name, files, tmp_path
) -> None:
    data = edited(files[f"-{name}.pdf"], lambda _: None)
    assert found(data, name, files, tmp_path) == []


@pytest.mark.parametrize("name", RENDERERS)
def test_other_words_on_a_slide_are_named_with_their_statement(name, deck, files, tmp_path) -> None:
    old, new = "$14\u00a0million", "$15\u00a0million"
    changed = _with(deck, old, new)
    changed = dataclasses.replace(
        changed,
        slides=tuple(
            dataclasses.replace(slide, notes=before.notes)
            for slide, before in zip(changed.slides, deck.slides, strict=True)
        ),
    )
    assert changed != deck
    problems = found(RENDERERS[name](changed), name, files, tmp_path)
    differs = [problem for problem in problems if problem.rule == "text-differs"]
    assert differs
    assert any(problem.statement for problem in differs)
    assert all("15" in problem.message for problem in differs)


@pytest.mark.parametrize("name", RENDERERS)
def test_another_word_in_a_drawn_chart_is_found(name, deck, files, tmp_path) -> None:
    charts = [f.content for s in deck.slides for f in s.fills if isinstance(f.content, Picture)]
    words = [m.text for c in charts for m in c.drawing.marks if isinstance(m, TextMark)]
    value = next(word for word in words if word.startswith("$14"))
    slides = tuple(
        dataclasses.replace(
            slide,
            fills=tuple(
                dataclasses.replace(
                    fill,
                    content=dataclasses.replace(
                        fill.content, drawing=_with(fill.content.drawing, value, "$987M")
                    ),
                )
                if isinstance(fill.content, Picture)
                else fill
                for fill in slide.fills
            ),
        )
        for slide in deck.slides
    )
    data = RENDERERS[name](dataclasses.replace(deck, slides=slides))
    problems = found(data, name, files, tmp_path)
    assert any("987" in problem.message for problem in problems)


def test_another_note_in_a_handout_is_found(deck, files, tmp_path) -> None:
    slide = next(slide for slide in deck.slides if slide.notes.said)
    other = dataclasses.replace(
        slide, notes=Notes(("Say what nobody wrote.",), slide.notes.passages)
    )
    slides = tuple(other if one is slide else one for one in deck.slides)
    data = render_handout(dataclasses.replace(deck, slides=slides))
    problems = found(data, "handout", files, tmp_path)
    assert [p for p in problems if "nobody wrote" in p.message and "notes" in str(p.place)]


@pytest.mark.parametrize("name", RENDERERS)
def test_a_slide_that_was_left_out_is_missing(name, deck, files, tmp_path) -> None:
    data = RENDERERS[name](dataclasses.replace(deck, slides=(*deck.slides[:2], *deck.slides[3:])))
    rules = [problem.rule for problem in found(data, name, files, tmp_path)]
    assert rules.count("slide-missing") == 1


@pytest.mark.parametrize("name", RENDERERS)
def test_slides_in_another_order_are_found(name, deck, files, tmp_path) -> None:
    first, second, third, *rest = deck.slides
    data = RENDERERS[name](dataclasses.replace(deck, slides=(first, third, second, *rest)))
    assert "slide-order" in {p.rule for p in found(data, name, files, tmp_path)}


@pytest.mark.parametrize("name", RENDERERS)
def test_words_outside_of_the_structure_are_found(name, deck, files, tmp_path) -> None:
    meta = dataclasses.replace(deck.meta, footer="Approved by the Minister")
    problems = found(RENDERERS[name](dataclasses.replace(deck, meta=meta)), name, files, tmp_path)
    said = [problem for problem in problems if problem.rule == "header-footer"]
    assert len(said) >= len(deck.slides) - 1
    assert all("Approved by the Minister" in problem.message for problem in said)


def test_another_description_of_a_table_or_chart_is_found(files, tmp_path) -> None:
    def edit(pdf: pikepdf.Pdf) -> None:
        for entry in pdf.objects:
            if isinstance(entry, pikepdf.Dictionary) and entry.get("/S") == "/Table":
                entry.A.Summary = pikepdf.String("Table of 99 rows")
                return
        pytest.fail("no table has a summary")

    problems = found(edited(files["-slides.pdf"], edit), "slides", files, tmp_path)
    assert {problem.rule for problem in problems} == {"alt-text"}


@pytest.mark.parametrize("name", RENDERERS)
def test_what_is_put_on_top_of_a_page_is_found(name, files, tmp_path) -> None:
    def edit(pdf: pikepdf.Pdf) -> None:
        note = pikepdf.Dictionary(
            Type=pikepdf.Name.Annot, Subtype=pikepdf.Name.FreeText, Rect=[9, 9, 99, 99],
            Contents=pikepdf.String("Not so"),
        )  # fmt: skip
        page = pdf.pages[1]
        page.Annots = pdf.make_indirect(
            pikepdf.Array([*page.get("/Annots", ()), pdf.make_indirect(note)])
        )

    problems = found(edited(files[f"-{name}.pdf"], edit), name, files, tmp_path)
    assert [problem.rule for problem in problems] == ["added"]


@pytest.mark.parametrize("name", RENDERERS)
def test_another_title_of_the_file_is_found(name, deck, files, tmp_path) -> None:
    meta = dataclasses.replace(deck.meta, title="Another briefing")
    problems = found(RENDERERS[name](dataclasses.replace(deck, meta=meta)), name, files, tmp_path)
    assert {problem.rule for problem in problems} == {"properties"}


@pytest.mark.parametrize("name", RENDERERS)
def test_another_photograph_is_found(name, files, tmp_path) -> None:
    def edit(pdf: pikepdf.Pdf) -> None:
        for entry in pdf.objects:
            if isinstance(entry, pikepdf.Stream) and entry.get("/Subtype") == "/Image":
                data = entry.read_raw_bytes()
                other = data[:-1] + bytes((data[-1] ^ 1,))
                entry.write(other, filter=pikepdf.Name(str(entry.Filter)))
                return
        pytest.fail("the deck shows no photograph")

    problems = found(edited(files[f"-{name}.pdf"], edit), name, files, tmp_path)
    assert "image" in {problem.rule for problem in problems}


def test_a_later_build_of_the_deck_alone_keeps_what_the_ledger_knows_of_the_pages(tmp_path) -> None:
    build(EXAMPLE, tmp_path, prints=BOTH)
    build(EXAMPLE, tmp_path, pdf=False)
    assert verify((tmp_path / "example-slides.pdf", tmp_path / "example-handout.pdf")) == ()


def test_the_command_writes_only_what_is_asked_for(tmp_path, capsys) -> None:
    arguments = ["build", str(EXAMPLE), "--out", str(tmp_path)]
    assert cli.main([*arguments, "--slides-pdf"]) == 0
    assert {path.name for path in tmp_path.iterdir()} == {"example-slides.pdf", "example.json"}
    assert cli.main([*arguments, "--handout", "--pptx"]) == 0
    names = {"example-slides.pdf", "example-handout.pdf", "example.pptx"}
    assert {path.name for path in tmp_path.iterdir()} == {*names, "example.json"}
    outputs = json.loads((tmp_path / "example.json").read_text(encoding="utf-8"))["outputs"]
    assert set(outputs) == names
    assert not any(entry["is_stale"] for entry in outputs.values())
    assert cli.main(["verify", *(str(tmp_path / name) for name in sorted(names))]) == 0
    capsys.readouterr()
