"""The deck as an argument: what an audience sees, in which order, and that nothing is said twice."""

from __future__ import annotations

import dataclasses
import re
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from briefbook.deck.compose import compose_deck
from briefbook.deck.design import DESIGNS, DeckForm, using
from briefbook.deck.fit import fit_deck
from briefbook.deck.layouts import LAYOUTS
from briefbook.deck.pdf.fitting import fit_texts
from briefbook.deck.plan import Deck, Paras, Slide, Table
from briefbook.evidence.resolve import resolve
from briefbook.exhibits import make_charts
from briefbook.model import Assessment, Briefing, Claim, Confidence
from briefbook.model.reader import read_briefing
from briefbook.text import PrintedText, Role, Run, StatementType, Style, Tag, plain
from tests.seeds import EXAMPLE, KETTERIA, TAJIKISTAN

FIGURE = re.compile(r"[$£€]\d[\d.,]*(?: ?(?:million|billion|[MB])\b)?|\d[\d.,]*(?: ?%| percent)")
SEEDS = [TAJIKISTAN, KETTERIA]


def deck_of(briefing: Briefing) -> Deck:
    plan = compose_deck(resolve(briefing), make_charts(briefing), "2026-11-23T00:00:00Z")
    return fit_deck(plan)


def visible(deck: Deck) -> list[Slide]:
    return [slide for slide in deck.slides if not slide.is_hidden]


def seen(slide: Slide) -> Iterator[PrintedText]:
    """What stands on a slide but the tracker, which every slide has, and the source line."""
    for text in slide.texts():
        if text.is_seen and not text.place.endswith((", tracker", ", source")):
            yield text


def said(text: PrintedText) -> str:
    return " ".join(plain(text.text).replace("\u00a0", " ").split())


@pytest.fixture(scope="module", params=SEEDS, ids=lambda seed: seed.name)
def seed(request: pytest.FixtureRequest) -> Path:
    path: Path = request.param
    return path


@pytest.fixture(scope="module")
def briefing(seed: Path) -> Briefing:
    return read_briefing(seed)


@pytest.fixture(scope="module")
def deck(briefing: Briefing) -> Deck:
    return deck_of(briefing)


def test_no_statement_stands_on_more_than_two_visible_slides(deck: Deck) -> None:
    """One that is a reason for the answer comes back where it is shown; nothing comes a third time."""
    slides = [
        {
            run.statement
            for text in seen(slide)
            if text.role is Role.STATEMENT
            for run in text.text
            if isinstance(run, Run) and run.statement not in ("", "remark", slide.exhibit)
        }
        for slide in visible(deck)
    ]
    counts = Counter(statement for found in slides for statement in found)
    assert counts
    assert {statement: n for statement, n in counts.items() if n > 2} == {}


def test_no_text_is_printed_on_two_visible_slides_but_a_reason_with_its_exhibit(deck: Deck) -> None:
    texts = [(said(text), slide.id) for slide in visible(deck) for text in seen(slide)]
    long = {text for text, _ in texts if len(text.split()) > 4}
    places = {text: {id_ for said_, id_ in texts if said_ == text} for text in long}
    twice = {text: on for text, on in places.items() if len(on) > 1}
    assert all("bottom-line" in on and len(on) == 2 for on in twice.values()), twice


def test_no_figure_stands_on_more_than_two_visible_slides(deck: Deck) -> None:
    counts: Counter[str] = Counter()
    for slide in visible(deck):
        words = " ".join(said(text) for text in seen(slide) if text.role is not Role.DRAWING)
        found = {
            match[0].replace(" million", "M").replace(" percent", "%")
            for match in FIGURE.finditer(words)
        }
        counts.update(found)
    assert counts
    assert {figure: n for figure, n in counts.items() if n > 2} == {}


def test_an_audience_sees_no_locator_and_no_tag_of_what_is_reported(deck: Deck) -> None:
    for slide in visible(deck):
        for text in slide.texts():
            if text.is_seen:
                assert "¶" not in said(text)
                kinds = {part.kind for part in text.text if isinstance(part, Tag)}
                assert kinds <= {StatementType.ATTRIBUTED, StatementType.COMPUTED}


def test_locators_stay_in_the_notes_and_on_the_hidden_slides(deck: Deck) -> None:
    answer = next(slide for slide in deck.slides if slide.id == "bottom-line")
    assert any("¶" in note for note in answer.notes.passages)
    hidden = " ".join(said(text) for s in deck.slides if s.is_hidden for text in s.texts())
    assert "¶" in hidden


def test_hidden_slides_come_after_the_close(deck: Deck) -> None:
    flags = [slide.is_hidden for slide in deck.slides]
    assert flags == sorted(flags)
    assert {s.id for s in deck.slides if s.is_hidden} >= {"sources", "evidence"}


def test_text_slides_have_at_most_four_statements_of_45_words(deck: Deck) -> None:
    for slide in visible(deck):
        if slide.layout.startswith("points"):
            rows = [
                said(t) for t in seen(slide) if ", row-" in t.place and t.role is Role.STATEMENT
            ]
            assert 2 <= len(rows) <= 4
            assert sum(len(row.split()) for row in rows) <= 45


def test_a_table_that_an_audience_sees_has_three_rows_or_more(deck: Deck) -> None:
    for slide in visible(deck):
        for fill in slide.fills:
            if isinstance(fill.content, Table) and slide.id[-2:] not in ("-2", "-3"):
                assert len(fill.content.rows) >= 3


def test_all_body_text_that_an_audience_sees_is_18_or_16_points(deck: Deck) -> None:
    body = {"reason", "row", "block", "phase", "takeaway", "implication", "question", "table"}
    for slide in visible(deck):
        for fill in slide.fills:
            if LAYOUTS[slide.layout].slot(fill.slot).family in body:
                assert isinstance(fill.content, Paras | Table)
                assert fill.content.size_pt in (18, 16), (slide.id, fill.slot)


def test_the_tracker_names_all_sections_and_sets_the_current_one_apart(
    deck: Deck, briefing: Briefing
) -> None:
    shown = {str(s.title): str(s.running or s.title) for s in briefing.sections}
    names = list(shown.values())
    found = 0
    for slide in visible(deck)[1:]:
        [tracker] = [text for text in slide.texts() if text.place.endswith(", tracker")]
        assert [name for name in names if name in said(tracker)]
        current = [
            run.text for run in tracker.text if isinstance(run, Run) and run.style is Style.PLAIN
        ]
        assert len(current) <= 1
        found += current == [shown.get(slide.section, "")]
    assert found >= 3


def test_what_stands_behind_the_close_says_so_in_the_trackers_place(deck: Deck) -> None:
    for slide in deck.slides:
        trackers = [said(text) for text in slide.texts() if text.place.endswith(", tracker")]
        assert (trackers == ["Backup"]) == slide.is_hidden, slide.id


# ── The close ────────────────────────────────────────────────────────────────────────────────────


def judged(**changes: object) -> Briefing:
    """The example with judgements of its own, beyond what it states."""
    briefing = read_briefing(EXAMPLE)
    more = tuple(
        Claim(
            f"imp-{n}",
            StatementType.JUDGEMENT,
            f"What follows, number {n}.",
            supported_by=("bridge",),
        )
        for n in (1, 2)
    )
    return dataclasses.replace(briefing, claims=(*briefing.claims, *more), **changes)  # type: ignore[arg-type]


SURE = tuple(
    Assessment(f"Finding {level}", level, "Told by one passage.", ("bridge",))
    for level in Confidence
)


def test_how_sure_we_are_stands_beside_each_finding() -> None:
    deck = deck_of(judged(assessments=SURE))
    slide = next(slide for slide in visible(deck) if slide.id == "sureness")
    words = [said(text) for text in seen(slide)]
    assert [word for word in words if word in ("High", "Moderate", "Low")] == [
        "High",
        "Moderate",
        "Low",
    ]
    assert words.index("High") + 1 == words.index("Finding high")


def test_the_deck_ends_on_what_it_means_and_what_to_discuss() -> None:
    deck = deck_of(judged(implications=("imp-1", "imp-2"), questions=("What now?", "Who pays?")))
    last = visible(deck)[-1]
    words = [said(text) for text in seen(last)]
    assert words[0] == "What it means, and two questions"
    assert words.index("What follows, number 1.") < words.index("What now?")


def test_what_would_change_our_mind_takes_the_place_of_questions() -> None:
    deck = deck_of(judged(implications=("imp-1",), watch=("imp-2",)))
    words = [said(text) for text in seen(visible(deck)[-1])]
    assert "What would change our mind" in words


def test_the_exhibit_that_leads_comes_right_after_the_answer() -> None:
    deck = deck_of(judged(lead_exhibit="grants"))
    assert [slide.id for slide in visible(deck)[:3]] == ["title", "bottom-line", "exhibit-grants"]
    assert [slide.exhibit for slide in deck.slides].count("grants") == 1


def test_without_judgements_no_slide_claims_any() -> None:
    ids = [slide.id for slide in deck_of(read_briefing(EXAMPLE)).slides]
    assert "meaning" not in ids
    assert "sureness" not in ids


def test_the_footer_is_the_short_title() -> None:
    assert deck_of(judged(short_title="Verania")).meta.footer == "Verania"


def test_the_cover_says_who_for_whom_and_when() -> None:
    deck = deck_of(
        judged(organisation="Desk", authors=("A. One", "B. Two"), prepared_for="Committee")
    )
    words = [said(text) for text in seen(deck.slides[0])]
    for expected in ("Desk", "A. One, B. Two", "Committee", "23 November 2026"):
        assert expected in words


@pytest.mark.parametrize("shape", ["16:9", "4:3"])
def test_no_printed_answer_or_assessment_ends_with_a_word_alone(
    briefing: Briefing, shape: Any
) -> None:
    form = DeckForm(DESIGNS[shape])
    plan = compose_deck(resolve(briefing), make_charts(briefing), "2026-11-23T00:00:00Z", form=form)
    made = fit_deck(plan)
    with using(made.design):
        for slide in made.slides:
            if slide.id in ("bottom-line", "sureness", "meaning"):
                for slot, blocks in fit_texts(slide).items():
                    for lines in (block.lines for block in blocks if len(block.lines) > 1):
                        last = "".join(stretch.text for stretch in lines[-1].stretches)
                        assert len(last.replace("\u00a0", " ").split()) > 1, (slide.id, slot, last)


def test_a_subtitle_of_two_lines_ends_above_the_chart_of_a_narrow_slide() -> None:
    for layout in DESIGNS["4:3"].layouts.values():
        slots = {slot.name: slot.rect for slot in layout.slots}
        if "subtitle" in slots and "chart" in slots:
            assert slots["chart"].y >= slots["subtitle"].y + 2 * 14 * 1.25 + 6
