"""A deck in 4:3, and a short one: the same slots in other places, the same statements and fewer of them."""

from __future__ import annotations

import json
from dataclasses import replace
from pathlib import Path

import pytest

from briefbook.build import build
from briefbook.build_forms import Wishes
from briefbook.cli import main
from briefbook.deck.compose import compose_deck
from briefbook.deck.design import DESIGNS, DeckForm
from briefbook.deck.fit import fit_deck
from briefbook.deck.plan import Deck
from briefbook.deck.pptx import export_template, render_pptx
from briefbook.evidence.resolve import resolve
from briefbook.exhibits import make_charts
from briefbook.model import Briefing
from briefbook.model.reader import read_briefing
from briefbook.text import Run
from briefbook.verify import verify
from tests import tools
from tests.deck import lint
from tests.deck.plans import rich_deck
from tests.seeds import EXAMPLE, KETTERIA, TAJIKISTAN

pytestmark = pytest.mark.usefixtures("keeping")

FOUR_THREE = DESIGNS["4:3"]
SEEDS = [TAJIKISTAN, KETTERIA, EXAMPLE]


def planned(briefing: Briefing, form: DeckForm) -> Deck:
    resolved, charts = resolve(briefing), make_charts(briefing)
    return fit_deck(compose_deck(resolved, charts, "2026-11-23T00:00:00Z", form=form))


def said(deck: Deck) -> set[str]:
    return {
        run.statement
        for text in deck.texts()
        if text.is_seen
        for run in text.text
        if isinstance(run, Run) and run.statement
    }


@pytest.fixture(scope="module")
def rich() -> bytes:
    return render_pptx(fit_deck(replace(rich_deck(), design=FOUR_THREE)))


def test_both_formats_have_the_same_layouts_with_the_same_slots() -> None:
    wide, other = (
        {name: [(s.name, s.idx, s.kind, s.role) for s in layout.slots] for name, layout in d.layouts.items()}
        for d in DESIGNS.values()
    )  # fmt: skip
    assert wide == other


def test_slides_of_four_three_are_four_to_three() -> None:
    assert FOUR_THREE.width_pt * 3 == FOUR_THREE.height_pt * 4


def test_nothing_that_validators_miss_is_wrong_in_four_three(rich: bytes) -> None:
    assert lint.lint(rich) == []


@pytest.mark.npm
def test_validators_are_content_with_four_three(rich: bytes, tmp_path: Path) -> None:
    for name, data in (("rich", rich), ("template", export_template(design=FOUR_THREE))):
        path = tmp_path / f"{name}.pptx"
        path.write_bytes(data)
        assert tools.openxml_audit(path) + tools.ooxml_sdk(path, ("Microsoft365",)) == [], name


@pytest.mark.slow
@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.name)
def test_what_a_deck_says_does_not_depend_on_its_format(seed: Path) -> None:
    briefing = read_briefing(seed)
    wide, other = (planned(briefing, DeckForm(design)) for design in DESIGNS.values())
    assert said(wide) == said(other)


@pytest.mark.slow
@pytest.mark.parametrize("seed", SEEDS, ids=lambda seed: seed.name)
def test_a_short_deck_says_less_and_nothing_else(seed: Path) -> None:
    briefing = read_briefing(seed)
    whole, short = (planned(briefing, DeckForm(is_short=is_short)) for is_short in (False, True))
    assert len(short.slides) <= 6
    assert not any(slide.is_hidden for slide in short.slides)
    ids = [slide.id for slide in whole.slides]
    assert [slide.id for slide in short.slides] == [
        id_ for id_ in ids if id_ in {slide.id for slide in short.slides}
    ], "in the order of the whole deck"
    assert ids[:2] == [slide.id for slide in short.slides[:2]]
    assert said(short) <= said(whole)


@pytest.mark.slow
def test_a_short_deck_shows_the_lead_and_what_bears_its_answer() -> None:
    short = planned(read_briefing(TAJIKISTAN), DeckForm(is_short=True))
    shown = [slide.exhibit for slide in short.slides if slide.exhibit]
    assert shown == ["border-map", "obligations-by-year"]


@pytest.mark.slow
@pytest.mark.parametrize("ratio", DESIGNS)
def test_a_short_deck_has_files_of_its_own_and_its_manifest_says_what_it_lacks(
    ratio: str, tmp_path: Path
) -> None:
    wishes = Wishes(slides=ratio)
    full = build(EXAMPLE, tmp_path, pdf=False, wishes=wishes)
    short = build(EXAMPLE, tmp_path, pdf=False, wishes=replace(wishes, variant="short"))
    assert [path.name for path in short.files] == ["example-short.pptx", "example-short.json"]
    whole, less = (json.loads(made.files[-1].read_bytes()) for made in (full, short))
    assert (whole.get("variant"), less["variant"]) == (None, "short")
    everything = [slide["id"] for slide in whole["deck"]["slides"]]
    kept = [slide["id"] for slide in less["deck"]["slides"]]
    assert [gone["id"] for gone in less["left_out"]["slides"]] == [
        id_ for id_ in everything if id_ not in kept
    ]
    printed = {fact["statement"] for fact in less["facts"] if fact["slides"]}
    assert printed.isdisjoint(less["left_out"]["statements"])
    assert verify((full.files[0],)) == verify((short.files[0],)) == ()


@pytest.mark.slow
def test_a_deck_said_to_be_of_another_format_is_found(tmp_path: Path) -> None:
    wide = build(EXAMPLE, tmp_path / "wide", pdf=False)
    other = build(EXAMPLE, tmp_path / "other", pdf=False, wishes=Wishes(slides="4:3"))
    rules = {problem.rule for problem in verify((wide.files[0],), other.files[-1])}
    assert "slide-size" in rules


def test_a_short_paper_is_not_promised(tmp_path: Path, capsys) -> None:
    arguments = ["build", str(EXAMPLE), "--out", str(tmp_path), "--variant", "short", "--pdf"]
    assert main(arguments) == 2
    assert "the deck" in capsys.readouterr().err
    assert not list(tmp_path.iterdir())
