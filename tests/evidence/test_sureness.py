"""How sure the authors are stands beside the answer, on page one and on the second slide, and is theirs alone."""

from __future__ import annotations

import shutil
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import pytest

from briefbook.build_forms import plan_paper
from briefbook.deck.compose import compose_deck
from briefbook.deck.fit import fit_deck
from briefbook.deck.plan import Slide
from briefbook.documents import compose_documents
from briefbook.evidence.locators import MOST_GRADED, grades
from briefbook.evidence.resolve import resolve
from briefbook.exhibits import make_charts
from briefbook.localization import localized
from briefbook.model import Assessment, Briefing, Confidence
from briefbook.model.reader import read_briefing
from briefbook.paper.form import PaperForm
from briefbook.paper.pdf import has_whole_front
from briefbook.paper.plan import Paper, Spread
from briefbook.text import plain
from tests.seeds import EXAMPLE, KETTERIA, TAJIKISTAN, edit, problems_of

pytestmark = pytest.mark.usefixtures("keeping")


@pytest.fixture(scope="module", params=[TAJIKISTAN, KETTERIA], ids=lambda seed: seed.name)
def briefing(request: Any) -> Briefing:
    return read_briefing(request.param)


@dataclass(frozen=True)
class Front:
    """What stands on page one and on the slide of the answer."""

    spread: Spread
    answer: Slide

    @property
    def slide_words(self) -> str:
        words = " ".join(plain(text.text) for text in self.answer.texts())
        return " ".join(words.replace("\u00a0", " ").split())


@pytest.fixture(scope="module")
def front(briefing: Briefing) -> Front:
    made = compose_documents(briefing).made
    assert made.paper
    assert made.deck
    return Front(spread_of(made.paper), made.deck.slides[1])


def spread_of(paper: Paper) -> Spread:
    [spread] = [block for block in paper.blocks if isinstance(block, Spread)]
    return spread


def assessed(briefing: Briefing, *given: tuple[str, Confidence]) -> Briefing:
    entries = tuple(Assessment(finding, grade, "Why", ()) for finding, grade in given)
    return replace(briefing, assessments=entries)


def test_findings_stand_under_their_grades_the_surest_first() -> None:
    made = assessed(
        read_briefing(EXAMPLE),
        ("Reform is open", Confidence.LOW),
        ("Money fell", Confidence.HIGH),
        ("Who paid?", Confidence.LOW),
    )
    assert grades(made) == (
        ("High confidence:", "Money fell."),
        ("Low confidence:", "Reform is open. Who paid?"),
    )


def test_where_the_authors_give_no_grade_none_is_made_up() -> None:
    assert grades(assessed(read_briefing(EXAMPLE))) == ()


def test_only_the_first_findings_are_told_on_page_one() -> None:
    many = [(f"Finding {n}", Confidence.MODERATE) for n in range(9)]
    [(_, told)] = grades(assessed(read_briefing(EXAMPLE), *many))
    assert told.count("Finding") == MOST_GRADED


def test_grades_speak_the_briefings_language() -> None:
    made = assessed(read_briefing(EXAMPLE), ("Les dons baissent", Confidence.HIGH))
    with localized("fr"):
        assert grades(made) == (("Confiance élevée :", "Les dons baissent."),)


def test_page_one_says_how_sure_the_authors_are(briefing: Briefing, front: Front) -> None:
    told = [plain(grade) for grade in front.spread.main.grades]
    assert told == [f"{grade} {findings}" for grade, findings in grades(briefing)]
    assert len(told) > 1


def test_the_slide_of_the_answer_says_how_sure_the_authors_are(
    briefing: Briefing, front: Front
) -> None:
    for grade, findings in grades(briefing):
        assert f"{grade} {findings}" in front.slide_words


def test_what_the_reader_is_asked_to_do_stands_below_the_answer_in_both(
    briefing: Briefing, front: Front
) -> None:
    asked = f"Next step: {briefing.bottom_line.next_step}"
    assert plain(front.spread.main.lines[-1]) == asked
    assert asked in front.slide_words
    assert briefing.bottom_line.next_step in front.answer.notes.said


def test_an_answer_that_asks_for_nothing_has_no_line_for_it() -> None:
    briefing = read_briefing(EXAMPLE)
    assert not briefing.bottom_line.next_step
    paper = compose_documents(briefing, pptx=False).made.paper
    assert paper
    assert spread_of(paper).main.lines == spread_of(paper).main.grades


@pytest.mark.parametrize(
    ("step", "rule", "said"),
    [
        ("Ask for £75 million before the vote.", "unsupported-value", "£75 million"),
        (" ".join(["Ask"] * 31), "page-one", "31 words"),
    ],
)
def test_what_the_reader_is_asked_to_do_is_held_as_the_answer_is(
    tmp_path: Path, step: str, rule: str, said: str
) -> None:
    seed = shutil.copytree(KETTERIA, tmp_path / "seed")
    [line] = [
        line
        for line in (seed / "briefing.yaml").read_text(encoding="utf-8").splitlines()
        if line.startswith("  next_step: ")
    ]
    edit(seed, line, f"  next_step: {step}")
    assert [
        problem for problem in problems_of(seed) if problem.rule == rule and said in problem.message
    ]


def test_where_page_one_has_no_room_for_grades_the_notice_stays_on_it() -> None:
    briefing = read_briefing(KETTERIA)
    long = [
        (f"Finding {n} is told in so many words that it takes two lines", Confidence.LOW)
        for n in range(4)
    ]
    text = " ".join(["The House is asked for more money."] * 11)
    line = replace(briefing.bottom_line, text=text, next_step="")
    briefing = assessed(replace(briefing, bottom_line=line), *long)
    created, charts = "2026-11-23T00:00:00Z", make_charts(briefing)
    paper, _, _ = plan_paper(resolve(briefing), charts, created, None, PaperForm())
    assert spread_of(paper).main.grades == ()
    assert has_whole_front(paper)


def test_where_the_slide_has_no_room_for_grades_the_answer_stays_whole() -> None:
    briefing = read_briefing(KETTERIA)
    long = [
        (f"Finding {n} is told in so many words that it takes two lines", Confidence.LOW)
        for n in range(4)
    ]
    line = replace(
        briefing.bottom_line, short=" ".join(["The House is asked for more money."] * 10)
    )
    briefing = assessed(replace(briefing, bottom_line=line), *long)
    plan = compose_deck(resolve(briefing), make_charts(briefing), "2026-11-23T00:00:00Z")
    words = " ".join(plain(text.text) for text in fit_deck(plan).slides[1].texts())
    assert "Low confidence" not in words
    assert "more money." in words
